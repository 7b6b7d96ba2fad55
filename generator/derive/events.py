"""Which event a proposed fact is about: one of the site's where words, places and dates fit, else a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from generator.model import CasualtyEstimate, Event, EventKind, Fact
from generator.text import Span, fold

_NOUNS: Mapping[EventKind, re.Pattern[str]] = {
    "ceasefire": re.compile(
        r"\b(?:cease-?fires?|truces?|cessation of (?:the )?hostilities|armistice)\b", re.IGNORECASE
    ),
    "talks": re.compile(
        r"\b(?:talks|negotiations?|negotiating|meetings?|summit|conference|dialogue|rounds?|mediation|peace process)\b",
        re.IGNORECASE,
    ),
    "battle": re.compile(r"\b(?:battles?|offensive|siege|assault)\b", re.IGNORECASE),
    "war": re.compile(
        r"\b(?:wars?|conflict|fighting|crisis|hostilities|violence|militancy|insurgency)\b", re.IGNORECASE
    ),
}
_TITLES: Mapping[EventKind, str] = {"ceasefire": "Ceasefire", "talks": "Talks", "battle": "Battle", "war": "Conflict"}
_NAMED, _KIND, _PLACE = 4, 2, 1
"""What speaks for an event: its name in the sentence, a word for its kind, its place."""


@dataclass
class Settings:
    """The events of a site, and those that are proposed on the way, by id."""

    known: Mapping[str, Event]
    proposed: dict[str, Event] = field(default_factory=dict)

    def event_of(self, kind: type[Fact], text: str, sentence: Span, quote: Span) -> str:
        """The event that a fact quoted from a sentence is about."""
        around = fold(text[sentence.start : sentence.end]).text
        words = fold(text[quote.start : quote.end]).text
        about: EventKind = "war" if kind is CasualtyEstimate else _kind_in(words) or _kind_in(around) or "talks"
        best = max(self.known.items(), key=lambda item: (_fit(item[1], about, words, around), item[0]), default=None)
        if best is not None and _fit(best[1], about, words, around) > _KIND:
            return best[0]
        same = sorted(name for name, event in self.known.items() if event.kind == about)
        if len(same) == 1:
            return same[0]
        name = about if about not in self.known else f"{about}-new"
        self.proposed.setdefault(name, Event(title=_TITLES[about], kind=about))
        return name


def _kind_in(words: str) -> EventKind | None:
    """The kind whose word comes first."""
    found = [(match.start(), kind) for kind in get_args(EventKind) if (match := _NOUNS[kind].search(words))]
    return min(found)[1] if found else None


def _fit(event: Event, about: EventKind, words: str, around: str) -> int:
    fit = _KIND if event.kind == about else 0
    if not fit:
        return 0
    names = [name for name in (event.title, *event.also) if len(name) > 3]
    fit += max((_NAMED if name in words else _NAMED - 1 for name in names if name in around), default=0)
    place = (event.place or "").split(",")[0].strip()
    return fit + (_PLACE if place and place in around else 0)
