"""Who has which part in which event: actors by events, in tables narrow enough to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corpus import Statement
from generator.model import ExcludedGroup, Fact, Mediator, Participant

COLUMNS = 6
"""Events side by side at most; more of them make another table below."""

_DOES = {
    "mediator": "mediates",
    "broker": "brokers",
    "guarantor": "guarantees",
    "host": "hosts",
    "convener": "convenes",
    "backer": "backs",
    "facilitator": "facilitates",
    "endorser": "endorses",
    "attending": "attends",
    "refused": "refuses",
    "opposed": "opposes it",
}

Cell = Mapping[str, Sequence[Statement]]
"""The words for the part that an actor has in an event, each with the statements that say so."""


@dataclass(frozen=True)
class Matrix:
    """Some events side by side, and every actor that has a part in one of them."""

    events: tuple[str, ...]
    rows: Mapping[str, Mapping[str, Cell]]


def matrices(
    actors: Iterable[str], events: Sequence[str], kinds: Mapping[str, str], statements: Iterable[Statement]
) -> list[Matrix]:
    """Tables of actors by events, both in the order given; `kinds` tells what kind of event each is.

    Events in which nobody has a part are left out. The columns of several tables are as even as can be.
    """
    cells: dict[str, dict[str, dict[str, list[Statement]]]] = {actor: {} for actor in actors}
    for statement in statements:
        for event, word in _part(statement.fact, kinds):
            for actor in getattr(statement.fact, "who", None) or ():
                cells[actor].setdefault(event, {}).setdefault(word, []).append(statement)
    taken = [event for event in events if any(event in row for row in cells.values())]
    return [
        Matrix(columns, {actor: row for actor, row in cells.items() if any(event in row for event in columns)})
        for columns in _evenly(taken)
    ]


def _part(fact: Fact, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The event and the word for the part that a fact gives to those whom it names."""
    if isinstance(fact, Participant):
        talks = kinds.get(fact.event) == "talks"
        word = "takes part" if fact.status == "attending" and not talks else _DOES.get(fact.status, fact.status)
        yield fact.event, f"{fact.status}, as a proposal" if fact.proposed else word
    elif isinstance(fact, Mediator):
        yield fact.event, _DOES[fact.role]
    elif isinstance(fact, ExcludedGroup):
        yield from ((event, "excluded") for event in fact.from_ or (fact.event,))


def _evenly(events: Sequence[str]) -> Iterator[tuple[str, ...]]:
    tables = -(-len(events) // COLUMNS)
    for number in range(tables):
        yield tuple(events[number * len(events) // tables : (number + 1) * len(events) // tables])
