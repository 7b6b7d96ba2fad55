"""Which event each mention in an article means: one of the site's where something speaks for it, else a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.dates import Edtf
from generator.derive.event_evidence import ENOUGH, age, fit, fit_of_dates, is_told_of
from generator.derive.event_mentions import Mention, Mentions
from generator.derive.event_places import Place
from generator.derive.event_profiles import Profile, Profiles
from generator.model import Event, EventKind
from generator.reading.world import slug, world
from generator.text import Span

_APART = 1
"""Two events whose evidence differs by no more than this are told apart by the rest of the article."""
_LATELY = 120
"""Days after it began for which a truce or talks are "the truce" and "the talks"."""
_RECALL = 2
"""Sentences back to which "the talks" may refer."""
_NOUN: Mapping[EventKind, str] = {"talks": "Talks", "ceasefire": "Ceasefire", "battle": "Battle", "war": "Conflict"}


_OF_A_STATE: tuple[EventKind, ...] = ("war", "ceasefire")
"""Kinds that belong to a country, where talks belong to the town in which they are held."""


@dataclass
class Choice:
    """The event of every mention of an article; `proposed` are the events that the site does not have."""

    site: Profiles
    mentions: Mentions
    published: Edtf | None
    proposed: dict[str, Event] = field(default_factory=dict)
    events: dict[Mention, str] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    first: dict[str, Span] = field(default_factory=dict)
    kinds: dict[str, EventKind] = field(default_factory=dict)
    ages: dict[str, int] = field(default_factory=dict)
    told_of: list[Profile] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Decide first what is certain, then what the rest of the article tells apart, then what refers back."""
        self.kinds = {name: one.event.kind for name, one in self.site.known.items()}
        self.ages = {name: age(one, self.published) for name, one in self.site.known.items()}
        self.told_of = [one for name, one in self.site.known.items() if is_told_of(one, self.mentions, self.ages[name])]
        open_: list[tuple[Mention, list[Profile]]] = []
        for mention in self.mentions.all:
            fitting = [] if mention.anchored else self._fitting(mention)
            if len(fitting) == 1:
                self._decide(mention, fitting[0].id)
            elif fitting:
                open_.append((mention, fitting))
        certain = Counter(self.told)
        for mention, fitting in open_:
            if chosen := self._told_apart(fitting, certain):
                self._decide(mention, chosen)
        for mention in self.mentions.all:
            if mention not in self.events and (elsewhere := self._elsewhere(mention)) is not None:
                self._decide(mention, elsewhere)
        for mention in self.mentions.all:
            if mention not in self.events and not mention.verb:
                self.events[mention] = self._referred(mention)

    def bare(self, kind: EventKind, sentence: int, place: int) -> str:
        """The event of a kind that words at a place mean which do not name it."""
        return self.before((kind,), sentence, place) or self._main(kind)

    def topic(self, kinds: Sequence[EventKind], sentence: int, place: int) -> str:
        """The event of any of these kinds that words at a place are about which speak of none."""
        if before := self.before(kinds, sentence, place):
            return before
        spoken = Counter(kind for mention in self.mentions.all if mention in self.events for kind in mention.is_of)
        return self._main(max(kinds, key=lambda kind: spoken[kind]))

    # What a mention's own words say -----------------------------------------------------------------------------

    def _fitting(self, mention: Mention) -> list[Profile]:
        """The site's events that the words of a mention fit best."""
        scored = [
            (score, one)
            for one in self.told_of
            if one.event.kind in mention.is_of and (score := fit(mention, one, self.ages[one.id])) >= ENOUGH
        ]
        best = max((score for score, _ in scored), default=0)
        return [one for score, one in sorted(scored, key=lambda item: -item[0]) if score >= best - _APART]

    def _told_apart(self, fitting: Sequence[Profile], certain: Mapping[str, int]) -> str | None:
        """Of several that fit, the one that the article certainly speaks of; else the first of one row."""
        best = max(fitting, key=lambda one: certain.get(one.id, 0))
        if certain.get(best.id, 0):
            return best.id
        row = [one for one in fitting if not any(other.id in one.later_than for other in fitting)]
        if len(row) > 1 or not all(row[0].id in one.later_than for one in fitting if one is not row[0]):
            return None
        return row[0].id if row[0].event.kind == "talks" else self._latest(fitting)

    def _latest(self, fitting: Sequence[Profile]) -> str | None:
        """Of events of known dates the latest that had come not long before the article."""
        recent = [one for one in fitting if one.periods and 0 <= self.ages[one.id] <= _LATELY]
        return min(recent, key=lambda one: self.ages[one.id]).id if recent and self.published else None

    # What the rest of the article says ---------------------------------------------------------------------------

    def _elsewhere(self, mention: Mention) -> str | None:
        """A new event, where a mention says a place at which the site has none of its kind."""
        if mention.kind == "deal" or mention.verb:
            return None
        kind = mention.is_of[0]
        for place in mention.places:
            # A war is told of by its country, a battle by its town.
            if (kind == "war" and place.town) or (kind == "battle" and not place.town):
                continue
            town = self._only_town(place) if kind == "talks" else None
            return self._new(kind, town or place, self._written(town or place))
        if kind == "war" and len(mention.about) == 1:
            (state,) = mention.about
            return self._new(kind, Place(None, state), self._written(Place(None, state)))
        return None

    def _only_town(self, place: Place) -> Place | None:
        """The one town of a state in which the article says that there are talks."""
        towns = self._towns.get(place.state, ()) if place.town is None else ()
        return next(iter(towns)) if len(towns) == 1 else None

    @cached_property
    def _towns(self) -> dict[str | None, set[Place]]:
        found: dict[str | None, set[Place]] = {}
        for place in (one for mention in self.mentions.all if mention.kind == "talks" for one in mention.places):
            if place.town:
                found.setdefault(place.state, set()).add(place)
        return found

    def _written(self, place: Place) -> str:
        """A place in the article's words; a state by its name."""
        if place.town is None and place.state:
            return world()[place.state].name
        return self._words.get(place.key, place.key)

    @cached_property
    def _words(self) -> dict[str, str]:
        return {key: words for one in reversed(self.mentions.all) for key, words in one.written.items()}

    @cached_property
    def _fought_over(self) -> Place | None:
        """The state whose war or truce the article speaks of most."""
        told = Counter(
            state
            for mention in self.mentions.all
            if mention.kind in _OF_A_STATE
            for state in (
                *(sorted(mention.about) if mention.kind == "war" else ()),  # a truce is also called after its brokers
                *(one.state for one in mention.places if one.state and not one.town),
            )
        )
        return Place(None, max(told, key=lambda state: told[state])) if told else None

    def _referred(self, mention: Mention) -> str:
        """The event that a mention refers to which does not say by itself which it is."""
        kinds: Sequence[EventKind] = mention.is_of
        if mention.anchored:
            anchor = self._last(mention)
            if anchor is not None:
                found = self._numbered(mention, self.events[anchor])
                if found:
                    self._tell(found, mention)
                    return found
                return self.events[anchor]
        if mention.sponsors and (sponsored := self._sponsored(mention, kinds)):
            return sponsored
        if mention.definite and (before := self.before(kinds, mention.sentence, mention.span.start)):
            return before
        name = self._main(*kinds)
        one = self.site.known.get(name)
        if one is not None and not self.told[name] and fit_of_dates(mention, one) < 0:
            name = self._new_of_this_article(kinds[0])
            self._tell(name, mention)
        return name

    def _sponsored(self, mention: Mention, kinds: Sequence[EventKind]) -> str | None:
        """The event of which the article says elsewhere that the same ones mediate, back or convene it."""
        named = (one for one in self.mentions.all if one.sponsors & mention.sponsors and self._is_of(one, kinds))
        return next((self.events[one] for one in named if self.told[self.events[one]]), None)

    def _last(self, mention: Mention) -> Mention | None:
        """The last mention of talks or a truce before one that only has a number."""
        before = [one for one in self.mentions.all if one.span.end <= mention.span.start and one in self.events]
        return next((one for one in reversed(before) if not one.anchored and one.kind in ("talks", "ceasefire")), None)

    def _numbered(self, mention: Mention, anchor: str) -> str | None:
        """The event of a number in the row in which another stands."""
        of = self.site.known.get(anchor)
        for one in self.site.known.values():
            same = of is not None and one.event.kind == of.event.kind and one.event.place == of.event.place
            if same and one.ordinal == mention.ordinal:
                return one.id
        return None

    def before(self, kinds: Sequence[EventKind], sentence: int, place: int) -> str | None:
        """What "the talks" at a place of a sentence refer to: the last before in it, else the first of one before."""
        for at in range(sentence, max(-1, sentence - _RECALL - 1), -1):
            told = [one for one in self.mentions.by_sentence.get(at, ()) if self._is_of(one, kinds)]
            if at == sentence:
                told = [one for one in reversed(told) if one.span.end <= place]
            if told:
                return self.events[told[0]]
        return None

    def _is_of(self, mention: Mention, kinds: Sequence[EventKind]) -> bool:
        return mention in self.events and self.kinds[self.events[mention]] in kinds

    def _main(self, *kinds: EventKind) -> str:
        """The event of a kind that the article speaks of most; else the site's that fits; else a new one."""
        for kind in kinds:
            # Of events told of equally often, an article is about the one that it comes to first.
            told = [(-count, self.first[name], name) for name, count in self.told.items() if self.kinds[name] == kind]
            if told:
                return min(told)[2]
        for kind in kinds:
            own = [one for one in self.told_of if one.event.kind == kind and self._may_be_meant(one)]
            placed = [one for one in own if not one.bare]
            if len(placed or own) == 1:
                return (placed or own)[0].id
            if placed and kind != "talks" and (latest := self._latest(placed)):
                return latest
        return self._new_of_this_article(kinds[0])

    def _new_of_this_article(self, kind: EventKind) -> str:
        """A new event of a kind; a war or truce is that of the state that is fought over, of others nothing is said."""
        place = self._fought_over if kind in _OF_A_STATE else None
        return self._new(kind, place, self._written(place) if place else "")

    def _may_be_meant(self, one: Profile) -> bool:
        """Whether an article that names no event of its kind may mean this one: it is recent, its town is named."""
        town = one.place.town if one.place else None
        return self.ages[one.id] <= _LATELY and (not town or town in self.mentions.towns)

    # New events --------------------------------------------------------------------------------------------------

    def _decide(self, mention: Mention, name: str) -> None:
        self.events[mention] = name
        self._tell(name, mention)

    def _tell(self, name: str, mention: Mention) -> None:
        self.told[name] += 1
        self.first[name] = min(mention.span, self.first.get(name, mention.span))

    def _new(self, kind: EventKind, place: Place | None, written: str) -> str:
        """The id of a proposed event: one for each kind and place."""
        title = f"{_NOUN[kind]} in {written}" if place else _NOUN[kind]
        event = Event(title=title, kind=kind, place=written or None)
        for name in _free_ids(slug(f"{kind} {written}".strip())):
            known = self.site.known.get(name)
            if known is None or known.event == event:
                if known is None:
                    self.proposed.setdefault(name, event)
                    self.kinds[name] = kind
                return name
        raise AssertionError


def _free_ids(base: str) -> Iterator[str]:
    yield base
    yield f"{base}-new"
    number = 2
    while True:
        yield f"{base}-new-{number}"
        number += 1
