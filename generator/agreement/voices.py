"""Articles that are one voice: they share text, or one agency wrote them.

Text is compared by word shingles, the runs of five words that stand in it, and by containment: the share of the
shorter article's shingles that stand in the other as well (A. Z. Broder, "On the resemblance and containment of
documents", Compression and Complexity of Sequences, 1997). Containment, not resemblance, since a long article may
take in a short one whole.

The threshold is a choice of this project. Reports written apart from each other share a stock phrase or a speaker's
words, but seldom one run of five words in twenty, even on one event; a tenth is well above that, and well below
what a report keeps that is made from another. Ten shingles are a run of fourteen words: less than that may be one
quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.agreement.answers import order
from generator.corpus import Source
from generator.text import fold

SHINGLE = 5
"""Words in a shingle."""
CONTAINMENT = 0.1
"""The share of the shorter article's shingles from which on two articles are one voice."""
SHARED_AT_LEAST = 10
"""Shingles; fewer may be a single quotation that both print."""
_FIRST = 20
"""Articles: where more share a run of words, each is compared with the first of them, so that cost grows with text."""

_WORD = re.compile(r"\w+(?:'\w+)*")


@dataclass(frozen=True)
class Link:
    """Why two articles are one voice: the agency that both name, or the share of text that they have in common."""

    one: Source
    other: Source
    agency: str | None
    containment: float


@dataclass(frozen=True)
class Voices:
    """Which articles are one voice: `of` gives each article's voice, named by the first article that has it."""

    of: Mapping[str, str]
    links: tuple[Link, ...]

    def count(self, sources: Iterable[Source]) -> int:
        """How many voices some articles are."""
        return len({self.of[source.id] for source in sources})

    def with_(self, source: Source) -> tuple[Link, ...]:
        """Why an article is one voice with others: its links to them."""
        return tuple(link for link in self.links if source in (link.one, link.other))


def voices_of(sources: Iterable[Source]) -> Voices:
    """Group articles into voices. An article that links two others joins all three, whatever their order."""
    ordered = sorted(sources, key=order)
    links = _links(ordered)
    voice = {source.id: source.id for source in ordered}
    for link in links:
        one, other = (_found(voice, source.id) for source in (link.one, link.other))
        voice[other] = one
    root = {source.id: _found(voice, source.id) for source in ordered}
    first: dict[str, str] = {}
    for source in ordered:
        first.setdefault(root[source.id], source.id)
    return Voices({name: first[root[name]] for name in root}, links)


def _found(voice: dict[str, str], name: str) -> str:
    while voice[name] != name:
        voice[name] = voice[voice[name]]
        name = voice[name]
    return name


def _links(sources: list[Source]) -> tuple[Link, ...]:
    """The pairs of articles that are one voice by themselves, in the order of the articles."""
    place = {source.id: number for number, source in enumerate(sources)}
    agencies = {source.id: fold(source.article.agency or "").text.casefold() for source in sources}
    shingles = {source.id: shingles_of(source.text) for source in sources}
    shared = _shared(shingles)
    pairs = sorted({*shared, *_of_one_agency(agencies)}, key=lambda pair: (place[pair[0]], place[pair[1]]))
    links = []
    for one, other in pairs:
        count, shorter = shared.get((one, other), 0), min(len(shingles[one]), len(shingles[other]))
        containment = count / shorter if shorter else 0.0
        agency = sources[place[one]].article.agency if agencies[one] and agencies[one] == agencies[other] else None
        if agency or (count >= SHARED_AT_LEAST and containment >= CONTAINMENT):
            links.append(Link(sources[place[one]], sources[place[other]], agency, round(containment, 3)))
    return tuple(links)


def _of_one_agency(agencies: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each article of an agency with the first one."""
    first: dict[str, str] = {}
    for name, agency in agencies.items():
        if agency and first.setdefault(agency, name) != name:
            yield first[agency], name


def _shared(shingles: Mapping[str, frozenset[str]]) -> Mapping[tuple[str, str], int]:
    """How many shingles each two articles share, in the order in which the articles are given."""
    holders: dict[str, list[str]] = {}
    for name, found in shingles.items():
        for shingle in found:
            holders.setdefault(shingle, []).append(name)
    counts: dict[tuple[str, str], int] = {}
    for names in holders.values():
        for number, one in enumerate(names[:_FIRST]):
            for other in names[number + 1 :]:
                counts[one, other] = counts.get((one, other), 0) + 1
    return counts


def shingles_of(text: str) -> frozenset[str]:
    """The shingles of a text: each run of five words, case and typography folded."""
    words = _WORD.findall(fold(text).text.casefold())
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
