"""Parties to a war or battle: each rule with words that it holds for, and words that it does not."""

from __future__ import annotations

import pytest

from generator.derive import fighting
from generator.derive.fighting import RULES
from generator.model import Event
from tests.derive.rosters import quotes, reading

EVENTS = {
    "lake-war": Event(title="Lake war", kind="war", place="Chad", also=("Lake conflict",)),
    "zenda": Event(title="Battle for Zenda", kind="battle", place="Zenda, Ruritania"),
    "talks": Event(title="Zenda talks", kind="talks", place="Zenda"),
}
SPOKEN = [
    (
        "fights",
        "Chad has been fighting the Red Front and the Blue Guard.",
        {"chad", "red-front", "blue-guard"},
        "Chad may fight the Red Front.",
    ),
    ("fights-revolt", "Chad is fighting a foreign-backed insurgency.", {"chad"}, "Chad is fighting hunger."),
    (
        "which-fights",
        "Mali, which trades with Chad but has turned to fighting the Red Front, is poor.",
        {"mali", "red-front"},
        "Mali, which trades with Chad but has turned to farming, is rich.",
    ),
    (
        "fighting-between",
        "In Zenda there was heavy fighting between the Red Front and the Blue Guard.",
        {"red-front", "blue-guard"},
        "In Zenda there was little to choose between the Red Front and the Blue Guard.",
    ),
    (
        "defeats",
        "Chad and the Blue Guard defeated the Red Front in Zenda.",
        {"chad", "blue-guard", "red-front"},
        "Chad did not defeat the Red Front in Zenda.",
    ),
    (
        "defeated-by",
        "The Red Front was defeated at Zenda by the Blue Guard.",
        {"red-front", "blue-guard"},
        "The Red Front was received at Zenda by the Blue Guard.",
    ),
    (
        "takes-from",
        "The Red Front captured the town of Zenda from Mali.",
        {"red-front", "mali"},
        "The Red Front bought a house in Zenda from Mali.",
    ),
    ("loses-to", "Mali lost Zenda to the Red Front.", {"mali", "red-front"}, "Mali lost its way to the Red Front."),
    (
        "force-helps",
        "Peru left Zenda after its air force helped the Blue Guard.",
        {"peru", "blue-guard"},
        "Peru left Zenda after its doctors helped the Blue Guard.",
    ),
    (
        "helps-defeat",
        "Peru helped the Blue Guard retake Zenda.",
        {"peru", "blue-guard"},
        "Peru helped the Blue Guard rebuild Zenda.",
    ),
]


def found(text: str) -> dict[str, tuple[str, ...]]:
    """The parties that each rule finds, the events of a site given."""
    by_rule: dict[str, tuple[str, ...]] = {}
    for fact in fighting.propose(reading(text), EVENTS):
        by_rule[fact.rule] = (*by_rule.get(fact.rule, ()), *fact.values["who"])
    return by_rule


@pytest.mark.parametrize(("rule", "text", "parties", "_other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_holds(rule: str, text: str, parties: set[str], _other: str) -> None:
    """Each rule gives those who fight as parties to the fighting."""
    assert set(found(text)[rule]) == parties


@pytest.mark.parametrize(("rule", "_text", "_parties", "other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_does_not_hold(rule: str, _text: str, _parties: set[str], other: str) -> None:
    """Each rule is silent on words that only look alike."""
    assert rule not in found(other)


def test_every_rule_has_examples() -> None:
    """No rule is without a sentence that it holds for and one that it does not."""
    assert [row[0] for row in SPOKEN] == [rule.name for rule in RULES]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mali fought the Red Front in the Lake war.", "lake-war"),
        ("Mali fought the Red Front in the Lake conflict.", "lake-war"),
        ("Mali fought the Red Front in Zenda.", "zenda"),
        ("Mali fought the Red Front in Zenda in the Lake war.", "zenda"),
        ("Mali and Chad fought the Red Front.", "lake-war"),
    ],
)
def test_parties_go_to_the_war_or_battle_that_the_sentence_speaks_of(text: str, event: str) -> None:
    """By its name, by its place, by a party from where the war is; a battle comes before the war around it."""
    assert {fact.values["event"] for fact in fighting.propose(reading(text), EVENTS)} == {event}


@pytest.mark.parametrize(
    "text",
    [
        "Mali fought the Red Front.",
        "Mali will fight the Red Front in Zenda.",
        "Mali refused to fight the Red Front in Zenda.",
        "Mali attacked the Red Front for its silence on Zenda.",
        "Haidar attacked Traore in Zenda.",
        "Haidar defeated Traore in the election in Chad.",
        "Chad defeated Mali in a football match.",
        "Guards prevented fighting between Mali and the Red Front in Zenda.",
    ],
)
def test_other_fights_have_no_parties(text: str) -> None:
    """Fights without an event of the site, without arms, or that are not yet or never fought."""
    parties = {actor for fact in fighting.propose(reading(text), EVENTS) for actor in fact.values["who"]}
    assert parties <= {"ali-haidar"}


def test_without_a_war_of_the_site_nobody_is_a_party() -> None:
    """Without an event of that kind nothing is proposed, nor where two fit equally well."""
    text = "Chad has been fighting the Red Front."
    assert not list(fighting.propose(reading(text), {}))
    assert not list(fighting.propose(reading(text), {"talks": EVENTS["talks"]}))
    twice = {"one": EVENTS["lake-war"], "two": EVENTS["lake-war"]}
    assert not list(fighting.propose(reading(text), twice))


def test_a_clause_in_the_singular_is_about_the_last_of_a_list() -> None:
    """`A and B, which has`: B alone."""
    one = found("With help from Kenya and Mali, which backs Chad but is now fighting the Red Front, it went on.")
    assert one["which-fights"] == ("mali", "red-front")
    both = found("With help from Kenya and Mali, which back Chad but are now fighting the Red Front, it went on.")
    assert both["which-fights"] == ("kenya", "mali", "red-front")


def test_the_quote_goes_up_to_the_place() -> None:
    """Where the place stands shortly behind the parties, the quote shows it."""
    text = "On Monday Mali defeated the Red Front near the town of Zenda, a guest said."
    (mali, front) = fighting.propose(reading(text), EVENTS)
    assert quotes(text, mali) == quotes(text, front) == ["Mali defeated the Red Front near the town of Zenda"]


def test_each_party_is_proposed_once() -> None:
    """What an article repeats of the same fight is no new fact."""
    facts = list(fighting.propose(reading("Chad fought the Red Front. Chad fought the Red Front again."), EVENTS))
    assert sorted(actor for fact in facts for actor in fact.values["who"]) == ["chad", "red-front"]
