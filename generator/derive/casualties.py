"""How many were killed, wounded, displaced, missing or detained: a fact for each number that counts such people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.dates import Edtf
from generator.derive.casualties_patterns import Counted, counted, counts_things, people_end
from generator.derive.dates_clauses import Sentence, sentence_at, shortest
from generator.derive.dates_speakers import with_speaker
from generator.derive.proposals import Proposal, Reading
from generator.model import CasualtyEstimate
from generator.reading.dates import DateMention
from generator.reading.numbers import NumberMention
from generator.text import Span

_CLAUSE = re.compile(r"[;:()\"]|\s--?\s|\b(?:but|although|though|because|whereas)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:includ(?:ing|es|ed)|among\s+(?:them|whom|which|the\s+\w+)|of\s+(?:whom|which|these|those|them)|as\s+well\s+as\s+among)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:of\s+(?:them|whom|these|those|which|the\s+(?:dead|victims|wounded|\d))|among\s+them)\b",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(r"\b(?:average\s+of|rate\s+of|every|each|per)\s+(?:\w+\s+)?$", re.IGNORECASE)
_RATE_AFTER = re.compile(
    r"[^.;,]{0,60}\b(?:daily|(?:a|per|each|every)\s+(?:day|week|month|year|hour))\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should|will|shall|can|if|threat\w*|plot\w*|fear\w*|risk\w*|unless|prevent\w*|avoid\w*|without"
    r"|not|never|no|deny|denied|denies|to)\s+(?:\w+ly\s+|have\s+|been\s+|be\s+|of\s+)*$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:would|could|might|may|should|will|shall|can|be)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|if|fear(?:s|ed)?\s+(?:that\s+)?)\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,|\band|\bincluding|\bamong\s+them)\s+(?:\w+\s+)?$", re.IGNORECASE)
_RESETTLED = re.compile(
    r"\b(?:accept|admit|resettl|tak(?:e|en|ing)\s+in|took\s+in|welcom|repatriat|return)\w*\s+$", re.IGNORECASE
)
_AGENT = re.compile(r"\bby\s+$", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:\s+[A-Za-z][\w'/.-]*){0,6}\s*(?:,|,?\s+(?:and|as\s+well\s+as))\s+(?:another\s+|a\s+further\s+)?$"
)
_BESIDE = re.compile(r",?\s+(?:on\s+|in\s+|early\s+on\s+|late\s+on\s+)?", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?:estimat\w+|put|counted|documented|recorded|as\s+of|by|until|up\s+to|data|figures)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*$")


_REACH = 200
"""Characters on each side of a number in which its dates stand."""


@dataclass(frozen=True)
class _Count:
    """A number with what it counts, and the stretch of its sentence that shows it."""

    mention: NumberMention
    sentence: Sentence
    counted: Counted
    needed: Span


def propose(reading: Reading) -> Iterator[Proposal]:
    """A fact for each distinct number of each measure; a headline's number only where the text gives none like it."""
    counts = list(_counts(reading))
    title = _title(reading)
    told = [count for count in counts if title is None or not _is_of(title, count)]
    titled = [count for count in counts if title is not None and _is_of(title, count)]
    headlines = [count for count in titled if not any(_like(count, one) for one in told)]
    seen: set[tuple[object, ...]] = set()
    for count in sorted([*told, *headlines], key=lambda count: count.mention.span):
        key = (count.mention.low, count.mention.high, count.counted.measure)
        if key in seen:
            continue
        proposal = _proposal(reading, count)
        if proposal is not None:
            seen.add(key)
            yield proposal


def _counts(reading: Reading) -> Iterator[_Count]:
    last: _Count | None = None
    for mention, later in zip_longest(reading.numbers, reading.numbers[1:]):
        sentence = sentence_at(reading, mention.span.start)
        if mention.low == 0 or mention.high == 0 or not sentence.span.holds(mention.span):
            continue
        following = later.span.start - mention.span.end if later else None
        found = _count(sentence, mention, following) or _shared(sentence, mention, last)
        if found is not None:
            last = found
            yield found


def _count(sentence: Sentence, mention: NumberMention, following: int | None) -> _Count | None:
    before, after = _clause(sentence, mention.span)
    if _is_part(before, after) or _is_rate(before, after) or _AGENT.search(before) or counts_things(after):
        return None
    found = counted(before, _up_to(after, following))
    if found is None or _is_unreal(sentence, mention, found) or _RESETTLED.search(before):
        return None
    start = mention.span.start - found.before
    end = mention.span.end + max(found.after, people_end(after))
    return _Count(mention, sentence, found, Span(start, end))


def _is_unreal(sentence: Sentence, mention: NumberMention, found: Counted) -> bool:
    """Whether the harm is threatened, feared, to come or denied: `could kill 12`, `12 would be displaced`."""
    if found.before:
        return bool(_UNREAL.search(sentence.before(mention.span.start - found.before)))
    told = sentence.between(mention.span.end, mention.span.end + found.after)
    return bool(_TO_COME.search(told) or _DENIED.search(sentence.before(mention.span.start)))


def _up_to(after: str, following: int | None) -> str:
    """The words after a number up to the next one that is neither joined to it nor a part of it."""
    if following is None or following >= len(after):
        return after
    return after if _GOES_ON.search(after[:following]) else after[:following]


