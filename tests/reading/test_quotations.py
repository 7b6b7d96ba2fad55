"""What stands in quotation marks, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.quotations import quotations


def quoted(text: str) -> list[str]:
    """The stretches of a text in quotation marks."""
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She said "no" and “yes”.', ['"no"', "“yes”"]),
        ('Marks of two shapes: "the senior level.” End.', ['"the senior level.”']),
        ("He called it „talk“ or «talk».", ["„talk“", "«talk»"]),
        ("A 'truce', she said.", ["'truce'"]),
        ("A ‘driver,’ he said.", ["‘driver,’"]),
        ("Ruritania's offer and the rebels' answer.", []),
        ("'It's fine,' said Freedonia's envoy.", ["'It's fine,'"]),
        ("\"The 'driver' of it,\" he said.", ["\"The 'driver' of it,\""]),
        ('A pipe of 6" lies there.', []),
        ('He said: "First.\n\n"Second," he went on.', ['"First.', '"Second,"']),
        ('He said: "First.\n\nSecond," he went on.', []),
        ("no marks", []),
        ("", []),
    ],
)
def test_quotation_marks(text: str, found: list[str]) -> None:
    """Double and single marks, straight or not; an apostrophe is none, and a mark alone quotes nothing."""
    assert quoted(text) == found


@given(st.text(alphabet="a .,s'\"‘’“”\n", max_size=80))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    """No quotation lies in another, none is empty, and each ends in its text."""
    spans = quotations(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
