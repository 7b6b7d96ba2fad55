"""Days: `9 January 2017`, `Friday (Jan. 6)`, `January 23 and 24`, `2015-11-08`, `last Thursday`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.reading.dates_expressions import Named, Through, Weekday
from generator.reading.dates_parts import (
    Found,
    counts,
    day_at,
    ends_a_day,
    exists,
    month_at,
    weekday_at,
    which_before,
    year_after,
)
from generator.reading.number_words import Tokens

RANGE_WORDS = frozenset({"to", "-", "through", "until", "till"})
_MOST_DAYS = 8
"""Days that a list may name before its month: `1, 2, 3 and 4 May` is long already."""


def numeric_date(tokens: Tokens, i: int) -> Found | None:
    """`2015-11-08`, `08.11.2015`, `24/11/2015`; where day and month cannot be told apart, the year alone."""
    low = tokens.low(i)
    if tokens.low(i + 1) == "-" and tokens.low(i + 3) == "-" and all(tokens.glued(at) for at in range(i, i + 4)):
        written = "-".join(tokens.low(at) for at in (i, i + 2, i + 4))
        iso = re.fullmatch(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?:t[0-9].*)?", written)
        return _checked(i, i + 5, *map(int, iso.groups())) if iso else None
    match = re.fullmatch(r"([0-9]{1,2})([./])([0-9]{1,2})[./]([12][0-9]{3})", low)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    american = _checked(i, i + 1, year, first, second) if match[2] == "/" else None
    european = _checked(i, i + 1, year, second, first)
    if american and european and first != second:
        return Found(i, i + 1, Named(year))
    return european or american


def _checked(start: int, end: int, year: int, month: int, day: int) -> Found | None:
    valid = 1 <= month <= 12 and day >= 1 and exists(year, month, day)
    return Found(start, end, Named(year, month, day)) if valid else None


_NAMED_DAYS = frozenset("bloody black good ash palm holy easter cyber super whit sheffield".split())
_FUNCTION_WORDS = frozenset("in on at of when that which who and or but with after before as for to from by".split())
_COUNTED_FROM = frozenset("day days week weeks".split())
_UNCERTAIN_DAYS = frozenset("every each that these those same previous preceding following".split())
_NAMED_AFTER_DAYS = frozenset(
    "times telegraph mirror express mail herald independent post school prayers prayer sermon sermons market".split()
)


def weekday_date(tokens: Tokens, i: int) -> list[Found]:
    """`Thursday`, `last Thursday`, `Thursday next week`, `Friday (Jan. 6)`: at most one."""
    name = weekday_at(tokens, i)
    if name is None:
        return []
    weekday, end, full = name
    found = _weekday_and_date(tokens, i, weekday, end)
    if found is None and _stands_alone(tokens, i, end, full=full):
        found = _weekday_alone(tokens, i, weekday, end)
    return [found] if found else []


def _stands_alone(tokens: Tokens, i: int, end: int, *, full: bool) -> bool:
    before, after = tokens.low(i - 1), tokens.low(end)
    if before == "a":
        # "a Friday statement" is of a certain Friday, "on a Friday" of any.
        return full and after.isalpha() and after not in _FUNCTION_WORDS
    if (before == "from" and tokens.low(i - 2) in _COUNTED_FROM) or after == "week" or _is_ordinal(tokens, end):
        return False
    if before in _NAMED_DAYS or before in _UNCERTAIN_DAYS or after in _NAMED_AFTER_DAYS:
        return False
    if before in ("first", "second", "third", "last") and after == "of" and tokens.low(end + 1) not in ("last", "next"):
        return False
    return full or (before == "on" and end == i + 2)


def _is_ordinal(tokens: Tokens, i: int) -> bool:
    """Whether a day without its month follows, as in `Thursday the 5th`: which Thursday is then not said."""
    at = i + 1 if tokens.low(i) == "the" else i
    return day_at(tokens, at) is not None and not tokens.low(at).isdigit()


def _weekday_alone(tokens: Tokens, i: int, weekday: int, end: int) -> Found:
    start, which = which_before(tokens, i)
    week_at = end + 1 if tokens.low(end) == "of" else end
    shift = {"last": -1, "this": 0, "next": 1}.get(tokens.low(week_at))
    if shift is not None and tokens.low(week_at + 1) == "week":
        return Found(start, week_at + 2, Weekday(weekday, week_shift=shift))
    return Found(start, end, Weekday(weekday, which))


def _weekday_and_date(tokens: Tokens, i: int, weekday: int, end: int) -> Found | None:
    """`Friday (Jan. 6)`, `Monday, January 23`, `Sun Apr 24 2016`."""
    bracket = tokens.low(end) == "("
    at = end + 1 if tokens.low(end) in (",", "(", "the") else end
    found = month_days(tokens, at)
    if len(found) != 1 or not isinstance(found[0].expression, Named) or (bracket and tokens.low(found[0].end) != ")"):
        return None
    start, which = which_before(tokens, i)
    return Found(start, found[0].end + bracket, replace(found[0].expression, weekday=weekday, which=which))


class _Day(NamedTuple):
    at: int
    day: int
    joiner: str


def month_days(tokens: Tokens, i: int) -> list[Found]:
    """The days of a month named at `i`: one date, one interval, or a date for each of a list."""
    found = _days_then_month(tokens, i) or _month_then_days(tokens, i)
    if len(found) == 1 and isinstance(found[0].expression, Named) and tokens.low(found[0].end) == "(":
        name = weekday_at(tokens, found[0].end + 1)
        if name and tokens.low(name[1]) == ")":
            return [Found(found[0].start, name[1] + 1, replace(found[0].expression, weekday=name[0]))]
    return found


def _day_list(tokens: Tokens, i: int) -> list[_Day]:
    first = day_at(tokens, i)
    days = [_Day(i, first, "")] if first else []
    while days and len(days) < _MOST_DAYS:
        at = days[-1].at + 1
        joiner = tokens.low(at)
        if joiner == "," and tokens.low(at + 1) in ("and", "or"):
            at, joiner = at + 1, tokens.low(at + 1)
        at += 2 if tokens.low(at + 1) == "the" else 1
        day = day_at(tokens, at)
        if day is None or joiner not in RANGE_WORDS | {"and", "or", "&", ","}:
            break
        days.append(_Day(at, day, joiner))
    return days


def _days_then_month(tokens: Tokens, i: int) -> list[Found]:
    """`23 May`, `the 23rd of May 2016`, `2 to 4 May`, `5, 6 and 7 May`."""
    if tokens.glued(i - 1) and tokens.low(i - 1) in ("-", ".", "/", ":", "#", "$", "+"):
        return []
    days = _day_list(tokens, i)
    while days:
        end = days[-1].at + 1
        month = month_at(tokens, end + 1 if tokens.low(end) == "of" else end)
        if month:
            year, end = year_after(tokens, month[1], short_month=not month[2])
            return _spread(tokens, days, replace(year, month=month[0]), i, end)
        days.pop()
    return []


def _month_then_days(tokens: Tokens, i: int) -> list[Found]:
    """`January 9, 2017`, `Feb. 20-22`, `January 23 and 24`; in `in March 14 people` the 14 are people."""
    month = month_at(tokens, i)
    if month is None:
        return []
    days = _day_list(tokens, month[1] + 1 if tokens.low(month[1]) == "the" else month[1])
    while days:
        end = days[-1].at + 1
        year, after = year_after(tokens, end, short_month=not month[2])
        if _is_last_day(tokens, days, end, dated=year != Named()) and (tokens.low(i - 1) != "in" or year != Named()):
            return _spread(tokens, days, replace(year, month=month[0]), i, after)
        days.pop()
    return []


def _is_last_day(tokens: Tokens, days: Sequence[_Day], end: int, *, dated: bool) -> bool:
    """Whether the last number of the list is a day, and not a count that only happens to follow one."""
    joiner = days[-1].joiner
    if joiner == "," or (joiner == "-" and not (tokens.glued(end - 2) and tokens.glued(end - 3))):
        return False
    if dated:
        return True
    return ends_a_day(tokens, end) if joiner in ("and", "or", "&") else not counts(tokens, end)


_NAMES = frozenset(
    "movement alliance coalition brigade brigades front party bloc square street bridge avenue group".split()
)


def _spread(tokens: Tokens, days: Sequence[_Day], date: Named, start: int, end: int) -> list[Found]:
    """The dates of a list of days: an interval where it is one, or else one date for each day."""
    assert date.month is not None
    if not all(exists(date.year, date.month, day.day) for day in days):
        return []
    if date.year is None and tokens.low(end) in _NAMES and tokens.written(end)[:1].isupper():
        date = replace(date, year_lost=True)  # the 5 May Movement: of a year that its history tells
    start, which = which_before(tokens, start)
    dates = [replace(date, day=day.day, which=which or None) for day in days]
    numbers = [day.day for day in days]
    if len(days) == 1:
        return [Found(start, end, dates[0])]
    ascending = numbers == sorted(set(numbers))
    neighbours = ascending and numbers[-1] - numbers[0] == len(numbers) - 1
    between = tokens.low(start - 1) == "between"
    ranged = len(days) == 2 and (days[1].joiner in RANGE_WORDS or days[1].joiner == "or" or between)
    if neighbours or (ascending and ranged):
        return [Found(start, end, Through(dates[0], dates[-1]))]
    bounds = [start, *(day.at for day in days[1:])]
    ends = [*(day.at + 1 for day in days[:-1]), end]
    return [Found(*part) for part in zip(bounds, ends, dates, strict=True)]
