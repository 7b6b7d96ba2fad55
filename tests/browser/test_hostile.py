"""Text of sheets and articles is shown as written, wherever it ends up; it is never markup, template or script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import ROOT, Site, build, served
from tests.project import write_project

HOSTILE = """<b>&"{{ 7*7 }}</title><script>window.hit=1</script>"""
ACTOR, EVENT = f"Zed {HOSTILE}", f"Talks {HOSTILE}"
ARTICLE = f"""Chronicle {HOSTILE}

{ACTOR} said that it mediates the talks on the river between all sides.
"""
SHEET = f"""
article:
  file: seeds/chronicle.txt
  sha256: SHA256
  title: {json.dumps(f"Chronicle {HOSTILE}")}
  published: 2031-05-08
mediators:
  mediator:
    event: talks
    who: zed
    role: mediator
    said_by: zed
    quote: {json.dumps(f"{ACTOR} said that it mediates the talks")}
    because: {json.dumps(f"Because of {HOSTILE}")}
    note: {json.dumps(f"Note {HOSTILE}")}
"""
ADDRESSES = ("", "events/", "events/talks/", "actors/", "actors/zed/", "sources/", "sources/chronicle/", "names/")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site in which every text that a person writes tries to break out."""
    project = write_project(
        tmp_path_factory.mktemp("hostile"),
        articles={"chronicle": ARTICLE},
        sheets={"chronicle": SHEET},
        actors=f"zed: {{name: {json.dumps(ACTOR)}, kind: person, role: {json.dumps(HOSTILE)}}}\n",
        events=f"talks: {{title: {json.dumps(EVENT)}, kind: talks, place: {json.dumps(HOSTILE)}}}\n",
        files={"mkdocs.yml": (ROOT / "mkdocs.yml").read_text(encoding="utf-8")},
    )
    with served(build(project)) as site:
        yield site


def unhurt(page: Page) -> bool:
    """Whether no script of a sheet has run, and none of its markup has become an element."""
    return bool(
        page.evaluate("""() => window.hit === undefined && !document.querySelector(".md-content b, .md-tooltip2 b")
            && ![...document.scripts].some(script => script.textContent.includes("window.hit"))""")
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_text_stays_text(page: Page, hostile: Site, address: str) -> None:
    """No page runs, renders or evaluates what a sheet says; it shows it."""
    page.goto(hostile.url + address)
    assert unhurt(page)
    assert HOSTILE in page.locator(".md-content").inner_text()
    assert "&lt;" not in page.locator("body").inner_text()
    assert "&amp;" not in page.locator("body").inner_text()


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("actors/zed/", ACTOR),
        ("events/talks/", EVENT),
        ("sources/chronicle/", f"Chronicle {HOSTILE}"),
    ],
)
def test_hostile_titles_are_shown_as_written(page: Page, hostile: Site, address: str, title: str) -> None:
    """The same words stand in the title, the heading, the description and the header."""
    page.goto(hostile.url + address)
    expect(page).to_have_title(f"{title} - Syrian talks, 2017")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".md-header__topic").nth(1)).to_have_text(title)
    if not address.startswith("sources"):
        assert title in (page.locator("meta[name=description]").get_attribute("content") or "")


def test_hostile_text_in_the_navigation_of_a_telephone(page: Page, hostile: Site) -> None:
    """The drawer and the links to neighbours show it as written too."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{hostile.url}actors/zed/")
    page.locator("label.md-header__button[for=__drawer]").click()
    assert unhurt(page)
    assert "&lt;" not in page.locator(".md-sidebar--primary").inner_text()


def test_hostile_text_in_a_tooltip(page: Page, hostile: Site) -> None:
    """A note shows quote, reason and remark as written, and nothing of it runs."""
    page.goto(f"{hostile.url}events/talks/")
    page.locator("a.footnote-ref").first.hover()
    tooltip = page.locator(".md-tooltip2--active")
    for words in (
        f"{ACTOR} said that it mediates the talks",
        f"Because of {HOSTILE}",
        f"Note {HOSTILE}",
        f"Chronicle {HOSTILE}",
    ):
        expect(tooltip).to_contain_text(words)
    assert unhurt(page)


def test_hostile_text_in_search_results(page: Page, hostile: Site) -> None:
    """A result shows title and text as written, and nothing of it runs."""
    page.goto(hostile.url)
    page.keyboard.press("/")
    page.keyboard.type("Zed")
    first = page.locator(".md-search-result__article h1").first
    expect(first).to_have_text(ACTOR)
    assert unhurt(page)
    assert "&lt;" not in page.locator(".md-search-result").inner_text()


def test_hostile_text_in_the_data(hostile: Site) -> None:
    """The data hold the words as the sheet has them."""
    (fact,) = json.loads(Path(hostile.folder / "data/facts.json").read_text(encoding="utf-8"))["facts"]
    assert fact["quote"] == f"{ACTOR} said that it mediates the talks"
    assert fact["note"] == f"Note {HOSTILE}"
