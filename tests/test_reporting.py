"""Problems in the forms that other programs read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.checks import CHECKS, rule_id, rules
from generator.errors import UNREADABLE, Problem
from generator.reporting import FORMATS, as_sarif
from tests.building import briefings
from tests.project import write_small_project

TEXT = {"type": "string"}
MESSAGE = {"type": "object", "properties": {"text": TEXT}, "required": ["text"], "additionalProperties": False}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    """An object with these properties alone: SARIF allows no others either."""
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def several(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A list of such items."""
    return {"type": "array", "items": items, **more}


# What the schema of SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json, Errata 01) demands of the properties that are
# used here; required there are: runs, version; tool; driver; name; id; message.
ESSENTIALS = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs=several(
        closed(
            ["tool", "results"],
            tool=closed(
                ["driver"],
                driver=closed(
                    ["name", "rules"],
                    name=TEXT,
                    rules=several(closed(["id"], id=TEXT, shortDescription=MESSAGE), uniqueItems=True),
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=several(
                closed(
                    ["message", "ruleId", "locations"],
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": -1},
                    level={"enum": ["none", "note", "warning", "error"]},
                    message=MESSAGE,
                    locations=several(
                        closed(
                            ["physicalLocation"],
                            physicalLocation=closed(
                                ["artifactLocation", "region"],
                                artifactLocation=closed(
                                    ["uri"],
                                    uri={"type": "string", "pattern": r"^[\w.~!$&'()*+,;=:@/%-]+$"},
                                    uriBaseId=TEXT,
                                ),
                                region=closed(
                                    ["startLine"],
                                    startLine={"type": "integer", "minimum": 1},
                                    startColumn={"type": "integer", "minimum": 1},
                                ),
                            ),
                            logicalLocations=several(closed([], fullyQualifiedName=TEXT), uniqueItems=True),
                        )
                    ),
                )
            ),
        ),
        minItems=1,
        maxItems=1,
    ),
)


def valid(text: str) -> dict[str, Any]:
    """The one run of a SARIF log that holds to the essentials of its schema."""
    log = json.loads(text)
    assert [error.message for error in Draft202012Validator(ESSENTIALS).iter_errors(log)] == []
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_of_a_broken_project(tmp_path: Path) -> None:
    """Each problem with its rule, its line and column, what is wrong and what to do; exit code 1."""
    project = write_small_project(tmp_path)
    sheet = project / "briefings" / "articles" / "courier.yml"
    text = sheet.read_text(encoding="utf-8").replace("Freedonia alone", "Sylvania alone")
    sheet.write_text(text.replace("who: osterlich", "who: osterlick"), encoding="utf-8")
    (project / "briefings" / "articles" / "new article.yml").write_text("article: 1\n", encoding="utf-8")
    result = briefings("check", "--format", "sarif", "--project", project)
    assert result.exit_code == 1
    found = valid(result.stdout)["results"]
    assert [one["ruleId"] for one in found] == ["quotes-stand", "references-resolve", UNREADABLE]
    assert found[0]["message"]["text"].endswith("; quote the article as it stands")
    assert found[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "briefings/articles/courier.yml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 17, "startColumn": 12},
            },
            "logicalLocations": [{"fullyQualifiedName": "mediators.mediator.quote"}],
        }
    ]
    place = found[2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "briefings/articles/new%20article.yml"


def test_sarif_of_a_sound_project(tmp_path: Path) -> None:
    """An empty list of results says that everything was looked at, and the rules say what that was."""
    result = briefings("check", "--format", "sarif", "--project", write_small_project(tmp_path))
    assert result.exit_code == 0
    run = valid(result.stdout)
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(rules())


def test_sarif_names_the_rule_by_id_and_place() -> None:
    """The index of a result's rule leads to the rule with its id, whichever it is."""
    found = [Problem("a.yml", 1, 1, "file", "wrong", "mend it", rule) for rule in rules()]
    run = valid(as_sarif(found))
    listed = run["tool"]["driver"]["rules"]
    assert [listed[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("'{0}' is no actor", "'{{0}}' is no actor; mend it"),
        ("[here](https://example.org) \N{RIGHT-TO-LEFT OVERRIDE}", "[here] (https://example.org) \u202e; mend it"),
        ('<b>&"{{', '<b>&"{{{{; mend it'),
    ],
)
def test_sarif_messages_are_plain(said: str, told: str) -> None:
    """No text of a sheet becomes a placeholder or a link."""
    run = valid(as_sarif([Problem("a.yml", 1, 1, "file", said, "mend it")]))
    assert run["results"][0]["message"]["text"] == told


def test_every_rule_says_in_a_sentence_what_it_demands() -> None:
    """Programs show these sentences beside the problems; ids are words with hyphens."""
    assert {rule_id(rule) for rule in CHECKS} == rules().keys() - {UNREADABLE}
    assert all(sentence.endswith(".") and len(sentence) < 150 for sentence in rules().values())
    assert all(name.replace("-", "").isalpha() for name in rules())


def test_a_problem_is_the_same_under_any_rule() -> None:
    """What two rules find alike in one place is told once."""
    one, two = (Problem("a.yml", 1, 1, "file", "wrong", "mend it", rule) for rule in ("quotes-stand", "ids-unique"))
    assert len({one, two}) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_takes_any_problem(form: str) -> None:
    """No character of a path or message breaks a form."""
    odd = Problem("ä\n%:,.yml", 1, 1, 'a"b', "\x00 </script> ::error::", "mend\r\nit")
    written = FORMATS[form]([odd])
    assert written.count("\n::") == 0
    if form in {"json", "sarif"}:
        json.loads(written)
