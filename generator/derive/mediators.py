"""Who mediates, brokers, guarantees, hosts, convenes, backs, facilitates or endorses talks and truces."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.clauses import clauses
from generator.derive.matching import NEGATIVE, REFUSING, is_about_peace
from generator.derive.mediator_rules import RULES
from generator.derive.proposals import Proposal, Reading
from generator.derive.statements import Statement, proposals, statements
from generator.model import Mediator


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each set of actors whom the article gives a mediator's role."""
    if not is_about_peace(reading.text):
        return
    seen: set[tuple[str, str, str | None]] = set()
    for clause in clauses(reading):
        for statement, match, _ in statements(clause, RULES):
            if _denied(match.string, match.start(), match.end()):
                continue
            yield from _new(reading, statement, seen)


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


def _denied(shape: str, start: int, end: int) -> bool:
    """Whether a negation or refusal stands within the words of a rule."""
    words = shape[start:end]
    return bool(NEGATIVE.search(words) or REFUSING.search(words))
