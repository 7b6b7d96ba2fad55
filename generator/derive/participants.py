"""Who takes part in talks or a truce, is represented or invited, stays away, refuses or opposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import NEGATIVE, REFUSING, WISHED, Rule, is_about_peace
from generator.derive.participant_rules import DENIABLE, MANY, OF_DELEGATIONS, RULES
from generator.derive.phrases import Party
from generator.derive.proposals import Proposal, Reading
from generator.derive.quoting import first_bearing
from generator.derive.statements import Statement, proposals, statements
from generator.model import Participant
from generator.text import Span

_PRESENT = frozenset({"attending", "represented"})


@dataclass
class _Known:
    """What has been proposed so far: of whom which status, and on whose behalf or in what role."""

    statuses: set[tuple[str, str]] = field(default_factory=set)
    roles: set[tuple[str, str | None]] = field(default_factory=set)

    def says_new(self, statement: Statement) -> bool:
        """Whether a statement tells of somebody what is not known yet."""
        status, role = statement.values["status"], statement.values.get("role")
        if status == "invited":
            return not any(
                (actor, level) in self.statuses for actor in statement.actors for level in ("present", status)
            )
        if role is not None:
            return any((actor, role) not in self.roles for actor in statement.actors)
        return any((actor, _level(status)) not in self.statuses for actor in statement.actors)

    def add(self, found: Proposal) -> None:
        """Remember what a proposal tells."""
        for actor in found.values["who"]:
            self.statuses.add((actor, _level(found.values["status"])))
            self.roles.add((actor, found.values.get("role")))


def _level(status: str) -> str:
    return "present" if status in _PRESENT else status


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each party, or set of parties, that the article gives a part or says to be kept from one."""
    if not is_about_peace(reading.text):
        return
    known = _Known()
    yield from _delegation_sizes(reading)
    for clause in clauses(reading):
        for statement in (*_stated(reading, clause), *_delegations(clause)):
            if known.says_new(statement):
                for found in _proposed(reading, statement):
                    known.add(found)
                    yield found


def _proposed(reading: Reading, statement: Statement) -> list[Proposal]:
    """The proposals of a statement; without those on whose behalf, where no quote can name them too."""
    found = list(proposals(reading, Participant, statement))
    if not found and "for_" in statement.values:
        plain = {name: value for name, value in statement.values.items() if name != "for_"}
        found = list(proposals(reading, Participant, replace(statement, values=plain)))
    return found


def _stated(reading: Reading, clause: Clause) -> Iterator[Statement]:
    for statement, match, group in statements(clause, RULES):
        yield from _settled(reading, statement, match, group)


_NEGOTIATORS = frozenset("negotiator negotiators delegation delegations delegate delegates".split())
_ON_TEAM = Rule("negotiator", "", "", {})
_HAS_TEAM = Rule("its-delegation", "", "", {})


def _delegations(clause: Clause) -> Iterator[Statement]:
    """`A's delegation`, `negotiators from A` and `A's chief negotiator B`, wherever they stand without a denial."""
    if NEGATIVE.search(clause.shape) or REFUSING.search(clause.shape):
        return
    for party in (party for found in clause.lists for party in found.parties):
        words = {token.low for token in clause.tokens[party.first : party.end] if token.mention is None}
        if party.team in _NEGOTIATORS or party.head in _NEGOTIATORS:
            values = {"status": "represented"}
            yield Statement(_HAS_TEAM, clause, (party,), values, party.first, party.end, None)
        elif words & _NEGOTIATORS:
            values = {"status": "attending", "role": "negotiator"}
            yield Statement(_ON_TEAM, clause, (party,), values, party.first, party.end, None)


_SIZE = re.compile(r"\b(?:delegation|team)\s[^.;:,]{0,20}?\b(?:includ\w+|compris\w+|consist\w*\sof|number\w*|of)\s")


def _delegation_sizes(reading: Reading) -> Iterator[Proposal]:
    """`The delegation will include 20 other people`: how many come, without their names."""
    for match in _SIZE.finditer(reading.text):
        for number in reading.numbers:
            if 0 <= number.span.start - match.end() < _NEXT and number.low is not None and number.low == number.high:
                values = {"who": None, "status": "attending", "role": "members of the delegation", "count": number.low}
                sentence = next(one for one in reading.sentences if one.overlaps(number.span))
                end = _people_end(reading.text, number.span.end)
                spans = [(Span(match.start(), end),), (Span(sentence.start, end),), (sentence,)]
                if (found := first_bearing(reading, Participant, values, spans)) is not None:
                    yield Proposal(Participant, values, found, "delegation-size", (number.span,))
                break


def _people_end(text: str, place: int) -> int:
    found = _PEOPLE.match(text, place)
    return found.end() if found else place


_PEOPLE = re.compile(r"(?:\s(?:other|more|further)\b)?(?:\s(?:people|members|delegates|officials|others)\b)?")
_NEXT = 12
"""Characters between the verb and the number."""


def _settled(reading: Reading, statement: Statement, match: re.Match[str], group: str) -> Iterator[Statement]:
    """The statement with its status as voice, negation and heads have it, one for each sort of party in it."""
    rule = statement.rule.name
    status = _status(rule, statement.values["status"], match, group)
    if status is None or (rule in MANY and len(statement.parties) < 2):
        return
    if rule in OF_DELEGATIONS and not any(
        other.team or other.head for other in statement.clause.parties(match, "whose")
    ):
        return
    sorts: dict[tuple[str, str | None], list[Party]] = {}
    for party in statement.parties:
        shown = "represented" if status == "attending" and party.head else status
        sorts.setdefault((shown, _behalf(reading, statement, match, party)), []).append(party)
    for (shown, behalf), parties in sorts.items():
        values = {**statement.values, "status": shown}
        if behalf is not None:
            values["for_"] = behalf
        first = min(statement.first, parties[0].first)
        yield replace(statement, parties=tuple(parties), values=values, first=first)


def _status(rule: str, status: str, match: re.Match[str], group: str) -> str | None:
    """The status that a rule gives, turned by the auxiliaries before its verb; None where nothing follows."""
    aux = match.groupdict().get("aux") or ""
    if group != "who" and (NEGATIVE.search(aux) or REFUSING.search(aux)):
        return None
    if REFUSING.search(aux):
        return "refused" if status in _PRESENT else None
    if NEGATIVE.search(aux):
        return "absent" if rule in DENIABLE else None
    if WISHED.search(aux):
        return status if status == "invited" else None
    return status


def _behalf(reading: Reading, statement: Statement, match: re.Match[str], party: Party) -> str | None:
    """For whom a person takes part: whom the rule names, or whose envoy or minister the clause says it is."""
    whose = [other.actor for other in statement.clause.parties(match, "whose")]
    if len(whose) == 1 and whose[0] != party.actor:
        return whose[0]
    owner = party.owner.actor if party.owner is not None else reading.roster.actors[party.actor].represents
    person = reading.roster.actors[party.actor].kind == "person"
    if not person or owner is None or owner == party.actor or owner not in reading.roster.actors:
        return None
    return owner if reading.roster.actors[owner].kind != "person" else None
