"""The workflows and hooks are well formed, and a stranger's pull request can do nothing with them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = ("zizmor", "--offline", "--quiet", "--pedantic", "--strict-collection")
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def lint(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What the linter says of the workflows of a folder and of these files."""
    return subprocess.run([*LINT, ".github", *more], cwd=folder, capture_output=True, encoding="utf-8", check=False)


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of a workflow."""
    for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
        yield from job["steps"]


def test_lint_finds_nothing() -> None:
    """Neither workflows nor hooks have a finding, and all of them are read."""
    hooks = (".pre-commit-config.yaml", ".pre-commit-hooks.yaml")
    done = lint(ROOT, *hooks)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"ZIZMOR := {' '.join(LINT[1:])} .github {' '.join(hooks)}\n" in (ROOT / "Makefile").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        ("run: make site", "run: make site ${{ github.event.pull_request.title }}"),
        ("on: pull_request\n", "on: pull_request_target\n"),
        ("on: pull_request\n", "on: pull_reqest\n"),
        ("runs-on: ubuntu-24.04", "run-on: ubuntu-24.04"),
        ("    needs: review\n", "    needs: 1\n"),
        ("permissions: {}\n", "permissions: write-all\n"),
        ("@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6"),
        ("persist-credentials: false", "show-progress: false"),
    ],
)
def test_lint_would_find(tmp_path: Path, sound: str, broken: str) -> None:
    """A key or event that there is not, a right too many, a movable version, text of a stranger in a shell."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert sound in text
    (folder / "check.yml").write_text(text.replace(sound, broken), encoding="utf-8")
    assert lint(tmp_path).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned(path: Path) -> None:
    """Each action by a full commit, with the version that it is beside it, and one commit for each action."""
    text = path.read_text(encoding="utf-8")
    assert len(PINNED.findall(text)) == text.count("uses: ") > 0
    pins = {use for one in WORKFLOWS for use in PINNED.findall(one.read_text(encoding="utf-8"))}
    assert len(pins) == len({use.partition("@")[0] for use in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_shells_get_no_expressions(path: Path) -> None:
    """What a workflow knows reaches a script through its environment, never as part of the script."""
    scripts = [step["run"] for step in steps(path) if "run" in step]
    assert scripts
    for script in scripts:
        assert "${{" not in script
        assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_jobs_have_the_least_rights(path: Path) -> None:
    """No right for all jobs, and none to write for a job that runs what a pull request brought."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        writes = {right for right, level in job["permissions"].items() if level == "write"}
        assert writes == {"comment": {"pull-requests"}, "publish": {"pages", "id-token"}}.get(name, set())
        if writes:
            assert not any("make " in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_steps_call_what_is_there(path: Path) -> None:
    """Each script and make target of a step exists, and each step that another asks about."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    for step in steps(path):
        script = step.get("run", "")
        assert all((ROOT / name).is_file() for name in re.findall(r"\S+\.py\b", script))
        for target in re.findall(r"make (\S+)", script):
            assert f"\n{target.replace('.venv', '$(VENV)')}:" in makefile
    named = {step["id"] for step in steps(path) if "id" in step}
    assert set(re.findall(r"(?<!\w)steps\.(\w+)", text)) == named


def test_the_right_to_write_is_not_lent() -> None:
    """The job that comments checks the scripts of the base out, and no others."""
    (checkout,) = (
        step["with"]
        for step in yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"][
            "comment"
        ]["steps"]
        if "checkout" in step.get("uses", "")
    )
    assert checkout["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert checkout["sparse-checkout"] == ".github/scripts"
