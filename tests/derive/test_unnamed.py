"""Participants without a name: the words that an article has for them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.derive import unnamed
from tests.derive.rosters import quotes, reading


def told(text: str) -> list[dict[str, Any]]:
    """The values of every proposal."""
    return [dict(fact.values) for fact in unnamed.propose(reading(text))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Their delegation will also include some 20 other people.",
            {"status": "attending", "role": "members of the delegation", "count": 20},
        ),
        (
            "Mali\u2019s delegation will also include \u201cjudges and officers of high rank,\u201d Doe said.",
            {"status": "attending", "role": "judges and officers of high rank", "for_": "mali"},
        ),
        ("The team includes women from the lake.", {"status": "attending", "role": "women from the lake"}),
        (
            "The sponsors of the meeting will be represented.",
            {"status": "represented", "role": "sponsors of the meeting"},
        ),
        (
            "Doe said that the hosts of the talks were also represented.",
            {"status": "represented", "role": "hosts of the talks", "said_by": "jane-doe"},
        ),
        (
            "Some lake countries are cool to the talks because they felt left out.",
            {"status": "absent", "role": "some lake countries"},
        ),
    ],
)
def test_words_for_people_without_names(text: str, values: dict[str, Any]) -> None:
    """A number, a description of members, those who convene, and those who are left out."""
    assert {"who": None, **values} in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team includes officials Ali Haidar and Jane Doe.",
        "The team includes three officials from the lake.",
        "The programme includes women from the lake.",
        "The team includes a boat.",
        "The sponsors of the cup will be represented.",
        "Some lake countries were left out of the tournament.",
        "Some lake countries joined the talks while Mali was left out.",
    ],
)
def test_others_are_not_described(text: str) -> None:
    """Named members, things, and what is no meeting for peace are no such words."""
    assert [one for one in told(text) if one.get("count") is None] == []


def test_the_quote_holds_the_owner_of_the_team() -> None:
    """Where the fact says on whose behalf, so does its quote."""
    text = "On Monday Mali's delegation will include officers of high rank, he said."
    (fact,) = unnamed.propose(reading(text))
    assert quotes(text, fact) == ["Mali's delegation will include officers of high rank"]
