"""Who mediates, and who is left out: each answer is a whole set, compared by inclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.agreement.answers import Answer, Naming, Outcome
from generator.model import ExcludedGroup, Mediator
from generator.wording import listed

_OPEN_ROLES = {"backer", "endorser", "facilitator"}
"""Roles that anyone may fill beside the others: to name one backer is not to deny another."""


def roles(fact: Mediator) -> Iterator[tuple[str, tuple[str, ...], frozenset[str]]]:
    """One question for each role, whose answer is all who fill it; in an open role one for each actor."""
    if fact.role not in _OPEN_ROLES:
        yield fact.event, (fact.role,), frozenset(fact.who)
        return
    for actor in fact.who:
        yield fact.event, (fact.role, actor), frozenset((actor,))


def exclusions(fact: ExcludedGroup) -> Iterator[tuple[str, tuple[str, ...], frozenset[str]]]:
    """One question for each event that the groups are left out of."""
    for event in fact.from_ or (fact.event,):
        yield event, (), frozenset(fact.who)


def relates(one: frozenset[str], other: frozenset[str]) -> Outcome:
    """Two sets are equal or differ: whoever names all but one leaves that one out."""
    return "equal" if one == other else "differing"


def because(outcome: Outcome, one: Answer, other: Answer, name: Naming) -> str:
    """What the two sets have in common, and whom only one of them names."""
    if outcome == "equal":
        return "They name the same."
    first, second = one.value, other.value
    assert isinstance(first, frozenset)
    assert isinstance(second, frozenset)

    def names(actors: Iterable[str]) -> str:
        return listed(sorted((name(actor) for actor in actors), key=str.casefold))

    both = f"Both name {names(first & second)}" if first & second else "They name nobody in common"
    only = [names(actors) for actors in (first - second, second - first) if actors]
    if not first & second:
        return f"{both}: the one names {only[0]}, the other {only[1]}."
    if len(only) == 1:
        return f"{both}; one also names {only[0]}."
    return f"{both}; one also names {only[0]}, the other {only[1]}."
