"""The last good site stands until a new one is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.staging import Staging
from tests.building import files_below

OLD = {"index.html": b"old", "events/old.html": b"old", ".nojekyll": b"", ".well-known/a.txt": b"old"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The last good site, with what a host keeps beside it."""
    return write(tmp_path / "site", OLD)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def begun(site: Path) -> tuple[Staging, Path]:
    """A staging that has begun, and the folder that it builds in."""
    config = MkDocsConfig()
    config.site_dir = str(site)
    staging = Staging()
    staging.begin(config)
    return staging, Path(config.site_dir)


def test_a_whole_site_takes_the_place_of_the_old_one(site: Path) -> None:
    """Old pages go, new ones come; names with a dot stay unless the new site brings them too."""
    staging, building = begun(site)
    assert building.is_relative_to(site)
    write(building, {"index.html": b"new", "events/new.html": b"new", ".well-known/b.txt": b"new"})
    assert {name: content for name, content in files_below(site).items() if not name.startswith(".build")} == OLD
    staging.complete()
    staging.finish()
    assert files_below(site) == {
        "index.html": b"new",
        "events/new.html": b"new",
        ".nojekyll": b"",
        ".well-known/b.txt": b"new",
    }
    staging.finish()
    assert not building.exists()


def test_a_page_may_become_a_folder_and_a_folder_a_page(site: Path, tmp_path: Path) -> None:
    """Whatever kind of file stood in a place; where a link stood, what it led to stays."""
    kept = write(tmp_path / "kept", {"a.txt": b"kept"})
    (site / "link").symlink_to(kept)
    (site / "gone").symlink_to(kept)
    staging, building = begun(site)
    write(building, {"index.html/a": b"new", "events": b"new", "link/b": b"new"})
    staging.complete()
    staging.finish()
    assert set(files_below(site)) == {"index.html/a", "events", "link/b", ".nojekyll", ".well-known/a.txt"}
    assert files_below(kept) == {"a.txt": b"kept"}


@pytest.mark.parametrize("drop", [True, False])
def test_a_failed_build_leaves_the_old_site(site: Path, drop: bool) -> None:
    """Whether the failure is told, or the build ends before it is whole."""
    staging, building = begun(site)
    write(building, {"index.html": b"new"})
    if drop:
        staging.complete()
        staging.drop()
    staging.finish()
    assert files_below(site) == OLD


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    """Where there was no site there is none afterwards."""
    staging, building = begun(tmp_path / "site")
    write(building, {"index.html": b"new"})
    staging.drop()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_for_the_site_stays(tmp_path: Path) -> None:
    """It may be a place where something is mounted."""
    (tmp_path / "site").mkdir()
    staging, _ = begun(tmp_path / "site")
    staging.drop()
    assert (tmp_path / "site").is_dir()


def test_what_an_earlier_build_left_behind_is_removed(site: Path) -> None:
    """A build that was killed could not clear up."""
    write(site / ".building", {"stale.html": b"stale"})
    staging, building = begun(site)
    assert not building.exists()
    staging.complete()
    staging.finish()
    assert files_below(site) == OLD


def test_nothing_happens_where_no_build_is_under_way(tmp_path: Path) -> None:
    """A preview ends too."""
    Staging().drop()
    Staging().finish()
    assert list(tmp_path.iterdir()) == []
