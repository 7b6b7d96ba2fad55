"""How many came to harm: bounds, measure, scope and the day up to which people were counted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.agreement.answers import Answer, Naming, Outcome
from generator.agreement.values import Headcount, date_in_words
from generator.model import CasualtyEstimate
from generator.wording import count_in_words

_ONLY_GROWS = {"killed", "wounded", "dead_or_wounded"}
"""Measures of which a later count cannot be lower; the displaced return, and the missing are found."""


def asks(fact: CasualtyEstimate) -> Iterator[tuple[str, tuple[str, ...], Headcount]]:
    """How many, of one measure."""
    yield fact.event, (fact.measure,), Headcount(fact.low, fact.high, fact.about, fact.as_of, fact.period, fact.measure)


def relates(one: Headcount, other: Headcount) -> Outcome:
    """Counts of different times answer different questions in part; only a toll that falls refutes the earlier one.

    Of the same time, a number that lies within the bounds of the other refines it.
    """
    if one[:3] == other[:3]:
        return "equal"
    if _falls(one, other) or _falls(other, one):
        return "differing"
    if _different_times(one, other):
        return "refined"
    return "refined" if _inside(one, other) or _inside(other, one) else "differing"


def because(outcome: Outcome, one: Answer, other: Answer, name: Naming) -> str:
    """Why two counts stand so, and whether they have one origin."""
    first, second = one.value, other.value
    assert isinstance(first, Headcount)
    assert isinstance(second, Headcount)
    return " ".join([_relation(outcome, first, second), *_origin(one, other, name)])


def _relation(outcome: Outcome, one: Headcount, other: Headcount) -> str:
    first, second = (count_in_words(count.low, count.high, about=count.about) for count in (one, other))
    if outcome == "equal":
        return "They give the same number."
    if outcome == "refined" and _different_times(one, other):
        return f"{first} and {second} count up to different dates, or over different times."
    if outcome == "refined":
        narrow, wide = (first, second) if _inside(one, other) else (second, first)
        return f"{narrow} lies within “{wide}”."
    if _different_times(one, other):
        return f"{first} and {second} exclude each other: the later count is the lower one."
    if (one.as_of is None) != (other.as_of is None):
        day = date_in_words(one.as_of or other.as_of)
        return f"{first} and {second} exclude each other, unless they count up to different dates: one says {day}."
    return f"{first} and {second} exclude each other."


def _origin(one: Answer, other: Answer, name: Naming) -> Iterator[str]:
    speakers = {statement.fact.said_by for answer in (one, other) for statement in answer.statements}
    if len(speakers) == 1 and (speaker := speakers.pop()) and one.value != other.value:
        yield f"Both go back to {name(speaker)}: one origin, two wordings."


def _different_times(one: Headcount, other: Headcount) -> bool:
    return any(a and b and a != b for a, b in ((one.as_of, other.as_of), (one.period, other.period)))


def _falls(earlier: Headcount, later: Headcount) -> bool:
    """Whether fewer have come to harm by a later day, of a measure that only grows, in the same period."""
    if later.measure not in _ONLY_GROWS or earlier.period != later.period:
        return False
    before, after = (count.as_of for count in (earlier, later))
    in_order = before and after and before.last and after.first and before.last < after.first
    return bool(in_order) and later.bounds[1] < earlier.bounds[0]


def _inside(one: Headcount, other: Headcount) -> bool:
    (low, high), (other_low, other_high) = one.bounds, other.bounds
    return other_low <= low and high <= other_high
