"""When things happened or will: a fact for each date of an article that says so of something that happens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dates import Edtf
from generator.derive.dates_clauses import Sentence, sentence_at, shortest
from generator.derive.dates_happenings import Happening, around, happening
from generator.derive.dates_speakers import with_speaker
from generator.derive.proposals import Proposal, Reading
from generator.derive.published import printed
from generator.model import DateFact, DateKind, Standing
from generator.reading.dates import DateMention
from generator.text import Span

_BORN = re.compile(r"\b(?:born|birth|birthday|b\.)\W+(?:\w+\W+){0,4}$|\(\s*(?:b\.\s*)?$", re.IGNORECASE)
_LIFE = re.compile(r"[12][0-9]{3}\s?[-\u2013]\s?[12][0-9]{3}")
_OF_A_NAME = re.compile(
    r"\s+(?:\w+\s+)?(?:movement|brigades?|squares?|streets?|avenue|bridge|hospital|university|airport|stadium|park|district"
    r"|party|battalions?|organi[sz]ation|alliance|coalition|front|barracks|prison|camp|school|mosque|group|regiment)\b",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(
    r"\s+(?:[\w'-]+\s+){0,2}?(?:conventions?|constitution|laws?|act|charter|statutes?|covenant|decree|code|bill|resolution"
    r"|borders?|lines?|census|edition|budget|report)\b",
    re.IGNORECASE,
)
_LAW_BEFORE = re.compile(
    r"\b(?:convention|constitution|law|act|charter|statute|covenant|decree|resolution|code|copyright|\u00a9|\(c\)|census)s?"
    r"\W+(?:[\w/]+\W+){0,3}?(?:of|from|in|dated)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(
    r"\b(?:file (?:photo|picture|image|pic)|archive (?:photo|picture|image)|photo taken|\(file\))", re.IGNORECASE
)
_YEAR = re.compile(r"(?:the\s+)?[12][0-9]{3}", re.IGNORECASE)
_NOWADAYS = re.compile(r"(?:today|this (?:year|month|week|decade|century))", re.IGNORECASE)
_LATELY = re.compile(r"(?:past|last)\s+.*(?:s|decade|century|year|month|week)", re.IGNORECASE | re.DOTALL)
_GOES_ON = re.compile(
    r"\b(?:has|have|had|'s|'ve)\s+(?:\w+ly\s+|also\s+)?been\s+(?:\w+ly\s+)?(?:\w+ing|mired|locked|embroiled|at war)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|'ll|is to|are to|was to|were to|be|due|scheduled|expected|planned|plans?|slated|set (?:to|for)"
    r"|upcoming|next|forthcoming|ahead of|would|could|may|might|hopes?|intends?|going to|until|deadline)\b",
    re.IGNORECASE,
)
_LASTS: frozenset[DateKind] = frozenset({"start", "end", "in-effect", "suspended"})
_SPEAKS: frozenset[DateKind] = frozenset({"said", "announced"})
_OF_A_PAPER = re.compile(
    r"\b(?P<whole>(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:cease-?\s?fires?|truce|deal|agreement|accord|pact|treaty|plan|talks"
    r"|cessation of hostilities|resolution|statement|settlement|process)\b(?:\s+[\w-]+){0,3}?,?\s+(?:which\s+)?"
    r"(?:(?:was|were|had been|has been)\s+)?)$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w+ed|reached|struck|signed", re.IGNORECASE)
_TO_BE_SAID = re.compile(r"\b(?:will|to|shall|would)\s+(?:be\s+)?$", re.IGNORECASE)


def propose(reading: Reading) -> Iterator[Proposal]:
    """A fact for each date on which something happens, and for each distinct thing on it the first that says so."""
    own = [stamp.span for stamp in printed(reading.text)]
    seen: set[tuple[str, str, str, str | None]] = set()
    for mention in reading.dates:
        if not mention.values or any(span.overlaps(mention.span) for span in own):
            continue
        proposal = _proposal(reading, mention)
        if proposal is None:
            continue
        values = proposal.values
        answer = (str(values["when"]), values["what"], values["standing"], values.get("said_by"))
        if answer not in seen:
            seen.add(answer)
            yield proposal


def _proposal(reading: Reading, mention: DateMention) -> Proposal | None:
    sentence = sentence_at(reading, mention.span.start)
    if not sentence.span.holds(mention.span) or _is_background(sentence, mention):
        return None
    in_brackets = sentence.before(mention.span.start).rstrip().endswith("(") and mention.values[0].is_interval
    near = None if in_brackets else happening(sentence, mention.span)
    framed: Framed | None = ("held", "in brackets") if in_brackets else _framed(sentence, mention, near)
    if framed is None:
        return None
    what, rule = framed
    needed, exactly = _needed(sentence, mention.span, near)
    quote = shortest(reading, sentence, needed, exactly=exactly)
    if quote is None or not sentence.span.holds(quote):
        return None
    value = mention.values[0]
    spans, speaker = with_speaker(reading, sentence, quote, said=what == "said")
    values = {
        "what": what,
        "when": value,
        "standing": _standing(sentence, mention.span, value, reading.published, near),
        "said_by": speaker,
    }
    return Proposal(DateFact, values, spans, rule, (mention.span, *([near.span] if near else [])))


def _is_background(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the date is that of a birth, a law or a name, or of a photograph from the archive."""
    before, after = sentence.before(mention.span.start), sentence.after(mention.span.end)
    if _BORN.search(before) and (not before.rstrip().endswith("(") or _is_life(before, mention.written, after)):
        return True
    if _FILE_PHOTO.search(before) or _FILE_PHOTO.search(after):
        return True
    if _OF_A_NAME.match(after) and not before.rstrip().lower().endswith(("on", "since", "in", "by", "until")):
        return True
    return bool(_YEAR.fullmatch(mention.written)) and bool(_OF_A_LAW.match(after) or _LAW_BEFORE.search(before))


