"""Templates make the pages: escaped, strict, and overridden by a site one file or one block at a time."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.corpus import load
from generator.errors import ProblemsFound
from generator.exports import assets
from generator.pages import Addresses, Page, Settings, broken_page, generate, neighbours, template_folder
from generator.pages.markup import Block, Heading, parts
from generator.pages.rendering import environment
from tests.project import ACTORS, write_small_project
from tests.site_checks import read_page

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
KINDS = {
    "index.md": "home",
    "events/index.md": "events",
    "events/zenda-talks.md": "event",
    "timeline.md": "timeline",
    "participation.md": "participation",
    "casualties.md": "casualties",
    "differences.md": "differences",
    "names.md": "names",
    "actors/index.md": "actors",
    "actors/rufus-firefly.md": "actor",
    "sources/index.md": "sources",
    "sources/courier.md": "source",
    "data/index.md": "data",
    "method.md": "method",
}
SETTINGS = Settings("Zenda papers", "On the talks", edit_template="https://example.org/edit/{path}")


def pages_of(root: Path, settings: Settings = SETTINGS) -> dict[str, Page]:
    """The pages of the project at `root`, by path."""
    own = root / "templates"
    settings = replace(settings, templates=own) if own.is_dir() else settings
    return {page.path: page for page in generate(load(root), settings)}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of the small project."""
    return pages_of(write_small_project(tmp_path_factory.mktemp("small")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a folder for templates of its own."""
    (tmp_path / "templates").mkdir()
    return write_small_project(tmp_path)


@pytest.mark.parametrize(("path", "kind"), KINDS.items(), ids=KINDS.values())
def test_each_kind_of_page(small: dict[str, Page], path: str, kind: str) -> None:
    """One page of each kind, as another generator gets it; UPDATE_GOLDEN=1 writes them anew for review."""
    golden = GOLDEN / f"{kind}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(small[path].whole(), encoding="utf-8", newline="")
    assert small[path].whole() == golden.read_text(encoding="utf-8")


def test_there_is_a_page_for_everything(small: dict[str, Page]) -> None:
    """Hubs, then one page for each event by time, each actor by name and each article by date."""
    assert list(small) == [
        *(path for path in KINDS if KINDS[path] not in ("event", "actor", "source", "data", "method")),
        "data/index.md",
        "method.md",
        "events/zenda-talks.md",
        "events/border-war.md",
        "actors/freedonia.md",
        "actors/iron-guard.md",
        "actors/northern-league.md",
        "actors/osterlich.md",
        "actors/rufus-firefly.md",
        "actors/ruritania.md",
        "actors/sylvania.md",
        "sources/courier.md",
        "sources/gazette.md",
    ]


def test_neighbours_are_those_of_the_same_folder(small: dict[str, Page]) -> None:
    """Each page outside the navigation has its hub, and the pages before and after it."""
    around = {path: rest for path, *rest in neighbours(small)}
    assert around["events/zenda-talks.md"] == ["events/index.md", None, "events/border-war.md"]
    assert around["actors/iron-guard.md"] == ["actors/index.md", "actors/freedonia.md", "actors/northern-league.md"]
    assert around["sources/gazette.md"] == ["sources/index.md", "sources/courier.md", None]
    assert "timeline.md" not in around


def test_pages_know_the_sheet_that_they_are_made_from(project: Path) -> None:
    """Actors may stand in a file of their own; a hub is made from many sheets."""
    first, rest = ACTORS.split("northern-league:\n")
    (project / "briefings" / "actors.yml").write_text("northern-league:\n" + rest, encoding="utf-8")
    (project / "briefings" / "actors").mkdir()
    (project / "briefings" / "actors" / "more.yml").write_text(first, encoding="utf-8")
    pages = pages_of(project)
    assert pages["actors/ruritania.md"].sheet == "actors/more.yml"
    assert pages["actors/osterlich.md"].sheet == "actors.yml"
    assert pages["events/border-war.md"].sheet == "events.yml"
    assert pages["sources/courier.md"].sheet == "articles/courier.yml"
    assert pages["timeline.md"].sheet is None


def test_every_fact_links_to_its_line_in_its_sheet(small: dict[str, Page]) -> None:
    """The edit link of a fact holds the line on which it starts."""
    html = read_page(small["sources/courier.md"].whole()).html
    assert "https://example.org/edit/articles/courier.yml#L20" in html.all("li", id="talks-start-13-may")[0].links


def test_without_an_edit_template_there_are_no_edit_links(project: Path) -> None:
    """A site that does not say where it is edited promises nothing."""
    assert not any("edit the sheet" in page.whole() for page in pages_of(project, Settings()).values())


@pytest.mark.parametrize(
    ("directories", "link"),
    [(True, "../../sources/gazette/#parties"), (False, "../sources/gazette.html#parties")],
)
def test_links_follow_the_style_of_addresses(project: Path, directories: bool, link: str) -> None:
    """Links within blocks are final, so they are made for the addresses that the site has."""
    page = pages_of(project, replace(SETTINGS, addresses=Addresses(directories)))["events/zenda-talks.md"]
    assert link in read_page(page.whole()).html.links


def test_text_of_sheets_and_articles_is_escaped(project: Path) -> None:
    """Jinja escapes all data; a template marks what is safe."""
    sheet = project / "briefings" / "actors.yml"
    sheet.write_text(ACTORS.replace("name: Freedonia", "name: '<b>&\"{{ 7*7 }}'"), encoding="utf-8")
    page = pages_of(project)["actors/freedonia.md"]
    assert "<h1>&lt;b&gt;&amp;&#34;{{ 7*7 }}</h1>" in page.whole()
    assert read_page(page.whole()).html.all("b") == []


def test_no_text_can_place_a_heading() -> None:
    """The mark of a heading is made of characters that no text brings along."""
    template = environment().from_string("<p>{{ text }}</p>{{ heading('Dates') }}")
    rendered = parts(template.render(text="a\x002\x00[x](javascript:alert)\x00b"))
    assert rendered == (
        Block('<div class="briefing">\n<p>a\ufffd2\ufffd[x](javascript:alert)\ufffdb</p>\n</div>'),
        Heading(2, "Dates"),
    )


def test_a_site_takes_the_place_of_a_template(project: Path) -> None:
    """A file of the same name is used instead of the built-in one, also where others include it."""
    (project / "templates" / "method.html").write_text("<p>Ours: {{ site_name }}</p>", encoding="utf-8")
    (project / "templates" / "card.html").write_text("<p>Card of {{ view.event.title }}</p>", encoding="utf-8")
    pages = pages_of(project)
    assert pages["method.md"].blocks == ('<div class="briefing">\n<p>Ours: Zenda papers</p>\n</div>',)
    assert "<p>Card of Zenda talks</p>" in pages["index.md"].whole()
    assert "<h1>Sources</h1>" in pages["sources/index.md"].whole()


def test_a_site_overrides_a_block(project: Path) -> None:
    """`built-in/` reaches the template that is overridden, and `super()` its block."""
    (project / "templates" / "event.html").write_text(
        '{% extends "built-in/event.html" %}{% block head %}<p>Ours</p>{{ super() }}{% endblock %}', encoding="utf-8"
    )
    whole = pages_of(project)["events/zenda-talks.md"].whole()
    assert "<p>Ours</p>" in whole
    assert "<h1>Zenda talks</h1>" in whole
    assert "## Participants" in whole


def test_a_site_has_a_style_sheet_of_its_own(project: Path) -> None:
    """The site's version of an asset is used where there is one."""
    settings = replace(SETTINGS, templates=project / "templates")
    built_in = (template_folder() / "assets" / "briefings.css").read_text(encoding="utf-8")
    assert assets(settings) == {"assets/briefings.css": built_in}
    (project / "templates" / "assets").mkdir()
    (project / "templates" / "assets" / "briefings.css").write_text("p { color: red }", encoding="utf-8")
    assert assets(settings) == {"assets/briefings.css": "p { color: red }"}


def test_the_built_in_templates_may_be_the_site_s_own(tmp_path: Path) -> None:
    """In this repository both are one folder."""
    settings = replace(SETTINGS, templates=template_folder())
    assert {page.path for page in generate(load(write_small_project(tmp_path)), settings)} >= set(KINDS)


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("<p>\n{{ nothing }}", "templates/method.html:2:1: method.md: the template fails: 'nothing' is undefined; "),
        ("<p>\n{% if %}", "templates/method.html:2:1: method.md: the template fails: Expected an expression"),
        ("{{ 1 / 0 }}", "templates/method.html:1:1: method.md: the template fails: division by zero; "),
        ("{{ views.nothing }}", "'generator.pages.views.Views object' has no attribute 'nothing'; mend the template"),
        ("\n{% include 'x.html' %}", "templates/method.html:2:1: method.md: the template fails: x.html; mend"),
        ("{{ heading(site_name ~ '<b>') }}", "'Zenda papers<b>' is no heading of plain words; text of a sheet goes"),
        (
            "\n\n{{ page.event() }}",
            "templates/method.html:3:1: method.md: the template fails: OpenPage.event() missing",
        ),
    ],
)
def test_a_template_that_fails_is_a_problem(project: Path, template: str, problem: str) -> None:
    """It is named with its line and the page, as a sheet would be."""
    (project / "templates" / "method.html").write_text(template, encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        pages_of(project)
    assert problem in str(caught.value)
    assert str(caught.value).endswith("; mend the template")


def test_templates_elsewhere_are_named_whole(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder of templates may lie outside the project."""
    elsewhere = tmp_path_factory.mktemp("looks")
    (elsewhere / "method.html").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(ProblemsFound, match=f"^{elsewhere.as_posix()}/method.html:1:1: method.md: "):
        list(generate(load(project), replace(SETTINGS, templates=elsewhere)))


def test_the_problem_page_needs_no_template_of_the_site(project: Path) -> None:
    """It shows each problem escaped, also where the site's own template is the problem."""
    (project / "templates" / "problems.html").write_text("{{ nothing }}", encoding="utf-8")
    (project / "templates" / "method.html").write_text("{{ '<b>' / 2 }}", encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        pages_of(project)
    page = broken_page(tuple(caught.value.problems), replace(SETTINGS, templates=project / "templates"))
    text = read_page(page.whole()).html.text
    assert "templates/method.html:1:1 method.md: the template fails: unsupported operand type(s) for /" in text
    assert "; mend the template" in text
