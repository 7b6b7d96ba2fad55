"""`formerly`: the ids that a fact had before lead to it, and to nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.checks import check
from generator.corpus import load
from generator.derive.batch import Site, read_article
from generator.derive.writing import missing, with_facts
from generator.exports import data_files
from generator.model import Mediator
from generator.pages import Addresses, Settings, generate
from tests.project import sha256, write_project
from tests.site_checks import read_page

ACTORS = "freedonia: {name: Freedonia, kind: state}\nruritania: {name: Ruritania, kind: state}\n"
EVENTS = "talks: {title: Zenda talks, kind: talks}\n"
SHEET = """
    mediators:
      new:
        event: talks
        who: freedonia
        role: mediator
        quote: Freedonia mediates
        formerly: {}
      other:
        event: talks
        who: ruritania
        role: host
        quote: Ruritania hosts
        formerly: {}
"""
KEEP = "keep it with the fact that its links are to lead to"
IN_USE = "an id that is in use leads to its own fact: remove it here"


def project(root: Path, one: str, two: str) -> Path:
    """A project of one article with two facts, which had these ids before."""
    text = "Freedonia mediates. Ruritania hosts the talks.\n"
    sheet = SHEET.format(one, two)
    return write_project(root, articles={"a": text}, sheets={"a": sheet}, actors=ACTORS, events=EVENTS)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("old", "[older, oldest]", None),
        ("other", "older", f"7:15: mediators.new.formerly: 'other' is the id of mediators.other, line 8; {IN_USE}"),
        ("new", "older", f"7:15: mediators.new.formerly: 'new' is the id of mediators.new, line 2; {IN_USE}"),
        (
            "[old]",
            "[older, old]",
            f"13:23: mediators.other.formerly: 'old' stands already under formerly in mediators.new, line 2; {KEEP}",
        ),
        ("[old, old]", "older", "7:15: mediators.new.formerly: names one twice; keep one of them"),
    ],
)
def test_a_former_id_leads_to_one_fact(tmp_path: Path, one: str, two: str, expected: str | None) -> None:
    """It is no id that a fact of its sheet has now, and stands under one fact."""
    found = [str(problem) for problem in check(load(project(tmp_path, one, two)))]
    assert found == ([] if expected is None else [f"briefings/articles/a.yml:{expected}"])


def test_two_sheets_may_have_the_same_former_id(tmp_path: Path) -> None:
    """An id belongs to its sheet, before as now."""
    root = project(tmp_path, "old", "b")
    sheet = "mediators:\n  b: {event: talks, who: freedonia, role: backer, quote: Freedonia backs, formerly: old}\n"
    write_project(root, articles={"b": "Freedonia backs it.\n"}, sheets={"b": sheet}, actors=ACTORS, events=EVENTS)
    assert check(load(root)) == ()


def test_every_former_id_is_an_anchor_in_the_facts_own_item(tmp_path: Path) -> None:
    """An empty element, which is no fact itself; the fact keeps its present permalink."""
    (page,) = [
        page
        for page in generate(load(project(tmp_path, "old", "[older, oldest]")), Settings("Papers"))
        if page.path == "sources/a.md"
    ]
    html = read_page(page.whole()).html
    for old, now in (("old", "new"), ("older", "other"), ("oldest", "other")):
        (anchor,) = html.all("*", id=old)
        assert anchor.parent is html.all("li", id=now)[0]
        assert anchor.content == []
        assert "data-fact" not in anchor.attributes
    assert [item.attributes["id"] for item in html.all("li") if "data-fact" in item.attributes] == ["new", "other"]
    assert {"old", "older", "oldest"} <= page.ids


def test_the_data_keep_them(tmp_path: Path) -> None:
    """A program that knows a fact by an old id finds it; null where there is none."""
    root = project(tmp_path, "old", "[older, oldest]")
    facts = json.loads(data_files(load(root), Addresses())["data/facts.json"])["facts"]
    assert {fact["id"]: fact["formerly"] for fact in facts} == {"a/new": ["old"], "a/other": ["older", "oldest"]}


def test_derivation_keeps_them_and_takes_none_for_a_new_fact(tmp_path: Path) -> None:
    """What is set aside stays at the end as well; a proposed id that a fact had before gets a number."""
    text = "Norway and Ghana brokered the ceasefire. The weather was fine.\n"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    made = read_article(tmp_path / "seeds" / "a.txt", Site(tmp_path, tmp_path / "briefings", {}, {}), None)
    (drafted,) = [one for one in made.facts if one.kind is Mediator]
    sheet = f"""\
article:
  file: seeds/a.txt
  sha256: {sha256(text)}

mediators:
  own:
    event: truce
    who: norway
    role: broker
    quote: Norway
    formerly: {drafted.id}

set_aside:
  weather:
    reason: out-of-scope
    quote: The weather was fine.
"""
    longer = with_facts(sheet, missing(sheet, made, "a.yml"), "a.yml")
    before, after = sheet.split("\nset_aside:")
    assert longer.startswith(before)
    assert longer.endswith(f"\nset_aside:{after}")
    assert f"\n  {drafted.id}-2:\n" in longer
