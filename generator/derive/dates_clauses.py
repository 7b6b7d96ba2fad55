"""The shortest stretch of a sentence that bears a fact out: whole words, from the start of a clause, found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from generator.derive.proposals import Reading
from generator.text import Span, fold, plain_marks

_WHITE = re.compile(r"[^\S ]")
_BREAK = re.compile(
    r"(?P<mark>[;:()\[\]\"]|(?<=\s)--?(?=\s))|(?P<relative>\b(?:which|who|whom|whose)\b)"
    r"|(?P<link>\b(?:that|where|when|while|but|because|although|though|if|unless|whether|after|before|once|despite)\b)"
    r"|(?P<comma>,(?!\d))|(?P<soft>\b(?:and|as|or)\b)",
    re.IGNORECASE,
)
_COSTS = {"mark": 8, "relative": 8, "link": 8, "comma": 3, "soft": 1}
_BRACKETED = re.compile(r"\([^()]{0,200}\)")
_NEVER_FIRST = re.compile(
    r"\W*(?:which|who|whom|whose|and|or|but|of|to|by|in|on|at|for|with|from|was|were|has|have|had|is|are|will|would"
    r"|\w+ed|\w+ing|said|says|told|brought|held|led|taken|made|speaks|meets|arrives|attends|left|right|centre|center|shakes|gestures|addresses)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\W|(?:in|on|at|by|with|from|for|to|into|near|amid|during|under|after|before|when|while|who|which|that|as|and|but|or"
    r"|where|because|since|until|despite|without|was|were|is|are|has|have|had|will|would|could|may|said|says|adding"
    r"|saying)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'.-]*")
_DANGLING = re.compile(
    r"(?:[\s.,]+|\s(?:to|of|the|an?|in|on|at|by|for|with|from|and|or|as|its|their|his|her|him|them|that))+$",
    re.IGNORECASE,
)
LONGEST = 260
"""Characters; a quote beyond this is taken shorter, from the nearest break before its words."""
_MOST = 5
"""Clauses before and behind the words over which a quote may be drawn out to stand once."""
_MOST_AFTER = 14
"""Words that may follow a date up to the end of its clause."""


def _without_dangling(text: str, end: int) -> int:
    """Where the words up to `end` end without an `of the` or a comma that leads to nothing."""
    start = max(0, end - 60)
    return start + len(_DANGLING.sub("", text[start:end]))


def levelled(text: str) -> str:
    """The text with plain quotation marks, apostrophes, dashes and spaces, character for character."""
    return _WHITE.sub(" ", plain_marks(text))


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of an article; all its places are offsets into the article."""

    article: str
    span: Span

    @cached_property
    def text(self) -> str:
        """Its words with plain marks; character `i` stands at `span.start + i` of the article."""
        return levelled(self.article[self.span.start : self.span.end])

    @cached_property
    def _breaks(self) -> list[tuple[int, int, str]]:
        return [(m.start(), m.end(), m.lastgroup or "") for m in _BREAK.finditer(self.text)]

    @cached_property
    def _asides(self) -> list[tuple[int, int]]:
        return [match.span() for match in _BRACKETED.finditer(self.text)]

    @cached_property
    def _words(self) -> list[int]:
        return [match.start() for match in _WORD.finditer(self.text)]

    def distance(self, one: Span, other: Span) -> int:
        """Words between two places; a comma counts for three more and another clause for eight more."""
        first, last = sorted((one, other))
        start, end = first.end - self.span.start, last.start - self.span.start
        if end <= start:
            return 0
        cost = bisect_left(self._words, end) - bisect_left(self._words, start)
        asides = self._asides[bisect_left(self._asides, (start,)) : bisect_left(self._asides, (end,))]
        for first_, end_ in asides:
            cost -= bisect_left(self._words, end_) - bisect_left(self._words, first_)
        for at in range(bisect_left(self._breaks, (start,)), len(self._breaks)):
            place, _, kind = self._breaks[at]
            if place >= end:
                break
            if not any(first_ <= place < end_ for first_, end_ in asides):
                cost += _COSTS[kind]
        return cost

    def same_clause(self, one: Span, other: Span) -> bool:
        """Whether nothing that parts clauses stands between two places; a comma and `and` do not."""
        first, last = sorted((one, other))
        start, end = first.end - self.span.start, last.start - self.span.start
        breaks = self._breaks[bisect_left(self._breaks, (start,)) : bisect_left(self._breaks, (end,))]
        return not any(_COSTS[kind] == 8 for _, _, kind in breaks)

    def between(self, start: int, end: int) -> str:
        """The plain words from `start` to `end`."""
        return self.text[max(0, start - self.span.start) : max(0, end - self.span.start)]

    @cached_property
    def opening(self) -> int:
        """Where its first word starts."""
        return self.span.start + len(self.text) - len(self.text.lstrip(" \"'([-"))

    @cached_property
    def closing(self) -> int:
        """Where its last word ends."""
        return self.span.start + len(self.text.rstrip(" \"').,;:]-!?"))

    def before(self, place: int, most: int = 120) -> str:
        """The plain words that end at `place`."""
        return self.between(max(self.span.start, place - most), place)

    def after(self, place: int, most: int = 120) -> str:
        """The plain words that start at `place`."""
        return self.between(place, min(self.span.end, place + most))

    def starts(self, place: int) -> Iterator[int]:
        """Where a quote that holds the words at `place` may begin: clause by clause, to the sentence's start."""
        at = place - self.span.start
        first_break = bisect_left(self._breaks, (at - 2 * LONGEST,))
        for number in range(bisect_left(self._breaks, (at,)) - 1, first_break - 1, -1):
            _, end, kind = self._breaks[number]
            if kind in ("soft", "relative"):
                continue
            word = _WORD.search(self.text, end)
            first = min(word.start(), at) if word else at
            if kind == "mark" or not _NEVER_FIRST.match(self.text, first):
                yield self.span.start + first
        yield self.opening

    def ends(self, place: int) -> Iterator[int]:
        """Where a quote that holds the words before `place` may end: clause by clause, to the sentence's end."""
        at = place - self.span.start
        for number in range(bisect_left(self._breaks, (at,)), len(self._breaks)):
            start, _, kind = self._breaks[number]
            if kind != "soft":
                yield self.span.start + max(at, _without_dangling(self.text, start))
        yield self.closing

    def phrase_end(self, place: int) -> int:
        """The end of the phrase that goes on at `place`: the same place where the next word begins another one."""
        at = place - self.span.start
        tail = self.text[at : at + 400]
        if re.match(r"\s+of\b", tail, re.IGNORECASE):
            at += re.match(r"\s+of\b", tail, re.IGNORECASE).end()  # type: ignore[union-attr]
        elif at and (_STOPS.match(tail.lstrip(" ")) or not tail.startswith((" ", "'s"))):
            return place
        end = at
        for number, word in enumerate(_WORD.finditer(self.text, at, at + 400)):
            gap = self.text[end : word.start()]
            if (gap.strip() and number) or number >= _MOST_AFTER or (number and _STOPS.match(word[0])):
                break
            end = word.end()
        return self.span.start + _without_dangling(self.text, end)

    def clause_end(self, place: int) -> int:
        """The end of the clause that goes on at `place`, or of its next phrases where it is long."""
        end = next(self.ends(place), place)
        if len(_WORD.findall(self.between(place, end))) <= _MOST_AFTER:
            return max(end, place)
        return self.phrase_end(place)


