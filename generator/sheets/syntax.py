"""What PyYAML says of a file that it cannot read, in plain words with a remedy.

The pure and the compiled parser of PyYAML word the same fault differently; one rule here covers both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DIRECTIVE = "a line begins with %", "remove it: a sheet needs no directives"
SECOND_DOCUMENT = "a second document begins here", "keep one in each file, without --- and ..."
_QUOTE_IT = "put the text in quotes"


@dataclass(frozen=True)
class Fault:
    """What a parser stumbled over: its words, the text at the place, and the line where the construct opened."""

    problem: str
    context: str
    opened: int | None
    before: str
    """The line up to the place."""
    character: str
    """The character at the place, empty at the end of the file."""


def _no_start(fault: Fault) -> tuple[str, str]:
    if fault.character == "\t":
        return "a tab stands where only spaces may", "indent with spaces"
    return f"a text cannot begin with {fault.character}", _QUOTE_IT


def _unclosed(bracket: str, fault: Fault) -> tuple[str, str]:
    opened = f" of what opens in line {fault.opened}" if fault.opened else ""
    return f"a comma or the closing {bracket}{opened} is missing", f"put commas between items, and {bracket} at the end"


def _out_of_line(fault: Fault) -> tuple[str, str]:
    if fault.character in ("]", "}"):
        return f"a closing {fault.character} stands here that nothing opens", "remove it, or put the text in quotes"
    if fault.before.strip():
        return "something follows the end of a value", "put the whole value in quotes"
    return "this line does not line up with the keys above it", "indent it like the keys that it belongs with"


_ESCAPES = "write \\\\ for a backslash, or use single quotes"
_RULES: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "mapping values are not allowed",
        (
            "a colon and a space stand inside a text, or the line is indented too far",
            "put the text in quotes, or line the key up with the keys that it belongs with",
        ),
    ),
    ("tab character", ("a tab stands where only spaces may", "indent with spaces")),
    (
        "end of stream",
        (
            "the quotation mark that opens here is never closed",
            "close it, and double every apostrophe inside single quotes",
        ),
    ),
    (
        "document (indicator|separator)",
        ("a line with --- stands inside a text in quotes", "close the quotation mark before it"),
    ),
    ("unknown escape", ("a backslash in double quotes begins no known escape", _ESCAPES)),
    ("hexa?decimal", ("an escape in double quotes is not complete", _ESCAPES)),
    ("invalid Unicode", ("an escape in double quotes names no character", "write the character itself")),
    (
        "sequence entries are not allowed",
        ("a list begins on the line of its key", "begin it on the next line, or write [a, b]"),
    ),
    ("mapping keys are not allowed", ("a text cannot begin with ? and a space", _QUOTE_IT)),
    (
        "line break|indentation indicators?",
        ("text stands on the line of | or >", "begin the text on the next line, or put it in quotes"),
    ),
    ("alphabetic or numeric", ("a text cannot begin with * or &", _QUOTE_IT)),
    ("tag|URI", ("a text cannot begin with !", _QUOTE_IT)),
    (
        "expected ':'",
        ("this line is neither a key with its value nor part of a text", "write it as key: value, or indent it"),
    ),
    ("node content", ("a value is missing here", "write it, and put it in quotes where it is text")),
    ("directive|incompatible", DIRECTIVE),
    ("<document start>", SECOND_DOCUMENT),
)


def in_plain_words(fault: Fault) -> tuple[str, str]:
    """The message and the remedy for a fault."""
    if "cannot start any token" in fault.problem:
        return _no_start(fault)
    if "block mapping" in fault.context and re.search("expected key|<block end>", fault.problem):
        return _out_of_line(fault)
    if "block collection" in fault.context:
        return "a list goes on here without a hyphen", "begin each item with a hyphen, and line keys up with keys"
    if bracket := re.search(r"',' or '([\]}])'", fault.problem):
        return _unclosed(bracket[1], fault)
    for pattern, words in _RULES:
        if re.search(pattern, fault.problem):
            return words
    return f"this is not YAML ({fault.problem})", "correct the line"
