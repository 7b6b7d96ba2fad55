"""Who takes part: which statuses exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.agreement.answers import Answer, Naming, Outcome
from generator.agreement.values import Stance
from generator.model import ExcludedGroup, Participant
from generator.wording import listed

_THERE = ("attending", "represented", "invited")
_NOT_THERE = ("absent", "refused", "excluded")
_EXCLUDE = {frozenset((here, away)) for here in _THERE for away in _NOT_THERE} - {frozenset(("invited", "refused"))}
"""Statuses that cannot both hold. Whoever refuses has been asked; that denies no invitation."""
_SAME = ({"attending", "represented"},)
"""Statuses of which neither says more: to be represented is one way of attending."""

_TO_BE = {
    "attending": "to take part",
    "represented": "to be represented",
    "invited": "to be invited",
    "absent": "not to be there",
    "refused": "to refuse to come",
    "excluded": "to be left out",
    "opposed": "to be opposed",
}


def asks(fact: Participant) -> Iterator[tuple[str, tuple[str, ...], Stance]]:
    """One question for each actor; whoever opposes may well be there, so that this is a question of its own."""
    own = ("opposed",) if fact.status == "opposed" else ()
    for actor in fact.who or ():
        yield fact.event, (actor, *own), Stance(fact.status, None, fact.proposed)
    if fact.who is None:
        key = ("", fact.for_ or "", fact.role or "", *own)
        yield fact.event, key, Stance(fact.status, fact.count, fact.proposed)
    for actor in fact.against or ():
        yield fact.event, (actor,), Stance(fact.status, by=tuple(sorted(fact.who or ())))


def excluded(fact: ExcludedGroup) -> Iterator[tuple[str, tuple[str, ...], Stance]]:
    """What an exclusion says to the question whether the group takes part."""
    for event in fact.from_ or (fact.event,):
        for actor in fact.who:
            yield event, (actor,), Stance("excluded")


def relates(one: Stance, other: Stance) -> Outcome:
    """How two stances stand: a wish and an opposition deny nothing, and people have one number."""
    if one == other:
        return "equal"
    if one.by or other.by or one.proposed != other.proposed:
        return "refined"
    both = {one.status, other.status}
    if both in _EXCLUDE or (one.number != other.number and None not in (one.number, other.number)):
        return "differing"
    return "equal" if one.number == other.number and both in _SAME else "refined"


def because(outcome: Outcome, one: Answer, other: Answer, name: Naming) -> str:
    """Why two answers stand so."""
    values = one.value, other.value
    assert all(isinstance(value, Stance) for value in values)
    first, second = (value for value in values if isinstance(value, Stance))
    if outcome == "differing":
        if {first.status, second.status} in _EXCLUDE:
            return f"{_to_be(first).capitalize()} and {_to_be(second)} exclude each other."
        return f"The one counts {first.number}, the other {second.number}."
    if opponents := first.by or second.by:
        return f"That {listed([name(actor) for actor in opponents])} opposes it denies nothing that the others say."
    if first.proposed != second.proposed:
        return "What somebody only proposes denies nothing that the others say."
    if first.number != second.number:
        return "One answer gives a number, and the other none."
    if outcome == "refined":
        return f"{_to_be(first).capitalize()} and {_to_be(second)} may both hold: the one says more than the other."
    return f"{_to_be(first).capitalize()} and {_to_be(second)} come to the same."


def _to_be(stance: Stance) -> str:
    return _TO_BE[stance.status]
