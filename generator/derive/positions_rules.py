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
)
_CUES = {"seeks": "seek|sought", "favours": "favo"}
"""Cues of verbs that are not in all their forms what their base begins with."""
READY = ("ready", "willing", "prepared", "determined", "reluctant", "unwilling")
"""What those are who offer or refuse."""

_S = "{S}{APPOS}(?:(?:due|expected|invited|set) to (?:{W}){1,5}?)?"
_WHO: dict[str, dict[str, str]] = {"who": {}}


def _rules() -> tuple[Rule, ...]:
    found = []
    for verb in VERBS:
        forms = (
            rf"(?:(?:(?:has|have) )?{_ADVERBS}(?:{verb.finite})"
            rf"|(?:is|are|was|were|(?:has|have) been) {_ADVERBS}(?:{verb.ing})"
            rf"|(?P<denied>do|does|did) not {_ADVERBS}{verb.base})"
        )
        said = rf"(?:{_SAID})?"
        cue = _CUES.get(verb.name, verb.base.split(" ")[0].rstrip("e"))
        found.append(Rule(verb.name, cue, rf"{_S}{said}{forms} {verb.follows}{_WHAT}", _WHO))
        found.append(Rule(f"we-{verb.name}", cue, rf" (?:we|i) {forms} {verb.follows}{_QUOTED}", _SPEAKER))
    ready = rf"(?:is|are|was|were|remains?|remained) (?P<denied>not )?{_ADVERBS}(?P<ready>{'|'.join(READY)}) {_TO}"
    found.append(Rule("is-ready", "|".join(READY), rf"{_S}(?:{_SAID})?{ready}{_WHAT}", _WHO))
    found.append(Rule("will", "will |would ", rf"{_S}{_SAID}(?:will|would) (?P<denied>not |never )?{_WHAT}", _WHO))
    found.append(Rule("expects-that", "will |would ", rf"{_S}{_BELIEVES}{_WILL}", _WHO))
    return tuple(found)


_BELIEVES = (
    r"(?:(?:has|have|had|also) ){0,2}(?:(?:said|says|announced|stressed|declared|noted|insisted|vowed|predicted"
    r"|believe[sd]?|thinks?|thought) )(?:(?P<pronoun>it|he|she|they) (?:believe[sd]?|thinks?|thought) )?(?:that )?"
)
_WILL = (
    r"(?P<what>(?:(?!that )[^\s,;:()]+ ){0,10}?{THING}(?:(?!that )[^\s,;:()]+ ){0,10}?(?:will|would) "
    r"(?!(?:be (?:held|hosted|attended|mediated|led|brokered)|take|start|begin|open|resume|last) )[^;:()]{1,400})"
)
"""What talks or a truce will do or bring; when and where they are held is no position."""
_QUOTED = (
    r"(?P<what>[^;:()§]{1,300}?(?:§ [^;:()§]{1,300}?){0,3}), (?:(?P<who>§) (?:also |has |had ){0,2}(?:said|says|told"
    r"|added|stressed|noted) |(?:said|says|added|stressed|noted) (?P<second>§) )"
)
_SPEAKER: dict[str, dict[str, str]] = {"who": {}, "second": {}}

RULES: tuple[Rule, ...] = _rules()
"""Two for each verb: of whom the article says so, and of whom it quotes with `we` or `I`."""
