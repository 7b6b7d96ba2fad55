"""Which actors a text names, by the names that `actors.yml` lists for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.text import Span, fold

_WORD = re.compile(r"\w+")
_PREFIXED = re.compile(r"(?:^|\W)(?:non|anti|pro|ex|un)-$", re.IGNORECASE)


@dataclass(frozen=True)
class NameMention:
    """A name in a text, and the ids of the actors that go by it (several where they share it)."""

    span: Span
    written: str
    actors: tuple[str, ...]


class Names:
    """A reader for the names of a set of actors.

    Names match as whole words and as they are written, but for a capital at the start of a sentence and
    for text in capitals. Where names overlap the longest at the leftmost place wins, so that
    "East Ruritania" never names Ruritania.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        actors_of: dict[str, list[str]] = {}
        # By the first word of a name: how far before it the name starts, and how long the name is, longest first.
        shapes: dict[str, set[tuple[int, int]]] = {}
        for actor, written in names.items():
            for name in written:
                for form, first, lead in _forms(name):
                    actors_of.setdefault(form, []).append(actor)
                    shapes.setdefault(first, set()).add((len(form), lead))
        self._actors_of = {form: tuple(dict.fromkeys(actors)) for form, actors in actors_of.items()}
        self._shapes = {word: sorted(found, reverse=True) for word, found in shapes.items()}

    def read(self, text: str) -> tuple[NameMention, ...]:
        """Every mention in `text`, in order; mentions never overlap."""
        folded = fold(text)
        found: list[NameMention] = []
        position = 0
        first_words = self._shapes.keys() & folded.places.keys()
        for at, first in sorted((at, word) for word in first_words for at in folded.places[word]):
            if at < position:
                continue
            for length, lead in self._shapes[first]:
                start = at - lead
                place = Span(start, start + length)
                actors = self._actors_of.get(folded.text[place.start : place.end])
                if actors and position <= start and place.end <= len(folded.text) and _stands_alone(folded.text, place):
                    position = place.end
                    span = folded.original(place)
                    found.append(NameMention(span, text[span.start : span.end], actors))
                    break
        return tuple(found)


@lru_cache(maxsize=4096)
def _forms(name: str) -> tuple[tuple[str, str, int], ...]:
    """The ways to write a name, each with its first word and how far that lies in; none for a name without words."""
    plain = fold(name).text
    forms = dict.fromkeys((plain, plain[:1].upper() + plain[1:], plain.upper()))
    return tuple((form, first[0], first.start()) for form in forms if (first := _WORD.search(form)))


def _stands_alone(text: str, place: Span) -> bool:
    """Whether a name in a text is neither the beginning of a longer word nor denied by a prefix such as `non-`."""
    last, following = text[place.end - 1 : place.end], text[place.end : place.end + 1]
    if last.isalnum() and (following.isalnum() or following == "_"):
        return False
    return not _PREFIXED.search(text[max(0, place.start - 6) : place.start])


_CONJUNCTION = r"(?:and|or|nor|and/or|as well as|along with|together with|/|&)"
_LISTED = re.compile(rf"(?:['’]s)? ?(?:,|(?P<conjoined>,? ?{_CONJUNCTION}))(?: of)?(?: the)?", re.IGNORECASE)
_GAP_AT_MOST = 60
"""Characters; more than any conjunction takes."""


def coordinated(text: str, mentions: Iterable[NameMention]) -> list[list[NameMention]]:
    """Lists of names such as "A, B and C": mentions with nothing but commas and conjunctions between them.

    Two names with only a comma between them are no list: the second says who the first is ("A, B's ally").
    """
    lists: list[list[NameMention]] = []
    chain: list[NameMention] = []
    conjoined = False
    for mention in mentions:
        joint = _joint(text, chain[-1], mention) if chain else None
        if joint is None:
            if len(chain) > 2 or conjoined:
                lists.append(chain)
            chain, conjoined = [], False
        conjoined = conjoined or bool(joint and joint["conjoined"])
        chain.append(mention)
    return [*lists, chain] if len(chain) > 2 or conjoined else lists


def _joint(text: str, one: NameMention, other: NameMention) -> re.Match[str] | None:
    gap = text[one.span.end : other.span.start]
    return _LISTED.fullmatch(" ".join(gap.split())) if len(gap) <= _GAP_AT_MOST else None
