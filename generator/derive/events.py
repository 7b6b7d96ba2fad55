"""Which event a proposed fact is about: one of the site's where words, places and dates fit, else a new one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.derive.dates_clauses import levelled
from generator.derive.event_choice import Choice
from generator.derive.event_mentions import Mention, read_mentions
from generator.derive.event_profiles import profiles
from generator.derive.proposals import Proposal, Reading
from generator.model import CasualtyEstimate, DateFact, Event, EventKind, ExcludedGroup, Fact, Mediator
from generator.text import Span

_PEACE: tuple[EventKind, ...] = ("talks", "ceasefire")
_TABLE = re.compile(
    r"\b(?:attend|invit|delegat|negotiat|represent|participa|take part|took part|at the table|boycott|round)",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"\b(?:kill(?:s|ed|ing)|died|dead|deaths?|wound(?:s|ed|ing)|injur\w+|attack(?:s|ed|ing)?|shell(?:ed|ing)|bomb\w*|clash\w*"
    r"|air ?-?strikes?|raid(?:s|ed)?|explosions?|shot|abduct\w+|fled|displaced)\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(r"\b(?:appl(?:y|ies)|cover|bound|violat|observ|respect)", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:it|this|which|these)\s+(?:is|was|were|will|does|did|has|had|applies|excludes?|covers)\b", re.IGNORECASE
)
_AND = re.compile(
    r"[\s,]*(?:and|or|nor|as well as)\s+(?:from\s+)?(?:the\s+|any\s+|all\s+)?(?:[\w'-]+\s+){0,3}$", re.IGNORECASE
)
_BEHIND, _BEHIND_A_DATE = 12, 40
"""Characters; a word for an event behind what a fact is about is that much further from it than one before."""
_OF_A_TRUCE = frozenset({"guarantor", "broker", "endorser"})
_OTHER_KIND = 25
"""Characters; a word for the unlikelier kind of event has to be that much nearer."""


class Settings:
    """The events of a site and those that are proposed on the way, against one article."""

    def __init__(self, reading: Reading, known: Mapping[str, Event]) -> None:
        self._reading = reading
        self._known = known
        self._starts = [sentence.start for sentence in reading.sentences]

    @cached_property
    def _choice(self) -> Choice:
        site = profiles(self._known)
        return Choice(site, read_mentions(self._reading, site), self._reading.published)

    @property
    def known(self) -> Mapping[str, Event]:
        """The events of the site."""
        return self._known

    @property
    def proposed(self) -> Mapping[str, Event]:
        """The events that were proposed so far because the site has none that fits."""
        return self._choice.proposed

    def fields_of(self, proposal: Proposal) -> dict[str, Any]:
        """`event` for a proposal, and `from_` for groups that are kept out of several events."""
        quoted = [mention for mention in self._choice.mentions.all if _in_any(mention, proposal.spans)]
        if proposal.kind is ExcludedGroup and (several := self._joined(quoted)):
            return {"event": next((name for name in several if self._is(name, "talks")), several[0]), "from_": several}
        return {"event": self._event(proposal, quoted)}

    def event_of(self, kind: type[Fact], spans: Sequence[Span]) -> str:
        """The event that a fact of a kind is about which is quoted from these places."""
        return str(self.fields_of(Proposal(kind, {}, tuple(spans) or (Span(0, 0),), ""))["event"])

    def _event(self, proposal: Proposal, quoted: Sequence[Mention]) -> str:
        """By the words of the quote, by what its pronoun refers to, by its sentence, and by the rest of the article."""
        kinds = self._kinds(proposal)
        quote = proposal.spans[0]
        at = max(0, bisect_right(self._starts, quote.start) - 1)
        if told := self._nearest(quoted, proposal, kinds):
            return told
        if _PRONOUN.match(self._reading.text, quote.start, quote.end):
            before = self._choice.before(kinds, at, self._starts[at])
            if before:
                return before
        if told := self._nearest(self._choice.mentions.by_sentence.get(at, ()), proposal, kinds):
            return told
        if proposal.kind is DateFact and kinds[0] != "ceasefire":
            return self._choice.topic(kinds, at, quote.start)
        return self._choice.bare(kinds[0], at, quote.start)

    def _nearest(self, mentions: Sequence[Mention], proposal: Proposal, kinds: Sequence[EventKind]) -> str | None:
        """Of the events of these kinds that are mentioned, the one told of nearest to what a proposal went by."""
        found = [one for one in mentions if one in self._choice.events]
        fitting = [one for one in found if self._is(self._choice.events[one], *kinds)]
        if not fitting:
            return None
        return self._choice.events[min(fitting, key=lambda one: self._distance(one, proposal, kinds))]

    def _kinds(self, proposal: Proposal) -> tuple[EventKind, ...]:
        """The kinds of event that a proposal may be about, the likeliest first."""
        if proposal.kind is CasualtyEstimate:
            return ("war", "battle")
        words = " ".join(levelled(self._reading.text[span.start : span.end]) for span in proposal.spans)
        if proposal.kind is DateFact:
            if _VIOLENCE.search(words):
                return ("war", "battle")
            lasts = proposal.values.get("what") in ("in-effect", "endorsed", "agreed")
            return ("ceasefire", "talks", "war", "battle") if lasts else ("talks", "ceasefire", "war", "battle")
        if proposal.kind is Mediator and proposal.values.get("role") in _OF_A_TRUCE:
            return ("ceasefire", "talks")
        if proposal.kind is ExcludedGroup:
            return ("ceasefire", "talks") if _APPLIES.search(words) else _PEACE
        if _TABLE.search(words):
            return _PEACE
        return ("talks", "ceasefire", "battle", "war")

    def _is(self, name: str, *kinds: EventKind) -> bool:
        return self._choice.kinds[name] in kinds

    def _distance(self, mention: Mention, proposal: Proposal, kinds: Sequence[EventKind]) -> int:
        """How far a mention stands from what a proposal went by; the words before it count as nearer."""
        used = proposal.used[:1] if proposal.kind is DateFact else proposal.used
        behind = _BEHIND_A_DATE if proposal.kind is DateFact else _BEHIND
        far = min(_gap(mention.span, span, behind) for span in used or proposal.spans)
        return far + (0 if self._is(self._choice.events[mention], kinds[0]) else _OTHER_KIND)

    def _joined(self, quoted: Sequence[Mention]) -> tuple[str, ...]:
        """The events that a quote names in one list, "the truce and the talks"; none where it names fewer than two."""
        found: list[str] = []
        last: Mention | None = None
        for mention in quoted:
            name = self._choice.events.get(mention)
            if name is None or not self._is(name, *_PEACE):
                continue
            between = levelled(self._reading.text[last.span.end : mention.span.start]) if last else ""
            if last is None or _AND.fullmatch(between):
                found.append(name)
                last = mention
        several = tuple(dict.fromkeys(found))
        return several if len(several) > 1 else ()


def _in_any(mention: Mention, spans: Sequence[Span]) -> bool:
    return any(span.overlaps(mention.span) for span in spans)


def _gap(mention: Span, span: Span, behind: int) -> int:
    """The characters between the two; a mention that stands behind is further away."""
    if mention.overlaps(span):
        return 0
    return span.start - mention.end if mention.end <= span.start else mention.start - span.end + behind
