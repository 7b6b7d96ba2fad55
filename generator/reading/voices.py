"""In whose mouth a name stands: in that of somebody who is quoted or reported, or in the article's own voice.

The rules know quotation marks and the commonest forms of English reports ("X said that …", "…, said X", "he added").
They cannot follow a report over several sentences without a verb of saying, and take such words for the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.reading import attribution
from generator.reading.names import NameMention
from generator.reading.quotations import quotations
from generator.text import Span, sentences

_VERB = (
    r"(?:said|says|told|tells|added|adds|noted|notes|stated|explained|stressed|underlined|emphasi[sz]ed|warned"
    r"|insisted|continued|wrote)"
)
_SAYING = re.compile(rf"\b{_VERB}\b")
_UNNAMED = re.compile(
    rf"\b(?:(?P<pronoun>[Hh]e|[Ss]he)|[Tt]hey|(?:[Tt]he|[Aa]n?) (?:[^\W\d_][\w'\u2019-]* ){{1,5}}?)"
    rf" ?(?:(?:has|have|had|also|then|later) ){{0,2}}{_VERB}\b"
)
_LEADS_IN = re.compile(
    r"(?:in|on|at|during|after|before|following|speaking|meanwhile|earlier|later|asked|citing|quoting|according|for"
    r"|while|as|when|although|though|but|and|also|however)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat\b")
_THAT_WITHIN = 150
"""Characters behind a verb of saying in which its "that" is looked for."""
_COMMENT = re.compile(
    r", (?:in )?an? (?:\w+ )?(?:sign|move|step|claim|charge|reference|term|shift|stance|remark|nod)\b"
)
"""Behind a report, words in which the article says what it makes of it."""
_PASSAGE_AT_MOST = 10_000
"""Characters; no sentence is longer, and a text that is one would cost too much."""
_ADVERBS = frozenset("has have had also then later".split())
_MARKS = ',"\u201d\u2019\u2014\u2013'


@dataclass(frozen=True)
class Voice:
    """Who uses a name: the article itself, or somebody whom it quotes or reports; `speaker` where it names them.

    With `on_behalf` it names only whom they speak for: "the Ruritanian minister said".
    """

    own: bool
    speaker: str | None = None
    on_behalf: bool = False


OWN = Voice(own=True)
_SOMEBODY = Voice(own=False)


@dataclass(frozen=True)
class _Act:
    """An act of speech: in whose voice, where its subject starts, and where the words that tell it end."""

    voice: Voice
    start: int
    end: int


def voices(text: str, mentions: Sequence[NameMention], people: Mapping[str, frozenset[str]]) -> tuple[Voice, ...]:
    """The voice in which each of `mentions`, in order, stands in an article; `people` tells whom each speaks for."""
    quoted = quotations(text)
    starts = [mention.span.start for mention in mentions]
    found = [OWN] * len(mentions)
    last: str | None = None
    idle = 0
    for passage in _passages(text, quoted):
        inside = quoted[bisect_left(quoted, Span(passage.start, 0)) : bisect_left(quoted, Span(passage.end, 0))]
        if passage.end - passage.start > _PASSAGE_AT_MOST:
            continue
        first, end = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
        reader = _Passage(text, passage, inside, mentions[first:end], people, last)
        acts = reader.acts()
        for number in range(first, end):
            found[number] = reader.voice(mentions[number].span, acts)
        # "He added" speaks of whoever spoke last, and not from far away.
        idle = 0 if acts else idle + 1
        last = acts[-1].voice.speaker if acts else last if idle < 2 else None
    return tuple(found)


def _passages(text: str, quoted: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a text; those that one quotation spans are one passage."""
    starts = [span.start for span in quoted]
    passage: Span | None = None
    for sentence in sentences(text):
        if passage is not None:
            at = bisect_right(starts, passage.end - 1) - 1
            if at >= 0 and quoted[at].end > sentence.start:
                passage = Span(passage.start, sentence.end)
                continue
            yield passage
        passage = sentence
    if passage is not None:
        yield passage


