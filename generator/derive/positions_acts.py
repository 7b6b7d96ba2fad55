"""Acts of speech: who says something in an article, also as `he` or "the envoy" where that is plain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import VOCABULARY
from generator.derive.proposals import Reading
from generator.reading.quotations import quotations
from generator.reading.roster import ActorMention, RosterActor
from generator.text import Span

_SAYS = (
    r"(?:said|says?|told|tells|added|adds|noted|notes|stated|states|explained|stressed|underlined|underscored"
    r"|emphasi[sz]ed|warned|insisted|continued|wrote|announced|reiterated|declared|confirmed|predicted|argued)"
)
_ADVERBS = r"(?:(?:has|have|had|also|then|later|further) ){0,3}"
_BEFORE = re.compile(rf"{VOCABULARY['S'].replace('?P<who>', '')}{VOCABULARY['APPOS']}{_ADVERBS}(?P<verb>{_SAYS}) ")
_BEHIND = re.compile(rf" , (?P<verb>{_SAYS}) § ")
_CUE = re.compile(rf" {_SAYS} ")
_OFFICES = (
    r"(?:president|premier|minister|envoy|diplomat|official|spokes(?:man|woman|person)|leader|commander|ambassador"
    r"|negotiator|mediator|chancellor|secretary|politician|commissioner)"
)
_UNNAMED = re.compile(
    rf"\b(?P<subject>[Hh]e|[Ss]he|[Tt]he (?P<words>(?:[^\W\d_][\w'’.-]* ){{0,5}}?(?P<office>(?i:{_OFFICES}))"
    rf"(?: for [^\W\d_]\w*)?)) {_ADVERBS}(?P<verb>{_SAYS})\b"
)
_HEARERS = re.compile(r"(?<=t[eo]l[dl])s? (?:reporters|journalists|lawmakers|parliament|the press)\b")
_LEADS_IN = re.compile(
    r"(?:in|on|at|during|after|before|following|speaking|meanwhile|earlier|later|asked|citing|according|for|while|as"
    r"|when|although|but|and|also|however)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""Sentences without a speaker after which `he` no longer means whoever spoke last."""
_FEW = 3
"""Words; fewer before a comma and a speaker are none that they say."""
_TITLE = 50
"""Characters before a name in which an office may name whom it is of."""
PROSE_AT_MOST = 10_000
"""Characters; no sentence that somebody wrote is longer."""


@dataclass(frozen=True)
class Voice:
    """Who speaks, the words that show it (`A said`, `he added`), and whether these name the speaker.

    `subject` is what stands for the speaker there; `above` are the sentences since the speaker was last named, 0 where
    the words are the speaker's own office.
    """

    actor: str
    words: Span
    subject: str
    named: bool
    above: int = 0


@dataclass(frozen=True)
class Act:
    """An act of speech: who speaks, in which sentence, and where its verb stands."""

    voice: Voice
    sentence: int
    verb: Span
    behind: bool


