"""Labels beside their marks, in lanes in which nothing overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.pages.pictures.scale import Anchor

_LOW, _TALL = 19.0, 32.0
_ABOVE, _BESIDE = -10.5, 3.8
"""From the middle of a mark to the base line of its label."""
_SPACE = 12.0
_CLEAR = 7.0
"""From the line that comes down to a mark to the words above it."""


@dataclass(frozen=True)
class Label:
    """Words in one line at a place, and the room that they and what stands behind them take at most."""

    words: str
    x: float
    y: float
    anchor: Anchor
    room: float


@dataclass(frozen=True)
class Extent:
    """A mark's place and label, and the edges of the mark with all that leads to it in its lane."""

    left: float
    right: float
    place: float
    label: Label


@dataclass
class Lane:
    """One lane of an event's dates: its height, and what is taken of it."""

    height: float = _LOW
    own: bool = False
    taken: list[tuple[float, float]] = field(default_factory=list)

    def free(self, left: float, right: float) -> bool:
        """Whether nothing stands there, nor too near."""
        return not self.own and all(right + _SPACE <= start or left - _SPACE >= end for start, end in self.taken)


def placed(marks: Sequence[Extent], lanes: list[Lane], *, together: bool, size: float) -> list[tuple[int, Label]]:
    """The lane and the label of each mark; lanes are added as needed.

    Marks that belong `together` get lanes of their own, one below the other. A label stands after its mark, before
    it where there is no room, and above it where there is none on either side.
    """
    found = []
    for mark in marks:
        beside = _beside(mark, size)
        if beside is None:
            start = max(mark.left + _CLEAR, mark.place + _CLEAR - mark.label.room) if together else mark.left
            x = round(max(0.0, min(start, size - mark.label.room)), 1)
            lanes.append(Lane(_TALL, own=True))
            found.append((len(lanes) - 1, replace(mark.label, x=x, y=_ABOVE)))
            continue
        start = min(mark.left, beside.x - (beside.room if beside.anchor == "end" else 0))
        end = max(mark.right, beside.x + (beside.room if beside.anchor == "start" else 0))
        number = next((n for n, lane in enumerate(lanes) if not together and lane.free(start, end)), len(lanes))
        if number == len(lanes):
            lanes.append(Lane(own=together))
        lanes[number].taken.append((start, end))
        found.append((number, beside))
    return found


def _beside(mark: Extent, size: float) -> Label | None:
    label = mark.label
    if mark.right + 5 + label.room <= size:
        return replace(label, x=round(mark.right + 5, 1), y=_BESIDE, anchor="start")
    if mark.left - 5 - label.room >= 0:
        return replace(label, x=round(mark.left - 5, 1), y=_BESIDE, anchor="end")
    return None
