"""Organisations and armed groups in a text: by the form of their names, by acronyms and by the nouns beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.model import ActorKind
from generator.reading.roster_people import name_word
from generator.reading.roster_spelling import plain_case
from generator.reading.roster_tokens import Found, Tokens
from generator.reading.roster_words import (
    ARMED_HEADS,
    CALENDAR,
    EVENT_WORDS,
    FUNCTION_WORDS,
    GROUP_NOUNS,
    MEDIA_HEADS,
    ORDINARY_WORDS,
    ORGANISATION_HEADS,
    PLACE_WORDS,
    SIDES,
    TITLES,
    VERBS,
)

HEADS = ARMED_HEADS | ORGANISATION_HEADS | MEDIA_HEADS
ACRONYM = re.compile(r"[A-Z](?:[A-Z]|[-/&][A-Z0-9]){1,9}(?:-?\d{1,3})?|[A-Z]{1,3}-?\d{1,3}")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_LONGEST = 12
_VALUES = frozenset(
    "justice peace freedom unity truth liberty liberation equality democracy development reform progress solidarity "
    "reconciliation security dignity independence resistance hope labour labor rights restoration change".split()
)
"""What parties and movements name themselves after, often two at a time: "Justice and Unity Movement"."""
_OWNERS = frozenset("people women men children farmer worker student peasant soldier national".split())
COMPOUND = re.compile(r"-(?:based|linked|backed|led|affiliated|aligned|allied|wing|sponsored|supported|dominated|run)$")
_BLOCKED_LEFT = (
    FUNCTION_WORDS
    | CALENDAR
    | VERBS
    | TITLES
    | frozenset(
        "so-called legal delegates members leaders forces' rebel guerrilla group commanders delegate member".split()
    )
)


def organisations(tokens: Tokens) -> Iterator[Found]:
    """Every organisation or group whose name shows what it is, with the second name in brackets behind it."""
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, at) if tokens.capital[at] else at
        if end == at:
            at += 1
            continue
        yield from _organisation(tokens, at, end)
        at = end


def _run_end(tokens: Tokens, at: int) -> int:
    """Where the run of name words that starts at a token ends, prepositions within it included."""
    place = at
    while place < len(tokens) and place - at < 2 * _LONGEST:
        if place > at and tokens.opens[place] and tokens.manner[place - 1] != "capitals":
            break
        if _run_word(tokens, place):
            place += 1
            genitive = tokens.low(place) == "'s" and (
                tokens.lower[place - 1] in _OWNERS or _is_named_after_owner(tokens, at, place)
            )
            plural = tokens.low(place) == "'" and tokens.lower[place - 1].endswith("s")
            if (genitive or plural) and _run_word(tokens, place + 1):
                place += 1
            continue
        joint = _joint(tokens, at, place) if place > at else 0
        if not joint:
            break
        place += joint
    return place


def _is_in_a_body(tokens: Tokens, at: int) -> bool:
    """Whether a word that is a title elsewhere belongs to a body's name: "Justice and …", "the Lord's … Army"."""
    if tokens.low(at + 1) in ("and", "&"):
        return tokens.lower[at] in _VALUES
    return tokens.low(at + 1) == "'s" and _is_named_after_owner(tokens, at, at + 1)


def _is_named_after_owner(tokens: Tokens, at: int, place: int) -> bool:
    """`the Lord's Harvest Army`: an owner unknown behind "the", and a head behind it."""
    heads = any(
        tokens.low(n) in HEADS and tokens.written[n][0].isupper() for n in range(place + 1, min(place + 4, len(tokens)))
    )
    return place == at + 1 and heads and tokens.low(at - 1) == "the" and not tokens.world[at]


