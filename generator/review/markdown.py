"""A comparison as Markdown, for a comment on a pull request or the summary of a job.

Headings are fixed words; all else is HTML without blank lines, which Markdown leaves alone (CommonMark 0.31, §4.6),
and text in it is written with entities. A forge links mentions, numbers, addresses and sums of commits in finished
HTML; `<wbr>` inside them keeps it from doing so, and leaves no character behind when somebody copies the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.review import told
from generator.review.changes import Change
from generator.review.comparing import Comparison
from generator.review.quoted import Passage
from generator.review.risk import TITLES, Risk

SIZE_LIMIT = 65_000
"""Bytes. A comment on GitHub holds 65,536; the rest is for a line of whoever posts it."""
_RESERVED = 600
"""Bytes kept for the frame of each block, and for the line that says what it does not show."""
_NAME_LIMIT = 100

_PUNCTUATION = re.compile(r"""[!"#$&()*+/:<=>@\[\\\]^_`{|}~-]""")
_LINKED = re.compile(r"[@#]|:(?=//)|www(?=\.)|gh-(?=\d)|[0-9a-f]{6}(?=[0-9a-f])", re.IGNORECASE)
"""After what a link would be broken: mentions and mail, numbers of issues, addresses, sums of commits."""
_BREAK = "\0"


def escaped(text: str) -> str:
    """A text as HTML that shows these characters and nothing else, in Markdown and on a forge."""
    broken = _LINKED.sub(lambda match: match[0] + _BREAK, told.visible(text))
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", broken).replace(_BREAK, "<wbr>")


@dataclass
class _Item:
    """Something to show: in full, and in short where there is no room; `kind` is what it counts as."""

    full: str
    kind: str
    short: str | None = None


@dataclass
class _Block:
    """Items under a heading; those of the lowest `rank` get room first. More than `open_up_to` of them are folded."""

    title: str
    rank: float
    items: Sequence[_Item]
    open_up_to: int = 1_000_000
    shown: list[str] = field(default_factory=list)
    kept_back: list[str] = field(default_factory=list)


def as_markdown(comparison: Comparison, limit: int = SIZE_LIMIT) -> str:
    """The comparison in at most `limit` bytes of UTF-8; what has no room is counted, the least risky first."""
    blocks = [block for block in _blocks(comparison) if block.items]
    head = _head(comparison)
    room = limit - len(head.encode()) - _RESERVED * len(blocks)
    for block in sorted(blocks, key=lambda block: block.rank):
        room = _fill(block, room)
    return head + "".join(map(_written, blocks))


def _fill(block: _Block, room: int) -> int:
    """Put into a block what there is room for; returns the room that is left.

    Where not all of it fits in full, every item is first shown in short, and then the first ones in full.
    """
    forms = [item.short or item.full for item in block.items]
    spare = room - sum(map(_size, forms))
    for place, item in enumerate(block.items):
        more = _size(item.full) - _size(forms[place])
        if more > spare:
            break
        forms[place] = item.full
        spare -= more
    for item, form in zip(block.items, forms, strict=True):
        if _size(form) <= room:
            block.shown.append(form)
            room -= _size(form)
        else:
            block.kept_back.append(item.kind)
    return room


def _size(form: str) -> int:
    """Bytes of an item with its tags."""
    return len(form.encode()) + len("<li></li>\n")


def _written(block: _Block) -> str:
    lines = [f"<li>{item}</li>" for item in block.shown]
    if block.kept_back:
        lines.append(f"<li><em>Not shown for want of room: {told.grouped(block.kept_back)}</em></li>")
    listed = "\n".join(["<ul>", *lines, "</ul>"])
    if len(block.items) > block.open_up_to:
        listed = f"<details>\n<summary>Show</summary>\n{listed}\n</details>"
    return f"\n### {block.title} ({len(block.items)})\n\n{listed}\n"


def _head(comparison: Comparison) -> str:
    base, head = (_code(side.name) for side in (comparison.base, comparison.head))
    lines = [f"<p>From {base} to {head}: {escaped(told.total(comparison))}</p>"]
    if comparison and (reason := told.not_compared(comparison)):
        lines.append(f"<p>{escaped(_short(reason, 3 * _NAME_LIMIT))}</p>")
    return "## Review\n\n" + "\n".join(lines) + "\n"


def _code(name: str) -> str:
    return f"<code>{escaped(_short(name, _NAME_LIMIT))}</code>"


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


_FOLDED = {Risk.NEW: 20, Risk.WORDING: 5}


def _blocks(comparison: Comparison) -> list[_Block]:
    """Everything to show, in the order in which it is read."""
    base, head = (
        [_Item(escaped(line), "problems") for line in told.wrong(side)] for side in (comparison.base, comparison.head)
    )
    blocks = [_Block("Wrong in the earlier state", 2.5, base, 5), _Block("Wrong in the later state", 2.4, head, 5)]
    for rank in Risk:
        found = [
            _item(change, comparison.effects.facts.get(change.new or "", ()))
            for risk, change in comparison.changes
            if risk is rank
        ]
        blocks.append(_Block(TITLES[rank], rank, found, _FOLDED.get(rank, 1_000_000)))
    unread = [_Item(escaped(line), "sheets") for line in told.unread(comparison.rewritten)]
    blocks.append(_Block("Changed, but not readable", 1.5, unread))
    formatting = told.formatting(comparison.rewritten)
    blocks.append(_Block("Formatting", 9, [_Item(escaped(formatting), "lines")] if formatting else []))
    for number, (title, lines) in enumerate(comparison.groups().items()):
        items = [_Item(escaped(line), "lines") for line in lines]
        blocks.append(_Block(title, _RANKS[number], items, 20 if number < 4 else 5))
    return blocks


_RANKS = (2.6, 3.1, 3.2, 3.3, 5, 6)
"""The place of each group of effects among the ranks of changes."""


def _item(change: Change, now: tuple[str, ...]) -> _Item:
    first = f"{escaped(told.headline(change, now))}<br><small>{escaped(told.where(change))}</small>"
    lines = [first]
    for label, passages in told.labels(change):
        lines += _quotes(label, passages)
    lines += [f"<del>{escaped(sentence)}</del>" for sentence in change.lost]
    lines += [f"<ins>{escaped(sentence)}</ins>" for sentence in change.gained]
    short = f"{first}<br><em>Quotes not shown for want of room</em>" if len(lines) > 1 else None
    return _Item("<br>".join(lines), change.kind, short)


def _quotes(label: str, passages: tuple[Passage, ...]) -> list[str]:
    lines = []
    for passage in passages:
        said = "".join(f"<mark>{escaped(text)}</mark>" if marked else escaped(text) for text, marked in passage.pieces)
        place = passage.article if passage.line is None else f"{passage.article}:{passage.line}"
        missing = ", where it does not stand" if passage.line is None else ""
        lines.append(f"<em>{label}</em> {said} <small>{escaped(place)}{missing}</small>")
    return lines
