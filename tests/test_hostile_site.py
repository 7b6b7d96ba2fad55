"""Text of sheets and articles is data: on a built site it shows as written, and is never more than text.

Two sites are built that differ in nothing but their texts: one of harmless words, one of everything that markup,
scripts, templates and Markdown are made of. Their pages must have the same elements with the same attributes.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import markdown  # type: ignore[import-untyped]  # it comes with MkDocs, and has no types
import pytest

from tests.building import MKDOCS_YML, briefings, build_here, write_mkdocs_yml
from tests.project import write_project
from tests.site_checks import Element, Page, problems_of, read_page, read_site

NASTY = (
    '<script>alert(1)</script> </title><script>x</script> <b>&"{{ 7*7 }} {% raw %} {# #} \'"onmouseover=x a=" '
    "javascript:alert(1) [link](javascript:alert(2)) ![i](x) <http://x.test> `code` **bold** _em_ --- *** === "
    "&lt;b&gt; &#60;i&#62; &nbsp; <!-- --> ]]> <?php ?> \u202eevil\u202c \u2066x\u2069 \u200b \\ \\0 # > | ~ ^ :: !!! "
    "[^1] [TOC] $x$ ++k++ ==m== " + "w" * 300
)
FILE = "it's \"><img src=x onerror=alert(3)> & %2e %00 #?"
TAME, TAME_FILE = "Plain words", "plain"


@dataclass(frozen=True)
class Texts:
    """The texts of a site: one for every field, one for the name of a file, one for what no sheet may hold."""

    words: str
    file: str
    unseen: str


HOSTILE = Texts(NASTY, FILE, "\x00\x002\x00[x](javascript:alert)\x00 \x01 \x0b \x1b[31m \x7f \x9b \u2028 \ufeff")
HARMLESS = Texts(TAME, TAME_FILE, "nothing")


def write_site(root: Path, texts: Texts) -> Path:
    """A project that puts the texts into every field that takes text."""
    words = texts.words
    one, two, place = (f"{word} {words}" for word in ("One", "Two", "Place"))
    article = f"""Title {words}

Press {words} and agency {words} sent this.
{one} met there for {two} in {place} on 12 May 2031, {texts.unseen} and that is all.
It ends one day, said {two}.
At least 1,200 people were killed, said {two}.
The {two} is excluded.
"""
    sheet = f"""
article:
  file: {quoted("seeds/", texts.file, ".txt")}
  sha256: SHA256
  title: {quoted("Title ", words)}
  publisher: {quoted("Press ", words)}
  agency: {quoted("agency ", words)}
  published: 2031-05-08?
  published_basis: {quoted(words)}
  url: {quoted("javascript:alert(4)//", words)}
participants:
  here: {{event: talks, who: one, status: attending, for: two, role: {quoted(words)}, because: {quoted(words)},
    note: {quoted(words)}, quote: {quoted(one, " met there for ", two)}}}
  others: {{event: talks, who: null, status: attending, role: {quoted(words)}, quote: and that is all}}
mediators:
  host: {{event: talks, who: two, role: host, quote: {quoted(two, " in ", place)}}}
  convener: {{event: talks, who: one, role: convener, quote: [{quoted(one, " met")}, 12 May 2031]}}
dates:
  held: {{event: talks, what: held, when: 2031-05-12, standing: planned, quote: on 12 May 2031}}
  open: {{event: talks, what: end, when: null, said_by: two, quote: {quoted("It ends one day, said ", two)}}}
casualty_estimates:
  killed: {{event: war, measure: killed, low: 1200, said_by: two,
    quote: {quoted("At least 1,200 people were killed, said ", two)}}}
excluded_groups:
  out: {{event: talks, from: [talks, war], who: two, quote: {quoted("The ", two, " is excluded")}}}
"""
    actors = f"""
