"""The ledger of names: what the articles call each actor, in whose words, and which of the names judge."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import neutrality
from generator.corpus import Corpus, Source, Statement
from generator.model import Actor, ActorKind
from generator.neutrality import LoadedMention
from generator.reading.voices import Voice, voices
from generator.text import Span, fold, sentences

WORDS_AT_MOST = 12
"""Words of an excerpt, the name among them: enough to judge how it is used, too few to stand for the article."""
_GROUPS = frozenset({"armed-group", "coalition", "organisation"})


@dataclass(frozen=True)
class Excerpt:
    """A name with the words beside it in one sentence of an article; `statement` is one that quotes it, if any."""

    source: Source
    before: str
    name: str
    after: str
    cut_before: bool
    cut_after: bool
    statement: Statement | None


@dataclass(frozen=True)
class VoiceUse:
    """How often a name stands in one voice, in each article, that of the excerpt first."""

    voice: Voice
    sources: tuple[tuple[Source, int], ...]
    excerpt: Excerpt

    @property
    def count(self) -> int:
        """How often it stands there over all articles."""
        return sum(count for _, count in self.sources)


@dataclass(frozen=True)
class NameUse:
    """A name that articles use for an actor; `rules` say why it counts as a judging one, and are empty where not."""

    name: str
    house: bool
    rules: tuple[str, ...]
    voices: tuple[VoiceUse, ...]

    @property
    def count(self) -> int:
        """How often the articles use it."""
        return sum(use.count for use in self.voices)


@dataclass(frozen=True)
class _Use:
    """One use of a name, with loaded words right beside it: where, in which sentence, and in which voice."""

    source: Source
    span: Span
    sentence: Span
    voice: Voice
    loaded: tuple[LoadedMention, ...]
    statement: Statement | None

    @property
    def name(self) -> str:
        """The words as the article has them."""
        return fold(self.source.text[self.span.start : self.span.end]).text


def names_used(corpus: Corpus, sources: Sequence[Source]) -> Mapping[str, list[NameUse]]:
    """The names that the articles use for each actor: the house name first, then the most used.

    Forms that differ in capitals alone are one name. A loaded word right beside a name ("so-called X") is shown
    as a part of it.
    """
    found: dict[str, dict[str, list[_Use]]] = {actor: {} for actor in corpus.actors}
    words = neutrality.listed(corpus)
    people = {name: _belongs_to(name, corpus) for name, actor in corpus.actors.items() if actor.kind == "person"}
    for source in sources:
        reading = _Reading(corpus, source, words.read(source.text), people)
        for actor, use in reading.uses():
            found[actor].setdefault(use.name.casefold(), []).append(use)
    return {actor: _in_order(corpus.actors[actor], uses.values()) for actor, uses in found.items()}


def _belongs_to(name: str, corpus: Corpus) -> frozenset[str]:
    """Those whom a person speaks for or belongs to, at whatever remove."""
    reached: list[str] = []
    represents = corpus.actors[name].represents
    while represents is not None and represents in corpus.actors and represents not in reached:
        reached.append(represents)
        represents = corpus.actors[represents].represents
    return frozenset(reached)


@dataclass(frozen=True)
class _Reading:
    """One article, read for names: with its loaded words in order, and the people who may speak in it."""

    corpus: Corpus
    source: Source
    loaded: tuple[LoadedMention, ...]
    people: Mapping[str, frozenset[str]]

    def uses(self) -> Iterator[tuple[str, _Use]]:
        """Every use of a name for an actor, in the order of the article."""
        text, mentions = self.source.text, self.corpus.evidence[self.source.id].actors
        statements = [statement for statement in self.corpus.statements if statement.source is self.source]
        spoken = voices(text, mentions, self.people)
        around = _around(sentences(text), [mention.span for mention in mentions])
        for mention, voice, sentence in zip(mentions, spoken, around, strict=True):
            quoting = [one for one in statements if any(quote.holds(mention.span) for quote in one.spans)]
            for actor in mention.actors:
                span, loaded = self._with_loaded(self.corpus.actors[actor].kind, mention.span)
                statement = quoting[0] if quoting else None
                yield actor, _Use(self.source, span, sentence, self._voice(voice, quoting), loaded, statement)

    def _voice(self, voice: Voice, quoting: Iterable[Statement]) -> Voice:
        """The voice, with the speaker that the sheet gives where the rules find no person."""
        if voice.own or voice.speaker in self.people:
            return voice
        for statement in quoting:
            speaker = statement.fact.said_by
            if speaker is not None and (voice.speaker is None or voice.speaker in self.people.get(speaker, ())):
                return Voice(own=False, speaker=speaker)
        return voice

    def _with_loaded(self, kind: ActorKind, name: Span) -> tuple[Span, tuple[LoadedMention, ...]]:
        """A name with the loaded words in it, and those right beside it that can only be meant for its bearer.

        An adjective before a state's name speaks of what follows ("the brutal Ruritanian winter"), and a noun
        behind the name of a person or state need not mean them.
        """
        text = self.source.text
        first = bisect_left(self.loaded, name.start - _NEAR, key=_start)
        near = self.loaded[first : bisect_left(self.loaded, name.end + _NEAR, key=_start)]
        beside = [word for word in near if not self._is_named(word.span)]
        span, found = name, [word for word in near if word.span.overlaps(name)]
        for word in reversed(beside):
            if kind != "state" and word.span.end <= span.start and text[word.span.end : span.start].isspace():
                span = Span(word.span.start, span.end)
                found.insert(0, word)
        for word in beside:
            if kind in _GROUPS and word.span.start >= span.end and text[span.end : word.span.start].isspace():
                noun = _GROUP_NOUN.match(text, word.span.end)
                span = Span(span.start, noun.end() if noun else word.span.end)
                found.append(word)
        return span, tuple(found)

    def _is_named(self, span: Span) -> bool:
        """Whether a stretch of the article belongs to a name that the list of actors knows."""
        mentions = self.corpus.evidence[self.source.id].actors
        at = bisect_left(mentions, span.end, key=lambda mention: mention.span.start) - 1
        return at >= 0 and mentions[at].span.overlaps(span)


_GROUP_NOUN = re.compile(r"\s(?:groups?|organi[sz]ations?|movements?|militias?|militants|fighters|forces)\b")
_NEAR = 60
"""Characters; longer than any loaded word with the space beside it."""


def _start(word: LoadedMention) -> int:
    return word.span.start


def _around(stretches: Sequence[Span], places: Iterable[Span]) -> Iterator[Span]:
    """For each place, in order, the stretch that holds it; itself where none does."""
    at = 0
    for place in places:
        while at < len(stretches) and stretches[at].end <= place.start:
            at += 1
        yield stretches[at] if at < len(stretches) and stretches[at].holds(place) else place


def _in_order(actor: Actor, names: Iterable[list[_Use]]) -> list[NameUse]:
    used = sorted((_name_use(actor, uses) for uses in names), key=lambda use: (-use.count, use.name))
    return sorted(used, key=lambda use: not use.house)


def _name_use(actor: Actor, uses: Sequence[_Use]) -> NameUse:
    by_voice: dict[Voice, list[_Use]] = {}
    for use in uses:
        by_voice.setdefault(use.voice, []).append(use)
    listed = {fold(name).text.casefold(): fold(name).text for name in actor.names}
    name = listed.get(uses[0].name.casefold(), uses[0].name)
    rules = [f"“{word.written}”, in the list of loaded words: {word.reason}" for word in uses[0].loaded]
    if name in (fold(loaded).text for loaded in actor.loaded):
        rules.insert(0, "Listed among the actors as a name that judges.")
    spoken = sorted((_voice_use(voice, found) for voice, found in by_voice.items()), key=lambda use: -use.count)
    spoken.sort(key=lambda use: not use.voice.own)
    return NameUse(name, name == fold(actor.name).text, tuple(dict.fromkeys(rules)), tuple(spoken))


def _voice_use(voice: Voice, uses: Sequence[_Use]) -> VoiceUse:
    counts: dict[str, tuple[Source, int]] = {}
    for use in uses:
        counts[use.source.id] = (use.source, counts.get(use.source.id, (use.source, 0))[1] + 1)
    # A sentence that a sheet quotes is published already.
    shown = next((use for use in uses if use.statement is not None), uses[0])
    counted = sorted(counts.values(), key=lambda count: count[0] is not shown.source)
    return VoiceUse(voice, tuple(counted), _excerpt(shown))


def _excerpt(use: _Use) -> Excerpt:
    """A name with the words beside it: at most `WORDS_AT_MOST` in all, and none beyond its sentence."""
    text = use.source.text
    left = text[min(use.sentence.start, use.span.start) : use.span.start]
    name = text[use.span.start : use.span.end]
    right = text[use.span.end : max(use.sentence.end, use.span.end)]
    lead, tail = list(_SOLID.finditer(left)), list(_SOLID.finditer(right))
    room = max(0, WORDS_AT_MOST - len(name.split()))
    behind = min(len(tail), max(room // 2, room - len(lead)))
    before = min(len(lead), room - behind)
    start = lead[-before].start() if before else len(left)
    end = tail[behind - 1].end() if behind else 0
    cut = bool(left[:start].strip()), bool(right[end:].strip())
    # The page puts marks of its own round an excerpt.
    behind_it = _LAST_MARK.sub("", right[:end])
    return Excerpt(use.source, left[start:].lstrip(_MARKS), name, behind_it, *cut, use.statement)


_SOLID = re.compile(r"\S+")
_MARKS = '"\u201c\u201d'
_LAST_MARK = re.compile(rf"[.,]?[{_MARKS}][.,]?$")
