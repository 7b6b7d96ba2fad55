"""Sentences in which somebody speaks: by whose word each stretch stands, and whom its pronouns mean.

`I` and `we` in quotation marks are whoever the attribution names; `he` and "the envoy" before a verb of saying are
the person who spoke last; `he` and `it` right behind such a verb are its subject, where the kind of actor fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import VOCABULARY
from generator.derive.phrases import PartyList
from generator.derive.positions_acts import PROSE_AT_MOST, Act, Speech, Voice, holding, inside
from generator.derive.proposals import Reading
from generator.reading.roster import ActorMention, Roster
from generator.text import Span

_STEM = re.compile(r"[a-z-]+(?![a-z-]*\?)|[a-z]+(?!\?)")
_TOPICS = tuple(
    {stem[0] for word in VOCABULARY["THING"][3:].split("|") if (stem := _STEM.match(word))}
    | {"efforts", "presence", "participation", "involvement", "attendance", "invitation"}
)
"""What words for talks and for a part in them begin with: plain strings, as one pattern takes ten times as long."""
_FIRST_PERSON = re.compile(r"(?<![\w'’])(?:I|[Ww]e)(?!\w)")
_WHEN = r"(?: (?:on|in|at|during|after|before|earlier|later|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_TO_WHOM = re.compile(r"(?P<told>(?: [\w.'’-]+){1,6}?)(?: that)?(?= (?:he|she|it|they) )", re.IGNORECASE)
_AT_ONCE = re.compile(rf"{_WHEN}(?: [\w.'’-]+){{0,4}}?)?(?: that)?(?= (?:he|she|it|they) )", re.IGNORECASE)
_PRONOUN = re.compile(r" (he|she|it|they)(?= )")
_CONTENT = re.compile(r"(?: (?!that )[^\s,;:.\"“”]+){0,8}? that (?=\S)")
_ADDING = re.compile(r", (?:adding|saying|noting|stressing|warning|announcing|insisting) that ")


@dataclass(frozen=True)
class Region:
    """A stretch of a sentence that somebody says, whether in quotation marks, and whether a past tense reports it."""

    span: Span
    voice: Voice
    quoted: bool
    past: bool = False


@dataclass(frozen=True)
class Heard:
    """A sentence with all that is said in it; its clause has the speakers in the place of their pronouns."""

    clause: Clause
    regions: tuple[Region, ...] = ()
    pronouns: frozenset[int] = frozenset()
    """Where the pronouns start that the clause has as actors."""

    def region(self, place: int) -> Region | None:
        """The stretch of speech round a character of the article: a quotation, or else the narrowest."""
        found = [region for region in self.regions if region.span.start <= place < region.span.end]
        return min(found, key=lambda region: (not region.quoted, region.span.end - region.span.start), default=None)


def heard(reading: Reading) -> Iterator[Heard]:
    """Every sentence with a word for talks that names an actor or in which a pronoun means one, in order."""
    lows = ((span, reading.text[span.start : span.end].lower()) for span in reading.sentences)
    wanted = {span for span, low in lows if any(map(low.__contains__, _TOPICS))}
    if not wanted:
        return
    hearing = _Hearing(reading)
    regions = [(sentence, region) for sentence, region in hearing.regions() if sentence in wanted]
    by_sentence: dict[Span, list[Region]] = {}
    for sentence, region in regions:
        by_sentence.setdefault(sentence, []).append(region)
    added = sorted(hearing.pronouns(wanted, regions), key=lambda mention: mention.span)
    known = {clause.sentence: clause for clause in clauses(reading) if clause.sentence in wanted}
    known |= _resolved(reading, added)
    starts = frozenset(mention.span.start for mention in added)
    for sentence in sorted(known):
        yield Heard(known[sentence], tuple(by_sentence.get(sentence, ())), starts)


def _resolved(reading: Reading, added: Sequence[ActorMention]) -> dict[Span, Clause]:
    """The clauses in which pronouns are actors."""
    taken = {mention.span.start for mention in reading.actors}
    added = [mention for mention in added if mention.span.start not in taken]
    if not added:
        return {}
    places = {holding(reading.sentences, mention.span.start) for mention in added}
    wanted = tuple(reading.sentences[place] for place in sorted(places))
    near = [mention for span in wanted for mention in inside(reading.actors, span)]
    ends = [(one.span.start, one.span.end) for one in added]
    outside = [mention for mention in near if not _overlaps(ends, mention.span)]
    mentions = tuple(sorted((*outside, *added), key=lambda mention: mention.span))
    narrowed = Reading(reading.text, reading.published, Roster(reading.roster.actors, mentions))
    vars(narrowed)["sentences"] = wanted
    pronouns = {one.span.start for one in added}
    return {clause.sentence: _apart(clause, pronouns) for clause in clauses.__wrapped__(narrowed)}


def _overlaps(places: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether a span overlaps one of some places in order."""
    at = bisect_left(places, (span.end, 0)) - 1
    return at >= 0 and places[at][1] > span.start


