"""What the model accepts in a sheet, what it refuses, and in which words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.model import (
    KINDS,
    Actor,
    Article,
    CasualtyEstimate,
    DateFact,
    Event,
    ExcludedGroup,
    Mediator,
    Participant,
    Position,
    Sheet,
    Status,
    vocabulary,
)

SUM = "0" * 64
WISH = {"on": "talks", "quote": "They met.", "who": "a"}
FACT = {"event": "talks", "quote": "They met."}
HEAD = {"file": "seeds/a.txt", "sha256": SUM}


@pytest.mark.parametrize(
    ("model", "data", "message"),
    [
        (Article, {**HEAD, "published": "2031-05-08?"}, "published is marked ? and published_basis does not say"),
        (Article, {**HEAD, "sha256": "abc"}, "String should match pattern"),
        (Article, {**HEAD, "language": "English"}, "String should match pattern"),
        (Article, {**HEAD, "published": "8 May"}, "'8 May' is not a date"),
        (Article, {**HEAD, "published": True}, "instance of Edtf"),
        (Article, {**HEAD, "title": " "}, "is empty"),
        (Article, {**HEAD, "titel": "A"}, "Extra inputs are not permitted"),
        (Actor, {"name": "Ruritania", "kind": "planet"}, "Input should be 'person', 'state'"),
        (Actor, {"name": "", "kind": "state"}, "at least 1 character"),
        (Actor, {"name": "Ruritania", "kind": "state", "also": ("A", "A")}, "names one twice"),
        (Actor, {"name": "Ruritania", "kind": "state", "represents": "The UN"}, "String should match pattern"),
        (Event, {"title": "Talks", "kind": "talks", "after": ()}, "at least 1 item"),
        (Participant, {**FACT, "status": "attending"}, "says of nobody that they take part"),
        (Participant, {**FACT, "status": "present", "who": "x"}, "Input should be 'attending'"),
        (Participant, {**FACT, "status": "attending", "count": -1}, "greater than or equal to 0"),
        (Participant, {**FACT, "status": "attending", "count": True}, "valid integer"),
        (Participant, {**FACT, "status": "attending", "count": "20"}, "valid integer"),
        (Mediator, {**FACT, "role": "host"}, "Field required"),
        (Mediator, {**FACT, "role": "host", "who": ("a", "a")}, "names one twice"),
        (Mediator, {**FACT, "role": "host", "who": ()}, "at least 1 item"),
        (Mediator, {**FACT, "role": "host", "who": 5}, "valid tuple"),
        (DateFact, {**FACT, "what": "held", "when": "2031-13"}, "there is no month 13"),
        (DateFact, {**FACT, "what": "held", "standing": "hoped"}, "'planned' or 'reported'"),
        (CasualtyEstimate, {**FACT, "measure": "killed"}, "gives no number: write low, high or both"),
        (CasualtyEstimate, {**FACT, "measure": "killed", "low": 9, "high": 8}, "low 9 is greater than high 8"),
        (ExcludedGroup, {**FACT, "who": "a", "from_": "talks"}, "Extra inputs are not permitted"),
        (ExcludedGroup, {"event": "talks", "who": "a", "quote": ()}, "at least 1 item"),
        (ExcludedGroup, {"event": "talks", "who": "a", "quote": ("They met.", "They met.")}, "names one twice"),
        (ExcludedGroup, {"event": "talks", "who": "a", "quote": "x" * 5001}, "at most 5000 characters"),
        (Participant, {**FACT, "status": "invited", "who": "a", "against": "b"}, "goes with the status opposed alone"),
        (Position, {**FACT, "who": "a", "says": "Wants peace"}, "Field required"),
        (Position, {**WISH, "says": " "}, "is empty"),
        (Position, {**WISH, "says": "Wants peace."}, "has '.' at its end"),
        (Position, {**WISH, "says": "Wants peace. Rejects war"}, "is more than one sentence"),
        (Position, {**WISH, "says": "Wants peace\nand rest"}, "is more than one sentence"),
        (Position, {**WISH, "says": "wants peace"}, "does not begin as a sentence"),
        (Position, {**WISH, "says": 'Wants "peace"'}, "quotes: write plain words of our own"),
        (Position, {**WISH, "says": "Wants 'peace'"}, "quotes: write plain words of our own"),
        (Position, {**WISH, "says": "Wants “peace"}, "quotes: write plain words of our own"),
        (Position, {**WISH, "says": "W" * 301}, "at most 300 characters"),
        (Sheet, {"article": HEAD, "dates": {"Not An Id": {}}}, "String should match pattern"),
        (Sheet, {"article": HEAD, "rumours": {}}, "Extra inputs are not permitted"),
    ],
)
def test_the_model_refuses(model: type[BaseModel], data: dict[str, Any], message: str) -> None:
    """What a sheet cannot mean is refused with the reason."""
    with pytest.raises(ValidationError) as error:
        model.model_validate(data, by_alias=True, by_name=False)
    complaints = [found["msg"] for found in error.value.errors()]
    assert any(message in complaint for complaint in complaints), complaints


def test_one_is_a_set_of_one() -> None:
    """A single actor, event or quote is a set of one; a list keeps its order."""
    fact = ExcludedGroup.model_validate({**FACT, "who": "a", "from": ["talks", "truce"]})
    assert (fact.who, fact.quote, fact.from_) == (("a",), ("They met.",), ("talks", "truce"))
    assert ExcludedGroup.model_validate({**FACT, "who": ["b", "a"]}).who == ("b", "a")


def test_a_sentence_of_ours_has_apostrophes() -> None:
    """Possessives and names are no quotation marks."""
    says = "Wants the parties' delegates to meet at O'Hara’s in the U.S. capital"
    assert Position.model_validate({**WISH, "says": says}).says == says


def test_a_year_may_be_written_as_a_number() -> None:
    """YAML reads `2031` as a number, and it means that year."""
    assert str(DateFact.model_validate({**FACT, "what": "held", "when": 2031}).when) == "2031"
    assert str(DateFact.model_validate({**FACT, "what": "held", "when": 31}).when) == "0031"


def test_what_is_unknown_is_null() -> None:
    """Every field of an article but its file and sum may be null or missing."""
    article = Article.model_validate(HEAD)
    assert (article.title, article.published, article.language) == (None, None, "en")


def test_names_are_the_house_name_first_and_each_once() -> None:
    """An actor goes by its house name, its other names and its loaded ones."""
    actor = Actor(name="Ruritania", kind="state", also=("Strelsau", "Ruritania"), loaded=("the aggressor",))
    assert actor.names == ("Ruritania", "Strelsau", "the aggressor")


def test_facts_come_in_the_order_of_the_kinds() -> None:
    """A sheet gives its facts section by section, as pages show them."""
    sheet = Sheet.model_validate(
        {
            "article": HEAD,
            "excluded_groups": {"out": {**FACT, "who": "a"}},
            "participants": {"in": {**FACT, "who": "b", "status": "attending"}},
        }
    )
    assert [(kind, name) for kind, name, _ in sheet.facts()] == [(Participant, "in"), (ExcludedGroup, "out")]


def test_every_kind_has_a_section_of_the_sheet() -> None:
    """A new kind of fact is one class, and the sheet has its section; what is set aside comes last."""
    assert ["article", *(kind.section for kind in KINDS), "set_aside"] == list(Sheet.model_fields)


def test_a_vocabulary_is_its_words() -> None:
    """The words of a field are those of its type, in order."""
    assert vocabulary(Status) == ("attending", "represented", "invited", "absent", "refused", "opposed")
