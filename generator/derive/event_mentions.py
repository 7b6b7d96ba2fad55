"""Where an article speaks of an event: the words for its kind, with the places, numbers and dates said of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, get_args

from generator.derive.dates_clauses import levelled
from generator.derive.event_places import Named, Place, named
from generator.derive.event_profiles import ORDINAL, Period, Profiles, number_of, period_of
from generator.derive.proposals import Reading
from generator.model import EventKind
from generator.text import Span

Kind = Literal["talks", "ceasefire", "war", "battle", "deal"]
"""A kind of event, or `deal`: an agreement of either sort."""

_MEETING = r"talks|negotiations?|discussions|consultations|dialogues?|dialogs?|meetings?"
_NOUNS: Mapping[str, str] = {
    "ceasefire": (
        r"(?:cease-?\s?fires?|truces?|cessation of (?:the |all )?hostilities|armistice)"
        r"(?:\s(?:agreement|deal|accord|pact|plan))?\b"
    ),
    "talks": (
        rf"(?:rounds?\s(?:of\s)?(?:[\w'-]+\s){{0,4}}?(?:{_MEETING})|rounds?|{_MEETING}|summit|conferences?|process"
        r"|mediation|diplomacy|initiative|contacts?\s(?=between|with)|gathering|congress)\b"
    ),
    "battle": (
        r"(?:battles?|offensive|siege|assault|(?:defeat|recaptur|captur|storm|seiz|overr[au]n|retak|retook|besieg)\w*)\b"
    ),
    "war": (
        r"(?:wars?(?!-)|conflicts?|fighting(?!\s(?:under|alongside|for)\b)|crisis|hostilities|violence|militancy"
        r"|insurgency|bloodshed|rebellion|uprising)\b"
    ),
    "deal": r"(?:agreement|deal|accord|pact)\b",
}
_HEAD = re.compile(r"\b(?:" + "|".join(f"(?P<{kind}>{noun})" for kind, noun in _NOUNS.items()) + ")", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"\b[Tt]he (?P<ordinal>{ORDINAL})(?: one)? (?:was|were|had|has|is|lasted|collapsed|failed|began|started|took|came"
    r"|broke|ended|held|opened|will|would)\b"
)
_NUMBER = re.compile(rf"\b(?P<ordinal>{ORDINAL}) (?:[\w'-]+ ){{0,3}}$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"\b(?P<word>the|this|that|these|those|its|their|his|her|both|such|an?|another|any|some|no)"
    r"(?: (?!(?:of|for|to|on|in|at|by|and|or|with|from|about|over|as|will|would|is|are|was|were|has|have)\b)"
    r"[\w'-]+){0,4}"
    r" ?$",
    re.IGNORECASE,
)
_DEFINITE = frozenset("the this that these those its their his her both such".split())
_IN = re.compile(
    r"\b(?:in|at|near|across|throughout) (?:(?!(?:and|or|but|who|which|that|is|was|were|are|said)\b)[\w'-]+ ){0,5}$",
    re.IGNORECASE,
)
_BEFORE_HEAD = re.compile(r"(?:'s)? (?:(?i:peace|political)|[a-z-]+ ?){0,3}")
_NOT_BEFORE_HEAD = re.compile(
    r"\b(?:in|on|of|to|and|or|for|with|from|by|at|the|a|is|are|was|were|be|will|has|have|had|said|as|that|which)\b"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|speaking|spoke|added|arriv\w+|announced|reporters|journalists|who|whose|peace|settlement"
    r"|solution|situation|withdrawal|troops|forces)\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:sign|agree|reach|broker|negotiat|struck|strik|seal|announc)\w*\b", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"{_SAYING.pattern}|{_MADE.pattern}|\b(?:embassy|met)\b|,", re.IGNORECASE)
"""What stands between a word for an event and a place that is not the event's: for talks, and for the others."""
_UNLISTED = re.compile(
    r"\b(?:(?:in|at) |(?:capital|city|town|village|port|resort)(?: city)?(?:,| of)? )"
    r"(?P<name>[A-Z][\w'-]*[\w](?: [A-Z][\w-]+)?)"
)
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
_TRADE = re.compile(
    r"\b(?:press|news|video|telephone|cabinet|trade|arms|oil|gas|business|weapons|nuclear) $", re.IGNORECASE
)
_LED = r"(?:backed|brokered|mediated|led|sponsored|facilitated|hosted|convened|supervised|organi[sz]ed)"
_LED_BEFORE = re.compile(rf"\b(?P<name>[A-Z][\w.]*)-{_LED} (?:[\w'-]+ ){{0,3}}$")
_LED_AFTER = re.compile(
    rf"[ ,]+(?:[\w'-]+ ){{0,3}}?(?:under (?:the )?(?:auspices of (?:the )?)?|{_LED} by (?:the )?)(?P<name>[A-Z][\w.]*)"
)
_PROSE_AT_MOST, _MOST = 10_000, 2_000
"""Characters of a sentence, and mentions in an article; nothing that somebody wrote to be read has more."""
_FAR = 140
"""Characters; a place further behind the word for an event belongs to something else."""


