"""What can be compared: revisions and folders, whole or broken; and what is said where something is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.project import write_small_project
from tests.review.git import commit, git, repository


def diff(*arguments: str | Path) -> Result:
    """What `briefings diff` prints with these arguments."""
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project under git."""
    return repository(write_small_project(tmp_path / "project"))


def rename_the_war(root: Path) -> None:
    """Change one title."""
    path = root / "briefings" / "events.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Border war", "title: War"), encoding="utf-8")


def test_working_tree_is_the_later_state(project: Path) -> None:
    """Without HEAD the files as they are count, committed or not; exit 0 and 1 tell whether anything changed."""
    same = diff("HEAD", "--project", project)
    assert (same.exit_code, same.output) == (0, "From HEAD to the working tree: Nothing changed.\n")
    rename_the_war(project)
    changed = diff("HEAD", "--project", project)
    assert changed.exit_code == 1
    assert (
        "* changed: event War; title: Border war → War\n  briefings/events.yml:1 events border-war\n" in changed.output
    )


def test_two_revisions_and_two_folders(project: Path, tmp_path: Path) -> None:
    """Two revisions give what two folders with the same files give."""
    rename_the_war(project)
    commit(project, "Rename")
    write_small_project(tmp_path / "old")
    revisions = json.loads(diff("HEAD~1", "HEAD", "--format", "json", "--project", project).output)
    folders = json.loads(diff(tmp_path / "old", project, "--format", "json").output)
    assert revisions.pop("base")["name"] == "HEAD~1"
    assert folders.pop("base")["name"] == str(tmp_path / "old")
    del revisions["head"], folders["head"]
    assert revisions == folders


def test_project_below_the_root_of_its_repository(tmp_path: Path) -> None:
    """A revision holds of a project what stands in the project's own folder."""
    root = write_small_project(tmp_path / "sites" / "border")
    (tmp_path / "sites" / "other.yml").write_text("a: b\n", encoding="utf-8")
    repository(tmp_path)
    assert diff("HEAD", "--project", root).exit_code == 0


def test_files_are_those_of_the_revision_byte_for_byte(project: Path) -> None:
    """No attribute of a repository changes or leaves out a file."""
    (project / ".gitattributes").write_text("*.txt text eol=crlf export-ignore\n*.yml export-subst\n", encoding="utf-8")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Attributes")
    assert diff("HEAD", "--project", project).exit_code == 0


@pytest.mark.parametrize("name", ["nowhere", "HEAD~99", "-h1", "--output=x", "", "a b", "HEAD:briefings", "\0"])
def test_state_that_is_not_there(project: Path, name: str) -> None:
    """What is neither revision nor folder ends with 2 and says what to do."""
    done = diff("--project", project, "--", name)
    assert done.exit_code == 2
    assert done.output == (
        f"Error: {name!r} is neither a git revision of {project} nor a folder; correct it, or fetch it first where the"
        " clone is a shallow one\n"
    )


def test_folder_that_is_no_project(project: Path, tmp_path: Path) -> None:
    """A folder without sheets ends with 2."""
    (tmp_path / "empty").mkdir()
    done = diff(tmp_path / "empty", "--project", project)
    assert done.exit_code == 2
    assert "there is no folder briefings/ in" in done.output


def test_revision_before_there_was_a_project(tmp_path: Path) -> None:
    """From a revision without sheets, everything is new; that there was no project is said."""
    (tmp_path / "README.md").write_text("Soon.\n", encoding="utf-8")
    repository(tmp_path)
    write_small_project(tmp_path)
    done = diff("HEAD", "--project", tmp_path)
    assert done.exit_code == 1
    assert "there is no folder briefings/; what can be read without it is compared" in done.output
    assert "added: Zenda talks, mediators: Freedonia" in done.output
    assert "The pages are not compared: no site can be built from HEAD." in done.output


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("briefings/articles/gazette.yml", "participants: [", "briefings/articles/gazette.yml:"),
        ("mkdocs.yml", "site_name: [", "mkdocs.yml is no YAML that can be read"),
        ("seeds/gazette.txt", "Another text.\n", "is not the file that this sheet was made from"),
    ],
)
def test_earlier_state_that_cannot_be_built(project: Path, path: str, text: str, said: str) -> None:
    """What was wrong in BASE is said, and the rest is compared as far as it can be read."""
    whole = (project / path).read_bytes() if (project / path).is_file() else None
    (project / path).write_text(text, encoding="utf-8")
    commit(project, "Break")
    if whole is None:
        (project / path).unlink()
    else:
        (project / path).write_bytes(whole)
    rename_the_war(project)
    done = diff("HEAD", "--project", project)
    assert done.exit_code == 1
    assert "Wrong in HEAD (" in done.output
    assert said in done.output
    assert "title: Border war → War" in done.output
    assert "The pages are not compared: no site can be built from HEAD." in done.output


def test_links_that_lead_out_of_a_revision(project: Path, tmp_path: Path) -> None:
    """A symbolic link to a file outside the project is not followed; one inside is."""
    (tmp_path / "secret.yml").write_text("secret:\n  title: Secret\n  kind: war\n", encoding="utf-8")
    (project / "briefings" / "events").mkdir()
    (project / "briefings" / "events" / "out.yml").symlink_to(tmp_path / "secret.yml")
    commit(project, "Link")
    done = diff("HEAD~1", "HEAD", "--project", project)
    assert "Secret" not in done.output


def test_folder_beside_a_revision_of_the_same_name(project: Path) -> None:
    """A revision comes before a folder of its name; a slash at the end makes it the folder."""
    write_small_project(project / "main-copy")
    git(project, "branch", "main-copy")
    rename_the_war(project)
    commit(project, "Rename")
    here = json.loads(diff("main-copy", "--format", "json", "--project", project).output)
    assert [change["kind"] for change in here["changes"]] == ["events"]
