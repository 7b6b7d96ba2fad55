"""A sentence as words and lists of parties: heads, owners, titles, brackets and coordination."""

from __future__ import annotations

import pytest

from generator.derive.clauses import clauses
from generator.derive.speech import speech_about
from tests.derive.rosters import reading

Parties = list[tuple[str, ...]]


def lists(text: str) -> Parties:
    """The actors of each list of the first sentence."""
    return [tuple(party.actor for party in found.parties) for found in clauses(reading(text))[0].lists]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Talks between Chad and Mali began.", " talks between § began . "),
        ("Talks between Chad, Mali, and Niger began.", " talks between § began . "),
        ("Talks between the Red Front (RF) and Mali’s government began.", " talks between § began . "),
        ("Talks between Chad as well as the armed rebels “began”.", " talks between § began . "),
        ("TALKS BETWEEN THE RED FRONT [RF] AND CHAD BEGAN.", " talks between § began . "),
        ("A Kenya-brokered truce began.", " § -brokered truce began . "),
        ("A Kenya-Peru brokered truce began.", " § brokered truce began . "),
        ("The delegates of Chad and of nobody came.", " § and of nobody came . "),
        ("Chad’s border is closed.", " § 's border is closed . "),
    ],
)
def test_shape(text: str, shape: str) -> None:
    """A list of actors with its determiners, heads and brackets is one `§`; quotation marks are left out."""
    assert clauses(reading(text))[0].shape == shape


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad, Mali and Niger met.", [("chad", "mali", "niger")]),
        ("Chad and Mali and Niger met.", [("chad", "mali", "niger")]),
        ("Chad, Mali's ally, left.", [("chad",), ("mali",)]),
        ("Chad, a dry land, and Mali met.", [("chad", "mali")]),
        ("In Chad, Mali won.", [("chad",), ("mali",)]),
        ("Haidar, Traore sign pact", [("ali-haidar", "omar-traore")]),
        ("Militants such as the Red Front and the Blue Guard left.", [("red-front", "blue-guard")]),
        ("Chad's foreign minister Ali Haidar and Mali's envoy Jane Doe met.", [("ali-haidar", "jane-doe")]),
        ("President Ali Haidar of Chad and Prime Minister Omar Traore met.", [("ali-haidar", "omar-traore")]),
        ("Chad and, separately, Mali agreed.", [("chad", "mali")]),
        ("Chad's Red Front and Mali met.", [("red-front", "mali")]),
        ("Haidar and his Malian counterpart, Omar Traore, met.", [("ali-haidar", "omar-traore")]),
        ("Mali and 14 rebels met.", [("mali", "rebels")]),
    ],
)
def test_coordination(text: str, found: Parties) -> None:
    """`A, B and C` is one list; a comma alone joins nothing but two people in a headline."""
    assert lists(text) == found


@pytest.mark.parametrize(
    ("text", "head", "team", "owner"),
    [
        ("Delegates of Chad came.", "delegates", None, None),
        ("The prime minister of Chad came.", "minister", None, None),
        ("Chad's negotiating team came.", None, "negotiating", None),
        ("The Chadian delegation came.", None, "delegation", None),
        ("Chad's foreign minister Ali Haidar came.", None, None, "chad"),
        ("President Ali Haidar of Chad came.", None, None, "chad"),
        ("Chad's minister for Arab and African Affairs Ali Haidar came.", None, None, "chad"),
        ("Chad's minister John Roe and Ruritanian President Ali Haidar came.", None, None, None),
        ("Chad came.", None, None, None),
    ],
)
def test_heads(text: str, head: str | None, team: str | None, owner: str | None) -> None:
    """A party knows who acts for it, and a person whom it is an envoy or minister of."""
    party = clauses(reading(text))[0].lists[0].parties[0]
    assert (party.head, party.team, party.owner and party.owner.actor) == (head, team, owner)


def test_places_are_no_parties() -> None:
    """A mention that only says where something is stays a plain word."""
    made = reading("Talks in Chad began.")
    (mention,) = made.actors
    there = type(mention)(mention.span, mention.written, mention.actor, mention.head, place=True)
    roster = type(made.roster)(made.roster.actors, (there,))
    assert clauses(type(made)(made.text, None, roster))[0].shape == " talks in chad began . "


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Haidar said that Mali would come.", "Mali", "ali-haidar"),
        ("Mali would come, Haidar said.", "Mali", "ali-haidar"),
        ("Mali would come, said Haidar.", "Mali", "ali-haidar"),
        ("According to Haidar, Mali would come.", "Mali", "ali-haidar"),
        ("Haidar came, and Mali said that it was late.", "Haidar", None),
        ("Mali would come.", "Mali", None),
    ],
)
def test_speech(text: str, words: str, speaker: str | None) -> None:
    """What follows `A said that` or precedes `, A said` is A's."""
    clause = clauses(reading(text))[0]
    place = next(n for n, token in enumerate(clause.tokens) if token.mention and token.mention.written == words)
    speech = speech_about(clause, (place, place + 1))
    assert (speech.speaker if speech else None) == speaker


def test_long_sentences_take_linear_time() -> None:
    """A sentence of many thousand words and names is read like any other."""
    text = "Talks between " + "Chad, Mali and the long " * 4000 + "end."
    assert len(clauses(reading(text))) == 1


@pytest.mark.parametrize(
    "piece", ["Chad's Mali's ", "rebels like rebels like ", "Chad government Mali rebels ", "Chad's "]
)
def test_phrases_within_phrases_end(piece: str) -> None:
    """Names within names go no deeper than one level, however often they are repeated."""
    assert len(clauses(reading(piece * 3000 + "came."))) == 1
