"""Parties to a war or battle that the site knows: who fights, defeats or helps whom, and who takes a town from whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.clauses import Clause, clauses
from generator.derive.matching import NEGATIVE, REFUSING, WISHED, Rule
from generator.derive.phrases import Party
from generator.derive.proposals import Proposal, Reading
from generator.derive.statements import Statement, proposals
from generator.model import Event, Participant
from generator.text import Span

_ROLE = {"status": "attending", "role": "party to the fighting"}
_BOTH = {"who": _ROLE, "other": _ROLE}
_FIGHTS = (
    r"(?:(?:keeps? |kept |continue[sd]? (?:to )?)?(?:fight|fights|fighting|fought|battl(?:es|ed|ing)|"
    r"clash(?:es|ed|ing)? with|at war with|wag(?:es|ed|ing) (?:a )?war (?:on|against)|combating)"
    r"|(?:switch|shift|turn|return|mov)\w* (?:{W}{0,3}?)to (?:fighting|battling|combating)) (?:against |with )?"
)
_REVOLT = (
    r"(?:militancy|insurgency|insurrection|rebellion|uprising|revolt|insurgents|rebels|militants|jihadists"
    r"|separatists|guerrillas|militias|civil war)"
)
_FORCE = r"(?:air force|navy|army|troops|soldiers|warplanes|jets|fighter jets|helicopters|artillery|forces)"
_AIDS = r"(?:help(?:s|ed|ing)?|aid(?:s|ed|ing)?|assist(?:s|ed|ing)?|fought (?:alongside|for|beside)|defend(?:s|ed)?)"
_DEFEATS = (
    r"(?:defeat(?:s|ed|ing)?|rout(?:s|ed)|overr[au]n|crush(?:es|ed)|beat back|repel(?:s|led)|besieg(?:e[sd]?|ing)|"
    r"bomb(?:s|ed|ing)|shell(?:s|ed|ing)|attack(?:s|ed|ing)|ambush(?:es|ed)|drove (?:out|back)|pushed back)"
)
_TAKES = (
    r"(?:(?:re)?captur(?:e[sd]?|ing)|seiz(?:e[sd]?|ing)|retook|retak(?:e|es|en|ing)|wrest(?:s|ed|ing)?|"
    r"conquer(?:s|ed)?|regain(?:s|ed)?|liberat(?:e[sd]?|ing))"
)
RULES = (
    Rule("fights", "fight|fought|battl|clash| war ", rf"{{S}}{{APPOS}}{{AUX}}{_FIGHTS}(?:{{W}}{{0,3}}?){{B}}", _BOTH),
    Rule(
        "fights-revolt",
        "fight|fought|battl|clash",
        rf"{{S}}{{APPOS}}{{AUX}}{_FIGHTS}(?:{{W}}{{0,3}}?){_REVOLT} ",
        {"who": _ROLE},
    ),
    Rule(
        "which-fights",
        "which|who",
        (
            r"(?P<who>§) , (?:which|who) (?:[^;:.,()]\S* ){1,9}?(?:but|and|while|yet) "
            rf"{{AUX}}{_FIGHTS}(?:{{W}}{{0,3}}?){{B}}"
        ),
        _BOTH,
    ),
    Rule(
        "fighting-between",
        "between",
        (
            r"(?:fighting|clashes|battles?|war|hostilities|combat) (?:(?!divided |talks |peace ){W}){0,4}?"
            r"between (?:{W}{0,2}?){A}(?:and (?:{W}{0,4}?){B})?"
        ),
        _BOTH,
    ),
    Rule(
        "defeats",
        "defeat|rout|overr|crush|beat |repel|besieg|bomb|shell|attack|ambush|drove|pushed",
        rf"{{S}}{{APPOS}}{{AUX}}{_DEFEATS} (?:{{W}}{{0,2}}?){{B}}(?!(?:over|for|as|'s) )",
        _BOTH,
    ),
    Rule(
        "defeated-by",
        " by ",
        (
            r"{S}(?:(?:has|have|had|was|were|is|are|been|being|also) ){1,4}"
            rf"{_DEFEATS} (?:(?!which |that |who |and |but ){{W}}){{0,5}}?by (?P<other>§) "
        ),
        _BOTH,
    ),
    Rule("takes-from", " from ", rf"{{S}}{{APPOS}}{{AUX}}{_TAKES} (?:{{W}}{{1,7}}?)from (?P<other>§) ", _BOTH),
    Rule("loses-to", " to ", r"{S}{APPOS}{AUX}(?:lost|losing|loses) (?:{W}{1,5}?)to (?P<other>§) ", _BOTH),
    Rule(
        "force-helps",
        "help|aid|assist|fought|defend",
        rf"{{S}}(?:[^\s§;:()]\S* ){{0,14}}?(?:its|their|his) {_FORCE} {{AUX}}{_AIDS} (?:{{W}}{{0,2}}?){{B}}",
        _BOTH,
    ),
    Rule(
        "helps-defeat",
        "help|aid|assist",
        (
            rf"{{S}}{{APPOS}}{{AUX}}{_AIDS} {{B}}(?:to )?"
            r"(?:fight|defeat|rout|crush|beat back|capture|recapture|retake|seize) "
        ),
        _BOTH,
    ),
)
_UNREAL = re.compile(
    r"(?<!\S)(?:will|would|ready|willing|plan\w*|vow\w*|pledg\w*|promis\w*|agreed|due|set|threat\w*)(?!\S)"
)
_OTHERWISE = re.compile(
    r" (?:elections?|votes?|voters|polls?|ballots?|court|lawsuit|match|matches|game|games|cup|league|tournament|"
    r"football|soccer|cricket|champions?|championship|medal|corruption|parliament|debate|if|unless) "
)
"""Words of a sentence in which people fight, win and lose without arms, or in which it is not said that they do."""
_ONE_OF_LIST = re.compile(r" , (?:which|who) (?:(?:also|now|once) )?(?:has|is|was|does|\w+[^s\W]s) ")
"""A relative clause with a verb in the singular: it is about the last of a list."""
_AVERTED = re.compile(r" (?:avert|prevent|avoid)\w* (?:[^ ]+ ){0,3}$")
_NEAR = 60
"""Characters behind a statement within which the name of the place still belongs to it."""


def propose(reading: Reading, events: Mapping[str, Event]) -> Iterator[Proposal]:
    """A proposal for each party to a war or battle of `events` that a sentence names with it; else nothing."""
    fights = [_Fight(name, event, reading.text) for name, event in events.items() if event.kind in ("war", "battle")]
    if not fights:
        return
    told: set[tuple[str, str]] = set()
    for clause in clauses(reading):
        if len(clause.shape) > _PROSE_AT_MOST or _OTHERWISE.search(clause.shape):
            continue
        said = list(_statements(reading, clause))
        if not said or (setting := _setting(reading, clause, fights)) is None:
            continue
        for statement in said:
            new = tuple(party for party in statement.parties if (setting.event, party.actor) not in told)
            placed = setting.placed(replace(statement, parties=new))
            for found in proposals(reading, Participant, placed) if new else ():
                told.update((setting.event, actor) for actor in found.values["who"])
                yield replace(found, values={**found.values, "event": setting.event})


_PROSE_AT_MOST = 10_000
"""Characters; no sentence that somebody wrote is longer."""


class _Fight:
    """A war or battle, and where a text gives its name or its place."""

    def __init__(self, name: str, event: Event, text: str) -> None:
        place = (event.place or "").split(",")[0].strip()
        self.name, self.place, self.battle = name, place, event.kind == "battle"
        named = (span for one in (event.title, *event.also) for span in _spans(text, one))
        self._named = sorted(named, key=lambda span: span.start)
        self._placed = list(_spans(text, place))

    def fit(self, clause: Clause, states: frozenset[str]) -> tuple[int, Span | None]:
        """How well it fits a sentence, and where that shows: a battle before a war, a name before a place."""
        for fit, spans in ((2, self._named), (1, self._placed)):
            at = bisect_left(spans, clause.sentence.start, key=lambda span: span.start)
            if at < len(spans) and clause.sentence.holds(spans[at]):
                return fit + (3 if self.battle else 1), spans[at]
        return int(not self.battle and self.place in states), None


def _spans(text: str, name: str) -> Iterator[Span]:
    words = name.split()
    if words and words[0] in text:
        spaced = r"\s+".join(map(re.escape, words))
        for match in re.compile(rf"(?<!\w){spaced}(?!\w)").finditer(text):
            yield Span(*match.span())


@dataclass(frozen=True)
class _Setting:
    """The war or battle that a sentence speaks of, and where it says so; no place where only its parties show it."""

    event: str
    shown: Span | None

    def placed(self, statement: Statement) -> Statement:
        """The statement up to the name of the place, where that stands shortly behind it in the same part."""
        tokens = statement.clause.tokens
        end = tokens[statement.end - 1].span.end
        if self.shown is None or not 0 <= self.shown.start - end <= _NEAR:
            return statement
        for at in range(statement.end, len(tokens)):
            if tokens[at].low in _ENDS:
                break
            if tokens[at].span.end >= self.shown.end:
                return replace(statement, end=at + 1)
        return statement


_ENDS = frozenset(", ; : - ( )".split())


def _setting(reading: Reading, clause: Clause, fights: Sequence[_Fight]) -> _Setting | None:
    """The event that fits a sentence best; None where none does, or two do equally well."""
    states = frozenset(name for found in clause.lists for party in found.parties for name in _names(reading, party))
    found = [(fight.fit(clause, states), fight.name) for fight in fights]
    most = max(fit for (fit, _), _ in found)
    best = [_Setting(name, shown) for (fit, shown), name in found if fit == most]
    return best[0] if most and len(best) == 1 else None


def _names(reading: Reading, party: Party) -> Iterator[str]:
    """The names of a party and of those for whom it acts, be it through others."""
    actor, seen = party.actor, set[str]()
    while actor in reading.roster.actors and actor not in seen:
        seen.add(actor)
        yield from reading.roster.actors[actor].names
        actor = reading.roster.actors[actor].represents or ""


def _statements(reading: Reading, clause: Clause) -> Iterator[Statement]:
    for rule in RULES:
        for match in rule.matches(clause):
            aux = match.groupdict().get("aux") or ""
            if any(unreal.search(aux) for unreal in (NEGATIVE, REFUSING, WISHED, _UNREAL)):
                continue
            if _AVERTED.search(match.string[max(0, match.start() - 60) : match.start()]):
                continue
            if (
                rule.name == "fighting-between"
                and sum(1 for group in rule.gives for _ in clause.parties(match, group)) < 2
            ):
                continue
            first, end = clause.tokens_of(*match.span())
            for group, values in rule.gives.items():
                if parties := _fighters(reading, clause, match, group):
                    yield Statement(rule, clause, parties, values, min(first, parties[0].first), end, None)


def _fighters(reading: Reading, clause: Clause, match: re.Match[str], group: str) -> tuple[Party, ...]:
    """The parties of a group: people only where they act, and of a list the last where it alone acts."""
    parties = tuple(clause.parties(match, group))
    if group == "who":
        return parties[-1:] if _ONE_OF_LIST.match(match.string, match.end("who")) else parties
    return tuple(party for party in parties if reading.roster.actors[party.actor].kind != "person")
