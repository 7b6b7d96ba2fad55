"""Statements grouped into questions, how their answers stand, and what each article added."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal

from generator.agreement.answers import Answer, Answers, Naming, Outcome, chronology, moved, order
from generator.agreement.rules import RULES
from generator.corpus import Source, Statement
from generator.model import Fact

_RANK: tuple[Outcome, ...] = ("equal", "refined", "superseded", "differing")
How = Literal["new", "repeated", "refined", "moved", "contradicted"]
"""What an article did to a question: it was the first to answer it, or how it stands to those before it."""
_HOW: dict[Outcome, How] = {
    "equal": "repeated",
    "refined": "refined",
    "superseded": "moved",
    "differing": "contradicted",
}

_Matter = tuple[str, type[Fact], tuple[str, ...]]


@dataclass(frozen=True)
class Question:
    """Statements on one matter: `key` is what the kind asks about, such as a role or an actor."""

    event: str
    kind: type[Fact]
    key: tuple[str, ...]
    answers: Answers

    @cached_property
    def outcome(self) -> Outcome:
        """How its answers stand: the outcome of the two that are furthest from equal."""
        return worst(compare(self.kind, one, other) for one, other in combinations(self.answers, 2))

    @property
    def name(self) -> str:
        """What it is called within its event: the kind and the key, such as `mediators/broker`."""
        return "/".join((self.kind.section, *filter(None, self.key)))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, answer by answer."""
        return tuple(statement for answer in self.answers for statement in answer.statements)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles that speak to it, the earliest first."""
        return tuple(sorted({statement.source for statement in self.statements}, key=order))


def agree(statements: Iterable[Statement]) -> tuple[Question, ...]:
    """Group statements into questions, in the order of event, kind and key."""
    ordered = sorted(statements, key=chronology)
    given: dict[_Matter, list[tuple[Hashable, Statement]]] = {
        (event, statement.kind, key): []
        for statement in ordered
        for event, key, _ in RULES[statement.kind].asks(statement.fact)
    }
    for statement in ordered:
        for matter, value in _spoken_to(statement):
            if matter in given:
                given[matter].append((value, statement))
    questions = (_question(*matter, answers) for matter, answers in given.items())
    return tuple(sorted(questions, key=lambda q: (q.event, q.kind.section, q.key)))


def _spoken_to(statement: Statement) -> Iterator[tuple[_Matter, Hashable]]:
    """The matters that a statement speaks to, those of its own kind and of others, and what it says."""
    rule = RULES[statement.kind]
    for kind, asks in ((statement.kind, rule.asks), *rule.speaks_to.items()):
        for event, key, value in asks(statement.fact):
            yield (event, kind, key), value


def _question(event: str, kind: type[Fact], key: tuple[str, ...], given: list[tuple[Hashable, Statement]]) -> Question:
    by_value: dict[Hashable, list[Statement]] = {}
    for value, statement in _union_by_article(given) if RULES[kind].joined else given:
        by_value.setdefault(value, []).append(statement)
    return Question(event, kind, key, tuple(Answer(value, tuple(found)) for value, found in by_value.items()))


def _union_by_article(given: list[tuple[Hashable, Statement]]) -> Iterator[tuple[Hashable, Statement]]:
    whole: dict[str, frozenset[str]] = {}
    for value, statement in given:
        assert isinstance(value, frozenset)
        whole[statement.source.id] = whole.get(statement.source.id, frozenset()) | value
    for _, statement in given:
        yield whole[statement.source.id], statement


def compare(kind: type[Fact], one: Answer, other: Answer) -> Outcome:
    """How two answers to one question stand to each other, whichever comes first."""
    outcome = RULES[kind].relates(one.value, other.value)
    if outcome == "differing" and (moved(one, other) or moved(other, one)):
        return "superseded"
    return outcome


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of several comparisons: the one that is furthest from equal, and equal where there are none.

    It looks at no more of them once two answers differ, so that many answers to one question take no long time.
    """
    found: Outcome = "equal"
    for outcome in outcomes:
        found = max(found, outcome, key=_RANK.index)
        if found == _RANK[-1]:
            break
    return found


def decided_by(question: Question) -> tuple[Answer, Answer] | None:
    """The first two answers that stand to each other as the whole question does; None where there is but one."""
    pairs = combinations(question.answers, 2)
    return next((pair for pair in pairs if compare(question.kind, *pair) == question.outcome), None)


def why(question: Question, name: Naming) -> str:
    """The sentence that says why the answers stand as they do; `name` gives the house name of an actor."""
    pair = decided_by(question)
    if pair is None:
        return "There is one answer."
    sentence = RULES[question.kind].because(question.outcome, *pair, name)
    return sentence[0].upper() + sentence[1:]


@dataclass(frozen=True)
class Change:
    """What one statement did to what was known when its article appeared."""

    question: Question
    statement: Statement
    how: How


def changes(questions: Iterable[Question], source: Source) -> list[Change]:
    """What an article added to questions, each of its statements once: the change that says most."""
    found: dict[str, Change] = {}
    for question in questions:
        for answer in question.answers:
            for statement in answer.statements:
                if statement.source is source:
                    change = Change(question, statement, _how(question, answer, source))
                    known = found.setdefault(statement.key, change)
                    found[statement.key] = max(known, change, key=_says_most)
    return list(found.values())


_SAYS = ("repeated", "new", "refined", "moved", "contradicted")


def _says_most(change: Change) -> int:
    return _SAYS.index(change.how)


def _how(question: Question, answer: Answer, source: Source) -> How:
    place = order(source)
    before = [
        Answer(other.value, earlier)
        for other in question.answers
        if (earlier := tuple(s for s in other.statements if order(s.source) < place))
    ]
    if not before:
        return "new"
    if any(other.value == answer.value for other in before):
        return "repeated"
    own = Answer(answer.value, tuple(s for s in answer.statements if s.source is source))
    return _HOW[worst(compare(question.kind, other, own) for other in before)]
