"""The reader of dates: what each way of writing a date means in an article of a known, a vague or no date."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import Edtf, from_day, parse
from generator.reading.dates import DateMention, read_dates

TUESDAY = "2017-01-17"


def read(text: str, published: str | None = TUESDAY) -> list[str]:
    """What is read, one line for each mention: its words, `=`, its values."""
    mentions = read_dates(text, parse(published) if published else None)
    return [" ".join((mention.written, "=", *map(str, mention.values))) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce took effect on 2015-11-24 at noon.", ["2015-11-24 = 2015-11-24"]),
        ("Updated 2015-11-24T08:30 local time", ["2015-11-24T08:30 = 2015-11-24"]),
        ("08.11.2015 Shelling goes on", ["08.11.2015 = 2015-11-08"]),
        ("08.11.2015Get the app", ["08.11.2015 = 2015-11-08"]),
        ("Signed on 24/11/2015.", ["24/11/2015 = 2015-11-24"]),
        ("Signed on 11/24/2015.", ["11/24/2015 = 2015-11-24"]),
        ("Signed on 03/04/2016.", ["03/04/2016 = 2016"]),
        ("Signed on 04/04/2016.", ["04/04/2016 = 2016-04-04"]),
        ("The envoys met on 9 January 2017.", ["9 January 2017 = 2017-01-09"]),
        ("The envoys met on January 9, 2017, in Oslo.", ["January 9, 2017 = 2017-01-09"]),
        ("The envoys met on January 9 2017 in Oslo.", ["January 9 2017 = 2017-01-09"]),
        ("Ruritania's president, left, in Oslo, Jan. 9, 2017.", ["Jan. 9, 2017 = 2017-01-09"]),
        ("It was signed on 09 Sept. 2015.", ["09 Sept. 2015 = 2015-09-09"]),
        ("It was signed on the 23rd of May 2016.", ["23rd of May 2016 = 2016-05-23"]),
        ("It was signed on 1st June, 2016.", ["1st June, 2016 = 2016-06-01"]),
        ("ON 5 OCTOBER 1994 THE SIDES SIGNED.", ["5 OCTOBER 1994 = 1994-10-05"]),
        ("Sunday 14 June 2015 Envoys leave town", ["Sunday 14 June 2015 = 2015-06-14"]),
        ("Thu Nov 5 2015 Shelling goes on", ["Thu Nov 5 2015 = 2015-11-05"]),
        ("It held from 29 February 2016.", ["29 February 2016 = 2016-02-29"]),
        ("The war started in February 2016.", ["February 2016 = 2016-02"]),
        ("The war started in Feb. 2016.", ["Feb. 2016 = 2016-02"]),
        ("The war started in February of 2016.", ["February of 2016 = 2016-02"]),
        ("The war started in late May 2016.", ["late May 2016 = 2016-05"]),
    ],
)
def test_dates_with_a_year_mean_themselves(text: str, expected: list[str]) -> None:
    """A date that names its year needs nothing of the article, whatever the order and the marks."""
    assert read(text) == expected
    assert read(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 the guns fell silent.", ["2016 = 2016"]),
        ("By 2003 it was over.", ["2003 = 2003"]),
        ("the famine of 2012", ["2012 = 2012"]),
        ("the winter of 2012", ["winter of 2012 = 2012"]),
        ("Resolution 2042 of 2012 says so.", ["2012 = 2012"]),
        ("fighting since 2011 in the north", ["since 2011 = 2011 2011/.."]),
        ("fighting since at least 2011", ["since at least 2011 = 2011 2011/.."]),
        ("fighting since about 2011", ["since about 2011 = 2011~ 2011~/.."]),
        ("a truce since mid-2014", ["since mid-2014 = 2014 2014/.."]),
        ("in early 2016 and late 2017", ["early 2016 = 2016", "late 2017 = 2017"]),
        ("a laureate of the 1979 peace prize", ["1979 = 1979"]),
        ("Ruritania's 2015 accord", ["2015 = 2015"]),
        ("under the old coalition (1951 - 1955)", ["1951 - 1955 = 1951/1955"]),
        ("the war (2011-2015) and its end", ["2011-2015 = 2011/2015"]),
        ("between 2011 and 2015", ["between 2011 and 2015 = 2011/2015"]),
        ("from 2011 to 2015", ["from 2011 to 2015 = 2011/2015"]),
        ("in 2012 and 2013", ["2012 and 2013 = 2012/2013"]),
        ("in 2012 and in 2015", ["2012 = 2012", "2015 = 2015"]),
        ("in 2012 and 2015", ["2012 = 2012", "2015 = 2015"]),
        ("elections planned for 2018", ["2018 = 2018"]),
        ("in the 2015-16 campaign", ["2015-16 = 2015/2016"]),
        ("in the early 1990s", ["early 1990s = 1990/1999"]),
        ("2016 was the deadliest year", ["2016 = 2016"]),
        ("fewer than before, compared with 2015", ["2015 = 2015"]),
    ],
)
def test_years_in_the_context_of_a_date(text: str, expected: list[str]) -> None:
    """A bare year is read where the words round it make it one."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2254 calls for talks.",
        "Under resolution 2118, inspectors came.",
        "2016 people were killed.",
        "The shells hit 2016 homes.",
        "200 of 2016 detainees were freed.",
        "the 2016 detainees",
        "some 2,011 people",
        "between 1900 and 2000 people",
        "from 1900 to 2000 fighters",
        "in 2000 villages",
        "at 2000 GMT",
        "killed by 2003 shells",
        "Flight 1984 landed.",
        "It was 12:30 and 24/7 and 3.14 and 1.2.3.4.",
        "He is 23 years old and 45 percent of 20 million dollars",
        "Theresa May said the talks had failed. May said no, and a deal by May was rejected.",
        "They may resign and march on the capital in march step.",
        "He sat in the sun for a second, on sat and sun.",
        "The march on the capital, an august assembly",
        "Jan Egsund and Mar Dec spoke.",
        "the Sunday Times of Ruritania, Bloody Sunday, the Good Friday agreement, Friday prayers",
        "every Friday, on Fridays, on a Friday, each Monday, the previous Monday",
        "Ruritania Today reported it.",
        "30 February and 31 June",
        "the last week of the war, the next year of his term",
        "the last two days of the talks",
        "for years, in recent weeks, in the coming days, the last few days",
        "two days later, a week earlier, three months before",
        "It lasted for three months and was kept for only a week.",
        "in the next two weeks",
        "a week from Monday, Monday week, Thursday the 5th",
        "many years ago, several weeks ago",
        "last of all, next to the town, this one",
        "a 96-hour pause and a 12-year feud",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Verbs, names, counts, labels, times of day and vague times are no dates."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks will be held on Wednesday and Thursday.", ["Wednesday and Thursday = 2017-01-18/2017-01-19"]),
        ("Talks were held on Wednesday and Thursday.", ["Wednesday and Thursday = 2017-01-11/2017-01-12"]),
        ("They died on Monday and Tuesday.", ["Monday and Tuesday = 2017-01-16/2017-01-17"]),
        ("They met on Monday and Friday.", ["Monday = 2017-01-16", "Friday = 2017-01-13"]),
        ("They will meet on Thursday or Friday.", ["Thursday or Friday = 2017-01-19/2017-01-20"]),
        ("It lasted from Friday until Sunday.", ["from Friday until Sunday = 2017-01-13/2017-01-15"]),
        ("Talks will run Monday through Wednesday.", ["Monday through Wednesday = 2017-01-23/2017-01-25"]),
        ("They will meet on January 23 and 24 in Oslo.", ["January 23 and 24 = 2017-01-23/2017-01-24"]),
        ("They met on January 5 and 13 in Oslo.", ["January 5 = 2017-01-05", "13 = 2017-01-13"]),
        ("They met on January 5, 6 and 7.", ["January 5, 6 and 7 = 2017-01-05/2017-01-07"]),
        ("On January 5 and 20 people died.", ["January 5 = 2017-01-05"]),
        ("Talks on 23-24 January", ["23-24 January = 2017-01-23/2017-01-24"]),
        ("Talks on 23 and 24 January 2016", ["23 and 24 January 2016 = 2016-01-23/2016-01-24"]),
        ("Talks on Feb. 20-22 in Oslo", ["Feb. 20-22 = 2017-02-20/2017-02-22"]),
        ("They met from 2 to 4 May.", ["from 2 to 4 May = 2016-05-02/2016-05-04"]),
        ("The guns fell silent between 3 and 5 March.", ["between 3 and 5 March = 2016-03-03/2016-03-05"]),
        ("Truces in February and September failed.", ["February = 2016-02", "September = 2016-09"]),
        ("Truces, in February and September 2016, failed.", ["February = 2016-02", "September 2016 = 2016-09"]),
        ("It held from 30 April to 2 May.", ["from 30 April to 2 May = 2016-04-30/2016-05-02"]),
        ("It held from December 28 to January 3.", ["from December 28 to January 3 = 2016-12-28/2017-01-03"]),
        ("from 28 December to 3 January 2016", ["from 28 December to 3 January 2016 = 2015-12-28/2016-01-03"]),
        ("They met on 5 May and 7 June 2015.", ["5 May = 2015-05-05", "7 June 2015 = 2015-06-07"]),
        ("from January to March 2016", ["from January to March 2016 = 2016-01/2016-03"]),
        ("It was held in April and May.", ["April and May = 2016-04/2016-05"]),
        ("from late March to early May", ["from late March to early May = 2017-03/2017-05"]),
        ("between early March and late May", ["between early March and late May = 2017-03/2017-05"]),
        ("moved from January 23 to February 8", ["January 23 = 2017-01-23", "February 8 = 2017-02-08"]),
    ],
)
def test_two_dates_in_one_phrase(text: str, expected: list[str]) -> None:
    """Neighbouring days and ranges are one interval; other days of a list are a mention each."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came yesterday.", ["yesterday = 2017-01-16"]),
        ("THE MINISTERS SIGNED TODAY", ["TODAY = 2017-01-17"]),
        ("today's talks", ["today = 2017-01-17"]),
        ("the day before yesterday", ["day before yesterday = 2017-01-15"]),
        ("the day after tomorrow", ["day after tomorrow = 2017-01-19"]),
        ("tomorrow and tonight", ["tomorrow = 2017-01-18", "tonight = 2017-01-17"]),
        ("last night's meeting", ["last night = 2017-01-16"]),
        ("this afternoon", ["this afternoon = 2017-01-17"]),
        ("shelled overnight", ["overnight = 2017-01-16/2017-01-17"]),
        ("this week", ["this week = 2017-01-16/2017-01-22"]),
        ("last week", ["last week = 2017-01-09/2017-01-15"]),
        ("next week's talks", ["next week = 2017-01-23/2017-01-29"]),
        ("since last week", ["since last week = 2017-01-09/2017-01-15 2017-01-09/.."]),
        ("earlier this week", ["earlier this week = 2017-01-16/2017-01-17"]),
        ("later this week", ["later this week = 2017-01-17/2017-01-22"]),
        ("this month", ["this month = 2017-01"]),
        ("they were warned last month of consequences", ["last month = 2016-12"]),
        ("early next month", ["early next month = 2017-02"]),
        ("late last year", ["late last year = 2016"]),
        ("later this year and next year", ["later this year = 2017", "next year = 2018"]),
        ("by the end of the year", ["end of the year = 2017"]),
        ("over the weekend", ["weekend = 2017-01-14/2017-01-15"]),
        ("last weekend", ["last weekend = 2017-01-14/2017-01-15"]),
        ("They will meet this weekend.", ["this weekend = 2017-01-21/2017-01-22"]),
        ("the week of January 23", ["week of January 23 = 2017-01-23/2017-01-29"]),
        ("the weekend of January 14", ["weekend of January 14 = 2017-01-14/2017-01-15"]),
        ("the week beginning 25 January", ["week beginning 25 January = 2017-01-25/2017-01-31"]),
        ("two days ago", ["two days ago = 2017-01-15"]),
        ("only four days ago", ["only four days ago = 2017-01-13"]),
        ("about ten days ago", ["about ten days ago = 2017-01-07~"]),
        ("two weeks ago", ["two weeks ago = 2017-01-02~/2017-01-08~"]),
        ("a week ago", ["a week ago = 2017-01-09~/2017-01-15~"]),
        ("STARTED 14 MONTHS AGO", ["14 MONTHS AGO = 2015-11~"]),
        ("more than six years ago", ["more than six years ago = 2011~"]),
        ("two decades ago", ["two decades ago = 1997~"]),
        ("over the past six years", ["past six years = 2011~ 2011~/.."]),
        ("over the past almost six years", ["past almost six years = 2011~ 2011~/.."]),
        ("for the last five months", ["last five months = 2016-08~ 2016-08~/.."]),
        ("in the past two weeks", ["past two weeks = 2017-01-03~ 2017-01-03~/.."]),
        ("this past year", ["past year = 2016~ 2016~/.."]),
        ("in the last week", ["last week = 2017-01-10~ 2017-01-10~/.."]),
        ("in the past decade", ["past decade = 2007~ 2007~/.."]),
        ("in the last 48 hours", ["last 48 hours = 2017-01-15~ 2017-01-15~/.."]),
    ],
)
def test_dates_counted_from_the_article(text: str, expected: list[str]) -> None:
    """Weeks run from Monday to Sunday; weeks, months and years ago, and the start of a span, are approximate."""
    assert read(text) == expected
    mentions = read_dates(text, None)
    assert [mention.relative for mention in mentions] == [True] * len(expected)
    assert all(not mention.values for mention in mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce will last until Friday.", ["until Friday = 2017-01-20 ../2017-01-20"]),
        ("The truce lasted until Friday.", ["until Friday = 2017-01-13 ../2017-01-13"]),
        ("The truce was extended until Friday.", ["until Friday = 2017-01-20 ../2017-01-20"]),
        ("The sides postponed the round until 3 March.", ["until 3 March = 2017-03-03 ../2017-03-03"]),
        ("They have until Friday to sign.", ["until Friday = 2017-01-20 ../2017-01-20"]),
        ("They have two weeks, until 5 February, to sign.", ["until 5 February = 2017-02-05 ../2017-02-05"]),
        ("a pause until early Tuesday at the border", ["until early Tuesday = 2017-01-17 ../2017-01-17"]),
        ("a mandate up to 30 November", ["up to 30 November = 2016-11-30 ../2016-11-30"]),
        ("until 1986", ["until 1986 = 1986 ../1986"]),
        ("It was signed on or around 10 May.", ["on or around 10 May = 2016-05-10~"]),
        ("It was signed about 10 May 2016.", ["about 10 May 2016 = 2016-05-10~"]),
        ("since about the end of 2011", ["since about the end of 2011 = 2011~ 2011~/.."]),
    ],
)
def test_since_until_and_about(text: str, expected: list[str]) -> None:
    """`Since` and `until` also mean the open time; `about` and `around` make a date approximate."""
    assert read(text) == expected


def test_mentions_say_whether_they_are_relative() -> None:
    """What names its year does not depend on the article; a month and a day alone do."""
    mentions = read_dates("Signed in 2016, on 5 May and on 5 May 2016, since Monday.", parse(TUESDAY))
    assert [(mention.written, mention.relative) for mention in mentions] == [
        ("2016", False),
        ("5 May", True),
        ("5 May 2016", False),
        ("since Monday", True),
    ]


def test_mentions_stay_within_their_sentence() -> None:
    """A title's last word joins nothing in the text below it, and spans count the original characters."""
    text = "  Talks on Monday\n\nJanuary 23 is too early.  On\u00a0\u00a0Feb.\u00a020,  envoys met."
    mentions = read_dates(text, parse(TUESDAY))
    assert [mention.written for mention in mentions] == ["Monday", "January 23", "Feb.\u00a020"]
    assert [text[mention.span.start : mention.span.end] for mention in mentions] == [m.written for m in mentions]


