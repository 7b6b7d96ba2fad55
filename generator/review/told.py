"""The sentences of a comparison, which each rendering puts into its own form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.review.changes import Change
from generator.review.comparing import Comparison, Side
from generator.review.formatting import Rewritten, What
from generator.review.quoted import Passage
from generator.review.risk import TITLES, Risk

_WORDS = {"added": "added", "removed": "removed", "changed": "changed", "renamed": "renamed", "moved": "moved"}
_UNSEEN = re.compile(r"[^\x20-\x7e]")


def visible(text: str) -> str:
    """A text without characters that cannot be seen or that turn others round: each becomes its number."""
    return _UNSEEN.sub(lambda match: _seen(match[0]), text)


def _seen(char: str) -> str:
    return f"‹U+{ord(char):04X}›" if unicodedata.category(char)[0] == "C" else char


def headline(change: Change, now: Sequence[str] = ()) -> str:
    """What changed, in one line; `now` is what has become of the fact among the others."""
    said = [f"{change.subject}: {_values(change)}" if _values(change) else change.subject]
    if change.old and change.new and change.old != change.new:
        said.append(f"`{change.old}` is now `{change.new}`")
    said += [field.said for field in change.fields if not field.in_value]
    if change.requoted:
        said.append("quoted otherwise")
    return f"{_WORDS[change.how]}: {'; '.join([*said, *now])}"


def _values(change: Change) -> str:
    if change.before is None or change.after is None:
        return change.before or change.after or ""
    return change.after if change.before == change.after else f"{change.before} → {change.after}"


def labels(change: Change) -> list[tuple[str, tuple[Passage, ...]]]:
    """The passages to show, each with its label: one, where they are the same before and after or only there."""
    if change.old_quotes == change.new_quotes or change.how in ("added", "removed"):
        return [("quote", change.new_quotes or change.old_quotes)]
    return [("before", change.old_quotes), ("after", change.new_quotes)]


def where(change: Change) -> str:
    """The sheet and line, and the name there."""
    return f"{change.place} {change.kind} {change.name}"


def total(comparison: Comparison) -> str:
    """How many changes there are of each rank; that there are none, where there are none."""
    if not comparison:
        return "Nothing changed."
    ranks = Counter(rank for rank, _ in comparison.changes)
    said = [f"{TITLES[rank].lower()}: {ranks[rank]}" for rank in Risk if ranks[rank]]
    said += [f"{title.lower()}: {len(lines)}" for title, lines in comparison.groups().items() if lines]
    said += ["formatting"] if comparison.rewritten else []
    return "; ".join(said)[:1].upper() + "; ".join(said)[1:] + "."


def wrong(side: Side) -> list[str]:
    """What was wrong in a state: the reason why it could not be read whole, then each problem."""
    first = [f"{side.unreadable}; what can be read without it is compared"] if side.unreadable else []
    return [" ".join(line.split()) for line in (*first, *map(str, side.problems))]


def not_compared(comparison: Comparison) -> str | None:
    """Why the pages are not compared, where they are not."""
    if comparison.effects.pages is not None:
        return None
    names = [side.name for side in (comparison.base, comparison.head) if side.problems or side.unreadable]
    return f"The pages are not compared: no site can be built from {' nor from '.join(names)}."


_REWRITTEN: dict[What, str] = {
    "layout": "only in layout",
    "order": "only in the order of entries",
    "comments": "only in comments, or in how values are written",
    "file": "only in which entries stand there, and have moved between files",
}
_NAMED_AT_MOST = 3


def formatting(found: Iterable[Rewritten]) -> str | None:
    """One line for all sheets that changed in form alone; None where there is none."""
    said = []
    for what, words in _REWRITTEN.items():
        paths = [one.path for one in found if one.what == what]
        if paths:
            named = f" ({', '.join(paths)})" if len(paths) <= _NAMED_AT_MOST else ""
            said.append(f"{len(paths)} {'sheet differs' if len(paths) == 1 else 'sheets differ'} {words}{named}")
    return "; ".join(said) or None


def unread(found: Iterable[Rewritten]) -> list[str]:
    """The sheets of which nobody can say what changed."""
    return [f"{one.path}: it differs in what cannot be read; see its problems" for one in found if one.what == "unread"]


def grouped(kinds: Iterable[str]) -> str:
    """How many there are of each kind, the most frequent first: `3 dates, 1 mediators`."""
    tally = sorted(Counter(kinds).items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in tally)
