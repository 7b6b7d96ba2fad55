"""People in a text: names behind a title or role, before or behind an apposition, or beside a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.reading.roster_spelling import plain_case, plain_role, short_forms
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
    PARTICLES,
    PLACE_WORDS,
    SIDES,
    SPEECH,
    TITLE_WORDS,
    TITLES,
    VERBS,
)

_SURNAMES = frozenset(
    "may will cross church corps bay guard east west hill house park post old banks case judge king law".split()
)
"""Words that would be none but are common as surnames, or in names of people."""
_NO_NAME = (
    CALENDAR
    | FUNCTION_WORDS
    | ORDINARY_WORDS
    | PLACE_WORDS
    | EVENT_WORDS
    | ARMED_HEADS
    | ORGANISATION_HEADS
    | MEDIA_HEADS
    | GROUP_NOUNS
    | TITLES
    | SIDES.keys()
    | {"government", "prime", "vice", "foreign", "defence", "defense"}
) - _SURNAMES
_CAPITALS_NO_NAME = _NO_NAME | VERBS | {"may", "will", "law", "case", "old", "post", "east", "west", "church"}
_INFLECTED = re.compile(r"(?:ed|ing|ly|tions?|ments?|ness|ous|ive|able|ity)$")
_NAMES_IN_ED = re.compile(r"(?:(?:m[ou]h?am+|ah?m|sa[ey]|ham|khal|wal|maj|rash|jav|fr|t|n)ed|reed|king|ming)$")
_LONGEST_NAME = 5
_LONGEST_TITLE = 14
"""Words; more than "Deputy Foreign Minister for Arab and African Affairs" takes."""
_BEFORE_SPEECH = frozenset("also then later has had who".split())
_MEETING = frozenset("met meets meeting invited asked thanked replaced succeeded named appointed".split())
_LEADING = frozenset("led headed represented chaired mediated brokered signed hosted convened facilitated".split())
_HEADING = frozenset("led leads headed heads chaired chairs mediated convened hosted heading leading".split())
_COURTESY = re.compile(r"(?:mr|mrs|ms|dr|sir|lord|lady)\.?", re.IGNORECASE)
_ROLE_STOPS = frozenset(",.;(")
_PLACING = frozenset("in at near from to outside around across inside throughout into of".split())
_AFTER = frozenset(
    "a an the another who whose head leader former one spokesman spokeswoman chief president director commander his "
    "her chairman ambassador envoy minister secretary".split()
)


def people(tokens: Tokens) -> Iterator[Found]:
    """Every person whom the text names in full or with a title."""
    at, last = 0, 0
    while at < len(tokens):
        if not (tokens.capital[at] or tokens.lower[at] in TITLES or tokens.lower[at] in PARTICLES):
            at += 1
            continue
        found, at = _person_from(tokens, at, last)
        if found:
            last = at
            yield found


def _person_from(tokens: Tokens, at: int, last: int) -> tuple[Found | None, int]:
    """The person named from a token on, if any, and where to look on; `last` is where the person before ends."""
    if tokens.manner[at] == "headline":
        return None, at + 1
    if _is_title(tokens, at):
        start, role_end = _behind_title(tokens, at)
        end = _marked_end(tokens, start) or _name_end(tokens, start)
        if end > start and _titled(tokens, at, start, end):
            role_start = _role_start(tokens, at)
            return _person(tokens, start, end, (role_start, role_end)), end
        return None, at + 1
    end = _name_end(tokens, at)
    if end - at >= 2:
        start = at + 1 if tokens.opens[at] and end - at > 2 and tokens.lower[at] in TITLE_WORDS else at
        role = _apposition(tokens, start, end)
        if role or (tokens.manner[at] == "running" and (_speaks(tokens, start, end) or _listed(tokens, start, last))):
            return _person(tokens, start, end, role), end
        return None, end
    return None, max(end, at + 1)


def _marked_end(tokens: Tokens, start: int) -> int:
    """Where a person whom the site knows ends, if one starts here; else 0."""
    end = start
    while end < len(tokens) and tokens.world[end].startswith("person:") and tokens.world[end] == tokens.world[start]:
        end += 1
    return end if end > start else 0


def _listed(tokens: Tokens, start: int, last: int) -> bool:
    return bool(last) and tokens.low(start - 1) == "and" and start - 1 == last


def _is_title(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    if word in TITLES:
        return True
    return "-" in word and word.rsplit("-", 1)[-1] in TITLES


def _behind_title(tokens: Tokens, at: int) -> tuple[int, int]:
    """Where a name could start behind the title at a place, and where the title ends."""
    place = at + 1
    while place < len(tokens) and (_is_title(tokens, place) or _is_abbreviating_stop(tokens, place)):
        place += 1
    if tokens.low(place) not in ("of", "for", "to"):
        return _skip_quote(tokens, place), place
    limit = min(len(tokens), at + _LONGEST_TITLE)
    place += 1
    while place < limit:
        if (
            tokens.world[place]
            or tokens.lower[place] in TITLE_WORDS
            or _is_title(tokens, place)
            or (tokens.lower[place] in ("and", "the", "of", "for", "to", "'s") and place + 1 < limit)
        ):
            place += 1
        else:
            break
    return place, place


def _is_abbreviating_stop(tokens: Tokens, at: int) -> bool:
    return tokens.written[at] == "." and len(tokens.low(at - 1)) <= 5 and not (at + 1 < len(tokens) and
                                                                              tokens.opens[at + 1])  # fmt: skip


def _skip_quote(tokens: Tokens, at: int) -> int:
    """A first name in quotation marks stands before the name proper: COMMANDER "LUISA" MARTA RUIZ."""
    if at + 3 < len(tokens) and tokens.written[at] in '"\u201c' and tokens.written[at + 2] in '"\u201d':
        return at + 3
    return at


def _titled(tokens: Tokens, title: int, start: int, end: int) -> bool:
    """Whether the words behind a title are a name: one word must not be a phrase's end ("the minister Friday")."""
    if tokens.low(end) in GROUP_NOUNS:
        return False
    if tokens.opens[start] and start > title + 1 and tokens.written[start - 1] in ".!?":
        return tokens.lower[title] in ("mr", "mrs", "ms", "dr", "gen", "col", "lt", "sen", "gov", "rep", "maj", "capt")
    if tokens.opens[start] and tokens.written[start - 1] != ".":
        return False
    if end - start > 1:
        return True
    if tokens.manner[start] == "capitals":
        return tokens.low(end) in SPEECH or tokens.low(end) in (",", "'s", ".", "and", "has", "is")
    return (len(tokens.written[start]) > 2 and start == title + 1) or tokens.written[start - 1] == "."