@dataclass(eq=False)
class Mention:
    """A place where an article speaks of an event.

    `names` are the site's names for events that these words are, in lower case; `places` are where it
    says that the event is, `about` the states whose event it says it is; `sponsors` are those who back or mediate it,
    as written; `verb` marks "captured" and the like; `anchored` a number that stands for an event named before.
    """

    span: Span
    kind: Kind
    sentence: int
    definite: bool = False
    verb: bool = False
    anchored: bool = False
    ordinal: int | None = None
    names: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    about: set[str] = field(default_factory=set)
    sponsors: set[str] = field(default_factory=set)
    periods: list[Period] = field(default_factory=list)

    @property
    def is_of(self) -> tuple[EventKind, ...]:
        """The kinds of event that it may be."""
        return ("ceasefire", "talks") if self.kind == "deal" else (self.kind,)


@dataclass(frozen=True, eq=False)
class Mentions:
    """All mentions of an article in order, the places that it names at all, and its names for a site's events."""

    all: tuple[Mention, ...]
    by_sentence: Mapping[int, Sequence[Mention]]
    states: frozenset[str]
    towns: frozenset[str]
    names: frozenset[str]


def read_mentions(reading: Reading, site: Profiles) -> Mentions:
    """Every mention of an event in an article, with what its sentence says of it."""
    plain = levelled(reading.text)
    places = list(named(plain, site.terms))
    starts = [sentence.start for sentence in reading.sentences]
    prose = ((at, one) for at, one in enumerate(reading.sentences) if one.end - one.start <= _PROSE_AT_MOST)
    found = list(islice((mention for at, one in prose for mention in _heads(plain, one, at)), _MOST))
    names = list(_names(plain, found, site, starts))
    found = sorted(found, key=lambda mention: mention.span)[:_MOST]
    by_sentence: dict[int, list[Mention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    _places(plain, by_sentence, places, starts, site, found)
    _unlisted(plain, reading, by_sentence, places)
    for date in reading.dates:
        at = bisect_right(starts, date.span.start) - 1
        if (of := _governing(by_sentence.get(at, ()), date.span.start)) is not None:
            of.periods += [period for value in date.values if (period := period_of(value))]
    return Mentions(
        tuple(sorted(found, key=lambda mention: mention.span)),
        by_sentence,
        frozenset(one.place.state for one in places if one.place.state),
        frozenset(one.place.town for one in places if one.place.town),
        frozenset(names),
    )


def _heads(plain: str, sentence: Span, at: int) -> Iterator[Mention]:
    before = sentence.start
    for head in _HEAD.finditer(plain, sentence.start, sentence.end):
        kind = next(one for one in get_args(Kind) if head[one])
        lead = plain[max(before, head.start() - 60) : head.start()]
        before = head.end()
        if _TRADE.search(lead):
            continue
        determiner = _DETERMINER.search(lead)
        definite = determiner is not None and determiner["word"].lower() in _DEFINITE
        if kind == "deal" and not definite:
            continue
        number = _NUMBER.search(lead)
        verb = kind == "battle" and not re.match(r"battle|offensive|siege|assault", head[0], re.IGNORECASE)
        led = (_LED_BEFORE.search(lead), _LED_AFTER.match(plain, head.end(), head.end() + 80))
        yield Mention(
            Span(*head.span()),
            kind,
            at,
            definite,
            verb,
            ordinal=number_of(number["ordinal"]) if number else None,
            sponsors={one["name"].replace(".", "") for one in led if one},
        )
    for number in _NUMBERED.finditer(plain, sentence.start, sentence.end):
        span = Span(number.start(), number.end("ordinal"))
        yield Mention(span, "talks", at, definite=True, anchored=True, ordinal=number_of(number["ordinal"]))


def _names(plain: str, found: list[Mention], site: Profiles, starts: list[int]) -> Iterator[str]:
    """Give each mention the longest of the site's names that it is part of; a name without a noun is a mention."""
    if site.names is None:
        return
    low = plain.lower()
    if len(low) != len(plain):
        return
    spans = sorted((m.start("name"), -m.end("name")) for m in site.names.finditer(low))
    end = -1
    heads = sorted(found, key=lambda mention: mention.span)
    places = [mention.span.start for mention in heads]
    for start, minus in spans:
        span, name = Span(start, -minus), low[start:-minus]
        if span.end <= end:
            continue
        end = span.end
        yield name
        inside = heads[max(0, bisect_right(places, start) - 1) : bisect_right(places, span.end)]
        of = [mention for mention in inside if mention.span.overlaps(span) and not mention.anchored]
        for mention in of:
            mention.names.append(name)
        if not of and _is_prose(starts, start, len(plain)):
            kinds = sorted({one.event.kind for one in site.known.values() if name in one.names})
            at = bisect_right(starts, start) - 1
            found += [Mention(span, kind, at, definite=True, names=[name]) for kind in kinds[:1]]


def _is_prose(starts: Sequence[int], place: int, end: int) -> bool:
    """Whether the sentence at a place is no longer than one that somebody wrote."""
    at = bisect_right(starts, place)
    return (starts[at] if at < len(starts) else end) - starts[at - 1] <= _PROSE_AT_MOST


def _governing(mentions: Sequence[Mention], place: int) -> Mention | None:
    """The mention that words at a place of the same sentence belong to: the last before them, else the first after."""
    before = [mention for mention in mentions if mention.span.start <= place]
    return before[-1] if before else next(iter(mentions), None)


def _places(
    plain: str,
    by_sentence: dict[int, list[Mention]],
    places: Sequence[Named],
    starts: list[int],
    site: Profiles,
    found: list[Mention],
) -> None:
    """Give each mention its places; the town of a site's event without a noun is a mention by itself."""
    held = {one.place.town: one.event.kind for one in site.known.values() if one.place and one.place.town}
    for one in places:
        at = bisect_right(starts, one.span.start) - 1
        mentions = by_sentence.get(at, [])
        after = next((mention for mention in mentions if mention.span.end > one.span.start), None)
        if after is not None and _is_modifier(plain, one.span, after):
            _modify(after, one, written=plain[one.span.start : one.span.end])
            continue
        if one.adjective or not _IN.search(plain, max(starts[at], one.span.start - 60), one.span.start):
            continue
        before = _last_before(plain, mentions, one.span)
        if before is None and after is not None and one.span.start - starts[at] < 8:
            before = after
        if before is not None:
            before.places.append(one.place)
            before.written.setdefault(one.place.key, plain[one.span.start : one.span.end])
        elif one.place.town in held and not mentions:
            mention = Mention(one.span, held[one.place.town], at, definite=True, places=[one.place])
            by_sentence.setdefault(at, []).append(mention)
            found.append(mention)


def _is_modifier(plain: str, place: Span, head: Mention) -> bool:
    between = plain[place.end : head.span.start] if head.span.start > place.end else ""
    if head.span.start < place.start:  # "round of X talks": the head holds the place
        return True
    return bool(_BEFORE_HEAD.fullmatch(between)) and not _NOT_BEFORE_HEAD.search(between)


def _modify(mention: Mention, one: Named, written: str) -> None:
    if one.place.town is not None:
        if mention.kind not in ("talks", "battle"):  # a truce is called after the town in which it was made
            return
        mention.places.append(one.place)
        mention.written.setdefault(one.place.key, written)
    elif one.place.state is not None:
        mention.about.add(one.place.state)


def _last_before(plain: str, mentions: Sequence[Mention], place: Span) -> Mention | None:
    before = [mention for mention in mentions if mention.span.end <= place.start]
    if not before or place.start - before[-1].span.end > _FAR:
        return None
    start, end = before[-1].span
    if before[-1].kind == "talks":
        apart = _SAYING.search(plain, end, place.start)
    else:
        apart = _ELSEWHERE.search(plain, end, place.start) or _MADE.search(plain, max(0, start - _NEAR), end)
    return None if apart else before[-1]


def _unlisted(
    plain: str, reading: Reading, by_sentence: Mapping[int, Sequence[Mention]], places: Sequence[Named]
) -> None:
    """Give mentions the places right behind them that no list has: `talks in X`."""
    known = {one.span.start for one in places}
    named_ = {plain[one.span.start : one.span.end] for one in places}
    actors = {mention.span.start for mention in reading.actors if not mention.place}
    for at, mentions in by_sentence.items():
        sentence = reading.sentences[at]
        for found in _UNLISTED.finditer(plain, sentence.start, sentence.end):
            start, end = found.span("name")
            if start in known or start in actors or _CALENDAR.match(found["name"]) or found["name"][:-1] in named_:
                continue
            before = _last_before(plain, mentions, Span(start, end))
            if before is not None and start - before.span.end <= _NEAR and not before.places:
                name = re.sub(r"'s?$", "", found["name"])
                before.places.append(Place(name.lower(), None))
                before.written.setdefault(name.lower(), name)


_NEAR = 50
"""Characters between the word for an event and an unlisted place that belongs to it."""
