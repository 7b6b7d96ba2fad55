"""How good derivation is: what the rules propose, held against what people wrote.

    python -m tests.evaluation [FOLDER...] [--list] [--only NAME] [--alone] [--dates recorded]

FOLDER is a project, or a folder of annotated articles; without one, this project. Nothing is written, nothing is
random, and nothing is tuned here. There are two measures, because the two kinds of folder answer different questions.

Sheets (a project). Each article is derived as if it had no sheet, by one who adds it to the site as it is: the
site's actors and events are known (`--alone` hides them, and then actors are compared by their names). The article's
own date is given where the sheet records it without `?`. A date with `?` was worked out by people, often from other
articles, so there are two tables: in the first the rules have to find such a date themselves, and a date whose year
no word of the article gives is missed even where all else of it is right; in the second they are given it, as by a
person who knows the day (`--dates` chooses one table).

* Every actor of a `who` counts apart: a fact of three mediators is three claims. So do dates and counts.
* A claim is found where the draft has one of the same kind with the same value, exactly: the id of the actor; the
  EDTF date without its marks of doubt; `low`, `high` and `measure`. A fact that names nobody, or settles no date,
  is found by another of that sort whose quote shares words with its own.
* Each claim of the sheet answers one proposal. A second proposal of the same actor is too much, unless the sheet
  has the actor twice. Of several that fit, the one is taken whose other fields agree best.
* Event, speaker, status, role and the like are what a person amends, not what they strike: they decide no match,
  and the line "Fields that agree" says how often each is right.

Annotated articles (a folder with articles/*.txt and gold/*.json: `article`, `published`, `facts`, `unscored`).
The rules see the article and its `published` alone. Values are compared as sets, per article and kind.

* Names: case, accents, apostrophes and titles do not count. A name is found under its `name`, under an alias, or
  where one form holds the other as whole words, is at most three words longer, and the shorter has four letters.
  The proposal goes by its id and by the words of its quote. A name in several facts of one kind counts once.
* Dates: equal EDTF, marks of doubt aside; each date once. Casualties: `low`, `high` and `kind` are equal.
* A proposal that matches nothing and shares four words in a row with a quote under `unscored` of its kind is
  neither right nor wrong.

In both, "Dates read at the right value" leaves out dates of which nothing was proposed. It is the share of found dates
among those found and those missed where a proposed date that matches none quotes the same words. A quote that does
not stand in its article, white space aside, makes the exit status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import click

from generator.errors import BriefingsError
from tests.evaluation.cases import Case, is_annotated, read_cases
from tests.evaluation.scoring import compared
from tests.evaluation.table import report

ROOT = Path(__file__).resolve().parents[2]


@click.command()
@click.option("--list", "listed", is_flag=True, help="Name each missed and each extra fact, with its quote.")
@click.option("--only", multiple=True, metavar="NAME", help="Only articles of this name; * stands for any letters.")
@click.option("--alone", is_flag=True, help="Sheets: hide the actors and events of the site from the rules.")
@click.option(
    "--dates",
    type=click.Choice(["both", "printed", "recorded"]),
    default="both",
    help="Sheets: which dates of articles the rules are given: those that are certain, or also those worked out.",
)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folders: Sequence[Path], only: Sequence[str], dates: str, *, listed: bool, alone: bool) -> None:
    """Score what the rules propose for the articles of FOLDERS; without one, of this project."""
    unplaced = 0
    for folder in folders or (ROOT,):
        title = folder.as_posix() if folders else "The sheets of this project"
        try:
            sets = read_sets(folder, dates, alone=alone)
        except BriefingsError as error:
            raise click.ClickException(str(error)) from error
        for known, cases in sets.items():
            chosen = [case for case in cases if any(fnmatchcase(case.name, pattern) for pattern in only or ("*",))]
            comparisons = [compared(case) for case in chosen]
            unplaced += sum(len(one.unplaced) for one in comparisons)
            click.echo(report(title + known, comparisons, listed=listed))
    sys.exit(1 if unplaced else 0)


def read_sets(folder: Path, dates: str, *, alone: bool) -> dict[str, tuple[Case, ...]]:
    """The cases of a folder, once for each way in which the dates of its articles are given, with words for that."""
    if is_annotated(folder):
        return {"": read_cases(folder)}
    sets = {}
    if dates != "recorded":
        sets[", dates worked out by people withheld"] = read_cases(folder, alone=alone)
    if dates != "printed":
        sets[", dates worked out by people given"] = read_cases(folder, alone=alone, dated=True)
    return sets


if __name__ == "__main__":
    main(prog_name="python -m tests.evaluation")
