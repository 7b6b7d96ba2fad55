"""What the templates show, worked out from the corpus: each view is plain data about one page's subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator import agreement
from generator.agreement import Answer, Outcome, Question
from generator.corpus import Corpus, Source, Statement
from generator.dates import Edtf
from generator.model import (
    KINDS,
    Actor,
    ActorKind,
    DateFact,
    Event,
    ExcludedGroup,
    Mediator,
    Participant,
    Role,
    vocabulary,
)
from generator.text import Span, fold, sentences

_TAKES_PLACE = ("held", "start", "in-effect", "agreed", "announced")
"""What dates an event best, the best first."""
_LATER = "9999"


@dataclass(frozen=True)
class Presence:
    """An actor, or people whom the article does not name, with the statements on whether they take part."""

    question: Question
    statements: tuple[Statement, ...]

    @property
    def party(self) -> str | None:
        """On whose behalf, where a statement says so."""
        return next((party for s in self.statements if (party := getattr(s.fact, "for_", None))), None)


@dataclass(frozen=True)
class Party:
    """An actor at the table with those who speak for it; `presence` is None where only they are said to be there."""

    actor: str
    presence: Presence | None
    members: list[Presence]


@dataclass(frozen=True, eq=False)
class EventView:
    """An event with the questions that its facts answer."""

    id: str
    event: Event
    questions: tuple[Question, ...]
    statements: tuple[Statement, ...]

    def of(self, section: str) -> list[Question]:
        """Its questions of one kind of fact."""
        return [question for question in self.questions if question.kind.section == section]

    @cached_property
    def time(self) -> Question | None:
        """The question that says best when it took or takes place."""
        dated = {question.key[0]: question for question in reversed(self.of(DateFact.section))}
        return next((dated[what] for what in _TAKES_PLACE if what in dated), None)

    @property
    def first_day(self) -> str:
        """Sorts events by when they took place; undated ones come last."""
        days = [_first_day(answer.value) for answer in self.time.answers] if self.time else []
        return min(days, default=_LATER)

    @cached_property
    def place(self) -> tuple[Statement, ...]:
        """The statements whose quotes name its place, one per article."""
        word = (self.event.place or "").split(",")[0].strip()
        found = {}
        for statement in self.statements:
            if word and any(word in fold(quote).text for quote in statement.fact.quote):
                found.setdefault(statement.source.id, statement)
        return tuple(found.values())

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The articles that speak of it, the earliest first."""
        return tuple(dict.fromkeys(statement.source for statement in self.statements))

    @property
    def open_questions(self) -> list[Question]:
        """The questions with more than one answer."""
        return [question for question in self.questions if question.outcome != "equal"]

    def present(self, *statuses: str) -> list[Presence]:
        """Who has one of these statuses by any article, each with the statements that say so."""
        found = []
        for question in self.of(Participant.section):
            given = tuple(s for s in question.statements if getattr(s.fact, "status", None) in statuses)
            if given:
                found.append(Presence(question, given))
        return found

    @cached_property
    def table(self) -> list[Party]:
        """Those at the table: each party with those who speak for it, and people whom no article names last."""
        here = self.present("attending", "represented")
        own = {presence.question.key[0]: presence for presence in here if presence.question.key[0]}
        parties = {name: Party(name, presence, []) for name, presence in own.items() if not presence.party}
        for presence in here:
            if presence.party:
                parties.setdefault(presence.party, Party(presence.party, None, [])).members.append(presence)
        unnamed = [Party("", presence, []) for presence in here if not presence.question.key[0] and not presence.party]
        return [*parties.values(), *unnamed]

    @cached_property
    def roles(self) -> Mapping[str, list[Question]]:
        """The roles that mediators fill, each with its questions."""
        roles: dict[str, list[Question]] = {}
        for question in self.of(Mediator.section):
            roles.setdefault(question.key[0], []).append(question)
        return roles


def _first_day(value: object) -> str:
    if isinstance(value, Edtf) and (day := value.first or value.last):
        return day.isoformat()
    return _LATER


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


@dataclass(frozen=True)
class CitedSentence:
    """A sentence with cited words: pieces of text, marked or not, and the statements that are listed under it."""

    pieces: tuple[tuple[str, bool], ...]
    statements: tuple[Statement, ...]
    elsewhere: tuple[Statement, ...]


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
            within = min(_first_day(answer.value) for answer in question.answers)
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

    def alone(self, statement: Statement) -> list[Answer]:
        """What one statement says, as answers to the questions it speaks to."""
        asked = agreement.RULES[statement.kind].asks(statement.fact)
        return [Answer(value, (statement,)) for _, _, value in list(asked)[:1]]

    @cached_property
    def timeline(self) -> list[tuple[Question, Answer]]:
        """Every dated answer in the order of time."""
        dated = [(q, answer) for q in self.questions if q.kind is DateFact for answer in q.answers]
        return sorted(dated, key=lambda pair: (_first_day(pair[1].value), pair[0].event, pair[0].key))

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
    def matrix(self) -> list[tuple[str, dict[str, list[Statement]]]]:
        """Every actor that has a part in any event, with its statements by event."""
        shown = (Participant, Mediator, ExcludedGroup)
        rows = []
        for actor in self.actors:
            parts = {event: [s for s in found if s.kind in shown] for event, found in self.about(actor).items()}
            if any(parts.values()):
                rows.append((actor, {event: found for event, found in parts.items() if found}))
        return rows

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
        found = sentences(source.text)
        groups = _joined(found, [span for statement in self.stated_by(source) for span in statement.spans])
        return [_cited(source.text, group, self.stated_by(source)) for group in groups], len(found)


def _changes(questions: Iterable[Question], source: Source) -> Iterable[Change]:
    for question in questions:
        for answer in question.answers:
            own = next((statement for statement in answer.statements if statement.source is source), None)
            if own is not None:
                yield Change(own, _how(question, answer, own))


def _how(question: Question, answer: Answer, statement: Statement) -> str:
    """`new`, `repeated`, or how it stands to what earlier articles said."""
    own = agreement.order(statement.source)
    before = [other for other in question.statements if agreement.order(other.source) < own]
    if not before:
        return "new"
    if any(other in before for other in answer.statements):
        return "repeated"
    return {"equal": "new", "refined": "refined", "superseded": "moved", "differing": "differs"}[question.outcome]


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


SECTIONS: tuple[str, ...] = tuple(kind.section for kind in KINDS)
"""The kinds of fact in the order in which pages show them."""
