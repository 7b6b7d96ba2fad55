"""The exported pages build under other generators' strict modes, and keep their promise there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.building import ENVIRONMENT, briefings
from tests.project import write_small_project
from tests.site_checks import problems_of, read_site

ROOT = Path(__file__).resolve().parent.parent
PROPERDOCS = """
site_name: Zenda papers
strict: true
theme: {name: material, font: false}
extra_css: [assets/briefings.css]
plugins: [search]
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
ZENSICAL = """
[project]
site_name = "Zenda papers"
use_directory_urls = false
extra_css = ["assets/briefings.css"]

[project.theme]
font = false
"""


def build(command: str, folder: Path, environment: Mapping[str, str] | None = None) -> None:
    """Build a folder strictly with another generator, and see it succeed."""
    done = subprocess.run(
        [sys.executable, "-m", command, "build", "--strict"],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def export(project: Path, folder: Path, *options: str) -> None:
    """Export the pages of a project."""
    result = briefings("export", "--project", project, *options, folder)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("own", [False, True], ids=["small", "this repository's"])
def test_properdocs_builds_the_pages(tmp_path: Path, own: bool) -> None:
    """A fork of MkDocs, without this project's plugin."""
    project = ROOT if own else write_small_project(tmp_path / "project")
    export(project, tmp_path / "docs")
    (tmp_path / "properdocs.yml").write_text(PROPERDOCS, encoding="utf-8")
    build("properdocs", tmp_path)
    assert problems_of(project, tmp_path / "site") == []
    talks = read_site(tmp_path / "site")["events/index.html"]
    assert talks.html.all("title")[0].text == "Briefings - Zenda papers"


@pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not published for every platform")
@pytest.mark.parametrize("own", [False, True], ids=["small", "this repository's"])
def test_zensical_builds_the_pages(tmp_path: Path, own: bool) -> None:
    """Another generator, written from the ground up; it moves links in HTML where addresses are folders."""
    project = ROOT if own else write_small_project(tmp_path / "project")
    export(project, tmp_path / "docs", "--no-directory-urls")
    (tmp_path / "zensical.toml").write_text(ZENSICAL, encoding="utf-8")
    build("zensical", tmp_path)
    assert problems_of(project, tmp_path / "site") == []
