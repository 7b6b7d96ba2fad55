"""What the site of this repository says where its five articles differ, in the words in which they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import corpus
from generator.agreement import Question, agree, voices_of, why
from generator.corpus import Corpus

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Corpus:
    """The project of this repository."""
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def questions(site: Corpus) -> dict[str, Question]:
    """Its questions, by event and name."""
    return {f"{question.event} {question.name}": question for question in agree(site.statements)}


def answers(question: Question) -> dict[object, set[str]]:
    """Each answer with the first three digits of the articles that give it."""
    return {answer.value: {article[:3] for article in answer.articles} for answer in question.answers}


def sentence(site: Corpus, question: Question) -> str:
    """Why the answers stand as they do."""
    return why(question, lambda actor: site.actors[actor].name)


def test_who_brokered_the_truce(site: Corpus, questions: dict[str, Question]) -> None:
    """Russia and Turkey in two, with Iran in one."""
    brokers = questions["ceasefire-2016-12 mediators/broker"]
    assert answers(brokers) == {
        frozenset({"russia", "turkey"}): {"000", "004"},
        frozenset({"russia", "turkey", "iran"}): {"001"},
    }
    assert brokers.outcome == "differing"
    assert sentence(site, brokers) == "Both name Russia and Turkey; one also names Iran."


def test_the_next_geneva_round(site: Corpus, questions: dict[str, Question]) -> None:
    """8 February in three, 20 February in a later one."""
    held = questions["geneva-2017-02 dates/held"]
    assert {str(when): articles for when, articles in answers(held).items()} == {
        "2017-02-08": {"000", "001", "002"},
        "2017-02-20": {"003"},
    }
    assert held.outcome == "superseded"
    assert sentence(site, held) == ("A later article gives 20 February 2017 for what was planned for 8 February 2017.")


def test_the_united_states_at_astana(site: Corpus, questions: dict[str, Question]) -> None:
    """Not involved, should be invited, has been invited while Iran opposes it."""
    presence = questions["astana-1 participants/united-states"]
    said = [(answer.value, {article[:3] for article in answer.articles}) for answer in presence.answers]
    assert {
        (value.status, value.proposed, value.by): articles  # type: ignore[attr-defined]
        for value, articles in said
    } == {
        ("absent", False, ()): {"000"},
        ("invited", True, ()): {"001"},
        ("invited", False, ()): {"004"},
        ("opposed", False, ("iran",)): {"004"},
    }
    assert presence.outcome == "differing"
    assert sentence(site, presence) == "To be invited and not to be there exclude each other."


def test_400000_killed_or_more_than_400000(site: Corpus, questions: dict[str, Question]) -> None:
    """One origin, two wordings."""
    killed = questions["syrian-war casualty_estimates/killed"]
    assert [(answer.value[:2], answer.articles[0][:3]) for answer in killed.answers] == [  # type: ignore[index]
        ((400000, None), "001"),
        ((400000, 400000), "000"),
    ]
    assert killed.outcome == "refined"
    assert sentence(site, killed) == (
        "400,000 lies within “400,000 or more”. Both go back to Staffan de Mistura: one origin, two wordings."
    )


def test_late_december_and_31_december(site: Corpus, questions: dict[str, Question]) -> None:
    """No disagreement at all."""
    endorsed = questions["ceasefire-2016-12 dates/endorsed"]
    assert {str(when): articles for when, articles in answers(endorsed).items()} == {
        "2016-12": {"000"},
        "2016-12-31": {"001", "002"},
    }
    assert endorsed.outcome == "refined"
    assert sentence(site, endorsed) == "31 December 2016 lies within December 2016."


def test_two_of_the_five_share_much_of_their_text_and_are_one_voice(site: Corpus) -> None:
    """Five articles, four voices."""
    voices = voices_of(site.sources.values())
    assert voices.count(site.sources.values()) == 4
    ((one, other),) = ((link.one.id[:3], link.other.id[:3]) for link in voices.links)
    assert (one, other) == ("001", "000")
    assert voices.links[0].containment == pytest.approx(0.195, abs=0.001)
