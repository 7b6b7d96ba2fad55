"""A fact goes to the site's event for which something speaks, and without evidence to a proposed one."""

from __future__ import annotations

import time

import pytest

from generator.dates import parse
from generator.derive.drafting import draft
from generator.derive.event_profiles import profiles
from generator.derive.events import Settings
from generator.derive.proposals import Proposal, Reading
from generator.model import (
    CasualtyEstimate,
    DateFact,
    DateKind,
    Event,
    ExcludedGroup,
    Fact,
    Mediator,
    Participant,
)
from generator.reading.roster import read_roster
from generator.text import Span

SITE = {
    "chad-war": Event(title="War in Chad", kind="war", place="Chad", also=("Chadian crisis",)),
    "truce-2031-02": Event(title="Truce of February 2031", kind="ceasefire", place="Chad", part_of="chad-war"),
    "truce-2031-06": Event(
        title="Truce of June 2031",
        kind="ceasefire",
        place="Chad",
        part_of="chad-war",
        after=("truce-2031-02",),
        also=("countrywide truce",),
    ),
    "abeche": Event(title="Battle of Abeche", kind="battle", place="Abeche", part_of="chad-war"),
    "oslo-1": Event(
        title="Oslo talks, first round",
        kind="talks",
        place="Oslo, Norway",
        part_of="chad-war",
        also=("Oslo talks", "Oslo meeting"),
    ),
    "oslo-2": Event(
        title="Oslo talks, second round", kind="talks", place="Oslo, Norway", part_of="chad-war", after=("oslo-1",)
    ),
    "bern": Event(
        title="Bern talks, August 2031", kind="talks", place="Bern", part_of="chad-war", also=("Bern talks",)
    ),
}
CHAD = "Chad has seen much fighting. "


def fields(
    text: str,
    quote: str,
    kind: type[Fact] = Participant,
    used: str = "",
    published: str = "2031-07-10",
    site: dict[str, Event] | None = None,
    **values: object,
) -> dict[str, object]:
    """The event, and where there are several `from_`, of a fact with this quote."""
    day = parse(published)
    reading = Reading(text, day, read_roster(text))
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in (quote, used or quote))
    settings = Settings(reading, SITE if site is None else site)
    return settings.fields_of(Proposal(kind, values, spans[:1], "rule", spans[1:] if used else ()))


@pytest.mark.parametrize(
    ("text", "quote", "event"),
    [
        ("The Oslo talks open today.", "The Oslo talks", "oslo-1"),
        ("The second round of the Oslo talks opens today.", "opens today", "oslo-2"),
        ("The talks in the Norwegian city of Oslo open today.", "talks", "oslo-1"),
        ("Peace talks in Norway open today.", "talks", "oslo-1"),
        ("The Swiss town of Bern is quiet. Talks in Bern open today.", "Talks in Bern", "bern"),
        ("The countrywide truce holds.", "truce", "truce-2031-06"),
        ("A truce that took effect in February 2031 failed.", "failed", "truce-2031-02"),
        ("The rebels captured the market in Abeche.", "captured", "abeche"),
        ("The Chadian crisis goes on.", "crisis", "chad-war"),
        ("Talks in Nairobi open today.", "Talks in Nairobi", "talks-nairobi"),
        ("Sudan talks in Oslo open today.", "Sudan talks", "talks-oslo"),
        ("A truce in Sudan took effect.", "truce", "ceasefire-sudan"),
        ("The third round of talks in Oslo opens today.", "talks", "talks-oslo"),
        ("Talks in Kenya open today. The talks in Nairobi are short.", "Talks in Kenya", "talks-nairobi"),
        ("The Sudanese war goes on.", "war", "war-sudan"),
        ("Many fell in the battle of Dara.", "battle", "battle"),
        ("The siege of a hill in Dara ended.", "siege", "battle-dara"),
        ("The Oslo truce of 5 April failed.", "truce", "ceasefire"),
        ("Talks open today.", "Talks", "talks"),
    ],
)
def test_names_places_and_dates_tell_the_event(text: str, quote: str, event: str) -> None:
    """By name, number, town, country or date; another place or another country's talks are another event."""
    assert fields(CHAD + text, quote)["event"] == event


