"""Words that show a status, a role, a measure or an exclusion, and whether the text negates them.

The lists hold the common English of reports on talks and wars, never a name. They serve to catch a value
that contradicts its words; they cannot prove one.
"""

from __future__ import annotations

import re

from generator.text import Span, fold

_TOKEN = re.compile(r"(?:\b[A-Za-z]\.){2,}|[\w'-]+|[,;:.!?\"()]")
_NEGATOR = re.compile(r"(?:not|never|no|none|nor|neither|without|nobody|cannot|hardly|\w+n't)", re.IGNORECASE)


def beginning_with(*stems: str) -> re.Pattern[str]:
    """A pattern for words that begin with a stem; a stem that ends in `$` is the whole word."""
    return re.compile(f"(?:{'|'.join(' '.join(stems).split())})", re.IGNORECASE)


REFUSAL = beginning_with(
    "refus reject boycott declin oppose opposing$ objects$ objected$ objecting$ objection exclu withdr[ae]w shun snub",
    "skip barred$ ban$ bans$ banned$ banning$ unwilling disinvit uninvit abstain spurn rebuff denied$ denies$",
    "deny$",
)
"""Words that refuse what follows them, as a negation does."""
_DENYING = re.compile(rf"{_NEGATOR.pattern}$|{REFUSAL.pattern}", re.IGNORECASE)
_KEPT_OUT = beginning_with(
    "absen bars$ barring$ suspend freez froze quit$ quits$ quitting$ against$ prevent blocks$ blocked$",
    "blocking$ except$ excepting$ exception$ omit outside$ ineligible sidelin unwelcome veto cancel",
)
"""Words of absence and exclusion that need not govern what follows them."""
_REFUSAL_PHRASE = re.compile(
    r"\b(?:left out|leav(?:e|es|ing) out|kept out|keeps? out|shut out|stay(?:s|ed|ing)? away|pull(?:s|ed|ing)? out"
    r"|walk(?:s|ed|ing)? (?:out|away)|apart from|other than|turn(?:s|ed|ing)? down|fail(?:s|ed|ing)? to"
    r"|rul(?:e|es|ed) out|back(?:s|ed|ing)? out|outside of|with the exception|bow(?:s|ed)? out|drop(?:s|ped)? out"
    r"|opposition to)\b",
    re.IGNORECASE,
)
_CLAUSE_END = frozenset((*",;:.!?", "but", "while", "whereas", "although"))
_PARENTHETIC = frozenset("for at in so as by until however though if instead therefore".split())
_REACH = 6
"""How many words a negation reaches: far enough for "has not so far been formally invited"."""

ATTENDANCE = beginning_with(
    "attend participa take$ takes$ taking$ took$ taken$ join(?:s|ed|ing)?$ involve represent invit includ compris",
    "consist come$ comes$ coming$ came$ send$ sent$ led$ lead head present$ presence meets?$ met$ sit$ sat$",
    "negotiat(?:e|ed|es)$ agree ready$ arriv travel accept welcom declar sign(?:s|ed|ing)?$",
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
_OF_A_MEASURE = re.compile("|".join(dict.fromkeys(pattern.pattern for pattern in MEASURES.values())), re.IGNORECASE)


_PROPOSAL = beginning_with(
    "should$ ought$ propos suggest want$ wants$ wanted$ wanting$ wish urg hope$ hoped$ hopes$ hoping$ recommend",
    "advocat demand insist request appeal plead seek$ seeks$ seeking$ sought$ prefer desir encourag favou?rs?$",
)
"""Words by which somebody only says that something should be so."""
_PROPOSAL_PHRASE = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|count(?:s|ed|ing)? on|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for"
    r"|(?:would|will) be (?:\w+ ){0,2}?(?:right|good|useful|important|better|best|desirable|necessary|appropriate)"
    r"|in favou?r of)\b",
    re.IGNORECASE,
)
_PEOPLE = beginning_with("representatives?$ participants?$ attendees?$ leaders?$ leadership$ heads$ negotiators?$")
_PROPOSAL_REACH = 12
"""How many words a wish reaches: "is counting on the new government accepting this offer and being represented"."""


