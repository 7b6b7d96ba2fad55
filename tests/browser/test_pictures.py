"""Pictures in a real browser: they fit, nothing lies on anything, and the keyboard reaches their facts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.corpus import load
from generator.pages import Settings, generate
from tests.browser.serving import ROOT, Site
from tests.project import write_project

PAGES = ("", "timeline/", "casualties/", "events/astana-1/", "events/ceasefire-2016-12/")
MEASURE = """() => {
  const found = []
  for (const svg of document.querySelectorAll("svg.br-pic")) {
    const box = svg.getBoundingClientRect()
    if (!box.width) continue
    const texts = [...svg.querySelectorAll("text")].map(one => [one.textContent.trim(), one.getBoundingClientRect()])
      .filter(([words, { width }]) => words && width > 0.5)
    texts.forEach(([words, one], number) => {
      if (one.left < box.left - 1 || one.right > box.right + 1 || one.bottom > box.bottom + 1 || one.top < box.top - 1)
        found.push(`outside: ${words}`)
      for (const [others, other] of texts.slice(number + 1))
        if (one.left < other.right - 1 && other.left < one.right - 1
            && one.top < other.bottom - 3 && other.top < one.bottom - 3)
          found.push(`${words} lies on ${others}`)
    })
  }
  return found
}"""
SHOWN = """() => [...document.querySelectorAll("svg.br-pic")].filter(one => one.getBoundingClientRect().width)
  .map(one => [...one.classList].at(-1))"""


def crowded(root: Path) -> str:
    """Pages as a browser shows them, of more dates, estimates and actors than pictures hold, under hostile names."""
    names = [f"actor-{number}" for number in range(60)]
    words = """<b>&"{{ 7*7 }}</title> \uff37ide \u202ewords of \u548c\u5e73 and """
    days = [f"{1990 + n % 61}-{n % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(500)]
    sheet: dict[str, dict[str, dict[str, object]]] = {
        "mediators": {"m": {"who": names[:30], "role": "facilitator"}},
        "participants": {"p": {"who": names[30:], "status": "attending"}},
        "casualty_estimates": {f"e{n}": {"measure": "killed", "low": n * 97, "said_by": "actor-1"} for n in range(80)},
        "dates": {f"d{n}": {"what": "held", "when": day} for n, day in enumerate(days)},
    }
    for facts in sheet.values():
        for fact in facts.values():
            fact |= {"event": "talks", "quote": "Words"}
    corpus = load(
        write_project(
            root,
            articles={"a": "Words.\n"},
            sheets={"a": yaml.safe_dump(sheet)},
            actors=yaml.safe_dump({name: {"name": words + name, "kind": "state"} for name in names}),
            events=yaml.safe_dump({"talks": {"title": words * 4, "kind": "talks"}}),
        )
    )
    style = (ROOT / "templates" / "assets" / "briefings.css").read_text(encoding="utf-8")
    blocks = [block for page in generate(corpus, Settings("Site", "")) for block in page.blocks if "br-pic" in block]
    body = "".join(blocks)
    return f"<!doctype html><style>{style}</style><body class=md-typeset style='font-family: sans-serif'>{body}"


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("width", [320, 390, 704, 1280])
def test_nothing_in_a_picture_lies_on_anything(page: Page, site: Site, address: str, width: int) -> None:
    """Words stay within their picture and apart from each other, at every width; the page stays as wide as it is."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url + address)
    assert set(page.evaluate(SHOWN)) == {"br-pic--wide" if width > 704 else "br-pic--narrow"}
    assert page.evaluate(MEASURE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_crowded_pictures_are_readable(page: Page, tmp_path: Path, width: int) -> None:
    """Hundreds of facts under long names of any script: the pictures draw what they can, and nothing overlaps."""
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(crowded(tmp_path))
    assert len(page.evaluate(SHOWN)) == 5
    assert page.evaluate(MEASURE) == []


def test_the_keyboard_reaches_every_fact(page: Page, site: Site) -> None:
    """Each mark is a stop, visible as such, and Enter goes to the sentence of its fact."""
    page.goto(f"{site.url}casualties/")
    marks = page.locator("svg.br-pic--wide [data-fact] a:not([tabindex])")
    assert marks.count() == 2
    marks.first.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    fact = page.locator("svg.br-pic--wide [data-fact]").first.get_attribute("data-fact") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/sources/{fact.replace('/', '/#')}")


def test_print_takes_the_wide_layout(browser: Browser, site: Site) -> None:
    """On paper there is room, whatever the window was."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site.url}timeline/")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == ["br-pic--wide"]
    context.close()
