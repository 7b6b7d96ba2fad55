"""The passages of an article that carry facts: whole sentences, with the quoted words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.corpus import Statement
from generator.coverage import touched
from generator.text import Span, sentences


@dataclass(frozen=True)
class CitedSentence:
    """A sentence with cited words: pieces of text, marked or not, and the statements that are listed under it."""

    pieces: tuple[tuple[str, bool], ...]
    statements: tuple[Statement, ...]
    elsewhere: tuple[Statement, ...]


def cited_sentences(text: str, statements: Sequence[Statement]) -> list[CitedSentence]:
    """The sentences of an article that hold quotes, in order; those that one quote spans are one."""
    passages = list(_passages(sentences(text), [span for statement in statements for span in statement.spans]))
    ends = [passage.end for passage in passages]
    quoted: list[list[tuple[Span, Statement, bool]]] = [[] for _ in passages]
    for statement in statements:
        for span in statement.spans:
            quoted[bisect_right(ends, span.start)].append((span, statement, span == statement.spans[0]))
    return [_cited(text, passage, held) for passage, held in zip(passages, quoted, strict=True)]


def _passages(found: Sequence[Span], quotes: Iterable[Span]) -> Iterator[Span]:
    """The sentences that hold quotes; sentences that one quote spans are one."""
    joined: list[range] = []
    for quote in sorted(quotes):
        held = touched(found, quote)
        if joined and held.start < joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(joined[-1].stop, held.stop))
        else:
            joined.append(held)
    yield from (Span(found[held.start].start, found[held.stop - 1].end) for held in joined)


def _cited(text: str, passage: Span, held: Sequence[tuple[Span, Statement, bool]]) -> CitedSentence:
    first = dict.fromkeys(statement for _, statement, is_first in held if is_first)
    others = dict.fromkeys(statement for _, statement, _ in held if statement not in first)
    pieces = _pieces(text, passage, sorted(span for span, _, _ in held))
    return CitedSentence(tuple(pieces), tuple(first), tuple(others))


def _pieces(text: str, passage: Span, quotes: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The passage in pieces, marked or not; quotes come in order, and no character is marked twice."""
    place = passage.start
    for quote in quotes:
        start = max(quote.start, place)
        if start > place:
            yield text[place:start], False
        if quote.end > start:
            yield text[start : quote.end], True
            place = quote.end
    if place < passage.end:
        yield text[place : passage.end], False
