"""Reading YAML: what values mean, where they stand, and what is refused with which words."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.sheets import Document, read_document, tree


@pytest.fixture(params=["compiled", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of PyYAML's two parsers in turn."""
    name = str(request.param)
    if name == "pure":
        monkeypatch.setattr(tree, "LOADER", yaml.SafeLoader)
    elif tree.LOADER is yaml.SafeLoader:
        pytest.skip("this PyYAML has no compiled parser")
    return name


def read(source: str | bytes) -> Document:
    """A document that is read without problems."""
    document, problems = read_document("x.yml", source)
    assert problems == []
    assert document is not None
    return document


def complaints(source: str | bytes) -> list[str]:
    """The problems of a file, as a report prints them."""
    _, problems = read_document("x.yml", source)
    return [str(problem).removeprefix("x.yml:") for problem in problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        *((text, text) for text in ("nULL", "tRUE", "NO", "no", "yes", "on", "Off", "y", "n")),
        ("0", 0),
        ("-0", 0),
        ("+5", 5),
        ("-12", -12),
        ("0o17", 15),
        ("0x1F", 31),
        *((text, text) for text in ("0123", "-007", "00", "0b11", "0o8", "+0x1F", "1_000", "12:30", "400,000")),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("+.inf", math.inf),
        ("-.INF", -math.inf),
        *((text, text) for text in (".", "e3", "1e", ".Inf.", "inf", "nan", "+.nan", "2016-12-31", "2016-12", "=")),
        ("'5'", "5"),
        ('"null"', "null"),
        ("|-\n  5", "5"),
        ("٣", "٣"),
    ],
)
def test_scalars_are_those_of_yaml_1_2_core(written: str, value: object) -> None:
    """Only the words and numbers of YAML 1.2 core are no text; a decimal with leading zeros is text as well."""
    data = read(f"k: {written}\n").data
    assert data == {"k": value}
    assert isinstance(data, dict)
    assert type(data["k"]) is type(value)


def test_not_a_number_is_a_number() -> None:
    """`.nan` is the one value that does not equal itself."""
    data = read("k: .nan\n").data
    assert isinstance(data, dict)
    assert math.isnan(data["k"])


def test_keys_are_text_as_written() -> None:
    """A key is never a number, a truth value or nothing."""
    assert read("2016: a\nnull: b\ntrue: c\n0x1F: d\n'': e\n").data == {
        "2016": "a",
        "null": "b",
        "true": "c",
        "0x1F": "d",
        "": "e",
    }


