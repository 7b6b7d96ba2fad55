"""Every fact of the five sheets, changed in one thing: no changed fact is accepted, and every harmless variant is.

What is changed, and how, is in `tests.mutations`; it knows months, number words and verbs, and no article.
Some changes leave a fact that is still true of its words. These are left out by rule, and counted:

* a quote whose changed words stand in the article themselves, once: it is another quote, and no altered one;
* an open end, where the words say `since` or `over the past`: both are how such words may be recorded;
* a date made wider, or one end of two, where a `because` or another quote of the fact gives that date as well;
* a mediator dropped who is not listed together with the others;
* the speaker dropped from what a speaker says of himself;
* an actor put into a sentence of ours whom the words name: it may name anyone whom they name;
* an actor whom the quote or the `because` names too. That a sentence names two actors and means one is
  grammar; the checks know who speaks, who is only a place or a backer, and whom a refusal is aimed at, and
  refuse most of these. How many is told as a rate of its own, which may not fall.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.checks import check, quotes_stand, references_resolve, values_follow
from generator.corpus import Corpus, Source, Statement, load
from generator.model import Fact, Position
from generator.quotes import find
from generator.reading.names import Names
from tests.mutations import VALUES, actors_changed, names_of_the_sentence_changed, quotes_changed
from tests.variants import ARTICLES, QUOTES

ROOT = Path(__file__).parent.parent
Record = Callable[[str, object], None]


class Mutant(NamedTuple):
    """A statement with some fields changed, and what was done to it."""

    what: str
    statement: Statement
    fields: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.what}: {self.statement.key}: {dict(self.fields)}"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The five articles and sheets, in which nothing is wrong."""
    loaded = load(ROOT)
    assert check(loaded) == ()
    assert len(loaded.statements) > 60
    return loaded


def _accepted(corpus: Corpus, mutants: Iterable[Mutant]) -> list[Mutant]:
    """The mutants in which the project's own checks find nothing wrong, all checked as one corpus."""
    texts = {source.id: source.text for source in corpus.sources.values()}
    named = {f"mutant-{number}": mutant for number, mutant in enumerate(mutants)}
    changed = replace(corpus, statements=tuple(_changed(*item, texts) for item in named.items()))
    problems = [problem for rule in (quotes_stand, values_follow) for problem in rule(changed)]
    refused = {problem.where.split(".")[1] for problem in problems}
    return [mutant for name, mutant in named.items() if name not in refused]


def _changed(name: str, mutant: Mutant, texts: Mapping[str, str]) -> Statement:
    statement = mutant.statement
    # An event of its own keeps one mutant from naming what another leaves out.
    fact = statement.fact.model_copy(update={**mutant.fields, "event": name})
    verdicts = statement.verdicts
    if "quote" in mutant.fields:
        verdicts = tuple(find(quote, texts[statement.source.id], texts) for quote in fact.quote)
    return replace(statement, id=name, fact=fact, verdicts=verdicts)


def _report(record: Record, name: str, reached: int, of: int) -> None:
    record(f"rate: {name}", (reached, of))


