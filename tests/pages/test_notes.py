"""Notes are numbered as they are first cited, and every place that cites one has an id of its own."""

from __future__ import annotations

from pathlib import Path

from generator.corpus import load
from generator.pages.notes import Notes
from tests.project import write_small_project


def test_notes_are_numbered_by_first_citation(tmp_path: Path) -> None:
    """A statement keeps its number; each citation adds a reference, in the form of Python-Markdown's footnotes."""
    one, two, *_ = load(write_small_project(tmp_path)).statements
    notes = Notes()
    assert len(notes) == 0
    first = notes.cite(two)
    assert (first.number, first.references) == (1, ["fnref:1"])
    assert notes.cite(one).references == ["fnref:2"]
    assert notes.cite(two) is first
    assert first.references == ["fnref:1", "fnref2:1"]
    assert notes.cite(two).references[-1] == "fnref3:1"
    assert [(note.number, note.statement) for note in notes] == [(1, two), (2, one)]
    assert len(notes) == 2
