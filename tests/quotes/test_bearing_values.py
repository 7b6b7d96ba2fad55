"""Each number, date, status, role and exclusion of a fact follows from its words."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import CasualtyEstimate, DateFact, ExcludedGroup, Mediator, Participant
from tests.bearing import doubts_of


def _killed(text: str, **fields: Any) -> list[str]:
    return doubts_of(CasualtyEstimate, text, **{"measure": "killed", **fields})


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("40 people were killed", {"low": 40, "high": 40}),
        ("forty people were killed", {"low": 40, "high": 40}),
        ("more than 1,200 were killed", {"low": 1200}),
        ("at least 1,200 were killed", {"low": 1200}),
        ("up to 30 were killed", {"high": 30}),
        ("some 1.5 million were killed", {"low": 1_500_000, "high": 1_500_000, "about": True}),
        ("10 to 15 people were killed", {"low": 10, "high": 15}),
        ("40 were killed and 90 wounded", {"low": 40, "high": 40}),
        ("40 were killed and 90 wounded", {"measure": "wounded", "low": 90, "high": 90}),
        ("They were killed", {"low": 40, "high": 40, "because": "The 40 people killed are counted above."}),
    ],
)
def test_a_number_with_its_bounds_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """Digits and words, bounds and hedges, ranges, and of two counts the one beside the measure's word."""
    assert _killed(text, **fields) == []


MEASURE = "correct the measure, or give the reason in `because`"
CUT = "the article says 'More than 40': quote all of it and record that"
NUMBER = "record the number with the bound or hedge that the words give it, or give the reason in `because`"


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("40 were killed", {"low": 41, "high": 41}, f"low: the quote gives '40' for this, not 41; {NUMBER}"),
        ("40 were killed", {"low": 40}, f"low: the quote gives '40' for this, not 40 or more; {NUMBER}"),
        ("40 were killed", {"high": 40}, f"high: the quote gives '40' for this, not 40 or fewer; {NUMBER}"),
        (
            "some 40 were killed",
            {"low": 40, "high": 40},
            f"low: the quote gives 'some 40' for this, not 40; {NUMBER}",
        ),
        (
            "more than\u00a01,200 were killed",
            {"low": 1200, "high": 1200, "about": True},
            f"low: the quote gives 'more than 1,200' for this, not about 1,200; {NUMBER}",
        ),
        (
            "10 to 15 were killed",
            {"low": 10, "high": 20},
            f"low: the quote gives '10 to 15' for this, not 10 to 20; {NUMBER}",
        ),
        ("many were killed", {"low": 1000}, f"low: the quote gives no number such as 1,000 or more; {NUMBER}"),
        (
            "40 were killed and 90 wounded",
            {"low": 90, "high": 90},
            f"low: the quote gives '40' for this, not 90; {NUMBER}",
        ),
        (
            "More than 40 were killed",
            {"low": 40, "high": 40, "quote": "40 were killed"},
            f"low: the quote gives no number such as 40; {CUT}",
        ),
    ],
)
def test_another_number_or_bound_is_a_doubt(text: str, fields: dict[str, Any], expected: str) -> None:
    """The doubt shows what the quote gives, or the hedge that it cuts off."""
    assert _killed(text, **fields) == [expected]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("40 people fled", "displaced", []),
        ("a toll of 40 casualties", "dead_or_wounded", []),
        ("40 people were caught up in it", "missing", []),
        (
            "40 people were wounded",
            "killed",
            [f"measure: the quote speaks of dead_or_wounded and wounded, not of killed; {MEASURE}"],
        ),
    ],
)
def test_the_measure_is_not_another(text: str, measure: str, expected: list[str]) -> None:
    """Where the words show a measure, it is the one recorded."""
    assert _killed(text, measure=measure, low=40, high=40) == expected


