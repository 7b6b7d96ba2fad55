"""The same words in another dress: white space, line wraps, quotation marks, apostrophes and dashes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping

Dress = Callable[[str], str]


def _each_space(space: str) -> Dress:
    return lambda text: text.replace(" ", space).replace("\u00a0", space)


def _marks(marks: str, mark: str) -> Dress:
    return lambda text: re.sub(f"[{marks}]", mark, text)


def _curly_pairs(text: str) -> str:
    """Every other double quotation mark opens, as in `“…”`."""
    parts = re.split('["“”„]', text)
    return "".join(part + "“”"[place % 2] for place, part in enumerate(parts[:-1])) + parts[-1]


def _wrapped(text: str) -> str:
    """Lines of at most 78 characters, broken at spaces only, with a blank line between paragraphs."""
    lines = (
        "\n".join(textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)) for line in text.splitlines()
    )
    return "\n\n".join(line for line in lines if line) + "\n"


_EVERYWHERE: Mapping[str, Dress] = {
    "no-break spaces": _each_space("\u00a0"),
    "narrow no-break spaces": _each_space("\u202f"),
    "double spaces": _each_space("  "),
    "tabs": _each_space("\t"),
    "straight apostrophes": _marks("'‘’ʼ", "'"),
    "curly apostrophes": _marks("'‘’ʼ", "’"),
    "left single quotation marks": _marks("'‘’ʼ", "‘"),
    "letter apostrophes": _marks("'‘’ʼ", "ʼ"),
    "straight quotation marks": _marks('"“”„', '"'),
    "curly quotation marks": _curly_pairs,
    "low quotation marks": _marks('"“”„', "„"),
    "hyphens": _marks("-‐‑–—", "‐"),
    "no-break hyphens": _marks("-‐‑–—", "‑"),
    "en dashes": _marks("-‐‑–—", "–"),
    "em dashes": _marks("-‐‑–—", "—"),
}
QUOTES: Mapping[str, Dress] = {
    **_EVERYWHERE,
    "line wraps": _each_space("\n"),
    "wraps with spaces": _each_space(" \r\n  "),
    "white space round it": lambda quote: f" \n{quote}\u00a0\n",
}
"""What may differ between a quote and its article."""
ARTICLES: Mapping[str, Dress] = {
    **_EVERYWHERE,
    "line wraps": _wrapped,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n", "\n\n\n"),
}
"""What may differ between two copies of one article."""
