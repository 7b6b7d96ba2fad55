"""What part a name plays in its sentence: who speaks, and who is named without being meant.

The rules look at the words round a name within its quote, and know common English only. They serve to
catch a value that its quote gives to somebody else; they cannot prove one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.cues import REFUSAL, beginning_with
from generator.text import Span, fold

OTHER = "\ufdd0"
"""Stands for another name among the words; a noncharacter, so that no text means anything by it."""
_TOKEN = re.compile(r"'s\b|\w+(?:['.-]\w+)*|[^\w\s]")
BACKER = "the backer of others"
_WINDOW = 400
"""Characters on each side of a name that are looked at: no clause is longer."""
_CLAUSE = 24
"""Words behind a name in which its verb is looked for, appositions and lists included."""
_MARKS = frozenset('.,;:!?"()[]…')


_ATTRIBUTES = beginning_with("said$ say$ says$ saying$ told$ tells?$ telling$")
"""Verbs that do nothing but attribute; what follows them is what was said."""
_REPORTS = beginning_with(
    _ATTRIBUTES.pattern,
    "added$ adds$ noted$ notes$ stated$ states$ explained$ explains$ stressed$ stresses$ underlined$ underlines$",
    "underscored$ reiterated$ remarked$ reminded$ reported$ reports$ revealed$ confirmed$ confirms$",
)
"""Verbs of those who tell what others want."""
_SAYS = beginning_with(
    _ATTRIBUTES.pattern,
    "added$ adds$ adding$ noted$ notes$ noting$ stated$ stating$ speaks?$ speaking$ spoke announc declar estimat",
    "report believ hope$ hope[ds]$ hoping$ expect explain stress emphasi underlin underscor warn insist claim argu",
    "suggest reveal confirm deny denie acknowledg admit recall remind remark comment writ wrote tweet posted$ posts$",
    "publish document record counts$ counted$ calculat puts?$ putting$ calls$ called$ calling$ urg vow pledg promis",
    "propos complain accus blam describ repeat reiterat conclud predict indicat testif lists$ listed$ maintain assert",
    "express clarif mention points$ pointed$ quot sees?$ saw$ think thought show respond reply replie continued$",
)
_WANTS = beginning_with(
    _SAYS.pattern,
    "want wish seek$ seeks$ seeking$ sought$ demand requires?$ required$ refus reject oppos object declin accept",
    "agree$ agreed$ agrees$ support back$ backs$ backed$ backing$ favou?r prefer welcom looks?$ looking$ looked$",
    "rule[sd]?$ intend aim plan$ plans$ planned$ planning$ offer ask$ asks$ asked$ asking$ request boycott threat",
    "need desir press push freez froze tr(?:y|ies|ied|ying)$ willing ready prepared$ open$ commit appeal counting$",
    "counted$ veto recommend advocat encourag endors approv consider keen$ determined reluctant unwilling does$",
    "do$ did$ will$ would$ vies$ vied$ vying$ prepar(?:es|ed|ing)$",
)
"""Verbs and adjectives of those who want, offer, refuse or expect; and auxiliaries of what they will or will not do."""
_WISH = beginning_with(
    "demand position goal aim objective priorit offer proposal wish refusal support call$ calls$ rejection preferred",
    "preference condition hope expectation view stance opposition insistence willingness readiness plan request appeal",
)
_COUNTS = beginning_with(
    _ATTRIBUTES.pattern, "estimat report counted$ document recorded$ puts?$ confirm$ confirmed$ claim"
)
"""Verbs of those who give a number."""
_SAYING = beginning_with(
    "statement report estimate figure count$ tally tallies data$ letter message speech announcement remark",
    "words$ comment view opinion account census tweet post$ posts$ interview conference briefing communiqu declaration",
    "calculation assessment testimon excerpt",
)
_BE = frozenset("is are was were be been being".split())
_NOT_INVERTED = frozenset("that if whether when it he she they we there to of".split())
_OF_ANOTHER = frozenset("that if whether when he it she they we there by which who".split())
_NO_DESCRIPTION = frozenset(
    "that which who whom and or but with by after as while when where because will would has have had is are was were "
    "may might can could shall should must not to".split()
)
_PREPOSITIONS = frozenset(
    "in inside across throughout within of with to for by against between from on at into toward towards".split()
)
_PLACE = frozenset("in inside across throughout within".split())
_SCENE = frozenset("conflict crisis capital city soil territory border borders".split())
_POSTED = frozenset("envoy ambassador representative coordinator adviser advisor rapporteur".split())
_KIN = frozenset(
    "ally allies rival rivals enemy enemies foe foes neighbour neighbours neighbor neighbors opponent opponents "
    "supporter supporters backer backers friend friends partner partners".split()
)
_HELD = frozenset(
    "backed supported sponsored allied aligned brokered mediated funded financed trained armed held controlled "
    "occupied".split()
)
_PRONOUN = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|me|us|him|them|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir"
    r"|itself|themselves|himself|herself)\b"
)


@dataclass(frozen=True)
class Setting:
    """The words before and after a name within its quote, as tokens, nearest last and nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def setting(text: str, quote: Span, name: Span, others: Sequence[Span]) -> Setting:
    """The setting of the name at `name` in the quote at `quote` of a text; `others` are further names, in order."""
    start, end = max(quote.start, name.start - _WINDOW), min(quote.end, name.end + _WINDOW)
    return Setting(
        _tokens(text, Span(start, name.start), others),
        _tokens(text, Span(name.end, end), others),
    )


