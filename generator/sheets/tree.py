"""YAML read into a tree that knows the place of everything: the subset that sheets are written in.

Left out on purpose are anchors and aliases, tags, merge keys, directives and several documents in one
file: each gives one text a second meaning, and none is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.errors import Problem
from generator.sheets.scalars import is_too_long, value_of
from generator.sheets.syntax import DIRECTIVE, SECOND_DOCUMENT, Fault, in_plain_words
from generator.sheets.wording import shown, where

Keys = tuple[str | int, ...]
"""The way from the top of a file to a place in it: keys of mappings, positions in lists from 0."""

MERGE = "<<"
"""The merge key of YAML 1.1. In `Composed.unread` it stands for entries of a mapping that were refused."""
DEPTH_AT_MOST = 20
KEY_AT_MOST = 100
PROBLEMS_AT_MOST = 1000
"""In one file; a report of more helps nobody, and a file made to have more could fill the memory."""
TOO_MANY = "more problems follow than are shown", "correct these first"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The compiled parser where there is one: ten times as fast, and the same in all that sheets use."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place: characters from the start of the text, line and column from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: what it means, its text, and how it is written (`style` is "" or one of `'"|>`)."""

    start: Mark
    end: int
    value: str | int | float | bool | None
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `flow` where it is written in brackets."""

    start: Mark
    end: int
    flow: bool
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value. Keys are text as written, whatever they would mean as values."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; `flow` where it is written in braces."""

    start: Mark
    end: int
    flow: bool
    entries: dict[str, Entry]


Node = Scalar | Sequence | Mapping


@dataclass
class Composed:
    """What a text held: its tree (None where it holds nothing or cannot be read), and what is wrong with it."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    unread: set[Keys] = field(default_factory=set)
    """Where a value was refused, so that nothing can be said about it."""
    broken: bool = False
    """Whether reading stopped before the end."""


def data_of(node: Node) -> Any:
    """The plain dictionaries, lists and values that a tree stands for."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    return {key: data_of(entry.value) for key, entry in node.entries.items()}


def compose(path: str, text: str) -> Composed:
    """Read a text into a tree. `text` has Unix line ends, no byte-order mark and no control characters."""
    return _Composer(path, text).compose()


class _StopError(Exception):
    """There is no use in reading on; the problem is noted."""


_SURROGATE = re.compile("[\ud800-\udfff]")
_REFUSED_TAG = "a tag (!) gives a value a type of its own", "remove the tag, or put the text in quotes"
_REFUSED_ANCHOR = "an anchor (&) marks a value for use elsewhere", "remove it, or put the text in quotes"
_REFUSED_ALIAS = "an alias (*) stands for a value written elsewhere", "write the value here, or put text in quotes"
_REFUSED_MERGE = "a merge key (<<) copies keys from elsewhere", "write the keys here"


