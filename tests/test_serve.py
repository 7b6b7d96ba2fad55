"""A preview shows what is wrong on its pages, goes on, and follows every change."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.pages import template_folder
from tests.building import ENVIRONMENT, MKDOCS_YML, files_below, write_mkdocs_yml
from tests.project import write_small_project
from tests.site_checks import Page, read_page, read_site

STRICT = "strict: true\nvalidation: {nav: {not_found: warn}, links: {anchors: warn, not_found: warn}}\n"
BROKEN = "This site does not hold yet"
PROBLEM = "'fredonia' is no actor in actors.yml; did you mean 'freedonia'? Otherwise add it"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, strict, with a hand-written page that leads to generated ones and a navigation of its own."""
    write_mkdocs_yml(write_small_project(tmp_path), f"{STRICT}nav: [index.md, about.md, events/zenda-talks.md]\n")
    about = "# About\n\n[talks](events/zenda-talks.md) [died](sources/courier.md#died)\n"
    (tmp_path / "briefings" / "about.md").write_text(about, encoding="utf-8")
    return tmp_path


def misspell(project: Path) -> None:
    """Break the sheet of the courier."""
    sheet = project / "briefings" / "articles" / "courier.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("who: freedonia", "who: fredonia"), encoding="utf-8")


def mend(project: Path) -> None:
    """Mend it, and change a fact that shows."""
    sheet = project / "briefings" / "articles" / "courier.yml"
    text = sheet.read_text(encoding="utf-8").replace("who: fredonia", "who: freedonia")
    sheet.write_text(text.replace("    role: mediator\n", "    role: mediator\n    note: Mended\n"), encoding="utf-8")


class Preview:
    """`mkdocs serve` without its server: one plugin, built anew again and again."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site = project, site
        self.config = self.load()
        self.config.plugins.on_startup(command="serve", dirty=False)

    def load(self) -> MkDocsConfig:
        """The configuration, read anew as MkDocs does before each build."""
        return load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site))

    def build(self) -> dict[str, Page]:
        """Build as a preview, and read the pages."""
        mkdocs_build(self.load(), serve_url="http://127.0.0.1:8000/")
        return read_site(self.site)


@pytest.fixture
def preview(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Preview]:
    """A preview of the project, in a folder of its own."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    preview = Preview(project, tmp_path_factory.mktemp("preview"))
    yield preview
    preview.config.plugins.on_shutdown()


def test_a_preview_that_starts_with_a_broken_sheet(preview: Preview) -> None:
    """The problems stand on the home page, which looks like the site; no link to what is to come ends it."""
    misspell(preview.project)
    pages = preview.build()
    assert pages.keys() == {"index.html", "404.html"}
    home = pages["index.html"]
    assert [heading.text for heading in home.html.all("h1")] == [BROKEN]
    assert f"briefings/articles/courier.yml:15:10 mediators.mediator.who: {PROBLEM}" in home.article.text
    assert (preview.site / "assets" / "briefings.css").is_file()
    mend(preview.project)
    pages = preview.build()
    assert "about/index.html" in pages
    assert not any(BROKEN in page.html.text for page in pages.values())


def test_a_preview_whose_sheet_breaks(preview: Preview) -> None:
    """Every generated page keeps what it showed, under the problems, until the sheet holds again."""
    good = preview.build()
    misspell(preview.project)
    broken = preview.build()
    assert broken.keys() == good.keys()
    for name in broken.keys() - {"about/index.html", "404.html"}:
        assert PROBLEM in broken[name].article.text
        assert good[name].article.text.split(" ", 1)[1] in broken[name].article.text
    mend(preview.project)
    mended = preview.build()
    assert not any(PROBLEM in page.html.text for page in mended.values())
    assert "Mended" in mended["events/zenda-talks/index.html"].article.text


def test_a_template_that_breaks(preview: Preview) -> None:
    """A problem like any other."""
    preview.build()
    (preview.project / "templates").mkdir()
    template = preview.project / "templates" / "method.html"
    template.write_text("{{ nothing }}", encoding="utf-8")
    said = "templates/method.html:1:1 method.md: the template fails: 'nothing' is undefined; mend the template"
    assert said in preview.build()["timeline/index.html"].article.text
    template.write_text("<p>Ours</p>", encoding="utf-8")
    assert preview.build()["method/index.html"].article.text.endswith("Ours")


