"""Sheets held against the model: typed values, or every problem with its place in the project's words."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest
from pydantic import BaseModel

from generator import dates
from generator.model import ActorsFile, EventsFile, Sheet
from generator.sheets import read_document, validate

HEAD = f"article:\n  file: seeds/lakeside.txt\n  sha256: {'a' * 64}\n"
DATE_REMEDY = "write a date such as 2016, 2016-12, 2016-12-31 or 2016-12/2017-01"
ROLES = "mediator, broker, guarantor, host, convener, backer, facilitator or endorser"
ONE_TEXT = "write one text, in quotes where it holds a colon or brackets"
A_LIST = "write [a, b], or each item on its own line after a hyphen"
ACTOR_KINDS = "person, state, government, organisation, armed-group, coalition or media"
NO_BASIS = "published is marked ? and published_basis does not say how it was worked out"
DIGITS = "write digits alone, without quotes"
EACH_WITH_AN_ID = "write an id for each and its keys below, indented"
ITS_KEYS = "write its keys, such as event, who, role and quote, below it, indented"
KNOWN = "the keys here are event, who, role, said_by, quote, because, formerly and note"
ID_REMEDY = "write lower-case letters, digits and single hyphens between them, such as"


def complaints(text: str, model: type[BaseModel] = Sheet) -> list[str]:
    """All problems of a file, of reading and of validation, as a report prints them."""
    document, problems = read_document("x.yml", text)
    if document is not None:
        value, more = validate(document, model)
        assert value is None or not more
        problems = sorted({*problems, *more})
    return [str(problem).removeprefix("x.yml:") for problem in problems]


def of_fact(section: str, text: str) -> list[str]:
    """The problems of a sheet with one fact `a`; the first line of `text` is line 6."""
    return complaints(f"{HEAD}{section}:\n  a:\n{indent(dedent(text), '    ')}")


def test_a_sheet_becomes_typed_values() -> None:
    """A text stands for a list of one, a year may be a number, and an empty section is one without facts."""
    text = HEAD + dedent("""\
        participants:
        mediators:
          hosts: {event: lakeside, who: norland, role: host, quote: hosted by Norland}
        dates:
          start: {event: lakeside, what: start, when: 2031, quote: [in 2031, "begin"]}
        excluded_groups:
          rebels: {event: lakeside, who: [rebels, militia], from: autumn-round, quote: "without them"}
        """)
    document, problems = read_document("x.yml", text)
    assert document is not None
    sheet, more = validate(document, Sheet)
    assert problems == more == []
    assert sheet is not None
    kinds = [(kind.section, name) for kind, name, _ in sheet.facts()]
    assert kinds == [("mediators", "hosts"), ("dates", "start"), ("excluded_groups", "rebels")]
    hosts, start, rebels = (fact.model_dump() for _, _, fact in sheet.facts())
    assert hosts["who"] == ("norland",)
    assert start["quote"] == ("in 2031", "begin")
    assert start["when"] == str(dates.parse("2031"))
    assert rebels["from_"] == ("autumn-round",)


def test_actors_and_events_become_typed_values() -> None:
    """The files of actors and events are mappings from ids."""
    document, _ = read_document("actors.yml", "norland: {name: Norland, kind: state, also: [Norlanders]}\n")
    assert document is not None
    actors, problems = validate(document, ActorsFile)
    assert problems == []
    assert actors is not None
    assert actors.root["norland"].names == ("Norland", "Norlanders")
    empty, _ = read_document("events.yml", "# none yet\n")
    assert empty is not None
    assert validate(empty, EventsFile)[1] == []


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("role: brokr", f"'brokr' is not one of the words for 'role'; did you mean 'broker'? It takes {ROLES}"),
        ("role: Host", f"'Host' is not one of the words for 'role'; did you mean 'host'? It takes {ROLES}"),
        ("role: president", f"'president' is not one of the words for 'role'; write {ROLES}"),
        (f"role: {'x' * 101}", f"'{'x' * 59}…' is not one of the words for 'role'; write {ROLES}"),
        ("role: 5", f"5 is not one of the words for 'role'; write {ROLES}"),
        ("role: [host]", f"is a list where one word is wanted; write {ROLES}"),
        ("role:", f"is empty; write {ROLES}"),
        ("event: 0x1F", "0x1F is read as a number where text is wanted; put it in quotes"),
        ("event: true", "true is read as a truth value where text is wanted; put it in quotes"),
        ("event: [a]", f"is a list where one text is wanted; {ONE_TEXT}"),
        ("event: {a: b}", f"is a mapping where one text is wanted; {ONE_TEXT}"),
        ("event:", "is empty; write the text"),
        ("event: Lake Side", f"'Lake Side' is no id; {ID_REMEDY} lake-side"),
        ("event: Zürich_1", f"'Zürich_1' is no id; {ID_REMEDY} zurich-1"),
        ("event: 武", f"'武' is no id; {ID_REMEDY} ceasefire-2016-12"),
        (f"event: {'a' * 101}", "has 101 characters, more than 100; shorten it"),
        ("who: Norland", f"'Norland' is no id; {ID_REMEDY} norland"),
        ("who: []", "is an empty list; write at least one"),
        ("who: [a, b, a]", "names one twice; keep one of them"),
        ("who: 5", "5 is read as a number where text is wanted; put it in quotes"),
        ("who:", "is empty; write one, or a list"),
        ("who: {a: b}", f"is a mapping where text or a list is wanted; {A_LIST}"),
        (f"who: [{', '.join(f'a{n}' for n in range(101))}]", "lists 101, more than 100; split it into several"),
        ("quote: ''", "is empty; write the text"),
        ("quote: ' '", "is empty; write the text"),
        (f"note: {'x' * 5001}", "has 5001 characters, more than 5000; shorten it"),
        ("note: 2016", "2016 is read as a number where text is wanted; put it in quotes"),
    ],
    ids=lambda value: value[:30],
)
def test_a_wrong_value_of_a_mediator(field: str, problem: str) -> None:
    """A wrong value stands at its place, with what is wrong and what to do, in a full sentence."""
    fields = {"event": "lakeside", "who": "norland", "role": "host", "quote": "hosted by Norland"}
    key, _, value = field.partition(":")
    fields |= {key: value.strip()}
    text = "".join(f"{name}: {value}".strip() + "\n" for name, value in fields.items())
    line, column = 6 + list(fields).index(key), 7 + len(key) if value else 6 + len(key)
    assert of_fact("mediators", text) == [f"{line}:{column}: mediators.a.{key}: {problem}"]


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ("1.5", "1.5 is read as a number where a date is wanted"),
        ("true", "true is read as a truth value where a date is wanted"),
        ("[2016]", "is a list where a date is wanted"),
        ("{start: null, end: null}", "is a mapping where a date is wanted"),
    ],
)
def test_what_is_no_date(when: str, problem: str) -> None:
    """A value that is no text and no year says how to write a date."""
    text = f"when: {when}\nevent: e\nwhat: held\nquote: q\n"
    assert of_fact("dates", text) == [f"6:11: dates.a.when: {problem}; {DATE_REMEDY}"]


def test_a_date_may_give_its_own_remedy() -> None:
    """Where the reason ends in what to write, that is the remedy."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse("2017/2016")
    message, _, remedy = str(caught.value).partition(": ")
    text = "when: 2017/2016\nevent: e\nwhat: held\nquote: q\n"
    assert of_fact("dates", text) == [f"6:11: dates.a.when: {message}; {remedy}"]


