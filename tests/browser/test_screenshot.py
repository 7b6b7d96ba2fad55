"""The README's picture: made by UPDATE_SCREENSHOTS=1, and fit to be shown."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.serving import Site

PICTURE = Path(__file__).parent.parent / "screenshots" / "event.png"


def test_picture_of_the_readme(page: Page, site: Site) -> None:
    """The picture is a PNG of less than 200 kB; it shows a briefing with one note open."""
    page.set_viewport_size({"width": 1200, "height": 720})
    page.goto(f"{site.url}events/astana-1/")
    page.locator("a.footnote-ref").nth(2).hover()
    page.locator(".md-tooltip2--active").wait_for()
    if os.environ.get("UPDATE_SCREENSHOTS") == "1":
        page.screenshot(path=PICTURE, animations="disabled")
    picture = PICTURE.read_bytes()
    assert picture.startswith(b"\x89PNG\r\n")
    assert len(picture) < 200_000
