"""Loaded words: the list, what a site adds to it and allows, and where our own prose uses one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator import model
from generator.checks import check
from generator.corpus import load
from generator.neutrality import OWN_PROSE, LoadedWords, built_in, listed
from generator.pages import HUBS, template_folder
from tests.project import write_project, write_small_project

READER = LoadedWords({"so-called": "doubts.", "regime": "denies.", "freedom fighter": "sides.", "visa regime": None})
OF_THE_ARTICLES = {
    "article",
    "title",
    "publisher",
    "agency",
    "url",
    "quote",
    "also",
    "loaded",
    "question",
    "words",
    "reason",
}
"""Texts that are the articles' own words, or that name a question or a word."""


def read(text: str) -> list[str]:
    """The loaded words of a text as written."""
    return [mention.written for mention in READER.read(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime of Ruritania", ["regime"]),
        ("REGIME. So-Called", ["REGIME", "So-Called"]),
        ("a regimen, so-calleds, preregime", []),
        ("a freedom\n  fighter-pilot", ["freedom\n  fighter"]),
        ("the visa regime and the regime", ["regime"]),
        ("the so\u2011called plan", ["so\u2011called"]),
        ("İİ regime", ["regime"]),
        ("", []),
    ],
)
def test_loaded_words_are_whole_words_in_any_case(text: str, found: list[str]) -> None:
    """White space and the shape of hyphens are free; a longer term that is allowed counts as a whole."""
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He speaks of "the regime".', []),
        ("He speaks of 'the regime' and the people’s regime.", ["regime"]),
        ("“The regime”: a so-called “regime”", ["so-called"]),
    ],
)
def test_words_in_quotation_marks_are_somebody_s(text: str, found: list[str]) -> None:
    """Outside of them they are ours."""
    assert [mention.written for mention in READER.outside_quotes(text)] == found


def test_reading_takes_linear_time() -> None:
    """Long texts of marks and loaded words cost no more than their length."""
    text = "so-called 'regime \"" * 50_000
    begin = time.perf_counter()
    list(READER.outside_quotes(text))
    assert time.perf_counter() - begin < 10


def test_the_built_in_list_says_why() -> None:
    """Each word stands once, in lower case, with a sentence for readers."""
    entries = [*built_in().loaded.values(), *built_in().allowed.values()]
    words = [word for entry in entries for word in entry.words]
    assert sorted(words) == sorted({word.lower() for word in words})
    assert all(entry.reason.endswith(".") for entry in entries)


def test_the_words_that_guides_recommend_are_free() -> None:
    """A site must be able to say who fights."""
    reader = LoadedWords({word: entry.reason for entry in built_in().loaded.values() for word in entry.words})
    assert reader.read("militants, insurgents, rebels, fighters, attackers and an armed group") == ()


def problems_of(root: Path, **files: str) -> list[str]:
    """The problems of the small project with some of its files replaced."""
    write_small_project(root)
    for name, text in files.items():
        path = root / "briefings" / name.replace("_yml", ".yml").replace("_md", ".md")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check(load(root))]


def test_our_own_prose_is_checked_wherever_people_write_it(tmp_path: Path) -> None:
    """Every field in the site's own voice, with the place of the word itself."""
    root = write_project(
        tmp_path,
        articles={"a": "Ruritania meets the Iron Guard in Zenda. The Iron Guard is excluded."},
        sheets={
            "a": """
                article:
                  file: seeds/a.txt
                  sha256: SHA256
                  published: 2031-05-08?
                  published_basis: The regime says so
                participants:
                  one:
                    event: talks
                    who: ruritania
                    status: attending
                    role: head of the regime
                    quote: Ruritania meets
                    because: >-
                      The "regime" is what
                      one calls a regime
                    note: a so-called note
                  two: {event: talks, who: guard, status: attending, quote: meets the Iron Guard}
            """
        },
        actors="""
            ruritania: {name: The regime of Ruritania, kind: state, role: a regime, also: [Ruritania], note: regime}
            guard: {name: Iron Guard, kind: armed-group, loaded: [masked men]}
        """,
        events="""
            talks: {title: Regime talks, kind: talks, place: "Zenda, seat of the regime", note: With masked men.}
        """,
        files={"briefings/about.md": "# About\n\nThe *regime* and “its regime”, [so-called](regime.md) `regime`.\n"},
    )
    reason = "It denies a government its standing by the choice of the word"
    remedy = "say it in plain words, quote it, or, as a proper name, list it under allowed in loaded-words.yml"
    found = [str(problem) for problem in check(load(root))]
    assert f"briefings/about.md:3:6: file: 'regime' is a loaded word: {reason}; {remedy}" in found
    assert [line.partition(" is a loaded word")[0] for line in found] == [
        "briefings/about.md:3:6: file: 'regime'",
        "briefings/about.md:3:33: file: 'so-called'",
        "briefings/actors.yml:1:23: ruritania.name: 'regime'",
        "briefings/actors.yml:1:65: ruritania.role: 'regime'",
        "briefings/actors.yml:1:98: ruritania.note: 'regime'",
        "briefings/articles/a.yml:5:24: article.published_basis: 'regime'",
        "briefings/articles/a.yml:11:23: participants.one.role: 'regime'",
        "briefings/articles/a.yml:15:19: participants.one.because: 'regime'",
        "briefings/articles/a.yml:16:13: participants.one.note: 'so-called'",
        "briefings/events.yml:1:16: talks.title: 'Regime'",
        "briefings/events.yml:1:70: talks.place: 'regime'",
        "briefings/events.yml:1:90: talks.note: 'masked men'",
    ]
    (actors_own,) = (line for line in found if "masked men" in line)
    assert "'masked men' is a loaded word: It is listed as a name that judges Iron Guard; say it" in actors_own


