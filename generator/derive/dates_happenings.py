"""The words that say what happened on a date: verbs and nouns of events, and which `what` they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.derive.dates_clauses import Sentence
from generator.model import DateKind
from generator.text import Span

_IRREGULAR = (
    "held hold meets? met came went left fell shot broke fought saw gave got found won lost sent struck hit "
    "became rose drove brought bought caught led cut fled flew ran withdrew built paid sought threw kept felt "
    "grew took take takes made overran overtook did beat sank shook dealt drew rode shut split spread stole "
    "swept travels? visits? arrives? gathers? votes? attends? hosts? continues? delivers? leaves? returns? goes "
    "go gone going seen sent killed killing meeting holding taking visiting travelling traveling attending "
    "hosting leaving arriving mired was were has have occur happens? dated due scheduled planned expected set "
    "slated died dies die marks? marking falls?"
)
_NOUNS = (
    "talks meetings? summits? conferences? negotiations elections? vot(?:e|es|ing) referendum(?:s)? attacks? "
    "assaults? raids? strikes? airstrikes? offensives? bombings? shelling massacres? battles? wars? conflict "
    "clashes fighting violence protests? uprisings? coups? revolutions? invasions? visits? rall(?:y|ies) "
    "ceremon(?:y|ies) rounds? sessions? deadlines? murders? killings? deaths? assassinations? explosions? "
    "blasts? ambush(?:es)? prizes? earthquakes? withdrawals? crisis period operations? campaigns? "
    "demonstrations? inaugurations? dialogue exchanges? releases? incidents? crackdowns? sieges? events?"
)
_BARGAINS = "deals? agreements? accords? truces? treat(?:y|ies) pacts? settlements? armistices?"
_PAPERS = "data figures reports? statements? letters? press|communiques? communiqués? surveys? documents?"
_PUT_INTO = r"(?:t[ao]ke?s?|took|taking|taken|c[ao]me?s?|coming|go(?:es)?|went|going|enter(?:s|ed|ing)?|put|brought)"


def _words(listed: str) -> str:
    return "|".join(listed.split())


_HAPPENINGS: dict[str, str] = {
    "in-effect": rf"{_PUT_INTO}\s+(?:in(?:to)?\s+)?(?:effect|force|place\b(?<=into place))|in\s+(?:force|effect)"
    r"|in\s+place|effective|entry\s+into\s+force|taking\s+hold|took\s+hold|taken\s+hold",
    "place": r"(?:t[ao]kes?|took|taking|taken)\s+place",
    "suspended": r"suspend\w*|suspension|postpon\w*|adjourn\w*|on\s+hold|put\s+off|call(?:ed|s|ing)\s+off|cancel\w*"
    r"|froze\w*|freez\w*|delay(?:ed|s|ing)|halt(?:ed|s|ing)|paus(?:ed|es|ing)|br[eo]ak\s+off|broke\s+off|stall(?:ed|s)",
    "end": r"end(?:ed|s|ing)?|expir\w+|collaps\w+|conclud(?:es|ed|ing|e)|finish(?:ed|es|ing)?|broke\s+down"
    r"|laps(?:es|ed|ing)|fail(?:s|ed)(?!\s+to)|ceas(?:es|ed)|terminat\w+|unravell?ed|defeat(?:s|ed|ing)?|wound\s+up|wrapped\s+up|run\s+out|ran\s+out",
    "endorsed": r"endors\w+|approv(?:es|ed|ing|al)|back(?:ed|s|ing)|ratif\w+|adopt(?:s|ed|ing)?|adoption"
    r"|welcom(?:es|ed|ing)",
    "agreed": r"sign(?:s|ed|ing)?|signature|agree[ds]?|agreeing|broker(?:s|ed|ing)?|clinch\w*|seal(?:s|ed|ing)"
    r"|initiall?ed|accept(?:s|ed|ing)|struck\s+(?=a\b|an\b|the\b)|negotiated",
    "reached": r"reach(?:es|ed|ing)?|concluded",
    "announced": r"announc(?:es?|ed|ing|ement)|declar(?:es?|ed|ing)|unveil\w*|proclaim\w*|named|appoint(?:s|ed|ing)"
    r"|publish(?:es|ed|ing)|issu(?:es|ed|ing)|dated",
    "said": r"sa(?:id|ys?|ying)|t(?:old|ells?|elling)|stated|sp(?:oke|eaks?|eaking|oken)|warn(?:s|ed|ing)"
    r"|accus(?:es|ed|ing)|claim(?:s|ed|ing)|estimat(?:es|ed)|reported|insist(?:s|ed)|tweet(?:s|ed)|wrote|writes|urg(?:es|ed)"
    r"|added|comment(?:s|ed)|stress(?:es|ed)|vow(?:s|ed)|confirm(?:s|ed)|den(?:ies|ied)|condemn(?:s|ed)|interview",
    "start": r"start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|resum(?:es?|ed|ing|ption)|reconven\w+|br(?:oke|eak)"
    r"\s+out|erupt(?:s|ed)?|kick(?:s|ed|ing)?\s+off|commenc\w+|founded|establish(?:ed|es)|set\s+up|opens|opened(?!\s+fire)",
    "launched": r"launch(?:es|ed|ing)?",
    "paper": _PAPERS,
    "bargain": _words(_BARGAINS),
    "ceasefire": r"cease-?\s?fires?|cessation\s+of\s+hostilities",
    "noun": _words(_NOUNS),
    "verb": rf"{_words(_IRREGULAR)}|[a-z]{{2,20}}ed",
}
_HAPPENING = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{kind.replace('-', '_')}>{words})" for kind, words in _HAPPENINGS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:need|indeed|speed|seed|feed|exceed|hundred|sacred|naked|united|armed|unarmed|besieged|embattled|allied|red|shed|bed"
    r"|led|bloodshed|so-called|called|alleged|limited|supposed|unprecedented|based|backed|noted|uncredited|seemed|appeared|wanted|believed|feared|considered|concerned|interested)",
    re.IGNORECASE,
)
_BARGAIN = re.compile(
    rf"\b(?:{_words(_BARGAINS)}|cease-?\s?fires?|cessation|compromise|consensus|understanding|first"
    r"|second|third)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:offensives?|operations?|campaigns?|process|talks|negotiations|war|initiatives?|rounds?|missions?)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"\w+ed", re.IGNORECASE)
_ITS_NOUN = re.compile(
    rf"\s+(?:(?:peace|political|temporary|partial|nationwide|new|final|military)\s+)?(?:{_words(_BARGAINS)}|cease-?\s?fires?"
    r"|cessation|talks|negotiations|rebels?|militants?|forces|plan|process)\b",
    re.IGNORECASE,
)
_MEANINGS: dict[str, DateKind] = {
    "place": "held",
    "noun": "held",
    "verb": "held",
    "bargain": "agreed",
    "ceasefire": "in-effect",
    "paper": "announced",
    "in-effect": "in-effect",
    "suspended": "suspended",
    "end": "end",
    "endorsed": "endorsed",
    "agreed": "agreed",
    "announced": "announced",
    "said": "said",
    "start": "start",
}
_WEAK = {"noun": 5, "bargain": 5, "ceasefire": 6, "paper": 6}
"""What a noun costs more than a verb, in words, where it does not stand right beside the date."""
_AUXILIARY = re.compile(
    r"(?:was|were|has|have|set|go|goes|going|gone|made|make|take|takes|took|did|led|due)", re.IGNORECASE
)
_AFTER = 6
_FARTHEST = 26
_WINDOW = 300
"""Characters on each side of a date; more than the words within the farthest cost take."""


@dataclass(frozen=True)
class Happening:
    """Words that say what happened, what they mean by default, and how far they are from the date, in words."""

    span: Span
    what: DateKind
    sort: str
    cost: int


@lru_cache(maxsize=256)
def happenings(sentence: Sentence) -> tuple[tuple[Span, str], ...]:
    """Every word of a sentence that says that something happens, with its sort."""
    return tuple(_happenings(sentence))


def _happenings(sentence: Sentence) -> Iterator[tuple[Span, str]]:
    for match in _HAPPENING.finditer(sentence.text):
        sort = (match.lastgroup or "").replace("_", "-")
        if sort == "verb" and _NO_VERB.fullmatch(match[0]):
            continue
        if sort == "reached":
            sort = "agreed" if _BARGAIN.search(sentence.text) else "verb"
        if sort == "launched":
            sort = "start" if _LASTING.match(sentence.text, match.end()) else "verb"
        if (
            sort in ("agreed", "endorsed")
            and _ADJECTIVE.fullmatch(match[0])
            and _ITS_NOUN.match(sentence.text, match.end())
        ):
            continue  # "the brokered truce" tells of no brokering
        yield Span(sentence.span.start + match.start(), sentence.span.start + match.end()), sort


def around(sentence: Sentence, date: Span) -> Sequence[tuple[Span, str]]:
    """Those of the sentence's happenings that stand near enough to a date."""
    found = happenings(sentence)
    first = bisect_left(found, date.start - _WINDOW, key=lambda one: one[0].start)
    return found[first : bisect_left(found, date.end + _WINDOW, key=lambda one: one[0].start)]