def _clause(sentence: Sentence, place: Span) -> tuple[str, str]:
    """The words before and after a number, up to where its clause begins and ends."""
    before, after = sentence.before(place.start, 160), sentence.after(place.end, 200)
    opening = [match.end() for match in _CLAUSE.finditer(before)]
    closing = _CLAUSE.search(after)
    return before[opening[-1] if opening else 0 :], after[: closing.start()] if closing and closing[0] != "(" else after


def _is_part(before: str, after: str) -> bool:
    """Whether the number is of a part of those already counted: `including nine children`, `387 of them`."""
    part = _PART_BEFORE.search(before)
    return bool(part and not re.search(r",\s+(?:and\s+)?\w+(?:ing|ed)\b", part[0])) or bool(_PART_AFTER.match(after))


def _is_rate(before: str, after: str) -> bool:
    return bool(_RATE_BEFORE.search(before) or _RATE_AFTER.match(after))


def _shared(sentence: Sentence, mention: NumberMention, last: _Count | None) -> _Count | None:
    """`killed 12 soldiers and three civilians`: the second number has the measure of the first."""
    if last is None or last.sentence.span != sentence.span or not last.counted.before:
        return None
    between = sentence.between(last.mention.span.end, mention.span.start)
    before, after = _clause(sentence, mention.span)
    people = people_end(after)
    if not _JOINED.fullmatch(between) or _is_part(before, after) or counts_things(after) or not people:
        return None
    reach = mention.span.end - last.needed.start
    found = Counted(last.counted.measure, "joined numbers", reach)
    return _Count(mention, sentence, found, Span(last.needed.start, mention.span.end + people))


def _title(reading: Reading) -> Sentence | None:
    """The first line, where it ends without a full stop as titles do."""
    if not reading.sentences:
        return None
    first = sentence_at(reading, reading.sentences[0].start)
    return None if _SENTENCE_END.search(first.text[-5:]) else first


def _is_of(title: Sentence, count: _Count) -> bool:
    """Whether the number stands in the title, or where the text prints the title's words again."""
    return count.sentence is title or title.text.rstrip() in count.sentence.text


def _like(one: _Count, other: _Count) -> bool:
    """Whether two numbers of one measure may be the same, rounded or with another bound."""
    if one.counted.measure != other.counted.measure:
        return False
    first, second = (float(count.mention.low or count.mention.high or 0) for count in (one, other))
    return abs(first - second) <= 0.1 * max(first, second)


def _proposal(reading: Reading, count: _Count) -> Proposal | None:
    quote = shortest(reading, count.sentence, _with_day(reading, count), exactly=True)
    if quote is None:
        return None
    counting = _date_of_count(reading, count)
    if counting is not None:
        joint = Span(min(quote.start, counting.span.start), max(quote.end, counting.span.end))
        quote = shortest(reading, count.sentence, joint) or quote
    spans, speaker = with_speaker(reading, count.sentence, quote, count=True)
    mention = count.mention
    values = {
        "measure": count.counted.measure,
        "low": mention.low,
        "high": mention.high,
        "about": mention.about,
        "as_of": counting.values[0] if counting and any(span.holds(counting.span) for span in spans) else None,
        "period": _period(reading, count, spans),
        "said_by": speaker,
    }
    return Proposal(CasualtyEstimate, values, spans, count.counted.rule, (mention.span,))


def _dates(reading: Reading, count: _Count) -> Sequence[DateMention]:
    """The dates round a number."""
    first = bisect_left(reading.dates, count.needed.start - _REACH, key=lambda date: date.span.start)
    return reading.dates[
        first : bisect_left(reading.dates, count.needed.end + _REACH, key=lambda date: date.span.start)
    ]


def _with_day(reading: Reading, count: _Count) -> Span:
    """The words with the date right beside them: `killed 13 civilians on Monday`."""
    for date in _dates(reading, count):
        if count.sentence.span.holds(date.span) and not date.span.overlaps(count.needed):
            start, end = min(date.span.start, count.needed.start), max(date.span.end, count.needed.end)
            if _BESIDE.fullmatch(
                count.sentence.between(min(date.span.end, count.needed.end), max(date.span.start, count.needed.start))
            ):
                return Span(start, end)
    return count.needed


def _date_of_count(reading: Reading, count: _Count) -> DateMention | None:
    """The date that the words give the count itself: `estimated in May that`, `as of 3 June`."""
    for date in _dates(reading, count):
        if count.sentence.span.holds(date.span) and date.values and not date.values[0].is_interval:
            before = count.sentence.before(date.span.start)
            if _COUNTING.search(before) and len(count.sentence.between(date.span.end, count.needed.start)) < 30:
                return date
    return None


def _period(reading: Reading, count: _Count, spans: tuple[Span, ...]) -> Edtf | None:
    """The date right behind or before the words, where the quote holds it: `killed 13 civilians on Monday`."""
    for date in _dates(reading, count):
        held = count.sentence.span.holds(date.span) and any(span.holds(date.span) for span in spans)
        if not held or not date.values:
            continue
        if count.sentence.distance(date.span, count.needed) <= 2 and count.sentence.same_clause(
            date.span, count.needed
        ):
            return date.values[-1]
    return None
