"""Each rule over a made-up project: a few lines of article, a few lines of sheet, the exact problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import check
from generator.corpus import load
from tests.project import write_project, write_small_project

ARTICLE = """\
Strelsau Gazette

Ruritania will meet Freedonia in Zenda on 12 May. The talks were agreed in April.
The talks were agreed, Rufus Firefly said on Wednesday. Freedonia mediates.
"""
PEOPLE = """
    ruritania: {name: Ruritania, kind: state}
    freedonia: {name: Freedonia, kind: state}
    firefly: {name: Rufus Firefly, kind: person, represents: freedonia}
"""
TALKS = "talks: {title: Zenda talks, kind: talks}"
USES_ALL = """
    participants:
      all:
        event: talks
        who: [ruritania, freedonia]
        status: attending
        quote: Ruritania will meet Freedonia in Zenda
      speaker:
        event: talks
        role: host
        status: attending
        said_by: firefly
        quote: The talks were agreed, Rufus Firefly said
"""


def _problems(root: Path) -> list[str]:
    return [str(problem) for problem in check(load(root))]


def _of(
    tmp_path: Path, sheet: str, *, article: str = f"{ARTICLE}Also.", actors: str = PEOPLE, events: str = TALKS
) -> list[str]:
    """The problems of one sheet that stands after one in which nothing is wrong and that uses everybody."""
    articles = {"a": ARTICLE, "b": article}
    write_project(tmp_path, articles=articles, sheets={"a": USES_ALL, "b": sheet}, actors=actors, events=events)
    return _problems(tmp_path)


def test_a_sound_project_has_no_problem(tmp_path: Path) -> None:
    """Nothing is wrong where every fact follows from its quote."""
    assert _problems(write_small_project(tmp_path)) == []


AS_IT_STANDS = "quote the article as it stands"


@pytest.mark.parametrize(
    ("quote", "column", "expected"),
    [
        (
            "Ruritania will meet Sylvania in Zenda",
            12,
            f"the quote alters seeds/b.txt:3:1: it has 'Sylvania' where the article has 'Freedonia'; {AS_IT_STANDS}",
        ),
        (
            "Ruritania will not meet Freedonia in Zenda",
            12,
            f"the quote alters seeds/b.txt:3:1: it has 'not', which the article does not have there; {AS_IT_STANDS}",
        ),
        (
            "Ruritania meet Freedonia in Zenda",
            12,
            f"the quote alters seeds/b.txt:3:1: it leaves out 'will'; {AS_IT_STANDS}",
        ),
        (
            "The talks were agreed",
            12,
            "the quote stands 2 times in seeds/b.txt (lines 3, 4); quote more words, so that it stands there once",
        ),
        (
            "Nothing of the kind was ever said",
            12,
            f"the quote does not stand in seeds/b.txt; {AS_IT_STANDS}, or remove the fact",
        ),
        (
            "[in Zenda, Nobody came to the castle]",
            23,
            f"the quote does not stand in seeds/b.txt; {AS_IT_STANDS}, or remove the fact",
        ),
    ],
)
def test_quotes_stand(tmp_path: Path, quote: str, column: int, expected: str) -> None:
    """A quote that does not stand is a problem at the quote itself, which says how it fails and where."""
    sheet = f"dates:\n  met:\n    event: talks\n    what: held\n    quote: {quote}\n"
    assert _of(tmp_path, sheet) == [f"briefings/articles/b.yml:5:{column}: dates.met.quote: {expected}"]


def test_quotes_of_other_articles(tmp_path: Path) -> None:
    """A quote that stands in another article names that article's sheet."""
    sheet = "dates:\n  met:\n    event: talks\n    what: held\n    quote: Strelsau Gazette\n"
    assert _of(tmp_path, sheet, article="Nothing more.") == [
        (
            "briefings/articles/b.yml:5:12: dates.met.quote: the quote does not stand in seeds/b.txt but in a; "
            "quote this sheet's own article, or move the fact to the other sheet"
        )
    ]


def test_values_follow(tmp_path: Path) -> None:
    """A value that its quote does not bear out is a problem at the value."""
    sheet = """
        dates:
          met:
            event: talks
            what: held
            when: 2031-05-13
            standing: planned
            quote: in Zenda on 12 May
    """
    assert _of(tmp_path, sheet) == [
        (
            "briefings/articles/b.yml:5:11: dates.met.when: "
            "the quote dates it by '12 May' (2031-05-12), not 2031-05-13; "
            "record the date at the precision of those words, or give the reason in `because`"
        )
    ]


