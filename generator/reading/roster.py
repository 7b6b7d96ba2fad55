"""Who is in an article: every person, state, organisation, armed group and unnamed side, and where each is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Actor, ActorKind
from generator.reading.roster_actors import Register
from generator.reading.roster_beside import acronyms, acting_names, named_by_noun
from generator.reading.roster_groups import organisations
from generator.reading.roster_listed import Listed, read_listed
from generator.reading.roster_offices import offices
from generator.reading.roster_people import another_person, namesakes, people
from generator.reading.roster_places import compound_head, is_place, seat_acts
from generator.reading.roster_sides import Side, sides
from generator.reading.roster_tokens import Found, Tokens, read_tokens
from generator.reading.roster_words import FUNCTION_WORDS, GROUP_NOUNS
from generator.text import Span


@dataclass(frozen=True)
class RosterActor:
    """An actor of an article: `names` are all forms used, the first the fullest; `represents` is another's id."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    role: str | None = None
    represents: str | None = None
    known: bool = False


@dataclass(frozen=True)
class ActorMention:
    """A place where an article names an actor; `place` where it only says where something is."""

    span: Span
    written: str
    actor: str
    head: str
    place: bool = False


@dataclass(frozen=True)
class Roster:
    """The actors of an article by id, and their mentions in order; mentions never overlap."""

    actors: Mapping[str, RosterActor]
    mentions: tuple[ActorMention, ...]


def read_roster(text: str, known: Mapping[str, Actor] | None = None) -> Roster:
    """Everyone whom `text` names; the actors of `known` keep their ids and come before any that is worked out."""
    tokens = read_tokens(text)
    register = Register(known or {}, text)
    listed = read_listed(tokens, known or {})
    starts = {span.start: at for at, span in enumerate(tokens.spans)}
    _mark(tokens, starts, ((one.span, f"{one.form}:{one.actor}") for one in listed))
    titles = {position for title in _discover(tokens, starts, register) for position in range(title.start, title.end)}
    spans: list[tuple[Span, str, str]] = [
        (one.span, one.actor, one.form) for one in listed if one.span.start not in titles
    ]
    spans += [
        (span, actor, "name")
        for span, actor in register.read(text)
        if not (register.kind(actor) == "person" and another_person(tokens, starts.get(span.start, 0)))
    ]
    unnamed = [side for side in sides(tokens) if side.span.start not in titles]
    found = [*_sides(tokens, register, unnamed), *_listed_mentions(tokens, starts, spans, register)]
    found += [
        ActorMention(span, " ".join(text[span.start : span.end].split()), actor, office)
        for span, actor, office in offices(tokens, register.people())
    ]
    mentions = tuple(_without_overlaps(found))
    return Roster(_actors(register, mentions), mentions)


def _mark(tokens: Tokens, starts: Mapping[int, int], marks: Iterable[tuple[Span, str]]) -> None:
    for span, mark in marks:
        at = starts.get(span.start)
        if at is None or tokens.spans[at].end > span.end:  # within a compound, which is then no name of its own
            tokens.world[tokens.at(span.start)] = f"compound:{mark.partition(':')[2]}"
            continue
        while at < len(tokens) and tokens.spans[at].end <= span.end:
            tokens.world[at] = mark
            at += 1


def _discover(tokens: Tokens, starts: Mapping[int, int], register: Register) -> list[Span]:
    """Enter everyone into the register; the answer is where titles stand, whose names are no mentions."""

    def enter(group: Iterable[Found]) -> None:
        ids = [(found, register.enter(found)) for found in sorted(group, key=lambda one: -len(one.name.split()))]
        _mark(tokens, starts, ((found.span, f"group:{actor}") for found, actor in ids))

    enter(organisations(tokens))
    enter(acronyms(tokens))
    _mark(tokens, starts, ((span, f"group:{actor}") for span, actor in register.read(tokens.source)))
    persons = list(people(tokens))
    for found in sorted(persons, key=lambda one: -len(one.name.split())):
        register.enter(found)
    surnames = [
        at
        for span, actor in register.read(tokens.source)
        if register.kind(actor) == "person" and (at := starts.get(span.start)) is not None
    ]
    for found in namesakes(tokens, surnames):
        register.enter(found)
    _mark(tokens, starts, _marks(register.read(tokens.source), register))
    enter(named_by_noun(tokens))
    enter(acting_names(tokens))
    return [found.title for found in persons if found.title]


