"""Who an article names: people, states, governments, organisations, armed groups and unnamed sides."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Actor
from generator.reading.roster import Roster, read_roster

KNOWN = {
    "ruritania": Actor(name="Ruritania", kind="state", also=("Ruritanian", "Strelsau")),
    "ruritanian-government": Actor(name="Ruritanian government", kind="government", represents="ruritania"),
    "peruvian-state": Actor(name="Peru", kind="state"),
    "anna-berg": Actor(name="Anna Berg", kind="person"),
    "iron-guard": Actor(name="Iron Guard", kind="armed-group", also=("rebels",)),
}


def _mentions(roster: Roster) -> list[tuple[str, str]]:
    return [(mention.written, mention.actor) for mention in roster.mentions]


def _named(text: str) -> list[tuple[str, str]]:
    return _mentions(read_roster(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN Special Envoy for Peru Anna Berg said so.", "Anna Berg"),
        ("Kenyan Deputy Foreign Minister for Arab and African Affairs Peter Njoroge left.", "Peter Njoroge"),
        ("Secretary of State Jo Marsh left.", "Jo Marsh"),
        ("Mohammad Khan, the head of the political office of the Army of the Valleys, left.", "Mohammad Khan"),
        ("The head of the delegation, Tom Okello, left.", "Tom Okello"),
        ("They met rebel commander Kofi Boateng there.", "Kofi Boateng"),
        ("Gen. John K. Smith left.", "John K. Smith"),
        ("The delegation is led by Maria Quispe.", "Maria Quispe"),
        ("Talks failed, Peter van Doorn said.", "Peter van Doorn"),
        ("According to Bashir al-Nimr the talks failed.", "Bashir al-Nimr"),
        ("Norway's ambassador Ole Lund left.", "Ole Lund"),
        ("COSTA RICAN PRESIDENT JUAN SOTO VISITED THE SITE.", "JUAN SOTO"),
        ("MSGR LUIS PAZ LEON, BISHOP OF THE CITY, ATTENDED THE TALKS.", "LUIS PAZ LEON"),
        ('REBEL COMMANDER "ROSA" MARTA DEL RIO DENIED IT.', "MARTA DEL RIO"),
        ("Foreign Minister Ana Lima left.", "Ana Lima"),
    ],
)
def test_a_person_is_named_by_title_apposition_or_speech(text: str, expected: str) -> None:
    """The mention is the name alone, without title or role."""
    roster = read_roster(text)
    assert [m.written for m in roster.mentions if roster.actors[m.actor].kind == "person"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Geneva Peace Conference ended on Monday.",
        "Read More: World News and Photo Galleries",
        "Photo: Getty Images",
        "The minister Friday left for the East River in Zenda Province.",
        "In January the Nobel Prize was awarded.",
        "Operation Iron Fist began.",
        "THE MINISTER ARRIVED YESTERDAY.",
        "Talks Resume As Guns Fall Silent Near Old City",
        "",
        " \n\t",
    ],
)
def test_what_is_no_actor_is_not_named(text: str) -> None:
    """Days, places, events, headline words and credits are nobody."""
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("President Jorge Quispe came. Quispe left.", ["jorge-quispe", "jorge-quispe"]),
        ("Envoy Carla de Rossi came. De Rossi left.", ["carla-de-rossi", "carla-de-rossi"]),
        ("Minister Ali Jaber Ansari came. Jaber Ansari left.", ["ali-jaber-ansari", "ali-jaber-ansari"]),
        ("Minister Omar al-Nimr came. Nimr left.", ["omar-al-nimr", "omar-al-nimr"]),
        (
            "OMAR NIMR SAYS NO\n\nRebel leader Omar Nimr came to the talks on Monday. Nimr left.",
            ["omar-nimr", "omar-nimr", "omar-nimr"],
        ),
        ("Minister Jon Lund and envoy Ole Lund came. Lund left.", ["jon-lund", "ole-lund"]),
        ("Minister Jon Lund came with Eva Lund. Lund left.", ["jon-lund", "eva-lund"]),
        ("Envoy Eva Lund came. The envoy left.", ["eva-lund", "eva-lund"]),
        ("Envoy Eva Lund met envoy Jon Paz. The envoy left.", ["eva-lund", "jon-paz"]),
    ],
)
def test_short_forms_join_the_one_person_they_can_mean(text: str, ids: list[str]) -> None:
    """A surname or an office is joined to its holder, and to nobody where two share it."""
    assert [actor for _, actor in _named(text)] == ids


def test_a_person_has_a_role_and_a_body() -> None:
    """The words of the title are the role, and the body in it is whom the person represents."""
    berg = read_roster("UN Special Envoy for Peru Anna Berg left.").actors["anna-berg"]
    assert (berg.role, berg.represents) == ("UN Special Envoy for Peru", "united-nations")


@pytest.mark.parametrize(
    ("text", "id_", "kind"),
    [
        ("The Northern People's Front (NPF) left. The NPF said no.", "northern-peoples-front", "armed-group"),
        ("The Front for the Freedom of the Isles left.", "front-for-the-freedom-of-the-isles", "armed-group"),
        ("The Highland Army signed.", "highland-army", "armed-group"),
        ("The High Negotiations Committee left.", "high-negotiations-committee", "organisation"),
        ("The Workers' Union, or WUN, left.", "workers-union", "organisation"),
        ("Fighters of the Sky Movement left.", "sky-movement", "organisation"),
        ("Some Zenda rebels left.", "zenda", "armed-group"),
        ("The Daily Herald said so.", "daily-herald", "media"),
        ("THE UNITED WORKERS FRONT (UWF) REFUSED.", "united-workers-front", "armed-group"),
        ("THE 9 JUNE MOVEMENT (J-9) REFUSED.", "9-june-movement", "organisation"),
        ("A deal between Peru and Harkat was signed.", "harkat", "armed-group"),
        ("It was signed by the Marists.", "marists", "armed-group"),
        ("The UDX said no.", "udx", "organisation"),
    ],
)
def test_a_group_is_known_by_its_form_or_by_the_words_beside_it(text: str, id_: str, kind: str) -> None:
    """Front, Army, Committee, an acronym in brackets, or a noun such as rebels show a group."""
    assert read_roster(text).actors[id_].kind == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Red Front (RFX) left. RFX men left.", {"Red Front", "RFX"}),
        ("The Red Front (RFX, also known as Redfield) left.", {"Red Front", "RFX", "Redfield"}),
        ("The Red Front, also known as Redfield, left.", {"Red Front", "Redfield"}),
        ("The Workers' Front, or WFX, left.", {"Workers' Front", "WFX"}),
    ],
)
def test_a_second_name_names_the_same_group(text: str, names: set[str]) -> None:
    """Names in brackets, and behind "or" and "also known as", are names of the one before."""
    (actor,) = read_roster(text).actors.values()
    assert set(actor.names) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peruvian government left.", [("Peruvian government", "peruvian-government")]),
        ("The government of Peru left.", [("government of Peru", "peruvian-government")]),
        ("Peru's government delegation left.", [("Peru's government delegation", "peruvian-government")]),
        (
            "The Peruvian government left. The government delegation said so.",
            [("Peruvian government", "peruvian-government"), ("government delegation", "peruvian-government")],
        ),
        ("The government left.", [("government", "government")]),
        ("Rebels left, and the rebel groups agreed.", [("Rebels", "rebels"), ("rebel groups", "rebels")]),
        ("The armed opposition left.", [("armed opposition", "opposition")]),
        ("The U.S.-led coalition left.", [("U.S.-led coalition", "coalition")]),
        (
            "The rebel group, the Sky Movement, left.",
            [("rebel group", "sky-movement"), ("Sky Movement", "sky-movement")],
        ),
        ("The rebel-held town was calm.", []),
        ("There was opposition to the plan.", []),
        ("A government is needed.", []),
    ],
)
def test_governments_and_unnamed_sides_are_actors(text: str, expected: list[tuple[str, str]]) -> None:
    """One government for a state, one side for a noun; a group where the text names it in apposition."""
    found = [(" ".join(written.split()), actor) for written, actor in _named(text)]
    assert [(written[:1].lower() + written[1:], actor) for written, actor in found] == [
        (written[:1].lower() + written[1:], actor) for written, actor in expected
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Peru agreed.", [False]),
        ("a truce brokered by Peru and Chile", [False, False]),
        ("talks in Peru", [True]),
        ("held in neighbouring Peru", [True]),
        ("troops withdrew from Peru", [True]),
        ("representatives from Peru", [False]),
        ("the Peruvian capital", [True]),
        ("the Peruvian delegation", [False]),
        ("Peru's Zenda province", [True]),
        ("Zenda, Peru, was calm.", [True]),
        ("Peru, Chile, and Iran met.", [False, False, False]),
        ("He will travel to Peru.", [True]),
        ("the US-Peru brokered truce", [False, False]),
        ("the Peruvian-Chilean border", [True, True]),
        ("a Chilean-occupied town", [True]),
        ("the pro-Peruvian crowd", []),
        ("a storm in Central America", []),
        ("PERU TOLD US SO.", [False]),
    ],
)
def test_a_state_acts_or_is_a_place(text: str, places: list[bool]) -> None:
    """A state's name is a mention either way, and marked where it only says where."""
    assert [mention.place for mention in read_roster(text).mentions] == places


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Lima said no.", ["peru"]),
        ("Lima is preparing a meeting.", ["peru"]),
        ("a truce brokered by Lima and Oslo", ["peru", "norway"]),
        ("Talks took place in Lima.", []),
        ("Lima is large.", []),
        ("the road between Lima and Zenda", []),
        ("He flew to Lima on Monday.", []),
    ],
)
def test_a_capital_is_its_state_only_where_it_acts(text: str, states: list[str]) -> None:
    """The state is meant by "Lima said", and not where something happens in Lima."""
    assert [actor for _, actor in _named(text)] == states


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Justice and Unity Movement (JUM) left.", "justice-and-unity-movement"),
        ("Justice and Freedom Party members left.", "justice-and-freedom-party"),
        ("The truce with the Lord's Harvest Army broke.", "lords-harvest-army"),
        ("Talks between Peru and Foolah go on.", "foolah"),
        ("The talks between Peru and Chile's Foolah go on.", "foolah"),
        ("Peru is at war with Foolah.", "foolah"),
        ("Armed groups such as Foolah fight on.", "foolah"),
        ("The Peruvian Foolah said no.", "foolah"),
        ("Foolah rejected the offer. Peru is at war with Foolah.", "foolah"),
        ("The rebel movement Foolah left. Peru is at war with Foolah.", "foolah"),
        ("The main opposition bloc, the Harvest Committee, left.", "harvest-committee"),
        ("Presidents Omar Traore and Jane Berg met.", "omar-traore"),
        ("He met Ana de la Torre.", "ana-de-la-torre"),
        ("Jane Berg led the talks.", "jane-berg"),
    ],
)
def test_names_shown_by_the_words_beside_them(text: str, actor: str) -> None:
    """What stands beside a name shows that it is an actor's, and how far it reaches."""
    assert actor in {found for _, found in _mentions(read_roster(text))}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("African Union Chief Mediator Omar Traore spoke.", "african-union-2"),
        ("West African leaders met.", "west-african"),
        ("Ministerial representatives met.", "ministerial"),
        ("A Zenda rebel group left.", "zenda"),
        ("The Co-Chairs met. The Ministers agreed.", "ministers"),
        ("Two rebel groups, the Red Front and the Blue Front, met.", "rebels"),
    ],
)
def test_words_that_are_no_names(text: str, actor: str) -> None:
    """What only says which kind of people, or counts those whose names follow, names nobody."""
    assert actor not in {found for _, found in _mentions(read_roster(text))}


