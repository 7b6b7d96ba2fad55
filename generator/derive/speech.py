"""Who is quoted as saying what a clause says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.derive.clauses import Clause
from generator.derive.matching import VOCABULARY

_SAYS = r"(?:said|says|told|added|stated|noted|stressed|explained|insisted)"
_IN_PRINT = (
    r"(?:an? (?:report|article|story|dispatch|statement|commentary) (?:in|by|from|on|of) (?:[^\s§,.;:()]+ ){0,4}?)?"
)
_BEFORE = re.compile(
    rf"§ {VOCABULARY['APPOS']}(?:(?:has|have|had|also) ){{0,2}}{_SAYS} (?:[^.;:]\S* ){{0,8}}?(?=that |:|§ |it |they )"
)
_AFTER = re.compile(rf"(?:[,:] |- )(?:(?P<first>§) (?:also )?{_SAYS} |{_SAYS} {_IN_PRINT}(?P<second>§) )")
_ACCORDING = re.compile(r"according to (?:[^\s§,.;:]+ ){0,3}§ ")


@dataclass(frozen=True)
class Speech:
    """The actor who says so, and the tokens that show it."""

    speaker: str
    first: int
    end: int


def speech_about(clause: Clause, core: tuple[int, int]) -> Speech | None:
    """The speaker to whom a clause attributes its tokens from `core[0]` up to `core[1]`, if it names one."""
    for pattern in (_BEFORE, _AFTER, _ACCORDING):
        for match in pattern.finditer(clause.shape):
            place = clause.shape.find("§", match.start(), match.end())
            first, end = clause.tokens_of(place, match.end())
            speakers = [found for found in clause.lists if found.first == first]
            if len(speakers) != 1 or len(speakers[0].parties) != 1:
                continue
            if (pattern is _BEFORE and end <= core[0]) or (pattern is not _BEFORE and first >= core[1]):
                return Speech(speakers[0].parties[0].actor, first, end)
            if pattern is _ACCORDING and end <= core[0]:
                return Speech(speakers[0].parties[0].actor, first, end)
    return None