one: {{name: {quoted(one)}, kind: person, role: {quoted(words)}, note: {quoted(words)}, represents: two}}
two: {{name: {quoted(two)}, kind: armed-group, also: [{quoted(words)}], loaded: [{quoted(place)}]}}
"""
    events = f"""
talks: {{title: {quoted("Talks ", words)}, kind: talks, place: {quoted(place)}, note: {quoted(words)}, part_of: war}}
war: {{title: {quoted("War ", words)}, kind: war, also: [{quoted(words)}]}}
"""
    allowed = f"allowed: {{place: {{words: [{quoted(place)}], reason: {quoted(words)}}}}}\n"
    return write_project(
        root,
        articles={texts.file: article},
        sheets={texts.file: sheet},
        actors=actors,
        events=events,
        files={"briefings/loaded-words.yml": allowed},
    )


def quoted(*texts: str) -> str:
    """Texts together as one value in a sheet, with everything in it escaped that YAML might read."""
    return json.dumps("".join(texts))


THEMES = {
    "material": "{name: material, features: [navigation.footer, navigation.path, navigation.indexes, toc.integrate]}",
    "mkdocs": "mkdocs",
    "readthedocs": "readthedocs",
}


def built(root: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch, theme: str = "material") -> Path:
    """A site of these texts, built."""
    write_mkdocs_yml(write_site(root, texts), text=MKDOCS_YML.replace("material", THEMES[theme]))
    return build_here(root, monkeypatch)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """The hostile and the harmless site, in the theme that sites are made for."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        roots = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("harmless")
        yield built(roots[0], HOSTILE, monkeypatch), built(roots[1], HARMLESS, monkeypatch)


@pytest.fixture(scope="module")
def pages(sites: tuple[Path, Path]) -> dict[str, Page]:
    """The pages of the hostile site."""
    return read_site(sites[0])


def shape(element: Element) -> list[str]:
    """The elements of a page in order, each with the names of its attributes."""
    return [" ".join([one.tag, *sorted(one.attributes)]) for one in element]


def shapes(site: Path, texts: Texts) -> dict[str, list[str]]:
    """The shape of every page of a site, by its path without what is a file's name."""
    return {name.replace(texts.file, "FILE"): shape(page.html) for name, page in read_site(site).items()}


def shown(text: str) -> str:
    """A text as a page shows it: white space as one space."""
    return " ".join(text.split())


def test_the_hostile_site_keeps_its_promise(sites: tuple[Path, Path]) -> None:
    """Every fact is cited and every link leads somewhere; every element is closed by its own end."""
    assert problems_of(sites[0].parent) == []


def test_texts_add_no_element_and_no_attribute(sites: tuple[Path, Path]) -> None:
    """Page by page, both sites are made of the same elements with the same attributes."""
    assert shapes(sites[0], HOSTILE) == shapes(sites[1], HARMLESS)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_are_as_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    """No theme of MkDocs escapes titles, and each puts them into other places."""
    hostile = built(tmp_path / "a", HOSTILE, monkeypatch, theme)
    harmless = built(tmp_path / "b", HARMLESS, monkeypatch, theme)
    assert shapes(hostile, HOSTILE) == shapes(harmless, HARMLESS)


def test_no_link_runs_anything(pages: dict[str, Page]) -> None:
    """Links stay within the site; no address comes from data."""
    for page in pages.values():
        for element in page.html:
            for name in ("href", "src", "action", "formaction", "data"):
                assert urlsplit(element.attributes.get(name, "")).scheme in ("", "https"), (page.address, element)