def _tokens(text: str, window: Span, others: Sequence[Span]) -> tuple[str, ...]:
    pieces, position = [], window.start
    for span in others[bisect_left(others, Span(window.start, 0)) :]:
        if span.end > window.end:
            break
        pieces += [text[position : span.start], OTHER]
        position = span.end
    return tuple(_TOKEN.findall(fold("".join((*pieces, text[position : window.end]))).text))


def speaks(name: Setting) -> bool:
    """Whether the name stands beside a verb or noun of saying, as the one who says."""
    if _is_posted(name):
        return False
    closes_apposition = name.before[-1:] == name.after[:1] == (",",)
    after = name.after[1:] if closes_apposition else name.after
    return _is_subject(after, _SAYS) or _is_source(name) or _is_named_after(name, _SAYS)


def is_called_speaker(name: Setting) -> bool:
    """As `speaks`, for words that explain a quote: `the diplomat is X`, `X is the speaker`."""
    verb, what = name.after[:1], [word.lower() for word in name.after[1:3] if word.lower() != "the"]
    named = verb in (("is",), ("was",)) and what[:1] in (["speaker"], ["quoted"], ["one"])
    return named or name.before[-1:] in (("is",), ("was",), ("means",)) or speaks(name)


def holds(name: Setting) -> bool:
    """Whether the name stands as the one who says, wants, offers, refuses or expects something."""
    if _is_posted(name):
        return False
    wish = name.after[:1] == ("'s",) and any(_WISH.match(word) for word in name.after[1:5])
    if wish or speaks(name):
        return True
    before = _before_list(name)
    beside = bool(before) and before[-1].lower() in _PREPOSITIONS
    return not beside and _wants(_past_apposition(_past_list(name.after[:_CLAUSE])))


def _wants(words: tuple[str, ...]) -> bool:
    """`X wants`, `X's government will not`, `X, which is willing`; neither `X was asked` nor `X to accept`."""
    if words[:2] in ((",", "which"), (",", "who")):
        words = words[2:]
    passive = False
    for before, word in pairwise(("", *words[:7])):
        if _WANTS.match(word) and before != "to":
            return not (passive and word.endswith("ed"))
        if word in _MARKS or word == OTHER or word.lower() in _OF_ANOTHER:
            return False
        passive = passive or word.lower() in _BE
    return False


def only_speaks(name: Setting) -> bool:
    """Whether the name, or whom it describes, stands beside words that only attribute: `X said`, `X's envoy said`."""
    return is_attributed(name) or _describes_speaker(name.after)


def is_attributed(name: Setting, *, count: bool = False, wish: bool = False) -> bool:
    """Whether the words leave no doubt that the name's bearer says so.

    `X said`, of a `count` also `X estimated`, and of another's `wish` also `X added`.
    """
    verbs = _COUNTS if count else _REPORTS if wish else _ATTRIBUTES
    if _is_posted(name):
        return False
    return _is_subject(name.after, verbs) or _is_named_after(name, verbs) or _is_according(name)


def says(name: Setting) -> bool:
    """Whether the name's bearer is the subject of a verb of saying, of whatever kind: `X added`, `"…," noted X`."""
    if _is_posted(name):
        return False
    return _is_subject(name.after, _SAYS) or _is_named_after(name, _SAYS) or _is_according(name)


def has_pronoun(text: str) -> bool:
    """Whether a pronoun stands in the text, which may mean somebody named elsewhere in it."""
    return bool(_PRONOUN.search(text))


def _is_subject(after: tuple[str, ...], says: re.Pattern[str]) -> bool:
    """`X said`, `X, its envoy, has said`, `X and Y also said`, `X's foreign ministry said`, `X:`."""
    words = _past_apposition(_past_list(after[:_CLAUSE]))
    if words[:1] == (":",):
        return says is _SAYS
    for place, word in enumerate(words[:6]):
        if says.match(word) or (_SAYS.match(word) and words[place + 1 : place + 2] == ("that",)):
            quoted = word.lower() == "quoted"
            passive = any(other.lower() in _BE for other in words[:place]) or words[place + 1 : place + 2] == ("by",)
            return quoted or not passive
        if word in _MARKS or word == OTHER or word.lower() in _NOT_INVERTED | {"by", "which", "who"}:
            return False
    return False


