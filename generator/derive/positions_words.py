"""A stretch of an article as the words of a sentence of ours: cut where its thought ends, and clear by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.derive.clauses import Clause
from generator.derive.matching import VOCABULARY
from generator.derive.proposals import Reading
from generator.neutrality import LoadedWords, built_in
from generator.text import printable

_THINGS = VOCABULARY["THING"].rstrip()
_THING = re.compile(rf"(?<!\S){_THINGS}(?:'s)?(?!\S)")
_OF_TRADE = re.compile(rf"(?<!\S){VOCABULARY['TRADE']}{VOCABULARY['THING']}")
_STOPS = frozenset("while but although though whereas adding saying who".split())
"""Words with which another thought begins."""
_CONDITIONS = frozenset("if unless provided providing until before after since except without as because".split())
"""Words without which what goes before them would say something else."""
_UNCLEAR = frozenset(
    "i we us our ours my you your he him she they them it this these those here there so such said says".split()
)
"""Words that mean nothing apart from the sentences around them."""
_PAIRED = re.compile(r"(?<!\w)['‘‛]([^'‘’]{1,200})['’](?!\w)")
_MARKS = re.compile(r"[\"“”„‟«»\[\]*]|(?<!\w)['‘‛](?=\w)")
_THIS = re.compile(rf"\b(?:this|these)(?= (?:[\w-]+ ){{0,2}}(?:invitation|{_THINGS})(?: |$))")
_DANGLING = frozenset("on in at by from for of to and or with the a".split())
"""Words that lead to a date and mean nothing without it."""
_PRONOUNS = frozenset("i we he she it they".split())
_EXPLAINED = {
    "under": _UNCLEAR,
    "based": {"on"},
    "aimed": {"at"},
    "that": {"will", "would", "could", "can"},
    "and": _PRONOUNS,
    "but": _PRONOUNS,
}
"""Words with which a further explanation begins, and those that must follow."""
_ANY = frozenset("any every whatever whichever which".split())
_MODALS = frozenset("will would should must could can to is are was were".split())
_LABELS = re.compile(r"\b(?:so-called|militants?|extremists?|jihadists?|terrorists?|regime)\b", re.IGNORECASE)
"""Words that are better cut off where they stand in an explanation, though others may use them."""
_WORD = re.compile(r"[\w'’]+")
_FEW = 2
_LONGEST = 180
"""Characters; what is longer is no short sentence."""


def is_about_talks(words: str) -> bool:
    """Whether words speak of talks or a truce, and of none in trade."""
    low = f"{words.lower()} "
    return bool(_THING.search(low)) and not _OF_TRADE.search(low)


@dataclass(frozen=True)
class Stretch:
    """The tokens of a clause from `first` up to `end`, without those that are `left` out."""

    clause: Clause
    first: int
    end: int
    left: frozenset[int] = frozenset()


def cut(reading: Reading, clause: Clause, first: int, end: int) -> Stretch | None:
    """The thought that begins at a token: up to a mark or another thought, without a date that will soon be stale.

    None where nothing is left, or where what follows would change what it says.
    """
    listed = {place for found in clause.lists for place in range(found.first, found.end)}
    for place in range(first, end):
        if place not in listed and _ends(clause, place):
            if place + 1 < end and clause.tokens[place + 1].low in _CONDITIONS:
                return None
            end = place
            break
    left: set[int] = set()
    for mention in reading.dates if end > first else ():
        if not mention.relative or mention.span.end <= clause.tokens[first].span.start:
            continue
        within = [place for place in range(first, end) if clause.tokens[place].span.overlaps(mention.span)]
        if within and within[-1] + 1 < end and _stands_loose(clause, within[0], within[-1]):
            left |= {*within}
        elif within:
            end = _before(clause, first, within[0]) if within[-1] + 1 >= end else first
    return Stretch(clause, first, end, frozenset(left)) if end > first else None


def _stands_loose(clause: Clause, first: int, last: int) -> bool:
    """Whether a date can be left out of the middle: `the talks next week will …`."""
    before, behind = clause.tokens[first - 1].low, clause.tokens[last + 1].low
    return before not in _DANGLING | _CONDITIONS and behind in _MODALS


def _before(clause: Clause, first: int, end: int) -> int:
    """Where words end from which a date at their end is cut; nothing is left of those that hold only until then."""
    conditions = _CONDITIONS - {"since"}
    if clause.tokens[end].low in conditions or clause.tokens[end - 1].low in conditions:
        return first
    while end > first and clause.tokens[end - 1].low in _DANGLING | {"since"}:
        end -= 1
    return end


def _ends(clause: Clause, place: int) -> bool:
    """Whether a token ends a thought: a comma, a dash or the last full stop, not a hyphen or that of a short form."""
    token = clause.tokens[place]
    if token.low == ".":
        return place + 1 == len(clause.tokens)
    if token.low == "-" and 0 < place < len(clause.tokens) - 1:
        before, behind = clause.tokens[place - 1].span, clause.tokens[place + 1].span
        return not before.end == token.span.start < token.span.end == behind.start
    return token.low in _STOPS or not token.low.lstrip("-")[:1].isalnum()


def words(reading: Reading, stretch: Stretch, *, past: bool = False, about: str = "") -> Iterator[tuple[str, int]]:
    """The tokens in the form of a sentence of ours and where they end, the longest first; none where they are unclear.

    `would` is `will` where the report stands in the `past`. `about` are words that say of what talks they are.
    Words that judge come last: a draft names them where it refuses them.
    """
    clause, first = stretch.clause, stretch.first
    judged: tuple[str, int] | None = None
    for stop in _stops(clause, first, stretch.end):
        kept = [place for place in range(first, stop) if place not in stretch.left]
        start, last = clause.tokens[kept[0]].span.start, clause.tokens[kept[-1]].span.end
        written = reading.text[start:last]
        for place in sorted(stretch.left, reverse=True):
            if first < place < stop:
                gap = clause.tokens[place - 1].span.end - start, clause.tokens[place].span.end - start
                written = written[: gap[0]] + written[gap[1] :]
        if written.isupper() or _is_of_a_headline(clause, kept):
            return
        clear = _THIS.sub("the", _MARKS.sub("", _PAIRED.sub(r"\1", printable(written)))).rstrip(" .,")
        if len(clear) > _LONGEST or _is_unclear(clear):
            continue
        if not is_about_talks(about or clear) and not _speaks_of_efforts(clause, first, stop):
            continue
        found = re.sub(r"\bwould\b", "will", clear) if past else clear, stop
        if not _judges(clear):
            yield found
        else:
            judged = judged or found
    if judged is not None:
        yield judged


def _stops(clause: Clause, first: int, end: int) -> Iterator[int]:
    """The end of the words, and nearer ends before what only explains them: `… brokered by others`."""
    yield end
    for place in range(end - 1, first + 1, -1):
        low, before = clause.tokens[place].low, clause.tokens[place - 1].low
        behind = clause.tokens[place + 1].low if place + 1 < end else ""
        agent = low == "by" and before.endswith(("ed", "en", "un", "eld", "ade"))
        explains = behind in _EXPLAINED.get(low, ()) or low == "amid"
        if agent or explains or (low in _DANGLING and behind in _ANY):
            yield place


def _is_unclear(text: str) -> bool:
    """Whether a text has words that mean nothing apart from others; `US` is a name."""
    return any(word.lower() in _UNCLEAR and not (len(word) > 1 and word.isupper()) for word in _WORD.findall(text))


def _is_of_a_headline(clause: Clause, places: Sequence[int]) -> bool:
    """Whether most plain words begin with a capital letter."""
    plain = [token for token in map(clause.tokens.__getitem__, places) if token.mention is None and token.low.isalpha()]
    return len(plain) > _FEW and 2 * sum(token.capital for token in plain) > len(plain)


def _speaks_of_efforts(clause: Clause, first: int, end: int) -> bool:
    opening = {found.first: found for found in clause.lists}
    return any(
        place in opening and clause.tokens[opening[place].end].low == "efforts"
        for place in range(first, end - 1)
        if place in opening and opening[place].end < end
    )


def _judges(text: str) -> bool:
    return _LABELS.search(text) is not None or next(_loaded().outside_quotes(text), None) is not None


@lru_cache(maxsize=1)
def _loaded() -> LoadedWords:
    shipped = {words: entry.reason for entry in built_in().loaded.values() for words in entry.words}
    allowed = {words: None for entry in built_in().allowed.values() for words in entry.words}
    return LoadedWords({**shipped, **allowed})
