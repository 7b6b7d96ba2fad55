"""Everything loaded: articles, fact sheets, actors and events, with cross-references resolved.

Loading never stops at the first fault: what is wrong becomes a `Problem`, and the rest is loaded so that
all problems of all files show in one run.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator import quotes
from generator.errors import Problem, ProblemsFound
from generator.model import (
    Actor,
    ActorsFile,
    Article,
    Event,
    EventsFile,
    Fact,
    LoadedWordsFile,
    Sections,
    SetAside,
    Sheet,
)
from generator.quotes import Evidence, Verbatim, Verdict
from generator.reading.names import Names
from generator.sheets import Document, read_document, validate
from generator.sheets.source import BYTES_AT_MOST
from generator.sheets.wording import shown
from generator.text import Span, printable

ARTICLE_LIMIT = 2 * 1024 * 1024
"""Bytes; a longer file is no news article, and reading it could fill the memory."""
_OPENING_WORDS = 9

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, eq=False)
class Source:
    """An article with its fact sheet: `id` is the name of the sheet's file, `aside` what the sheet sets aside."""

    id: str
    document: Document
    article: Article
    text: str
    aside: Mapping[str, SetAside] = field(default_factory=dict)

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
    """All that a site is made of.

    `homes` tells the file of each actor and event, those included that were wrong and left out; `unread` are the
    articles without a sheet; `problems` holds what was wrong while loading, in no order. `loaded_words` is the site's
    own list, and `written` are the texts of its hand-written pages by path.
    """

    root: Path
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    statements: tuple[Statement, ...]
    homes: Mapping[tuple[str, str], Document]
    unread: tuple[str, ...]
    problems: tuple[Problem, ...]
    loaded_words: LoadedWordsFile = field(default_factory=LoadedWordsFile)
    written: Mapping[str, str] = field(default_factory=dict)

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
        raw = _read(path, self.docs, BYTES_AT_MOST)
        if raw is None:
            message = "the file cannot be read, or is a link that leads out of the folder of the sheets"
            self.problems.append(Problem(self.name(path), 1, 1, "file", message, "keep a plain file there"))
            return None
        document, problems = read_document(self.name(path), raw)
        self.problems += problems
        return document

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def validated(self, document: Document, model: type[M]) -> M | None:
        """The file as a model, without the entries that are wrong; those are reported and left out."""
        value, problems = validate(document, model)
        self.problems += problems
        return value if value is not None else validate(_sound_part(document, model), model)[0]

    def entries(self, stem: str, model: type[ActorsFile | EventsFile]) -> Iterator[tuple[str, Actor | Event]]:
        """The entries of `stem`.yml and of every file in a folder `stem`/; an id stands once over all of them."""
        for path in [self.docs / f"{stem}.yml", *sorted((self.docs / stem).glob("*.yml"))]:
            if not os.path.lexists(path) or not (document := self.document(path)):
                continue
            loaded = self.validated(document, model)
            for name in document.data:
                if (home := self.homes.get((stem, name))) is not None:
                    line, _ = home.place((name,), of_key=True)
                    message = f"is already in {home.path}, line {line}"
                    self.report(document, (name,), name, message, "keep one of the two")
                    continue
                self.homes[stem, name] = document
                if loaded and name in loaded.root:
                    yield name, loaded.root[name]

    def known(self) -> tuple[dict[str, Actor], dict[str, Event]]:
        """Every actor and every event by id."""
        actors = {name: entry for name, entry in self.entries("actors", ActorsFile) if isinstance(entry, Actor)}
        events = {name: entry for name, entry in self.entries("events", EventsFile) if isinstance(entry, Event)}
        return actors, events

    def loaded_words(self) -> LoadedWordsFile:
        """The site's own list of loaded words; an empty one where there is none."""
        path = self.docs / "loaded-words.yml"
        document = self.document(path) if os.path.lexists(path) else None
        loaded = self.validated(document, LoadedWordsFile) if document is not None else None
        return loaded or LoadedWordsFile()

    def written(self) -> dict[str, str]:
        """The hand-written pages by path; names that begin with a dot are not for a site."""
        paths = [path for path in sorted(self.docs.rglob("*.md")) if _is_shown(path.relative_to(self.docs))]
        read = ((path, _read(path, self.docs, BYTES_AT_MOST)) for path in paths)
        return {self.name(path): raw.decode("utf-8", errors="replace") for path, raw in read if raw is not None}

    def report(self, document: Document, keys: tuple[str | int, ...], where: str, message: str, remedy: str) -> None:
        line, column = document.place(keys, of_key=True)
        self.problems.append(Problem(document.path, line, column, where, message, remedy))

    def source(self, path: Path) -> tuple[Source, Sections] | None:
        document = self.document(path)
        sheet = self.validated(document, Sheet) if document is not None else None
        if document is None or sheet is None:
            return None
        text = self.article(document, sheet.article)
        return None if text is None else (Source(path.stem, document, sheet.article, text, sheet.aside), sheet)

    def article(self, document: Document, article: Article) -> str | None:
        """The text of the article, or None with a problem; only files below `seeds/` are ever opened."""
        keys = ("article", "file")
        first, *rest = article.file.split("/")
        below = first == "seeds" and not {"", ".", ".."} & set(rest)
        raw = _read(self.root / article.file, self.root / "seeds", ARTICLE_LIMIT) if below else None
        if raw is None:
            message = f"there is no article {shown(article.file)}"
            self.report(document, keys, "article.file", message, "give the path of a file below seeds/")
            return None
        if len(raw) > ARTICLE_LIMIT:
            message = f"{article.file} is larger than {ARTICLE_LIMIT:,} bytes"
            self.report(document, keys, "article.file", message, "keep one article in one file")
            return None
        digest = hashlib.sha256(raw).hexdigest()
        if digest != article.sha256:
            message = f"{article.file} is not the file that this sheet was made from: its SHA-256 is {digest}"
            remedy = "restore the article as received, or check every quote again and record the new sum"
            self.report(document, ("article", "sha256"), "article.sha256", message, remedy)
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            message = f"{article.file} is not UTF-8: byte {error.start + 1} cannot be read"
            self.report(document, keys, "article.file", message, "store the article as UTF-8 text")
            return None

    def unread_sheets(self) -> None:
        """Report every YAML file that looks like a sheet and stands where none is read."""
        for stem in ("actors", "events", "loaded-words", "articles"):
            folder = self.docs / stem
            strays = [path for path in folder.rglob("*.yml") if path.parent != folder]
            for path in [self.docs / f"{stem}.yaml", *strays, *folder.rglob("*.yaml")]:
                if os.path.lexists(path):
                    name = f"{stem}.yml" if path.parent == self.docs else f"{stem}/{path.stem}.yml"
                    problem = Problem(self.name(path), 1, 1, "file", "the file is not read", f"move it to {name}")
                    self.problems.append(problem)


