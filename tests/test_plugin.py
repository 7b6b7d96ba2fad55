"""A site as MkDocs builds it: every fact cited, every link sound, hand-written pages among the generated ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.building import BUILD, ENVIRONMENT, MKDOCS_YML, build_here, failed_build, files_below, run, write_mkdocs_yml
from tests.project import write_project, write_small_project
from tests.site_checks import Page, problems_of, read_site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with the least that a site needs to say."""
    return write_mkdocs_yml(write_small_project(tmp_path))


def built(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Page]:
    """The pages of the project's site, built strictly and found sound."""
    build_here(project, monkeypatch)
    assert problems_of(project) == []
    return read_site(project / "site")


def nav_of(page: Page) -> list[tuple[str, str]]:
    """The navigation on a page: titles and links."""
    nav = page.html.all("nav", class_="md-nav md-nav--primary")[0]
    return [
        (link.text, link.attributes["href"])
        for link in nav.all("a")
        if link.attributes.get("class", "").startswith("md-nav__link") and not link.attributes["href"].startswith("#")
    ]


def test_the_least_that_a_site_says_is_enough(project: Path) -> None:
    """`plugins: [search, briefings]` makes a whole site, in a process of its own, silently."""
    before = files_below(project)
    done = run(*BUILD, cwd=project)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert problems_of(project) == []
    after = files_below(project)
    assert {name: content for name, content in after.items() if not name.startswith("site/")} == before
    assert "site/events/zenda-talks/index.html" in after
    assert not any("/." in name for name in after)


