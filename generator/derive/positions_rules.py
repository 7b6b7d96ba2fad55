"""Rules for positions: verbs of wanting, offering, refusing and expecting, in the forms that reports have them in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.matching import Rule

_ADVERBS = (
    r"(?:(?:also|both|all|still|again|now|long|once|meanwhile|however|clearly|on|later|earlier|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|today|yesterday|(?:repeated|public|strong|categorical|current|previous|recent|consistent|open"
    r"|initial|final|flat|urgent)ly) ){0,4}"
)
_SAID = (
    r"(?:(?:(?:has|have|had|also) ){0,2}(?:said|says?|announced|added|stressed|declared|noted|reiterated|insisted"
    r"|warned|confirmed|vowed|pledged|stated|repeated|maintained|explained) "
    r"(?:(?!that )[^\s§,.;:()]+ ){0,5}?(?:that )?(?P<pronoun>it|he|she|they) )"
)
_WHAT = r"(?P<what>[^;:()]{1,600})"


@dataclass(frozen=True)
class Verb:
    """A verb of wanting with what must follow it: its base, its forms, and how a sentence of ours has it.

    `third` is its form in a sentence of ours, `base` the one that stands after `does not`; `finite` and `ing` are
    patterns of its forms in articles, and `follows` one of what comes next.
    """

    name: str
    third: str
    base: str
    finite: str
    ing: str
    follows: str = ""


_TO = r"(?=to \w)"
_ASIDE = r"(?:[^\s§,.;:()]+ ){0,2}?(?:§ )?"
_DECIDED = "(?:agreed|decided) to "
_WORDS = r"(?:[^\s§,.;:()]+ ){0,4}?"
_SOMETHING = r"(?!to (?:a|an|the|its|their|his|her|§) )"

VERBS = (
    Verb("wants", "wants", "want", "wants?|wanted", "wanting", _SOMETHING),
    Verb("would-like", "would like", "would like", "would like", "would like", ""),
    Verb("wishes", "wishes", "wish", "wish(?:es|ed)?", "wishing", r"(?=(?:to|for) )"),
    Verb("seeks", "seeks", "seek", "seeks?|sought", "seeking"),
    Verb("demands", "demands", "demand", "demand(?:s|ed)?", "demanding"),
    Verb("insists", "insists", "insist", "insist(?:s|ed)?", "insisting", r"(?=(?:on|that) )"),
    Verb("calls-for", "calls for", "call for", "call(?:s|ed)? for", "calling for"),
    Verb("calls-on", "calls on", "call on", "call(?:s|ed)? (?:on|upon)", "calling (?:on|upon)", r"(?=.{1,200} to )"),
    Verb("urges", "urges", "urge", "urge[sd]?", "urging"),
    Verb("expects", "expects", "expect", "expects?|expected", "expecting", _SOMETHING),
    Verb("hopes", "hopes", "hope", "hope[sd]?", "hoping"),
    Verb(
        "looks-forward",
        "looks forward to",
        "look forward to",
        f"look(?:s|ed)? forward {_ASIDE}to",
        f"looking forward {_ASIDE}to",
    ),
    Verb("counts-on", "counts on", "count on", "count(?:s|ed)? on", "counting on"),
    Verb("refuses", "refuses", "refuse", "refuse[sd]?", "refusing", _TO),
    Verb("declines", "declines", "decline", "decline[sd]?", "declining", _TO),
    Verb("rejects", "rejects", "reject", "reject(?:s|ed)?", "rejecting"),
    Verb("rules-out", "rules out", "rule out", "rule[sd]? out", "ruling out"),
    Verb("opposes", "opposes", "oppose", "oppose[sd]?", "opposing"),
    Verb("offers", "offers", "offer", "offer(?:s|ed)?", "offering", _TO),
    Verb("proposes", "proposes", "propose", "propose[sd]?", "proposing"),
    Verb("suggests", "suggests", "suggest", "suggest(?:s|ed)?", "suggesting"),
    Verb("prefers", "prefers", "prefer", "prefer(?:s|red)?", "preferring"),
    Verb("favours", "favours", "favour", "favou?r(?:s|ed)?", "favou?ring"),
    Verb("intends", "intends", "intend", "intend(?:s|ed)?", "intending", _TO),
    Verb("aims", "aims", "aim", "aim(?:s|ed)?", "aiming", _TO),
    Verb("accepts", "accepts", "accept", "accept(?:s|ed)?", "accepting"),
    Verb("supports", "supports", "support", "support(?:s|ed)?", "supporting"),
    Verb("backs", "backs", "back", "back(?:s|ed)?", "backing"),
    Verb("welcomes", "welcomes", "welcome", "welcome[sd]?", "welcoming"),
    Verb("prepares", "prepares", "prepare", "prepares?", "preparing"),
    Verb("works-on", "works on", "work on", "works? on", "working on"),
    Verb("tries", "tries", "try", "tries|tried", "trying", _TO),
    Verb("attempts", "makes attempts", "make any attempts", "makes? attempts", "making attempts", _TO),
    Verb("continues", "continues", "continue", "continues?|will continue", "continuing", _TO),
    Verb("freezes", "freezes", "freeze", f"{_DECIDED}freeze|froze|freezes?", "freezing", "(?={NEAR}{THING})"),
    Verb("suspends", "suspends", "suspend", f"{_DECIDED}suspend|suspend(?:s|ed)?", "suspending", "(?={NEAR}{THING})"),
    Verb("asks", "asks", "ask", "ask(?:s|ed)?", "asking", "(?=§ to |for )"),
    Verb("sees", "sees", "see", "sees?|saw", "seeing", f"(?={{NEAR}}{{THING}}{_WORDS}as )"),
    Verb(
        "considers",
        "considers",
        "consider",
        "consider(?:s|ed)?",
        "considering",
        f"(?={{NEAR}}{{THING}}{_WORDS}(?:as |to be |an? |the |important |useful |necessary ))",
    ),
)
STANCES = frozenset("supports backs welcomes opposes rejects".split())
"""Verbs whose object may be `this plan`, as all that they say is for or against it, or somebody's part in it."""
PRESENCE = r"^(?!.*\b(?:military|troops?|soldiers?|forces)\b).*\b(?:presence|participation|involvement|attendance) "
"""What others may oppose of somebody at talks."""
_CUES = {"seeks": "seek|sought", "favours": "favo", "freezes": "freez|froz", "sees": " see|saw", "tries": "try|tri"}
"""Cues of verbs that are not in all their forms what their base begins with."""
READY = ("ready", "willing", "prepared", "determined", "reluctant", "unwilling")
"""What those are who offer or refuse."""

