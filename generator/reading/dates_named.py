"""Months and years, and two dates that one phrase joins: `in March`, `since 2011`, `from 30 April to 2 May`."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from generator.reading.dates_days import RANGE_WORDS, month_days, numeric_date, weekday_date
from generator.reading.dates_expressions import Named, Through, Weekday
from generator.reading.dates_parts import COUNTED_THINGS, Found, counts, month_at, which_before, year_after, year_at
from generator.reading.number_context import is_label
from generator.reading.number_words import Tokens, cardinal


def named_dates(tokens: Tokens, i: int) -> list[Found]:
    """The dates that start at token `i`: one, or several where a list of days shares a month."""
    numeric = numeric_date(tokens, i)
    if numeric:
        return [numeric]
    found = _dates_at(tokens, i, alone=True)
    return [*found[:-1], _joined(tokens, found[-1])] if found else []


def _dates_at(tokens: Tokens, i: int, *, alone: bool) -> list[Found]:
    """The dates at `i`; a month or a year that stands alone needs words that show it to be one."""
    found = weekday_date(tokens, i) or month_days(tokens, i)
    if found:
        return found
    single = _month(tokens, i, alone=alone) or _year(tokens, i, alone=alone) or _decade(tokens, i)
    return [single] if single else []


_PARTS = frozenset(
    "beginning start end middle half week weeks days part close month spring summer autumn fall winter course".split()
)
_MONTH_AFTER = frozenset(
    "in since until till by from during before after through throughout for to of between early late mid".split()
)
_SURE_MONTH_AFTER = frozenset("in since until till during throughout early late mid".split())
"""What `May` and `March` need before them to be months: `by May` may be a person, `to March` a verb."""
_DETERMINERS = frozenset("the a an its their his her 's this".split())
_PREPOSITIONS = frozenset("on of to for in at against from through into across with by and or".split())


def _month(tokens: Tokens, i: int, *, alone: bool) -> Found | None:
    name = month_at(tokens, i)
    if name is None:
        return None
    month, end, full = name
    year, after = year_after(tokens, end)
    start, which = which_before(tokens, i)
    if year != Named():
        return Found(i, after, replace(year, month=month))
    if not full and tokens.low(i + 1) != ".":
        return None
    if which is not None:
        return Found(start, end, Named(month=month, which=which))
    return None if alone and not _is_month(tokens, i, end) else Found(i, end, Named(month=month))


def _is_month(tokens: Tokens, i: int, end: int) -> bool:
    name = tokens.low(i)
    at = i - 2 if tokens.low(i - 1) == "-" and tokens.low(i - 2) == "mid" else i - 1
    before = tokens.low(at)
    if name == "may" and tokens.low(end) == "'s":
        return False
    if before in (_SURE_MONTH_AFTER if name in ("may", "march") else _MONTH_AFTER):
        return True
    if before == "of" and tokens.low(at - 1) in _PARTS:
        return True
    if before in ("and", "or") and month_at(tokens, at - 1):
        return True
    if before in ("from", "between") and tokens.low(end) in RANGE_WORDS | {"and"} and month_at(tokens, end + 1):
        return True
    after = tokens.written(end)
    return (
        name != "may" and before in _DETERMINERS and after.isalpha() and after.islower() and after not in _PREPOSITIONS
    )


_YEAR_AFTER = frozenset(
    "in since during until till throughout early late mid year circa spring summer autumn winter".split()
)
_YEAR_LIKELY_AFTER = frozenset("by of from before after through".split())
_ABOUT = frozenset("about around approximately roughly circa".split())
_NO_NOUN = frozenset("or and who of were was that is are to in on at by for with from had have has".split())


def _year(tokens: Tokens, i: int, *, alone: bool) -> Found | None:
    year = year_at(tokens, i)
    if year is None or not 1800 <= year <= 2099 or (alone and not _is_year(tokens, i)):
        return None
    if not alone and counts(tokens, i + 1):
        return None
    short = re.fullmatch(r"[0-9]{2}", tokens.low(i + 2)) and tokens.low(i + 1) == "-" and tokens.glued(i + 1)
    if short and alone and int(tokens.low(i + 2)) > year % 100:
        return Found(i, i + 3, Through(Named(year), Named(year - year % 100 + int(tokens.low(i + 2)))))
    return Found(i, i + 1, Named(year))


def _is_year(tokens: Tokens, i: int) -> bool:
    """Whether a bare four-digit number is a year: `in 2016`, `the 2015 accord`; not `2016 people`."""
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    if before == "-" and tokens.low(i - 2) == "mid":
        before = "mid"
    if tokens.has(i - 2, "at", "least"):
        before = tokens.low(i - 3)
    if before in _ABOUT and tokens.low(i - 2) in ("in", "since", "from", "until"):
        before = tokens.low(i - 2)
    if after in RANGE_WORDS | {"and", "or"} and tokens.low(i + 2)[:1].isdigit() and not _goes_on(tokens, i + 2):
        return False
    if before in _YEAR_AFTER or (before == "between" and after == "and" and year_at(tokens, i + 2)):
        return after not in COUNTED_THINGS
    if counts(tokens, i + 1):
        return False
    if before in ("and", "or") and year_at(tokens, i - 2):
        return tokens.low(i - 3) in _YEAR_AFTER
    if before in _YEAR_LIKELY_AFTER:
        return before != "of" or cardinal(tokens, i - 2) is None or is_label(tokens, i - 2)
    return _is_year_by_what_follows(tokens, i)


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether the number after `2011 to` leaves 2011 a year."""
    year = year_at(tokens, i)
    short = re.fullmatch(r"[0-9]{2}", tokens.low(i)) is not None and tokens.glued(i - 1)
    joined = tokens.low(i - 1) in RANGE_WORDS or tokens.low(i - 3) == "between"
    return short or (year is not None and year <= 2099 and not counts(tokens, i + 1)) or not joined


