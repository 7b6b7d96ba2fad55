"""An article's own date: the one that it prints, or the days that its words leave open."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.dates import Edtf, Point, between, from_day, in_words
from generator.derive.dates_clauses import levelled
from generator.reading.dates import DateMention, read_dates
from generator.text import Span, sentences

_HEAD = 400
"""Characters at the start of an article in which a printed date stands; the same again at its end."""
_LINE = 200
"""Characters of a line in which a printed date stands; beyond that it is part of the text."""
_DIGIT = re.compile(r"[0-9]")
_DAYS = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\.?"
_STAMP = re.compile(
    r"(?:published|posted|updated|last update|last updated|last modified|modified|date|issued|created)"
    r"(?: (?:on|at))?\s*:?\s*"
    r"(?:[0-9]{1,2}:[0-9]{2}\s*(?:[ap]\.?m\.?)?\s*(?:gmt|utc|[a-z]{3,4})?,?\s*)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'-]*(?:[ ,]{1,2}(?:[A-Z(][\w.')-]*|de|la|el|al|of)){0,6}),?\s+"
    r"(?:[A-Z][a-z]+day,?\s+)?$"
)
_AFTER_DATELINE = re.compile(
    r"\s*,?\s*(?:[0-9]{4}\s*)?(?:\([^)\n]{2,40}\)|/[\w .-]{2,40}/|\[[^]\n]{2,40}\])?\s*(?:--?|:|_)"
)
_AGENCY = re.compile(r"\s*,?\s*(?:\([^)\n]{2,40}\)|/[\w .-]{2,40}/)")
_TWO_DIGITS = re.compile(
    r"[0-9]{1,2}\.?\s+[A-Za-z]{3,9}\.?\s+(?P<year>[0-9]{2})$|[A-Za-z]{3,9}\.?\s+[0-9]{1,2},?\s+'?(?P<last>[0-9]{2})$"
)


@dataclass(frozen=True)
class Solved:
    """The date of an article and, where it is not printed, how its words give it; both None where they do not."""

    published: Edtf | None
    basis: str | None


@dataclass(frozen=True)
class Printed:
    """A date that the article prints as its own, and where."""

    span: Span
    value: Edtf


def solve(text: str) -> Solved:
    """The date that `text` prints as its own, else the days that its words leave open, else nothing."""
    stamps = printed(text)
    for stamp in stamps:
        if stamp.value.year_known:
            return Solved(stamp.value, None)
    forced = _forced(text)
    if forced.published is not None or not stamps:
        return forced
    return Solved(stamps[0].value, None)


@lru_cache(maxsize=2)
def printed(text: str) -> tuple[Printed, ...]:
    """The dates of datelines and time stamps in `text`, in order; the year is unknown where none is printed."""
    plain = levelled(text)
    return tuple(_printed(text, plain, Span(0, len(text) if len(text) < 2 * _HEAD else _HEAD))) + (
        () if len(text) < 2 * _HEAD else tuple(_printed(text, plain, Span(len(text) - _HEAD, len(text))))
    )


def _printed(text: str, plain: str, window: Span) -> Iterator[Printed]:
    for place, mention in _dates_of_lines(text, window):
        span = Span(place + mention.span.start, place + mention.span.end)
        value = _day(mention)
        if value is None or value.start is None:
            continue
        line = text.rfind("\n", 0, span.start) + 1
        before, after = plain[max(line, span.start - 120) : span.start], plain[span.end : span.end + 60]
        if _is_stamp(before, after, whole=value.year_known) or (_is_dateline(before, after) and span.start < _HEAD * 2):
            yield Printed(span, value)


def _dates_of_lines(text: str, window: Span) -> Iterator[tuple[int, DateMention]]:
    """The dates near the start of each line of a window, with the place at which the line starts."""
    place = window.start
    for line in text[window.start : window.end].splitlines(keepends=True):
        head = line[:_LINE]
        if _DIGIT.search(head):
            for mention in read_dates(head, None):
                yield place, mention
        place += len(line)


def _day(mention: DateMention) -> Edtf | None:
    """The single day that a mention names; the year may be unknown."""
    value = mention.values[0] if mention.values else None
    if value is None or value.is_interval or value.start is None or value.start.day is None:
        return None
    short = _TWO_DIGITS.search(" ".join(mention.written.split()))
    if value.start.year is None and short:
        point = replace(value.start, year=_century(int(short["year"] or short["last"])))
        return Edtf(point, point)
    return value


def _century(year: int) -> int:
    """A year of two digits, as the computers of news agencies read it: 69 to 99 lie in the twentieth century."""
    return 1900 + year if year >= 69 else 2000 + year


def _is_stamp(before: str, after: str, *, whole: bool) -> bool:
    """Whether a date stands alone at the start of a line, or behind `Published` and the like."""
    if not whole:
        return False
    if _STAMP.search(before):
        return True
    alone = not re.search(r"\w", before) or bool(
        re.fullmatch(r"\s*(?:\W|[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?|gmt|utc)*", before, re.IGNORECASE)
    )
    return alone and not after.startswith(",") and not re.match(r"\s+[a-z]{2,}", after)


def _is_dateline(before: str, after: str) -> bool:
    """`CITY, 5 March 2017 (AGENCY) --`, `CITY, March 5 (Agency) -`: a place before and an agency or a dash after."""
    place = _DATELINE.search(before)
    if not place or re.search(r"\w", before[: place.start()]):
        return False
    return bool(_AFTER_DATELINE.match(after) or _AGENCY.match(after))


# What the words force --------------------------------------------------------------------------------------------


_WEEKDAY = re.compile(rf"\b(?P<day>{_DAYS})(?=[\s,(])", re.IGNORECASE)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SAID = re.compile(
    r"\b(?:said|told|announced|stated|warned|declared|confirmed|added|reported|spoke)\b[^.;:]{0,60}$", re.IGNORECASE
)
_THIS_WEEK = re.compile(r"\b(?:earlier|later) this week\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?P<word>today|yesterday|tomorrow)\s*[,(-]?\s*$", re.IGNORECASE)
_TELLING = re.compile(
    rf"\b(?:today|yesterday|tomorrow|{_DAYS})\s*[,(-]?\s*(?:the\s+)?(?:[0-9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
"""Without such words nothing is forced, and reading every date of the text would be for nothing."""
_SHIFTS = {"today": 0, "yesterday": 1, "tomorrow": -1}


@dataclass(frozen=True)
class _Weekdated:
    """`said on Friday (Jan. 6)`: a day that the words name with its weekday; `year` where they give it."""

    written: str
    weekday: int
    month: int
    day: int
    year: int | None


def _forced(text: str) -> Solved:
    plain = levelled(text)
    if not _TELLING.search(plain):
        return Solved(None, None)
    mentions = read_dates(text, None)
    beside = _beside_today(plain, mentions)
    if beside is not None:
        return beside
    year = _year_after_last(text, plain, mentions)
    for spoken in _spoken(plain, mentions):
        solved = _from_spoken(plain, spoken, year)
        if solved is not None:
            return solved
    return Solved(None, None)


def _beside_today(plain: str, mentions: tuple[DateMention, ...]) -> Solved | None:
    """`yesterday (5 March 2017)`: a word that counts from the article's day beside the date that it means."""
    for mention in mentions:
        word = _NOW.search(plain, max(0, mention.span.start - 20), mention.span.start)
        value = mention.values[0] if mention.values else None
        if word and value and value.first and value.first == value.last:
            day = value.first + datetime.timedelta(days=_SHIFTS[word["word"].lower()])
            end = mention.span.end + (plain[mention.span.end : mention.span.end + 1] == ")")
            said = " ".join(plain[word.start() : end].split())
            return Solved(_uncertain(from_day(day)), f'The article writes "{said}".')
    return None


