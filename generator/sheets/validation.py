"""A document held against the model: the typed value, or every problem with its place, in the project's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.errors import Problem
from generator.sheets import shape
from generator.sheets.complaints import Complaint, words_for
from generator.sheets.source import Document
from generator.sheets.tree import MERGE, PROBLEMS_AT_MOST, TOO_MANY, Keys
from generator.sheets.wording import near, where

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The value of a document as `model`, or all the problems with it, in the order of the file.

    Neither, where all that is wrong was already refused when the document was read.
    """
    data = _as_model_input(document.data, model)
    try:
        return model.model_validate(data, by_alias=True, by_name=False), []
    except ValidationError as error:
        faults = list(islice(_faults(error, document), PROBLEMS_AT_MOST + 1))
    problems = sorted({_problem(fault, document, model) for fault in _one_each(faults[:PROBLEMS_AT_MOST], model)})
    if len(faults) > PROBLEMS_AT_MOST:
        line, column = document.place(faults[-1].keys)
        problems.append(Problem(document.path, line, column, where(faults[-1].keys), *TOO_MANY))
    return None, problems


def _as_model_input(data: dict[str, Any], model: type[BaseModel]) -> object:
    """The data as strict models take it: lists as tuples, and a section with nothing in it as an empty one."""
    filled = {
        key: {} if value is None and shape.is_by_id(shape.inside(model, key)) else value for key, value in data.items()
    }
    return _with_tuples(filled)


def _with_tuples(data: object) -> object:
    if isinstance(data, dict):
        return {key: _with_tuples(value) for key, value in data.items()}
    return tuple(map(_with_tuples, data)) if isinstance(data, list) else data


@dataclass(frozen=True)
class _Fault:
    """One error of pydantic, with its place in the document: `keys` of the value, `name` of a missing key."""

    type: str
    keys: Keys
    name: str
    of_key: bool
    given: Any
    context: dict[str, Any]


def _faults(error: ValidationError, document: Document) -> Iterator[_Fault]:
    for found in error.errors(include_url=False):
        keys = _existing(found["loc"], document.data)
        missing = found["type"] == "missing"
        if _unread(document, (*keys, MERGE) if missing else keys):
            continue
        name = str(found["loc"][-1]) if missing else ""
        of_key = missing or found["type"] == "extra_forbidden" or found["loc"][-1:] == ("[key]",)
        yield _Fault(found["type"], keys, name, of_key, found["input"], found.get("ctx", {}))


def _existing(location: tuple[str | int, ...], data: Any) -> Keys:
    """The keys of pydantic's location that the document has; it also names branches of unions and absent keys."""
    keys: list[str | int] = []
    for key in location:
        listed = isinstance(data, list) and isinstance(key, int) and key < len(data)
        if listed or (isinstance(data, dict) and key in data):
            keys.append(key)
            data = data[key]
    return tuple(keys)


def _unread(document: Document, keys: Keys) -> bool:
    return any(keys[:length] in document.unread for length in range(len(keys) + 1))


def _one_each(faults: list[_Fault], model: type[BaseModel]) -> Iterator[_Fault]:
    """One fault for each mistake: branches of a union, a list that its wrong items make short, a misspelt key."""
    deeper = {fault.keys[:length] for fault in faults for length in range(len(fault.keys))}
    misspelt = set(_misspelt(faults, model))
    seen = set()
    for fault in faults:
        mistake = fault.keys, fault.name, fault.of_key
        echo = fault.type == "too_short" and fault.keys in deeper
        if mistake not in seen and not echo and (fault.keys, fault.name) not in misspelt:
            seen.add(mistake)
            yield fault


def _misspelt(faults: list[_Fault], model: type[BaseModel]) -> Iterator[tuple[Keys, str]]:
    """Keys that are missing only because they stand there misspelt, each with the place that they are missing from."""
    for fault in faults:
        if fault.type == "extra_forbidden":
            *parent, key = fault.keys
            meant = near(str(key), tuple(shape.fields(shape.at(model, tuple(parent)))))
            if meant:
                yield tuple(parent), meant


def _problem(fault: _Fault, document: Document, model: type[BaseModel]) -> Problem:
    whole = isinstance(fault.given, dict) and fault.type == "value_error"
    line, column = document.place(fault.keys, of_key=fault.of_key or whole)
    here = shape.at(model, fault.keys[:-1] if fault.type == "extra_forbidden" else fault.keys)
    key = next((key for key in reversed(fault.keys) if isinstance(key, str)), "")
    written = document.written(fault.keys)
    complaint = Complaint(fault.type, key, fault.name, fault.of_key, fault.given, written, here, fault.context)
    return Problem(document.path, line, column, where(fault.keys), *words_for(complaint))
