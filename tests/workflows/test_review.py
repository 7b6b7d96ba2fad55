"""The summary of a pull request, with an executable that plays `briefings diff`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shlex import quote

import pytest

from tests.building import run

ROOT = Path(__file__).resolve().parents[2]


def review(folder: Path, code: int, said: str = "", complaint: str = "") -> subprocess.CompletedProcess[str]:
    """Run the script where `briefings` says this and ends so."""
    (folder / "bin").mkdir(exist_ok=True)
    fake = folder / "bin" / "briefings"
    fake.write_text(
        f'#!/bin/sh\necho "$@" > asked\nprintf %s {quote(said)}\nprintf %s {quote(complaint)} >&2\nexit {code}\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    environment = {
        "PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_OUTPUT": str(folder / "output"),
    }
    script = str(ROOT / ".github" / "scripts" / "review.py")
    return run(script, "HEAD^1", "HEAD", "review.md", cwd=folder, environment=environment)


def read(folder: Path, name: str) -> str:
    """A file that the script left."""
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "changed"), [(0, "false"), (1, "true")])
def test_the_answer_is_the_summary(tmp_path: Path, code: int, changed: str) -> None:
    """Markdown as `briefings diff` writes it, for the run and for the comment, and whether anything changed."""
    done = review(tmp_path, code, "**Zenda talks**: „planned“\n", "a warning\n")
    assert (done.returncode, done.stderr) == (0, "a warning\n")
    assert read(tmp_path, "asked") == "diff HEAD^1 HEAD --format md\n"
    assert read(tmp_path, "review.md") == read(tmp_path, "summary") == "**Zenda talks**: „planned“\n"
    assert read(tmp_path, "output") == f"changed={changed}\n"


@pytest.mark.parametrize(("code", "said"), [(2, ""), (2, "half an answer"), (1, ""), (1, " \n"), (0, ""), (127, "")])
def test_no_answer_is_a_failure_that_is_shown(tmp_path: Path, code: int, said: str) -> None:
    """An error, or an end that looks like an answer without one: the step fails and the reason is in the summary."""
    done = review(tmp_path, code, said, "HEAD^1: no such revision\n")
    assert done.returncode == 1
    told = "The change could not be reviewed.\n\n```text\nHEAD^1: no such revision\n```\n"
    assert read(tmp_path, "review.md") == read(tmp_path, "summary") == told
    assert read(tmp_path, "output") == "changed=true\n"


def test_a_failure_does_not_leave_its_block(tmp_path: Path) -> None:
    """What an article says in an error stays text, and a very long error keeps its end."""
    review(tmp_path, 2, "", "x" * 30_000 + "\n```` @everyone <b>")
    text = read(tmp_path, "review.md")
    assert text.count("`````") == 2
    assert text.endswith("```` @everyone <b>\n`````\n")
    assert len(text) < 21_000


def test_without_a_runner(tmp_path: Path) -> None:
    """By hand, the file is all that it writes."""
    script = str(ROOT / ".github" / "scripts" / "review.py")
    review(tmp_path, 0, "Nothing changed.\n")
    for name in ("summary", "output"):
        (tmp_path / name).unlink()
    environment = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": "",
        "GITHUB_OUTPUT": "",
    }
    assert run(script, "a", "b", "review.md", cwd=tmp_path, environment=environment).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == {"asked", "bin", "review.md"}
