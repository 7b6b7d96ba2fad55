"""Numbers, lists and words of a vocabulary as a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence


def count_in_words(low: int | None, high: int | None, *, about: bool = False) -> str:
    """A number of people: `about 1,500`, `400,000 or more`, `20 to 30`."""
    hedge = "about " if about else ""
    if high is None:
        return f"{hedge}{low or 0:,} or more"
    if low is None:
        return f"{hedge}{high:,} or fewer"
    return f"{hedge}{low:,}" if low == high else f"{hedge}{low:,} to {high:,}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: `A`, `A and B`, `A, B and C`."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def label(word: str) -> str:
    """A word of a vocabulary as people write it: `in effect`, not `in-effect`."""
    return word.replace("_", " ").replace("-", " ")
