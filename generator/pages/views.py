"""What the templates show, worked out from the corpus: each view is plain data about one page's subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator import agreement
from generator.agreement import Answer, Change, Outcome, Question, Voices
from generator.corpus import Corpus, Source, Statement
from generator.coverage import Coverage, coverage_of
from generator.model import (
    KINDS,
    Actor,
    ActorKind,
    DateFact,
    Mediator,
    Participant,
    Position,
    Reason,
    Role,
    vocabulary,
)
from generator.pages.events import EventView, first_day_of, in_time
from generator.pages.matrix import Matrix, matrices
from generator.pages.names import NameUse, names_used
from generator.pages.passages import CitedSentence, cited_sentences


@dataclass(frozen=True, eq=False)
class Views:
    """Everything the pages show of one corpus."""

    corpus: Corpus
    questions: tuple[Question, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "questions", agreement.agree(self.corpus.statements))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, the earliest article first."""
        return tuple(sorted(self.corpus.statements, key=agreement.chronology))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of each statement in the order of all of them."""
        return {statement.key: place for place, statement in enumerate(self.statements)}

    @cached_property
    def events(self) -> Mapping[str, EventView]:
        """Every event by id, the earliest first."""
        questions: dict[str, list[Question]] = {name: [] for name in self.corpus.events}
        statements: dict[str, list[Statement]] = {name: [] for name in self.corpus.events}
        for question in self.questions:
            questions[question.event].append(question)
        for statement in self.statements:
            for name in dict.fromkeys((statement.fact.event, *(getattr(statement.fact, "from_", None) or ()))):
                statements[name].append(statement)
        views = [
            EventView(name, event, tuple(sorted(questions[name], key=self._reading_order)), tuple(statements[name]))
            for name, event in self.corpus.events.items()
        ]
        return {view.id: view for view in sorted(views, key=lambda view: (view.first_day, view.id))}

    def _reading_order(self, question: Question) -> tuple[int, bool, str, tuple[str, ...]]:
        """Kind by kind: people by house name and the unnamed last, roles by their vocabulary, dates by time.

        What one actor wants stands in the order in which the articles tell it.
        """
        first = question.key[0] if question.key else ""
        within = ""
        if question.kind is Participant and first:
            within = self.corpus.actors[first].name.casefold()
        elif question.kind is Position:
            within = f"{self.corpus.actors[first].name.casefold()} {self._places[question.statements[0].key]:09d}"
        elif question.kind is Mediator:
            within = str(vocabulary(Role).index(first))
        elif question.kind is DateFact:
            within = in_time(question)
        return KINDS.index(question.kind), not first, within, question.key

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Every actor by id, by house name."""
        return dict(sorted(self.corpus.actors.items(), key=lambda item: (item[1].name.casefold(), item[0])))

    @property
    def actors_by_kind(self) -> Mapping[str, Mapping[str, Actor]]:
        """The actors by kind, the kinds in the order of the vocabulary."""
        kinds = {kind: {n: a for n, a in self.actors.items() if a.kind == kind} for kind in vocabulary(ActorKind)}
        return {kind: entries for kind, entries in kinds.items() if entries}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every article, the earliest first."""
        return tuple(sorted(self.corpus.sources.values(), key=agreement.order))

    @cached_property
    def _by_source(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {source.id: [] for source in self.sources}
        for statement in self.statements:
            found[statement.source.id].append(statement)
        return found

    def stated_by(self, source: Source) -> Sequence[Statement]:
        """What an article states, in its order."""
        return self._by_source[source.id]

    @cached_property
    def _by_actor(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {name: [] for name in self.corpus.actors}
        for statement in self.statements:
            fact = statement.fact
            of = (*(getattr(fact, "who", None) or ()), *(getattr(fact, "against", None) or ()))
            for name in dict.fromkeys((*of, getattr(fact, "for_", None))):
                if name is not None and statement.kind is not Position:
                    found[name].append(statement)
        return found

    @cached_property
    def _by_holder(self) -> dict[str, dict[str, list[Question]]]:
        found: dict[str, dict[str, list[Question]]] = {}
        for question in self.of_kind(Position.section):
            found.setdefault(question.key[0], {}).setdefault(question.event, []).append(question)
        return found

    def positions(self, actor: str) -> Mapping[str, list[Question]]:
        """What an actor wants, offers, refuses or expects, by event."""
        return self._by_holder.get(actor, {})

    def about(self, actor: str) -> Mapping[str, list[Statement]]:
        """The statements in which an actor has a part, by event; what it only wants is no part."""
        events: dict[str, list[Statement]] = {}
        for statement in self._by_actor[actor]:
            events.setdefault(statement.fact.event, []).append(statement)
        return {name: events[name] for name in self.events if name in events}

    def said_by(self, actor: str) -> list[Statement]:
        """The statements that quote an actor as their source."""
        return [statement for statement in self.statements if statement.fact.said_by == actor]

    def members(self, actor: str) -> list[str]:
        """The actors that represent this one."""
        return [name for name, entry in self.actors.items() if entry.represents == actor]

    def parts(self, event: str) -> list[EventView]:
        """The events that are part of this one, the earliest first."""
        return [view for view in self.events.values() if view.event.part_of == event]

    def of_kind(self, section: str, *outcomes: Outcome) -> list[Question]:
        """The questions of a kind, those with the given outcomes where any are given, in the order of events."""
        return [
            question
            for view in self.events.values()
            for question in view.of(section)
            if not outcomes or question.outcome in outcomes
        ]

    def with_outcome(self, outcome: Outcome) -> list[Question]:
        """The questions of every kind with several answers and one outcome, in the order of events."""
        return [
            question
            for view in self.events.values()
            for question in view.questions
            if question.outcome == outcome and len(question.answers) > 1
        ]

    @cached_property
    def timeline(self) -> list[tuple[Question, Answer]]:
        """Every dated answer in the order of time."""
        dated = [
            (q, answer)
            for q in self.questions
            if q.kind is DateFact
            for answer in q.answers
            if answer.value is not None
        ]
        return sorted(dated, key=lambda pair: (first_day_of(pair[1].value), pair[0].event, pair[0].key))

    @cached_property
    def unresolved(self) -> list[Statement]:
        """Date statements whose words give no date that can be placed."""
        return [s for s in self.statements if isinstance(s.fact, DateFact) and s.fact.when is None]

    def changes(self, view: EventView) -> list[tuple[Source, list[Change]]]:
        """What each article added to what was known of an event, in the order of publication; each statement once."""
        return [(source, agreement.changes(view.questions, source)) for source in view.sources]

    @cached_property
    def voices(self) -> Voices:
        """Which articles are one voice."""
        return agreement.voices_of(self.corpus.sources.values())

    def evidence(self, sources: Sequence[Source]) -> str:
        """How many articles, and how many voices they are; one article is one voice."""
        articles, voices = len(sources), self.voices.count(sources)
        if articles == 1:
            return "1 article"
        return f"{articles} articles, {voices} {'voice' if voices == 1 else 'voices'}" if articles else "0 articles"

    def why(self, question: Question) -> str:
        """The sentence that says why the answers to a question stand as they do."""
        return agreement.why(question, lambda actor: self.corpus.actors[actor].name)

    def reasons(self, question: Question) -> list[tuple[Reason, Source]]:
        """The reasons that people gave why articles answer a question differently, each with its article."""
        given = self.corpus.events[question.event].reasons.values()
        return [(reason, self.corpus.sources[reason.article]) for reason in given if reason.question == question.name]

    @cached_property
    def _anchors(self) -> dict[tuple[str, str], str]:
        """The fragment of each question, by event and name; words that fold into one another are told apart."""
        found: dict[tuple[str, str], str] = {}
        taken: set[str] = set()
        for question in self.questions:
            slug = re.sub(r"[^a-z0-9]+", "-", f"{question.event} {question.name}".lower()).strip("-")
            number = 1
            while (anchor := slug if number == 1 else f"{slug}-{number}") in taken:
                number += 1
            taken.add(anchor)
            found[question.event, question.name] = anchor
        return found

    def anchor(self, question: Question) -> str:
        """The fragment that leads to a question wherever its answers stand side by side."""
        return f"q-{self._anchors[question.event, question.name]}"

    @cached_property
    def _presence(self) -> Mapping[tuple[str, str], Question]:
        return {(q.event, q.key[0]): q for q in self.of_kind(Participant.section) if len(q.key) == 1}

    def presence(self, event: str, actor: str) -> Question | None:
        """The question whether an actor takes part in an event; None where no article speaks to it."""
        return self._presence.get((event, actor))

    @cached_property
    def matrices(self) -> list[Matrix]:
        """What part each actor itself has in each event."""
        kinds = {name: event.kind for name, event in self.corpus.events.items()}
        return matrices(self.actors, tuple(self.events), kinds, self.statements)

    @cached_property
    def names(self) -> Mapping[str, list[NameUse]]:
        """The names that the articles use for each actor, the house name first, then the most used."""
        found = names_used(self.corpus, self.sources)
        return {name: found[name] for name in self.actors}

    def cited_sentences(self, source: Source) -> list[CitedSentence]:
        """The sentences of an article that hold quotes, in order."""
        return cited_sentences(source.text, self.stated_by(source))

    def coverage(self, source: Source) -> Coverage:
        """What of an article is cited, set aside and unread."""
        return coverage_of(source, self.stated_by(source))


SECTIONS: tuple[str, ...] = tuple(kind.section for kind in KINDS)
"""The kinds of fact in the order in which pages show them."""
