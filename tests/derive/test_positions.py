"""What parties want: each rule with words that it holds for, and words that give no short sentence of ours."""

from __future__ import annotations

import time

import pytest

from generator.derive import positions
from generator.derive.drafting import draft
from generator.derive.positions_rules import RULES
from generator.model import Actor, Position
from tests.derive.rosters import PEACE, quotes, reading

WISHES = [
    ("wants", "Chad wants Mali to join the talks.", "chad", "Wants Mali to join the talks"),
    ("would-like", "Chad would like the talks to go on.", "chad", "Would like the talks to go on"),
    ("wishes", "Chad wishes to attend the summit.", "chad", "Wishes to attend the summit"),
    ("seeks", "Chad has long sought a truce.", "chad", "Seeks a truce"),
    ("demands", "The rebels demanded a halt to the talks.", "rebels", "Demands a halt to the talks"),
    ("insists", "Ali Haidar insisted on a truce before talks.", "ali-haidar", "Insists on a truce before talks"),
    ("calls-for", "Kenya called for an immediate ceasefire.", "kenya", "Calls for an immediate ceasefire"),
    ("calls-on", "Kenya called on Mali to join the talks.", "kenya", "Calls on Mali to join the talks"),
    ("urges", "Kenya has urged Chad to return to the talks.", "kenya", "Urges Chad to return to the talks"),
    ("expects", "Peru is expecting the truce to hold.", "peru", "Expects the truce to hold"),
    ("hopes", "Peru said it hoped the truce would hold.", "peru", "Hopes the truce will hold"),
    ("looks-forward", "Doe, of Peru, is looking forward to talks.", "jane-doe", "Looks forward to talks"),
    ("counts-on", "Peru is counting on a deal.", "peru", "Counts on a deal"),
    ("refuses", "Chad refused to attend the negotiations.", "chad", "Refuses to attend the negotiations"),
    ("declines", "Chad declined to sign the deal.", "chad", "Declines to sign the deal"),
    ("rejects", "Chad rejected a truce proposed by Peru.", "chad", "Rejects a truce proposed by Peru"),
    ("rules-out", "Chad has ruled out talks with Mali.", "chad", "Rules out talks with Mali"),
    ("opposes", "Chad opposes any role for Mali in the talks.", "chad", "Opposes any role for Mali in the talks"),
    ("offers", "Norway again offered to host the talks.", "norway", "Offers to host the talks"),
    ("proposes", "Norway is proposing a new round of talks.", "norway", "Proposes a new round of talks"),
    ("suggests", "Norway suggested a pause in the talks.", "norway", "Suggests a pause in the talks"),
    ("prefers", "Norway prefers quiet talks.", "norway", "Prefers quiet talks"),
    ("favours", "Norway favors direct talks.", "norway", "Favours direct talks"),
    ("intends", "Mali intends to sign the deal.", "mali", "Intends to sign the deal"),
    ("aims", "Mali aims to reach a truce.", "mali", "Aims to reach a truce"),
    ("is-ready", "Peru is ready to host the summit.", "peru", "Is ready to host the summit"),
    ("will", "The rebels said they would not attend the talks.", "rebels", "Will not attend the talks"),
    (
        "expects-that",
        "Haidar believed that the talks would focus on prisoners.",
        "ali-haidar",
        "Expects that the talks will focus on prisoners",
    ),
    ("accepts", "Mali has accepted the truce.", "mali", "Accepts the truce"),
    ("supports", "Kenya supports the peace plan.", "kenya", "Supports the peace plan"),
    ("backs", "Norway backs the peace process.", "norway", "Backs the peace process"),
    ("welcomes", "Peru welcomed the ceasefire.", "peru", "Welcomes the ceasefire"),
    (
        "prepares",
        "Oslo is preparing another meeting with the rebels.",
        "norway",
        "Prepares another meeting with the rebels",
    ),
    ("works-on", '"We are working on a truce," Doe said.', "jane-doe", "Works on a truce"),
    ("tries", "Kenya is trying to save the talks.", "kenya", "Tries to save the talks"),
    (
        "attempts",
        '"We do not make any attempts to end the talks," Doe said.',
        "jane-doe",
        "Does not make any attempts to end the talks",
    ),
    ("continues", '"We continue to support the talks," Doe said.', "jane-doe", "Continues to support the talks"),
    ("freezes", "Chad announced on Friday that it was freezing talks.", "chad", "Freezes talks"),
    ("suspends", "The rebels agreed to suspend the talks.", "rebels", "Suspends the talks"),
    ("asks", "Peru has asked Kenya to attend the talks.", "peru", "Asks Kenya to attend the talks"),
    ("sees", "Mali said it saw the summit as a chance.", "mali", "Sees the summit as a chance"),
    ("considers", "Mali considers the truce important.", "mali", "Considers the truce important"),
]


