"""The EDTF subset: its forms and errors, intervals, comparison, and words."""

from __future__ import annotations

import datetime
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, Edtf, Point, between, from_day, in_words, parse

Day = datetime.date

POINTS = st.one_of(
    st.dates().map(lambda day: f"{day:%Y-%m-%d}".zfill(10)),
    st.dates().map(lambda day: f"{day:%Y-%m}".zfill(7)),
    st.dates().map(lambda day: f"{day.year:04d}"),
)
MARKED = st.tuples(POINTS, st.sampled_from(["", "?", "~", "%"])).map("".join)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031", Day(2031, 1, 1), Day(2031, 12, 31)),
        ("2031-02", Day(2031, 2, 1), Day(2031, 2, 28)),
        ("2032-02", Day(2032, 2, 1), Day(2032, 2, 29)),
        ("2031-05-12", Day(2031, 5, 12), Day(2031, 5, 12)),
        ("0001-01-01", Day(1, 1, 1), Day(1, 1, 1)),
        ("9999", Day(9999, 1, 1), Day(9999, 12, 31)),
        ("2031-05-12?", Day(2031, 5, 12), Day(2031, 5, 12)),
        ("2031-05~", Day(2031, 5, 1), Day(2031, 5, 31)),
        ("2031%", Day(2031, 1, 1), Day(2031, 12, 31)),
        ("XXXX-05", None, None),
        ("XXXX-02-29", None, None),
        ("2031-05-12/2031-05-14", Day(2031, 5, 12), Day(2031, 5, 14)),
        ("2031-05/2032", Day(2031, 5, 1), Day(2032, 12, 31)),
        ("2031-05-12/..", Day(2031, 5, 12), None),
        ("../2031-05", None, Day(2031, 5, 31)),
        ("2031-05-12?/2031-05-14?", Day(2031, 5, 12), Day(2031, 5, 14)),
        ("XXXX-05-12/XXXX-05-14", None, None),
        ("XXXX-05/..", None, None),
    ],
)
def test_parse_reads_every_form(text: str, first: Day | None, last: Day | None) -> None:
    """Years, months, days, unknown years, marks, intervals and open ends are read and written back as they were."""
    value = parse(text)
    assert (value.first, value.last, str(value)) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "is_interval", "year_known", "uncertain", "approximate"),
    [
        ("2031", False, True, False, False),
        ("2031?", False, True, True, False),
        ("2031~", False, True, False, True),
        ("2031%", False, True, True, True),
        ("2031-05/2031-06~", True, True, False, True),
        ("../2031?", True, True, True, False),
        ("XXXX-05-12", False, False, False, False),
        ("XXXX-05/..", True, False, False, False),
    ],
)
def test_properties_tell_what_was_written(
    text: str, *, is_interval: bool, year_known: bool, uncertain: bool, approximate: bool
) -> None:
    """A date knows whether it is an interval, has a year, and is worked out or about."""
    value = parse(text)
    assert (value.is_interval, value.year_known) == (is_interval, year_known)
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


FORMS = "write 2016, 2016-12, 2016-12-31, XXXX-12-31 or two of them with / between"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("May 2031", f"'May 2031' is not a date: {FORMS}"),
        ("", f"'' is not a date: {FORMS}"),
        ("31", f"'31' is not a date: {FORMS}"),
        ("2031-5-12", f"'2031-5-12' is not a date: {FORMS}"),
        ("2031-05-12T10:00", f"'2031-05-12T10:00' is not a date: {FORMS}"),
        ("2031-05-12 ", f"'2031-05-12 ' is not a date: {FORMS}"),
        ("2031-05-12\n", f"'2031-05-12\\n' is not a date: {FORMS}"),
        ("?2031", f"'?2031' is not a date: {FORMS}"),
        ("2031?-05", f"'2031?-05' is not a date: {FORMS}"),
        ("203X", f"'203X' is not a date: {FORMS}"),
        ("٢٠٣١", f"'٢٠٣١' is not a date: {FORMS}"),
        ("2031-05/", f"'2031-05/' is not a date: {FORMS}"),
        ("XXXX", "'XXXX' says nothing: with an unknown year give at least the month"),
        ("0000-05", "'0000-05' is not a date: years run from 0001 to 9999"),
        ("2031-13", "'2031-13' is not a date: there is no month 13"),
        ("2031-00", "'2031-00' is not a date: there is no month 00"),
        ("2031-02-29", "'2031-02-29' is not a date: February has no day 29"),
        ("XXXX-02-30", "'XXXX-02-30' is not a date: February has no day 30"),
        ("2031-05-00", "'2031-05-00' is not a date: May has no day 00"),
        ("2031/2032/2033", "'2031/2032/2033' is not a date: an interval has one /"),
        ("../..", "'../..' says nothing: an interval needs at least one end"),
        ("2031-05/2031-13", "'2031-05/2031-13' is not a date: there is no month 13"),
        ("2031-05/XXXX-06", "'2031-05/XXXX-06': give the year at both ends or at neither"),
        ("2031-05/2031-05", "'2031-05/2031-05' is one date: write 2031-05"),
        ("2031-06/2031-05", "'2031-06/2031-05' ends before it starts: write the earlier date first"),
    ],
)
def test_parse_says_why_not(text: str, message: str) -> None:
    """What is outside the subset is refused with the reason and what to write."""
    with pytest.raises(DateError) as error:
        parse(text)
    assert str(error.value) == message


@given(MARKED)
def test_a_single_date_is_written_as_it_was_read(text: str) -> None:
    """Reading and writing are inverse, and a date holds the days that its text begins with."""
    value = parse(text)
    assert str(value) == text
    assert not value.is_interval
    assert value.first is not None
    assert value.first.isoformat().startswith(text.rstrip("?~%"))


