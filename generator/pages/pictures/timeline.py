"""The timeline as a picture: which dates it draws, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator import agreement, dates
from generator.agreement import Answer, Question
from generator.corpus import Statement
from generator.dates import Edtf
from generator.model import DateFact
from generator.pages.events import EventView
from generator.pages.pictures.lanes import Extent, Label, Lane, placed
from generator.pages.pictures.lettering import BOLD, shortened, width
from generator.pages.pictures.scale import EDGE, Break, Span, Tick, TimeScale, time_scale
from generator.pages.views import Views

DATES_AT_MOST = 120
"""Dates in one picture; who wants more reads the list."""
DATES_IN_BRIEF = 40
"""Dates in a picture that is to be taken in at a glance."""
PIPS_AT_MOST = 8
"""Statements that a label counts with a square each."""
LETTERS, PIP_LETTERS = 11.0, 8.0
_AXIS, _GAP, _TITLE, _OPEN = 34.0, 13.0, 24.0, 26.0
_DIFFERS = " (sources differ)"
_SPOKEN = ("said", "announced")
_FIRST = ("held", "start", "in-effect", "agreed", "end", "suspended", "endorsed", *_SPOKEN)
"""Which dates are drawn first where there are too many."""


@dataclass(frozen=True)
class Mark:
    """One answer to when something happened: a point for a day, a bar for a longer time, from `left` to `right`.

    `statements` are those that its label counts, `more` how many others give the same answer.
    """

    statements: tuple[Statement, ...]
    more: int
    left: float
    right: float
    y: float
    point: bool
    open_start: bool
    open_end: bool
    planned: bool
    doubtful: bool
    moved: bool
    differs: bool
    label: Label
    words: str

    @property
    def middle(self) -> float:
        """The middle of it."""
        return round((self.left + self.right) / 2, 1)

    @property
    def said(self) -> str:
        """What its label says, in one sentence with the words that stand behind it."""
        return self.label.words + (_DIFFERS if self.differs else "")


@dataclass(frozen=True)
class Arrow:
    """From a date to the one that a later article moved it to: down, then along to the tip; or straight `down`."""

    x: float
    top: float
    y: float
    tip: float
    down: bool = False

    @property
    def side(self) -> int:
        """1 where the tip points to later days, -1 to earlier ones, 0 down."""
        return 0 if self.down else 1 if self.tip > self.x else -1


@dataclass(frozen=True)
class Row:
    """The dates of one event."""

    view: EventView
    title: str
    y: float
    marks: tuple[Mark, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class TimelinePicture:
    """A timeline laid out: sizes in units of the picture, `unplaced` and `left_out` dates not drawn."""

    width: float
    height: float
    axis: float
    ticks: tuple[Tick, ...]
    breaks: tuple[Break, ...]
    rows: tuple[Row, ...]
    unplaced: int
    left_out: int

    @property
    def marks(self) -> list[Mark]:
        """Every mark, event by event."""
        return [mark for row in self.rows for mark in row.marks]

    @property
    def description(self) -> str:
        """What the picture shows, for those who do not see it."""
        drawn = [s.fact.when for mark in self.marks for s in mark.statements[:1] if isinstance(s.fact, DateFact)]
        days = sorted(day for when in drawn if when for day in (when.first, when.last) if day)
        span = " to ".join(dict.fromkeys(dates.in_words(dates.from_day(day)) for day in (days[0], days[-1])))
        said = [f"{_count(len(drawn), 'date')} of {_count(len(self.rows), 'event')}, {span}."]
        said += [f"{row.view.event.title}: {'; '.join(mark.said for mark in row.marks)}." for row in self.rows]
        if self.breaks:
            said.append(f"Shortened on the axis: {', '.join(part.words for part in self.breaks)}.")
        return " ".join(said)


@dataclass(frozen=True)
class _Dated:
    """An answer with a date that can be placed."""

    question: Question
    answer: Answer
    when: Edtf

    @property
    def span(self) -> Span:
        """The days that it covers; an open end counts as long as the date of the other."""
        start, end = self.when.start or self.when.end, self.when.end or self.when.start
        assert start is not None
        assert end is not None
        first, last = start.first, end.last
        assert first is not None
        assert last is not None
        return first.toordinal(), last.toordinal() + 1


def timeline_picture(
    views: Views, size: float, *, event: EventView | None = None, brief: bool = False
) -> TimelinePicture | None:
    """The dates of one event or of all, in a picture of this width; None where no date can be placed.

    A `brief` one leaves out when things were said and announced, and draws fewer dates.
    """
    questions = event.of(DateFact.section) if event else views.of_kind(DateFact.section)
    questions = [question for question in questions if not brief or question.key[0] not in _SPOKEN]
    dated = [found for question in questions for found in _placed(question)]
    if not dated:
        return None
    at_most = DATES_IN_BRIEF if brief else DATES_AT_MOST
    drawn = set(sorted(range(len(dated)), key=lambda number: (*_weight(dated[number]), number))[:at_most])
    chosen = [found for number, found in enumerate(dated) if number in drawn]
    ends = [_OPEN if any(getattr(d.when, end) is None for d in chosen) else 0.0 for end in ("start", "end")]
    scale = time_scale((found.span for found in chosen), EDGE + ends[0], size - EDGE - ends[1])
    axis = _AXIS + (_GAP if scale.breaks else 0.0)
    rows, height = _rows(chosen, scale, axis, views, size, _TITLE if event is None else 6.0)
    answers = sum(len(question.answers) for question in questions)
    return TimelinePicture(
        size, height, axis, scale.ticks(), scale.breaks, rows, answers - len(dated), len(dated) - len(chosen)
    )


def _placed(question: Question) -> Iterator[_Dated]:
    for answer in question.answers:
        fact = answer.statements[0].fact
        if isinstance(fact, DateFact) and fact.when is not None and fact.when.year_known:
            yield _Dated(question, answer, fact.when)


def _weight(dated: _Dated) -> tuple[int, Span]:
    return _FIRST.index(dated.question.key[0]), dated.span


def _rows(
    chosen: Sequence[_Dated], scale: TimeScale, y: float, views: Views, size: float, above: float
) -> tuple[tuple[Row, ...], float]:
    rows = []
    for name, found in groupby(chosen, key=lambda dated: dated.question.event):
        view, lanes = views.events[name], list[Lane]()
        title = shortened(view.event.title, size - 4, (LETTERS + 1) * BOLD)
        marks, arrows = [], []
        for _, answers in groupby(found, key=lambda dated: dated.question.key):
            own = list(answers)
            moves = _moves(own)
            drawn = [_mark(dated, scale, size, views, moved=number in moves) for number, dated in enumerate(own)]
            origins = {new: drawn[old].middle for old, new in moves.items()}
            extents = [_extent(mark, origins.get(number, mark.middle)) for number, mark in enumerate(drawn)]
            at = placed(extents, lanes, together=bool(moves), size=size)
            drawn = [replace(mark, y=lane, label=label) for mark, (lane, label) in zip(drawn, at, strict=True)]
            arrows += [(drawn[old], drawn[new]) for old, new in moves.items()]
            marks += drawn
        tops = _tops(lanes, y + above)
        marks = [_shifted(mark, tops) for mark in marks]
        joined = tuple(_arrow(_shifted(old, tops), _shifted(new, tops)) for old, new in arrows)
        rows.append(Row(view, title, round(y, 1), tuple(marks), joined))
        y = tops[-1] + 8
    return tuple(rows), round(y, 1)


def _moves(answers: Sequence[_Dated]) -> dict[int, int]:
    """Which dates were moved, and to which: the next that a later article gives instead."""
    order = sorted(range(len(answers)), key=lambda n: agreement.chronology(answers[n].answer.statements[0]))
    moves = {}
    for place, old in enumerate(order):
        for new in order[place + 1 :]:
            one, other = answers[old], answers[new]
            if agreement.compare(one.question.kind, one.answer, other.answer) == "superseded":
                moves[old] = new
                break
    return moves


def _mark(dated: _Dated, scale: TimeScale, size: float, views: Views, *, moved: bool) -> Mark:
    statements, (first, after) = dated.answer.statements, dated.span
    facts = [statement.fact for statement in statements if isinstance(statement.fact, DateFact)]
    point = after - first == 1 and dated.when.start == dated.when.end
    left, right = (scale.x(first + 0.5),) * 2 if point else (scale.x(first), scale.x(after))
    right = right if point else max(right, round(left + 4, 1))
    words = _words(dated, views) + (", moved" if moved else "")
    differs, title = dated.question.outcome == "differing", views.events[dated.question.event].event.title
    return Mark(
        statements=statements[:PIPS_AT_MOST],
        more=max(0, len(statements) - PIPS_AT_MOST),
        left=left,
        right=right,
        y=0.0,
        point=point,
        open_start=dated.when.start is None,
        open_end=dated.when.end is None,
        planned=all(fact.standing == "planned" for fact in facts),
        doubtful=all(fact.when is not None and (fact.when.uncertain or fact.when.approximate) for fact in facts),
        moved=moved,
        differs=differs,
        label=_label(words, len(statements), size, differs=differs),
        words=f"{title}: {words}{_DIFFERS if differs else ''}; {_count(len(dated.answer.articles), 'article')}",
    )


def _words(dated: _Dated, views: Views) -> str:
    what = dated.question.key[0].replace("-", " ").capitalize()
    speaker = dated.answer.statements[0].fact.said_by if dated.question.key[0] in _SPOKEN else None
    by = f", {views.corpus.actors[speaker].name}" if speaker else ""
    planned = all(getattr(statement.fact, "standing", "") == "planned" for statement in dated.answer.statements)
    return f"{what}: {dates.in_words(dated.when)}{by}{', planned' if planned else ''}"


def _label(words: str, count: int, size: float, *, differs: bool) -> Label:
    more = f" +{count - PIPS_AT_MOST}" if count > PIPS_AT_MOST else ""
    beside = min(count, PIPS_AT_MOST) * PIP_LETTERS + 6 + width(more, PIP_LETTERS)
    beside += width(" sources differ", LETTERS - 1) if differs else 0.0
    text = shortened(words, size - beside - 4, LETTERS)
    return Label(text, 0.0, 0.0, "start", round(width(text, LETTERS) + beside, 1))


def _extent(mark: Mark, origin: float) -> Extent:
    """The edges of a mark with its arrows; `origin` is where the arrow that leads to it starts."""
    left = mark.left - (_OPEN if mark.open_start else 5 if mark.point else 0)
    right = mark.right + (_OPEN if mark.open_end else 5 if mark.point else 0)
    return Extent(min(left, origin), max(right, origin), mark.middle, mark.label)


def _tops(lanes: Iterable[Lane], y: float) -> list[float]:
    """The upper edge of each lane, and the lower edge of the last."""
    tops = [y]
    for lane in lanes:
        tops.append(tops[-1] + lane.height)
    return tops


def _shifted(mark: Mark, tops: Sequence[float]) -> Mark:
    """A mark whose `y` is the number of its lane, put where that lane is."""
    lane = int(mark.y)
    y = round(tops[lane + 1] - 9, 1)
    return replace(mark, y=y, label=replace(mark.label, y=round(y + mark.label.y, 1)))


def _arrow(old: Mark, new: Mark) -> Arrow:
    along = new.middle - old.middle
    if abs(along) < 14:
        return Arrow(old.middle, round(old.y + 6, 1), round(new.y - 6, 1), new.middle, down=True)
    tip = new.left - 6 if along > 0 else new.right + 6
    return Arrow(old.middle, round(old.y + 6, 1), new.y, round(tip, 1))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
