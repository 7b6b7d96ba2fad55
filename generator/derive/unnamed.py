"""Participants whom an article does not name: how many come, or what words it has for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import VOCABULARY
from generator.derive.proposals import Proposal, Reading
from generator.derive.quoting import first_bearing
from generator.derive.speech import speech_about
from generator.model import Participant
from generator.reading.numbers import NumberMention
from generator.reading.roster import ActorMention
from generator.text import Span

_Mention = TypeVar("_Mention", ActorMention, NumberMention)
_SIZE = re.compile(r"\b(?:delegation|team)\s[^.;:,]{0,20}?\b(?:includ\w+|compris\w+|consist\w*\sof|number\w*|of)\s")
_PEOPLE = re.compile(r"(?:\s(?:other|more|further)\b)?(?:\s(?:people|members|delegates|officials|others)\b)?")
_NEXT = 12
"""Characters between the verb and the number."""


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each number or description of people who take part, or are left out, without their names."""
    yield from _delegation_sizes(reading)
    yield from _delegation_members(reading)
    yield from _described(reading, "represented-unnamed", _CONVENERS, "represented")
    yield from _described(reading, "left-out-unnamed", _LEFT_OUT, "absent")


def _delegation_sizes(reading: Reading) -> Iterator[Proposal]:
    """`The delegation will include 20 other people`: how many come, without their names."""
    for match in _SIZE.finditer(reading.text):
        for number in _within(reading.numbers, Span(match.end(), match.end() + _NEXT)):
            if number.low is not None and number.low == number.high:
                values = {"who": None, "status": "attending", "role": "members of the delegation", "count": number.low}
                sentence = _sentence(reading, number.span.start)
                end = _people_end(reading.text, number.span.end)
                spans = [(Span(match.start(), end),), (Span(sentence.start, end),), (sentence,)]
                if (found := first_bearing(reading, Participant, values, spans)) is not None:
                    yield Proposal(Participant, values, found, "delegation-size", (number.span,))
                break


def _people_end(text: str, place: int) -> int:
    found = _PEOPLE.match(text, place)
    return found.end() if found else place


_MEMBERS = (
    r"figures|representatives|members|officials|officers|experts|advis[eo]rs|delegates|diplomats|leaders|commanders"
    r"|ministers|lawyers|women|activists|politicians|business(?:men|people)|journalists|scholars|elders|generals"
    r"|lawmakers|technocrats|judges|soldiers|civilians|academics|clerics"
)
_TEAM = re.compile(
    r"\b(?P<team>delegation|team)\s(?:[\w'’]+\s){0,3}?(?:includes?|included|including|comprises?|comprised|"
    r"consists?\sof|consisted\sof)\s[\"“‘']?"
    rf"(?P<role>(?:(?!(?:and|or|which|who|that|so|to)\b)[^\W\d][\w'’-]*\s){{0,4}}?(?:{_MEMBERS})\b"
    r"(?:\s(?!(?:that|which|who|so|while|when|as|but)\b)[\w'’-]+){0,12})"
)


def _delegation_members(reading: Reading) -> Iterator[Proposal]:
    """`A's team will also include judges of high rank`: who comes, in the article's words."""
    for match in _TEAM.finditer(reading.text):
        role = Span(*match.span("role"))
        people = (one for one in _within(reading.actors, role) if reading.roster.actors[one.actor].kind == "person")
        if any(people) or _within(reading.numbers, role):
            continue
        clause = _clause(reading, match.start())
        owner = _owner(clause, match.start("team"))
        values = {"who": None, "status": "attending", "role": _words(reading, role)}
        options: list[tuple[Mapping[str, Any], int]] = [(values, match.start())]
        if owner is not None:
            options.insert(0, ({**values, "for_": owner[0]}, owner[1]))
        for told, start in options:
            if found := first_bearing(reading, Participant, told, [(Span(start, role.end),)]):
                yield Proposal(Participant, told, found, "delegation-members", (role,))
                break


