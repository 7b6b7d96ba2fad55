"""The passages of an article that carry facts: whole sentences, with the quoted words marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.corpus import Statement
from generator.text import Span, sentences


@dataclass(frozen=True)
class CitedSentence:
    """A sentence with cited words: pieces of text, marked or not, and the statements that are listed under it."""

    pieces: tuple[tuple[str, bool], ...]
    statements: tuple[Statement, ...]
    elsewhere: tuple[Statement, ...]


def cited_sentences(text: str, statements: Sequence[Statement]) -> tuple[list[CitedSentence], int]:
    """The sentences of an article that hold quotes, in order, and how many sentences it has in all."""
    found = sentences(text)
    passages = list(_passages(found, [span for statement in statements for span in statement.spans]))
    ends = [passage.end for passage in passages]
    quoted: list[list[tuple[Span, Statement, bool]]] = [[] for _ in passages]
    for statement in statements:
        for span in statement.spans:
            quoted[bisect_right(ends, span.start)].append((span, statement, span == statement.spans[0]))
    return [_cited(text, passage, held) for passage, held in zip(passages, quoted, strict=True)], len(found)


def _passages(found: Sequence[Span], quotes: Iterable[Span]) -> Iterator[Span]:
    """The sentences that hold quotes; sentences that one quote spans are one."""
    starts, ends = [sentence.start for sentence in found], [sentence.end for sentence in found]
    ranges: list[list[int]] = []
    for quote in sorted(quotes):
        first, last = bisect_right(ends, quote.start), bisect_left(starts, quote.end) - 1
        if ranges and first <= ranges[-1][1]:
            ranges[-1][1] = max(ranges[-1][1], last)
        else:
            ranges.append([first, last])
    yield from (Span(starts[first], ends[last]) for first, last in ranges)


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
