"""The words and marks of a folded text, and the whole numbers that words or digits spell."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from generator.text import Folded, Span, fold, sentences

_TOKEN = re.compile(
    r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])"  # 08.11.2015, whatever letters are run together with it
    r"|(?>[0-9]+(?:[.,:/][0-9]+)*)(?:st|nd|rd|th)?(?![^\W_])"
    r"|[0-9][^\W_]*(?:[.,:/](?=[0-9])[^\W_]+)*"  # 80m, 1990s, 4.30pm: one word each, and no number
    r"|[^\W_]+|'[^\W_]+|\S",
    re.IGNORECASE,
)

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {word: 10 * (i + 2) for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {"thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000}
_MULTIPLES = {"hundred": 100, "dozen": 12, **_SCALES}
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_MULTIPLES, "half", "quarter"})
"""Every word that can be part of a number in words."""

_PLAIN = re.compile(r"0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[1-9][0-9]?(?:,[0-9]{2}){1,2},[0-9]{3}")
_DECIMAL = re.compile(r"(?:0|[1-9][0-9]{0,5})\.[0-9]{1,6}")
_GROUP = re.compile(r"[0-9]{3}")


class Tokens:
    """The tokens of a folded text, by index; outside the text there is only the empty word."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text))
        self._spans = [match.span() for match in found]
        self._written = [match[0] for match in found]
        self._low = [word.lower() for word in self._written]
        self._count = len(found)

    def __len__(self) -> int:
        return self._count

    def places(self, words: frozenset[str]) -> list[int]:
        """Where a token begins with a digit or is one of these lower-case words, in order."""
        return [i for i, low in enumerate(self._low) if low in words or low[:1].isdigit()]

    def low(self, i: int) -> str:
        """Token `i` in lower case."""
        return self._low[i] if 0 <= i < self._count else ""

    def written(self, i: int) -> str:
        """Token `i` as it stands."""
        return self._written[i] if 0 <= i < self._count else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the next one."""
        return 0 <= i < self._count - 1 and self._spans[i][1] == self._spans[i + 1][0]

    def span(self, first: int, end: int) -> Span:
        """The stretch of the text that the tokens from `first` up to, not including, `end` take."""
        return Span(self._spans[first][0], self._spans[end - 1][1])

    def has(self, i: int, *words: str) -> bool:
        """Whether exactly these lower-case words stand from token `i` on."""
        return i >= 0 and self._low[i : i + len(words)] == [*words]


@lru_cache(maxsize=2)
def sentence_tokens(text: str) -> tuple[tuple[Span, Folded, Tokens], ...]:
    """Each sentence of a text with its folded words and their tokens, read once for dates and numbers."""
    found = []
    for sentence in sentences(text):
        folded = fold(text[sentence.start : sentence.end])
        found.append((sentence, folded, Tokens(folded.text)))
    return tuple(found)


class Cardinal(NamedTuple):
    """A whole number and the index after its last token; `scale` is its last factor (`1.5 million`: a million)."""

    value: int
    end: int
    scale: int = 1


def cardinal(tokens: Tokens, i: int) -> Cardinal | None:
    """The number that starts at token `i`: `400,000`, `1.5 million`, `twenty-three`, `half a million`, `a dozen`."""
    low = tokens.low(i)
    if low[:1].isdigit():
        return _in_digits(tokens, i)
    if low in ("half", "quarter", "a", "an"):
        return _part_or_article(tokens, i)
    return _in_words(tokens, i) if low in _SMALL or low in _TENS else None


def multiplied(tokens: Tokens, value: Fraction | int, end: int) -> Cardinal | None:
    """`value` times the scale words that follow it; None where that is no whole number."""
    scale = 1
    while True:
        at = end + 1 if tokens.low(end) == "-" and tokens.glued(end - 1) and tokens.glued(end) else end
        factor = _MULTIPLES.get(tokens.low(at))
        if factor is None or value * scale * factor > 10**13 or scale == 12:
            break
        scale, end = scale * factor, at + 1
    total = value * scale
    return Cardinal(int(total), end, scale) if total.denominator == 1 else None


def _in_digits(tokens: Tokens, i: int) -> Cardinal | None:
    written = tokens.written(i)
    end = i + 1
    if _DECIMAL.fullmatch(written):
        found = multiplied(tokens, Fraction(written), end)
        return found if found and found.end > end else None
    if not _PLAIN.fullmatch(written):
        return None
    if len(written) <= 3 and written != "0":
        while end <= i + 3 and _GROUP.fullmatch(tokens.written(end)) and not tokens.glued(end - 1):
            written += tokens.written(end)
            end += 1
    return multiplied(tokens, int(written.replace(",", "")), end)


def _part_or_article(tokens: Tokens, i: int) -> Cardinal | None:
    """`half a million`, `a half-million`, `half a dozen`, `a quarter of a million`, `a hundred and twenty`."""
    at = i + 1 if tokens.low(i) in ("a", "an") else i
    part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(tokens.low(at))
    if part is None:
        return _in_words(tokens, at, 1) if at > i and tokens.low(at) in _MULTIPLES else None
    at += 1
    for filler in (("of", "a"), ("a",), ("-",)):
        if tokens.has(at, *filler):
            at += len(filler)
            break
    found = multiplied(tokens, part, at)
    return found if found and found.end > at else None


def _in_words(tokens: Tokens, i: int, one: int | None = None) -> Cardinal | None:
    """A number in words from token `i` on; `one` stands for an article before it (`a hundred`)."""
    total, part, end, smallest = 0, one, i, 10**13
    last = 1
    while True:
        at = _next_word(tokens, end, joined=end > i)
        word = tokens.low(at)
        if part is not None and tokens.has(at, "and", "a", "half") and part < 100:
            return _and_a_half(tokens, total + part, at)
        if word in _SMALL or word in _TENS:
            value = _SMALL.get(word, _TENS.get(word, 0))
            if not _fits(part, value):
                break
            part, last = (part or 0) + value, 1
        elif part and word == "dozen" and part < 100 and not total:
            return Cardinal(part * 12, at + 1, 12)
        elif part and word == "hundred" and part < 100:
            part, last = part * 100, 100
        elif part and word in _SCALES and _SCALES[word] < smallest:
            smallest = last = _SCALES[word]
            total, part = total + part * smallest, None
        else:
            break
        end = at + 1
    if end == i:
        return None
    if tokens.has(end, "and", "a", "half") and last >= 1000:
        return Cardinal(total + last // 2, end + 3, last)
    return Cardinal(total + (part or 0), end, last)


def _next_word(tokens: Tokens, end: int, *, joined: bool) -> int:
    """Where a number in words goes on: over a hyphen inside it, or over `and` before its tens and units."""
    if not joined:
        return end
    if tokens.low(end) == "-" and tokens.glued(end - 1) and tokens.glued(end):
        return end + 1
    after_large = tokens.low(end - 1) in _MULTIPLES and tokens.low(end - 1) != "dozen"
    if tokens.low(end) == "and" and after_large and (tokens.low(end + 1) in _SMALL or tokens.low(end + 1) in _TENS):
        return end + 1
    return end


def _fits(part: int | None, value: int) -> bool:
    """Whether `value` may follow what has been read since the last scale word: `twenty three`, `two hundred six`."""
    if part is None:
        return True
    if value == 0 or part == 0:
        return False
    return part % 100 == 0 if value >= 10 else part % 100 == 0 or (part % 10 == 0 and part % 100 >= 20)


def _and_a_half(tokens: Tokens, whole: int, at: int) -> Cardinal | None:
    """`one and a half million`; without a scale word it is no whole number."""
    return multiplied(tokens, whole + Fraction(1, 2), at + 3)


PEOPLE = frozenset(
    "people persons person individuals civilians civilian soldiers soldier troops servicemen fighters fighter rebels "
    "militants militiamen militia insurgents gunmen terrorists extremists jihadists combatants guerrillas detainees "
    "prisoners hostages captives refugees migrants residents villagers families households deaths dead casualties "
    "victims bodies children women men boys girls members officers policemen police protesters demonstrators "
    "activists delegates delegations representatives participants observers monitors peacekeepers workers journalists "
    "students survivors patients injured wounded killed displaced missing citizens nationals lives employees others "
    "medics doctors aid staff attackers bombers".split()
)
"""Words for people that a number may count."""
