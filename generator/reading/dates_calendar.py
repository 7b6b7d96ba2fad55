"""What a date expression means on the calendar, given the day or days on which the article was published."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from generator.dates import Edtf, Point, between, from_day
from generator.reading.dates_expressions import (
    Ago,
    Days,
    Direction,
    Expression,
    Lately,
    Named,
    Through,
    Unit,
    Week,
    Weekday,
    Weekend,
    is_relative,
)

_WIDEST = 366
"""Days that a date of publication may span: what is relative to a wider one means nothing."""
_NEAR = 31
"""Days by which a planned date may already lie back, since no writer plans a year ahead without saying the year."""


@lru_cache(maxsize=4096)
def resolve(expression: Expression, direction: Direction, published: Edtf | None) -> Edtf | None:
    """The date that `expression` means; None where the article's date does not settle it.

    With an article's date of several days, the meaning is the date on which all of them agree: the same
    day, or else the month or the year that holds all the results.
    """
    days = _days_of(published)
    if not days or not is_relative(expression):
        return _without_article(expression)
    results = {_on(expression, direction, day) for day in days}
    if len(results) > 1 and _names_a_day(expression):
        # Some of the days would put the date about a year off, so the article is not from one of those.
        results = {_on(expression, Direction.UNKNOWN, day) for day in days}
    return _agreed(results)


def _names_a_day(expression: Expression) -> bool:
    named = expression.first if isinstance(expression, Through) else expression
    return isinstance(named, Named) and named.day is not None and named.which is None


def _days_of(published: Edtf | None) -> list[datetime.date]:
    if published is None or published.first is None or published.last is None:
        return []
    span = (published.last - published.first).days + 1
    if span > _WIDEST:
        return []
    return [datetime.date.fromordinal(published.first.toordinal() + offset) for offset in range(span)]


_A_WEEK = 7
"""Meanings that lie within as many days are told apart by their span; beyond that only month or year is sure."""


def _agreed(results: AbstractSet[Edtf | None]) -> Edtf | None:
    known = [result for result in results if result is not None]
    if len(known) < len(results):
        return None
    if len(known) == 1:
        return known[0]
    ends = [(value.first, value.last) for value in known]
    days = [day for pair in ends for day in pair if day is not None]
    about = any(value.approximate for value in known)
    if days and not about and (max(days) - min(days)).days < _A_WEEK:
        return between(min(days), max(days))
    if not days or min(days).year != max(days).year:
        return None
    month = days[0].month if len({day.month for day in days}) == 1 else None
    return _point(days[0].year, month, approximate=about)


def _point(year: int | None, month: int | None = None, day: int | None = None, *, approximate: bool = False) -> Edtf:
    point = Point(year, month, day, approximate=approximate)
    return Edtf(point, point)


def _about(value: Edtf) -> Edtf:
    start, end = (point and replace(point, approximate=True) for point in (value.start, value.end))
    return Edtf(start, end)


def _through(first: Edtf | None, last: Edtf | None) -> Edtf | None:
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if (first.start.year is None) != (last.end.year is None):
        return None
    if first.first and last.last and first.first > last.last:
        return None
    return Edtf(first.start, last.end)


def _without_article(expression: Expression) -> Edtf | None:
    """What an expression means where nothing is known of the article's date."""
    if isinstance(expression, Named):
        if expression.month is None and expression.year is None:
            return None
        return _point(expression.year, expression.month, expression.day)
    if isinstance(expression, Through):
        first, last = _shared_year(expression)
        return _through(_without_article(first), _without_article(last))
    if isinstance(expression, Week) and expression.day.year is not None:
        return _week_of(expression, _without_article(expression.day))
    return None


def _shared_year(expression: Through) -> tuple[Expression, Expression]:
    """The two ends, where the year of the last holds for the first too: `from 28 December to 3 January 2017`."""
    first, last = expression.first, expression.last
    if not (isinstance(first, Named) and isinstance(last, Named)) or first.year is not None or first.month is None:
        return first, last
    later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
    if last.year is not None:
        return replace(first, year=last.year - later), last
    if last.year_shift is not None and first.year_shift is None:
        return replace(first, year_shift=last.year_shift - later), last
    return first, last


