"""The Markdown of a comparison: hostile text stays text, and no comment is too long or cut in silence."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.review import as_markdown, as_text, compare
from generator.review.markdown import SIZE_LIMIT, escaped
from tests.project import write_project

HOSTILE = (
    "@reviewer",
    "#123",
    "GH-7",
    "owner/name#5",
    "0123456789abcdef0123456789abcdef01234567",
    "https://example.org/x",
    "www.example.org",
    "mail@example.org",
    "[words](https://example.org)",
    "![picture](x.png)",
    "<b>&amp;</b>",
    "<script>alert(1)</script>",
    "<!-- comment -->",
    "</ul></details>",
    "| a | b |\n|---|---|\n| c | d |",
    "`code`",
    "```\nfence\n```",
    "# heading",
    "heading\n===",
    "heading\n---",
    "* item\n1. item",
    "> quoted",
    "**bold** _thin_ ~~struck~~",
    "\u202egnp.exe\u202c",
    "\u2066hidden\u2069\u200b",
    "&lt;b&gt; &#64;reviewer",
    "$x^2$ :smile: {{ page }} {% raw %}",
    "\\@reviewer \\",
)
ELEMENTS = {"p", "code", "ul", "li", "br", "small", "em", "mark", "del", "ins", "details", "summary", "wbr", "h2", "h3"}
LINKED = re.compile(r"@\w|#\d|://|www\.\w|gh-\d|[0-9a-f]{7}", re.IGNORECASE)
"""What a forge would make a link of, within one stretch of text."""


class Read(HTMLParser):
    """The elements of a page and its stretches of text, each as a browser has it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = [""]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.add(tag)
        self.attributes += attrs
        self.pieces.append("")

    def handle_endtag(self, _tag: str) -> None:
        """An element ends."""
        self.pieces.append("")

    def handle_comment(self, data: str) -> None:
        """There are no comments."""
        raise AssertionError(data)

    def handle_data(self, data: str) -> None:
        """Text."""
        self.pieces[-1] += data

    @property
    def text(self) -> str:
        """All text in a row."""
        return "".join(self.pieces)


def rendered(text: str) -> Read:
    """Markdown as a page."""
    return Read(markdown.markdown(text, extensions=["extra", "sane_lists"]))


def assert_plain(text: str) -> Read:
    """Nothing but our own elements, no attribute, and nothing to make a link of."""
    for read in (rendered(text), Read(text)):
        assert read.elements <= ELEMENTS
        assert read.attributes == []
        assert [piece for piece in read.pieces if LINKED.search(piece)] == []
    return rendered(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), max_size=5).map(" ".join))
def test_text_stays_text(text: str) -> None:
    """Escaped text comes out of Markdown as the same characters; those that cannot be seen as their numbers."""
    read = assert_plain(f"### Title\n\n<ul>\n<li>{escaped(text)}</li>\n</ul>\n")
    assert not set(read.text) & set("\u202e\u202c\u2066\u2069\u200b\0\x1b\r")
    (shown,) = re.findall(r"(?s)^Title\n(.*)$", read.text.strip("\n")) or [""]
    visible = re.sub("[^\x20-\x7e]", lambda match: match[0] if match[0].isprintable() else "", text)
    assert re.sub(r"‹U\+[0-9A-F]+›|\s", "", shown) == re.sub(r"‹U\+[0-9A-F]+›|\s", "", visible)


@pytest.mark.parametrize("text", HOSTILE)
@settings(max_examples=20, deadline=None)
@given(around=st.sampled_from(["", " ", "a", "\n", "\n\n", "- ", "`", "<", "\t"]))
def test_hostile_text_stays_text(text: str, around: str) -> None:
    """Each hostile text by itself, with what may stand before it."""
    assert_plain(f"<ul>\n<li>{escaped(around + text)}</li>\n</ul>\n")


def project(root: Path, article: str, sheet: str, name: str = "Ruritania", note: str = "") -> Path:
    """A project of one article and one actor."""
    actors = f"ruritania:\n  name: {name}\n  kind: state\n{note}"
    events = "talks:\n  title: Talks\n  kind: talks\n"
    return write_project(root, articles={"one": article}, sheets={"one": sheet}, actors=actors, events=events)


def quoted(text: str) -> str:
    """A text as a value in YAML."""
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\u{ord(c):04x}" for c in text) + '"'


def test_hostile_sheets_and_articles(tmp_path: Path) -> None:
    """Hostile words in a quote, its sentence, a note, a name and a title come out as text."""
    all_of_it = " ".join(HOSTILE).replace("\n", " ")
    article = f"Ruritania will attend {all_of_it} the talks. More of it.\n"
    sheet = f"""
        participants:
          there:
            event: talks
            who: ruritania
            status: attending
            quote: {quoted(f"Ruritania will attend {all_of_it} the talks")}
            note: {quoted(all_of_it)}
    """
    project(tmp_path / "old", "Nothing.\n", "")
    project(tmp_path / "new", article, sheet, quoted(f"Ruritania {all_of_it}"), f"  note: {quoted(all_of_it)}\n")
    comparison = compare(tmp_path, str(tmp_path / "old"), str(tmp_path / "new"))
    read = assert_plain(as_markdown(comparison))
    assert "@reviewer #123 GH-7 owner/name#5" in read.text
    assert not set(as_text(comparison)) & set("\u202e\u202c\u2066\u2069\u200b\x1b")


def many(*numbers: int) -> str:
    """A sheet of facts, one for each number."""
    facts = "".join(
        f"  there-{n}:\n    event: talks\n    who: ruritania\n    status: attending\n    count: {n}\n"
        f"    quote: Ruritania came {n} times\n    note: {'It came again. ' * 5}\n"
        for n in numbers
    )
    return f"participants:\n{facts}"


@pytest.mark.parametrize("number", [3, 60, 120, 700])
def test_size_is_kept_and_nothing_is_cut_in_silence(tmp_path: Path, number: int) -> None:
    """However much there is, the Markdown keeps the limit, and says how many of each kind it does not show."""
    article = "".join(f"Ruritania came {n} times.\n" for n in range(number))
    project(tmp_path / "old", "Nothing.\n", "")
    project(tmp_path / "new", article, many(*range(number)))
    made = as_markdown(compare(tmp_path, str(tmp_path / "old"), str(tmp_path / "new")))
    assert len(made.encode()) <= SIZE_LIMIT
    shown = len(re.findall(r"<li>added&#58; Talks, participants", made))
    kept_back = sum(int(n) for n in re.findall(r"Not shown for want of room: (\d+) participants", made))
    assert shown + kept_back == number
    assert bool(kept_back) == (number == 700)  # the others lose at most their quotes
    assert_plain(made)


def test_the_most_risky_is_shown_first(tmp_path: Path) -> None:
    """With little room, removed facts are shown and new ones are counted."""
    article = "".join(f"Ruritania came {n} times.\n" for n in range(40))
    old = project(tmp_path / "old", article, many(*range(20)))
    new = project(tmp_path / "new", article, many(*range(20, 40)))
    made = as_markdown(compare(tmp_path, str(old), str(new)), 15_000)
    assert len(made.encode()) <= 15_000
    assert made.count("<li>removed") == 20
    assert made.count("<li>added") < 20
    assert "Not shown for want of room" in made
