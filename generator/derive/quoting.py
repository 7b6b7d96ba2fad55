"""The shortest quote of a clause that bears a fact out by the project's own check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.derive.clauses import Clause
from generator.derive.proposals import Reading
from generator.model import Actor, Fact
from generator.quotes import Evidence, Verbatim, Words, doubts, find, reason
from generator.reading.names import Names
from generator.text import Span


class ReadEvidence(Evidence):
    """An article's evidence with the dates and numbers that its reading has found already."""

    def __init__(self, names: Names, reading: Reading) -> None:
        super().__init__(reading.text, names, reading.published)
        vars(self).update(dates=reading.dates, numbers=reading.numbers)


@lru_cache(maxsize=4)
def evidence_of(reading: Reading) -> tuple[Evidence, dict[str, Actor]]:
    """What an article gives as evidence, with the actors of its roster as a site would list them."""
    known = {
        key: Actor(
            name=actor.name,
            kind=actor.kind,
            role=actor.role,
            represents=actor.represents,
            also=tuple(name for name in dict.fromkeys(actor.names) if name != actor.name),
        )
        for key, actor in reading.roster.actors.items()
    }
    names = Names({key: actor.names for key, actor in known.items()})
    return ReadEvidence(names, reading), known


def evidence_with(reading: Reading, people: Mapping[str, Actor]) -> Evidence:
    """What an article gives as evidence where its actors go by the names that `people` lists."""
    evidence, known = evidence_of(reading)
    if people == known:
        return evidence
    return ReadEvidence(Names({name: actor.names for name, actor in people.items()}), reading)


_QUOTE_LIMIT = 5000
"""Characters that a sheet allows in a quote."""
_WHO_LIMIT = 100
"""Actors that a sheet allows in one fact."""


def bears(reading: Reading, kind: type[Fact], values: Mapping[str, Any], spans: tuple[Span, ...]) -> bool:
    """Whether these quotes each stand once in the article and leave no doubt about the fact."""
    evidence, actors = evidence_of(reading)
    quotes = [reading.text[span.start : span.end] for span in spans]
    if any(len(quote) > _QUOTE_LIMIT for quote in quotes) or len(values.get("who") or ()) > _WHO_LIMIT:
        return False
    if len(set(quotes)) < len(quotes) or not all(isinstance(find(quote, reading.text), Verbatim) for quote in quotes):
        return False
    fact = kind(event="event", quote=tuple(quotes), **values)
    return not any(doubts(fact, words_of(evidence, fact, spans), actors))


def words_of(evidence: Evidence, fact: Fact, spans: tuple[Span, ...]) -> Words:
    """The words that a fact rests on: these quotes, and its `because` where it has one."""
    why = reason(fact.because, evidence.names, evidence.published) if fact.because else None
    return Words(evidence, spans, why)


def first_bearing(
    reading: Reading, kind: type[Fact], values: Mapping[str, Any], candidates: Iterable[tuple[Span, ...]]
) -> tuple[Span, ...] | None:
    """The first of `candidates` that bears the fact out."""
    tried: set[tuple[Span, ...]] = set()
    for spans in candidates:
        if spans not in tried:
            tried.add(spans)
            if bears(reading, kind, values, spans):
                return spans
    return None


def candidates(clause: Clause, core: tuple[int, int]) -> Iterator[tuple[Span, ...]]:
    """Stretches of a clause that hold `core`, a row of tokens, shortest first."""
    first, end = core
    left = clause.from_determiner(first)
    outer = clause.clause_around(first, end)
    for start, stop in ((left, end), (first, end), (left, outer[1]), (outer[0], end), outer, (0, len(clause.tokens))):
        yield (clause.span(start, stop),)
