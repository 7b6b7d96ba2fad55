"""Scalars of YAML 1.2 core: what a plain text means, and the plainest way to write a text so that it stays one.

One deliberate tightening: a decimal integer with leading zeros stays text, so that no zero is lost.
"""

from __future__ import annotations

import json
import re

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLS = dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?(?:\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN")

DIGITS_AT_MOST = 18
"""No number of a sheet is longer; what is, is text without its quotation marks."""


def value_of(plain: str) -> str | int | float | bool | None:
    """What a text without quotation marks means; a number that `is_too_long` stays text."""
    if plain in _NULLS:
        return None
    if plain in _BOOLS:
        return _BOOLS[plain]
    if _WHOLE.fullmatch(plain):
        return plain if _LEADING_ZERO.fullmatch(plain) or is_too_long(plain) else int(plain, _base(plain))
    if _FLOAT.fullmatch(plain):
        return float(plain)
    return float(plain.replace(".", "")) if _NOT_FINITE.fullmatch(plain) else plain


def _base(whole: str) -> int:
    return {"0o": 8, "0x": 16}.get(whole[:2], 10)


def is_too_long(plain: str) -> bool:
    """Whether a text without quotation marks is a whole number beyond `DIGITS_AT_MOST`."""
    return len(plain) > DIGITS_AT_MOST and bool(_WHOLE.fullmatch(plain)) and not _LEADING_ZERO.fullmatch(plain)


def _text_without_quotes(text: str) -> bool:
    """Whether every reader of YAML 1.2 core takes this text for text, not only this one."""
    return isinstance(value_of(text), str) and not _WHOLE.fullmatch(text)


_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that no line of a sheet holds: those that YAML refuses, those that end a line for some, and tabs."""
_CANNOT_START = frozenset(",[]{}#&*!|>'\"%@`")
_ENDS_PLAIN = re.compile(r":(?: |$)| #")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]")


def _plain(text: str, *, flow: bool) -> bool:
    """Whether YAML reads `text` back whole when it stands without quotation marks."""
    if not text or text != text.strip() or _ESCAPED.search(text) or _ENDS_PLAIN.search(text):
        return False
    if flow and _ENDS_PLAIN_IN_FLOW.search(text):
        return False
    if text[0] in "-?:":
        return len(text) > 1 and not text[1].isspace() and (text[0] == "-" or not flow)
    return text[0] not in _CANNOT_START


def without_invisible(json_text: str) -> str:
    """JSON on one line with everything escaped in its texts that no line of a sheet holds."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def double_quoted(text: str) -> str:
    """A text in double quotation marks, on one line, with everything escaped that cannot be seen."""
    return without_invisible(json.dumps(text, ensure_ascii=False))


def _quoted(text: str) -> str:
    return double_quoted(text) if _ESCAPED.search(text) else "'" + text.replace("'", "''") + "'"


def on_one_line(text: str, *, flow: bool = False) -> str:
    """A text on one line: plain where that reads back the same, else in single quotes, double only where needed."""
    return text if _plain(text, flow=flow) and _text_without_quotes(text) else _quoted(text)


def as_key(text: str) -> str:
    """A key on one line. Keys are always text, so that `2016` or `null` need no quotation marks."""
    # At the start of a line `---` and `...` end a document, and `<<` merges for readers of YAML 1.1.
    special = text.startswith(("---", "...")) or text == "<<"
    return text if _plain(text, flow=False) and not special else _quoted(text)


_BREAK = re.compile(r"(?<=\S) (?=\S)")


def folded(text: str, width: int) -> list[str] | None:
    """The lines of a folded block scalar `>-` at most `width` wide, None where folding would change the text."""
    paragraphs = text.split("\n")
    if not paragraphs[0] or not paragraphs[-1]:
        return None
    lines: list[str] = []
    for paragraph in paragraphs:
        if paragraph != paragraph.strip() or _ESCAPED.search(paragraph):
            return None
        if lines:
            lines.append("")
        lines += _wrapped(paragraph, width) if paragraph else []
    return lines


def _wrapped(paragraph: str, width: int) -> list[str]:
    first, *words = _BREAK.split(paragraph)
    lines, line, length = [], [first], len(first)
    for word in words:
        if length + 1 + len(word) > width:
            lines.append(" ".join(line))
            line, length = [], -1
        line.append(word)
        length += 1 + len(word)
    return [*lines, " ".join(line)]
