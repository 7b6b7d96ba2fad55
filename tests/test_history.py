"""Since when a fact stands in its present form is read from the commits of a checkout, and from nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import history
from generator.corpus import load
from generator.history import history_of
from tests.building import BRIEFINGS, BUILD, files_below, run, write_mkdocs_yml
from tests.project import COURIER_SHEET, GAZETTE_SHEET, sha256, write_small_project

GIT = shutil.which("git") or "git"
pytestmark = pytest.mark.skipif(not Path(GIT).is_absolute(), reason="git is not installed")
COURIER = "briefings/articles/courier.yml"
DAYS = ("2031-05-08", "2031-05-09", "2031-05-10", "2031-05-11", "2031-05-12")
Edit = Callable[[str], str]


def git(folder: Path, *arguments: str, day: str = DAYS[0], clock: str = "23:30:00 -0500") -> str:
    """Run git in a folder, with nothing from the machine; commits are of `day`, so late that UTC has the next."""
    who = {f"GIT_{role}_{what}": "someone" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **who,
        "GIT_AUTHOR_DATE": f"2030-01-01 {clock}",
        "GIT_COMMITTER_DATE": f"{day} {clock}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run([GIT, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(root: Path, number: int) -> str:
    """Commit everything on the day of that number; returns the hash."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", f"Commit {number}", day=DAYS[number])
    return git(root, "rev-parse", "HEAD")


def edit(root: Path, *changes: tuple[str, str], path: str = COURIER) -> None:
    """Replace texts that stand once in a file."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


def known(root: Path) -> dict[str, str]:
    """The commit of each fact of the Courier of which it is known."""
    found = history_of(load(root))
    return {key.removeprefix("courier/"): change.commit for key, change in found.items() if key.startswith("courier/")}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The small project, in a repository without a commit."""
    root = write_small_project(tmp_path / "project")
    git(root, "init", "--quiet", "--initial-branch=main")
    return root


FACTS = ("mediator", "talks-start-13-may", "died", "osterlich-wants-another-round")


def test_a_fact_is_as_old_as_its_last_change(repository: Path) -> None:
    """One fact changed: that one is of the second commit, by the committer's day in UTC, the others of the first."""
    first = commit(repository, 0)
    edit(repository, ("    about: true\n", "    about: true\n    note: A round number.\n"))
    second = commit(repository, 1)
    assert known(repository) == dict.fromkeys(FACTS, first) | {"died": second}
    found = history_of(load(repository))
    assert len(found) == 10
    change = found["courier/died"]
    assert (change.day, str(change.since), change.short) == (date(2031, 5, 10), "2031-05-10", second[:12])
    assert found["gazette/parties"].day == date(2031, 5, 9)


def reordered(text: str) -> str:
    """The sections in another order, and the keys of a fact."""
    head, _, rest = text.partition("mediators:\n")
    mediators, _, rest = rest.partition("dates:\n")
    turned = f"{head}dates:\n{rest}\nmediators:\n{mediators}"
    return turned.replace("    what: start\n    when: 2031-05-13\n", "    when: 2031-05-13\n    what: start\n")


