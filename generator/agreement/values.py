"""What the answers to questions hold, where a word or a date is not enough, and how it reads."""

from __future__ import annotations

from typing import NamedTuple

from generator import dates
from generator.dates import Edtf


class Stance(NamedTuple):
    """What is said of somebody's part in an event: a status of the model, or `excluded`.

    `by` are those who oppose the presence of the one in question; `proposed` says that somebody only wants it so.
    """

    status: str
    number: int | None = None
    proposed: bool = False
    by: tuple[str, ...] = ()


class Headcount(NamedTuple):
    """How many came to harm: the bounds, whether the number is rounded, the time that the count covers, the measure."""

    low: int | None
    high: int | None
    about: bool = False
    as_of: Edtf | None = None
    period: Edtf | None = None
    measure: str = ""

    @property
    def bounds(self) -> tuple[float, float]:
        """The fewest and the most that the words can mean.

        A rounded number stands for every number that rounds to it: half a unit of its last digit that is not
        zero, either way ("about 1,500" is 1,450 to 1,550). The rule of rounding is that of ISO 80000-1, annex B.
        """
        low, high = (0.0 if self.low is None else self.low), (float("inf") if self.high is None else self.high)
        if not self.about:
            return low, high
        return low - _half_a_unit(self.low), high + _half_a_unit(self.high)


def _half_a_unit(number: int | None) -> float:
    if not number:
        return 0.0
    digits = str(number)
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) / 2


def date_in_words(value: Edtf | None) -> str:
    """A date as a reader meets it, or that there is none."""
    return dates.in_words(value) if value else "a date that its words do not settle"
