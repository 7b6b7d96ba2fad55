"""A doubt: a value of a fact that does not follow from the words given for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Actor, Fact
from generator.quotes.evidence import Words


@dataclass(frozen=True)
class Doubt:
    """A value that does not follow from the words given for it: the key, what is wrong, what to do."""

    field: str
    message: str
    remedy: str


Rule = Callable[[Fact, Words, Mapping[str, Actor]], Iterator[Doubt]]
