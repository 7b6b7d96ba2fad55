"""A small project to ask about, and an environment that names no server unless a test does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import write_small_project

VARIABLES = (
    *("BRIEFINGS_MODEL_URL", "BRIEFINGS_MODEL_KEY", "BRIEFINGS_MODEL_TIMEOUT", "OPENAI_BASE_URL", "OPENAI_API_KEY"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"),
)


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, as the current folder."""
    root = write_small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root
