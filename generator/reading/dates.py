"""Which dates a text gives, resolved against the date of its article.

A value is never more precise than the words: `late December` is a month, `mid-2012` a year, `this week`
the days from Monday to Sunday. A year or a weekday that the words leave open is settled by the article's
date and by whether the sentence speaks of the past or of what is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.dates import Edtf, Point
from generator.reading.dates_calendar import resolve
from generator.reading.dates_direction import Cues
from generator.reading.dates_expressions import (
    Direction,
    Lately,
    Named,
    Through,
    Unit,
    Week,
    Weekday,
    is_directed,
    is_relative,
)
from generator.reading.dates_named import named_dates
from generator.reading.dates_parts import NAMES_OF_DAYS_AND_MONTHS, Found
from generator.reading.dates_relative import RELATIVE_OPENINGS, relative_date, week_of
from generator.reading.number_words import Tokens, sentence_tokens
from generator.text import Folded, Span


@dataclass(frozen=True)
class DateMention:
    """A date in a text, with what it means, best first; `values` is empty where the article's date does not settle it.

    `relative` says whether the meaning depends on the article's date. The words that shape the meaning
    (`since`, `late`, `about`, `between`) belong to the mention; `on` and `in` do not.
    """

    span: Span
    written: str
    values: tuple[Edtf, ...]
    relative: bool


def read_dates(text: str, published: Edtf | None) -> tuple[DateMention, ...]:
    """Every date in `text`, in order; mentions never overlap. `published` may be uncertain or an interval."""
    certain = published.without_doubt if published else None
    return tuple(
        mention
        for sentence, folded, tokens in sentence_tokens(text)
        for mention in _in_sentence(text, sentence, folded, tokens, certain)
    )


def _in_sentence(
    text: str, sentence: Span, folded: Folded, tokens: Tokens, published: Edtf | None
) -> Iterator[DateMention]:
    found = _told_of_one_year(tokens, _find(tokens))
    places = [tokens.span(date.start, date.end) for date in found]
    cues = Cues(folded.text, places) if any(is_directed(date.expression) for date in found) else None
    for date, place in zip(found, places, strict=True):
        value = resolve(date.expression, _direction(date, place, cues), published)
        original = folded.original(place)
        span = Span(original.start + sentence.start, original.end + sentence.start)
        yield DateMention(span, text[span.start : span.end], _values(date, value), is_relative(date.expression))


def _direction(date: Found, place: Span, cues: Cues | None) -> Direction:
    if date.frame == "since":
        return Direction.PAST
    if cues is None or not is_directed(date.expression):
        return Direction.UNKNOWN
    return cues.direction_of(place, until=date.frame == "until")


def _find(tokens: Tokens) -> list[Found]:
    found: list[Found] = []
    free = 0
    for i in tokens.places(_OPENINGS):
        if i < free:
            continue
        relative = relative_date(tokens, i)
        here = [relative] if relative else named_dates(tokens, i)
        if here:
            found.append(_with_words_before(tokens, here[0], free))
            found.extend(here[1:])
            free = found[-1].end
    return found


_OPENINGS = RELATIVE_OPENINGS | NAMES_OF_DAYS_AND_MONTHS
"""Every word with which a date may start; digits apart."""


_PARTS = frozenset(
    "beginning start end middle half week weeks days part close month spring summer autumn fall winter course".split()
)
_PART_WORDS = frozenset("early late mid first second last latter very opening final".split())
_ABOUT = frozenset("about around circa approximately roughly".split())


def _with_words_before(tokens: Tokens, date: Found, free: int) -> Found:
    """The date with the words before it that shape its meaning: `since about the end of`, `from`, `early on`."""
    start, expression, about = date.start, date.expression, date.about
    week = week_of(tokens, start)
    if week and isinstance(expression, Named) and expression.day and week[0] >= free:
        start, expression = week[0], Week(expression, week[1])
    start = _before_parts(tokens, start, free, is_day=isinstance(expression, Named) and expression.day is not None)
    if isinstance(expression, Through) and tokens.low(start - 1) in ("from", "between") and start - 1 >= free:
        start -= 1
    hedged = not isinstance(expression, Weekday | Unit) and tokens.low(start - 1) in _ABOUT
    if hedged and start - 1 >= free:
        start, about = start - 1, True
        if tokens.low(start - 1) == "or" and tokens.low(start - 2) == "on" and start - 2 >= free:
            start -= 2
    start, frame = _frame(tokens, start, free)
    while tokens.low(start) == "the":
        start += 1  # a quote may well begin after it
    return Found(start, date.end, expression, about, frame)


def _before_parts(tokens: Tokens, start: int, free: int, *, is_day: bool) -> int:
    """Where `early`, `mid-`, `the end of`, `late on` or `the 23rd`'s article starts."""
    at = start
    if tokens.low(at - 1) == "on" and tokens.low(at - 2) in ("early", "late", "later", "earlier"):
        at -= 1
    if tokens.low(at - 1) == "-" and tokens.low(at - 2) == "mid":
        at -= 1
    # "within 30 days of 20 January" names no part of that day.
    if not is_day and tokens.low(at - 1) == "of" and tokens.low(at - 2) in _PARTS:
        at -= 2
    elif not is_day and tokens.low(at - 1) == "the" and tokens.low(at - 2) == "of" and tokens.low(at - 3) in _PARTS:
        at -= 3
    while tokens.low(at - 1) in _PART_WORDS or (at < start and tokens.low(at - 1) in ("later", "earlier")):
        at -= 1
    if tokens.low(at - 1) == "the":
        at -= 1
    return at if at >= free else start


def _frame(tokens: Tokens, start: int, free: int) -> tuple[int, str | None]:
    at = start - 2 if tokens.has(start - 2, "at", "least") else start
    if tokens.low(at - 1) == "since" and at - 1 >= free:
        return at - 1, "since"
    if tokens.low(start - 1) in ("until", "till") and start - 1 >= free:
        return start - (2 if tokens.low(start - 2) == "up" and start - 2 >= free else 1), "until"
    if tokens.has(start - 2, "up", "to") and start - 2 >= free:
        return start - 2, "until"
    return start, None


def _told_of_one_year(tokens: Tokens, found: Sequence[Found]) -> list[Found]:
    """`In 2005, the sides signed on July 15`: a year that opens a sentence holds for its months and days."""
    if not found or tokens.low(0) != "in" or found[0].start != 1:
        return list(found)
    opening = found[0].expression
    if not isinstance(opening, Named) or opening.year is None or opening.day is not None:
        return list(found)
    return [found[0], *(_in_year(date, opening.year) for date in found[1:])]


def _in_year(date: Found, year: int) -> Found:
    named = date.expression
    if not isinstance(named, Named) or named.month is None or named.which is not None:
        return date
    if (named.year, named.year_shift, named.short_year, named.year_lost) != (None, None, None, False):
        return date
    return replace(date, expression=replace(named, year=year))


def _values(date: Found, value: Edtf | None) -> tuple[Edtf, ...]:
    if value is None:
        return ()
    if date.about:
        value = Edtf(_about(value.start), _about(value.end))
    if date.frame == "since" or isinstance(date.expression, Lately):
        return value, Edtf(value.start, None)
    if date.frame == "until":
        return value, Edtf(None, value.end)
    return (value,)


def _about(point: Point | None) -> Point | None:
    return point and replace(point, approximate=True)
