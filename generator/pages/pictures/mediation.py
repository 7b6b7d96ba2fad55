"""Who mediates between whom: the mediators of an event on one side of a table, the parties on the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.agreement import Question
from generator.corpus import Statement
from generator.model import Mediator
from generator.pages.events import EventView, Party
from generator.pages.pictures.lettering import BOLD, shortened, two_lines
from generator.pages.views import Views

ACTORS_AT_MOST = 40
"""Actors on one side; who wants more reads the list."""
PIPS_AT_MOST = 6
"""Statements that a role or a party shows with a square each."""
_TOP, _ROLE, _GAP, _LINE = 30.0, 31.0, 8.0, 13.0
_LETTERS, _SMALL = 11.0, 11.0


@dataclass(frozen=True)
class Spoke:
    """A role that an actor has, or a party's place: the line that joins it to the table."""

    statements: tuple[Statement, ...]
    more: int
    y: float
    word: str
    differs: bool
    title: str


@dataclass(frozen=True)
class Node:
    """An actor with its spokes; `name` in two lines, `actor` empty for people whom no article names."""

    actor: str
    name: tuple[str, str]
    y: float
    height: float
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True)
class Columns:
    """From left to right: where the mediators' boxes end, the table begins and ends, and the parties' boxes begin."""

    box: float
    table: float
    table_end: float
    party: float


@dataclass(frozen=True)
class MediationPicture:
    """The diagram of one event, laid out in units of the picture."""

    view: EventView
    width: float
    height: float
    columns: Columns
    mediators: tuple[Node, ...]
    parties: tuple[Node, ...]
    left_out: int

    @property
    def seats(self) -> str:
        """What the parties' side is called."""
        return "At the table" if self.view.event.kind == "talks" else "Taking part"

    @property
    def description(self) -> str:
        """What the picture shows, for those who do not see it."""
        said = [" ".join(("Mediating:", "; ".join(spoke.title for node in self.mediators for spoke in node.spokes)))]
        seated = "; ".join(spoke.title for node in self.parties for spoke in node.spokes)
        said.append(f"{self.seats}: {seated or 'named by no article'}")
        return f"{'. '.join(said)}."


def mediation_picture(views: Views, view: EventView, size: float) -> MediationPicture | None:
    """The mediators and the parties of an event, in a picture of this width; None where there is nothing to set apart.

    Whoever mediates stands on the mediators' side only, also if at the table. Without parties there is a picture
    where several mediate.
    """
    roles = _roles(view)
    parties = [party for party in view.table if party.actor not in roles]
    if not roles or (not parties and len(roles) == 1):
        return None
    columns = _columns(size)
    mediators, left_end = list[Node](), _TOP
    for actor, held in list(roles.items())[:ACTORS_AT_MOST]:
        node = _mediator(actor, held, left_end, columns, views)
        mediators.append(node)
        left_end = node.y + node.height + _GAP
    seated, right_end = list[Node](), _TOP
    for party in parties[:ACTORS_AT_MOST]:
        node = _seated(party, right_end, size - columns.party - 12, views)
        seated.append(node)
        right_end = node.y + node.height + _GAP
    height = max(left_end, right_end)
    left, right = _centred(mediators, height - left_end), _centred(seated, height - right_end)
    left_out = len(roles) + len(parties) - len(left) - len(right)
    return MediationPicture(view, size, round(height, 1), columns, left, right, left_out)


def _columns(size: float) -> Columns:
    box, table = round(size * 0.29), round(size * 0.6)
    return Columns(box, table, table + 10, table + round(size * 0.06) + 10)


_Held = tuple[str, tuple[Statement, ...], bool]
"""A role that an actor has: the word, the statements, and whether an article gives the role without that actor."""


def _roles(view: EventView) -> dict[str, list[_Held]]:
    """Each mediator with its roles."""
    found: dict[str, list[_Held]] = {}
    for role, questions in view.roles.items():
        for question in questions:
            for actor, statements in _by_actor(question).items():
                found.setdefault(actor, []).append((role, statements, _left_out_by_some(question, actor)))
    return found


def _by_actor(question: Question) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for statement in question.statements:
        for actor in statement.fact.who if isinstance(statement.fact, Mediator) else ():
            if len(question.key) == 1 or question.key[1] == actor:
                found.setdefault(actor, []).append(statement)
    return {actor: tuple(statements) for actor, statements in found.items()}


def _left_out_by_some(question: Question, actor: str) -> bool:
    def named(statements: Iterable[Statement]) -> bool:
        return any(isinstance(s.fact, Mediator) and actor in s.fact.who for s in statements)

    return question.outcome == "differing" and not all(named(answer.statements) for answer in question.answers)


def _mediator(actor: str, held: Sequence[_Held], y: float, columns: Columns, views: Views) -> Node:
    name, spokes, below = views.corpus.actors[actor].name, list[Spoke](), y + 20
    for role, statements, differs in held:
        title = f"{name}, {role}{_DIFFERS if differs else ''}"
        spokes.append(_spoke(statements, below, role, title, differs=differs))
        below += _ROLE + (8 if differs else 0)
    return Node(actor, two_lines(name, columns.box - 12, _LETTERS * BOLD), y, max(36.0, below - y - 16), tuple(spokes))


_DIFFERS = " (sources differ)"


def _seated(party: Party, y: float, room: float, views: Views) -> Node:
    presences = party.members if party.presence is None else [party.presence]
    statements = tuple(dict.fromkeys(s for presence in presences for s in presence.statements))
    differs = any(presence.question.outcome == "differing" for presence in presences)
    fact = statements[0].fact
    words = views.corpus.actors[party.actor].name if party.actor else getattr(fact, "role", None) or "others, not named"
    name = two_lines(words, room, _LETTERS * BOLD)
    height = 38.0 + (_LINE if name[1] else 0.0)
    spoke = _spoke(statements, y + height / 2, "", f"{words}{_DIFFERS if differs else ''}", differs=differs)
    return Node(party.actor, name, y, height, (spoke,))


def _spoke(statements: tuple[Statement, ...], y: float, word: str, title: str, *, differs: bool) -> Spoke:
    shown = statements[:PIPS_AT_MOST]
    return Spoke(shown, len(statements) - len(shown), round(y, 1), shortened(word, 120, _SMALL), differs, title)


def _centred(nodes: Sequence[Node], spare: float) -> tuple[Node, ...]:
    """A column moved down by half of what the other is longer."""
    down = round(spare / 2, 1)
    return tuple(
        Node(
            node.actor,
            node.name,
            round(node.y + down, 1),
            node.height,
            tuple(Spoke(s.statements, s.more, round(s.y + down, 1), s.word, s.differs, s.title) for s in node.spokes),
        )
        for node in nodes
    )
