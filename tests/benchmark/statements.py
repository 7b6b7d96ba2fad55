"""Statements that nobody made: facts of five kinds about made-up events, as many as wished."""

from __future__ import annotations

from collections.abc import Iterator

from generator import dates
from generator.corpus import Source, Statement
from generator.model import Article, CasualtyEstimate, DateFact, ExcludedGroup, Fact, Mediator, Participant, Position
from generator.quotes import Verbatim
from generator.sheets import read_document
from generator.text import Span

_OF_AN_ARTICLE = 20
_OF_AN_EVENT = 100
_ACTORS = tuple("ruritania freedonia sylvania osterlich novistrana northern-league iron-guard".split())


def statements(number: int) -> list[Statement]:
    """So many statements, twenty of each article and a hundred on each event; some agree and some differ."""
    return list(_stated(number))


def _stated(number: int) -> Iterator[Statement]:
    document, _ = read_document("briefings/articles/made-up.yml", "")
    assert document is not None
    source = None
    for at in range(number):
        if source is None or at % _OF_AN_ARTICLE == 0:
            day = dates.parse(f"2031-{at // 700 % 12 + 1:02d}-{at // 25 % 28 + 1:02d}")
            article = Article(file=f"seeds/a{at}.txt", sha256="0" * 64, published=day)
            source = Source(f"a{at}", document, article, "")
        # Articles of one event are far apart, as they are where events overlap.
        fact = _fact(at, f"event-{at % max(1, number // _OF_AN_EVENT)}")
        yield Statement(f"fact-{at}", type(fact), fact, source, (Verbatim(Span(at, at + 1)),))


def _fact(at: int, event: str) -> Fact:
    actor, other = _ACTORS[at % 7], _ACTORS[(at + 1 + at // 7 % 6) % 7]
    pick = at // 3
    match at * 7919 // 13 % 6:
        case 0:
            status = ("attending", "represented", "invited", "refused")[pick % 4]
            return Participant.model_validate({"event": event, "quote": "q", "who": actor, "status": status})
        case 1:
            role = ("mediator", "broker", "host")[pick % 3]
            return Mediator.model_validate({"event": event, "quote": "q", "who": [actor, other], "role": role})
        case 2:
            what, day = ("held", "agreed", "said")[pick % 3], f"2031-05-{pick % 9 + 1:02d}"
            standing = ("planned", "reported")[pick % 2]
            return DateFact.model_validate(
                {"event": event, "quote": "q", "what": what, "when": day, "standing": standing}
            )
        case 3:
            low = 100 * (pick % 12)
            high = low if pick % 3 else None
            measure = ("killed", "wounded")[pick % 2]
            return CasualtyEstimate.model_validate(
                {"event": event, "quote": "q", "measure": measure, "low": low, "high": high}
            )
        case 4:
            says = ("Wants a truce", "Expects talks", "Refuses to disarm")[pick % 3]
            return Position.model_validate({"on": event, "quote": "q", "who": actor, "says": says})
        case _:
            return ExcludedGroup.model_validate({"event": event, "quote": "q", "who": actor})
