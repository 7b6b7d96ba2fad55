"""One YAML file, read: its data, the place of everything in it, and all that is wrong with its form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from generator.errors import Problem
from generator.sheets.tree import Entry, Keys, Mapping, Mark, Node, Scalar, Sequence, compose, data_of
from generator.text import line_and_column

BYTES_AT_MOST = 1 << 20

_LINE_END = re.compile(r"\r\n?")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Document:
    """One YAML file, read.

    `path` is relative to the project's root, with forward slashes. `data` is plain dictionaries, lists, texts,
    numbers, True, False and None. `text` is what was read, with Unix line ends; `unread` are the places whose
    values were refused.
    """

    path: str
    data: dict[str, Any]
    text: str = field(repr=False)
    root: Mapping = field(repr=False, compare=False)
    unread: frozenset[Keys] = frozenset()

    def place(self, keys: Keys, *, of_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of a value or of its key; of the nearest place around it where there is none."""
        entry: Entry | None = None
        node: Node = self.root
        for key in keys:
            below = _step(node, key)
            if below is None:
                # What is missing is missing from what the last key names.
                of_key = True
                break
            entry, node = below
        mark = entry.key.start if entry is not None and of_key else node.start
        return mark.line, mark.column

    def written(self, keys: Keys) -> str | None:
        """The text of the value at a place, as it was before it was taken for a number; None where there is none."""
        scalar = self._scalar(keys)
        return None if scalar is None else scalar.text

    def extent(self, keys: Keys) -> tuple[int, int] | None:
        """Where the single value at a place starts and ends in `text`; None where there is none."""
        scalar = self._scalar(keys)
        return None if scalar is None else (scalar.start.offset, scalar.end)

    def _scalar(self, keys: Keys) -> Scalar | None:
        node: Node = self.root
        for key in keys:
            below = _step(node, key)
            if below is None:
                return None
            _, node = below
        return node if isinstance(node, Scalar) else None


def _step(node: Node, key: str | int) -> tuple[Entry | None, Node] | None:
    if isinstance(node, Mapping) and isinstance(key, str) and key in node.entries:
        entry = node.entries[key]
        return entry, entry.value
    if isinstance(node, Sequence) and isinstance(key, int) and 0 <= key < len(node.items):
        return None, node.items[key]
    return None


def read_document(path: str, source: str | bytes) -> tuple[Document | None, list[Problem]]:
    """Read one file; the document is None where nothing can be said about what it holds.

    An empty file is an empty mapping. Windows line ends and a byte-order mark are accepted.
    """
    if len(source) > BYTES_AT_MOST or _size(source) > BYTES_AT_MOST:
        words = f"the file is larger than {BYTES_AT_MOST >> 20} MiB", "split it into several files"
        return None, [Problem(path, 1, 1, "file", *words)]
    if isinstance(source, bytes):
        try:
            text = source.decode()
        except UnicodeDecodeError as error:
            read = _normalised(source[: error.start].decode())
            place = line_and_column(read, len(read))
            return None, [Problem(path, *place, "file", "the file is not UTF-8 text", "save it as UTF-8")]
    else:
        text = source
    text, problems = _clean(path, text)
    composed = compose(path, text)
    problems += composed.problems
    root = _top(composed.root)
    if composed.broken:
        return None, sorted(set(problems))
    if root is None and composed.root is not None:
        mark = composed.root.start
        words = "the file holds no keys at its top", "write key: value, each key at the start of a line"
        return None, sorted({*problems, Problem(path, mark.line, mark.column, "file", *words)})
    root = root or Mapping(Mark(0, 1, 1), 0, False, {})
    return Document(path, data_of(root), text, root, frozenset(composed.unread)), sorted(set(problems))


def _size(source: str | bytes) -> int:
    return len(source.encode(errors="surrogatepass") if isinstance(source, str) else source)


def _top(node: Node | None) -> Mapping | None:
    if isinstance(node, Scalar) and not node.text and not node.style:
        return Mapping(node.start, node.end, False, {})
    return node if isinstance(node, Mapping) else None


def _normalised(source: str) -> str:
    """A text without byte-order mark and with Unix line ends, as it is read."""
    return _LINE_END.sub("\n", source.removeprefix("\ufeff"))


def _clean(path: str, source: str) -> tuple[str, list[Problem]]:
    """The text to read, and a problem for each character in it that no YAML file may hold."""
    text = _normalised(source)
    problems, seen = [], set()
    for match in _REFUSED.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            name = unicodedata.name(match[0], "control character").lower()
            message = f"the file holds the invisible character U+{ord(match[0]):04X} ({name})"
            place = line_and_column(text, match.start())
            problems.append(Problem(path, *place, "file", message, "remove it wherever it stands"))
    return _REFUSED.sub("\ufffd", text), problems
