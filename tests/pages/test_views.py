"""What the pages show: views worked out from small corpora."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from generator.checks import check
from generator.corpus import Statement, load
from generator.pages.passages import CitedSentence
from generator.pages.views import Views
from tests.project import write_project, write_small_project

ACTORS = """
    ruritania: {name: Ruritania, kind: state}
    sylvania: {name: Sylvania, kind: state, loaded: [the aggressor]}
    alma: {name: Alma Grey, kind: person, represents: ruritania}
    berta: {name: Berta Blau, kind: person, represents: ruritania}
"""
EVENTS = """
    talks: {title: Oman talks, kind: talks, place: "Oman, Gulf"}
    truce: {title: Truce, kind: ceasefire, part_of: talks}
"""


def views_of(root: Path, articles: Mapping[str, str], sheets: Mapping[str, str], *, sound: bool = True) -> Views:
    """The views of a project of these articles and sheets."""
    corpus = load(write_project(root, articles=articles, sheets=sheets, actors=ACTORS, events=EVENTS))
    if sound:
        assert not corpus.problems, corpus.problems
    return Views(corpus)


def keys(statements: Iterable[Statement]) -> list[str]:
    """The names of statements."""
    return [statement.key for statement in statements]


def test_a_small_project_is_sound(tmp_path: Path) -> None:
    """The project that these tests share has no problem; otherwise they would show nothing."""
    assert check(load(write_small_project(tmp_path))) == ()


@pytest.mark.parametrize(("words", "found"), [("met in Oman", True), ("met a woman", False), ("met an Omani", False)])
def test_a_place_is_cited_where_a_quote_names_it(tmp_path: Path, words: str, found: bool) -> None:
    """The name of a place counts as a whole word only."""
    sheet = f"dates:\n  held:\n    event: talks\n    what: held\n    quote: {words}\n"
    view = views_of(tmp_path, {"a": f"They {words}.\n"}, {"a": sheet}).events["talks"]
    assert keys(view.place) == (["a/held"] if found else [])


def test_those_at_the_table_stand_with_their_party(tmp_path: Path) -> None:
    """A party comes with those who speak for it, also where no article says that it is there itself."""
    text = "Sylvania comes. Alma Grey speaks for Ruritania. Berta Blau too. Guards wait. Ruritania sends 3 cooks.\n"
    sheet = """
        participants:
          one: {event: talks, who: sylvania, status: attending, quote: Sylvania comes}
          two: {event: talks, who: alma, status: represented, for: ruritania, quote: Alma Grey speaks for Ruritania}
          three: {event: talks, who: berta, status: attending, for: ruritania, quote: Berta Blau}
          four: {event: talks, who: null, status: attending, role: guards, quote: Guards wait}
          five: {event: talks, who: null, status: attending, count: 3, for: ruritania, quote: Ruritania sends 3 cooks}
          six: {event: talks, who: berta, status: invited, quote: too}
    """
    view = views_of(tmp_path, {"a": text}, {"a": sheet}).events["talks"]
    shown = [
        (party.actor, party.presence and keys(party.presence.statements), [keys(m.statements) for m in party.members])
        for party in view.table
    ]
    assert shown == [
        ("sylvania", ["a/one"], []),
        ("ruritania", None, [["a/two"], ["a/three"], ["a/five"]]),
        ("", ["a/four"], []),
    ]
    assert [keys(presence.statements) for presence in view.present("invited")] == [["a/six"]]


def dated(*facts: str) -> str:
    """A sheet with date facts for the talks."""
    return "dates:\n" + "".join(f"  {fact}\n" for fact in facts)


def test_an_event_is_dated_by_what_says_best_when_it_takes_place(tmp_path: Path) -> None:
    """When it is held counts before when it starts; without a date it comes last among the events."""
    text = "The talks start on 11 May 2031, are held on 12 May 2031.\n"
    both = dated(
        "start: {event: talks, what: start, when: 2031-05-11, quote: start on 11 May 2031}",
        "held: {event: talks, what: held, when: 2031-05-12, quote: held on 12 May 2031}",
    )
    views = views_of(tmp_path, {"a": text}, {"a": both})
    assert list(views.events) == ["talks", "truce"]
    time = views.events["talks"].time
    assert time is not None
    assert time.key == ("held",)
    assert views.events["talks"].first_day == "2031-05-12"
    assert views.events["truce"].time is None
    assert views.events["truce"].first_day == "9999"
    assert [view.id for view in views.parts("talks")] == ["truce"]


def test_the_timeline_is_in_the_order_of_time(tmp_path: Path) -> None:
    """Every dated answer stands once; words that settle no date stand apart."""
    text = "It ends in June 2031. It starts on 12 May 2031. It is held until July 2031. It is agreed one day.\n"
    sheet = dated(
        "end: {event: talks, what: end, when: 2031-06, quote: ends in June 2031}",
        "start: {event: talks, what: start, when: 2031-05-12, quote: starts on 12 May 2031}",
        "held: {event: talks, what: held, when: ../2031-07, quote: held until July 2031}",
        "agreed: {event: talks, what: agreed, when: null, quote: agreed one day}",
    )
    views = views_of(tmp_path, {"a": text}, {"a": sheet})
    assert [str(answer.value) for _, answer in views.timeline] == ["2031-05-12", "2031-06", "../2031-07"]
    assert keys(views.unresolved) == ["a/agreed"]


def test_how_it_changed_compares_each_article_with_those_before(tmp_path: Path) -> None:
    """New, repeated, more precise, moved or different: judged by what had been said, not by what came later."""
    days = {
        "a": ("1", "May 2031", "2031-05"),
        "b": ("2", "12 May 2031", "2031-05-12"),
        "c": ("3", "May 2031", "2031-05"),
    }
    days |= {"d": ("4", "20 May 2031", "2031-05-20"), "e": ("5", "13 June 2031", "2031-06-13")}
    articles = {name: f"They meet in {words}.\n" for name, (_, words, _) in days.items()}
    sheets = {
        name: dated(
            f"held: {{event: talks, what: held, when: {when}, standing: {'reported' if name == 'e' else 'planned'}, "
            f"quote: meet in {words}}}"
        )
        + f"article: {{file: seeds/{name}.txt, sha256: SHA256, published: 2031-04-0{day}}}\n"
        for name, (day, words, when) in days.items()
    }
    views = views_of(tmp_path, articles, sheets)
    changes = views.changes(views.events["talks"])
    assert [(source.id, [change.how for change in found]) for source, found in changes] == [
        ("a", ["new"]),
        ("b", ["refined"]),
        ("c", ["repeated"]),
        ("d", ["moved"]),
        ("e", ["moved"]),
    ]


def test_a_difference_shows_in_how_it_changed(tmp_path: Path) -> None:
    """An article that says otherwise differs; one that says so too repeats."""
    articles = {name: f"{name.upper()} says: Sylvania {word}.\n" for name, word in (("a", "comes"), ("b", "is absent"))}
    sheets = {
        "a": "participants:\n  p: {event: talks, who: sylvania, status: attending, quote: Sylvania comes}\n",
        "b": "participants:\n  p: {event: talks, who: sylvania, status: absent, quote: Sylvania is absent}\n",
    }
    views = views_of(tmp_path, articles, sheets)
    changes = views.changes(views.events["talks"])
    assert [(source.id, [change.how for change in found]) for source, found in changes] == [
        ("a", ["new"]),
        ("b", ["contradicted"]),
    ]
    assert [question.key for question in views.with_outcome("differing")] == [("sylvania",)]
    assert views.of_kind("participants", "equal") == []
    assert len(views.of_kind("participants")) == 1
    assert views.events["talks"].open_questions == views.of_kind("participants", "differing")


def test_actors_stand_by_name_and_kind(tmp_path: Path) -> None:
    """By house name, the kinds in the order of the vocabulary, with those who belong to them."""
    views = views_of(tmp_path, {}, {})
    assert list(views.actors) == ["alma", "berta", "ruritania", "sylvania"]
    assert [(kind, list(found)) for kind, found in views.actors_by_kind.items()] == [
        ("person", ["alma", "berta"]),
        ("state", ["ruritania", "sylvania"]),
    ]
    assert views.members("ruritania") == ["alma", "berta"]


def test_what_an_actor_has_part_in(tmp_path: Path) -> None:
    """By event, with those for whom someone speaks; what they are quoted for stands apart."""
    text = "Alma Grey speaks for Ruritania. Sylvania mediates, says Alma Grey. Sylvania is excluded.\n"
    sheet = """
        participants:
          one: {event: talks, who: alma, status: attending, for: ruritania, quote: Alma Grey speaks for Ruritania}
        mediators:
          two: {event: talks, who: sylvania, role: mediator, said_by: alma, quote: "Sylvania mediates, says Alma Grey"}
        excluded_groups:
          three: {event: talks, who: sylvania, from: [talks, truce], quote: Sylvania is excluded}
    """
    views = views_of(tmp_path, {"a": text}, {"a": sheet})
    assert {event: keys(found) for event, found in views.about("ruritania").items()} == {"talks": ["a/one"]}
    assert {event: keys(found) for event, found in views.about("sylvania").items()} == {"talks": ["a/two", "a/three"]}
    assert keys(views.said_by("alma")) == ["a/two"]
    assert {
        actor: {event: {word: keys(found) for word, found in cell.items()} for event, cell in row.items()}
        for actor, row in views.matrices[0].rows.items()
    } == {
        "alma": {"talks": {"attends": ["a/one"]}},
        "sylvania": {
            "talks": {"mediates": ["a/two"], "excluded": ["a/three"]},
            "truce": {"excluded": ["a/three"]},
        },
    }
    assert list(views.events["talks"].roles) == ["mediator"]
    assert keys(views.events["truce"].statements) == ["a/three"]


def passages_of(root: Path, text: str, *quotes: str | list[str]) -> list[CitedSentence]:
    """The passages of an article that these quotes cite."""
    sheet = "mediators:\n" + "".join(
        f"  m{number}: {{event: talks, who: sylvania, role: host, because: Sylvania, quote: {json.dumps(quote)}}}\n"
        for number, quote in enumerate(quotes, 1)
    )
    views = views_of(root, {"a": text}, {"a": sheet})
    (source,) = views.sources
    return views.cited_sentences(source)


def test_cited_sentences_are_whole_with_the_quotes_marked(tmp_path: Path) -> None:
    """Each sentence with a quote stands once, in order, with the facts that cite it; others do not stand at all."""
    text = "One is here. Two is not. Three is here, and four too.\n"
    passages = passages_of(tmp_path, text, "four", "One", "here, and four")
    assert [passage.pieces for passage in passages] == [
        (("One", True), (" is here.", False)),
        (("Three is ", False), ("here, and four", True), (" too.", False)),
    ]
    assert [keys(passage.statements) for passage in passages] == [["a/m2"], ["a/m3", "a/m1"]]


def test_a_quote_over_two_sentences_makes_them_one_passage(tmp_path: Path) -> None:
    """The words between the sentences belong to it; a quote of two parts is listed with its first."""
    text = "One is here. Two is there. Three is left. Four is right.\n"
    passages = passages_of(tmp_path, text, "here. Two", ["Four", "Three"])
    assert [passage.pieces for passage in passages] == [
        (("One is ", False), ("here. Two", True), (" is there.", False)),
        (("Three", True), (" is left.", False)),
        (("Four", True), (" is right.", False)),
    ]
    assert [(keys(p.statements), keys(p.elsewhere)) for p in passages] == [
        (["a/m1"], []),
        ([], ["a/m2"]),
        (["a/m2"], []),
    ]


def test_a_passage_may_be_all_quote(tmp_path: Path) -> None:
    """Nothing of the sentence is left beside the marks, and quotes may lie within one another."""
    text = "One is here. Two is there.\n"
    passages = passages_of(tmp_path, text, "Two is there.", "is there", "Two")
    assert [passage.pieces for passage in passages] == [(("Two", True), (" is there.", True))]
    assert [keys(passage.statements) for passage in passages] == [["a/m1", "a/m3", "a/m2"]]
