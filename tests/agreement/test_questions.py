"""Facts that answer the same question: equal, refined, superseded or differing, whatever their order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.agreement import (
    RULES,
    Answer,
    Outcome,
    Question,
    agree,
    changes,
    chronology,
    compare,
    decided_by,
    order,
    why,
    worst,
)
from generator.corpus import Source, Statement
from generator.model import (
    KINDS,
    Article,
    CasualtyEstimate,
    DateFact,
    ExcludedGroup,
    Fact,
    Mediator,
    Participant,
    Position,
)
from generator.quotes import Verbatim
from generator.sheets import Document, read_document
from generator.text import Span

SHA = "0" * 64


def document() -> Document:
    """A sheet's document; nothing here looks into it."""
    read, _ = read_document("briefings/articles/a.yml", "")
    assert read is not None
    return read


DOCUMENT = document()


def source(name: str, published: str | None = "2031-05-08") -> Source:
    """An article of a date."""
    date = None if published is None else dates.parse(published)
    article = Article(file=f"seeds/{name}.txt", sha256=SHA, published=date, published_basis="its words")
    return Source(name, DOCUMENT, article, "")


def statement(fact: Fact, article: Source, name: str = "fact", start: int = 0) -> Statement:
    """What an article states, at a place in it."""
    return Statement(name, type(fact), fact, article, (Verbatim(Span(start, start + 1)),))


def present(status: str, who: str | list[str] | None = "ruritania", **fields: object) -> Participant:
    """A participant of the Zenda talks."""
    given = {"event": "zenda", "quote": "q", "status": status, "who": who, **fields}
    return Participant.model_validate(given)


def mediating(*who: str, role: str = "mediator") -> Mediator:
    """Mediators of the Zenda talks."""
    return Mediator.model_validate({"event": "zenda", "quote": "q", "who": who, "role": role})


def dated(when: str | None, what: str = "held", **fields: object) -> DateFact:
    """A date of the Zenda talks."""
    return DateFact.model_validate({"event": "zenda", "quote": "q", "what": what, "when": when, **fields})


def killed(low: int | None = None, high: int | None = None, **fields: object) -> CasualtyEstimate:
    """A number of people killed in the border war."""
    given = {"event": "war", "quote": "q", "measure": "killed", "low": low, "high": high, **fields}
    return CasualtyEstimate.model_validate(given)


def displaced(low: int, high: int, **fields: object) -> CasualtyEstimate:
    """A number of people displaced in the border war."""
    return killed(low, high, measure="displaced", **fields)


def excluding(*who: str, **fields: object) -> ExcludedGroup:
    """Groups left out of the Zenda talks."""
    return ExcludedGroup.model_validate({"event": "zenda", "quote": "q", "who": who, **fields})


def wanting(*who: str, says: str) -> Position:
    """What some want of the Zenda talks."""
    return Position.model_validate({"on": "zenda", "quote": "q", "who": who, "says": says})


def asked(*facts: Fact) -> Question:
    """The one question that all these facts, each from an article of its own, answer."""
    questions = agree(statement(fact, source(f"a{number}")) for number, fact in enumerate(facts))
    (question,) = (found for found in questions if len({s.source.id for s in found.statements}) == len(facts))
    return question