@pytest.mark.parametrize("when", ["2016-13", "2016/XXXX-12"])
def test_a_wrong_date_keeps_the_reason(when: str) -> None:
    """What the dates say of a text is said here too, with a remedy where that gives none."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse(when)
    text = f"when: {when}\nevent: e\nwhat: held\nquote: q\n"
    assert of_fact("dates", text) == [f"6:11: dates.a.when: {caught.value}; {DATE_REMEDY}"]


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ("low: '400,000'", "'400,000' is not a whole number; write 400000"),
        ("low: 400,000", "'400,000' is not a whole number; write 400000"),
        ("low: '5'", "'5' is not a whole number; write 5"),
        ("low: '1.5'", f"'1.5' is not a whole number; {DIGITS}"),
        ("low: 40,00", f"'40,00' is not a whole number; {DIGITS}"),
        ("low: many", f"'many' is not a whole number; {DIGITS}"),
        ("low: 1.5", f"1.5 is not a whole number; {DIGITS}"),
        ("low: [1]", f"a list is not a whole number; {DIGITS}"),
        ("low: -3", "-3 is less than 0; write 0 or more"),
        ("about: yes", "'yes' is neither true nor false; write true or false, without quotes"),
    ],
)
def test_a_wrong_number_or_truth_value(field: str, problem: str) -> None:
    """A number is digits alone; yes and no are words."""
    key = field.partition(":")[0]
    text = f"{field}\nhigh: 5\nevent: e\nmeasure: killed\nquote: q\n"
    assert of_fact("casualty_estimates", text) == [f"6:{7 + len(key)}: casualty_estimates.a.{key}: {problem}"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("high: null", "gives no number; write low, high or both"),
        ("low: 5\nhigh: 3", "low 5 is greater than high 3; change what does not fit together"),
    ],
)
def test_what_does_not_fit_together_stands_at_the_fact(fields: str, problem: str) -> None:
    """A rule about several keys is reported at the fact's own line, in the words of the model."""
    text = f"{fields}\nevent: e\nmeasure: killed\nquote: q\n"
    assert of_fact("casualty_estimates", text) == [f"5:3: casualty_estimates.a: {problem}"]


