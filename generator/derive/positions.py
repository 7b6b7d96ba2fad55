"""What parties want, offer, refuse or expect of talks and truces, as a short sentence from the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import VOCABULARY, is_about_peace
from generator.derive.positions_rules import RULES, VERBS
from generator.derive.proposals import Proposal, Reading
from generator.derive.statements import Statement, proposals, statements
from generator.model import Position
from generator.text import Span, printable

_THING = re.compile(rf"(?<!\S){VOCABULARY['THING']}")
_OF_TRADE = re.compile(rf"(?<!\S){VOCABULARY['TRADE']}{VOCABULARY['THING']}")
_STOPS = frozenset("while but although though whereas adding saying who".split())
"""Words with which another thought begins."""
_CONDITIONS = frozenset("if unless provided providing until before after since except without as because".split())
"""Words without which what goes before them would say something else."""
_UNCLEAR = frozenset(
    "i we us our ours my you your he him she they them it this these those here there so such said says".split()
)
"""Words that mean nothing apart from the sentences around them."""
_QUOTED = re.compile(r"[\"“”„‟«»‘‛\[\]*]|(?<!\w)['’]")
_LONGEST = 180
"""Characters; what is longer is no short sentence."""
_BY_NAME = {verb.name: verb for verb in VERBS}


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each wish, offer, refusal or expectation about talks or truces that a clause gives to a party."""
    if not is_about_peace(reading.text):
        return
    seen: set[tuple[str, str]] = set()
    for clause in clauses(reading):
        for statement, match, _ in statements(clause, RULES):
            if not _speaks_of_itself(reading, statement, match):
                continue
            for said in _said(reading, statement, match):
                if any((actor, said.values["says"]) not in seen for actor in said.actors):
                    for found in proposals(reading, Position, said):
                        seen |= {(actor, found.values["says"]) for actor in found.values["who"]}
                        yield found


def _speaks_of_itself(reading: Reading, statement: Statement, match: re.Match[str]) -> bool:
    """Whether `it said it wants` and `he said he wants` speak of the subject: a person is no `it`."""
    pronoun = match.groupdict().get("pronoun")
    if pronoun is None:
        return True
    person = all(reading.roster.actors[actor].kind == "person" for actor in statement.actors)
    return person == (pronoun in ("he", "she"))


def _said(reading: Reading, statement: Statement, match: re.Match[str]) -> Iterator[Statement]:
    """The statement with the sentence that it comes to, as far as one follows."""
    clause = statement.clause
    first, end = clause.tokens_of(*match.span("what"))
    cut = _cut(reading, clause, first, end)
    if cut is None:
        return
    words = _words(reading, clause.span(first, cut), _is_past(match))
    if words is None:
        return
    says = f"{_verb(statement, match)} {words}"
    says = says[:1].upper() + says[1:]
    try:
        Position(event="event", quote=("quote",), who=statement.actors, says=says)
    except ValidationError:
        return
    yield replace(statement, values={"says": says}, end=max(cut, statement.end) if _is_own(match) else cut)


def _is_own(match: re.Match[str]) -> bool:
    """Whether the speaker is named behind the words."""
    return match.start("what") < max(match.start(group) for group in ("who", "second") if group in match.groupdict())


def _cut(reading: Reading, clause: Clause, first: int, end: int) -> int | None:
    """Where the words that begin at a token end: at a mark, another thought, or a date that will soon be stale.

    None where nothing is left, or where what follows would change what they say.
    """
    listed = {place for found in clause.lists for place in range(found.first, found.end)}
    for place in range(first, end):
        if place not in listed and _ends(clause, place):
            if place + 1 < end and clause.tokens[place + 1].low in _CONDITIONS:
                return None
            end = place
            break
    for mention in reading.dates:
        within = [place for place in range(first, end) if clause.tokens[place].span.overlaps(mention.span)]
        if within and mention.relative:
            end = _before(clause, first, within[0]) if within[-1] + 1 >= end else first
    return end if end > first else None


def _before(clause: Clause, first: int, end: int) -> int:
    """Where words end from which a date at their end is cut; nothing is left of those that hold only until then."""
    if clause.tokens[end].low in _CONDITIONS or clause.tokens[end - 1].low in _CONDITIONS:
        return first
    while end > first and clause.tokens[end - 1].low in _DANGLING:
        end -= 1
    return end


def _ends(clause: Clause, place: int) -> bool:
    """Whether a token ends a thought: a comma, a dash or the last full stop, but not that of an abbreviation."""
    low = clause.tokens[place].low
    if low == ".":
        return place + 1 == len(clause.tokens)
    return low in _STOPS or not low.lstrip("-")[:1].isalnum()


_DANGLING = frozenset("on in at by from for of to and or with the a".split())
"""Words that lead to a date and mean nothing without it."""


def _is_past(match: re.Match[str]) -> bool:
    """Whether the verb of saying or wanting stands in the past, so that `would` is `will`."""
    return bool(
        re.search(r" (?:said|\w+ed|sought|was|were|had) ", f" {match.string[match.start() : match.start('what')]}")
    )


def _words(reading: Reading, span: Span, past: bool) -> str | None:
    """The words of a span in the form of a sentence of ours; None where they would be unclear apart from the rest."""
    written = reading.text[span.start : span.end]
    if _QUOTED.search(written) or len(written) > _LONGEST or written.isupper():
        return None
    words = printable(written).rstrip(" .,")
    low = f"{words.lower()} "
    if not _THING.search(low) or _OF_TRADE.search(low) or _UNCLEAR & set(re.findall(r"[\w'’]+", low)):
        return None
    return re.sub(r"\bwould\b", "will", words) if past else words


def _verb(statement: Statement, match: re.Match[str]) -> str:
    """The verb of the match in the present tense and the singular: a page shows the sentence beside each holder."""
    groups = match.groupdict()
    denied = groups.get("denied")
    if statement.rule.name == "expects-that":
        return "expects that"
    if statement.rule.name == "will":
        return f"will {denied or ''}".strip()
    if ready := groups.get("ready"):
        return f"is {denied or ''}{ready}"
    verb = _BY_NAME[statement.rule.name.removeprefix("we-")]
    return f"does not {verb.base}" if denied else verb.third