def _apart(clause: Clause, pronouns: set[int]) -> Clause:
    """The clause with no pronoun joined to the list before it: in `A and B and we …`, another thought begins."""
    lists: list[PartyList] = []
    for found in clause.lists:
        rest = [found.parties[0]]
        for party in found.parties[1:]:
            if party.mention.span.start in pronouns:
                lists.append(PartyList(tuple(rest)))
                rest = []
            rest.append(party)
        lists.append(PartyList(tuple(rest)))
    return Clause(clause.text, clause.sentence, clause.tokens, lists)


class _Hearing:
    """Reads who says what in an article."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._sentences = reading.sentences
        self._speech = Speech(reading)
        self._acts = self._speech.acts

    def regions(self) -> list[tuple[Span, Region]]:
        """The stretches that somebody says, each with its sentence."""
        return [*self._reports(), *self._quotations()]

    def _reports(self) -> Iterator[tuple[Span, Region]]:
        for act in self._acts:
            sentence = self._sentences[act.sentence]
            past = self._text[act.verb.start : act.verb.end].lower() not in ("says", "say", "tells", "adds", "notes")
            if act.behind:
                head = self._text[sentence.start : act.voice.words.start].rstrip(' ,"”’')
                said = Span(sentence.start, sentence.start + len(head))
                yield sentence, Region(said, act.voice, quoted=False)
                tail = act.verb.end
            else:
                tail = self._content(act)
                yield sentence, Region(Span(min(tail, sentence.end), sentence.end), act.voice, quoted=False, past=past)
            for adding in _ADDING.finditer(self._text, tail, sentence.end):
                if not self._speech.is_quoted(adding.start()):
                    said = Span(adding.end(), sentence.end)
                    yield sentence, Region(said, act.voice, quoted=False, past=past)

    def _content(self, act: Act) -> int:
        """Where what is said begins behind a verb of saying; at the end of the sentence where that is not plain."""
        end = self._sentences[act.sentence].end
        if that := _CONTENT.match(self._text, act.verb.end, end):
            return that.end()
        subject = self._subject_behind(act)
        told = self._text[act.verb.start : act.verb.end].lower() in ("told", "tells")
        return subject.start if subject else end if told else min(act.verb.end + 1, end)

    def _quotations(self) -> Iterator[tuple[Span, Region]]:
        """What stands in quotation marks in a passage, which is all sentences that one quotation spans."""
        verbs = [act.verb.start for act in self._acts]
        for passage, quoted in self._passages():
            acts = self._acts[bisect_left(verbs, passage.start) : bisect_left(verbs, passage.end)]
            prose = passage.end - passage.start <= PROSE_AT_MOST
            for quotation in quoted if acts and prose else ():
                nearest = min(acts, key=lambda act: max(act.verb.start - quotation.end, quotation.start - act.verb.end))
                first = holding(self._sentences, quotation.start)
                for sentence in self._sentences[first : holding(self._sentences, quotation.end - 1) + 1]:
                    said = Span(max(sentence.start, quotation.start), min(sentence.end, quotation.end))
                    yield sentence, Region(said, nearest.voice, quoted=True)

    def _passages(self) -> Iterator[tuple[Span, list[Span]]]:
        """The quotations by passage, with the sentences that each touches."""
        passage: Span | None = None
        inside: list[Span] = []
        for quotation in self._speech.quotations:
            first = self._sentences[holding(self._sentences, quotation.start)]
            last = self._sentences[holding(self._sentences, quotation.end - 1)]
            if passage is not None and first.start < passage.end:
                passage = Span(passage.start, max(passage.end, last.end))
                inside.append(quotation)
                continue
            if passage is not None:
                yield passage, inside
            passage, inside = Span(first.start, last.end), [quotation]
        if passage is not None:
            yield passage, inside

    def pronouns(self, wanted: Container[Span], regions: Sequence[tuple[Span, Region]]) -> Iterator[ActorMention]:
        """The pronouns that mean a speaker in the sentences wanted, as mentions of that actor."""
        for act in self._acts:
            if self._sentences[act.sentence] not in wanted:
                continue
            if not act.voice.named:
                start = act.voice.words.start
                yield _as_mention(Span(start, start + len(act.voice.subject)), act.voice)
            if not act.behind and (place := self._subject_behind(act)):
                yield _as_mention(place, act.voice)
        for _, region in regions:
            if region.quoted:
                for match in _FIRST_PERSON.finditer(self._text, region.span.start, region.span.end):
                    yield _as_mention(Span(*match.span()), region.voice)

    def _subject_behind(self, act: Act) -> Span | None:
        """The `he` or `it` with which a report begins, where it means the speaker."""
        sentence = self._sentences[act.sentence]
        told = self._text[act.verb.start : act.verb.end].lower() in ("told", "tells")
        lead = (_TO_WHOM if told else _AT_ONCE).match(self._text, act.verb.end, sentence.end)
        pronoun = _PRONOUN.match(self._text, lead.end(), sentence.end) if lead else None
        if pronoun is None or self._speech.is_quoted(pronoun.start(1)):
            return None
        person = self._speech.is_person(act.voice.actor)
        return Span(*pronoun.span(1)) if person == (pronoun[1] in ("he", "she")) else None


def _as_mention(span: Span, voice: Voice) -> ActorMention:
    return ActorMention(span, voice.subject, voice.actor, voice.subject)
