"""The passages of an article that carry facts: whole sentences, with the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    groups = _joined(found, [span for statement in statements for span in statement.spans])
    return [_cited(text, group, statements) for group in groups], len(found)


def _joined(found: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """The sentences that hold quotes; sentences that one quote spans are one."""
    groups: list[Span] = []
    for sentence in found:
        if not any(sentence.overlaps(span) for span in quoted):
            continue
        if groups and any(span.overlaps(groups[-1]) and span.overlaps(sentence) for span in quoted):
            groups[-1] = Span(groups[-1].start, sentence.end)
        else:
            groups.append(sentence)
    return groups


def _cited(text: str, sentence: Span, statements: Sequence[Statement]) -> CitedSentence:
    here = [statement for statement in statements if any(sentence.overlaps(span) for span in statement.spans)]
    marked = sorted(span for statement in here for span in statement.spans if sentence.overlaps(span))
    first = [statement for statement in here if sentence.overlaps(statement.spans[0])]
    return CitedSentence(tuple(_pieces(text, sentence, marked)), tuple(first), tuple(s for s in here if s not in first))


def _pieces(text: str, sentence: Span, marked: Sequence[Span]) -> Iterable[tuple[str, bool]]:
    place = sentence.start
    for span in marked:
        start, end = max(span.start, place), min(span.end, sentence.end)
        if start > place:
            yield text[place:start], False
        if end > start:
            yield text[start:end], True
            place = end
    if place < sentence.end:
        yield text[place : sentence.end], False
