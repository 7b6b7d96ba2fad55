"""The words round a number that make it a bound or an estimate: `more than`, `up to`, `some`, `or so`."""

from __future__ import annotations

from enum import Enum

from generator.reading.number_words import NUMBER_WORDS, Cardinal, Tokens, cardinal


class Hedge(Enum):
    """What the words round a number make of it."""

    LOW = "at least"
    HIGH = "at most"
    ABOUT = "about"


def _phrases(text: str, hedge: Hedge) -> dict[tuple[str, ...], Hedge]:
    return {tuple(phrase.split()): hedge for phrase in text.split(", ")}


_BEFORE = {
    **_phrases(
        "more than, over, above, at least, no fewer than, not fewer than, no less than, not less than, upwards of, "
        "upward of, a minimum of, in excess of, exceeding, exceeded, exceeds, as few as, not under, greater than, "
        "at the very least, at a minimum",
        Hedge.LOW,
    ),
    **_phrases(
        "up to, as many as, as much as, at most, at the most, no more than, not more than, no greater than, "
        "fewer than, less than, under, below, a maximum of, not over, not exceeding",
        Hedge.HIGH,
    ),
    **_phrases(
        "some, about, around, nearly, almost, roughly, approximately, approx, close to, an estimated, estimated, "
        "circa, approaching, in the region of, in the order of, on the order of, perhaps, more or less, somewhere "
        "around, ~",
        Hedge.ABOUT,
    ),
}
_AFTER = {
    **_phrases("or more, or over, or above, and more, at least, at the very least, at the least", Hedge.LOW),
    **_phrases("or fewer, or less, or under, or below, at most, at the most", Hedge.HIGH),
    **_phrases("or so, or thereabouts, more or less, approximately", Hedge.ABOUT),
}
_LONGEST = max(map(len, (*_BEFORE, *_AFTER)))
_LAST_BEFORE, _FIRST_AFTER = frozenset(phrase[-1] for phrase in _BEFORE), frozenset(phrase[0] for phrase in _AFTER)
_STRENGTHENERS = frozenset("just well slightly far much considerably significantly only".split())
_FILLERS = (("another",), ("a", "further"), ("further",), ("additional",), ("an", "additional"), ("a", "total", "of"))
_LAST_OF_FILLERS = frozenset(filler[-1] for filler in _FILLERS)

_NOT_BOUNDS = {
    "over": frozenset(
        "talks talk negotiations dispute disputes row concern concerns fears anger outrage clashes fight "
        "fighting control conflict war sovereignty differences disagreement disagreements argument tension "
        "tensions questions doubts power take takes took taken taking hand hands handed handing turn turns "
        "turned turning bring brought spread all watch preside presided presides negotiate negotiated "
        "negotiating fought charged tried arrested".split()
    ),
    "about": frozenset(
        "talk talks information details question questions concern concerns concerned worried asked told news "
        "claims reports brought bring bringing came come complained".split()
    ),
    "up to": frozenset("add adds added adding".split()),
    "below": frozenset("fell fall falls dropped".split()),
}
_PREPOSITIONS_WITH_FEW = frozenset({"under", "below", "above"})
"""`Under two agreements` and `above three villages` bound nothing."""


def hedges_before(tokens: Tokens, i: int, number: Cardinal) -> tuple[int, list[Hedge]]:
    """Where the hedge words before the number at token `i` start, and what they say, nearest first."""
    start = i
    found: list[Hedge] = []
    while True:
        at = _before_filler(tokens, start)
        match = _phrase_ending_at(tokens, at)
        if match is None or _is_no_bound(tokens, match[0], at, number):
            return start, found
        start = match[0]
        found.append(match[1])
        if tokens.low(start - 1) in _STRENGTHENERS:
            start -= 1


def _before_filler(tokens: Tokens, i: int) -> int:
    for filler in _FILLERS if tokens.low(i - 1) in _LAST_OF_FILLERS else ():
        if tokens.has(i - len(filler), *filler) and _phrase_ending_at(tokens, i - len(filler)):
            return i - len(filler)
    return i


def _phrase_ending_at(tokens: Tokens, end: int) -> tuple[int, Hedge] | None:
    for length in range(min(_LONGEST, end), 0, -1) if tokens.low(end - 1) in _LAST_BEFORE else ():
        phrase = tuple(tokens.low(at) for at in range(end - length, end))
        if phrase in _BEFORE:
            return end - length, _BEFORE[phrase]
    return None


def _is_no_bound(tokens: Tokens, start: int, end: int, number: Cardinal) -> bool:
    phrase = " ".join(tokens.low(at) for at in range(start, end))
    few = phrase in _PREPOSITIONS_WITH_FEW and number.value < 20
    return few or tokens.low(start - 1) in _NOT_BOUNDS.get(phrase, ())


def hedge_after(tokens: Tokens, end: int) -> tuple[int, Hedge | None]:
    """Where the hedge words after a number (up to token `end`) end, and what they say."""
    if tokens.low(end) == "+" and tokens.glued(end - 1) and not tokens.low(end + 1)[:1].isdigit():
        return end + 1, Hedge.LOW
    if tokens.low(end) == "-" and tokens.glued(end - 1) and tokens.low(end + 1) in ("plus", "odd"):
        return end + 2, Hedge.LOW if tokens.low(end + 1) == "plus" else Hedge.ABOUT
    at = end + 1 if tokens.low(end) == "," else end
    match = _phrase_starting_at(tokens, at)
    if match and (at == end or match[1] is not Hedge.ABOUT):
        return match
    for nouns in (1, 2):
        if not tokens.low(end + nouns - 1).isalpha() or tokens.low(end + nouns - 1) in NUMBER_WORDS:
            break
        match = _phrase_starting_at(tokens, end + nouns)
        if match and tokens.low(match[0]) in ("", ".", ",", ";", ":", ")", '"'):
            return match
    return end, None


def _phrase_starting_at(tokens: Tokens, start: int) -> tuple[int, Hedge] | None:
    for length in range(_LONGEST, 1, -1) if tokens.low(start) in _FIRST_AFTER else ():
        phrase = tuple(tokens.low(at) for at in range(start, start + length))
        if (
            phrase in _AFTER
            and not cardinal(tokens, start + length)
            and tokens.low(start + length) not in ("than", "a")
        ):
            return start + length, _AFTER[phrase]
    return None
