"""From an article to a draft of its fact sheet: everything proposed, and nothing that the checks refuse."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, count
from typing import Any

from pydantic import ValidationError

from generator.agreement import RULES
from generator.dates import Edtf
from generator.derive import casualties, exclusions, fighting, mediators, participants, positions
from generator.derive import dates as date_rules
from generator.derive.events import Settings
from generator.derive.proposals import Proposal, Reading
from generator.derive.published import solve
from generator.derive.quoting import evidence_of, evidence_with, words_of
from generator.model import (
    ACTOR_FIELDS,
    EVENT_FIELDS,
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
from generator.quotes import Evidence, Verbatim, doubts, find
from generator.reading.roster import RosterActor, read_roster
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

    def only(self, facts: Sequence[Drafted]) -> Draft:
        """The draft with some of its facts, and the actors and events that these need."""
        return replace(self, facts=tuple(facts), actors=_needed(facts, self.actors), events=_about(facts, self.events))


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
    opened = open_article(raw, published, actors or {}, events or {})
    facts, refused = _judged(opened.reading, opened.people, opened.settings)
    return drafted(file, raw, opened, facts, refused)


@dataclass(frozen=True)
class Opened:
    """An article that has been read, before anything is proposed.

    `people` are the actors that a fact may speak of by id: the site's own, which are `known`, and those proposed.
    """

    reading: Reading
    published_basis: str | None
    known: Mapping[str, Actor]
    people: Mapping[str, Actor]
    settings: Settings


def open_article(
    raw: bytes, published: Edtf | None, actors: Mapping[str, Actor], events: Mapping[str, Event]
) -> Opened:
    """Read an article against a site's actors and events; its date is worked out where `published` is None."""
    text = raw.decode("utf-8")
    basis = None
    if published is None:
        solved = solve(text)
        published, basis = solved.published, solved.basis
    reading = Reading(text, published, read_roster(text, actors))
    return Opened(reading, basis, actors, {**evidence_of(reading)[1], **actors}, Settings(reading, events))


def drafted(file: str, raw: bytes, opened: Opened, facts: list[Drafted], refused: list[tuple[Proposal, str]]) -> Draft:
    """The draft of an article with the facts accepted for it, and the actors and events that they need."""
    new = {name: actor for name, actor in opened.people.items() if name not in opened.known}
    return Draft(
        file,
        hashlib.sha256(raw).hexdigest(),
        opened.reading.published,
        opened.published_basis,
        tuple(facts),
        _needed(facts, new),
        _about(facts, opened.settings.proposed),
        opened.reading,
        tuple(refused),
    )


def _judged(
    reading: Reading, people: Mapping[str, Actor], settings: Settings
) -> tuple[list[Drafted], list[tuple[Proposal, str]]]:
    """The proposals of every kind: those that the checks accept, each said once, and the others with the reason."""
    # What the site knows goes by the names that the site lists: a draft must pass the site's own check.
    evidence = evidence_with(reading, people)
    facts: list[Drafted] = []
    refused: list[tuple[Proposal, str]] = []
    seen: set[Any] = set()
    taken: set[str] = set()
    found = (proposal for propose in KINDS for proposal in propose(reading))
    for proposal in chain(found, fighting.propose(reading, settings.known)):
        outcome = _accepted(proposal, evidence, people, settings, reading)
        if isinstance(outcome, str):
            refused.append((proposal, outcome))
            continue
        said = frozenset(sayings(proposal.kind, outcome))
        if said <= seen:
            refused.append((proposal, "another fact says the same"))
            continue
        seen.update(said)
        name = fact_id(outcome, taken, proposal.rule)
        taken.add(name)
        facts.append(Drafted(name, proposal.kind, outcome, proposal.spans, proposal.rule, proposal.used))
    return facts, refused


def sayings(kind: type[Fact], fact: Fact) -> Iterator[Hashable]:
    """What a fact says and by whose word, of participants also in what role: what another says is a new fact."""
    answers = frozenset((kind, asked) for asked in RULES[kind].asks(fact))
    yield answers, fact.said_by
    if not isinstance(fact, Participant):
        yield answers, None  # the article's own words repeat what it has given by another's
    elif fact.role is not None:
        yield answers, fact.said_by, fact.role


