"""A position follows from its words: its holder, and every actor, number, date and denial of the sentence."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Participant, Position
from tests.bearing import doubts_of


def _position(text: str, who: object, says: str, **fields: Any) -> list[str]:
    return doubts_of(Position, text, who=who, says=says, **fields)


@pytest.mark.parametrize(
    ("text", "who", "says"),
    [
        ("Freedonia wants talks", "freedonia", "Wants talks"),
        ("Freedonia said it would not attend", "freedonia", "Will not attend"),
        ("Firefly, the envoy, has urged Sylvania to come", "firefly", "Urges Sylvania to come"),
        ('"We hope for a truce," Firefly said', "firefly", "Hopes for a truce"),
        ("both Freedonia and Sylvania support the talks", ["freedonia", "sylvania"], "Support the talks"),
        ("Freedonia is looking forward to the talks", "freedonia", "Looks forward to the talks"),
        ("Freedonia's demand for a truce", "freedonia", "Demands a truce"),
        ("the Freedonian government's preferred method is talks", "freedonia", "Prefers talks"),
        ("Freedonia, which backs Sylvania but wants peace", "freedonia", "Backs Sylvania and wants peace"),
        ("rebels due to attend say they will discuss a truce", "league", "Will discuss a truce"),
        ("Freedonia: a truce comes first", "freedonia", "Puts a truce first"),
        ('"We want talks," the masked men said', "iron-guard", "Wants talks"),  # others go by that name too
        ("Freedonia expects 20 delegates on 12 May", "freedonia", "Expects 20 delegates on 12 May"),
        ("Freedonia expects 20 delegates on May 12", "freedonia", "Expects 20 delegates on 12 May 2031"),
        ("Freedonia rejects a third round", "freedonia", "Rejects a third round"),
    ],
)
def test_a_position_of_its_own_words_is_borne_out(text: str, who: object, says: str) -> None:
    """Who wants something stands there as the one who does, and may be the speaker."""
    assert _position(text, who, says) == []


LEAVE_OUT = "quote the words that do, leave it out, or give the reason in `because`"
SHOW = "quote the words that show it, or give the reason in `because`"
HOLDS = "but not as the one who wants, offers, refuses or expects it"


@pytest.mark.parametrize(
    ("text", "who", "says", "expected"),
    [
        (
            "Freedonia wants Sylvania to come",
            "sylvania",
            "Wants to come",
            f"who: the quote names Sylvania (sylvania), {HOLDS}; did you mean freedonia? Otherwise {SHOW}",
        ),
        (
            "Sylvania was asked to come",
            "sylvania",
            "Asks to come",
            f"who: the quote names Sylvania (sylvania), {HOLDS}; {SHOW}",
        ),
        (
            "talks in Sylvania will go on",
            "sylvania",
            "Expects talks to go on",
            f"who: the quote names Sylvania (sylvania), {HOLDS}; {SHOW}",
        ),
        (
            "Freedonia wants talks",
            "freedonia",
            "Wants talks with Sylvania",
            f"says: the quote does not show the actor 'Sylvania'; {LEAVE_OUT}",
        ),
        (
            "Freedonia expects 20 delegates",
            "freedonia",
            "Expects 30 delegates",
            f"says: the quote does not show the number '30'; {LEAVE_OUT}",
        ),
        (
            "Freedonia expects more than 20 delegates",
            "freedonia",
            "Expects 20 delegates",
            f"says: the quote does not show the number '20'; {LEAVE_OUT}",
        ),
        (
            "Freedonia expects talks on 12 May",
            "freedonia",
            "Expects talks on 13 May",
            f"says: the quote does not show the date '13 May'; {LEAVE_OUT}",
        ),
        (
            "Freedonia rejects a third round",
            "freedonia",
            "Rejects a fourth round",
            f"says: the quote does not show the number 'fourth'; {LEAVE_OUT}",
        ),
        (
            "Freedonia insists on resolution 4711b",
            "freedonia",
            "Insists on resolution 4712b",
            f"says: the quote does not show the number '4712'; {LEAVE_OUT}",
        ),
        (
            "Freedonia wants talks",
            "freedonia",
            "Does not want talks",
            (
                "says: it denies or refuses more than the quote does; "
                "quote the words that do, correct the sentence, or give the reason in `because`"
            ),
        ),
        (
            "Freedonia does not want talks",
            "freedonia",
            "Wants talks",
            (
                "says: the quote denies or refuses, and the sentence does not; "
                "keep the denial in the sentence, or quote fewer words"
            ),
        ),
    ],
)
def test_what_the_quote_cannot_show_is_a_problem(text: str, who: object, says: str, expected: str) -> None:
    """Another's wish, and an actor, number, date or denial that the words do not have."""
    assert _position(text, who, says) == [expected]


