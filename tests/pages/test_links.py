"""Addresses are MkDocs' own, links between pages lead there, and every link and anchor is looked at."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.links import Addresses, faults, ids_in

DIRECTORIES, FILES = Addresses(directories=True), Addresses(directories=False)


@pytest.mark.parametrize(
    ("path", "with_directories", "with_files"),
    [
        ("index.md", "", "index.html"),
        ("method.md", "method/", "method.html"),
        ("events/index.md", "events/", "events/index.html"),
        ("events/zenda-talks.md", "events/zenda-talks/", "events/zenda-talks.html"),
        ("sources/a b#c.md", "sources/a%20b%23c/", "sources/a%20b%23c.html"),
        ("sources/été.md", "sources/%C3%A9t%C3%A9/", "sources/%C3%A9t%C3%A9.html"),
        ("data/facts.json", "data/facts.json", "data/facts.json"),
    ],
)
def test_the_address_of_a_page(path: str, with_directories: str, with_files: str) -> None:
    """A page has the address that MkDocs gives it under either setting; other files keep their path."""
    assert DIRECTORIES.of(path) == with_directories
    assert FILES.of(path) == with_files


@pytest.mark.parametrize(
    ("page", "target", "fragment", "link"),
    [
        ("index.md", "index.md", "", "./"),
        ("index.md", "events/zenda.md", "", "events/zenda/"),
        ("events/zenda.md", "index.md", "", "../../"),
        ("events/zenda.md", "events/other.md", "dates", "../other/#dates"),
        ("events/zenda.md", "events/index.md", "", "../"),
        ("events/zenda.md", "data/facts.json", "", "../../data/facts.json"),
        ("events/zenda.md", "events/zenda.md", "fn:1", "#fn%3A1"),
        ("index.md", "sources/a:b.md", "", "sources/a%3Ab/"),
    ],
)
def test_the_link_between_two_pages(page: str, target: str, fragment: str, link: str) -> None:
    """A link is relative, and no text before a colon in it can be taken for a scheme."""
    assert DIRECTORIES.between(page, target, fragment) == link


segment = st.text(min_size=1, max_size=6).filter(lambda text: "/" not in text and text.strip(".") != "").map(str)
page_path = st.lists(segment, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")


@given(page_path, page_path, st.booleans())
def test_every_link_leads_where_it_should(page: str, target: str, directories: bool) -> None:
    """A browser on the one page, following the link, asks for the address of the other."""
    addresses = Addresses(directories)
    root = "https://example.org/site/"
    followed = urljoin(root + addresses.of(page), addresses.between(page, target))
    assert unquote(followed) == unquote(root + addresses.of(target))


def test_ids_are_read_from_attributes_and_not_from_text() -> None:
    """Escaped text that looks like an attribute is none."""
    assert ids_in('<p id="one&amp;two"> id=&#34;three&#34;<b data-id="four" id="five"></b></p>') == ["one&two", "five"]


def faults_of(block: str, **more: str) -> list[tuple[str, str]]:
    """The faults of a small site in which one page has this block."""
    blocks = {"events/a.md": block, **more}
    headings = {"index.md": {"top"}, "events/a.md": {"dates"}, "written.md": {"here"}}
    return list(faults(blocks, headings, {"data/facts.json"}, DIRECTORIES))


@pytest.mark.parametrize(
    "link",
    [
        "#dates",
        "#own",
        "#fn%3A1",
        "../../",
        "../../#top",
        "../../written/#here",
        "../../data/facts.json",
        "https://example.org/nowhere#x",
        "mailto:someone@example.org",
        "//example.org/x",
    ],
)
def test_a_sound_link_is_no_fault(link: str) -> None:
    """Anchors of headings and of blocks, other pages, files and other hosts are all there."""
    assert faults_of(f'<a id="own" href="{link}">x</a><p id="fn:1"></p>') == []


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ('<a href="../b/">', "the link '../b/' leads to no page or file"),
        ('<a href="../../data/facts.xml">', "the link '../../data/facts.xml' leads to no page or file"),
        ('<img src="../a.png">', "the link '../a.png' leads to no page or file"),
        ('<a href="#nowhere">', "the link '#nowhere' leads to no anchor of events/a.md"),
        ('<a href="../../#Top">', "the link '../../#Top' leads to no anchor of index.md"),
        ('<a href="../../written/#x&amp;y">', "the link '../../written/#x&y' leads to no anchor of written.md"),
        ('<p id="x"></p><p id="x"></p>', "the id 'x' stands twice"),
        ('<p id="dates"></p>', "the id 'dates' stands twice"),
    ],
)
def test_a_fault_is_named_with_its_page(block: str, fault: str) -> None:
    """A link that leads nowhere and an id that stands twice, in blocks or in block and heading, are faults."""
    assert faults_of(block) == [("events/a.md", fault)]


def test_a_page_without_blocks_has_no_faults() -> None:
    """Pages that people write are MkDocs' to check; their anchors count."""
    assert faults_of("", **{"index.md": '<a href="written/#here">'}) == []
