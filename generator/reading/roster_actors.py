"""The register of an article's actors: what is one and the same, by which names, and what only might be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model import Actor, ActorKind
from generator.reading.names import Names
from generator.reading.roster_listed import same_actors
from generator.reading.roster_spelling import short_forms
from generator.reading.roster_tokens import Found
from generator.reading.roster_words import CALENDAR, FUNCTION_WORDS, TITLES, VERBS
from generator.reading.world import slug, world
from generator.text import Span

_ARTICLE = re.compile(r"^(?:the |al-|el-)", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r" (?:group|militia|organi[sz]ation)$", re.IGNORECASE)
_CALLED_SHORT = frozenset(
    "Observatory Council Movement Front Union League Commission Committee Coalition Congress Authority Alliance".split()
)
"""Nouns by which an article goes on naming a body: "the Observatory"."""
_NO_FORM = CALENDAR | FUNCTION_WORDS | TITLES | VERBS


@dataclass
class Draft:
    """An actor in the making: its names, and the shorter forms that would name it too."""

    id: str
    name: str
    kind: ActorKind
    names: list[str] = field(default_factory=list)
    short: set[str] = field(default_factory=set)
    role: str | None = None
    represents: str | None = None
    known: bool = False


class Register:
    """The actors of one article; the site's own are in it from the start."""

    def __init__(self, known: Mapping[str, Actor], text: str) -> None:
        self._without_apostrophes = not {"'", "\u2019"} & set(text)
        self._drafts: dict[str, Draft] = {}
        self._shared = same_actors(known)
        self._entered: list[str] = []
        for id_, actor in known.items():
            draft = Draft(id_, actor.name, actor.kind, [], set(), actor.role, actor.represents, known=True)
            if actor.kind == "person":
                draft.short = {form for name in actor.names for form in short_forms(name)}
            self._drafts[id_] = draft
        self._known = {_key(name): id_ for id_, actor in known.items() for name in actor.names}
        self._first: dict[str, str] = dict(self._known)

    def enter(self, found: Found) -> str:
        """The id of the actor that `found` names, which is a new one where none in the register is the same."""
        actor = self._same(found)
        if actor is None:
            actor = self._new(found.name, found.kind)
        draft = self.draft(actor)
        draft.role = draft.role or found.role
        if found.kind == "armed-group" and draft.kind == "organisation" and not draft.known:
            draft.kind = "armed-group"
        if draft.represents is None and found.represents != actor:
            draft.represents = found.represents
        for form in (found.name, *(found.forms if found.kind != "person" else ())):
            self._first.setdefault(_key(form), actor)
            if form not in draft.names and not draft.known:
                draft.names.append(form)
        draft.short |= set(found.forms)
        if found.kind in ("organisation", "armed-group", "coalition") and " " in found.name:
            draft.short |= {word for word in found.name.split() if word in _CALLED_SHORT}
        if actor not in self._entered:
            self._entered.append(actor)
        return actor

    def _same(self, found: Found) -> str | None:
        if found.kind == "person":
            return self._same_person(found)
        keys = [_key(form) for form in (found.name, *found.forms)]
        own = next((self._first[key] for key in keys if key in self._first and not self._is(key, "person")), None)
        if own is not None or (listed := _world_keys().get(_key(found.name))) is None:
            return own
        return self._shared.get(listed, listed)

    def _is(self, key: str, kind: ActorKind) -> bool:
        return self._drafts[self._first[key]].kind == kind

    def _same_person(self, found: Found) -> str | None:
        key = _key(found.name)
        if key in self._first and self._is(key, "person"):
            return self._first[key]
        persons = [draft for draft in self._drafts.values() if draft.kind == "person"]
        short = [one for one in persons if found.name in one.short and one.name != found.name]
        if " " in found.name and len(short) != 1:
            alike = [one for one in persons if " " in one.name and _person_key(one.name) == _person_key(found.name)]
        else:
            alike = short
        return alike[0].id if len(alike) == 1 else None

    def _new(self, name: str, kind: ActorKind) -> str:
        base = slug(_ARTICLE.sub("", name) if kind != "person" else name)
        id_, number = base, 2
        while id_ in self._drafts or id_ in world():
            id_, number = f"{base}-{number}", number + 1
        self._drafts[id_] = Draft(id_, name, kind)
        return id_

    def government(self, state: str | None, words: str) -> str:
        """The government of a state, or of a state that the text leaves open."""
        own = [
            one.id for one in self._drafts.values() if one.kind == "government" and state and one.represents == state
        ]
        if not own:
            name = _government_name(state, self.draft(state).name) if state else "government"
            found = slug(name)
            if found not in self._drafts:
                self._drafts[found] = Draft(found, name, "government", represents=state)
            own = [found]
        self.use(own[0], words)
        return own[0]

    def side(self, noun: str, words: str, named: str | None) -> str:
        """The side that goes by a noun; the group named in apposition where the text names one."""
        actor = self._first.get(f"side {noun}") or named or self._known.get(_key(noun))
        if actor is None:
            kind: ActorKind = "coalition" if noun in ("opposition", "coalition", "armed groups") else "armed-group"
            actor = self._new(noun, kind)
            self._drafts[actor].name = words.lower() if words.isupper() else words
        self._first[f"side {noun}"] = actor
        self.use(actor, words)
        return actor

    def use(self, actor: str, written: str) -> None:
        """Note a form by which the text names an actor."""
        names = self.draft(actor).names
        if written not in names:
            names.append(written)

    def draft(self, actor: str) -> Draft:
        """The draft of an actor; one of the world list comes in when it is first asked for."""
        if actor not in self._drafts:
            entry = world()[actor]
            self._drafts[actor] = Draft(actor, entry.name, entry.kind)
        return self._drafts[actor]

    def has(self, actor: str) -> bool:
        """Whether there is such an actor."""
        return actor in self._drafts or actor in world()

    def kind(self, actor: str) -> ActorKind:
        """The kind of an actor."""
        return self.draft(actor).kind

    def people(self) -> list[Draft]:
        """The people among those found in the article."""
        return [self._drafts[id_] for id_ in self._entered if self._drafts[id_].kind == "person"]

    def read(self, text: str) -> Iterator[tuple[Span, str]]:
        """Every mention of those found so far, by full and short names; a short name that two share names neither."""
        forms = {id_: self._forms(self._drafts[id_]) for id_ in self._entered}
        for id_, draft in self._drafts.items():
            if draft.known and draft.kind == "person":
                forms.setdefault(id_, self._forms(draft))
        for mention in Names(forms).read(text):
            if len(mention.actors) == 1:
                yield mention.span, mention.actors[0]

    def _forms(self, draft: Draft) -> list[str]:
        forms = [*draft.names, *sorted(draft.short)]
        person = draft.kind == "person"
        alone = self._without_apostrophes if person else " " not in draft.name and not draft.name.isupper()
        lost = [f"{form}s" for form in forms if alone and not form.endswith("s")]
        return [form for form in (*forms, *lost) if form.lower() not in _NO_FORM]


def _government_name(state: str, name: str) -> str:
    adjectives = world()[state].people if state in world() else ()
    return f"{adjectives[0]} government" if adjectives else f"government of {name}"


@lru_cache(maxsize=1)
def _world_keys() -> Mapping[str, str]:
    """By each name of the world list, as it is compared, the entry's id."""
    return {_key(name): entry.id for entry in world().values() for name in entry.names}


def _key(name: str) -> str:
    plain = _NOUN_BEHIND.sub("", " ".join(name.casefold().split()))
    return _ARTICLE.sub("", plain)


def _person_key(name: str) -> tuple[str, str]:
    words = [word.casefold().replace("\u2019", "'") for word in name.split()]
    return words[0][:4], _ARTICLE.sub("", words[-1])
