"""What a fact sheet says: articles, actors, events, and one class per kind of fact.

These classes are the one source of the field names, the vocabularies, the JSON Schema and the
canonical order of keys. A new kind of fact is one subclass of `Fact` here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    RootModel,
    StringConstraints,
    WithJsonSchema,
    create_model,
    model_validator,
)

from generator import dates
from generator.text import sentences

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
"""An id that stays: lower-case letters, digits and single hyphens. It becomes part of an address."""
ActorId = Annotated[Id, Field(description="The id of an actor in actors.yml")]
EventId = Annotated[Id, Field(description="The id of an event in events.yml")]


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


Words = Annotated[str, StringConstraints(min_length=1, max_length=5000), AfterValidator(_words)]
"""Text for people to read: plain text, never markup."""

_MARKS = frozenset('"“”„‟«»‹›‘‛')
_QUOTED_BY = re.compile(r"(?<!\w)['’]")


def _one_sentence(text: str) -> str:
    if len(sentences(text)) > 1 or len(text.splitlines()) > 1:
        raise ValueError("is more than one sentence: write one fact for each")
    if text.rstrip()[-1:] in (*".!?:;,", "…"):
        raise ValueError(f"has {text.rstrip()[-1:]!r} at its end: write the sentence without it")
    if text[:1].islower() or text != text.strip():
        raise ValueError("does not begin as a sentence: write a capital, without space around the sentence")
    if _MARKS & set(text) or _QUOTED_BY.search(text):
        raise ValueError("quotes: write plain words of our own, as the words of the article stand in `quote`")
    return text


Sentence = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(_words), AfterValidator(_one_sentence)
]
"""One sentence of ours without a full stop; who it is about stands beside it, as in `Expects the talks to go on`."""


def _date(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"
    return dates.parse(value) if isinstance(value, str) else value


Date = Annotated[
    dates.Edtf,
    BeforeValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "EDTF: 2016, 2016-12, 2016-12-31, XXXX-12-31; ? worked out, ~ about; 2016-12/2017-01",
            "examples": ["2017-01-23", "2016-12", "2017-01-17?", "2017-02-15/2017-02-16"],
        }
    ),
]


def _one_or_many(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def _no_repeats(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) != len(values):
        raise ValueError("names one twice")
    return values


def _one_or_list(what: str, **item: Any) -> WithJsonSchema:
    one = {"type": "string", **item}
    return WithJsonSchema({"description": what, "anyOf": [one, {"type": "array", "items": one, "minItems": 1}]})


_MANY = Field(min_length=1, max_length=100)
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Actors = Annotated[
    tuple[ActorId, ...],
    _MANY,
    AfterValidator(_no_repeats),
    BeforeValidator(_one_or_many),
    _one_or_list("One actor of actors.yml, or a list of them", pattern=_SLUG),
]
Events = Annotated[
    tuple[EventId, ...],
    _MANY,
    AfterValidator(_no_repeats),
    BeforeValidator(_one_or_many),
    _one_or_list("One event of events.yml, or a list of them", pattern=_SLUG),
]
_FORMERLY = _one_or_list("An id that the fact had before, or a list; links to it still lead here", pattern=_SLUG)
Ids = Annotated[tuple[Id, ...], _MANY, AfterValidator(_no_repeats), BeforeValidator(_one_or_many), _FORMERLY]
Quotes = Annotated[
    tuple[Words, ...],
    _MANY,
    AfterValidator(_no_repeats),
    BeforeValidator(_one_or_many),
    _one_or_list("Words that stand exactly once in the article; a list where one span cannot carry the fact"),
]


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


NameList = Annotated[tuple[Words, ...], AfterValidator(_no_repeats), BeforeValidator(_tuple)]

ActorKind = Literal["person", "state", "government", "organisation", "armed-group", "coalition", "media"]
EventKind = Literal["talks", "ceasefire", "war", "battle"]
Status = Literal["attending", "represented", "invited", "absent", "refused", "opposed"]
Role = Literal["mediator", "broker", "guarantor", "host", "convener", "backer", "facilitator", "endorser"]
DateKind = Literal["start", "end", "held", "in-effect", "agreed", "endorsed", "announced", "said", "suspended"]
Standing = Literal["planned", "reported"]
DifferenceReason = Literal["scope", "as-of", "definition", "denial", "error"]
AsideReason = Literal["background", "comment", "repetition", "furniture", "out-of-scope", "unclear"]
Measure = Literal["killed", "wounded", "displaced", "missing", "detained", "dead_or_wounded"]


class Entry(BaseModel):
    """Anything that a person writes in a sheet: strictly typed, frozen, and without unknown keys."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Article(Entry):
    """What is known about an article itself; what it does not print is null."""

    file: str = Field(description="Path of the article from the project's root, such as seeds/example.txt")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the file, so that an edit is noticed")
    title: Words | None = Field(None, description="As the article prints it; null where it prints none")
    publisher: Words | None = Field(None, description="As the article prints it; never guessed from its style")
    agency: Words | None = Field(None, description="Who wrote it, as printed, where another publisher carries it")
    published: Date | None = Field(None, description="When it was published; ? where that was worked out")
    published_basis: Words | None = Field(None, description="How a date that is not printed was worked out")
    url: Words | None = Field(None, description="Where it was found")
    language: str = Field("en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="BCP 47 tag of its language")

    @model_validator(mode="after")
    def _worked_out_needs_a_basis(self) -> Article:
        if self.published is not None and self.published.uncertain and self.published_basis is None:
            raise ValueError("published is marked ? and published_basis does not say how it was worked out")
        return self


class Actor(Entry):
    """A person, state, organisation or armed group, with every name that the articles use for it."""

    name: Words = Field(description="House name: neutral and plain")
    kind: ActorKind
    role: Words | None = Field(None, description="Office or function, in neutral words")
    represents: ActorId | None = Field(None, description="The actor that this one speaks for or belongs to")
    also: NameList = Field((), description="Other names that articles use, demonyms and capitals included")
    loaded: NameList = Field((), description="Names that judge; shown only in quotes and in the names ledger")
    note: Words | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the house name first."""
        return tuple(dict.fromkeys((self.name, *self.also, *self.loaded)))


class Reason(Entry):
    """Why articles answer a question differently, as a person found it; the verdict is computed, never written."""

    question: Words = Field(
        description="The question as the page calls it, such as mediators/broker or participants/freedonia"
    )
    why: DifferenceReason
    article: Words = Field(description="The article, by the name of its sheet, whose words show it")
    quote: Quotes
    note: Words | None = Field(None, description="Anything a reader should know, in neutral words")


class Event(Entry):
    """What a briefing is about: talks, a ceasefire, a war."""

    title: Words
    kind: EventKind
    place: Words | None = None
    part_of: EventId | None = Field(None, description="The larger event that this one belongs to")
    after: Events | None = Field(None, description="The event or events that this one follows from")
    also: NameList = Field((), description="Other names that articles use for it")
    note: Words | None = None
    reasons: dict[Id, Reason] = Field(default_factory=dict, description="Why articles differ on it, each under an id")

    def __hash__(self) -> int:
        return hash((self.title, self.kind, self.place))  # a mapping has none, and equal events have equal titles


class Fact(Entry):
    """What one article states, with the words that state it. One subclass per kind of fact."""

    section: ClassVar[str]
    """The key of this kind in a sheet, and its name in every export."""

    event: EventId
    quote: Quotes
    said_by: ActorId | None = Field(None, description="Who is quoted as saying so; null where the article says it")
    because: Words | None = Field(None, description="Why the value follows, where the quote alone cannot show it")
    formerly: Ids | None = None
    note: Words | None = Field(None, description="Anything a reader should know, in neutral words")


class Participant(Fact):
    """Someone who takes part, is invited, stays away or opposes."""

    section: ClassVar[str] = "participants"

    who: Actors | None = Field(None, description="Null for people whom the article does not name")
    status: Status
    role: Words | None = Field(None, description="In what function, such as head of delegation")
    for_: ActorId | None = Field(None, alias="for", description="On whose behalf")
    count: int | None = Field(None, ge=0, description="How many people, where the article gives a number")
    proposed: bool = Field(False, description="true where somebody only says that it should be so")
    against: Actors | None = Field(None, description="With opposed: whose presence is opposed; null: the event itself")

    @model_validator(mode="after")
    def _somebody(self) -> Participant:
        if self.who is None and self.role is None and self.count is None:
            raise ValueError("says of nobody that they take part: give who, or the role or count of those unnamed")
        if self.against is not None and self.status != "opposed":
            raise ValueError("against says whose presence is opposed: it goes with the status opposed alone")
        return self


class Mediator(Fact):
    """Those who mediate, broker, guarantee, host, convene, back, facilitate or endorse."""

    section: ClassVar[str] = "mediators"

    who: Actors
    role: Role


class DateFact(Fact):
    """When something started, ended, was held, took effect, was agreed, endorsed, announced, said or suspended."""

    section: ClassVar[str] = "dates"

    what: DateKind
    when: Date | None = Field(None, description="EDTF, never more precise than the words; null where unresolved")
    standing: Standing = Field("reported", description="planned: still to come when the article was written")


class CasualtyEstimate(Fact):
    """How many people were killed, wounded, displaced, missing or detained, as somebody counted."""

    section: ClassVar[str] = "casualty_estimates"

    measure: Measure
    low: int | None = Field(None, ge=0, description="Lower bound; alone for 'at least' and 'more than'")
    high: int | None = Field(None, ge=0, description="Upper bound; equal to low for an exact number")
    about: bool = Field(False, description="true for 'some', 'about', 'nearly'")
    as_of: Date | None = Field(None, description="The date up to which the count runs")
    period: Date | None = Field(None, description="The time in which the people came to harm")

    @model_validator(mode="after")
    def _bounds(self) -> CasualtyEstimate:
        if self.low is None and self.high is None:
            raise ValueError("gives no number: write low, high or both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is greater than high {self.high}")
        return self


class ExcludedGroup(Fact):
    """Groups that others keep out of talks or a truce."""

    section: ClassVar[str] = "excluded_groups"

    who: Actors
    from_: Events | None = Field(None, alias="from", description="From which events; null: from `event`")


class Position(Fact):
    """What somebody wants, offers, refuses or expects of an event."""

    section: ClassVar[str] = "positions"

    event: EventId = Field(alias="on", description="The event that it is about")
    who: Actors
    says: Sentence = Field(
        description="What each of them wants, offers, refuses or expects: one short neutral sentence without full stop"
    )


ACTOR_FIELDS = ("who", "for_", "against", "said_by")
"""The fields of facts that hold actors, whatever the kind."""
EVENT_FIELDS = ("event", "from_")
"""The fields of facts that hold events, whatever the kind."""


def written_key(kind: type[BaseModel], field: str) -> str:
    """The key that stands for a field in a file."""
    return kind.model_fields[field].alias or field


KINDS: tuple[type[Fact], ...] = (Participant, Mediator, DateFact, CasualtyEstimate, ExcludedGroup, Position)
"""Every kind of fact, in the order in which sheets and pages show them."""


class SetAside(Entry):
    """Words of the article that a person has read and that no fact cites, and why not."""

    reason: AsideReason
    quote: Quotes
    note: Words | None = Field(None, description="Anything a reader should know, in neutral words")


SET_ASIDE = "set_aside"
"""The key of the last section of a sheet, which holds no facts."""


class Sections(Entry):
    """A fact sheet: one article, the facts that it states, and what is set aside of it."""

    article: Article

    @property
    def aside(self) -> Mapping[str, SetAside]:
        """What is set aside, by id, in the order of the sheet."""
        entries: Mapping[str, SetAside] = getattr(self, SET_ASIDE)
        return entries

    def facts(self) -> list[tuple[type[Fact], str, Fact]]:
        """Every fact with its kind and id, in the order of the sheet."""
        return [(kind, name, fact) for kind in KINDS for name, fact in getattr(self, kind.section).items()]


_SECTION_FIELDS: dict[str, Any] = {
    kind.section: (dict[Id, kind], Field(default_factory=dict, description=kind.__doc__))  # type: ignore[valid-type]
    for kind in KINDS
} | {SET_ASIDE: (dict[Id, SetAside], Field(default_factory=dict, description=SetAside.__doc__))}
Sheet: type[Sections] = create_model("Sheet", __base__=Sections, __doc__=Sections.__doc__, **_SECTION_FIELDS)
"""A fact sheet: `article`, per kind of fact a mapping from ids to facts, and `set_aside`."""


class ActorsFile(RootModel[dict[Id, Actor]]):
    """actors.yml: every actor by id."""


class EventsFile(RootModel[dict[Id, Event]]):
    """events.yml: every event by id."""


class LoadedWord(Entry):
    """Words of a list of loaded words, with the reason why they stand there."""

    words: Annotated[NameList, _MANY] = Field(description="Every form of the word, in any case of letters")
    reason: Words = Field(description="Why, in a sentence that readers see")


class LoadedWordsFile(Entry):
    """loaded-words.yml: words that judge, and what may stand although it holds one; it adds to the built-in list."""

    loaded: dict[Id, LoadedWord] = Field(
        default_factory=dict,
        description="Words that our own prose does not use; an id of the built-in list replaces it",
    )
    allowed: dict[Id, LoadedWord] = Field(
        default_factory=dict, description="Proper names and terms that hold such a word, or a word that is none here"
    )


def vocabulary(literal: Any) -> tuple[str, ...]:
    """The words of one of the vocabularies above."""
    return get_args(literal)
