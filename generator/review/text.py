"""A comparison as plain text, for a terminal: everything, with quoted words between ⟦ and ⟧."""

from __future__ import annotations

from collections.abc import Iterator

from generator.review import told
from generator.review.changes import Change
from generator.review.comparing import Comparison
from generator.review.quoted import Passage
from generator.review.risk import TITLES, Risk


def as_text(comparison: Comparison) -> str:
    """The whole comparison; characters that cannot be seen are shown by their numbers."""
    return "".join(f"{told.visible(line)}\n" for line in _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"From {comparison.base.name} to {comparison.head.name}: {told.total(comparison)}"
    for side in (comparison.base, comparison.head):
        yield from _section(f"Wrong in {side.name}", told.wrong(side))
    for rank in Risk:
        found = [change for risk, change in comparison.changes if risk is rank]
        yield from _heading(TITLES[rank], len(found))
        for change in found:
            yield from _change(change, comparison.effects.facts.get(change.new or "", ()))
    yield from _section("Changed, but not readable", told.unread(comparison.rewritten))
    if line := told.formatting(comparison.rewritten):
        yield from ("", f"Formatting: {line}")
    for title, lines in comparison.groups().items():
        yield from _section(title, lines)
    if comparison and (reason := told.not_compared(comparison)):
        yield from ("", reason)


def _heading(title: str, count: int) -> Iterator[str]:
    if count:
        yield from ("", f"{title} ({count})")


def _section(title: str, lines: list[str] | tuple[str, ...]) -> Iterator[str]:
    yield from _heading(title, len(lines))
    yield from (f"* {line}" for line in lines)


def _change(change: Change, now: tuple[str, ...]) -> Iterator[str]:
    yield f"* {told.headline(change, now)}"
    yield f"  {told.where(change)}"
    for label, passages in told.labels(change):
        yield from _quotes(label, passages)
    yield from (f"  - {sentence}" for sentence in change.lost)
    yield from (f"  + {sentence}" for sentence in change.gained)


def _quotes(label: str, passages: tuple[Passage, ...]) -> Iterator[str]:
    for passage in passages:
        said = "".join(f"⟦{text}⟧" if marked else text for text, marked in passage.pieces)
        place = passage.article if passage.line is None else f"{passage.article}:{passage.line}"
        missing = " (it does not stand there)" if passage.line is None else ""
        yield f"  {label}: {place}{missing}: {said}"
