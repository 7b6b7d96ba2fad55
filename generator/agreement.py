"""Facts that answer the same question, and how their answers stand to one another.

A question is an event, a kind of fact and the kind's own key: who takes part, who mediates in what role,
when something happened, how many came to harm, who is left out. One place decides for the checks, the
review and the pages. Nothing here depends on the order of articles or facts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from generator.corpus import Source, Statement
from generator.dates import Edtf
from generator.model import CasualtyEstimate, DateFact, ExcludedGroup, Fact, Mediator, Participant

Outcome = Literal["equal", "refined", "superseded", "differing"]
"""Equal answers; one more precise than another; a plan that a later article moved; answers that exclude each other."""
_RANK: tuple[Outcome, ...] = ("equal", "refined", "superseded", "differing")


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and the statements that give it, the earliest article first."""

    value: Hashable
    statements: tuple[Statement, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that give this answer."""
        return tuple(dict.fromkeys(statement.source.id for statement in self.statements))


@dataclass(frozen=True)
class Question:
    """Statements on one matter: `key` is what the kind asks about, such as a role or an actor."""

    event: str
    kind: type[Fact]
    key: tuple[str, ...]
    answers: tuple[Answer, ...]
    outcome: Outcome

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, answer by answer."""
        return tuple(statement for answer in self.answers for statement in answer.statements)

    @property
    def articles(self) -> int:
        """How many articles speak to it."""
        return len({statement.source.id for statement in self.statements})


Asked = tuple[str, tuple[str, ...], Hashable]
"""Event, key and answer of one statement; a statement may speak to several questions."""


@dataclass(frozen=True)
class Rule:
    """How one kind of fact is compared.

    `asks` gives the questions that a fact answers; `relates` how two answers stand to each other. With
    `joined`, what one article says in several facts is one answer, their union.
    """

    asks: Callable[[Any], Iterator[Asked]]
    relates: Callable[[Any, Any], Outcome]
    joined: bool = False


def agree(statements: Iterable[Statement]) -> tuple[Question, ...]:
    """Group statements into questions, in the order of event, kind and key."""
    asked: dict[tuple[str, type[Fact], tuple[str, ...]], list[tuple[Hashable, Statement]]] = {}
    for statement in sorted(statements, key=chronology):
        for event, key, value in RULES[statement.kind].asks(statement.fact):
            asked.setdefault((event, statement.kind, key), []).append((value, statement))
    questions = (_question(event, kind, key, given) for (event, kind, key), given in asked.items())
    return tuple(sorted(questions, key=lambda q: (q.event, q.kind.section, q.key)))


def order(source: Source) -> tuple[str, str]:
    """Sorts articles by the first day on which they may have been published; undated ones come last."""
    first = source.article.published.first if source.article.published else None
    return (first.isoformat() if first else "9999", source.id)


def chronology(statement: Statement) -> tuple[str, str, int, str]:
    """Sorts statements by the order of their articles, then by their place in the article."""
    return (*order(statement.source), min((span.start for span in statement.spans), default=0), statement.id)


def _question(event: str, kind: type[Fact], key: tuple[str, ...], given: list[tuple[Hashable, Statement]]) -> Question:
    rule = RULES[kind]
    by_value: dict[Hashable, list[Statement]] = {}
    for value, statement in _union_by_article(given) if rule.joined else given:
        by_value.setdefault(value, []).append(statement)
    answers = tuple(Answer(value, tuple(found)) for value, found in by_value.items())
    outcomes = (compare(kind, one, other) for one, other in combinations(answers, 2))
    return Question(event, kind, key, answers, worst(outcomes))


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
    if outcome == "differing" and (_moved(one, other) or _moved(other, one)):
        return "superseded"
    return outcome


def _moved(earlier: Answer, later: Answer) -> bool:
    """Whether every article of the one is older than every article of the other, and it was a plan."""
    if not all(getattr(statement.fact, "standing", None) == "planned" for statement in earlier.statements):
        return False
    old = [statement.source.article.published for statement in earlier.statements]
    new = [statement.source.article.published for statement in later.statements]
    return all(a and b and a.last and b.first and a.last < b.first for a in old for b in new)


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


def _presence(fact: Participant) -> Iterator[Asked]:
    # Whoever opposes may well be there; that is a question of its own.
    own = ("opposed",) if fact.status == "opposed" else ()
    for actor in fact.who or ():
        yield fact.event, (actor, *own), (fact.status, None)
    if fact.who is None:
        yield fact.event, ("", fact.for_ or "", fact.role or "", *own), (fact.status, fact.count)


_THERE, _NOT_THERE = {"attending", "represented", "invited"}, {"absent", "refused"}


def _statuses(one: tuple[str, int | None], other: tuple[str, int | None]) -> Outcome:
    (status, count), (other_status, other_count) = one, other
    both = {status, other_status}
    if (both & _THERE and both & _NOT_THERE) or (count != other_count and None not in (count, other_count)):
        return "differing"
    # To be represented is one way of attending; to attend, or to give a number, says more than not to.
    return "refined" if count != other_count or ("invited" in both and len(both) > 1) else "equal"


_OPEN_ROLES = {"backer", "endorser", "facilitator"}
"""Roles that anyone may fill beside the others: to name one backer is not to deny another."""


def _roles(fact: Mediator) -> Iterator[Asked]:
    if fact.role not in _OPEN_ROLES:
        yield fact.event, (fact.role,), frozenset(fact.who)
        return
    for actor in fact.who:
        yield fact.event, (fact.role, actor), frozenset((actor,))


def _sets(one: frozenset[str], other: frozenset[str]) -> Outcome:
    return "equal" if one == other else "differing"


def _times(fact: DateFact) -> Iterator[Asked]:
    when = fact.when and fact.when.without_doubt
    # People speak more than once, and each time is a matter of its own.
    own = (str(when), fact.said_by or "") if fact.what in ("said", "announced") else ()
    yield fact.event, (fact.what, *own), when


def _dates(one: Edtf | None, other: Edtf | None) -> Outcome:
    if one == other:
        return "equal"
    if one is None or other is None:
        return "refined"  # words that settle no date deny none
    return "refined" if one.covers(other) or other.covers(one) else "differing"


def _counts(fact: CasualtyEstimate) -> Iterator[Asked]:
    yield fact.event, (fact.measure,), (fact.low, fact.high, fact.about, fact.as_of, fact.period)


def _numbers(one: tuple[Any, ...], other: tuple[Any, ...]) -> Outcome:
    if one[:3] == other[:3]:
        return "equal"
    if any(a and b and a != b for a, b in zip(one[3:], other[3:], strict=True)):
        return "refined"  # counts up to different dates answer different questions in part; neither refutes the other
    (low, high), (other_low, other_high) = (_bounds(*value[:2]) for value in (one, other))
    inside = (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high)
    return "refined" if inside else "differing"


def _bounds(low: int | None, high: int | None) -> tuple[float, float]:
    return (0 if low is None else low, float("inf") if high is None else high)


def _exclusions(fact: ExcludedGroup) -> Iterator[Asked]:
    for event in fact.from_ or (fact.event,):
        yield event, (), frozenset(fact.who)


RULES: Mapping[type[Fact], Rule] = {
    Participant: Rule(_presence, _statuses),
    Mediator: Rule(_roles, _sets, joined=True),
    DateFact: Rule(_times, _dates),
    CasualtyEstimate: Rule(_counts, _numbers),
    ExcludedGroup: Rule(_exclusions, _sets, joined=True),
}
"""One rule for every kind of fact."""
