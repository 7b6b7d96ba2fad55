"""Canonical form: order of keys, style of values, and where comments go."""

from __future__ import annotations

from textwrap import dedent

import pytest

from generator.errors import ProblemsFound
from generator.model import ActorsFile, EventsFile, Sheet
from generator.sheets import canonical, from_data, read_document


def formatted(text: str, model: object = Sheet) -> str:
    """The canonical form of an indented text, which must be its own canonical form."""
    once = canonical(dedent(text), model)
    assert canonical(once, model) == once
    return once


def test_a_whole_sheet_is_put_in_order() -> None:
    """Sections and the keys of facts follow the model; facts, unknown keys and comments keep their places."""
    before = """\
        # yaml-language-server: $schema=../schema/sheet.json
        dates:
            spring-round:      # the second
                quote: "the second round, on 3 May"
                zone: CET
                what: held
                when: 2031-05-03
                event: lakeside-2
            autumn-round: {event: lakeside-1, what: held, when: null, quote: [in autumn, last year]}

        # Who mediates.
        mediators:
          hosts:
            event: lakeside-1
            because: "it's \\"so\\""
            role: host
            who:
            - norland
            - sudmark
            quote: 'hosted by Norland and Sudmark, whose ministers said that they would stay as long as it takes'
        article:
          sha256: "0123"
          title: ~
          file: seeds/lakeside.txt
        # the end
    """
    assert formatted(before) == dedent("""\
        # yaml-language-server: $schema=../schema/sheet.json
        article:
          file: seeds/lakeside.txt
          sha256: '0123'
          title: ~

        # Who mediates.
        mediators:
          hosts:
            event: lakeside-1
            who: [norland, sudmark]
            role: host
            quote: >-
              hosted by Norland and Sudmark, whose ministers said that they would stay as long as it takes
            because: it's "so"

        dates:
          spring-round:  # the second
            event: lakeside-2
            what: held
            when: 2031-05-03
            quote: the second round, on 3 May
            zone: CET

          autumn-round:
            event: lakeside-1
            what: held
            when: null
            quote:
              - in autumn
              - last year
        # the end
        """)


def test_actors_keep_their_order_and_stand_apart() -> None:
    """Actors stay in the writer's order, with a blank line between them."""
    before = """\
        sudmark: {also: [Sudmarkers], kind: state, name: Sudmark}
        norland:
          kind: state
          name: Norland
    """
    assert formatted(before, ActorsFile) == dedent("""\
        sudmark:
          name: Sudmark
          kind: state
          also: [Sudmarkers]

        norland:
          name: Norland
          kind: state
        """)