@pytest.mark.parametrize(
    "change",
    [
        reordered,
        lambda text: text.replace(
            "    quote: Some 1,500 people have died", "    quote: >-\n      Some 1,500\n      people have died"
        ),
        lambda text: text.replace("  ", "    "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n# Read twice.\n\n").replace("low: 1500", "low: 1500  # about"),
        lambda text: text.replace("agency: null", "agency: null\n  note: null"),
        lambda text: text.replace("who: freedonia", "who: 'freedonia'"),
    ],
    ids=["reordered", "wrapped", "indented", "line ends", "commented", "another key of the article", "quoted"],
)
def test_form_is_no_change(repository: Path, change: Edit) -> None:
    """Committed or not, other lines that say the same leave a fact as old as it is."""
    first = commit(repository, 0)
    text = COURIER_SHEET.replace("SHA256", sha256((repository / "seeds/courier.txt").read_bytes()))
    (repository / COURIER).write_bytes(change(text).encode())
    assert change(text) != text
    expected = {} if "\n  note: null" in change(text) else dict.fromkeys(FACTS, first)
    if expected:
        assert known(repository) == expected
        commit(repository, 1)
        assert known(repository) == expected


def test_a_fact_that_comes_back_is_of_the_day_it_came_back(repository: Path) -> None:
    """What was changed, or gone, or could not be read meanwhile, did not stand in its present form."""
    commit(repository, 0)
    edit(repository, ("low: 1500", "low: 1400"))
    commit(repository, 1)
    edit(repository, ("low: 1400", "low: 1500"))
    third = commit(repository, 2)
    assert known(repository)["died"] == third
    text = (repository / COURIER).read_text(encoding="utf-8")
    (repository / COURIER).write_text("]", encoding="utf-8")
    commit(repository, 3)
    (repository / COURIER).write_text(text, encoding="utf-8")
    assert known(repository) == {}
    fifth = commit(repository, 4)
    assert known(repository) == dict.fromkeys(FACTS, fifth)


def test_a_renamed_fact_is_as_old_as_before(repository: Path) -> None:
    """Under `formerly` stands what it was called; under another id alone it is a new fact."""
    first = commit(repository, 0)
    edit(repository, ("\n  died:\n", "\n  deaths:\n"), ("have died\n", "have died\n    formerly: [died]\n"))
    commit(repository, 1)
    assert known(repository)["deaths"] == first
    edit(repository, ("formerly: [died]", "formerly: died"))
    commit(repository, 1)
    assert known(repository)["deaths"] == first
    edit(repository, ("\n  mediator:\n", "\n  only-mediator:\n"))
    third = commit(repository, 2)
    assert known(repository)["only-mediator"] == third


def test_merges(repository: Path) -> None:
    """A fact is of the commit that changed it, on whichever branch; of the merge where that alone made it so."""
    first = commit(repository, 0)
    git(repository, "checkout", "--quiet", "-b", "side")
    edit(repository, ("when: 2031-05-13", "when: 2031-05-13\n    note: A Tuesday."))
    side = commit(repository, 1)
    git(repository, "checkout", "--quiet", "main")
    edit(repository, ("    about: true\n", "    about: true\n    note: A round number.\n"))
    other = commit(repository, 2)
    git(repository, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    edit(repository, ("role: mediator\n", "role: mediator\n    note: Alone.\n"))
    merge = commit(repository, 3)
    assert known(repository) == {
        "mediator": merge,
        "talks-start-13-may": side,
        "died": other,
        "osterlich-wants-another-round": first,
    }


def test_nothing_is_said_of_what_is_not_committed(repository: Path) -> None:
    """An edited fact, a new one and a new sheet; before the first commit all of them."""
    assert history_of(load(repository)) == {}
    git(repository, "add", "--all", "--", ":!briefings/articles/gazette.yml")
    git(repository, "commit", "--quiet", "--message", "The Courier")
    edit(repository, ("low: 1500", "low: 1400"), ("\n  mediator:\n", "\n  new:\n"))
    assert list(history_of(load(repository))) == ["courier/talks-start-13-may", "courier/osterlich-wants-another-round"]


def test_nothing_is_said_outside_a_checkout(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository around it, without git, or with one that a relative PATH leads to."""
    assert history_of(load(write_small_project(tmp_path / "plain"))) == {}
    commit(repository, 0)
    for path in ("", str(tmp_path), os.path.relpath(Path(GIT).parent)):
        monkeypatch.setenv("PATH", path)
        assert history_of(load(repository)) == {}
    monkeypatch.setenv("PATH", str(Path(GIT).parent))
    (repository / ".git" / "HEAD").write_text("nonsense", encoding="utf-8")
    assert history_of(load(repository)) == {}


def test_a_sheet_of_another_repository(repository: Path, tmp_path: Path) -> None:
    """A sheet behind a link, and sheets in a submodule: the checkout does not hold them."""
    articles = repository / "briefings" / "articles"
    (articles / "gazette.yml").rename(repository / "briefings" / "gazette.sheet")
    (articles / "gazette.yml").symlink_to("../gazette.sheet")
    first = commit(repository, 0)
    assert history_of(load(repository)).keys() == {f"courier/{name}" for name in FACTS}
    assert known(repository) == dict.fromkeys(FACTS, first)
    outer = write_small_project(tmp_path / "outer")
    shutil.rmtree(outer / "briefings" / "articles")
    git(outer, "init", "--quiet")
    shutil.copytree(articles, outer / "briefings" / "articles")
    for step in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Sheets")):
        git(outer / "briefings" / "articles", *step)
    git(outer, "add", "--all")
    git(outer, "commit", "--quiet", "--message", "All")
    assert history_of(load(outer)) == {}


def test_a_shallow_clone_knows_what_it_holds(repository: Path, tmp_path: Path) -> None:
    """What a commit without its parents seems to add may be older, so that nothing is said of it."""
    commit(repository, 0)
    edit(repository, ("low: 1500", "low: 1400"))
    second = commit(repository, 1)
    edit(repository, ("standing: planned", "standing: planned\n    note: A Tuesday."))
    third = commit(repository, 2)
    whole = known(repository)
    assert whole["died"] == second
    for depth, expected in (("1", {}), ("2", {"talks-start-13-may": third}), ("4", whole)):
        clone = tmp_path / f"clone {depth}"
        git(tmp_path, "clone", "--quiet", "--depth", depth, repository.as_uri(), str(clone))
        assert known(clone) == expected


@pytest.mark.parametrize("name", ["ä b", "-n", "quote'\"", "line\nend", "a*", "{x}", "HEAD", ":(top)x", "tab\t"])
def test_names_of_every_kind(repository: Path, name: str) -> None:
    """A sheet, and a folder around the project, may have any name that a file can have."""
    (repository / name).mkdir()
    for part in ("seeds", "briefings"):
        (repository / part).rename(repository / name / part)
    sheet = repository / name / COURIER
    sheet.rename(sheet.with_name(f"{name}.yml"))
    first = commit(repository, 0)
    found = history_of(load(repository / name))
    assert {change.commit for change in found.values()} == {first}
    assert len(found) == 10


def test_settings_of_a_repository_run_nothing(repository: Path, tmp_path: Path) -> None:
    """Neither the programs that its configuration names, nor a fetch of what a partial clone lacks."""
    first = commit(repository, 0)
    edit(repository, ("low: 1500", "low: 1400"))
    commit(repository, 1)
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\n', encoding="utf-8")
    program.chmod(0o755)
    (repository / ".git" / "info" / "attributes").write_text("*.yml diff=own filter=own\n", encoding="utf-8")
    for key in (
        *("core.fsmonitor", "core.pager", "pager.log", "pager.rev-list", "diff.external", "diff.own.textconv"),
        *("diff.own.command", "filter.own.smudge", "filter.own.process", "gpg.program", "core.sshCommand"),
        *("core.askPass", "core.editor", "alias.rev-list", "alias.cat-file", "credential.helper"),
    ):
        git(repository, "config", key, str(program) if not key.startswith("alias") else f"!{program}")
    git(repository, "config", "log.showSignature", "true")
    assert known(repository)["mediator"] == first
    blob = git(repository, "rev-parse", f"{first}:{COURIER}")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::{program} %S"),
        ("protocol.ext.allow", "always"),
    ):
        git(repository, "config", key, value)
    history._committed.cache_clear()
    assert known(repository).get("mediator") != first
    assert not (tmp_path / "ran").exists()


def test_the_environment_changes_nothing(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a hook of another repository, where git's own variables point there; nor do grafts and replacements."""
    first = commit(repository, 0)
    edit(repository, ("low: 1500", "low: 1400"))
    second = commit(repository, 1)
    git(repository, "replace", "--graft", second)
    (repository / ".git" / "info" / "grafts").write_text(f"{second}\n", encoding="utf-8")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert known(repository) == dict.fromkeys(FACTS, first) | {"died": second}
    assert not (tmp_path / "trace").exists()


def test_a_day_beyond_the_calendar(repository: Path) -> None:
    """Git keeps any number of seconds; where no calendar has the day, nothing is said."""
    git(repository, "add", "--all")
    tree = git(repository, "write-tree")
    text = f"tree {tree}\nauthor a <a> 0 +0000\ncommitter a <a> 99999999999999 +0000\n\nLater\n"
    (repository / "commit").write_text(text, encoding="utf-8")
    git(repository, "update-ref", "HEAD", git(repository, "hash-object", "-t", "commit", "-w", "commit"))
    assert history_of(load(repository)) == {}


def test_clones_of_one_commit_give_the_same_site(repository: Path, tmp_path: Path) -> None:
    """In another folder and time zone, byte for byte; the day and the commit stand under each fact and in the data."""
    write_mkdocs_yml(repository, "repo_url: https://github.com/zenda/papers\n")
    first = commit(repository, 0)
    edit(repository, ("low: 1500", "low: 1400"), ("have died", "have died  # about"), ("low: 1400", "low: 1500"))
    edit(repository, ("on: zenda-talks\n", "on: zenda-talks\n    note: Another one.\n"))
    second = commit(repository, 1)
    sites = []
    for folder, zone in (("one", "Asia/Kathmandu"), ("another é", "America/St_Johns")):
        clone = tmp_path / folder
        git(tmp_path, "clone", "--quiet", str(repository), str(clone))
        assert run(*BUILD, cwd=clone, environment={"TZ": zone}).returncode == 0
        assert run(*BRIEFINGS, "export", "out", cwd=clone, environment={"TZ": zone}).returncode == 0
        sites.append(files_below(clone / "site") | files_below(clone / "out"))
    assert sites[0] == sites[1]
    page = sites[0]["sources/courier.md"].decode()
    address = "https://github.com/zenda/papers/commit/"
    assert page.count("In this form since") == 4
    shown = f'In this form since 9 May 2031, commit <a href="{address}{first}"><code>{first[:12]}</code></a>'
    assert shown in page
    assert f'href="{address}{first}"' in sites[0]["sources/courier/index.html"].decode()
    facts = {fact["id"]: fact for fact in json.loads(sites[0]["data/facts.json"])["facts"]}
    assert (facts["courier/died"]["since"], facts["courier/died"]["commit"]) == ("2031-05-09", first)
    assert facts["courier/osterlich-wants-another-round"]["commit"] == second
    assert GAZETTE_SHEET.count("quote:") == sum(fact["commit"] == first for fact in facts.values()) - 3
