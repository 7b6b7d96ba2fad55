"""What an event of a site is known by: its names, place, number in a row, and the dates in its title and id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.dates import DateError, Edtf, parse
from generator.derive.event_places import Place, Terms, place_of, states_in, terms
from generator.model import Event
from generator.reading.dates import read_dates
from generator.text import fold

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINAL = rf"{'|'.join(_ORDINALS)}|[0-9]{{1,2}}(?:st|nd|rd|th)"
_ORDINAL = re.compile(rf"\b(?P<ordinal>{ORDINAL})\b", re.IGNORECASE)
_DATE_OF_ID = re.compile(r"-(?P<date>[12][0-9]{3}(?:-[0-9]{2}){0,2})$")
_NUMBER_OF_ID = re.compile(r"(?<![0-9])-(?P<number>[1-9][0-9]?)$")
_PROPER = re.compile(r"(?<=\s)[A-Z]\w+")
_LONGEST_CHAIN = 50


_SEASON = 100
"""Days; a longer time does not tell one event from another."""
Period = tuple[int, int]
"""A first and a last day, as ordinals of the calendar."""


def period_of(date: Edtf) -> Period | None:
    """The days that a date covers; None where it is open, of no year, or longer than a season."""
    first, last = date.first, date.last
    if first is None or last is None or (last - first).days > _SEASON:
        return None
    return first.toordinal(), last.toordinal()


def number_of(ordinal: str) -> int:
    """The number of an ordinal in words or digits."""
    word = ordinal.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])


@dataclass(frozen=True)
class Profile:
    """An event as articles may speak of it.

    `names` are as written, in lower case; `states` are all that its names, its place and the larger event speak of;
    `bare` says that nothing but its kind is known.
    """

    id: str
    event: Event
    names: frozenset[str]
    place: Place | None
    states: frozenset[str]
    ordinal: int | None
    dates: tuple[Edtf, ...]
    bare: bool
    later_than: frozenset[str]

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The finest of its dates; a whole year is none."""
        own = [period for date in self.dates if (period := period_of(date))]
        finest = min((last - first for first, last in own), default=0)
        return tuple(sorted({period for period in own if period[1] - period[0] == finest}))

    @cached_property
    def concerns(self) -> frozenset[str]:
        """The states that it is about, not the one in which talks are held."""
        host = {self.place.state} if self.place and self.event.kind == "talks" else frozenset()
        return self.states - host

    def holds_name(self, name: str) -> bool:
        """Whether one of its names has these words in it."""
        return any(f" {name} " in f" {one} " for one in self._padded)

    @cached_property
    def _padded(self) -> tuple[str, ...]:
        return tuple(re.sub(r"[^\w'-]+", " ", name) for name in self.names)


@dataclass(frozen=True)
class Profiles:
    """The events of a site by id, and the words to look for in an article."""

    known: Mapping[str, Profile]
    terms: Terms

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Any name of any event, at each place where one starts."""
        names = sorted({name for one in self.known.values() for name in one.names}, key=lambda name: (-len(name), name))
        if not names:
            return None
        return re.compile(rf"\b(?=(?P<name>{'|'.join(map(re.escape, names))})\b)")


def profiles(events: Mapping[str, Event]) -> Profiles:
    """What the events of a site are known by."""
    return _profiles(tuple(events.items()))


@lru_cache(maxsize=8)
def _profiles(items: tuple[tuple[str, Event], ...]) -> Profiles:
    events = dict(items)
    known = {name: _profile(name, events) for name in events}
    return Profiles(known, terms(tuple(event.place for event in events.values() if event.place)))


def _profile(name: str, events: Mapping[str, Event]) -> Profile:
    event = events[name]
    written = (event.title, *event.also)
    names = frozenset(
        fold(part).text.lower() for part in (*written, event.title.split(",")[0]) if len(part.split()) > 1
    )
    place = place_of(event.place)
    larger = _larger(name, events)
    places = {place_of(one.place) for one in (event, *larger)} - {None}
    states = states_in((*written, *(one.title for one in larger))) | {one.state for one in places if one and one.state}
    before = _before(name, events)
    return Profile(
        name,
        event,
        names,
        place,
        states,
        _ordinal(name, events, before),
        _dates(name, written),
        not places and not states and not any(_PROPER.search(text) for text in written),
        frozenset(before),
    )


def _larger(name: str, events: Mapping[str, Event]) -> list[Event]:
    found: list[Event] = []
    larger = events.get(events[name].part_of or "")
    while larger is not None and larger not in found and len(found) < _LONGEST_CHAIN:
        found.append(larger)
        larger = events.get(larger.part_of or "")
    return found


def _before(name: str, events: Mapping[str, Event]) -> list[str]:
    """The events of the same kind at the same place that this one follows, the latest first."""
    found: list[str] = []
    event = events[name]
    waiting = list(event.after or ())
    while waiting and len(found) < _LONGEST_CHAIN:
        one = waiting.pop()
        if one in found or one not in events or one == name:
            continue
        if events[one].kind == event.kind and events[one].place == event.place:
            found.append(one)
            waiting += events[one].after or ()
    return found


def _ordinal(name: str, events: Mapping[str, Event], before: list[str]) -> int | None:
    event = events[name]
    for text in (event.title, *event.also):
        if found := _ORDINAL.search(text):
            return number_of(found["ordinal"])
    if before or any(name in _before(other, events) for other in events):
        return len(before) + 1
    number = _NUMBER_OF_ID.search(name) if not _DATE_OF_ID.search(name) else None
    return int(number["number"]) if number else None


def _dates(name: str, written: tuple[str, ...]) -> tuple[Edtf, ...]:
    """The dates in its names and in its id."""
    found = [value for text in written for mention in read_dates(text, None) for value in mention.values]
    if of_id := _DATE_OF_ID.search(name):
        try:
            found.append(parse(of_id["date"]))
        except DateError:
            return ()
    return tuple(value for value in found if value.first is not None and value.last is not None)