EQUAL = [
    (present("attending"), present("attending")),
    (present("attending"), present("represented")),
    (present("attending", None, role="guards", count=3), present("represented", None, role="guards", count=3)),
    (mediating("freedonia", "sylvania"), mediating("sylvania", "freedonia")),
    (dated("2031-05-12"), dated("2031-05-12?")),
    (dated(None), dated(None)),
    (killed(1200), killed(1200)),
    (killed(1200, as_of="2031-03"), killed(1200, as_of="2031-04")),
    (excluding("iron-guard"), excluding("iron-guard")),
]
REFINED = [
    (present("invited"), present("attending")),
    (present("invited"), present("represented")),
    (present("absent"), present("refused")),
    (present("invited"), present("refused")),
    (present("invited", proposed=True), present("invited")),
    (present("invited", proposed=True), present("absent")),
    (present("opposed", "sylvania", against="ruritania"), present("attending")),
    (present("absent"), excluding("ruritania")),
    (present("attending", None, role="guards"), present("attending", None, role="guards", count=20)),
    (dated("2031-05"), dated("2031-05-12")),
    (dated("2031"), dated("2031-05/2031-06")),
    (dated("2031-05-12~"), dated("2031-05-12")),
    (dated("../2031-06"), dated("2031-05")),
    (dated("XXXX-05-12"), dated("2031-05-12")),
    (dated(None), dated("2031-05-12")),
    (killed(1200), killed(1500, 1500)),
    (killed(None, 2000), killed(1500, 1500)),
    (killed(1200), killed(1200, 1200)),
    (killed(1200, 1200, about=True), killed(1200, 1200)),
    (killed(1500, 1500, about=True), killed(1512, 1512)),
    (killed(1500, about=True), killed(1460, 1480)),
    (killed(1500, 1500, as_of="2031-03"), killed(1200, as_of="2031-04")),
    (displaced(1500, 1500, as_of="2031-03"), displaced(1200, 1200, as_of="2031-04")),
    (killed(1200, 1200, as_of="2031-03"), killed(1500, 1500, as_of="2031-05")),
    (killed(1200, 1200, period="2030"), killed(1500, 1500, period="2031")),
]
DIFFERING = [
    (present("attending"), present("absent")),
    (present("invited"), present("absent")),
    (present("attending"), excluding("ruritania")),
    (present("invited"), excluding("ruritania", **{"from": ["zenda", "ceasefire"]})),
    (present("attending", None, role="guards", count=20), present("attending", None, role="guards", count=30)),
    (present("attending", None, role="guards"), present("absent", None, role="guards")),
    (mediating("freedonia", "sylvania"), mediating("freedonia")),
    (mediating("freedonia", role="broker"), mediating("sylvania", role="broker")),
    (dated("2031-05-12"), dated("2031-05-13")),
    (dated("2031-05/2031-06"), dated("2031-06/2031-07")),
    (dated("XXXX-05-12"), dated("2031-05-13")),
    (killed(1200, 1200), killed(1500, 1500)),
    (killed(None, 1000), killed(1500)),
    (killed(1500, 1500, about=True), killed(1600, 1600)),
    (killed(1500, 1500, as_of="2031-03"), killed(1200, 1200, as_of="2031-04")),
    (killed(1200, 1200, as_of="2031-03"), killed(1500, 1500)),
    (excluding("iron-guard"), excluding("iron-guard", "red-hand")),
]


@pytest.mark.parametrize(
    ("outcome", "one", "other"),
    [
        pytest.param(outcome, one, other, id=f"{outcome}-{number}")
        for outcome, pairs in (("equal", EQUAL), ("refined", REFINED), ("differing", DIFFERING))
        for number, (one, other) in enumerate(pairs)
    ],
)
def test_how_two_answers_stand(outcome: Outcome, one: Fact, other: Fact) -> None:
    """A pair is equal, refined or differing, whichever article comes first."""
    assert asked(one, other).outcome == outcome
    assert asked(other, one).outcome == outcome


@pytest.mark.parametrize(
    "facts",
    [
        (present("attending"), present("attending", "sylvania")),
        (present("opposed"), present("attending")),
        (present("opposed", None, role="guards"), present("attending", None, role="guards")),
        (present("attending", None, role="guards"), present("attending", None, role="cooks")),
        (present("attending", None, role="guards"), present("attending", None, role="guards", **{"for": "sylvania"})),
        (mediating("freedonia"), mediating("freedonia", role="broker")),
        (mediating("freedonia", role="backer"), mediating("sylvania", role="backer")),
        (dated("2031-05-12"), dated("2031-05-12", "end")),
        (dated("2031-05-12", "said", said_by="rufus"), dated("2031-05-13", "said", said_by="rufus")),
        (dated("2031-05-12", "announced", said_by="rufus"), dated("2031-05-12", "announced", said_by="chico")),
        (killed(1200), killed(1200, measure="wounded")),
        (excluding("iron-guard"), excluding("iron-guard", **{"from": "ceasefire"})),
    ],
)
def test_facts_that_answer_different_questions_are_not_compared(facts: tuple[Fact, Fact]) -> None:
    """Another actor, role, matter, speaker, measure or event is another question; to oppose is not to be absent."""
    questions = agree(statement(fact, source(f"a{number}")) for number, fact in enumerate(facts))
    assert [len(question.answers) for question in questions] == [1, 1]
    assert {question.outcome for question in questions} == {"equal"}


