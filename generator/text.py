"""Reading characters: folding with offsets back to the original, words, paragraphs and sentences.

Folding is what makes two texts "the same words": runs of white space (no-break spaces included) become
one space, typographic quotation marks, apostrophes and dashes become their plain forms, and nothing
else changes. Case, digits, letters and accents count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

_PLAIN = str.maketrans(
    {
        "\u2018": "'",  # left single quotation mark
        "\u2019": "'",  # right single quotation mark, the usual apostrophe
        "\u201a": "'",  # low single quotation mark
        "\u201b": "'",  # reversed single quotation mark
        "\u02bc": "'",  # modifier letter apostrophe
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2010": "-",  # hyphen
        "\u2011": "-",  # no-break hyphen
        "\u2012": "-",  # figure dash
        "\u2013": "-",  # en dash
        "\u2014": "-",  # em dash
        "\u2015": "-",  # horizontal bar
    }
)
_MARK = re.compile("[\u02bc\u2010-\u2015\u2018-\u201f]")
_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"\w+")
_FOLDED_SPACES = re.compile(r"[^\S ]\s*| \s+")
"""White space that folding changes: all but a single space."""


class Span(NamedTuple):
    """A stretch of a text: characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Folded:
    """A folded text that remembers where each of its characters stood in the original.

    Every fold but that of white space keeps the length, so it is enough to know the `gaps`: positions in
    the folded text after which the original runs ahead by so many characters.
    """

    text: str
    gaps: tuple[int, ...]
    ahead: tuple[int, ...]

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each word starts: a word is letters, digits and low lines in a row."""
        places: dict[str, list[int]] = {}
        for word in _LETTERS.finditer(self.text):
            places.setdefault(word[0], []).append(word.start())
        return places

    def original(self, span: Span) -> Span:
        """The stretch of the original text that a stretch of the folded text stands for."""
        start = self._offset(span.start)
        return Span(start, self._offset(span.end - 1) + 1 if span.end > span.start else start)

    def _offset(self, position: int) -> int:
        return position + self.ahead[bisect_right(self.gaps, position) - 1]


@lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """Fold `text`; white space at both ends is dropped."""
    plain = plain_marks(text)
    if " ".join(plain.split()) == plain:
        return Folded(plain, (0,), (0,))
    pieces, gaps, ahead = [], [0], [len(plain) - len(plain.lstrip())]
    start, length = ahead[0], 0
    body_end = len(plain.rstrip())
    for space in _FOLDED_SPACES.finditer(plain, start, max(start, body_end)):
        pieces.append(plain[start : space.start()])
        length += space.start() - start + 1
        start = space.end()
        if space.end() - space.start() > 1:
            gaps.append(length)
            ahead.append(start - length)
    pieces.append(plain[start : max(start, body_end)])
    return Folded(" ".join(pieces), tuple(gaps), tuple(ahead))


def plain_marks(text: str) -> str:
    """A text with plain quotation marks, apostrophes and dashes, character for character."""
    return text if text.isascii() else _MARK.sub(lambda mark: mark[0].translate(_PLAIN), text)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same words after folding."""
    return fold(one).text == fold(other).text


_WORD = re.compile(r"\w+(?:['\u2019.,-]\w+)*|[^\w\s]")


def words(text: str) -> list[tuple[str, Span]]:
    """The words, numbers and marks of a text with their places; `400,000` and `al-Ja'afari` are one word each."""
    return [(match[0], Span(*match.span())) for match in _WORD.finditer(text)]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The place of a character, both counted from 1."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


_WRAP_AT_MOST = 100
"""Lines of a text whose longest is wider than this are paragraphs; no one wraps by hand beyond it."""
_BREAK = re.compile(r"\n\s*")
_SOLID = re.compile(r"\S*")


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text, without white space at their ends.

    A blank line always ends one. A single line end does too, unless the text is wrapped by hand: then a
    line end where the next word would not have fitted is a wrap.
    """
    width = max((len(line) for line in text.splitlines()), default=0)
    start = len(text) - len(text.lstrip())
    for match in _BREAK.finditer(text, start):
        if match.end() == len(text):
            break
        end = _line_end(text, match.start())
        if match[0].count("\n") == 1 and width <= _WRAP_AT_MOST and _wrapped(text, Span(end, match.end()), width):
            continue
        yield Span(start, end)
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        yield Span(start, end)


def _line_end(text: str, position: int) -> int:
    """Where the white space that ends at `position` starts; by hand, as a pattern for it takes quadratic time."""
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _wrapped(text: str, gap: Span, width: int) -> bool:
    line_start = text.rfind("\n", 0, gap.start) + 1
    next_word = _SOLID.match(text, gap.end)
    return gap.start - line_start + 1 + len(next_word[0] if next_word else "") > width


_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cmdr adm brig gov sen rep rev hon st jr sr msgr pres amb "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "vs etc approx dept inc ltd co corp u.n u.s u.k u.a.e e.u d.c a.m p.m i.e e.g cf al".split()
)
_STOP = re.compile(r"(?<![.!?])(?P<stop>[.!?]++)(?P<close>[\"'\u2019\u201d)\]]*+)\s++(?=(?P<next>\S))")
"""Possessive, and only from the first mark of a run on, so that a run of marks takes linear time."""
_WORD_MARKS = frozenset("_.'\u2019-")


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, without white space at their ends.

    A paragraph end always ends a sentence. A full stop does not after an abbreviation or an initial, nor
    before a lower-case word or a number that an abbreviation announces (`Feb. 20`).
    """
    return list(_sentences(text))


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Span, ...]:
    """As above, read once for the several readers of one article."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph))


def _sentences_of(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(match, _word_before(text, match.start())):
            yield Span(start, match.end("close"))
            start = match.end()
    yield Span(start, paragraph.end)


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in _WORD_MARKS):
        start -= 1
    return text[start:end].lower()


def _ends_sentence(match: re.Match[str], word: str) -> bool:
    following = match["next"]
    if following.islower() or following in ",;:)-":
        return False
    if match["stop"] != "." or match["close"]:
        return True
    if word in ("no", "nos"):
        return not following.isdigit()
    # "in the U.S. The talks …" ends one; "U.S. President", "Jan. 6", "Gen. Smith" do not, and a wrong
    # join costs less than a quote cut in two.
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha())


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def printable(text: str) -> str:
    """A text fit for a page: control characters become U+FFFD, white space runs become one space."""
    return " ".join(_CONTROLS.sub("\ufffd", text).split())


def printable_piece(text: str) -> str:
    """As `printable`, for a piece of a longer text: white space at its ends stays, as one space."""
    return _SPACES.sub(" ", _CONTROLS.sub("\ufffd", text))
