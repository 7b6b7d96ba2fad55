"""How fast it is: start-up, derivation, the build of this site, its check, and the agreement of many facts.

    python -m tests.benchmark [--runs 5] [--articles 200]

Machines differ and are busy. So every load is timed right after a fixed load of pure Python, and its ratio to that
is what can be compared between machines and days. The table shows medians of several runs, and the least and the
most of the ratios. Nothing fails here for being slow, and no test looks at a clock.

The articles and facts are made up by this package, the same every time. Derivation runs in two processes, through the
function that `briefings derive` uses; the calibration load runs in one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

import click

from generator.agreement import agree
from generator.derive.batch import drafts, site_of
from generator.derive.writing import as_yaml
from tests.benchmark.articles import WORDS, article
from tests.benchmark.statements import statements
from tests.benchmark.timing import Load, measure, table

ROOT = Path(__file__).resolve().parents[2]
PROCESSES = 2
BRIEFINGS = ("-c", "from generator.cli import main; main()")
FACTS = (5_000, 10_000, 20_000)


@click.command()
@click.option("--runs", type=click.IntRange(1), default=5, show_default=True, help="How often each load is timed.")
@click.option("--articles", type=click.IntRange(8), default=200, show_default=True, help="How many are derived.")
def main(runs: int, articles: int) -> None:
    """Time everything, and print one table; ratios are to the calibration load."""
    with tempfile.TemporaryDirectory() as scratch:
        timings = measure(loads(Path(scratch), articles), runs)
    click.echo(table(timings), nl=False)
    (derived,) = (median(timing.seconds) for timing in timings if timing.name.startswith("derive "))
    click.echo(f"At this rate 1,000 articles take {1000 * derived / articles:.1f} s.")


def loads(scratch: Path, articles: int) -> Iterator[Load]:
    """What is timed; files are written below `scratch`."""
    paths = [scratch / f"{number:05}.txt" for number in range(articles)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    yield Load("briefings --version", partial(_python, scratch, *BRIEFINGS, "--version"))
    yield Load(
        f"briefings derive, one article of {WORDS} words", partial(_python, scratch, *BRIEFINGS, "derive", paths[0])
    )
    yield Load(
        f"derive {articles:,} articles of {WORDS} words into YAML, {PROCESSES} processes", partial(_derive, paths)
    )
    yield Load("briefings check, this project", partial(_python, ROOT, *BRIEFINGS, "check"))
    site = ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", scratch / "site")
    yield Load("mkdocs build, this project", partial(_python, ROOT, *site))
    for number in FACTS:
        yield Load(f"agreement of {number:,} facts", partial(agree, statements(number)))


def _python(folder: Path, *arguments: str | Path) -> None:
    """Run Python with these arguments in a process of its own; raises where it fails."""
    subprocess.run([sys.executable, *arguments], cwd=folder, check=True, capture_output=True)


def _derive(paths: list[Path]) -> int:
    """Derive articles as the command line does, sheets as YAML included; the number of characters written."""
    site = site_of(paths[0].parent, paths[0].parent / "briefings")
    with patch.object(os, "cpu_count", return_value=PROCESSES):
        return sum(len(as_yaml(draft)) for draft in drafts(paths, site))


if __name__ == "__main__":
    main(prog_name="python -m tests.benchmark")
