"""Which actors a text names, and which names it lists together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.names import Names, coordinated

ACTORS = {
    "ruritania": ["Ruritania", "Ruritanian", "Strelsau"],
    "east-ruritania": ["East Ruritania"],
    "freedonia": ["Freedonia", "Freedonian"],
    "sylvania": ["Sylvania"],
    "iron-guard": ["Iron Guard", "rebels", "rebel groups", "masked bandits"],
    "black-hand": ["Black Hand", "masked bandits"],
    "firefly": ["Rufus T. Firefly", "Firefly"],
    "al-dhib": ["Karim al-Dhib", "al-Dhib"],
    "zog": ["O'Zog"],
    "league": ["L.N.", "the League"],
    "falcons": ["'Falcon' Brigade"],
}
NAMES = Names(ACTORS)


def _read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(mention.written, mention.actors) for mention in NAMES.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania spoke.", ["Ruritania"]),
        ("the Ruritanian envoy", ["Ruritanian"]),
        ("Ruritania’s envoy, Freedonia's guest", ["Ruritania", "Freedonia"]),
        ("a Ruritania-backed plan", ["Ruritania"]),
        ("“Ruritania”", ["Ruritania"]),
        ("Rebels and REBELS and rebels", ["Rebels", "REBELS", "rebels"]),
        ("Rufus\u00a0T.\n  Firefly", ["Rufus\u00a0T.\n  Firefly"]),
        ("O’Zog and O'Zog and Oʼzog", ["O’Zog", "O'Zog"]),
        ("Karim al‑Dhib and al-Dhib", ["Karim al‑Dhib", "al-Dhib"]),
        ("the L.N. and the League.", ["L.N.", "the League"]),
        ("The 'Falcon' Brigade and the ‘Falcon’ Brigade", ["'Falcon' Brigade", "‘Falcon’ Brigade"]),
    ],
)
def test_read_finds_names_as_they_are_written(text: str, expected: list[str]) -> None:
    """A name matches over typography and white space, at a sentence start and in capitals."""
    assert [written for written, _ in _read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "ruritania",
        "Ruritanians",
        "Ruritania_",
        "PreRuritania",
        "the non-Ruritanian side",
        "an ex‑Ruritanian",
        "Anti-Freedonian feeling",
        "the league",
        "Falcon Brigade",
        "Iron Guards",
        "",
    ],
)
def test_read_finds_no_name_inside_another_word(text: str) -> None:
    """Case counts, a longer word is another word, and a prefix such as `non-` denies the name."""
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("East Ruritania", [("East Ruritania", ("east-ruritania",))]),
        ("rebel groups", [("rebel groups", ("iron-guard",))]),
        ("the rebels", [("rebels", ("iron-guard",))]),
        ("masked bandits", [("masked bandits", ("iron-guard", "black-hand"))]),
    ],
)
def test_read_takes_the_longest_name_and_all_who_share_it(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Of names that overlap the longest holds; a shared name names all its actors."""
    assert _read(text) == expected


def test_read_keeps_mentions_apart() -> None:
    """A name that begins inside another is no mention."""
    names = Names({"a": ["Zenda Hall"], "b": ["Hall Zenda"]})
    assert [mention.written for mention in names.read("Zenda Hall Zenda")] == ["Zenda Hall"]


def test_names_without_letters_are_never_found() -> None:
    """A name of marks alone names nobody."""
    assert Names({"a": ["…"]}).read("… and …") == ()


@given(st.text(alphabet="Ruritania Freedonia.'’\u00a0\n-", max_size=60))
def test_mentions_stand_where_they_say(text: str) -> None:
    """Every mention is the text at its place; mentions are in order and never overlap."""
    mentions = NAMES.read(text)
    assert all(text[mention.span.start : mention.span.end] == mention.written for mention in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))


def test_hostile_names_and_texts_take_linear_time() -> None:
    """Many names with one beginning, and long gaps between mentions, are read in a moment."""
    names = Names({f"actor-{number}": [f"Zenda {number}"] for number in range(20_000)})
    text = "Zenda 7" + " " * 100_000 + "Zenda 8 and " + "Zenda x " * 20_000
    mentions = names.read(text)
    assert [mention.written for mention in mentions] == ["Zenda 7", "Zenda 8"]
    assert coordinated(text, mentions) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania and Freedonia", [["Ruritania", "Freedonia"]]),
        ("Ruritania, Freedonia and Sylvania", [["Ruritania", "Freedonia", "Sylvania"]]),
        ("Ruritania, Freedonia, and\nthe Sylvania", [["Ruritania", "Freedonia", "Sylvania"]]),
        ("Ruritania, Freedonia, Sylvania agreed", [["Ruritania", "Freedonia", "Sylvania"]]),
        ("Ruritanian and Freedonian-backed", [["Ruritanian", "Freedonian"]]),
        ("Ruritania’s and Freedonia’s envoys", [["Ruritania", "Freedonia"]]),
        ("Ruritania as well as Freedonia", [["Ruritania", "Freedonia"]]),
        ("Ruritania, together with Sylvania,", [["Ruritania", "Sylvania"]]),
        ("Ruritania/Freedonia & Sylvania", [["Ruritania", "Freedonia", "Sylvania"]]),
        ("neither Ruritania nor Freedonia", [["Ruritania", "Freedonia"]]),
        ("the governments of Ruritania and of Freedonia", [["Ruritania", "Freedonia"]]),
        (
            "Ruritania and Freedonia met Sylvania and Strelsau",
            [["Ruritania", "Freedonia"], ["Sylvania", "Strelsau"]],
        ),
        ("Sylvania met Ruritania and Freedonia", [["Ruritania", "Freedonia"]]),
        ("Ruritania, Freedonia's ally", []),
        ("Ruritania met Freedonia", []),
        ("Ruritania. Freedonia", []),
        ("Ruritania and its ally Freedonia", []),
        ("Ruritania", []),
        ("", []),
    ],
)
def test_coordinated_finds_lists_of_names(text: str, expected: list[list[str]]) -> None:
    """Names with only commas and conjunctions between them are one list; two with a comma alone are none."""
    chains = coordinated(text, NAMES.read(text))
    assert [[mention.written for mention in chain] for chain in chains] == expected
