"""The parts that a written date is made of: months, days, years and weekdays, token by token."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from generator.dates import MONTHS
from generator.reading.dates_expressions import Expression, Named
from generator.reading.number_words import PEOPLE, Tokens

_MONTH_NAMES = {name.lower(): number for number, name in enumerate(MONTHS) if number}
_SHORT_MONTHS = {
    name: number
    for number, names in enumerate("jan feb mar apr may jun jul aug sep/sept oct nov dec".split(), start=1)
    for name in names.split("/")
}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SHORT_WEEKDAYS = {
    name: number
    for number, names in enumerate("mon tue/tues wed/weds thu/thur/thurs fri sat sun".split())
    for name in names.split("/")
}
NAMES_OF_DAYS_AND_MONTHS = frozenset({*_MONTH_NAMES, *_SHORT_MONTHS, *_WEEKDAYS, *_SHORT_WEEKDAYS})
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"[12][0-9]{3}")

COUNTED_THINGS = frozenset(
    "villages towns cities homes houses schools cases places locations areas hospitals camps buildings "
    "attacks incidents raids strikes airstrikes sorties shells rockets missiles bombs vehicles trucks buses "
    "tanks weapons tents barrels tonnes tons km kilometres kilometers miles metres meters feet dollars "
    "euros pounds hours days weeks months years percent per hundred thousand million billion dozen times "
    "gmt utc other more additional".split()
)
"""Words for things and units that a number may count; before one of them it is no year and no day."""
_AFTER_A_DAY = frozenset(
    "in at on to with by for from of the a an his her its their and or but as when while where which who "
    "that after before during until under between near amid despite without were was will would is are has "
    "have had could may might should both because if since they he she it we i there all dozens "
    "hundreds thousands".split()
)


@dataclass(frozen=True)
class Found:
    """A date expression and the tokens that it takes, from `start` up to `end`."""

    start: int
    end: int
    expression: Expression
    about: bool = False
    frame: str | None = None
    """`since` or `until`, where the date is the one end of an open time."""


def month_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """Month, the index after it, and whether its name stands in full.

    A month is capitalised; `may` and `march` in lower case are verbs, and so may be a lower-case short form.
    """
    low, written = tokens.low(i), tokens.written(i)
    capital = written[:1].isupper()
    if low in _MONTH_NAMES and (capital or low not in ("may", "march", "august")):
        return _MONTH_NAMES[low], i + 1, True
    if low in _SHORT_MONTHS and capital:
        return _SHORT_MONTHS[low], i + 2 if tokens.low(i + 1) == "." and tokens.glued(i) else i + 1, False
    return None


def weekday_at(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """Weekday (Monday is 0), the index after it, and whether its name stands in full."""
    low = tokens.low(i)
    if low in _WEEKDAYS:
        return _WEEKDAYS[low], i + 1, True
    if low in _SHORT_WEEKDAYS and tokens.written(i)[:1].isupper():
        return _SHORT_WEEKDAYS[low], i + 2 if tokens.low(i + 1) == "." and tokens.glued(i) else i + 1, False
    return None


def day_at(tokens: Tokens, i: int) -> int | None:
    """The day of a month that token `i` can be: `9`, `09` or `23rd`."""
    match = _DAY.fullmatch(tokens.low(i))
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def year_at(tokens: Tokens, i: int) -> int | None:
    """The year that token `i` can be, for 1000 to 2999."""
    if not _YEAR.fullmatch(tokens.low(i)):
        return None
    return None if tokens.low(i + 1) == "-" and tokens.glued(i) and tokens.low(i + 2).isalpha() else int(tokens.low(i))


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether a month has such a day, in the given year or in some year."""
    return day <= calendar.monthrange(year or 2000, month)[1]


def counts(tokens: Tokens, end: int) -> bool:
    """Whether the word at `end` is one that the number before it counts, so that the number is no part of a date."""
    low = tokens.low(end)
    compound = low == "-" and tokens.glued(end - 1) and tokens.glued(end) and tokens.low(end + 1).isalpha()
    return low in PEOPLE or low in COUNTED_THINGS or low == "%" or (compound and not month_at(tokens, end + 1))


def ends_a_day(tokens: Tokens, end: int) -> bool:
    """Whether what follows a second day shows it to be one: `January 23 and 24 in …`, not `January 23 and 24 dead`."""
    low = tokens.low(end)
    return not low.isalnum() or low in _AFTER_A_DAY or year_at(tokens, end) is not None


def year_after(tokens: Tokens, end: int, *, short_month: bool = False) -> tuple[Named, int]:
    """The year that follows a month or a day, as a `Named` of nothing else, and the index after it."""
    comma = 1 if tokens.low(end) == "," else 0
    year = year_at(tokens, end + comma)
    counted = counts(tokens, end + comma + 1) and tokens.written(end + comma + 1).islower()
    if year is not None and not counted:
        return Named(year=year), end + comma + 1
    of = 1 if tokens.low(end) == "of" else 0
    year = year_at(tokens, end + 1) if of else None
    if year is not None:
        return Named(year=year), end + 2
    which = {"last": -1, "this": 0, "next": 1}.get(tokens.low(end + of))
    if which is not None and tokens.low(end + of + 1) == "year":
        return Named(year_shift=which), end + of + 2
    if tokens.low(end + of) in ("the", "that") and "year" in (tokens.low(end + of + 1), tokens.low(end + of + 2)):
        # "of that year", "of the same year": a year that only the story tells.
        return Named(year_lost=True), end + of + (2 if tokens.low(end + of + 1) == "year" else 3)
    return _two_digit_year(tokens, end, short_month=short_month)


def _two_digit_year(tokens: Tokens, end: int, *, short_month: bool) -> tuple[Named, int]:
    """`'92`; `8 NOV 92` only where a dateline goes on with a bracket or a dash, since `92` might count."""
    low = tokens.low(end)
    if re.fullmatch(r"'[0-9]{2}", low):
        return Named(short_year=int(low[1:])), end + 1
    dateline = tokens.low(end + 1) in ("(", "[", "-") and not tokens.glued(end)
    if short_month and dateline and re.fullmatch(r"[0-9]{2}", low):
        return Named(short_year=int(low)), end + 1
    return Named(), end


def which_before(tokens: Tokens, i: int) -> tuple[int, int | None]:
    """Where `last`, `next`, `this` or `this past` before token `i` starts, and what it says: -1, 0 or 1."""
    before = tokens.low(i - 1)
    if before == "past" and tokens.low(i - 2) == "this":
        return i - 2, -1
    if before in ("coming", "upcoming"):
        return i - 2 if tokens.low(i - 2) == "this" else i - 1, 1
    which = {"last": -1, "this": 0, "next": 1}.get(before)
    return (i, None) if which is None else (i - 1, which)
