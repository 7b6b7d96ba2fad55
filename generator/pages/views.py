"""What the templates show, worked out from the corpus: each view is plain data about one page's subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator import agreement
from generator.agreement import Answer, Outcome, Question
from generator.corpus import Corpus, Source, Statement
from generator.model import (
    KINDS,
    Actor,
    ActorKind,
    DateFact,
    ExcludedGroup,
    Fact,
    Mediator,
    Participant,
    Role,
    vocabulary,
)
from generator.pages.events import EventView, first_day_of, in_time
from generator.pages.passages import CitedSentence, cited_sentences
from generator.text import fold


@dataclass(frozen=True)
class Change:
    """What one article did to what was known: `how` it answers a question that others may have answered before."""

    statement: Statement
    how: str


@dataclass(frozen=True)
class NameUse:
    """A name that articles use for an actor, how often each uses it, and whether it judges."""

    name: str
    loaded: bool
    sources: tuple[tuple[Source, int], ...]


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
        """Kind by kind: people by house name and the unnamed last, roles by their vocabulary, dates by time."""
        first = question.key[0] if question.key else ""
        within = ""
        if question.kind is Participant and first:
            within = self.corpus.actors[first].name.casefold()
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
            for name in dict.fromkeys((*(getattr(fact, "who", None) or ()), getattr(fact, "for_", None))):
                if name is not None:
                    found[name].append(statement)
        return found

    def about(self, actor: str) -> Mapping[str, list[Statement]]:
        """The statements in which an actor has a part, by event."""
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
        """The questions of every kind with one outcome, in the order of events."""
        return [q for view in self.events.values() for q in view.questions if q.outcome == outcome]

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
        changes = []
        for source in view.sources:
            found: dict[str, Change] = {}
            for change in _changes(view.questions, source):
                found.setdefault(change.statement.key, change)
            changes.append((source, list(found.values())))
        return changes

    @cached_property
    def matrix(self) -> Mapping[str, Mapping[str, Mapping[str, list[Statement]]]]:
        """What part each actor itself has in each event: by actor, event and the word for the part."""
        cells: dict[str, dict[str, dict[str, list[Statement]]]] = {actor: {} for actor in self.actors}
        for statement in self.statements:
            for event, word in _part(statement.fact):
                for actor in getattr(statement.fact, "who", None) or ():
                    cells[actor].setdefault(event, {}).setdefault(word, []).append(statement)
        rows = {actor: {event: cell[event] for event in self.events if event in cell} for actor, cell in cells.items()}
        return {actor: events for actor, events in rows.items() if events}

    @cached_property
    def names(self) -> Mapping[str, list[NameUse]]:
        """The names that the articles use for each actor, the most used first."""
        counts: dict[str, dict[str, dict[str, int]]] = {name: {} for name in self.actors}
        for source in self.sources:
            for mention in self.corpus.evidence[source.id].actors:
                for actor in mention.actors:
                    uses = counts[actor].setdefault(fold(mention.written).text, {})
                    uses[source.id] = uses.get(source.id, 0) + 1
        return {actor: self._uses(actor, forms) for actor, forms in counts.items()}

    def _uses(self, actor: str, forms: Mapping[str, Mapping[str, int]]) -> list[NameUse]:
        loaded = {fold(name).text.casefold() for name in self.corpus.actors[actor].loaded}
        uses = [
            NameUse(
                form,
                form.casefold() in loaded,
                tuple((self.corpus.sources[source], count) for source, count in found.items()),
            )
            for form, found in forms.items()
        ]
        return sorted(uses, key=lambda use: (-sum(count for _, count in use.sources), use.name))

    def cited_sentences(self, source: Source) -> tuple[list[CitedSentence], int]:
        """The sentences of an article that hold quotes, in order, and how many sentences it has in all."""
        return cited_sentences(source.text, self.stated_by(source))


def _part(fact: Fact) -> Iterable[tuple[str, str]]:
    """The event and the word for the part that a fact gives to those whom it names."""
    if isinstance(fact, Participant):
        yield fact.event, fact.status
    elif isinstance(fact, Mediator):
        yield fact.event, fact.role
    elif isinstance(fact, ExcludedGroup):
        yield from ((event, "left out") for event in fact.from_ or (fact.event,))


def _changes(questions: Iterable[Question], source: Source) -> Iterable[Change]:
    for question in questions:
        for answer in question.answers:
            own = next((statement for statement in answer.statements if statement.source is source), None)
            if own is not None:
                yield Change(own, _how(question, answer, own))


def _how(question: Question, answer: Answer, statement: Statement) -> str:
    """`new`, `repeated`, or how it stands to what earlier articles said."""
    own, place = Answer(answer.value, (statement,)), agreement.order(statement.source)
    if any(agreement.order(other.source) < place for other in answer.statements):
        return "repeated"
    before = (
        Answer(other.value, earlier)
        for other in question.answers
        if (earlier := tuple(s for s in other.statements if agreement.order(s.source) < place))
    )
    outcome = agreement.worst(agreement.compare(question.kind, other, own) for other in before)
    return {"equal": "new", "refined": "refined", "superseded": "moved", "differing": "differs"}[outcome]


SECTIONS: tuple[str, ...] = tuple(kind.section for kind in KINDS)
"""The kinds of fact in the order in which pages show them."""
