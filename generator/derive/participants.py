"""Who takes part in talks or a truce, is represented or invited, stays away, refuses or opposes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.derive import unnamed
from generator.derive.clauses import Clause, clauses
from generator.derive.matching import NEGATIVE, REFUSING, VOCABULARY, WISHED, Rule, is_about_peace, lead
from generator.derive.participant_rules import DENIABLE, MANY, OF_DELEGATIONS, RULES
from generator.derive.phrases import Party, PartyList
from generator.derive.proposals import Proposal, Reading
from generator.derive.speech import speech_about
from generator.derive.statements import Statement, mediates, proposals, statements
from generator.model import Participant

_PRESENT = frozenset({"attending", "represented"})


@dataclass(frozen=True)
class _Voice:
    """Who says so, if not the article itself, and whether it is of a meeting that the words set apart from others.

    A speaker whom the sentence calls by an office alone is the empty string: it may be one who is named elsewhere.
    """

    speaker: str | None
    another: bool


@dataclass
class _Known:
    """What has been proposed so far: by which voice, of whom, which status or role; no voice stands for any."""

    statuses: set[tuple[_Voice | None, str, str]] = field(default_factory=set)
    roles: set[tuple[_Voice | None, str, str | None]] = field(default_factory=set)

    def says_new(self, statement: Statement, voice: _Voice | None) -> bool:
        """Whether a statement tells of somebody what is not known yet by this voice."""
        status, role = statement.values["status"], statement.values.get("role")
        alike = [voice]
        if voice is not None and voice.speaker is not None:
            alike.append(replace(voice, speaker="") if voice.speaker else None)
        if role is not None:
            return any((voice, actor, role) not in self.roles for actor in statement.actors)
        level = _level(status)
        if status == "invited" and any((voice, actor, "present") in self.statuses for actor in statement.actors):
            return False
        fresh = (not any((one, actor, level) in self.statuses for one in alike) for actor in statement.actors)
        return all(fresh) if status == "invited" else any(fresh)

    def add(self, found: Proposal, actors: Iterable[str], voice: _Voice | None) -> None:
        """Remember what a proposal tells of these actors."""
        for actor in actors:
            for one in (voice, None):
                self.statuses.add((one, actor, _level(found.values["status"])))
                self.roles.add((one, actor, found.values.get("role")))


def _level(status: str) -> str:
    return "present" if status in _PRESENT else status


def propose(reading: Reading) -> Iterator[Proposal]:
    """A proposal for each party, or set of parties, that the article gives a part or says to be kept from one."""
    if not is_about_peace(reading.text):
        return
    known = _Known()
    yield from unnamed.propose(reading)
    for clause in clauses(reading):
        told = [(statement, _voice(statement, another)) for statement, another in _stated(reading, clause)]
        for statement, voice in (*told, *((one, None) for one in _delegations(clause))):
            if known.says_new(statement, voice):
                for found in _proposed(reading, statement):
                    known.add(found, found.values["who"] or statement.actors, voice)
                    yield found


_BY_OFFICE = re.compile(
    r"(?:minister|spokes\w+|officials?|diplomats?|sources?|president|secretary|chief|envoy|ministry|office) "
    r"(?:(?:has|have|had|also|later) )?(?:said|says|told|added|announced|confirmed) "
)


def _voice(statement: Statement, another: bool) -> _Voice:
    """Who is quoted as saying what a statement says, where that is not one of those whom it is about."""
    speech = speech_about(statement.clause, (statement.first, statement.end))
    if speech is not None:
        return _Voice(None if speech.speaker in statement.actors else speech.speaker, another)
    return _Voice("" if _BY_OFFICE.search(statement.clause.shape) else None, another)


def _proposed(reading: Reading, statement: Statement) -> list[Proposal]:
    """The proposals of a statement; without those on whose behalf, where no quote can name them too."""
    found = list(proposals(reading, Participant, statement))
    if not found and "for_" in statement.values:
        plain = {name: value for name, value in statement.values.items() if name != "for_"}
        found = list(proposals(reading, Participant, replace(statement, values=plain)))
    return found


def _stated(reading: Reading, clause: Clause) -> Iterator[tuple[Statement, bool]]:
    """What the rules find, each with whether the words set the meeting apart from others: `planned talks`."""
    for statement, match, group in statements(clause, RULES):
        another = "event" in match.groupdict() and bool(
            _ANOTHER.search(f"{lead(match, 'event')}{match.string[match.start('event') : match.end()]}")
        )
        for settled in _settled(reading, statement, match, group):
            yield settled, another


_ANOTHER = re.compile(rf" (?:planned|future|another|further|next|fresh) (?:[^\s§,.;:()]+ )?{VOCABULARY['THING']}")


_NEGOTIATORS = frozenset("negotiator negotiators delegation delegations delegate delegates".split())
_ON_TEAM = Rule("negotiator", "", "", {})
_HAS_TEAM = Rule("its-delegation", "", "", {})


def _delegations(clause: Clause) -> Iterator[Statement]:
    """`A's delegation`, `negotiators from A` and `A's chief negotiator B`, wherever they stand without a denial."""
    if NEGATIVE.search(clause.shape) or REFUSING.search(clause.shape):
        return
    lists = (found for found in clause.lists if not _are_mediators(clause, found))
    for party in (party for found in lists for party in _sharing_delegations(found)):
        words = {token.low for token in clause.tokens[party.first : party.end] if token.mention is None}
        if party.team in _NEGOTIATORS or party.head in _NEGOTIATORS:
            values = {"status": "represented"}
            yield Statement(_HAS_TEAM, clause, (party,), values, party.first, party.end, None)
        elif words & _NEGOTIATORS:
            values = {"status": "attending", "role": "negotiator"}
            yield Statement(_ON_TEAM, clause, (party,), values, party.first, party.end, None)


def _sharing_delegations(found: PartyList) -> tuple[Party, ...]:
    """The parties of a list, each with the delegations that stand at its end: `the A and B delegations`."""
    team = found.parties[-1].team
    if team is None or not team.endswith("s"):
        return found.parties
    return tuple(replace(party, team=party.team or team) for party in found.parties)


def _are_mediators(clause: Clause, found: PartyList) -> bool:
    """`delegates from A and B, who are guarantors of the talks`."""
    behind = [token.low for token in clause.tokens[found.end : found.end + 6]]
    return behind[1:2] in (["who"], ["which"]) and any(_MEDIATING.match(word) for word in behind)


_MEDIATING = re.compile(r"guarant|mediat|observ|facilit|host|sponsor")


def _settled(reading: Reading, statement: Statement, match: re.Match[str], group: str) -> Iterator[Statement]:
    """The statement with its status as voice, negation and heads have it, one for each sort of party in it."""
    rule = statement.rule.name
    if group == "other" and "event" in match.groupdict() and _UNDONE.search(lead(match, "event")):
        return
    if group == "who" and _AS_OTHER.match(match.string, match.end() - 1):
        return
    status = _status(rule, statement.values["status"], match, group)
    if status is None or (rule in MANY and len(statement.parties) < 2):
        return
    if rule in OF_DELEGATIONS and not any(
        other.team or other.head for other in statement.clause.parties(match, "whose")
    ):
        return
    sorts: dict[tuple[str, str | None], list[Party]] = {}
    for party in statement.parties:
        if mediates(statement.clause, party):
            continue
        if status in _KEPT_AWAY and (part := _part_of(statement.clause, party)) is not None:
            values = {**statement.values, "who": None, "status": status, "role": part, "for_": party.actor}
            yield replace(statement, parties=(party,), values=values)
            continue
        shown = "represented" if status == "attending" and party.head else status
        sorts.setdefault((shown, _behalf(reading, statement, match, party)), []).append(party)
    for (shown, behalf), parties in sorts.items():
        values = {**statement.values, "status": shown}
        if behalf is not None:
            values["for_"] = behalf
        first = min(statement.first, parties[0].first)
        yield replace(statement, parties=tuple(parties), values=values, first=first)


_KEPT_AWAY = frozenset({"refused", "absent", "opposed"})
"""Statuses that some of a side do not share with all of it; where some of it take part, it does."""
_SOME = re.compile(r"^(?:a number of|some|several|many|most)(?: of)?(?: the)?(?!\S)")


def _part_of(clause: Clause, party: Party) -> str | None:
    """The words for some of a side, `several rebel groups`; None where the words are for all of it."""
    words = clause.tokens[party.first : party.end]
    if not party.mention.written.endswith("s") or not _SOME.match(" ".join(token.low for token in words)):
        return None
    written = " ".join(clause.text[words[0].span.start : words[-1].span.end].split())
    return written[0].lower() + written[1:]


_READY = re.compile(r"(?<!\S)(?:ready|willing)(?!\S)")
_AS_OTHER = re.compile(
    r" (?:[^§.;:,]+ )??as (?:an? )?(?:observers?|mediators?|guarantors?|facilitators?|witness(?:es)?|hosts?) "
)
"""Words behind what somebody does that say it is done in another part."""
_DOUBTED = re.compile(r" (?:if|whether|unless|neither|nor) (?:the )?$")
_INVITED_BY_OTHERS = re.compile(
    r"(?<!\S)(?:is|are|was|were|be|been|being|get|got) (?:[^§ ]+ ){0,3}?invited|invited (?:to|for) "
)
_UNDONE = re.compile(
    r" (?:reject\w*|refus\w*|rul(?:es?|ed|ing) out|no|without|oppos\w*|against|never|spurn\w*|dismiss\w*|impossib\w*)"
    r" (?:(?:to|the|any|new|further|direct|peace|hold|holding|enter|into|more|idea|of|possibility|such|all) ){0,5}$"
)
"""Words before talks that say there are none; who is named behind them takes no part."""


def _status(rule: str, status: str, match: re.Match[str], group: str) -> str | None:
    """The status that a rule gives, turned by the auxiliaries before its verb; None where nothing follows."""
    aux = match.groupdict().get("aux") or ""
    if group == "who" and _DOUBTED.search(lead(match, "who")):
        return None
    if rule == "was-invited" and not _INVITED_BY_OTHERS.search(match.string, match.start("aux"), match.end()):
        return None
    if group != "who" and (NEGATIVE.search(aux) or REFUSING.search(aux)):
        return None
    if REFUSING.search(aux):
        return "refused" if status in _PRESENT else None
    if NEGATIVE.search(aux):
        return "absent" if rule in DENIABLE else None
    if WISHED.search(aux) or _READY.search(aux):
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
