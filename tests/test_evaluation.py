"""The evaluation counts as its measure says: pairs, sets, names, quotes and dates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.model import ExcludedGroup
from generator.quotes import Verbatim, find
from tests.evaluation.__main__ import main
from tests.evaluation.cases import Case, read_cases
from tests.evaluation.claims import Claim, Value, claims_of, folded, quotes_overlap, same_name
from tests.evaluation.scoring import Comparison, as_sets, compared, one_to_one, tally
from tests.evaluation.table import report
from tests.project import write_small_project


def claim(value: Value, quote: str = "q", section: str = "dates", **judged: str) -> Claim:
    """A claim; what it is called does not matter here."""
    return Claim(section, value, str(value), (quote,), judged)


def actor(*forms: str, quote: str = "q") -> Claim:
    """A claim that an actor takes part."""
    return claim(frozenset(map(folded, forms)), quote, "participants")


def evaluate(*arguments: str | Path) -> Result:
    """Run the evaluation."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr. José Peña", "jose pena", True),
        ("President Ma\u2019alouf", "Maalouf", True),
        ("Northern League", "The Northern League of Ruritania", True),
        ("Northern League", "Northern League of all the Ruritanian valleys", False),
        ("Ita", "Ita Fia", False),
        ("Sylvania", "Transsylvania", False),
        ("the", "the", False),
    ],
)
def test_names_are_the_same(one: str, other: str, *, same: bool) -> None:
    """Accents, titles and up to three more words do not count; parts of words and short names do."""
    assert same_name(frozenset([folded(one)]), frozenset([folded(other)])) is same
    assert same_name(frozenset([folded(other)]), frozenset([folded(one)])) is same


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("they met in Zenda on Monday", "in Zenda on Monday, they said", True),
        ("on Monday", "they met on Monday", True),
        ("they met in Zenda on Sunday", "others met in Zenda, he said", False),
    ],
)
def test_quotes_overlap(one: str, other: str, *, overlap: bool) -> None:
    """Four words in a row, or one quote within the other."""
    assert quotes_overlap(one, other) is overlap


def test_sets_count_a_value_once() -> None:
    """What is proposed or wanted twice counts once, and one name may be found under two forms."""
    wanted = [actor("Ruritania"), claim("2031-05-12"), claim("2031-05-12", "again")]
    given = [actor("ruritania"), actor("Ruritania", "ruritanian"), claim("2031-05-12"), claim("2031-05-12"), claim("")]
    scored = as_sets("a", wanted, given, ())
    assert (len(scored.found), scored.missed, scored.extra) == (2, [], [])


def test_sets_leave_aside_what_is_unscored() -> None:
    """A proposal that matches nothing is no mistake on words of its kind that are left open."""
    given = [claim("2031", "one year before these wars"), claim("2032", "later"), actor("Zenda", quote="later")]
    scored = as_sets("a", [], given, [claim("", "year before these wars began"), claim("", "later", "participants")])
    assert [one.value for one in scored.extra] == ["2032"]
    assert len(scored.set_aside) == 2


def test_pairs_take_the_likest() -> None:
    """Each claim of a sheet answers one proposal, that whose other fields agree best; the rest is too much."""
    wanted = [claim("2031", event="talks"), claim("2031", event="truce"), claim("2030", event="war")]
    given = [claim("2031", event="truce"), claim("2031", event="x"), claim("2031", event="y"), claim("2029")]
    scored = one_to_one("a", wanted, given)
    assert [(one.judged["event"], other.judged["event"]) for one, other in scored.found] == [
        ("talks", "x"),
        ("truce", "truce"),
    ]
    assert [one.value for one in scored.missed] == ["2030"]
    assert [one.value for one in scored.extra] == ["2031", "2029"]


def test_nobody_is_found_by_the_words() -> None:
    """A fact that names nobody, or settles no date, is found where the same words are quoted."""
    wanted = [claim("", "two of the guards came"), claim("", "soon")]
    scored = one_to_one("a", wanted, [claim("", "guards came"), claim("2031", "soon"), claim("", "much later")])
    assert [one.quotes for one, _ in scored.found] == [("two of the guards came",)]
    assert len(scored.missed) == 1


def test_dates_read_wrongly_are_told_from_dates_not_read() -> None:
    """A missed date is misread where a proposal that is left over quotes its words; one may lack only the year."""
    wanted = [claim("2031-05-12", "on May 12"), claim("2031-05-13", "a day later"), claim("2030", "the year before")]
    given = [claim("XXXX-05-12", "they met on May 12"), claim("2029", "the year before")]
    sums = tally([one_to_one("a", wanted, given)])
    assert (sums.dates_misread, sums.yearless) == (2, 1)


def test_report_has_a_row_for_each_kind() -> None:
    """The table gives rates and counts; below it stand dates, fields and quotes; the list comes first."""
    found = [(claim("2031", what="held"), claim("2031", what="said"))] * 3
    scored = Comparison("a", found, [claim("2030", "in\n2030")], [claim("2029")] * 2, (), ["not there"])
    lines = report("Made up", [scored], listed=True).splitlines()
    assert lines[:6] == [
        "missed a dates: 2030 | in 2030",
        "extra  a dates: 2029 | q",
        "extra  a dates: 2029 | q",
        "quote  a: not in the article | not there",
        "Made up: 1 article",
        "                     precision  recall     F1  found  missed  extra",
    ]
    assert "dates                    0.600   0.750  0.667      3       1      2" in lines
    assert "participants             0.000   0.000  0.000      0       0      0" in lines
    assert lines[-4:] == [
        "all                      0.600   0.750  0.667      3       1      2",
        "Dates read at the right value: 3 of 3, 1.000",
        "Of 3 dates found, right in: what 0",
        "Quotes that do not stand in their article: 1",
    ]


