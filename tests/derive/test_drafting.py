"""A draft holds what the rules propose and the checks accept: nothing else is ever written."""

from __future__ import annotations

from pathlib import Path

from generator.corpus import load
from generator.dates import parse
from generator.derive.drafting import draft, slug
from generator.model import Actor, DateFact
from generator.quotes import Verbatim, find

ARTICLE = """\
Peace talks between the Ruritanian government and the Northern Liberation Front will be held on 12 May.

The talks, mediated by Norway and Ghana, exclude the Sky Movement, a spokesman said. At least 40 people were killed
last month. Norway and Ghana brokered the ceasefire which took effect on April 3.

Switzerland and Chad did not attend the talks.
"""


def test_every_proposal_passes_the_checks_of_the_project() -> None:
    """Each quote stands in the article once, and each kind of fact is found."""
    made = draft("seeds/a.txt", ARTICLE.encode(), parse("2031-05-08"))
    assert {fact.kind.section for fact in made.facts} >= {"participants", "mediators", "dates", "casualty_estimates"}
    for fact in made.facts:
        assert all(isinstance(find(quote, ARTICLE), Verbatim) for quote in fact.fact.quote)
        assert [" ".join(ARTICLE[span.start : span.end].split()) for span in fact.spans] == list(fact.fact.quote)
    mediators = [fact.fact for fact in made.facts if fact.kind.section == "mediators"]
    assert {(fact.role, tuple(sorted(fact.who))) for fact in mediators} == {  # type: ignore[attr-defined]
        ("mediator", ("ghana", "norway")),
        ("broker", ("ghana", "norway")),
    }
    when = {str(fact.fact.when) for fact in made.facts if isinstance(fact.fact, DateFact)}
    assert {"2031-05-12", "2031-04-03"} <= when


def test_the_same_article_gives_the_same_draft() -> None:
    """Nothing depends on what was read before."""
    one, other = (draft("seeds/a.txt", ARTICLE.encode(), parse("2031-05-08")) for _ in range(2))
    assert [(fact.id, fact.fact, fact.spans) for fact in one.facts] == [
        (fact.id, fact.fact, fact.spans) for fact in other.facts
    ]


def test_ids_are_unique_and_say_what_the_fact_is() -> None:
    """An id is made of who and how, or of what and when."""
    ids = [fact.id for fact in draft("seeds/a.txt", ARTICLE.encode(), parse("2031-05-08")).facts]
    assert len(set(ids)) == len(ids)
    assert {"norway-ghana-mediator", "killed-40"} <= set(ids)


def test_without_a_date_nothing_is_placed_in_a_year() -> None:
    """An article of unknown date keeps the year open."""
    dates = [fact.fact for fact in draft("seeds/a.txt", ARTICLE.encode()).facts if isinstance(fact.fact, DateFact)]
    assert dates
    assert all(fact.when is None or not fact.when.year_known for fact in dates)


def test_a_name_that_the_site_does_not_list_is_refused() -> None:
    """What the site knows goes by the site's names, since its check knows no others."""
    known = {"norway": Actor(name="Kingdom of Norway", kind="state")}
    made = draft("seeds/a.txt", ARTICLE.encode(), parse("2031-05-08"), known)
    assert not any("norway" in (getattr(fact.fact, "who", None) or ()) for fact in made.facts)


def test_only_actors_that_a_fact_names_are_proposed() -> None:
    """A name that no fact uses is no actor of the site."""
    made = draft("seeds/a.txt", ARTICLE.encode(), parse("2031-05-08"))
    named = {
        name for fact in made.facts for name in (*(getattr(fact.fact, "who", None) or ()), fact.fact.said_by) if name
    }
    assert named <= made.actors.keys()


def test_a_slug_is_an_id() -> None:
    """Accents and marks go."""
    assert slug("Dr. José Ñandú’s Front") == "dr-jose-nandus-front"
    assert slug("…") == "fact"


def test_the_committed_sheets_articles_are_mostly_found() -> None:
    """Of what people wrote for the site's own articles, the mediators and excluded groups are proposed."""
    corpus = load(Path(__file__).parents[2])
    wanted, found = 0, 0
    for source in corpus.sources.values():
        made = draft(source.article.file, source.text.encode(), source.article.published, corpus.actors, corpus.events)
        proposed = {
            (fact.kind.section, getattr(fact.fact, "role", None), frozenset(getattr(fact.fact, "who", None) or ()))
            for fact in made.facts
        }
        for statement in corpus.statements:
            if statement.source is source and statement.kind.section in ("mediators", "excluded_groups"):
                wanted += 1
                fact = statement.fact
                key = (statement.kind.section, getattr(fact, "role", None), frozenset(getattr(fact, "who", None) or ()))
                found += key in proposed
    assert found >= 0.8 * wanted