_PIECES = (
    "on by since until from to between and or the a of in early late mid - about around last next this week month year "
    "Monday Thursday Fri. (Jan. 6) January March May Sept. 5 23rd 2016 2254 '89 , . ; 1990s yesterday weekend ago "
    "today two three years days past six months will be held said met 'said' it's talks' people 2016-07-24 08.11.2015 "
    "12/11/2016 31 30 February ( )".split()
)
phrases = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)
publications = st.one_of(
    st.none(),
    st.sampled_from(
        ["2017-01-19?/2017-01-22?", "2017-01", "2016", "2016/..", "../2016", "XXXX-05", "0001", "9999-12"]
    ).map(parse),
    st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)).map(from_day),
)


def _check(text: str, mentions: tuple[DateMention, ...]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.written == text[mention.span.start : mention.span.end]
        end = mention.span.end
        for value in mention.values:
            assert parse(str(value)) == value


@given(st.one_of(phrases, st.text()), publications)
@settings(deadline=None)
def test_any_text_gives_ordered_mentions_and_valid_dates(text: str, published: Edtf | None) -> None:
    """Spans lie in the text and never overlap, `written` is the text of the span, values are dates of the subset."""
    _check(text, read_dates(text, published))


@given(phrases, publications)
@settings(deadline=None)
def test_typography_changes_no_value(text: str, published: Edtf | None) -> None:
    """No-break spaces and curly apostrophes are read as their plain forms."""
    values = [mention.values for mention in read_dates(text, published)]
    assert [m.values for m in read_dates(text.replace(" ", "\u00a0"), published)] == values
    assert [m.values for m in read_dates(text.replace("'", "\u2019"), published)] == values


@pytest.mark.parametrize(
    "unit",
    [
        "on Monday ",
        "January 5, ",
        "5 and ",
        "the first week of ",
        "2011-",
        "will be not been ",
        "1.",
        "two years ",
        "((",
        "'s ",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    """Eight times the text takes nowhere near sixty-four times as long."""
    durations = []
    for copies in (500, 4000):
        start = time.perf_counter()
        read_dates(unit * copies, parse("2017-01-19?/2017-01-22?"))
        durations.append(time.perf_counter() - start)
    assert durations[1] < 30 * durations[0] + 0.5
