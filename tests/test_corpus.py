"""Loading a project: what is read, what is refused, and that one fault hides no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.corpus import ARTICLE_LIMIT, Corpus, load
from generator.quotes import Elsewhere, Verbatim
from generator.sheets.wording import shown
from generator.text import Span
from tests.project import sha256, write_project, write_small_project

FACT = """
    dates:
      met:
        event: talks
        what: held
        quote: They met
"""
ACTORS = "ruritania: {name: Ruritania, kind: state}"
SYLVANIA = "sylvania: {name: Sylvania, kind: state}"
EVENTS = "talks: {title: Talks, kind: talks}"
ONE = "keep one of the two"
NO_FILE = "give the path of a file below seeds/"


def _problems(corpus: Corpus) -> list[str]:
    return sorted(map(str, corpus.problems))


def test_everything_is_loaded(tmp_path: Path) -> None:
    """Articles, sheets, actors, events, and each fact with the places of its quotes."""
    corpus = load(write_small_project(tmp_path))
    assert _problems(corpus) == []
    assert sorted(corpus.sources) == ["courier", "gazette"]
    assert (len(corpus.actors), len(corpus.events), len(corpus.statements)) == (7, 2, 10)
    statement = next(found for found in corpus.statements if found.key == "gazette/talks-12-may")
    (span,) = statement.spans
    assert statement.source.text[span.start : span.end] == "will meet in Zenda on May 12"
    assert statement.keys == ("dates", "talks-12-may")
    assert statement.line == 33
    assert corpus.homes["actors", "freedonia"].path == "briefings/actors.yml"


def test_evidence_is_read_once(tmp_path: Path) -> None:
    """The readers find the names of this project's actors, in each article once."""
    corpus = load(write_small_project(tmp_path))
    assert corpus.evidence["gazette"] is corpus.evidence["gazette"]
    assert {actor for mention in corpus.evidence["courier"].actors for actor in mention.actors} == {
        "freedonia",
        "osterlich",
        "rufus-firefly",
    }


@pytest.mark.parametrize(
    ("text", "head", "label"),
    [
        ("They met.", "title: They met", "They met"),
        ("They met in the old castle of Zenda on Monday and left.", "", "They met in the old castle of Zenda on …"),
        ("They met.", "", "They met."),
    ],
)
def test_a_source_is_called_by_title_or_opening(tmp_path: Path, text: str, head: str, label: str) -> None:
    """A source without a title goes by its first nine words."""
    sheet = f"article:\n  file: seeds/a.txt\n  sha256: SHA256\n  {head}\n"
    assert load(write_project(tmp_path, articles={"a": text}, sheets={"a": sheet})).sources["a"].label == label


def test_an_empty_project_loads(tmp_path: Path) -> None:
    """A folder without sheets is a corpus of nothing."""
    corpus = load(tmp_path)
    assert (corpus.sources, corpus.statements, corpus.problems, corpus.unread) == ({}, (), (), ())


def test_the_folder_of_the_sheets_may_be_another(tmp_path: Path) -> None:
    """`docs_dir` of the site may be named otherwise."""
    write_small_project(tmp_path)
    (tmp_path / "briefings").rename(tmp_path / "docs")
    assert len(load(tmp_path, tmp_path / "docs").statements) == 10


def test_actors_and_events_may_be_folders(tmp_path: Path) -> None:
    """Files in `actors/` and `events/` stand beside the single files, and an id stands once over all."""
    write_project(
        tmp_path,
        actors="ruritania: {name: Ruritania, kind: state}",
        events="war: {title: War, kind: war}",
        files={
            "briefings/actors/north.yml": SYLVANIA,
            "briefings/actors/south.yml": f"\n{SYLVANIA}\nruritania: {{name: R, kind: state}}\n",
            "briefings/events/talks.yml": "talks: {title: Talks, kind: talks}\n",
        },
    )
    corpus = load(tmp_path)
    assert (list(corpus.actors), list(corpus.events)) == (["ruritania", "sylvania"], ["war", "talks"])
    assert corpus.actors["ruritania"].name == "Ruritania"
    assert corpus.homes["actors", "sylvania"].path == "briefings/actors/north.yml"
    assert _problems(corpus) == [
        f"briefings/actors/south.yml:1:1: sylvania: is already in briefings/actors/north.yml, line 1; {ONE}",
        f"briefings/actors/south.yml:2:1: ruritania: is already in briefings/actors.yml, line 1; {ONE}",
    ]