def test_what_people_write_for_the_tool_is_not_published(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets and schemas stay out; articles were never in."""
    (project / "briefings" / "schema").mkdir()
    (project / "briefings" / "schema" / "sheet.json").write_text("{}", encoding="utf-8")
    site = files_below(build_here(project, monkeypatch))
    assert not any(name.endswith((".yml", ".txt")) or name.startswith("schema/") for name in site)
    published = b"".join(content for name, content in site.items() if name.endswith((".html", ".json")))
    assert b"Both sides of the border war are expected in Zenda next week" not in published


def test_nothing_is_asked_of_another_host(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither fonts nor scripts, though the site says nothing about them."""
    home = (build_here(project, monkeypatch) / "index.html").read_text(encoding="utf-8")
    assert "fonts.g" not in home
    assert "https://unpkg" not in home
    assert "content.footnote.tooltips" in home


def test_hubs_stand_in_the_navigation(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hubs by their titles, then what people wrote; other pages under their hub."""
    (project / "briefings" / "about.md").write_text("# About us\n", encoding="utf-8")
    pages = built(project, monkeypatch)
    assert [title for title, _ in nav_of(pages["about/index.html"])] == [
        "Home",
        "Briefings",
        "Timeline",
        "Participation",
        "Casualty estimates",
        "Where sources differ",
        "Names used",
        "Actors",
        "Sources",
        "Data",
        "Method",
        "About us",
    ]


def test_other_pages_have_their_hub_and_neighbours(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of one actor finds the list of actors, the one before and the one after."""
    write_mkdocs_yml(project, text=MKDOCS_YML.replace("material", "{name: material, features: [navigation.path]}"))
    page = built(project, monkeypatch)["actors/iron-guard/index.html"]
    (path,) = page.html.all("nav", class_="md-path")
    assert path.links == ["../..", "../"]
    around = {
        link.attributes["rel"]: link.attributes["href"] for link in page.html.all("link") if "rel" in link.attributes
    }
    assert (around["prev"], around["next"]) == ("../freedonia/", "../northern-league/")
    assert page.html.all("li", class_="md-nav__item md-nav__item--active")[0].text == "Actors"


def test_titles_of_pages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's name stands once on the home page, and after the title on every other."""
    pages = built(project, monkeypatch)
    assert pages["index.html"].html.all("title")[0].text == "Zenda papers"
    assert pages["events/zenda-talks/index.html"].html.all("title")[0].text == "Zenda talks - Zenda papers"
    assert all(len(page.html.all("h1")) == 1 for page in pages.values())


def test_the_search_index_holds_facts_and_no_notes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader finds who took part where, and not every quote on every page that cites it."""
    site = build_here(project, monkeypatch)
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    (participants,) = [doc for doc in docs if doc["location"] == "events/zenda-talks/#participants"]
    assert "Osterlich" in participants["text"]
    assert not any(doc["location"].endswith("#notes") for doc in docs)
    assert not any("footnote" in doc["text"] or "Back to the text" in doc["text"] for doc in docs)


def test_a_hand_written_page_may_link_to_any_anchor(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings, notes and facts alike; MkDocs is told of the anchors in the blocks."""
    (project / "briefings" / "about.md").write_text(
        "# About\n\n[a](events/zenda-talks.md#participants) [b](events/zenda-talks.md#fn:1)\n"
        "[c](sources/courier.md#died) [d](data/facts.json)\n",
        encoding="utf-8",
    )
    page = built(project, monkeypatch)["about/index.html"]
    assert {"../events/zenda-talks/#fn:1", "../sources/courier/#died"} <= set(page.article.links)


def test_a_hand_written_link_to_nowhere_fails(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a strict site that looks at anchors, the warning is a failure."""
    write_mkdocs_yml(project, "validation: {links: {anchors: warn}}\n")
    (project / "briefings" / "about.md").write_text("# A\n\n[x](sources/courier.md#dead)\n", encoding="utf-8")
    said = failed_build(project, monkeypatch, caplog)
    assert "'about.md' contains a link 'sources/courier.md#dead'" in said


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("method.md", "method/index.html"),
        ("index.md", "index.html"),
        ("README.md", "index.html"),
        ("events/zenda-talks.md", "events/zenda-talks/index.html"),
        ("actors/README.md", "actors/index.html"),
    ],
)
def test_a_hand_written_page_takes_the_place_of_a_generated_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, written: str, page: str
) -> None:
    """At the same address, under whichever of MkDocs' names; links and places in the navigation stay."""
    path = project / "briefings" / written
    path.parent.mkdir(exist_ok=True)
    headings = "".join(f"\n## {words}\n" for words in ("Where sources differ", "Participants"))
    path.write_text(f"# Ours\n{headings}", encoding="utf-8")
    build_here(project, monkeypatch)
    pages = read_site(project / "site")
    assert pages[page].html.all("h1")[0].text.startswith("Ours")
    assert [
        problem for problem in problems_of(project) if "no page" not in problem and "does not show" not in problem
    ] == []
    titles = [title for title, _ in nav_of(pages["timeline/index.html"])]
    assert titles.count("Ours") == (0 if written.startswith("events/") else 1)
    assert len(titles) == 11
    if written == "actors/README.md":
        assert pages["actors/iron-guard/index.html"].html.all("li", class_="md-nav__item md-nav__item--active")


def test_a_hand_written_file_takes_the_place_of_a_generated_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data files and the style sheet too."""
    (project / "briefings" / "assets").mkdir()
    (project / "briefings" / "assets" / "briefings.css").write_text("p {}", encoding="utf-8")
    site = build_here(project, monkeypatch)
    assert (site / "assets" / "briefings.css").read_text(encoding="utf-8") == "p {}"


def test_an_excluded_file_takes_the_place_of_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a site leaves out, it leaves to the generated page."""
    write_mkdocs_yml(project, "exclude_docs: |\n  method.md\n  /data/\ndraft_docs: names.md\nnot_in_nav: aside.md\n")
    (project / "briefings" / "data").mkdir()
    for name in ("method.md", "names.md", "aside.md", "data/facts.csv"):
        (project / "briefings" / name).write_text("# Mine\n", encoding="utf-8")
    pages = built(project, monkeypatch)
    for name in ("method", "names"):
        assert "Mine" not in pages[f"{name}/index.html"].html.text
    assert "Mine" in pages["aside/index.html"].html.text
    assert "Mine" not in [title for title, _ in nav_of(pages["index.html"])]
    assert (project / "site" / "data" / "facts.csv").read_text(encoding="utf-8").startswith("id,category,")


def test_a_site_has_its_own_navigation(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nav:` may name generated pages, and need not name them all."""
    nav = """
nav:
  - index.md
  - Talks: [events/zenda-talks.md, All: events/index.md]
  - actors/freedonia.md
  - about.md
"""
    validation = "validation: {nav: {omitted_files: warn, not_found: warn}}\n"
    write_mkdocs_yml(project, nav + validation)
    (project / "briefings" / "about.md").write_text("# About\n", encoding="utf-8")
    pages = built(project, monkeypatch)
    titles = [title for title, _ in nav_of(pages["about/index.html"])]
    assert titles == ["Home", "Zenda talks", "All", "Freedonia", "About"]
    rel = {
        link.attributes.get("rel"): link.attributes["href"]
        for link in pages["actors/freedonia/index.html"].html.all("link")
    }
    assert (rel["prev"], rel["next"]) == ("../../events/", "../../about/")


def test_addresses_without_folders(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`use_directory_urls: false` makes a site that works from a disk."""
    write_mkdocs_yml(project, "use_directory_urls: false\n")
    pages = built(project, monkeypatch)
    assert {"index.html", "events/index.html", "events/zenda-talks.html"} <= pages.keys()


def test_a_site_with_an_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Canonical addresses, a sitemap, and a 404 page that works at any depth."""
    write_mkdocs_yml(project, "site_url: https://example.org/papers/\n")
    site = build_here(project, monkeypatch)
    pages = read_site(site)
    (canonical,) = pages["actors/freedonia/index.html"].html.all("link", rel="canonical")
    assert canonical.attributes["href"] == "https://example.org/papers/actors/freedonia/"
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/papers/sources/courier/</loc>" in sitemap
    missing = pages.pop("404.html").html
    sheets = [link.attributes["href"] for link in missing.all("link", rel="stylesheet")]
    assert sheets
    assert all(address.startswith("/papers/assets/") for address in sheets)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_another_theme(project: Path, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    """The pages are plain enough for MkDocs' own themes."""
    write_mkdocs_yml(project, text=MKDOCS_YML.replace("theme: material", f"theme: {theme}"))
    site = build_here(project, monkeypatch)
    page = read_site(site)["events/zenda-talks/index.html"]
    assert page.html.all("title")[0].text == "Zenda talks - Zenda papers"
    assert page.html.all("*", data_fact="courier/mediator")


def test_pages_lead_to_the_sheet_that_they_are_made_from(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under either way of saying where a site is edited; a hub is made from many sheets and leads to none."""
    theme = MKDOCS_YML.replace("material", "{name: material, features: [content.action.edit]}")
    for said, start in (
        ("edit_uri_template: https://example.org/edit?file={path!q}\n", "https://example.org/edit?file="),
        ("repo_url: https://example.org/papers\nedit_uri: edit/main\n", "https://example.org/papers/edit/main/"),
    ):
        write_mkdocs_yml(project, said, text=theme)
        build_here(project, monkeypatch)
        pages = read_site(project / "site")
        sheet = "articles%2Fcourier.yml" if "?" in start else "articles/courier.yml"
        page = pages["sources/courier/index.html"].html
        assert [link.attributes["href"] for link in page.all("a", rel="edit")] == [start + sheet]
        assert f"{start}{sheet}#L13" in page.links
        assert pages["timeline/index.html"].html.all("a", rel="edit") == []


def test_odd_names_of_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article's id is the name of its sheet's file, whatever a file system allows."""
    name = "a b#c?d%20e&f'g\"h<i>é+;="
    project = write_project(
        tmp_path,
        articles={name: "Sylvania mediates.\n"},
        sheets={
            name: "mediators:\n  sylvania: {event: talks, who: sylvania, role: mediator, quote: Sylvania mediates}\n"
            f"article: {{file: {json.dumps(f'seeds/{name}.txt')}, sha256: SHA256}}\n"
        },
        actors="sylvania: {name: Sylvania, kind: state}\n",
        events="talks: {title: Talks, kind: talks}\n",
    )
    for directories in ("true", "false"):
        write_mkdocs_yml(project, f"use_directory_urls: {directories}\n")
        built(project, monkeypatch)


def test_a_site_without_folders_for_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder makes an empty site."""
    (tmp_path / "briefings").mkdir()
    build_here(write_mkdocs_yml(tmp_path), monkeypatch)
    assert "index.html" in read_site(tmp_path / "site")


def test_the_configuration_may_be_named(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`mkdocs build -f` from another folder, by a relative path."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(project, elsewhere / "p")
    done = run(*BUILD, "-f", "p/mkdocs.yml", "-d", "../out", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert problems_of(elsewhere / "p", elsewhere / "out") == []
    assert not (elsewhere / "p" / "site").exists()


def test_sheets_outside_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Places in them could not be named, so the build says where they belong."""
    elsewhere = project.parent / f"{project.name}-elsewhere"
    shutil.copytree(project / "briefings", elsewhere)
    write_mkdocs_yml(project, text=MKDOCS_YML.replace("docs_dir: briefings", f"docs_dir: ../{elsewhere.name}"))
    said = failed_build(project, monkeypatch, caplog)
    assert f"docs_dir {elsewhere} lies outside {project}; keep it beside mkdocs.yml" in said


def test_a_library_call_builds_in_place(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that call MkDocs' build send no startup event, and get their site in the end all the same."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    mkdocs_build(load_config(str(project / "mkdocs.yml"), strict=True))
    assert problems_of(project) == []


def test_deploying_builds_in_place(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`gh-deploy` hands on the folder as soon as it is built."""
    build_here(project, monkeypatch, command="gh-deploy")
    assert problems_of(project) == []


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ('<a href="../nowhere/">x</a>', "method.md: the link '../nowhere/' leads to no page or file"),
        ('<p id="x"></p><p id="x"></p>', "method.md: the id 'x' stands twice"),
        ('{{ heading("Dates") }}<p id="dates"></p>', "method.md: the id 'dates' stands twice"),
    ],
)
def test_links_in_blocks_are_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, template: str, fault: str
) -> None:
    """MkDocs cannot see into HTML, so the project looks at every link and anchor itself."""
    (project / "templates").mkdir()
    (project / "templates" / "method.html").write_text(template, encoding="utf-8")
    assert fault in failed_build(project, monkeypatch, caplog)


def test_templates_may_stand_in_a_folder_of_another_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one option of the plugin."""
    (project / "looks").mkdir()
    (project / "looks" / "method.html").write_text("<h1>Our method</h1>", encoding="utf-8")
    text = MKDOCS_YML.replace("[search, briefings]", "[search, {briefings: {templates: looks}}]")
    write_mkdocs_yml(project, text=text)
    pages = built(project, monkeypatch)
    assert pages["method/index.html"].html.all("h1")[0].text == "Our method"


def test_the_site_stays_what_it_says_about_itself(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a site sets itself is kept, beside what the pages rely on."""
    theme = "{name: material, features: [content.footnote.tooltips, navigation.top]}"
    text = MKDOCS_YML.replace("material", theme) + "extra_css: [assets/briefings.css, own.css]\n"
    write_mkdocs_yml(project, text=text)
    (project / "briefings" / "own.css").write_text("p {}", encoding="utf-8")
    page = built(project, monkeypatch)["index.html"].html
    sheets = [link.attributes["href"] for link in page.all("link", rel="stylesheet")]
    assert sheets[-2:] == ["assets/briefings.css", "own.css"]


def test_blocks_that_get_lost_are_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A hook that runs earlier may change a page, and no fact disappears in silence."""
    hook = "def on_page_markdown(markdown, **more):\n    return markdown.replace('div', 'p')\n"
    (project / "hook.py").write_text(hook, encoding="utf-8")
    write_mkdocs_yml(project, "hooks: [hook.py]\n")
    said = failed_build(project, monkeypatch, caplog)
    assert ": a Markdown extension or another plugin has changed the page's blocks" in said