def test_a_broken_link_of_a_template_is_told(preview: Preview, caplog: pytest.LogCaptureFixture) -> None:
    """It ends a build, and a preview goes on."""
    (preview.project / "templates").mkdir()
    (preview.project / "templates" / "method.html").write_text('<a href="../no/">x</a>', encoding="utf-8")
    caplog.set_level("INFO")
    preview.build()
    assert "briefings: method.md: the link '../no/' leads to no page or file" in caplog.messages


class Watched:
    """Stands for MkDocs' server, and remembers what it is told to watch."""

    def __init__(self) -> None:
        self.folders: list[str] = []

    def watch(self, folder: str) -> None:
        """Remember a folder."""
        self.folders.append(folder)


def test_articles_and_templates_are_watched(preview: Preview) -> None:
    """MkDocs watches the sheets; the plugin adds the articles, the site's templates and the built-in ones."""
    preview.build()
    server = Watched()
    preview.config.plugins.on_serve(server, config=preview.config, builder=preview.build)  # type: ignore[arg-type]
    assert server.folders == [str(preview.project / "seeds"), str(template_folder())]
    (preview.project / "templates").mkdir()
    server = Watched()
    preview.config.plugins.on_serve(server, config=preview.config, builder=preview.build)  # type: ignore[arg-type]
    assert server.folders[1] == str(preview.project / "templates")


def test_a_clean_preview_starts_as_a_build(preview: Preview) -> None:
    """`mkdocs serve --clean` says `build`; its site must be in place as soon as it is served."""
    preview.config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(preview.load())
    preview.config.plugins.on_serve(Watched(), config=preview.config, builder=preview.build)  # type: ignore[arg-type]
    assert "events/zenda-talks/index.html" in files_below(preview.site)
    misspell(preview.project)
    mkdocs_build(preview.load())
    assert PROBLEM in read_site(preview.site)["events/zenda-talks/index.html"].article.text


@contextmanager
def serving(project: Path, *options: str) -> Iterator[str]:
    """`mkdocs serve` in a process of its own; gives the address, and ends the process at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address, *options]
    with subprocess.Popen(command, cwd=project, env={**os.environ, **ENVIRONMENT}) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()


def shows(address: str, text: str) -> bool:
    """Whether a page shows a text before long."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - an address on the loopback
                if text in read_page(answer.read().decode()).html.text:
                    return True
        except urllib.error.URLError:
            pass
        time.sleep(0.1)
    return False


def test_a_reader_of_a_preview_sees_each_change(project: Path) -> None:
    """A sheet breaks and is mended, an article changes, a template changes: the page follows."""
    (project / "templates").mkdir()
    write_mkdocs_yml(project, STRICT, text=MKDOCS_YML)
    with serving(project) as address:
        talks = f"{address}events/zenda-talks/"
        assert shows(talks, "Zenda talks")
        misspell(project)
        assert shows(talks, PROBLEM)
        mend(project)
        assert shows(talks, "Mended")
        article = project / "seeds" / "courier.txt"
        before = article.read_bytes()
        article.write_bytes(before + b" ")
        assert shows(talks, "is not the file that this sheet was made from")
        article.write_bytes(before)
        assert shows(talks, "Mended")
        (project / "templates" / "method.html").write_text("<p>Our own method</p>", encoding="utf-8")
        assert shows(f"{address}method/", "Our own method")


def test_a_preview_that_starts_broken_is_served(project: Path) -> None:
    """The server starts, shows the problem, and shows the site once it is mended."""
    misspell(project)
    with serving(project) as address:
        assert shows(address, PROBLEM)
        mend(project)
        assert shows(f"{address}events/zenda-talks/", "Mended")


def test_a_clean_preview_is_served(project: Path) -> None:
    """What MkDocs calls a build is a preview all the same."""
    with serving(project, "--clean") as address:
        assert shows(f"{address}events/zenda-talks/", "Zenda talks")