def test_a_name_behind_a_group_says_what_kind_it_is() -> None:
    """Between a group's name and a noun for groups stands no name of a group, here or elsewhere in the text."""
    text = "The Iron Guard Zealot militant groups left. They fear Zealot militant groups."
    assert "zealot" not in {found for _, found in _mentions(read_roster(text, KNOWN))}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It came through Peruvian mediation.", False),
        ("The Peru-Chile ceasefire holds.", False),
        ("Berg led the Peruvian side at the talks.", False),
        ("It fell on the Peruvian side of the border.", True),
    ],
)
def test_states_in_talks_are_no_places(text: str, place: bool) -> None:
    """Mediation and a side at talks are the state's doing; a side of a border is a place."""
    assert next(mention.place for mention in read_roster(text).mentions if mention.actor == "peru") is place


def test_known_actors_come_first() -> None:
    """The site's ids win, for its own names, for the world's names of its states, and for its governments."""
    text = (
        "Strelsau and Lima agreed. The government left, the Ruritanian government said. Rebels met Anna Berg and Berg."
    )
    assert {actor for _, actor in _mentions(read_roster(text, KNOWN))} == {
        "ruritania",
        "peruvian-state",
        "ruritanian-government",
        "iron-guard",
        "anna-berg",
    }


def test_mentions_are_in_order_and_never_overlap() -> None:
    """Each mention is cut out of the text where it says, after the one before."""
    text = "Peruvian President Jorge Quispe met the Red Front (RFX) and U.N. envoy Eva Lund in Lima."
    mentions = read_roster(text).mentions
    assert [text[mention.span.start : mention.span.end] for mention in mentions] == [one.written for one in mentions]
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))


@given(
    st.text(alphabet=st.sampled_from("Aa Bb.,-'\u2019()[]\n\"the of and said UN President Peru rebels"), max_size=200)
)
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, mentions lie in it and name actors of the roster."""
    roster = read_roster(text)
    assert all(mention.actor in roster.actors for mention in roster.mentions)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in roster.mentions)


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "Red Front of ",
        "(A ",
        "the of ",
        "President ",
        "al-",
        "and A, ",
        "A. ",
        "'s ",
        "rebels ",
        "US-Peru ",
        "Envoy Jo of Peru. ",
    ],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """Repetition of any piece stays near linear."""
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    read_roster(text)
    assert time.process_time() - start < 6