def _proposed(text: str) -> list[tuple[tuple[str, ...], str, str | None, str]]:
    article = text + PEACE
    return [
        (found.values["who"], found.values["says"], found.values.get("said_by"), found.rule)
        for found in positions.propose(reading(article))
    ]


@pytest.mark.parametrize(("rule", "text", "who", "says"), WISHES, ids=[rule for rule, *_ in WISHES])
def test_rule_holds(rule: str, text: str, who: str, says: str) -> None:
    """The verb stands in the present, and the rest are the article's own words."""
    assert _proposed(text) == [((who,), says, None, rule)]


def test_every_rule_has_an_example() -> None:
    """The examples are of all rules."""
    assert {rule.name for rule in RULES} == {rule for rule, *_ in WISHES}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We expect the talks to bring a truce," Haidar said.',
            (("ali-haidar",), "Expects the talks to bring a truce"),
        ),
        ('"We do not want talks," said Doe.', (("jane-doe",), "Does not want talks")),
        ("Chad and Mali reject the truce.", (("chad", "mali"), "Rejects the truce")),
        ("Chad and Mali are willing to hold talks.", (("chad", "mali"), "Is willing to hold talks")),
        ("Chad does not expect the talks to succeed.", (("chad",), "Does not expect the talks to succeed")),
        ("Haidar said he wants talks.", (("ali-haidar",), "Wants talks")),
        ("Rebels due to attend say they will discuss a truce.", (("rebels",), "Will discuss a truce")),
    ],
)
def test_persons_numbers_and_denials(text: str, expected: tuple[tuple[str, ...], str]) -> None:
    """`We` is who speaks, each of several has the sentence for itself, and a denial stays."""
    assert [found[:2] for found in _proposed(text)] == [expected]


def test_what_another_reports_names_who_does() -> None:
    """Whose wish it is, and who tells of it, are two things."""
    text = "Peru said Kenya wants the talks to be held in Lima."
    assert _proposed(text) == [(("kenya",), "Wants the talks to be held in Lima", "peru", "wants")]


@pytest.mark.parametrize(
    ("text", "says", "quote"),
    [
        ("Chad wants talks, Mali does not.", "Wants talks", "Chad wants talks"),
        ("Chad wants talks while Mali waits.", "Wants talks", "Chad wants talks"),
        ("Chad wants the talks to resume next week.", "Wants the talks to resume", "Chad wants the talks to resume"),
        ("Chad wants talks with Mali, Niger and Peru.", "Wants talks with Mali, Niger and Peru", None),
        ("Chad wants talks in St. Kisi this month.", "Wants talks in St. Kisi", "Chad wants talks in St. Kisi"),
    ],
)
def test_sentence_ends_with_its_thought(text: str, says: str, quote: str | None) -> None:
    """At a comma that is in no list, at another thought, or before a date that will be stale."""
    article = text + PEACE
    (found,) = positions.propose(reading(article))
    assert found.values["says"] == says
    assert quotes(article, found) == [quote or text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "The talks are expected to resume.",
        "Peru was expected to reject the truce.",
        "Chad may reject the deal.",
        "Chad had hoped for a truce.",
        "Chad wants oil.",
        "Kenya said the talks were calm.",
        "Kenya said the talks will be held in Lima.",
        "Haidar said it wants talks.",
        "Chad said he wants talks.",
        "Chad thinks talks will be held.",
        "Chad wants Mali to bring them to the talks.",
        "Chad wants this deal.",
        "Chad rejects the truce, unless Mali signs.",
        "Chad wants talks until next week.",
        "Chad wants talks next week in Peru.",
        "CHAD WANTS TALKS.",
        "The envoy of Chad wants talks.",
        "Chad wants trade talks.",
        f"Chad wants talks {'on the many old and long questions ' * 6}.",
    ],
)
def test_no_sentence_of_ours(text: str) -> None:
    """Nothing that nobody hopes or that only may be, and no words that are unclear or lose their condition."""
    assert _proposed(text) == []


