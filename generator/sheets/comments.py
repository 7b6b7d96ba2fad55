"""The comments of a YAML file, each with what it stands above, beside or at the end of.

PyYAML drops comments. Between the scalars of a file nothing but indicators, white space and comments can
stand, so that every `#` there begins one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from generator.sheets.tree import Mapping, Mark, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on, where it stands, and whether it has a line, and blank lines, of its own."""

    text: str
    offset: int
    column: int
    own_line: bool = True
    blank_before: bool = False
    blank_after: bool = False


@dataclass(eq=False)
class Part:
    """A key with its value, or an item of a list (`key` None), and the comments that belong to it."""

    key: str | None
    value: Node
    offset: int
    column: int
    holder: Part | None
    parts: list[Part] = field(default_factory=list)
    above: list[Comment] = field(default_factory=list)
    beside: list[Comment] = field(default_factory=list)
    at_end: list[Comment] = field(default_factory=list)
    """After the last of `parts`, or below a value that is still empty."""

    @property
    def flow(self) -> bool:
        """Whether the value is written in brackets or braces."""
        return not isinstance(self.value, Scalar) and self.value.flow

    @property
    def column_inside(self) -> int | None:
        """From which column on a comment below belongs to what this holds; None where it holds nothing of the kind."""
        if self.parts:
            return None if self.flow else self.parts[0].column
        return self.column + 1 if not isinstance(self.value, Scalar) or self.value.value is None else None

    def begins_after(self, comment: Comment) -> bool:
        """Whether the value, brackets included, is still to come at a comment that follows the key."""
        inline = self.flow or (isinstance(self.value, Scalar) and self.value.end > self.value.start.offset)
        return inline and self.value.start.offset > comment.offset

    def way_up(self) -> Iterator[Part]:
        """This part and those that hold it, up to the whole file."""
        part: Part | None = self
        while part is not None:
            yield part
            part = part.holder


@dataclass(frozen=True)
class Commented:
    """A file as parts with their comments. `head` are the first lines, which stay first whatever moves."""

    top: Part
    head: list[Comment]


def commented(text: str, root: Mapping) -> Commented:
    """Attach every comment of `text`, whose tree is `root`, to what it belongs to."""
    comments, hyphens = _between_scalars(text, root)
    top = Part(None, root, -1, 0, None)
    parts = list(_parts(top, iter(hyphens)))
    head: list[Comment] = []
    for comment in comments:
        index = bisect_left(parts, comment.offset, key=attrgetter("offset"))
        following = parts[index] if index < len(parts) else None
        if index == 0:
            (head if following else top.at_end).append(comment)
        elif comment.own_line:
            _home(comment, parts[index - 1], following, top).append(comment)
        else:
            _beside(comment, parts[index - 1]).append(comment)
    if parts:
        head, parts[0].above[:0] = _split_head(head)
    return Commented(top, head)


_MODELINE = re.compile(r"#\s*(?:yaml-language-server|vi|vim|ex)\s*:|#.*-\*-")


def _split_head(comments: list[Comment]) -> tuple[list[Comment], list[Comment]]:
    """The lines for the whole file, and those for its first key: from the last blank line or editor line on."""
    ends = [index for index, comment in enumerate(comments, 1) if comment.blank_after or _MODELINE.match(comment.text)]
    end = ends[-1] if ends else 0
    return comments[:end], comments[end:]


def _parts(holder: Part, hyphens: Iterator[Mark]) -> Iterator[Part]:
    """Everything that a part holds, at any depth, in the order of the file."""
    for part in _held(holder, hyphens):
        holder.parts.append(part)
        yield part
        yield from _parts(part, hyphens)


def _held(holder: Part, hyphens: Iterator[Mark]) -> Iterator[Part]:
    if isinstance(holder.value, Mapping):
        for key, entry in holder.value.entries.items():
            yield Part(key, entry.value, entry.key.start.offset, entry.key.start.column, holder)
    elif isinstance(holder.value, Sequence):
        for item in holder.value.items:
            mark = item.start if holder.value.flow else next(hyphens)
            yield Part(None, item, mark.offset, mark.column, holder)


def _beside(comment: Comment, before: Part) -> list[Comment]:
    """Where a comment at the end of a line belongs: to the key or item there, not to items of its closed brackets."""
    part = before
    while part.holder is not None and part.holder.flow and part.holder.value.end <= comment.offset:
        part = part.holder
    return part.beside if part.holder is not None else part.at_end


def _home(comment: Comment, before: Part, following: Part | None, top: Part) -> list[Comment]:
    """Where a comment with a line of its own belongs, by its place and its indentation."""
    if before.begins_after(comment):
        return before.above
    for part in before.way_up():
        if part.flow and part.value.start.offset < comment.offset < part.value.end:
            within = following is not None and following.offset < part.value.end
            return following.above if following is not None and within else part.at_end
    if following is not None and comment.column <= following.column:
        return following.above
    still_open = set(map(id, following.way_up())) if following is not None else set()
    for part in before.way_up():
        if id(part) in still_open:
            break
        inside = part.column_inside
        if inside is not None and inside <= comment.column and not (part.holder is not None and part.holder.flow):
            return part.at_end
    return following.above if following is not None else top.at_end


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries.values():
            yield entry.key
            yield from _scalars(entry.value)


def _gaps(text: str, root: Mapping) -> Iterator[tuple[int, int]]:
    """The stretches of a text outside its scalars; the line that opens a block scalar counts as outside."""
    start = 0
    for scalar in _scalars(root):
        yield start, scalar.start.offset
        if scalar.style in ("|", ">"):
            line_end = text.find("\n", scalar.start.offset)
            # Indicators such as `>-` are no comment and no hyphen of a list.
            header = re.compile(r"[|>][-+0-9]*").match(text, scalar.start.offset)
            yield header.end() if header else line_end, line_end if line_end >= 0 else len(text)
        start = max(start, scalar.end)
    yield start, len(text)


_OUTSIDE = re.compile(r"#[^\n]*|^---(?=\s|\Z)|-", re.MULTILINE)


def _between_scalars(text: str, root: Mapping) -> tuple[list[Comment], list[Mark]]:
    """All comments of a text, and the hyphens of its lists, in their order."""
    lines = text.split("\n")
    line, line_start, seen = 0, 0, 0
    comments, hyphens = [], []
    for match in (match for gap in _gaps(text, root) for match in _OUTSIDE.finditer(text, *gap)):
        newlines = text.count("\n", seen, match.start())
        if newlines:
            line, line_start = line + newlines, text.rfind("\n", 0, match.start()) + 1
        seen = match.start()
        column = match.start() - line_start + 1
        if match[0] == "-":
            hyphens.append(Mark(match.start(), line + 1, column))
        elif match[0] != "---":
            own_line = not text[line_start : match.start()].strip(" \t")
            before = own_line and _blank(lines[max(line - 1, 0) : line])
            after = own_line and _blank(lines[line + 1 : line + 2])
            comments.append(Comment(match[0].rstrip(), match.start(), column, own_line, before, after))
    return comments, hyphens


def _blank(lines: Iterable[str]) -> bool:
    return any(not line.strip(" \t") for line in lines)
