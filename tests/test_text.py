"""Folding with exact offsets, words, places, paragraphs, sentences, and text fit for a page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import (
    Span,
    fold,
    line_and_column,
    paragraphs,
    printable,
    printable_piece,
    same,
    sentences,
    words,
)

SPACES = " \n\t\r\u00a0\u2009\u202f\u3000"
SIGNS = "‘’‚‛ʼ“”„‟‐‑‒–—―"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(SPACES + SIGNS + "'\"-.,!?5aA"), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Zenda\n\n talks ", "Zenda talks"),
        ("12\u00a0May", "12 May"),
        ("Freedonia’s “peace”", 'Freedonia\'s "peace"'),
        ("Ja‘afari, Ja’afari, Jaʼafari, Ja‛afari", "Ja'afari, Ja'afari, Ja'afari, Ja'afari"),
        ("„Zenda‟ ‚now’", "\"Zenda\" 'now'"),
        ("3–4 May — 5‑6 ‐ 7 ‒ ―", "3-4 May - 5-6 - 7 - -"),
        (" \u00a0\n", ""),
        ("", ""),
    ],
)
def test_fold_forgives_white_space_and_typography(text: str, folded: str) -> None:
    """White space runs become one space, and typographic marks their plain forms."""
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Talks", "talks"), ("12", "13"), ("Ja'afari", "Jaafari"), ("naïve", "naive"), ("1,200", "1200"), ("a b", "ab")],
)
def test_fold_keeps_everything_else(one: str, other: str) -> None:
    """Case, digits, letters, accents and marks count."""
    assert not same(one, other)


def test_same_ignores_what_fold_forgives() -> None:
    """Two texts are the same words where they fold to the same."""
    assert same("Syldavia’s\u00a0talks", "Syldavia's  talks")


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    """A folded text folds to itself."""
    folded = fold(text).text
    assert fold(folded).text == folded


@given(TEXTS, TEXTS)
def test_fold_of_parts_joins_to_fold_of_whole(left: str, right: str) -> None:
    """Folding looks at no more than the white space next to a character."""
    assert fold(f"{left} {right}").text == f"{fold(left).text} {fold(right).text}".strip(" ")


@given(TEXTS, st.data())
def test_original_is_exact(text: str, data: st.DataObject) -> None:
    """The original of a stretch of folded text folds to that stretch, and starts and ends with its characters."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    place = folded.original(Span(start, end))
    assert 0 <= place.start <= place.end <= len(text)
    assert fold(text[place.start : place.end]).text == folded.text[start:end].strip(" ")
    if folded.text[start:end].strip(" ") == folded.text[start:end] != "":
        assert not text[place.start].isspace()
        assert not text[place.end - 1].isspace()


@given(TEXTS)
def test_original_keeps_the_order_of_characters(text: str) -> None:
    """Each folded character has a place of its own, in the order of the text."""
    folded = fold(text)
    starts = [folded.original(Span(place, place + 1)).start for place in range(len(folded.text))]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (6, 6)])
def test_original_of_nothing_is_nothing(start: int, end: int) -> None:
    """An empty stretch stays empty, where its next character stands."""
    assert fold("  Zenda   talks").original(Span(start, end)) == Span(*((2, 2) if start == 0 else (10, 10)))


def test_span_holds_and_overlaps() -> None:
    """A span holds what lies wholly inside and overlaps what shares a character with it."""
    span = Span(2, 5)
    assert span.holds(Span(2, 5))
    assert not span.holds(Span(1, 3))
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400,000 dead.", ["400,000", "dead", "."]),
        ("Bashar al-Ja’afari said", ["Bashar", "al-Ja’afari", "said"]),
        ("“Stop!”", ["“", "Stop", "!", "”"]),
        ("the U.S.-led talks", ["the", "U.S", ".", "-", "led", "talks"]),
    ],
)
def test_words_keep_numbers_and_names_whole(text: str, expected: list[str]) -> None:
    """A number with its commas and a name with its apostrophe are one word each."""
    assert [word for word, _ in words(text)] == expected


@given(TEXTS)
def test_words_stand_where_they_say(text: str) -> None:
    """Every word is the text at its place, and no character but white space is lost."""
    found = words(text)
    assert all(text[span.start : span.end] == word for word, span in found)
    assert "".join(word for word, _ in found) == "".join(text.split())


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 2))])
def test_line_and_column_count_from_one(offset: int, place: tuple[int, int]) -> None:
    """Lines and columns are those that an editor shows."""
    assert line_and_column("ab\n\ncd", offset) == place


def _pieces(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


LONG = (
    "The delegations of both sides arrived in Zenda, where the hosts had prepared the hall of the old castle for them."
)

WRAPPED = "The talks in Zenda will\nbegin on Monday.\nShort line.\nNext."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        (f"{LONG}\nTwo.", [LONG, "Two."]),
        (WRAPPED, ["The talks in Zenda will\nbegin on Monday.", "Short line.", "Next."]),
        ("  \n\n One. \u00a0\n \t\n Two. \n", ["One.", "Two."]),
        ("", []),
        (" \n ", []),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    ],
)
def test_paragraphs_end_at_blank_lines_and_long_lines(text: str, expected: list[str]) -> None:
    """A blank line ends a paragraph, a line end does in a text of long lines, and a wrap by hand does not."""
    assert _pieces(text, list(paragraphs(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began. It ended.", ["It began.", "It ended."]),
        ("It began!  Did it? Yes.", ["It began!", "Did it?", "Yes."]),
        ("“It began.” He left.", ["“It began.”", "He left."]),
        ("He met U.S. President Smith. They talked.", ["He met U.S. President Smith.", "They talked."]),
        ("On Jan. 6 Gen. Smith met J. Doe. They talked.", ["On Jan. 6 Gen. Smith met J. Doe.", "They talked."]),
        ("Resolution No. 3 failed. He said no. They left.", ["Resolution No. 3 failed.", "He said no.", "They left."]),
        ("It grew by 2.5 percent. fully", ["It grew by 2.5 percent. fully"]),
        ("They waited... Then they left", ["They waited...", "Then they left"]),
        ("Title without a stop\n\nText follows.", ["Title without a stop", "Text follows."]),
        ("(He left.) They stayed.", ["(He left.)", "They stayed."]),
        ("", []),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, expected: list[str]) -> None:
    """A stop ends a sentence, but not after an abbreviation or an initial, nor before a lower-case word."""
    assert _pieces(text, sentences(text)) == expected


@given(st.text(alphabet="aB. !?\"'”)\n\t\u00a0", max_size=80))
def test_sentences_hold_every_character_once(text: str) -> None:
    """Sentences stand in order, do not overlap, and leave out nothing but white space."""
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(piece.split()) for piece in _pieces(text, found)) == "".join(text.split())
    assert all(piece == piece.strip() != "" for piece in _pieces(text, found))


@pytest.mark.parametrize(
    "text",
    ["." * 200_000, ". " * 200_000, " " * 400_000 + "a", "a\n" * 200_000, "a " * 200_000 + ".", "?!)" * 100_000],
    ids=["stops", "stops and spaces", "spaces", "short lines", "words", "marks"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    """A text of one repeated mark is read in a moment; quadratic time would be an hour."""
    assert len(sentences(text)) <= 200_000
    assert fold(text).text


def test_printable_shows_control_characters_and_runs_of_space() -> None:
    """What no page may hold becomes U+FFFD, and white space one space, kept at the ends of a piece only."""
    assert printable(" a\x00b\u2028c\n d ") == "a\ufffdb\ufffdc d"
    assert printable_piece(" a\x1b \n b\n") == " a\ufffd b "
