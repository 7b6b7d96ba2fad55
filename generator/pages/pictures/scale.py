"""The time axis of a picture: one linear scale, with long quiet stretches shortened and marked as such."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.dates import MONTHS
from generator.pages.pictures.lettering import width

Anchor = Literal["start", "middle", "end"]
Span = tuple[int, int]
"""The days from the first up to, and without, the second, as proleptic Gregorian ordinals."""

LETTERS = 10.0
"""The size of the words on the axis."""
_GAP_LETTERS = 9.0
EDGE = 15.0
"""The room beside the axis for the words of its first and last day."""
_AFTER = datetime.date.max.toordinal() + 1
_CLOSE = 6.0
"""Dates nearer than this, in units of the picture, crowd each other."""
_QUIET = 0.35
"""A stretch is long if it is more than this share of all the others together."""
_BREAKS = 6
_BREAK_AT_LEAST = 38.0
"""So wide that the days on both sides of it can be named."""
_DAY_AT_MOST = 24.0
"""Units of the picture; a day that takes more looks like a week."""


@dataclass(frozen=True)
class Tick:
    """A day on the axis: where it is, and its words in two lines."""

    x: float
    upper: str
    lower: str
    words_x: float
    anchor: Anchor


@dataclass(frozen=True)
class Break:
    """A stretch that is drawn shorter than it is, with its length in words."""

    left: float
    right: float
    words: str

    @property
    def middle(self) -> float:
        """The middle of it."""
        return round((self.left + self.right) / 2, 1)


@dataclass(frozen=True)
class _Stretch:
    first: int
    last: int
    left: float
    right: float
    broken: bool


@dataclass(frozen=True)
class TimeScale:
    """Days to places across a picture; between two of its breaks every day is equally wide."""

    stretches: tuple[_Stretch, ...]
    day: float

    def x(self, day: float) -> float:
        """The place of a day, given as an ordinal; what lies outside is put on the edge."""
        for stretch in self.stretches:
            if day <= stretch.last:
                part = max(0.0, day - stretch.first) / max(1, stretch.last - stretch.first)
                return round(stretch.left + part * (stretch.right - stretch.left), 1)
        return round(self.stretches[-1].right, 1)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """The stretches that are shortened."""
        return tuple(
            Break(round(s.left, 1), round(s.right, 1), _length(s.last - s.first)) for s in self.stretches if s.broken
        )

    @property
    def runs(self) -> tuple[Span, ...]:
        """The days between the breaks; a run between two breaks may be a single instant."""
        edges = [self.stretches[0].first]
        for stretch in self.stretches:
            if stretch.broken:
                edges += [stretch.first, stretch.last]
        edges.append(self.stretches[-1].last)
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def ticks(self) -> tuple[Tick, ...]:
        """The days that the axis names: the start of each run, then whole days, weeks, months or years that fit.

        Where it counts days, a tick is at the middle of its day, as a mark for a day is; else where the day begins.
        """
        left, right = self.stretches[0].left, self.stretches[-1].right
        taken: list[tuple[float, float]] = []
        found: dict[int, tuple[float, float, Anchor]] = {}
        for day in self._named():
            if day in found:
                continue
            x = self.x(day + 0.5 if self._step.unit == "day" else day)
            room = max(width(words, LETTERS) for words in (*self._words(day), f"{_year(day)}"))
            start = min(max(x - room / 2, left - EDGE), right + EDGE - room)
            if all(start > there_end + 4 or start + room + 4 < there for there, there_end in taken):
                taken.append((start, start + room))
                anchor: Anchor = "middle" if start == x - room / 2 else "start" if start > x - room / 2 else "end"
                found[day] = (x, {"middle": x, "start": start, "end": start + room}[anchor], anchor)
        return tuple(self._written(found))

    @property
    def _step(self) -> _Step:
        """The least step whose ticks have room for their words."""
        return next((step for step in _STEPS if step.days * self.day >= 4.6 * LETTERS), _STEPS[-1])

    def _named(self) -> Iterator[int]:
        yield from (first for first, _ in self.runs)
        for first, last in self.runs:
            if first < last:
                yield from self._step.within(first, last)

    def _words(self, day: int) -> tuple[str, str]:
        """A day as the axis names it: `23 Jan` over its year; its first day stands for a month or a year, if it can."""
        if day >= _AFTER:
            return "10000", ""
        date = datetime.date.fromordinal(day)
        if date.day > 1 or self._step.unit == "day":
            return f"{date.day} {MONTHS[date.month][:3]}", str(date.year)
        return (MONTHS[date.month][:3], str(date.year)) if date.month > 1 else (str(date.year), "")

    def _written(self, found: dict[int, tuple[float, float, Anchor]]) -> Iterator[Tick]:
        starts, year = {first for first, _ in self.runs}, None
        for day in sorted(found):
            x, words_x, anchor = found[day]
            upper, lower = self._words(day)
            lower = lower if day in starts or _year(day) != year else ""
            yield Tick(x, upper, lower, round(words_x, 1), anchor)
            year = _year(day)


@dataclass(frozen=True)
class _Step:
    """From one tick to the next: so many days, months or years, which are about so many days."""

    unit: Literal["day", "month", "year"]
    count: int

    @property
    def days(self) -> float:
        return self.count * {"day": 1.0, "month": 30.4, "year": 365.2}[self.unit]

    def within(self, first: int, last: int) -> Iterator[int]:
        """The whole ones of a run, from Mondays, from January, from the year 0."""
        if self.unit == "day":
            start = first if self.count == 1 else first + (1 - first) % 7
            yield from range(start, last + 1, self.count)
            return
        months = self.count * (12 if self.unit == "year" else 1)
        begin = datetime.date.fromordinal(min(first, _AFTER - 1))
        number = -(-((begin.year * 12 + begin.month - 1) + (begin.day > 1)) // months) * months
        while number < 12 * 10_000:
            day = datetime.date(max(1, number // 12), number % 12 + 1, 1).toordinal()
            if day > last:
                return
            if number >= 12:
                yield day
            number += months


_STEPS = (
    _Step("day", 1),
    _Step("day", 7),
    *(_Step("month", count) for count in (1, 3, 6)),
    *(_Step("year", count * ten) for ten in (1, 10, 100, 1000) for count in (1, 2, 5)),
)


def time_scale(spans: Iterable[Span], left: float, right: float) -> TimeScale:
    """The axis on which these spans of days stand apart as well as they can between two edges; there is one at least.

    A stretch in which nothing begins or ends is shortened where days would crowd each other otherwise, and where it
    is long beside all that is left.
    """
    spans = set(spans)
    edges = sorted({day for span in spans for day in span})
    room = right - left
    broken = _quiet(edges, sorted({first for first, _ in spans}), room)
    if not broken and (edges[-1] - edges[0]) * _DAY_AT_MOST < room:
        edges = _padded(edges, round(room / _DAY_AT_MOST))
    pairs = list(pairwise(edges))
    least = {
        number: max(_BREAK_AT_LEAST, width(_length(pairs[number][1] - pairs[number][0]), _GAP_LETTERS) + 6)
        for number in broken
    }
    linear = sum(last - first for number, (first, last) in enumerate(pairs) if number not in broken)
    day = min(_DAY_AT_MOST if broken else room, (room - sum(least.values())) / max(1, linear))
    spare = (room - sum(least.values()) - day * linear) / max(1, len(broken))
    stretches, x = [], left
    for number, (first, last) in enumerate(pairs):
        wide = least[number] + spare if number in broken else day * (last - first)
        stretches.append(_Stretch(first, last, x, x + wide, number in broken))
        x += wide
    return TimeScale(tuple(stretches), day)


def _quiet(edges: Sequence[int], starts: Sequence[int], room: float) -> frozenset[int]:
    """The stretches between edges that are shortened, by number."""
    lengths = [last - first for first, last in pairwise(edges)]
    nearest = min((later - earlier for earlier, later in pairwise(starts)), default=0)
    total, found = sum(lengths), []
    for number in sorted(range(len(lengths)), key=lambda number: (-lengths[number], number))[:_BREAKS]:
        rest = total - lengths[number]
        if rest <= 0 or not nearest or nearest * room / total >= _CLOSE or lengths[number] < _QUIET * rest:
            break
        found.append(number)
        total = rest
    return frozenset(found)


def _padded(edges: Sequence[int], days: int) -> list[int]:
    more = (days - (edges[-1] - edges[0])) // 2
    return sorted({max(1, edges[0] - more), *edges, min(_AFTER, edges[-1] + more)})


def _year(day: int) -> int:
    return 10_000 if day >= _AFTER else datetime.date.fromordinal(day).year


def _length(days: int) -> str:
    """How long a stretch is, in the unit that says it in a small number."""
    for unit, size in (("year", 365.25), ("month", 30.44), ("day", 1.0)):
        count = round(days / size)
        if count > 1 or (count == 1 and days >= 0.9 * size):
            return f"{count:,} {unit}{'s' if count > 1 else ''}"
    return f"{days} days"
