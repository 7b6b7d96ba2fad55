"""How much of a diff a reviewer has to read: typical edits in fact sheets, and in two other forms of the same facts.

    python -m tests.benchmark.diff_size

Each edit is made to a small made-up project, and its facts are written in three forms: as fact sheets in canonical
form; as one JSON list for each article, whose facts point into it by offsets of characters; and as one table in CSV,
a row for each fact. `git diff --numstat` counts the lines removed and added between before and after. The other two
are given what favours them: the list repeats no quote, and the table has no offsets. Nothing here is timed.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, Literal

import click
import yaml

from generator.corpus import Corpus, load
from generator.model import Sheet
from generator.sheets import canonical
from tests.project import ACTORS, COURIER, COURIER_SHEET, EVENTS, GAZETTE, GAZETTE_SHEET, write_project


@dataclass(frozen=True)
class State:
    """Articles and sheets by name; `rewritten` where another program has written all files in a layout of its own."""

    articles: Mapping[str, str]
    sheets: Mapping[str, str]
    rewritten: bool = False


@dataclass(frozen=True)
class Size:
    """The lines that an edit removes and adds, and the characters in them."""

    lines: int
    characters: int


FULL = State({"gazette": GAZETTE}, {"gazette": GAZETTE_SHEET})


def edits() -> dict[str, tuple[State, State]]:
    """Each edit by what a reviewer would call it: before and after."""
    parties, refusal = (_fact(name) for name in ("parties", "osterlich-refuses"))
    return {
        "a fact added": (_with(refusal, ""), FULL),
        "a value changed": (_with("low: 1200", "low: 1210"), FULL),
        "a second article": (
            FULL,
            State({**FULL.articles, "courier": COURIER}, {**FULL.sheets, "courier": COURIER_SHEET}),
        ),
        "two facts in another order": (_with(f"{parties}{refusal}", f"{refusal}{parties}"), FULL),
        "everything laid out anew": (FULL, replace(FULL, rewritten=True)),
        "boilerplate edited in the article": (
            FULL,
            replace(FULL, articles={"gazette": GAZETTE.replace("2031\n", "2031, updated\n", 1)}),
        ),
    }


def _fact(name: str) -> str:
    """The lines of a fact in the sheet, with the empty line after it."""
    start = GAZETTE_SHEET.index(f"  {name}:\n")
    return GAZETTE_SHEET[start : GAZETTE_SHEET.index("\n\n", start) + 2]


def _with(after: str, before: str) -> State:
    """The sheet as it was while `before` stood in the place of `after`."""
    assert GAZETTE_SHEET.count(after) == 1
    return replace(FULL, sheets={"gazette": GAZETTE_SHEET.replace(after, before)})


COLUMNS = (
    *(
        "article",
        "id",
        "category",
        "event",
        "who",
        "status",
        "role",
        "what",
        "when",
        "standing",
        "measure",
        "low",
        "high",
    ),
    *("about", "says", "said_by", "quote"),
)
"""Of the table: what the facts of the project say, and none for what another project might."""

Form = Callable[[Corpus, State], dict[str, str]]


def as_sheets(corpus: Corpus, state: State) -> dict[str, str]:
    """A fact sheet for each article, after `briefings fmt`, which undoes what other programs do to layout."""
    files = {}
    for source in corpus.sources.values():
        text = source.document.text
        if state.rewritten:
            text = yaml.safe_dump(yaml.safe_load(text), sort_keys=False, indent=4, width=60, allow_unicode=True)
        files[source.document.path] = canonical(text, Sheet)
    return files


def as_lists(corpus: Corpus, state: State) -> dict[str, str]:
    """A list for each article; the words of a fact are those between its offsets."""
    lists: dict[str, list[dict[str, Any]]] = {f"{name}.json": [] for name in corpus.sources}
    for source, entry in _entries(corpus):
        del entry["quote"]
        lists[f"{source}.json"].append(entry)
    return {name: json.dumps(entries, indent=4 if state.rewritten else 1) + "\n" for name, entries in lists.items()}


def as_table(corpus: Corpus, state: State) -> dict[str, str]:
    """One table of all facts, whose words stand in a column."""
    rows = StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if state.rewritten else csv.QUOTE_MINIMAL
    table = csv.DictWriter(rows, COLUMNS, lineterminator="\n", quoting=quoting)
    table.writeheader()
    for source, entry in _entries(corpus):
        plain = {key: "; ".join(value) if isinstance(value, list) else value for key, value in entry.items()}
        table.writerow({"article": source, **{key: plain[key] for key in plain.keys() - {"start", "end"}}})
    return {"facts.csv": rows.getvalue()}


def _entries(corpus: Corpus) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fact with the name of its article, in the order of the sheets: what is said, and no empty keys."""
    for one in corpus.statements:
        said = one.fact.model_dump(mode="json", exclude_defaults=True)
        spans = [{"start": span.start, "end": span.end} for span in one.spans]
        yield one.source.id, {"id": one.id, "category": one.kind.section, **said, **spans[0]}


FORMS: Mapping[str, Form] = {"fact sheet": as_sheets, "list with offsets": as_lists, "flat table": as_table}


def measured(scratch: Path) -> dict[str, dict[str, Size]]:
    """The size of each edit in each form; files are written below `scratch`."""
    sizes: dict[str, dict[str, Size]] = {}
    for number, (edit, states) in enumerate(edits().items()):
        for side, state in zip(("before", "after"), states, strict=True):
            project = scratch / str(number) / side
            corpus = load(
                write_project(project, articles=state.articles, sheets=state.sheets, actors=ACTORS, events=EVENTS)
            )
            assert not corpus.problems
            for form, write in FORMS.items():
                for path, text in write(corpus, state).items():
                    file = scratch / str(number) / form / side / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, encoding="utf-8", newline="\n")
        sizes[edit] = {form: size(scratch / str(number) / form) for form in FORMS}
    return sizes


def size(folder: Path) -> Size:
    """What git counts between the folders `before` and `after` in this one."""
    counts = [line.split("\t")[:2] for line in _diff(folder, "--numstat")]
    lines = [line for line in _diff(folder, "--unified=0") if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert sum(int(count) for pair in counts for count in pair) == len(lines)
    return Size(len(lines), sum(len(line) - 1 for line in lines))


def _diff(folder: Path, form: str) -> list[str]:
    """The lines of a diff in this form, by git's own settings alone."""
    command = ["git", "diff", "--no-index", "--no-color", "--no-ext-diff", "--no-renames", form, "before", "after"]
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(command, cwd=folder, env=os.environ | own, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def table(sizes: Mapping[str, Mapping[str, Size]]) -> str:
    """The figures as Markdown: lines, and the characters in them."""
    rows = [["edit", *FORMS], ["---", *["---:"] * len(FORMS)]]
    for edit, by_form in sizes.items():
        rows.append([edit, *(f"{by_form[form].lines} ({by_form[form].characters:,})" for form in FORMS)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


@click.command()
def main() -> None:
    """Print how many lines, and how many characters in them, each edit changes in each form."""
    with tempfile.TemporaryDirectory() as scratch:
        click.echo(table(measured(Path(scratch))), nl=False)


if __name__ == "__main__":
    main()