def _run_word(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens) or tokens.manner[at] == "headline" or not tokens.written[at][0].isalnum():
        return False
    word, low = tokens.written[at], tokens.lower[at]
    if low in FUNCTION_WORDS and not (
        tokens.manner[at] == "running" and low in ("united", "new", "old") and word[0].isupper()
    ):
        return False
    if low in ORDINARY_WORDS and (tokens.opens[at] or tokens.manner[at] == "capitals"):
        return False
    if (
        low in CALENDAR
        and low not in ("may", "march")
        and not (tokens.low(at + 1) in HEADS and tokens.low(at - 1).isdigit())
    ):
        return False
    if low in TITLES and low != "general" and not _is_in_a_body(tokens, at):
        return False
    if tokens.manner[at] == "capitals":
        return (low not in VERBS and not _is_verbal(low)) or low in HEADS
    if word[0].isdigit():
        return (
            bool(re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", low))
            and at + 1 < len(tokens)
            and tokens.written[at + 1][0].isupper()
        )
    return word[0].isupper() or name_word(tokens, at)


def _is_verbal(low: str) -> bool:
    return bool(re.search(r"(?:ed|ly)$", low)) and low not in ("armed", "united", "red", "allied", "assembly", "family")


def _joint(tokens: Tokens, at: int, place: int) -> int:
    """How many tokens join what goes before to a name word behind: "of", "for the", "and" inside a name."""
    low = tokens.low(place)
    headed = any(tokens.lower[before] in HEADS for before in range(at, place))
    if low in ("and", "&") and tokens.lower[place - 1] in _VALUES:
        return 1 if _run_word(tokens, place + 1) and not tokens.world[place + 1] else 0
    if low in ("of", "for") and headed and tokens.lower[place - 1] not in ("leaders", "delegates"):
        step = 2 if tokens.low(place + 1) == "the" else 1
        return step if _run_word(tokens, place + step) else 0
    if (
        low in ("and", "&")
        and headed
        and place > at
        and any(tokens.lower[b] in ("of", "for") for b in range(at, place))
    ):
        return (
            1
            if _run_word(tokens, place + 1) and tokens.lower[place - 1] not in HEADS and not tokens.world[place + 1]
            else 0
        )
    if low == "in" and headed and tokens.world[min(place + 1, len(tokens) - 1)] and tokens.low(place + 2) in _OPENING:
        return 1
    if low in ("de", "del", "al", "el", "la", "pour", "para", "y") and place > at:
        return 1 if _run_word(tokens, place + 1) else 0
    return 0


def _organisation(tokens: Tokens, start: int, end: int) -> Iterator[Found]:
    heads = [at for at in range(start, end) if tokens.lower[at] in HEADS]
    capitals = tokens.manner[start] == "capitals"
    start = _own_start(tokens, start, end, heads)
    second = _bracketed(tokens, end)
    if (
        not second
        and tokens.world[start].startswith("group")
        and {tokens.world[at] for at in heads} == {tokens.world[start]}
    ):
        return  # a body known already, with a capitalised word behind it
    if capitals and heads and not second:
        end = _own_end(tokens, start, end, heads)
    if end - start < 2 and not second:
        return
    headed = any(start <= at < end for at in heads) and _denotes_body(tokens, start, end)
    fits = bool(second) and (
        headed or (not all(tokens.world[start:end]) and _abbreviates(second[0], tokens.text(start, end)))
    )
    if capitals and not second and not (headed and end - start >= 2 and _proper(tokens, start, end, heads)):
        return
    if (not headed and not fits) or end - start > _LONGEST:
        return
    if headed and end - start == 1 and not fits:
        return
    name = plain_case(tokens.text(start, end))
    kind = _kind(tokens, start, end)
    yield Found(
        tokens.span(start, end), name, kind, (name, *(plain_case(one) if " " in one else one for one in second))
    )


def _own_start(tokens: Tokens, start: int, end: int, heads: list[int]) -> int:
    """Behind words that only lead to a name: "rebel", "pro-Freedonian", in capitals whatever is no name."""
    last = heads[-1] if heads else end
    while start < last and (
        (tokens.lower[start] in _BLOCKED_LEFT and not _is_in_a_body(tokens, start))
        or tokens.lower[start].startswith(("pro-", "anti-", "ex-"))
        or COMPOUND.search(tokens.lower[start])
        or (tokens.lower[start] in GROUP_NOUNS - {"forces"} and tokens.lower[start].endswith("s"))
        or (tokens.opens[start] and tokens.lower[start] in ("rebel", "opposition", "government", "state", "local"))
    ):
        start += 1
    return start


def _own_end(tokens: Tokens, start: int, end: int, heads: list[int]) -> int:
    for head in heads:
        if head > start and tokens.low(head + 1) not in ("of", "for", "party", "front", "army", "board", "union"):
            return min(end, head + 1)
    return end


def _proper(tokens: Tokens, start: int, end: int, heads: list[int]) -> bool:
    """In capitals, whether a name without an acronym is more than a common phrase such as GUERRILLA GROUP."""
    common = (
        GROUP_NOUNS | SIDES.keys() | HEADS | {"government", "general", "security", "armed", "national", "political"}
    )
    others = [at for at in range(start, end) if tokens.lower[at] not in common]
    return tokens.low(start - 1) == "the" and len(others) >= 2 and any(head > start for head in heads)


def _denotes_body(tokens: Tokens, start: int, end: int) -> bool:
    last = tokens.lower[end - 1]
    outer = next((tokens.lower[at] for at in range(start, end - 1) if tokens.lower[at + 1] in ("of", "for")), last)
    return outer not in EVENT_WORDS | PLACE_WORDS and (last not in EVENT_WORDS | PLACE_WORDS or outer in HEADS)


def _kind(tokens: Tokens, start: int, end: int) -> ActorKind:
    words = tokens.lower[start:end]
    if words[-1] in MEDIA_HEADS or (words[-1] == "agency" and "news" in words):
        return "media"
    if any(word in ARMED_HEADS for word in words) or (tokens.low(end) in ("rebels", "fighters", "militants")):
        return "armed-group"
    return "coalition" if words[-1] in ("coalition", "alliance") else "organisation"


def _bracketed(tokens: Tokens, end: int) -> tuple[str, ...]:
    """The names in brackets behind a name: "(RFX)" or "(RFX, also known as Redfield)"."""
    place = end + 1 if tokens.low(end) == "'s" else end
    if tokens.low(place) == "," and tokens.low(place + 1) in ("or", "also", "known", "formerly", "better"):
        close = next(
            (at for at in range(place + 2, min(place + 10, len(tokens))) if tokens.written[at] in ",.;("), None
        )
        behind = (
            re.sub(r"^(?:or|also|known as|\W| |better|formerly)+", "", tokens.text(place + 1, close)) if close else ""
        )
        return (behind,) if behind and _is_second_name(behind) else ()
    if place + 2 >= len(tokens) or tokens.written[place] not in _OPENING:
        return ()
    close = next((at for at in range(place + 1, min(place + 9, len(tokens))) if tokens.written[at] in _CLOSING), None)
    if close is None:
        return ()
    inside = tokens.text(place + 1, close)
    parts = re.split(r",? ?\b(?:also|formerly|previously|better)? ?(?:known as|called)\b ?|, | or ", inside)
    return tuple(part.strip("\"'\u201c\u201d ") for part in parts if _is_second_name(part.strip()))


def _is_second_name(text: str) -> bool:
    if ACRONYM.fullmatch(text):
        return True
    words = text.split()
    return (
        0 < len(words) <= 5
        and all(word[0].isupper() or word.startswith("al-") for word in words)
        and words[0].lower() not in TITLES | FUNCTION_WORDS
    )


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are, in order, first letters of words, most of them."""
    if not ACRONYM.fullmatch(acronym):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", name.upper()))
    matched = sum((Counter(initials) & Counter(re.sub(r"\W", "", acronym))).values())
    return initials[:1] == acronym[:1] and matched >= 0.6 * len(acronym) and len(initials) > 1
