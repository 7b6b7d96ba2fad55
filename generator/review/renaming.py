"""Actors and events under another id: the same entry, so that what facts say of it has not changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.corpus import Corpus, Statement
from generator.model import ACTOR_FIELDS, EVENT_FIELDS


def paired(old: Mapping[str, BaseModel], new: Mapping[str, BaseModel]) -> Iterator[tuple[str | None, str | None]]:
    """Ids before and after: the same ones, then those of equal entries, then those that stand alone."""
    yield from ((name, name) for name in old if name in new)
    waiting: dict[str, list[str]] = {}
    for name in sorted(set(new) - set(old)):
        waiting.setdefault(new[name].model_dump_json(), []).append(name)
    for was in sorted(set(old) - set(new)):
        equal = waiting.get(old[was].model_dump_json())
        yield was, equal.pop(0) if equal else None
    yield from ((None, name) for names in waiting.values() for name in names)


def with_ids_of(before: Corpus, after: Corpus) -> Corpus:
    """The earlier corpus with the ids that its actors and events have in the later one, in its facts as well.

    An id that facts use where no such entry stands is left alone.
    """
    actors = _new_ids(before.actors, after.actors, *(_used(corpus, ACTOR_FIELDS) for corpus in (before, after)))
    events = _new_ids(before.events, after.events, *(_used(corpus, EVENT_FIELDS) for corpus in (before, after)))
    if not actors and not events:
        return before
    return replace(
        before,
        actors={actors.get(name, name): entry for name, entry in before.actors.items()},
        events={events.get(name, name): entry for name, entry in before.events.items()},
        statements=tuple(_renamed(statement, actors, events) for statement in before.statements),
    )


def _new_ids(
    old: Mapping[str, BaseModel], new: Mapping[str, BaseModel], used: set[str], used_later: set[str]
) -> dict[str, str]:
    return {
        was: now
        for was, now in paired(old, new)
        if was and now and was != now and now not in used and was not in used_later
    }


def _used(corpus: Corpus, fields: Iterable[str]) -> set[str]:
    """The ids that facts have in some fields."""
    given = (getattr(statement.fact, field, None) for statement in corpus.statements for field in fields)
    return {one for value in given if value for one in (value if isinstance(value, tuple) else (value,))}


def _renamed(statement: Statement, actors: Mapping[str, str], events: Mapping[str, str]) -> Statement:
    changed: dict[str, Any] = {}
    for fields, ids in ((ACTOR_FIELDS, actors), (EVENT_FIELDS, events)):
        for field in fields:
            given = getattr(statement.fact, field, None)
            now = tuple(ids.get(one, one) for one in given) if isinstance(given, tuple) else ids.get(given or "", given)
            if now != given:
                changed[field] = now
    return replace(statement, fact=statement.fact.model_copy(update=changed)) if changed else statement
