"""What derivation works with: an article with everything read in it, and the facts proposed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.dates import Edtf
from generator.model import Fact
from generator.reading.dates import DateMention, read_dates
from generator.reading.numbers import NumberMention, read_numbers
from generator.reading.roster import ActorMention, Roster
from generator.text import Span, sentences


@dataclass(frozen=True, eq=False)
class Reading:
    """An article as the rules see it: its text, its sentences, and every actor, date and number in it."""

    text: str
    published: Edtf | None
    roster: Roster

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order."""
        return tuple(sentences(self.text))

    @cached_property
    def actors(self) -> tuple[ActorMention, ...]:
        """Every mention of an actor, in order; mentions never overlap."""
        return self.roster.mentions

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date."""
        return read_dates(self.text, self.published)

    @cached_property
    def numbers(self) -> tuple[NumberMention, ...]:
        """Every number that is no date."""
        return read_numbers(self.text, [mention.span for mention in self.dates])


@dataclass(frozen=True)
class Proposal:
    """One fact that a rule proposes.

    `values` are the kind's own fields by name, without event and quote; actors (`who`, `for_`, `said_by`) are
    keys of the roster. `spans` are the quotes, `rule` the rule's name, `used` the spans that it went by.
    """

    kind: type[Fact]
    values: Mapping[str, Any]
    spans: tuple[Span, ...]
    rule: str
    used: tuple[Span, ...] = field(default=())
