"""What the benchmark is made of: articles and facts that are always the same, and a table. No clock is read here."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path

from generator.agreement import agree
from generator.model import KINDS
from tests.benchmark import diff_size
from tests.benchmark.articles import article
from tests.benchmark.statements import statements
from tests.benchmark.timing import Load, Timing, measure, table


def test_articles_are_the_same_each_time() -> None:
    """The number alone decides what an article says, and no two say the same."""
    made = [article(number) for number in range(20)]
    assert made == [article(number) for number in range(20)]
    assert len(set(made)) == 20
    assert not any("{" in text for text in made)


def test_articles_have_about_five_hundred_words() -> None:
    """An article ends with the sentence that brings it to its length."""
    assert all(500 <= len(article(number).split()) < 530 for number in range(20))


def test_facts_are_of_every_kind_and_differ() -> None:
    """Made-up facts are as many as wished, of every kind, and their articles agree here and differ there."""
    made = statements(1000)
    assert len(made) == 1000
    assert {one.kind for one in made} == set(KINDS)
    assert {question.outcome for question in agree(made)} >= {"equal", "refined", "differing"}
    assert max(Counter(one.fact.event for one in made).values()) == 100


def test_measuring_leaves_the_first_turn_out() -> None:
    """Each load runs once more than it is counted, right after a calibration."""
    ran: list[str] = []
    clock = map(float, count()).__next__
    first, second = measure([Load("a", lambda: ran.append("a")), Load("b", lambda: ran.append("b"))], 2, clock)
    assert ran == ["a", "b"] * 3
    assert (first.seconds, first.calibration, second.name) == ((1.0, 1.0), (1.0, 1.0), "b")


def test_table_gives_medians_and_spread() -> None:
    """Each row has its median seconds, and the median, least and most of the ratios of its runs."""
    timings = [Timing("short", (0.2, 0.1, 0.6), (0.1, 0.1, 0.2)), Timing("long", (3.0, 1.0, 2.0), (0.1, 0.1, 0.1))]
    assert table(timings).splitlines() == [
        "                                          seconds    ratio   least to most",
        "calibration: a fixed load of pure Python    0.100     1.00   1.00 to 2.00",
        "short                                       0.200     2.00   1.00 to 3.00",
        "long                                        2.000    20.00   10.00 to 30.00",
    ]


def test_figures_of_diffs_are_those_of_contributing(tmp_path: Path) -> None:
    """The table that CONTRIBUTING prints is what the script counts today."""
    contributing = (Path(__file__).resolve().parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f"\n\n{diff_size.table(diff_size.measured(tmp_path))}\n" in contributing


def test_edits_are_small_in_sheets(tmp_path: Path) -> None:
    """A new layout costs nothing, an edited article its sum alone, and no edit more lines than a list with offsets."""
    sizes = diff_size.measured(tmp_path)
    assert sizes["everything laid out anew"]["fact sheet"].lines == 0
    assert sizes["boilerplate edited in the article"]["fact sheet"].lines == 2
    assert all(one["fact sheet"].lines <= one["list with offsets"].lines for one in sizes.values())
