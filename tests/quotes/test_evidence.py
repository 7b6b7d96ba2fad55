"""The words given for a fact: which mentions its quotes hold whole, and which they cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.quotes import Evidence, Words
from generator.reading.names import Names
from generator.text import Span

TEXT = "In May 2016 Ruritania lost 40 soldiers, 1,200 fled on 3 June, and Graustark counted 15 dead by 9 July 2016. "
ARTICLE = Evidence(TEXT, Names({"ruritania": ["Ruritania"], "graustark": ["Graustark"]}), None)
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(SPANS, min_size=1, max_size=3))
def test_mentions_within_and_cut_are_those_of_a_reading_of_all(spans: list[Span]) -> None:
    """A quote holds the mentions wholly inside it and cuts those that it shares only some characters with."""
    words = Words(ARTICLE, spans, None)
    dates, numbers = ARTICLE.dates, ARTICLE.numbers
    assert words.within(dates) == [m for m in dates if any(span.holds(m.span) for span in spans)]
    assert words.within(ARTICLE.actors) == [m for m in ARTICLE.actors if any(span.holds(m.span) for span in spans)]
    assert words.cut(numbers) == [m for m in numbers if any(_cuts(span, m.span) for span in spans)]


def _cuts(span: Span, place: Span) -> bool:
    return span.overlaps(place) and not span.holds(place)


def test_the_article_of_these_tests_has_mentions_of_each_sort() -> None:
    """The law above is of something."""
    assert (len(ARTICLE.actors), len(ARTICLE.dates), len(ARTICLE.numbers)) == (2, 3, 3)
