"""A light view of a sentence: parties, words and marks in a row, which rules match as one line of text.

The `shape` of a clause is its words in lower case with single spaces between them; each list of actors
("the delegates of A, B's envoy C and D") is one `§`. Quotation marks are left out, brackets stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.derive.phrases import DETERMINERS, Party, PartyList, Token, party_lists
from generator.derive.proposals import Reading
from generator.reading.roster import ActorMention
from generator.text import Span

PARTY = "§"
_GAP = re.compile(r"['’ʼ]s\b|[-‐‑–]?\w+(?:['’ʼ.,‐‑-]\w+)*['’]?|[^\w\s]")
_QUOTES = frozenset("\"“”„‟«»'’‘[]*")
_SHORT = 4
"""Letters; a shorter word in capitals may be an abbreviation in a text that is not."""
_PLAIN = str.maketrans("’ʼ‐‑–—", "''----", PARTY)


@dataclass(frozen=True, eq=False)
class Clause:
    """A sentence of an article as tokens and lists of parties."""

    text: str
    sentence: Span
    tokens: Sequence[Token]
    lists: Sequence[PartyList]

    @cached_property
    def _pieces(self) -> tuple[str, list[int], list[tuple[int, int]]]:
        """The shape, where each of its words starts, and which tokens each stands for."""
        words: list[str] = []
        starts: list[int] = []
        tokens: list[tuple[int, int]] = []
        length, place = 1, 0
        opening = {found.first: found for found in self.lists}
        while place < len(self.tokens):
            found = opening.get(place)
            word = PARTY if found else self.tokens[place].low
            starts.append(length)
            tokens.append((place, found.end if found else place + 1))
            words.append(word)
            length += len(word) + 1
            place = tokens[-1][1]
        return f" {' '.join(words)} ", starts, tokens

    @property
    def shape(self) -> str:
        """The words in lower case, with `§` for each list of parties, and a space at both ends."""
        return self._pieces[0]

    def parties(self, match: re.Match[str], group: str) -> Iterator[Party]:
        """The parties of every list within a group of a match of the shape."""
        if group in match.re.groupindex and match[group] is not None:
            first, end = self.tokens_of(*match.span(group))
            at = bisect_left(self.lists, first, key=lambda found: found.first)
            while at < len(self.lists) and self.lists[at].first < end:
                yield from self.lists[at].parties
                at += 1

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The tokens, from one up to another, that a stretch of the shape stands for."""
        _, starts, tokens = self._pieces
        first = bisect_right(starts, start + (self.shape[start : start + 1] == " ")) - 1
        last = bisect_left(starts, end) - 1
        return tokens[max(0, first)][0], tokens[max(0, first, last)][1]

    def span(self, first: int, end: int) -> Span:
        """The stretch of the article from one token up to another, without marks at its ends."""
        while end > first + 1 and self.tokens[end - 1].low in ",;:.(":
            end -= 1
        while first < end - 1 and self.tokens[first].low in ",;:.)":
            first += 1
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def from_determiner(self, first: int) -> int:
        """The token where the noun phrase that holds the token at `first` starts, as far as a determiner shows it."""
        for place in range(first - 1, max(-1, first - 5), -1):
            low = self.tokens[place].low
            if low in _OPENING:
                return place
            if not low[:1].isalnum() or low in _BOUNDS or self.tokens[place].mention:
                break
        return first

    def clause_around(self, first: int, end: int) -> tuple[int, int]:
        """The tokens up to the nearest marks on both sides."""
        while first > 0 and self.tokens[first - 1].low not in _MARKS:
            first -= 1
        while end < len(self.tokens) and self.tokens[end].low not in _MARKS:
            end += 1
        return first, end


_OPENING = DETERMINERS - {"that", "no"}
_MARKS = frozenset(",;:.()")
_BOUNDS = frozenset(
    "and or but that which who is are was were has have had will would of in on at by for with from to as if when "
    "while because although though since after before until where than whether".split()
)


@lru_cache(maxsize=4)
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """Every sentence of an article that names an actor, as a clause."""
    return tuple(_clauses(reading))


def _clauses(reading: Reading) -> Iterator[Clause]:
    mentions = reading.actors
    starts = [mention.span.start for mention in mentions]
    for sentence in reading.sentences:
        first, end = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first < end:
            tokens = list(_tokens(reading.text, sentence, mentions[first:end]))
            yield Clause(reading.text, sentence, tokens, party_lists(tokens, reading.roster.actors))


def _tokens(text: str, sentence: Span, mentions: Sequence[ActorMention]) -> Iterator[Token]:
    position = sentence.start
    for mention in mentions:
        if mention.span.start < position or mention.span.end > sentence.end:
            continue
        yield from _words(text, Span(position, mention.span.start))
        low = text[mention.span.start : mention.span.end].lower().translate(_PLAIN)
        yield Token("-".join(low.split()) or "_", mention.span, mention, capital=True)
        position = mention.span.end
    yield from _words(text, Span(position, sentence.end))


def _words(text: str, gap: Span) -> Iterator[Token]:
    for match in _GAP.finditer(text, gap.start, gap.end):
        written = match[0]
        if written not in _QUOTES:
            capital = written[0].isupper() and (len(written) < _SHORT or not written.isupper())
            low = written.lower() if written.isascii() else written.lower().translate(_PLAIN) or "_"
            yield Token(low, Span(match.start(), match.end()), None, capital)
