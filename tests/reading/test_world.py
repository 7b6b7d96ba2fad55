"""The world list: complete, without double meanings, and by ids that stay."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.reading.world import regions, slug, world


def test_every_entry_has_an_id_made_from_its_name() -> None:
    """Ids are slugs of the names, so that they can stand in addresses."""
    for id_, entry in world().items():
        assert id_ == entry.id == slug(entry.name)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)


def test_no_name_means_two_entries() -> None:
    """Names, peoples and seats each belong to one entry, but for those that neighbours share in truth."""
    counts = Counter(
        form for entry in world().values() for form in {*entry.names, *entry.people, *entry.seats} if form != entry.id
    )
    assert {form for form, number in counts.items() if number > 1} <= {"Dominican", "Dominicans"}


@pytest.mark.parametrize(
    ("id_", "form", "where"),
    [
        ("russia", "Moscow", "seats"),
        ("russia", "Russians", "people"),
        ("united-states", "U.S.", "names"),
        ("united-states", "America", "names"),
        ("palestine", "Palestinians", "people"),
        ("kosovo", "Pristina", "seats"),
        ("taiwan", "Taiwanese", "people"),
        ("vatican", "Holy See", "names"),
        ("western-sahara", "Sahrawi", "people"),
        ("denmark", "Danes", "people"),
        ("united-nations", "UN", "names"),
        ("african-union", "AU", "names"),
        ("organization-for-security-and-co-operation-in-europe", "OSCE", "names"),
    ],
)
def test_states_and_bodies_go_by_their_usual_names(id_: str, form: str, where: str) -> None:
    """States have their adjectives and capitals, bodies their acronyms."""
    assert form in getattr(world()[id_], where)


@pytest.mark.parametrize("form", ["Swisss", "Chineses", "Frenchs", "Spanishs", "Congoleses", "Frenchmens"])
def test_words_that_have_no_plural_get_none(form: str) -> None:
    """Adjectives in -ese, -ish and -ch are their own plural."""
    assert not any(form in entry.people for entry in world().values())


def test_it_holds_the_members_of_the_united_nations() -> None:
    """At least the 193 members and the usual others are there."""
    assert sum(entry.kind == "state" for entry in world().values()) >= 197


def test_regions_are_no_states() -> None:
    """A region's name holds a state's and means another place."""
    assert "Gulf of Oman" in regions()
    assert not {name for entry in world().values() for name in entry.names} & set(regions())


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Côte d'Ivoire", "cote-divoire"),
        ("U.S.", "us"),
        ("Łódź Front", "lodz-front"),
        ("—", "actor"),
        ("a" * 200, "a" * 100),
    ],
)
def test_a_slug_keeps_letters_and_digits(name: str, id_: str) -> None:
    """Accents fall, apostrophes and stops close up, everything else is a hyphen; nothing left gives a plain word."""
    assert slug(name) == id_
