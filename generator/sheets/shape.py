"""What the model says of each place in a file: which keys it has, in which order, and what stands inside them."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model import Fact, written_key
from generator.sheets.tree import Keys

Shape = Any
"""A type as the model writes it: a model class, `dict[Id, Actor]`, `tuple[Words, ...]`, `Literal[…]` and so on."""

_LAST_IN_A_FACT = ("said_by", "quote", "because", "formerly", "note")
"""A fact reads: which event, what is stated, who says so, in which words, why that follows, under which ids before."""


def bare(shape: Shape) -> Shape:
    """A shape without what restricts it, and without None: the type of a value that is there."""
    origin: Any = get_origin(shape)
    if origin is Annotated:
        return bare(get_args(shape)[0])
    if origin in (Union, UnionType):
        return bare(next(one for one in get_args(shape) if one is not NoneType))
    if isinstance(shape, type) and issubclass(shape, BaseModel) and "root" in shape.model_fields:
        return bare(shape.model_fields["root"].annotation)
    return shape


def fields(shape: Shape) -> dict[str, FieldInfo]:
    """The fields of a model class by the keys that stand for them in a file, in canonical order; else none."""
    model = bare(shape)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    by_key = {written_key(model, name): field for name, field in model.model_fields.items()}
    if not issubclass(model, Fact):
        return by_key
    first, *last = (written_key(model, name) for name in ("event", *_LAST_IN_A_FACT))
    own = [key for key in by_key if key != first and key not in last]
    return {key: by_key[key] for key in (first, *own, *last)}


def is_by_id(shape: Shape) -> bool:
    """Whether it is a mapping whose keys are ids, such as a section of a sheet."""
    origin: Any = get_origin(bare(shape))
    return bool(origin is dict)


def inside(shape: Shape, key: str | int) -> Shape:
    """The shape of what stands under a key, or at a position of a list; None where the model knows no such key."""
    here = bare(shape)
    origin: Any = get_origin(here)
    arguments = get_args(here)
    if origin is dict:
        return arguments[1]
    if origin in (tuple, list) and isinstance(key, int):
        return arguments[0]
    field = fields(here).get(str(key))
    return field.annotation if field else None


def at(shape: Shape, keys: Keys) -> Shape:
    """The shape at a place in a file; None where the model knows no such place."""
    for key in keys:
        shape = inside(shape, key)
    return shape


def vocabulary(shape: Shape) -> tuple[str, ...]:
    """The words that a value must be one of; empty where any will do."""
    here = bare(shape)
    origin: Any = get_origin(here)
    return get_args(here) if origin is Literal else ()