def happening(sentence: Sentence, date: Span) -> Happening | None:
    """What the words nearest to the date say happened on it; None where no words of the sentence do."""
    modifies = _modified(sentence, date)
    found = [_priced(sentence, date, place, sort, modifies) for place, sort in around(sentence, date)]
    best = min((one for one in found if one), key=lambda one: one.cost, default=None)
    return best if best and best.cost < _FARTHEST else None


_OPENS = re.compile(
    r"(?:^|[,;:(\"]|\b(?:and|but|that|which|when|while)|\s-)\s*(?:also|late|early|earlier|later)?\s*"
    r"(?:on|in|by|at|during|since)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?:'s)?\s+(?:[\w-]+\s+){0,6}?$", re.IGNORECASE)


def _modified(sentence: Sentence, date: Span) -> bool:
    """Whether the date stands before a noun that it belongs to: `Monday's talks`, `the 5 May elections`."""
    if sentence.after(date.end, 2) == "'s":
        return True
    return bool(
        re.search(r"\b(?:the|a|an|this|his|her|their|its)\s+$", sentence.before(date.start), re.IGNORECASE)
    ) and bool(re.match(r"\s+[\w-]+", sentence.after(date.end)))


def _priced(sentence: Sentence, date: Span, place: Span, sort: str, modifies: bool) -> Happening | None:
    if date.overlaps(place):
        return None
    cost = sentence.distance(place, date)
    after = place.start >= date.end
    noun = sort in _WEAK
    if after:
        between = sentence.between(date.end, place.start)
        if modifies and noun and _HEADED.fullmatch(between):
            return Happening(place, _MEANINGS[sort], sort, 0)
        opening = _OPENS.search(sentence.before(date.start))
        cost += 0 if opening else _AFTER
        if opening and between.startswith(","):
            cost -= 3  # "On Friday, they met": the comma parts nothing
    elif noun and place.end + 12 >= date.start and not modifies:
        cost -= 2
    if noun:
        cost += _WEAK[sort]
    if sort == "verb" and _AUXILIARY.fullmatch(sentence.between(place.start, place.end)):
        cost += 4  # "was", "made": the verb beside them says more
    return Happening(place, _MEANINGS[sort], sort, cost)
