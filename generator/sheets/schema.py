"""JSON Schema of the files that people write, made from the model, for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.model import ActorsFile, EventsFile, LoadedWordsFile, Sheet

_FILES: dict[str, tuple[Any, str, str]] = {
    "sheet": (Sheet, "Fact sheet", "../schema/sheet.json"),
    "actors": (ActorsFile, "Actors", "schema/actors.json"),
    "events": (EventsFile, "Events", "schema/events.json"),
    "loaded-words": (LoadedWordsFile, "Loaded words", "schema/loaded-words.json"),
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema (JSON Schema 2020-12) of each kind of file: `sheet`, `actors`, `events` and `loaded-words`."""
    return {name: _schema(model, title) for name, (model, title, _) in _FILES.items()}


def schema_text(name: str) -> str:
    """The text of `briefings/schema/<name>.json`: the same bytes from the same model."""
    return json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"


def schema_line(name: str) -> str:
    """The first line of a file of this kind, which tells an editor where its schema is."""
    return f"# yaml-language-server: $schema={_FILES[name][2]}"


def _schema(model: Any, title: str) -> dict[str, Any]:
    made = _mended(model.model_json_schema(by_alias=True))
    for section in made.get("properties", {}).values():
        if "propertyNames" in section:
            section["type"] = ["object", "null"]
    if "propertyNames" in made:
        # A file that holds nothing yet is null to an editor.
        made["type"] = ["object", "null"]
    return {"$schema": GenerateJsonSchema.schema_dialect, "title": title, **made}


def _mended(schema: Any) -> Any:
    """Without the titles that pydantic makes up from names, and with mappings that admit nothing but ids."""
    if isinstance(schema, list):
        return [_mended(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: {name: _mended(one) for name, one in value.items()} if key in ("properties", "$defs") else _mended(value)
        for key, value in schema.items()
        if key not in {"title", "patternProperties"}
    }
    for pattern, value in schema.get("patternProperties", {}).items():
        made["additionalProperties"] = _mended(value)
        made["propertyNames"] = {"pattern": pattern, **schema.get("propertyNames", {})}
    return made
