"""Who takes part in talks or a truce: each rule with words that it holds for, and words that it does not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.derive import participants
from generator.derive.participant_rules import RULES
from tests.derive.rosters import PEACE, quotes, reading

ATTENDING, REPRESENTED, INVITED = "attending", "represented", "invited"
ABSENT, REFUSED, OPPOSED = "absent", "refused", "opposed"
BOTH = {"chad": ATTENDING, "mali": ATTENDING}
SPOKEN = [
    ("talks-between", "Talks between Chad and Mali began.", BOTH, "The border between Chad and Mali is closed."),
    (
        "deal-ends-war-between",
        "The truce would end fighting between Chad and Mali.",
        BOTH,
        "The truce followed fighting between Chad and Mali.",
    ),
    ("two-names-talks", "The Chad-Mali peace talks began.", BOTH, "The Chad-Mali brokered talks began."),
    ("met-with", "Chad plans to meet in May with Mali.", BOTH, "Chad did not meet with Mali."),
    ("two-met", "Chad and Mali met in May.", BOTH, "Chad met a deadline."),
    ("met-other", "President Ali Haidar met Omar Traore.", {"ali-haidar": ATTENDING, "omar-traore": ATTENDING}, "Chad"),
    ("held-talks", "Chad began, in May, talks with Mali.", BOTH, "Chad began a war with Mali."),
    ("talks-with", "The meeting in May with Mali was short.", {"mali": ATTENDING}, "The match with Mali was short."),
    ("signed", "Chad and Mali signed an agreement.", BOTH, "Chad signed an arms deal."),
    ("announced-truce", "Chad declared a unilateral ceasefire.", {"chad": ATTENDING}, "Chad announced a budget."),
    (
        "after-meeting",
        "Haidar declared victory after a meeting with Traore.",
        {"ali-haidar": ATTENDING},
        "Haidar declared victory.",
    ),
    ("two-agreed", "Chad and Mali agreed to stop.", BOTH, "Chad agreed to stop."),
    ("attends", "Chad will attend the talks.", {"chad": ATTENDING}, "Chad will attend the funeral of a minister."),
    ("agreed-by", "The truce was signed by Chad and Mali.", BOTH, "The budget was signed by Chad."),
    ("negotiating-with", "He was negotiating with Mali.", {"mali": ATTENDING}, "He was arguing with Mali."),
    (
        "hosted-people",
        "Norway hosted Chad and Mali for peace talks.",
        BOTH,
        "Norway hosted Chad at a game.",
    ),
    ("attended-by", "The summit was attended by Chad and Mali.", BOTH, "The wedding was attended by Chad."),
    (
        "led-by",
        "The Red Front delegation will be led by Omar Traore.",
        {"omar-traore": ATTENDING},
        "A band led by Doe.",
    ),
    (
        "delegation-led-by",
        "A delegation led by Jane Doe came.",
        {"jane-doe": ATTENDING},
        "A band led by Jane Doe came.",
    ),
    (
        "represented-by",
        "The Red Front will be represented by Omar Traore.",
        {"omar-traore": ATTENDING, "red-front": REPRESENTED},
        "The colour red is represented by Omar Traore.",
    ),
    (
        "leads-delegation",
        "Traore leads the Red Front's delegation.",
        {"omar-traore": ATTENDING},
        "Traore leads a band.",
    ),
    (
        "named-head",
        "Traore was named as the head of the Red Front's delegation.",
        {"omar-traore": ATTENDING},
        "Traore was named as the winner.",
    ),
    ("heads-delegation", "Traore heads a small delegation.", {"omar-traore": ATTENDING}, "Traore heads a small firm."),
    ("negotiator-behind", "Traore, the chief negotiator, left.", {"omar-traore": ATTENDING}, "Traore, a poet, left."),
    ("was-invited", "Mali has been invited to the talks.", {"mali": INVITED}, "Mali was invaded before the talks."),
    ("invites", "They will invite Mali to the talks.", {"mali": INVITED}, "They will invade Mali to end it."),
    ("invitation-to", "An invitation to Mali was sent.", {"mali": INVITED}, "A letter to Mali was sent."),
    (
        "accepts-invitation",
        "We count on Mali accepting this invitation and sending experts.",
        {"mali": INVITED},
        "We count on Mali accepting this loan and an invitation card.",
    ),
    (
        "delegation-represents",
        "The delegation will represent the whole Mali state.",
        {"mali": REPRESENTED},
        "The flag will represent the whole Mali state.",
    ),
    ("asked-to-come", "Chad urged Mali to join the talks.", {"mali": INVITED}, "Chad urged Mali to pay."),
    ("stays-away", "Mali stayed away from the conference.", {"mali": ABSENT}, "Mali stayed in the conference."),
    ("not-involved", "Mali has not been involved in the talks.", {"mali": ABSENT}, "Mali was involved in a war."),
    ("refused", "Mali boycotted the talks.", {"mali": REFUSED}, "Mali declined to comment on the talks."),
    ("opposed", "Mali said it opposes any Chadian presence.", {"mali": OPPOSED}, "Mali opposes the tax."),
    ("sides-are", "The two sides, Chad and Mali, are tired.", BOTH, "Both sides of Chad are dry."),
    (
        "all-but",
        "All the rebels, with the exception of the Red Front, declared truces.",
        {"red-front": REFUSED},
        "All the rebels, with the help of the Red Front, declared truces.",
    ),
    (
        "level-of",
        "The talks will be held at the level of deputy ministers of Chad and Mali.",
        {"chad": REPRESENTED, "mali": REPRESENTED},
        "The water is at the level of Chad.",
    ),
    ("names-delegates", "Chad has named its delegates.", {"chad": REPRESENTED}, "Chad has named its price."),
    (
        "negotiator-before",
        "The chief negotiator, Omar Traore, spoke of the talks.",
        {"omar-traore": ATTENDING},
        "The chief editor, Omar Traore, spoke of the talks.",
    ),
    (
        "among-those-who",
        "The Red Front was among the eight groups that signed the truce.",
        {"red-front": ATTENDING},
        "The Red Front was among the eight groups that broke the truce.",
    ),
    (
        "without-them",
        "The talks opened without the participation of the Red Front.",
        {"red-front": ABSENT},
        "The war goes on without the Red Front.",
    ),
    (
        "represents",
        "Traore will represent the Red Front at the talks.",
        {"omar-traore": ATTENDING},
        "Traore will represent the Red Front in court.",
    ),
    ("not-at", "The Red Front, which is not at the talks, laughed.", {"red-front": ABSENT}, "Traore is not at home."),
    (
        "present-are",
        "Present at the opening session were Omar Traore and Jane Doe.",
        {"omar-traore": ATTENDING, "jane-doe": ATTENDING},
        "Popular at the opening session were Omar Traore and Jane Doe.",
    ),
    (
        "refused-by",
        "The talks were boycotted by the Red Front.",
        {"red-front": REFUSED},
        "The shops were boycotted by the Red Front.",
    ),
    ("would-not-sign", "Traore refused to sign.", {"omar-traore": REFUSED}, "Traore refused to sing."),
    ("comes-for-talks", "Haidar flew to Lome for talks.", {"ali-haidar": ATTENDING}, "Haidar flew to Lome for a rest."),
]


def proposed(text: str) -> list[tuple[str, str, str]]:
    """Rule, actor and status of every proposal."""
    return [
        (fact.rule, actor, fact.values["status"])
        for fact in participants.propose(reading(text + PEACE))
        for actor in fact.values["who"] or ()
    ]


def by_word(text: str) -> list[tuple[str, str, str | None]]:
    """Actor, status and speaker of every proposal."""
    return [
        (actor, fact.values["status"], fact.values.get("said_by"))
        for fact in participants.propose(reading(text + PEACE))
        for actor in fact.values["who"] or ()
    ]


@pytest.mark.parametrize(("rule", "text", "statuses", "_other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_holds(rule: str, text: str, statuses: dict[str, str], _other: str) -> None:
    """Each rule gives the actors of its words their status."""
    found = {actor: status for name, actor, status in proposed(text) if name == rule}
    assert statuses.items() <= found.items()


@pytest.mark.parametrize(("rule", "_text", "_statuses", "other"), SPOKEN, ids=[row[0] for row in SPOKEN])
def test_rule_does_not_hold(rule: str, _text: str, _statuses: dict[str, str], other: str) -> None:
    """Each rule is silent on words that only look alike."""
    assert [found for found in proposed(other) if found[0] == rule] == []


def test_every_rule_has_examples() -> None:
    """No rule is without a sentence that it holds for and one that it does not."""
    assert {row[0] for row in SPOKEN} == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The Red Front did not attend the talks.", {("red-front", ABSENT)}),
        ("The Red Front won't attend the talks.", {("red-front", ABSENT)}),
        ("The Red Front said it will not attend the talks.", {("red-front", ABSENT)}),
        ("The Red Front refused to attend the talks.", {("red-front", REFUSED)}),
        ("The Red Front may attend the talks.", set()),
        ("Mali was not invited to the talks.", {("mali", ABSENT)}),
        ("Mali should be invited to the talks.", {("mali", INVITED)}),
        ("Mali did not boycott the talks.", set()),
        ("Chad will attend the talks and was invited to the talks.", {("chad", ATTENDING)}),
        ("Representatives of Chad and Mali attended the talks.", {("chad", REPRESENTED), ("mali", REPRESENTED)}),
        ("Chad's chief negotiator Ali Haidar spoke of the talks.", {("ali-haidar", ATTENDING)}),
        ("Chad's delegation spoke of the talks.", {("chad", REPRESENTED)}),
        ("Traore has no intention of attending the talks.", {("omar-traore", ABSENT)}),
        ("Chad's Red Front attended the talks.", {("red-front", ATTENDING)}),
        ("The rebels, including the Red Front, signed the truce.", {("rebels", ATTENDING), ("red-front", ATTENDING)}),
        ("Mali agreed a truce.", {("mali", ATTENDING)}),
        ("Mali accepted a Kenyan-brokered truce.", {("mali", ATTENDING)}),
        ("Mali inked a truce.", {("mali", ATTENDING)}),
        ("Mali and 14 rebels signed a truce.", {("mali", ATTENDING), ("rebels", ATTENDING)}),
        ("Mali is ready to join the talks.", set()),
        ("It is unclear whether Mali will attend the talks.", set()),
        ("Neither Mali will attend the talks.", set()),
        ("Kenya joined the talks as an observer.", set()),
        ("Chad invited the two sides to the talks.", set()),
        ("Chad said that no talks with Mali were held.", set()),
        ("Chad spoke of peace and its ties with Mali.", set()),
        ("Chad came at the invitation of Mali.", set()),
        ("Today I hosted Ali Haidar for peace talks.", {("ali-haidar", ATTENDING)}),
        ("Chad and Mali refuse to join the talks.", {("chad", REFUSED), ("mali", REFUSED)}),
        ("The Chadian and Malian delegations spoke of the talks.", {("chad", REPRESENTED), ("mali", REPRESENTED)}),
        ("Chad accepted an invitation to a dinner.", set()),
        ("Chad announced late last week that they were suspending talks.", {("chad", REFUSED)}),
        ("Chad ruled out talks with Mali.", {("chad", REFUSED)}),
        ("The talks, sponsored by Kenya, involve Chad and Mali.", {("chad", ATTENDING), ("mali", ATTENDING)}),
        ("Chief mediator Omar Traore met Ali Haidar.", {("ali-haidar", ATTENDING)}),
        ("Delegates from Kenya, who are guarantors of the talks, flew home.", set()),
        ("Haidar rejected his loss at the polls in a town held under a Kenyan-backed truce.", set()),
        ("Haidar said the talks were good.", set()),
        ("Chad accused Mali of breaking the truce.", set()),
        ("Chad won the battle against Mali.", set()),
        ("Talks were rejected as Chad was attacked by Mali.", set()),
    ],
)
def test_status(text: str, statuses: set[tuple[str, str]]) -> None:
    """Voice, negation, modals and heads decide the status; who only speaks or fights takes no part."""
    assert {found[1:] for found in proposed(text)} == statuses


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "The Red Front delegation will be led by Omar Traore.",
            {"who": ("omar-traore",), "role": "head of delegation", "for_": "red-front"},
        ),
        ("Chad's foreign minister Ali Haidar will attend the talks.", {"who": ("ali-haidar",), "for_": "chad"}),
        (
            "Their delegation will also include some 20 other people.",
            {"who": None, "count": 20, "role": "members of the delegation"},
        ),
        ("Jane Doe said that Mali will attend the talks.", {"who": ("mali",), "said_by": "jane-doe"}),
        ("Mali will attend the talks, Jane Doe said.", {"who": ("mali",), "said_by": "jane-doe"}),
    ],
)
def test_values(text: str, values: dict[str, Any]) -> None:
    """A proposal says in what role, on whose behalf, how many and by whose word."""
    found = [fact.values for fact in participants.propose(reading(text + PEACE))]
    assert any(values.items() <= one.items() for one in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mali will join the talks. Jane Doe said that Mali will attend the talks in May.",
            [("mali", ATTENDING, None), ("mali", ATTENDING, "jane-doe")],
        ),
        (
            "Jane Doe said that Mali will attend the talks. Doe said that Mali will attend the talks in May.",
            [("mali", ATTENDING, "jane-doe")],
        ),
        (
            "Mali will join the talks, an official said. Jane Doe said that Mali will attend the talks in May.",
            [("mali", ATTENDING, None)],
        ),
        (
            "Mali will attend the talks. The delegation of Mali likes the talks.",
            [("mali", ATTENDING, None)],
        ),
        (
            'Chad will join the talks, said a report in the Daily Blue Guard. "Chad will attend the talks," Doe said.',
            [("chad", ATTENDING, "blue-guard"), ("chad", ATTENDING, "jane-doe")],
        ),
        (
            "Mali held talks. The Red Front froze all planned talks with Mali.",
            [("mali", ATTENDING, None), ("mali", ATTENDING, None), ("red-front", REFUSED, None)],
        ),
    ],
)
def test_what_another_says_is_another_fact(text: str, told: list[tuple[str, str, str | None]]) -> None:
    """One fact for each speaker and meeting; who is called by an office alone may be one who is named elsewhere."""
    assert by_word(text) == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "A number of rebels said they were freezing talks.",
            {"who": None, "status": REFUSED, "role": "a number of rebels", "for_": "rebels"},
        ),
        ("The rebels said they were freezing talks.", {"who": ("rebels",), "status": REFUSED}),
        ("Several rebels attended the talks.", {"who": ("rebels",), "status": ATTENDING}),
    ],
)
def test_some_of_a_side(text: str, values: dict[str, Any]) -> None:
    """Some who stay away are not the whole side; where some of a side attend, it does."""
    assert any(values.items() <= fact.values.items() for fact in participants.propose(reading(text + PEACE)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Meanwhile, a new round of talks between Chad and Mali began.", ["talks between Chad and Mali"]),
        ("On Monday Mali did not attend the talks, a guest said.", ["Mali did not attend the talks"]),
        ("Mali will attend the talks, Doe said.", ["Mali will attend the talks, Doe said"]),
    ],
)
def test_quote_is_short(text: str, quote: list[str]) -> None:
    """The quote is the stretch that bears the fact out, and no more."""
    text += PEACE
    fact = next(iter(participants.propose(reading(text))))
    assert [one.removeprefix("a new round of ") for one in quotes(text, fact)] == quote


def test_repeated_words_are_no_quote() -> None:
    """Where the words stand twice, a longer stretch that stands once is quoted."""
    text = "Mali will attend the talks. He said again: Mali will attend the talks in May." + PEACE
    fact = next(iter(participants.propose(reading(text))))
    assert text.count(quotes(text, fact)[0]) == 1


def test_articles_without_peace_hold_no_participants() -> None:
    """A meeting or deal in an article that speaks of no talks or truce is none of these."""
    assert list(participants.propose(reading("Chad and Mali met. Chad and Mali signed a deal."))) == []


def test_words_beyond_what_a_sheet_allows_are_no_facts() -> None:
    """A sentence without end gives no quote, and no error."""
    text = "Chad and Mali held talks with " + "the weary and " * 2000 + "Niger." + PEACE
    assert all(len(quote) < 5000 for fact in participants.propose(reading(text)) for quote in quotes(text, fact))
    assert list(participants.propose(reading("Chad, " * 3000 + "and Mali held talks." + PEACE))) is not None
