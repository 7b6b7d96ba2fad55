"""Which actors a text names, by the names that `actors.yml` lists for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
        for actor, written in names.items():
            for name in written:
                for form in _forms(fold(name).text):
                    actors_of.setdefault(form, []).append(actor)
        self._by_first_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for form in sorted(actors_of, key=lambda form: (-len(form), form)):
            if first := _WORD.match(form):
                entry = (form, tuple(dict.fromkeys(actors_of[form])))
                self._by_first_word.setdefault(first[0], []).append(entry)

    def read(self, text: str) -> tuple[NameMention, ...]:
        """Every mention in `text`, in order; mentions never overlap."""
        folded = fold(text)
        found: list[NameMention] = []
        position = 0
        for word in _WORD.finditer(folded.text):
            if word.start() < position:
                continue
            for form, actors in self._by_first_word.get(word[0], ()):
                if _stands_at(folded.text, form, word.start()):
                    position = word.start() + len(form)
                    span = folded.original(Span(word.start(), position))
                    found.append(NameMention(span, text[span.start : span.end], actors))
                    break
        return tuple(found)


def _forms(name: str) -> set[str]:
    return {name, name[:1].upper() + name[1:], name.upper()}


def _stands_at(text: str, name: str, start: int) -> bool:
    if not text.startswith(name, start):
        return False
    following = text[start + len(name) : start + len(name) + 1]
    if name[-1].isalnum() and (following.isalnum() or following == "_"):
        return False
    return not _PREFIXED.search(text[max(0, start - 6) : start])


_JOINED = re.compile(
    r"(?:['\u2019]s)?\s*(?:,|/|&|,?\s*\b(?:and|as well as|along with|together with)\b)\s*(?:of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


_CONJUNCTION = re.compile(r"\b(?:and|as well as|along with|together with)\b|[/&]", re.IGNORECASE)


def coordinated(text: str, mentions: Iterable[NameMention]) -> list[list[NameMention]]:
    """Lists of names such as "A, B and C": mentions with nothing but commas and conjunctions between them.

    Two names with only a comma between them are no list: the second says who the first is ("A, B's ally").
    """
    chains: list[list[NameMention]] = []
    for mention in mentions:
        if chains and _JOINED.fullmatch(text, chains[-1][-1].span.end, mention.span.start):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return [chain for chain in chains if len(chain) > 2 or (len(chain) == 2 and _conjoined(text, chain))]


def _conjoined(text: str, chain: list[NameMention]) -> bool:
    return bool(_CONJUNCTION.search(text, chain[0].span.end, chain[1].span.start))
