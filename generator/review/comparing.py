"""Two states, compared: everything that a rendering of the comparison tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.model import KINDS, SET_ASIDE
from generator.review.changes import Change, changes
from generator.review.effects import Effects, effects
from generator.review.formatting import Rewritten, rewritten
from generator.review.risk import Risk, risk
from generator.review.states import State, opened

_KINDS = ("articles", *(kind.section for kind in KINDS), SET_ASIDE, "actors", "events", "loaded words")


@dataclass(frozen=True)
class Side:
    """One of the two states: what it was asked for by, and what is wrong there."""

    name: str
    problems: tuple[Problem, ...]
    unreadable: str | None


@dataclass(frozen=True)
class Comparison:
    """What changed from `base` to `head`, the change that may harm most first; false where nothing did."""

    base: Side
    head: Side
    changes: tuple[tuple[Risk, Change], ...]
    rewritten: tuple[Rewritten, ...]
    effects: Effects

    def __bool__(self) -> bool:
        return bool(self.changes or self.rewritten or any(self.groups().values()) or self._mended)

    @property
    def _mended(self) -> bool:
        return (self.base.unreadable is None) != (self.head.unreadable is None)

    def groups(self) -> dict[str, tuple[str, ...]]:
        """What it does to the site, by title."""
        made = self.effects
        return {
            "Agreement": made.outcomes,
            "Voices": made.voices,
            "New actors and names": made.names,
            "Loaded words": made.loaded,
            "Pages": made.pages or (),
            "Sentences left unread": made.unread,
        }


def compare(project: Path, base: str, head: str | None = None) -> Comparison:
    """Compare two states of the project, each a git revision or a folder; `head` is the working tree unless given.

    Raises `StateError` where one of them is not there.
    """
    with opened(project, base) as before, opened(project, head) as after:
        return compared(before, after)


def compared(before: State, after: State) -> Comparison:
    """Compare two states."""
    found = changes(before, after)
    ranked = sorted(((risk(change), change) for change in found), key=_place)
    told = frozenset(path for change in found for path in change.files)
    return Comparison(
        _side(before),
        _side(after),
        tuple(ranked),
        tuple(rewritten(before, after, told)),
        effects(before, after),
    )


def _side(state: State) -> Side:
    return Side(state.name, state.problems, state.unreadable)


def _place(ranked: tuple[Risk, Change]) -> tuple[object, ...]:
    """By risk, then by event and kind."""
    rank, change = ranked
    kind = _KINDS.index(change.kind) if change.kind in _KINDS else len(_KINDS)
    beside = change.kind in ("actors", "events", "loaded words")
    return rank, beside, change.event.casefold(), kind, change.name, change.old or ""