CLAIMS = [
    ("Haidar has stressed that the talks will focus on prisoners.", "Says that the talks will focus on prisoners"),
    ("Haidar said the talks would focus on aid.", "Says that the talks will focus on aid"),
    ("Haidar said Kenya should be invited to the talks.", "Says that Kenya should be invited to the talks"),
    ("Haidar said that both sides must keep the truce.", "Says that both sides must keep the truce"),
    ("Haidar told reporters that a truce could help.", "Says that a truce could help"),
    ("Haidar said the groups would disarm under such agreements.", "Says that the groups will disarm"),
    ("The talks should resume, Haidar said.", "Says that the talks should resume"),
    ('"Mali must sign the deal," said Haidar.', "Says that Mali must sign the deal"),
    ('"It would be right to invite Peru to the talks," Haidar said.',
     "Says that it would be right to invite Peru to the talks"),
    ("Haidar said the main aim of the talks was to end the war.",
     "Says that the main aim of the talks is to end the war"),
    ('Haidar said the summit\'s priority would be "reaching a truce".',
     "Says that the summit's priority will be reaching a truce"),
    ("Haidar said the talks next week will help.", "Says that the talks will help"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), CLAIMS)
def test_claims(text: str, says: str) -> None:
    """What a speaker says that talks will or should do is a claim, and neither a wish nor a hope."""
    assert [found[:2] for found in _proposed(text)] == [(("ali-haidar",), says)]


@pytest.mark.parametrize(
    "text",
    [
        "Haidar said the talks were calm.",
        "Haidar said the talks will be held in Oslo.",
        "Haidar said Mali would join the talks.",
        "Haidar said that if Mali came, the talks would fail.",
        '"If the truce holds, we will return to the talks," Haidar said.',
        '"We would return to the talks," Haidar said.',
        "The talks should resume.",
        "Haidar said this should end the talks.",
        "Haidar said the price of oil should fall.",
    ],
)
def test_no_claims(text: str) -> None:
    """Facts of other kinds, conditions and what nobody says are none."""
    assert _proposed(text) == []