def name_word(tokens: Tokens, at: int) -> bool:
    """Whether a token could be part of a person's name."""
    if at >= len(tokens) or not tokens.written[at][0].isalpha():
        return False
    word, low = tokens.written[at], tokens.lower[at]
    if tokens.manner[at] == "capitals":
        inflected = _INFLECTED.search(low) and not _NAMES_IN_ED.search(low)
        return word.isupper() and low not in _CAPITALS_NO_NAME and not inflected and (len(word) > 1)
    if low in _NO_NAME:
        return False
    if word[0].isupper():
        if tokens.opens[at] and low in tokens.plain:
            return False
        return (not word.isupper() or len(word) <= 2) and word[-1] != "."
    return "-" in word and low.split("-")[0] in PARTICLES and word.split("-", 1)[1][:1].isupper()


def another_person(tokens: Tokens, at: int) -> bool:
    """Whether a first name stands before the surname at a token, which is then somebody else's."""
    before = at - 1
    if before < 0 or tokens.manner[at] != "running" or tokens.opens[at] or tokens.world[before]:
        return False
    return (
        name_word(tokens, before)
        and tokens.lower[before] not in TITLE_WORDS
        and not (tokens.opens[before] and tokens.lower[before] in tokens.plain)
    )


def namesakes(tokens: Tokens, surnames: Iterable[int]) -> Iterator[Found]:
    """People who share the surname at one of these tokens with another, and are named there in full."""
    for at in surnames:
        if another_person(tokens, at):
            start = at - 1
            while another_person(tokens, start):
                start -= 1
            if tokens.low(start - 1) not in _PLACING:
                yield _person(tokens, start, at + 1, None)


def _name_end(tokens: Tokens, start: int) -> int:
    """Where the name that starts at a token ends; `start` itself where none does."""
    place, words = start, 0
    if tokens.low(place) in PARTICLES and name_word(tokens, place + 1) and tokens.manner[place] == "running":
        place += 1
    while place < len(tokens) and words < _LONGEST_NAME:
        if tokens.world[place] and not (
            words and tokens.world[place].startswith(("state", "person", "people", "seat"))
        ):
            break
        if place > start and tokens.opens[place] and tokens.written[place - 1] != ".":
            break
        if tokens.lower[place] in PARTICLES and words and name_word(tokens, _past_particles(tokens, place)):
            place = _past_particles(tokens, place)
        elif not name_word(tokens, place):
            break
        elif len(tokens.written[place]) == 1 and tokens.low(place + 1) == "." and name_word(tokens, place + 2):
            place += 1
        place, words = place + 1, words + 1
    while place - 1 > start and tokens.world[place - 1] and tokens.low(place) == "'s":
        place -= 1
    return place if words else start


