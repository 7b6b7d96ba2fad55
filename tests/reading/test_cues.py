"""Words that deny, refuse or exclude, words that a negation reaches, and the words of each measure."""

from __future__ import annotations

import re

import pytest

from generator.reading.cues import ATTENDANCE, MEASURES, ROLES, measures_in, negated, refuses


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
