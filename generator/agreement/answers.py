"""What an answer to a question is, and the order in which articles gave it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Literal

from generator.corpus import Source, Statement

Outcome = Literal["equal", "refined", "superseded", "differing"]
"""Equal answers; one more precise than another; a plan that a later article moved; answers that exclude each other."""
Naming = Callable[[str], str]
"""The house name of an actor, by its id."""


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and the statements that give it, the earliest article first."""

    value: Hashable
    statements: tuple[Statement, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that give this answer."""
        return tuple(dict.fromkeys(statement.source.id for statement in self.statements))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles that give this answer, the earliest first."""
        return tuple(dict.fromkeys(statement.source for statement in self.statements))


Answers = tuple[Answer, ...]


def order(source: Source) -> tuple[str, str]:
    """Sorts articles by the first day on which they may have been published; undated ones come last."""
    first = source.article.published.first if source.article.published else None
    return (first.isoformat() if first else "9999", source.id)


def chronology(statement: Statement) -> tuple[str, str, int, str]:
    """Sorts statements by the order of their articles, then by their place in the article."""
    return (*order(statement.source), min((span.start for span in statement.spans), default=0), statement.id)


def moved(earlier: Answer, later: Answer) -> bool:
    """Whether the one was a plan, and every article that gives it is older than every article that gives the other."""
    if not all(getattr(statement.fact, "standing", None) == "planned" for statement in earlier.statements):
        return False
    old = [statement.source.article.published for statement in earlier.statements]
    new = [statement.source.article.published for statement in later.statements]
    return all(a and b and a.last and b.first and a.last < b.first for a in old for b in new)