_BE = r"(?:is|are|am|re|m|was|were|(?:has|have|ve) been) "
_S = "{S}{APPOS}(?:(?:due|expected|invited|set) to (?:{W}){1,5}?)?"
_WHO: dict[str, dict[str, str]] = {"who": {}}


_DENIED = r"(?:(?P<denied>(?:do|does|did)(?: not|n't))|(?P<unable>cannot|can not|can't))"


def _rules() -> tuple[Rule, ...]:
    found = []
    for verb in VERBS:
        forms = (
            rf"(?:(?:(?:has|have) )?{_ADVERBS}(?:{verb.finite})"
            rf"|{_BE}(?P<not>not )?{_ADVERBS}(?:{verb.ing})"
            rf"|{_DENIED} {_ADVERBS}{verb.base})"
        )
        said = rf"(?:{_SAID})?"
        cue = _CUES.get(verb.name, verb.base.split(" ")[0].rstrip("e"))
        found.append(Rule(verb.name, cue, rf"{_S}{said}{forms} {verb.follows}{_WHAT}", _WHO))
    ready = (
        rf"(?:is|are|am|re|m|was|were|remains?|remained) (?P<denied>not )?{_ADVERBS}(?P<ready>{'|'.join(READY)}) {_TO}"
    )
    found.append(Rule("is-ready", "|".join(READY), rf"{_S}(?:{_SAID})?{ready}{_WHAT}", _WHO))
    will = r"(?:will|would|ll) (?P<denied>not |never )?"
    found.append(Rule("will", "will |would | ll ", rf"{_S}(?:{_SAID})?{will}{_WHAT}", _WHO))
    found.append(Rule("expects-that", "will |would ", rf"{_S}{_BELIEVES}{_WILL}", _WHO))
    return tuple(found)


_BELIEVES = rf"(?:{_SAID})?(?:(?:has|have|had|also) ){{0,2}}(?:predicted|believe[sd]?|thinks?|thought) (?:that )?"
_WILL = (
    r"(?P<what>(?:(?!that )[^\s,;:()]+ ){0,10}?{THING}(?:(?!that )[^\s,;:()]+ ){0,10}?(?:will|would) "
    r"(?!(?:be (?:held|hosted|attended|mediated|led|brokered)|take|start|begin|open|resume|last) )[^;:()]{1,400})"
)
"""What talks or a truce will do or bring; when and where they are held is no position."""
RULES: tuple[Rule, ...] = _rules()
"""One for each verb, and those of readiness and of what somebody will do or believes that talks will."""
