"""Whether a state's name stands for the state, or only says where something is."""

from __future__ import annotations

from generator.reading.roster_tokens import Tokens
from generator.reading.roster_words import (
    AUXILIARIES,
    GROUP_NOUNS,
    PLACE_WORDS,
    SCENE_NOUNS,
    TITLE_WORDS,
    TITLES,
    VERBS,
)
from generator.reading.world import world

_IN = frozenset("in inside within across throughout at near outside around into over toward towards through".split())
_TO = frozenset("to for on".split())
_MOVING = frozenset(
    "travel travels travelled traveled travelling traveling go goes going went gone come comes came fly flew flown "
    "return returns returned returning fled flee fleeing moved sent arrived back trip visit visits journey tour "
    "envoy ambassador entered withdrew withdrawal representative mission peace deported exported smuggled".split()
)
_LEAVING = frozenset(
    "withdrew withdraw withdrawal withdrawn withdrawing fled flee pulled expelled returned left".split()
)
_SENDING = frozenset(
    "representatives representative delegates delegation delegations officials ministers minister envoys envoy "
    "diplomats diplomat mediators troops support help assistance pressure approval guarantees backing aid demands "
    "independence money weapons arms funding proposal message call delegate monitors observers leaders".split()
)
_DIRECTION = frozenset(
    "northern southern eastern western central north south east west northeast northwest southeast "
    "southwest north-east north-west south-east south-west".split()
)
_PLACE_NOUNS = PLACE_WORDS - _DIRECTION - {"old", "center", "centre", "house"}
_POSTURE = frozenset("held controlled occupied based ruled administered speaking".split())
_MEDIATION = frozenset("mediation mediators mediator intermediaries".split())
_PEACE = frozenset("ceasefire cease-fire truce talks".split())
_WITH = frozenset("by between with among".split())


def is_place(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the state named at these tokens is only the scene: "in Ruritania", "the Ruritanian capital"."""
    before, following = _before(tokens, start), tokens.low(end)
    if following in _MEDIATION or (following == "side" and tokens.low(end + 1) != "of"):
        return False
    if before in _IN or before in _DIRECTION or tokens.low(start - 1) in _DIRECTION:
        return True
    if before == "from":
        lead = tokens.lower[max(0, start - 5) : start]
        return any(word in _LEAVING for word in lead) or not any(word in _SENDING for word in lead)
    if before in _TO and any(word in _MOVING for word in tokens.lower[max(0, start - 5) : start]):
        return True
    if tokens.written[start].endswith("s") and _lost_genitive(tokens, start, end):
        return following not in TITLES | TITLE_WORDS | GROUP_NOUNS | {"government", "regime", "army"}
    return following in SCENE_NOUNS or _holds_place(tokens, end) or _behind_town(tokens, start, end)


def compound_head(tokens: Tokens, at: int) -> tuple[str, bool]:
    """For a state named within a compound, the compound's head, and whether it is only the scene.

    "Ruritanian-brokered" has the participle for a head; "Ruritanian-Freedonian border" what follows.
    """
    last = tokens.written[at].rpartition("-")[2]
    if tokens.lower[at].startswith(("intra", "inter")):
        return tokens.low(at + 1), True
    paired = last[:1].isupper()
    head = tokens.low(at + 1) if paired and tokens.low(at + 1).isalpha() else last.lower()
    return head, head in (SCENE_NOUNS - _PEACE if paired else SCENE_NOUNS) | _POSTURE


def _lost_genitive(tokens: Tokens, start: int, end: int) -> bool:
    kind, _, actor = tokens.world[start].partition(":")
    return (
        kind == "state" and end - start == 1 and actor in world() and tokens.written[start] not in world()[actor].names
    )


def _before(tokens: Tokens, start: int) -> str:
    return (
        tokens.low(start - 2)
        if tokens.low(start - 1) in ("the", "neighbouring", "neighboring")
        else tokens.low(start - 1)
    )


def _holds_place(tokens: Tokens, end: int) -> bool:
    """Whether a place within the state follows: "Ruritania's Zenda province"."""
    place = end + 1 if tokens.low(end) == "'s" else end
    return any(
        tokens.low(near) in _PLACE_NOUNS and all(_plain(tokens, at) for at in range(place, near))
        for near in range(place, place + 3)
    )


def _plain(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens) or tokens.lower[at] in VERBS | {"and", "of", "the"}:
        return False
    return tokens.written[at][0].isupper() or tokens.lower[at].startswith("al-") or "-" in tokens.lower[at]


def _behind_town(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the state tells where a town is: "Zenda, Ruritania, on Monday"."""
    if start < 2 or tokens.written[start - 1] != "," or tokens.world[start - 2]:
        return False
    town, following = tokens.written[start - 2], tokens.low(end)
    return town[0].isupper() and town[0].isalpha() and following in (",", ".", "(", "-", "\u2013", "\u2014", "")


def seat_acts(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a capital stands for its government: "Streslau said", "brokered by Streslau and Zenda"."""
    before, following = tokens.low(start - 1), tokens.low(end)
    if before in _IN or before in ("to", "from", "of", "on", "for", "-", "via") or before in _DIRECTION:
        return False
    if following in VERBS - AUXILIARIES or (following in AUXILIARIES and _does(tokens, end + 1)):
        return True
    if before in _WITH | {"against", "urged", "accused", "told"} and following not in PLACE_WORDS:
        return before != "between" or _listed(tokens, start, end)
    return _listed(tokens, start, end)


def _does(tokens: Tokens, at: int) -> bool:
    """Whether an auxiliary before this token is one of doing: "has also said", "is preparing", "will not attend"."""
    at += tokens.low(at) in ("also", "not", "never", "already", "yet", "now", "long", "repeatedly", "since")
    low = tokens.low(at)
    return low in VERBS - AUXILIARIES or low.endswith("ing") or (tokens.low(at - 1) != "was" and low.endswith("ed"))


def _listed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a state, a capital or a government stands beside the capital in a list that does not tell where."""
    if tokens.low(end) == "and" and _actor_from(tokens, end + 1):
        return True
    at = start - 1
    if tokens.low(at) != "and" or at < 1:
        return False
    first = at - 1 - (tokens.low(at - 1) == ",")
    if tokens.lower[first] in ("government", "opposition", "rebels"):
        return True
    return bool(tokens.world[first]) and tokens.low(first - 1) not in _IN | {"to", "from", "of"}


def _actor_from(tokens: Tokens, at: int) -> bool:
    at += tokens.low(at) == "the"
    return at < len(tokens) and tokens.world[at].startswith(("state", "seat", "group"))
