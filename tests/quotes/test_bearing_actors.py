"""Each actor of a fact follows from its words: who, for whom, said by whom, and nobody left out of a list."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import CasualtyEstimate, DateFact, ExcludedGroup, Fact, Mediator, Participant
from tests.bearing import doubts_of

NOT_NAMED = (
    "quote the words that name {0}, list the name used under `also` in actors.yml, or give the reason in `because`"
)
RURITANIA_INSTEAD = "it names Ruritania instead: did you mean ruritania? Otherwise "
NO_SPEAKER = "Rufus Firefly (firefly), but not as the one who says so"
SPEAKER = "quote the words that show it, or write in `because` that the speaker is Rufus Firefly"
PART = "quote the words that show its part, or give the reason in `because`"


def _participant(text: str, **fields: Any) -> list[str]:
    return doubts_of(Participant, text, **{"status": "attending", **fields})


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Ruritania will attend.", {"who": "ruritania"}),
        ("The Ruritanian envoy will attend.", {"who": "ruritania"}),
        ("RURITANIA will attend.", {"who": "ruritania"}),
        ("Ruritania’s envoy and the armed opposition will attend.", {"who": ["ruritania", "league"]}),
        ("Karim O’Zog will attend for the Northern League.", {"who": "zog", "for": "league"}),
        ("masked men will attend", {"who": "black-hand"}),
        ("The hosts will attend.", {"who": "freedonia", "because": "Freedonia hosts the talks."}),
        ("Ruritania will attend.", {"who": "nobody-known"}),
        ("20 delegates will attend.", {"count": 20}),
    ],
)
def test_an_actor_named_by_any_of_its_names_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """House name, other names, capitals, shared names and the reason count; unknown ids are another rule's."""
    assert _participant(text, **fields) == []


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (
            "Delegates will attend.",
            {"who": "sylvania"},
            ["who: the quote does not name Sylvania (sylvania); " + NOT_NAMED.format("sylvania")],
        ),
        (
            "Ruritania will attend.",
            {"who": "sylvania"},
            [f"who: the quote does not name Sylvania (sylvania); {RURITANIA_INSTEAD}{NOT_NAMED.format('sylvania')}"],
        ),
        (
            "Ruritania and Freedonia will attend.",
            {"who": ["freedonia", "sylvania"], "for": "league"},
            [
                f"{field}: the quote does not name {name}; {RURITANIA_INSTEAD}{NOT_NAMED.format(actor)}"
                for field, name, actor in (
                    ("who", "Sylvania (sylvania)", "sylvania"),
                    ("for", "Northern League (league)", "league"),
                )
            ],
        ),
        (
            "The hosts will attend.",
            {"who": "freedonia", "because": "The hosts are named above."},
            ["who: the quote does not name Freedonia (freedonia); " + NOT_NAMED.format("freedonia")],
        ),
        (
            "The envoy will attend.",
            {"who": "freedonia", "because": 'The envoy is "the Freedonian envoy" of the paragraph above.'},
            ["who: the quote does not name Freedonia (freedonia); " + NOT_NAMED.format("freedonia")],
        ),
    ],
)
def test_an_actor_whom_the_words_do_not_name_is_a_doubt(text: str, fields: dict[str, Any], expected: list[str]) -> None:
    """The doubt hints at whom the quote names instead; words that a reason only quotes are no reason."""
    assert _participant(text, **fields) == expected


@pytest.mark.parametrize(
    ("text", "fields", "as_what"),
    [
        ("Delegates from the rebels in Ruritania will attend", {"who": "ruritania"}, "a place"),
        ("the parties to the Ruritanian conflict will attend", {"who": "ruritania"}, "a place"),
        ("Freedonia-backed rebels will attend", {"who": "freedonia"}, "the backer of others"),
        ("The envoy for Ruritania will attend", {"who": "ruritania"}, "the place of a post"),
        ("Firefly's allies will attend", {"who": "firefly"}, "somebody's ally or rival"),
        ("Firefly said that the rebels will attend", {"who": "firefly", "said_by": "firefly"}, "the one who speaks"),
        (
            "Freedonian envoy Rufus Firefly said that the rebels will attend",
            {"who": "freedonia", "said_by": "firefly"},
            "the one who speaks",
        ),
        (
            "Ruritania opposes any Freedonian presence",
            {"who": "freedonia", "status": "opposed"},
            "what another refuses",
        ),
        ("the rebels will attend talks in Ruritania", {"who": "league", "for": "ruritania"}, "a place"),
    ],
)
def test_an_actor_named_in_another_part_is_a_doubt(text: str, fields: dict[str, Any], as_what: str) -> None:
    """A place, a backer, a post, an ally, a speaker or the one refused takes no part by being named."""
    (doubt,) = _participant(text, **fields)
    field = "for" if "for" in fields else "who"
    assert doubt.startswith(f"{field}: the quote names ")
    assert doubt.endswith(f" only as {as_what}; {PART}")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Ruritania said it will attend", {"who": "ruritania", "said_by": "ruritania"}),
        ("The rebels in Ruritania will attend; Ruritania will too", {"who": "ruritania"}),
        ("Firefly's allies will attend", {"who": "firefly", "because": "Rufus Firefly leads them."}),
        ("Ruritania opposes any Freedonian presence", {"who": "ruritania", "status": "opposed"}),
        ("A truce in Freedonia is opposed by Ruritania", {"who": "ruritania", "status": "opposed"}),
        ("talks in Ruritania’s capital, with Ruritania’s ministers attending", {"who": "ruritania"}),
    ],
)
def test_an_actor_named_in_two_parts_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """One mention that fits is enough, and a pronoun may mean the speaker."""
    assert _participant(text, **fields) == []


