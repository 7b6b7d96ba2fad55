"""Readings of made-up sentences with a roster written by hand, to test rules apart from the reader of names."""

from __future__ import annotations

from generator.derive.proposals import Proposal, Reading
from generator.model import ActorKind
from generator.reading.names import Names
from generator.reading.roster import ActorMention, Roster, RosterActor

CAST: dict[str, tuple[ActorKind, tuple[str, ...]]] = {
    "chad": ("state", ("Chad", "Chadian")),
    "mali": ("state", ("Mali", "Malian")),
    "niger": ("state", ("Niger",)),
    "peru": ("state", ("Peru", "Peruvian", "Lima")),
    "kenya": ("state", ("Kenya", "Kenyan")),
    "norway": ("state", ("Norway", "Norwegian", "Oslo")),
    "government": ("government", ("government",)),
    "rebels": ("coalition", ("rebels",)),
    "red-front": ("armed-group", ("Red Front", "RF")),
    "blue-guard": ("armed-group", ("Blue Guard",)),
    "african-union": ("organisation", ("African Union", "AU")),
    "ali-haidar": ("person", ("Ali Haidar", "Haidar")),
    "omar-traore": ("person", ("Omar Traore", "Traore")),
    "jane-doe": ("person", ("Jane Doe", "Doe")),
}
"""Who may be named in the sentences: key, kind and names."""
PEACE = " A truce is near."
"""Added to each sentence, as rules hold only in articles about peace."""


def reading(text: str) -> Reading:
    """The reading of a text that names members of the cast."""
    names = Names({key: written for key, (_, written) in CAST.items()})
    mentions = tuple(
        ActorMention(mention.span, mention.written, mention.actors[0], mention.written) for mention in names.read(text)
    )
    actors = {key: RosterActor(key, written[0], kind, written) for key, (kind, written) in CAST.items()}
    return Reading(text, None, Roster(actors, mentions))


def quotes(text: str, proposal: Proposal) -> list[str]:
    """The quotes of a proposal."""
    return [text[span.start : span.end] for span in proposal.spans]
