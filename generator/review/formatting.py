"""Sheets whose bytes changed and whose meaning did not, or whose change cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from generator.errors import ProblemsFound
from generator.model import ActorsFile, EventsFile, LoadedWordsFile, Sheet
from generator.review.states import State
from generator.sheets import canonical, read_document

What = Literal["layout", "order", "comments", "file", "unread"]


@dataclass(frozen=True)
class Rewritten:
    """A sheet that is written otherwise.

    `layout`: the canonical form is the same. `order`: entries stand in another order. `comments`: nothing but
    comments, or the way in which values are written, differs. `file`: entries stand in another file. `unread`: it
    cannot be told, since the file has problems.
    """

    path: str
    what: What


def rewritten(before: State, after: State, told: frozenset[str]) -> Iterator[Rewritten]:
    """The sheets that differ though no change of `told`, the paths of those that are accounted for, speaks of them."""
    wrong = {problem.path for state in (before, after) for problem in state.problems}
    for path in sorted({*before.sheets, *after.sheets}):
        old, new = before.sheets.get(path, b""), after.sheets.get(path, b"")
        if (old != new or (path in before.sheets) != (path in after.sheets)) and path not in told:
            yield Rewritten(path, _what(path, old, new, readable=path not in wrong))


def _what(path: str, old: bytes, new: bytes, *, readable: bool) -> What:
    model = _model(path)
    try:
        if canonical(old, model, path) == canonical(new, model, path):
            return "layout"
    except ProblemsFound:
        return "unread"
    if not readable:
        return "unread"
    (one, _), (other, _) = (read_document(path, raw) for raw in (old, new))
    if not one or not other or one.data.keys() != other.data.keys():
        return "file"
    return "order" if one.data == other.data and _keys(one.data) != _keys(other.data) else "comments"


def _keys(data: Any) -> Any:
    """The keys of nested mappings in the order in which they stand."""
    return [(key, _keys(held)) for key, held in data.items()] if isinstance(data, dict) else None


def _model(path: str) -> Any:
    parts = PurePosixPath(path)
    if parts.parent.name == "articles":
        return Sheet
    models = {"actors": ActorsFile, "events": EventsFile, "loaded-words": LoadedWordsFile}
    return models.get(parts.stem) or models.get(parts.parent.name) or Sheet