def proposes(text: str) -> bool:
    """Whether the text has a word or phrase of proposing, wishing, demanding or hoping."""
    plain = fold(text).text
    return bool(_PROPOSAL_PHRASE.search(plain)) or any(map(_PROPOSAL.match, _TOKEN.findall(plain)))


def only_proposed(text: str, cue: re.Pattern[str]) -> bool:
    """Whether the text has words of `cue`, and every one of them stands under a word of proposing."""
    # One word for each phrase, so that one rule sees words and phrases alike.
    tokens = _TOKEN.findall(_PROPOSAL_PHRASE.sub("propose", fold(text).text))
    places = [place for place, token in enumerate(tokens) if cue.match(token) and not _PEOPLE.match(token)]
    return bool(places) and all(_governor_before(tokens, place, _PROPOSAL_REACH, _PROPOSAL) for place in places)


def denies(text: str) -> bool:
    """Whether any word of the text is a negation or a refusal that governs what follows it."""
    return any(map(_DENYING.match, _TOKEN.findall(fold(text).text)))


def refusals(text: str) -> int:
    """How many words and phrases of the text deny, refuse, oppose or exclude."""
    plain = fold(text).text
    words = sum(bool(_DENYING.match(token) or _KEPT_OUT.match(token)) for token in _TOKEN.findall(plain))
    return words + len(_REFUSAL_PHRASE.findall(plain))


def refuses(text: str) -> bool:
    """Whether any word of the text denies, refuses, opposes or excludes."""
    return refusals(text) > 0


_DENIAL_AT_END = re.compile(
    r"(?:\b(?:not|never|nor|neither|hardly|cannot)|\w+n't|\b(?:refus|declin|fail)\w* to)"
    r"(?: (?:be|been|being|have|had|yet|so far|to|ever|even|\w+ly))*$",
    re.IGNORECASE,
)


def denial_at_end(text: str) -> str | None:
    """The negation or refusal with which a text breaks off, such as `has not been`; None where it has none."""
    found = _DENIAL_AT_END.search(fold(text).text)
    return found[0] if found else None


def negated(text: str, cue: re.Pattern[str]) -> bool:
    """Whether the text has words of `cue` and negates every one of them within their clause."""
    found = _negations(text, cue)
    return bool(found) and all(found)


def affirmed(text: str, cue: re.Pattern[str]) -> bool:
    """Whether the text has a word of `cue` that nothing in its clause negates."""
    return not all(_negations(text, cue))


def _negations(text: str, cue: re.Pattern[str]) -> list[bool]:
    """For each word of `cue`, whether it is negated."""
    tokens = _TOKEN.findall(fold(text).text)
    return [_governor_before(tokens, place, _REACH, _DENYING) for place, token in enumerate(tokens) if cue.match(token)]


def _governor_before(tokens: list[str], place: int, reach: int, governing: re.Pattern[str]) -> bool:
    """Whether a word of `governing` stands within `reach` words before a place, in its clause."""
    place -= 1
    first = max(0, place - reach)
    while place >= first:
        if tokens[place] == "," and (opening := _parenthesis_before(tokens, place)) is not None:
            place = opening
        elif tokens[place].lower() in _CLAUSE_END:
            return False
        elif governing.match(tokens[place]):
            return True
        place -= 1
    return False


def _parenthesis_before(tokens: list[str], comma: int) -> int | None:
    """Where `, for now,` and the like open, if the comma closes such words."""
    for place in range(comma - 2, max(-1, comma - 5), -1):
        if tokens[place] == ",":
            return place if tokens[place + 1].lower() in _PARENTHETIC else None
    return None


def measures_in(text: str) -> dict[str, list[Span]]:
    """The measures whose words the text holds, with the place of each such word."""
    found: dict[str, list[Span]] = {}
    for token in _TOKEN.finditer(text):
        if not _OF_A_MEASURE.match(token[0]):
            continue
        for measure, pattern in MEASURES.items():
            if pattern.match(token[0]):
                found.setdefault(measure, []).append(Span(*token.span()))
    return found