def test_events_follow_the_model() -> None:
    """Keys of events follow the model."""
    assert formatted("a:\n  place: Vienna\n  kind: talks\n  title: Talks\n", EventsFile) == (
        "a:\n  title: Talks\n  kind: talks\n  place: Vienna\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("'plain words'", "plain words"),
        ('"plain words"', "plain words"),
        ("|-\n  plain words", "plain words"),
        (">\n  plain\n  words", '"plain words\\n"'),
        ("'2016'", "'2016'"),
        ("2016", "2016"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("+5", "+5"),
        ("'0123'", "'0123'"),
        ("0123", "'0123'"),
        ("'null'", "'null'"),
        ("NULL", "NULL"),
        ("~", "~"),
        ("", ""),
        ("True", "True"),
        ("'True'", "'True'"),
        ("'NO'", "NO"),
        ("'12:30'", "12:30"),
        ("'2016-12-31'", "2016-12-31"),
        ("''", "''"),
        ("'a: b'", "'a: b'"),
        ("'a:b'", "a:b"),
        ("'a #b'", "'a #b'"),
        ("'a#b'", "a#b"),
        ("'- a'", "'- a'"),
        ("'-a'", "-a"),
        ("'a:'", "'a:'"),
        ("'it''s'", "it's"),
        ("'''so'' it is'", "'''so'' it is'"),
        ("'\"so\"'", "'\"so\"'"),
        ("' a'", "' a'"),
        ('"a\\tb"', '"a\\tb"'),
        ('"a\\u2028b"', '"a\\u2028b"'),
        ('"a\\u00a0b"', "a\u00a0b"),
        ('"\\u00a0b"', "'\u00a0b'"),
        ("'[a]'", "'[a]'"),
        ("'*a'", "'*a'"),
        ("'%a'", "'%a'"),
        ("'?a'", "?a"),
        ("a\n  b", "a b"),
        ("[ a,b ]", "[a, b]"),
        ("['a, b', 'c?', null, 5]", "['a, b', 'c?', null, 5]"),
        ("[]", "[]"),
        ("{ }", "{}"),
    ],
)
def test_each_value_has_one_style(before: str, after: str) -> None:
    """Plain where that reads back the same, else single quotes, double only where needed; the rest as written."""
    assert formatted(f"k: {before}\n") == f"k: {after}".rstrip() + "\n"


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SPARE = 100 - len(f"k: {LONG}")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (f"{LONG}{'!' * SPARE}", f"k: {LONG}{'!' * SPARE}"),
        (f"{LONG}{'!' * SPARE}!", f"k: >-\n  {LONG}{'!' * SPARE}!"),
        (f"{LONG} 1718", f"k: >-\n  {LONG}\n  1718"),
        (f"{LONG}: 1718", f"k: >-\n  {LONG}:\n  1718"),
        (f"{LONG}  two spaces", f"k: >-\n  {LONG.removesuffix(' sixteen')}\n  sixteen  two spaces"),
        ("first\nsecond", "k: >-\n  first\n\n  second"),
        ("first\n\nsecond", "k: >-\n  first\n\n\n  second"),
        ("first\n second", 'k: "first\\n second"'),
        ("first \nsecond", 'k: "first \\nsecond"'),
        ("\nfirst", 'k: "\\nfirst"'),
        (f" {LONG} 1718", f'k: " {LONG} 1718"'),
        (f"{LONG} 1718\n", f'k: "{LONG} 1718\\n"'),
        (f"{LONG}\t1718", f'k: "{LONG}\\t1718"'),
        (f"# {LONG} 1718", f"k: >-\n  # {LONG}\n  1718"),
        ("x" * 120, f"k: >-\n  {'x' * 120}"),
    ],
)
def test_long_texts_are_folded_where_that_keeps_them(value: str, written: str) -> None:
    """A text that passes 100 columns, or has paragraphs, is folded; where folding would change it, it is quoted."""
    text = from_data({"k": value}, Sheet)
    assert text == f"{written}\n"
    document, problems = read_document("x.yml", text)
    assert document is not None
    assert not problems
    assert document.data == {"k": value}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("who: [a] # why\n", "who: [a]  # why\n", id="beside a list in brackets"),
        pytest.param("who: [a, # first\n  b]\n", "who:\n  - a  # first\n  - b\n", id="within brackets"),
        pytest.param("who: [a,\n  # of b\n  b]\n", "who:\n  - a\n  # of b\n  - b\n", id="line within brackets"),
        pytest.param("who: [a\n  # last\n  ]\n", "who:\n  - a\n  # last\n", id="at the end of brackets"),
        pytest.param("who: { # c\n  a: b}\n", "who:  # c\n  a: b\n", id="beside an opening brace"),
        pytest.param("who: # why\n- a\n", "who: [a]  # why\n", id="beside a key with a list"),
        pytest.param("who:\n- a\n# of b\n- b\n", "who:\n  - a\n  # of b\n  - b\n", id="between items"),
        pytest.param("k: 'a # b' # c\n", "k: 'a # b'  # c\n", id="after a number sign in quotes"),
        pytest.param("k: a#b # c\n", "k: a#b  # c\n", id="after a number sign in a plain text"),
        pytest.param("k: >- # c\n  a # b\n  # d\n", "k: 'a # b # d'  # c\n", id="number signs in a block scalar"),
        pytest.param("k:\n  # c\n  a\n", "# c\nk: a\n", id="between key and value"),
        pytest.param("k: # c\n  a # d\n", "# c\nk: a  # d\n", id="beside key and value"),
        pytest.param("k:\n  # none yet\nl: a\n", "k:\n  # none yet\n\nl: a\n", id="under an empty key"),
        pytest.param("k: {} # c\n  # d\nl: a\n", "k: {}  # c\n  # d\n\nl: a\n", id="under an empty mapping"),
        pytest.param("k:\n  l: a\n  # end of k\nm: b\n", "k:\n  l: a\n  # end of k\n\nm: b\n", id="end of a mapping"),
        pytest.param("k:\n    l: a\n# of m\nm: b\n", "k:\n  l: a\n\n# of m\nm: b\n", id="above the next key"),
        pytest.param("k: a\n\n\n# one\n\n\n# two\n", "k: a\n\n# one\n\n# two\n", id="end of the file"),
        pytest.param("# only\n", "# only\n", id="nothing else"),
        pytest.param("k:\n- # c\n  l: a\n", "k:\n  -  # c\n    l: a\n", id="beside a hyphen"),
        pytest.param("k:\n-\n  # c\n  l: a\n", "k:\n  -\n    # c\n    l: a\n", id="under a hyphen"),
        pytest.param("--- # c\nk: a\n... # d\n", "# c\nk: a  # d\n", id="document marks"),
        pytest.param("k: a #\n", "k: a  #\n", id="empty comment"),
        pytest.param("k: a # b \t\n", "k: a  # b\n", id="white space after"),
    ],
)
def test_comments_stay_with_what_they_stand_at(before: str, after: str) -> None:
    """A comment keeps to the line, the key, the item or the end that it stands at."""
    assert formatted(before) == after


