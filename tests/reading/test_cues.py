"""Words that deny, refuse or exclude, words that a negation reaches, and the words of each measure."""

from __future__ import annotations

import re

import pytest

from generator.reading.cues import (
    ATTENDANCE,
    MEASURES,
    ROLES,
    denies,
    measures_in,
    negated,
    only_proposed,
    proposes,
    refusals,
    refuses,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania has not been involved",
        "Ruritania never came",
        "no Ruritanian delegates came",
        "neither side came",
        "talks without Ruritania",
        "Ruritania wasn't there",
        "Ruritania wasn’t there",
        "Ruritania cannot attend",
        "Ruritania refused to attend",
        "Ruritania is boycotting the talks",
        "The Iron Guard is excluded from the truce",
        "Ruritania opposes any Freedonian presence",
        "Ruritania objected to it",
        "Ruritania was barred from the talks",
        "the absence of Ruritania",
        "all groups except the Iron Guard",
        "all groups, with the exception of the Iron Guard",
        "the Iron Guard was left out",
        "Ruritania stayed away",
        "Ruritania pulled out of the talks",
        "Ruritania failed to attend",
        "all groups apart from the Iron Guard",
        "Ruritania quit the talks",
        "Ruritania ruled out\n\ntalks",
        "REFUSED",
    ],
)
def test_refuses_sees_denial_refusal_and_exclusion(text: str) -> None:
    """Negations, refusals, exclusions and their set phrases all show that somebody is out."""
    assert refuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania will attend the talks",
        "Ruritania knows the notable nobleman",
        "the object of the talks",
        "the banner of the bank",
        "quite a barge",
        "",
    ],
)
def test_refuses_sees_nothing_in_other_words(text: str) -> None:
    """Words that only look alike deny nothing."""
    assert not refuses(text)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Ruritania will not attend", ATTENDANCE, True),
        ("Ruritania has not so far been formally invited", ATTENDANCE, True),
        ("Ruritania refused to take part", ATTENDANCE, True),
        ("Ruritania won’t be represented", ATTENDANCE, True),
        ("Ruritania attended", ATTENDANCE, False),
        ("Ruritania attended and did not meet Freedonia", ATTENDANCE, False),
        ("Not yet ready, Ruritania will attend", ATTENDANCE, False),
        ("It did not rain. Ruritania attended", ATTENDANCE, False),
        ("It is not true that on the morning of the third day they attended", ATTENDANCE, False),
        ("Freedonia will not", ATTENDANCE, False),
        ("a truce never brokered by Freedonia", ROLES, True),
        ("a truce brokered by Freedonia", ROLES, False),
        ("", ROLES, False),
    ],
)
def test_negated_reaches_within_the_clause(text: str, cue: re.Pattern[str], *, expected: bool) -> None:
    """A negation counts up to six words before each cue and never beyond a mark; no cue, nothing negated."""
    assert negated(text, cue) is expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("1,200 people were killed", {"killed", "dead_or_wounded"}),
        ("the death toll", {"killed"}),
        ("40 injured", {"wounded", "dead_or_wounded"}),
        ("thousands fled their homes", {"displaced"}),
        ("12 are missing", {"missing"}),
        ("300 were arrested", {"detained"}),
        ("500 casualties", {"dead_or_wounded"}),
        ("1,200 people attended", set()),
    ],
)
def test_measures_in_names_what_is_counted(text: str, measures: set[str]) -> None:
    """Each measure is shown by words of its own; some words serve two."""
    found = measures_in(text)
    assert set(found) == measures
    for measure, places in found.items():
        assert all(MEASURES[measure].match(text[place.start : place.end]) for place in places)


@pytest.mark.parametrize(
    ("text", "wish", "only"),
    [
        ("Ruritania should be invited", True, True),
        ("Freedonia wants Ruritania to attend", True, True),
        ("Freedonia called on Ruritania to join", True, True),
        ("Freedonia called and Ruritania will join", False, False),
        ("it would be quite useful to invite Ruritania", True, True),
        ("representatives of Ruritania should be invited", True, True),
        ("Freedonia hopes so; Ruritania will attend", True, False),
        ("Ruritania will attend, as Freedonia had hoped", True, False),
        ("Ruritania will attend", False, False),
        ("Freedonia hopes for rain", True, False),
    ],
)
def test_a_wish_reaches_within_its_clause(text: str, wish: bool, only: bool) -> None:
    """Whether there is a word of wishing, and whether all that shows attendance stands under it."""
    assert (proposes(text), only_proposed(text, ATTENDANCE)) == (wish, only)


@pytest.mark.parametrize(
    ("text", "count", "governs"),
    [
        ("Ruritania came", 0, False),
        ("Ruritania did not come", 1, True),
        ("Ruritania was absent", 1, False),
        ("Ruritania rejects talks and will never come", 2, True),
        ("Ruritania stayed away and froze talks", 2, False),
    ],
)
def test_refusals_are_counted(text: str, count: int, governs: bool) -> None:
    """Negations, refusals and words of absence; the last govern nothing behind them."""
    assert (refusals(text), refuses(text), denies(text)) == (count, count > 0, governs)
