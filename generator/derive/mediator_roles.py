"""Rules for mediators that every role has: its participle, verb and nouns in the places where these show it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.matching import Rule

_ROLES = {
    "mediator": (
        "mediated|co-mediated|steered|spearheaded",
        "mediates?|mediating|mediated|co-mediat(?:e[sd]?|ing)",
        "mediators?|intermediar(?:y|ies)|go-between",
    ),
    "broker": (
        "brokered|negotiated|arranged",
        (
            "brokers?|brokered|brokering|secured?|securing|clinch(?:ed|es)|forg(?:ed|es)|seal(?:s|ed)|orchestrated"
            "|engineered|deliver(?:s|ed)|finali[sz]ed|bring(?:s|ing)? about|brought about"
        ),
        "brokers?|peace-?brokers?",
    ),
    "guarantor": (
        "guaranteed|supervised|monitored|overseen|policed",
        "guarantee[sd]?|guaranteeing|supervise[sd]?|supervising|oversees?|oversaw|overseeing",
        "guarantors?",
    ),
    "host": ("hosted|co-hosted", "hosts?|hosted|hosting|co-host(?:s|ed|ing)?", "hosts?|co-hosts?"),
    "convener": (
        "convened|organi[sz]ed|initiated|launched|called(?! (?:for|on|upon) (?!by ))|chaired|co-chaired|arranged",
        (
            "convene[sd]?|convening|organi[sz](?:e[sd]?|ing)|initiated?|launch(?:ed|es)|chair(?:ed|s|ing)|co-chair(?:ed|s|ing)"
            "|prepar(?:ing|ed|es)|arranged"
        ),
        "conveners?|convenors?|organi[sz]ers?|co-chairs?",
    ),
    "backer": (
        "backed|supported|sponsored|co-sponsored",
        "backs?|backed|backing|supports?|supported|supporting|sponsor(?:s|ed|ing)?|push(?:ed|es|ing)",
        "backers?|co-sponsors?|sponsors?",
    ),
    "facilitator": (
        "facilitated",
        "facilitate[sd]?|facilitating",
        "facilitators?|observers?|moderators?|broker and facilitators?",
    ),
    "endorser": ("endorsed|witnessed|welcomed and endorsed", "endorse[sd]?|endorsing", "endorsers?"),
}
"""Of each role the participles, the verbs and the nouns that show it."""
_STRONG = ("mediator", "broker", "facilitator")
"""Roles whose words speak of talks by themselves."""
_PLAYING = (
    r"(?:is|was|are|were|acts?|acted|acting|serv(?:e|ed|es|ing)|play(?:s|ed|ing)?|remains?|became|become|emerged"
    r"|attend(?:ed|ing|s)?|join(?:ed|ing|s)?|participat(?:e|ed|ing)|invited|been|named|role|roles)"
)


def _rules_of(role: str, participles: str, verbs: str, nouns: str) -> Iterator[Rule]:
    strong = role in _STRONG
    object_ = "(?:{OBJ}{EVENT}|between )" if strong else "{OBJ}{EVENT}"
    if role == "mediator":
        object_ = "(?:{OBJ}{EVENT}|between |(?=[.,;]))"
    cue = _cue(participles)
    gives = {"who": {"role": role}}
    both = {**gives, "other": {"role": role}}
    yield Rule(f"event-{role}-by", " by ", f"{{EVENT}}{{FAR}}(?:{participles}) (?:{{W}}?)by {{A}}", gives)
    if strong:
        first = participles.partition("|")[0]
        yield Rule(f"{role}-by", " by ", f"(?:{first}) (?:{{W}}?)by {{A}}", gives)
    led = "led (?!the |a |an |his |her |its |their )|" if role == "mediator" else ""
    yield Rule(
        f"actor-{role}-event",
        cue.replace(" ", "") + "|led ",
        rf"{{A}}(?:- )?-?(?:{led}(?:{participles})(?: and (?!§)\S+)? )(?:[^\s.;:,]+ ){{0,4}}?{{EVENT}}",
        gives,
    )
    yield Rule(
        f"active-{role}", _cue(verbs), f"{{S}}{{APPOS}}{{AUX}}(?:{verbs}) (?!for |of |from |to ){object_}", gives
    )
    yield Rule(
        f"{role}-noun-behind",
        _cue(nouns),
        (
            r"{A}, (?:(?!who |which |said |has |have |was |is |were |are |not )"
            rf"[^\s.;:,]+ ){{0,9}}?(?:{nouns}) (?!for the (?:government|rebels))"
        ),
        gives,
    )
    yield Rule(
        f"acts-as-{role}",
        _cue(nouns),
        (
            f"{{S}}{{APPOS}}{{AUX}}{_PLAYING} {{W}}{{0,6}}?(?:{nouns}) (?:(?:, )?(?:as well as|along with|"
            "together with) {B})?"
        ),
        both,
    )
    yield Rule(
        f"{role}-noun-before",
        _cue(nouns),
        (
            rf"(?<!the )(?:{nouns}) (?:(?:states|countries|powers|nations|of the \w+|from|for|to the \w+|"
            r"were|are|is|was|include[sd]?|including|such|as|like|[,:-]) ){0,4}{A}"
        )
        if role not in ("host", "broker")
        else r"(?:hosts|brokers) {A}",
        gives,
    )


def _cue(pattern: str) -> str:
    """What every word of an alternation begins with, for a rule's cue."""
    return "|".join(
        sorted({" " * (word[0] != "-") + word[:4] for word in re.findall(r"(?:^|\|)([a-z][a-z-]{3})", pattern)})
    )


ROLE_RULES = tuple(rule for role, words in _ROLES.items() for rule in _rules_of(role, *words))
"""For each role, by participle, compound, verb, apposition, `acting as` and noun."""
