"""How little the command line loads before it knows what is asked of it."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("loaded", "unwanted"),
    [
        ("generator.cli", ("pydantic", "yaml", "jinja2", "generator.model", "generator.reading")),
        (
            "generator.derive.batch, generator.derive.writing",
            ("jinja2", "mkdocs", "generator.pages", "generator.checks"),
        ),
    ],
)
def test_a_command_loads_only_what_it_needs(loaded: str, unwanted: tuple[str, ...]) -> None:
    """`--help` and `--version` wait for no library, and `derive` for none that makes pages."""
    code = f"import sys, {loaded}; print(*sorted(set(sys.modules) & set({unwanted!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
