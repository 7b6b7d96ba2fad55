"""Where a quote stands in its article: word for word, exactly once, or the reason why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from generator.text import Span, fold, words

_ALIKE = 0.6
"""The share of a quote's words that a passage must hold for the quote to count as an alteration of it."""


@dataclass(frozen=True)
class Verbatim:
    """It stands there exactly once, at `span` of the original text."""

    span: Span


@dataclass(frozen=True)
class Absent:
    """Nothing like it stands in any article."""


@dataclass(frozen=True)
class Ambiguous:
    """It stands there more than once."""

    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Altered:
    """A passage like it stands there; `quoted` is what the quote has where the article has `printed`.

    One of the two is empty where a word was added or left out; `span` is the passage.
    """

    quoted: str
    printed: str
    span: Span


@dataclass(frozen=True)
class Elsewhere:
    """It stands word for word in other articles, named by id, and not in its own."""

    articles: tuple[str, ...]


Opcode = tuple[str, int, int, int, int]

Verdict = Verbatim | Absent | Ambiguous | Altered | Elsewhere


def find(quote: str, article: str, others: Mapping[str, str] | None = None) -> Verdict:
    """Look for `quote` in `article`; `others` maps ids to the texts of the other articles.

    Both texts are folded (white space, typographic quotation marks and dashes) and nothing else is
    forgiven: a quote that begins or ends inside a word or a number is altered.
    """
    folded, wanted = fold(article), fold(quote).text
    if not wanted:
        return Absent()
    spans = tuple(folded.original(Span(place, place + len(wanted))) for place in _places(folded.text, wanted))
    if len(spans) > 1:
        return Ambiguous(spans)
    if spans:
        return _cut(article, spans[0]) or Verbatim(spans[0])
    elsewhere = tuple(name for name, text in (others or {}).items() if wanted in fold(text).text)
    return Elsewhere(elsewhere) if elsewhere else _nearest(wanted, article)


def _places(text: str, wanted: str) -> list[int]:
    places: list[int] = []
    place = text.find(wanted)
    while place >= 0 and len(places) < 50:
        places.append(place)
        place = text.find(wanted, place + 1)
    return places


_JOINERS = "'\u2019\u02bc-\u2010\u2011"


def _joined(text: str, place: int) -> bool:
    """Whether the characters before and after `place` belong to one word or number."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before.isalnum() and after.isalnum():
        return True
    if after.isalnum() and place > 1 and text[place - 2].isalnum():
        return before in _JOINERS or (before in ",." and after.isdigit() and text[place - 2].isdigit())
    if before.isalnum() and place + 1 < len(text) and text[place + 1].isalnum():
        if after in ",.":
            return before.isdigit() and text[place + 1].isdigit()
        return after in _JOINERS and not _possessive(text, place)
    return False


def _possessive(text: str, place: int) -> bool:
    return text[place + 1] in "sS" and not text[place + 2 : place + 3].isalnum()


def _cut(article: str, span: Span) -> Altered | None:
    """An `Altered` where the span begins or ends inside a word, with the whole word."""
    for place in (span.start, span.end):
        if _joined(article, place):
            start = place
            while start > 0 and not article[start - 1].isspace():
                start -= 1
            end = place
            while end < len(article) and not article[end].isspace():
                end += 1
            inside = Span(max(start, span.start), min(end, span.end))
            return Altered(article[inside.start : inside.end], article[start:end], span)
    return None


def _nearest(wanted: str, article: str) -> Altered | Absent:
    """The passage of the article most like the quote, and the first difference between the two."""
    folded = fold(article)
    printed = words(folded.text)
    left, right = [word for word, _ in printed], [word for word, _ in words(wanted)]
    at = _most_alike(left, right)
    # Few words around first, so that a common word farther off is not taken for one of the passage.
    for around in (2 + len(right) // 4, 8 + 2 * len(right)):
        first, last = max(0, at - around), at + len(right) + around
        opcodes: list[Opcode] = list(SequenceMatcher(None, left[first:last], right).get_opcodes())
        common = sum(end - start for tag, start, end, _, _ in opcodes if tag == "equal")
        if common and (common >= _ALIKE * len(right) or _one_word_off(common, len(right))):
            break
    else:
        return Absent()

    def place(start: int, end: int) -> Span:
        return folded.original(Span(printed[first + start][1].start, printed[first + end - 1][1].end))

    opcodes = _trimmed(opcodes)
    span = place(opcodes[0][1], opcodes[-1][2])
    for tag, start, end, quote_start, quote_end in opcodes:
        if tag != "equal":
            has = place(start, end) if end > start else Span(0, 0)
            return Altered(" ".join(right[quote_start:quote_end]), article[has.start : has.end], span)
    # The words are the same ones: only the spaces between words and marks differ.
    return Altered(wanted, article[span.start : span.end], span)


def _most_alike(left: Sequence[str], right: Sequence[str]) -> int:
    """Where in `left` the stretch as long as `right` starts that shares the most words and pairs of neighbours with it.

    One pass with running counts, since comparing every stretch would take a hostile text hours.
    """
    wanted = Counter((*right, *pairwise(right)))
    held: Counter[str | tuple[str, str]] = Counter()
    alike = best = at = 0
    pairs = [*pairwise(left), ("", "")]
    for place, items in enumerate(zip(left, pairs, strict=False)):
        for item in items:
            held[item] += 1
            alike += held[item] <= wanted[item]
        start = place - len(right)
        if start >= 0:
            for item in (left[start], pairs[start]):
                alike -= held[item] <= wanted[item]
                held[item] -= 1
        if alike > best:
            best, at = alike, max(0, start + 1)
    return at


def _trimmed(opcodes: list[Opcode]) -> list[Opcode]:
    """The comparison without the words of the article that stand before and after the passage."""
    while opcodes[0][0] == "delete":
        opcodes = opcodes[1:]
    while opcodes[-1][0] == "delete":
        opcodes = opcodes[:-1]
    tag, start, end, quote_start, quote_end = opcodes[0]
    if tag == "replace":
        opcodes[0] = (tag, max(start, end - (quote_end - quote_start)), end, quote_start, quote_end)
    tag, start, end, quote_start, quote_end = opcodes[-1]
    if tag == "replace":
        opcodes[-1] = (tag, start, min(end, start + quote_end - quote_start), quote_start, quote_end)
    return opcodes


def _one_word_off(common: int, length: int) -> bool:
    return length > 1 and common >= length - 1
