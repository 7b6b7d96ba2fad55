"""Words that show a status, a role, a measure or an exclusion, and whether the text negates them.

The lists hold the common English of reports on talks and wars, never a name. They serve to catch a value
that contradicts its words; they cannot prove one.
"""

from __future__ import annotations

import re

from generator.text import Span, fold

_TOKEN = re.compile(r"[\w'-]+|[,;:.!?\"()]")
_NEGATOR = re.compile(r"(?:not|never|no|none|nor|neither|without|nobody|cannot|hardly|\w+n't)", re.IGNORECASE)


def beginning_with(*stems: str) -> re.Pattern[str]:
    """A pattern for words that begin with a stem; a stem that ends in `$` is the whole word."""
    return re.compile(f"(?:{'|'.join(' '.join(stems).split())})", re.IGNORECASE)


REFUSAL = beginning_with(
    "refus reject boycott declin oppos objects$ objected$ objecting$ objection exclu withdr[ae]w shun snub",
    "skip barred$ ban$ bans$ banned$ banning$ unwilling disinvit uninvit abstain spurn rebuff denied$ denies$",
    "deny$",
)
"""Words that refuse what follows them, as a negation does."""
_KEPT_OUT = beginning_with(
    "absen bars$ barring$ suspend freez froze quit$ quits$ quitting$ against$ prevent blocks$ blocked$",
    "blocking$ except$ excepting$ exception$ omit outside$ ineligible sidelin unwelcome veto cancel",
)
"""Words of absence and exclusion that need not govern what follows them."""
_REFUSAL_PHRASE = re.compile(
    r"\b(?:left out|leav(?:e|es|ing) out|kept out|keeps? out|shut out|stay(?:s|ed|ing)? away|pull(?:s|ed|ing)? out"
    r"|walk(?:s|ed|ing)? (?:out|away)|apart from|other than|turn(?:s|ed|ing)? down|fail(?:s|ed|ing)? to"
    r"|rul(?:e|es|ed) out|back(?:s|ed|ing)? out|outside of|with the exception|bow(?:s|ed)? out|drop(?:s|ped)? out)\b",
    re.IGNORECASE,
)
_CLAUSE_END = frozenset(",;:.!?")
_REACH = 6
"""How many words a negation reaches: far enough for "has not so far been formally invited"."""

ATTENDANCE = beginning_with(
    "attend participa take$ takes$ taking$ took$ taken$ join involve represent invit includ compris consist",
    "come$ comes$ coming$ came$ send$ sent$ led$ lead head present$ presence meet met$ sit$ sat$ negotiat",
    "agree ready$ arriv travel accept welcom",
)
ROLES = beginning_with(
    "mediat broker guarant host conven back support facilitat endors sponsor auspices launch oversee oversaw",
    "supervis help chair",
)
MEASURES = {
    "killed": beginning_with(
        "kill dead$ die$ died$ dies$ dying$ death slain$ fatal massacr murder life$ lives$ toll$ execut",
        "perish slaughter corpse body$ bodies$",
    ),
    "wounded": beginning_with("wound injur hurt$ maim"),
    "displaced": beginning_with("displac refugee fled$ flee uproot homeless evacuat exil driven$ home$ homes$ asylum"),
    "missing": beginning_with("missing disappear unaccounted vanish whereabouts"),
    "detained": beginning_with(
        "detain detention arrest imprison prison captur abduct kidnap jail hostage custody captiv interned$",
        "internment",
    ),
    "dead_or_wounded": beginning_with("casualt victim dead$ wound kill injur"),
}
"""The words of each measure."""


def refuses(text: str) -> bool:
    """Whether any word of the text denies, refuses, opposes or excludes."""
    plain = fold(text).text
    return bool(_REFUSAL_PHRASE.search(plain)) or any(
        _NEGATOR.fullmatch(token) or REFUSAL.match(token) or _KEPT_OUT.match(token) for token in _TOKEN.findall(plain)
    )


def negated(text: str, cue: re.Pattern[str]) -> bool:
    """Whether the text has words of `cue` and negates every one of them within their clause."""
    tokens = _TOKEN.findall(fold(text).text)
    places = [place for place, token in enumerate(tokens) if cue.match(token)]
    return bool(places) and all(_negation_before(tokens, place) for place in places)


def _negation_before(tokens: list[str], place: int) -> bool:
    for token in reversed(tokens[max(0, place - _REACH) : place]):
        if token in _CLAUSE_END:
            return False
        if _NEGATOR.fullmatch(token) or REFUSAL.match(token):
            return True
    return False


def measures_in(text: str) -> dict[str, list[Span]]:
    """The measures whose words the text holds, with the place of each such word."""
    found: dict[str, list[Span]] = {}
    for token in _TOKEN.finditer(text):
        for measure, pattern in MEASURES.items():
            if pattern.match(token[0]):
                found.setdefault(measure, []).append(Span(*token.span()))
    return found