class Speech:
    """The acts of speech of an article in order, and what stands in quotation marks."""

    def __init__(self, reading: Reading) -> None:
        self.quotations = quotations(reading.text)
        self._reading = reading
        self._text = reading.text
        self._sentences = reading.sentences
        self._first_named = {mention.actor: mention.span.start for mention in reversed(reading.actors)}
        self.acts = tuple(self._in_order())

    def is_quoted(self, place: int) -> bool:
        """Whether a character stands in quotation marks."""
        at = holding(self.quotations, place)
        return at >= 0 and place < self.quotations[at].end

    def _in_order(self) -> Iterator[Act]:
        """Every act of speech outside quotation marks; one of a pronoun or an office only where somebody spoke."""
        acts = [act for clause in clauses(self._reading) for act in self._named(clause)]
        verbs = {act.verb.start for act in acts}
        found: list[Act | re.Match[str]] = [*acts]
        found += [match for match in _UNNAMED.finditer(self._text) if match.start("verb") not in verbs]
        last: Voice | None = None
        named = spoke = 0
        for one in sorted(found, key=lambda one: one.verb.start if isinstance(one, Act) else one.start("verb")):
            if isinstance(one, Act):
                last = one.voice if self.is_person(one.voice.actor) else None
                named = spoke = one.sentence
                yield one
                continue
            if self.is_quoted(one.start()):
                continue
            sentence = holding(self._sentences, one.start())
            if self._sentences[sentence].end - self._sentences[sentence].start > PROSE_AT_MOST:
                continue
            actor = self._in_office(one["words"] or "", one)
            near = last is not None and sentence - spoke <= _NEAR and not self._names_another(last.actor, spoke, one)
            if last is not None and near and actor in (None, last.actor):
                actor = last.actor if self._fits(one, last.actor) else None
            if actor is None:
                last = None
                continue
            words = Span(one.start("subject"), one.end("verb"))
            above = sentence - named if last is not None and last.actor == actor else 0
            last = Voice(actor, words, one["subject"], named=False, above=above)
            spoke = sentence
            verb = Span(*one.span("verb"))
            yield Act(last, sentence, verb, behind=self._opens_behind(sentence, one.start()))

    def _names_another(self, actor: str, spoke: int, match: re.Match[str]) -> bool:
        """Whether other people are named between whoever spoke last and a pronoun, which may mean one of them."""
        between = Span(self._sentences[spoke].end, max(self._sentences[spoke].end, match.start()))
        others = (mention.actor for mention in inside(self._reading.actors, between))
        return match["words"] is None and any(other != actor and self.is_person(other) for other in others)

    def _in_office(self, words: str, match: re.Match[str]) -> str | None:
        """The one person of the article whose office these words are: `the Ruritanian minister of war`."""
        office = words.lower()
        people = self._reading.roster.actors.items() if " " in words else ()
        holders = [
            key
            for key, actor in people
            if actor.kind == "person" and actor.role and (actor.role.lower() == office or self._same(actor, match))
        ]
        return holders[0] if len(holders) == 1 else None

    def _same(self, actor: RosterActor, match: re.Match[str]) -> bool:
        """Whether a person's office is what the words say, though one names a state and the other its people."""
        span = Span(*match.span("words"))
        named = inside(self._reading.actors, span)
        rest, role = _bare(match["words"], [one.written for one in named]), (actor.role or "").lower()
        owners = {one.actor for one in named}
        people = self._reading.roster.actors
        names = [name for owner in owners for name in people[owner].names if name.lower() in role]
        return bool(owners and rest) and bool(names or owners == {actor.represents}) and rest == _bare(role, names)

    def is_person(self, actor: str) -> bool:
        """Whether an actor is a person."""
        return self._reading.roster.actors[actor].kind == "person"

    def _fits(self, match: re.Match[str], actor: str) -> bool:
        """Whether `the minister` may be the person who spoke last: their office does not say otherwise."""
        office = (match["office"] or "").lower()
        person = self._reading.roster.actors[actor]
        role = (person.role or "").lower()
        if not office:
            return True
        for mention in inside(self._reading.actors, Span(*match.span("words"))):
            if mention.actor not in (actor, person.represents) and not self._is_of(actor, mention.written):
                return False
        if office in role:
            return True
        diplomats = re.search(r"minister|envoy|ambassador|negotiator|representative|diplomat|secretary", role)
        return office in ("diplomat", "official", "politician", "leader") and (not role or bool(diplomats))

    def _is_of(self, actor: str, owner: str) -> bool:
        """Whether a person's office, their side or the words before their name name the state that they act for."""
        people = self._reading.roster.actors
        person, word = people[actor], owner.lower()
        side = people.get(person.represents or "")
        if any(word in name.lower() for name in (person.role or "", *(side.names if side else ()))):
            return True
        place = self._first_named[actor]
        return word in self._text[max(0, place - _TITLE) : place].lower().split()

    def _opens_behind(self, sentence: int, place: int) -> bool:
        """Whether the words of saying follow what is said: `…, he added`."""
        start = self._sentences[sentence].start
        before = self._text[start:place].rstrip()
        if len(before.split()) < _FEW or before[-1:] not in (*',"”’',):
            return False
        return self.is_quoted(start + len(before) - 1) or not _LEADS_IN.match(before)

    def _named(self, clause: Clause) -> Iterator[Act]:
        if len(clause.shape) > PROSE_AT_MOST or not _CUE.search(clause.shape):
            return
        sentence = holding(self._sentences, clause.sentence.start)
        for pattern in (_BEFORE, _BEHIND):
            for match in pattern.finditer(clause.shape):
                first, _ = clause.tokens_of(clause.shape.index("§", match.start()), match.end())
                place, _ = clause.tokens_of(*match.span("verb"))
                speakers = [one for one in clause.lists if one.first == first and len(one.parties) == 1]
                verb = clause.tokens[place].span
                if not speakers or self.is_quoted(verb.start):
                    continue
                (party,) = speakers[0].parties
                if party.head or party.team:
                    continue
                name = clause.span(party.first + (clause.tokens[party.first].low == "that"), party.end)
                heard = _HEARERS.match(self._text, verb.end)
                words = Span(min(name.start, verb.start), max(name.end, heard.end() if heard else verb.end))
                behind = pattern is _BEHIND or self._opens_behind(sentence, clause.tokens[party.first].span.start)
                yield Act(Voice(party.actor, words, party.mention.written, named=True), sentence, verb, behind)


def _bare(words: str, names: Sequence[str]) -> frozenset[str]:
    """The words of an office without the names in it."""
    low = words.lower()
    for name in names:
        low = low.replace(name.lower(), " ")
    return frozenset(re.findall(r"\w+", low)) - {"of", "the", "for", "s"}


def holding(spans: Sequence[Span], place: int) -> int:
    """Which of some spans in order holds a place, or stands before it."""
    return bisect_right(spans, place, key=lambda span: span.start) - 1


def inside(mentions: Sequence[ActorMention], span: Span) -> Sequence[ActorMention]:
    """Those of some mentions in order that start in a span."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, span.end, key=lambda mention: mention.span.start)]
