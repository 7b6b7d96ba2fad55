"""What the words for a date say, before anything is known of the article's own date.

`Named` stands for `Friday (Jan. 6)` or `in August last year`, `Unit` for `next week`, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """Which way from the article's date a date without a year, or a weekday, lies."""

    PAST = "past"
    FUTURE = "future"
    PLANNED_THEN = "planned then"
    """As in `was due on`: to come when it was planned, which may have been any time before."""
    SPOKEN_OF = "spoken of"
    """As in `announced talks`: said in the past, of what may well be to come."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Named:
    """A date by the names of its parts. `which` is -1 for `last`, +1 for `next`, 0 for `this`.

    `year_shift` counts from the article's year (`April last year`); `year_lost` is for `that year` and the like,
    where the text means a year that only its story tells.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    which: int | None = None
    year_lost: bool = False
    short_year: int | None = None


@dataclass(frozen=True)
class Weekday:
    """`Thursday`, `last Thursday`, `Thursday next week` (`week_shift` 1)."""

    weekday: int
    which: int | None = None
    week_shift: int | None = None


@dataclass(frozen=True)
class Days:
    """Days counted from the article's: `yesterday` is -1 to -1, `overnight` -1 to 0."""

    first: int
    last: int


@dataclass(frozen=True)
class Unit:
    """`last week`, `next month`, `this year`; `half` is -1 for `earlier this week`, +1 for `later this week`."""

    unit: str
    shift: int
    half: int = 0


@dataclass(frozen=True)
class Weekend:
    """`the weekend` (`which` None), `last weekend`, `this weekend`, `next weekend`."""

    which: int | None


@dataclass(frozen=True)
class Ago:
    """`two weeks ago`: days are exact; weeks, months and years are about that week, month or year."""

    count: int
    unit: str


@dataclass(frozen=True)
class Lately:
    """`over the past six years`: means about when that began."""

    count: int
    unit: str


@dataclass(frozen=True)
class Week:
    """`the week of 23 January`, Monday to Sunday; `the week from` that day on; or `the weekend` of that week."""

    day: Named
    part: str


@dataclass(frozen=True)
class Through:
    """From one date to another, both included."""

    first: Expression
    last: Expression


Expression = Named | Weekday | Days | Unit | Weekend | Ago | Lately | Week | Through


def is_relative(expression: Expression) -> bool:
    """Whether its meaning depends on the date of the article."""
    if isinstance(expression, Through):
        return is_relative(expression.first) or is_relative(expression.last)
    if isinstance(expression, Week):
        return is_relative(expression.day)
    return not isinstance(expression, Named) or expression.year is None


def is_directed(expression: Expression) -> bool:
    """Whether its meaning depends on the sentence's speaking of the past or of what is to come."""
    if isinstance(expression, Through):
        return is_directed(expression.first) or is_directed(expression.last)
    if isinstance(expression, Week):
        return is_directed(expression.day)
    return isinstance(expression, Weekday | Weekend) or (isinstance(expression, Named) and expression.year is None)