class _Composer:
    """Builds the tree from the parser's events, and notes what is left out of the subset."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._text = path, text
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=LOADER))
        self._result = Composed()
        self._begun = False

    def compose(self) -> Composed:
        try:
            self._result.root = self._document()
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except _StopError:
            self._result.broken = True
        return self._result

    def _note(self, mark: Mark, keys: Keys, words: tuple[str, str]) -> None:
        name = where(keys) if keys else "YAML"
        self._result.problems.append(Problem(self._path, mark.line, mark.column, name, *words))

    def _problem(self, mark: Mark, keys: Keys, words: tuple[str, str]) -> None:
        self._note(mark, keys, words)
        if len(self._result.problems) == PROBLEMS_AT_MOST:
            self._note(mark, keys, TOO_MANY)
            raise _StopError

    def _syntax(self, error: Any) -> None:
        self._result.broken = True
        opened = error.context_mark and _mark(error.context_mark)
        at = _mark(error.problem_mark)
        if opened and "quoted scalar" in error.context and "document" not in error.problem:
            # The parsers disagree on the place within the quotation marks, and its beginning helps more than its end.
            at = opened
        line_start = self._text.rfind("\n", 0, at.offset) + 1
        before = self._text[line_start : at.offset]
        character = self._text[at.offset : at.offset + 1]
        fault = Fault(error.problem, error.context or "", opened.line if opened else None, before, character)
        # Without a document before it, only a directive makes a parser wait for the mark of one.
        early = "<document start>" in error.problem and not self._begun
        self._note(at, (), DIRECTIVE if early else in_plain_words(fault))

    def _document(self) -> Node | None:
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        self._begun = True
        start = _mark(event.start_mark)
        if self._text.startswith("%", start.offset):
            self._problem(start, (), DIRECTIVE)
        root = self._node(next(self._events), ())
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            self._problem(_mark(event.start_mark), (), SECOND_DOCUMENT)
        return root

    def _node(self, event: Any, keys: Keys) -> Node:
        mark = _mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._problem(mark, keys, _REFUSED_ALIAS)
            self._result.unread.add(keys)
            return Scalar(mark, _mark(event.end_mark).offset, None, "", "")
        text = self._refusals(event, mark, keys)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, text, mark, keys)
        if len(keys) >= DEPTH_AT_MOST:
            words = f"this is nested deeper than {DEPTH_AT_MOST} levels", "a sheet needs four: take levels out"
            self._problem(mark, keys[:4], words)
            raise _StopError
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, mark, keys)
        return self._mapping(event, mark, keys)

    def _refusals(self, event: Any, mark: Mark, keys: Keys) -> str:
        """Note what the subset leaves out; the text of a scalar without what is no character."""
        if event.anchor is not None:
            self._problem(mark, keys, _REFUSED_ANCHOR)
        if event.tag is not None:
            self._problem(mark, keys, _REFUSED_TAG)
        text = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if _SURROGATE.search(text):
            self._problem(mark, keys, ("an escape in double quotes names no character", "write the character itself"))
        return _SURROGATE.sub("\ufffd", text)

    def _scalar(self, event: Any, text: str, mark: Mark, keys: Keys) -> Scalar:
        style = event.style or ""
        value = text if style else value_of(text)
        if not style and is_too_long(text):
            self._problem(mark, keys, (f"{shown(text)} is too long for a number", "put it in quotes if it is text"))
            self._result.unread.add(keys)
        return Scalar(mark, _mark(event.end_mark).offset, value, text, style)

    def _sequence(self, start: Any, mark: Mark, keys: Keys) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*keys, len(items))))
        return Sequence(mark, _mark(event.end_mark).offset, bool(start.flow_style), tuple(items))

    def _mapping(self, start: Any, mark: Mark, keys: Keys) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, keys)
            value = self._node(next(self._events), (*keys, MERGE if key is None else key.text))
            if key is None:
                self._result.unread.add((*keys, MERGE))
            elif key.text in entries:
                first = entries[key.text].key.start.line
                words = f"this key stands here a second time, first in line {first}", "keep one of them"
                self._problem(key.start, (*keys, key.text), words)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(mark, _mark(event.end_mark).offset, bool(start.flow_style), entries)

    def _key(self, event: Any, keys: Keys) -> Scalar | None:
        """A key as it is written; None, with a problem, where there is none to go by."""
        mark = _mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._problem(mark, keys, _REFUSED_ALIAS)
            return None
        if not isinstance(event, yaml.ScalarEvent):
            words = "a key is a list or a mapping here", "write a name before the colon, or put text in quotes"
            self._problem(mark, keys, words)
            self._node(event, (*keys, MERGE))
            return None
        text, style = event.value, event.style or ""
        if text == MERGE and not style:
            self._problem(mark, (*keys, text), _REFUSED_MERGE)
            return None
        if len(text) > KEY_AT_MOST:
            words = f"this key has {len(text)} characters", f"write an id or a name of at most {KEY_AT_MOST}"
            self._problem(mark, (*keys, text), words)
            return None
        text = self._refusals(event, mark, (*keys, text))
        return Scalar(mark, _mark(event.end_mark).offset, text, text, style)


def _mark(mark: Any) -> Mark:
    return Mark(mark.index, mark.line + 1, mark.column + 1)
