"""What must hold on each page, in a wide window and on a telephone, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response

from tests.browser.serving import Site

MEASURED = ("", "events/astana-1/", "actors/iran/", "sources/001_376577d849411580/")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
READABLE = 4.5
"""The least contrast of text of ordinary size: WCAG 2.2, success criterion 1.4.3."""


@dataclass
class Walk:
    """What pages did wrong, by kind of fault; `where` is the page that is being looked at."""

    where: str = ""
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)

    def spoken(self, message: ConsoleMessage) -> None:
        """Something stands in the console."""
        if message.type in ("error", "warning"):
            self.console.append(f"{self.where}: {message.text}")

    def thrown(self, error: Error) -> None:
        """A script failed."""
        self.console.append(f"{self.where}: {error}")

    def answered(self, response: Response) -> None:
        """A file was asked for."""
        if response.status >= 400:
            self.missing.append(f"{self.where}: {response.url}")


@pytest.fixture(scope="module")
def walk(browser: Browser, site: Site) -> Iterator[Walk]:
    """A walk through every page of the site in a window of 390 px."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    walk = Walk()

    def asked(request: Request) -> None:
        if not request.url.startswith(site.url):
            walk.elsewhere.append(f"{walk.where}: {request.url}")

    page.on("console", walk.spoken)
    page.on("pageerror", walk.thrown)
    page.on("request", asked)
    page.on("response", walk.answered)
    for walk.where in site.pages:
        page.goto(site.url + walk.where)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            walk.wide.append(f"{walk.where}: {width} px")
    yield walk
    context.close()


def test_there_are_pages_of_each_kind(site: Site) -> None:
    """The walk sees a home, events, actors and sources, and so proves something."""
    assert set(MEASURED) <= set(site.pages)


def test_no_page_complains(walk: Walk) -> None:
    """No error or warning in the console, and nothing thrown."""
    assert walk.console == []


def test_no_page_asks_another_host(walk: Walk) -> None:
    """No font, script, picture or beacon comes from anywhere but the site."""
    assert walk.elsewhere == []


def test_no_page_misses_a_file(walk: Walk) -> None:
    """Everything that a page loads is there."""
    assert walk.missing == []


def test_no_page_is_wider_than_a_telephone(walk: Walk) -> None:
    """Nothing has to be scrolled sideways at 390 px."""
    assert walk.wide == []


@pytest.mark.parametrize("address", MEASURED, ids=["home", "event", "actor", "source"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable(browser: Browser, site: Site, scheme: str, address: str) -> None:
    """Every text on a page stands out from its ground: body, links, quiet text, marks and the theme's own."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site.url + address)
    assert shown_scheme(page) == {"light": "default", "dark": "slate"}[scheme]
    measured = page.evaluate(CONTRAST)
    context.close()
    assert len(measured) > 10
    assert {what: found for what, found in measured.items() if found["ratio"] < READABLE} == {}


def shown_scheme(page: Page) -> str | None:
    """The colour scheme that the theme has chosen."""
    return page.locator("body").get_attribute("data-md-color-scheme")
