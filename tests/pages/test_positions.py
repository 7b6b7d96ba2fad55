"""What parties want, on the pages of events and actors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model import KINDS
from generator.pages import Settings, generate, template_folder
from generator.pages.views import Views
from tests.pages.test_views import keys, views_of

ARTICLES = {
    "a": "Sylvania wants peace. Alma Grey hopes for rain. Ruritania came.\n",
    "b": "Sylvania wants peace, said Alma Grey. Sylvania rejects war.\n",
}
HEAD = "article: {{file: seeds/{0}.txt, sha256: SHA256, published: 2031-05-0{1}}}\n"
SHEETS = {
    "a": HEAD.format("a", 2)
    + """
positions:
  later: {on: talks, who: sylvania, says: Wants peace, quote: Sylvania wants peace}
  rain: {on: truce, who: alma, says: Hopes for rain, quote: Alma Grey hopes for rain}
participants:
  came: {event: talks, who: ruritania, status: attending, quote: Ruritania came}
""",
    "b": HEAD.format("b", 1)
    + """
positions:
  reported:
    {on: talks, who: sylvania, says: Wants peace, said_by: alma, quote: "Sylvania wants peace, said Alma Grey"}
  war: {on: talks, who: [sylvania], says: Abhors war, quote: Sylvania rejects war}
""",
}


@pytest.fixture
def views(tmp_path: Path) -> Views:
    """Two articles that share a sentence."""
    return views_of(tmp_path, ARTICLES, SHEETS)


def test_a_sentence_that_several_articles_have_is_one_answer(views: Views) -> None:
    """What one actor wants stands in the order in which articles tell it."""
    questions = views.events["talks"].of("positions")
    assert [(question.key, [keys(answer.statements) for answer in question.answers]) for question in questions] == [
        (("sylvania", "Wants peace"), [["b/reported", "a/later"]]),
        (("sylvania", "Abhors war"), [["b/war"]]),
    ]


def test_an_actor_has_its_positions_by_event(views: Views) -> None:
    """They are no parts in an event."""
    assert {event: len(found) for event, found in views.positions("sylvania").items()} == {"talks": 2}
    assert views.about("sylvania") == {}
    assert list(views.about("ruritania")) == ["talks"]
    assert views.positions("ruritania") == {}


def _page(views: Views, path: str) -> str:
    (page,) = [page for page in generate(views.corpus, Settings()) if page.path == path]
    text = re.sub(r"<sup.*?</sup>", "", page.whole())
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_the_event_page_shows_who_wants_what(views: Views) -> None:
    """Holder and sentences, and how many articles have each; who reports it, where nobody has it from themselves."""
    text = _page(views, "events/talks.md")
    assert "Wants, offers, refuses or expects Sylvania Wants peace 2 articles" in text
    assert "Abhors war" in text
    assert "according to" not in text
    assert "2 articles" in text


def test_the_actor_page_shows_what_it_wants(views: Views) -> None:
    """Each sentence under its event."""
    assert "Positions Oman talks Wants peace 2 articles" in _page(views, "actors/sylvania.md")
    assert "Positions" not in _page(views, "actors/ruritania.md")


def test_what_another_reports_is_shown_as_such(tmp_path: Path) -> None:
    """Where no article has it from the holder."""
    views = views_of(tmp_path, {"b": ARTICLES["b"]}, {"b": SHEETS["b"]})
    assert "Wants peace, according to Alma Grey" in _page(views, "events/talks.md")


@pytest.mark.parametrize("section", [kind.section for kind in KINDS])
def test_every_kind_has_its_template(section: str) -> None:
    """Title, columns, question, answer and line: what pages need of a kind, in one file."""
    text = (template_folder() / "facts" / f"{section}.html").read_text(encoding="utf-8")
    macros = set(re.findall(r"{% macro (\w+)\(", text))
    assert {"title", "columns", "asks", "says", "line"} <= macros