def _on(expression: Expression, direction: Direction, today: datetime.date) -> Edtf | None:
    """What an expression means in an article of one certain day; None beyond the years 1 to 9999."""
    try:
        if isinstance(expression, Through):
            return _range(expression, direction, today)
        if isinstance(expression, Week):
            return _week_of(expression, _named(expression.day, direction, today))
        return _single(expression, direction, today)
    except (OverflowError, ValueError):
        return None


def _single(
    expression: Named | Weekday | Days | Unit | Weekend | Ago | Lately, direction: Direction, today: datetime.date
) -> Edtf | None:
    value: Edtf | None
    match expression:
        case Named():
            value = _named(expression, direction, today)
        case Weekday():
            value = from_day(_weekday(expression, direction, today))
        case Days(first, last):
            value = between(_shifted(today, first), _shifted(today, last))
        case Unit():
            value = _unit(expression, today)
        case Weekend(which):
            value = _weekend(which, direction, today)
        case Ago(count, unit):
            value = _ago(count, unit, today)
        case Lately(count, unit):
            value = _about(_before(count, unit, today))
    return value


def _shifted(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)


def _monday(day: datetime.date) -> datetime.date:
    return _shifted(day, -day.weekday())


def _weekday(expression: Weekday, direction: Direction, today: datetime.date) -> datetime.date:
    if expression.week_shift is not None:
        return _shifted(_monday(today), 7 * expression.week_shift + expression.weekday)
    back = (today.weekday() - expression.weekday) % 7
    if expression.which == -1:
        return _shifted(today, -(back or 7))
    if expression.which is not None or direction in (Direction.FUTURE, Direction.PLANNED_THEN):
        return _shifted(today, 7 - back)
    return _shifted(today, -back)


def _named(expression: Named, direction: Direction, today: datetime.date) -> Edtf | None:
    month, day = expression.month, expression.day
    if expression.year is not None or expression.year_lost:
        return _point(expression.year, month, day)
    if expression.short_year is not None:
        year = today.year - today.year % 100 + expression.short_year
        year = min((year - 100, year, year + 100), key=lambda candidate: abs(candidate - today.year))
    elif expression.year_shift is not None:
        year = today.year + expression.year_shift
    elif month is None:
        return None
    elif day is None:
        return _month(month, expression.which, direction, today)
    else:
        return _month_and_day(expression, direction, today)
    if month and day:
        return from_day(datetime.date(year, month, day))
    return _point(datetime.date(year, month or 1, 1).year, month)


def _month(month: int, which: int | None, direction: Direction, today: datetime.date) -> Edtf:
    ahead = (month - today.month) % 12
    if which == 0:
        return _point(today.year, month)
    spoken = direction is Direction.SPOKEN_OF and ahead > 1
    if which == -1 or (which is None and (direction is Direction.PAST or spoken)):
        months = ahead - 12 if ahead or which == -1 else 0
    elif which == 1:
        months = ahead or 12
    elif direction is Direction.FUTURE:
        months = ahead
    else:
        months = ahead if ahead < 6 else ahead - 12
    return _plus_months(today, months)


def _plus_months(today: datetime.date, months: int) -> Edtf:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return _point(datetime.date(year, month + 1, 1).year, month + 1)


def _month_and_day(expression: Named, direction: Direction, today: datetime.date) -> Edtf | None:
    assert expression.month is not None and expression.day is not None
    candidates = [
        datetime.date(year, expression.month, expression.day)
        for year in range(max(1, today.year - 8), min(9999, today.year + 8) + 1)
        if expression.day <= calendar.monthrange(year, expression.month)[1]
    ]
    before = max((day for day in candidates if day <= today), default=None)
    after = min((day for day in candidates if day >= today), default=None)
    if before is None or after is None:
        return None
    chosen = _which_occurrence(before, after, expression.which, direction, today)
    if expression.weekday is not None and chosen.weekday() != expression.weekday:
        fitting = [
            day for day in candidates if abs(day.year - chosen.year) <= 1 and day.weekday() == expression.weekday
        ]
        chosen = min(fitting, key=lambda day: abs(day - today), default=chosen)
    return from_day(chosen)


