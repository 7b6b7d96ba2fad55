"""What is wrong stops the check and the build, with its place and its remedy; the last good site stands."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from os import environ
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from mkdocs.exceptions import Abort

from tests.building import ENVIRONMENT, MKDOCS_YML, briefings, build_here, failed_build, files_below, write_mkdocs_yml
from tests.project import write_small_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project with its site, and a file that a host needs beside the pages."""
    write_mkdocs_yml(write_small_project(tmp_path))
    (build_here(tmp_path, monkeypatch) / ".nojekyll").write_bytes(b"")
    return tmp_path


@dataclass(frozen=True)
class Slip:
    """A change of one place in one file, and the problem that it is."""

    path: str
    old: str
    new: str
    problem: str


SLIPS = {
    "a word of a quote": Slip(
        "briefings/articles/gazette.yml",
        "has refused to attend",
        "has refused to leave",
        "briefings/articles/gazette.yml:23:12: participants.osterlich-refuses.quote: the quote alters "
        "seeds/gazette.txt:6:1: it has 'leave' where the article has 'attend'; quote the article as it stands",
    ),
    "a digit of a value": Slip(
        "briefings/articles/gazette.yml",
        "low: 1200",
        "low: 1300",
        "briefings/articles/gazette.yml:44:10: casualty_estimates.killed-since-march.low: the quote gives "
        "'At least 1,200' for this, not 1,300 or more; record the number with the bound or hedge that the words give "
        "it, or give the reason in `because`",
    ),
    "a digit of a date": Slip(
        "briefings/articles/gazette.yml",
        "2031-05-12",
        "2031-05-11",
        "briefings/articles/gazette.yml:36:11: dates.talks-12-may.when: the quote dates it by 'May 12' (2031-05-12), "
        "not 2031-05-11; record the date at the precision of those words, or give the reason in `because`",
    ),
    "a byte of an article": Slip(
        "seeds/gazette.txt",
        "Strelsau Gazette, May 8, 2031\n",
        "Strelsau Gazette, May 8, 2031 \n",
        "briefings/articles/gazette.yml:3:3: article.sha256: seeds/gazette.txt is not the file that this sheet was "
        "made from: its SHA-256 is ",
    ),
    "a key that is repeated": Slip(
        "briefings/articles/courier.yml",
        "    role: mediator\n",
        "    role: mediator\n    role: mediator\n",
        "briefings/articles/courier.yml:17:5: mediators.mediator.role: ",
    ),
    "a fact that is repeated": Slip(
        "briefings/articles/courier.yml",
        "  died:\n",
        "  died: {}\n  died:\n",
        "briefings/articles/courier.yml:30:3: casualty_estimates.died: ",
    ),
    "an actor that is misspelt": Slip(
        "briefings/articles/courier.yml",
        "who: freedonia\n",
        "who: fredonia\n",
        "briefings/articles/courier.yml:15:10: mediators.mediator.who: 'fredonia' is no actor in actors.yml; "
        "did you mean 'freedonia'? Otherwise add it",
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_stops_check_and_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, slip: Slip
) -> None:
    """Both name the file, the line, the column and the remedy; nothing of the last good site changes."""
    site = files_below(project / "site")
    path = project / slip.path
    text = path.read_bytes().decode()
    assert text.count(slip.old) == 1
    path.write_bytes(text.replace(slip.old, slip.new).encode())
    checked = briefings("check", "--project", project)
    assert checked.exit_code == 1
    problems = checked.stdout.splitlines()
    assert [line for line in problems if line.startswith(slip.problem)]
    assert all("; " in line for line in problems)
    said = failed_build(project, monkeypatch, caplog)
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    assert f"{count}; the site was not built:\n{checked.stdout}" in f"{said}\n"
    assert files_below(project / "site") == site


def link_nowhere(project: Path) -> None:
    """A hand-written page with a broken link: a warning, once all pages are rendered."""
    (project / "briefings" / "about.md").write_text("# About\n\n[x](nowhere.md)\n", encoding="utf-8")


def raise_in(event: str) -> Callable[[Path], None]:
    """A hook that fails at an event."""

    def change(project: Path) -> None:
        text = f"def on_{event}(*arguments, **more):\n    raise RuntimeError('the hook fails')\n"
        (project / "hook.py").write_text(text, encoding="utf-8")
        write_mkdocs_yml(project, "hooks: [hook.py]\n")

    return change


def break_a_template(project: Path) -> None:
    """A theme's template that fails while pages are being written."""
    (project / "theme").mkdir()
    (project / "theme" / "404.html").write_text("{{ nothing.at.all }}", encoding="utf-8")
    write_mkdocs_yml(project, text=MKDOCS_YML.replace("material", "{name: material, custom_dir: theme}"))


LATE = {
    "a broken link": link_nowhere,
    "a hook before the pages": raise_in("nav"),
    "a hook among the pages": raise_in("post_page"),
    "a hook after the pages": raise_in("post_build"),
    "a template of the theme": break_a_template,
}


@pytest.mark.parametrize("change", LATE.values(), ids=LATE)
def test_a_late_failure_leaves_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    """Whatever fails, and when: a warning in a strict build, another plugin, a template."""
    site = files_below(project / "site")
    article = project / "briefings" / "events.yml"
    article.write_text(
        article.read_text(encoding="utf-8").replace("title: Zenda", "title: The Zenda"), encoding="utf-8"
    )
    change(project)
    with pytest.raises((Abort, RuntimeError, UndefinedError)):
        build_here(project, monkeypatch)
    assert files_below(project / "site") == site


def test_after_a_failure_the_next_good_build_counts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new site holds what is new, and keeps what a host needs beside the pages."""
    link_nowhere(project)
    with pytest.raises(Abort):
        build_here(project, monkeypatch)
    (project / "briefings" / "about.md").write_text("# About\n", encoding="utf-8")
    site = files_below(build_here(project, monkeypatch))
    assert "about/index.html" in site
    assert ".nojekyll" in site
    (project / "briefings" / "about.md").unlink()
    assert "about/index.html" not in files_below(build_here(project, monkeypatch))


def test_a_failed_first_build_makes_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a site is none."""
    write_mkdocs_yml(write_small_project(tmp_path))
    link_nowhere(tmp_path)
    with pytest.raises(Abort):
        build_here(tmp_path, monkeypatch)
    assert not (tmp_path / "site").exists()


def test_warnings_stop_only_a_strict_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What MkDocs lets pass, passes."""
    link_nowhere(project)
    build_here(project, monkeypatch, strict=False)
    assert (project / "site" / "about" / "index.html").is_file()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_build_leaves_the_site(project: Path, how: signal.Signals) -> None:
    """Ctrl-C, a stopped job, a machine that goes down while the pages are being written."""
    site = files_below(project / "site")
    hook = "import pathlib, time\n\ndef on_post_page(output, page, config):\n    pathlib.Path('reached').touch()\n"
    # A job in the background inherits that Ctrl-C is ignored; this one is in the foreground wherever the tests run.
    heard = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    (project / "hook.py").write_text(f"{heard}{hook}    time.sleep(0.5)\n", encoding="utf-8")
    write_mkdocs_yml(project, "hooks: [hook.py]\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    with subprocess.Popen(
        command, cwd=project, env={**environ, **ENVIRONMENT}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as build:
        for _ in range(300):
            if (project / "reached").exists():
                break
            time.sleep(0.1)
        assert (project / "reached").exists()
        assert build.poll() is None
        build.send_signal(how)
        build.communicate(timeout=30)
        assert build.returncode != 0
    left = {
        name: content for name, content in files_below(project / "site").items() if not name.startswith(".building/")
    }
    assert left == site


def test_the_build_goes_on_after_one_that_was_killed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it left behind is cleared away."""
    (project / "site" / ".building").mkdir()
    (project / "site" / ".building" / "half.html").write_text("<p>", encoding="utf-8")
    site = files_below(build_here(project, monkeypatch))
    assert not any("half" in name for name in site)
    assert ".nojekyll" in site
