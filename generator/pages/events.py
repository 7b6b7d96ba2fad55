"""An event as its page shows it: when, where, who is at the table and who is not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.agreement import Question, Stance
from generator.corpus import Source, Statement
from generator.dates import Edtf
from generator.model import DateFact, Event, Mediator, Participant
from generator.text import fold

_TAKES_PLACE = ("held", "start", "in-effect", "agreed", "end", "suspended", "endorsed", "announced")
"""What dates an event best, the best first."""
_COURSE = ("announced", "agreed", "endorsed", "start", "in-effect", "held", "said", "suspended", "end")
"""The course that things take, for what happened on the same day."""
LATER = "9999"


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
        days = [first_day_of(answer.value) for answer in self.time.answers] if self.time else []
        return min(days, default=LATER)

    @cached_property
    def place(self) -> tuple[Statement, ...]:
        """The statements whose quotes name its place, one per article."""
        word = fold((self.event.place or "").split(",")[0]).text
        found: dict[str, Statement] = {}
        for statement in self.statements if word else ():
            if any(_names(word, quote) for quote in statement.fact.quote):
                found.setdefault(statement.source.id, statement)
        return tuple(found.values())

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The articles that speak of it, the earliest first."""
        return tuple(dict.fromkeys(statement.source for statement in self.statements))

    @property
    def open_questions(self) -> list[Question]:
        """The questions whose answers are not all the same."""
        return [question for question in self.questions if question.outcome != "equal"]

    def present(self, *statuses: str) -> list[Presence]:
        """Who has one of these statuses by any article, each with the statements that say so."""
        found = []
        for question in self.of(Participant.section):
            given = tuple(s for answer in question.answers if _is(answer.value, statuses) for s in answer.statements)
            if given:
                found.append(Presence(question, given))
        return found

    @property
    def proposed(self) -> list[Presence]:
        """Those of whom somebody only says that they should take part or be invited, and nobody that they do."""
        found = []
        for question in self.of(Participant.section):
            stances = [answer.value for answer in question.answers]
            if all(isinstance(value, Stance) and value.proposed for value in stances):
                found.append(Presence(question, question.statements))
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


def _is(value: object, statuses: tuple[str, ...]) -> bool:
    # That others oppose somebody's presence, or propose it, is no part in the event.
    return isinstance(value, Stance) and value.status in statuses and not value.by and not value.proposed


def _names(word: str, quote: str) -> bool:
    # Oman stands in no woman.
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", fold(quote).text) is not None


def in_time(question: Question) -> str:
    """Sorts date questions by time, and those of one day in the course that things take."""
    return f"{min(first_day_of(answer.value) for answer in question.answers)} {_COURSE.index(question.key[0])}"


def first_day_of(value: object) -> str:
    """Sorts answers to a date question by time; what is no date comes last."""
    if isinstance(value, Edtf) and (day := value.first or value.last):
        return day.isoformat()
    return LATER
