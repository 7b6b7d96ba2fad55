"""What parties want, offer, refuse or expect of talks and truces, as a short sentence from the article's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.derive.clauses import Clause
from generator.derive.matching import Rule, is_about_peace
from generator.derive.positions_acts import Voice
from generator.derive.positions_claims import Claim, claims
from generator.derive.positions_rules import PRESENCE, RULES, STANCES, VERBS
from generator.derive.positions_said import Heard, Region, heard
from generator.derive.positions_words import cut, is_about_talks, words
from generator.derive.proposals import Proposal, Reading
from generator.derive.quoting import first_bearing
from generator.derive.statements import Statement, proposals, statements
from generator.model import Position
from generator.text import Span, printable

_BY_NAME = {verb.name: verb for verb in VERBS}
_LONG = 260
"""Characters; a quote beyond it is better cut in two."""
_NEAR = 60
"""Characters between a speaker and what they say, across which one quote may hold both."""
_IF = frozenset("if unless once until provided providing".split())
_INVITATION = re.compile(r"\b(?:this|the|an|his|her|its|their) invitation ")
_PRESENCE = re.compile(PRESENCE)


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each wish, offer, refusal, expectation or claim about talks or truces that somebody has."""
    if not is_about_peace(reading.text):
        return
    seen: set[tuple[str, str]] = set()
    for sentence in heard(reading):
        for found in (*_stated(reading, sentence), *_claimed(reading, sentence)):
            holders = {(actor, found.values["says"]) for actor in found.values["who"]}
            if holders - seen:
                seen |= holders
                yield found


def _stated(reading: Reading, sentence: Heard) -> Iterator[Proposal]:
    """What the verbs of wanting in a sentence give to their subjects."""
    for statement, match, _ in statements(sentence.clause, RULES):
        if not _speaks_of_itself(reading, sentence, statement, match):
            continue
        said = None if _hangs_on_a_condition(sentence, statement) else _said(reading, sentence, statement, match)
        if said is None:
            continue
        start = sentence.clause.tokens[said.first].span.start
        region, voice = sentence.region(start), _voice_of(sentence, said)
        if voice is None and (region is None or (not region.quoted and region.voice.named)):
            yield from proposals(reading, Position, said)
        elif proposal := _voiced(reading, said, voice or region.voice if region else voice):
            yield proposal


def _voice_of(sentence: Heard, statement: Statement) -> Voice | None:
    """Whom the pronoun means that is the subject of a statement, if it has one."""
    for party in statement.parties:
        start = party.mention.span.start
        if start in sentence.pronouns:
            regions = (one for one in sentence.regions if one.voice.actor == party.actor)
            return next((one.voice for one in regions), None)
    return None


def _voiced(reading: Reading, statement: Statement, voice: Voice | None) -> Proposal | None:
    """A statement in the words of a speaker whom other words show, or whom `because` has to name."""
    if voice is None:
        return None
    clause = statement.clause
    values: dict[str, Any] = {"who": statement.actors, **statement.values}
    if voice.actor not in values["who"]:
        values["said_by"] = voice.actor
    content = clause.span(statement.first, statement.end)
    joined = Span(min(content.start, voice.words.start), max(content.end, voice.words.end))
    if voice.named:
        apart = () if content.overlaps(voice.words) else (tuple(sorted((content, voice.words))),)
        whole = ((joined,),) if clause.sentence.holds(voice.words) else ()
        short = joined.end - joined.start <= _LONG and voice.words.start - content.end <= _NEAR
        options = (*whole, *apart) if short else (*apart, *whole)
    else:
        values["because"] = _reason(reading, voice)
        near = clause.sentence.holds(voice.words) and 0 <= content.start - voice.words.end <= _NEAR
        options = ((joined,), (content,)) if near else ((content,), (joined,))
    spans = first_bearing(reading, Position, values, options)
    used = tuple(party.mention.span for party in statement.parties) or (voice.words,)
    return Proposal(Position, values, spans, statement.rule.name, used) if spans else None


def _reason(reading: Reading, voice: Voice) -> str:
    """Why the words are those of a speaker whom they do not name."""
    words = printable(reading.text[voice.words.start : voice.words.end])
    where = ("elsewhere in the article", "in the sentence before")[voice.above] if voice.above < 2 else "further above"
    name = reading.roster.actors[voice.actor].name
    return f'The speaker ("{words[:1].lower()}{words[1:]}") is {name}, named {where}.'


def _claimed(reading: Reading, sentence: Heard) -> Iterator[Proposal]:
    """What a speaker says that talks will or should do."""
    for claim in claims(sentence):
        stretch = cut(reading, sentence.clause, claim.first, claim.end)
        found = stretch and next(words(reading, stretch, past=claim.region.past, about=claim.about), None)
        if not found:
            continue
        text, end = found
        if claim.rule == "says-purpose" and claim.region.past:
            text = text.replace(" was ", " is ", 1)
        says = _sentence(f"{claim.lead} {_as_it_goes_on(sentence.clause, claim, text)}")
        if _is_sentence((claim.region.voice.actor,), says):
            rule = Rule(claim.rule, "", "", {})
            statement = Statement(rule, sentence.clause, (), {"says": says}, claim.opening, end, None)
            if proposal := _voiced_claim(reading, statement, claim.region):
                yield proposal