@given(MARKED, MARKED)
def test_an_interval_is_written_as_it_was_read(one: str, other: str) -> None:
    """Two different dates in order make an interval, and reading and writing it are inverse."""
    start, end = parse(one), parse(other)
    assert start.first is not None
    assert end.last is not None
    if one == other or start.first > end.last:
        with pytest.raises(DateError):
            parse(f"{one}/{other}")
    else:
        assert str(parse(f"{one}/{other}")) == f"{one}/{other}"


@given(st.text(alphabet="0123456789X-/.?~% ", max_size=24))
def test_parse_never_fails_otherwise(text: str) -> None:
    """Any text is a date or a `DateError`."""
    with suppress(DateError):
        assert str(parse(text)) == text


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("2031", "2031-05"),
        ("2031-05", "2031-05-12"),
        ("2031-05", "2031-05"),
        ("2031-05-12", "2031-05-12?"),
        ("2031-05-12/2031-05-14", "2031-05-13"),
        ("2031-05-12/..", "2031-05-13/.."),
        ("2031-05-12/..", "2040"),
        ("../2031", "1900/2031-05"),
        ("XXXX-05", "XXXX-05-12"),
        ("XXXX-05-12", "2031-05-12"),
        ("2031-05-12", "XXXX-05-12"),
        ("XXXX-05-12/XXXX-05-14", "2031-05-12/2031-05-14"),
        ("XXXX-05/..", "XXXX-05-12/.."),
        ("XXXX-05-12/XXXX-05-14", "XXXX-05-13"),
        ("XXXX-12-30/XXXX-01-02", "XXXX-01-01"),
        ("2031-12-30/2032-01-02", "XXXX-01-01"),
        ("XXXX-12-30/XXXX-01-02", "2031-12-31/2032-01-01"),
        ("XXXX-02", "XXXX-02-29"),
        ("2031", "XXXX-05"),
    ],
)
def test_covers_a_date_within(wider: str, narrower: str) -> None:
    """A date covers every date whose days all lie within it; an unknown year is any year."""
    assert parse(wider).covers(parse(narrower))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-05-12", "2031-05"),
        ("2031-05", "2031-06"),
        ("2031-05-12/2031-05-14", "2031-05-14/2031-05-15"),
        ("2031-05-12/..", "2031-05-11/.."),
        ("2031", "2031-05/.."),
        ("2031", "../2031"),
        ("XXXX-05-12", "2031-05-13"),
        ("XXXX-05-12", "XXXX-05"),
        ("XXXX-05-12/XXXX-05-14", "2031-05-12/2032-05-14"),
        ("XXXX-05-12/XXXX-05-14", "XXXX-05-11/XXXX-05-13"),
        ("2031-02", "XXXX-02-29"),
        ("9999-12-31", "XXXX-01-01"),
    ],
)
def test_covers_no_date_beyond(one: str, other: str) -> None:
    """A date does not cover one with a day outside it."""
    assert not parse(one).covers(parse(other))


@given(MARKED, MARKED)
def test_dates_that_cover_each_other_are_the_same_days(one: str, other: str) -> None:
    """Covering is reflexive, and mutual only for the same days."""
    a, b = parse(one), parse(other)
    assert a.covers(a)
    assert (a.covers(b) and b.covers(a)) == ((a.first, a.last) == (b.first, b.last))


def test_without_doubt_keeps_the_date() -> None:
    """`?` goes, `~` stays, and open ends stay open."""
    assert str(parse("2031-05?").without_doubt) == "2031-05"
    assert str(parse("2031%/2032").without_doubt) == "2031~/2032"
    assert str(parse("../2032?").without_doubt) == "../2032"


def test_between_is_one_day_or_an_interval() -> None:
    """Two days make an interval, the same day twice a single date."""
    assert str(between(Day(2031, 5, 12), Day(2031, 5, 14))) == "2031-05-12/2031-05-14"
    assert between(Day(2031, 5, 12), Day(2031, 5, 12)) == from_day(Day(2031, 5, 12)) == parse("2031-05-12")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-02", "2 May 2031"),
        ("2031~", "about 2031"),
        ("2031-05-02?", "2 May 2031 (worked out)"),
        ("2031-05%", "about May 2031 (worked out)"),
        ("XXXX-05-02", "2 May (year not stated)"),
        ("XXXX-05", "May (year not stated)"),
        ("2031-05-12/2031-05-14", "12 to 14 May 2031"),
        ("2031-05-12~/2031-05-14", "about 12 to 14 May 2031"),
        ("2031-05-30/2031-06-02", "30 May to 2 June 2031"),
        ("2031-12-30/2032-01-02", "30 December 2031 to 2 January 2032"),
        ("2031-05/2031-06", "May to June 2031"),
        ("2031/2033", "2031 to 2033"),
        ("2031/2031-06", "2031 to June 2031"),
        ("2031-05/2031-06~", "May 2031 to about June 2031"),
        ("2031-05-12?/2031-05-14?", "12 to 14 May 2031 (worked out)"),
        ("XXXX-05-12/XXXX-05-14", "12 to 14 May (year not stated)"),
        ("2031-05-12/..", "since 12 May 2031"),
        ("../2031~", "until about 2031"),
    ],
)
def test_in_words_shows_the_precision_it_has(text: str, words: str) -> None:
    """A date reads as English, no more precise than it is, and says where it was worked out or is about."""
    assert in_words(parse(text)) == words


def test_in_words_of_nothing_is_nothing() -> None:
    """A value without ends, which no text gives, has no words."""
    assert in_words(Edtf(None, None)) == ""


def test_a_point_has_no_days_without_a_year() -> None:
    """Without a year there is no first and no last day."""
    assert (Point(None, 5, 12).first, Point(None, 5, 12).last) == (None, None)
