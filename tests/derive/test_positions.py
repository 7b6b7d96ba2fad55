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
        "Haidar has stressed that the talks will focus on prisoners.",
        "ali-haidar",
        "Expects that the talks will focus on prisoners",
    ),
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
    """The examples are of all rules; those with `we` differ in nothing but the person who speaks."""
    assert {rule.name.removeprefix("we-") for rule in RULES} == {rule for rule, *_ in WISHES}


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
        'Chad wants "real" talks.',
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


@pytest.mark.parametrize(
    "text",
    [
        "Chad wants " * 20_000,
        "Chad said it " * 20_000,
        f"Chad wants talks {'and talks ' * 20_000}",
        f"we want {'Mali, ' * 20_000}",
        f"Chad said {'the talks ' * 20_000} will",
    ],
    ids=["wants", "said-it", "one-wish", "we-want", "said-that"],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    """Time grows in proportion to the text."""
    start = time.perf_counter()
    list(positions.propose(reading(f"{text}. A truce is near.")))
    assert time.perf_counter() - start < 20
