"""Facts, questions and fields in the words in which people speak of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.agreement import Question
from generator.agreement.values import date_in_words
from generator.corpus import Corpus, Statement
from generator.dates import Edtf
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
from generator.text import printable
from generator.wording import count_in_words, label, listed

NOTHING = "none"
"""What stands where a field has no value."""


@dataclass(frozen=True)
class Names:
    """What the actors and events of a state are called; an id stands for one that is not there."""

    people: Mapping[str, Actor]
    matters: Mapping[str, Event]

    @classmethod
    def of(cls, corpus: Corpus) -> Names:
        """Those of a corpus."""
        return cls(corpus.actors, corpus.events)

    def actor(self, name: str) -> str:
        """The house name of an actor."""
        known = self.people.get(name)
        return printable(known.name) if known else name

    def actors(self, ids: Iterable[str] | None) -> str:
        """The house names of actors, as a sentence lists them."""
        return listed([self.actor(name) for name in ids]) if ids else NOTHING

    def event(self, name: str) -> str:
        """The title of an event."""
        known = self.matters.get(name)
        return printable(known.title) if known else name


def _plural(role: str) -> str:
    return f"{label(role)}s"


_DATES = {"held": "date", "in-effect": "taking effect", "agreed": "agreement", "endorsed": "endorsement"}
_DATES |= {"announced": "announcement", "said": "statement", "suspended": "suspension"}


def _date_noun(what: str) -> str:
    return _DATES.get(what, label(what))


def _participant(fact: Participant, names: Names) -> str:
    said = [names.actors(fact.who) if fact.who else "people not named", label(fact.status)]
    said += [str(fact.count)] if fact.count is not None else []
    said += [fact.role] if fact.role else []
    said += [f"for {names.actor(fact.for_)}"] if fact.for_ else []
    said += [f"to the presence of {names.actors(fact.against)}"] if fact.against else []
    said += ["as a proposal"] if fact.proposed else []
    return ", ".join(said)


def _count(fact: CasualtyEstimate) -> str:
    said = [count_in_words(fact.low, fact.high, about=fact.about)]
    said += [f"as of {date_in_words(fact.as_of)}"] if fact.as_of else []
    said += [f"in {date_in_words(fact.period)}"] if fact.period else []
    return ", ".join(said)


def _excluded(fact: ExcludedGroup, names: Names) -> str:
    out_of = f", of {listed([names.event(name) for name in fact.from_])}" if fact.from_ else ""
    return f"{names.actors(fact.who)}{out_of}"


_NOUNS: Mapping[type[Fact], Callable[[Any, Names], str]] = {
    Participant: lambda fact, names: "participants",
    Mediator: lambda fact, names: _plural(fact.role),
    DateFact: lambda fact, names: f"{'planned ' if fact.standing == 'planned' else ''}{_date_noun(fact.what)}",
    CasualtyEstimate: lambda fact, names: label(fact.measure),
    ExcludedGroup: lambda fact, names: "left out",
    Position: lambda fact, names: f"position of {names.actors(fact.who)}",
}
_VALUES: Mapping[type[Fact], Callable[[Any, Names], str]] = {
    Participant: _participant,
    Mediator: lambda fact, names: names.actors(fact.who),
    DateFact: lambda fact, names: date_in_words(fact.when),
    CasualtyEstimate: lambda fact, names: _count(fact),
    ExcludedGroup: _excluded,
    Position: lambda fact, names: fact.says,
}
IN_VALUE: Mapping[type[Fact], frozenset[str]] = {
    Participant: frozenset({"who", "status", "role", "for_", "count", "proposed", "against"}),
    Mediator: frozenset({"who"}),
    DateFact: frozenset({"when"}),
    CasualtyEstimate: frozenset({"low", "high", "about", "as_of", "period"}),
    ExcludedGroup: frozenset({"who", "from_"}),
    Position: frozenset({"says"}),
}
"""The fields that the words of a value show."""


def subject(statement: Statement, names: Names) -> str:
    """What a fact is about: `Zenda talks, planned date`."""
    fact = statement.fact
    noun = _NOUNS.get(statement.kind)
    what = noun(fact, names) if noun else label(statement.kind.section)
    return f"{names.event(fact.event)}, {printable(what)}"


def value(statement: Statement, names: Names) -> str:
    """What a fact says: `12 May 2031`."""
    words = _VALUES.get(statement.kind, _any_value)
    return printable(words(statement.fact, names))


def _any_value(fact: Fact, names: Names) -> str:
    """The value of a kind that has no words of its own here: its own fields one by one."""
    own = [name for name in type(fact).model_fields if name not in Fact.model_fields]
    return "; ".join(f"{label(name)}: {field_value(name, getattr(fact, name), names)}" for name in own)


def field_value(field: str, given: object, names: Names) -> str:
    """The value of one field, whatever it holds."""
    if given is None or given == ():
        return NOTHING
    if isinstance(given, Edtf):
        return f"{date_in_words(given)} ({given})"
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, (tuple, list)):
        return ", ".join(field_value(field, one, names) for one in given)
    if isinstance(given, str):
        if field in (*ACTOR_FIELDS, "represents"):
            return names.actor(given)
        return names.event(given) if field in (*EVENT_FIELDS, "part_of", "after") else printable(given)
    return printable(str(given))


def asked(question: Question, names: Names) -> str:
    """What a question asks, in the words of the facts that answer it."""
    event, key = names.event(question.event), question.key
    if question.kind is Participant:
        who = names.actor(key[0]) if key[0] else "people not named"
        return f"{event}, participation of {who}{', as an opponent' if key[-1] == 'opposed' and len(key) > 1 else ''}"
    if question.kind is Mediator:
        return f"{event}, {_plural(key[0])}{f' ({names.actor(key[1])})' if len(key) > 1 else ''}"
    if question.kind is DateFact:
        planned = all(getattr(s.fact, "standing", None) == "planned" for s in question.statements)
        return f"{event}, {'planned ' if planned else ''}{_date_noun(key[0])}"
    if question.kind is Position:
        return f"{event}, position of {names.actor(key[0])}"
    return f"{event}, {'left out' if question.kind is ExcludedGroup else label(key[0] if key else question.name)}"
