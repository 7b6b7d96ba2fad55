"""Pictures are laid out from facts: what they draw, where, and what they leave to the list beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from generator.corpus import load
from generator.pages import Settings, generate
from generator.pages.pictures import (
    LAYOUTS,
    EstimatesPicture,
    MediationPicture,
    TimelinePicture,
    estimates_picture,
    mediation_picture,
    timeline_picture,
)
from generator.pages.pictures.timeline import DATES_AT_MOST, DATES_IN_BRIEF, Mark
from generator.pages.views import Views
from tests.project import write_project
from tests.site_checks import Element, read_page

WIDE, NARROW = LAYOUTS["wide"], LAYOUTS["narrow"]


def views_of(root: Path, *sheets: str, actors: str = "", events: str = "talks: {title: Talks, kind: talks}") -> Views:
    """The views of a project of these sheets, one article each, in the order of their days of publication."""
    names = [f"a{number}" for number, _ in enumerate(sheets, 1)]
    written = {
        name: f"article: {{file: seeds/{name}.txt, sha256: SHA256, published: 2031-03-{day:02d}}}\n{sheet}"
        for day, (name, sheet) in enumerate(zip(names, sheets, strict=True), 1)
    }
    corpus = load(
        write_project(root, articles=dict.fromkeys(names, "Words.\n"), sheets=written, actors=actors, events=events)
    )
    return Views(corpus)


def dates_of(*facts: str, event: str = "talks", more: str = "") -> str:
    """A sheet of date facts, each given as `what when` or `what when planned`."""
    lines = []
    for number, fact in enumerate(facts):
        what, when, *planned = fact.split()
        standing = ", standing: planned" if planned else ""
        when = when if when == "null" else json.dumps(when)
        lines.append(f"  d{number}{more}: {{event: {event}, what: {what}, when: {when}{standing}, quote: Words}}\n")
    return "dates:\n" + "".join(lines)


def drawn(root: Path, *sheets: str, size: float = WIDE) -> TimelinePicture:
    """The timeline of a project of these sheets."""
    picture = timeline_picture(views_of(root, *sheets), size)
    assert picture is not None
    return picture


def labels(marks: Iterable[Mark]) -> list[str]:
    """The words of marks."""
    return [mark.label.words for mark in marks]


def boxes(picture: TimelinePicture) -> list[tuple[float, float, float, float]]:
    """The room that each label takes: left, right, top and bottom."""
    found = []
    for mark in picture.marks:
        left = mark.label.x - (mark.label.room if mark.label.anchor == "end" else 0)
        found.append((left, left + mark.label.room, mark.label.y - 11, mark.label.y + 3))
    return found


def assert_sound(picture: TimelinePicture) -> None:
    """Nothing lies outside, and no label on another label or on a mark."""
    rooms = boxes(picture)
    for mark, (left, right, top, bottom) in zip(picture.marks, rooms, strict=True):
        assert -0.1 <= left <= right <= picture.width + 0.1
        assert picture.axis <= top <= bottom <= picture.height
        assert 0 <= mark.left <= mark.right <= picture.width
    marks = [(m.left, m.right, m.y - 4.5, m.y + 4.5) for m in picture.marks]
    everything = sorted([*rooms, *marks], key=lambda box: box[2])
    for number, one in enumerate(everything):
        for other in everything[number + 1 :]:
            if other[2] >= one[3]:
                break
            assert one[1] <= other[0] or other[1] <= one[0], (one, other)


def test_days_are_points_and_longer_times_bars(tmp_path: Path) -> None:
    """A month is as long as the month; an interval runs from its first day to the end of its last."""
    picture = drawn(tmp_path, dates_of("held 2031-05-12", "start 2031-05", "end 2031-05-10/2031-05-20"))
    by_words = {mark.label.words: mark for mark in picture.marks}
    day, month, days = (by_words[words] for words in ("Held: 12 May 2031", "Start: May 2031", "End: 10 to 20 May 2031"))
    assert (day.point, month.point, days.point) == (True, False, False)
    assert day.left == day.right
    assert month.right - month.left == pytest.approx((days.right - days.left) * 31 / 11, abs=0.3)
    assert days.left == pytest.approx(month.left + (month.right - month.left) * 9 / 31, abs=0.2)


def test_open_ends_doubt_and_plans_are_marked(tmp_path: Path) -> None:
    """Each by a flag of its own, and plans in words as well."""
    picture = drawn(
        tmp_path,
        dates_of("start 2031-05/..", "end ../2031-07", "held 2031~", "agreed 2031-06? planned", "endorsed 2032"),
    )
    flags = {m.label.words: (m.open_start, m.open_end, m.doubtful, m.planned) for m in picture.marks}
    assert flags == {
        "Start: since May 2031": (False, True, False, False),
        "End: until July 2031": (True, False, False, False),
        "Held: about 2031": (False, False, True, False),
        "Agreed: June 2031 (worked out), planned": (False, False, True, True),
        "Endorsed: 2032": (False, False, False, False),
    }
    assert_sound(picture)


@pytest.mark.parametrize("size", LAYOUTS.values(), ids=LAYOUTS)
def test_a_moved_date_has_an_arrow_to_the_new_one(tmp_path: Path, size: float) -> None:
    """From old to new, step by step, below one another; the old one says so in words."""
    sheets = [dates_of(f"held 2031-05-{day} planned") for day in ("08", "20", "15")]
    picture = drawn(tmp_path, *sheets, size=size)
    eighth, twentieth, fifteenth = picture.marks
    assert labels(picture.marks) == [
        "Held: 8 May 2031, planned, moved",
        "Held: 20 May 2031, planned, moved",
        "Held: 15 May 2031, planned",
    ]
    assert [(arrow.x, arrow.y, arrow.side) for row in picture.rows for arrow in row.arrows] == [
        (eighth.middle, twentieth.y, 1),
        (twentieth.middle, fifteenth.y, -1),
    ]
    assert eighth.y < twentieth.y < fifteenth.y
    assert_sound(picture)


def test_a_move_by_little_slants_down(tmp_path: Path) -> None:
    """Where the new date stands nearly below the old one, the arrow has no room to run along."""
    sheets = [dates_of(f"held 2031-05-{day} planned", "start 2031-02", "end 2031-09") for day in ("08", "09")]
    (arrow,) = drawn(tmp_path, *sheets).rows[0].arrows
    assert (arrow.side, arrow.tip > arrow.x) == (0, True)


def test_what_differs_says_so(tmp_path: Path) -> None:
    """Two reports of two days are no move; the label leaves room for the words."""
    picture = drawn(tmp_path, dates_of("held 2031-05-08"), dates_of("held 2031-05-20"))
    assert [(mark.differs, mark.moved) for mark in picture.marks] == [(True, False)] * 2
    assert picture.rows[0].arrows == ()
    assert picture.marks[0].words == "Talks: Held: 8 May 2031 (sources differ); 1 article"
    assert "Held: 20 May 2031 (sources differ)" in picture.description


def test_one_date_is_a_picture_and_none_is_not(tmp_path: Path) -> None:
    """Dates without a year, and such as no words settle, are counted and not drawn."""
    assert timeline_picture(views_of(tmp_path / "none", dates_of("held XXXX-05-12", "end null")), WIDE) is None
    picture = drawn(tmp_path / "one", dates_of("held 2031-05-12", "start XXXX-05-12", "end null"))
    assert labels(picture.marks) == ["Held: 12 May 2031"]
    assert (picture.unplaced, picture.left_out, picture.breaks) == (2, 0, ())
    assert WIDE * 0.4 < picture.marks[0].middle < WIDE * 0.6
    assert picture.description == "1 date of 1 event, 12 May 2031. Talks: Held: 12 May 2031."


@pytest.mark.parametrize("size", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(
    "days",
    [
        ["0001", "9999"],
        ["0001-01-01", "9999-12-31"],
        ["0001-01-01", "0001-01-02", "9999-12-31"],
        ["9999-12"],
        ["../0001", "9999/.."],
        ["2011~", "2016-02", "2016-12-30", "2016-12-31", "2017-01-23", "2017"],
    ],
    ids=str,
)
def test_far_apart_dates_stay_within_the_picture(tmp_path: Path, days: list[str], size: float) -> None:
    """From the first day of the calendar to the last."""
    kinds = ("held", "start", "end", "agreed", "endorsed", "suspended")
    picture = drawn(tmp_path, dates_of(*(f"{kind} {day}" for kind, day in zip(kinds, days, strict=False))), size=size)
    assert_sound(picture)
    assert picture.ticks


@pytest.mark.parametrize("size", LAYOUTS.values(), ids=LAYOUTS)
def test_many_dates_are_bounded_and_apart(tmp_path: Path, size: float) -> None:
    """Of 500 dates it draws so many, those first that date an event best, and says how many it leaves to the list."""
    facts = [
        f"{'held' if day % 7 == 0 else 'endorsed'} {1990 + day % 61}-{day % 12 + 1:02d}-{day % 28 + 1:02d}"
        for day in range(500)
    ]
    picture = drawn(tmp_path, dates_of(*facts), size=size)
    assert len(picture.marks) == DATES_AT_MOST
    assert picture.left_out == len(set(facts)) - DATES_AT_MOST
    assert sum(label.startswith("Held") for label in labels(picture.marks)) == len({f for f in facts if "held" in f})
    assert_sound(picture)
    assert picture.height < DATES_AT_MOST * 40


def test_events_have_rows_and_many_repeats_a_bound(tmp_path: Path) -> None:
    """Each event by its title; of many statements a label counts the first ones by squares and the others by number."""
    events = "talks: {title: Talks, kind: talks}\ntruce: {title: Truce, kind: ceasefire}"
    sheet = dates_of(*["held 2031-05-12"] * 11) + dates_of("agreed 2031-05-13", event="truce", more="t").removeprefix(
        "dates:\n"
    )
    picture = timeline_picture(views_of(tmp_path, sheet, events=events), WIDE)
    assert picture is not None
    assert [row.title for row in picture.rows] == ["Talks", "Truce"]
    (mark,) = picture.rows[0].marks
    assert (len(mark.statements), mark.more) == (8, 3)
    assert mark.words == "Talks: Held: 12 May 2031; 1 article"


def test_a_brief_picture_leaves_out_speech(tmp_path: Path) -> None:
    """When something was said or announced dates no event; and it draws fewer dates."""
    views = views_of(tmp_path, dates_of("held 2031-05-12", "said 2031-05-10", "announced 2031-05-11"))
    picture = timeline_picture(views, WIDE, brief=True)
    assert picture is not None
    assert labels(picture.marks) == ["Held: 12 May 2031"]
    assert timeline_picture(views, WIDE, event=views.events["talks"]) is not None
    many = dates_of(
        *(f"held 2031-05-{day:02d}" for day in range(1, 31)), *(f"end 2031-06-{day:02d}" for day in range(1, 31))
    )
    picture = timeline_picture(views_of(tmp_path / "many", many), WIDE, brief=True)
    assert picture is not None
    assert (len(picture.marks), picture.left_out) == (DATES_IN_BRIEF, 60 - DATES_IN_BRIEF)


def test_the_axis_shortens_what_is_long_and_quiet(tmp_path: Path) -> None:
    """The break says how long it is; between breaks every day is equally wide."""
    picture = drawn(tmp_path, dates_of("start 2011", "held 2017-01-23", "end 2017-01-24", "agreed 2016-12"))
    assert [part.words for part in picture.breaks] == ["1 year", "5 years"]
    assert [(tick.upper, tick.lower) for tick in picture.ticks][:3] == [
        ("1 Jan", "2011"),
        ("1 Jan", "2012"),
        ("1 Dec", "2016"),
    ]
    assert "Shortened on the axis: 1 year, 5 years." in picture.description


def test_the_axis_breaks_nothing_that_has_room(tmp_path: Path) -> None:
    """Two far days do not crowd each other, nor do days that lie evenly."""
    for days in (["2011-03-15", "2017-01-23"], ["2011-03-15", "2014-05-05", "2017-01-23"]):
        facts = [f"{kind} {day}" for kind, day in zip(("held", "start", "end"), days, strict=False)]
        picture = drawn(tmp_path / str(len(days)), dates_of(*facts))
        assert picture.breaks == ()
        assert [tick.upper for tick in picture.ticks][1:4] == ["2012", "Jul", "2013"]


def estimates_of(*facts: str) -> str:
    """A sheet of casualty estimates, each given by its fields after the event."""
    lines = (f"  e{number}: {{event: {fact}, quote: Words}}\n" for number, fact in enumerate(facts))
    return "casualty_estimates:\n" + "".join(lines)


ESTIMATES = estimates_of(
    "talks, measure: killed, low: 1000, high: 1000",
    "talks, measure: killed, low: 2000, as_of: 2031-02, said_by: alma",
    "talks, measure: killed, high: 500",
    "talks, measure: killed, low: 100, high: 400, about: true",
    "talks, measure: killed, low: 0, high: 0, period: 2030",
    "talks, measure: wounded, low: 7, high: 7",
)
ALMA = "alma: {name: Alma Grey, kind: person}"


def estimates(root: Path, sheet: str, *, size: float = WIDE, measure: str = "killed") -> EstimatesPicture:
    """The picture of the estimates of a sheet."""
    picture = estimates_picture(views_of(root, sheet, actors=ALMA), measure, size)
    assert picture is not None
    return picture


@pytest.mark.parametrize("size", LAYOUTS.values(), ids=LAYOUTS)
def test_estimates_stand_on_one_axis_from_nought(tmp_path: Path, size: float) -> None:
    """In proportion, each by itself, with what bounds it, who counted and who repeats it."""
    picture = estimates(tmp_path, ESTIMATES, size=size)
    found = {one.number: one for one in picture.estimates}
    nought, thousand = found["0"], found["1,000"]
    assert nought.left == nought.right == picture.left == picture.ticks[0][0]
    assert picture.ticks[0][1] == "0"
    unit = (thousand.left - picture.left) / 1000
    assert found["2,000 or more"].left == pytest.approx(picture.left + 2000 * unit, abs=0.3)
    assert found["about 100 to 400"].left == pytest.approx(picture.left + 100 * unit, abs=0.3)
    assert found["about 100 to 400"].right == pytest.approx(picture.left + 400 * unit, abs=0.3)
    assert {number: (one.point, one.open_low, one.open_high, one.about) for number, one in found.items()} == {
        "1,000": (True, False, False, False),
        "2,000 or more": (True, False, True, False),
        "500 or fewer": (True, True, False, False),
        "about 100 to 400": (False, False, False, True),
        "0": (True, False, False, False),
    }
    assert found["2,000 or more"].details == "as of February 2031, counted by Alma Grey"
    assert found["0"].details == "in 2030, counted by nobody named"
    assert found["0"].evidence == "1 article"
    assert picture.description.startswith("Each estimate by itself, on one linear axis from 0;")
    assert all(0 <= one.left <= one.right <= size for one in picture.estimates)
    tops = [one.words_y for one in picture.estimates]
    assert all(later - earlier >= 30 for earlier, later in pairwise(tops))


def test_numbers_of_any_size_are_drawn(tmp_path: Path) -> None:
    """Also such as no floating-point number holds; the axis says them short, and its numbers have room."""
    for number, top in (("9" * 15, "5 × 10^14"), ("0", "1"), ("25000000", "20 million"), ("3", "3")):
        picture = estimates(
            tmp_path / number[:9], estimates_of(f"talks, measure: killed, low: {number}, high: {number}"), size=NARROW
        )
        assert picture.ticks[-1][1] == top
        places = [x for x, _ in picture.ticks]
        assert all(later - earlier >= 60 for earlier, later in pairwise(places))
    assert estimates_picture(views_of(tmp_path / "none", dates_of("held 2031")), "killed", WIDE) is None


def test_many_estimates_are_bounded(tmp_path: Path) -> None:
    """Those beyond the bound are counted."""
    sheet = estimates_of(*(f"talks, measure: killed, low: {n}, high: {n}" for n in range(100)))
    picture = estimates(tmp_path, sheet)
    assert (len(picture.estimates), picture.left_out) == (60, 40)


ACTORS = "\n".join(
    f"{name}: {{name: {name.capitalize()}, kind: state}}" for name in ("aland", "beland", "celand", "deland")
)


def mediation(root: Path, *sheets: str, size: float = WIDE, actors: str = ACTORS) -> MediationPicture | None:
    """The diagram of the talks of these sheets."""
    views = views_of(root, *sheets, actors=actors)
    return mediation_picture(views, views.events["talks"], size)


BROKERS = "mediators:\n  m: {event: talks, who: [%s], role: broker, quote: Words}\n"
TABLE = "participants:\n  p: {event: talks, who: [%s], status: attending, quote: Words}\n"


def test_mediators_face_the_parties(tmp_path: Path) -> None:
    """Each with its roles; one whom only some articles name is set apart, in words as well."""
    picture = mediation(
        tmp_path, BROKERS % "aland, beland" + TABLE % "celand, deland, aland", BROKERS % "aland", size=NARROW
    )
    assert picture is not None
    roles = {(node.actor, one.word): one.differs for node in picture.mediators for one in node.spokes}
    assert roles == {("aland", "broker"): False, ("beland", "broker"): True}
    assert [node.actor for node in picture.parties] == ["celand", "deland"]
    assert picture.description == (
        "Mediating: Aland, broker; Beland, broker (sources differ). At the table: Celand; Deland."
    )


def test_a_diagram_needs_somebody_to_set_apart(tmp_path: Path) -> None:
    """Several mediators, or one and parties."""
    assert mediation(tmp_path / "a", TABLE % "celand") is None
    assert mediation(tmp_path / "b", BROKERS % "aland") is None
    assert mediation(tmp_path / "c", BROKERS % "aland" + TABLE % "celand") is not None
    several = mediation(tmp_path / "d", BROKERS % "aland, beland")
    assert several is not None
    assert several.description.endswith("At the table: named by no article.")


@pytest.mark.parametrize("size", LAYOUTS.values(), ids=LAYOUTS)
def test_many_actors_stay_apart(tmp_path: Path, size: float) -> None:
    """Thirty on each side, with long names in two lines; beyond the bound they are counted."""
    names = [f"actor-{number}" for number in range(100)]
    actors = "\n".join(
        f"{name}: {{name: The most honourable {name} of the valley of winds, kind: state}}" for name in names
    )
    picture = mediation(
        tmp_path,
        BROKERS % ", ".join(names[:30]) + TABLE % ", ".join(names[30:]),
        size=size,
        actors=actors,
    )
    assert picture is not None
    assert (len(picture.mediators), len(picture.parties), picture.left_out) == (30, 40, 30)
    for column in (picture.mediators, picture.parties):
        assert all(one.y + one.height <= other.y for one, other in pairwise(column))
        assert all(node.name[1] for node in column)
        assert column[-1].y + column[-1].height <= picture.height


NASTY = "<b>&\"{{ 7*7 }}'</title><script>x</script> ]]> \u202eevil " + "w" * 200
HOSTILE = (
    dates_of("held 2031-05-12", "start 2031-05 planned")
    + BROKERS % "aland, beland"
    + TABLE % "celand"
    + ESTIMATES.replace("alma", "aland")
)


def svgs(root: Path, words: str) -> dict[str, list[Element]]:
    """The pictures of a site whose names are made of these words, page by page."""
    actors = "\n".join(
        f"{name}: {{name: {json.dumps(f'{name} {words}')}, kind: state}}" for name in ("aland", "beland", "celand")
    )
    views = views_of(root, HOSTILE, actors=actors, events=f"talks: {{title: {json.dumps(words)}, kind: talks}}")
    pages = generate(views.corpus, Settings("Site", ""))
    found = {page.path: read_page("".join(page.blocks)) for page in pages}
    assert [page.faults for page in found.values() if page.faults] == []
    return {
        path: page.html.all("svg", role="group") for path, page in found.items() if page.html.all("svg", role="group")
    }


def test_pictures_are_described_linked_and_safe(tmp_path: Path) -> None:
    """Title and description, ids of their own, a link to its fact at every mark, and colours from classes alone."""
    pictures = svgs(tmp_path / "nasty", NASTY)
    assert set(pictures) == {"index.md", "timeline.md", "casualties.md", "events/talks.md"}
    for found in pictures.values():
        ids = [one.attributes["id"] for svg in found for one in svg if one.attributes.get("id")]
        assert len(ids) == len(set(ids))
        for svg in found:
            title, about = svg.all("title")[0], svg.all("desc")[0]
            assert svg.attributes["aria-labelledby"] == f"{title.attributes['id']} {about.attributes['id']}"
            assert title.text
            assert about.text
            assert svg.all("g")
            for fact in (one for one in svg if "data-fact" in one.attributes):
                name = fact.attributes["data-fact"].split("/")[1]
                assert any(link.endswith(f"#{name}") for link in fact.links)
            for one in svg:
                assert not {"fill", "stroke", "style", "onclick"} & set(one.attributes)
                for value in one.attributes.values():
                    assert all(re.fullmatch(r"-?\d+(\.\d)?", n) for n in re.findall(r"(?<![\w#-])-?\d+\.\d+", value))


def test_words_change_no_shape(tmp_path: Path) -> None:
    """Names of markup give the same elements as plain ones."""
    shapes = [
        {path: [[(one.tag, sorted(one.attributes)) for one in svg] for svg in found] for path, found in each.items()}
        for each in (svgs(tmp_path / "a", NASTY), svgs(tmp_path / "b", "Plain words"))
    ]
    assert shapes[0] == shapes[1]