@dataclass(frozen=True)
class _Passage:
    """One passage with its quotations and names, and whoever spoke last before it."""

    text: str
    span: Span
    quoted: Sequence[Span]
    mentions: Sequence[NameMention]
    people: Mapping[str, frozenset[str]]
    last: str | None

    def _is_quoted(self, span: Span) -> bool:
        return any(quotation.overlaps(span) for quotation in self.quoted)

    def acts(self) -> list[_Act]:
        """The acts of speech that the passage tells outside quotation marks, in order."""
        outside = [mention for mention in self.mentions if not self._is_quoted(mention.span)]
        named = [act for mention in outside if (act := self._named(mention))]
        unnamed = [
            _Act(self._who_spoke() if match["pronoun"] else _SOMEBODY, match.start(), match.end())
            for match in _UNNAMED.finditer(self.text, self.span.start, self.span.end)
            if not self._is_quoted(Span(*match.span()))
            and not any(act.start < match.end() and match.start() < act.end for act in named)
        ]
        return sorted([*named, *unnamed], key=lambda act: act.start)

    def _named(self, mention: NameMention) -> _Act | None:
        places = [other.span for other in self.mentions]
        name = attribution.setting(self.text, self.span, mention.span, places)
        verb = self._verb_behind(mention.span)
        ends = verb is not None and len(self.text[mention.span.end : verb.start()].split()) < 2
        if not (attribution.says(name) if self.quoted or ends else attribution.is_attributed(name)):
            return None
        end = verb.end() if verb else mention.span.end
        between = self.text[mention.span.end : verb.start()].split() if verb else []
        return _Act(self._voice_of(mention, between), mention.span.start, end)

    def _verb_behind(self, name: Span) -> re.Match[str] | None:
        """The verb of saying that follows a name, before the next quotation or clause."""
        verb = _SAYING.search(self.text, name.end, min(self.span.end, name.end + _THAT_WITHIN))
        return None if verb is None or self._is_quoted(Span(*verb.span())) else verb

    def _who_spoke(self) -> Voice:
        """The person who spoke last before this passage, whom "he" or "she" means."""
        return Voice(own=False, speaker=self.last) if self.last in self.people else _SOMEBODY

    def _voice_of(self, mention: NameMention, between: Sequence[str]) -> Voice:
        """The voice of a name's bearer; in "the X minister said", of whoever spoke last, if they speak for X."""
        if len(mention.actors) > 1:
            return _SOMEBODY
        actor = mention.actors[0]
        if actor in self.people or _ADVERBS.issuperset(between):
            return Voice(own=False, speaker=actor)
        if self.last is not None and actor in self.people.get(self.last, ()):
            return self._who_spoke()
        return Voice(own=False, speaker=actor, on_behalf=True)

    def voice(self, name: Span, acts: Sequence[_Act]) -> Voice:
        """The voice of a name in this passage, of which `acts` are the acts of speech."""
        quotation = next((span for span in self.quoted if span.holds(name)), None)
        if quotation is not None:
            if acts:
                nearest = min(acts, key=lambda act: max(act.start - quotation.end, quotation.start - act.end))
                return nearest.voice
            # A quotation that is the whole sentence goes on with what was said before.
            return self._who_spoke() if quotation.holds(self.span) else _SOMEBODY
        reports = [(region.end - region.start, act) for act in acts for region in self._reported(act)
                   if region.holds(name)]  # fmt: skip
        if not reports:
            return OWN
        return min(reports, key=lambda report: report[0])[1].voice

    def _reported(self, act: _Act) -> Iterator[Span]:
        """The stretches of the passage that an act of speech reports without quotation marks."""
        cut = max(self.text.rfind(mark, self.span.start, act.start) for mark in _MARKS)
        head = self.text[self.span.start : cut + 1] if cut > self.span.start else ""
        end = self._report_end(act.end)
        that = _THAT.search(self.text, act.end, min(end, act.end + _THAT_WITHIN))
        if that is not None:
            yield Span(that.end(), end)
        # "A, X said, adding that B" reports both; in "the envoy, X said that B" what comes first is no report.
        follows = that is not None and "," not in self.text[act.end : that.start()]
        if len(head.split()) > 2 and not _LEADS_IN.match(head) and not follows:
            yield Span(self.span.start, cut)
        elif that is None:
            yield Span(act.end, end)

    def _report_end(self, start: int) -> int:
        comment = _COMMENT.search(self.text, start, self.span.end)
        return self.span.end if comment is None else comment.start()
