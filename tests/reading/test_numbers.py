"""The reader of numbers: which counts a text gives, how exactly, and what counts nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import parse
from generator.reading.dates import read_dates
from generator.reading.numbers import read_numbers
from generator.text import Span


def read(text: str) -> list[str]:
    """What is read, one line for each mention: its words, `=`, and its bounds: `20`, `20+`, `-20`, `10..15`, `~20`."""
    return [
        f"{mention.written} = {_bounds(mention.low, mention.high, about=mention.about)}"
        for mention in read_numbers(text)
    ]


def _bounds(low: int | None, high: int | None, *, about: bool) -> str:
    if low is None:
        return f"-{high}"
    if high is None:
        return f"{low}+"
    return "~" * about + (str(low) if low == high else f"{low}..{high}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 731.", ["731 = 731"]),
        ("400,000 people have been killed so far.", ["400,000 = 400000"]),
        ("400 000 people fled.", ["400 000 = 400000"]),
        ("400\u00a0000 people fled.", ["400\u00a0000 = 400000"]),
        ("1 200 000 people fled.", ["1 200 000 = 1200000"]),
        ("310000 people", ["310000 = 310000"]),
        ("1,00,000 people", ["1,00,000 = 100000"]),
        ("1.5 million refugees", ["1.5 million = 1500000"]),
        ("3.7 million people", ["3.7 million = 3700000"]),
        ("300 thousand men", ["300 thousand = 300000"]),
        ("2.3m people fled", ["2.3m = 2300000"]),
        ("10k protesters", ["10k = 10000"]),
        ("six villages were freed", ["six = 6"]),
        ("twenty-three soldiers", ["twenty-three = 23"]),
        ("TWENTY-THREE SOLDIERS AND 6 OTHERS", ["TWENTY-THREE = 23", "6 = 6"]),
        ("Twenty three soldiers", ["Twenty three = 23"]),
        ("three hundred and fifty-two dead", ["three hundred and fifty-two = 352"]),
        ("two hundred thousand people", ["two hundred thousand = 200000"]),
        ("one hundred and twenty prisoners", ["one hundred and twenty = 120"]),
        ("a hundred prisoners", ["a hundred = 100"]),
        ("a million people", ["a million = 1000000"]),
        ("a million and a half people", ["a million and a half = 1500000"]),
        ("one and a half million people", ["one and a half million = 1500000"]),
        ("half a million people", ["half a million = 500000"]),
        ("a quarter of a million people", ["a quarter of a million = 250000"]),
        ("a dozen soldiers", ["a dozen = 12"]),
        ("two dozen soldiers", ["two dozen = 24"]),
        ("half a dozen soldiers", ["half a dozen = 6"]),
        ("zero casualties", ["zero = 0"]),
        ("killing one guard and wounding two others", ["one = 1", "two = 2"]),
        ("At least one was killed.", ["At least one = 1+"]),
        ("They killed one.", ["one = 1"]),
        ("3,218 deaths, 804 of them in the east, and 7,650 wounded", ["3,218 = 3218", "804 = 804", "7,650 = 7650"]),
        ("a further 7,650 people", ["7,650 = 7650"]),
        ("a 14-member delegation", ["14 = 14"]),
        ("a 300-strong force", ["300 = 300"]),
        ("crisis.400,000 people", ["400,000 = 400000"]),
        ("Raid Kills 3, Hurts 8", ["3 = 3", "8 = 8"]),
        ("In Oslo, 12, mostly envoys, met.", ["12 = 12"]),
        ("20 of the 30 hostages", ["20 = 20", "30 = 30"]),
    ],
)
def test_exact_numbers(text: str, expected: list[str]) -> None:
    """Digits and words, with any mark for thousands, give low = high."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 400,000 people", ["more than 400,000 = 400000+"]),
        ("MORE THAN 60,000 PEOPLE", ["MORE THAN 60,000 = 60000+"]),
        ("over 300 were killed", ["over 300 = 300+"]),
        ("well over 300 people", ["well over 300 = 300+"]),
        ("at least four people", ["at least four = 4+"]),
        ("At least 35 rebels and 12 soldiers", ["At least 35 = 35+", "12 = 12"]),
        ("no fewer than 12 people", ["no fewer than 12 = 12+"]),
        ("upwards of a dozen people", ["upwards of a dozen = 12+"]),
        ("a minimum of 5 observers", ["a minimum of 5 = 5+"]),
        ("above 400 people", ["above 400 = 400+"]),
        ("at least another 20 people", ["at least another 20 = 20+"]),
        ("at least a further 20 people", ["at least a further 20 = 20+"]),
        ("at least some 300 people", ["at least some 300 = 300+"]),
        ("10 or more people", ["10 or more = 10+"]),
        ("300+ people", ["300+ = 300+"]),
        ("a 20-plus delegation", ["20-plus = 20+"]),
        ("It killed 20, at least.", ["20, at least = 20+"]),
        ("It killed 20 people at least.", ["20 people at least = 20+"]),
        ("killing 20, at least 5 of them children", ["20 = 20", "at least 5 = 5+"]),
        ("up to 90,000 people", ["up to 90,000 = -90000"]),
        ("as many as 50 people", ["as many as 50 = -50"]),
        ("no more than 5 observers", ["no more than 5 = -5"]),
        ("not more than 5 observers", ["not more than 5 = -5"]),
        ("at most 5 observers", ["at most 5 = -5"]),
        ("fewer than 500 people", ["fewer than 500 = -500"]),
        ("less than 500 people", ["less than 500 = -500"]),
        ("just under 500 people", ["just under 500 = -500"]),
        ("5 observers at most", ["5 observers at most = -5"]),
        ("some 20 other people", ["some 20 = ~20"]),
        ("about 45,000", ["about 45,000 = ~45000"]),
        ("around two dozen people", ["around two dozen = ~24"]),
        ("nearly 700,000 people", ["nearly 700,000 = ~700000"]),
        ("Almost 3,000 dead", ["Almost 3,000 = ~3000"]),
        ("roughly half a million people", ["roughly half a million = ~500000"]),
        ("close to 650,000 people", ["close to 650,000 = ~650000"]),
        ("an estimated 240,000 people", ["an estimated 240,000 = ~240000"]),
        ("10 or so people", ["10 or so = ~10"]),
        ("20-odd people", ["20-odd = ~20"]),
    ],
)
def test_bounds_and_estimates(text: str, expected: list[str]) -> None:
    """The hedge words belong to the mention, before the number or after it."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 to 15 people", ["10 to 15 = 10..15"]),
        ("10-15 people", ["10-15 = 10..15"]),
        ("10–15 people", ["10–15 = 10..15"]),
        ("between 10 and 15 people", ["between 10 and 15 = 10..15"]),
        ("from 10 to 15 people", ["from 10 to 15 = 10..15"]),
        ("10,000 to 15,000 people", ["10,000 to 15,000 = 10000..15000"]),
        ("10 to 15 million people", ["10 to 15 million = 10000000..15000000"]),
        ("two or three thousand people", ["two or three thousand = 2000..3000"]),
        ("two or three people", ["two or three = 2..3"]),
        ("some 10 to 15 people", ["some 10 to 15 = ~10..15"]),
        ("up to 10-15 people", ["up to 10-15 = -15"]),
        ("The toll rose from 10 to 15.", ["10 = 10", "15 = 15"]),
        ("raising the toll by 12 to 57", ["12 = 12", "57 = 57"]),
        ("outnumbered 20 to 5", ["20 = 20", "5 = 5"]),
        ("killed 20 and 30 in two raids", ["20 = 20", "30 = 30", "two = 2"]),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    """A range has both bounds; a number before and one after a change are two numbers."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took over three villages.", ["three = 3"]),
        ("They handed over 20 prisoners.", ["20 = 20"]),
        ("talks over two islands", ["two = 2"]),
        ("questions about 20 prisoners", ["20 = 20"]),
        ("under two agreements", ["two = 2"]),
        ("It added up to 20 deaths.", ["20 = 20"]),
    ],
)
def test_prepositions_are_no_hedges(text: str, expected: list[str]) -> None:
    """`Over`, `about` and `under` bound a number only where they do not belong to the word before them."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of people, scores of them, tens of thousands, dozens, several hundred, two thousands",
        "one of the rebels, no one, no-one, not one soldier, the one in the east, this one, one another",
        "the only one left",
        "one in five people",
        "nine out of ten people",
        "the second round, the 3rd, the 23rd time, the third",
        "a 23-year-old man and a two-day truce, a 12-year feud, a 96-hour pause, a 10-mile-wide zone",
        "aged 30, aged between 5 and 12, at the age of 12",
        "Ahmad, 23, said so. Samir (24) agreed.",
        "children under 18, men over 60",
        "30 years old",
        "for six years, five months, 10 long years, two and a half years, 48 hours, three consecutive nights",
        "14km (8 miles), 90m, 20 square kilometres, 5 tonnes",
        "20%, 20 per cent, 20 percent, 10 to 15 percent, two-thirds, two thirds",
        "$5 million, $ 5, 5 million dollars, €20, 20 euros, US$30, 5 million US dollars, USD 5",
        "three times, 12:30, 4 am, 4:30 am, 10 p.m., 5 o'clock, 1200 GMT",
        "resolution 2254, resolutions 242 and 338, Article 5, articles 5, 6 and 7, No. 3, Nos. 3 and 4, number 10",
        "phase two, Chapter 7, Channel 4, the Group of 20, Zone 5, round three",
        "24/7, 3.14, 1.5, 10.000, 5+1, 1/3, 05, 007, 1.2.3.4, 20th, F-16, F-16s, AK-47, M-19, G20, B52, 1990s, #5",
        "555-1234-99, 9647701234567",
        "an average of 9 people daily, 5 per 1000",
        "1. The parties agree.",
        "half of them, a half, a quarter",
        "",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    """Vague words, pronouns, ordinals, ages, measures, money, shares, times and labels are no counts."""
    assert read(text) == []


def test_numbers_of_dates_are_taken() -> None:
    """What the reader of dates has read is no number, and does not join the number after it."""
    text = "On February 27 400 people and in 2016 5,000 fled; 20 to 22 May saw 3 raids."
    dates = read_dates(text, parse("2017-01-17"))
    assert [mention.written for mention in dates] == ["February 27", "2016", "20 to 22 May"]
    assert [number.written for number in read_numbers(text, [date.span for date in dates])] == ["400", "5,000", "3"]


def test_spans_count_the_original_characters() -> None:
    """White space runs and typography fold for reading only."""
    text = "  Some\u00a0\u00a020 people.\n\nAt  least 30 died."
    assert [(text[n.span.start : n.span.end], n.low) for n in read_numbers(text)] == [
        ("Some\u00a0\u00a020", 20),
        ("At  least 30", 30),
    ]


_PIECES = (
    "more than at least up to some about nearly over under between and from to or so 5 20 10-15 400,000 1.5 "
    "million half a dozen hundred thousand twenty one two-thirds % people years of the Article $ 2.3m - + ( ) , . "
    "'about' it's No. rose by an estimated another odd 24/7 400 000 aged".split()
)
phrases = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)


@given(st.one_of(phrases, st.text()))
@settings(deadline=None)
def test_any_text_gives_ordered_mentions(text: str) -> None:
    """Spans lie in the text and never overlap, `written` is the text of the span, and low is at most high."""
    end = 0
    for mention in read_numbers(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.written == text[mention.span.start : mention.span.end]
        assert mention.low is not None or mention.high is not None
        assert mention.low is None or mention.high is None or mention.low <= mention.high
        end = mention.span.end


@given(phrases)
@settings(deadline=None)
def test_typography_changes_no_number(text: str) -> None:
    """No-break spaces and curly apostrophes are read as their plain forms."""
    values = [(mention.low, mention.high, mention.about) for mention in read_numbers(text)]
    for variant in (text.replace(" ", "\u00a0"), text.replace("'", "\u2019")):
        assert [(mention.low, mention.high, mention.about) for mention in read_numbers(variant)] == values


@given(phrases, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=4))
@settings(deadline=None)
def test_no_number_is_read_inside_a_taken_span(text: str, places: list[tuple[int, int]]) -> None:
    """Digits of a taken span are in no mention, whatever the spans."""
    taken = [Span(start, start + length) for start, length in places]
    digits = {at for span in taken for at in range(span.start, min(span.end, len(text))) if text[at].isdigit()}
    for mention in read_numbers(text, taken):
        assert not digits & set(range(mention.span.start, mention.span.end))


@pytest.mark.parametrize(
    "unit", ["at least 5 or more ", "5 and ", "one hundred and ", "some ", "articles 5, ", "1-", "5 to 6 ", "a half "]
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    """Eight times the text takes nowhere near sixty-four times as long."""
    durations = []
    for copies in (500, 4000):
        start = time.perf_counter()
        read_numbers(unit * copies)
        durations.append(time.perf_counter() - start)
    assert durations[1] < 30 * durations[0] + 0.5
