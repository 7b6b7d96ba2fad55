"""A page as it is handed on: headings that Markdown may see, blocks that it never sees, safe front matter."""

from __future__ import annotations

import html

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.errors import BriefingsError
from generator.pages.markup import Block, Heading, Page, filled, heading, parts, placeholder, shown

PAGE = Page(
    "events/zenda.md",
    "Zenda talks",
    "About them",
    (Block("<p>first</p>"), Heading(2, "Dates"), Block("<p>second</p>")),
)


def front_matter(text: str) -> dict[str, str]:
    """The front matter of a page, as a generator reads it."""
    _, matter, _ = text.split("---\n", 2)
    read: dict[str, str] = yaml.safe_load(matter)
    return read


def test_the_outline_holds_headings_and_placeholders() -> None:
    """What MkDocs reads holds no block."""
    assert PAGE.outline() == (
        f"---\ntitle: Zenda talks\ndescription: About them\n---\n\n{placeholder(0)}\n\n## Dates\n\n{placeholder(1)}\n"
    )


def test_the_whole_page_holds_the_blocks_in_their_places() -> None:
    """What another generator reads is the same page with its blocks."""
    assert PAGE.whole() == (
        "---\ntitle: Zenda talks\ndescription: About them\n---\n\n<p>first</p>\n\n## Dates\n\n<p>second</p>\n"
    )


def test_blocks_take_the_place_of_their_placeholders() -> None:
    """Blocks are filled in by number, whatever they hold."""
    page = Page("a.md", "A", "", (Block("<b>0 &#0; \\1</b>"), Block("<b>1</b>")))
    content = f"<h2>x</h2>\n{placeholder(0)}\n{placeholder(1)}"
    assert filled(content, page) == "<h2>x</h2>\n<b>0 &#0; \\1</b>\n<b>1</b>"


def test_a_lost_placeholder_is_an_error() -> None:
    """No block, and so no fact, gets lost in silence."""
    with pytest.raises(BriefingsError) as caught:
        filled(placeholder(0), PAGE)
    assert str(caught.value) == (
        "events/zenda.md: a Markdown extension or another plugin has changed the page's blocks"
    )


def test_parts_are_cut_at_headings() -> None:
    """The output of a template becomes blocks with headings between them; a stretch of white space is no block."""
    assert parts(f"<p>a</p>\n{heading('One')}\n \n{heading('Two', 3)}<p>b</p>") == (
        Block('<div class="briefing">\n<p>a</p>\n</div>'),
        Heading(2, "One"),
        Heading(3, "Two"),
        Block('<div class="briefing">\n<p>b</p>\n</div>'),
    )
    assert parts(" \n ") == ()


@given(st.text(alphabet="ab \n\r\t\x0b\x0c\u2028"))
def test_no_block_holds_a_blank_line(text: str) -> None:
    """A blank line would end an HTML block, and hand what follows to Markdown (CommonMark 0.31, §4.6)."""
    for part in parts(f"<p>{text}</p>"):
        assert isinstance(part, Block)
        lines = part.html.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert all(line.strip(" \t") for line in lines)


@pytest.mark.parametrize(
    "words", ["[x](javascript:alert)", "<b>", "a\nb", "*a*", "`a`", "![a](b)", "a: b", "&amp;", ""]
)
def test_a_heading_holds_plain_words_only(words: str) -> None:
    """Headings pass through Markdown, so words that are more than words are refused."""
    with pytest.raises(ValueError, match="is no heading of plain words; text of a sheet goes into the HTML below it"):
        heading(words)


def test_plain_text_can_hold_no_mark_of_a_heading() -> None:
    """Control characters of data become U+FFFD as they are written; what a template marks safe stays."""
    assert shown("a\x002\x00b\tc\nd\x85") == "a\ufffd2\ufffdb\tc\nd\ufffd"
    assert shown(Markup("\x002\x00Dates\x00")) == "\x002\x00Dates\x00"
    assert shown(7) == 7


def test_titles_are_escaped_for_every_theme() -> None:
    """Themes write titles as they are, as text and between double quotes; an apostrophe is safe there."""
    page = Page("a.md", """<b>&"{{ 7*7 }}' x""", '"><script>', ())
    assert front_matter(page.whole()) == {
        "title": "&lt;b&gt;&amp;&#34;{{ 7*7 }}' x",
        "description": "&#34;&gt;&lt;script&gt;",
    }


@given(st.text().map(lambda text: " ".join(text.split())))
def test_any_title_survives_front_matter(title: str) -> None:
    """Front matter is written by YAML, so no title can end it, add a key or become a number."""
    page = Page("a.md", title, title, (Block("<p>---</p>"),))
    escaped = {"title", "description"}
    read = front_matter(page.whole())
    assert read.keys() == escaped
    assert html.unescape(read["title"]) == title
    assert page.whole() == page.outline().replace(placeholder(0), "<p>---</p>")


def test_the_home_page_has_no_title_of_its_own() -> None:
    """A theme puts the site's name beside a page's title; on the home page that would say it twice."""
    assert front_matter(Page("index.md", None, "About", ()).whole()) == {"description": "About"}


def test_ids_are_those_of_all_blocks() -> None:
    """The anchors of a page that MkDocs cannot see."""
    assert Page("a.md", "A", "", (Block('<p id="x">'), Heading(2, "H"), Block('<p id="y">'))).ids == {"x", "y"}
