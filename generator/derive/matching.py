"""Rules as data: a name, a pattern over the shape of a clause, and what each of its groups of actors is said to be.

A pattern is a regular expression over words in lower case with `{NAME}` for the vocabularies below. Every
vocabulary ends with a space, so that a pattern reads as a row of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from generator.derive.clauses import Clause

_WORD = r"(?:[^\s§,.;:()]+ )"
_TALKS = (
    r"talks|negotiations?|dialogue|dialog|summit|conferences?|consultations|meetings?|discussions|peace process|process"
    r"|peace efforts?|contacts?|gathering|diplomacy|diplomatic efforts?|mediation efforts?|peace|initiative|congress"
)
_DEALS = (
    r"truces?|cease-?fires?|cease fire|cessation|armistice|agreements?|accords?|deals?|pacts?|peace plan|plan|treaty"
    r"|settlement|memorandum|roadmap|arrangement|halt to hostilities|de-escalation|breakthrough|declaration|framework"
    r"|pause in fighting"
)
_MEDIATING = r"mediators?|facilitators?|guarantors?|observers?|hosts?|intermediar(?:y|ies)|go-between"

_TRADES = (
    "press|video|telephone|cabinet|trade|arms|oil|gas|business|weapons|defen[cs]e|nuclear|extradition|news|climate|loan"
)
VOCABULARY = {
    "W": _WORD,
    "GAP": rf"{_WORD}{{0,6}}?",
    "FAR": rf"(?:(?!(?:{_TALKS}|{_DEALS}) )[^;:.]\S* ){{0,14}}?",
    "NEAR": rf"(?:(?!(?:{_TALKS}|{_DEALS}) )[^\s§;:.()]\S* ){{0,8}}?",
    "OBJ": r"(?:[^\s.,;:()]+ ){0,6}?",
    "TALKS": rf"(?:{_TALKS}) ",
    "DEAL": rf"(?:{_DEALS}) ",
    "EVENT": rf"(?P<event>(?:{_TALKS}|{_DEALS}) )",
    "THING": rf"(?:{_TALKS}|{_DEALS}) ",
    "TRADE": rf"(?:{_TRADES}) ",
    "APPOS": (
        r"(?:\( (?:[^()§ ]+ ){1,8}\) )?"
        r"(?:, (?!(?:and|but|or|who|which|that) )(?:[^,;:. ]+ ){1,12}?(?=(?:who|which|that) )"
        r"|, (?!(?:and|but|or) )(?:[^,;:. ]+ ){1,16}, |- (?:[^-,;:. ]+ ){1,10}- )?"
        r"(?:, )?(?:(?:who|which|that) )?"
    ),
    "S": r"(?P<who>§)(?<! of §)(?<! by §)(?<! with §)(?<! against §)(?<! for §)(?<! between §)(?<! from §) ",
    "A": r"(?P<who>§) ",
    "B": rf"(?P<other>§) (?!as (?:an? |the )?(?:{_MEDIATING})|'s |(?:{_MEDIATING}) )",
    "AUX": (
        r"(?:(?:ha[sd] |have |also ){0,2}(?:said|says|announced|confirmed|declared|vowed|pledged|insisted) "
        r"(?:[^\s§,.;:()]+ ){0,5}?(?:it|they|he|she|(?:its|their|his|the) \w+) )?"
        r"(?P<aux>(?:(?:ha[sd]|have|having|will|would|is|are|was|were|be|been|being|to|also|both|all|later|then|again"
        r"|already|now|finally|jointly|today|yesterday|tonight|tomorrow|earlier|agreed|due|set|plans?|planned|expected"
        r"|scheduled|ready|willing|decided|promised|vowed|pledged|confirmed|currently|recently|reportedly|helped"
        r"|help|helping"
        r"|not|never|no longer|yet|so|far|did|do|does|refused?|declined?|failed|refuses|declines|once|still"
        r"|themselves|on"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|may|might|could|should|must|can|ought|offered|offers|sought"
        r"|no intention of|no intention|no plans?|intends?|intended|wants?|wanted|hopes?|hoped|tried|trying|last"
        r"|this|week"
        r"|month|year|\w+ly|going|in|\w+n't|cannot) ){0,8})"
    ),
}
_HOLE = re.compile(r"\{([A-Z]+)\}")
NEGATIVE = re.compile(r"(?<!\S)(?:not|never|no longer|no intention|no plans?|\w+n't|cannot|failed)(?!\S)")
REFUSING = re.compile(r"(?<!\S)(?:refus|declin)")
WISHED = re.compile(
    r"(?<!\S)(?:may|might|could|should|must|can|ought|wants?|wanted|hopes?|hoped|sought|tried|trying)(?!\S)"
)
_TRADE = re.compile(rf" (?:{_TRADES}) $")
_TRADE_DEAL = re.compile(rf" (?:{_TRADES}) (?:{_TALKS}|{_DEALS}) ")
_PEACE = re.compile(r"\b(?:peace|truces?|cease-?\s?fires?|cessation of|armistice|negotiat\w*|talks)\b", re.IGNORECASE)


_TOPIC = re.compile(
    rf" (?:(?:{_TALKS}|{_DEALS}) |-?(?:meet|met |deleg|negotiat|mediat|broker|invit|agree|sign|attend|part|guarant|host"
    r"|sponsor|observ|exclu|monitor|facilit|intermed|auspic|shuttl|diplom|represent|present |oppos|sides|good "
    r"offices|thank|grat"
    r"|envoy|conven|accept|act|serv|go-b|play|role|ensur|work|lead|led |head|invitation|commit|does not |do not "
    r"|not part|effort|supervis|endors|co-chair|back|help|support|left out|boycott|refus|reject))"
)


@lru_cache(maxsize=256)
def has_topic(clause: Clause) -> bool:
    """Whether a clause has any word without which no rule can hold."""
    return bool(_TOPIC.search(clause.shape))


@dataclass(frozen=True)
class Rule:
    """A rule: `gives` has, per named group of `pattern`, the values that the actors in that group get.

    `cue` is a word that every match holds, so that most sentences are passed over without the pattern.
    """

    name: str
    cue: str
    pattern: str
    gives: Mapping[str, Mapping[str, Any]]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern with its vocabularies filled in."""
        return re.compile(_HOLE.sub(lambda hole: VOCABULARY[hole[1]], self.pattern))

    @cached_property
    def _cues(self) -> tuple[str, ...]:
        return tuple(self.cue.split("|"))

    def may_match(self, shape: str) -> bool:
        """Whether a clause of this shape has a cue of the rule."""
        for cue in self._cues:  # noqa: SIM110 - `any` takes three times as long, for every rule and clause
            if cue in shape:
                return True
        return False

    def matches(self, clause: Clause) -> Iterator[re.Match[str]]:
        """Every place in a clause where the rule holds."""
        if not self.may_match(clause.shape):
            return
        for match in self.expression.finditer(clause.shape):
            if not _is_of_trade(match) and _acts(match):
                yield match


