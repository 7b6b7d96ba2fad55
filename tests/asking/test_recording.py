"""Recordings: what they hold, what they never hold, and what is said where they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.asking.access import Access
from generator.asking.recording import RecordingError, recording

SECRET = Access("http://localhost/v1", "sk-0123456789")


def test_the_name_follows_from_model_article_and_question() -> None:
    """Another model, another article or another question is another recording."""
    names = {
        recording(Path("kept"), *parts).path
        for parts in (("a", "0", "q"), ("b", "0", "q"), ("a", "1", "q"), ("a", "0", "r"), ("a", "0", "q"))
    }
    assert len(names) == 4


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Answers come back as they were, in order; the folder is made."""
    made = recording(tmp_path / "kept", "parrot", "0", "q")
    made.answers += ['{"a": "é\\n"}', "not JSON"]
    made.write(SECRET)
    assert recording(tmp_path / "kept", "parrot", "0", "q").read().answers == made.answers


def test_a_key_that_the_server_repeats_is_struck_out(tmp_path: Path) -> None:
    """A recording can be shared."""
    made = recording(tmp_path, "parrot", "0", "q")
    made.answers.append("you are sk-0123456789")
    made.write(SECRET)
    assert "sk-0123456789" not in made.path.read_text(encoding="utf-8")
    assert made.read().answers == ["you are [key]"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"answers": 5}', "[" * 100_000, '"\ud800"'], ids=range(6))
def test_a_damaged_recording_is_named(tmp_path: Path, content: str) -> None:
    """Whatever stands in the file."""
    found = recording(tmp_path, "parrot", "0", "q")
    found.path.write_text(content, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(RecordingError) as caught:
        found.read()
    assert str(caught.value) == f"{found.path} is no recording of answers; make it anew with --record"


def test_a_missing_recording_is_named(tmp_path: Path) -> None:
    """With what to do."""
    found = recording(tmp_path, "parrot", "0", "q")
    with pytest.raises(RecordingError) as caught:
        found.read()
    assert str(caught.value) == (
        f"there is no recording {found.path}; make it with --record and the same article, model and date"
    )


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    """For reading as for writing."""
    (tmp_path / "file").write_text("")
    found = recording(tmp_path / "file", "parrot", "0", "q")
    with pytest.raises(RecordingError, match=r"cannot be read: Not a directory; give the folder of the recordings"):
        found.read()
    with pytest.raises(RecordingError, match=r"cannot be written: .*; give another folder to --record"):
        found.write(SECRET)
