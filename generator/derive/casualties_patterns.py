"""The words that give a number a measure: `killed 12`, `12 were killed`, `a death toll of 12`, `12 refugees`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Measure

_VERBS: dict[Measure, str] = {
    "killed": r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|massacr(?:ed|ing)|execut(?:ed|ing)|slaughter(?:ed|ing)"
    r"|assassinat(?:ed|ing)|behead(?:ed|ing)|slain|slay(?:s|ing)|martyr(?:ed|ing)|shot\s+dead|gunned\s+down",
    "wounded": r"wound(?:s|ed|ing)|injur(?:es|ed|ing|e)|maim(?:ed|ing)|hurt(?:ing)?",
    "displaced": r"displac(?:e|es|ed|ing)|uproot(?:s|ed|ing)|evacuat(?:ed|ing)",
    "detained": r"detain(?:s|ed|ing)|arrest(?:s|ed|ing)|imprison(?:ed|ing)|jail(?:ed|ing)|abduct(?:s|ed|ing)"
    r"|kidnapp(?:ed|ing)|captur(?:es|ed|ing)|round(?:ed|ing)\s+up",
}
_INTRANSITIVE: dict[Measure, str] = {
    "killed": r"died|dies?|dying|perish(?:ed)?|los[te]\s+their\s+lives|losing\s+their\s+lives|succumbed",
    "displaced": r"(?:fled|flee(?:s|ing)?)(?:\s+their\s+\w+)?"
    r"|(?:left|leave|leaving|abandoned|lost|abandoning)\s+their\s+(?:homes|houses|villages)"
    r"|(?:sought|seeking|taken|took)\s+(?:refuge|shelter|asylum)|crossed\s+(?:the\s+border\s+)?into",
    "missing": r"disappeared|vanished|(?:went|gone|go)\s+missing",
}
_STATES: dict[Measure, str] = {
    "killed": r"dead|killed|fatalit(?:y|ies)|deaths?|lives\s+lost|martyrs",
    "wounded": r"wounded|injured|injuries|hurt",
    "displaced": r"(?:(?:internally\s+)?displaced(?:\s+(?:persons?|people))?|IDPs|refugees?|homeless)",
    "missing": r"missing|unaccounted\s+for",
    "detained": r"detainees|under\s+arrest",
    "dead_or_wounded": r"casualties|(?:dead|killed)\s+(?:or|and)\s+(?:wounded|injured)(?!\s+\d)",
}
_PASSIVE: dict[Measure, str] = {
    "dead_or_wounded": r"(?:dead|killed)\s+(?:or|and)\s+(?:wounded|injured)",
    **_VERBS,
    "displaced": rf"{_VERBS['displaced']}|driven\s+(?:from|out)|forced\s+(?:from|out\s+of|to\s+(?:flee|leave))"
    r"|(?:made|left)\s+homeless",
    "detained": rf"{_VERBS['detained']}|taken\s+(?:hostage|prisoner|captive|into\s+custody)|held\s+(?:hostage|captive)",
    "killed": rf"{_VERBS['killed']}|(?:found|left|confirmed|reported|feared|presumed|believed|pronounced)\s+dead|dead",
    "missing": r"(?:(?:reported|still|listed\s+as|feared|declared|believed)\s+)*(?:missing|unaccounted\s+for)",
}
_BOTH = r"kill(?:ed|ing|s)\s+(?:or|and)\s+(?:wound|injur)(?:ed|ing|es)"
_TOLL = (
    r"(?:to|at|of|was|is|were|are|reach(?:ed|es|ing)|hit|hits|hitting|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)"
    r"|pass(?:ed|es|ing)|topp(?:ed|ing)|tops|be|:)"
)


def _named(words: dict[Measure, str]) -> str:
    return "|".join(rf"(?P<{measure}>{pattern})" for measure, pattern in words.items())


_ADVERBS = r"(?:(?:also|so\s+far|now|then|later|already|since|either|in\s+total|still|all|both|\w{2,20}ly)\s+)"
_BEFORE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<dead_or_wounded>{_BOTH})\s+{_ADVERBS}?$",
        rf"\b(?P<killed>claim(?:s|ed|ing)|took|taking|cost(?:ing)?)\s+(?:the\s+)?lives\s+of\s+{_ADVERBS}?$",
        r"\b(?P<killed>loss|bod(?:y|ies)|remains|corpses|deaths?|killings?|murders?|massacre|execution)\s+of\s+$",
        r"\b(?P<displaced>displacement|exodus|flight)\s+of\s+$",
        r"\b(?P<detained>arrests?|detention|abduction|kidnapping)\s+of\s+$",
        rf"\b(?P<killed>(?:death\s+)?toll|number\s+of\s+(?:\w+\s+){{0,2}}(?:dead|killed|deaths|fatalities))\b[^.;:]{{0,90}}?\b{_TOLL}\s+$",
        rf"\b(?P<wounded>number\s+of\s+(?:\w+\s+){{0,2}}(?:wounded|injured|injuries))\b[^.;:]{{0,60}}?\b{_TOLL}\s+$",
        rf"\b(?P<displaced>number\s+of\s+(?:\w+\s+){{0,3}}(?:displaced|refugees|idps)(?:\s+people)?)\b[^.;:]{{0,60}}?\b{_TOLL}\s+$",
        rf"\b(?P<missing>number\s+of\s+(?:\w+\s+){{0,2}}missing)\b[^.;:]{{0,60}}?\b{_TOLL}\s+$",
        rf"\b(?:{_named(_VERBS)})\s+{_ADVERBS}?$",
    )
)
_LEFT = re.compile(rf"\b(?:le(?:ft|aving|aves)|with)\s+{_ADVERBS}?$", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|loses|losing)\s+$", re.IGNORECASE)
_CLAIMED = re.compile(r"\b(?:claim(?:s|ed|ing)|took|taking|cost(?:ing)?)\s+$", re.IGNORECASE)
_DRIVEN = re.compile(
    r"\b(?:dr(?:ove|iven|iving)|forc(?:ed|ing)|sen[td](?:ing)?|caus(?:ed|ing)|prompt(?:ed|ing)|push(?:ed|ing))\s+$",
    re.IGNORECASE,
)
_DRIVEN_AFTER = re.compile(
    r"(?:from|out\s+of)\s+(?:their\s+)?(?:homes?|houses|villages)|to\s+(?:flee|leave|abandon|seek\s+refuge)|fleeing|into\s+exile",
    re.IGNORECASE,
)
_TROOPS = re.compile(
    r"\s*(?:of\s+(?:its|their|his|our)\s+)?(?:\w+\s+){0,3}?(?:men|soldiers|fighters|troops|members|people|lives|servicemen"
    r"|officers|combatants|personnel)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"people|persons?|civilians?|soldiers?|troops|servicemen|fighters?|rebels?|militants?|militia(?:men)?|insurgents?|gunmen"
    r"|terrorists?|extremists?|jihadis?(?:ts)?|guerrillas?|combatants?|residents?|villagers?|families|children|child|women|woman"
    r"|men|man|boys?|girls?|members?|officers?|policemen|police|protesters?|demonstrators?|activists?|workers?|journalists?"
    r"|students?|patients?|citizens?|nationals?|others?|medics|doctors|attackers?|bombers?|refugees|migrants|peacekeepers?"
    r"|prisoners?|hostages?|recruits|inhabitants|pilgrims|worshippers|passengers|drivers?|teachers?|pupils?|babies|infants"
    r"|lives|forces|personnel|victims?|households?|miners?|farmers?|traders?|sailors?|fishermen|herders?|pilots?"
    r"|shoppers?|commuters|mourners|commanders?|guards?|staff|(?-i:[A-Z][a-z]+(?:ans?|is|ese|ish|ots|iets|ers))"
)
_PERSONS = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:\s+(?!(?:in|on|at|by|for|with|from|near|inside|outside|around|across|during|amid|under|over|through|throughout"
    r"|within|against|into|as|where|than|to|and|but|when|after|before|while|who|which|that|said|says|of|were|was|have|has|had|are|is"
    r"|dead|deaths?|fatalit\w+|casualties|injuries|hurt|internally|idps|homeless|perished|disappeared|vanished|lose|lost"
    r"|killed|wounded|injured|missing|displaced|refugees|fled|died|will|would|could|the|an?|its|their|his|since|late|early"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)(?:(?:[A-Za-z]\.){2,}|[A-Za-z][\w'/-]*)){0,6}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s*,?\s*\((?:[^()]{1,80})\)|\s*,?\s*(?:including|among\s+them|mostly|most\s+of\s+them|many\s+of\s+them|half\s+of\s+them)"
    r"\s+[^,.;:]{1,60}?(?:,|(?=\s(?:were|was|have|had|has)\b))|\s+of\s+(?:them|its|their|his|our|the)\s*(?:\w+\s*){0,2}"
    r"|\s+(?:in|from|inside|at|around|near|across)\s+(?:the\s+)?(?:[\w'-]+\s+){0,4}?[\w'-]+(?=\s(?:were|was|have|had|has)\b)"
    r"|\s*,?\s*and\s+[^,.;:]{1,60}?(?=\s(?:were|was|have|had|has)\b))?",
    re.IGNORECASE,
)
_BE = r"(?:(?:were|was|are|is|being|ha(?:s|ve|d)\s+(?:\w+\s+){0,3}?been|been|be|get|got)\s+)"
_HAVE = r"(?:(?:have|has|had|were|are|remain(?:ed|s)?|went|gone|go|was|is)\s+(?:since\s+)?)?"
_AUXILIARY = re.compile(rf"\s*,?\s*{_BE}{_ADVERBS}{{0,2}}(?:{_named(_PASSIVE)})\b", re.IGNORECASE)
_BARE = re.compile(rf"\s+{_ADVERBS}?(?:{_named(_STATES)})\b", re.IGNORECASE)
_DID = re.compile(
    rf"\s*,?\s*{_HAVE}{_ADVERBS}{{0,2}}(?:been\s+)?(?:{_named(_INTRANSITIVE)}|(?P<lost>missing))\b", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\s+(?:\d|(?:a|an|the|its|their|his|some|about|nearly|almost|dozens|hundreds|scores|several|many|up\s+to|at\s+least|more\s+than"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|civilians|people|soldiers|himself|themselves)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Counted:
    """What a number counts: the measure, the rule, and how far before and behind the number its words reach."""

    measure: Measure
    rule: str
    before: int = 0
    after: int = 0


def counted(before: str, after: str) -> Counted | None:
    """The measure of a number by the words before and after it in its clause; None where they give none."""
    return next((found for rule in _RULES for found in rule(before, after)), None)


def _measure(match: re.Match[str]) -> Measure:
    name = next(name for name, value in match.groupdict().items() if value is not None)
    return "missing" if name == "lost" else name  # type: ignore[return-value]


def _stated(before: str, after: str) -> Iterator[Counted]:
    """`12 dead`, `seven injured`, `466,829 internally displaced persons`, `four deaths`, `left 11 people dead`."""
    group = _GROUP.match(after)
    end = group.end() if group else 0
    found = _BARE.match(after, end)
    if not found:
        return
    measure = _measure(found)
    rest = after[found.end() :]
    verbal = found[0].split()[-1].lower() in ("killed", "wounded", "injured", "hurt", "displaced")
    if verbal and end and (_OBJECT.match(rest) or not _PERSONS.search(after[:end])):
        return  # "two bombs killed 30": the number is of those who kill
    if verbal and _OBJECT.match(rest):
        return
    left = _LEFT.search(before)
    yield Counted(measure, "number and state", len(before) - left.start() if left else 0, found.end())


def _passive(_: str, after: str) -> Iterator[Counted]:
    """`12 people were killed`, `17 people including two children were killed`, `957 have so far been killed`."""
    found = _after_group(after, _AUXILIARY)
    if found:
        yield Counted(_measure(found), "number and passive", 0, found.end())


def _did(_: str, after: str) -> Iterator[Counted]:
    """`12 soldiers died`, `nearly 900,000 people have fled their homes`, `five are missing`."""
    found = _after_group(after, _DID)
    if found and (found.start() == 0 or _PERSONS.search(after[: found.end()])):
        yield Counted(_measure(found), "number and verb", 0, found.end())


def _after_group(after: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    group = _GROUP.match(after)
    end = group.end() if group else 0
    found = pattern.match(after, end)
    if found is None:
        tail = _TAIL.match(after, end)
        found = pattern.match(after, tail.end()) if tail and tail.end() > end else None
    return found


def _active(before: str, after: str) -> Iterator[Counted]:
    """`killed 12 people`, `wounding another 30`, `a death toll of 45`, `the bodies of six`."""
    for pattern in _BEFORE:
        found = pattern.search(before)
        if found:
            yield Counted(_measure(found), "words before a number", len(before) - found.start())
            return
    if (found := _LOST.search(before)) and _TROOPS.match(after):
        yield Counted("killed", "lost a number", len(before) - found.start())
    elif (found := _CLAIMED.search(before)) and re.match(r"\s+(?:\w+\s+){0,2}lives\b", after):
        lives = re.match(r"\s+(?:\w+\s+){0,2}lives\b", after)
        yield Counted("killed", "claimed lives", len(before) - found.start(), lives.end() if lives else 0)
    elif found := _DRIVEN.search(before):
        group = _GROUP.match(after)
        driven = _DRIVEN_AFTER.match(after[group.end() :].lstrip()) if group else None
        if group and driven:
            yield Counted("displaced", "driven from home", len(before) - found.start(), group.end() + 1 + driven.end())


_RULES = (_active, _passive, _stated, _did)


def people_end(after: str) -> int:
    """How far the words for those whom the number counts reach."""
    group = _GROUP.match(after)
    return group.end() if group else 0


def counts_things(after: str) -> bool:
    """Whether what is counted is a thing: `12 villages`, `two tanks`."""
    return bool(_THINGS.match(after)) and not _PERSONS.search(after[: people_end(after)])


_THINGS = re.compile(
    r"\s+(?:[\w'-]+\s+){0,3}?(?:villages|towns|cities|positions|tanks|vehicles|trucks|ships|boats|vessels|weapons|rockets|missiles"
    r"|shells|drones|aircraft|planes|helicopters|houses|homes|buildings|schools|hospitals|bases|posts|checkpoints|districts"
    r"|attacks|raids|strikes|airstrikes|bombings|bombs|explosions|incidents|provinces|areas|cases|animals|cattle|sheep|cows)\b",
    re.IGNORECASE,
)