def _past_particles(tokens: Tokens, at: int) -> int:
    """Behind `de la` within a name."""
    return at + 2 if tokens.low(at + 1) in PARTICLES and tokens.written[at + 1].islower() else at + 1


def _role_start(tokens: Tokens, at: int) -> int:
    start = at
    while start > 0 and at - start < 8 and not tokens.opens[start]:
        low = tokens.lower[start - 1]
        if low == "'s" and start > 1 and tokens.world[start - 2]:
            return start - 2
        if not (
            low.endswith("-minded") or low in TITLE_WORDS or tokens.world[start - 1] or _is_title(tokens, start - 1)
        ):
            break
        start -= 1
    return start


def _apposition(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The words of the role that follows a name behind a comma, or that goes before it with a comma between."""
    if tokens.low(end) in (",", "(") and end + 1 < len(tokens) and (behind := _role_behind(tokens, end + 1)):
        return behind
    return _role_before(tokens, start - 1) if tokens.low(end) in (",", "'s", *SPEECH) else None


def _role_behind(tokens: Tokens, at: int) -> tuple[int, int] | None:
    opening = tokens.lower[at]
    titled = tokens.world[at] or opening in TITLE_WORDS or _is_title(tokens, at)
    if opening not in _AFTER and (not titled or (tokens.low(at + 1) == "," and tokens.manner[at] == "capitals")):
        return None
    for place in range(at, min(at + 8, len(tokens))):
        if tokens.lower[place] in _ROLE_STOPS or tokens.lower[place] in VERBS:
            break
        if _is_title(tokens, place):
            return at + (opening in ("the", "a", "an")), _role_end(tokens, place + 1)
    return (at, at) if opening in ("who", "whose") else None


def _role_before(tokens: Tokens, comma: int) -> tuple[int, int] | None:
    if tokens.low(comma) != ",":
        return None
    for place in range(comma - 1, max(-1, comma - 13), -1):
        if tokens.lower[place] in _ROLE_STOPS or tokens.lower[place] in VERBS | {"and"}:
            break
        if _is_title(tokens, place):
            return _role_start(tokens, place), comma
    return None


def _role_end(tokens: Tokens, at: int) -> int:
    """Where a role that names its body ends: "the head of the political office of …"."""
    end = at
    while end < len(tokens) and end < at + _LONGEST_TITLE:
        low = tokens.lower[end]
        capital = tokens.written[end][0].isupper() and tokens.manner[end] == "running"
        if not (
            low in ("of", "the", "for", "to", "'s", "and")
            or low in TITLE_WORDS
            or _is_title(tokens, end)
            or capital
            or tokens.world[end]
        ):
            break
        end += 1
    while tokens.low(end - 1) in ("of", "the", "for", "to", "and"):
        end -= 1
    return end


def _speaks(tokens: Tokens, start: int, end: int) -> bool:
    place = end + 1 if tokens.low(end) in _BEFORE_SPEECH else end
    if tokens.low(start - 1) in _PLACING and not (
        tokens.low(start - 1) == "to" and tokens.low(start - 2) == "according"
    ):
        return False
    return (
        tokens.low(place) in SPEECH
        or (tokens.low(place) in _HEADING and tokens.low(place + 1) in ("the", "a", "his", "her", "its", "their"))
        or tokens.low(start - 1) in SPEECH
        or tokens.low(start - 2) == "according"
        or (tokens.low(start - 1) in _MEETING or (tokens.low(start - 1) == "by" and tokens.low(start - 2) in _LEADING))
    )


def _person(tokens: Tokens, start: int, end: int, role: tuple[int, int] | None) -> Found:
    while end - start > 1 and tokens.lower[start] in TITLE_WORDS and tokens.manner[start] == "running":
        start += 1
    name = plain_case(tokens.text(start, end))
    words = tokens.text(*role) if role and role[1] > role[0] else None
    if words and _COURTESY.fullmatch(words):
        words = None
    named = [*range(*role), *([end + 1] if tokens.low(end) == "of" else [])] if role else []
    represents = next((tokens.world[at].partition(":")[2] for at in named if tokens.low(at) and tokens.world[at]), None)
    title = tokens.span(*role) if role and role[0] < role[1] <= start else None
    return Found(
        tokens.span(start, end), name, "person", short_forms(name), words and plain_role(words), represents, title
    )
