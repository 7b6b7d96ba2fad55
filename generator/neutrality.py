"""Loaded words, and whether our own prose keeps them inside quotation marks.

`loaded-words.yml` beside this file is the built-in list, with its sources and the reason for each word; a site's
`loaded-words.yml` adds to it, replaces entries or allows words and proper names; the `loaded` names of actors count
as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from generator.corpus import Corpus
from generator.model import (
    SET_ASIDE,
    Actor,
    Article,
    Entry,
    Event,
    Fact,
    LoadedWordsFile,
    Reason,
    SetAside,
    written_key,
)
from generator.reading.quotations import quotations
from generator.sheets import Document, read_document, validate
from generator.sheets.wording import shortened
from generator.text import Span, fold, line_and_column

OWN_PROSE: Mapping[type[Entry], tuple[str, ...]] = {
    Article: ("published_basis",),
    Actor: ("name", "role", "note"),
    Event: ("title", "place", "note"),
    Reason: ("note",),
    SetAside: ("note",),
    Fact: ("role", "says", "because", "note"),
}
"""The fields in which people write in the site's own voice; all other texts of a sheet are those of the articles."""


@dataclass(frozen=True)
class LoadedMention:
    """A loaded word in a text, as it is written there, and the reason why it counts as one."""

    span: Span
    written: str
    reason: str


_WORD = re.compile(r"\w+")


class LoadedWords:
    """A reader for loaded words: whole words in any case of letters, the longest at the leftmost place."""

    def __init__(self, reasons: Mapping[str, str | None]) -> None:
        """Read the words that are the keys of `reasons`; those without a reason are allowed, with all they hold."""
        self._reasons = {_low(fold(words).text): reason for words, reason in reasons.items()}
        lengths: dict[str, set[tuple[int, int]]] = {}
        for words in self._reasons:
            if first := _WORD.search(words):
                lengths.setdefault(first[0], set()).add((len(words), first.start()))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def read(self, text: str) -> tuple[LoadedMention, ...]:
        """Every loaded word in `text`, inside quotation marks and out, in order; they never overlap."""
        folded = fold(text)
        low = _low(folded.text)
        found: list[LoadedMention] = []
        position = 0
        for word in _WORD.finditer(low):
            for length, lead in self._lengths.get(word[0], ()):
                place = Span(word.start() - lead, word.start() - lead + length)
                words = low[max(place.start, 0) : place.end]
                if place.start < position or words not in self._reasons or _goes_on(low, place):
                    continue
                position = place.end
                if reason := self._reasons[words]:
                    span = folded.original(place)
                    found.append(LoadedMention(span, text[span.start : span.end], reason))
                break
        return tuple(found)

    def outside_quotes(self, text: str) -> Iterator[LoadedMention]:
        """The loaded words that `text` uses itself, outside quotation marks."""
        mentions = self.read(text)
        quoted = quotations(text) if mentions else ()
        starts = [span.start for span in quoted]
        for mention in mentions:
            before = bisect_right(starts, mention.span.start) - 1
            if before < 0 or not quoted[before].holds(mention.span):
                yield mention


def _low(text: str) -> str:
    """A text in lower case, character by character, so that every place stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _goes_on(text: str, place: Span) -> bool:
    """Whether a stretch of text is a part of a longer word."""
    before, after = text[max(place.start - 1, 0) : place.start], text[place.end : place.end + 1]
    return bool(_WORD.match(before) and _WORD.match(text, place.start)) or bool(
        _WORD.match(after) and _WORD.match(text, place.end - 1)
    )


@lru_cache(maxsize=1)
def built_in() -> LoadedWordsFile:
    """The list that comes with the package, read once in a process."""
    text = (resources.files("generator") / "loaded-words.yml").read_text(encoding="utf-8")
    document, _ = read_document("loaded-words.yml", text)
    assert document is not None
    value, _ = validate(document, LoadedWordsFile)
    assert value is not None
    return value


def listed(corpus: Corpus) -> LoadedWords:
    """The reader for the words that the built-in list and the site's own hold; what either allows is allowed."""
    return LoadedWords(_listed(corpus))


