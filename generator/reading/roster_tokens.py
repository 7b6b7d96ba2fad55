"""The words of an article as the search for actors sees them: what is capitalised, where, and in which manner."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from generator.model import ActorKind
from generator.text import Span, paragraphs, sentences

Manner = Literal["running", "capitals", "headline"]
"""How a paragraph is set: capitals mark names, are everywhere, or mark most words."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[-\u2010\u2011][^\W_]+)*|[^\W_]+(?:[-\u2010\u2011'\u2019][^\W_]+)*|[^\w\s]|_"
)
_GENITIVES = frozenset({"'s", "'S", "\u2019s", "\u2019S"})
_CLOSING = frozenset(".!?\"\u201d')\u2019…:")


@dataclass(frozen=True)
class Found:
    """A name found in a text: where, what it names, and as what."""

    span: Span
    name: str
    kind: ActorKind
    forms: tuple[str, ...] = ()
    role: str | None = None
    represents: str | None = None
    title: Span | None = None
    """Where the title before a person's name stands."""


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of a text in parallel lists: written, lower-case, place, start of sentence, manner, covered."""

    source: str
    written: list[str]
    lower: list[str]
    spans: list[Span]
    opens: list[bool]
    manner: list[Manner]
    capital: list[bool]
    """Whether a name could start here: with a capital or a digit, or behind the hyphen of `al-Foo`."""
    plain: frozenset[str]
    """Words that the text also has in lower case, which a capital at the start of a sentence makes no name."""
    world: list[str]
    """The kind and id of the known or listed actor that the token names or helps to name; else empty."""

    def __len__(self) -> int:
        return len(self.written)

    def at(self, position: int) -> int:
        """The token in which a character stands, or else the last one before it."""
        return max(0, bisect_right(self.spans, position, key=lambda span: span.start) - 1)

    def low(self, at: int) -> str:
        """The lower-case word at a place; empty beyond both ends."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def text(self, start: int, end: int) -> str:
        """The words from one token up to, not including, another, with single spaces."""
        return " ".join(self.source[self.spans[start].start : self.spans[end - 1].end].split())

    def span(self, start: int, end: int) -> Span:
        """Where these tokens stand."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def read_tokens(text: str) -> Tokens:
    """The tokens of a text; a genitive `'s` is a token of its own."""
    written: list[str] = []
    spans: list[Span] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if len(word) > 2 and word[-2:] in _GENITIVES:
            written += [word[:-2], word[-2:]]
            spans += [Span(start, end - 2), Span(end - 2, end)]
        else:
            written.append(word)
            spans.append(Span(start, end))
    manners, opens = _manners(text, spans), _openings(text, spans, written)
    lower = [word.lower().replace("\u2019", "'") for word in written]
    plain = frozenset(word for word in written if word.islower())
    capital = [word[0].isupper() or word[0].isdigit() or "-" in word for word in written]
    return Tokens(text, written, lower, spans, opens, manners, capital, plain, [""] * len(written))


def _openings(text: str, spans: list[Span], written: list[str]) -> list[bool]:
    starts = [sentence.start for sentence in sentences(text)]
    opens, following, fresh = [], 0, False
    for span, word in zip(spans, written, strict=True):
        while following < len(starts) and starts[following] <= span.start:
            following, fresh = following + 1, True
        opens.append(fresh)
        fresh = fresh and not word[0].isalnum()
        fresh = fresh or word in "\u201c:" or (word == '"' and text[max(0, span.start - 1) : span.start].strip() == "")
    return opens


def _manners(text: str, spans: list[Span]) -> list[Manner]:
    pieces = [(piece, _manner(text[piece.start : piece.end])) for piece in paragraphs(text)]
    mostly = sum(piece.end - piece.start for piece, manner in pieces if manner == "capitals") * 2 > len(text)
    manners: list[Manner] = []
    at = 0
    for span in spans:
        while at + 1 < len(pieces) and pieces[at][0].end <= span.start:
            at += 1
        manner = pieces[at][1] if pieces else "running"
        manners.append("headline" if manner == "capitals" and not mostly else manner)
    return manners


def _manner(paragraph: str) -> Manner:
    letters = sum(map(str.isalpha, paragraph))
    if letters and sum(map(str.isupper, paragraph)) > 0.8 * letters:
        return "capitals"
    words = [word for word in paragraph.split() if len(word) > 3 and word[0].isalpha()]
    titled = sum(word[0].isupper() for word in words)
    ended = paragraph[-1] in _CLOSING and not paragraph.endswith(("'", "\u2019", ")"))
    return "headline" if not ended and len(words) > 3 and titled > 0.7 * len(words) else "running"