def test_values_are_not_judged_by_a_quote_that_does_not_stand(tmp_path: Path) -> None:
    """One mistake is one problem: a value cannot follow from words that are not there."""
    sheet = "dates:\n  met:\n    event: talks\n    what: held\n    when: 2031-05-13\n    quote: in Zenda on 13 May\n"
    (problem,) = _of(tmp_path, sheet)
    assert problem.startswith("briefings/articles/b.yml:6:12: dates.met.quote: the quote alters seeds/b.txt:3:")


def test_a_value_may_follow_from_a_reason(tmp_path: Path) -> None:
    """What the quote alone cannot show, `because` may."""
    sheet = """
        dates:
          met:
            event: talks
            what: held
            when: 2031-05-13
            standing: planned
            because: The next day was 13 May 2031.
            quote: in Zenda on 12 May
    """
    assert _of(tmp_path, sheet) == []


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        ("publisher", "Strelsau Gazette", True),
        ("publisher", "Strelsau\u00a0Gazette", True),
        ("agency", "Gazette", True),
        ("publisher", "Strelsau Gaz", False),
        ("agency", "strelsau gazette", False),
        ("title", "Talks in Zenda", False),
    ],
)
def test_printed_as_stated(tmp_path: Path, field: str, value: str, *, printed: bool) -> None:
    """Title, publisher and agency are whole words of the article, or a problem."""
    sheet = f"article:\n  file: seeds/b.txt\n  sha256: SHA256\n  {field}: {value}\n"
    problem = (
        f"briefings/articles/b.yml:4:{5 + len(field)}: article.{field}: {value!r} is not printed in seeds/b.txt; "
        "copy what the article prints, or write null"
    )
    assert _of(tmp_path, sheet) == ([] if printed else [problem])


def test_references_resolve_in_facts(tmp_path: Path) -> None:
    """Every id in a fact exists; the problem stands at the id and offers the one that was meant."""
    sheet = """
        excluded_groups:
          out:
            event: talk
            who: [ruritana, iron-guard]
            from: [talks, zzz]
            said_by: firefly2
            because: Ruritania and Freedonia refuse them, Rufus Firefly said.
            quote: Ruritania will meet Freedonia
    """
    other = "correct it, or add it"
    assert _of(tmp_path, sheet) == [
        f"briefings/articles/b.yml:{problem}"
        for problem in (
            "3:12: excluded_groups.out.event: 'talk' is no event in events.yml; did you mean 'talks'? Otherwise add it",
            (
                "4:11: excluded_groups.out.who: 'ruritana' is no actor in actors.yml; "
                "did you mean 'ruritania'? Otherwise add it"
            ),
            f"4:21: excluded_groups.out.who: 'iron-guard' is no actor in actors.yml; {other}",
            f"5:19: excluded_groups.out.from: 'zzz' is no event in events.yml; {other}",
            (
                "6:14: excluded_groups.out.said_by: 'firefly2' is no actor in actors.yml; "
                "did you mean 'firefly'? Otherwise add it"
            ),
        )
    ]


def test_references_resolve_between_actors_and_events(tmp_path: Path) -> None:
    """Whom an actor represents, and what an event is part of or follows, exist too."""
    actors = PEOPLE.replace("represents: freedonia", "represents: freedom")
    events = "talks: {title: Zenda talks, kind: talks, part_of: war, after: [truce]}"
    assert _of(tmp_path, "", actors=actors, events=events) == [
        (
            "briefings/actors.yml:3:58: firefly.represents: 'freedom' is no actor in actors.yml; "
            "did you mean 'freedonia'? Otherwise add it"
        ),
        "briefings/events.yml:1:51: talks.part_of: 'war' is no event in events.yml; correct it, or add it",
        "briefings/events.yml:1:64: talks.after: 'truce' is no event in events.yml; correct it, or add it",
    ]


def test_nothing_unused(tmp_path: Path) -> None:
    """Actors and events that no fact speaks of, directly or through others, are told."""
    actors = f"""{PEOPLE.rstrip()}
    sylvania: {{name: Sylvania, kind: state}}
    zog: {{name: Karim O'Zog, kind: person, represents: osterlich}}
    osterlich: {{name: Osterlich, kind: state}}
    """
    events = """
        talks: {title: Zenda talks, kind: talks, part_of: peace}
        peace: {title: Peace process, kind: talks, after: war}
        war: {title: War, kind: war}
        truce: {title: Truce, kind: ceasefire, part_of: war}
    """
    remedy = "remove the entry, or correct the id where it is meant"
    assert _of(tmp_path, "", actors=actors, events=events) == [
        f"briefings/actors.yml:4:1: sylvania: no fact speaks of sylvania; {remedy}",
        f"briefings/actors.yml:5:1: zog: no fact speaks of zog; {remedy}",
        f"briefings/actors.yml:6:1: osterlich: no fact speaks of osterlich; {remedy}",
        f"briefings/events.yml:4:1: truce: no fact speaks of truce; {remedy}",
    ]


