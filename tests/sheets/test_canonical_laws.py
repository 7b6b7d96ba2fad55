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
from generator.sheets import canonical, read_document
from generator.sheets import tree as tree_module

KEYS = ("article", "dates", "mediators", "geneva", "event", "who", "quote", "note", "title", "low", "for", "x y", "2016")
WORDS = st.sampled_from(
    ["talks", "the", "in", "of", "Vienna", "#1", "-", "a:b", "it's", '"so"', "[x]", "{y}", "100%", "&", "*", "!", "?"]
    + ["null", "true", "no", "12:30", "2016-12-31", "1_000", "0123", "007.5", "0x1F", "1e3", ".5", "~", "=", "<<", "café"]
    + ["\u201cso\u201d", "\U0001f54a", "a\u00a0b", "---", "...", "|", ">-", "@", "`", ",", "%TAG", "key: value", "x #y"]
)
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)
NASTY = st.text(st.sampled_from("ab -:#'\"\\,[]{}?!&*|>%@`~=<\n\t\u00a0\u2028\x85\x07é\U0001f54a0"), max_size=30)
PLAIN = st.sampled_from(["null", "~", "", "true", "False", "0x1F", "0o17", "+5", "-0", "1e5", "3.10", ".5", "2016"])
TEXTS = st.one_of(SENTENCES, NASTY, st.text(max_size=20)).map(lambda text: re.sub("[\ud800-\udfff]", "", text))
KEY_TEXTS = st.one_of(st.sampled_from(KEYS), st.text(max_size=12), NASTY)


class Written(str):
    """A value that is no text, as it is written."""

    __slots__ = ()


LEAVES = st.one_of(TEXTS, PLAIN.map(Written))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEY_TEXTS, inner, max_size=5)),
    max_leaves=12,
)
FILES = st.dictionaries(KEY_TEXTS, VALUES, max_size=5)
COMMENT_TEXTS = ("", " note", ": - [x", " 'it", ' "so', " a: b", " # more", "é {", " - b", "  >-", "\tx  ")