def _is_of_trade(match: re.Match[str]) -> bool:
    """Whether the talks or deal of a match, or those shortly before one that names none, are of another trade."""
    event = match.start("event") if "event" in match.re.groupindex else -1
    if event >= 0:
        return bool(_TRADE.search(match.string[max(0, event - 15) : event]))
    return bool(_TRADE_DEAL.search(match.string[max(0, match.start() - 60) : match.start() + 1]))


_ACTED_ON = re.compile(
    r"(?:be|been|being|is|are|was|were) (?:\w+ly )?(?!invited|involved|represented|included|named|appointed|chosen|led "
    r"|headed|picked|committed|agreed)(?:\w+ed|held|met|begun|frozen|broken|struck) "
)


def _acts(match: re.Match[str]) -> bool:
    """Whether the subject does what the verb says: not "A was rejected", nor "X urged A to mediate"."""
    aux = match.groupdict().get("aux")
    if not aux:
        return True
    place = match.start("aux")
    for passive in _ACTED_ON.finditer(match.string, place, match.end()):
        if passive.start() < match.end("aux"):
            return False
    if not aux.startswith("to ") or "who" not in match.re.groupindex or match.start("who") > place:
        return True
    return not match.string[: match.start("who")].rstrip()[-1:].isalpha()


def lead(match: re.Match[str], group: str) -> str:
    """The words of a clause right before a group of a match."""
    place = match.start(group)
    return match.string[max(0, place - _LEAD) : max(0, place)]


_LEAD = 90
"""Characters; more than the words that undo what follows them take."""


def event_of(match: re.Match[str]) -> str | None:
    """`talks` or `deal`, as the rule's words for the event have it; None where it has none."""
    groups = match.groupdict()
    word = (groups.get("event") or "").strip()
    if not word:
        return None
    return "deal" if re.fullmatch(_DEALS, word) else "talks"


def is_about_peace(text: str) -> bool:
    """Whether a text speaks of talks or truces at all: where it does not, no word for a meeting or deal counts."""
    return bool(_PEACE.search(text))
