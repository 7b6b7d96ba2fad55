"""People named again by their office alone: "the envoy", "the Ruritanian president"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.reading.roster_actors import Draft
from generator.reading.roster_tokens import Tokens
from generator.reading.roster_words import OFFICES, TITLES
from generator.text import Span

_LESSER = frozenset("vice deputy former ex assistant under acting then".split())


def offices(tokens: Tokens, persons: Iterable[Draft]) -> Iterator[tuple[Span, str, str]]:
    """Where an office stands for the one person of the article who holds it: the place, the person, the office."""
    holders: dict[str, list[Draft]] = {}
    for person in persons:
        if office := _office(person.role or ""):
            holders.setdefault(office, []).append(person)
    for at, low in enumerate(tokens.lower):
        if low in holders and tokens.manner[at] != "headline" and _alone(tokens, at):
            first, body = _whose(tokens, at)
            fitting = [one for one in holders[low] if body is None or one.represents == body]
            if first and tokens.low(first - 2) != "," and len(fitting) == 1 and (body or len(holders[low]) == 1):
                yield tokens.span(first, at + 1), fitting[0].id, low


def _office(role: str) -> str | None:
    words = role.lower().replace("\u2019", "'").split()
    stop = next((at for at, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    titles = [word for word in words[:stop] if word in TITLES]
    return titles[-1] if titles and titles[-1] in OFFICES and not _LESSER & set(words[:stop]) else None


def _alone(tokens: Tokens, at: int) -> bool:
    """Whether no name and no body follows: neither "the envoy Anna Berg" nor "the envoy of Ruritania"."""
    following = at + 1
    if following >= len(tokens) or tokens.opens[following]:
        return True
    word = tokens.written[following]
    named = word[0].isupper() and tokens.manner[at] == "running"
    return (
        not named
        and not tokens.world[following]
        and tokens.lower[following] not in ("of", "for", "to", "and", "-", *TITLES)
    )


def _whose(tokens: Tokens, at: int) -> tuple[int | None, str | None]:
    """Where the words for an office start behind their article, and the id of the body that they name, if any."""
    first = at
    while first and tokens.low(first - 1) in ("special", "foreign", "prime"):
        first -= 1
    mark = tokens.world[first - 1] if first else ""
    if mark:
        while first and tokens.world[first - 1] == mark:
            first -= 1
        return (first if tokens.low(first - 1) in ("the", "a") else None), mark.partition(":")[2]
    return (first if tokens.low(first - 1) == "the" else None), None
