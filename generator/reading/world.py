"""The world list: states, international organisations and media, with the names that reports use for them.

It ships with the package as `world.yml` and knows no conflict, person or party.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from generator.model import ActorKind

_KINDS: Mapping[str, ActorKind] = {"states": "state", "organisations": "organisation", "media": "media"}
_PLURAL = re.compile(r"(?:[aio]n|[iorkbdteh])$")
_NO_PLURAL = re.compile(r"(?:ese|ish|ch|sh|men|bé)$")


@dataclass(frozen=True)
class WorldActor:
    """One entry: `names` are proper names, `people` adjectives and names of the people, `seats` capitals."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]


@lru_cache(maxsize=1)
def _listed_sections() -> Mapping[str, list[dict[str, object]]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files("generator.reading") / "world.yml").read_text(encoding="utf-8")
    sections: Mapping[str, list[dict[str, object]]] = yaml.load(text, Loader=loader)  # noqa: S506  # both are safe
    return sections


@lru_cache(maxsize=1)
def regions() -> tuple[str, ...]:
    """Names of regions and seas that hold a state's name and do not mean it, such as "Gulf of Oman"."""
    return tuple(name for one in _listed_sections()["regions"]
                 for name in (str(one["name"]), *_listed(one, "also"), *_listed(one, "people")))  # fmt: skip


@lru_cache(maxsize=1)
def world() -> Mapping[str, WorldActor]:
    """Every entry of the world list by id, read once in a process."""
    entries = (_entry(kind, one) for section, kind in _KINDS.items() for one in _listed_sections()[section])
    return {entry.id: entry for entry in entries}


def _entry(kind: ActorKind, one: Mapping[str, object]) -> WorldActor:
    name, also, people, seats = str(one["name"]), _listed(one, "also"), _listed(one, "people"), _listed(one, "seats")
    forms = [form for word in people for form in (word, *_plural(word))]
    return WorldActor(slug(name), name, kind, (name, *also), tuple(dict.fromkeys(forms)), tuple(seats))


def _listed(one: Mapping[str, object], key: str) -> list[str]:
    values = one.get(key, [])
    return [str(value) for value in values] if isinstance(values, list) else []


def _plural(word: str) -> list[str]:
    return [f"{word}s"] if _PLURAL.search(word) and not _NO_PLURAL.search(word) else []


_ASCII_ALIKE = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "đ": "d"})


def slug(name: str) -> str:
    """An id from a name: lower-case letters and digits joined by hyphens; `actor` where nothing is left."""
    plain = unicodedata.normalize("NFKD", name.translate(_ASCII_ALIKE))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark)).lower()
    joined = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['\u2019\u02bc.]", "", letters)).strip("-")
    return joined[:100].strip("-") or "actor"
