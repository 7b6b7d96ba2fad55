"""How much room words take in a picture, for layouts that are made without a browser.

Widths are in units of the picture, and on the wide side: those of DejaVu Sans, which is wider than the other
fonts that a theme's stack ends in. So words that fit here fit everywhere.
"""

from __future__ import annotations

import unicodedata

from generator.text import printable

BOLD = 1.18
"""How much more room bold words take, in letters of the same size."""
_READ_AT_MOST = 400
"""Characters; no label shows as many."""
_NARROW, _BROAD = frozenset("fijlrtI.,:;'’|!()[]{}-/ \"“”"), frozenset("mwMWGOQ@%&—…")


def width(words: str, size: float) -> float:
    """The room that words take at most, set in letters of this size."""
    return round(sum(_em(letter) for letter in words) * size, 1)


def _em(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or letter in _BROAD:
        return 1.0
    if letter in _NARROW:
        return 0.42
    return 0.73 if letter.isupper() else 0.64


def shortened(words: str, room: float, size: float) -> str:
    """Words in one line of at most this room, with an ellipsis where they end early."""
    text = printable(words[:_READ_AT_MOST])
    if width(text, size) <= room:
        return text
    room -= width("…", size)
    for count, letter in enumerate(text):
        room -= _em(letter) * size
        if room < 0:
            return text[:count].rstrip() + "…"
    return text


def two_lines(words: str, room: float, size: float) -> tuple[str, str]:
    """Words in two lines of at most this room each, broken at a space; the second is empty where one is enough."""
    text = printable(words[:_READ_AT_MOST])
    if width(text, size) <= room:
        return text, ""
    first = ""
    for word in text.split(" "):
        longer = f"{first} {word}" if first else word
        if width(longer, size) > room:
            break
        first = longer
    if not first:
        return shortened(text, room, size), ""
    return first, shortened(text[len(first) :], room, size)