def _is_life(before: str, written: str, after: str) -> bool:
    """`X (1954-2016)`: the years of a person, whose name stands before the bracket; not those of an office."""
    name = re.search(r"(?P<word>[\w'-]+)\s*\($", before)
    named = bool(name and name["word"][:1].isupper() and not name["word"].isupper())
    return named and bool(_LIFE.fullmatch(" ".join(written.split()))) and after.startswith(")")


Framed = tuple[DateKind, str]


def _framed(sentence: Sentence, mention: DateMention, near: Happening | None) -> Framed | None:
    """What happened, and the rule that says so; None where nothing that happens is dated."""
    written = mention.written.lower()
    opening = written.split(None, 1)[0]
    if "since" in (opening, *written.split()[:3]):
        return (near.what if near and near.what in _LASTS else "start"), "since a date"
    if len(mention.values) > 1 and mention.values[1].start is None:
        return "end", "until a date"
    if len(mention.values) > 1 and _LATELY.search(written):
        return ("start", "over the past years") if _GOES_ON.search(sentence.before(mention.span.start)) else None
    if near is None:
        return None
    if (
        _NOWADAYS.fullmatch(written)
        and near.sort in ("verb", "noun")
        and not sentence.same_clause(mention.span, near.span)
    ):
        return None
    if near.what == "held" and _is_week(mention) and not _AHEAD.search(sentence.before(mention.span.start)):
        return None  # "aid came in last week": too little to record
    return near.what, f"{near.sort} beside a date"


def _is_week(mention: DateMention) -> bool:
    return bool(re.search(r"\bweek\b", mention.written, re.IGNORECASE)) and mention.values[0].is_interval


def _needed(sentence: Sentence, date: Span, near: Happening | None) -> tuple[Span, bool]:
    """The date with the words that say what happened, and the rest of their phrase; whether they begin with one."""
    if near is None:
        closing = sentence.after(date.end, 1) == ")"
        return Span(date.start, date.end + 1 if closing else sentence.phrase_end(date.end)), False
    start, end = min(date.start, near.span.start), max(date.end, near.span.end)
    if near.span.start >= date.end:
        return Span(start, sentence.clause_end(near.span.end)), False
    before = sentence.before(start)
    of_a_paper = _OF_A_PAPER.search(before) if near.what in ("agreed", "endorsed", "announced") else None
    if of_a_paper and _PARTICIPLE.fullmatch(sentence.between(near.span.start, near.span.end)):
        return Span(start - len(before) + of_a_paper.start(), sentence.phrase_end(end)), True
    return Span(start, sentence.phrase_end(end)), False


def _standing(sentence: Sentence, date: Span, value: Edtf, published: Edtf | None, near: Happening | None) -> Standing:
    """Whether the date is still to come: by the calendar where that settles it, else by the words before it."""
    if published is not None and value.first and published.last and value.first > published.last:
        return "planned"
    if published is not None and value.last and published.first and value.last < published.first:
        return "reported"
    if near is not None and near.what in _SPEAKS:
        return "planned" if _TO_BE_SAID.search(sentence.before(near.span.start)) else "reported"
    places = [place for place, _ in around(sentence, date) if sentence.same_clause(place, date)]
    first = min((place.start for place in places), default=date.start)
    words = sentence.between(max(sentence.span.start, min(first, date.start) - 40), date.end)
    return "planned" if _AHEAD.search(words) else "reported"
