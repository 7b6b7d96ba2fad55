"""A quote in its sentence, with the quoted words marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Statement
from generator.quotes import Verbatim
from generator.text import Span, line_and_column, printable, printable_piece, sentences


@dataclass(frozen=True)
class Passage:
    """The sentences around quotes in pieces, each marked as quoted or not, and the line where the first quote starts.

    The line is None where the quote does not stand in the article.
    """

    pieces: tuple[tuple[str, bool], ...]
    article: str
    line: int | None


def passages(statement: Statement | None) -> tuple[Passage, ...]:
    """The passages that a fact quotes; a quote that does not stand in the article is one by itself."""
    if statement is None:
        return ()
    text, article = statement.source.text, statement.source.article.file
    found = [
        Passage(tuple(_pieces(text, around, spans)), article, line_and_column(text, spans[0].start)[0])
        for around, spans in _grouped(sentences(text), sorted(statement.spans))
    ]
    for quote, verdict in zip(statement.fact.quote, statement.verdicts, strict=True):
        if not isinstance(verdict, Verbatim):
            found.append(Passage(((printable(quote), True),), article, None))
    return tuple(found)


def _grouped(found: list[Span], quotes: list[Span]) -> list[tuple[Span, list[Span]]]:
    """The sentences that hold quotes, each with its quotes; sentences that a quote spans are one."""
    starts, ends = [sentence.start for sentence in found], [sentence.end for sentence in found]
    groups: list[tuple[Span, list[Span]]] = []
    for quote in quotes:
        start = starts[bisect_right(ends, quote.start)]
        end = ends[bisect_left(starts, quote.end) - 1]
        if groups and start < groups[-1][0].end:
            around, held = groups[-1]
            groups[-1] = (Span(around.start, max(around.end, end)), [*held, quote])
        else:
            groups.append((Span(start, end), [quote]))
    return groups


def _pieces(text: str, around: Span, quotes: list[Span]) -> Iterator[tuple[str, bool]]:
    place = around.start
    for quote in quotes:
        start = max(quote.start, place)
        if start > place:
            yield printable_piece(text[place:start]), False
        if quote.end > start:
            yield printable_piece(text[start : quote.end]), True
            place = quote.end
    if place < around.end:
        yield printable_piece(text[place : around.end]), False