def test_a_fact_may_speak_to_several_questions() -> None:
    """Whoever takes part is asked one by one, and so is everything that a group is left out of."""
    talks = statement(present("attending", ["ruritania", "sylvania"]), source("a"))
    assert [question.key for question in agree([talks])] == [("ruritania",), ("sylvania",)]
    out = statement(excluding("iron-guard", **{"from": ["zenda", "ceasefire"]}), source("a"))
    assert [question.event for question in agree([out])] == ["ceasefire", "zenda"]


def test_what_one_article_says_in_several_facts_is_one_set() -> None:
    """An article that names two mediators in two sentences agrees with one that names both in one."""
    article = source("a")
    one = [statement(mediating(name), article, name) for name in ("freedonia", "sylvania")]
    (question,) = agree([*one, statement(mediating("sylvania", "freedonia"), source("b"))])
    assert question.outcome == "equal"
    assert question.answers[0].value == frozenset(("freedonia", "sylvania"))
    assert question.answers[0].articles == ("a", "b")
    assert [found.id for found in question.sources] == ["a", "b"]
    assert len(question.statements) == 3


def planned(when: str, article: Source) -> Statement:
    """A planned date of the talks."""
    return statement(dated(when, standing="planned"), article)


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("2031-05-08", "2031-05-10", "superseded"),
        ("2031-05-08", "2031-05-08", "differing"),
        ("2031-05", "2031-05-20", "differing"),
        ("2031-05-08/2031-05-09", "2031-05-10?", "superseded"),
        (None, "2031-05-10", "differing"),
    ],
)
def test_a_plan_is_superseded_by_a_later_article(old: str | None, new: str, outcome: Outcome) -> None:
    """Only where the one article surely appeared before the other, and not where they may be of one day."""
    statements = [planned("2031-05-12", source("a", old)), planned("2031-05-20", source("b", new))]
    for given_order in (statements, statements[::-1]):
        (question,) = agree(given_order)
        assert question.outcome == outcome


def test_what_has_happened_is_not_superseded() -> None:
    """A later article that reports another day contradicts an earlier report; it moves nothing."""
    early = statement(dated("2031-05-12"), source("a", "2031-05-14"))
    (question,) = agree([early, statement(dated("2031-05-13"), source("b", "2031-05-20"))])
    assert question.outcome == "differing"


def test_a_plan_that_a_later_article_repeats_is_not_superseded() -> None:
    """Where the old date is still given after the new one, the articles differ."""
    statements = [
        planned("2031-05-12", source("a", "2031-05-08")),
        planned("2031-05-20", source("b", "2031-05-10")),
        planned("2031-05-12", source("c", "2031-05-11")),
    ]
    (question,) = agree(statements)
    assert question.outcome == "differing"


def test_the_worst_pair_decides() -> None:
    """Two days that exclude each other differ, though both refine what a third article says."""
    assert asked(dated("2031-05"), dated("2031-05-12"), dated("2031-05-13")).outcome == "differing"
    assert asked(dated("2031"), dated("2031-05"), dated("2031-05-13")).outcome == "refined"
    assert worst([]) == "equal"


def test_articles_are_ordered_by_first_day_and_undated_ones_come_last() -> None:
    """An open start and an unknown year are no day."""
    given_sources = [
        source("d", None),
        source("c", "XXXX-05-08"),
        source("b", "2031-05"),
        source("a", "2031-05-02"),
        source("e", "../2031-05"),
    ]
    assert [found.id for found in sorted(given_sources, key=order)] == ["b", "a", "c", "d", "e"]


