"""What a speaker says that talks will or should do: a claim has no verb of wanting, only a modal or a purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.clauses import PARTY, Clause
from generator.derive.positions_said import Heard, Region
from generator.derive.positions_words import is_about_talks

_CUE = re.compile(
    r" (?:will|would|should|must|could|ought|purpose|aim|goal|priority|objective|task|topic|theme|focus|it (?:is|was)) "
)
_THINKS = r"(?:believe|think|understand|believes|believed|thought)"
_OPENING = re.compile(
    rf"^ (?:so far , )?(?:that )?(?:§ (?:\w+ly )?(?P<thinks>{_THINKS}) (?:that )?)?"
    rf"| and (?:that |§ {_THINKS} (?:that )?)"
)
_MARKS = r"[^\s,;:()]+ "
_NO_SUBJECT = r"(?:that|which|who|if|whether|because|there|this|these|they|it|we|i|he|she|what|when|so|but) "
_MODAL = (
    rf" (?P<what>(?P<subject>(?:(?!{_NO_SUBJECT}|(?:will|would|should|must|could|ought) ){_MARKS}){{1,26}}?)"
    r"(?P<modal>will|would|should|must|could|ought to) (?P<rest>(?!have )[^;:()]{1,500}))"
)
_PURPOSE = (
    rf" (?P<what>(?P<subject>(?:(?!{_NO_SUBJECT}|(?:is|was|are|will|would) ){_MARKS}){{0,8}}?"
    r"(?:purpose|aim|goal|priority|objective|task|topic|theme|focus) "
    rf"(?:of (?:(?!{_NO_SUBJECT}|(?:is|was|are|will|would) ){_MARKS}){{1,8}}?)?)"
    r"(?P<be>is|was|would be|will be) (?P<rest>[^;:()]{1,400}))"
)
_RIGHT = (
    r" (?P<subject>it )(?P<be>is|was|would be|will be) (?P<what>(?:also |very )?(?:the |a )?(?:right|good|important"
    r"|necessary|essential|useful|crucial|vital|time|premature|better|best|possible|impossible) (?:thing |step |idea )?"
    r"(?P<rest>(?:for (?:[^\s,;:()]+ ){1,6}?)?to [^;:()]{1,400}))"
)
_CLAIMS = {name: re.compile(pattern) for name, pattern in
           (("says-that", _MODAL), ("says-purpose", _PURPOSE), ("says-right", _RIGHT))}  # fmt: skip
_OF_PARTICIPANTS = re.compile(
    r"(?:not |also |both |all |only )*(?:be (?:held|hosted|attended|mediated|led|brokered|represented|present|sent"
    r"|headed|announced|issued)|take|start|begin|open|resume|last|attend|join|participate|send|host|mediate|meet|lead|visit"
    r"|travel|arrive|announce|issue|discuss|(?:enter|come|go) into|expire|end) "
)
"""What talks and those in them do in facts of other kinds: when they are held, and who takes part."""
_PARTIES = re.compile(
    r" (?:(?:rebel|opposition|insurgent|armed|government|militant)? ?(?:groups|sides|parties|forces)) "
)


@dataclass(frozen=True)
class Claim:
    """What a stretch of speech claims: the tokens of its words from `first` up to `end`, and what leads to them.

    `opening` is where a quote of it starts.
    """

    rule: str
    region: Region
    opening: int
    first: int
    end: int
    lead: str
    about: str


@dataclass(frozen=True)
class _Row:
    """The tokens of a clause that lie in a region as one line, and which of them starts at which place in it."""

    clause: Clause
    region: Region
    text: str
    places: dict[int, int]


def claims(heard: Heard) -> Iterator[Claim]:
    """The claims about talks or truces in what a sentence reports or quotes."""
    if not heard.regions or not _CUE.search(heard.clause.shape):
        return
    quoted = {region.span.start for region in heard.regions if region.quoted}
    for region in heard.regions:
        if not region.quoted and region.span.start in quoted:
            continue
        row = _row(heard.clause, region)
        for opening in _OPENING.finditer(row.text):
            for name, pattern in _CLAIMS.items():
                match = pattern.match(row.text, opening.end() - 1)
                if match is not None and (found := _claim(name, match, row, thinks=bool(opening["thinks"]))):
                    yield found


def _claim(name: str, match: re.Match[str], row: _Row, *, thinks: bool) -> Claim | None:
    modal = match["modal"] if name == "says-that" else ""
    if modal and not _is_of_talks(match["subject"], modal, match["rest"]):
        return None
    lead = "expects that" if thinks and modal in ("will", "would") else "says that"
    if name == "says-right":
        lead = f"says that it {match['be'].replace('was', 'is') if row.region.past else match['be']}"
    first, end = row.places[match.start("what")], row.places[match.end("what")]
    first += row.clause.tokens[first].low == "that"
    opening = min(first, row.places[match.start("subject")]) if name == "says-right" else first
    return Claim(name, row.region, opening, first, end, lead, match["what"])


def _is_of_talks(subject: str, modal: str, rest: str) -> bool:
    """Whether talks should do something, or parties at talks; when these are held is no position."""
    if modal in ("should", "must", "ought to"):
        return is_about_talks(subject) or is_about_talks(rest)
    if _OF_PARTICIPANTS.match(rest):
        return False
    if is_about_talks(subject):
        return True
    parties = PARTY in subject or _PARTIES.search(f" {subject}") is not None
    return modal != "could" and parties and is_about_talks(rest)


def _row(clause: Clause, region: Region) -> _Row:
    words: list[str] = []
    places: dict[int, int] = {}
    opening = {found.first: found.end for found in clause.lists}
    length, place = 1, 0
    while place < len(clause.tokens):
        if clause.tokens[place].span.start >= region.span.end:
            break
        following = opening.get(place, place + 1)
        if clause.tokens[following - 1].span.start >= region.span.start:
            places[length] = place
            words.append(PARTY if place in opening else clause.tokens[place].low)
            length += len(words[-1]) + 1
            places[length] = following
        place = following
    return _Row(clause, region, f" {' '.join(words)} ", places)
