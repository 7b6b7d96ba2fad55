"""What speaks for an event of a site in an article, and against it: names, places, numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping

from generator.dates import Edtf
from generator.derive.event_mentions import Mention, Mentions
from generator.derive.event_places import Place
from generator.derive.event_profiles import Profile
from generator.model import EventKind

_NAME, _PART_OF_NAME, _TOWN, _STATE, _ORDINAL, _DATE = 5, 4, 4, 2, 4, 3
_OTHER_PLACE, _PERHAPS_OTHER_PLACE, _OTHER_ORDINAL, _OTHER_DATE = -6, -2, -7, -2
ENOUGH = 2
"""What speaks for an event and against it, and how much of it is evidence by itself."""
_AHEAD: Mapping[EventKind, int] = {"talks": 366}
_SOON, _YEAR = 31, 365
"""Days: how long before talks, and before all else, articles tell of them; and after which a place tells little."""


def age(one: Profile, published: Edtf | None) -> int:
    """The days from an event to an article, below 0 where it comes later; 0 where that is unknown or they overlap."""
    if published is None or published.first is None or published.last is None or not one.periods:
        return 0
    after = published.first.toordinal() - max(last for _, last in one.periods)
    before = min(first for first, _ in one.periods) - published.last.toordinal()
    return after if after > 0 else -before if before > 0 else 0


def is_told_of(one: Profile, mentions: Mentions, days: int) -> bool:
    """Whether an article names whose event it is, else its name or place, and is not from long before it."""
    if days < -_AHEAD.get(one.event.kind, _SOON):
        return False
    if one.concerns:
        return not one.concerns.isdisjoint(mentions.states)
    named = not one.names.isdisjoint(mentions.names)
    return named or one.place is None or one.place.key in mentions.towns


def fit(mention: Mention, one: Profile, days: int) -> int:
    """How well an event fits the words of a mention in an article so many days after it."""
    names = [name for name in mention.names if one.holds_name(name)]
    score = max((_NAME if name in one.names else _PART_OF_NAME for name in names), default=0)
    if mention.about:
        score += _STATE if mention.about & one.states else _OTHER_PLACE if one.states else 0
    score += sum(_fit_of_place(place, one) for place in mention.places)
    if mention.ordinal is not None and one.ordinal is not None:
        score += _ORDINAL if mention.ordinal == one.ordinal else _OTHER_ORDINAL
    return score + (_OTHER_DATE if days > _YEAR and not mention.periods else fit_of_dates(mention, one))


def _fit_of_place(place: Place, one: Profile) -> int:
    own = one.place
    if own is None:
        return _STATE if place.state in one.states and place.town is None else 0
    if place.key == own.key:
        return _TOWN if place.town or one.event.kind != "talks" else _STATE
    if place.town is None and place.state == own.state:
        return _STATE
    if (place.town is None and place.state in one.states) or (place.town and one.event.kind == "war"):
        return 0
    return _PERHAPS_OTHER_PLACE if place.town is None and own.state is None else _OTHER_PLACE


def fit_of_dates(mention: Mention, one: Profile) -> int:
    """Whether the dates beside a mention are those of an event; 0 where either has none."""
    if not mention.periods or not one.periods:
        return 0
    fits = any(first <= own[1] and own[0] <= last for first, last in mention.periods for own in one.periods)
    return _DATE if fits else _OTHER_DATE
