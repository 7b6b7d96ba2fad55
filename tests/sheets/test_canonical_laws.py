"""Laws of canonical form, over random data written down in every legal style with comments all over."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import ActorsFile, Sheet
from generator.sheets import canonical, read_document, tree

KNOWN_KEYS = "article dates mediators geneva event who quote note title low for".split()
PLAIN_WORDS = "talks the in of Vienna it's café [x] {y} 100% & * ! ? - , | >- @ ` = ~ << --- ... #1 a:b %TAG".split()
ODD_WORDS = "null true no 12:30 2016-12-31 1_000 0123 007.5 0x1F 1e3 .5 “so” 🕊".split()
WORDS = st.sampled_from([*PLAIN_WORDS, *ODD_WORDS, '"so"', "a\u00a0b", "key: value", "x #y"])
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
NASTY = st.text(st.sampled_from("ab -:#'\"\\,[]{}?!&*|>%@`~=<\n\t\u00a0\u2028\x85\x07é🕊0"), max_size=30)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
KEYS = st.one_of(st.sampled_from(KNOWN_KEYS), st.sampled_from(["x y", "2016", "~"]), ANY_TEXT, NASTY)


class Written(str):
    """A value that is no text, as it is written."""

    __slots__ = ()


NO_TEXTS = st.sampled_from([Written(text) for text in "null ~ true False 0x1F 0o17 +5 -0 1e5 3.10 .5 2016".split()])
LEAVES = st.one_of(SENTENCES, NASTY, ANY_TEXT, NO_TEXTS, st.just(Written("")))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=12,
)
FILES = st.dictionaries(KEYS, VALUES, max_size=5)
RANDOM = st.randoms(use_true_random=True)
COMMENT_TEXTS = ("", " note", ": - [x", " 'it", ' "so', " a: b", " # more", "é {", " - b", "  >-", "\tx  ")
ANYWHERE = 99


class Writer:
    """Writes data as YAML in styles drawn at random, with numbered comments wherever they are legal."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.comments: list[str] = []
        self.deepest = ANYWHERE
        """The column up to which a comment may stand: further right it would be part of a block scalar above."""

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.rng.random() < share

    def comment(self) -> str:
        """A comment unlike any other."""
        self.comments.append(f"#\u27e6{len(self.comments)}\u27e7{self.rng.choice(COMMENT_TEXTS)}")
        return self.comments[-1]

    def own_lines(self, at_most: int) -> str:
        """Blank lines and comments with lines of their own, indented anyhow up to a column."""
        lines, at_most = [], min(at_most, self.deepest)
        while self.chance(0.25):
            pad = " " * self.rng.choice([0, 1, 2, at_most, self.rng.randint(0, at_most)])
            lines.append(pad[:at_most] + self.comment() if self.chance(0.6) else pad * self.chance(0.3))
        return "".join(f"{line}\n" for line in lines)

    def end(self) -> str:
        """The end of a line, with or without a comment."""
        return (f"{' ' * self.rng.randint(1, 3)}{self.comment()}" if self.chance(0.2) else "") + "\n"

    def file(self, data: dict[str, Any]) -> str:
        """A whole file."""
        start = self.own_lines(4) + ("---" + self.end() if self.chance(0.3) else "")
        if not data:
            return start + ("{}" + self.end() if self.chance(0.5) else "")
        body = self.flow(data, 0) + self.end() if self.chance(0.1) else self.block(data, self.rng.choice([0, 0, 0, 2]))
        return start + body + self.own_lines(4) + self.rng.choice(["", "", "...\n"])

    def block(self, data: dict[str, Any] | list[Any], indent: int) -> str:
        """A mapping or a list with each key or item on a line of its own."""
        pad, text = " " * indent, ""
        for key, value in data.items() if isinstance(data, dict) else ((None, item) for item in data):
            text += self.own_lines(indent + 6)
            if key is not None and self.chance(0.03):
                name = f"{pad}? {self.key(key)}{self.end()}{pad}:"
            else:
                name = pad + ("-" if key is None else f"{self.key(key)}:")
            self.deepest = ANYWHERE
            text += name + self.value(value, indent, in_list=key is None)
        return text + self.own_lines(indent + 6)

    def value(self, value: Any, indent: int, *, in_list: bool) -> str:
        """What follows a colon or a hyphen."""
        step = self.rng.choice([1, 2, 2, 4])
        if isinstance(value, Written):
            return (f" {value}" if value else "") + self.end()
        if isinstance(value, str):
            return self.text(value, indent, step)
        if not value or self.chance(0.2):
            return self.between(indent) + self.flow(value, indent + 1) + self.end()
        if isinstance(value, list) and not in_list and self.chance(0.3):
            step = 0
        if in_list and self.chance(0.5):
            return self.joined(self.block(value, indent + 2))
        return self.end() + self.block(value, indent + step)

    def joined(self, block: str) -> str:
        """A block whose first key stands on the line of a hyphen, where nothing may stand before it."""
        first, _, rest = block.partition("\n")
        while not first.strip() or first.lstrip().startswith("#"):
            if first.strip():
                self.comments.remove(first.lstrip(" "))
            first, _, rest = rest.partition("\n")
        return f" {first.lstrip(' ')}\n{rest}"

    def between(self, indent: int) -> str:
        """What stands between a colon and a value: a space, or comments and the value on a line of its own."""
        return " " if self.chance(0.8) else self.end() + self.own_lines(indent + 4) + " " * (indent + 1)

    def text(self, text: str, indent: int, step: int) -> str:
        """A text in any style that reads back the same."""
        pad, self.deepest = " " * (indent + step), ANYWHERE
        before, count = self.between(indent), len(self.comments)
        if self.chance(0.5):
            return before + self.one_line(text) + self.end()
        header = self.end()
        candidates = [*self.block_scalars(text, pad, step, header), *self.broken(text, pad)]
        for candidate in self.rng.sample(candidates, len(candidates)):
            is_block = candidate.startswith(("|", ">"))
            whole = candidate if is_block else candidate + header
            if reads_as(" " * indent + "k: " + whole, {"k": text}):
                self.deepest = indent if is_block else ANYWHERE
                return before + whole
        del self.comments[count:]
        return before + self.one_line(text) + self.end()

    def block_scalars(self, text: str, pad: str, step: int, header: str) -> Iterator[str]:
        """Literal and folded block scalars with every indicator; not all of them mean the text."""
        for indicator in ("-", "", "+"):
            for number in ("", str(step)):
                lines = "".join(f"{pad}{line}\n" if line else "\n" for line in text.split("\n"))
                yield f"|{number}{indicator}{header}{lines}"
                yield f">{number}{indicator}{header}{pad}{self.wrapped(text, pad)}\n"

    def broken(self, text: str, pad: str) -> Iterator[str]:
        """Plain and quoted text over several lines; not always legal."""
        yield self.wrapped(text, pad)
        yield self.wrapped(f"'{text.replace(chr(39), chr(39) * 2)}'", pad)

    def wrapped(self, text: str, pad: str) -> str:
        """A text with some of its spaces turned into line ends."""
        return re.sub("(?<=[^ ]) (?=[^ ])", lambda _: f"\n{pad}" if self.chance(0.3) else " ", text)

    def one_line(self, text: str) -> str:
        """A text as a value on one line."""
        return next(style for style in self.styles(text) if reads_as(f"k: {style}\n", {"k": text}))

    def key(self, text: str) -> str:
        """A text as a key, wherever keys stand."""
        forms = "{}: x\n", "? {}\n: x\n", "{{{}: x}}\n"
        styles = self.styles(text)
        return next(style for style in styles if all(reads_as(form.format(style), {text: "x"}) for form in forms))

    def item(self, text: str) -> str:
        """A text as a value within brackets or braces."""
        return next(style for style in self.styles(text) if reads_as(f"k: [{style}\n , x]\n", {"k": [text, "x"]}))

    def styles(self, text: str) -> list[str]:
        """A text as it is, in single and in double quotes; the last always means the text."""
        escaped = "".join(c if " " <= c < "\x7f" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
        styles = [text, f"'{text.replace(chr(39), chr(39) * 2)}'", f'"{escaped}"']
        return self.rng.sample(styles, len(styles))

    def flow(self, value: Any, indent: int) -> str:
        """A value within brackets or braces."""
        if isinstance(value, Written):
            return str(value) or "~"
        if isinstance(value, str):
            return self.item(value)
        opening, closing = "[]" if isinstance(value, list) else "{}"
        items = []
        for item in value:
            name = "" if isinstance(value, list) else f"{self.key(item)}: "
            items.append(self.gap(indent) + name + self.flow(item if isinstance(value, list) else value[item], indent))
        return opening + ",".join(item + self.gap(indent) for item in items) + self.gap(indent) + closing

    def gap(self, indent: int) -> str:
        """A space, or comments and line ends, within brackets or braces."""
        return " " if self.chance(0.7) else self.end() + self.own_lines(8) + " " * (indent + 1)


def reads_as(text: str, data: object) -> bool:
    """Whether a text is legal and means this."""
    document, problems = read_document("x", text)
    return document is not None and not problems and document.data == data


def loaded(text: str) -> object:
    """What a text means, comparably: the order of lists counts, that of keys does not, and nan equals nan."""
    document, problems = read_document("x", text)
    assert document is not None
    assert not problems
    return comparable(document.data)


def comparable(data: object) -> object:
    """Data in which 1, 1.0 and True differ, and nan equals nan."""
    if isinstance(data, dict):
        return {key: comparable(value) for key, value in data.items()}
    if isinstance(data, list):
        return [comparable(value) for value in data]
    return type(data).__name__, repr(data)


def check_laws(text: str, comments: list[str], model: object) -> None:
    """Fail where canonical form changes a value, loses a comment, is not its own canonical form, or is untidy."""
    once = canonical(text, model)
    assert canonical(once, model) == once
    assert loaded(once) == loaded(text)
    assert sorted(re.findall("#\u27e6[^\n]*", once)) == sorted(comment.rstrip() for comment in comments)
    assert once == "" or (once.endswith("\n") and not once.endswith("\n\n") and not once.startswith("\n"))
    assert all(line == line.rstrip() for line in once.split("\n"))


@given(FILES, RANDOM, st.sampled_from([Sheet, ActorsFile]))
@settings(max_examples=300, deadline=None)
def test_canonical_form_keeps_data_and_comments_and_is_idempotent(data: Any, rng: random.Random, model: object) -> None:
    """Whatever the style, canonical form reads the same, holds every comment once, and is its own canonical form."""
    writer = Writer(rng)
    text = writer.file(data)
    check_laws(text, writer.comments, model)


@given(FILES, RANDOM)
@settings(max_examples=60, deadline=None)
def test_the_pure_and_the_compiled_parser_read_canonical_form_alike(data: Any, rng: random.Random) -> None:
    """Without the compiled parser the laws hold, and what one writes the other reads the same and leaves as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LOADER", yaml.SafeLoader)
        writer = Writer(rng)
        text = writer.file(data)
        check_laws(text, writer.comments, Sheet)
        pure = canonical(text, Sheet)
        means = loaded(pure)
    assert canonical(pure, Sheet) == pure
    assert loaded(pure) == means


@given(FILES)
@settings(max_examples=200, deadline=None)
def test_the_order_of_facts_and_unknown_keys_is_kept(data: Any) -> None:
    """Only keys that the model knows are put in order; everything else keeps the writer's."""
    text = Writer(random.Random(0)).file({"dates": data})  # noqa: S311  # styles need no secrecy
    document, _ = read_document("x", canonical(text, Sheet))
    assert document is not None
    kept = document.data
    assert isinstance(kept, dict)
    assert list(kept["dates"] or {}) == list(data)
