"""Claims: what facts say, one actor, one date or one count at a time, in a form that can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import Fact

_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc")
_TITLES = frozenset("mr mrs ms dr president commander msgr gen general col colonel sir sheikh the".split())
_DOUBT = str.maketrans("", "", "?~%")
_WORDS_ADDED = 3
_LETTERS_AT_LEAST = 4
_WORDS_SHARED = 4
_JUDGED: Mapping[str, tuple[str, ...]] = {
    "participants": ("status",),
    "mediators": ("role",),
    "dates": ("what", "standing"),
    "casualty_estimates": ("about", "as_of"),
}
"""Fields, beside event and speaker, in which claims that were found may still differ."""

Value = frozenset[str] | str | tuple[int | None, int | None, str | None]
"""Folded forms of one name; an EDTF date; the bounds of a count and what it counts."""


@dataclass(frozen=True)
class Claim:
    """One actor, date or count that a fact states; an empty `value` is nobody named, or a date not settled."""

    section: str
    value: Value
    shown: str
    quotes: tuple[str, ...]
    judged: Mapping[str, str] = field(default_factory=dict, compare=False)


def folded(text: str) -> str:
    """A text as plain lower-case words: without accents, apostrophes, punctuation and titles."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", letters.casefold().translate(_APOSTROPHES))
    return " ".join(word for word in words if word not in _TITLES)


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two actors have a form in common, or a form of one holds one of the other and few words more."""
    return any(_alike(*sorted((a, b), key=len)) for a in one for b in other)


def _alike(short: str, long: str) -> bool:
    if short == long:
        return bool(short)
    added = len(long.split()) - len(short.split())
    return len(short) >= _LETTERS_AT_LEAST and added <= _WORDS_ADDED and f" {short} " in f" {long} "


def same_value(one: Claim, other: Claim) -> bool:
    """Whether two claims of one kind say the same; names are compared as words, all else exactly."""
    if isinstance(one.value, frozenset) and isinstance(other.value, frozenset):
        return same_name(one.value, other.value)
    return one.value == other.value


def share_words(one: Claim, other: Claim) -> bool:
    """Whether a quote of one claim shares words with a quote of the other."""
    return any(quotes_overlap(a, b) for a in one.quotes for b in other.quotes)


def quotes_overlap(one: str, other: str) -> bool:
    """Whether two quotes of one article share four words in a row, or one lies within the other."""
    a, b = folded(one), folded(other)
    return a in b or b in a or not _runs(a).isdisjoint(_runs(b))


def _runs(words: str) -> set[tuple[str, ...]]:
    row = words.split()
    return {tuple(row[at : at + _WORDS_SHARED]) for at in range(len(row) - _WORDS_SHARED + 1)}


def without_doubt(date: object) -> str:
    """A date as EDTF without the marks for how sure it is; empty where there is none."""
    return str(date or "").translate(_DOUBT)


def claims_of(kind: type[Fact], fact: Fact, names: Mapping[str, frozenset[str]]) -> Iterator[Claim]:
    """What a fact states, each actor apart; `names` gives the folded forms of actors, else the id is the only one."""
    fields = fact.model_dump(mode="json", by_alias=True)
    judged = {"event": fact.event}
    judged |= {key: str(fields[key]) for key in (*_JUDGED.get(kind.section, ()), "said_by")}
    if "from" in fields:  # in any order; without any, the groups are kept out of the event itself
        judged["from"] = ", ".join(sorted(fields["from"] or (fact.event,)))
    for value, shown in _values(fields, names):
        yield Claim(kind.section, value, shown, fact.quote, judged)


def _values(fields: Mapping[str, Any], names: Mapping[str, frozenset[str]]) -> Iterator[tuple[Value, str]]:
    if "when" in fields:
        yield without_doubt(fields["when"]), f"{fields['when'] or 'not settled'}, {fields['what']}"
    elif "low" in fields:
        yield (fields["low"], fields["high"], fields["measure"]), count_in_words(fields)
    else:
        said = fields.get("status") or fields.get("role")
        for actor in fields.get("who") or ("",):
            forms = names.get(actor, frozenset({actor} - {""}))
            yield forms, ", ".join(part for part in (actor or "nobody named", said) if part)


def count_in_words(fields: Mapping[str, Any]) -> str:
    """A count with its bounds and what it counts."""
    low, high = fields["low"], fields["high"]
    return f"{'' if low is None else low}..{'' if high is None else high} {fields.get('measure') or fields.get('kind')}"
