"""Dates counted from the article's own: `yesterday`, `next week`, `two months ago`, `over the past six years`."""

from __future__ import annotations

from generator.reading.dates_expressions import Ago, Days, Lately, Unit, Weekday, Weekend
from generator.reading.dates_parts import Found, month_at, weekday_at, year_at
from generator.reading.number_words import NUMBER_WORDS, Tokens, cardinal

_DAYS = {
    "yesterday": Days(-1, -1),
    "today": Days(0, 0),
    "tonight": Days(0, 0),
    "tomorrow": Days(1, 1),
    "overnight": Days(-1, 0),
}
_WHICH = {"last": -1, "this": 0, "next": 1}
_UNITS = {
    form: unit
    for unit, forms in {
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years",
        "decade": "decade decades",
    }.items()
    for form in forms.split()
}
_DAYTIMES = frozenset({"morning", "afternoon", "evening"})
_LATELY_AFTER = frozenset("over in for during within throughout this these".split())
_NEARLY = (
    ("more", "than"),
    ("less", "than"),
    ("at", "least"),
    ("close", "to"),
    *((word,) for word in "almost nearly about around roughly some over under approximately just exactly only".split()),
)
RELATIVE_OPENINGS = NUMBER_WORDS | {*_DAYS, *_WHICH, "the", "past", "a", "an"}
"""Every word with which a relative date may start; digits apart."""
_LARGEST_COUNT = 100_000
"""Of days, weeks or years that a text may count back; nobody writes more."""


def relative_date(tokens: Tokens, i: int) -> Found | None:
    """The date counted from the article's that starts at token `i`."""
    low = tokens.low(i)
    if low in _DAYS:
        return _day(tokens, i)
    if low in _WHICH or low in ("the", "past"):
        return _unit(tokens, i) or _lately(tokens, i) or _part_of_current(tokens, i)
    return _ago(tokens, i)


def _day(tokens: Tokens, i: int) -> Found | None:
    low, written = tokens.low(i), tokens.written(i)
    name = written.istitle() and tokens.written(i - 1)[:1].isupper() and tokens.written(i - 1).isalpha()
    if name and tokens.written(i - 1) not in ("On", "By", "Until", "Since"):
        return None  # a newspaper: Ruritania Today
    if low == "yesterday" and tokens.has(i - 3, "the", "day", "before"):
        return Found(i - 3, i + 1, Days(-2, -2))
    if low == "tomorrow" and tokens.has(i - 3, "the", "day", "after"):
        return Found(i - 3, i + 1, Days(2, 2))
    if (low == "overnight" and weekday_at(tokens, i + 1)) or (low == "today" and tokens.low(i - 1) == "ago"):
        return None
    return Found(i, i + 1, _DAYS[low])


def _unit(tokens: Tokens, i: int) -> Found | None:
    """`last week`, `later this month`, `last night`, `next week on Monday`, `the weekend`."""
    which, word = _WHICH.get(tokens.low(i)), tokens.low(i + 1)
    if word == "weekend" and tokens.low(i) != "past" and tokens.low(i - 1) != "the" and tokens.low(i + 2) != "of":
        return Found(i, i + 2, Weekend(which))
    if which is None:
        return None
    if which == -1 and word == "night":
        return Found(i, i + 2, Days(-1, -1))
    if which == 0 and word in _DAYTIMES:
        return Found(i, i + 2, Days(0, 0))
    # "the last week" and "the next year" are counted from the story; "last week of January" is a part.
    part = tokens.low(i + 2) == "of" and (month_at(tokens, i + 3) or year_at(tokens, i + 3))
    if word not in ("week", "month", "year") or tokens.low(i - 1) == "the" or part:
        return None
    weekday = _weekday_of_week(tokens, i + 2) if word == "week" else None
    if weekday:
        return Found(i, weekday[1], Weekday(weekday[0], week_shift=which))
    half = {"earlier": -1, "later": 1}.get(tokens.low(i - 1), 0) if which == 0 else 0
    return Found(i - 1 if half else i, i + 2, Unit(word, which, half))


def _weekday_of_week(tokens: Tokens, i: int) -> tuple[int, int] | None:
    at = i + 1 if tokens.low(i) == "," else i
    name = weekday_at(tokens, at + 1) if tokens.low(at) == "on" else None
    return (name[0], name[1]) if name and name[2] else None


def _lately(tokens: Tokens, i: int) -> Found | None:
    """`the past six years`, `the last five months`, `the past decade`, `the past 48 hours`."""
    at = i + 1 if tokens.low(i) == "the" else i
    word = tokens.low(at)
    if word not in ("past", "last") or (at == i and tokens.low(i - 1) not in _LATELY_AFTER):
        return None
    at = _after_nearly(tokens, at + 1)
    number = cardinal(tokens, at)
    end = number.end if number else at
    count = number.value if number else 1
    unit = tokens.low(end)
    if unit == "hours" and count % 24 == 0:
        count, unit = count // 24, "days"
    plain = number is not None or (unit in ("week", "month", "year", "decade") and _may_be_bare(tokens, i, word))
    if unit not in _UNITS or not plain or not 0 < count <= _LARGEST_COUNT or tokens.low(end + 1) == "of":
        return None
    return Found(i, end + 1, Lately(count, _UNITS[unit]))


def _may_be_bare(tokens: Tokens, i: int, word: str) -> bool:
    """`the past year` is a span of time; `the last year` only after `in` or `over`."""
    return word == "past" or (tokens.low(i) == "the" and tokens.low(i - 1) in _LATELY_AFTER)


def _after_nearly(tokens: Tokens, i: int) -> int:
    for words in _NEARLY:
        if tokens.has(i, *words):
            return i + len(words)
    return i


def _part_of_current(tokens: Tokens, i: int) -> Found | None:
    """`the end of the year`: the article's own year, month or week."""
    unit = tokens.low(i + 1)
    part = tokens.low(i - 1) == "of" and tokens.low(i - 2) in ("end", "beginning", "start", "middle", "close", "half")
    if tokens.low(i) != "the" or not part or unit not in ("week", "month", "year"):
        return None
    if tokens.low(i + 2) == "of" or tokens.low(i + 2)[:1].isdigit():
        return None
    return Found(i, i + 2, Unit(unit, 0))


def _ago(tokens: Tokens, i: int) -> Found | None:
    """`two weeks ago`, `about a month ago`, `14 months ago`."""
    number = cardinal(tokens, i)
    count, end = (number.value, number.end) if number else (1, i + 1)
    if number is None and tokens.low(i) not in ("a", "an", "one"):
        return None
    unit = _UNITS.get(tokens.low(end))
    if unit is None or tokens.low(end + 1) != "ago" or not 0 < count <= _LARGEST_COUNT:
        return None
    start = i
    about = False
    for words in _NEARLY:
        if tokens.has(i - len(words), *words):
            start, about = i - len(words), words[0] not in ("just", "exactly", "only")
            break
    return Found(start, end + 2, Ago(count, unit), about=about)


def week_of(tokens: Tokens, start: int) -> tuple[int, str] | None:
    """Where `the week of`, `the week beginning` or `the weekend of` before token `start` begins, and which it is."""
    at = start - 1 if tokens.low(start - 1) in ("on", "the") else start
    word, joiner = tokens.low(at - 2), tokens.low(at - 1)
    if word == "week" and joiner in ("beginning", "starting", "from"):
        return at - 2, "week from"
    return (at - 2, word) if word in ("week", "weekend") and joiner == "of" else None
