"""The JSON Schema of sheets, actors, events and loaded words: what it holds, and that it judges as validation does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from generator.model import KINDS, ActorsFile, EventsFile, LoadedWordsFile, Sheet
from generator.sheets import read_document, schema_line, schema_text, schemas, validate

MODELS: dict[str, type[BaseModel]] = {
    "sheet": Sheet,
    "actors": ActorsFile,
    "events": EventsFile,
    "loaded-words": LoadedWordsFile,
}
EXAMPLE = f"""\
article:
  file: seeds/lakeside.txt
  sha256: {"a1" * 32}
  title: null
  published: 2031-05?
  published_basis: '"On Tuesday", before the talks of June'

mediators:
  ceasefire-brokers:
    event: ceasefire-2030-12
    who: [norland, sudmark]
    role: broker
    quote: the ceasefire brokered by Norland and Sudmark

dates:

casualty_estimates:
  killed-by-spring:
    event: border-war
    measure: killed
    low: 400
    about: true
    as_of: 2031
    said_by: a-minister
    quote: [some 400 people, had been killed]
"""
ACTORS = "norland: {name: Norland, kind: state, also: [Norlanders], role: null, represents: alliance}\n"
LOADED = "loaded: {thug: {words: [thug, thugs], reason: It judges.}}\nallowed:\n"
EVENTS = "border-war: {title: Border war, kind: war, after: [coup, first-war]}\n"


def verdicts(name: str, text: str) -> tuple[bool, bool]:
    """Whether the schema, and whether validation, takes a file for valid."""
    document, problems = read_document("x.yml", text)
    assert document is not None
    assert problems == []
    by_schema = Draft202012Validator(schemas()[name]).is_valid(document.data)
    return by_schema, not validate(document, MODELS[name])[1]


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and all within it."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from subschemas(inner)


@pytest.mark.parametrize("name", MODELS)
def test_each_schema_is_a_schema_with_a_title(name: str) -> None:
    """Each is JSON Schema 2020-12, says so, and has a title and a description for people."""
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] in ("Fact sheet", "Actors", "Events", "Loaded words")
    assert schema["description"]


@pytest.mark.parametrize("name", MODELS)
def test_the_text_of_a_schema_is_always_the_same(name: str) -> None:
    """The text is JSON with an indent of two and one line end, and the same each time."""
    text = schema_text(name)
    assert text == schema_text(name)
    assert text == json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_admits_no_unknown_keys(name: str) -> None:
    """Every mapping of fields is closed, and every mapping by id admits ids alone."""
    for schema in subschemas(schemas()[name]):
        if "properties" in schema and "type" in schema:
            assert schema["additionalProperties"] is False
        assert "patternProperties" not in schema
        if "propertyNames" in schema:
            assert set(schema["propertyNames"]) == {"pattern", "maxLength"}


def test_titles_are_for_people() -> None:
    """Titles that pydantic makes up from names are gone; the field called title is not."""
    for name in MODELS:
        texts = [schema["title"] for schema in subschemas(schemas()[name]) if isinstance(schema.get("title"), str)]
        assert texts == [schemas()[name]["title"]]
    assert "title" in schemas()["sheet"]["$defs"]["Article"]["properties"]
    assert "title" in schemas()["events"]["$defs"]["Event"]["properties"]


def test_every_section_is_described() -> None:
    """An editor shows what each section is for."""
    properties = schemas()["sheet"]["properties"]
    assert [properties[kind.section]["description"] for kind in KINDS] == [kind.__doc__ for kind in KINDS]


def test_the_first_line_of_a_file_names_its_schema() -> None:
    """Editors find the schema from the folder of the file."""
    assert schema_line("sheet") == "# yaml-language-server: $schema=../schema/sheet.json"
    assert schema_line("actors") == "# yaml-language-server: $schema=schema/actors.json"
    assert schema_line("events") == "# yaml-language-server: $schema=schema/events.json"
    assert schema_line("loaded-words") == "# yaml-language-server: $schema=schema/loaded-words.json"


@pytest.mark.parametrize(
    ("name", "text"),
    [("sheet", EXAMPLE), ("actors", ACTORS), ("events", EVENTS), ("loaded-words", LOADED), ("actors", "")],
)
def test_what_is_valid_is_valid_for_both(name: str, text: str) -> None:
    """A file that holds, empty sections and all, holds for the editor as well."""
    assert verdicts(name, text) == (True, True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("role: broker", "role: brokr"),
        ("role: broker", "rolle: broker"),
        ("role: broker", "role: null"),
        ("    role: broker\n", ""),
        ("ceasefire-brokers:", "Ceasefire Brokers:"),
        ("[norland, sudmark]", "[Norland]"),
        ("[norland, sudmark]", "[]"),
        ("[norland, sudmark]", "5"),
        ("[norland, sudmark]", "null"),
        ("low: 400", "low: '400'"),
        ("low: 400", "low: -1"),
        ("about: true", "about: yes"),
        ("as_of: 2031", "as_of: [2031]"),
        ("quote: [some 400 people, had been killed]", "quote: 400"),
        ("said_by: a-minister", "said_by: A Minister"),
        ("dates:\n", "date:\n"),
        ("dates:\n", "dates: []\n"),
        ("dates:\n", "dates: {a: null}\n"),
        ("article:\n", "articles:\n"),
        ("a1a1", "xyz"),
    ],
)
def test_what_is_invalid_is_invalid_for_both(before: str, after: str) -> None:
    """What the editor marks, validation refuses, and the other way round."""
    assert before in EXAMPLE
    assert verdicts("sheet", EXAMPLE.replace(before, after)) == (False, False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2031-05?", "2031-13"),
        ("low: 400", "high: null"),
        ("[norland, sudmark]", "[norland, norland]"),
        ("  published_basis: '\"On Tuesday\", before the talks of June'\n", ""),
    ],
)
def test_rules_beyond_a_schema_are_validation_alone(before: str, after: str) -> None:
    """Dates, repeats and what must fit together are beyond the schema."""
    assert before in EXAMPLE
    assert verdicts("sheet", EXAMPLE.replace(before, after)) == (True, False)
