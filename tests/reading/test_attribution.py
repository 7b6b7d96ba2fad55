"""Who speaks, and who is named without being meant."""

from __future__ import annotations

import pytest

from generator.reading.attribution import (
    OTHER,
    Setting,
    has_pronoun,
    holds,
    is_attributed,
    is_called_speaker,
    is_refused,
    only_speaks,
    setting,
    speaks,
    stands_aside,
)
from generator.reading.names import Names
from generator.text import Span

NAMES = Names(
    {
        "x": ["Ruritania", "Ruritanian"],
        "y": ["Freedonia", "Freedonian"],
        "z": ["Sylvania"],
        "firefly": ["Rufus Firefly", "Firefly"],
        "herald": ["Herald"],
    }
)


def _settings(text: str, actor: str = "x") -> list[Setting]:
    mentions = NAMES.read(text)
    places = [mention.span for mention in mentions]
    return [setting(text, Span(0, len(text)), mention.span, places) for mention in mentions if actor in mention.actors]


def test_setting_holds_the_words_round_a_name() -> None:
    """Words and marks before and after a name within its quote, folded, with every other name as one sign."""
    text = "So the  Ruritanian envoy, Rufus Firefly, met Freedonia’s al-Dhib there."
    mentions = NAMES.read(text)
    places = [mention.span for mention in mentions]
    quote = Span(3, len(text) - 7)
    found = setting(text, quote, mentions[1].span, places)
    assert found.before == ("the", OTHER, "envoy", ",")
    assert found.after == (",", "met", OTHER, "'s", "al-Dhib")


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania said on Monday",
        "the talks will start on Monday, Ruritania said",
        "Ruritania has also said it opposes the plan",
        "Ruritania's foreign ministry announced",
        "the Ruritanian government later denied this",
        "Ruritania, Freedonia's oldest ally, said",
        "Ruritania and Freedonia said",
        "Freedonia, Sylvania, and Ruritania said",
        "Ruritania, Freedonia, and the Sylvania said",
        "Ruritania, Sylvania, Freedonia and Sylvania said",
        "Ruritania: We will attend",
        "Ruritania was quoted as saying",
        "Ruritania put the toll at 40",
        "Ruritania's estimate of the dead",
        "“We agree,” said Ruritania",
        "said a report in Ruritania",
        "the toll is 40, reported the Ruritanian news agency",
        "According to estimates by Ruritania, 40 died",
        "according to Ruritania and Freedonia",
        "40 died, an estimate by Ruritania shows",
        "in an interview with Ruritania",
        "the agency, citing Ruritania, gave no number",
        "a toll announced by Ruritania",
        "as announced on Monday by Ruritania",
    ],
)
def test_speaks_beside_a_word_of_saying(text: str) -> None:
    """The subject of a verb of saying, the source of a statement, and whoever `according to` or `said` introduces."""
    assert any(map(speaks, _settings(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania will attend",
        "Ruritania was told to leave",
        "Ruritania is expected to attend",
        "Freedonia said Ruritania will attend",
        "Freedonia said that Ruritania will attend",
        "Ruritania will attend, Freedonia said",
        "Ruritania was invited by Freedonia, which said so",
        "the envoy for Ruritania told reporters",
        "Ruritania said by Freedonia to be absent",
        "said a report in Ruritania's Herald",
        "a report on Ruritania",
        "It was on Monday that the old king said the two great states of Ruritania would meet",
        "a number of Ruritanian rebels",
        "Ruritania, when asked: “Why?”, said",
        "Ruritania",
    ],
)
def test_speaks_not_where_another_does(text: str) -> None:
    """Being spoken of, to or in is no speaking."""
    assert not any(map(speaks, _settings(text)))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("said a report in Ruritania's Herald", "herald"),
        ("Ruritanian envoy Rufus Firefly told the Herald", "firefly"),
        ("the envoy for Ruritania, Rufus Firefly, said", "firefly"),
    ],
)
def test_speaks_for_the_name_that_does(text: str, actor: str) -> None:
    """A description before the speaker's name does not hide the speaker."""
    assert any(map(speaks, _settings(text, actor)))


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("Ruritania said that 40 died", False, True),
        ("40 died, Ruritania told the Herald", False, True),
        ("according to Ruritania, 40 died", False, True),
        ("Ruritania warned that 40 died", False, True),
        ("Ruritania estimated 40 dead", False, False),
        ("Ruritania estimated 40 dead", True, True),
        ("Ruritania announced a truce", False, False),
        ("the ambassador to Ruritania said", False, False),
    ],
)
def test_is_attributed_only_where_the_words_leave_no_doubt(text: str, *, count: bool, expected: bool) -> None:
    """Verbs that do more than attribute count only before `that`, and those of counting only for a number."""
    assert any(is_attributed(found, count=count) for found in _settings(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania said the talks would start", True),
        ("Ruritanian Foreign Minister Rufus Firefly said", True),
        ("Ruritania's envoy to Freedonia said", False),
        ("Ruritania met envoys whom Rufus Firefly told the same", False),
        ("Ruritania, Rufus Firefly said", False),
        ("Ruritania invited Rufus Firefly and said so", False),
        ("Ruritania will attend", False),
        ("Ruritania agreed a truce", False),
    ],
)
def test_only_speaks_for_the_speaker_and_his_description(text: str, *, expected: bool) -> None:
    """`X said` and `X's minister Y said` show X in no other part."""
    assert any(map(only_speaks, _settings(text))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The diplomat is Ruritania", True),
        ("The speaker was the Ruritanian minister", False),
        ("Ruritania is the speaker", True),
        ("“He” means Ruritania", True),
        ("Ruritania said so above", True),
        ("The ally of Ruritania", False),
        ("Ruritania is the ally", False),
    ],
)
def test_is_called_speaker_in_a_reason(text: str, *, expected: bool) -> None:
    """A reason says who speaks as a sentence about the speaker."""
    assert any(map(is_called_speaker, _settings(text))) is expected