def _accepted(
    proposal: Proposal, evidence: Evidence, people: Mapping[str, Actor], settings: Settings, reading: Reading
) -> Fact | str:
    """The fact of a proposal, or why it is none: the same rules hold as for what people write."""
    values = dict(proposal.values)
    if loaded := {actor for actor in values.get("who") or () if _is_loaded(reading.roster.actors[actor])}:
        values["who"] = tuple(actor for actor in values["who"] if actor not in loaded)
        if not values["who"]:
            return "its words for somebody are a judgement, and no name"
    quotes = [printable(reading.text[span.start : span.end]) for span in proposal.spans]
    if not all(isinstance(find(quote, reading.text), Verbatim) for quote in quotes):
        return "its quote does not stand exactly once in the article"
    try:
        fact = proposal.kind(**{**settings.fields_of(proposal), "quote": tuple(quotes), **values})
    except ValidationError as error:
        return error.errors()[0]["msg"]
    found = next(doubts(fact, words_of(evidence, fact, proposal.spans), people), None)
    if found and found.field == "for":
        return _accepted(replace(proposal, values={**values, "for_": None}), evidence, people, settings, reading)
    if found is not None:
        return f"{found.field}: {found.message}"
    judging = next(judged_words(fact, people), None)
    return f"it would have us say {judging!r}, which judges" if judging else fact


def judged_words(fact: Fact, people: Mapping[str, Actor]) -> Iterator[str]:
    """The loaded words in what a fact says in our own voice."""
    prose = [value for field in OWN_PROSE[Fact] if isinstance(value := getattr(fact, field, None), str)]
    if prose:
        reader = _loaded_words(tuple(name for actor in people.values() for name in actor.loaded))
        yield from (mention.written for text in prose for mention in reader.outside_quotes(text))


@lru_cache(maxsize=8)
def _loaded_words(names: tuple[str, ...]) -> LoadedWords:
    """The reader for the built-in loaded words and some names."""
    shipped = {words: entry.reason for entry in built_in().loaded.values() for words in entry.words}
    allowed = {words: None for entry in built_in().allowed.values() for words in entry.words}
    return LoadedWords({**dict.fromkeys(names, "It judges."), **shipped, **allowed})


_LOADED = re.compile(
    r"(?:the |armed |foreign |local |islamist )*(?:terrorist|extremist|militant|jihadist)s?"
    r"(?: (?:groups?|organi[sz]ations?|factions?|fighters|forces|elements|movements?))?",
    re.IGNORECASE,
)


def _is_loaded(actor: RosterActor) -> bool:
    """Whether an actor that the site does not know is called by words alone that judge: `terrorist groups`."""
    return not actor.known and all(_LOADED.fullmatch(name) for name in actor.names)


def _about(facts: Sequence[Drafted], proposed: Mapping[str, Event]) -> dict[str, Event]:
    """The proposed events that a fact is about."""
    named = {name for drafted in facts for name in _referred(drafted.fact, EVENT_FIELDS)}
    return {name: event for name, event in proposed.items() if name in named}


def _needed(facts: Sequence[Drafted], proposed: Mapping[str, Actor]) -> dict[str, Actor]:
    """The proposed actors that a fact speaks of, with those whom they represent."""
    waiting = [name for drafted in facts for name in _referred(drafted.fact, ACTOR_FIELDS)]
    found: dict[str, Actor] = {}
    while waiting:
        name = waiting.pop()
        if name in proposed and name not in found:
            found[name] = proposed[name]
            waiting += [proposed[name].represents or ""]
    return dict(sorted(found.items()))


def _referred(fact: Fact, fields: Sequence[str]) -> Iterator[str]:
    """The ids that a fact refers to in some of its fields."""
    for value in (getattr(fact, field, None) for field in fields):
        yield from (value,) if isinstance(value, str) else value or ()


def fact_id(fact: Fact, taken: set[str], otherwise: str) -> str:
    """An id that says what the fact is: who and how, what and when, how many; `otherwise` for other kinds."""
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
            words = [otherwise]
    base = slug(" ".join(words))[:60].strip("-")
    return next(name for name in chain((base,), (f"{base}-{n}" for n in count(2))) if name not in taken)


def slug(words: str) -> str:
    """Words as an id: lower-case letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "fact"
