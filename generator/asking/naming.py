"""Whom a model means by a name: someone of the article's roster or of the site, or someone new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.asking.questions import FORMS, PEOPLE
from generator.derive.drafting import Opened
from generator.model import Actor
from generator.reading.names import Names
from generator.reading.roster_words import FUNCTION_WORDS
from generator.reading.world import slug, world
from generator.text import Span, fold

_NAME_AT_MOST = 120
"""Characters; longer names are no names."""


class UnknownNameError(ValueError):
    """Nobody goes by a name; the message says why, and after a semicolon what to do."""


class Named:
    """The actors that facts may speak of: those of the roster and of the site, and those that a model adds."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.people: dict[str, Actor] = dict(opened.people)
        self._kinds: dict[str, Any] = {}
        self._ids: dict[str, set[str]] = {}
        for actor, entry in self.people.items():
            for name in entry.names:
                self._ids.setdefault(_key(name), set()).add(actor)

    def tell(self, items: Iterable[Any]) -> None:
        """Take in what a model says of the names that it uses; what has not the form asked for counts for nothing."""
        for item in items:
            try:
                told: Any = FORMS[PEOPLE].model_validate(item)
            except ValidationError:
                continue
            self._kinds.setdefault(_key(told.name), told.kind)

    def actor(self, name: str, quotes: Sequence[Span]) -> str:
        """The id of the actor that goes by a name; someone new where the article prints it. Raises UnknownNameError."""
        key = _key(name)
        mentioned = [mention for mention in self.opened.reading.actors if _key(mention.written) == key]
        inside = [mention for mention in mentioned if any(span.holds(mention.span) for span in quotes)]
        for found in (
            {mention.actor for mention in inside},
            self._ids.get(key, set()),
            {mention.actor for mention in mentioned},
        ):
            if len(found) == 1:
                return next(iter(found))
            if found:
                listed = ", ".join(sorted(found))
                raise UnknownNameError(f"{name!r} is the name of several ({listed}); write the full name")
        return self._new(name, key)

    def _new(self, name: str, key: str) -> str:
        name = fold(name).text
        if not _is_name(name):
            raise UnknownNameError(f"{name[:_NAME_AT_MOST]!r} is no name; write a name that the article prints")
        if not Names({"": [name]}).read(self.opened.reading.text):
            raise UnknownNameError(f"the article does not print the name {name!r}; write a name that it prints")
        kind = self._kinds.get(key)
        if kind is None:
            raise UnknownNameError(f"{name!r} is known to nobody; say under {PEOPLE!r} what it is")
        actor = _free_id(name, self.people)
        self.people[actor] = Actor(name=name, kind=kind)
        self._ids[key] = {actor}
        return actor


def _key(name: str) -> str:
    return fold(name).text.casefold().removeprefix("the ")


def _is_name(name: str) -> bool:
    """Whether words can be a name: letters, a capital among them, and not only words such as "they" or "The"."""
    words = name.split()
    return (
        len(name) <= _NAME_AT_MOST
        and name.isprintable()
        and any(letter.isupper() for letter in name)
        and any(word.casefold() not in FUNCTION_WORDS and word[0].isalpha() for word in words)
    )


def _free_id(name: str, taken: Mapping[str, Actor]) -> str:
    base, number = slug(name), 2
    found = base
    while found in taken or found in world():
        found, number = f"{base[:95]}-{number}", number + 1
    return found
