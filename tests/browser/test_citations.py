"""From a fact to its sentence, as a reader goes: hover or focus, click, read the words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Site, build, served
from tests.project import write_small_project

EVENT = "events/astana-1/"
FACT = "001_376577d849411580/astana-23-january-lavrov"
WORDS = "the meeting will take place on January 23, as planned"

OUT_OF_VIEW = """async () => {
    const hidden = []
    for (const fact of document.querySelectorAll("li[data-fact]")) {
        location.hash = fact.id
        await new Promise(requestAnimationFrame)
        const top = document.querySelector(".md-header").getBoundingClientRect().bottom
        const marks = [...fact.closest(".br-sentences > li").querySelectorAll("mark")]
        const shown = [...marks, fact].map(element => element.getBoundingClientRect())
            .map(box => box.top >= top && box.bottom <= innerHeight)
        if (!shown.pop() || !shown.includes(true)) hidden.push(fact.id)
    }
    return hidden
}"""
"""The facts of a source page whose links do not bring both them and marked words of their sentence into the window."""


def note_of(page: Page, fact: str) -> Locator:
    """The note, at the foot of a page, of a fact."""
    return page.locator(".footnote li", has=page.locator(f'a[href$="{fact.replace("/", "/#")}"]'))


def citation_of(page: Page, fact: str) -> Locator:
    """The first reference to the note of a fact."""
    return page.locator(f'a.footnote-ref[href="#{note_of(page, fact).get_attribute("id")}"]').first


def assert_shows_the_note(page: Page) -> None:
    """A tooltip is up, and holds quote, speaker, publisher or the lack of one, and date."""
    tooltip = page.locator(".md-tooltip2--active")
    expect(tooltip.locator("q")).to_contain_text(WORDS)
    expect(tooltip).to_contain_text(re.compile(r"said by\s+Sergey Lavrov"))
    expect(tooltip).to_contain_text("publisher not stated, 17 January 2017 (worked out)")
    expect(tooltip.get_by_role("link", name="in its sentence")).to_be_visible()


def test_hovering_a_citation_shows_its_note(page: Page, site: Site) -> None:
    """The pointer over a superscript number brings up quote, speaker, publisher and date."""
    page.goto(site.url + EVENT)
    citation_of(page, FACT).hover()
    assert_shows_the_note(page)


def test_citations_are_reached_and_shown_by_keyboard(page: Page, site: Site) -> None:
    """Tab moves from one citation to the next; the focus shows, and brings up the note."""
    page.goto(site.url + EVENT)
    reference = citation_of(page, FACT)
    page.locator("a.footnote-ref").first.focus()
    for _ in range(20):
        if reference.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(reference).to_be_focused()
    assert reference.evaluate("element => element.matches(':focus-visible')")
    assert reference.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
    assert_shows_the_note(page)


def test_a_citation_leads_through_its_note_to_its_sentence(page: Page, site: Site) -> None:
    """Click the number, click the note's link: the fact is highlighted, and its marked words are in view."""
    page.goto(site.url + EVENT)
    citation_of(page, FACT).click()
    expect(note_of(page, FACT)).to_be_in_viewport()
    note_of(page, FACT).get_by_role("link", name="in its sentence").click()
    expect(page).to_have_url(f"{site.url}sources/{FACT.replace('/', '/#')}")
    fact = page.locator(f'[data-fact="{FACT}"]')
    expect(fact).to_be_in_viewport()
    assert fact.evaluate("element => element.matches(':target') && getComputedStyle(element).outlineStyle") == "solid"
    expect(page.locator(".br-sentences > li", has=fact).locator("mark", has_text=WORDS)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 390])
def test_every_permalink_brings_its_sentence_into_view(page: Page, site: Site, width: int) -> None:
    """Whoever follows a link to a fact sees marked words, not only the line below them."""
    page.set_viewport_size({"width": width, "height": 800})
    hidden: dict[str, list[str]] = {}
    for source in [path for path in site.pages if re.fullmatch("sources/.+/", path)]:
        page.goto(site.url + source)
        hidden[source] = page.evaluate(OUT_OF_VIEW)
    assert not any(hidden.values()), hidden
    assert len(hidden) == 5


def test_a_link_to_a_former_id_leads_to_the_fact(page: Page, tmp_path: Path) -> None:
    """As a link to its present id does: highlighted, with its sentence in view; it asks for nothing but CSS."""
    root = write_small_project(tmp_path)
    sheet = root / "briefings" / "articles" / "gazette.yml"
    quote = "    quote: Osterlich has refused to attend\n"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace(quote, f"{quote}    formerly: [first-name, second-name]\n"), encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Papers\ndocs_dir: briefings\ntheme: material\nplugins: [search, briefings]\n", encoding="utf-8"
    )
    page.set_viewport_size({"width": 390, "height": 500})
    with served(build(root)) as site:
        for name in ("osterlich-refuses", "first-name", "second-name"):
            page.goto("about:blank")
            page.goto(f"{site.url}sources/gazette/#{name}")
            fact = page.locator('[data-fact="gazette/osterlich-refuses"]')
            expect(fact).to_be_in_viewport(ratio=1)
            assert fact.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
            mark = page.locator(".br-sentences > li", has=fact).locator("mark")
            expect(mark).to_be_in_viewport(ratio=1)
            assert page.locator('[data-fact="gazette/osterlich-refuses"]').count() == 1


def test_without_javascript_notes_stand_at_the_foot_and_links_work(page: Page, site: Site) -> None:
    """Without JavaScript every note of a page is there to read, and the way to the sentence is the same."""
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(site.url + EVENT)
    notes = plain.locator(".footnote li").all()
    assert len(notes) > 10
    assert all(note.is_visible() and note.locator("q").first.is_visible() for note in notes)
    citation_of(plain, FACT).click()
    expect(note_of(plain, FACT)).to_be_in_viewport()
    note_of(plain, FACT).get_by_role("link", name="in its sentence").click()
    expect(plain.locator(f'[data-fact="{FACT}"]')).to_be_in_viewport()
    context.close()


def test_print_keeps_the_notes_and_drops_what_is_for_the_screen(page: Page, site: Site) -> None:
    """On paper the notes stand at the end; header, navigation, contents and buttons do not."""
    page.goto(site.url + EVENT)
    page.emulate_media(media="print")
    assert all(note.is_visible() for note in page.locator(".footnote li").all())
    screen_only = (
        ".md-header",
        ".md-tabs",
        ".md-path",
        ".md-sidebar",
        ".md-search",
        ".md-content__button",
        ".md-footer",
    )
    shown = [part for part in screen_only if any(found.is_visible() for found in page.locator(part).all())]
    assert shown == []
