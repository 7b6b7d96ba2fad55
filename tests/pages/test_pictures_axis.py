"""The laws of axis and lettering: whatever the days and the words, the order holds and nothing overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import MONTHS
from generator.pages.pictures.lettering import shortened, two_lines, width
from generator.pages.pictures.scale import EDGE, time_scale

LAST_DAY = 3652059
"""31 December 9999, as an ordinal."""
RIGHT = 673.0
ordinals = st.one_of(st.integers(1, LAST_DAY), st.integers(735000, 736000))
spans_of_days = st.tuples(ordinals, st.one_of(st.just(1), st.integers(1, 5000))).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], LAST_DAY + 1))
)


@given(st.lists(spans_of_days, min_size=1, max_size=30))
def test_the_axis_keeps_the_order_of_days(spans: list[tuple[int, int]]) -> None:
    """A later day is never drawn before an earlier one, everything within the edges; no words of ticks overlap."""
    scale = time_scale(spans, EDGE, RIGHT)
    days = sorted({day for span in spans for day in span})
    places = [scale.x(day) for day in days]
    assert places == sorted(places)
    assert EDGE <= places[0] <= places[-1] <= RIGHT
    assert time_scale(reversed(spans), EDGE, RIGHT) == scale
    ticks = scale.ticks()
    assert ticks
    assert [tick.x for tick in ticks] == sorted(tick.x for tick in ticks)
    rooms = []
    for tick in ticks:
        room = max(width(tick.upper, 10), width(tick.lower, 10))
        left = tick.words_x - {"start": 0, "middle": room / 2, "end": room}[tick.anchor]
        rooms.append((left, left + room))
    assert all(one[1] <= other[0] for one, other in pairwise(rooms))
    unbroken = [s for s in scale.stretches if not s.broken and s.last > s.first]
    assert all((s.right - s.left) / (s.last - s.first) == pytest.approx(scale.day) for s in unbroken)


@given(st.text(max_size=600), st.floats(20, 400))
def test_words_fit_their_room(words: str, room: float) -> None:
    """In one line or two, whatever they are made of."""
    assert width(shortened(words, room, 11), 11) <= room + 0.1
    for line in two_lines(words, room, 11):
        assert width(line, 11) <= room + 0.1


def test_the_months_have_names() -> None:
    """The axis shortens them to three letters, which no two share."""
    assert len({month[:3] for month in MONTHS[1:]}) == 12
