"""In whose mouth a name stands."""

from __future__ import annotations

import pytest

from generator.reading.names import Names
from generator.reading.voices import OWN, Voice, voices

NAMES = Names(
    {
        "ruritania": ["Ruritania", "Ruritanian"],
        "league": ["Northern League"],
        "either": ["the Guard"],
        "other": ["the Guard"],
        "firefly": ["Rufus Firefly", "Firefly"],
        "herald": ["Herald"],
    }
)
PEOPLE = {"firefly": frozenset({"ruritania"})}
FIREFLY = Voice(own=False, speaker="firefly")
SOMEBODY = Voice(own=False)


def voice_of(text: str, name: str = "Northern League") -> Voice:
    """The voice of the last mention of a name in a text."""
    mentions = NAMES.read(text)
    found = voices(text, mentions, PEOPLE)
    return [voice for mention, voice in zip(mentions, found, strict=True) if mention.written == name][-1]


@pytest.mark.parametrize(
    "text",
    [
        "The Northern League will come.",
        "On Monday, in a hall of the Northern League, Rufus Firefly said that it rained.",
        'Rufus Firefly of the Northern League said: "It rains."',
        "Rufus Firefly said that it rained. The Northern League left.",
        "Rufus Firefly met the Northern League.",
        "Rufus Firefly said they would agree, a sign of the trust that the Northern League has won.",
        '"It rains," he said. The Northern League left.',
    ],
)
def test_the_article_s_own_words(text: str) -> None:
    """What neither quotation marks nor a verb of saying give to somebody is the article's."""
    assert voice_of(text) == OWN


@pytest.mark.parametrize(
    "text",
    [
        '"The Northern League is late," Firefly said.',
        '"The Northern League is late," said Rufus Firefly.',
        'Firefly said: "It is late. The Northern League must hurry."',
        "Rufus Firefly said that the Northern League was late.",
        "Rufus Firefly told reporters on Monday that the Northern League was late.",
        "The Northern League will soon be late, Firefly said on Monday.",
        "The Northern League will soon be late, Firefly added.",
        "According to Firefly, the Northern League is late.",
        "The Northern League is late, Firefly said, adding that it rained.",
        "It has been raining, Firefly said, adding that the Northern League was late.",
        '"It rains," Firefly said. He added that the Northern League was late.',
        '"It rains," Firefly said.\n\n"And the Northern League is late."',
        'Firefly said it rained.\n\n"The Northern League is late," he added.',
        "Firefly said it rained. The Ruritanian minister said that the Northern League was late.",
    ],
)
def test_the_words_of_a_speaker(text: str) -> None:
    """Quoted or reported, before or after the verb; "he" is whoever spoke last."""
    assert voice_of(text) == FIREFLY


@pytest.mark.parametrize(
    "text",
    [
        '"The Northern League is late," a diplomat said.',
        "The diplomat also said that the Northern League was late.",
        'It is a matter of "the Northern League" alone.',
        "He said that the Northern League was late.",
        "The Guard said that the Northern League was late.",
        'Firefly said so.\n\nIt rained.\n\nIt snowed.\n\n"The Northern League is late," he said.',
    ],
)
def test_words_of_somebody_who_is_not_named(text: str) -> None:
    """Quoted or reported, and no name beside it; a name that two bear names nobody."""
    assert voice_of(text) == SOMEBODY


def test_somebody_who_speaks_for_a_state() -> None:
    """A minister without a name speaks, and the state is named."""
    spokesman = voice_of("The Ruritanian minister said that the Northern League was late.")
    assert spokesman == Voice(own=False, speaker="ruritania", on_behalf=True)
    assert voice_of("Ruritania has said that the Northern League was late.").on_behalf is False


def test_a_speaker_s_own_name_is_the_article_s() -> None:
    """The words that tell who speaks are not spoken."""
    assert voice_of('"It rains," Ruritanian envoy Firefly said.', "Firefly") == OWN
    assert voice_of('"It rains," Ruritanian envoy Firefly said.', "Ruritanian") == OWN


def test_a_text_without_sentences_costs_little() -> None:
    """A passage longer than any sentence is not looked into."""
    text = "Firefly said Ruritania " * 20_000
    assert set(voices(text, NAMES.read(text), PEOPLE)) == {OWN}