def test_articles_without_a_sheet_are_told(tmp_path: Path) -> None:
    """An article that no sheet is made from is known as unread."""
    write_project(
        tmp_path,
        articles={"a": "They met.", "b": "They left.", "2031/c": "They came."},
        sheets={"a": FACT},
        events=EVENTS,
    )
    assert load(tmp_path).unread == ("seeds/2031/c.txt", "seeds/b.txt")


def test_a_wrong_entry_hides_no_other(tmp_path: Path) -> None:
    """Entries that are wrong are reported and left out, and everything else is loaded."""
    write_project(
        tmp_path,
        articles={"a": "They met."},
        sheets={"a": f"{FACT}      Odd.Id:\n        event: talks\n        what: held\n        quote: They met\n"},
        actors="ruritania: {name: Ruritania, kind: state}\nno.id: {name: A, kind: state}\nb: {name: B, kind: planet}\n",
        events=EVENTS,
    )
    corpus = load(tmp_path)
    assert list(corpus.actors) == ["ruritania"]
    assert [statement.key for statement in corpus.statements] == ["a/met"]
    assert len(corpus.problems) == 3


@pytest.mark.parametrize(
    ("sheet", "statements"),
    [
        ("article: {file: seeds/a.txt, sha256: 12}\n" + FACT, 0),
        ("dates: none\narticle: {file: seeds/a.txt, sha256: SHA256}\n", 0),
        ("rumours: {one: {}}\n" + FACT.replace("\n    ", "\n"), 1),
        ("dates:\n  met: [\n", 0),
    ],
)
def test_a_wrong_sheet_is_a_problem(tmp_path: Path, sheet: str, statements: int) -> None:
    """A sheet that is wrong as a whole gives at least one problem and never an exception."""
    corpus = load(write_project(tmp_path, articles={"a": "They met."}, sheets={"a": sheet}, events=EVENTS))
    assert corpus.problems
    assert len(corpus.statements) == statements


@pytest.mark.parametrize(
    "file",
    [
        "../../etc/passwd",
        "seeds/../../secret.txt",
        "seeds/../seeds/a.txt",
        "seeds/./a.txt",
        "seeds//a.txt",
        "secret.txt",
        "briefings/actors.yml",
        "/etc/passwd",
        "seeds",
        "seeds/",
        "seeds/folder",
        "seeds/missing.txt",
        "seeds/link.txt",
        "seeds/circle.txt",
        "seeds/linked/secret.txt",
        "seeds/pipe.txt",
        "seeds/" + "a" * 5000,
        "seeds/\\0.txt",
        "",
    ],
)
def test_no_file_outside_seeds_is_opened(tmp_path: Path, file: str) -> None:
    """An article is a plain file below `seeds/`, by its plain path; whatever else is named is not opened."""
    root = tmp_path / "project"
    write_project(root, articles={"a": "They met."}, files={"seeds/folder/b.txt": "They left.", "secret.txt": "x"})
    (tmp_path / "secret.txt").write_text("secret")
    (root / "seeds/link.txt").symlink_to(root / "secret.txt")
    (root / "seeds/circle.txt").symlink_to(root / "seeds/circle.txt")
    (root / "seeds/linked").symlink_to(tmp_path)
    os.mkfifo(root / "seeds/pipe.txt")
    (root / "briefings/articles").mkdir()
    (root / "briefings/articles/a.yml").write_text(f'article:\n  file: "{file}"\n  sha256: {sha256("x")}\n')
    corpus = load(root)
    written = shown(file.replace("\\0", "\0"))
    assert _problems(corpus) == [
        f"briefings/articles/a.yml:2:3: article.file: there is no article {written}; {NO_FILE}"
    ]


def test_a_link_within_seeds_is_followed(tmp_path: Path) -> None:
    """A link to a file below `seeds/` is as good as the file, which then is read."""
    write_project(tmp_path, articles={"real": "They met."}, sheets={"a": FACT}, events=EVENTS)
    (tmp_path / "seeds/a.txt").symlink_to("real.txt")
    sheet = tmp_path / "briefings/articles/a.yml"
    sheet.write_text(sheet.read_text().replace(sha256(""), sha256("They met.")))
    corpus = load(tmp_path)
    assert (_problems(corpus), corpus.unread) == ([], ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            b"They met.\xff",
            "article.file: seeds/a.txt is not UTF-8: byte 10 cannot be read; store the article as UTF-8 text",
        ),
        (
            b"x" * (ARTICLE_LIMIT + 1),
            "article.file: seeds/a.txt is larger than 2,097,152 bytes; keep one article in one file",
        ),
    ],
    ids=["no text", "too large"],
)
def test_an_article_is_text_of_some_pages(tmp_path: Path, text: bytes, problem: str) -> None:
    """Other bytes, and more of them than any article has, are refused."""
    corpus = load(write_project(tmp_path, articles={"a": text}, sheets={"a": FACT}, events=EVENTS))
    assert _problems(corpus) == [f"briefings/articles/a.yml:7:3: {problem}"]


