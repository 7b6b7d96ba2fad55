"""Search finds facts by their words, and keeps the notes out."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Site


def search(page: Page, words: str) -> list[str]:
    """What the results say, the best first, to someone who types these words."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    results = page.locator("a.md-search-result__link")
    expect(results.first).to_be_visible()
    found: list[str] = []
    for _ in range(100):  # results change while the last letters are typed
        page.wait_for_timeout(200)
        before, found = found, results.all_inner_texts()
        if found and found == before:
            break
    return found


@pytest.fixture
def index(site: Site) -> list[dict[str, Any]]:
    """The entries of the search index."""
    found: list[dict[str, Any]] = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))["docs"]
    return found


@pytest.mark.parametrize("name", ["Staffan de Mistura", "UN Security Council", "Jabhat Fateh al-Sham"])
def test_search_finds_an_actor_by_name(page: Page, site: Site, name: str) -> None:
    """The page of an actor is the first result for its name, and the result leads there."""
    page.goto(site.url)
    assert search(page, name)[0].startswith(name)
    page.locator("a.md-search-result__link").first.click()
    expect(page.locator("h1")).to_have_text(name)


def test_search_holds_no_notes(page: Page, site: Site, index: list[dict[str, Any]]) -> None:
    """A fact is found where it is stated, not once more in each note that cites it."""
    assert not [entry["location"] for entry in index if "in its sentence" in entry["text"]]
    assert not [entry["location"] for entry in index if entry["location"].endswith("#notes") and entry["text"]]
    page.goto(site.url)
    assert not [text for text in search(page, "Staffan de Mistura") if "in its sentence" in text]


def test_search_index_keeps_words_apart(index: list[dict[str, Any]]) -> None:
    """A label and its value, or two cells, are not run into one word that nobody would type."""
    text = " ".join(re.sub("<[^>]*>", "", entry["text"]) for entry in index)
    labels = ("Title", "Publisher", "Agency", "Published", "Who", "How", "When", "Where", "Name", "Used by", "Estimate")
    glued = re.findall(rf"\b(?:{'|'.join(labels)})(?:[A-Z0-9]\w+|none|not)\b", text)
    assert glued == []
