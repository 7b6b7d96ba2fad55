"""Many articles at once, in parallel processes: the same bytes out whatever the order and the number of processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.corpus import ARTICLE_LIMIT, load_known
from generator.dates import Edtf
from generator.derive.drafting import Draft, draft
from generator.errors import BriefingsError
from generator.model import Actor, Event

T = TypeVar("T")
_FEW = 8
"""Fewer articles than this are read sooner than another process starts."""


class UnreadableArticleError(BriefingsError):
    """An article cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Site:
    """What a site has already: its root, the folder of its sheets, its actors and events."""

    root: Path
    docs: Path
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]


def site_of(root: Path, docs: Path) -> Site:
    """The site at `root`; one without actors and events where there is no folder `docs`.

    Raises `ProblemsFound` where its actors or events cannot be read.
    """
    root = root.resolve()
    if not docs.is_dir():
        return Site(root, docs, {}, {})
    return Site(root, docs.resolve(), *load_known(root, docs))


def drafts(articles: Sequence[Path], site: Site, published: Edtf | None = None) -> Iterator[Draft]:
    """A draft for each article, in the order given; raises `UnreadableArticleError`."""
    yield from each(articles, site, published, _itself)


def each(articles: Sequence[Path], site: Site, published: Edtf | None, finish: Callable[[Draft], T]) -> Iterator[T]:
    """What `finish` makes of the draft of each article, in the order given; raises `UnreadableArticleError`.

    `finish` runs where the article is read, in parallel processes, so it is a function of a module.
    """
    read = partial(_finished, site=site, published=published, finish=finish)
    if len(articles) < _FEW or (os.cpu_count() or 1) < 2:
        yield from map(read, articles)
        return
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, 8), initializer=_collect_seldom) as pool:
        yield from pool.map(read, articles, chunksize=max(1, len(articles) // 64))


def _itself(draft: Draft) -> Draft:
    return draft


def _finished(article: Path, site: Site, published: Edtf | None, finish: Callable[[Draft], T]) -> T:
    return finish(read_article(article, site, published))


def _collect_seldom() -> None:
    """Look for unreachable cycles seldom in this process: an article makes many objects and hardly any cycles."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def read_article(article: Path, site: Site, published: Edtf | None) -> Draft:
    """The draft of one article file; raises `UnreadableArticleError`."""
    raw = article_bytes(article)
    return draft(file_name(article, site.root), raw, published, site.actors, site.events)


def article_bytes(article: Path) -> bytes:
    """The bytes of an article file, which are UTF-8; raises `UnreadableArticleError`."""
    try:
        with article.open("rb") as file:
            raw = file.read(ARTICLE_LIMIT + 1)
    except OSError as error:
        raise UnreadableArticleError(
            f"{article} cannot be read: {error.strerror}; give the path of a text file"
        ) from error
    if len(raw) > ARTICLE_LIMIT:
        raise UnreadableArticleError(f"{article} is larger than {ARTICLE_LIMIT:,} bytes; keep one article in one file")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} cannot be read"
        raise UnreadableArticleError(f"{article} is not UTF-8: {where}; store the article as UTF-8 text") from error
    return raw


def file_name(article: Path, root: Path) -> str:
    """The path of an article as a sheet gives it: from the project's root where it lies there."""
    path = article.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else article.as_posix()