def _marks(read: Iterable[tuple[Span, str]], register: Register) -> Iterator[tuple[Span, str]]:
    for span, actor in read:
        yield span, f"{'person' if register.kind(actor) == 'person' else 'group'}:{actor}"


def _sides(tokens: Tokens, register: Register, found: list[Side]) -> Iterator[ActorMention]:
    own = {side.government for side in found if side.government}
    states = {side.state for side in found if side.state} | {register.draft(actor).represents for actor in own}
    for side in found:
        if _leads_to_names(tokens, side.span):
            continue
        if side.noun == "government":
            state = side.state or (next(iter(states)) if len(states) == 1 else None)
            actor = side.government or register.government(state, side.words)
        else:
            actor = register.side(side.noun, side.words, _apposition(tokens, side.span))
        yield ActorMention(side.span, side.words, actor, side.head)


_COUNTS = frozenset("two three four five six seven eight nine ten".split())
_BODIES = frozenset(
    "group movement organisation organization army bloc body coalition alliance faction militia force front "
    "party".split()
)


def _leads_to_names(tokens: Tokens, span: Span) -> bool:
    """Whether the words lead to names that follow: "rebel movement Foo", "two rebel groups, the Foo and the Bar"."""
    first, at = tokens.at(span.start), tokens.at(span.end - 1) + 1
    if at < len(tokens) and tokens.world[at].startswith("group") and tokens.low(at - 1) in _BODIES:
        return True
    if tokens.low(first - 1) not in _COUNTS or tokens.low(at) != ",":
        return False
    at += 2 if tokens.low(at + 1) == "the" else 1
    return at < len(tokens) and tokens.world[at].startswith("group")


def _apposition(tokens: Tokens, span: Span) -> str | None:
    """The group that the text names behind the words for a side: "the rebel group, the Red Front,"."""
    at = tokens.at(span.end - 1) + 1
    if tokens.low(at) != "," or tokens.low(at - 1) not in _BODIES:
        return None
    at += 2 if tokens.low(at + 1) == "the" else 1
    kind, _, actor = tokens.world[at].partition(":") if at < len(tokens) else ("", "", "")
    return actor if kind == "group" else None


def _listed_mentions(
    tokens: Tokens, starts: Mapping[int, int], spans: list[tuple[Span, str, str]], register: Register
) -> Iterator[ActorMention]:
    ends = {span.end: at + 1 for at, span in enumerate(tokens.spans)}
    for span, actor, form in spans:
        start, end = starts.get(span.start), ends.get(span.end)
        written = " ".join(tokens.source[span.start : span.end].split())
        if start is None or end is None:  # within a compound such as "Ruritanian-brokered"
            if form != "seat":
                yield ActorMention(span, written, actor, *compound_head(tokens, tokens.at(span.start)))
            register.use(actor, written)
            continue
        state = register.kind(actor) == "state"
        if form == "seat" and not seat_acts(tokens, start, end):
            continue
        register.use(actor, written)
        place = state and form != "seat" and is_place(tokens, start, end)
        yield ActorMention(span, written, actor, _head(tokens, end, form), place)


def _head(tokens: Tokens, end: int, form: str) -> str:
    following = tokens.low(end)
    if following in GROUP_NOUNS or (
        form == "people"
        and following not in FUNCTION_WORDS
        and following.isalpha()
        and not tokens.lower[end - 1].endswith("s")
    ):
        return following
    return tokens.written[end - 1]


def _without_overlaps(mentions: Iterable[ActorMention]) -> Iterator[ActorMention]:
    """The longest of those that overlap, in order."""
    chosen: dict[int, ActorMention] = {}
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        if mention.span.start in taken or mention.span.end - 1 in taken:
            continue
        taken.update(range(mention.span.start, mention.span.end))
        chosen[mention.span.start] = mention
    return (chosen[start] for start in sorted(chosen))


def _actors(register: Register, mentions: Iterable[ActorMention]) -> dict[str, RosterActor]:
    mentioned = dict.fromkeys(mention.actor for mention in mentions)
    drafts = [register.draft(actor) for actor in mentioned]
    drafts += [register.draft(one.represents) for one in drafts if one.represents and one.represents not in mentioned
               and register.has(one.represents)]  # fmt: skip
    return {
        one.id: RosterActor(one.id, one.name, one.kind, tuple(dict.fromkeys((one.name, *one.names))), one.role,
                            one.represents, one.known)
        for one in drafts
    }  # fmt: skip


__all__ = ["ActorMention", "Listed", "Roster", "RosterActor", "read_roster"]
