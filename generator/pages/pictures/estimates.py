"""Casualty estimates as a picture: points, bars and open arrows over an axis that starts at nought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator import dates
from generator.agreement import Answer, Question
from generator.corpus import Statement
from generator.model import CasualtyEstimate
from generator.pages.events import EventView
from generator.pages.pictures.lettering import BOLD, shortened, width
from generator.pages.views import Views
from generator.wording import count_in_words

ESTIMATES_AT_MOST = 60
"""Estimates in one picture; who wants more reads the list."""
PIPS_AT_MOST = 12
"""Statements that a label counts with a square each."""
_TITLE, _ROW, _AXIS, _OPEN = 26.0, 36.0, 26.0, 30.0
_BROAD = 600.0
"""From this width on, words stand beside the marks and not above them."""
_WORDS = 300.0
_LETTERS, _SMALL = 12.0, 10.5


@dataclass(frozen=True)
class Estimate:
    """One answer to how many: a point or a bar from `left` to `right`, open where the words set no bound."""

    statements: tuple[Statement, ...]
    more: int
    left: float
    right: float
    y: float
    point: bool
    open_low: bool
    open_high: bool
    about: bool
    number: str
    evidence: str
    details: str
    words_y: float
    title: str

    @property
    def middle(self) -> float:
        """The middle of it."""
        return round((self.left + self.right) / 2, 1)


@dataclass(frozen=True)
class EstimateRow:
    """The estimates for one event."""

    view: EventView
    title: str
    y: float
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True)
class EstimatesPicture:
    """The estimates of one measure, laid out: sizes in units of the picture, each tick with its place and number."""

    measure: str
    width: float
    height: float
    left: float
    axis: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[EstimateRow, ...]
    left_out: int

    @property
    def estimates(self) -> list[Estimate]:
        """Every estimate, event by event."""
        return [estimate for row in self.rows for estimate in row.estimates]

    @property
    def description(self) -> str:
        """What the picture shows, for those who do not see it."""
        said = ["Each estimate by itself, on one linear axis from 0; none is added to another or averaged."]
        for row in self.rows:
            each = "; ".join(f"{one.number}, {one.details}, {one.evidence}" for one in row.estimates)
            said.append(f"{row.view.event.title}: {each}.")
        return " ".join(said)


def estimates_picture(views: Views, measure: str, size: float) -> EstimatesPicture | None:
    """The estimates of a measure for all events, in a picture of this width; None where there are none."""
    given = [
        (question, answer)
        for question in views.of_kind(CasualtyEstimate.section)
        if question.key[0] == measure
        for answer in question.answers
    ]
    if not given:
        return None
    shown = given[:ESTIMATES_AT_MOST]
    left = _WORDS + 16 if size >= _BROAD else 8.0
    right = size - 12 - (_OPEN if any(_fact(answer).high is None for _, answer in shown) else 0.0)
    top = max((max(_fact(answer).low or 0, _fact(answer).high or 0) for _, answer in shown), default=0)
    scale = _Scale(left, right, max(1, top))
    rows, y = [], 0.0
    for name, found in groupby(shown, key=lambda pair: pair[0].event):
        pairs, view = list(found), views.events[name]
        drawn = tuple(_drawn(pair, scale, size, y + _TITLE + _height(size) * n, views) for n, pair in enumerate(pairs))
        rows.append(EstimateRow(view, shortened(view.event.title, size - 4, _LETTERS * BOLD), round(y, 1), drawn))
        y += _TITLE + _height(size) * len(pairs) + 4
    return EstimatesPicture(
        measure, size, round(y + _AXIS, 1), left, round(y, 1), scale.ticks(), tuple(rows), len(given) - len(shown)
    )


def _height(size: float) -> float:
    return _ROW if size >= _BROAD else _ROW + 14


def _fact(answer: Answer) -> CasualtyEstimate:
    fact = answer.statements[0].fact
    assert isinstance(fact, CasualtyEstimate)
    return fact


@dataclass(frozen=True)
class _Scale:
    """Numbers to places, in proportion from nought; whole numbers of any size."""

    left: float
    right: float
    top: int

    def x(self, number: int) -> float:
        return round(self.left + (number * 10_000 // self.top) / 10_000 * (self.right - self.left), 1)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Nought and round numbers up to the greatest, as many as there is room for."""
        most = max(1, int((self.right - self.left) // max(60.0, width(_short(self.top), _SMALL) + 16)))
        step = _round_step(-(-self.top // most))
        return tuple((self.x(number), _short(number)) for number in range(0, self.top + 1, step))


def _round_step(least: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 and so on that is no less."""
    power = int("1" + "0" * (len(str(least)) - 1))
    return next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= least)


def _short(number: int) -> str:
    """A number on the axis: in full up to seven digits, then in millions, or as a power of ten."""
    if number < 10**7:
        return f"{number:,}"
    if number < 10**12:
        return f"{number // 10**5 / 10:,g} million"
    digits = len(str(number)) - 1
    return f"{number // 10**digits} × 10^{digits}"


def _drawn(pair: tuple[Question, Answer], scale: _Scale, size: float, y: float, views: Views) -> Estimate:
    question, answer = pair
    fact = _fact(answer)
    low = fact.low if fact.low is not None else fact.high
    high = fact.high if fact.high is not None else fact.low
    assert low is not None
    assert high is not None
    room = _WORDS if size >= _BROAD else size - 4
    number = count_in_words(fact.low, fact.high, about=fact.about)
    details, evidence = _details(answer, views), views.evidence(answer.sources)
    count = min(len(answer.statements), PIPS_AT_MOST)
    return Estimate(
        statements=answer.statements[:PIPS_AT_MOST],
        more=len(answer.statements) - count,
        left=scale.x(low),
        right=scale.x(high),
        y=round(y + (13 if size >= _BROAD else 37), 1),
        point=low == high,
        open_low=fact.low is None,
        open_high=fact.high is None,
        about=fact.about,
        number=shortened(number, room - 10 * count - 130, _LETTERS * BOLD),
        evidence=evidence,
        details=shortened(details, room, _SMALL),
        words_y=round(y + 12, 1),
        title=f"{views.events[question.event].event.title}: {number}, {details}; {evidence}",
    )


def _details(answer: Answer, views: Views) -> str:
    fact, speakers = _fact(answer), counted_by(answer.statements)
    names = [views.corpus.actors[speaker].name if speaker else "nobody named" for speaker in speakers]
    said = [
        f"as of {dates.in_words(fact.as_of)}" if fact.as_of else "",
        f"in {dates.in_words(fact.period)}" if fact.period else "",
        f"counted by {' and '.join(names)}",
    ]
    return ", ".join(filter(None, said))


def counted_by(statements: Iterable[Statement]) -> tuple[str | None, ...]:
    """Who counted: the actors whom the articles quote, and None where one quotes nobody."""
    return tuple(dict.fromkeys(statement.fact.said_by for statement in statements))