def test_nothing_counts_as_unused_while_sheets_are_wrong(tmp_path: Path) -> None:
    """A fact that could not be loaded may be the one that speaks of it."""
    actors = PEOPLE + "    sylvania: {name: Sylvania, kind: state}\n"
    (problem,) = _of(tmp_path, "dates:\n  met: {event: talks, what: hold, quote: in Zenda}\n", actors=actors)
    assert problem.startswith("briefings/articles/b.yml:2:29: dates.met.what: ")


def test_ids_unique(tmp_path: Path) -> None:
    """An id stands once in its sheet, over all sections, since it names the fact on every page."""
    sheet = """
        participants:
          met:
            event: talks
            role: guests
            status: attending
            quote: Ruritania will meet
        dates:
          met:
            event: talks
            what: held
            quote: in Zenda on 12 May
    """
    remedy = "give it an id of its own"
    assert _of(tmp_path, sheet) == [
        f"briefings/articles/b.yml:8:3: dates.met: the id 'met' is taken by participants in line 2; {remedy}"
    ]


def test_an_article_has_one_sheet(tmp_path: Path) -> None:
    """Two sheets of the same content would count one report twice."""
    assert _of(tmp_path, "", article=ARTICLE) == [
        (
            "briefings/articles/b.yml:2:9: article.file: seeds/b.txt has the same content as the article of "
            "briefings/articles/a.yml; keep one sheet for one article"
        )
    ]


def test_no_circles(tmp_path: Path) -> None:
    """Nothing is part of itself, follows from itself or represents itself, however long the way round."""
    actors = """
        ruritania: {name: Ruritania, kind: state, represents: ruritania}
        freedonia: {name: Freedonia, kind: state, represents: firefly}
        firefly: {name: Rufus Firefly, kind: person, represents: freedonia}
    """
    events = """
        talks: {title: Zenda talks, kind: talks, part_of: war}
        war: {title: War, kind: war, part_of: talks, after: [truce, talks]}
        truce: {title: Truce, kind: ceasefire, after: war}
    """
    remedy = "break the circle"
    assert _of(tmp_path, "", actors=actors, events=events) == [
        f"briefings/actors.yml:1:55: ruritania.represents: represents leads from ruritania back to ruritania; {remedy}",
        f"briefings/actors.yml:2:55: freedonia.represents: represents leads from freedonia back to freedonia; {remedy}",
        f"briefings/actors.yml:3:58: firefly.represents: represents leads from firefly back to firefly; {remedy}",
        f"briefings/events.yml:1:51: talks.part_of: part_of leads from talks back to talks; {remedy}",
        f"briefings/events.yml:2:39: war.part_of: part_of leads from war back to war; {remedy}",
        f"briefings/events.yml:2:53: war.after: after leads from war back to war; {remedy}",
        f"briefings/events.yml:3:47: truce.after: after leads from truce back to truce; {remedy}",
    ]


def test_all_problems_of_all_files_come_at_once_and_sorted(tmp_path: Path) -> None:
    """One run tells everything, in the order of the files: form, references, quotes and values."""
    write_small_project(tmp_path)
    (tmp_path / "seeds/courier.txt").write_text("Nothing more.")
    for path, old, new in (
        ("briefings/actors.yml", "kind: person", "kind: human"),
        ("briefings/events.yml", "part_of: border-war", "part_of: border-wars"),
        ("briefings/articles/gazette.yml", "who: osterlich", "who: sylvania"),
        ("briefings/articles/gazette.yml", "low: 1200", "low: 1300"),
    ):
        text = (tmp_path / path).read_text()
        assert old in text
        (tmp_path / path).write_text(text.replace(old, new))
    places = [tuple(problem.split(": ")[:2]) for problem in _problems(tmp_path)]
    assert places == [
        ("briefings/actors.yml:23:9", "rufus-firefly.kind"),
        ("briefings/articles/courier.yml:3:3", "article.sha256"),
        ("briefings/articles/courier.yml:17:12", "mediators.mediator.quote"),
        ("briefings/articles/courier.yml:26:12", "dates.talks-start-13-may.quote"),
        ("briefings/articles/courier.yml:35:12", "casualty_estimates.died.quote"),
        ("briefings/articles/courier.yml:42:12", "positions.osterlich-wants-another-round.quote"),
        ("briefings/articles/gazette.yml:21:10", "participants.osterlich-refuses.who"),
        ("briefings/articles/gazette.yml:44:10", "casualty_estimates.killed-since-march.low"),
        ("briefings/events.yml:8:12", "zenda-talks.part_of"),
    ]


