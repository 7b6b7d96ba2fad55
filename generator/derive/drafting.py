"""From an article to a draft of its fact sheet: everything proposed, and nothing that the checks refuse."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.agreement import RULES
from generator.dates import Edtf
from generator.derive import casualties, exclusions, mediators, participants, positions
from generator.derive import dates as date_rules
from generator.derive.events import Settings
from generator.derive.proposals import Proposal, Reading
from generator.derive.published import solve
from generator.derive.quoting import ReadEvidence, evidence_of
from generator.model import (
    ACTOR_FIELDS,
    Actor,
    CasualtyEstimate,
    DateFact,
    Event,
    ExcludedGroup,
    Fact,
    Mediator,
    Participant,
    Position,
)
from generator.neutrality import OWN_PROSE, LoadedWords, built_in
from generator.quotes import Evidence, Verbatim, Words, doubts, find
from generator.reading.names import Names
from generator.reading.roster import read_roster
from generator.text import Span, printable

KINDS: tuple[Callable[[Reading], Iterator[Proposal]], ...] = (
    participants.propose,
    mediators.propose,
    date_rules.propose,
    casualties.propose,
    exclusions.propose,
    positions.propose,
)
"""One module of rules for each kind of fact."""


@dataclass(frozen=True)
class Drafted:
    """A proposed fact that the checks accept, with the places of its quotes and the rule that made it."""

    id: str
    kind: type[Fact]
    fact: Fact
    spans: tuple[Span, ...]
    rule: str
    used: tuple[Span, ...]


@dataclass(frozen=True)
class Draft:
    """A proposed fact sheet, with the actors and events that it needs and the site does not have."""

    file: str
    sha256: str
    published: Edtf | None
    published_basis: str | None
    facts: tuple[Drafted, ...]
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    reading: Reading
    refused: tuple[tuple[Proposal, str], ...]


def draft(
    file: str,
    raw: bytes,
    published: Edtf | None = None,
    actors: Mapping[str, Actor] | None = None,
    events: Mapping[str, Event] | None = None,
) -> Draft:
    """Read an article and propose its fact sheet; `actors` and `events` are the site's own.

    Raises `UnicodeDecodeError` where the article is not UTF-8. The same article gives the same draft.
    """
    text = raw.decode("utf-8")
    basis = None
    if published is None:
        solved = solve(text)
        published, basis = solved.published, solved.basis
    known = actors or {}
    reading = Reading(text, published, read_roster(text, known))
    people = {**evidence_of(reading)[1], **known}
    settings = Settings(events or {})
    facts, refused = _judged(reading, people, settings)
    return Draft(
        file,
        hashlib.sha256(raw).hexdigest(),
        published,
        basis,
        tuple(facts),
        _needed(facts, {name: actor for name, actor in people.items() if name not in known}),
        {name: event for name, event in settings.proposed.items() if any(f.fact.event == name for f in facts)},
        reading,
        tuple(refused),
    )


def _judged(
    reading: Reading, people: Mapping[str, Actor], settings: Settings
) -> tuple[list[Drafted], list[tuple[Proposal, str]]]:
    """The proposals of every kind: those that the checks accept, each said once, and the others with the reason."""
    # What the site knows goes by the names that the site lists: a draft must pass the site's own check.
    evidence = ReadEvidence(Names({name: actor.names for name, actor in people.items()}), reading)
    facts: list[Drafted] = []
    refused: list[tuple[Proposal, str]] = []
    seen: set[Any] = set()
    for proposal in (proposal for propose in KINDS for proposal in propose(reading)):
        outcome = _accepted(proposal, evidence, people, settings, reading)
        if isinstance(outcome, str):
            refused.append((proposal, outcome))
            continue
        answers = frozenset((proposal.kind, asked) for asked in RULES[proposal.kind].asks(outcome))
        if answers in seen:
            refused.append((proposal, "another fact says the same"))
            continue
        seen.add(answers)
        name = _fact_id(proposal, outcome, {fact.id for fact in facts})
        facts.append(Drafted(name, proposal.kind, outcome, proposal.spans, proposal.rule, proposal.used))
    return facts, refused


def _accepted(
    proposal: Proposal, evidence: Evidence, people: Mapping[str, Actor], settings: Settings, reading: Reading
) -> Fact | str:
    """The fact of a proposal, or why it is none: the same rules hold as for what people write."""
    quotes = [printable(reading.text[span.start : span.end]) for span in proposal.spans]
    if not all(isinstance(find(quote, reading.text), Verbatim) for quote in quotes):
        return "its quote does not stand exactly once in the article"
    sentence = next((s for s in reading.sentences if s.overlaps(proposal.spans[0])), proposal.spans[0])
    event = settings.event_of(proposal.kind, reading.text, sentence, proposal.spans[0])
    try:
        fact = proposal.kind(**{"event": event, "quote": tuple(quotes), **proposal.values})
    except ValidationError as error:
        return error.errors()[0]["msg"]
    found = next(doubts(fact, Words(evidence, proposal.spans, None), people), None)
    if found is not None:
        return f"{found.field}: {found.message}"
    judging = next(_judging(fact, people), None)
    return f"it would have us say {judging!r}, which judges" if judging else fact


def _judging(fact: Fact, people: Mapping[str, Actor]) -> Iterator[str]:
    """The loaded words in what a fact says in our own voice."""
    prose = [value for field in OWN_PROSE[Fact] if isinstance(value := getattr(fact, field, None), str)]
    if prose:
        names = {name: "It judges." for actor in people.values() for name in actor.loaded}
        shipped = {words: entry.reason for entry in built_in().loaded.values() for words in entry.words}
        allowed = {words: None for entry in built_in().allowed.values() for words in entry.words}
        reader = LoadedWords({**names, **shipped, **allowed})
        yield from (mention.written for text in prose for mention in reader.outside_quotes(text))


def _needed(facts: list[Drafted], proposed: Mapping[str, Actor]) -> dict[str, Actor]:
    """The proposed actors that a fact speaks of, with those whom they represent."""
    waiting = [name for drafted in facts for name in _named(drafted.fact)]
    found: dict[str, Actor] = {}
    while waiting:
        name = waiting.pop()
        if name in proposed and name not in found:
            found[name] = proposed[name]
            waiting += [proposed[name].represents or ""]
    return dict(sorted(found.items()))


def _named(fact: Fact) -> Iterator[str]:
    for value in (getattr(fact, field, None) for field in ACTOR_FIELDS):
        yield from (value,) if isinstance(value, str) else value or ()


def _fact_id(proposal: Proposal, fact: Fact, taken: set[str]) -> str:
    """An id that says what the fact is: who and how, what and when, how many."""
    match fact:
        case Participant():
            words = [*(fact.who or ("others",)), fact.status]
        case Mediator():
            words = [*fact.who, fact.role]
        case DateFact():
            words = [fact.event, fact.what, str(fact.when or "unsettled")]
        case CasualtyEstimate():
            words = [fact.measure, str(fact.low if fact.low is not None else fact.high)]
        case ExcludedGroup():
            words = [*fact.who, "excluded"]
        case Position():
            words = [*fact.who, *fact.says.split()[:6]]
        case _:
            words = [proposal.rule]
    base = slug(" ".join(words))[:60].strip("-")
    return next(name for name in (base, *(f"{base}-{n}" for n in range(2, 1000))) if name not in taken)


def slug(words: str) -> str:
    """Words as an id: lower-case letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "fact"
