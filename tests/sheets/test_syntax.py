"""What is said of a file that is no YAML: where and why, in the same words with either parser of PyYAML."""

from __future__ import annotations

import pytest
import yaml

from generator.sheets import read_document, tree
from generator.sheets.syntax import Fault, in_plain_words

QUOTE_IT = "put the text in quotes"
SPACES = "a tab stands where only spaces may", "indent with spaces"
CASES = [
    (
        "a: b: c\n",
        "1:5",
        "a colon and a space stand inside a text, or the line is indented too far",
        "put the text in quotes, or line the key up with the keys that it belongs with",
    ),
    (
        "a:\n  b: 1\n c: 2\n",
        "3:2",
        "this line does not line up with the keys above it",
        "indent it like the keys that it belongs with",
    ),
    ("a: 'b'c\n", "1:7", "something follows the end of a value", "put the whole value in quotes"),
    (
        "a: b\nc\n",
        "3:1",
        "this line is neither a key with its value nor part of a text",
        "write it as key: value, or indent it",
    ),
    ("a: [b]]\n", "1:7", "a closing ] stands here that nothing opens", "remove it, or put the text in quotes"),
    ("a:\n\tb: c\n", "2:1", *SPACES),
    ("a: |\n\tb\n", "2:1", *SPACES),
    ("a: @b\n", "1:4", "a text cannot begin with @", QUOTE_IT),
    ("a: %b\n", "1:4", "a text cannot begin with %", QUOTE_IT),
    ("a: ** b\n", "1:5", "a text cannot begin with * or &", QUOTE_IT),
    ("a: ? b\n", "1:4", "a text cannot begin with ? and a space", QUOTE_IT),
    ("a: !b!c d\n", "1:4", "a text cannot begin with !", QUOTE_IT),
    (
        "a: 'b\nc: d\n",
        "1:4",
        "the quotation mark that opens here is never closed",
        "close it, and double every apostrophe inside single quotes",
    ),
    (
        "a: 'b\n---\n'\n",
        "2:1",
        "a line with --- stands inside a text in quotes",
        "close the quotation mark before it",
    ),
    (
        'a: "\\q"\n',
        "1:4",
        "a backslash in double quotes begins no known escape",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        'a: "\\xz"\n',
        "1:4",
        "an escape in double quotes is not complete",
        "write \\\\ for a backslash, or use single quotes",
    ),
    (
        "a: [b,\nc: d\n",
        "3:1",
        "a comma or the closing ] of what opens in line 1 is missing",
        "put commas between items, and ] at the end",
    ),
    (
        "a: {b: c\n",
        "2:1",
        "a comma or the closing } of what opens in line 1 is missing",
        "put commas between items, and } at the end",
    ),
    ("a: - b\n", "1:4", "a list begins on the line of its key", "begin it on the next line, or write [a, b]"),
    (
        "a: > b\n  c\n",
        "1:6",
        "text stands on the line of | or >",
        "begin the text on the next line, or put it in quotes",
    ),
    (
        "a:\n  - b\n  c: d\n",
        "3:3",
        "a list goes on here without a hyphen",
        "begin each item with a hyphen, and line keys up with keys",
    ),
    ("a: ]\n", "1:4", "a value is missing here", "write it, and put it in quotes where it is text"),
]


@pytest.mark.parametrize("loader", [pytest.param(tree.LOADER, id="compiled"), pytest.param(yaml.SafeLoader, id="pure")])
@pytest.mark.parametrize(("source", "place", "message", "remedy"), CASES)
def test_syntax_errors_are_said_in_plain_words(
    source: str, place: str, message: str, remedy: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser's words give way to what a writer did and can do about it."""
    monkeypatch.setattr(tree, "LOADER", loader)
    document, problems = read_document("x.yml", source)
    assert document is None
    assert list(map(str, problems)) == [f"x.yml:{place}: YAML: {message}; {remedy}"]


@pytest.mark.parametrize("loader", [pytest.param(tree.LOADER, id="compiled"), pytest.param(yaml.SafeLoader, id="pure")])
def test_an_escape_of_half_a_character_is_refused(loader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """One parser refuses a lone surrogate, the other lets it pass; the problem is the same."""
    monkeypatch.setattr(tree, "LOADER", loader)
    _, problems = read_document("x.yml", 'a: "\\ud800"\n')
    assert [(problem.line, problem.column, problem.message, problem.remedy) for problem in problems] == [
        (1, 4, "an escape in double quotes names no character", "write the character itself")
    ]


def test_an_error_that_no_rule_knows_keeps_the_words_of_the_parser() -> None:
    """A message that a later PyYAML may bring is passed on rather than guessed at."""
    fault = Fault("found something odd", "while scanning", None, "", "x")
    assert in_plain_words(fault) == ("this is not YAML (found something odd)", "correct the line")
