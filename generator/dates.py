"""Dates at the precision that a text gives them: a subset of EDTF (ISO 8601-2:2019, levels 0 and 1).

The subset: years (`2016`), months (`2016-12`), days (`2016-12-31`), an unknown year (`XXXX-12`,
`XXXX-12-31`), the qualifiers `?` (uncertain), `~` (approximate) and `%` (both) at the end of a date,
and intervals `earlier/later` whose ends are dates or `..` (open).
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.errors import BriefingsError

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[?~%])?", re.ASCII)
MONTHS = tuple(calendar.month_name)
"""English month names, January at 1."""


class DateError(BriefingsError, ValueError):
    """A text is not a date of the subset."""


@dataclass(frozen=True)
class Point:
    """One calendar date of year, month or day precision; `year` is None where it is unknown."""

    year: int | None
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    approximate: bool = False

    @property
    def first(self) -> datetime.date | None:
        """The first day it can mean, None without a year."""
        return None if self.year is None else datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date | None:
        """The last day it can mean, None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get((self.uncertain, self.approximate), "")
        return "-".join(parts) + mark


@dataclass(frozen=True)
class Edtf:
    """A date or an interval.

    `start` and `end` are the same point for a single date; in an interval, None stands for an open end.
    """

    start: Point | None
    end: Point | None

    @property
    def is_interval(self) -> bool:
        """Whether it was given as `earlier/later`."""
        return self.start != self.end

    @property
    def first(self) -> datetime.date | None:
        """The first day it covers; None where that is open or the year is unknown."""
        return self.start.first if self.start else None

    @property
    def last(self) -> datetime.date | None:
        """The last day it covers; None where that is open or the year is unknown."""
        return self.end.last if self.end else None

    @property
    def year_known(self) -> bool:
        """Whether it can be placed on a calendar at all."""
        return all(point is None or point.year is not None for point in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        """Whether any part carries `?` or `%`."""
        return any(point is not None and point.uncertain for point in (self.start, self.end))

    @property
    def approximate(self) -> bool:
        """Whether any part carries `~` or `%`."""
        return any(point is not None and point.approximate for point in (self.start, self.end))

    @property
    def without_doubt(self) -> Edtf:
        """The same date without `?`: how sure the date is known is another matter than which date it is."""
        start, end = (p and Point(p.year, p.month, p.day, approximate=p.approximate) for p in (self.start, self.end))
        return Edtf(start, end)

    def covers(self, other: Edtf) -> bool:
        """Whether every day of `other` lies within this date; unknown years cover the same month and day."""
        if not (self.year_known and other.year_known):
            return _same_in_some_year(self, other)
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def __str__(self) -> str:
        if not self.is_interval:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


def _same_in_some_year(one: Edtf, other: Edtf) -> bool:
    """Whether `one` covers `other`, of which at least one has no year, in a year that fits both."""
    points = (one.start, one.end, other.start, other.end)
    years = {point.year for point in points if point and point.year is not None} or {_LEAP_YEAR}
    return any(
        wide is not None and narrow is not None and wide.covers(narrow)
        for year in years
        for wide in (_in_year(one, year),)
        for narrow in (_in_year(other, year), _in_year(other, year + 1))
    )


_LEAP_YEAR = 2000


def _in_year(value: Edtf, year: int) -> Edtf | None:
    """A date without a year as one that starts in `year`; None where that year has no such day."""
    if value.year_known:
        return value
    start, end = (point and replace(point, year=year) for point in (value.start, value.end))
    if start and end and (start.month or 1, start.day or 1) > (end.month or 12, end.day or 31):
        end = replace(end, year=year + 1)
    return Edtf(start, end) if all(point is None or _exists(point) for point in (start, end)) else None


def _exists(point: Point) -> bool:
    year, month = point.year or _LEAP_YEAR, point.month or 1
    return year <= datetime.MAXYEAR and (point.day or 1) <= calendar.monthrange(year, month)[1]


def _point(text: str, whole: str) -> Point:
    match = _DATE.fullmatch(text)
    if not match:
        forms = "2016, 2016-12, 2016-12-31, XXXX-12-31 or two of them with / between"
        raise DateError(f"{whole!r} is not a date: write {forms}")
    year, month, day = (
        None if match[name] in (None, "XXXX") else int(match[name]) for name in ("year", "month", "day")
    )
    if year is None and month is None:
        raise DateError(f"{whole!r} says nothing: with an unknown year give at least the month")
    if year == 0:
        raise DateError(f"{whole!r} is not a date: years run from 0001 to 9999")
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"{whole!r} is not a date: there is no month {month:02d}")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        raise DateError(f"{whole!r} is not a date: {MONTHS[month]} has no day {day:02d}")
    mark = match["mark"] or ""
    return Point(year, month, day, uncertain=mark in ("?", "%"), approximate=mark in ("~", "%"))


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF text; raises `DateError` with the reason where it is not one of the subset."""
    parts = text.split("/")
    if len(parts) > 2:
        raise DateError(f"{text!r} is not a date: an interval has one /")
    if len(parts) == 1:
        point = _point(text, text)
        return Edtf(point, point)
    start, end = (None if part == ".." else _point(part, text) for part in parts)
    if start is None and end is None:
        raise DateError(f"{text!r} says nothing: an interval needs at least one end")
    if start and end and (start.year is None) != (end.year is None):
        raise DateError(f"{text!r}: give the year at both ends or at neither")
    value = Edtf(start, end)
    if start == end:
        raise DateError(f"{text!r} is one date: write {start}")
    if value.first and value.last and value.first > value.last:
        raise DateError(f"{text!r} ends before it starts: write the earlier date first")
    return value


def from_day(day: datetime.date) -> Edtf:
    """The single day `day`."""
    point = Point(day.year, day.month, day.day)
    return Edtf(point, point)


def between(first: datetime.date, last: datetime.date) -> Edtf:
    """The days from `first` to `last`, both included: a single day where they are one."""
    return from_day(first) if first == last else Edtf(from_day(first).start, from_day(last).end)


def _point_in_words(point: Point) -> str:
    words = "" if point.day is None else f"{point.day} "
    words += "" if point.month is None else f"{MONTHS[point.month]} "
    words += "(year not stated)" if point.year is None else str(point.year)
    doubt = " (worked out)" if point.uncertain else ""
    return ("about " if point.approximate else "") + words + doubt


def in_words(value: Edtf) -> str:
    """A date as a reader meets it, at the precision that it has: `23 January 2017`, `about 2011 or later`."""
    if not value.is_interval:
        return _point_in_words(value.start) if value.start else ""
    if value.start is None and value.end is not None:
        return f"until {_point_in_words(value.end)}"
    if value.end is None and value.start is not None:
        return f"since {_point_in_words(value.start)}"
    assert value.start is not None and value.end is not None
    return _span_in_words(value.start, value.end)


def _span_in_words(start: Point, end: Point) -> str:
    doubt = " (worked out)" if start.uncertain or end.uncertain else ""
    start = Point(start.year, start.month, start.day, approximate=start.approximate)
    end = Point(end.year, end.month, end.day, approximate=end.approximate)
    left, right = _point_in_words(start), _point_in_words(end)
    if start.year == end.year and not end.approximate:
        left = left.removesuffix(f" {start.year}").removesuffix(" (year not stated)")
        if start.month == end.month and start.day and end.day:
            left = left.removesuffix(f" {MONTHS[end.month or 0]}")
    return f"{left} to {right}{doubt}"
