"""Which numbers count people who came to harm, and which measure belongs to which number."""

from __future__ import annotations

import pytest

from generator import dates as edtf
from generator.derive import casualties
from generator.derive.proposals import Proposal, Reading
from generator.reading.roster import ActorMention, Roster, RosterActor
from generator.text import Span

PUBLISHED = edtf.parse("2019-05-15")  # a Wednesday
Found = tuple[str, int | None, int | None]


def proposed(text: str, *actors: str) -> list[Proposal]:
    """Every fact proposed from a text; its roster knows the actors by the names given."""
    known = {name.lower().replace(" ", "-"): name for name in actors}
    mentions = [
        ActorMention(Span(at, at + len(name)), name, key, name)
        for key, name in known.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    people = {key: RosterActor(key, name, "organisation", (name,), None, None, False) for key, name in known.items()}
    roster = Roster(people, tuple(sorted(mentions, key=lambda mention: mention.span)))
    return list(casualties.propose(Reading(text, PUBLISHED, roster)))


def found(text: str) -> list[Found]:
    """Measure, low and high of every fact."""
    return [(fact.values["measure"], fact.values["low"], fact.values["high"]) for fact in proposed(text)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("A bomb killed 12 people and wounded 30.", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("The raid left 12 dead, 30 injured.", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("A mine went off, killing four and injuring seven others.", [("killed", 4, 4), ("wounded", 7, 7)]),
        ("At least 69 killed and 250 wounded, medics said.", [("killed", 69, None), ("wounded", 250, 250)]),
        ("Some 20 villagers were killed by soldiers.", [("killed", 20, 20)]),
        ("The death toll rose to 45.", [("killed", 45, 45)]),
        ("The death toll from the flood rose from 40 to 45.", [("killed", 45, 45)]),
        ("The army lost 12 men.", [("killed", 12, 12)]),
        ("The bodies of six herders were found.", [("killed", 6, 6)]),
        ("The war has claimed the lives of more than 3,000 people.", [("killed", 3000, None)]),
        ("The war has claimed 3,000 lives.", [("killed", 3000, 3000)]),
        ("Twelve soldiers died in the ambush.", [("killed", 12, 12)]),
        ("Between 10 and 15 miners have so far been killed.", [("killed", 10, 15)]),
        ("The raid killed 12 soldiers and three farmers.", [("killed", 12, 12), ("killed", 3, 3)]),
        ("At least 45 rebels and 20 soldiers had been killed.", [("killed", 45, None), ("killed", 20, 20)]),
        ("The fire led to four deaths.", [("killed", 4, 4)]),
        ("Nearly 900,000 people have fled their homes.", [("displaced", 900000, 900000)]),
        ("The camps hold 4,000 refugees.", [("displaced", 4000, 4000)]),
        ("The floods drove 6,000 people from their homes.", [("displaced", 6000, 6000)]),
        ("Up to 300 sailors are missing.", [("missing", None, 300)]),
        ("Police detained 40 protesters.", [("detained", 40, 40)]),
        ("Some 30 people were killed or wounded.", [("dead_or_wounded", 30, 30)]),
        ("The army took 300 casualties.", [("dead_or_wounded", 300, 300)]),
        ("In the north 17 people including two children were killed.", [("killed", 17, 17)]),
    ],
)
def test_measures(text: str, facts: list[Found]) -> None:
    """Each number has the measure of the verb or noun that governs it."""
    assert found(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of people were killed.",
        "Twelve gunmen attacked the post.",
        "Two bombs killed the mayor.",
        "An average of 13 people have been killed daily.",
        "Forty people a day were killed.",
        "Police arrested nobody and seized 12 rifles.",
        "The army captured 12 villages.",
        "The dam could kill 3,000 people.",
        "The plan would displace 3,000 people.",
        "He was killed by 12 gunmen.",
        "Canada will resettle 3,000 refugees.",
        "They fired 300 shells at the town.",
        "No people were killed.",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    """Vague numbers, rates, attackers, things, threats and denials are no estimates."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The raid killed 23 civilians, including nine children.", [("killed", 23, 23)]),
        ("Some 900 people fled, of whom nearly 400 went north.", [("displaced", 900, 900)]),
        ("In all 30 miners died, 12 of them boys.", [("killed", 30, 30)]),
        ("Clashes kill 12\n\nClashes killed at least 12 people in Mopti.", [("killed", 12, None)]),
        ("Almost 1,000 dead in a month\n\nThe ministry counts 957 people killed.", [("killed", 957, 957)]),
        ("The raid killed 12 people. The 12 people killed were miners.", [("killed", 12, 12)]),
    ],
)
def test_counted_once(text: str, facts: list[Found]) -> None:
    """The part of a whole, a headline's form of a number and a repetition add nothing."""
    assert found(text) == facts


def test_speaker_and_quote() -> None:
    """Who gives a number is in the quote."""
    text = "According to Relief Watch, 400 people have been killed in the hills."
    (fact,) = proposed(text, "Relief Watch")
    assert fact.values["said_by"] == "relief-watch"
    assert [text[span.start : span.end] for span in fact.spans] == [
        "According to Relief Watch, 400 people have been killed"
    ]


def test_dates_of_a_count() -> None:
    """The day beside the number is when people came to harm; a date of counting is the one up to which it runs."""
    (fact,) = proposed("Shells killed 13 farmers on Monday.")
    assert (str(fact.values["period"]), fact.values["as_of"]) == ("2019-05-13", None)
    (fact,) = proposed("The office estimated in August last year that 400 people had been killed.")
    assert (fact.values["period"], str(fact.values["as_of"])) == (None, "2018-08")


def test_shortest_quote() -> None:
    """A quote begins with the verb or the number."""
    text = "After a long night, shells hit a market in the old town, killing nine traders near the well."
    (fact,) = proposed(text)
    assert [text[span.start : span.end] for span in fact.spans] == ["killing nine traders"]
