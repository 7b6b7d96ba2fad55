"""Problems, in the order of the files, and the error that carries them."""

from __future__ import annotations

from generator.errors import BriefingsError, Problem, ProblemsFound

LATER = Problem("a.yml", 10, 1, "dates.held", "the quote holds no date", "write null")
EARLIER = Problem("a.yml", 9, 3, "dates.held", "the quote holds no date", "write null")
FIRST = Problem("a.yml", 9, 1, "file", "the file is not read", "move it")


def test_a_problem_is_one_line() -> None:
    """The place comes first and the remedy last."""
    assert str(LATER) == "a.yml:10:1: dates.held: the quote holds no date; write null"


def test_problems_are_raised_together_sorted_and_each_once() -> None:
    """They sort by place as numbers, so that line 9 stands before line 10."""
    error = ProblemsFound([LATER, EARLIER, LATER, FIRST])
    assert error.problems == [FIRST, EARLIER, LATER]
    assert str(error) == f"{FIRST}\n{EARLIER}\n{LATER}"
    assert isinstance(error, BriefingsError)