def _past_apposition(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words after `, its oldest ally,`; all of them where there is no such thing."""
    if words[:1] == (",",) and "," in words[1:]:
        end = words.index(",", 1)
        if not set(words[1:end]) & (_MARKS - {"."}):
            return words[end + 1 :]
    return words


def _past_list(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words after a list of names joined by `and`; all of them where there is no such list."""
    place = 0
    while True:
        at = place + (words[place : place + 1] == (",",))
        last = words[at : at + 1] == ("and",)
        at += last
        at += words[at : at + 1] == ("the",)
        if at == place or words[at : at + 1] != (OTHER,):
            return words
        if last:
            return words[at + 1 :]
        place = at + 1


def _is_source(name: Setting) -> bool:
    """`X's estimate`, `according to figures from X`, `an interview with X`, `citing X`, `announced by X`."""
    if name.after[:1] == ("'s",) and any(_SAYING.match(word) for word in name.after[1:4]):
        return True
    words = _clause_before(name)
    announced = "by" in words and any(map(_SAYS.match, words[: words.index("by")]))
    sayings = (word for word, following in pairwise(words) if following in ("by", "from", "of", "with"))
    return announced or _is_according(name) or any(map(_SAYING.match, sayings))


def _is_according(name: Setting) -> bool:
    """`according to estimates by X`, `quoting X`."""
    words = _clause_before(name)
    return any(pair == ("according", "to") for pair in pairwise(words)) or bool({"quoting", "citing"} & set(words))


def _clause_before(name: Setting) -> list[str]:
    """The few words before a name in its clause, in lower case."""
    words: list[str] = []
    for word in reversed(name.before[-7:]):
        if word in _MARKS:
            break
        words.insert(0, word.lower())
    return words


def _is_named_after(name: Setting, says: re.Pattern[str]) -> bool:
    """`"…," said X`, and `said the envoy of X` where a quote begins so; not `Y said X would`."""
    if name.after[:2] == ("'s", OTHER) or name.after[:1] == (OTHER,):
        return False
    words = name.before
    for place in range(len(words) - 1, max(-1, len(words) - 10), -1):
        if says.match(words[place]) and (place == 0 or words[place - 1] in _MARKS or words[place - 1] in "'-"):
            return True
        if words[place] in _MARKS or words[place].lower() in _NOT_INVERTED:
            return False
    return False


def _describes_speaker(after: tuple[str, ...]) -> bool:
    """`X's foreign minister Y said`: the name only tells who Y is."""
    for place, word in enumerate(after[:9]):
        if word == OTHER:
            return _is_subject(after[place + 1 :], _ATTRIBUTES)
        if word in _MARKS or word.lower() in _NO_DESCRIPTION or (word.endswith("ed") and word.islower()):
            return False
    return False


def stands_aside(name: Setting, *, state: bool) -> str | None:
    """As what the words name one who takes no part in what they say, if so; `state` where the name is a state's."""
    if _is_posted(name):
        return "the place of a post"
    if name.after[:1] == ("-",) and name.after[1:2] and name.after[1].lower() in _HELD:
        return BACKER
    if name.after[:1] == ("'s",) and any(word.lower() in _KIN for word in name.after[1:4]):
        return "somebody's ally or rival"
    return "a place" if state and _is_place(name) else None


def _is_posted(name: Setting) -> bool:
    """`the envoy for X`, `permanent representative to X`."""
    before = _before_list(name)
    return before[-1:] in (("for",), ("to",), ("on",)) and before[-2:-1] != () and before[-2].lower() in _POSTED


def _is_place(name: Setting) -> bool:
    """`in X`, `across X and Y`, `the X conflict`; not `in X's delegation`, `the X-Y conflict`."""
    before = _before_list(name)
    inside = before[-1:] != () and before[-1].lower() in _PLACE and name.after[:1] not in (("'s",), ("-",))
    return inside or (name.after[:1] != () and name.after[0].lower() in _SCENE and name.before[-1:] != ("-",))


def _before_list(name: Setting) -> tuple[str, ...]:
    """The words before a name, or before the list of names that it stands in, without `the`."""
    words = name.before
    in_list = name.after[:1] == ("and",) or name.after[:2] in ((",", OTHER), (",", "and"))
    while words:
        if words[-2:] in ((OTHER, "and"), (",", "and")):
            in_list = True
        elif words[-1].lower() != "the" and not (in_list and words[-1] in (OTHER, ",")):
            break
        words = words[:-1]
    return words


def is_refused(name: Setting) -> bool:
    """Whether the name stands where what another refuses does: `Y opposes any part for X`, not `opposed by X`."""
    words = name.before
    for place in range(len(words) - 1, max(-1, len(words) - 10), -1):
        if words[place] in _MARKS or words[place] == "by":
            return False
        if REFUSAL.match(words[place]):
            return OTHER in words[:place]
    return False