def _stands(words: str, text: str) -> bool:
    return len(re.findall(rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)", " ".join(text.split()))) == 1


def test_no_changed_quote_is_accepted(corpus: Corpus, record_property: Record) -> None:
    """A number, date word, name, negation, hedge, letter case or word changed in a quote is a problem."""
    house = {actor: entry.name for actor, entry in corpus.actors.items()}
    mutants = [
        Mutant(what, statement, fields)
        for statement in corpus.statements
        for what, fields in quotes_changed(statement.fact, corpus.names, house)
    ]
    altered = [
        mutant
        for mutant in mutants
        if not all(_stands(quote, mutant.statement.source.text) for quote in mutant.fields["quote"])
    ]
    accepted = _accepted(corpus, altered)
    _report(record_property, "mutations refused", len(altered) - len(accepted), len(altered))
    _report(
        record_property, "mutations left out, as they are true of the words", len(mutants) - len(altered), len(mutants)
    )
    assert list(map(str, accepted)) == []
    assert len(altered) > 5000
    assert len(mutants) - len(altered) < 10


def _still_true(mutant: Mutant, names: Names) -> bool:
    """Whether a changed value is still true of the words, by the rules at the head of this file."""
    fact, quotes = mutant.statement.fact, mutant.statement.fact.quote
    if mutant.what.endswith("an end opened"):
        return any(re.search(r"\bsince\b|\bover the (?:past|last)\b", quote) for quote in quotes)
    if mutant.what.endswith(("less precise", "one end of two")):
        years = [quote for quote in quotes if re.search(r"\b(?:last|this|next) year\b|\b\d{4}\b", quote)]
        return fact.because is not None or (len(quotes) > 1 and len(years) == 1)
    if mutant.what == "an actor dropped from who":
        (dropped,) = {*getattr(fact, "who", ())} - {*mutant.fields["who"]}
        return not any(_listed(quote, dropped, mutant.fields["who"], names) for quote in quotes)
    return mutant.what == "the speaker dropped" and fact.said_by in (getattr(fact, "who", None) or ())


def _listed(quote: str, dropped: str, others: Sequence[str], names: Names) -> bool:
    """Whether no more than a comma, `and` and `the` stand between the name of the dropped and one of the others."""
    return any(
        dropped in actors and {*actors} & {*others} and not {*re.findall(r"\w+", between)} - {"and", "the"}
        for one, other in pairwise(names.read(quote))
        if (actors := one.actors + other.actors) and (between := quote[one.span.end : other.span.start])
    )


def test_no_changed_value_is_accepted(corpus: Corpus, record_property: Record) -> None:
    """A number, bound, date, precision, status, speaker or member of a set changed in a value is a problem."""
    mutants = [
        Mutant(what, statement, fields)
        for statement in corpus.statements
        for change in VALUES
        for what, fields in change(statement.fact)
    ]
    false = [mutant for mutant in mutants if not _still_true(mutant, corpus.names)]
    accepted = _accepted(corpus, false)
    _report(record_property, "mutations refused", len(false) - len(accepted), len(false))
    _report(
        record_property, "mutations left out, as they are true of the words", len(mutants) - len(false), len(mutants)
    )
    assert list(map(str, accepted)) == []
    assert len(false) > 500
    assert len(mutants) - len(false) < 50


def test_no_other_actor_is_accepted(corpus: Corpus, record_property: Record) -> None:
    """An actor put in another's place or added is a problem unless the words name it, and mostly where they do."""
    mutants = [
        (actor, Mutant(what, statement, fields))
        for statement in corpus.statements
        for what, actor, fields in actors_changed(statement.fact, list(corpus.actors))
    ]
    unnamed = [mutant for actor, mutant in mutants if actor not in _named(mutant.statement.fact, corpus.names)]
    named = [mutant for actor, mutant in mutants if actor in _named(mutant.statement.fact, corpus.names)]
    accepted, doubtful = _accepted(corpus, unnamed), _accepted(corpus, named)
    _report(record_property, "mutations refused", len(unnamed) - len(accepted), len(unnamed))
    _report(record_property, "other actors refused though the words name them", len(named) - len(doubtful), len(named))
    assert list(map(str, accepted)) == []
    assert len(unnamed) > 5000
    assert len(doubtful) < 0.25 * len(named)


def test_no_actor_is_put_into_a_sentence_of_ours(corpus: Corpus, record_property: Record) -> None:
    """An actor whom neither the words nor the fact name, in a position's sentence, is a problem."""
    house = {actor: entry.name for actor, entry in corpus.actors.items()}
    mutants = [
        Mutant(what, statement, fields)
        for statement in corpus.statements
        for what, actor, fields in names_of_the_sentence_changed(statement.fact, corpus.names, house)
        if actor not in _named(statement.fact, corpus.names) | {*(getattr(statement.fact, "who", None) or ())}
    ]
    accepted = _accepted(corpus, mutants)
    _report(record_property, "mutations refused", len(mutants) - len(accepted), len(mutants))
    assert list(map(str, accepted)) == []
    assert len(mutants) > 1000


def test_no_position_is_on_an_event_that_is_not_there(corpus: Corpus) -> None:
    """The key that names its event is checked like any other."""
    moved = [
        replace(statement, fact=statement.fact.model_copy(update={"event": "nowhere-1"}))
        for statement in corpus.statements
        if statement.kind is Position
    ]
    problems = list(references_resolve(replace(corpus, statements=tuple(moved))))
    assert len(moved) > 30
    assert [problem.where.split(".")[-1] for problem in problems] == ["on"] * len(moved)


def _named(fact: Fact, names: Names) -> set[str]:
    words = (*fact.quote, fact.because or "")
    return {actor for text in words for mention in names.read(text) for actor in mention.actors}


@pytest.mark.parametrize("dress", QUOTES)
def test_every_harmless_variant_of_a_quote_is_accepted(corpus: Corpus, dress: str, record_property: Record) -> None:
    """White space, wraps and typography may differ between a quote and its article."""
    mutants = [
        Mutant(dress, statement, {"quote": tuple(map(QUOTES[dress], statement.fact.quote))})
        for statement in corpus.statements
    ]
    _accept_all(corpus, mutants, record_property)


@pytest.mark.parametrize("dress", ARTICLES)
def test_every_harmless_variant_of_an_article_is_accepted(corpus: Corpus, dress: str, record_property: Record) -> None:
    """The same holds where the article differs, and every value still follows from it."""
    sources = {
        name: replace(source, text=ARTICLES[dress](source.text), article=source.article)
        for name, source in corpus.sources.items()
    }
    statements = tuple(_restated(statement, sources[statement.source.id]) for statement in corpus.statements)
    dressed = replace(corpus, sources=sources, statements=statements)
    _accept_all(dressed, [Mutant(dress, statement, {}) for statement in statements], record_property)


def _restated(statement: Statement, source: Source) -> Statement:
    verdicts = tuple(find(quote, source.text) for quote in statement.fact.quote)
    return replace(statement, source=source, verdicts=verdicts)


def _accept_all(corpus: Corpus, mutants: list[Mutant], record: Record) -> None:
    accepted = _accepted(corpus, mutants)
    _report(record, "harmless variants accepted", len(accepted), len(mutants))
    assert [str(mutant) for mutant in mutants if mutant not in accepted] == []