def test_who_speaks_for_itself_needs_no_speaker() -> None:
    """`said_by` is for what another reports, and then it is needed."""
    text = '"Freedonia wants talks," Firefly added'
    assert _position(text, "freedonia", "Wants talks", said_by="firefly") == []
    assert _position(text, "freedonia", "Wants talks") == [
        (
            "said_by: the words are those of Rufus Firefly (firefly), and `said_by` is null; "
            "write firefly, or quote only what the article says itself"
        )
    ]
    assert _position("Firefly said he wants talks", "firefly", "Wants talks", said_by="firefly") == [
        "said_by: firefly speaks for itself: it is in `who` already; leave it out, or write who reports it"
    ]


def test_a_sentence_may_say_what_the_event_is_called() -> None:
    """The names of the event itself and the reason in `because` need no words in the quote."""
    says = "Wants the second Sylvania talks to go on"
    assert len(_position("Freedonia wants them to go on", "freedonia", says)) == 2
    assert _position("Freedonia wants them to go on", "freedonia", says, subject="Sylvania talks, second round") == []
    because = 'The second talks in Sylvania are meant by "them".'
    assert _position("Freedonia wants them to go on", "freedonia", says, because=because) == []


def test_a_reason_may_name_the_holder() -> None:
    """Whose `we` it is, a quote need not show."""
    because = 'The speaker ("he said") is Rufus Firefly.'
    assert _position("We want talks", "firefly", "Wants talks", because=because) == []


def _present(text: str, **fields: Any) -> list[str]:
    return doubts_of(Participant, text, **fields)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Sylvania should be invited", {"status": "invited"}),
        ("Freedonia wants Sylvania to take part", {"status": "attending"}),
        ("Freedonia called on Sylvania to join the talks", {"status": "attending"}),
        ("it would be the right thing to invite Sylvania", {"status": "invited"}),
        ("Freedonia is counting on Sylvania accepting this invitation", {"status": "invited"}),
        ("representatives of Sylvania should be invited", {"status": "invited"}),
    ],
)
def test_what_is_only_wished_is_proposed(text: str, fields: dict[str, Any]) -> None:
    """Under a word of wishing or demanding, nobody attends or is invited yet."""
    assert _present(text, who="sylvania", proposed=True, **fields) == []
    assert _present(text, who="sylvania", **fields) == [
        (
            "proposed: the quote only says that it should be so; "
            "write `proposed: true`, or quote the words that say that it is so"
        )
    ]


@pytest.mark.parametrize(
    "text",
    ["Sylvania will attend the talks", "Sylvania has agreed to attend", "Freedonia has asked Sylvania to attend"],
)
def test_what_is_so_is_not_proposed(text: str) -> None:
    """Plans, agreements and requests that are made are more than a proposal."""
    assert _present(text, who="sylvania", status="attending") == []
    assert _present(text, who="sylvania", status="attending", proposed=True) == [
        (
            "proposed: nothing in the quote proposes, wishes or demands it; "
            "quote the words that do, leave `proposed` out, or give the reason in `because`"
        )
    ]


def test_against_is_whose_presence_is_opposed() -> None:
    """It is named behind the refusal, and by the quote."""
    text = "Freedonia opposes any presence of Sylvania"
    assert _present(text, who="freedonia", status="opposed", against="sylvania") == []
    assert _present(text, who="freedonia", status="opposed", against="league") == [
        (
            "against: the quote does not name Northern League (league); it names Sylvania instead: "
            "did you mean sylvania? Otherwise quote the words that name league, "
            "list the name used under `also` in actors.yml, or give the reason in `because`"
        )
    ]
    (found,) = _present("Sylvania said Freedonia opposes it", who="freedonia", status="opposed", against="sylvania",
                        said_by="sylvania")  # fmt: skip
    assert found == (
        "against: the quote names Sylvania (sylvania), but not as the one whose presence is opposed; "
        "quote the words that show it, correct it, or give the reason in `because`"
    )
