"""From rules that hold in a clause to proposals: one fact per statement, each with a quote that bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.derive.clauses import PARTY, Clause
from generator.derive.matching import Rule, event_of, has_topic
from generator.derive.phrases import Party
from generator.derive.proposals import Proposal, Reading
from generator.derive.quoting import candidates, first_bearing
from generator.derive.speech import Speech, speech_about
from generator.model import Fact
from generator.reading import cues
from generator.text import Span


@dataclass(frozen=True)
class Statement:
    """What a rule takes a clause to say: these parties, these values, by the tokens from `first` up to `end`."""

    rule: Rule
    clause: Clause
    parties: tuple[Party, ...]
    values: Mapping[str, Any]
    first: int
    end: int
    event: str | None

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors, each once."""
        return tuple(dict.fromkeys(party.actor for party in self.parties))


_PROSE_AT_MOST = 10_000
"""Characters; no sentence that somebody wrote is longer, and each statement searches all of it for its quote."""


def statements(clause: Clause, rules: Sequence[Rule]) -> Iterator[tuple[Statement, re.Match[str], str]]:
    """What the rules find in a clause, with the match and its group that named the parties."""
    if len(clause.shape) > _PROSE_AT_MOST or not has_topic(clause):
        return
    shape = clause.shape
    for rule in rules:
        if not rule.may_match(shape):
            continue
        for match in rule.matches(clause):
            first, end = clause.tokens_of(*match.span())
            for group, values in rule.gives.items():
                if parties := (*clause.parties(match, group), *_included(clause, match, group)):
                    yield Statement(rule, clause, parties, values, first, end, event_of(match)), match, group


_MEDIATORS = frozenset("mediator mediators facilitator facilitators intermediary intermediaries".split())


def mediates(clause: Clause, party: Party) -> bool:
    """Whether the words of a party's own noun phrase say that it mediates: `the chief mediator A`."""
    words = clause.tokens[max(0, party.first - 1) : party.end]
    return any(token.low in _MEDIATORS for token in words if token.mention is None)


_INCLUDED = re.compile(r" (?:, )?(?:including|among them|notably|namely) (?P<included>§) (?=,)")


def _included(clause: Clause, match: re.Match[str], group: str) -> Iterator[Party]:
    """Those whom an aside behind a group of a match names: `the rebels, including A and B, …`."""
    if group in match.re.groupindex and match[group] == PARTY:
        aside = _INCLUDED.match(clause.shape, match.end(group))
        if aside is not None and aside.end() < match.end():
            yield from clause.parties(aside, "included")


def proposal(reading: Reading, kind: type[Fact], statement: Statement) -> Proposal | None:
    """The statement as a proposal, attributed where the clause says who says so; None where no quote bears it out.

    What the clause only wishes is proposed as such, where the kind can say so.
    """
    found = _as_stated(reading, kind, statement)
    if found is None and "proposed" in kind.model_fields and cues.proposes(statement.clause.shape):
        return _as_stated(reading, kind, replace(statement, values={**statement.values, "proposed": True}))
    return found


def _as_stated(reading: Reading, kind: type[Fact], statement: Statement) -> Proposal | None:
    values = {"who": statement.actors, **statement.values}
    core = (statement.first, statement.end)
    speech = speech_about(statement.clause, core)
    if speech is not None and speech.speaker not in statement.actors:
        said = {**values, "said_by": speech.speaker}
        if spans := first_bearing(reading, kind, said, _attributed(statement.clause, core, speech)):
            return _proposed(kind, said, spans, statement)
    if spans := first_bearing(reading, kind, values, candidates(statement.clause, core)):
        return _proposed(kind, values, spans, statement)
    return None


def proposals(reading: Reading, kind: type[Fact], statement: Statement) -> Iterator[Proposal]:
    """The statement as one proposal, or where no quote bears out all its actors as one for each of them."""
    whole = proposal(reading, kind, statement)
    if whole is not None:
        yield whole
    elif len(statement.parties) > 1:
        for party in statement.parties:
            if alone := _alone(reading, kind, replace(statement, parties=(party,))):
                yield alone


def _alone(reading: Reading, kind: type[Fact], statement: Statement) -> Proposal | None:
    """The statement for one member of a list, by its own words and those that the list shares."""
    (party,) = statement.parties
    clause = statement.clause
    members = next(found.parties for found in clause.lists if party in found.parties)
    names = Span(party.mention.span.start, clause.tokens[party.end - 1].span.end)
    first, end = members[0].first, members[-1].end
    rest = (statement.first, first) if statement.first < first else (end, statement.end)
    if rest[0] >= rest[1]:
        return None
    shared = clause.span(*rest)
    if party is members[-1] and rest[0] == end:
        options: list[tuple[Span, ...]] = [(Span(party.mention.span.start, shared.end),)]
    else:
        options = [tuple(sorted((names, shared)))]
    values = {"who": statement.actors, **statement.values}
    spans = first_bearing(reading, kind, values, options)
    return _proposed(kind, values, spans, statement) if spans else None


def _proposed(kind: type[Fact], values: Mapping[str, Any], spans: tuple[Span, ...], statement: Statement) -> Proposal:
    return Proposal(kind, values, spans, statement.rule.name, tuple(party.mention.span for party in statement.parties))


def _attributed(clause: Clause, core: tuple[int, int], speech: Speech) -> Iterator[tuple[Span, ...]]:
    first, end = clause.from_determiner(core[0]), core[1]
    joined = clause.span(min(first, speech.first), max(end, speech.end))
    words, speaker = clause.span(first, end), clause.span(speech.first, speech.end)
    if not words.overlaps(speaker):
        yield tuple(sorted((words, speaker))) if joined.end - joined.start > _LONG else (joined,)
        yield tuple(sorted((words, speaker)))
    yield (joined,)


_LONG = 260
"""Characters; a quote beyond it is better cut in two."""