def _owner(clause: Clause | None, place: int) -> tuple[str, int] | None:
    """Whose team stands at a place of the text, and where its name starts."""
    for found in clause.lists if clause else ():
        party = found.parties[-1]
        last = clause.tokens[party.end - 1].span if clause else None
        if party.team is not None and last is not None and last.start <= place < last.end and found.parties == (party,):
            return party.actor, party.mention.span.start
    return None


_CONVENERS = re.compile(
    r"\b[Tt]he\s(?P<role>(?:convenors|conveners|organi[sz]ers|sponsors|guarantors|hosts|observers|donors|mediators|"
    r"signatories)(?:\sof\s(?:the\s)?(?:[\w-]+\s){0,3}?(?:meeting|talks|conference|process|negotiations|summit|truce|"
    r"ceasefire|agreement|accord|deal))?)\s(?:(?:will|would|to|also|all|have|has|had|is|are|was|were|be|been)\s){1,4}"
    r"represented\b"
)
_LEFT_OUT = re.compile(
    r"\b(?P<role>(?:some|several|many|certain|a\snumber\sof)\s(?:[\w-]+\s){0,2}?(?:countries|states|nations|governments|"
    r"groups|factions|parties|neighbou?rs|organi[sz]ations|movements|powers))\b(?P<rest>[^.;:]{0,120}?)\s"
    r"(?:felt|feel|feels|were|was|are|been|being)\s(?:[a-z]+ly\s)?(?:left\sout|sidelined|shut\sout|not\sinvited)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(rf"\b{VOCABULARY['TALKS'].strip()}\b", re.IGNORECASE)


def _described(reading: Reading, rule: str, pattern: re.Pattern[str], status: str) -> Iterator[Proposal]:
    """People in the article's words, with whoever is quoted as saying so."""
    for match in pattern.finditer(reading.text):
        whole, role = Span(*match.span()), Span(*match.span("role"))
        sentence = _sentence(reading, whole.start)
        if not sentence.holds(whole) or not _TALKS.search(reading.text, sentence.start, sentence.end):
            continue
        if not all(mention.place for mention in _within(reading.actors, whole)):
            continue
        values = {"who": None, "status": status, "role": _words(reading, role)}
        for told, spans in _as_said(_clause(reading, whole.start), whole, values):
            if found := first_bearing(reading, Participant, told, spans):
                yield Proposal(Participant, told, found, rule, (role,))
                break


def _as_said(
    clause: Clause | None, whole: Span, values: Mapping[str, Any]
) -> Iterator[tuple[Mapping[str, Any], list[tuple[Span, ...]]]]:
    """The values by the word of the sentence's speaker, if it has one, and as the article's own."""
    if clause is not None:
        inside = [at for at, token in enumerate(clause.tokens) if whole.holds(token.span)]
        speech = speech_about(clause, (inside[0], inside[-1] + 1)) if inside else None
        if speech is not None:
            speaker = clause.span(speech.first, speech.end)
            joined = Span(min(whole.start, speaker.start), max(whole.end, speaker.end))
            yield {**values, "said_by": speech.speaker}, [(joined,), tuple(sorted((whole, speaker)))]
    yield values, [(whole,)]


def _sentence(reading: Reading, place: int) -> Span:
    at = bisect_right(reading.sentences, place, key=lambda sentence: sentence.start)
    return reading.sentences[max(0, at - 1)]


def _clause(reading: Reading, place: int) -> Clause | None:
    found = clauses(reading)
    at = bisect_right(found, place, key=lambda clause: clause.sentence.start) - 1
    return found[at] if at >= 0 and place < found[at].sentence.end else None


def _within(found: Sequence[_Mention], words: Span) -> Sequence[_Mention]:
    """Those of a row of mentions that start within these words."""
    first, end = (bisect_left(found, place, key=lambda one: one.span.start) for place in (words.start, words.end))
    return found[first:end]


def _words(reading: Reading, words: Span) -> str:
    written = " ".join(reading.text[words.start : words.end].split())
    return written[0].lower() + written[1:] if _QUANTIFIED.match(written) else written


_QUANTIFIED = re.compile(r"(?:Some|Several|Many|Certain|A) ")
