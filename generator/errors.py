"""What goes wrong, and where: one base error, and the problem that every check reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

UNREADABLE = "unreadable"
"""The rule of what is found while loading: a file, or an entry of one, cannot be read as what it should be."""


class BriefingsError(Exception):
    """Base of every error that this package raises on purpose."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place, and what to do about it.

    `path` is relative to the project's root, with forward slashes; `line` and `column` count from 1.
    `where` names the fact or field in the words of the file, such as `dates.talks-12-may.when`.
    `rule` names the rule of `checks` that found it, or is `UNREADABLE`.
    Problems sort by place, so that a report reads like the files do, and the same problem is one under any rule.
    """

    path: str
    line: int
    column: int
    where: str
    message: str
    remedy: str
    rule: str = field(default=UNREADABLE, compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.where}: {self.message}; {self.remedy}"


class ProblemsFound(BriefingsError):
    """All the problems of one run, raised together so that none hides another."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
