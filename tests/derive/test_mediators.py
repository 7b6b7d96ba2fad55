"""Who mediates and in what role: each rule with words that it holds for, and words that it does not."""

from __future__ import annotations

import pytest

from generator.derive import mediators
from generator.derive.mediator_rules import RULES
from tests.derive.rosters import PEACE, quotes, reading

BOTH = ("kenya", "peru")
WORDS = {
    "mediator": ("mediated", "mediated", "mediator"),
    "broker": ("brokered", "brokered", "broker"),
    "guarantor": ("guaranteed", "guarantees", "guarantor"),
    "host": ("hosted", "will host", "host"),
    "convener": ("convened", "convened", "convener"),
    "backer": ("sponsored", "sponsors", "sponsor"),
    "facilitator": ("facilitated", "is facilitating", "facilitator"),
    "endorser": ("endorsed", "endorses", "endorser"),
}
TEMPLATES = [
    ("event-{role}-by", "The talks in Lome, {participle} by Kenya and Peru, began."),
    ("actor-{role}-event", "The Kenya-{participle} peace talks began."),
    ("active-{role}", "Kenya, which has long cared, {verb} the talks."),
    ("{role}-noun-behind", "Kenya, a {noun} of the process, agreed."),
    ("acts-as-{role}", "Kenya has been acting as the {noun}."),
]
SPECIAL = [
    ("mediator-by", "They came, mediated by Kenya.", "mediator", "They came, mended by Kenya."),
    ("broker-by", "They came, brokered by Kenya.", "broker", "They came, broken by Kenya."),
    ("facilitator-by", "They came, facilitated by Kenya.", "facilitator", "They came, followed by Kenya."),
    ("mediator-noun-before", "Mediators from Kenya came.", "mediator", "Meteors from Kenya came."),
    ("broker-noun-before", "The brokers Kenya and Peru came.", "broker", "The bankers Kenya and Peru came."),
    ("guarantor-noun-before", "Guarantor states Kenya and Peru came.", "guarantor", "States Kenya and Peru came."),
    ("host-noun-before", "The talks go on, said hosts Kenya.", "host", "The talks go on in Kenya."),
    ("convener-noun-before", "Co-chairs Kenya and Peru came.", "convener", "Chairs from Kenya came."),
    ("backer-noun-before", "Sponsors Kenya and Peru came.", "backer", "Sponges from Kenya came."),
    ("facilitator-noun-before", "Observers from Kenya came.", "facilitator", "People from Kenya came."),
    ("endorser-noun-before", "Endorsers such as Kenya came.", "endorser", "Lands such as Kenya came."),
    (
        "under-auspices-of",
        "Talks under the auspices of Kenya began.",
        "convener",
        "Talks under the sun of Kenya began.",
    ),
    ("under-its-auspices", "We prepare talks under AU auspices.", "convener", "We prepare talks under AU rules."),
    ("under-sponsorship", "They met under the sponsorship of Kenya.", "backer", "They met under the sky of Kenya."),
    ("under-supervision", "It began under the supervision of Kenya.", "guarantor", "It began under the rule of Kenya."),
    ("mediation-of", "With the mediation of Kenya they agreed.", "mediator", "With the army of Kenya they agreed."),
    ("its-mediation", "They agreed after Kenya's mediation.", "mediator", "They agreed after Kenya's victory."),
    ("good-offices-of", "The good offices of Kenya helped.", "mediator", "The tax offices of Kenya helped."),
    ("shuttled", "Doe shuttled between the sides.", "mediator", "Doe shuffled between the sides."),
    (
        "helped-by",
        "A truce was reached with the help of Kenya.",
        "backer",
        "A town was reached with the help of Kenya.",
    ),
    (
        "pushed-with-help",
        "The talks began with support from Kenya.",
        "backer",
        "The war began with support from Kenya.",
    ),
    ("through-mediation", "It came through Kenya mediation.", "mediator", "It came through Kenya by road."),
    (
        "thanked-for-mediation",
        "We thank Peru, an old friend, and Kenya for their critical mediation.",
        "mediator",
        "We thank Peru and Kenya for their gifts.",
    ),
    (
        "thanked-who-worked",
        "We thank Kenya and Peru, who worked on it.",
        "mediator",
        "We thank Kenya, who paid for it.",
    ),
    (
        "partnership-with",
        "In partnership with Kenya we reached a deal.",
        "broker",
        "In line with Kenya we reached a deal.",
    ),
    (
        "with-help-event",
        "With the support of Kenya we reached a truce.",
        "backer",
        "With the sun of Kenya we saw a truce.",
    ),
    ("talks-led-by", "Talks led by Kenya began.", "mediator", "Troops led by Kenya began."),
    (
        "under-leadership",
        "A deal came under the leadership of Haidar.",
        "broker",
        "A deal came under the pen of Haidar.",
    ),
    ("its-leadership", "Haidar's strong leadership made this deal.", "broker", "Haidar's strong arm made this deal."),
    (
        "ensures",
        "Kenya will work to ensure that the truce holds.",
        "guarantor",
        "Kenya will work to ensure its supply.",
    ),
    ("leads-mediation", "Kenya is leading mediation efforts.", "mediator", "Kenya is leading the league."),
    ("works-with-for", "He worked with Kenya on the deal.", "broker", "He worked with Kenya on a film."),
    ("thanks-to-efforts", "It came thanks to Kenya's tireless efforts.", "mediator", "It came thanks to Kenya's rain."),
    ("efforts-of", "After months of diplomacy by Kenya it came.", "mediator", "After months of rain by Kenya it came."),
    ("efforts-to-end", "Kenya's efforts to end the war go on.", "mediator", "Kenya's efforts to win the war go on."),
    ("played-role", "Kenya played a role in ending the war.", "mediator", "Kenya played a role in the war."),
    (
        "worked-with",
        "We are working with Kenya to secure peace.",
        "broker",
        "We are working with Kenya to plant trees.",
    ),
    ("works-to-end", "Kenya worked to bring about calm.", "broker", "Kenya worked to grow wheat."),
    ("as-mediator", "They met with Kenya as the mediator.", "mediator", "They met with Kenya as the winner."),
    ("as-host", "They met with Kenya as host.", "host", "They met with Kenya as guest."),
    ("as-guarantor", "They met with Kenya as guarantor.", "guarantor", "They met with Kenya as guest."),
    (
        "hosted-people",
        "Kenya hosted Chad and Mali for peace talks.",
        "host",
        "Kenya beat Chad and Mali before the talks.",
    ),
    ("at-invitation-of", "They met at the invitation of Kenya.", "convener", "They met at the border of Kenya."),
    (
        "received-backing",
        "The plan for talks received the unanimous backing of the African Union.",
        "endorser",
        "The plan for talks received the unanimous scorn of the African Union.",
    ),
    ("observes-truce", "Monitors from Kenya were to observe it.", "guarantor", "Minors from Kenya were to observe it."),
    ("monitors-truce", "Kenya is monitoring the truce.", "guarantor", "Kenya is mentioning the truce."),
    ("set-in-motion", "Kenya set the peace process in motion.", "convener", "Kenya set the table in Lome."),
    (
        "which-supervises",
        "Kenya, which supervises the ceasefire, left.",
        "guarantor",
        "Kenya, which broke the truce, left.",
    ),
    ("mediators-are", "The mediators are Kenya and Peru.", "mediator", "The winners are Kenya and Peru."),
    (
        "works-together",
        "Norway has worked with Kenya and Peru to broker it.",
        "broker",
        "Norway has worked with Kenya and Peru to film it.",
    ),
    (
        "brings-sides-together",
        "Kenya brought the two sides together.",
        "mediator",
        "Kenya brought the two rivers together.",
    ),
    (
        "leads-efforts-including",
        "Those leading the mediation, including Kenya, hope.",
        "mediator",
        "Those leading the race, including Kenya, hope.",
    ),
    (
        "countries-behind",
        "The two countries sponsoring the talks, Kenya and Peru, hope.",
        "backer",
        "The two countries leaving the talks, Kenya and Peru, hope.",
    ),
    (
        "guarantors-of",
        "The guarantor states of the truce - Kenya and Peru - met.",
        "guarantor",
        "The island states of the truce - Kenya and Peru - met.",
    ),
    ("on-initiative-of", "They met at the initiative of Kenya.", "convener", "They met at the border of Kenya."),
    ("offers-good-offices", "Kenya offered its good offices.", "mediator", "Kenya offered its tax offices."),
    ("meets-both-sides", "Doe held meetings with both sides.", "mediator", "Doe held meetings with both sons."),
    ("sends-mediators", "Kenya will send a mediation team.", "mediator", "Kenya will send a football team."),
    (
        "thanked-as-well",
        "We thank Haidar for his help, and Kenya for its leadership.",
        "mediator",
        "We thank Haidar for his help, and Kenya for its coffee.",
    ),
    (
        "role-of",
        "He praised the role of Kenya in brokering it.",
        "mediator",
        "He praised the role of Kenya in feeding them.",
    ),
    (
        "leads-talks-between",
        "Doe is leading the talks between them.",
        "mediator",
        "Doe is leading the race between them.",
    ),
    ("mediation-led-by", "A mediation team led by Kenya came.", "mediator", "A football team led by Kenya came."),
    ("as-observer", "Kenya and Peru came as observers.", "facilitator", "Kenya and Peru as well as observers came."),
    (
        "with-its-help",
        "A truce was reached with Kenya's help.",
        "backer",
        "A truce was reached with Kenya's foes.",
    ),
    ("supports-initiative", "Kenya supports this initiative.", "backer", "Kenya supports this team."),
]