def test_a_project_is_scored(tmp_path: Path) -> None:
    """The articles of sheets are derived anew: each actor of a fact counts, and every quote stands in its article."""
    cases = read_cases(write_small_project(tmp_path))
    assert [case.name for case in cases] == ["courier", "gazette"]
    for case in cases:
        found = [quote for made in case.derived().facts for quote in made.fact.quote]
        assert found
        assert all(isinstance(find(quote, case.raw.decode()), Verbatim) for quote in found)
        assert not compared(case).unplaced
    mediators = {one.shown for one in cases[1].wanted if one.section == "mediators"}
    assert mediators == {"freedonia, mediator", "sylvania, mediator"}


def test_a_date_that_was_worked_out_is_withheld(tmp_path: Path) -> None:
    """The rules are given the date of an article where it is certain, or where that is wished."""
    write_small_project(tmp_path)

    def known(*, dated: bool) -> list[str]:
        return [str(case.published) for case in read_cases(tmp_path, dated=dated)]

    assert known(dated=False) == ["None", "2031-05-08"]
    assert known(dated=True) == ["2031-05-08?", "2031-05-08"]


def test_what_groups_are_kept_out_of_is_judged_in_any_order() -> None:
    """Without `from` it is the event itself; the order of several does not matter."""

    def judged(*events: str) -> str:
        fact = ExcludedGroup(event="talks", who=("iron-guard",), quote=("q",), from_=events or None)
        return next(claims_of(ExcludedGroup, fact, {})).judged["from"]

    assert judged() == judged("talks") == "talks"
    assert judged("truce", "talks") == judged("talks", "truce") != judged()


def test_alone_compares_names(tmp_path: Path) -> None:
    """Without the site's actors a proposal is found under any of their names, and its event is not judged."""
    write_small_project(tmp_path)
    known, alone = (read_cases(tmp_path, alone=alone)[1] for alone in (False, True))
    assert not alone.actors
    assert not alone.events
    assert known.actors
    assert "iron-guard" in {one.shown for one, _ in compared(alone).found}


def annotated(folder: Path, facts: list[dict[str, object]]) -> Path:
    """A folder with one annotated article."""
    for name in ("gold", "articles"):
        (folder / name).mkdir()
    text = "Strelsau, May 8, 2031\n\nAt least 12 people were killed on\nMonday. The talks start on May 12.\n"
    (folder / "articles" / "one.txt").write_text(text, encoding="utf-8")
    gold = {"article": "one.txt", "published": "2031-05-08", "facts": facts, "unscored": []}
    (folder / "gold" / "one.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


FACTS: list[dict[str, object]] = [
    {"category": "casualty_estimates", "low": 12, "high": None, "kind": "killed", "quote": "At least 12 people"},
    {"category": "dates", "date": "2031-05-05", "quote": "on Monday"},
    {"category": "participants", "name": "Osterlich", "aliases": ["The Osterlichers"], "quote": "not there"},
]


def test_annotated_articles_are_scored(tmp_path: Path) -> None:
    """Counts, dates and names are read from the annotation; quotes of several lines stand in their article."""
    (case,) = read_cases(annotated(tmp_path, FACTS))
    scored = compared(case)
    assert [one.shown for one, _ in scored.found] == ["12.. killed", "2031-05-05"]
    assert [one.shown for one in scored.missed] == ["Osterlich"]
    assert not scored.unplaced


def test_the_command_prints_the_same_each_time(tmp_path: Path) -> None:
    """One table for each folder of annotated articles, two for a project; `--only` chooses articles."""
    folders = [tmp_path / "set", tmp_path / "project"]
    for folder in folders:
        folder.mkdir()
    annotated(folders[0], FACTS)
    write_small_project(folders[1])
    first, again = (evaluate(*folders, "--list") for _ in range(2))
    assert first.exit_code == 0
    assert first.output == again.output
    assert [
        line.rpartition(": ")[2] for line in first.output.splitlines() if "article" in line.rpartition(": ")[2]
    ] == [
        "1 article",
        "2 articles",
        "2 articles",
    ]
    assert "given: 1 article\n" in evaluate(folders[1], "--only", "gaz*", "--dates", "recorded").output


def test_a_quote_outside_its_article_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit status is 1 where a quote does not stand in its article."""
    monkeypatch.setattr("tests.evaluation.__main__.compared", lambda _: Comparison("a", (), (), (), (), ("q",)))
    assert evaluate(annotated(tmp_path, FACTS)).exit_code == 1


@pytest.mark.parametrize("fact", [{"category": "dates", "quote": "q"}, "no fact"])
def test_an_annotation_without_its_fields_is_told(tmp_path: Path, fact: object) -> None:
    """A file that lacks what it needs is named."""
    result = evaluate(annotated(tmp_path, [fact]))  # type: ignore[list-item]
    assert result.exit_code == 1
    assert "one.json cannot be used" in result.output


def test_a_folder_of_neither_form_is_told(tmp_path: Path) -> None:
    """A folder without gold/ and without sheets is none to score."""
    assert "give a folder of annotated articles, or a project" in evaluate(tmp_path).output


def test_unsound_sheets_are_told(tmp_path: Path) -> None:
    """Sheets that cannot be read are not scored."""
    write_small_project(tmp_path)
    (tmp_path / "briefings" / "actors.yml").write_text("x: 1\n", encoding="utf-8")
    assert evaluate(tmp_path).exit_code == 1


def test_a_case_knows_nothing_unless_told() -> None:
    """An article alone is derived from its own words."""
    case = Case("a", "a.txt", b"May 8, 2031\n\nThe talks start on May 12.\n", None, ())
    assert [one.value for one in case.claims(case.derived())] == ["2031-05-12"]
