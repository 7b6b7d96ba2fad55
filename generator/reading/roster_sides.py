"""Governments, and sides that a text does not name: "the Ruritanian government delegation", "armed groups"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.roster_people import name_word
from generator.reading.roster_tokens import Tokens
from generator.reading.roster_words import FUNCTION_WORDS, ONLY_BEFORE_A_NOUN, SIDE_NOUNS, SIDES, VERBS
from generator.text import Span

_GOVERNMENTS = frozenset("government regime".split())
_MODIFIERS = frozenset(
    "armed main mainstream moderate political islamist islamic muslim sunni shiite shia shi'ite christian kurdish arab "
    "tribal communist leftist left-wing right-wing marxist maoist nationalist southern northern eastern western "
    "exiled domestic internal external parliamentary unarmed democratic secular local foreign allied rival various "
    "transitional interim caretaker national new federal central provisional unity civilian military rebel insurgent "
    "separatist guerrilla opposition outgoing legitimate internationally recognised recognized elected".split()
)
_BOUND = re.compile(r"-(?:backed|led|sponsored|supported|aligned|allied|funded|trained|armed|based|recogni[sz]ed)$")
_LEANING = re.compile(r"(?:pro|anti|non)-\w+|\w+-(?:leaning|linked|affiliated)$")
_LONGEST = 5
"""Words behind the noun; more than "government delegation members" takes."""
_FORCES = frozenset("forces fighters militia militias coalition alliance troops groups factions".split())
_ARMIES = frozenset({"army", "military"})
_NOUNS = frozenset({*_GOVERNMENTS, *SIDES, *_FORCES, *_ARMIES})
_INDEFINITE = frozenset("a an any every another no future next each".split())
_NOT_A_SIDE = frozenset("to in of on from against parties' strong stiff fierce".split())


@dataclass(frozen=True)
class Side:
    """A side in a text: where, the noun that it goes by, and for a government the id of its state."""

    span: Span
    noun: str
    words: str
    head: str
    state: str | None = None
    government: str | None = None
    """The id of the government, where the site knows it by these words."""


def sides(tokens: Tokens) -> Iterator[Side]:
    """Every government and every unnamed side, in order."""
    for at, low in enumerate(tokens.lower):
        if low not in _NOUNS:
            continue
        if tokens.manner[at] == "headline" or tokens.world[at].startswith(("group", "person")):
            continue
        if (
            tokens.manner[at] == "running"
            and tokens.written[at][0].isupper()
            and not tokens.opens[at]
            and low != "government"
        ):
            continue
        if low in _GOVERNMENTS:
            side = _government(tokens, at)
        elif low in SIDES:
            side = _unnamed(tokens, at)
        elif low in _FORCES and (
            _BOUND.search(tokens.low(at - 1)) or (tokens.low(at - 1) == "armed" and low in ("groups", "factions"))
        ):
            side = _side(tokens, at, "armed groups" if tokens.low(at - 1) == "armed" else low)
        elif low in _ARMIES and tokens.low(at - 1) in ("the", "'s") and not _is_modifier(tokens, at + 1):
            side = _army(tokens, at)
        else:
            continue
        if side:
            yield side


def _government(tokens: Tokens, at: int) -> Side | None:
    start = _left(tokens, at)
    if tokens.low(start - 1) in _INDEFINITE:
        return None
    end = _right(tokens, at)
    head = tokens.lower[end - 1]
    state = next((_state(tokens, place) for place in range(start, at) if _state(tokens, place)), None)
    place = at + 1
    if tokens.low(place) == "of" and tokens.low(place + 1) == "national" and tokens.written[place + 1][0].isupper():
        end = place + 3  # "Government of National Accord"
    if state is None and tokens.low(place) in ("of", "in"):
        place += 2 if tokens.low(place + 1) == "the" else 1
        state = _state(tokens, place)
        if state and (tokens.low(at + 1) == "of" or tokens.world[place].startswith("seat")):
            while _state(tokens, place) == state:
                place += 1
            end = place
        else:
            state = None
    return Side(
        tokens.span(start, end), "government", _words(tokens, start, end), head, state, _known(tokens, start, at)
    )


def _known(tokens: Tokens, start: int, at: int) -> str | None:
    marks = (tokens.world[place].partition(":") for place in range(start, at + 1))
    return next((actor for kind, _, actor in marks if kind == "government"), None)


def _state(tokens: Tokens, at: int) -> str | None:
    kind, _, actor = tokens.world[at].partition(":") if 0 <= at < len(tokens) else ("", "", "")
    return actor if kind in ("state", "people", "seat") else None


def _unnamed(tokens: Tokens, at: int) -> Side | None:
    low = tokens.lower[at]
    if low in ONLY_BEFORE_A_NOUN and tokens.low(at + 1) not in SIDE_NOUNS | SIDES.keys():
        return None
    if low == "opposition" and (
        tokens.low(at + 1) in _NOT_A_SIDE
        or tokens.low(at - 1) in _NOT_A_SIDE - {"to", "of", "from", "in", "against", "on"}
    ):
        return None
    if (
        low == "opposition"
        and tokens.manner[at] == "running"
        and name_word(tokens, at + 1)
        and not tokens.opens[at + 1]
    ):
        return None  # it says what a party is: "the opposition Unity Party"
    if tokens.low(at + 1) in SIDES and low in ONLY_BEFORE_A_NOUN:
        return None
    if tokens.low(at - 1) in SIDES and tokens.low(at - 1) not in ONLY_BEFORE_A_NOUN:
        return None
    return _side(tokens, at, SIDES[low])


def _side(tokens: Tokens, at: int, noun: str) -> Side | None:
    start, end = _left(tokens, at), _right(tokens, at)
    if tokens.world[start - 1 if start else 0].startswith("group") and start:
        return None
    return Side(tokens.span(start, end), noun, _words(tokens, start, end), tokens.lower[end - 1])


def _words(tokens: Tokens, start: int, end: int) -> str:
    """The words for a side as they stand within a sentence of running text."""
    if tokens.manner[start] == "capitals":
        return " ".join(
            tokens.written[at].capitalize() if tokens.world[at] else tokens.lower[at] for at in range(start, end)
        )
    text = tokens.text(start, end)
    return text if tokens.world[start] or not tokens.opens[start] else text[0].lower() + text[1:]


def _army(tokens: Tokens, at: int) -> Side | None:
    following = tokens.low(at + 1)
    if following in VERBS | FUNCTION_WORDS | {",", ".", "'s"} and following not in ("of", "for"):
        return Side(tokens.span(at, at + 1), "army", tokens.lower[at], tokens.lower[at])
    return None


def _is_modifier(tokens: Tokens, at: int) -> bool:
    low = tokens.low(at)
    if not low or (tokens.opens[at] and low in FUNCTION_WORDS):
        return False
    return low in _MODIFIERS or bool(_BOUND.search(low) or _LEANING.fullmatch(low)) or low in ONLY_BEFORE_A_NOUN


def _left(tokens: Tokens, at: int) -> int:
    start = at
    owners = (
        ("people", "state", "seat", "person", "government")
        if tokens.lower[at] in _GOVERNMENTS
        else ("people", "state", "seat")
    )
    while start > 0 and at - start < 6 and not tokens.opens[start]:
        before = start - 1
        if _is_modifier(tokens, before) or tokens.world[before].startswith(owners):
            start = before
        elif tokens.low(before) == "'s" and tokens.world[before - 1].startswith(owners):
            start = before - 1
        else:
            break
    named = tokens.lower[at] in _GOVERNMENTS and start == at and at and tokens.manner[at] == "running"
    return at - 1 if named and not tokens.opens[at - 1] and name_word(tokens, at - 1) else start


def _right(tokens: Tokens, at: int) -> int:
    end = at + 1
    if tokens.low(end) == "'s" and tokens.low(end + 1) in SIDE_NOUNS:
        end += 1
    while end < at + _LONGEST and (
        tokens.low(end) in SIDE_NOUNS or (tokens.low(end) in SIDES and tokens.low(end) not in ONLY_BEFORE_A_NOUN)
    ):
        end += 1
    return end