def test_a_site_adds_replaces_and_allows(tmp_path: Path) -> None:
    """Its list adds words, an id of the built-in list replaces that entry, and what it allows may stand."""
    root = write_small_project(tmp_path)
    (root / "briefings" / "loaded-words.yml").write_text(
        """
loaded:
  bandit: {words: [northern], reason: It is far too cold.}
  thug: {words: [thug], reason: It is shorter here.}
allowed:
  martyrs-brigade: {words: [Martyrs Brigade], reason: The proper name of a group}
  regime: {words: [regime], reason: A term of law here}
""",
        encoding="utf-8",
    )
    reader = listed(load(root))
    assert [mention.written for mention in reader.read("A thug, the Martyrs Brigade, a regime, bandits.")] == ["thug"]
    assert [mention.written for mention in reader.read("northern martyrs, so-called")] == [
        "northern",
        "martyrs",
        "so-called",
    ]
    found = [str(problem) for problem in check(load(root))]
    assert [line.partition(";")[0] for line in found] == [
        "briefings/actors.yml:6:9: northern-league.name: 'Northern' is a loaded word: It is far too cold"
    ]


def test_a_proper_name_that_holds_a_loaded_word_must_be_listed(tmp_path: Path) -> None:
    """Its house name is a problem, until the site's list gives the name and why it stands."""
    actors = (write_small_project(tmp_path / "x") / "briefings" / "actors.yml").read_text(encoding="utf-8")
    actors = actors.replace("name: Iron Guard", "name: Martyrs of the Iron Guard\n  also: [Iron Guard]")
    assert [line.partition(" is a")[0] for line in problems_of(tmp_path / "one", actors_yml=actors)] == [
        "briefings/actors.yml:19:9: iron-guard.name: 'Martyrs'"
    ]
    listed_name = "allowed: {guard: {words: [Martyrs of the Iron Guard], reason: Its own name.}}\n"
    assert problems_of(tmp_path / "two", actors_yml=actors, **{"loaded-words_yml": listed_name}) == []


def test_the_site_s_list_is_held_against_its_model(tmp_path: Path) -> None:
    """An entry without a reason is a problem with its place; a file of another ending is not passed over."""
    (found,) = problems_of(tmp_path / "one", **{"loaded-words_yml": "loaded:\n  x: {words: [x]}\n"})
    assert found.startswith("briefings/loaded-words.yml:2:3: loaded.x: ")
    assert "reason" in found
    root = write_small_project(tmp_path / "two")
    (root / "briefings" / "loaded-words.yaml").touch()
    assert [str(problem) for problem in check(load(root))] == [
        "briefings/loaded-words.yaml:1:1: file: the file is not read; move it to loaded-words.yml"
    ]


def test_code_and_block_quotations_of_a_page_are_no_prose(tmp_path: Path) -> None:
    """Neither are addresses, tags and hidden files; what follows them is."""
    page = """\
> The regime, as they say

```
regime
````
<a href="regime">x</a> https://example.org/regime regime

~~~ so-called
```
regime
"""
    found = problems_of(tmp_path, about_md=page, **{"deep/.hidden_md": "regime", "deep/page_md": "The regime"})
    assert [line.partition(" is a")[0] for line in found] == [
        "briefings/about.md:6:51: file: 'regime'",
        "briefings/deep/page.md:1:5: file: 'regime'",
    ]


def test_every_text_of_a_sheet_is_ours_or_the_article_s() -> None:
    """A kind of fact with a text of its own cannot forget to say whose voice it is in."""
    beside: list[type[BaseModel]] = [model.Article, model.Actor, model.Event, model.Reason, model.SetAside]
    for entry in (*beside, *model.KINDS):
        own = next(fields for kind, fields in OWN_PROSE.items() if issubclass(entry, kind))
        texts = {field for field in entry.model_fields if "Words" in _annotation(entry, field)}
        unclear = texts - set(own) - OF_THE_ARTICLES
        assert unclear == set(), f"{entry.__name__}: add it to OWN_PROSE, or it is the article's"


def _annotation(entry: type[BaseModel], field: str) -> str:
    """The type of a field as the source of the model has it."""
    kinds = (vars(kind).get("__annotations__", {}) for kind in entry.__mro__)
    return next(str(annotations[field]) for annotations in kinds if field in annotations)


TEMPLATES = {path.relative_to(template_folder()).as_posix(): path for path in template_folder().rglob("*.*")}


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_templates_use_no_loaded_word(name: str) -> None:
    """The words of the built-in templates, their strings, and the files of a new site are our own prose."""
    prose = TEMPLATES[name].read_text(encoding="utf-8").replace('"', " ").replace("'", " ")
    assert [mention.written for mention in _built_in_reader().outside_quotes(prose)] == []


def test_titles_and_vocabularies_use_no_loaded_word() -> None:
    """Nor do the words that the pages take from the code."""
    literals = (
        model.ActorKind,
        model.EventKind,
        model.Status,
        model.Role,
        model.DateKind,
        model.Standing,
        model.Measure,
    )
    words = [word for literal in literals for word in model.vocabulary(literal)] + [title for _, _, title in HUBS]
    assert _built_in_reader().read(". ".join(words).replace("_", " ").replace("-", " ")) == ()


def _built_in_reader() -> LoadedWords:
    return LoadedWords({word: entry.reason for entry in built_in().loaded.values() for word in entry.words})