def test_a_count_is_a_number_of_the_quote() -> None:
    """A count has no bounds, and is one of those that the quote gives."""
    text = "A delegation of some 20 people will attend"
    assert doubts_of(Participant, text, status="attending", count=20) == []
    assert doubts_of(Participant, text, status="attending", count=21) == [
        "count: the quote gives no number 21; record the number that the quote gives, or null"
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Talks will start on 12 May", {"when": "2031-05-12", "standing": "planned"}),
        ("Talks will start on Monday", {"when": "2031-05-12", "standing": "planned"}),
        ("Talks will start on Monday", {"when": "2031-05-12?", "standing": "planned"}),
        ("Talks will start next week", {"when": "2031-05-12/2031-05-18", "standing": "planned"}),
        ("Talks started in late April", {"when": "2031-04"}),
        ("Talks started in about 2029", {"when": "2029~"}),
        ("Talks started soon after", {"when": None}),
        ("Talks started soon after", {"when": "2031-04", "because": "The paragraph above speaks of April 2031."}),
    ],
)
def test_a_date_at_the_precision_of_its_words_is_borne_out(text: str, fields: dict[str, Any]) -> None:
    """A date follows from its words and the article's date, or from the reason; null follows from any words."""
    assert doubts_of(DateFact, text, what="start", **fields) == []


NO_DATE = "quote the words that give the date, write null where there are none, or give the reason in `because`"
UNSETTLED = "write null: the date of the article does not settle what these words mean"
DATE = "record the date at the precision of those words, or give the reason in `because`"


@pytest.mark.parametrize(
    ("text", "when", "published", "expected"),
    [
        (
            "Talks began on 2 May",
            "2031-05-03",
            "2031-05-08",
            f"the quote dates it by '2 May' (2031-05-02), not 2031-05-03; {DATE}",
        ),
        (
            "Talks began in April",
            "2031-04-02",
            "2031-05-08",
            f"the quote dates it by 'April' (2031-04), not 2031-04-02; {DATE}",
        ),
        (
            "Talks began on 2\u00a0May",
            "2031",
            "2031-05-08",
            f"the quote dates it by '2 May' (2031-05-02), not 2031; {DATE}",
        ),
        (
            "Talks began in about 2029",
            "2029",
            "2031-05-08",
            f"the quote dates it by 'about 2029' (2029~), not 2029; {DATE}",
        ),
        (
            "Talks began then",
            "2031-04",
            "2031-05-08",
            f"the quote holds no date, so 2031-04 does not follow from it; {NO_DATE}",
        ),
        (
            "Talks began on Monday",
            "2031-05-05",
            None,
            f"the quote dates it by 'Monday' (not to be resolved), not 2031-05-05; {UNSETTLED}",
        ),
    ],
)
def test_another_date_or_precision_is_a_doubt(text: str, when: str, published: str | None, expected: str) -> None:
    """The doubt shows what the words mean, or that nothing settles it."""
    assert doubts_of(DateFact, text, what="start", when=when, published=published) == [f"when: {expected}"]


def test_each_date_of_an_estimate_is_checked() -> None:
    """`as_of` and `period` follow from the words as `when` does."""
    text = "By the end of April 2031 at least 40 people had been killed"
    assert _killed(text, low=40, as_of="2031-04") == []
    assert [doubt.split(":")[0] for doubt in _killed(text, low=40, as_of="2031-05", period="2030")] == [
        "as_of",
        "period",
    ]


@pytest.mark.parametrize(
    ("when", "standing", "expected"),
    [
        ("2031-05-02", "reported", []),
        ("2031-05-12", "planned", []),
        ("2031-05-08", "planned", []),
        ("2031-05-08", "reported", []),
        ("2031-05", "planned", []),
        ("2031-05", "reported", []),
        (
            "2031-05-02",
            "planned",
            ["standing: 2031-05-02 is planned, but lies before the article (2031-05-08); write reported"],
        ),
        (
            "2031-05-12",
            "reported",
            ["standing: 2031-05-12 is reported, but lies after the article (2031-05-08); write planned"],
        ),
    ],
)
def test_standing_fits_the_date_of_the_article(when: str, standing: str, expected: list[str]) -> None:
    """What is planned lies not before the article, and what is reported not after it."""
    because = "It may be 2 May 2031, 8 May 2031, 12 May 2031 or another day. All lie in May 2031."
    assert doubts_of(DateFact, "The talks", what="held", when=when, standing=standing, because=because) == expected