def test_a_misspelt_key_is_one_problem() -> None:
    """A key that is missing only because it stands there misspelt is not reported as missing too."""
    assert of_fact("mediators", "event: e\nwho: a\nrole: host\nqoute: q\n") == [
        "9:5: mediators.a.qoute: there is no key 'qoute' here; did you mean 'quote'?"
    ]
    assert complaints(f"{HEAD}mediator: {{}}\n") == [
        "4:1: mediator: there is no key 'mediator' here; did you mean 'mediators'?"
    ]


def test_a_key_is_known_by_the_name_it_has_in_files() -> None:
    """`for` and `from` are keys of files; the names that Python needs for them are not."""
    assert of_fact("participants", "event: e\nwho: a\nstatus: invited\nquote: q\nfor_: b\n") == [
        "10:5: participants.a.for_: there is no key 'for_' here; did you mean 'for'?"
    ]


def test_an_unknown_key_lists_the_known() -> None:
    """A key that resembles none says which there are."""
    assert of_fact("mediators", "event: e\nwho: a\nrole: host\nquote: q\nzzz: 1\n") == [
        f"10:5: mediators.a.zzz: there is no key 'zzz' here; {KNOWN}"
    ]


def test_a_missing_key_stands_at_what_it_is_missing_from() -> None:
    """Missing keys are reported at the key around them, each with the words it takes."""
    assert of_fact("mediators", "who: a\n") == [
        "5:3: mediators.a: the key 'event' is missing; add it",
        "5:3: mediators.a: the key 'quote' is missing; add it",
        f"5:3: mediators.a: the key 'role' is missing; add it: {ROLES}",
    ]
    assert complaints("") == ["1:1: file: the key 'article' is missing; add it"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("mediators: []", f"4:12: mediators: is a list where a mapping is wanted; {EACH_WITH_AN_ID}"),
        ("mediators: x", f"4:12: mediators: is text where a mapping is wanted; {EACH_WITH_AN_ID}"),
        ("mediators:\n  a:", f"5:5: mediators.a: is empty; {ITS_KEYS}"),
        ("mediators: {a: 5}", f"4:16: mediators.a: is a number where a mapping is wanted; {ITS_KEYS}"),
    ],
)
def test_what_should_be_a_mapping(text: str, problem: str) -> None:
    """A section or a fact that is no mapping says what goes into one."""
    assert complaints(f"{HEAD}{text}\n") == [problem]


def test_a_section_must_not_be_null_inside_the_article() -> None:
    """Only sections of facts may be left empty."""
    assert complaints("article:\ndates:\n") == [
        "1:9: article: is empty; write its keys, such as file and sha256, below it, indented"
    ]


def test_a_wrong_id_of_a_fact_stands_at_the_key() -> None:
    """Ids of facts are keys; a fact under a wrong id is checked all the same."""
    text = f"{HEAD}mediators:\n  The Hosts: {{event: e, who: a, role: host}}\n"
    assert complaints(text) == [
        f"5:3: mediators.The Hosts: 'The Hosts' is no id; {ID_REMEDY} the-hosts",
        "5:3: mediators.The Hosts: the key 'quote' is missing; add it",
    ]


def test_the_article_has_forms_of_its_own() -> None:
    """A wrong SHA-256 or language tag says what it looks like; a date worked out needs its basis."""
    assert complaints("article:\n  file: a\n  sha256: x\n  language: English\n") == [
        "3:11: article.sha256: 'x' is no SHA-256; write the 64 digits 0-9 and letters a-f of the article's SHA-256",
        "4:13: article.language: 'English' is no language tag; write one such as en, fr or pt-BR",
    ]
    assert complaints(f"{HEAD}  published: 2031-05?\n") == [
        f"1:1: article: {NO_BASIS}; change what does not fit together"
    ]


