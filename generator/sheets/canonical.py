"""The one way to write a file: the model's order of keys, one style for each value, every comment kept.

Values never change; numbers, nulls and words such as `true` keep the very characters they were written with.
The order of facts, actors, events and lists is the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.errors import ProblemsFound
from generator.sheets import shape
from generator.sheets.comments import Comment, Part, commented
from generator.sheets.scalars import as_key, double_quoted, folded, on_one_line, without_invisible
from generator.sheets.source import read_document
from generator.sheets.tree import Mapping, Node, Scalar, Sequence

WIDTH = 100
_INDENT = 2
_ONE_A_LINE = frozenset({"quote"})
"""Keys whose lists hold sentences, not ids or names: one a line, so that a review shows which one changed."""


def canonical(source: str | bytes, model: shape.Shape, path: str = "text") -> str:
    """Write a file in canonical form; `ProblemsFound`, under `path`, where it cannot be read.

    The file need not be valid: keys that `model` does not know are kept, after those it knows.
    """
    document, problems = read_document(path, source)
    if document is None or problems:
        raise ProblemsFound(problems)
    file = commented(document.text, document.root)
    lines = [*_above(file.head, 0), *_inside(file.top, model, 0, top=True)]
    return "".join(f"{line}\n" for line in lines).lstrip("\n")


def from_data(data: dict[str, Any], model: shape.Shape) -> str:
    """Write plain data, such as a proposed sheet, in canonical form."""
    # JSON in one line is YAML of the subset once it is free of characters that cannot be seen.
    return canonical(without_invisible(json.dumps(data, ensure_ascii=False)), model)


def _inside(part: Part, here: shape.Shape, indent: int, *, top: bool = False) -> Iterator[str]:
    """The lines of what a part holds: keys or items, each under its comments, then the comments at the end."""
    spaced = top or (shape.is_by_id(here) and isinstance(part.value, Mapping))
    for index, held in enumerate(_in_order(part.parts, here)):
        if spaced and index:
            yield ""
        yield from _part(held, None if held.key is None else shape.inside(here, held.key), indent)
    yield from _at_end(part, indent)


def _in_order(parts: list[Part], here: shape.Shape) -> list[Part]:
    known = {key: index for index, key in enumerate(shape.fields(here))}
    return sorted(parts, key=lambda part: known.get(part.key or "", len(known))) if known else parts


def _part(part: Part, here: shape.Shape, indent: int) -> Iterator[str]:
    # A line has room for one comment; what stood beside a key and again beside its value goes above.
    yield from _above([*part.above, *part.beside[:-1]], indent)
    pad = " " * indent
    name = f"{pad}-" if part.key is None else f"{pad}{as_key(part.key)}:"
    beside = "".join(f"  {comment.text}" for comment in part.beside[-1:])
    if not part.parts:
        text, more = _value(part.value, name, indent)
        yield f"{name} {text}".rstrip() + beside
        yield from more
        yield from _at_end(part, indent + _INDENT)
    elif brackets := _in_brackets(part, name):
        yield f"{name} {brackets}{beside}"
    else:
        first, *others = _inside(part, here, indent + _INDENT)
        # A comment on the line of a hyphen would belong to the whole item, not to its first key.
        joined = part.key is None and not beside and not first.lstrip().startswith("#")
        yield from (f"{name} {first.lstrip()}", *others) if joined else (name + beside, first, *others)


def _value(value: Node, name: str, indent: int) -> tuple[str, list[str]]:
    """What follows the colon on its line, and the lines below."""
    if not isinstance(value, Scalar):
        return "[]" if isinstance(value, Sequence) else "{}", []
    if not isinstance(value.value, str):
        return value.text, []
    text = on_one_line(value.value)
    if "\n" not in value.value and len(name) + 1 + len(text) <= WIDTH:
        return text, []
    lines = folded(value.value, WIDTH - indent - _INDENT)
    if lines is None:
        return double_quoted(value.value), []
    return ">-", [" " * (indent + _INDENT) + line if line else "" for line in lines]


def _in_brackets(part: Part, name: str) -> str | None:
    """A list as `[a, b]` where it can stand on the line of its key."""
    if not isinstance(part.value, Sequence) or part.key in _ONE_A_LINE or part.at_end:
        return None
    items = []
    for item in part.parts:
        if not isinstance(item.value, Scalar) or item.above or item.beside or item.at_end:
            return None
        items.append(on_one_line(item.value.value, flow=True) if isinstance(item.value.value, str) else item.value.text)
    text = f"[{', '.join(items)}]"
    return text if all(items) and len(name) + 1 + len(text) <= WIDTH else None


def _above(comments: list[Comment], indent: int) -> Iterator[str]:
    for index, comment in enumerate(comments):
        if index and comment.blank_before:
            yield ""
        yield " " * indent + comment.text
    if comments and comments[-1].blank_after:
        yield ""


def _at_end(part: Part, indent: int) -> Iterator[str]:
    for comment in part.at_end:
        if comment.blank_before:
            yield ""
        yield " " * indent + comment.text