def test_a_backer_is_a_mediator() -> None:
    """`Freedonia-backed talks` is how a text says who backs them."""
    assert doubts_of(Mediator, "Freedonia-backed talks", who="freedonia", role="backer") == []


def test_a_reason_that_names_the_speaker_names_no_participant() -> None:
    """What tells who speaks does not tell who takes part."""
    assert _participant(
        "the rebels will attend",
        who=["league", "firefly"],
        said_by="firefly",
        because="The speaker is Rufus Firefly.",
    ) == [f"who: `because` names Rufus Firefly (firefly) only as the one who speaks; {PART}"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Talks will start on 12 May, Rufus Firefly said", {}),
        ("Talks will start on 12 May, the Freedonian envoy, Rufus Firefly, told reporters", {}),
        ("Talks will start on 12 May, according to Firefly", {}),
        ("Talks will start on 12 May, the envoy added", {"because": "The speaker is Rufus Firefly, named above."}),
    ],
)
def test_a_speaker_who_speaks_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """A verb of saying beside the name, or a reason that says who speaks."""
    when = {"what": "start", "when": "2031-05-12", "standing": "planned", "said_by": "firefly"}
    assert doubts_of(DateFact, text, **when, **fields) == []


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (
            "Rufus Firefly will attend",
            {"who": "firefly"},
            f"said_by: the quote names {NO_SPEAKER}; {SPEAKER}",
        ),
        (
            "Rufus Firefly will attend, Karim O'Zog said",
            {"who": "firefly"},
            f"said_by: the quote names {NO_SPEAKER}; did you mean zog? Otherwise {SPEAKER}",
        ),
        (
            "Ruritania will attend",
            {"who": "ruritania", "because": "Ruritania is a neighbour of Rufus Firefly's country."},
            f"said_by: `because` names {NO_SPEAKER}; {SPEAKER}",
        ),
    ],
)
def test_a_speaker_who_does_not_speak_is_a_doubt(text: str, fields: dict[str, Any], expected: str) -> None:
    """Being named is no speaking; where another speaks, that one is offered."""
    assert _participant(text, said_by="firefly", **fields) == [expected]


FIREFLY_SAYS = (
    "said_by: the words are those of Rufus Firefly (firefly), and `said_by` is null; "
    "write firefly, or quote only what the article says itself"
)


@pytest.mark.parametrize(
    ("kind", "text", "fields"),
    [
        (Participant, "Firefly said that the rebels will attend", {"who": "league", "status": "attending"}),
        (DateFact, "Firefly spoke on 7 May", {"what": "said", "when": "2031-05-07"}),
        (CasualtyEstimate, "Firefly estimated that 40 people died", {"measure": "killed", "low": 40, "high": 40}),
        (CasualtyEstimate, "40 people died, Firefly reported", {"measure": "killed", "low": 40, "high": 40}),
        (
            Participant,
            "the rebels will attend",
            {"who": "league", "status": "attending", "because": "The speaker is Rufus Firefly."},
        ),
    ],
)
def test_words_of_a_speaker_need_said_by(kind: type[Fact], text: str, fields: dict[str, Any]) -> None:
    """What somebody says is not recorded as the article's own."""
    assert doubts_of(kind, text, **fields) == [FIREFLY_SAYS]


@pytest.mark.parametrize(
    ("kind", "text", "fields"),
    [
        (DateFact, "Firefly announced a truce on 7 May", {"what": "agreed", "when": "2031-05-07"}),
        (Participant, "Firefly told reporters on his arrival", {"who": "firefly", "status": "attending"}),
        (Participant, "Firefly and the rebels will attend", {"who": ["firefly", "league"], "status": "attending"}),
    ],
)
def test_words_of_the_article_need_no_speaker(kind: type[Fact], text: str, fields: dict[str, Any]) -> None:
    """Verbs that do more than attribute, and a speaker whom the fact is about, leave the words the article's."""
    assert doubts_of(kind, text, **fields) == []


def test_nobody_acts_for_himself() -> None:
    """`for` is somebody else than `who`."""
    assert _participant("Ruritania will attend.", **{"who": "ruritania", "for": "ruritania"}) == [
        "for: Ruritania (ruritania) is in `who` already; write null, or whom it acts for"
    ]


LIST = "The talks are mediated by Ruritania, Freedonia and Sylvania."


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (LIST, {"who": ["ruritania", "freedonia", "sylvania"]}),
        ("Ruritania, Freedonia's ally, mediates.", {"who": "ruritania"}),
        ("Ruritania mediates; Freedonia and Sylvania do not take part.", {"who": "ruritania"}),
        (LIST, {"who": ["ruritania", "sylvania"], "because": "Freedonia has since withdrawn."}),
    ],
)
def test_a_whole_list_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """All of a list, a name that is none of it, or a reason for leaving one out."""
    assert doubts_of(Mediator, text, role="mediator", **fields) == []


LEFT_OUT = (
    "who: the quote lists {0!r} beside the others, and it is left out; "
    "add {1}, or say in `because` why {0} is not meant"
)


def test_a_list_with_one_left_out_is_a_doubt() -> None:
    """No party of a list is dropped in silence."""
    mediators = doubts_of(Mediator, LIST, who=["ruritania", "sylvania"], role="mediator")
    assert mediators == [LEFT_OUT.format("Freedonia", "freedonia")]
    groups = doubts_of(ExcludedGroup, "Excluded are the Iron Guard and the Black Hand.", who="black-hand")
    assert groups == [LEFT_OUT.format("Iron Guard", "iron-guard")]


def test_a_participant_may_be_one_of_a_list() -> None:
    """Participants may be stated one by one."""
    assert _participant("Ruritania and Freedonia will attend.", who="ruritania") == []
