"""The site's own actors and those of the world list, where a text names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.model import Actor
from generator.reading.names import Names
from generator.reading.roster_tokens import Tokens
from generator.reading.world import WorldActor, regions, world
from generator.text import Span

Form = Literal["government", "person", "state", "people", "seat", "group"]
"""By what an actor is named: the site's own name, a state's name, its people, its capital, an organisation's name."""


@dataclass(frozen=True)
class Listed:
    """A mention of a listed actor."""

    span: Span
    actor: str
    form: Form


def read_listed(tokens: Tokens, known: Mapping[str, Actor]) -> list[Listed]:
    """Every mention of an actor of `known` or of the world list; an entry that both have goes by the id in `known`."""
    text = tokens.source
    own = [(one.span, one.actors[0]) for one in _own_names(_frozen(known)).read(text) if len(one.actors) == 1]
    shared = same_actors(known)
    found = [Listed(span, actor, _form_of(known[actor], text[span.start : span.end])) for span, actor in own]
    covered = {position for span, _ in own for position in range(span.start, span.end)}
    capitals = [at for at, manner in enumerate(tokens.manner) if manner == "capitals"]
    shouted = (tokens.spans[capitals[0]].start, tokens.spans[capitals[-1]].end) if capitals else (0, 0)
    for one in _world_names().read(text):
        form, _, actor = one.actors[0].partition(":")
        if form == "region":
            continue
        if one.written in ("US", "AU") and shouted[0] <= one.span.start < shouted[1]:
            continue  # in capitals these are words
        if one.span.start in covered and one.span.end - 1 in covered:
            continue
        found.append(Listed(one.span, shared.get(actor, actor), _FORMS[form]))
    return sorted(found, key=lambda one: one.span)


_FORMS: Mapping[str, Form] = {"state": "state", "people": "people", "seat": "seat", "group": "group"}


def _form_of(actor: Actor, written: str) -> Form:
    if actor.kind != "state":
        return "person" if actor.kind == "person" else "government" if actor.kind == "government" else "group"
    return _forms_of_states().get(" ".join(written.split()), "state")


@lru_cache(maxsize=1)
def _forms_of_states() -> Mapping[str, Form]:
    forms: dict[str, Form] = {}
    for entry in world().values():
        forms.update(dict.fromkeys(entry.seats, "seat"))
        forms.update(dict.fromkeys(entry.people, "people"))
    return forms


def same_actors(known: Mapping[str, Actor]) -> dict[str, str]:
    """For entries of the world list, the id in `known` of the actor that goes by their name."""
    if not known:
        return {}
    owners = {name.casefold(): id_ for id_, actor in known.items() if actor.kind not in ("person", "government")
              for name in actor.names}  # fmt: skip
    found = {}
    for entry in world().values():
        owner = next((owners[name.casefold()] for name in entry.names if name.casefold() in owners), None)
        if owner:
            found[entry.id] = owner
    return found


def _frozen(known: Mapping[str, Actor]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((id_, actor.names) for id_, actor in known.items())


@lru_cache(maxsize=8)
def _own_names(known: tuple[tuple[str, tuple[str, ...]], ...]) -> Names:
    return Names(dict(known))


@lru_cache(maxsize=1)
def _world_names() -> Names:
    names: dict[str, list[str]] = {}
    for entry in world().values():
        names[f"{'state' if entry.kind == 'state' else 'group'}:{entry.id}"] = _spelled(entry)
        names[f"people:{entry.id}"] = list(entry.people)
        names[f"seat:{entry.id}"] = list(entry.seats)
    names["region:"] = list(regions())
    return Names(names)


def _spelled(entry: WorldActor) -> list[str]:
    """Its names, and their genitive as texts have it that lost their apostrophes."""
    lost = [f"{name}s" for name in entry.names if not name.endswith(("s", "."))]
    return [*entry.names, *lost]
