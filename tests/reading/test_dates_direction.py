"""The reader of dates: which year, which week and which way a date that leaves them open lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_dates import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The nearest of the past:
        ("The truce was endorsed on December 31.", ["December 31 = 2016-12-31"]),
        ("The truce, which came into effect on Dec. 30, holds.", ["Dec. 30 = 2016-12-30"]),
        ("He met the envoys on 17 January.", ["17 January = 2017-01-17"]),
        ("An attack killed 12 people on 2 February.", ["2 February = 2016-02-02"]),
        ("ON 5 OCTOBER THE PARTIES SIGNED A TRUCE.", ["5 OCTOBER = 2016-10-05"]),
        ("Since 3 October, 80 villages have been cut off.", ["Since 3 October = 2016-10-03 2016-10-03/.."]),
        ("since the 3 October accord", ["since the 3 October = 2016-10-03 2016-10-03/.."]),
        ("since a 3 October accord was agreed", ["3 October = 2016-10-03"]),
        # The next to come:
        ("Talks are scheduled for January 23.", ["January 23 = 2017-01-23"]),
        ("Talks are expected to start on Jan. 23 in Oslo.", ["Jan. 23 = 2017-01-23"]),
        ("The meeting will take place on January 23, as planned.", ["January 23 = 2017-01-23"]),
        ("Elections will be held on 5 December.", ["5 December = 2017-12-05"]),
        ("Elections are due on 20 November.", ["20 November = 2017-11-20"]),
        ("It comes ahead of the next round in Oslo on February 8.", ["February 8 = 2017-02-08"]),
        ("THE MANDATE COULD LAPSE ON 20 MARCH.", ["20 MARCH = 2017-03-20"]),
        ("The round will open on January 17.", ["January 17 = 2017-01-17"]),
        ("The round will be held on January 9.", ["January 9 = 2017-01-09"]),
        ("A new date of February 10 has been set.", ["February 10 = 2017-02-10"]),
        ("He said elections would be held on 5 December.", ["5 December = 2017-12-05"]),
        # Said in the past, of what is to come:
        ("Both sides accepted an invitation to talks on January 23.", ["January 23 = 2017-01-23"]),
        ("It had invited both sides to a meeting on January 23.", ["January 23 = 2017-01-23"]),
        ("It announced the deal on January 16.", ["January 16 = 2017-01-16"]),
        ("He said talks would begin on January 23.", ["January 23 = 2017-01-23"]),
        ("The truce was due to start on 10 January.", ["10 January = 2017-01-10"]),
        # Without a cue, the nearest:
        ("OSLO, Jan 16 (Agency) - Rebels and envoys", ["Jan 16 = 2017-01-16"]),
        ("Figures from 21 November", ["21 November = 2016-11-21"]),
        ("LISTS FOR THE 9 APRIL AND 4 JUNE POLLS", ["9 APRIL = 2017-04-09", "4 JUNE = 2017-06-04"]),
        # What names its year in other words:
        ("It was signed on 5 May last year.", ["5 May last year = 2016-05-05"]),
        ("It was signed on 5 May of last year.", ["5 May of last year = 2016-05-05"]),
        ("It ends on 5 May next year.", ["5 May next year = 2018-05-05"]),
        ("It was signed on 5 May of that year.", ["5 May of that year = XXXX-05-05"]),
        ("It was signed on 5 May the same year.", ["5 May the same year = XXXX-05-05"]),
        ("OSLO, 8 NOV 92 (AGENCY) -- TALKS END", ["8 NOV 92 = 1992-11-08"]),
        ("On 8 November '92 they met.", ["8 November '92 = 1992-11-08"]),
        ("In 2005 the two sides signed on July 15.", ["2005 = 2005", "July 15 = 2005-07-15"]),
        ("the 12 June Movement", ["12 June = XXXX-06-12"]),
        ("It was signed last December 5.", ["last December 5 = 2016-12-05"]),
        ("It lapsed on 29 February.", ["29 February = 2016-02-29"]),
    ],
)
def test_month_and_day_without_a_year(text: str, expected: list[str]) -> None:
    """The nearest cue gives the direction; without one the nearest such day is meant."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The spokesman said on Thursday.", ["Thursday = 2017-01-12"]),
        ("On Tuesday, the ambassador was named head of the delegation.", ["Tuesday = 2017-01-17"]),
        (
            "The minister said on Thursday that talks will be held on Friday.",
            ["Thursday = 2017-01-12", "Friday = 2017-01-20"],
        ),
        (
            "Talks will be held on Friday, the minister said on Thursday.",
            ["Friday = 2017-01-20", "Thursday = 2017-01-12"],
        ),
        ("The government announced that on Monday it will hold talks.", ["Monday = 2017-01-23"]),
        ("The government on Monday announced it would hold talks.", ["Monday = 2017-01-16"]),
        ("The envoy told the Agency Friday that he hoped so.", ["Friday = 2017-01-13"]),
        ("He said Monday's meeting would fail.", ["Monday = 2017-01-23"]),
        ("He said Monday the meeting would fail.", ["Monday = 2017-01-16"]),
        ("The envoy, who arrived on Sunday, will meet them on Friday.", ["Sunday = 2017-01-15", "Friday = 2017-01-20"]),
        ("The truce agreed on Friday will take effect on Monday.", ["Friday = 2017-01-13", "Monday = 2017-01-23"]),
        ("Rebels due to attend the talks on Monday said no.", ["Monday = 2017-01-23"]),
        ("He agreed to meet them on Friday.", ["Friday = 2017-01-20"]),
        ("On Friday, they agreed to extend it.", ["Friday = 2017-01-13"]),
        ("in a Friday statement", ["Friday = 2017-01-13"]),
        ("Voting is on Sunday.", ["Sunday = 2017-01-22"]),
        ("They failed to meet on Friday.", ["Friday = 2017-01-13"]),
        ("They may have met on Friday.", ["Friday = 2017-01-13"]),
        ("The two sides are to meet on Saturday.", ["Saturday = 2017-01-21"]),
        ("Envoys are meeting in Oslo on Saturday.", ["Saturday = 2017-01-21"]),
        ("Envoys were meeting in Oslo on Saturday.", ["Saturday = 2017-01-14"]),
        ("The truce expires on Sunday.", ["Sunday = 2017-01-22"]),
        ("Talks resume Thursday.", ["Thursday = 2017-01-19"]),
        ("Talks begin on Tuesday in Oslo.", ["Tuesday = 2017-01-24"]),
        ("Rebels attack town on Monday", ["Monday = 2017-01-16"]),
        ("Talks in Oslo on Monday", ["Monday = 2017-01-16"]),
        ("ahead of Sunday's vote", ["Sunday = 2017-01-22"]),
        ("after Saturday's raid", ["Saturday = 2017-01-14"]),
        ("after the vote Saturday night", ["Saturday = 2017-01-14"]),
        ("Rebels Free 12 Soldiers Ahead Of Monday Talks", ["Monday = 2017-01-23"]),
        ("GOVERNMENT TO HOLD TALKS WITH REBELS ON SATURDAY", ["SATURDAY = 2017-01-21"]),
        ("By Friday more than 300 had been killed.", ["Friday = 2017-01-13"]),
        ("The rebels must leave by Friday.", ["Friday = 2017-01-20"]),
        ("Postponed from Monday to Thursday, it looks unlikely.", ["Monday = 2017-01-16", "Thursday = 2017-01-19"]),
        ("last Tuesday he resigned", ["last Tuesday = 2017-01-10"]),
        ("last Thursday he resigned", ["last Thursday = 2017-01-12"]),
        ("next Tuesday they met", ["next Tuesday = 2017-01-24"]),
        ("this Thursday", ["this Thursday = 2017-01-19"]),
        ("this coming Thursday", ["this coming Thursday = 2017-01-19"]),
        ("this past Thursday", ["this past Thursday = 2017-01-12"]),
        ("on Monday last week", ["Monday last week = 2017-01-09"]),
        ("on Thursday of next week", ["Thursday of next week = 2017-01-26"]),
        ("last week on Thursday", ["last week on Thursday = 2017-01-12"]),
        ("in a statement issued late on Sunday", ["late on Sunday = 2017-01-15"]),
        ("It ended early Tuesday.", ["early Tuesday = 2017-01-17"]),
    ],
)
def test_weekdays(text: str, expected: list[str]) -> None:
    """What is past is one of the last seven days, this one included; what is planned one of the next seven."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the envoy told reporters Friday (Jan. 6)", ["Friday (Jan. 6) = 2017-01-06"]),
        ("Talks open on Monday, January 23, in Oslo.", ["Monday, January 23 = 2017-01-23"]),
        ("Talks open on Monday 23 January in Oslo.", ["Monday 23 January = 2017-01-23"]),
        ("Talks open on January 23 (Monday).", ["January 23 (Monday) = 2017-01-23"]),
        ("They met on Monday the 9th of January.", ["Monday the 9th of January = 2017-01-09"]),
        # 2016 was meant: 23 January was a Saturday then, and a Monday in 2017.
        ("Talks will open on Saturday, January 23.", ["Saturday, January 23 = 2016-01-23"]),
        # In no year near was 23 January a Wednesday.
        ("Talks will open on Wednesday, January 23.", ["Wednesday, January 23 = 2017-01-23"]),
    ],
)
def test_weekday_with_its_date_is_one_mention(text: str, expected: list[str]) -> None:
    """The weekday picks the year that fits, and where none does the month and day stand."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting broke out in August.", ["August = 2016-08"]),
        ("The round was held in January.", ["January = 2017-01"]),
        ("The round will be held in January.", ["January = 2017-01"]),
        ("The round will be held in May.", ["May = 2017-05"]),
        ("The round was held in May.", ["May = 2016-05"]),
        ("The war began in March.", ["March = 2016-03"]),
        ("The second was reached in September.", ["September = 2016-09"]),
        ("They announced talks in February.", ["February = 2017-02"]),
        ("Talks in February", ["February = 2017-02"]),
        ("Talks in August", ["August = 2016-08"]),
        ("since April they have been at war", ["since April = 2016-04 2016-04/.."]),
        ("in late December", ["late December = 2016-12"]),
        ("in early March, it was said", ["early March = 2016-03"]),
        ("by mid-January", ["mid-January = 2017-01"]),
        ("at the end of March a truce will start", ["end of March = 2017-03"]),
        ("since the end of March", ["since the end of March = 2016-03 2016-03/.."]),
        ("in the first week of February", ["first week of February = 2017-02"]),
        ("in August last year", ["August last year = 2016-08"]),
        ("on hold since April last year", ["since April last year = 2016-04 2016-04/.."]),
        ("in May of this year", ["May of this year = 2017-05"]),
        ("in May of the following year", ["May of the following year = XXXX-05"]),
        ("It began last August.", ["last August = 2016-08"]),
        ("It began last January.", ["last January = 2016-01"]),
        ("It ends next January.", ["next January = 2018-01"]),
        ("ON HOLD SINCE LAST DECEMBER", ["SINCE LAST DECEMBER = 2016-12 2016-12/.."]),
        ("the December truce has collapsed", ["December = 2016-12"]),
        ("in Sept. they met", ["Sept. = 2016-09"]),
        ("In March 14 people died.", ["March = 2016-03"]),
        ("IN MAY THE SIDES SIGNED", ["MAY = 2016-05"]),
    ],
)
def test_months(text: str, expected: list[str]) -> None:
    """A month is never read more precisely than a month; its year is found as for a day."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met on Thursday, January 5, and last August.",
            ["Thursday, January 5 = XXXX-01-05", "last August = XXXX-08"],
        ),
        ("They met in August, and will meet on Monday.", ["August = XXXX-08", "Monday ="]),
        ("They met from 2 to 4 May.", ["from 2 to 4 May = XXXX-05-02/XXXX-05-04"]),
        ("It has lasted since April last year.", ["since April last year = XXXX-04 XXXX-04/.."]),
    ],
)
@pytest.mark.parametrize("published", [None, "2016-01/2017-03", "2016/..", "XXXX-05"])
def test_without_a_usable_date_of_publication(text: str, expected: list[str], published: str | None) -> None:
    """The year stays unknown and a weekday unresolved; a publication of more than 366 days is no better than none."""
    assert read(text, published) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Talks will be held next week.", "2017-01-19?/2017-01-22?", ["next week = 2017-01-23/2017-01-29"]),
        ("the spokesman said on Thursday", "2017-01-19?/2017-01-22?", ["Thursday = 2017-01-19"]),
        ("the minister said on Thursday", "2017-01-12?/2017-01-22?", ["Thursday = 2017-01"]),
        ("the minister said on Sunday", "2017-01-29/2017-02-15", ["Sunday = 2017"]),
        ("the minister said on Sunday", "2016-12-29/2017-01-03", ["Sunday ="]),
        ("Talks will be held on Wednesday and Thursday", "2017-01-29/2017-02-15", ["Wednesday and Thursday = 2017-02"]),
        ("Talks will be held on February 20", "2017-01-29/2017-02-15", ["February 20 = 2017-02-20"]),
        ("Talks will be held on January 15", "2017-01-12/2017-01-22", ["January 15 = 2017-01-15"]),
        ("He was named on January 15", "2017-01-12/2017-01-22", ["January 15 = 2017-01-15"]),
        ("It was signed last month", "2017-01", ["last month = 2016-12"]),
        ("It was signed last year", "2017", ["last year = 2016"]),
        ("It has lasted since last year", "2017", ["since last year = 2016 2016/.."]),
        ("He came yesterday", "2017-01-17?", ["yesterday = 2017-01-16"]),
        ("over the past six years", "2017-01-19?/2017-01-22?", ["past six years = 2011~ 2011~/.."]),
        ("14 months ago", "2017-01-19?/2017-02-22?", ["14 months ago = 2015~"]),
        ("They will meet next week", "9999-12-30", ["next week ="]),
        ("They met last week", "0001-01-01", ["last week ="]),
    ],
)
def test_publication_of_several_days(text: str, published: str, expected: list[str]) -> None:
    """A date on which all the days agree, or else the month or the year that holds all the results; never `?`."""
    assert read(text, published) == expected


@pytest.mark.parametrize(
    ("article", "published", "expected"),
    [
        (
            "000",
            "2017-01-19?/2017-01-22?",
            [
                "next week = 2017-01-23/2017-01-29",
                "next week = 2017-01-23/2017-01-29",
                "late December = 2016-12",
                "February 8 = 2017-02-08",
                "Thursday = 2017-01-19",
                "past six years = 2011~ 2011~/..",
            ],
        ),
        (
            "001",
            "2017-01-17?",
            [
                "Tuesday = 2017-01-17",
                "January 23 = 2017-01-23",
                "December 31 = 2016-12-31",
                "January 23 = 2017-01-23",
                "February 8 = 2017-02-08",
                "past almost six years = 2011~ 2011~/..",
                "August last year = 2016-08",
            ],
        ),
        (
            "002",
            "2017-01-06?/2017-01-08?",
            [
                "Jan. 23 = 2017-01-23",
                "Friday (Jan. 6) = 2017-01-06",
                "since last week = 2016-12-26/2017-01-01 2016-12-26/..",
                "January 23 = 2017-01-23",
                "Feb. 8 = 2017-02-08",
                "since April last year = 2016-04 2016-04/..",
                "Dec. 30 = 2016-12-30",
                "Dec. 31 = 2016-12-31",
                "last year = 2016",
                "February 2016 = 2016-02",
                "September = 2016-09",
                "earlier this week = 2017-01-02/2017-01-08",
            ],
        ),
        (
            "003",
            "2017-01-29?/2017-02-15?",
            ["Wednesday and Thursday = 2017-02", "Sunday = 2017", "February 20 = 2017-02-20"],
        ),
        (
            "004",
            "2017-01-12?/2017-01-22?",
            [
                "Jan. 9, 2017 = 2017-01-09",
                "Jan. 9, 2017 = 2017-01-09",
                "last month = 2016-12",
                "last month = 2016-12",
                "Thursday = 2017-01",
            ],
        ),
    ],
)
def test_every_date_of_the_articles_in_the_repository(article: str, published: str, expected: list[str]) -> None:
    """Each article is read whole, with the date of publication that was worked out for it."""
    (path,) = SEEDS.glob(f"{article}_*.txt")
    assert read(path.read_text(encoding="utf-8"), published) == expected