def test_comments_move_with_their_keys() -> None:
    """Comments above and beside a key go where the key goes."""
    before = """\
        mediators:
          hosts:
            # their part
            role: host  # not mediator
            # all of them
            who: [norland]
            # the talks
            event: lakeside-1
            # nothing more
    """
    assert formatted(before) == dedent("""\
        mediators:
          hosts:
            # the talks
            event: lakeside-1
            # all of them
            who: [norland]
            # their part
            role: host  # not mediator
            # nothing more
        """)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "# yaml-language-server: $schema=x\n# of dates\ndates: {}\narticle: {}\n",
            "# yaml-language-server: $schema=x\narticle: {}\n\n# of dates\ndates: {}\n",
            id="editor line",
        ),
        pytest.param(
            "# A sheet.\n\n# of dates\ndates: {}\narticle: {}\n",
            "# A sheet.\n\narticle: {}\n\n# of dates\ndates: {}\n",
            id="before a blank line",
        ),
        pytest.param(
            "# of dates\ndates: {}\narticle: {}\n",
            "article: {}\n\n# of dates\ndates: {}\n",
            id="directly above a key",
        ),
    ],
)
def test_the_head_of_a_file_stays_first(before: str, after: str) -> None:
    """An editor line, and all before the first blank line, is of the file; what follows is of the first key."""
    assert formatted(before) == after


def test_a_fact_that_is_commented_out_stays_where_it_is() -> None:
    """Blank lines around a block of comments are kept, one at a time."""
    text = "dates:\n  a: {}\n\n  # b:\n  #   event: c\n\n  # of d\n  d: {}\n"
    assert formatted(text) == text


def test_windows_line_ends_and_a_byte_order_mark_go() -> None:
    """Canonical form has Unix line ends and no byte-order mark, also from bytes."""
    assert canonical("\ufeffk: a\r\n# b\r\n", Sheet) == "k: a\n# b\n"
    assert canonical("\ufeffk: a\r\n".encode(), Sheet) == "k: a\n"


@pytest.mark.parametrize("empty", ["", "\n\n", "{}", "---\n"])
def test_a_file_with_nothing_in_it_is_empty(empty: str) -> None:
    """An empty mapping is written as an empty file."""
    assert formatted(empty) == ""


def test_a_long_list_stands_one_a_line() -> None:
    """A list that passes 100 columns leaves its brackets; a list of quotes never has any."""
    names = [f"armed-group-number-{number}" for number in range(5)]
    assert from_data({"who": names}, Sheet) == "who:\n" + "".join(f"  - {name}\n" for name in names)
    assert from_data({"who": names[:3]}, Sheet) == f"who: [{', '.join(names[:3])}]\n"
    assert from_data({"quote": ["a", "b"]}, Sheet) == "quote:\n  - a\n  - b\n"


def test_nested_values_that_no_model_knows_are_kept() -> None:
    """What no model knows is written too."""
    data = {"x": [[1, [2, {"a": None}]], {"b": [], "c": {"d": True}}]}
    assert from_data(data, Sheet) == dedent("""\
        x:
          - - 1
            - - 2
              - a: null
          - b: []
            c:
              d: true
        """)


@pytest.mark.parametrize("key", ["2016", "null", "a b", "~", "é"])
def test_keys_need_no_quotes_to_be_text(key: str) -> None:
    """A key is text whatever it would mean as a value."""
    assert formatted(f"'{key}': a\n") == f"{key}: a\n"


@pytest.mark.parametrize("key", ["'<<'", "'---'", "'...a'", "'a: b'", "' a'", "''", '"a\\nb"'])
def test_keys_that_would_mean_something_else_stay_in_quotes(key: str) -> None:
    """A key that YAML would take for something else keeps its quotation marks."""
    assert formatted(f"{key}: a\n") == f"{key}: a\n"


def test_what_cannot_be_read_is_not_written() -> None:
    """Where a value could get lost, nothing is written and the problems are reported."""
    with pytest.raises(ProblemsFound) as caught:
        canonical("a: 1\na: &b 2\n", Sheet, "briefings/articles/x.yml")
    assert str(caught.value) == (
        "briefings/articles/x.yml:2:1: a: this key stands here a second time, first in line 1; keep one of them\n"
        "briefings/articles/x.yml:2:4: a: an anchor (&) marks a value for use elsewhere; "
        "remove it, or put the text in quotes"
    )
