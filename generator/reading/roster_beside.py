"""Groups that only the words beside them show: "Houndstooth rebels", "the XYZ said", "Ruritania and the Foos"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.model import ActorKind
from generator.reading.roster_groups import ACRONYM, COMPOUND, HEADS
from generator.reading.roster_people import name_word
from generator.reading.roster_tokens import Found, Tokens
from generator.reading.roster_words import (
    ARMED_NOUNS,
    EVENT_WORDS,
    FUNCTION_WORDS,
    GROUP_NOUNS,
    PLACE_WORDS,
    SIDES,
    TITLES,
    VERBS,
)

_NO_ACRONYM = frozenset(
    "GMT TV AM PM NGO NGOS CEO MP MPS KSA UTC EST EDT DNA AK RPG IED CIA FBI PDF FAQ USD II III IV "
    "VII VIII XVI HIV AIDS GDP CCTV IDP IDPS OK A-10 F-16 F-15 F-16S F-35 SUV ID US TV2".split()
)
_BETWEEN = SIDES.keys() | {"armed", "islamist", "terrorist", "political"}
_ADJECTIVE = re.compile(r"(?:ish|ian|ese|ist|ic|ite|unni)$")
_SIDES_BESIDE = frozenset("government opposition rebels army military authorities".split())
_ACTING_BEFORE = frozenset("by between with against and including excludes excluding except from".split())
_CONTINENTAL = frozenset("african american european asian arab western eastern southern northern muslim gulf".split())
_OFFICIAL = TITLES | {"co-chair", "observer", "mediator", "party", "guarantor", "side"}
_PEACE_AND_WAR = frozenset(
    "talks truce ceasefire cease-fire deal agreement negotiations accord pact dialogue war fighting conflict battle "
    "clashes hostilities fight".split()
)
_PLACING = frozenset(
    "in at near outside around across inside throughout into to northern southern eastern western "
    "central toward towards north south east west off over".split()
)


def named_by_noun(tokens: Tokens) -> Iterator[Found]:
    """Groups whose name stands before a noun for armed people or a group: "Houndstooth rebels", "Al-Foo group".

    What stands between another group's name and such a noun says what kind of group that is, here and elsewhere.
    """
    inside = {word for word, opens in zip(tokens.written, tokens.opens, strict=True) if not opens}
    found = [one for one in _named_by_noun(tokens) if " " in one.name or one.name in inside]
    kinds = {one.name for one in found if (at := tokens.at(one.span.start)) and tokens.world[at - 1][:5] == "group"}
    yield from (one for one in found if one.name not in kinds)


def _named_by_noun(tokens: Tokens) -> Iterator[Found]:
    for at, low in enumerate(tokens.lower):
        if low not in GROUP_NOUNS or tokens.manner[at] != "running" or tokens.written[at][0].isupper():
            continue
        end = at
        while at - end < 3 and tokens.low(end - 1) in _BETWEEN:
            end -= 1
        start = _proper_start(tokens, end)
        if start == end or tokens.low(end - 1) in HEADS or _is_place(tokens, start, end):
            continue
        if tokens.low(end - 1) in _CONTINENTAL or (
            low in ("group", "rebel", "militia", "movement") and tokens.low(start - 1) in ("a", "another")
        ):
            continue
        name = tokens.text(start, end)
        if end - start == 1 and _ADJECTIVE.search(tokens.lower[start]):
            name = tokens.text(start, at + 1)
            end = at + 1
        yield Found(tokens.span(start, end), name, "armed-group" if low in ARMED_NOUNS else "organisation", (name,))


def _proper_start(tokens: Tokens, end: int) -> int:
    start = end
    while start > 0 and end - start < 4 and not tokens.world[start - 1] and not tokens.written[start - 1].isdigit():
        if COMPOUND.search(tokens.lower[start - 1]):
            break
        acronym = ACRONYM.fullmatch(tokens.written[start - 1]) and tokens.written[start - 1] not in _NO_ACRONYM
        if not (acronym or name_word(tokens, start - 1)) or tokens.lower[start - 1] in VERBS:
            break
        start -= 1
        if tokens.opens[start]:
            break
    return start


def acronyms(tokens: Tokens) -> Iterator[Found]:
    """Acronyms that stand for themselves and act: "the XYZ said", "by XYZ fighters"."""
    counts = Counter(tokens.written)
    for at, word in enumerate(tokens.written):
        if (
            not tokens.capital[at]
            or tokens.manner[at] != "running"
            or tokens.world[at]
            or not ACRONYM.fullmatch(word)
            or word in _NO_ACRONYM
        ):
            continue
        if tokens.lower[at] in FUNCTION_WORDS or tokens.lower[at] in tokens.plain:
            continue
        following = tokens.low(at + 1)
        if len(word) < 3 or (following not in VERBS | GROUP_NOUNS | {"'s"} and counts[word] < 2):
            continue
        kind: ActorKind = "armed-group" if following in ARMED_NOUNS else "organisation"
        yield Found(tokens.span(at, at + 1), word, kind, (word,))


def acting_names(tokens: Tokens) -> Iterator[Found]:
    """Names that act as groups do, and are nowhere a place: "the Reds", "between Ruritania and Foo Bar"."""
    seen: dict[str, list[tuple[int, int]]] = {}
    at = 0
    while at < len(tokens):
        end = _unknown_end(tokens, at) if tokens.capital[at] else at
        if end > at and end - at <= 3:
            seen.setdefault(tokens.text(at, end), []).append((at, end))
        at = max(end, at + 1)
    for name, places in seen.items():
        if (
            len(name) > 3
            and name.lower().removesuffix("s") not in _OFFICIAL
            and not all(tokens.opens[start] for start, _ in places)
            and any(_acts(tokens, *place) for place in places)
            and not any(_is_place(tokens, start, end) for start, end in places)
        ):
            yield from (Found(tokens.span(*place), name, "armed-group", (name,)) for place in places)


def _unknown_end(tokens: Tokens, at: int) -> int:
    """Where the run of name words that starts at a token ends, if nothing is known of it."""
    end = at
    while (
        end < len(tokens) and not tokens.world[end] and not (tokens.opens[end] and end > at) and name_word(tokens, end)
    ):
        end += 1
    unknown = tokens.manner[at] == "running" and tokens.lower[at] not in tokens.plain
    return end if unknown and not (end < len(tokens) and tokens.world[end].startswith("person")) else at


def _is_place(tokens: Tokens, start: int, end: int) -> bool:
    first = start - 1 - (tokens.low(start - 1) == "the")
    before = tokens.low(first)
    return (
        before in _PLACING
        or (before == "of" and tokens.low(first - 1) in PLACE_WORDS)
        or (tokens.low(end) in PLACE_WORDS | EVENT_WORDS)
    )


def _acts(tokens: Tokens, start: int, end: int) -> bool:
    if tokens.opens[start]:
        return tokens.low(end) in VERBS
    if tokens.world[start - 1].startswith("people") and not tokens.opens[start - 1]:
        start -= 1  # "the Ruritanian Foos"
    before, following = tokens.low(start - 1), tokens.low(end)
    first = start - 1 if before == "the" else start
    if tokens.low(first - 1) in ("with", "against") and tokens.low(first - 2) in _PEACE_AND_WAR:
        return True
    if _is_example(tokens, start) or _is_one_of_two(tokens, first, end):
        return True
    if before == "the" and (following in VERBS or (tokens.written[end - 1].endswith("s") and not following.isalpha())):
        return True
    loose = not following.isalpha() or following in FUNCTION_WORDS
    if before == "the" and tokens.low(start - 2) in _ACTING_BEFORE and loose:
        return True
    if before == "and" and (tokens.low(start - 2) in _SIDES_BESIDE or _is_actor(tokens, start - 2)):
        return loose or following in VERBS
    return following == "and" and _is_actor(tokens, end + 1 + (tokens.low(end + 1) == "the"))


def _is_example(tokens: Tokens, start: int) -> bool:
    """`groups such as X`, `the militia known as X`."""
    lead = tokens.low(start - 2), tokens.low(start - 1)
    return lead in (("such", "as"), ("known", "as")) and tokens.low(start - 3) in GROUP_NOUNS


def _is_one_of_two(tokens: Tokens, start: int, end: int) -> bool:
    """`between A and X`, `between X and the A`, `between A and B's X`, where A is an actor known."""
    if tokens.low(start - 1) == "'s" and _is_actor(tokens, start - 2):
        start -= 2
    if tokens.low(start - 1) == "between" and tokens.low(end) == "and":
        return _is_actor(tokens, end + 1 + (tokens.low(end + 1) == "the"))
    if tokens.low(start - 1) != "and":
        return False
    at = start - 2
    while tokens.low(at) not in ("between", "") and start - at < _PAIR_AT_MOST:
        at -= 1
    return tokens.low(at) == "between" and any(_is_actor(tokens, place) for place in range(at + 1, start - 1))


_PAIR_AT_MOST = 6
"""Words; more than one side of a pair takes."""


def _is_actor(tokens: Tokens, at: int) -> bool:
    return 0 <= at < len(tokens) and tokens.world[at].startswith(("state", "group", "government"))
