"""The words that a fact rests on: its article, its quotes and its `because`, with all that the readers find in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.dates import Edtf
from generator.reading import attribution, cues
from generator.reading.dates import DateMention, read_dates
from generator.reading.names import NameMention, Names
from generator.reading.numbers import NumberMention, read_numbers
from generator.text import Span, fold

Settings = Mapping[str, Sequence[attribution.Setting]]
"""Actors, each with the words round every mention of it."""
Mention = TypeVar("Mention", NameMention, DateMention, NumberMention)


@dataclass(frozen=True, eq=False)
class Evidence:
    """A text with all that the readers find in it, read once however many facts quote it."""

    text: str
    names: Names
    published: Edtf | None

    @cached_property
    def actors(self) -> tuple[NameMention, ...]:
        """The actors that the text names."""
        return self.names.read(self.text)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in it, read against the article's own."""
        return read_dates(self.text, self.published)

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """The numbers in it that are no dates."""
        return read_numbers(self.text, [mention.span for mention in self.dates])

    @cached_property
    def nameless(self) -> str:
        """The text with every name blanked, so that "armed opposition" is no word of refusal; places stay."""
        pieces, position = [], 0
        for mention in self.actors:
            pieces += [self.text[position : mention.span.start], "_" * (mention.span.end - mention.span.start)]
            position = mention.span.end
        return "".join((*pieces, self.text[position:]))

    @cached_property
    def measures(self) -> dict[str, list[Span]]:
        """The words that show what is counted, by measure."""
        return cues.measures_in(self.nameless)


_QUOTED = re.compile(r'"[^"]*"')


def reason(because: str, names: Names, published: Edtf | None) -> Evidence:
    """The evidence that a `because` gives; words that it only quotes are the article's and no reason."""
    return Evidence(_QUOTED.sub(lambda match: "_" * len(match[0]), fold(because).text), names, published)


@dataclass(frozen=True, eq=False)
class Words:
    """The words given for one fact: its quotes within the article, and its `because`.

    `beside` are the actors that other facts of the sheet name for the same event and role, `subject` is the event
    by its own names.
    """

    article: Evidence
    spans: Sequence[Span]
    reason: Evidence | None
    beside: frozenset[str] = frozenset()
    subject: Evidence | None = None

    @cached_property
    def quoted(self) -> str:
        """The quotes as they stand in the article."""
        return " … ".join(self.article.text[span.start : span.end] for span in self.spans)

    @cached_property
    def quoted_nameless(self) -> str:
        """The quotes with every name blanked."""
        return " … ".join(self.article.nameless[span.start : span.end] for span in self.spans)

    @cached_property
    def given(self) -> str:
        """All the words that count for the fact, names blanked: the quotes, and the reason where there is one."""
        return f"{self.quoted_nameless} … {self.reason.nameless}" if self.reason else self.quoted_nameless

    @cached_property
    def settings(self) -> Settings:
        """The actors that the quotes name, each with the words round every mention of it."""
        return _settings(self.article, self.spans)

    @cached_property
    def reasoned(self) -> Settings:
        """The actors that the reason names, likewise."""
        return _settings(self.reason, [Span(0, len(self.reason.text))]) if self.reason else {}

    def within(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Those of the article's mentions, in order, that lie wholly inside a quote."""
        places = {at for span in self.spans for at in _touching(mentions, span) if span.holds(mentions[at].span)}
        return [mentions[at] for at in sorted(places)]

    def cut(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Those of the article's mentions, in order, of which a quote holds only a part."""
        places = {at for span in self.spans for at in _touching(mentions, span) if not span.holds(mentions[at].span)}
        return [mentions[at] for at in sorted(places)]


def _touching(mentions: Sequence[Mention], span: Span) -> range:
    """Where in `mentions`, which are in order and do not overlap, those stand that share a character with a span."""
    first = bisect_left(mentions, span.start, key=_start)
    first -= first > 0 and mentions[first - 1].span.overlaps(span)
    return range(first, bisect_left(mentions, span.end, lo=first, key=_start))


def _start(mention: Mention) -> int:
    return mention.span.start


def _settings(evidence: Evidence, spans: Iterable[Span]) -> Settings:
    found: dict[str, list[attribution.Setting]] = {}
    for span in spans:
        touching = (evidence.actors[at] for at in _touching(evidence.actors, span))
        mentions = [mention for mention in touching if span.holds(mention.span)]
        places = [mention.span for mention in mentions]
        for mention in mentions:
            setting = attribution.setting(evidence.text, span, mention.span, places)
            for actor in mention.actors:
                found.setdefault(actor, []).append(setting)
    return found
