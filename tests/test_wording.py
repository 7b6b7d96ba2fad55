"""Numbers, lists and words of a vocabulary as a reader meets them."""

from __future__ import annotations

import pytest

from generator.wording import count_in_words, label, listed


@pytest.mark.parametrize(
    ("low", "high", "about", "words"),
    [
        (1500, 1500, False, "1,500"),
        (1500, 1500, True, "about 1,500"),
        (20, 30, False, "20 to 30"),
        (400000, None, False, "400,000 or more"),
        (None, 20, True, "about 20 or fewer"),
    ],
)
def test_a_count_has_its_bounds(low: int | None, high: int | None, words: str, *, about: bool) -> None:
    """Exact, rounded, a range, or bounded on one side."""
    assert count_in_words(low, high, about=about) == words


def test_lists_and_labels() -> None:
    """A list ends with "and"; a word of a vocabulary has no hyphens."""
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]
    assert [label("in-effect"), label("dead_or_wounded")] == ["in effect", "dead or wounded"]