def test_statements_are_ordered_by_article_and_place() -> None:
    """Within an article by where the first words stand, then by id."""
    late, early = source("late", "2031-06-01"), source("early", "2031-05-01")
    made = [
        statement(mediating("x"), late, "a", 0),
        statement(mediating("x"), early, "c", 9),
        statement(mediating("x"), early, "b", 5),
        statement(mediating("x"), early, "a", 5),
    ]
    assert [found.key for found in sorted(made, key=chronology)] == ["early/a", "early/b", "early/c", "late/a"]


def test_every_kind_has_a_rule() -> None:
    """A new kind of fact needs a rule of agreement."""
    assert set(RULES) == set(KINDS)


days = st.sampled_from(["2031", "2031-05", "2031-05-12", "2031-05-13", "2031-05-12?", "XXXX-05-12", "2031-05/2031-06"])
actors = st.lists(st.sampled_from(["ruritania", "sylvania", "freedonia"]), min_size=1, max_size=3, unique=True)
counts = st.none() | st.integers(0, 3)
facts = st.one_of(
    st.builds(
        lambda who, status, count, proposed: present(
            status, who, role="guards", count=None if who else count, proposed=proposed
        ),
        st.none() | actors,
        st.sampled_from(["attending", "represented", "invited", "absent", "refused", "opposed"]),
        counts,
        st.booleans(),
    ),
    st.builds(lambda who, against: present("opposed", who, against=against), actors, actors),
    st.builds(lambda who, says: wanting(*who, says=says), actors, st.sampled_from(["Wants a truce", "Wants talks"])),
    st.builds(lambda who, role: mediating(*who, role=role), actors, st.sampled_from(["mediator", "broker", "backer"])),
    st.builds(
        lambda when, what, standing: dated(when, what, standing=standing),
        st.none() | days,
        st.sampled_from(["held", "said"]),
        st.sampled_from(["planned", "reported"]),
    ),
    st.builds(
        lambda low, more, about, day: killed(low, None if more is None else low + more, about=about, as_of=day),
        st.integers(0, 3),
        counts,
        st.booleans(),
        st.none() | days,
    ),
    st.builds(lambda who: excluding(*who), actors),
)
SOURCES = [source("a", "2031-05-01"), source("b", "2031-05-09"), source("c", None), source("d", "2031-05")]
corpora = st.lists(st.tuples(facts, st.sampled_from(SOURCES)), max_size=8).map(
    lambda given_facts: [
        statement(fact, article, f"fact-{number}", number) for number, (fact, article) in enumerate(given_facts)
    ]
)


def outline(questions: Iterable[Question]) -> list[object]:
    """Questions with everything that a page shows of them."""
    return [
        (q.event, q.kind, q.key, q.outcome, [(a.value, [s.key for s in a.statements]) for a in q.answers])
        for q in questions
    ]


@given(corpora, st.randoms(use_true_random=False))
def test_order_never_matters(statements: list[Statement], chance: Random) -> None:
    """However articles and facts are ordered, questions, answers and outcomes are the same."""
    other = statements.copy()
    chance.shuffle(other)
    assert outline(agree(other)) == outline(agree(statements))


@given(corpora)
def test_comparison_is_symmetric_and_reflexive(statements: list[Statement]) -> None:
    """Two answers stand to each other the same both ways, and an answer agrees with itself."""
    for question in agree(statements):
        for one, other in itertools.product(question.answers, repeat=2):
            assert compare(question.kind, one, other) == compare(question.kind, other, one)
        assert all(compare(question.kind, one, one) == "equal" for one in question.answers)


@given(corpora)
def test_every_statement_stands_under_an_answer(statements: list[Statement]) -> None:
    """Nothing silent: each statement answers a question, and each answer stands once."""
    questions = agree(statements)
    assert {s.key for q in questions for s in q.statements} == {s.key for s in statements}
    for question in questions:
        values = [answer.value for answer in question.answers]
        assert len(set(values)) == len(values)


@given(days, days)
def test_a_refined_date_never_differs(one: str, other: str) -> None:
    """Where every day of the one lies within the other, the two agree."""
    a, b = dates.parse(one), dates.parse(other)
    if a.covers(b) or b.covers(a):
        assert asked(dated(one), dated(other)).outcome in ("equal", "refined")


