"""Single edits in the domain's words: what is renamed or moved is one change, and each field has its rank."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from generator.corpus import load
from generator.model import DateFact, Fact
from generator.review import compare
from generator.review.comparing import Comparison
from generator.review.risk import Risk
from generator.review.told import formatting, headline
from generator.review.words import Names, field_value, subject, value
from tests.project import write_small_project

Edit = Callable[[Path], None]


def replaced(path: str, *pairs: tuple[str, str]) -> Edit:
    """An edit that replaces words in a file of `briefings/`, wherever they stand there."""

    def edit(root: Path) -> None:
        file = root / "briefings" / path
        text = file.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")

    return edit


def both(*edits: Edit) -> Edit:
    """Several edits."""

    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def renamed_sheet(root: Path) -> None:
    """The sheet of one article under another name."""
    folder = root / "briefings" / "articles"
    (folder / "courier.yml").rename(folder / "messenger.yml")


def split_actors(root: Path) -> None:
    """Two files of actors where there was one."""
    path = root / "briefings" / "actors.yml"
    first, mark, rest = path.read_text(encoding="utf-8").partition("osterlich:\n")
    path.write_text(first, encoding="utf-8")
    (path.parent / "actors").mkdir()
    (path.parent / "actors" / "more.yml").write_text(mark + rest, encoding="utf-8")


def compared(tmp_path: Path, *edits: Edit) -> Comparison:
    """The small project before and after some edits."""
    old, new = (write_small_project(tmp_path / name) for name in ("old", "new"))
    for edit in edits:
        edit(new)
    return compare(tmp_path, str(old), str(new))


def told(comparison: Comparison) -> list[tuple[Risk, str]]:
    """Each change with its rank."""
    return [(rank, headline(change)) for rank, change in comparison.changes]


OSTERLICH = re.compile(r"  osterlich-refuses:\n(?:    .*\n)+")
POSITION = "    on: zenda-talks\n    who: osterlich\n    says: Wants another round of talks\n"
SET_ASIDE = "\nset_aside:\n  head:\n    reason: furniture\n    quote: Strelsau Gazette, May 8, 2031\n"


def aside(root: Path) -> None:
    """A sentence set aside."""
    with (root / "briefings/articles/gazette.yml").open("a", encoding="utf-8") as file:
        file.write(SET_ASIDE)


GAZETTE, COURIER = "articles/gazette.yml", "articles/courier.yml"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            replaced(GAZETTE, ("when: 2031-05-12", "when: 2031-05-13")),
            [(Risk.VALUE, "changed: Zenda talks, planned date: 12 May 2031 → 13 May 2031")],
            id="value",
        ),
        pytest.param(
            replaced(GAZETTE, ("who: [freedonia, sylvania]", "who: [freedonia]")),
            [(Risk.VALUE, "changed: Zenda talks, mediators: Freedonia and Sylvania → Freedonia")],
            id="actors",
        ),
        pytest.param(
            replaced(GAZETTE, ("standing: planned", "standing: reported")),
            [(Risk.VALUE, "changed: Zenda talks, date: 12 May 2031; standing: planned → reported")],
            id="field beside the value",
        ),
        pytest.param(
            replaced(GAZETTE, ("quote: will meet in Zenda on May 12", "quote: meet in Zenda on May 12")),
            [(Risk.QUOTE, "changed: Zenda talks, planned date: 12 May 2031; quoted otherwise")],
            id="quote",
        ),
        pytest.param(
            replaced(COURIER, ("says: Wants another round", "says: Wants one more round")),
            [
                (
                    Risk.WORDING,
                    (
                        "changed: Zenda talks, position of Osterlich: "
                        "Wants another round of talks → Wants one more round of talks"
                    ),
                )
            ],
            id="wording",
        ),
        pytest.param(
            replaced(GAZETTE, ("talks-12-may:", "meeting:")),
            [
                (
                    Risk.WORDING,
                    "renamed: Zenda talks, planned date: 12 May 2031; `gazette/talks-12-may` is now `gazette/meeting`",
                )
            ],
            id="id without formerly",
        ),
        pytest.param(
            replaced(COURIER, ("event: border-war", "event: zenda-talks")),
            [(Risk.VALUE, "moved: Zenda talks, killed: about 1,500; event: Border war → Zenda talks")],
            id="event",
        ),
        pytest.param(
            renamed_sheet,
            [(Risk.WORDING, "renamed: article messenger; `courier` is now `messenger`")],
            id="name of a sheet",
        ),
        pytest.param(
            both(
                replaced("actors.yml", ("osterlich:", "osterland:")),
                replaced(GAZETTE, ("who: osterlich", "who: osterland")),
                replaced(COURIER, ("who: osterlich", "who: osterland")),
            ),
            [(Risk.WORDING, "renamed: actor Osterlich; `osterlich` is now `osterland`")],
            id="id of an actor",
        ),
        pytest.param(
            aside,
            [
                (
                    Risk.NEW,
                    "added: set aside: gazette/head: reason: furniture; quote: Strelsau Gazette, May 8, 2031",
                )
            ],
            id="set aside",
        ),
        pytest.param(
            replaced(COURIER, ("publisher: null", "publisher: Courier")),
            [(Risk.VALUE, "changed: article courier; publisher: none → Courier")],
            id="publisher",
        ),
        pytest.param(
            replaced("events.yml", ("  part_of: border-war\n", "")),
            [(Risk.VALUE, "changed: event Zenda talks; part of: Border war → none")],
            id="part of",
        ),
    ],
)
def test_edit_in_words(tmp_path: Path, edit: Edit, expected: list[tuple[Risk, str]]) -> None:
    """One edit is one change, in words, with its rank."""
    assert told(compared(tmp_path, edit)) == expected


def test_fact_moved_to_another_sheet(tmp_path: Path) -> None:
    """A fact that goes to the sheet of another article is moved, not removed and added."""

    def move(root: Path) -> None:
        folder = root / "briefings" / "articles"
        text = (folder / "gazette.yml").read_text(encoding="utf-8")
        (found,) = OSTERLICH.findall(text)
        (folder / "gazette.yml").write_text(text.replace(found, ""), encoding="utf-8")
        with (folder / "courier.yml").open("a", encoding="utf-8") as file:
            file.write(f"\nparticipants:\n{found}")

    assert told(compared(tmp_path, move)) == [
        (
            Risk.VALUE,
            (
                "moved: Zenda talks, participants: Osterlich, refused; "
                "`gazette/osterlich-refuses` is now `courier/osterlich-refuses`"
            ),
        )
    ]


def test_entries_in_another_file_are_formatting(tmp_path: Path) -> None:
    """That actors stand in two files and no longer in one changes nothing that they say."""
    comparison = compared(tmp_path, split_actors)
    assert told(comparison) == []
    assert formatting(comparison.rewritten) == (
        "2 sheets differ only in which entries stand there, and have moved between files "
        "(briefings/actors.yml, briefings/actors/more.yml)"
    )


def test_outcome_that_changes_comes_with_its_reason(tmp_path: Path) -> None:
    """Where articles that differed agree, the review says so, and which voices the answer has."""
    made = compared(tmp_path, replaced(GAZETTE, ("who: [freedonia, sylvania]", "who: [freedonia]"))).effects
    assert made.outcomes == (
        "Zenda talks, mediators: now agreeing, before differing. 2 articles give the same answer.",
    )
    assert made.voices == ("second voice for Zenda talks, mediators: Freedonia",)


class Venue(Fact):
    """A kind of fact that the review has no words for."""

    section: ClassVar[str] = "venues"
    hall: str


def test_kind_without_words_of_its_own(tmp_path: Path) -> None:
    """A new kind of fact is told by its fields."""
    corpus = load(write_small_project(tmp_path))
    statement = next(one for one in corpus.statements if one.kind is DateFact)
    fact = Venue(event="zenda-talks", quote=("Zenda",), hall="Old mill")
    other = type(statement)("venue", Venue, fact, statement.source, ())
    names = Names.of(corpus)
    assert (subject(other, names), value(other, names)) == ("Zenda talks, venues", "hall: Old mill")


@pytest.mark.parametrize(
    ("field", "given", "expected"),
    [
        ("said_by", "rufus-firefly", "Rufus Firefly"),
        ("said_by", "nobody", "nobody"),
        ("event", "zenda-talks", "Zenda talks"),
        ("who", ("freedonia", "osterlich"), "Freedonia, Osterlich"),
        ("about", True, "yes"),
        ("count", 3, "3"),
        ("note", None, "none"),
    ],
)
def test_value_of_a_field(tmp_path: Path, field: str, given: object, expected: str) -> None:
    """Ids become names, and nothing is left empty."""
    names = Names.of(load(write_small_project(tmp_path)))
    assert field_value(field, given, names) == expected
