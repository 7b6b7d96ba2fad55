"""One rule for every kind of fact: which questions it answers, how two answers stand, and why."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.agreement import counts, presence, sets, times
from generator.agreement.answers import Answer, Naming, Outcome
from generator.model import CasualtyEstimate, DateFact, ExcludedGroup, Fact, Mediator, Participant, Position

Asked = tuple[str, tuple[str, ...], Hashable]
"""Event, key and answer of one statement; a statement may speak to several questions."""


@dataclass(frozen=True)
class Rule:
    """How one kind of fact is compared.

    `asks` gives the questions that a fact answers; `relates` how two values stand to each other, whichever comes
    first; `because` says in a sentence why two answers stand so. With `joined`, what one article says in several
    facts is one answer, their union. `speaks_to` gives questions of another kind, which a fact answers only where a
    fact of that kind asks them.
    """

    asks: Callable[[Any], Iterator[Asked]]
    relates: Callable[[Any, Any], Outcome]
    because: Callable[[Outcome, Answer, Answer, Naming], str]
    joined: bool = False
    speaks_to: Mapping[type[Fact], Callable[[Any], Iterator[Asked]]] = field(default_factory=dict)


def _stated(fact: Position) -> Iterator[Asked]:
    # What people want is not compared: each sentence is a matter of its own, which articles may share.
    for actor in fact.who:
        yield fact.event, (actor, fact.says), fact.says


def _same(_one: str, _other: str) -> Outcome:
    return "equal"


def _repeated(_outcome: Outcome, _one: Answer, _other: Answer, _name: Naming) -> str:
    return "They say the same."


RULES: Mapping[type[Fact], Rule] = {
    Participant: Rule(presence.asks, presence.relates, presence.because),
    Mediator: Rule(sets.roles, sets.relates, sets.because, joined=True),
    DateFact: Rule(times.asks, times.relates, times.because),
    CasualtyEstimate: Rule(counts.asks, counts.relates, counts.because),
    ExcludedGroup: Rule(
        sets.exclusions, sets.relates, sets.because, joined=True, speaks_to={Participant: presence.excluded}
    ),
    Position: Rule(_stated, _same, _repeated),
}
"""One rule for every kind of fact."""
