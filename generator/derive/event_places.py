"""Where things happen: states, capitals and the places of a site's events, as words of an article name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.reading.world import world
from generator.text import Span

_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z][\w]*")


@dataclass(frozen=True)
class Place:
    """A place: a state by its id, or a town by its name in lower case, with the state where that is known."""

    town: str | None
    state: str | None

    @property
    def key(self) -> str:
        """The town, else the state."""
        return self.town or self.state or ""


@dataclass(frozen=True)
class Named:
    """A place as a text names it; `adjective` where the word is that of a people."""

    span: Span
    place: Place
    adjective: bool = False


Terms = Mapping[str, tuple[tuple[str, Place, bool], ...]]
"""By the first word of a name: names, longest first, with the place and whether it is an adjective."""


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[Place, bool]]:
    """Every state of the world list by its names, and every capital."""
    found: dict[str, tuple[Place, bool]] = {}
    for entry in world().values():
        if entry.kind != "state":
            continue
        state = Place(None, entry.id)
        for seat in entry.seats:
            found.setdefault(seat, (Place(seat.lower(), entry.id), False))
        found |= dict.fromkeys(entry.people, (state, True)) | dict.fromkeys(entry.names, (state, False))
    return found


@lru_cache(maxsize=8)
def terms(own: tuple[str, ...]) -> Terms:
    """The names of states and capitals, with the places of a site as its events write them."""
    names = dict(_listed())
    for written in own:
        for name, place in _parts(written):
            names.setdefault(name, (place, False))
    by_first: dict[str, list[tuple[str, Place, bool]]] = {}
    for name, (place, adjective) in names.items():
        first = _CAPITALISED.match(name)
        if first:
            by_first.setdefault(first[0], []).append((name, place, adjective))
    return {word: tuple(sorted(forms, key=lambda form: (-len(form[0]), form[0]))) for word, forms in by_first.items()}


def place_of(written: str | None) -> Place | None:
    """The place that an event writes: `Town, State`, a town, or a state."""
    found = list(_parts(written or ""))
    return found[0][1] if found else None


def _parts(written: str) -> Iterator[tuple[str, Place]]:
    parts = [part.strip() for part in written.split(",") if part.strip()]
    states = [known[0].state for part in parts if (known := _listed().get(part)) and known[0].town is None]
    for part in parts:
        known = _listed().get(part)
        if known is not None:
            yield part, known[0]
        else:
            yield part, Place(part.lower(), states[0] if states else None)


def named(plain: str, known: Terms) -> Iterator[Named]:
    """The places that a text names, in order."""
    end = 0
    for word in _CAPITALISED.finditer(plain):
        if word.start() < end:
            continue
        for name, place, adjective in known.get(word[0], ()):
            end = word.start() + len(name)
            if plain.startswith(name, word.start()) and not plain[end : end + 1].isalnum():
                yield Named(Span(word.start(), end), place, adjective)
                break
        else:
            end = word.end()


def states_in(words: Iterable[str]) -> frozenset[str]:
    """The states that are named in any of these words, by id."""
    return frozenset(
        one.place.state for text in words for one in named(text, terms(())) if one.place.state and not one.place.town
    )