def proposed(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Rule, actors and role of every proposal."""
    return [(fact.rule, fact.values["who"], fact.values["role"]) for fact in mediators.propose(reading(text + PEACE))]


@pytest.mark.parametrize("role", WORDS)
@pytest.mark.parametrize(("rule", "template"), TEMPLATES)
def test_words_of_each_role(rule: str, template: str, role: str) -> None:
    """Each role is shown by participle, compound, verb, apposition and `acting as`."""
    participle, verb, noun = WORDS[role]
    found = proposed(template.format(participle=participle, verb=verb, noun=noun))
    assert any("kenya" in who and as_what == role for _, who, as_what in found)
    assert rule.format(role=role) in {one.name for one in RULES}


@pytest.mark.parametrize(("rule", "text", "role", "_other"), SPECIAL, ids=[row[0] for row in SPECIAL])
def test_rule_holds(rule: str, text: str, role: str, _other: str) -> None:
    """Each rule gives its role to whom its words name; another rule may have said the same before."""
    assert role in {as_what for _, _, as_what in proposed(text)}
    assert any(one.name == rule for one in RULES)


@pytest.mark.parametrize(("rule", "_text", "_role", "other"), SPECIAL, ids=[row[0] for row in SPECIAL])
def test_rule_does_not_hold(rule: str, _text: str, _role: str, other: str) -> None:
    """Each rule is silent on words that only look alike."""
    assert [found for found in proposed(other) if found[0] == rule] == []


def test_every_rule_has_examples() -> None:
    """No rule is without a sentence that it holds for."""
    shown = {row[0] for row in SPECIAL} | {rule.format(role=role) for rule, _ in TEMPLATES for role in WORDS}
    assert shown == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A truce brokered by Kenya, Peru and Norway began.", ("kenya", "peru", "norway")),
        ("The talks were mediated by Kenya as well as Peru.", ("kenya", "peru")),
        ("Kenya and Peru have offered to mediate.", ("kenya", "peru")),
        ("A Kenya-Peru brokered ceasefire began.", ("kenya", "peru")),
        ("Kenyan and Peruvian-backed talks began.", ("kenya", "peru")),
        ("Mediators Kenya and Peru are tired.", ("kenya", "peru")),
        ("Lead mediator Jane Doe is tired.", ("jane-doe",)),
        ("Kenya, the regional power that is helping mediate the talks, left.", ("kenya",)),
        ("The talks in Lome, led by Jane Doe, began.", ("jane-doe",)),
        ("The talks are under Kenyan sponsorship.", ("kenya",)),
    ],
)
def test_lists_are_sets(text: str, who: tuple[str, ...]) -> None:
    """Those who share a role share a fact."""
    assert [found[1] for found in proposed(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not mediate the talks.",
        "The talks were not brokered by Kenya.",
        "Kenya refused to host the talks.",
        "Kenya could host the talks.",
        "It is unclear whether Kenya will host the talks.",
        "Kenya called for talks.",
        "Kenya welcomed Mali's offer before the talks.",
        "Mali rejected Kenya as mediator.",
        "Kenyan support for the talks is small.",
        "Chad urged Kenya to mediate.",
        "Talks were held in Kenya.",
        "Kenya-backed rebels left the talks.",
        "Kenya hosted the cup final.",
        "The arms deal was brokered by Kenya's banks.",
        "Haidar said the mediators were late.",
    ],
)
def test_no_role(text: str) -> None:
    """Denials, wishes of others, venues and other trades give nobody a role."""
    assert proposed(text) == []


def test_sharers_of_a_list_have_quotes_of_their_own() -> None:
    """Where the list names others too, each is quoted with the words that the list shares."""
    text = "AU ENVOY OMAR TRAORE AND RF ENVOY JANE DOE ARE ATTENDING THE DIALOGUE AS OBSERVERS." + PEACE
    found = list(mediators.propose(reading(text)))
    assert {actor for fact in found for actor in fact.values["who"]} == {"omar-traore", "jane-doe"}


def test_quote_reaches_from_event_to_actors() -> None:
    """The quote holds the event, the role and everyone who has it."""
    text = "Rain fell while a nationwide truce, brokered by Kenya and Peru and endorsed by the AU, held." + PEACE
    found = list(mediators.propose(reading(text)))
    assert [quotes(text, fact) for fact in found] == [
        ["a nationwide truce, brokered by Kenya and Peru"],
        ["a nationwide truce, brokered by Kenya and Peru and endorsed by the AU"],
    ]
