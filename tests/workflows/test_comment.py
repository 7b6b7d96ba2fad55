"""The comment on a pull request, against a fake event and an API on loopback."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import run
from tests.workflows.api import REPOSITORY, TOKEN, Thread, serving

ROOT = Path(__file__).resolve().parents[2]
MARKER = "<!-- briefings: the review of this pull request -->"
THREAD = f"/repos/{REPOSITORY}/issues/7/comments"
ALONE = "the review stands in the summary of this run."


@pytest.fixture
def thread() -> Iterator[Thread]:
    """An empty thread, served."""
    with serving(Thread()) as one:
        yield one


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """The folder of a run: its event, and the review to be shown."""
    event = {"repository": {"full_name": REPOSITORY}, "pull_request": {"number": 7, "title": '"; exit 1; #$(id)'}}
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    (tmp_path / "review.md").write_text("One fact added: „Zenda“\n", encoding="utf-8")
    return tmp_path


def comment(review: Path, thread: Thread, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as the workflow does."""
    given = {
        "GITHUB_EVENT_PATH": str(review / "event.json"),
        "GITHUB_API_URL": thread.url,
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_RUN_ID": "42",
        "CHANGED": "true",
        "no_proxy": "127.0.0.1",
    }
    return run(
        str(ROOT / ".github" / "scripts" / "comment.py"), "review.md", cwd=review, environment={**given, **environment}
    )


def test_the_first_run_writes_the_comment(thread: Thread, review: Path) -> None:
    """The review, under a marker that readers do not see."""
    done = comment(review, thread)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [one["body"] for one in thread.comments] == [f"{MARKER}\nOne fact added: „Zenda“\n"]
    assert thread.asked == [f"GET {THREAD}", f"POST {THREAD}"]


def test_later_runs_keep_it_up_to_date(thread: Thread, review: Path) -> None:
    """In its place, also when nothing is changed any more; other comments stay as they are."""
    thread.add("Looks good", author="reader")
    for text in ("first", "second"):
        (review / "review.md").write_text(text, encoding="utf-8")
        assert comment(review, thread).returncode == 0
    (review / "review.md").write_text("Nothing changed.", encoding="utf-8")
    assert comment(review, thread, CHANGED="false").returncode == 0
    assert [one["body"] for one in thread.comments] == ["Looks good", f"{MARKER}\nNothing changed."]
    assert thread.asked[-1] == f"PATCH /repos/{REPOSITORY}/issues/comments/1001"


def test_no_comment_begins_where_nothing_changed(thread: Thread, review: Path) -> None:
    """A pull request that touches no fact gets no mail about it."""
    assert comment(review, thread, CHANGED="false").returncode == 0
    assert thread.comments == []


@pytest.mark.parametrize("before", [99, 100, 101, 250])
def test_it_is_found_on_any_page(thread: Thread, review: Path, before: int) -> None:
    """However many comments stand before it, there is only one of it."""
    for number in range(before):
        thread.add(f"comment {number}", author="reader")
    for _ in range(2):
        assert comment(review, thread).returncode == 0
    assert len(thread.comments) == before + 1
    assert thread.asked[-1].startswith("PATCH ")


def test_a_stranger_s_marker_is_not_taken_for_it(thread: Thread, review: Path) -> None:
    """Nor is a quotation of it by the same author, nor the comment of an account that is gone."""
    thread.add(f"{MARKER}\nmine", author="stranger")
    thread.add(f"> {MARKER}")
    thread.add(f"{MARKER}\nghost", author=None)
    before = [one["body"] for one in thread.comments]
    assert comment(review, thread).returncode == 0
    assert [one["body"] for one in thread.comments[:-1]] == before
    assert len(thread.comments) == 4


@pytest.mark.parametrize("standing", [False, True])
@pytest.mark.parametrize("status", [401, 403, 404, 429])
def test_where_it_may_not_comment_the_summary_stands_alone(
    thread: Thread, review: Path, status: int, standing: bool
) -> None:
    """As on a pull request from a fork: a notice, and no failure."""
    if standing:
        thread.add(f"{MARKER}\nold")
    thread.refusal = status
    done = comment(review, thread)
    assert (done.returncode, done.stdout) == (0, f"::notice::The API refuses the comment ({status}); {ALONE}\n")


@pytest.mark.parametrize("status", [302, 307, 422, 500, 503])
def test_a_broken_api_is_a_failure(thread: Thread, review: Path, status: int) -> None:
    """It is said, and the token follows no redirect."""
    thread.refusal = status
    done = comment(review, thread)
    assert (done.returncode, done.stdout) == (1, f"::error::The API answers {status}; {ALONE}\n")
    assert thread.asked == [f"GET {THREAD}", f"POST {THREAD}"]


def test_an_api_that_is_away(review: Path) -> None:
    """One sentence, and no trace of Python."""
    with serving(Thread()) as gone:
        pass
    done = comment(review, gone)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"::error::The API cannot be used (URLError); {ALONE}\n"


def test_the_longest_comment(thread: Thread, review: Path) -> None:
    """Up to the limit as it is; beyond, a sentence that leads to the whole, and never a part."""
    room = 65_536 - len(MARKER) - 1
    (review / "review.md").write_text("é" * (room // 2) + "e" * (room % 2), encoding="utf-8")
    assert comment(review, thread).returncode == 0
    assert len(thread.comments[0]["body"].encode()) == 65_536
    (review / "review.md").write_text("é" * (room // 2 + 1), encoding="utf-8")
    assert comment(review, thread).returncode == 0
    assert thread.comments[0]["body"] == (
        f"{MARKER}\nThe review is longer than a comment may be. It stands in "
        f"[the summary of the run](https://github.example/{REPOSITORY}/actions/runs/42).\n"
    )