def stands_once(article: str, span: Span) -> bool:
    """Whether the words at `span` stand in the article only there."""
    wanted, whole = fold(article[span.start : span.end]).text, fold(article).text
    first = whole.find(wanted)
    return bool(wanted) and first >= 0 and whole.find(wanted, first + 1) < 0


def shortest(reading: Reading, sentence: Sentence, needed: Span, *, exactly: bool = False) -> Span | None:
    """The shortest quote with all of `needed` that stands once in the article; None where there is none.

    It begins where a clause does; `exactly` says that `needed` begins with a phrase, so that it may begin there.
    """
    first = [needed.start] if exactly else []
    starts = _near(list(dict.fromkeys([*first, *islice(sentence.starts(needed.start), _MOST)])), needed)
    ends = [needed.end, *dict.fromkeys(end for end in islice(sentence.ends(needed.end), _MOST) if end > needed.end)]
    found = [Span(start, end) for start in starts for end in ends]
    if sentence.closing - sentence.opening <= 2 * LONGEST:
        found.append(Span(min(sentence.opening, needed.start), max(sentence.closing, needed.end)))
    for span in sorted(found, key=lambda span: span.end - span.start):
        if stands_once(reading.text, span):
            return span
    return _with_neighbour(reading, sentence, needed)


def _near(starts: Sequence[int], needed: Span) -> Sequence[int]:
    """The starts that make no quote too long, or the words themselves where every start does."""
    near = [start for start in starts if needed.end - start <= LONGEST]
    return near or [needed.start]


def _with_neighbour(reading: Reading, sentence: Sentence, needed: Span) -> Span | None:
    """The words with the sentence after or before them, where a text prints one sentence twice."""
    at = bisect_left(reading.sentences, sentence.span)
    for other in reading.sentences[at + 1 : at + 2]:
        following = _sentence(reading.text, other)
        for end in (following.phrase_end(other.start), other.end):
            if stands_once(reading.text, Span(needed.start, end)):
                return Span(needed.start, end)
    for other in reading.sentences[max(0, at - 1) : at]:
        span = Span(other.start, needed.end)
        if stands_once(reading.text, span):
            return span
    return None


def sentence_at(reading: Reading, place: int) -> Sentence:
    """The sentence of the article that holds `place`."""
    at = bisect_right(reading.sentences, place, key=lambda span: span.end)
    return _sentence(reading.text, reading.sentences[min(at, len(reading.sentences) - 1)])


@lru_cache(maxsize=256)
def _sentence(article: str, span: Span) -> Sentence:
    return Sentence(article, span)