def _voiced_claim(reading: Reading, statement: Statement, region: Region) -> Proposal | None:
    statement = replace(statement, values={"who": (region.voice.actor,), **statement.values})
    return _voiced(reading, statement, region.voice)


def _as_it_goes_on(clause: Clause, claim: Claim, text: str) -> str:
    """The words behind `says that`: without the capital letter with which a sentence of the article began."""
    token = clause.tokens[claim.first]
    plain = token.mention is None and token.capital and not text[:2].isupper() and text[1:2] != "."
    return text[:1].lower() + text[1:] if plain else text


def _sentence(says: str) -> str:
    return says[:1].upper() + says[1:]


def _is_sentence(actors: tuple[str, ...], says: str) -> bool:
    """Whether a sheet accepts the sentence by its form."""
    try:
        Position(event="event", quote=("quote",), who=actors, says=says)
    except ValidationError:
        return False
    return True


def _speaks_of_itself(reading: Reading, sentence: Heard, statement: Statement, match: re.Match[str]) -> bool:
    """Whether `it said it wants` and `he said he wants` speak of the subject: a person is no `it`.

    Only who speaks can say what they themselves `will` do, and what somebody quoted `would` do hangs on something else.
    """
    pronoun = match.groupdict().get("pronoun")
    if pronoun is not None:
        person = all(reading.roster.actors[actor].kind == "person" for actor in statement.actors)
        return person == (pronoun in ("he", "she"))
    if statement.rule.name != "will":
        return True
    start = statement.parties[0].mention.span.start
    region = sentence.region(start)
    of_itself = start in sentence.pronouns and region is not None
    return of_itself and not (region is not None and region.quoted and " would " in f" {match[0]}"[:40])


def _hangs_on_a_condition(sentence: Heard, statement: Statement) -> bool:
    """Whether an `if` stands before a statement: it does not hold without it."""
    start = sentence.clause.tokens[statement.first].span.start
    region = sentence.region(start)
    opening = region.span.start if region else 0
    return any(token.low in _IF and token.span.start >= opening for token in sentence.clause.tokens[: statement.first])


def _said(reading: Reading, sentence: Heard, statement: Statement, match: re.Match[str]) -> Statement | None:
    """The statement with the sentence that it comes to, if one follows."""
    clause = statement.clause
    first, end = clause.tokens_of(*match.span("what"))
    stretch = cut(reading, clause, first, end)
    about = _about(reading, statement, match)
    region = sentence.region(clause.tokens[first].span.start)
    past = _is_past(match) or (region is not None and region.past)
    found = stretch and next(words(reading, stretch, past=past, about=about), None)
    if not found or (clause.tokens[first].low in ("this", "these") and not _is_stance(statement)):
        return None
    text, end = found
    says = _sentence(f"{_verb(statement, match)} {text}")
    if not _is_sentence(statement.actors, says):
        return None
    return replace(statement, values={"says": says}, first=_past_that(clause, statement.first), end=end)


def _past_that(clause: Clause, place: int) -> int:
    """Past the `that` of a report, which looks like that of `that group`."""
    return place + (clause.tokens[place].low == "that")


def _about(reading: Reading, statement: Statement, match: re.Match[str]) -> str:
    """What a wish is about where its own words do not say so: a part in the talks of the sentence before."""
    what = match["what"]
    parts = _is_stance(statement) and _PRESENCE.search(what)
    if is_about_talks(what) or not (parts or _INVITATION.search(what)):
        return ""
    place = bisect_left(reading.sentences, statement.clause.sentence)
    before = reading.sentences[max(0, place - 1)]
    return " ".join(re.findall(r"[\w-]+", reading.text[before.start : before.end]))


def _is_stance(statement: Statement) -> bool:
    return statement.rule.name in STANCES


def _is_past(match: re.Match[str]) -> bool:
    """Whether the verb of saying or wanting stands in the past, so that `would` is `will`."""
    return bool(
        re.search(r" (?:said|\w+ed|sought|was|were|had) ", f" {match.string[match.start() : match.start('what')]}")
    )


def _verb(statement: Statement, match: re.Match[str]) -> str:
    """The verb of the match in the present tense and the singular: a page shows the sentence beside each holder."""
    groups = match.groupdict()
    denied = groups.get("denied") or groups.get("not")
    if statement.rule.name == "expects-that":
        return "expects that"
    if statement.rule.name == "will":
        return f"will {denied or ''}".strip()
    if ready := groups.get("ready"):
        return f"is {denied or ''}{ready}"
    verb = _BY_NAME[statement.rule.name]
    if groups.get("unable"):
        return f"cannot {verb.base}"
    return f"does not {verb.base}" if denied else verb.third