def test_no_control_character_reaches_a_page(sites: tuple[Path, Path]) -> None:
    """They show as U+FFFD, in pages and in the search index."""
    for path in [*sites[0].rglob("*.html"), *sites[0].rglob("*.xml")]:
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", path.read_text(encoding="utf-8")), path
    index = json.loads((sites[0] / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert not any(re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", doc["title"] + doc["text"]) for doc in index["docs"])


def test_titles_show_as_written(pages: dict[str, Page]) -> None:
    """In the title of the window, in the heading, above it and below it, in the description."""
    one, two, talks = (shown(f"{word} {NASTY}") for word in ("One", "Two", "Talks"))
    page = pages["actors/one/index.html"].html
    assert page.all("title")[0].text == f"{one} - Zenda papers"
    assert [heading.text for heading in page.all("h1")] == [one]
    assert one in page.all("div", class_="md-header__title")[0].text
    description = page.all("meta", name="description")[0].attributes["content"]
    assert description == f"{one}: events, roles, names used and statements, with sources"
    footer = page.all("footer")[0]
    assert footer.all("a")[0].attributes["aria-label"] == f"Next: {two}"
    assert footer.all("a")[0].text == f"Next {two}"
    event = pages["events/talks/index.html"].html
    assert [heading.text for heading in event.all("h1")] == [talks]
    (path,) = event.all("nav", class_="md-path")
    assert path.text == "Home Briefings"
    (source,) = (page for name, page in pages.items() if FILE in name)
    assert source.html.all("h1")[0].text == shown(f"Title {NASTY}")


def test_fields_show_as_written(pages: dict[str, Page]) -> None:
    """Notes, roles, reasons, places, names, publishers, addresses and quotes, wherever they stand."""
    nasty = shown(NASTY)
    event = pages["events/talks/index.html"].article.text
    assert f"Why it follows: {nasty}" in event
    assert f"for Two {nasty}" in event
    assert f"One {nasty} met" in [one.text for one in pages["events/talks/index.html"].article.all("q")]
    assert f"Where Place {nasty}" in event
    (source,) = (page.article.text for name, page in pages.items() if FILE in name)
    for words in (f"Title Title {nasty}", f"Publisher Press {nasty}", f"Agency agency {nasty}"):
        assert words in source
    assert f"Found at javascript:alert(4)//{nasty}" in source
    assert f"seeds/{shown(FILE)}.txt" in source
    assert "\ufffd\ufffd2\ufffd[x](javascript:alert)\ufffd \ufffd" in source
    assert f"Place {nasty}" in [one.text for one in pages["names/index.html"].article.all("q")]


def test_the_search_index_is_html_with_text_escaped(sites: tuple[Path, Path]) -> None:
    """The theme shows titles and texts of results as HTML, so both must be HTML that shows the text."""
    results = []
    for site, texts in zip(sites, (HOSTILE, HARMLESS), strict=True):
        docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
        location = quote(texts.file)
        results.append(
            {
                doc["location"].replace(location, "FILE"): (
                    shape(read_page(doc["title"]).html),
                    shape(read_page(doc["text"]).html),
                )
                for doc in docs
            }
        )
        titles = {html.unescape(doc["title"]) for doc in docs}
        assert {f"{word} {shown(texts.words)}" for word in ("One", "Two", "Talks", "War")} <= titles
    assert results[0] == results[1]


def test_exported_pages_are_as_safe(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Another generator passes the blocks through Markdown, which must leave them as they are."""
    shapes_of = []
    for number, (site, texts) in enumerate(zip(sites, (HOSTILE, HARMLESS), strict=True)):
        out = tmp_path / str(number)
        assert briefings("export", "--project", site.parent, out).exit_code == 0
        shapes_of.append(
            {
                path.relative_to(out).as_posix().replace(texts.file, "FILE"): shape(read_page(rendered(path)).html)
                for path in out.rglob("*.md")
            }
        )
    assert shapes_of[0] == shapes_of[1]


def rendered(path: Path) -> str:
    """A page as Python-Markdown renders it with the extensions that sites use."""
    _, _, text = path.read_text(encoding="utf-8").split("---\n", 2)
    extensions = "abbr admonition attr_list def_list fenced_code footnotes md_in_html tables toc smarty".split()
    return str(markdown.markdown(text, extensions=extensions))
