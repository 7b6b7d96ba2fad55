"""Which counts a text gives, and how exactly: `400,000`, `more than a dozen`, `some 20`, `10 to 15`.

Only counts are read. A length of time, a distance, a share, a price, an age, a time of day, an ordinal
and the number of an article or resolution are no counts; `hundreds` is no number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.reading.number_context import is_label, is_no_count, joins_labels
from generator.reading.number_hedges import Hedge, hedge_after, hedges_before
from generator.reading.number_words import NUMBER_WORDS, PEOPLE, Cardinal, Tokens, cardinal, sentence_tokens
from generator.text import Folded, Span


@dataclass(frozen=True)
class NumberMention:
    """A count in a text, hedge words included; `low` is None for `up to 20`, `high` is None for `at least 20`."""

    span: Span
    written: str
    low: int | None
    high: int | None
    about: bool


@dataclass(frozen=True)
class _Count:
    """A number or a range, and the tokens that it takes, hedge words not included."""

    start: int
    end: int
    low: int
    high: int


def read_numbers(text: str, taken: Sequence[Span] = ()) -> tuple[NumberMention, ...]:
    """Every count in `text`, in order; the spans of `taken` (those of dates) hold none."""
    blocked = _merged(taken)
    return tuple(
        mention
        for sentence, folded, tokens in sentence_tokens(text)
        for mention in _in_sentence(text, sentence, folded, tokens, blocked)
    )


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _in_sentence(
    text: str, sentence: Span, folded: Folded, tokens: Tokens, taken: Sequence[Span]
) -> Iterator[NumberMention]:

    def place(first: int, end: int) -> Span:
        original = folded.original(tokens.span(first, end))
        return Span(original.start + sentence.start, original.end + sentence.start)

    def is_free(first: int, end: int) -> bool:
        span = place(first, end)
        at = bisect_left(taken, span.end, key=lambda other: other.start)
        return at == 0 or taken[at - 1].end <= span.start

    for start, end, count, hedges in _counts(tokens, is_free):
        span = place(start, end)
        low, high, about = _bounds(count, hedges)
        yield NumberMention(span, text[span.start : span.end], low, high, about)


def _counts(tokens: Tokens, is_free: Callable[[int, int], bool]) -> Iterator[tuple[int, int, _Count, Sequence[Hedge]]]:
    free = done = 0
    for i in tokens.places(_OPENINGS):
        number = _number(tokens, i) if i >= free else None
        if number is None or not is_free(i, i + 1):
            continue
        if is_label(tokens, i):
            free = _after_labels(tokens, i, number)
            continue
        if not is_free(i, number.end):
            number = Cardinal(int(tokens.low(i)), i + 1) if tokens.low(i).isdecimal() else None
        if number is None:
            continue
        count = _range(tokens, i, number, is_free) or _Count(i, number.end, number.value, number.value)
        free = count.end
        if is_no_count(tokens, _first_number(tokens, count), Cardinal(count.high, count.end)):
            continue
        start, before = hedges_before(tokens, count.start, Cardinal(count.low, count.end))
        end, after = hedge_after(tokens, count.end)
        hedges = ([after] if after else []) + before
        yield max(start, done), end, count, hedges
        free = done = end


def _number(tokens: Tokens, i: int) -> Cardinal | None:
    low = tokens.low(i)
    short = _SHORT_MILLIONS.fullmatch(low)
    if short:
        value = Fraction(short["number"]) * _SHORT[short["scale"]]
        return Cardinal(int(value), i + 1) if value.denominator == 1 and tokens.low(i + 1) in PEOPLE else None
    if low[:1].isdigit() or low in _OPENINGS:
        return cardinal(tokens, i)
    return None


_OPENINGS = NUMBER_WORDS | {"a", "an"}
"""Every word with which a number may start; digits apart."""
_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
_SHORT_MILLIONS = re.compile(r"(?P<number>[0-9]{1,4}(?:\.[0-9]{1,4})?)(?P<scale>k|mn?|bn)")
"""`2.3m`: a number only before people, since it may be metres elsewhere."""


def _first_number(tokens: Tokens, count: _Count) -> int:
    return count.start + 1 if tokens.low(count.start) in ("from", "between") else count.start


def _after_labels(tokens: Tokens, i: int, number: Cardinal) -> int:
    """The index after a label number and those joined to it: `articles 5, 6 and 7`."""
    plural = tokens.low(i - 1).endswith("s") or tokens.low(i - 2) == "nos"
    end = number.end
    while joins_labels(tokens, end, plural=plural) and (following := _number(tokens, end + 1)):
        end = following.end
    return end


def _range(tokens: Tokens, i: int, first: Cardinal, is_free: Callable[[int, int], bool]) -> _Count | None:
    """`10 to 15`, `10-15`, `between 10 and 15`, `two or three million`; None where the numbers are two facts."""
    joiner = tokens.low(first.end)
    between = tokens.low(i - 1) == "between"
    second = _number(tokens, first.end + 1) if joiner in ("to", "or", "-", "and") else None
    if second is None or not is_free(i, second.end) or (joiner == "and" and not between):
        return None
    low = first.value
    if first.scale == 1 and low < 1000 and second.scale > 1 and low * second.scale < second.value:
        low *= second.scale
    if low >= second.value or (joiner == "-" and not _is_closed(tokens, first.end, second.end)):
        return None
    if joiner == "to" and (tokens.low(i - 1) == "by" or _tells_change(tokens, i)):
        return None
    start = i - 1 if between or (joiner == "to" and tokens.low(i - 1) == "from") else i
    return _Count(start, second.end, low, second.value)


def _is_closed(tokens: Tokens, hyphen: int, end: int) -> bool:
    """Whether a hyphen joins two numbers without spaces, and no third follows as in a telephone number."""
    joined = tokens.glued(hyphen - 1) and tokens.glued(hyphen)
    return joined and not (tokens.low(end) == "-" and tokens.low(end + 1)[:1].isdigit())


_CHANGES = re.compile(
    r"(?:r[io]se[ns]?|rising|increas\w*|gr[eo]wn?|growing|f[ea]ll\w*|drop\w*|declin\w*|reduc\w*|cut|climb\w*|jump\w*"
    r"|rais\w*|lower\w*|shr[iau]nk\w*|doubl\w*|tripl\w*|expand\w*|went|goes|up|down|revis\w*|sw[eo]ll\w*)"
)


def _tells_change(tokens: Tokens, i: int) -> bool:
    """Whether the numbers are a before and an after: `the toll rose from 10 to 15` gives no range."""
    for at in range(i - 1, max(-1, i - 9), -1):
        if tokens.low(at) in (",", ";", ":", ".", "("):
            return False
        if _CHANGES.fullmatch(tokens.low(at)) and not tokens.has(at, "up", "to"):
            return True
    return False


def _bounds(count: _Count, hedges: Sequence[Hedge]) -> tuple[int | None, int | None, bool]:
    """Low, high and about; of several bounds the one nearest the number holds."""
    for hedge in hedges:
        if hedge is Hedge.LOW:
            return count.low, None, False
        if hedge is Hedge.HIGH:
            return None, count.high, False
    return count.low, count.high, bool(hedges)