@pytest.mark.parametrize(
    ("text", "state", "expected"),
    [
        ("the envoy for Ruritania will attend", False, "the place of a post"),
        ("permanent representative to the Ruritania mission", False, "the place of a post"),
        ("Ruritania-backed rebels will attend", False, "the backer of others"),
        ("Ruritania's most powerful ally will attend", False, "somebody's ally or rival"),
        ("a truce in Ruritania", True, "a place"),
        ("a truce across Freedonia and Ruritania", True, "a place"),
        ("a truce in Freedonia, Sylvania, and the Ruritania", True, "a place"),
        ("the Ruritanian conflict", True, "a place"),
        ("a truce in Ruritania", False, None),
        ("in Ruritania's delegation", True, None),
        ("the Freedonia-Ruritania conflict", True, None),
        ("Ruritania-led talks", True, None),
        ("Ruritania's delegation", True, None),
        ("for Ruritania", True, None),
        ("Ruritania", True, None),
    ],
)
def test_stands_aside_as_place_post_backer_or_ally(text: str, *, state: bool, expected: str | None) -> None:
    """A state named as a place, and anybody named as where someone is posted, whom they back or whose ally they are."""
    assert stands_aside(_settings(text)[0], state=state) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Freedonia opposes any Ruritanian presence", True),
        ("Freedonia has refused to meet Ruritania", True),
        ("Ruritania refused to attend", False),
        ("the plan was rejected by Ruritania", False),
        ("Freedonia refused, but Ruritania agreed", False),
        ("opposing Ruritania", False),
        ("Freedonia met Ruritania", False),
    ],
)
def test_is_refused_behind_another_who_refuses(text: str, *, expected: bool) -> None:
    """Whom another refuses is not the one who refuses."""
    assert is_refused(_settings(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("he will attend", True), ("It agreed", True), ("their talks", True), ("the US", False), ("Hermes", False)],
)
def test_has_pronoun(text: str, *, expected: bool) -> None:
    """A pronoun may mean somebody named elsewhere; `US` is none."""
    assert has_pronoun(text) is expected


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ruritania wants peace", True),
        ("Ruritania, which backs Freedonia but wants peace", True),
        ("Ruritania and Freedonia demand peace", True),
        ("Ruritania's government is not willing to talk", True),
        ("Ruritania's demand for peace", True),
        ("Ruritania will not come", True),
        ("talks, Ruritania said", True),
        ("Ruritania was asked to come", False),
        ("Freedonia wants Ruritania to accept", False),
        ("talks with Ruritania will go on", False),
        ("the envoy for Ruritania wants peace", False),
        ("Ruritania", False),
    ],
)
def test_holds_is_for_those_who_want(text: str, held: bool) -> None:
    """The subject of a verb of wanting or saying, or the owner of a wish; not those of whom another wants it."""
    assert any(map(holds, _settings(text))) is held


def test_what_reports_add_is_attributed_where_it_is_a_wish() -> None:
    """`X added` tells who reports another's wish; of other facts, only plain verbs of saying do."""
    (added,) = _settings("so it goes, Ruritania added")
    assert is_attributed(added, wish=True)
    assert not is_attributed(added)
