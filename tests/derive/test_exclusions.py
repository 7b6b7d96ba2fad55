"""Who is kept out of talks or a truce: each rule with words that it holds for, and words that it does not."""

from __future__ import annotations

import pytest

from generator.derive import exclusions
from generator.derive.exclusions import RULES
from tests.derive.rosters import PEACE, quotes, reading

BOTH = ("red-front", "blue-guard")
SPOKEN = [
    (
        "excluded-from",
        "The Red Front and the Blue Guard were shut out of the talks.",
        BOTH,
        "The Red Front and the Blue Guard were barred from the election.",
    ),
    ("excluded", "In the talks the Red Front was left out.", ("red-front",), "In the war the Red Front was left out."),
    (
        "event-excludes",
        "The deal excludes the Red Front and the Blue Guard.",
        BOTH,
        "The price excludes the Red Front and the Blue Guard.",
    ),
    (
        "event-not-for",
        "The truce does not apply to the Red Front or the Blue Guard.",
        BOTH,
        "The truce does not please the Red Front or the Blue Guard.",
    ),
    ("it-excludes", "He said it excludes the Red Front.", ("red-front",), "He said it exceeds the Red Front."),
    (
        "not-part-of",
        "The Red Front and the Blue Guard are not part of the deal.",
        BOTH,
        "The Red Front and the Blue Guard are part of the deal.",
    ),
    (
        "bars-from",
        "Chad barred the Red Front from the talks.",
        ("red-front",),
        "Chad barred the Red Front from the sea.",
    ),
    ("it-is-not-for", "He said it does not cover the Red Front.", ("red-front",), "He said it covers the Red Front."),
    ("all-except", "The truce is for all except the Red Front.", ("red-front",), "The truce is for the Red Front."),
    ("all-but-not", "The truce is for all but not the Red Front.", ("red-front",), "The truce is for the Red Front."),
    (
        "exclusion-of",
        "He regrets the exclusion of the Red Front.",
        ("red-front",),
        "He regrets the loss of the Red Front.",
    ),
    (
        "bars-participation",
        "Chad blocked the participation of the Red Front in the talks.",
        ("red-front",),
        "Chad praised the participation of the Red Front in the talks.",
    ),
    ("talks-without", "They held talks without the Red Front.", ("red-front",), "They held talks with the Red Front."),
]


def proposed(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Rule and actors of every proposal."""
    return [(fact.rule, fact.values["who"]) for fact in exclusions.propose(reading(text + PEACE))]


@pytest.mark.parametrize(("rule", "text", "who", "_other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_holds(rule: str, text: str, who: tuple[str, ...], _other: str) -> None:
    """Each rule names those whom its words keep out."""
    assert (rule, who) in proposed(text)


@pytest.mark.parametrize(("rule", "_text", "_who", "other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_does_not_hold(rule: str, _text: str, _who: tuple[str, ...], other: str) -> None:
    """Each rule is silent on words that only look alike."""
    assert [found for found in proposed(other) if found[0] == rule] == []


def test_every_rule_has_examples() -> None:
    """No rule is without a sentence that it holds for and one that it does not."""
    assert {row[0] for row in SPOKEN} == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front was not excluded from the talks.",
        "The truce does not exclude the Red Front.",
        "The Red Front stayed away from the talks.",
        "Jane Doe, whose group was not invited to the talks, left.",
        "Chad will not sign any agreement without Mali.",
        "The talks included the Red Front.",
        "Chad will not rule out talks with the Red Front.",
    ],
)
def test_nobody_kept_out(text: str) -> None:
    """Whom nobody keeps out, or who stays away, is not excluded."""
    assert proposed(text) == []


def test_quote_names_the_event() -> None:
    """The quote reaches from the event to those kept out of it, with what kind of group they are."""
    text = "On Monday it rained, but the truce does not cover militants from the Red Front." + PEACE
    (fact,) = exclusions.propose(reading(text))
    assert quotes(text, fact) == ["the truce does not cover militants from the Red Front"]
