"""Cases: articles with what people wrote about them, from a project or from a folder of annotated articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.corpus import Corpus, Source, load
from generator.dates import Edtf, parse
from generator.derive.drafting import Draft, draft
from generator.derive.writing import as_records
from generator.errors import BriefingsError, ProblemsFound
from generator.model import Actor, Event
from generator.pages import read_settings
from tests.evaluation.claims import Claim, claims_of, count_in_words, folded, without_doubt


class UnreadableFolderError(BriefingsError):
    """A folder holds neither a project nor annotated articles; the message says what is missing."""


@dataclass(frozen=True)
class Case:
    """An article, what is known before it is read, and what people say that it states.

    `annotated` tells which measure holds: that of annotated articles, or that of sheets. `unscored` are kinds
    with quotes on which the people who annotated took no side.
    """

    name: str
    file: str
    raw: bytes
    published: Edtf | None
    wanted: tuple[Claim, ...]
    annotated: bool = False
    unscored: tuple[Claim, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def derived(self) -> Draft:
        """What the rules make of the article."""
        return draft(self.file, self.raw, self.published, self.actors, self.events)

    def claims(self, found: Draft) -> tuple[Claim, ...]:
        """What a draft states, in the terms of `wanted`."""
        if self.annotated:
            return tuple(claim for record in as_records(found) for claim in _recorded(record))
        names = {**self.names, **({name: _forms(name, actor) for name, actor in found.actors.items()})}
        known = names if self.names else {}
        return tuple(claim for made in found.facts for claim in claims_of(made.kind, made.fact, known))


def is_annotated(folder: Path) -> bool:
    """Whether a folder holds annotated articles, not a project."""
    return (folder / "gold").is_dir()


def read_cases(folder: Path, *, alone: bool = False, dated: bool = False) -> tuple[Case, ...]:
    """The cases of a folder, by name.

    `alone` hides the site's actors and events from the rules; `dated` gives them every date of the sheets.
    Raises `UnreadableFolderError`, or `ProblemsFound` where the sheets of a project are not sound.
    """
    if is_annotated(folder):
        return tuple(_annotated(folder, path) for path in sorted((folder / "gold").glob("*.json")))
    docs = folder / read_settings(folder).docs
    if not docs.is_dir():
        raise UnreadableFolderError(
            f"{folder} has neither gold/ nor {docs.name}/; give a folder of annotated articles, or a project"
        )
    corpus = load(folder, docs)
    if corpus.problems:
        raise ProblemsFound(corpus.problems)
    return tuple(_of_sheet(corpus, source, alone=alone, dated=dated) for source in corpus.sources.values())


def _of_sheet(corpus: Corpus, source: Source, *, alone: bool, dated: bool) -> Case:
    published = source.article.published
    worked_out = published is not None and "?" in str(published)
    names = {name: _forms(name, actor) for name, actor in corpus.actors.items()} if alone else {}
    facts = [statement for statement in corpus.statements if statement.source is source]
    return Case(
        source.id,
        source.article.file,
        source.text.encode(),
        None if worked_out and not dated else published,
        tuple(claim for one in facts for claim in claims_of(one.kind, one.fact, names)),
        actors={} if alone else corpus.actors,
        events={} if alone else corpus.events,
        names=names,
    )


def _forms(name: str, actor: Actor) -> frozenset[str]:
    return frozenset(map(folded, (name, *actor.names)))


def _annotated(folder: Path, path: Path) -> Case:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = folder / "articles" / gold["article"]
        return Case(
            path.stem,
            article.name,
            article.read_bytes(),
            parse(gold["published"]) if gold["published"] else None,
            tuple(_judgement(fact) for fact in gold["facts"]),
            annotated=True,
            unscored=tuple(Claim(one["category"], "", "", (one["quote"],)) for one in gold.get("unscored", ())),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFolderError(
            f"{path} cannot be used: {error!r}; it needs `article`, `published` and `facts`"
        ) from error


def _judgement(fact: Mapping[str, Any]) -> Claim:
    """What an annotated fact states."""
    section, quotes = fact["category"], (fact["quote"],)
    if section == "dates":
        return Claim(section, fact["date"], fact["date"], quotes)
    if section == "casualty_estimates":
        return Claim(section, (fact["low"], fact["high"], fact["kind"]), count_in_words(fact), quotes)
    names = frozenset(map(folded, (fact["name"], *fact.get("aliases", ()))))
    return Claim(section, names, fact["name"], quotes)


def _recorded(record: Mapping[str, Any]) -> Iterator[Claim]:
    """What a fact states, from the JSON that `briefings derive` prints; actors by id and as the quote has them."""
    quotes = tuple(record["quote"]) if isinstance(record["quote"], list) else (record["quote"],)
    section = record["category"]
    if "when" in record:
        yield Claim(section, without_doubt(record["when"]), without_doubt(record["when"]), quotes)
    elif "low" in record:
        yield Claim(section, (record["low"], record["high"], record["measure"]), count_in_words(record), quotes)
    else:
        for one in record["who"] or ():
            forms = frozenset(folded(form) for form in (one["id"], one["as_written"]) if form)
            yield Claim(section, forms, one["as_written"] or one["id"], quotes)
