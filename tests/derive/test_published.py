"""The date of an article: printed, forced by its words, or not known."""

from __future__ import annotations

import pytest

from generator.derive.published import Solved, printed, solve


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("LIMA, 18 Feb 91 (ANDINA) -- [Text] All is calm.", "1991-02-18"),
        ("LIMA, Peru, March 5, 2017 (Andina) - All is calm.", "2017-03-05"),
        ("A title\n\n24.07.2014 Get short URL\n\nAll is calm.", "2014-07-24"),
        ("A title\n\nTuesday 12 July 2011\n\nAll is calm.", "2011-07-12"),
        ("A title\n\nMarch 5, 2017\n\nAll is calm.", "2017-03-05"),
        ("A title\nPublished: 10:45 GMT, 5 March 2017\nAll is calm.", "2017-03-05"),
        ("LIMA, Jan. 5 (Andina) -- All is calm.", "XXXX-01-05"),
    ],
)
def test_printed(text: str, published: str) -> None:
    """A dateline or a time stamp gives the date exactly, without a basis; a year that it lacks stays unknown."""
    solved = solve(text)
    assert (str(solved.published), solved.basis) == (published, None)


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        (
            "He told reporters on Friday (May 17) that it was over. A truce failed last year. It began in June 2018.",
            "2019-05-17?/2019-05-23?",
            (
                'A statement is of "Friday (May 17)", and a weekday by its name alone is of the last seven days: '
                '17 to 23 May 2019. The year follows from "June 2018", which the article places "last year".'
            ),
        ),
        (
            "He said on Friday (May 17, 2019) that they had met earlier this week.",
            "2019-05-17?/2019-05-19?",
            'A statement is of "Friday (May 17, 2019)", and other days are "earlier this week": 17 to 19 May 2019.',
        ),
        ("They met yesterday (5 March 2017).", "2017-03-06?", 'The article writes "yesterday (5 March 2017)".'),
    ],
)
def test_forced(text: str, published: str, basis: str) -> None:
    """Words that fix the year and the day give a date that is marked uncertain, with its basis."""
    solved = solve(text)
    assert (str(solved.published), solved.basis) == (published, basis)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He spoke on Friday.",
        "He said on Friday (May 17) that it was over.",
        "He said on Friday (May 18) that it was over. A truce failed last year. It began in June 2018.",
        "The war began on 3 May 1998 and goes on.",
        "In January 2017 they met; last year, in 2012 and in 2013, they had not.",
    ],
)
def test_never_guessed(text: str) -> None:
    """What the words do not settle, or contradict, stays null."""
    assert solve(text) == Solved(None, None)


def test_where_dates_are_printed() -> None:
    """The places of printed dates are known, so that they are not taken for facts."""
    text = "LIMA, 18 Feb 91 (ANDINA) -- They met on 3 May 1990."
    assert [text[stamp.span.start : stamp.span.end] for stamp in printed(text)] == ["18 Feb 91"]