SPEAKERS = [
    ('Haidar spoke. "We want talks," Haidar said.', "Wants talks", None),
    ('"I hope for a truce. It is late," Doe told reporters.', "Hopes for a truce", None),
    ("Doe said Peru was calm. She added that she hoped for talks.", "Hopes for talks",
     'The speaker ("she added") is Jane Doe, named in the sentence before.'),
    ('Doe said Peru was calm. "We are counting on a truce," the diplomat said.', "Counts on a truce",
     'The speaker ("the diplomat said") is Jane Doe, named in the sentence before.'),
    ("Doe told a paper in Lima she hoped the talks would help.", "Hopes the talks will help", None),
    ('Doe said so. She left. "I don’t want talks," she said.', "Does not want talks",
     'The speaker ("she said") is Jane Doe, named further above.'),
    ('"We cannot accept the truce," said Doe.', "Cannot accept the truce", None),
    ('"Mali is ready and we want talks," said Doe.', "Wants talks", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says", "because"), SPEAKERS)
def test_pronouns_mean_who_speaks(text: str, says: str, because: str | None) -> None:
    """The quote names the speaker, or a reason does where the article has only a pronoun or an office."""
    article = text + PEACE
    found = [one for one in positions.propose(reading(article)) if one.values["says"] == says]
    assert len(found) == 1
    assert found[0].values.get("because") == because
    assert found[0].values["who"] in (("jane-doe",), ("ali-haidar",))


@pytest.mark.parametrize(
    "text",
    [
        "He added that he hoped for talks.",
        "Doe spoke to Haidar. He said he hoped for talks.",
        "Doe said no. Haidar met Traore. He said he hoped for talks.",
        "Doe said no. The Kenyan minister said he hoped for talks.",
        "Chad said no. He added that he hoped for talks.",
        '"We want talks."',
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    """Where nobody spoke, others are named between, or the office is of another state, a pronoun means nobody."""
    assert _proposed(text) == []


def test_who_tells_of_others_may_be_a_pronoun() -> None:
    """The words of a speaker on others keep that speaker, whose name stands in the reason."""
    text = 'Doe said no. "Chad and Mali both support this plan," she added.'
    (found,) = positions.propose(reading(text + PEACE))
    assert (found.values["who"], found.values["says"]) == (("chad", "mali"), "Supports the plan")
    assert found.values["said_by"] == "jane-doe"
    assert found.values["because"] == 'The speaker ("she added") is Jane Doe, named in the sentence before.'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('Chad wants "real" talks.', "Wants real talks"),
        ("Chad wants the [Kisi] talks.", "Wants the Kisi talks"),
        ("Chad supports this deal.", "Supports the deal"),
        ("The talks go on. Chad opposes any US presence.", "Opposes any US presence"),
        ("Chad wants talks that will end the war and they know it.", "Wants talks that will end the war"),
    ],
)
def test_words_become_clear(text: str, says: str) -> None:
    """Marks go, and what only explains is cut where it would be unclear."""
    assert [found[1] for found in _proposed(text)] == [says]


def test_articles_without_peace_are_passed_over() -> None:
    """Where no word speaks of talks or truces, a meeting is any meeting."""
    assert list(positions.propose(reading("Chad wants a meeting."))) == []


KNOWN = {
    "freedonia": Actor(name="Freedonia", kind="state"),
    "league": Actor(name="League", kind="armed-group", loaded=("Red Menace",)),
}


def _drafted(text: str) -> list[Position]:
    made = draft("seeds/a.txt", text.encode(), actors=KNOWN)
    return [found.fact for found in made.facts if isinstance(found.fact, Position)]


@pytest.mark.parametrize("words", ["talks with the Red Menace", "talks with the regime", "talks on terrorism"])
def test_loaded_words_are_not_put_into_our_mouth(words: str) -> None:
    """What judges stays in the article, be it a listed word or a name that the site lists as loaded."""
    assert _drafted(f"Freedonia rejected {words}. A truce is near.\n") == []
    (fact,) = _drafted("Freedonia rejected talks with the League. A truce is near.\n")
    assert (fact.who, fact.says) == (("freedonia",), "Rejects talks with the League")


def test_a_reason_stands_in_the_draft() -> None:
    """The checks of a draft take the reason with the quote."""
    (fact,) = _drafted("Anna Berg said that the room was cold. She added that she hoped for a truce.\n")
    assert (fact.says, fact.quote) == ("Hopes for a truce", ("She added that she hoped for a truce",))
    assert fact.because == 'The speaker ("she added") is Anna Berg, named in the sentence before.'


@pytest.mark.parametrize(
    "text",
    [
        "Chad wants " * 20_000,
        "Chad said it " * 20_000,
        f"Chad wants talks {'and talks ' * 20_000}",
        f"we want {'Mali, ' * 20_000}",
        f"Chad said {'the talks ' * 20_000} will",
        "Doe said. " + "he said talks " * 20_000,
        "Doe said. " + "He said “we want talks.” " * 10_000,
        "“We want talks. " * 10_000 + "” Doe said",
    ],
    ids=["wants", "said-it", "one-wish", "we-want", "said-that", "he-said", "quotations", "open-quotation"],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    """Time grows in proportion to the text."""
    start = time.perf_counter()
    list(positions.propose(reading(f"{text}. A truce is near.")))
    assert time.perf_counter() - start < 20