def _which_occurrence(
    before: datetime.date, after: datetime.date, which: int | None, direction: Direction, today: datetime.date
) -> datetime.date:
    spoken = direction is Direction.SPOKEN_OF and (after - today).days > _NEAR
    if which == -1 or (which is None and (direction is Direction.PAST or spoken)):
        return before
    if which == 1 or (which is None and direction is Direction.FUTURE and (today - before).days > _NEAR):
        return after
    return before if today - before <= after - today else after


def _unit(expression: Unit, today: datetime.date) -> Edtf:
    unit, shift = expression.unit, expression.shift
    if unit == "month":
        return _plus_months(today, shift)
    if unit == "year":
        return _point(datetime.date(today.year + shift, 1, 1).year)
    monday = _shifted(_monday(today), 7 * shift)
    sunday = _shifted(monday, 6)
    if expression.half and not shift:
        return between(monday, today) if expression.half < 0 else between(today, sunday)
    return between(monday, sunday)


def _weekend(which: int | None, direction: Direction, today: datetime.date) -> Edtf:
    saturday = _shifted(_monday(today), 5)
    if which == -1:
        saturday = _shifted(saturday, -7)
    elif which == 1:
        saturday = _shifted(saturday, 7)
    elif saturday > today and direction is not Direction.FUTURE and which is None:
        saturday = _shifted(saturday, -7)
    return between(saturday, _shifted(saturday, 1))


def _week_of(expression: Week, day: Edtf | None) -> Edtf | None:
    if day is None or day.first is None:
        return None
    if expression.part == "weekend":
        saturday = _shifted(_monday(day.first), 5)
        return between(saturday, _shifted(saturday, 1))
    first = day.first if expression.part == "week from" else _monday(day.first)
    return between(first, _shifted(first, 6))


def _ago(count: int, unit: str, today: datetime.date) -> Edtf:
    if unit == "day":
        return from_day(_shifted(today, -count))
    if unit == "week":
        monday = _monday(_shifted(today, -7 * count))
        return _about(between(monday, _shifted(monday, 6)))
    return _about(_before(count, unit, today))


def _before(count: int, unit: str, today: datetime.date) -> Edtf:
    if unit in ("day", "week"):
        return from_day(_shifted(today, -count * (7 if unit == "week" else 1)))
    if unit == "month":
        return _plus_months(today, -count)
    return _point(datetime.date(today.year - count * (10 if unit == "decade" else 1), 1, 1).year)


def _range(expression: Through, direction: Direction, today: datetime.date) -> Edtf | None:
    first, last = _shared_year(expression)
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return _weekdays(first, last, direction, today)
    if isinstance(first, Named) and isinstance(last, Named) and first.year is None and last.year is None:
        start = _on(first, direction, today)
        if start and start.first and last.month and first.year_shift is None and last.year_shift is None:
            year = start.first.year + ((last.month, last.day or 31) < (first.month or 1, first.day or 1))
            return _through(start, _named(replace(last, year=year, which=None), direction, today))
    return _through(_on(first, direction, today), _on(last, direction, today))


def _weekdays(first: Weekday, last: Weekday, direction: Direction, today: datetime.date) -> Edtf:
    """The later day is read first where they lie back, so that `on Wednesday and Thursday` are neighbours."""
    days = (last.weekday - first.weekday) % 7
    if first.which in (None, -1) and direction not in (Direction.FUTURE, Direction.PLANNED_THEN):
        end = _weekday(replace(last, which=first.which if last.which is None else last.which), direction, today)
        return between(_shifted(end, -days), end)
    start = _weekday(first, direction, today)
    return between(start, _shifted(start, days))
