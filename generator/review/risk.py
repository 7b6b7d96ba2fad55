"""How much a change may harm a reader of the site: which of them a reviewer looks at first."""

from __future__ import annotations

from enum import IntEnum

from generator.review.changes import Change


class Risk(IntEnum):
    """From the change that may harm most to the one that harms least."""

    REMOVED = 0
    VALUE = 1
    QUOTE = 2
    NEW = 3
    WORDING = 4
    FORMATTING = 5


TITLES = {
    Risk.REMOVED: "Sources and facts removed",
    Risk.VALUE: "Values changed",
    Risk.QUOTE: "Quotes and texts changed",
    Risk.NEW: "New",
    Risk.WORDING: "Wording",
    Risk.FORMATTING: "Formatting",
}
"""What each rank is called."""

_WORDING = {
    "participants": {"role"},
    "positions": {"says"},
    "actors": {"name", "role", "also", "loaded"},
    "events": {"title", "place", "also"},
    "articles": {"title", "url", "published_basis", "language", "file"},
    "loaded words": {"words", "reason"},
    "set_aside": {"reason"},
}
_BESIDE = {"actors", "events", "loaded words"}
_TEXT = {"articles": {"text", "sha256"}, "set_aside": {"quote"}}
_WORDING_ANYWHERE = {"note", "because", "formerly"}


def risk(change: Change) -> Risk:
    """The rank of a change: that of the part of it that may harm most."""
    if change.how == "added":
        return Risk.NEW
    if change.how == "removed" and change.kind == "set_aside":
        return Risk.WORDING
    if change.how == "removed":
        return Risk.VALUE if change.kind in _BESIDE else Risk.REMOVED
    fields = {field.field for field in change.fields}
    text = _TEXT.get(change.kind, set())
    wording = _WORDING_ANYWHERE | _WORDING.get(change.kind, set()) | {f for f in fields if f.startswith("reason ")}
    if change.how == "moved" or fields - wording - text:
        return Risk.VALUE
    return Risk.QUOTE if change.requoted or fields & text else Risk.WORDING
