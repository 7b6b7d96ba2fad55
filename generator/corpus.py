"""Everything loaded: articles, fact sheets, actors and events, with cross-references resolved.

Loading never stops at the first fault: what is wrong becomes a `Problem`, and the rest is loaded so that
all problems of all files show in one run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator import quotes
from generator.errors import Problem
from generator.model import Actor, ActorsFile, Article, Event, EventsFile, Fact, Sheet
from generator.quotes import Evidence, Verbatim, Verdict
from generator.reading.names import Names
from generator.sheets import Document, read_document, validate
from generator.text import Span, printable

ARTICLE_LIMIT = 2 * 1024 * 1024
"""Bytes; a longer file is no news article, and reading it could fill the memory."""
_OPENING_WORDS = 9

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, eq=False)
class Source:
    """An article with its fact sheet: `id` is the name of the sheet's file."""

    id: str
    document: Document
    article: Article
    text: str

    @cached_property
    def label(self) -> str:
        """What to call it on a page: its title, or its opening words with an ellipsis."""
        if self.article.title:
            return printable(self.article.title)
        opening = printable(self.text[:2000]).split()
        return " ".join(opening[:_OPENING_WORDS]) + (" …" if len(opening) > _OPENING_WORDS else "")


@dataclass(frozen=True, eq=False)
class Statement:
    """A fact as one article states it: where it stands in the sheet, and where its quotes stand in the article."""

    id: str
    kind: type[Fact]
    fact: Fact
    source: Source
    verdicts: tuple[Verdict, ...]

    @property
    def key(self) -> str:
        """The name of the statement everywhere: `<article>/<fact id>`."""
        return f"{self.source.id}/{self.id}"

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the quotes stand, for those that do."""
        return tuple(verdict.span for verdict in self.verdicts if isinstance(verdict, Verbatim))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead to it in its sheet."""
        return (self.kind.section, self.id)

    @property
    def line(self) -> int:
        """The line of the sheet where it starts."""
        return self.source.document.place(self.keys, of_key=True)[0]


@dataclass(frozen=True, eq=False)
class Corpus:
    """All that a site is made of. `problems` holds what was wrong while loading, in no order."""

    root: Path
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    statements: tuple[Statement, ...]
    homes: Mapping[tuple[str, str], Document]
    unread: tuple[str, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def names(self) -> Names:
        """The reader for the names of this corpus's actors."""
        return Names({actor: entry.names for actor, entry in self.actors.items()})

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """Each article with what the readers find in it, by source id."""
        return {
            source.id: Evidence(source.text, self.names, source.article.published) for source in self.sources.values()
        }


@dataclass
class _Loader:
    """The state of one load: problems so far, and which file each actor and event came from."""

    root: Path
    docs: Path
    problems: list[Problem] = field(default_factory=list)
    homes: dict[tuple[str, str], Document] = field(default_factory=dict)

    def document(self, path: Path) -> Document | None:
        document, problems = read_document(self.name(path), path.read_bytes())
        self.problems += problems
        return document

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def validated(self, document: Document, model: type[M], depth: int) -> M | None:
        """The file as a model, without the entries that are wrong; those are reported and left out."""
        value, problems = validate(document, model)
        self.problems += problems
        if value is None and problems:
            rest = _without(document, {tuple(problem.where.split("."))[:depth] for problem in problems})
            value, more = validate(rest, model)
            self.problems += more if value is None else []
        return value

    def entries(self, stem: str, model: type[ActorsFile | EventsFile]) -> Iterator[tuple[str, Actor | Event]]:
        """The entries of `stem`.yml and of every file in a folder `stem`/; an id stands once over all of them."""
        for path in [self.docs / f"{stem}.yml", *sorted((self.docs / stem).glob("*.yml"))]:
            if not path.is_file() or not (document := self.document(path)):
                continue
            loaded = self.validated(document, model, depth=1)
            for name, entry in (loaded.root if loaded else {}).items():
                if (home := self.homes.get((stem, name))) is not None:
                    line, _ = home.place((name,), of_key=True)
                    message = f"is already in {home.path}, line {line}"
                    self.report(document, (name,), name, message, "keep one of the two")
                    continue
                self.homes[stem, name] = document
                yield name, entry

    def report(self, document: Document, keys: tuple[str | int, ...], where: str, message: str, remedy: str) -> None:
        line, column = document.place(keys, of_key=True)
        self.problems.append(Problem(document.path, line, column, where, message, remedy))

    def source(self, path: Path) -> tuple[Source, Sheet] | None:  # type: ignore[valid-type]
        document = self.document(path)
        sheet = document and self.validated(document, Sheet, depth=2)
        if document is None or sheet is None:
            return None
        text = self.article(document, sheet.article)
        return None if text is None else (Source(path.stem, document, sheet.article, text), sheet)

    def article(self, document: Document, article: Article) -> str | None:
        """The text of the article, or None with a problem; only files below `seeds/` are ever opened."""
        keys = ("article", "file")
        seeds = (self.root / "seeds").resolve()
        path = (self.root / article.file).resolve()
        if not path.is_relative_to(seeds) or not path.is_file():
            message = f"there is no article {article.file!r}"
            return self.report(document, keys, "article.file", message, "give the path of a file below seeds/")
        if path.stat().st_size > ARTICLE_LIMIT:
            message = f"{article.file} is larger than {ARTICLE_LIMIT:,} bytes"
            return self.report(document, keys, "article.file", message, "keep one article in one file")
        raw = path.read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        if digest != article.sha256:
            message = f"{article.file} is not the file that this sheet was made from: its SHA-256 is {digest}"
            remedy = "restore the article as received, or check every quote again and record the new sum"
            self.report(document, ("article", "sha256"), "article.sha256", message, remedy)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            message = f"{article.file} is not UTF-8: byte {error.start + 1} cannot be read"
            return self.report(document, keys, "article.file", message, "store the article as UTF-8 text")


def _without(document: Document, wrong: set[tuple[str, ...]]) -> Document:
    """The document without some of its entries, given by their keys."""
    data = document.data
    if isinstance(data, dict):
        data = {
            key: {name: entry for name, entry in value.items() if (key, name) not in wrong}
            if isinstance(value, dict)
            else value
            for key, value in data.items()
            if (key,) not in wrong
        }
    return replace(document, data=data)


def load(root: Path, docs: Path | None = None) -> Corpus:
    """Load the project at `root`; `docs` is the folder of the sheets, `briefings/` unless given."""
    root = root.resolve()
    loader = _Loader(root, (docs or root / "briefings").resolve())
    actors = {name: entry for name, entry in loader.entries("actors", ActorsFile) if isinstance(entry, Actor)}
    events = {name: entry for name, entry in loader.entries("events", EventsFile) if isinstance(entry, Event)}
    loaded = [found for path in sorted((loader.docs / "articles").glob("*.yml")) if (found := loader.source(path))]
    sources = {source.id: source for source, _ in loaded}
    texts = {source.id: source.text for source in sources.values()}
    statements = tuple(
        Statement(name, kind, fact, source, tuple(quotes.find(quote, source.text, texts) for quote in fact.quote))
        for source, sheet in loaded
        for kind, name, fact in sheet.facts()
    )
    used = {(root / source.article.file).resolve() for source in sources.values()}
    unread = tuple(
        path.relative_to(root).as_posix()
        for path in sorted((root / "seeds").rglob("*.txt"))
        if path.resolve() not in used
    )
    return Corpus(root, sources, actors, events, statements, loader.homes, unread, tuple(loader.problems))
