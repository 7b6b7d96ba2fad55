"""Ten commits of typical edits in a scratch repository: what a stranger reads of each says what happened.

`UPDATE_GOLDEN=1` writes the expected texts anew; look at them before they are committed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import check
from generator.corpus import load
from generator.review import as_json, as_markdown, as_text, compare
from tests.project import GAZETTE, sha256, write_small_project
from tests.review.git import commit, repository

GOLDEN = Path(__file__).parent / "golden"
SHEETS = Path("briefings/articles")


def edit(root: Path, path: str | Path, *changes: tuple[str, str]) -> None:
    """Replace words that stand once in a file, one pair after the other."""
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    (root / path).write_text(text, encoding="utf-8")


def add_a_fact(root: Path) -> None:
    """A position that the article states."""
    text = "positions:\n  osterlich-refuses-talks:\n    on: zenda-talks\n    who: osterlich\n"
    text += "    says: Refuses to attend\n    quote: Osterlich has refused to attend\n"
    with (root / SHEETS / "gazette.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")


def change_a_value(root: Path) -> None:
    """Another reading of the same words."""
    edit(
        root,
        SHEETS / "gazette.yml",
        ("low: 1200", "low: 1200\n    as_of: 2031-05-08"),
        (
            "    quote: >-\n      At least",
            "    because: The article of 8 May 2031 gives it in the present perfect.\n    quote: >-\n      At least",
        ),
    )


HERALD = """\
Envoys of Ruritania and the Northern League are to gather in Zenda on May 20, officials in Strelsau told reporters.
Freedonia and Osterlich mediate between them.
Terrorists of the Iron Guard are excluded from the conference.
The weather on the river is no concern of the delegates.
"""
HERALD_SHEET = f"""\
article:
  file: seeds/herald.txt
  sha256: {sha256(HERALD)}
  title: null
  publisher: null
  agency: null
  published: 2031-05-10
  published_basis: null
  url: null
  language: en

participants:
  parties:
    event: zenda-talks
    who: [ruritania, northern-league]
    status: attending
    quote: Ruritania and the Northern League are to gather in Zenda

mediators:
  mediators:
    event: zenda-talks
    who: [freedonia, osterlich]
    role: mediator
    quote: Freedonia and Osterlich mediate between them

dates:
  talks-20-may:
    event: zenda-talks
    what: held
    when: 2031-05-20
    standing: planned
    quote: are to gather in Zenda on May 20

excluded_groups:
  iron-guard-excluded:
    event: zenda-talks
    who: iron-guard
    quote: Terrorists of the Iron Guard are excluded from the conference
"""


def second_article(root: Path) -> None:
    """A later article, which moves the date and names another mediator."""
    (root / "seeds" / "herald.txt").write_text(HERALD, encoding="utf-8")
    (root / SHEETS / "herald.yml").write_text(HERALD_SHEET, encoding="utf-8")


def rename_a_fact(root: Path) -> None:
    """Another id, with the former one beside it."""
    quote = "    quote: The Iron Guard is excluded from the talks\n"
    edit(
        root,
        SHEETS / "gazette.yml",
        ("iron-guard-excluded:", "iron-guard-left-out:"),
        (quote, f"{quote}    formerly: iron-guard-excluded\n"),
    )


def reorder(root: Path) -> None:
    """The facts of a section in another order."""
    path = root / SHEETS / "gazette.yml"
    text = path.read_text(encoding="utf-8")
    found = re.search(r"(?s)participants:\n(?P<one>  parties:.*?)\n(?P<two>  osterlich-refuses:.*?)\nmediators:", text)
    assert found is not None
    path.write_text(
        text.replace(f"{found['one']}\n{found['two']}", f"{found['two']}\n{found['one']}"), encoding="utf-8"
    )


def reformat_all(root: Path) -> None:
    """Every sheet in another layout."""
    for path in (root / "briefings").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"^( *)([\w-]+): ([A-Z][^'\":\n]*)$", r'\1\2:   "\3"', text, flags=re.MULTILINE), encoding="utf-8"
        )


def edit_boilerplate(root: Path) -> None:
    """A line of the article that no fact cites, and the sum in its sheet."""
    text = GAZETTE.replace("Strelsau Gazette, May 8, 2031", "Strelsau Gazette, May 8, 2031. Subscribe today!")
    (root / "seeds" / "gazette.txt").write_text(text, encoding="utf-8")
    edit(root, SHEETS / "gazette.yml", (sha256(GAZETTE), sha256(text)))


def remove_a_source(root: Path) -> None:
    """One article less, with its sheet."""
    (root / "seeds" / "courier.txt").unlink()
    (root / SHEETS / "courier.yml").unlink()


def add_a_name(root: Path) -> None:
    """One more name that articles use."""
    edit(root, "briefings/actors.yml", ("also: [Ruritanian, Strelsau]", "also: [Ruritanian, Strelsau, Ruritanians]"))


def change_a_note(root: Path) -> None:
    """Words of ours beside a fact."""
    quote = "    quote: are to gather in Zenda on May 20\n"
    edit(root, SHEETS / "herald.yml", (quote, f"{quote}    note: The article of 8 May has another day.\n"))


EDITS: tuple[Callable[[Path], None], ...] = (
    add_a_fact,
    change_a_value,
    second_article,
    rename_a_fact,
    reorder,
    reformat_all,
    edit_boilerplate,
    remove_a_source,
    add_a_name,
    change_a_note,
)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit for each edit; each state passes the checks."""
    root = repository(write_small_project(tmp_path_factory.mktemp("project")))
    for change in EDITS:
        change(root)
        assert check(load(root)) == (), change.__name__
        commit(root, change.__name__)
    return root


@pytest.mark.parametrize("number", range(len(EDITS)), ids=[change.__name__ for change in EDITS])
def test_commit_reads_as_expected(history: Path, number: int) -> None:
    """The text, the Markdown and the JSON of each commit are the expected ones."""
    back = len(EDITS) - number
    comparison = compare(history, f"HEAD~{back}", f"HEAD~{back - 1}")
    assert comparison
    for form, write in (("txt", as_text), ("md", as_markdown), ("json", as_json)):
        text = write(comparison).replace(f"HEAD~{back - 1}", "HEAD").replace(f"HEAD~{back}", "BASE")
        text = text.replace(f"HEAD&#126;{back - 1}", "HEAD").replace(f"HEAD&#126;{back}", "BASE")
        path = GOLDEN / f"{number + 1:02}_{EDITS[number].__name__}.{form}"
        if form != "txt" and EDITS[number] is not second_article:
            continue
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def test_reformatting_is_one_line(history: Path) -> None:
    """All sheets in another layout: one line beside the summary."""
    back = len(EDITS) - EDITS.index(reformat_all)
    lines = as_text(compare(history, f"HEAD~{back}", f"HEAD~{back - 1}")).splitlines()
    assert len([line for line in lines if line]) == 2


def test_example_of_the_readme_is_the_real_one() -> None:
    """Each line that the README shows stands in the text of the commit that adds an article."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"(?ms)^## Review$.*?^```text\n(.*?)^```$", readme)
    whole = (GOLDEN / "03_second_article.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in shown.splitlines() if line not in whole] == []
