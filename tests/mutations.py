"""Facts changed in one thing, by plain rules of English and of the calendar that know no article."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from generator.dates import MONTHS, Edtf, Point
from generator.model import ACTOR_FIELDS, ExcludedGroup, Fact, Mediator
from generator.reading.names import Names

Changed = tuple[str, dict[str, Any]]
"""What was done, and the fields that differ from the fact as it stands in its sheet."""

# One thing changed in a quote

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_CYCLES = (
    "one two three four five six seven eight nine ten eleven twelve twenty hundred thousand million".split(),
    "first second third fourth fifth".split(),
    list(MONTHS[1:]),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    list(calendar.day_name),
    "last next this".split(),
    "early late".split(),
    "day week month year".split(),
    "yesterday today tomorrow".split(),
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|will|would|has|have|had|can|could|may|might|must|should)\b", re.IGNORECASE
)
_VERB = re.compile(r"\b\w+(?:ed|es|ing)\b")
_NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|without)\s|n['’]t\b", re.IGNORECASE)
_HEDGES = ("more than", "at least", "up to", "some", "nearly", "about", "fewer than", "almost")
_HEDGE = re.compile(rf"\b(?:{'|'.join(_HEDGES)})\s", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def _instead(quote: str, match: re.Match[str], words: str) -> str:
    return quote[: match.start()] + words + quote[match.end() :]


def _numbers(quote: str) -> Iterator[str]:
    for match in _NUMBER.finditer(quote):
        value = int(match[0].replace(",", ""))
        form = "{:,}" if "," in match[0] else "{}"
        for other in (value + 1, value - 1, value * 10, value // 10):
            yield _instead(quote, match, form.format(other))


def _words_of_number_and_time(quote: str) -> Iterator[str]:
    for match in _WORD.finditer(quote):
        for cycle in _CYCLES:
            if match[0] in cycle:
                for step in range(1, min(len(cycle), 4)):
                    yield _instead(quote, match, cycle[(cycle.index(match[0]) + step) % len(cycle)])


def _negations(quote: str) -> Iterator[str]:
    for match in (*_AUXILIARY.finditer(quote), *_VERB.finditer(quote)):
        yield _instead(quote, match, f"{match[0]} not")
        yield _instead(quote, match, f"not {match[0]}")
    for match in _NEGATION.finditer(quote):
        yield _instead(quote, match, "")


def _hedges(quote: str) -> Iterator[str]:
    for match in _NUMBER.finditer(quote):
        yield from (_instead(quote, match, f"{hedge} {match[0]}") for hedge in _HEDGES)
    for match in _HEDGE.finditer(quote):
        yield _instead(quote, match, "")
        yield from (_instead(quote, match, f"{hedge} ") for hedge in _HEDGES if hedge != match[0].strip().lower())


def _letter_case(quote: str) -> Iterator[str]:
    for match in _WORD.finditer(quote):
        if match[0].swapcase() != match[0]:
            yield _instead(quote, match, match[0][0].swapcase() + match[0][1:])
    yield quote.upper()


def _words_lost_and_repeated(quote: str) -> Iterator[str]:
    for match in list(_WORD.finditer(quote))[1:-1]:
        yield _instead(quote, match, "")
        yield _instead(quote, match, f"{match[0]} {match[0]}")


def _names(quote: str, names: Names, house: dict[str, str]) -> Iterator[str]:
    for mention in names.read(quote):
        others = [actor for actor in house if actor not in mention.actors]
        for step in (0, len(others) // 2, len(others) - 1):
            yield quote[: mention.span.start] + house[others[step]] + quote[mention.span.end :]


def quotes_changed(fact: Fact, names: Names, house: dict[str, str]) -> Iterator[Changed]:
    """The fact with one quote changed; what only shortens a quote at an end alters nothing and is left out."""
    changes: dict[str, Callable[[str], Iterator[str]]] = {
        "number in the quote": _numbers,
        "word of number or time in the quote": _words_of_number_and_time,
        "negation in the quote": _negations,
        "hedge in the quote": _hedges,
        "letter case in the quote": _letter_case,
        "word lost or repeated in the quote": _words_lost_and_repeated,
        "actor in the quote": lambda quote: _names(quote, names, house),
    }
    for place, quote in enumerate(fact.quote):
        for name, change in changes.items():
            for changed in change(quote):
                if " ".join(changed.split()) not in " ".join(quote.split()):
                    yield name, {"quote": (*fact.quote[:place], changed, *fact.quote[place + 1 :])}


def quotes_cut(fact: Fact) -> Iterator[Changed]:
    """The fact with the negation cut off at the head of a quote, or the hedge where a number is its value."""
    patterns = [_NEGATION, _HEDGE] if hasattr(fact, "measure") else [_NEGATION]
    for place, quote in enumerate(fact.quote):
        for match in (match for pattern in patterns for match in pattern.finditer(quote)):
            yield "quote cut", {"quote": (*fact.quote[:place], quote[match.end() :], *fact.quote[place + 1 :])}


# One thing changed in a value


def actors_changed(fact: Fact, actors: list[str]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """One actor put in the place of another, or added: what was done, the actor, the fields."""
    for field in ACTOR_FIELDS:
        value = getattr(fact, field, None)
        if field == "against" and value is None and getattr(fact, "status", None) != "opposed":
            continue  # the model refuses it
        for actor in actors:
            if isinstance(value, tuple) and actor not in value:
                for place in range(len(value)):
                    yield f"another actor in {field}", actor, {field: (*value[:place], actor, *value[place + 1 :])}
                yield f"an actor added to {field}", actor, {field: (*value, actor)}
            elif isinstance(value, str) and actor != value:
                yield f"another actor in {field}", actor, {field: actor}
            elif value is None and field in type(fact).model_fields:
                yield f"an actor added to {field}", actor, {field: (actor,) if field in ("who", "against") else actor}


def speaker_dropped(fact: Fact) -> Iterator[Changed]:
    """What somebody says, stated as the article's own words."""
    if fact.said_by is not None:
        yield "the speaker dropped", {"said_by": None}