@pytest.mark.parametrize(
    ("text", "quote", "event"),
    [
        ("Envoys met at the Bern talks. They praised the meeting.", "praised the meeting", "bern"),
        ("The Bern talks come ahead of the Oslo talks. Mali will attend the talks.", "attend the talks", "bern"),
        ("The Bern talks open today. Nothing is known. Nothing at all. The hall is small. Mali comes.", "Mali", "bern"),
        ("The plan for talks was praised. The Bern talks open today.", "plan for talks", "bern"),
        (
            "The Oslo talks end. The Mali-backed Bern talks come next. Hm. Hm. Hope for talks under Mali.",
            "Hope",
            "bern",
        ),
        ("The countrywide truce holds. Mali signed the deal.", "the deal", "truce-2031-06"),
        ("The second round of the Oslo talks opens. The mood is good. The Oslo talks are short.", "short", "oslo-2"),
        ("The countrywide truce holds. The ninth was short.", "The ninth was short", "truce-2031-06"),
        ("The countrywide truce holds. It was praised at the Oslo talks.", "It was praised", "truce-2031-06"),
        ("The truce is the third in Chad. The first was reached in February.", "The first", "truce-2031-02"),
        ("The countrywide truce is the third. The second was made in June.", "The second was made", "truce-2031-06"),
    ],
)
def test_words_that_name_no_event_refer_to_one(text: str, quote: str, event: str) -> None:
    """To the first of the sentence before, else to what the article speaks of most; a number to its row."""
    assert fields(CHAD + text, quote)["event"] == event


@pytest.mark.parametrize(
    ("used", "event"),
    [("9 August", "bern"), ("next week", "oslo-1"), ("June", "truce-2031-06")],
)
def test_a_date_belongs_to_the_words_before_it(used: str, event: str) -> None:
    """Of several events in a sentence, each date goes to its own."""
    text = f"{CHAD}The Oslo talks next week come ahead of the Bern talks on 9 August, after a truce made in June."
    assert fields(text, text[len(CHAD) :], DateFact, used, what="held")["event"] == event


@pytest.mark.parametrize(
    ("used", "role", "event"),
    [("Mali", "mediator", "oslo-1"), ("Ghana", "broker", "truce-2031-06"), ("Niger", "mediator", "bern")],
)
def test_an_actor_belongs_to_the_nearest_event(used: str, role: str, event: str) -> None:
    """A mediator of the talks is none of the truce that the same sentence names."""
    text = (
        f"{CHAD}The Oslo talks, mediated by Mali, open while the countrywide truce, brokered by Ghana, holds, before "
        "Niger-led talks in Bern."
    )
    assert fields(text, text[len(CHAD) :], Mediator, used, role=role)["event"] == event


def test_groups_may_be_kept_out_of_several_events() -> None:
    """The truce and the talks are both given where one list names them, and the talks come first."""
    text = f"{CHAD}The Oslo talks open while the countrywide truce holds. "
    text += "The Sky Band is excluded from the truce and the talks."
    got = fields(text, "excluded from the truce and the talks", ExcludedGroup)
    assert got == {"event": "oslo-1", "from_": ("truce-2031-06", "oslo-1")}
    assert fields(text, "excluded from the truce", ExcludedGroup) == {"event": "truce-2031-06"}
    apart = f"{CHAD}The Oslo talks exclude the Sky Band, while the countrywide truce holds."
    assert fields(apart, apart[len(CHAD) :], ExcludedGroup) == {"event": "oslo-1"}


def test_the_dead_belong_to_the_war() -> None:
    """Casualties go to the war where the sentence names no battle, even beside talks."""
    talks = f"{CHAD}The Oslo talks follow a war in which 40,000 people were killed."
    assert fields(talks, "40,000 people were killed", CasualtyEstimate)["event"] == "chad-war"
    battle = f"{CHAD}In the battle of Abeche 40 people were killed."
    assert fields(battle, "40 people were killed", CasualtyEstimate)["event"] == "abeche"
    assert fields("In Peru 40 people were killed.", "40 people were killed", CasualtyEstimate)["event"] == "war"


@pytest.mark.parametrize(
    ("published", "event"),
    [
        ("2031-03-01", "truce-2031-02"),
        ("2031-07-10", "truce-2031-06"),
        ("2034-07-10", "ceasefire-chad"),
        ("2030-07-10", "ceasefire-chad"),
    ],
)
def test_the_truce_is_the_latest_at_the_time(published: str, event: str) -> None:
    """Without other evidence "the truce" is the last before the article, and none of years before or after it."""
    text = "The war in Chad goes on. Mali brokered the truce."
    assert fields(text, "the truce", Mediator, published=published, role="broker")["event"] == event