@given(st.integers(0, 9), counts, st.integers(0, 9), counts)
def test_a_refined_number_never_differs(low: int, more: int | None, other_low: int, other_more: int | None) -> None:
    """Where all numbers that the one allows are allowed by the other, the two agree; else they differ."""
    high, other_high = (
        None if more is None else least + more for least, more in ((low, more), (other_low, other_more))
    )
    one, other = (
        set(range(least, 100 if most is None else most + 1)) for least, most in ((low, high), (other_low, other_high))
    )
    agreed = asked(killed(low, high), killed(other_low, other_high)).outcome != "differing"
    assert agreed == (one <= other or other <= one)


@given(corpora)
def test_every_question_says_why_in_a_sentence(statements: list[Statement]) -> None:
    """Whatever the articles say, there is a sentence, and the two answers that decide stand as the whole does."""
    for question in agree(statements):
        sentence = why(question, str.title)
        assert sentence[0] == sentence[0].upper()
        assert sentence.endswith(".")
        if pair := decided_by(question):
            assert compare(question.kind, *pair) == question.outcome


@given(corpora)
def test_what_is_refined_denies_nothing(statements: list[Statement]) -> None:
    """Two answers that refine each other, or are equal, never make a question differ by themselves."""
    for question in agree(statements):
        for pair in itertools.combinations(question.answers, 2):
            if compare(question.kind, *pair) in ("equal", "refined"):
                assert Question(question.event, question.kind, question.key, pair).outcome in ("equal", "refined")


WHY = [
    ((present("attending"), present("absent")), "To take part and not to be there exclude each other."),
    ((present("attending"), excluding("ruritania")), "To take part and to be left out exclude each other."),
    (
        (present("invited"), present("attending")),
        "To be invited and to take part may both hold: the one says more than the other.",
    ),
    ((present("represented"), present("attending")), "To be represented and to take part come to the same."),
    (
        (present("invited", proposed=True), present("absent")),
        "What somebody only proposes denies nothing that the others say.",
    ),
    (
        (present("invited"), present("opposed", ["sylvania", "freedonia"], against="ruritania")),
        "That Freedonia and Sylvania opposes it denies nothing that the others say.",
    ),
    (
        (present("attending", None, role="guards", count=2), present("attending", None, role="guards", count=3)),
        "The one counts 2, the other 3.",
    ),
    (
        (present("attending", None, role="guards"), present("attending", None, role="guards", count=3)),
        "One answer gives a number, and the other none.",
    ),
    (
        (mediating("freedonia", "sylvania"), mediating("freedonia", "sylvania", "ruritania")),
        "Both name Freedonia and Sylvania; one also names Ruritania.",
    ),
    (
        (mediating("freedonia", "sylvania"), mediating("freedonia", "ruritania")),
        "Both name Freedonia; one also names Sylvania, the other Ruritania.",
    ),
    (
        (mediating("freedonia"), mediating("ruritania")),
        "They name nobody in common: the one names Freedonia, the other Ruritania.",
    ),
    ((excluding("red-hand"), excluding("red-hand", "iron-guard")), "Both name Red-Hand; one also names Iron-Guard."),
    ((dated("2031-05"), dated("2031-05-12")), "12 May 2031 lies within May 2031."),
    ((dated("2031-05-12~"), dated("2031-05-12")), "12 May 2031 and about 12 May 2031 are the same days."),
    ((dated("2031-05-12"), dated("2031-05-13")), "12 May 2031 and 13 May 2031 have no day in common."),
    (
        (dated("2031-05/2031-06"), dated("2031-06/2031-07")),
        "May to June 2031 and June to July 2031 overlap, but neither lies within the other.",
    ),
    ((dated(None), dated("2031")), "One article’s words settle no date, so that they deny none."),
    ((killed(1200, 1200), killed(1500, 1500)), "1,200 and 1,500 exclude each other."),
    ((killed(1200), killed(1500, 1500)), "1,500 lies within “1,200 or more”."),
    (
        (killed(1200, 1200, said_by="rufus"), killed(1200, said_by="rufus")),
        "1,200 lies within “1,200 or more”. Both go back to Rufus: one origin, two wordings.",
    ),
    (
        (killed(1200, 1200, as_of="2031-03"), killed(1500, 1500, as_of="2031-05")),
        "1,200 and 1,500 count up to different dates, or over different times.",
    ),
    (
        (killed(1500, 1500, as_of="2031-03"), killed(1200, 1200, as_of="2031-05")),
        "1,500 and 1,200 exclude each other: the later count is the lower one.",
    ),
    (
        (killed(1500, 1500, as_of="2031-03"), killed(1200, 1200)),
        "1,500 and 1,200 exclude each other, unless they count up to different dates: one says March 2031.",
    ),
    ((killed(1500, as_of="2031-03"), killed(1500)), "They give the same number."),
    ((killed(None, 20, about=True), killed(10, 15)), "10 to 15 lies within “about 20 or fewer”."),
]


