"""Nothing that runs without --model loads the client for models."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = """
import sys
from click.testing import CliRunner
from {module} import {command} as command

result = CliRunner().invoke(command, sys.argv[1:])
assert result.exit_code == 0, result.output
print(sorted({{name.split(".")[0] for name in sys.modules}} & {{"pydantic_ai", "openai", "httpx2", "httpx"}}))
print(any(name.startswith("generator.asking") for name in sys.modules))
"""
CONFIGURATION = "site_name: Zenda\ndocs_dir: briefings\ntheme: {name: material}\nplugins: [search, briefings]\n"


@pytest.mark.parametrize(
    ("module", "command", "arguments"),
    [
        ("mkdocs.__main__", "cli", ["build", "--strict", "--quiet"]),
        ("generator.cli", "main", ["check"]),
        ("generator.cli", "main", ["derive", "seeds/gazette.txt"]),
        ("generator.cli", "main", ["derive", "--help"]),
    ],
    ids=["mkdocs build", "check", "derive", "help"],
)
def test_the_client_stays_unloaded(project: Path, module: str, command: str, arguments: list[str]) -> None:
    """Neither the packages of the extra nor the modules that ask."""
    (project / "mkdocs.yml").write_text(CONFIGURATION)
    code = WATCHED.format(module=module, command=command)
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert run.stdout.splitlines()[-2:] == ["[]", "False"], run.stderr
