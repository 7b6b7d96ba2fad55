"""What of an article is read: each sentence cited, set aside with a reason, or unread."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.cli import main
from generator.corpus import Source, Statement, load
from generator.coverage import Coverage, as_text, coverage_of, coverages, in_lines
from generator.model import AsideReason, SetAside, Sheet, vocabulary
from generator.pages import Settings, generate
from generator.sheets import canonical
from generator.text import sentences
from tests.project import write_project, write_small_project

ACTORS = "freedonia: {name: Freedonia, kind: state}\n"
EVENTS = "talks: {title: Zenda talks, kind: talks}\n"
ARTICLE = """\
Freedonia

Freedonia mediates the talks. It rained.
The talks are the third. They follow the second.
* * *
All hoped. Freedonia hosts the talks.
"""
SHEET = """
    mediators:
      mediates: {event: talks, who: freedonia, role: mediator, quote: Freedonia mediates}
      hosts: {event: talks, who: freedonia, role: host, quote: Freedonia hosts}
    set_aside:
      caption: {reason: furniture, quote: Freedonia, note: The caption of a photograph.}
      earlier-talks:
        reason: background
        quote: The talks are the third. They follow
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An article of seven sentences: two cited, three set aside, two unread."""
    return write_project(tmp_path, articles={"a": ARTICLE}, sheets={"a": SHEET}, actors=ACTORS, events=EVENTS)


def coverage(root: Path) -> Coverage:
    """The coverage of the one article of a sound project."""
    corpus = load(root)
    assert check(corpus) == ()
    (one,) = coverages(corpus)
    return one


def briefings(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_each_sentence_is_in_one_state(project: Path) -> None:
    """What facts quote is cited, what the sheet sets aside has its reason, all else is unread; stars say nothing."""
    found = coverage(project)
    assert [(found.words(sentence), sentence.line, sentence.state) for sentence in found.sentences] == [
        ("Freedonia", 1, "set aside"),
        ("Freedonia mediates the talks.", 3, "cited"),
        ("It rained.", 3, "unread"),
        ("The talks are the third.", 4, "set aside"),
        ("They follow the second.", 4, "set aside"),
        ("All hoped.", 6, "unread"),
        ("Freedonia hosts the talks.", 6, "cited"),
    ]
    assert {reason: len(held) for reason, held in found.set_aside.items()} == {"furniture": 1, "background": 2}
    assert [statement.key for sentence in found.cited for statement in sentence.facts] == ["a/mediates", "a/hosts"]
    assert (found.percent("cited"), found.percent("unread"), found.read) == (28, 28, 71)
    assert found.notes("furniture") == ("The caption of a photograph.",)
    assert found.notes("background") == ()


def test_the_report_prints_what_is_unread(project: Path) -> None:
    """On the command line, at its line; the counts come first."""
    result = briefings("coverage", "--project", project)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        "seeds/a.txt: 7 sentences, 71% read: 2 cited, 3 set aside, 2 unread",
        "seeds/a.txt: set aside, furniture: line 1",
        "seeds/a.txt: set aside, background: line 4",
        "seeds/a.txt:3: unread: It rained.",
        "seeds/a.txt:6: unread: All hoped.",
    ]


def test_the_report_as_json(project: Path) -> None:
    """Every sentence with its place in the article, its facts and the entry that sets it aside."""
    (article,) = json.loads(briefings("coverage", "--project", project, "--format", "json").stdout)["articles"]
    sentences_ = article.pop("sentences")
    assert article == {
        "article": "a",
        "file": "seeds/a.txt",
        "sheet": "briefings/articles/a.yml",
        "percent_read": 71,
        "cited": 2,
        "set_aside": {"furniture": 1, "background": 2},
        "unread": 2,
    }
    assert [ARTICLE[one["start"] : one["end"]] for one in sentences_] == [one["text"] for one in sentences_]
    assert [(one["state"], one["facts"], one["set_aside"]) for one in sentences_[:2]] == [
        ("set aside", [], ["caption"]),
        ("cited", ["a/mediates"], []),
    ]


@pytest.mark.parametrize(("percent", "code"), [("0", 0), ("71", 0), ("72", 1), ("100", 1)])
def test_a_share_may_be_asked_for(project: Path, percent: str, code: int) -> None:
    """Less than that share of one article cited or set aside is exit 1; the report stays the same."""
    result = briefings("coverage", "--project", project, "--fail-under", percent)
    assert result.exit_code == code
    assert result.stdout.startswith("seeds/a.txt: 7 sentences, 71% read")


def test_articles_may_be_named(tmp_path: Path) -> None:
    """By path, by the path of the sheet, or by name; an article without a sheet is no article of these."""
    root = write_small_project(tmp_path)
    (root / "seeds" / "new.txt").write_text("News.\n", encoding="utf-8")
    for name in ("seeds/gazette.txt", str(root / "briefings" / "articles" / "gazette.yml"), "gazette"):
        result = briefings("coverage", "--project", root, name)
        assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["seeds/gazette.txt"] * 2
        assert result.stderr == ""
    unknown = briefings("coverage", "--project", root, "seeds/new.txt")
    assert unknown.exit_code == 1
    assert unknown.stderr == ("Error: seeds/new.txt has no fact sheet; name an article that has one, or its sheet\n")
    assert briefings("coverage", "--project", root).stderr == "seeds/new.txt has no fact sheet yet\n"


def test_it_informs_where_a_sheet_has_problems(project: Path) -> None:
    """A quote that does not stand there covers nothing, and a sheet that cannot be loaded is not passed over."""
    sheet = project / "briefings" / "articles" / "a.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Freedonia hosts}", "Sylvania hosts}"), encoding="utf-8")
    result = briefings("coverage", "--project", project)
    assert result.exit_code == 0
    assert result.stdout.startswith("seeds/a.txt: 7 sentences, 57% read: 1 cited, 3 set aside, 3 unread\n")
    sheet.write_text("set_aside: 7\n", encoding="utf-8")
    result = briefings("coverage", "--project", project)
    assert result.stdout == ""
    assert result.stderr.startswith("2 problems in the sheets; `briefings check` names them\n")


def test_an_article_without_a_sentence_is_read(tmp_path: Path) -> None:
    """There is nothing in it to cite."""
    root = write_project(tmp_path, articles={"a": "* * *\n"}, sheets={"a": ""})
    found = coverage(root)
    assert (found.sentences, found.read) == ((), 100)
    assert as_text([found]) == "seeds/a.txt: 0 sentences, 100% read: 0 cited, 0 set aside, 0 unread\n"


def test_lines_in_a_row_are_one_run(project: Path) -> None:
    """As a person would name them; sentences of one line name it once."""
    found = coverage(project).sentences
    assert in_lines(found) == "lines 1–6"
    assert in_lines(found[:1]) == "line 1"
    assert in_lines([found[0], found[2], found[3], found[6]]) == "lines 1, 3–4, 6"
    assert in_lines([found[1], found[2]]) == "line 3"


def test_a_source_page_shows_the_coverage_without_the_words(project: Path) -> None:
    """What is neither quoted nor our own stands there as a count and a line, and no more."""
    (page,) = [page for page in generate(load(project), Settings("Papers")) if page.path == "sources/a.md"]
    text = page.whole()
    assert "2 of 7 sentences (28%)" in text
    assert "<small>line 4 of the article</small>" in text
    assert "<dt>Unread</dt> <dd>2<br> <small>lines 3, 6 of the article</small>" in text
    assert "The caption of a photograph." in text
    for words in ("All hoped", "are the third", "They follow"):
        assert words not in text


def test_a_sheet_ends_with_what_is_set_aside() -> None:
    """In canonical form the reason comes first, the words after it, and a former id before the note."""
    text = """
