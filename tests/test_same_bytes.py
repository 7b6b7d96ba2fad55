"""The same inputs give the same bytes: in any folder, time zone, locale and order of hashes, on any day."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.building import BRIEFINGS, BUILD, files_below, run

ROOT = Path(__file__).resolve().parent.parent


def copy_of_the_project(folder: Path) -> Path:
    """This repository's own site, in a folder of its own."""
    for name in ("seeds", "briefings", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def test_two_builds_are_byte_identical(tmp_path: Path) -> None:
    """Under one SOURCE_DATE_EPOCH; every file, the compressed sitemap too."""
    sites = []
    for folder, environment in (
        ("one", {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"}),
        (
            "another with spaces/é",
            {"TZ": "America/St_Johns", "LC_ALL": "C.utf8", "LANGUAGE": "de", "PYTHONHASHSEED": "4711", "COLUMNS": "20"},
        ),
    ):
        project = copy_of_the_project(tmp_path / folder)
        if folder != "one":
            # The order in which a file system lists files is no order either.
            for path in sorted((project / "seeds").iterdir(), reverse=True):
                path.rename(path.with_suffix(".tmp")).rename(path)
        done = run(*BUILD, cwd=project, environment=environment)
        assert (done.returncode, done.stderr) == (0, "")
        sites.append(files_below(project / "site"))
    assert sites[0].keys() == sites[1].keys()
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []
    assert {"sitemap.xml.gz", "search/search_index.json", "data/facts.json"} <= sites[0].keys()


def test_two_builds_over_one_another_are_byte_identical(tmp_path: Path) -> None:
    """A second build changes nothing."""
    project = copy_of_the_project(tmp_path)
    sites = []
    for _ in range(2):
        assert run(*BUILD, cwd=project).returncode == 0
        sites.append(files_below(project / "site"))
    assert sites[0] == sites[1]


def test_exports_are_byte_identical(tmp_path: Path) -> None:
    """Pages for other generators likewise."""
    project, exports = copy_of_the_project(tmp_path / "project"), []
    for seed in ("1", "2"):
        out = tmp_path / seed
        done = run(*BRIEFINGS, "export", str(out), cwd=project, environment={"PYTHONHASHSEED": seed})
        assert (done.returncode, done.stderr) == (0, "")
        exports.append(files_below(out))
    assert exports[0] == exports[1]