def test_no_event_of_another_conflict_is_guessed() -> None:
    """An article that does not name the country of a site's events proposes its own, one for each kind and place."""
    text = "Talks in Oslo between Peru and Ecuador open on 12 July. A truce in Peru holds. The talks are short."
    made = draft("seeds/a.txt", f"{text} Kenya mediates the talks.".encode(), parse("2031-07-10"), {}, SITE)
    assert made.facts
    assert not {fact.fact.event for fact in made.facts} & SITE.keys()
    assert made.events["talks-oslo"] == Event(title="Talks in Oslo", kind="talks", place="Oslo")


def test_what_was_proposed_is_known_again() -> None:
    """With its proposals on the site, an article proposes nothing more."""
    text = "Peace talks in Nairobi between Peru and Ecuador open on 12 July. The talks are mediated by Kenya. "
    text += "A truce was brokered by Mali. At least 40 people were killed in the war."
    first = draft("seeds/a.txt", text.encode(), parse("2031-07-10"))
    again = draft("seeds/a.txt", text.encode(), parse("2031-07-10"), None, first.events)
    assert {"talks-nairobi", "ceasefire", "war"} <= first.events.keys()
    assert [fact.fact for fact in again.facts] == [fact.fact for fact in first.facts]
    assert not again.events


def test_a_free_id_is_found_for_a_proposed_event() -> None:
    """An id that the site gives to something else is not used."""
    site = {"talks": Event(title="Lima talks", kind="talks", place="Lima")}
    assert fields("Talks open today.", "Talks", site=site)["event"] == "talks-new"


@pytest.mark.parametrize(("what", "event"), [("in-effect", "truce-2031-06"), ("held", "oslo-1")])
def test_what_happened_tells_talks_from_a_truce(what: DateKind, event: str) -> None:
    """What takes effect is a truce, what is held are talks."""
    text = f"{CHAD}The Oslo talks open. The countrywide truce holds. Nobody objects. All agree. It did so on 3 July."
    assert fields(text, "It did so on 3 July", DateFact, "3 July", what=what)["event"] == event


def test_events_are_known_by_their_own_words() -> None:
    """Names, places, numbers and dates come from the title, the other names, the id and the order of events."""
    known = profiles(SITE).known
    assert (known["oslo-2"].ordinal, known["truce-2031-06"].ordinal, known["truce-2031-02"].ordinal) == (2, 2, 1)
    assert {str(date) for date in known["bern"].dates} == {"2031-08"}
    assert known["oslo-1"].concerns == {"chad"}
    circular = {
        "a": Event(title="A", kind="talks", part_of="b", after=("b",)),
        "b": Event(title="B-2031-99", kind="talks", part_of="a", after=("a",)),
    }
    assert set(profiles(circular).known) == {"a", "b"}
    assert profiles({"x-2031-99": Event(title="Talks", kind="talks")}).known["x-2031-99"].dates == ()


def test_hostile_articles_take_no_time() -> None:
    """Very long rows of words, places and names are read in near-linear time."""
    for words in ("talks in Oslo and ", "the truce ", "Oslo talks second round of ", "a a a a ", "In Chad "):
        text = words * 4000
        began = time.process_time()
        Settings(Reading(text, None, read_roster("")), SITE).event_of(DateFact, (Span(0, 5),))
        assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "kept_out_of"),
    [
        ("The Sky Band was excluded from the countrywide truce and the Oslo talks.", ("truce-2031-06", "oslo-1")),
        ("The Sky Band was excluded from the countrywide truce and Mali joins the Oslo talks.", None),
    ],
)
def test_a_list_of_events_is_quoted_whole(text: str, kept_out_of: tuple[str, ...] | None) -> None:
    """A second event in the list is part of the quote; one of another clause is not."""
    made = draft("seeds/a.txt", f"{CHAD}{text}".encode(), parse("2031-07-10"), {}, SITE)
    (fact,) = (one.fact for one in made.facts if isinstance(one.fact, ExcludedGroup))
    assert fact.from_ == kept_out_of
    assert ("Oslo" in fact.quote[0]) == (kept_out_of is not None)
