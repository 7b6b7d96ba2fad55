"""Which dates of an article are facts, what happened on them, and the words that show it."""

from __future__ import annotations

import pytest

from generator import dates as edtf
from generator.derive import dates
from generator.derive.proposals import Proposal, Reading
from generator.reading.roster import ActorMention, Roster, RosterActor
from generator.text import Span

PUBLISHED = edtf.parse("2019-05-15")  # a Wednesday


def reading(text: str, *actors: str) -> Reading:
    """A reading whose roster knows people by the names given, wherever the text has them."""
    known = {name.lower().replace(" ", "-"): name for name in actors}
    mentions = [
        ActorMention(Span(at, at + len(name)), name, key, name)
        for key, name in known.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    people = {key: RosterActor(key, name, "person", (name,), None, None, False) for key, name in known.items()}
    return Reading(text, PUBLISHED, Roster(people, tuple(sorted(mentions, key=lambda mention: mention.span))))


def proposed(text: str, *actors: str) -> list[Proposal]:
    """Every fact proposed from a text."""
    return list(dates.propose(reading(text, *actors)))


def quoted(text: str, proposal: Proposal) -> list[str]:
    """The quotes of a proposal."""
    return [text[span.start : span.end] for span in proposal.spans]


@pytest.mark.parametrize(
    ("text", "what", "when", "standing"),
    [
        ("The two sides met in Oslo on 3 May.", "held", "2019-05-03", "reported"),
        ("The talks in Quito are expected to start on June 4.", "start", "2019-06-04", "planned"),
        ("The truce took effect on Monday.", "in-effect", "2019-05-13", "reported"),
        ("The truce will come into force on Friday.", "in-effect", "2019-05-17", "planned"),
        ("The mandate will expire on 30 June.", "end", "2019-06-30", "planned"),
        ("Peru and Chile signed the accord in March 2018.", "agreed", "2018-03", "reported"),
        ("The plan was endorsed by the African Union on 2 May.", "endorsed", "2019-05-02", "reported"),
        ("The ministry announced the exchange on Tuesday.", "announced", "2019-05-14", "reported"),
        ("The envoy said on Tuesday that nothing had changed.", "said", "2019-05-14", "reported"),
        ("The talks have been on hold since April last year.", "suspended", "2018-04", "reported"),
        ("Rebels in the hills have fought since 1983.", "start", "1983", "reported"),
        ("The truce has been extended until Friday.", "end", "2019-05-17", "planned"),
        ("Bolivia has been fighting smugglers over the past six years.", "start", "2013~", "reported"),
        ("On Sunday at least nine farmers were killed near Mopti.", "held", "2019-05-12", "reported"),
        ("The 9 June elections worry the envoys.", "held", "2019-06-09", "planned"),
        ("The deal was reached on 1 May after a long night.", "agreed", "2019-05-01", "reported"),
        ("The patrol reached Gao on 1 May.", "held", "2019-05-01", "reported"),
    ],
)
def test_what_happened(text: str, what: str, when: str, standing: str) -> None:
    """The words nearest to the date say what happened, and the calendar whether it is still to come."""
    (fact,) = proposed(text)
    assert (fact.values["what"], str(fact.values["when"]), fact.values["standing"]) == (what, when, standing)


@pytest.mark.parametrize(
    "text",
    [
        "The poet, born on 4 March 1950, writes on.",
        "The 1949 Geneva Conventions protect them.",
        "The constitution of 1978 forbids it.",
        "The 12 June Movement has many members.",
        "Some aid trickled in last week.",
        "LIMA, 3 May 2019 (Andina) -- All is calm.",
        "Published: 3 May 2019\n\nAll is calm.",
        "Soldiers leave the fort in June 2017 (file photo).",
        "There is little bread and much rain today.",
        "Nobody was there.",
    ],
)
def test_dates_that_are_no_facts(text: str) -> None:
    """Births, laws, names, datelines, time stamps, archive photographs and bare weeks are no facts."""
    assert proposed(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "After long delays, both sides signed a truce in Geneva on June 2, 2018, but the violence went on.",
            "both sides signed a truce in Geneva on June 2, 2018",
        ),
        (
            "He praised a ceasefire brokered by Peru and Chile in March, which he called fragile.",
            "a ceasefire brokered by Peru and Chile in March",
        ),
        ("He fears that the talks will resume on Friday; others hope so.", "the talks will resume on Friday"),
    ],
)
def test_shortest_quote(text: str, quote: str) -> None:
    """A quote begins with its clause or its noun and ends with the date."""
    (fact,) = proposed(text)
    assert quoted(text, fact) == [quote]


def test_quote_stands_once() -> None:
    """A quote is drawn out until its words stand in the article only there."""
    text = "In Lima, the sides met on 3 May. In Quito, the sides met on 3 May."
    (fact,) = proposed(text)
    assert quoted(text, fact) == ["In Lima, the sides met on 3 May"]


def test_repeated_sentence() -> None:
    """Where a sentence stands twice word for word, no quote of it can stand once."""
    assert proposed("The sides met on 3 May.\n\nThe sides met on 3 May.") == []


def test_same_fact_once() -> None:
    """The same happening on the same date is proposed once, two happenings twice."""
    found = proposed("They met on 3 May. Ministers met again on 3 May. A truce took effect on 3 May.")
    assert [fact.values["what"] for fact in found] == ["held", "in-effect"]


def test_speaker() -> None:
    """A statement is its speaker's, and the quote holds the name."""
    text = "The meeting will take place on 23 May, as planned, Ada Okoye said."
    (fact,) = proposed(text, "Ada Okoye")
    assert fact.values["said_by"] == "ada-okoye"
    assert quoted(text, fact)[-1].endswith("Ada Okoye said")


def test_listener_is_no_speaker() -> None:
    """Whoever is told something has not said it."""
    text = "An aide told Ada Okoye that the meeting was held on 3 May."
    (fact,) = proposed(text, "Ada Okoye")
    assert fact.values["said_by"] is None


def test_long_text_in_little_time() -> None:
    """Hostile text without any sentence end gives a result."""
    assert len(proposed("on 3 May met, " * 1000)) <= 1