class Writer:
    """Writes data as YAML in styles drawn at random, with numbered comments wherever they are legal."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.comments: list[str] = []
        self.deepest = 99
        """The column up to which a comment may stand: further right it would be part of a block scalar above."""

    def chance(self, share: float) -> bool:
        return self.rng.random() >= 1 - share

    def comment(self) -> str:
        self.comments.append(f"#\u27e6{len(self.comments)}\u27e7{self.rng.choice(COMMENT_TEXTS)}")
        return self.comments[-1]

    def own_lines(self, at_most: int) -> str:
        """Blank lines and comments with lines of their own, indented anyhow up to a column."""
        lines, at_most = [], min(at_most, self.deepest)
        while self.chance(0.25):
            pad = " " * self.rng.choice([0, 1, 2, at_most, self.rng.randint(0, max(0, at_most))])
            lines.append(pad[:at_most] + self.comment() if self.chance(0.6) else pad * self.chance(0.3))
        return "".join(f"{line}\n" for line in lines)

    def end(self) -> str:
        return (f"{' ' * self.rng.randint(1, 3)}{self.comment()}" if self.chance(0.2) else "") + "\n"

    def file(self, data: dict[str, Any]) -> str:
        start = self.own_lines(4) + ("---" + self.end() if self.chance(0.3) else "")
        if not data:
            return start + ("{}" + self.end() if self.chance(0.5) else "")
        body = self.flow(data, 0) + self.end() if self.chance(0.1) else self.block(data, self.rng.choice([0, 0, 0, 2]))
        return start + body + self.own_lines(4) + self.rng.choice(["", "", "...\n"])

    def block(self, data: dict[str, Any] | list[Any], indent: int) -> str:
        pad, text = " " * indent, ""
        for key, value in data.items() if isinstance(data, dict) else ((None, item) for item in data):
            text += self.own_lines(indent + 6)
            if key is not None and self.chance(0.03):
                name = f"{pad}? {self.key(key)}{self.end()}{pad}:"
            else:
                name = pad + ("-" if key is None else f"{self.key(key)}:")
            self.deepest = 99
            text += name + self.value(value, indent, in_list=key is None)
        return text + self.own_lines(indent + 6)

    def value(self, value: Any, indent: int, *, in_list: bool) -> str:
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
            # On the line of the hyphen: nothing may stand before the first key.
            first, _, rest = self.block(value, indent + 2).partition("\n")
            while not first.strip() or first.lstrip().startswith("#"):
                if first.strip():
                    self.comments.remove(first.lstrip(" "))
                first, _, rest = rest.partition("\n")
            return f" {first.lstrip(' ')}\n{rest}"
        return self.end() + self.block(value, indent + step)

    def between(self, indent: int) -> str:
        """What stands between a colon and a value: a space, or comments and the value on a line of its own."""
        return " " if self.chance(0.8) else self.end() + self.own_lines(indent + 4) + " " * (indent + 1)

    def text(self, text: str, indent: int, step: int) -> str:
        pad = " " * (indent + step)
        if not self.chance(0.5):
            return self.between(indent) + self.one_line(text) + self.end()
        before, count = self.between(indent), len(self.comments)
        header = self.end()
        self.deepest = 99
        candidates = [*self.blocks(text, pad, step, header), *self.broken(text, pad)]
        for candidate in self.rng.sample(candidates, len(candidates)):
            whole = candidate if candidate.startswith(("|", ">")) else candidate + header
            if reads_as(" " * indent + "k: " + whole, {"k": text}):
                self.deepest = indent if whole != candidate + header else 99
                return before + whole
        del self.comments[count:]
        return before + self.one_line(text) + self.end()

    def blocks(self, text: str, pad: str, step: int, header: str) -> Iterator[str]:
        for indicator in ("-", "", "+"):
            for number in ("", str(step)):
                lines = "".join(f"{pad}{line}\n" if line else "\n" for line in text.split("\n"))
                yield f"|{number}{indicator}{header}{lines}"
                words = re.sub("(?<=[^ ]) (?=[^ ])", lambda _: f"\n{pad}" if self.chance(0.3) else " ", text)
                yield f">{number}{indicator}{header}{pad}{words}\n"

    def broken(self, text: str, pad: str) -> Iterator[str]:
        """Quoted and plain texts over several lines."""
        for form in (text, f"'{text.replace(chr(39), chr(39) * 2)}'"):
            yield re.sub("(?<=[^ ]) (?=[^ ])", lambda _: f"\n{pad}" if self.chance(0.3) else " ", form)

    def one_line(self, text: str) -> str:
        return next(style for style in self.styles(text) if reads_as(f"k: {style}\n", {"k": text}))

    def key(self, text: str) -> str:
        forms = "{}: x\n", "? {}\n: x\n", "{{{}: x}}\n"
        fits = (style for style in self.styles(text) if all(reads_as(form.format(style), {text: "x"}) for form in forms))
        return next(fits)

    def item(self, text: str) -> str:
        return next(style for style in self.styles(text) if reads_as(f"k: [{style}\n , x]\n", {"k": [text, "x"]}))

    def styles(self, text: str) -> list[str]:
        escaped = "".join(c if " " <= c < "\x7f" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
        styles = [text, f"'{text.replace(chr(39), chr(39) * 2)}'", f'"{escaped}"']
        return self.rng.sample(styles, len(styles))

    def flow(self, value: Any, indent: int) -> str:
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
        if self.chance(0.7):
            return " "
        return self.end() + self.own_lines(8) + " " * (indent + 1)


def reads_as(text: str, data: object) -> bool:
    document, problems = read_document("x", text)
    return document is not None and not problems and document.data == data


def loaded(text: str) -> object:
    document, problems = read_document("x", text)
    assert not problems, (problems, text)
    assert document is not None
    return ordered(document.data)


def ordered(data: object) -> object:
    """Data that compares as the laws want it: the order of lists counts, that of keys does not, nan equals nan."""
    if isinstance(data, dict):
        return {key: ordered(value) for key, value in data.items()}
    if isinstance(data, list):
        return [ordered(value) for value in data]
    return type(data).__name__, repr(data)


def check_laws(text: str, comments: list[str], model: object) -> None:
    once = canonical(text, model)
    assert canonical(once, model) == once
    assert loaded(once) == loaded(text)
    assert sorted(re.findall("#\u27e6[^\n]*", once)) == sorted(comment.rstrip() for comment in comments)
    assert once == "" or (once.endswith("\n") and not once.endswith("\n\n") and not once.startswith("\n"))
    assert all(line == line.rstrip() for line in once.split("\n"))


@given(FILES, st.randoms(use_true_random=False), st.sampled_from([Sheet, ActorsFile]))
@settings(max_examples=300, deadline=None)
def test_canonical_form_keeps_data_and_comments_and_is_idempotent(data: Any, rng: random.Random, model: object) -> None:
    """Whatever the style, canonical form reads the same, holds every comment once, and is its own canonical form."""
    writer = Writer(rng)
    text = writer.file(data)
    check_laws(text, writer.comments, model)


@given(FILES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_laws_hold_with_the_pure_parser(data: Any, rng: random.Random) -> None:
    """Without the compiled parser the same laws hold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_module, "LOADER", yaml.SafeLoader)
        writer = Writer(rng)
        text = writer.file(data)
        check_laws(text, writer.comments, Sheet)