def test_a_changed_article_is_noticed(tmp_path: Path) -> None:
    """One byte more is another article; its quotes are checked all the same."""
    write_project(tmp_path, articles={"a": "They met."}, sheets={"a": FACT}, events=EVENTS)
    (tmp_path / "seeds/a.txt").write_text("They met. ")
    corpus = load(tmp_path)
    assert corpus.statements[0].verdicts == (Verbatim(Span(0, 8)),)
    (problem,) = corpus.problems
    assert str(problem) == (
        "briefings/articles/a.yml:8:3: article.sha256: seeds/a.txt is not the file that this sheet was made from: "
        f"its SHA-256 is {sha256('They met. ')}; "
        "restore the article as received, or check every quote again and record the new sum"
    )


def test_a_quote_of_another_article_is_known(tmp_path: Path) -> None:
    """Every article knows the others when a quote is not its own."""
    write_project(tmp_path, articles={"a": "No.", "b": "They met."}, sheets={"a": FACT, "b": FACT}, events=EVENTS)
    assert [found.verdicts for found in load(tmp_path).statements] == [(Elsewhere(("b",)),), (Verbatim(Span(0, 8)),)]


@pytest.mark.parametrize("name", ["actors.yml", "events.yml", "actors/a.yml", "articles/a.yml"])
def test_a_sheet_that_leads_elsewhere_is_not_opened(tmp_path: Path, name: str) -> None:
    """A link out of the folder of the sheets, a folder, or a pipe is no sheet."""
    root = tmp_path / "project"
    (tmp_path / "secret.yml").write_text("secret: 1\n")
    for kind in ("link", "folder", "pipe", "dangling"):
        path = root / kind / "briefings" / name
        path.parent.mkdir(parents=True)
        if kind == "folder":
            path.mkdir()
        elif kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to(tmp_path / ("secret.yml" if kind == "link" else "missing.yml"))
        (problem,) = load(root / kind).problems
        assert str(problem) == (
            f"briefings/{name}:1:1: file: the file cannot be read, or is a link that leads out of the folder "
            "of the sheets; keep a plain file there"
        )


def test_a_sheet_of_any_size_is_refused_in_time(tmp_path: Path) -> None:
    """No more of a file is read than a sheet may hold."""
    (problem,) = load(write_project(tmp_path, actors="# " + "x" * (1 << 21))).problems
    assert str(problem) == "briefings/actors.yml:1:1: file: the file is larger than 1 MiB; split it into several files"


def test_a_sheet_that_is_not_read_is_told(tmp_path: Path) -> None:
    """A file with another ending or in a folder too deep is not passed over in silence."""
    write_project(
        tmp_path,
        files={
            "briefings/actors.yaml": ACTORS,
            "briefings/articles/a.yaml": FACT,
            "briefings/articles/2031/b.yml": FACT,
            "briefings/notes/c.yml": "c: 1",
        },
    )
    assert _problems(load(tmp_path)) == [
        "briefings/actors.yaml:1:1: file: the file is not read; move it to actors.yml",
        "briefings/articles/2031/b.yml:1:1: file: the file is not read; move it to articles/b.yml",
        "briefings/articles/a.yaml:1:1: file: the file is not read; move it to articles/a.yml",
    ]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the operating system keeps back is reported like one that is not there."""
    write_project(tmp_path, articles={"a": "They met."}, sheets={"a": FACT}, events=EVENTS)
    plain = Path.open

    def refusing(path: Path, mode: str) -> object:
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied", str(path))
        return plain(path, mode)

    monkeypatch.setattr(Path, "open", refusing)
    assert _problems(load(tmp_path)) == [
        f"briefings/articles/a.yml:7:3: article.file: there is no article 'seeds/a.txt'; {NO_FILE}"
    ]