def _is_shown(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _file_below(path: Path, folder: Path) -> Path | None:
    """The plain file at `path`, links followed, if it lies below `folder`."""
    try:
        real = path.resolve()
        return real if real.is_relative_to(folder.resolve()) and real.is_file() else None
    except (OSError, RuntimeError, ValueError):  # a name too long, a circle of links, a NUL in a name
        return None


def _read(path: Path, folder: Path, limit: int) -> bytes | None:
    """The file at `path`, cut off one byte beyond `limit`; None where no such file below `folder` can be read."""
    real = _file_below(path, folder)
    try:
        if real is not None:
            with real.open("rb") as file:
                return file.read(limit + 1)
    except OSError:
        pass
    return None


def _sound_part(document: Document, model: type[BaseModel]) -> Document:
    """The document without the entries that are wrong, each tried by itself."""

    def is_sound(data: dict[str, object]) -> bool:
        return validate(replace(document, data=data), model)[0] is not None

    data = document.data
    if not issubclass(model, Sections):
        return replace(document, data={key: entry for key, entry in data.items() if is_sound({key: entry})})
    head = {"article": data.get("article")}
    sections = {
        section: {name: fact for name, fact in facts.items() if is_sound({**head, section: {name: fact}})}
        for section, facts in data.items()
        if isinstance(facts, dict) and section != "article" and is_sound({**head, section: {}})
    }
    return replace(document, data={**head, **sections})


def load_known(root: Path, docs: Path) -> tuple[Mapping[str, Actor], Mapping[str, Event]]:
    """The actors and events of a project alone, without its sheets; raises `ProblemsFound` where one is wrong."""
    loader = _Loader(root.resolve(), docs.resolve())
    actors, events = loader.known()
    if loader.problems:
        raise ProblemsFound(loader.problems)
    return actors, events


def load(root: Path, docs: Path | None = None) -> Corpus:
    """Load the project at `root`; `docs` is the folder of the sheets, `briefings/` unless given."""
    root = root.resolve()
    loader = _Loader(root, (docs or root / "briefings").resolve())
    actors, events = loader.known()
    loaded = [found for path in sorted((loader.docs / "articles").glob("*.yml")) if (found := loader.source(path))]
    sources = {source.id: source for source, _ in loaded}
    texts = {source.id: source.text for source in sources.values()}
    statements = tuple(
        Statement(name, kind, fact, source, tuple(quotes.find(quote, source.text, texts) for quote in fact.quote))
        for source, sheet in loaded
        for kind, name, fact in sheet.facts()
    )
    loader.unread_sheets()
    used = {(root / source.article.file).resolve() for source in sources.values()}
    unread = tuple(
        path.relative_to(root).as_posix()
        for path in sorted((root / "seeds").rglob("*.txt"))
        if (file := _file_below(path, root / "seeds")) and file not in used
    )
    listed, written = loader.loaded_words(), loader.written()
    problems = tuple(loader.problems)
    return Corpus(root, sources, actors, events, statements, loader.homes, unread, problems, listed, written)