def test_actors_in_their_own_words() -> None:
    """Lists of names must be lists; every wrong item has its place."""
    text = "norland:\n  name: Norland\n  kind: country\n  also: Norlanders\n  loaded: [ok, 5, '']\n"
    assert complaints(text, ActorsFile) == [
        f"3:9: norland.kind: 'country' is not one of the words for 'kind'; write {ACTOR_KINDS}",
        "4:9: norland.also: is text where a list is wanted; write [Norlanders]",
        "5:16: norland.loaded: 5 is read as a number where text is wanted; put it in quotes",
        "5:19: norland.loaded: is empty; write the text",
    ]


def test_everything_wrong_is_found_in_one_run() -> None:
    """Duplicate keys, unknown keys, wrong values and missing keys of one file are reported together, in order."""
    text = HEAD + dedent("""\
        mediators:
          a:
            event: e
            event: f
            who: [Norland, 'ok', 7]
            colour: red
            role: hst
        dates: []
        """)
    assert complaints(text) == [
        "5:3: mediators.a: the key 'quote' is missing; add it",
        "7:5: mediators.a.event: this key stands here a second time, first in line 6; keep one of them",
        f"8:11: mediators.a.who: 'Norland' is no id; {ID_REMEDY} norland",
        "8:26: mediators.a.who: 7 is read as a number where text is wanted; put it in quotes",
        f"9:5: mediators.a.colour: there is no key 'colour' here; {KNOWN}",
        f"10:11: mediators.a.role: 'hst' is not one of the words for 'role'; did you mean 'host'? It takes {ROLES}",
        "11:8: dates: is a list where a mapping is wanted; write an id for each and its keys below, indented",
    ]


def test_nothing_more_is_said_of_what_was_refused() -> None:
    """An alias or a merge key is a problem of its own; what it may have held is not called missing or wrong."""
    text = f"{HEAD}mediators:\n  a: {{<<: {{}}, event: *e, who: 99999999999999999999, role: host}}\n"
    assert [problem.split(": ", 1)[1].split(";")[0] for problem in complaints(text)] == [
        "mediators.a.<<: a merge key (<<) copies keys from elsewhere",
        "mediators.a.event: an alias (*) stands for a value written elsewhere",
        "mediators.a.who: '99999999999999999999' is too long for a number",
    ]


class Either(BaseModel):
    """A model with a union, of the kind that pydantic reports once for each branch."""

    model_config = {"strict": True, "extra": "forbid"}

    value: int | bool | tuple[int, ...]
    rate: float = 1.0


def test_the_branches_of_a_union_are_one_problem() -> None:
    """One wrong value is one problem, however many ways there were to be right."""
    assert complaints("value: x\n", Either) == [
        "1:8: value: 'x' is not a whole number; write digits alone, without quotes"
    ]


def test_a_required_number_may_not_be_empty() -> None:
    """A number that must be there says so."""
    assert complaints("value:\n", Either) == ["1:7: value: is empty; write a whole number"]


def test_an_error_without_words_of_its_own_still_makes_a_sentence() -> None:
    """What no rule here foresees says so, with the place."""
    assert complaints("value: 1\nrate: x\n", Either) == [
        "2:7: rate: 'x' cannot stand here; write what the schema of this file describes"
    ]
    assert complaints("value: 1\nrate:\n", Either) == [
        "2:6: rate: an empty value cannot stand here; write what the schema of this file describes"
    ]


def test_texts_from_files_cannot_break_a_report() -> None:
    """Values and keys are shown on one line, printable and not at length."""
    (problem,) = complaints(f'{HEAD}"x\\n\\ty{"z" * 80}": 1\n')
    assert problem == (
        f"4:1: x y{'z' * 56}…: there is no key 'x y{'z' * 56}…' here; "
        "the keys here are article, participants, mediators, dates, casualty_estimates, excluded_groups, "
        "positions and set_aside"
    )
    assert of_fact("dates", f"when: {'9' * 400}-\nevent: e\nwhat: held\nquote: q\n") == [
        f"6:11: dates.a.when: '{'9' * 298}…; {DATE_REMEDY}"
    ]


def test_the_number_of_problems_is_bounded() -> None:
    """A file made to have endless problems is given up after a thousand."""
    found = complaints(HEAD + "".join(f"key-{number}: x\n" for number in range(3000)))
    assert len(found) == 1001
    assert found[-1] == "1004:11: key-1000: more problems follow than are shown; correct these first"
