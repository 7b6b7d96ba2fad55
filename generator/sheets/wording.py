"""The words that problems of sheets are written in: values shown, places named, near misses offered."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from generator.text import printable

_SHOWN_AT_MOST = 60
_COMPARED_AT_MOST = 100
"""Longer words are no slips of the pen, and comparing them costs time."""


def shortened(text: str, at_most: int = _SHOWN_AT_MOST) -> str:
    """A text fit for one line of a report: printable, and cut with `…` beyond so many characters."""
    line = printable(text[: 4 * at_most])
    return line if len(line) <= at_most else line[: at_most - 1].rstrip() + "…"


def shown(text: str) -> str:
    """A text as reports show it, in quotation marks."""
    return f"'{shortened(text)}'"


def where(keys: Iterable[str | int]) -> str:
    """A place in the words of the file, such as `dates.talks.when`; positions in lists are left to the line number."""
    return ".".join(shortened(key) or "''" for key in keys if isinstance(key, str)) or "file"


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words in a row: `a, b or c`."""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


@lru_cache(maxsize=4096)
def near(word: str, words: tuple[str, ...]) -> str | None:
    """The one of `words` that `word` is most likely a slip of the pen for, if any."""
    if len(word) > _COMPARED_AT_MOST:
        return None
    by_lower_case = {known.lower(): known for known in reversed(words)}
    matches = get_close_matches(word.lower(), by_lower_case, n=1)
    return by_lower_case[matches[0]] if matches else None


def kind(value: object) -> str:
    """What a value of a YAML file is, in a reader's words."""
    if value is None:
        return "an empty value"
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a mapping" if isinstance(value, dict) else "a list"