@pytest.mark.parametrize("source", ["", "\n", "# a\n", "---\n", "--- # a\n...\n", "{}", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_mapping(source: str | bytes) -> None:
    """A file of nothing, or of comments alone, holds no keys."""
    assert read(source).data == {}


def test_line_ends_and_byte_order_mark_change_nothing() -> None:
    """Windows and old Macintosh line ends and a byte-order mark are read over, and places stay right."""
    unix, windows = read("a: 1\nb: |\n  x\n  y\n"), read(b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n")
    assert unix.data == windows.data == read("a: 1\rb: |\r  x\r  y\r").data
    assert windows.place(("a",), of_key=True) == (1, 1)
    assert windows.place(("b",)) == (2, 4)


DOCUMENT = """\
article:
  title: null
  url:
mediators:
  hosts:
    who:
      - norland
      - sudmark
    🕊 é: {role: [host]}
"""


@pytest.mark.parametrize(
    ("keys", "of_key", "place"),
    [
        ((), False, (1, 1)),
        (("article",), True, (1, 1)),
        (("article",), False, (2, 3)),
        (("article", "title"), False, (2, 10)),
        (("article", "url"), False, (3, 7)),
        (("mediators", "hosts", "who"), True, (6, 5)),
        (("mediators", "hosts", "who"), False, (7, 7)),
        (("mediators", "hosts", "who", 1), False, (8, 9)),
        (("mediators", "hosts", "who", 1), True, (8, 9)),
        (("mediators", "hosts", "🕊 é", "role", 0), False, (9, 18)),
        (("mediators", "hosts", "quote"), False, (5, 3)),
        (("mediators", "hosts", "who", 7), False, (6, 5)),
        (("mediators", "hosts", "who", "x"), False, (6, 5)),
        (("dates", "x", "y"), False, (1, 1)),
    ],
)
def test_places_are_of_values_or_keys(keys: tuple[str | int, ...], of_key: bool, place: tuple[int, int]) -> None:
    """Line and column count characters from 1; what is missing stands where the key around it stands."""
    assert read(DOCUMENT).place(keys, of_key=of_key) == place


def test_written_is_the_text_before_it_was_a_number() -> None:
    """What was written is kept beside what it means."""
    document = read("a: 0x1F\nb: [1.50]\n")
    assert document.written(("a",)) == "0x1F"
    assert document.written(("b", 0)) == "1.50"
    assert document.written(("b",)) is None
    assert document.written(("c",)) is None


ALIAS = "an alias (*) stands for a value written elsewhere; write the value here, or put text in quotes"
ANCHOR = "an anchor (&) marks a value for use elsewhere; remove it, or put the text in quotes"
TAG = "a tag (!) gives a value a type of its own; remove the tag, or put the text in quotes"
MERGE = "a merge key (<<) copies keys from elsewhere; write the keys here"
SECOND = "a second document begins here; keep one in each file, without --- and ..."
DIRECTIVE = "a line begins with %; remove it: a sheet needs no directives"
NO_KEYS = "file: the file holds no keys at its top; write key: value, each key at the start of a line"
INVISIBLE = {
    number: f"file: the file holds the invisible character U+{number:04X} ({name}); remove it wherever it stands"
    for number, name in ((0x07, "control character"), (0x2028, "line separator"), (0xD800, "control character"))
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1: a: this key stands here a second time, first in line 1; keep one of them"]),
        ("a:\n  b: 1\n  'b': 2\n", ["3:3: a.b: this key stands here a second time, first in line 2; keep one of them"]),
        ("a: &x 1\n", [f"1:4: a: {ANCHOR}"]),
        ("a: *x\n", [f"1:4: a: {ALIAS}"]),
        ("*x : 1\n", [f"1:1: YAML: {ALIAS}"]),
        ("a: !x 1\n", [f"1:4: a: {TAG}"]),
        ("a: !!str 1\n", [f"1:4: a: {TAG}"]),
        ("!x a: 1\n", [f"1:1: a: {TAG}"]),
        ("a:\n  <<: {b: 1}\n", [f"2:3: a.<<: {MERGE}"]),
        ("a: 1\n---\nb: 2\n", [f"2:1: YAML: {SECOND}"]),
        ("a: 1\n...\nb: 2\n", [f"3:1: YAML: {SECOND}"]),
        ("%YAML 1.2\n---\na: 1\n", [f"1:1: YAML: {DIRECTIVE}"]),
        ("# x\n%TAG ! !x\n---\na: 1\n", [f"2:1: YAML: {DIRECTIVE}"]),
        ("%YAML 3.0\n---\na: 1\n", [f"1:1: YAML: {DIRECTIVE}"]),
        ("%YAML 1.2\na: 1\n", [f"2:1: YAML: {DIRECTIVE}"]),
        (
            "[a]: 1\n",
            ["1:1: YAML: a key is a list or a mapping here; write a name before the colon, or put text in quotes"],
        ),
        (
            f"{'a' * 101}: 1\n",
            [f"1:1: {'a' * 59}…: this key has 101 characters; write an id or a name of at most 100"],
        ),
        (
            "a: 1234567890123456789\n",
            ["1:4: a: '1234567890123456789' is too long for a number; put it in quotes if it is text"],
        ),
        (
            f"a: {'[' * 30}\n",
            ["1:23: a: this is nested deeper than 20 levels; a sheet needs four: take levels out"],
        ),
        ("- a\n", [f"1:1: {NO_KEYS}"]),
        ("\nnull\n", [f"2:1: {NO_KEYS}"]),
        ("''\n", [f"1:1: {NO_KEYS}"]),
        ("a: b\x07\n\x07c: \u2028\n", [f"1:5: {INVISIBLE[0x07]}", f"2:5: {INVISIBLE[0x2028]}"]),
        ("a: \ud800\n", [f"1:4: {INVISIBLE[0xD800]}"]),
    ],
)  # fmt: skip
def test_what_sheets_do_not_use_is_refused(source: str, problems: list[str]) -> None:
    """Whatever gives one text a second meaning is a problem at its place, with the remedy."""
    assert complaints(source) == problems


def test_all_problems_of_a_file_are_found_in_one_run() -> None:
    """Reading goes on after a problem, with the first of two keys, until the syntax fails."""
    assert complaints("a: 1\na: &x 2\nb: *x\nc: !y z\nd: @\n") == [
        "2:1: a: this key stands here a second time, first in line 1; keep one of them",
        f"2:4: a: {ANCHOR}",
        f"3:4: b: {ALIAS}",
        f"4:4: c: {TAG}",
        "5:4: YAML: a text cannot begin with @; put the text in quotes",
    ]


def test_the_first_of_two_keys_counts() -> None:
    """After a key stands twice, the first is read on."""
    document, _ = read_document("x.yml", "a: 1\na: 2\n")
    assert document is not None
    assert document.data == {"a": 1}


def test_what_is_refused_is_unread() -> None:
    """Places whose values were refused are noted, so that nothing more is said about them."""
    document, _ = read_document("x.yml", "a: {b: [*x]}\nc: {<<: *y}\nd: 99999999999999999999\n")
    assert document is not None
    assert document.unread == {("a", "b", 0), ("c", "<<"), ("d",)}


def test_a_file_beyond_a_mebibyte_is_not_read() -> None:
    """Size counts bytes of UTF-8."""
    whole = "a: " + "x" * ((1 << 20) - 4) + "\n"
    assert complaints(whole) == []
    too_large = ["1:1: file: the file is larger than 1 MiB; split it into several files"]
    assert complaints("#" + whole) == too_large
    assert complaints(whole.replace("xx", "é", 1)) == []
    assert complaints(whole.replace("x", "é", 1)) == too_large
    assert complaints(whole.encode() + b"\n") == too_large


def test_a_file_that_is_not_utf_8_says_where() -> None:
    """The place is that of the first byte that is no UTF-8."""
    assert complaints("a: é\r\nb: \xe9\n".encode("latin-1")) == [
        "1:4: file: the file is not UTF-8 text; save it as UTF-8"
    ]
    assert complaints("a: é\r\nb: ".encode() + b"\xe9\n") == ["2:4: file: the file is not UTF-8 text; save it as UTF-8"]


def test_the_number_of_problems_is_bounded() -> None:
    """A file made to have endless problems is given up after a thousand."""
    found = complaints("a: 1\n" * 5000)
    assert len(found) == 1001
    assert found[-1] == "1001:1: a: this key stands here a second time, first in line 1; keep one of them"
    assert "1001:1: a: more problems follow than are shown; correct these first" in found


RUNS = ["[", "{", "- ", "? ", ": ", "*", "&a ", "!a ", "#", "\n", "a: ", "a\n", "'", '"', "|\n", "%", "\x01", "9"]


@pytest.mark.parametrize("run", RUNS, ids=repr)
@pytest.mark.parametrize("start", ["", "k: "])
def test_hostile_files_give_a_result(start: str, run: str) -> None:
    """Long runs of any indicator are read, or refused, and never fail otherwise."""
    document, problems = read_document("x.yml", start + run * (200_000 // len(run)))
    assert document is not None or problems


@given(st.one_of(st.text(), st.text(alphabet="ab:-?[]{}#&*!|>'\"%@`<~ \n\t,0"), st.binary()))
def test_any_input_gives_a_document_or_problems(source: str | bytes) -> None:
    """Nothing but problems comes of what cannot be read, each within the file."""
    document, problems = read_document("x.yml", source)
    assert document is not None or problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all("\n" not in str(problem) for problem in problems)
