"""The notes of one page: each statement cited gets a number and remembers where it was cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.corpus import Statement


@dataclass
class Note:
    """One statement cited on a page, under `number`; `references` are the ids of the places that cite it."""

    number: int
    statement: Statement
    references: list[str] = field(default_factory=list)


@dataclass
class Notes:
    """Notes in the order of first citation, numbered from 1.

    Ids follow Python-Markdown's footnotes (`fn:1`, `fnref:1`, `fnref2:1`), which the theme's tooltips expect.
    """

    _notes: dict[str, Note] = field(default_factory=dict)

    def cite(self, statement: Statement) -> Note:
        """The note of a statement, with a new reference to it as the last of its `references`."""
        note = self._notes.setdefault(statement.key, Note(len(self._notes) + 1, statement))
        count = len(note.references) + 1
        note.references.append(f"fnref{count if count > 1 else ''}:{note.number}")
        return note

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def __len__(self) -> int:
        return len(self._notes)
