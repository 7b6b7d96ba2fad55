"""Real builds for tests: MkDocs in this process or in one of its own, and the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.cli import main

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1900000000"}
MKDOCS = ("-m", "mkdocs")
BUILD = (*MKDOCS, "build", "--strict", "--quiet")
BRIEFINGS = ("-c", "from generator.cli import main; main()")
MKDOCS_YML = """\
site_name: Zenda papers
docs_dir: briefings
theme: material
plugins: [search, briefings]
"""


def write_mkdocs_yml(project: Path, more: str = "", *, text: str = MKDOCS_YML) -> Path:
    """Give a project its mkdocs.yml: the least that a site needs, and what a test adds."""
    (project / "mkdocs.yml").write_text(text + more, encoding="utf-8")
    return project


def build_here(project: Path, monkeypatch: pytest.MonkeyPatch, *, command: str = "build", **settings: object) -> Path:
    """Build in this process, strictly, as `mkdocs build` does; returns the folder of the site, or raises `Abort`."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    given = {"strict": True, **settings}
    config = load_config(str(project / "mkdocs.yml"), **given)  # type: ignore[arg-type]
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return project / "site"


def failed_build(project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> str:
    """Build in this process, see it fail, and return what it said."""
    caplog.clear()
    with pytest.raises(Abort) as caught:
        build_here(project, monkeypatch)
    return "\n".join([*(record.getMessage() for record in caplog.records), str(caught.value)])


def run(*command: str, cwd: Path, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments, such as `*MKDOCS, "build"`, in a process of its own; what it prints is text."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, **ENVIRONMENT, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def briefings(*arguments: str | Path) -> Result:
    """Run a command of the command line in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