set_aside: {b: {note: Ours., quote: [One, Two], reason: comment}}
mediators:
  m: {note: Ours., formerly: [x, y], because: So, quote: Q, who: freedonia, role: host, event: talks}
"""
    assert canonical(text, Sheet) == (
        "mediators:\n  m:\n    event: talks\n    who: freedonia\n    role: host\n    quote: Q\n    because: So\n"
        "    formerly: [x, y]\n    note: Ours.\n\n"
        "set_aside:\n  b:\n    reason: comment\n    quote:\n      - One\n      - Two\n    note: Ours.\n"
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{quote: It rained}", "the key 'reason' is missing; add it: "),
        ("{reason: boring, quote: It rained}", "'boring' is not one of the words for 'reason'; write "),
        ("{reason: comment}", "the key 'quote' is missing; add it"),
        ("{reason: comment, quote: It rained, event: talks}", "there is no key 'event' here; the keys here are "),
    ],
)
def test_what_is_set_aside_has_quote_and_reason(tmp_path: Path, entry: str, message: str) -> None:
    """Nothing is set aside without saying why; a wrong entry leaves the facts of its sheet standing."""
    sheet = f"{SHEET}      wrong: {entry}\n"
    root = write_project(tmp_path, articles={"a": ARTICLE}, sheets={"a": sheet}, actors=ACTORS, events=EVENTS)
    corpus = load(root)
    (problem,) = corpus.problems
    assert message in str(problem)
    assert len(corpus.statements) == 2
    assert list(corpus.sources["a"].aside) == ["caption", "earlier-talks"]


def test_each_reason_has_words_on_the_page(tmp_path: Path) -> None:
    """A page says of every reason what it means."""
    reasons = vocabulary(AsideReason)
    text = "".join(f"Sentence {number}.\n" for number in range(len(reasons)))
    sheet = "set_aside:\n" + "".join(
        f"  a{number}: {{reason: {reason}, quote: Sentence {number}.}}\n" for number, reason in enumerate(reasons)
    )
    root = write_project(tmp_path, articles={"a": text}, sheets={"a": sheet})
    pages = {page.path: page.whole() for page in generate(load(root), Settings("Papers"))}
    assert pages["sources/a.md"].count("1 sentence: ") == len(reasons)
    assert coverage(root).read == 100


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab .!?\n*", max_size=80), st.integers(0, 80), st.integers(1, 30))
def test_the_sentences_with_a_letter_are_the_coverage(project: Path, text: str, start: int, length: int) -> None:
    """Each counts once, in order, in one state, whatever is set aside."""
    quote = text[start : start + length]
    (old,) = load(project).sources.values()
    aside = {"x": SetAside(reason="comment", quote=(quote,))} if quote.strip() else {}
    source = Source("a", old.document, old.article, text, aside)
    statements: list[Statement] = []
    found = coverage_of(source, statements)
    said = [span for span in sentences(text) if any(one.isalnum() for one in text[span.start : span.end])]
    assert [sentence.span for sentence in found.sentences] == said
    assert [sentence.line for sentence in found.sentences] == [text.count("\n", 0, span.start) + 1 for span in said]
    assert len(found.cited) + sum(map(len, found.set_aside.values())) + len(found.unread) == len(said)


def test_a_long_article_takes_linear_time(project: Path) -> None:
    """Also where a thousand entries set sentences aside."""
    text = "".join(f"Sentence number {number} is here.\n" for number in range(30_000))
    (old,) = load(project).sources.values()
    aside = {f"a{n}": SetAside(reason="comment", quote=(f"number {n} is here.",)) for n in range(1000)}
    begin = time.perf_counter()
    found = coverage_of(Source("a", old.document, old.article, text, aside), [])
    assert time.perf_counter() - begin < 20
    assert (len(found.unread), found.read) == (29_000, 3)


def test_the_sheets_of_this_repository_leave_nothing_unread() -> None:
    """Each sentence of the five articles is cited or set aside with a reason."""
    corpus = load(Path(__file__).resolve().parent.parent)
    assert len(corpus.sources) == 5
    assert [one.words(sentence) for one in coverages(corpus) for sentence in one.unread] == []


AS_IT_STANDS = "quote the article as it stands"
QUOTES_IT = "quotes it; leave it out here, or remove the fact"
SEVERAL = "; quote more words, so that it stands there once"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("It rained", None),
        ("[It rained, All hoped]", None),
        ("The talks are the", None),
        ("the talks", f"the quote stands 2 times in seeds/a.txt (lines 3, 6){SEVERAL}"),
        (
            "They follow the first.",
            "the quote alters seeds/a.txt:4:26: it has 'first' where the article has 'second'; " + AS_IT_STANDS,
        ),
        (
            "It rained. The talks are the third. They follow the second. * * * All hoped. Freedonia hosts",
            f"the sentence that starts in seeds/a.txt:6 is set aside, and mediators.hosts, line 3, {QUOTES_IT}",
        ),
        ("Sylvania", f"the quote does not stand in seeds/a.txt; {AS_IT_STANDS}, or remove the entry"),
    ],
)
def test_what_is_set_aside_stands_there_and_is_not_quoted(tmp_path: Path, quote: str, expected: str | None) -> None:
    """The rule and the words are those of quotes, and no fact rests on such a sentence."""
    sheet = f"{SHEET[: SHEET.index('      caption')]}      why: {{reason: comment, quote: {quote}}}\n"
    root = write_project(tmp_path, articles={"a": ARTICLE}, sheets={"a": sheet}, actors=ACTORS, events=EVENTS)
    found = [str(problem) for problem in check(load(root))]
    where = "briefings/articles/a.yml:5:33: set_aside.why.quote: "
    assert found == ([] if expected is None else [where + expected])


def test_a_sentence_is_set_aside_once(tmp_path: Path) -> None:
    """It counts under one reason."""
    sheet = f"{SHEET}      more: {{reason: comment, quote: the third}}\n"
    root = write_project(tmp_path, articles={"a": ARTICLE}, sheets={"a": sheet}, actors=ACTORS, events=EVENTS)
    (problem,) = check(load(root))
    assert problem.where == "set_aside.more.quote"
    assert problem.message == "the sentence that starts in seeds/a.txt:4 is set aside under earlier-talks as well"
    assert problem.remedy == "keep it under one reason"


def test_a_caption_may_be_a_name_that_the_text_has_again(tmp_path: Path) -> None:
    """Words that are whole sentences in one place mean that place, and in two places neither."""
    sheets = {"a": SHEET}
    twice = f"Freedonia\n\n{ARTICLE}"
    root = write_project(tmp_path, articles={"a": twice}, sheets=sheets, actors=ACTORS, events=EVENTS)
    assert [str(problem).partition(": set_aside.")[2] for problem in check(load(root))] == [
        f"caption.quote: the quote stands 4 times in seeds/a.txt (lines 1, 3, 5, 8){SEVERAL}",
    ]
    together = {"a": SHEET.replace("quote: Freedonia,", "quote: Freedonia Freedonia,")}
    write_project(root, articles={"a": twice}, sheets=together, actors=ACTORS, events=EVENTS)
    assert [sentence.state for sentence in coverage(root).sentences[:2]] == ["set aside"] * 2
