"""What a text puts in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.text import Span, paragraphs

_DOUBLE = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]')
_OPENS, _CLOSES = frozenset("\u201c\u201e\u201f\u00ab"), frozenset("\u201d\u00bb")
_SINGLE = re.compile("(?<!\\w)['\u2018](?=[^\\s'\u2019])|(?<=\\S)['\u2019](?!\\w)")
_SINGLE_AT_MOST = 1000
"""Characters between single marks; more is an apostrophe that something far away seems to close."""


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches in quotation marks, the marks included, in order; none lies inside another.

    A quotation that a paragraph leaves open goes to its end where the next paragraph opens with a mark again, as
    printers do; otherwise the mark stands alone and quotes nothing. An apostrophe is no mark.
    """
    found: list[Span] = []
    spans = list(paragraphs(text))
    for paragraph, following in pairwise([*spans, None]):
        assert paragraph is not None
        goes_on = following is not None and _DOUBLE.match(text, following.start) is not None
        doubles = list(_doubles(text, paragraph, goes_on=goes_on))
        found += sorted([*doubles, *_singles(text, paragraph, doubles)])
    return tuple(found)


def _doubles(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Span]:
    start: int | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if start is None:
            start = None if mark[0] in _CLOSES else mark.start()
        elif mark[0] not in _OPENS or (text[start], mark[0]) == ("\u201e", "\u201c"):
            yield Span(start, mark.end())
            start = None
    if start is not None and goes_on:
        yield Span(start, paragraph.end)


def _singles(text: str, paragraph: Span, doubles: list[Span]) -> Iterator[Span]:
    """Quotations in single marks between those in double ones."""
    edges = [paragraph.start, *(edge for span in doubles for edge in (span.start, span.end)), paragraph.end]
    for gap_start, gap_end in zip(edges[::2], edges[1::2], strict=True):
        start: int | None = None
        for mark in _SINGLE.finditer(text, gap_start, gap_end):
            before = text[mark.start() - 1 : mark.start()]
            opens = mark[0] == "\u2018" or (
                mark[0] == "'" and (not before or not (before.isalnum() or before in ".,!?"))
            )
            if opens and (start is None or mark.start() - start > _SINGLE_AT_MOST):
                start = mark.start()
            elif not opens and start is not None and mark.end() - start <= _SINGLE_AT_MOST:
                yield Span(start, mark.end())
                start = None
