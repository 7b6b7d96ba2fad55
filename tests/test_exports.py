"""What leaves the project is a contract: facts as JSON and CSV, schemas, pages as Markdown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.corpus import load
from generator.exports import Publication, data_files, facts_csv, facts_json, is_sheet, publish, write_markdown
from generator.model import KINDS
from generator.pages import Addresses, Block, Page, Settings
from tests.project import GAZETTE, write_project, write_small_project

SETTINGS = Settings("Zenda papers")


def facts_of(root: Path, addresses: Addresses | None = None) -> dict[str, dict[str, Any]]:
    """The facts of the project at `root` as its facts.json gives them, by id."""
    data = json.loads(data_files(load(root), addresses or Addresses())["data/facts.json"])
    assert list(data) == ["facts"]
    return {fact["id"]: fact for fact in data["facts"]}


def rows_of(root: Path) -> list[dict[str, str]]:
    """The rows of the project's facts.csv."""
    text = data_files(load(root), Addresses())["data/facts.csv"]
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project."""
    return write_small_project(tmp_path)


def test_a_fact_in_json(project: Path) -> None:
    """Its place, its quote with offsets, its permalink, and every field of its kind; dates are EDTF."""
    start = GAZETTE.index("will meet")
    assert facts_of(project)["gazette/talks-12-may"] == {
        "id": "gazette/talks-12-may",
        "category": "dates",
        "article": "gazette",
        "file": "seeds/gazette.txt",
        "event": "zenda-talks",
        "quote": "will meet in Zenda on May 12",
        "start": start,
        "end": start + len("will meet in Zenda on May 12"),
        "url": "sources/gazette/#talks-12-may",
        "since": None,
        "commit": None,
        "said_by": None,
        "because": None,
        "formerly": None,
        "note": None,
        "what": "held",
        "when": "2031-05-12",
        "standing": "planned",
    }


def test_every_fact_is_there_in_the_order_of_articles(project: Path) -> None:
    """By article, the earliest first, then by place in it; fields go by the names of the sheet."""
    facts = facts_of(project)
    assert list(facts) == [
        "courier/mediator",
        "courier/talks-start-13-may",
        "courier/died",
        "courier/osterlich-wants-another-round",
        "gazette/parties",
        "gazette/talks-12-may",
        "gazette/mediators",
        "gazette/iron-guard-excluded",
        "gazette/killed-since-march",
        "gazette/osterlich-refuses",
    ]
    assert facts["gazette/parties"]["who"] == ["ruritania", "northern-league"]
    assert facts["courier/mediator"]["who"] == ["freedonia"]
    assert {"for", "count", "status", "role"} <= facts["gazette/parties"].keys()
    assert facts["gazette/iron-guard-excluded"]["from"] is None
    assert facts["courier/died"]["about"] is True
    wish = facts["courier/osterlich-wants-another-round"]
    assert wish["event"] == wish["on"] == "zenda-talks"
    assert {fact["category"] for fact in facts.values()} == {kind.section for kind in KINDS}


def test_quotes_of_several_parts_are_lists(tmp_path: Path) -> None:
    """Quote, start and end are lists of the same length where the quote is one; else none of them is."""
    article = "Über\u00a0Zenda: “Ruritania”  and\nSylvania talk. 😀 Sylvania mediates.\r\n"
    sheet = """
        mediators:
          one: {event: talks, who: sylvania, role: host, quote: [Sylvania mediates, '"Ruritania" and Sylvania']}
          two: {event: talks, who: sylvania, role: host, quote: Sylvania mediates}
    """
    root = write_project(
        tmp_path,
        articles={"a": article},
        sheets={"a": sheet},
        actors="sylvania: {name: Sylvania, kind: state}\n",
        events="talks: {title: Talks, kind: talks}\n",
    )
    facts = facts_of(root)
    one, two = facts["a/one"], facts["a/two"]
    assert one["quote"] == ["Sylvania mediates", '"Ruritania" and Sylvania']
    assert [article[start:end] for start, end in zip(one["start"], one["end"], strict=True)] == [
        "Sylvania mediates",
        "“Ruritania”  and\nSylvania",
    ]
    assert article[two["start"] : two["end"]] == two["quote"]
    (row,) = [row for row in rows_of(root) if row["id"] == "a/one"]
    assert row["quote"] == 'Sylvania mediates | "Ruritania" and Sylvania'
    assert row["start"] == " | ".join(str(start) for start in one["start"])


def test_permalinks_follow_the_style_of_addresses(project: Path) -> None:
    """The url of a fact is relative to the root of the site."""
    facts = facts_of(project, Addresses(directories=False))
    assert facts["courier/died"]["url"] == "sources/courier.html#died"


def test_json_is_written_as_text() -> None:
    """Letters of any language stay readable, and the file ends with a line end."""
    assert facts_json([{"id": "é"}]) == '{\n "facts": [\n  {\n   "id": "é"\n  }\n ]\n}\n'


def test_csv_says_what_json_says(project: Path) -> None:
    """One fact a row, empty cells for null, true and false as in JSON."""
    facts = facts_of(project)
    rows = {row["id"]: row for row in rows_of(project)}
    assert list(rows) == list(facts)
    for key, row in rows.items():
        for name, value in facts[key].items():
            cell = " | ".join(value) if isinstance(value, list) else value
            assert row[name] == ("" if cell is None else json.dumps(cell) if isinstance(cell, bool) else str(cell))
        assert all(row[name] == "" for name in row.keys() - facts[key].keys())


def test_csv_follows_rfc_4180() -> None:
    """Lines end with CRLF, and a cell with a comma, a quotation mark or a line end stands in quotation marks."""
    text = facts_csv([{"id": "a/b", "quote": 'He said: "no, never"\nand left'}])
    header, rest = text.split("\r\n", 1)
    assert header.startswith(
        "id,category,article,file,event,quote,start,end,url,since,commit,said_by,because,formerly,note,who,status,role,for,"
    )
    assert rest.startswith('a/b,,,,,"He said: ""no, never""\nand left",,')
    assert rest.endswith("\r\n")


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_csv_holds_no_formulas(mark: str) -> None:
    """A spreadsheet runs what begins like this, so it is marked as text."""
    (row,) = csv.DictReader(io.StringIO(facts_csv([{"quote": f"{mark}1+1"}]), newline=""))
    assert row["quote"] == f"'{mark}1+1"
    (row,) = csv.DictReader(io.StringIO(facts_csv([{"quote": [f"{mark}a", "b"]}]), newline=""))
    assert row["quote"] == f"'{mark}a | b"
    (row,) = csv.DictReader(io.StringIO(facts_csv([{"quote": f"a{mark}1", "low": 0}]), newline=""))
    assert (row["quote"], row["low"]) == (f"a{mark}1", "0")


def test_schemas_are_published(project: Path) -> None:
    """The schema of each kind of file is a valid JSON Schema, as briefings/schema/ holds it."""
    files = data_files(load(project), Addresses())
    assert sorted(files) == [
        "data/facts.csv",
        "data/facts.json",
        "data/schema/actors.json",
        "data/schema/events.json",
        "data/schema/loaded-words.json",
        "data/schema/sheet.json",
    ]
    for name in ("actors", "events", "loaded-words", "sheet"):
        Draft202012Validator.check_schema(json.loads(files[f"data/schema/{name}.json"]))


def test_a_publication_is_the_whole_site(project: Path) -> None:
    """Pages, data and what the pages load."""
    publication = publish(load(project), SETTINGS)
    assert {"index.md", "events/zenda-talks.md", "sources/gazette.md"} <= {page.path for page in publication.pages}
    assert set(publication.files) == {*data_files(load(project), Addresses()), "assets/briefings.css"}


@pytest.mark.parametrize(
    ("path", "sheet"),
    [
        ("actors.yml", True),
        ("events.yml", True),
        ("actors/more.yml", True),
        ("events/more.yml", True),
        ("articles/a b.yml", True),
        ("schema/sheet.json", True),
        ("about.md", False),
        ("events/zenda.md", False),
        ("articles/photo.png", False),
        ("data.yml", False),
        ("actors/deep/more.yml", False),
        ("more/actors.yml", False),
    ],
)
def test_what_is_a_sheet(path: str, sheet: bool) -> None:
    """Sheets and schemas are what a site is made from; all else beside them is for the site as it stands."""
    assert is_sheet(path) is sheet


def test_writing_markdown(tmp_path: Path) -> None:
    """Pages and files go to their paths, byte for byte; hand-written ones come along and win."""
    docs = tmp_path / "briefings"
    for name, content in {
        "about.md": b"# About\r\n",
        "method.md": b"ours",
        "img/map.png": b"\x89PNG\xff",
        "actors.yml": b"a",
        "articles/a.yml": b"a",
        "schema/sheet.json": b"{}",
        ".draft.md": b"not yet",
        ".obsidian/app.json": b"{}",
        "notes/README.md": b"# Notes\n",
    }.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    pages = tuple(Page(path, "T", "D", (Block("<p>x</p>"),)) for path in ("method.md", "events/zenda.md"))
    out = tmp_path / "out"
    assert write_markdown(Publication(pages, {"data/facts.csv": "a\r\n"}), docs, out) == 6
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert found == {
        "about.md": b"# About\r\n",
        "method.md": b"ours",
        "img/map.png": b"\x89PNG\xff",
        "notes/index.md": b"# Notes\n",
        "events/zenda.md": pages[1].whole().encode(),
        "data/facts.csv": b"a\r\n",
    }