def members_dropped(fact: Fact) -> Iterator[Changed]:
    """One member left out of a set; a participant left out is only a fact that is not stated."""
    if isinstance(fact, Mediator | ExcludedGroup) and len(fact.who) > 1:
        for actor in fact.who:
            yield "an actor dropped from who", {"who": tuple(other for other in fact.who if other != actor)}


def numbers_changed(fact: Fact) -> Iterator[Changed]:
    """One number made another; a bound made exact and back; `about` toggled; another measure."""
    for field in ("low", "high", "count"):
        value = getattr(fact, field, None)
        for other in () if value is None else (value + 1, value - 1, value * 10, value // 10, value + value // 10):
            both = {"low", "high"} if getattr(fact, "low", None) == getattr(fact, "high", None) is not None else {field}
            yield "another number", dict.fromkeys(both, other) if field != "count" else {field: other}
            if field == "low" or (field == "high" and other >= (getattr(fact, "low", 0) or 0)):
                high = getattr(fact, "high", None)
                if field == "high" or high is None or other <= high:
                    yield "another number", {field: other}
    low, high = getattr(fact, "low", None), getattr(fact, "high", None)
    if low is not None or high is not None:
        bounds = ((low, None), (None, low or high), (low or high, low or high), (None, high), (high, None))
        for pair in bounds:
            if pair not in ((low, high), (None, None)):
                yield "a bound made exact or back", dict(zip(("low", "high"), pair, strict=True))
        yield "about toggled", {"about": not getattr(fact, "about", False)}


_NEGATION_OF = {
    **dict.fromkeys(("attending", "represented", "invited"), ("absent", "refused", "opposed")),
    **dict.fromkeys(("absent", "refused", "opposed"), ("attending", "represented", "invited")),
}


def status_negated(fact: Fact) -> Iterator[Changed]:
    """The status turned into each that denies it."""
    for status in _NEGATION_OF.get(getattr(fact, "status", ""), ()):
        yield "status negated", {"status": status}


def dates_changed(fact: Fact) -> Iterator[Changed]:
    """A date moved by a day, a week, a month, a year; made more or less precise; `~` toggled; an end opened."""
    for field in ("when", "as_of", "period"):
        value = getattr(fact, field, None)
        if value is not None:
            yield from ((f"{field} {how}", {field: other}) for how, other in _other_dates(value))


def _other_dates(value: Edtf) -> Iterator[tuple[str, Edtf]]:
    for days, months in ((1, 0), (-1, 0), (7, 0), (-7, 0), (0, 1), (0, -1), (0, 12), (0, -12)):
        moved = Edtf(*(point and _moved(point, days, months) for point in (value.start, value.end)))
        if moved != value:
            yield "moved", moved
    ends = (value.start, value.end)
    yield "about toggled", Edtf(*(point and replace(point, approximate=not point.approximate) for point in ends))
    for other in {point and _rougher(point) for point in ends} - {None}:
        yield "less precise", Edtf(other, other)
    for point in {point for point in ends if point}:
        yield from (("more precise", Edtf(finer, finer)) for finer in _finer(point))
    if value.is_interval:
        yield from (("one end of two", Edtf(point, point)) for point in ends if point)
        yield from (("an end opened", Edtf(*pair)) for pair in ((value.start, None), (None, value.end)))
    else:
        yield from (("an end opened", Edtf(*pair)) for pair in ((value.start, None), (None, value.end)))
        assert value.start is not None
        yield "an end added", Edtf(value.start, _next(value.start))


def _next(point: Point) -> Point:
    """The day, month or year after it."""
    return _moved(point, 1, 0) if point.day else _moved(point, 0, 1 if point.month else 12)


def _moved(point: Point, days: int, months: int) -> Point:
    """The point moved at its own precision: days move a month or a year only where it has them."""
    if point.year is None or (days and not point.day) or (months % 12 and not point.month):
        return point
    year, month = divmod(point.year * 12 + (point.month or 1) - 1 + months, 12)
    if not point.day:
        return replace(point, year=year, month=point.month and month + 1)
    last = calendar.monthrange(year, month + 1)[1]
    day = datetime.date(year, month + 1, min(point.day, last)) + datetime.timedelta(days=days)
    return replace(point, year=day.year, month=day.month, day=day.day)


def _rougher(point: Point) -> Point | None:
    if point.day:
        return replace(point, day=None)
    return replace(point, month=None) if point.month else None


def _finer(point: Point) -> Iterator[Point]:
    if not point.month:
        yield from (replace(point, month=month) for month in (1, 6, 12))
    elif not point.day:
        yield from (replace(point, day=day) for day in (1, 15, 28))


def proposals_turned(fact: Fact) -> Iterator[Changed]:
    """What is only proposed stated as so, and the other way round."""
    if getattr(fact, "status", None) in ("attending", "invited"):
        yield "proposed toggled", {"proposed": not getattr(fact, "proposed", False)}


def sentences_changed(fact: Fact) -> Iterator[Changed]:
    """A number, date word or negation of our own sentence made another, or put into it."""
    says = getattr(fact, "says", None)
    if says is not None:
        changes = {"number": _numbers, "word of number or time": _words_of_number_and_time}
        for name, change in changes.items():
            yield from ((f"{name} in the sentence", {"says": changed}) for changed in change(says))
        for what in ("on 3 March", "with 17 others", "in 2009", "for two hundred people"):
            yield "number or date put into the sentence", {"says": f"{says} {what}"}
        denied = _NEGATION.search(says)
        if denied:
            yield "negation out of the sentence", {"says": _instead(says, denied, "")}
        else:
            first, rest = says.split(" ", 1)
            yield "negation put into the sentence", {"says": f"{first} not {rest}"}


def names_of_the_sentence_changed(
    fact: Fact, names: Names, house: dict[str, str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Another actor named in our own sentence, or one more: what was done, the actor, the fields."""
    says = getattr(fact, "says", None)
    if says is not None:
        for mention in names.read(says):
            before, after = says[: mention.span.start], says[mention.span.end :]
            for actor in house.keys() - {*mention.actors}:
                yield "another actor in the sentence", actor, {"says": f"{before}{house[actor]}{after}"}
        for actor, name in house.items():
            yield "an actor put into the sentence", actor, {"says": f"{says} with {name}"}


VALUES = (
    quotes_cut,
    speaker_dropped,
    members_dropped,
    numbers_changed,
    status_negated,
    dates_changed,
    proposals_turned,
    sentences_changed,
)
"""The changes that need nothing but the fact."""
