"""The pre-commit hooks for other repositories, run as pre-commit runs them."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from tests.building import BRIEFINGS, run
from tests.project import write_small_project

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
SHEETS = ["briefings/actors.yml", "briefings/articles/courier.yml", "briefings/articles/gazette.yml"]


def taken(hook: dict[str, Any], paths: list[str]) -> list[str]:
    """The files that pre-commit would hand to a hook: it searches `files` in each path of the repository."""
    return [path for path in paths if re.search(hook["files"], path)]


def hook_run(project: Path, name: str, paths: list[str]) -> subprocess.CompletedProcess[str] | None:
    """Run a hook for these changed files as pre-commit does: from the root, nothing where none of them is its own."""
    hook = HOOKS[name]
    program, *arguments = shlex.split(hook["entry"])
    assert program == "briefings"
    files = taken(hook, paths)
    return (
        run(*BRIEFINGS, *arguments, *(files if hook.get("pass_filenames", True) else []), cwd=project)
        if files
        else None
    )


@pytest.mark.parametrize("name", HOOKS)
def test_entries_are_commands(name: str) -> None:
    """Each hook calls a command that there is, installed by pip from this repository."""
    hook = HOOKS[name]
    assert hook["language"] == "python"
    assert set(hook) >= {"id", "name", "description", "entry", "files"}
    program, command = shlex.split(hook["entry"])
    assert (program, f"briefings-{command}") == ("briefings", name)
    assert command in main.commands


def test_check_of_a_sound_and_of_a_broken_project(tmp_path: Path) -> None:
    """A commit of an article or of a sheet is held up where anything is wrong."""
    project = write_small_project(tmp_path)
    sound = hook_run(project, "briefings-check", SHEETS)
    assert sound is not None
    assert sound.returncode == 0
    (project / "seeds" / "courier.txt").write_text("Edited.", encoding="utf-8")
    broken = hook_run(project, "briefings-check", ["seeds/courier.txt"])
    assert broken is not None
    assert broken.returncode == 1
    assert "briefings/articles/courier.yml:" in broken.stdout


def test_fmt_writes_the_files_of_the_commit_alone(tmp_path: Path) -> None:
    """What changed is put into canonical form, which pre-commit sees; others stay, and a second run changes nothing."""
    project = write_small_project(tmp_path)
    for path in SHEETS:
        (project / path).write_text((project / path).read_text(encoding="utf-8") + "\n\n\n", encoding="utf-8")
    before = {path: (project / path).read_bytes() for path in SHEETS}
    for told in ({f"{path}: formatted" for path in SHEETS[:2]}, set()):
        done = hook_run(project, "briefings-fmt", SHEETS[:2])
        assert done is not None
        assert (done.returncode, set(done.stdout.splitlines())) == (0, told)
    changed = [path for path in SHEETS if (project / path).read_bytes() != before[path]]
    assert changed == SHEETS[:2]


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("briefings/events.yml", {"briefings-check", "briefings-fmt"}),
        ("briefings/loaded-words.yml", {"briefings-check", "briefings-fmt"}),
        ("briefings/actors/states.yml", {"briefings-check", "briefings-fmt"}),
        ("briefings/articles/a.yml", {"briefings-check", "briefings-fmt"}),
        ("briefings/articles/.#a.yml", {"briefings-check"}),
        ("briefings/about.md", {"briefings-check"}),
        ("briefings/schema/sheet.json", {"briefings-check"}),
        ("briefings/other/a.yml", {"briefings-check"}),
        ("seeds/a.txt", {"briefings-check"}),
        ("mkdocs.yml", set()),
        ("tests/briefings/actors.yml", set()),
    ],
)
def test_files_of_the_hooks(path: str, hooks: set[str]) -> None:
    """A hook takes what its command reads and nothing else."""
    assert {name for name, hook in HOOKS.items() if taken(hook, [path])} == hooks