def _is_year_by_what_follows(tokens: Tokens, i: int) -> bool:
    before, after = tokens.low(i - 1), tokens.low(i + 1)
    if after == "-" and tokens.glued(i) and tokens.glued(i + 1) and year_at(tokens, i + 2):
        return not tokens.glued(i - 1) or before == "("
    if after == "-" and tokens.low(i + 2) == f"{(int(tokens.low(i)) + 1) % 100:02}":
        return before in _DETERMINERS
    if before == "(":
        return after in (")", "-", ",", ";")
    if tokens.has(i - 2, "compared", "with") or tokens.has(i - 2, "compared", "to"):
        return True
    if before == "for":
        return tokens.low(i - 2) in ("planned", "scheduled", "set", "due", "slated", "expected")
    if i == 0:
        return after in ("was", "is", "has", "saw", "will", "marked", "brought", "began", "ended")
    # "the 2015 accord", "Ruritania's 2012 offensive"
    return before in _DETERMINERS and after.isalpha() and after not in _NO_NOUN and not after.endswith(("ers", "ees"))


def _decade(tokens: Tokens, i: int) -> Found | None:
    match = re.fullmatch(r"((?:1[89]|20)[0-9]0)s", tokens.low(i))
    return Found(i, i + 1, Through(Named(int(match[1])), Named(int(match[1]) + 9))) if match else None


def _joined(tokens: Tokens, first: Found) -> Found:
    """`first`, or the interval that it makes with the date joined to it; a list's year holds for its first date too."""
    joiner = tokens.low(first.end)
    if joiner not in RANGE_WORDS | {"and", "or"} or not isinstance(first.expression, Named | Weekday):
        return first
    at = first.end + 1
    while at < first.end + 4 and tokens.low(at) in ("the", "on", "in", "late", "early", "mid"):
        at += 2 if tokens.low(at) == "mid" and tokens.low(at + 1) == "-" else 1
    following = _dates_at(tokens, at, alone=False)
    if len(following) != 1 or not isinstance(following[0].expression, Named | Weekday):
        return first
    second = following[0]
    assert isinstance(second.expression, Named | Weekday)
    apart = at > first.end + 1 and joiner in ("and", "or") and _introduction(tokens, first)[0] != "between"
    if apart or _precision(first.expression) != _precision(second.expression):
        return first
    if _is_interval(tokens, first, second, joiner):
        return Found(first.start, second.end, Through(first.expression, second.expression))
    return replace(first, expression=_with_year_of(first.expression, second.expression))


def _precision(date: Named | Weekday) -> str:
    if isinstance(date, Weekday):
        return "weekday" if date.week_shift is None else "weekday of a week"
    return "day" if date.day else "month" if date.month else "year"


def _with_year_of(first: Named | Weekday, second: Named | Weekday) -> Named | Weekday:
    if not (isinstance(first, Named) and isinstance(second, Named)) or first.month is None or second.month is None:
        return first
    if (first.year, first.year_shift, first.year_lost, first.which) != (None, None, False, None):
        return first
    earlier = (first.month, first.day or 0) < (second.month, second.day or 0)
    return (
        replace(first, year=second.year, year_shift=second.year_shift, year_lost=second.year_lost) if earlier else first
    )


_MOVES = re.compile(r"(?:postpon|mov|delay|push|chang|shift|reschedul|defer|bring|brought|extend).*")


def _is_interval(tokens: Tokens, first: Found, second: Found, joiner: str) -> bool:
    if isinstance(second.expression, Named | Weekday) and second.expression.which is not None:
        return False
    before, at = _introduction(tokens, first)
    if joiner in ("and", "or"):
        if joiner == "and" and before != "between":
            return _steps(first, second) == 1
        return _steps(first, second) > 0
    if joiner in ("until", "till") and before != "from":
        return False
    moved = any(_MOVES.fullmatch(tokens.low(word)) for word in range(max(0, at - 6), at))
    return not moved and _steps(first, second) > 0


def _introduction(tokens: Tokens, date: Found) -> tuple[str, int]:
    """The word that leads in a date (`from`, `between`), past those that name a part of it, and its index."""
    at = date.start - 1
    while tokens.low(at) in ("late", "early", "mid", "-", "the", "of", "end", "beginning", "start"):
        at -= 1
    return tokens.low(at), at


def _steps(first: Found, second: Found) -> int:
    """How many days, months or years the second date lies after the first, at their common precision."""
    a, b = first.expression, second.expression
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        return (b.weekday - a.weekday) % 7
    if not (isinstance(a, Named) and isinstance(b, Named)):
        return 0
    if a.month is None or b.month is None:
        return (b.year or 0) - (a.year or 0)
    years = (b.year - (a.year or b.year)) if b.year else 0
    if a.day is None or b.day is None:
        months = b.month - a.month
        return months % 12 if a.year is None and months else years * 12 + months
    days = (datetime.date(2000, b.month, b.day) - datetime.date(2000, a.month, a.day)).days
    return days % 366 if a.year is None and years == 0 else 366 * years + days