LISTED = f"{ARTICLE}Talks hosted by Ruritania and Freedonia go on.\n"
ONE_HOST = """
    mediators:
      first:
        event: talks
        who: ruritania
        role: host
        quote: Talks hosted by Ruritania and Freedonia
"""
OTHER_HOST = """
      second:
        event: talks
        who: freedonia
        role: {role}
        quote: Talks hosted by Ruritania and Freedonia
"""


def test_a_list_may_be_recorded_one_by_one(tmp_path: Path) -> None:
    """Parties that a quote lists may stand in facts of their own, of the same event and role."""
    assert _of(tmp_path, ONE_HOST + OTHER_HOST.format(role="host"), article=LISTED) == []


@pytest.mark.parametrize("sheet", [ONE_HOST, ONE_HOST + OTHER_HOST.format(role="backer")])
def test_a_list_is_recorded_whole(tmp_path: Path, sheet: str) -> None:
    """A party that a quote lists and no fact of that role names is dropped in silence."""
    problem, *_ = _of(tmp_path, sheet, article=LISTED)
    assert "the quote lists 'Freedonia' beside the others, and it is left out" in problem


def test_no_page_takes_the_place_of_a_list(tmp_path: Path) -> None:
    """A page of its own for `index` would stand where all events, actors or sources are listed."""
    write_project(
        tmp_path,
        articles={"index": ARTICLE, "README": f"{ARTICLE}Also."},
        sheets={"index": USES_ALL, "README": ""},
        actors=f"{PEOPLE}    index: {{name: Index, kind: person}}\n",
        events=f"{TALKS}\nindex: {{title: Index, kind: talks}}\n",
    )
    unused = "no fact speaks of index; remove the entry, or correct the id where it is meant"
    assert _problems(tmp_path) == [
        "briefings/actors.yml:4:1: index: index is the page that lists all actors; give it another id",
        f"briefings/actors.yml:4:1: index: {unused}",
        "briefings/articles/README.yml:1:1: file: README is the page that lists all sources; rename the file",
        "briefings/articles/index.yml:1:1: file: index is the page that lists all sources; rename the file",
        "briefings/events.yml:2:1: index: index is the page that lists all events; give it another id",
        f"briefings/events.yml:2:1: index: {unused}",
    ]


REASONS = """
talks:
  title: Talks
  kind: talks
  reasons:
    why: {question: QUESTION, why: denial, article: ARTICLE, quote: QUOTE}
"""


@pytest.mark.parametrize(
    ("question", "article", "quote", "expected"),
    [
        ("participants/sylvania", "b", "Sylvania is absent", None),
        (
            "participants/silvania",
            "b",
            "Sylvania is absent",
            (
                "5:21: talks.reasons.why.question: the articles do not answer 'participants/silvania' in different "
                "ways; did you mean 'participants/sylvania'? Otherwise remove the reason"
            ),
        ),
        (
            "mediators/broker",
            "b",
            "Sylvania is absent",
            (
                "5:21: talks.reasons.why.question: the articles do not answer 'mediators/broker' in different ways; "
                "remove the reason"
            ),
        ),
        (
            "participants/sylvania",
            "c",
            "Sylvania is absent",
            (
                "5:66: talks.reasons.why.article: 'c' is no article that speaks to 'participants/sylvania'; "
                "name one of them: a, b"
            ),
        ),
        (
            "participants/sylvania",
            "b",
            "Sylvania is away",
            (
                "5:76: talks.reasons.why.quote: the quote alters seeds/b.txt:1:1: it has 'away' where the article has "
                "'absent'; quote the article as it stands"
            ),
        ),
    ],
)
def test_a_reason_stands_where_articles_differ(
    tmp_path: Path, question: str, article: str, quote: str, expected: str | None
) -> None:
    """It names a question with several answers, and an article that gives one of them, in its own words."""
    events = REASONS.replace("QUESTION", question).replace("ARTICLE", article).replace("QUOTE", quote)
    root = write_project(
        tmp_path,
        articles={"a": "Sylvania comes.\n", "b": "Sylvania is absent.\n"},
        sheets={
            "a": "participants:\n  p: {event: talks, who: sylvania, status: attending, quote: Sylvania comes}\n",
            "b": "participants:\n  p: {event: talks, who: sylvania, status: absent, quote: Sylvania is absent}\n",
        },
        actors="sylvania: {name: Sylvania, kind: state}\n",
        events=events,
    )
    assert _problems(root) == ([] if expected is None else [f"briefings/events.yml:{expected}"])
