"""When something happened or is to happen: dates as intervals, and the order of the articles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.agreement.answers import Answer, Naming, Outcome, moved
from generator.agreement.values import date_in_words
from generator.dates import Edtf
from generator.model import DateFact


def asks(fact: DateFact) -> Iterator[tuple[str, tuple[str, ...], Edtf | None]]:
    """When it took place. People speak more than once, and each time is a matter of its own."""
    when = fact.when and fact.when.without_doubt
    own = (str(when), fact.said_by or "") if fact.what in ("said", "announced") else ()
    yield fact.event, (fact.what, *own), when


def relates(one: Edtf | None, other: Edtf | None) -> Outcome:
    """A date that lies within another refines it; words that settle no date deny none."""
    if one == other:
        return "equal"
    if one is None or other is None:
        return "refined"
    return "refined" if one.covers(other) or other.covers(one) else "differing"


def because(outcome: Outcome, one: Answer, other: Answer, _name: Naming) -> str:
    """Why two dates stand so."""
    first, second = (value if isinstance(value, Edtf) else None for value in (one.value, other.value))
    if outcome == "equal":
        return "They give the same date."
    if outcome == "superseded":
        old, new = (first, second) if moved(one, other) else (second, first)
        return f"A later article gives {date_in_words(new)} for what was planned for {date_in_words(old)}."
    if first is None or second is None:
        return "One article’s words settle no date, so that they deny none."
    if outcome == "refined":
        wide, narrow = (first, second) if first.covers(second) else (second, first)
        if narrow.covers(wide):
            return f"{date_in_words(narrow)} and {date_in_words(wide)} are the same days."
        return f"{date_in_words(narrow)} lies within {date_in_words(wide)}."
    if _overlap(first, second):
        return f"{date_in_words(first)} and {date_in_words(second)} overlap, but neither lies within the other."
    return f"{date_in_words(first)} and {date_in_words(second)} have no day in common."


def _overlap(one: Edtf, other: Edtf) -> bool:
    if not (one.year_known and other.year_known):
        return False
    starts, ends = (one.first, other.first), (one.last, other.last)
    return all(start is None or end is None or start <= end for start in starts for end in ends)