def test_standing_is_not_judged_without_the_date_of_the_article() -> None:
    """Nothing lies before or after an article of an unknown date."""
    text = "The talks of 2 May 2031"
    assert doubts_of(DateFact, text, what="held", when="2031-05-02", standing="planned", published=None) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ruritania will attend", "attending"),
        ("Ruritania refused to extend the truce but will attend", "attending"),
        ("Ruritania will not attend", "absent"),
        ("Ruritania has refused to attend", "refused"),
        ("Ruritania opposes the talks", "opposed"),
        ("The armed opposition will attend; Ruritania", "attending"),
        ("Ruritania", "attending"),
    ],
)
def test_a_status_that_the_words_show_is_borne_out(text: str, status: str) -> None:
    """A negative status needs a word of denial or refusal, and any other must not be denied."""
    assert doubts_of(Participant, text, who="ruritania", status=status) == []


NOTHING_DENIES = (
    "status: nothing in the quote denies, refuses or opposes, so {!r} does not follow from it; "
    "quote the words that show it, correct the status, or give the reason in `because`"
)
NEGATED = (
    "status: the quote negates what {!r} says; "
    "correct the status (absent, refused or opposed), or give the reason in `because`"
)
NOTHING_SHOWS = (
    "status: the quote denies, refuses or opposes, and nothing in it shows {!r}; "
    "quote the words that show it, correct the status, or give the reason in `because`"
)


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("Ruritania will attend", "absent", NOTHING_DENIES),
        ("Ruritania will attend with the armed opposition", "refused", NOTHING_DENIES),
        ("Ruritania will not attend", "attending", NEGATED),
        ("Ruritania has not so far been formally invited", "invited", NEGATED),
        ("Ruritania refuses, for now, to take part", "attending", NEGATED),
        ("Ruritania feels left out", "represented", NOTHING_SHOWS),
    ],
)
def test_a_status_that_the_words_deny_is_a_doubt(text: str, status: str, expected: str) -> None:
    """A status and its denial are told apart, and names such as `armed opposition` deny nothing."""
    assert doubts_of(Participant, text, who="ruritania", status=status) == [expected.format(status)]


def test_a_reason_bears_out_a_status() -> None:
    """What the quote does not show, the reason may."""
    because = "To freeze the talks is to refuse them."
    assert doubts_of(Participant, "Ruritania froze the talks", who="ruritania", status="refused", because=because) == []


def test_a_role_is_not_negated() -> None:
    """Who does not mediate is no mediator."""
    assert doubts_of(Mediator, "Freedonia mediates", who="freedonia", role="mediator") == []
    assert doubts_of(Mediator, "Freedonia never mediated", who="freedonia", role="mediator") == [
        "role: the quote negates what 'mediator' says; remove the fact, or give the reason in `because`"
    ]


def test_an_exclusion_shows_in_the_words() -> None:
    """A group is left out only by words that leave it out."""
    assert doubts_of(ExcludedGroup, "The talks exclude the Iron Guard", who="iron-guard") == []
    assert doubts_of(ExcludedGroup, "The Iron Guard will attend", who="iron-guard") == [
        "who: nothing in the quote excludes anybody; quote the words that exclude them, or give the reason in `because`"
    ]


@pytest.mark.parametrize(
    ("text", "quote", "denial"),
    [
        ("Ruritania has not been invited to the talks", "invited to the talks", "not been"),
        ("Ruritania has refused to attend the talks", "attend the talks", "refused to"),
        ("Ruritania hasn’t formally joined the talks", "joined the talks", "hasn't formally"),
        ("It was never agreed", "agreed", "never"),
    ],
)
def test_a_quote_does_not_begin_behind_its_denial(text: str, quote: str, denial: str) -> None:
    """A quote that leaves the `not` before it out says the opposite of its article."""
    fields = {"role": "guests", "status": "attending", "quote": quote}
    remedy = "quote these words too, or give the reason in `because`"
    assert doubts_of(Participant, text, **fields) == [
        f"quote: the article has {denial!r} just before the quote; {remedy}"
    ]
    assert doubts_of(Participant, text, **fields, because="The guests are others.") == []


def test_a_quote_may_begin_behind_other_words() -> None:
    """A denial that ends before the quote denies something else."""
    text = "Ruritania will not attend. Freedonia will attend."
    assert doubts_of(Participant, text, who="freedonia", status="attending", quote="Freedonia will attend") == []


def test_hostile_articles_take_linear_time() -> None:
    """Many numbers, names and measures in one article are read once, and a fact is checked against its own quote."""
    text = "1 killed, 2 wounded in Ruritania. " * 4_000 + "In all, 40 people were killed."
    assert _killed(text, quote="In all, 40 people were killed.", low=40, high=40) == []
