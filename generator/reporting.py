"""Problems as others read them: people, GitHub's annotations, and other programs in JSON and SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from generator.checks import rules
from generator.errors import Problem

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The name by which SARIF's own schema knows itself; nothing is fetched from it."""


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line: place, what is wrong, what to do."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """Every problem as an object of its fields."""
    return _dumped({"problems": [asdict(problem) for problem in problems]})


def as_annotations(problems: Sequence[Problem]) -> str:
    """Workflow commands of GitHub Actions, which show each problem at its line."""
    return "".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column},title={_property(p.where)}"
        f"::{_data(f'{p.message}; {p.remedy}')}\n"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem]) -> str:
    """One run in SARIF 2.1.0: every rule with its sentence, every problem at its line and column.

    Paths are relative to the project's root; columns count code points from 1, as ours do.
    """
    known = rules()
    places = {rule: number for number, rule in enumerate(known)}
    driver = {
        "name": "briefings",
        "rules": [{"id": rule, "shortDescription": _message(sentence)} for rule, sentence in known.items()],
    }
    results = [
        {
            "ruleId": problem.rule,
            "ruleIndex": places[problem.rule],
            "level": "error",
            "message": _message(f"{problem.message}; {problem.remedy}"),
            "locations": [_location(problem)],
        }
        for problem in problems
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _location(problem: Problem) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(problem.path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": problem.line, "startColumn": problem.column},
        },
        "logicalLocations": [{"fullyQualifiedName": problem.where}],
    }


def _message(text: str) -> dict[str, str]:
    """A message of SARIF: braces are doubled there, and the space keeps what an article says from becoming a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
    "sarif": as_sarif,
}
"""How `briefings check` can tell its problems, by the name of the form."""
