"""Which fact of one state is which fact of the other, whatever its id, sheet or event has become."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from generator.corpus import Source, Statement
from generator.model import Fact

T = TypeVar("T")
Pair = tuple[T | None, T | None]
_BESIDE = frozenset({"quote", "said_by", "because", "note", "formerly"})


def sheets(before: Mapping[str, Source], after: Mapping[str, Source]) -> list[Pair[Source]]:
    """The sheets in pairs: those of one name, then those of one article under two names."""
    keys: tuple[Callable[[Source], Hashable], ...] = (
        lambda source: source.id,
        lambda source: source.article.sha256,
        lambda source: source.article.file,
    )
    return _in_rounds(list(before.values()), list(after.values()), keys, lambda source: source.id)


def facts(before: Iterable[Statement], after: Iterable[Statement], renamed: Mapping[str, str]) -> list[Pair[Statement]]:
    """The facts in pairs; one without a partner was added or removed. `renamed` gives new names of sheets by old.

    A fact goes by its id in its sheet; then by `formerly`; then by kind, quote and value, in its sheet and then in
    others. The answer for the states in the other order is the same with the pairs turned round.
    """
    old, new = list(before), list(after)
    sheet = {id(one): renamed.get(one.source.id, one.source.id) for one in old} | {
        id(one): one.source.id for one in new
    }
    former = _former(old, new, sheet)
    keys: tuple[Callable[[Statement], Hashable], ...] = (
        lambda one: (sheet[id(one)], one.kind.section, one.id),
        lambda one: (sheet[id(one)], one.id),
        lambda one: former.get(id(one), id(one)),
        lambda one: (sheet[id(one)], one.kind.section, one.fact.quote, _value(one.fact)),
        lambda one: (sheet[id(one)], one.kind.section, one.fact.quote),
        lambda one: (sheet[id(one)], one.kind.section, _value(one.fact)),
        lambda one: (one.kind.section, one.fact.quote, _value(one.fact)),
        lambda one: (one.kind.section, one.id, _value(one.fact)),
    )
    return _in_rounds(old, new, keys, lambda one: (sheet[id(one)], one.kind.section, one.id))


def _value(fact: Fact) -> tuple[Any, ...]:
    return tuple(getattr(fact, name) for name in type(fact).model_fields if name not in _BESIDE)


def _former(old: list[Statement], new: list[Statement], sheet: Mapping[int, str]) -> dict[int, Hashable]:
    """A common key for each two facts of which one says that it was formerly the other."""
    found: dict[int, Hashable] = {}
    for ones, others in ((old, new), (new, old)):
        by_id = {(sheet[id(one)], one.id): one for one in ones}
        for other in others:
            for name in getattr(other.fact, "formerly", None) or ():
                one = by_id.get((sheet[id(other)], name))
                if one is not None:
                    key = (sheet[id(other)], *sorted((one.id, other.id)))
                    found.setdefault(id(one), key)
                    found.setdefault(id(other), key)
    return found


def _in_rounds(
    old: list[T], new: list[T], keys: Iterable[Callable[[T], Hashable]], place: Callable[[T], Any]
) -> list[Pair[T]]:
    """Pairs of what has the same key, key by key; those of one key in the order of their places."""
    pairs: list[Pair[T]] = []
    for key in keys:
        waiting: dict[Hashable, list[T]] = {}
        for one in sorted(old, key=place):
            waiting.setdefault(key(one), []).append(one)
        taken: set[int] = set()
        for other in sorted(new, key=place):
            if found := waiting.get(key(other)):
                one = found.pop(0)
                pairs.append((one, other))
                taken |= {id(one), id(other)}
        old = [one for one in old if id(one) not in taken]
        new = [one for one in new if id(one) not in taken]
    return [*pairs, *((one, None) for one in old), *((None, one) for one in new)]
