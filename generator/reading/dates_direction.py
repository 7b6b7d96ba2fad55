"""Whether the words round a date speak of the past or of what is to come.

The nearest cue decides: a verb before the date rather than one after it, and one in its own clause
rather than one beyond a comma, a relative pronoun or a quotation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.reading.dates_expressions import Direction
from generator.text import Span

_FARTHEST = 22
"""The cost beyond which a cue says nothing of the date, in words."""
_AFTER, _COMMA, _CLAUSE, _WEAK = 8, 4, 12, 12
"""What it costs, in words, to stand after the date, beyond a comma, in another clause, or to be a weak cue."""
_OPENED = 3
"""What it costs to stand on either side of a date that opens a clause: there what follows is as near."""

_ADVERBS = r"(?:\s+(?:not|also|now|then|still|be|been|being|have|first|again|soon|both|\w{2,20}ly)){0,5}"
_EVENT_VERBS = "|".join(
    "meet begin start resume hold take attend convene open sign vote travel visit arrive return end expire reconvene "
    "gather host restart launch continue leave withdraw send announce deliver present brief go come depart fly join "
    "participate elect decide report conclude enter receive chair release".split()
)
_IRREGULAR = "|".join(
    "said told began held met came took made went left fell shot broke fought saw gave got found won lost "
    "sent struck hit became signed spoke wrote rose drove brought bought caught led cut fled flew blew ran "
    "arose withdrew knew thought heard built paid sought stood swore threw kept felt grew overthrew was "
    "were had did laid lay lit hid shook sank beat bore chose dealt drew froze hung quit rode sang shut "
    "sold spent split spread stole swept taught tore underwent undertook overran overtook wasn't weren't "
    "didn't".split()
)
_PARTICIPLES = "|".join(
    "been begun become beaten blown broken brought come chosen cut dealt done drawn driven fallen fled flown "
    "fought found frozen given gone got grown held hidden hit hung kept known led left lost made met overrun "
    "overthrown paid put quit reached risen run said seen sent shaken shot shown signed sold sought spent "
    "spoken spread stolen stood struck sunk sworn taken thrown told torn undergone undertaken withdrawn won "
    "worn written".split()
)
_NOT_PAST = "|".join(
    "need indeed speed breed seed feed exceed proceed succeed bleed greed weed creed hundred sacred naked "
    "united armed unarmed besieged embattled divided allied opposed related based limited detailed alleged "
    "disputed proposed supposed concerned interested unprecedented advanced sophisticated".split()
)
_SCHEDULED = "(?:re)?scheduled|expected|planned|slated"
_PUT_OFF = r"(?:postponed|delayed|extended|adjourned|prolonged|deferred|moved\s+back|pushed\s+back|put\s+off)"
_PUT_OFF_TO = rf"{_PUT_OFF}(?:\s+from\s+_+)?\s+to|(?:moved|brought\s+forward)\s+from\s+_+\s+to"
_NO_VERB = r"(?!(?:the|its|their|his|her|our|this|that|these|those|all|any|each)\b|\w*[^\Ws]s\b)"
_BEFORE_TO = "|".join(
    "is are has have be going ready willing plan plans planned planning hope hopes hoping intend intends want wants "
    "scheduled rescheduled expected set slated due likely determined prepared preparing".split()
)
_ANNOUNCED = "|".join(
    "announced agreed confirmed accepted received proposed offered backed welcomed named appointed discussed demanded "
    "approved declared suggested hoped promised decided requested sought wanted supported rejected criticised "
    "criticized invited urged asked summoned pledged vowed".split()
)
_CUE_WORDS = {
    "perfect": (
        rf"\b(?:would|could|should|may|might|must){_ADVERBS}\s+have(?:\s+been)?\s+\w+",
        r"\bto\s+have\s+(?:been\s+)?\w+",
    ),
    "purpose": (r"\b(?:failed|managed|forced|obliged|refused|declined|continued|used|tried|attempted)\s+to\s+\w+",),
    "reported": (
        rf"\b(?:was|were|had){_ADVERBS}\s+(?:originally\s+)?(?:{_SCHEDULED}|due|set|supposed|meant)\b(?:\s+to\b{_ADVERBS}\s+\w+)?",
        rf"\b(?:was|were|had){_ADVERBS}\s+to\b{_ADVERBS}\s+\w+",
    ),
    "undertaken": (
        rf"\b(?:agreed|vowed|pledged|promised|offered|decided|invited|urged)\s+to{_ADVERBS}\s+{_NO_VERB}\w{{2,20}}",
    ),
    "planned": (
        rf"\b(?:will|would|shall|may|might|could|should|must|cannot|can|won't)\b{_ADVERBS}\s+\w+",
        rf"'ll\b{_ADVERBS}\s+\w+",
        rf"\b(?:{_BEFORE_TO})\s+to{_ADVERBS}\s+{_NO_VERB}\w{{2,20}}",
        rf"\b(?:{_SCHEDULED}|set\s+for|deadline|upcoming|coming|forthcoming|ahead\s+of|{_PUT_OFF_TO})\b",
        r"\b(?:starting|beginning|opening|commencing|effective|takes?\s+place)\b",
        r"\bdue\b(?!\s+to\b)|\bnext\b(?!\s+to\b)",
        rf"\bto\s+(?:\w{{2,20}}ly\s+)?be\s+\w+|\bto{_ADVERBS}\s+(?:{_EVENT_VERBS})\b",
        r"\bthere\s+(?:is|are)\b",
        r"\b(?:is|are)\s+(?:\w{2,20}ing\b|(?:on\s+)?(?=_))",
        r"\b(?:has|have|had)\s+been\s+(?:set|fixed)\b",
        r"\b(?:begins|starts|opens|resumes|convenes|expires|ends|meets|votes|arrives|leaves|departs|travels|hosts)\b",
        r"\b(?<!the )(?:begin|start|open|resume|convene|reconvene|expire|end)\s+(?:on\s+)?(?=_)",
    ),
    "present": (
        rf"\b(?:is|are|be|being|gets?)\b{_ADVERBS}\s+(?!(?:{_SCHEDULED}|invited|{_PUT_OFF})\b)\w{{2,20}}ed\b",
        r"\bcall(?:ed|ing|s)?\s+for\b",
        r"\w-\w{1,20}ed\b",
    ),
    "no_verb": (rf"\b(?:{_NOT_PAST})\b",),
    "spoken": (rf"(?:\b(?:has|have|had|was|were)\b{_ADVERBS}\s+)?\b(?:{_ANNOUNCED})\b",),
    "past": (
        rf"(?:\b(?:has|have)|'ve)\b{_ADVERBS}\s+(?:\w{{2,20}}ed|{_PARTICIPLES})\b",
        rf"\b(?:{_IRREGULAR})\b|\b\w{{2,20}}ed\b|\bsince\b",
    ),
    "weak_past": (r"\b(?:after|following)\b",),
    "weak_planned": (r"\bby\s+(?=_)",),
}
"""What each kind of cue looks like; of two that start at one place the earlier kind holds."""
_CUES = re.compile("|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _CUE_WORDS.items()))
_MEANINGS = {
    "perfect": Direction.PAST,
    "purpose": Direction.PAST,
    "reported": Direction.PLANNED_THEN,
    "undertaken": Direction.FUTURE,
    "planned": Direction.FUTURE,
    "spoken": Direction.SPOKEN_OF,
    "past": Direction.PAST,
    "weak_past": Direction.PAST,
    "weak_planned": Direction.FUTURE,
}
_CLAUSE_BREAK = re.compile(
    r"[;:()\"]|\s-\s|--|,\s+(?:and|as)\b"
    r"|\b(?:that|which|who|whom|whose|where|when|while|but|because|although|though|if|unless|whether|after|before|once)\b"
)
_WORD = re.compile(r"[\w'-]+")
_REPORTING = re.compile(r"\b(?:said|says|told|announced|added|warned|confirmed|believed|hoped|insisted)\s+$")
_PUT_OFF_UNTIL = re.compile(rf"\b(?:has|have|given)\s+$|\b{_PUT_OFF}(?:\s+[\w'-]+){{0,6}}\s+$")
_OPENING = re.compile(
    r"(?:^|[,;:(\"]|\b(?:and|but|that|which|who|when|while)|\s-)\s*(?:(?:late|early|earlier|later)\s+)?"
    r"(?:on|in|by|at)?\s*$"
)
_LOWER_WORD = re.compile(r"\b[a-z]{3,}")
_LOOK_BACK = 120
"""Characters before a date in which the words right before it are sought."""


class Cues:
    """The cues of one folded sentence, read once for all the dates in it.

    The words of dates are no cues (`since`, `May`), so they are read as blanks.
    """

    def __init__(self, sentence: str, dates: Sequence[Span]) -> None:
        plain = _without_dates(sentence, dates)
        # Capitals mark names ("Ahmed", "Will"), save in headlines and all-capitals text and at the start.
        self._text = plain[:1].lower() + plain[1:] if _LOWER_WORD.search(plain) else plain.lower()
        self._cues = [cue for cue in _CUES.finditer(self._text) if cue.lastgroup in _MEANINGS]
        self._starts = [cue.start() for cue in self._cues]
        self._words = [word.start() for word in _WORD.finditer(self._text)]
        self._commas = [comma.start() for comma in re.finditer(",", self._text)]
        self._breaks = [found.start() for found in _CLAUSE_BREAK.finditer(self._text)]

    def direction_of(self, place: Span, *, until: bool = False) -> Direction:
        """Which way the date at `place` lies; `until` says that the date is an end."""
        if until and _PUT_OFF_UNTIL.search(self._text, max(0, place.start - _LOOK_BACK), place.start):
            return Direction.FUTURE
        opening = bool(_OPENING.search(self._text, max(0, place.start - _LOOK_BACK), place.start))
        cues = (*self._before(place, opening=opening), *self._after(place, opening=opening))
        best = min(cues, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] < _FARTHEST else Direction.UNKNOWN

    def _before(self, place: Span, *, opening: bool) -> Iterator[tuple[int, Direction]]:
        """What each cue before the date costs, the nearest first, and what it says."""
        look_back = max(0, place.start - _LOOK_BACK)
        possessive = self._text.startswith("'s", place.end)
        reporting = _REPORTING.search(self._text, look_back, place.start) if possessive else None
        for at in range(bisect_left(self._starts, place.start) - 1, -1, -1):
            cue = self._cues[at]
            if cue.end() > place.end:
                continue  # "postponed from Monday to": a cue for what follows
            cost = self._distance(min(cue.end(), place.start), place.start) + _OPENED * opening
            if cost >= _FARTHEST:
                return
            meaning = _MEANINGS[cue.lastgroup or ""]
            if meaning is Direction.SPOKEN_OF and cost <= 1:
                meaning = Direction.PAST  # "announced on 5 May" dates the announcement itself
            # In "said Monday's talks would fail" the day belongs to the talks, not to what was said.
            elsewhere = _CLAUSE if reporting and cue.start() >= reporting.start() else 0
            yield cost + _weight(cue) + elsewhere, meaning

    def _after(self, place: Span, *, opening: bool) -> Iterator[tuple[int, Direction]]:
        start = place.end
        if opening:
            start += len(self._text[start : start + 3]) - len(self._text[start : start + 3].lstrip(" ,"))
        for at in range(bisect_left(self._starts, place.end), len(self._cues)):
            cue = self._cues[at]
            cost = self._distance(start, cue.start()) + (_OPENED if opening else _AFTER)
            if cost >= _FARTHEST:
                return
            # "On Friday they agreed to meet" dates the agreement, "they agreed to meet on Friday" the meeting.
            undertaken = cue.lastgroup == "undertaken"
            yield cost + _weight(cue), Direction.PAST if undertaken else _MEANINGS[cue.lastgroup or ""]

    def _distance(self, start: int, end: int) -> int:
        words, commas, breaks = (
            bisect_left(places, end) - bisect_left(places, start)
            for places in (self._words, self._commas, self._breaks)
        )
        return words + _COMMA * commas + _CLAUSE * breaks


def _weight(cue: re.Match[str]) -> int:
    return _WEAK if (cue.lastgroup or "").startswith("weak") else 0


def _without_dates(sentence: str, dates: Sequence[Span]) -> str:
    pieces, position = [], 0
    for span in dates:
        pieces += [sentence[position : span.start], "_" * (span.end - span.start)]
        position = span.end
    return "".join((*pieces, sentence[position:]))
