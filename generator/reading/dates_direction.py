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

_REACH = 320
"""Characters on each side of a date in which cues count: few clauses are longer."""
_FARTHEST = 22
"""The cost beyond which a cue says nothing of the date, in words."""
_AFTER, _COMMA, _CLAUSE, _WEAK = 5, 4, 12, 12
"""What it costs, in words, to stand after the date, beyond a comma, in another clause, or to be a weak cue."""

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
_NOT_PAST = "|".join(
    "need indeed speed breed seed feed exceed proceed succeed bleed greed weed creed hundred sacred naked "
    "united armed unarmed besieged embattled divided allied opposed related based limited detailed alleged "
    "disputed proposed supposed concerned interested unprecedented advanced sophisticated mohammed mohamed "
    "muhammed ahmed khaled waleed saeed hamed majed rashed".split()
)
_SCHEDULED = "(?:re)?scheduled|expected|planned|slated"
_PUT_OFF = r"(?:postponed|delayed|extended|adjourned|prolonged|deferred|moved\s+back|pushed\s+back|put\s+off)(?:\s+from\s+_+)?\s+(?:to|until|till)"
_NO_VERB = r"(?!(?:the|its|their|his|her|our|this|that|these|those|all|any|each)\b|\w*[^\Ws]s\b)"
_BEFORE_TO = "|".join(
    "is are has have be going ready willing agreed invited plan plans planned planning hope hopes hoping intend "
    "intends want wants scheduled rescheduled expected set slated due likely determined prepared preparing vowed "
    "pledged urged".split()
)
_CUE_WORDS = {
    "perfect": (
        rf"\b(?:would|could|should|may|might|must){_ADVERBS}\s+have(?:\s+been)?\s+\w+",
        r"\bto\s+have\s+(?:been\s+)?\w+",
    ),
    "purpose": (r"\b(?:failed|managed|forced|obliged|refused|declined|continued|used|tried|attempted)\s+to\s+\w+",),
    "reported": (
        rf"\bwould\b{_ADVERBS}\s+\w+",
        rf"\b(?:was|were|had){_ADVERBS}\s+(?:originally\s+)?(?:{_SCHEDULED}|due|set|supposed|meant)\b(?:\s+to\b{_ADVERBS}\s+\w+)?",
        rf"\b(?:was|were|had){_ADVERBS}\s+to\b{_ADVERBS}\s+\w+",
    ),
    "planned": (
        rf"\b(?:will|shall|may|might|could|should|must|cannot|can|won't)\b{_ADVERBS}\s+\w+",
        rf"'ll\b{_ADVERBS}\s+\w+",
        rf"\b(?:{_BEFORE_TO})\s+to{_ADVERBS}\s+{_NO_VERB}\w{{2,20}}",
        rf"\b(?:{_SCHEDULED}|set\s+for|deadline|upcoming|coming|forthcoming|ahead\s+of|{_PUT_OFF})\b",
        r"\b(?:starting|beginning|opening|commencing|effective|takes?\s+place)\b",
        r"\bdue\b(?!\s+to\b)|\bnext\b(?!\s+to\b)",
        rf"\bto\s+(?:\w{{2,20}}ly\s+)?be\s+\w+|\bto{_ADVERBS}\s+(?:{_EVENT_VERBS})\b",
        r"\b(?:is|are)\s+\w{2,20}ing\b",
        r"\b(?:begins|starts|opens|resumes|convenes|expires|ends|meets)\b",
    ),
    "present": (
        rf"\b(?:is|are|be|being|gets?)\b{_ADVERBS}\s+(?!(?:{_SCHEDULED}|invited|{_PUT_OFF})\b)\w{{2,20}}ed\b",
        r"\bcall(?:ed|ing|s)?\s+for\b",
        r"\w-\w{1,20}ed\b",
    ),
    "no_verb": (rf"\b(?:{_NOT_PAST})\b",),
    "past": (
        rf"\b(?:has|have)\b{_ADVERBS}\s+\w+|'ve{_ADVERBS}\s+\w+",
        rf"\b(?:{_IRREGULAR})\b|\b\w{{2,20}}ed\b|\bsince\b",
    ),
    "weak_past": (r"\b(?:after|following)\b",),
    "weak_planned": (r"\bby\s*$",),
}
"""What each kind of cue looks like; of two that start at one place the earlier kind holds."""
_CUES = re.compile("|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _CUE_WORDS.items()))
_MEANINGS = {
    "perfect": Direction.PAST,
    "purpose": Direction.PAST,
    "reported": Direction.PLANNED_THEN,
    "planned": Direction.FUTURE,
    "past": Direction.PAST,
    "weak_past": Direction.PAST,
    "weak_planned": Direction.FUTURE,
}
_CLAUSE_BREAK = re.compile(
    r"[;:()\"]|\s-\s|--|,\s+(?:and|as)\b"
    r"|\b(?:that|which|who|whom|whose|where|when|while|but|because|although|though|if|unless|whether|after|before|once)\b"
)
_WORD = re.compile(r"[\w'-]+")
_REPORTING = re.compile(r"\b(?:said|says|told|announced|added|warned|confirmed|believed|hoped|insisted)\s*$")
_OPENING = re.compile(
    r"(?:^|[,;:(\"]|\b(?:and|but|that|which|who|when|while)|\s-)\s*(?:(?:late|early|earlier|later)\s+)?"
    r"(?:on|in|by|at)?\s*$"
)
_LOWER_WORD = re.compile(r"\b[a-z]{3,}")


def direction_of(sentence: str, place: Span, dates: Sequence[Span]) -> Direction:
    """Which way the date at `place` of a folded sentence lies; `dates` are all the dates in it, in order.

    The words of dates are no cues (`since`, `May`), so they are read as blanks.
    """
    start, end = max(0, place.start - _REACH), min(len(sentence), place.end + _REACH)
    plain = _without_dates(sentence, Span(start, end), dates)
    if not _LOWER_WORD.search(plain):
        plain = plain.lower()
    elif start == 0:
        plain = plain[:1].lower() + plain[1:]
    before, after = plain[: place.start - start], plain[place.end - start :]
    cost, direction = min(_costs(before, after), key=lambda pair: pair[0], default=(_FARTHEST, Direction.UNKNOWN))
    return direction if cost < _FARTHEST else Direction.UNKNOWN


def _without_dates(sentence: str, window: Span, dates: Sequence[Span]) -> str:
    pieces, position = [], window.start
    first = bisect_left(dates, window.start, key=lambda span: span.end)
    for span in dates[first:]:
        if span.start >= window.end:
            break
        pieces.append(sentence[position : max(position, span.start)])
        end = min(span.end, window.end)
        pieces.append("_" * (end - max(position, span.start)))
        position = max(position, end)
    return "".join((*pieces, sentence[position : window.end]))


def _costs(before: str, after: str) -> Iterator[tuple[int, Direction]]:
    """What each cue costs, and what it says; of two that cost the same the earlier yielded wins."""
    possessive = _REPORTING.search(before) if after.startswith("'s") else None
    opening = bool(_OPENING.search(before))
    for cue in reversed(list(_CUES.finditer(before))):
        meaning = _MEANINGS.get(cue.lastgroup or "")
        if meaning:
            # In "said Monday's talks would fail" the day belongs to the talks, not to what was said.
            elsewhere = _CLAUSE if possessive and cue.start() >= possessive.start() else 0
            yield _distance(before[cue.end() :]) + _weight(cue) + elsewhere, meaning
    for cue in _CUES.finditer(after):
        meaning = _MEANINGS.get(cue.lastgroup or "")
        if meaning:
            between = after[: cue.start()]
            yield _distance(between.lstrip(" ,") if opening else between) + _weight(cue) + _AFTER, meaning


def _weight(cue: re.Match[str]) -> int:
    return _WEAK if (cue.lastgroup or "").startswith("weak") else 0


def _distance(text: str) -> int:
    breaks = sum(1 for _ in _CLAUSE_BREAK.finditer(text))
    return sum(1 for _ in _WORD.finditer(text)) + _COMMA * text.count(",") + _CLAUSE * breaks