def _listed(corpus: Corpus) -> dict[str, str | None]:
    shipped, own = built_in(), corpus.loaded_words
    entries = [(entry, True) for name, entry in shipped.loaded.items() if name not in own.loaded]
    entries += [(entry, False) for name, entry in shipped.allowed.items() if name not in own.allowed]
    entries += [(entry, True) for entry in own.loaded.values()] + [(entry, False) for entry in own.allowed.values()]
    return {_low(words): entry.reason if loaded else None for entry, loaded in entries for words in entry.words}


def _of_actors(corpus: Corpus) -> LoadedWords:
    """The reader for all that our own prose keeps in quotation marks: the lists, and names that judge actors."""
    names: dict[str, str | None] = {
        _low(name): f"It is listed as a name that judges {shortened(actor.name)}."
        for actor in corpus.actors.values()
        for name in actor.loaded
    }
    return LoadedWords(names | _listed(corpus))


@dataclass(frozen=True)
class OwnWord:
    """A loaded word in our own voice: file, line, column, the field or page that holds it, and why it counts."""

    path: str
    line: int
    column: int
    keys: tuple[str, ...]
    written: str
    reason: str


def own_words(corpus: Corpus) -> Iterator[OwnWord]:
    """Every loaded word outside quotation marks in what people wrote for the site: sheets and hand-written pages."""
    reader = _of_actors(corpus)
    for document, keys, text in _prose(corpus):
        for mention in reader.outside_quotes(text):
            line, column = _place(document, keys, text, mention)
            yield OwnWord(document.path, line, column, keys, mention.written, mention.reason)
    for path, text in corpus.written.items():
        for mention in reader.outside_quotes(_markdown_prose(text)):
            line, column = line_and_column(text, mention.span.start)
            yield OwnWord(path, line, column, (), mention.written, mention.reason)


def _prose(corpus: Corpus) -> Iterator[tuple[Document, tuple[str, ...], str]]:
    """Every text in our own voice with its place: document and keys."""
    entries: list[tuple[Document, tuple[str, ...], Entry]] = [
        (source.document, ("article",), source.article) for source in corpus.sources.values()
    ]
    entries += [(statement.source.document, statement.keys, statement.fact) for statement in corpus.statements]
    entries += [
        (source.document, (SET_ASIDE, name), aside)
        for source in corpus.sources.values()
        for name, aside in source.aside.items()
    ]
    entries += [(corpus.homes["actors", name], (name,), actor) for name, actor in corpus.actors.items()]
    for name, event in corpus.events.items():
        document = corpus.homes["events", name]
        entries.append((document, (name,), event))
        entries += [(document, (name, "reasons", id_), reason) for id_, reason in event.reasons.items()]
    for document, keys, entry in entries:
        fields = next(fields for kind, fields in OWN_PROSE.items() if isinstance(entry, kind))
        for field in fields:
            value = getattr(entry, field, None)
            if isinstance(value, str):
                yield document, (*keys, written_key(type(entry), field)), value


def _place(document: Document, keys: tuple[str, ...], text: str, mention: LoadedMention) -> tuple[int, int]:
    """Line and column of the word itself; of the value, where YAML writes the word with escapes."""
    extent = document.extent(keys)
    words = re.compile(r"\s+".join(map(re.escape, mention.written.split())))
    if extent is not None:
        before = len(words.findall(text, 0, mention.span.start))
        for number, match in enumerate(words.finditer(document.text, *extent)):
            if number == before:
                return line_and_column(document.text, match.start())
    return document.place(keys)


_NO_PROSE = re.compile(r"^ {0,3}>.*|`[^`]*`|\]\([^)\s]*|<[a-zA-Z/!][^<>]*>|https?://[^\s)>]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def _markdown_prose(text: str) -> str:
    """A Markdown page with all but prose blanked: code, block quotations, addresses and tags; every place stays."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            lines.append("|" * len(line))
            closed = fence and mark and mark[1].startswith(fence)
            fence = "" if closed else fence or (mark[1] if mark else "")
        else:
            lines.append(_NO_PROSE.sub(lambda match: "|" * len(match[0]), line))
    return "\n".join(lines)
