"""Who mediates, brokers, guarantees, hosts, convenes, backs, facilitates or endorses talks and truces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import NEGATIVE, REFUSING, Rule, is_about_peace, lead
from generator.derive.mediator_rules import RULES
from generator.derive.proposals import Proposal, Reading
from generator.derive.statements import Statement, mediates, proposals, statements
from generator.model import Mediator


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each set of actors whom the article gives a mediator's role."""
    if not is_about_peace(reading.text):
        return
    seen: set[tuple[str, str, str | None]] = set()
    for clause in clauses(reading):
        for statement, match, _ in statements(clause, RULES):
            if _denied(match):
                continue
            yield from _new(reading, statement, seen)
        for statement in _titled(reading, clause):
            yield from _new(reading, statement, seen)


_BY_TITLE = Rule("mediator-by-title", "", "", {})


def _titled(reading: Reading, clause: Clause) -> Iterator[Statement]:
    """`chief mediator A`, `AU mediator A`: people whose title is the role."""
    for found in clause.lists:
        first = found.parties[0]
        parties = [
            one for one in found.parties if reading.roster.actors[one.actor].kind == "person" and mediates(clause, one)
        ]
        if clause.tokens[first.first].low == "mediators" and first.mention is not clause.tokens[first.first].mention:
            parties = list(found.parties)
        if parties:
            values = {"role": "mediator"}
            yield Statement(_BY_TITLE, clause, tuple(parties), values, parties[0].first, parties[-1].end, None)


def _new(reading: Reading, statement: Statement, seen: set[tuple[str, str, str | None]]) -> Iterator[Proposal]:
    """The proposals of a statement that say something new of somebody."""
    role = statement.values["role"]
    if all(_known(seen, actor, role, statement.event) for actor in statement.actors):
        return
    for found in proposals(reading, Mediator, statement):
        keys = {(actor, role, statement.event) for actor in found.values["who"]}
        if not keys <= seen:
            seen |= keys
            yield found


def _known(seen: set[tuple[str, str, str | None]], actor: str, role: str, event: str | None) -> bool:
    """Whether the role is known for the event, or for any where the rule's words name none."""
    return (actor, role, event) in seen or (event is None and any(known[:2] == (actor, role) for known in seen))


_DOUBTED = re.compile(r" (?:if|whether|unless|neither|nor) (?:the )?$")
_MIGHT = re.compile(r"(?<!\S)(?:may|might|could|should|must|can|ought)(?!\S)")


def _denied(match: re.Match[str]) -> bool:
    """Whether a negation or refusal stands within the words of a rule, or its verb only might be done."""
    words = match[0]
    aux = match.groupdict().get("aux") or ""
    if "who" in match.re.groupindex and _DOUBTED.search(lead(match, "who")):
        return True
    return bool(NEGATIVE.search(words) or REFUSING.search(words) or _MIGHT.search(aux))