def _spoken(plain: str, mentions: tuple[DateMention, ...]) -> Iterator[_Weekdated]:
    """The days of statements that are given with weekday, month and day."""
    for mention in mentions:
        value = mention.values[0] if mention.values else None
        weekday = _WEEKDAY.match(plain, mention.span.start)
        if not (value and weekday and value.start and value.start == value.end):
            continue
        point = value.start
        if point.month and point.day and _SAID.search(plain[max(0, mention.span.start - 90) : mention.span.start]):
            number = _NAMES.index(weekday["day"].lower()[:3])
            yield _Weekdated(" ".join(mention.written.split()), number, point.month, point.day, point.year)


def _from_spoken(plain: str, spoken: _Weekdated, year: tuple[int, str] | None) -> Solved | None:
    reason = ""
    if spoken.year is None:
        if year is None:
            return None
        # A statement of December may be told of in January, when "last year" is that of the statement.
        fitting = [one for one in (year[0], year[0] - 1) if _falls(spoken, one)]
        if len(fitting) != 1 or (fitting[0] != year[0] and spoken.month != 12):
            return None
        spoken, reason = replace(spoken, year=fitting[0]), f" {year[1]}"
    if not _falls(spoken, spoken.year or 0):
        return None
    first = datetime.date(spoken.year or 0, spoken.month, spoken.day)
    last = first + datetime.timedelta(days=6)
    week = _THIS_WEEK.search(plain)
    if week:
        last = min(last, first + datetime.timedelta(days=6 - first.weekday()))
    if year is not None and reason:
        last = min(last, datetime.date(year[0], 12, 31))
        first = max(first, datetime.date(year[0], 1, 1))
    value = _uncertain(between(first, last))
    rest = (
        f', and other days are "{week[0].lower()}"'
        if week
        else ", and a weekday by its name alone is of the last seven days"
    )
    return Solved(value, f'A statement is of "{spoken.written}"{rest}: {in_words(value.without_doubt)}.{reason}')


def _falls(spoken: _Weekdated, year: int) -> bool:
    try:
        return datetime.date(year, spoken.month, spoken.day).weekday() == spoken.weekday
    except ValueError:
        return False


def _year_after_last(text: str, plain: str, mentions: tuple[DateMention, ...]) -> tuple[int, str] | None:
    """The year after the one that the article calls `last year` in the same sentence or the one before it."""
    found: set[tuple[int, str]] = set()
    places = sentences(text)
    for at, sentence in enumerate(places):
        if not _LAST_YEAR.search(plain, sentence.start, sentence.end):
            continue
        near = Span(sentence.start, places[min(at + 1, len(places) - 1)].end)
        for mention in mentions:
            value = mention.values[0] if mention.values else None
            point = value.start if value and not value.is_interval and near.holds(mention.span) else None
            if point and point.year is not None and not mention.relative:
                words = " ".join(mention.written.split())
                found.add((point.year + 1, f'The year follows from "{words}", which the article places "last year".'))
    years = {year for year, _ in found}
    return min(found) if len(years) == 1 else None


def _uncertain(value: Edtf) -> Edtf:
    def mark(point: Point | None) -> Point | None:
        return point and replace(point, uncertain=True)

    return Edtf(mark(value.start), mark(value.end))