@pytest.mark.parametrize(("given_facts", "sentence"), WHY)
def test_the_sentence_says_why(given_facts: tuple[Fact, Fact], sentence: str) -> None:
    """In the words of the question, with the values themselves."""
    assert why(asked(*given_facts), str.title) == sentence


def test_one_answer_needs_no_comparison() -> None:
    """The sentence of a question with one answer says that there is one."""
    assert why(asked(dated("2031")), str.title) == "There is one answer."


def test_a_moved_date_says_from_where_to_where() -> None:
    """Whichever article is given first."""
    statements = [planned("2031-05-12", source("a", "2031-05-08")), planned("2031-05-20", source("b", "2031-05-10"))]
    (question,) = agree(statements)
    assert why(question, str) == "A later article gives 20 May 2031 for what was planned for 12 May 2031."


def test_an_exclusion_alone_asks_nobody_whether_they_take_part() -> None:
    """It answers that question only where a fact asks it."""
    assert [q.name for q in agree([statement(excluding("iron-guard"), source("a"))])] == ["excluded_groups"]


def test_a_question_is_called_by_its_kind_and_key() -> None:
    """The name is what a reason in `events.yml` refers to."""
    assert asked(mediating("freedonia")).name == "mediators/mediator"
    assert asked(present("opposed")).name == "participants/ruritania/opposed"
    assert asked(present("attending", None, role="guards")).name == "participants/guards"


def test_what_each_article_added_to_a_question() -> None:
    """New, repeated, refined, moved and contradicted, each against what earlier articles said."""
    articles = [source(name, f"2031-05-0{day}") for day, name in enumerate("abcdef", 1)]
    days = ["2031-06", "2031-06", "2031-06-12", "2031-06-12/2031-06-13", "2031-06-20", "2031-06-20"]
    questions = agree(planned(day, article) for day, article in zip(days, articles, strict=True))
    hows = [[change.how for change in changes(questions, article)] for article in articles]
    assert hows == [["new"], ["repeated"], ["refined"], ["refined"], ["moved"], ["repeated"]]
    reported = [statement(dated("2031-06-12"), articles[0]), statement(dated("2031-06-13"), articles[1])]
    assert [change.how for change in changes(agree(reported), articles[1])] == ["contradicted"]


def test_a_statement_that_speaks_to_several_questions_changes_what_it_changes_most() -> None:
    """It is listed once, with the change that says most."""
    early, late = source("a", "2031-05-01"), source("b", "2031-05-02")
    known = statement(present("absent"), early)
    several = statement(present("attending", ["freedonia", "ruritania"]), late)
    assert [change.how for change in changes(agree([known, several]), late)] == ["contradicted"]


def test_answers_remember_their_articles_in_order() -> None:
    """An answer names each article once, the earliest first."""
    made = [statement(dated("2031"), SOURCES[1]), statement(dated("2031"), SOURCES[0], "x")]
    made.append(statement(dated("2031"), SOURCES[0], "y", 5))
    (question,) = agree(made)
    assert question.answers == (Answer(dates.parse("2031"), (made[1], made[2], made[0])),)
    assert question.answers[0].articles == ("a", "b")
