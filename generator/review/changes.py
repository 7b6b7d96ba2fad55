"""What changed in the sheets between two states: facts, articles, actors, events and lists of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from generator.agreement.values import date_in_words
from generator.corpus import Source, Statement
from generator.model import SET_ASIDE, Event, written_key
from generator.review import matching, words
from generator.review.quoted import Passage, passages
from generator.review.renaming import paired, with_ids_of
from generator.review.states import State
from generator.review.words import NOTHING, Names
from generator.text import fold, printable, sentences

How = Literal["added", "removed", "changed", "renamed", "moved"]


@dataclass(frozen=True)
class Altered:
    """A field that changed, by its key in the sheet: what it held before and after, and the words that say so.

    `in_value` tells that the words for the value of the whole fact show it already.
    """

    field: str
    before: str
    after: str
    said: str
    in_value: bool = False


@dataclass(frozen=True)
class Change:
    """One thing that changed. `kind` is a section of a sheet, or `articles`, `actors`, `events`, `loaded words`.

    `old` and `new` are its name before and after (`<article>/<fact id>` for a fact), `subject` what it is about and
    `before` and `after` what it says, in words; `files` are the sheets that hold it and `place` is its line there.
    """

    how: How
    kind: str
    old: str | None
    new: str | None
    subject: str
    before: str | None
    after: str | None
    place: str
    files: frozenset[str]
    event: str = ""
    fields: tuple[Altered, ...] = ()
    requoted: bool = False
    old_quotes: tuple[Passage, ...] = ()
    new_quotes: tuple[Passage, ...] = ()
    lost: tuple[str, ...] = ()
    """Sentences that the text of an article has no longer."""
    gained: tuple[str, ...] = ()
    """Sentences that the text of an article has now."""

    @property
    def name(self) -> str:
        """What it is called, in the later state where it is there."""
        return self.new or self.old or ""


def changes(before: State, after: State) -> list[Change]:
    """Everything that changed in what the sheets say; layout, order and comments are not in it."""
    pairs = matching.sheets(before.corpus.sources, after.corpus.sources)
    renamed = {old.id: new.id for old, new in pairs if old and new}
    found = [change for pair in pairs if (change := _article(*pair))]
    found += _without_sheet(before, after)
    earlier = with_ids_of(before.corpus, after.corpus)
    facts = matching.facts(earlier.statements, after.corpus.statements, renamed)
    names = Names.of(earlier), Names.of(after.corpus)
    found += [change for pair in facts if (change := _fact(*pair, names, renamed))]
    names = Names.of(before.corpus), names[1]
    for kind in ("actors", "events"):
        found += _entries(kind, _known(before, kind), _known(after, kind), names)
    found += _entries(SET_ASIDE, _set_aside(before), _set_aside(after), names)
    return found + list(_entries("loaded words", _listed(before), _listed(after), names))


# Facts


def _fact(
    old: Statement | None, new: Statement | None, names: tuple[Names, Names], renamed: Mapping[str, str]
) -> Change | None:
    shown, known = (new, names[1]) if new is not None else (old, names[0])
    assert shown is not None
    fields = _altered_fact(old, new, names) if old and new else ()
    requoted = old is not None and new is not None and old.fact.quote != new.fact.quote
    how = _how(old, new, renamed)
    if how == "changed" and not fields and not requoted:
        return None
    return Change(
        how,
        shown.kind.section,
        old.key if old else None,
        new.key if new else None,
        words.subject(shown, known),
        words.value(old, names[0]) if old else None,
        words.value(new, names[1]) if new else None,
        f"{shown.source.document.path}:{shown.line}",
        frozenset(one.source.document.path for one in (old, new) if one),
        known.event(shown.fact.event),
        fields,
        requoted,
        passages(old),
        passages(new),
    )


def _how(old: Statement | None, new: Statement | None, renamed: Mapping[str, str]) -> How:
    if old is None or new is None:
        return "added" if old is None else "removed"
    elsewhere = renamed.get(old.source.id, old.source.id) != new.source.id
    if elsewhere or old.kind is not new.kind or old.fact.event != new.fact.event:
        return "moved"
    return "changed" if old.id == new.id else "renamed"


def _altered_fact(old: Statement, new: Statement, names: tuple[Names, Names]) -> tuple[Altered, ...]:
    same = words.value(old, names[0]) == words.value(new, names[1])
    shown = frozenset() if same else words.IN_VALUE.get(new.kind, frozenset(new.kind.model_fields))
    if old.kind is not new.kind:
        before, after = old.kind.section, new.kind.section
        own = {name for one in (old, new) for name in type(one.fact).model_fields if name not in _SHARED}
        return (
            _altered("kind", before, after, f"now among {after}, before among {before}"),
            *(_one(name, old.fact, new.fact, names, in_value=True) for name in sorted(own) if _differs(name, old, new)),
            *(
                _one(name, old.fact, new.fact, names)
                for name in _SHARED
                if name != "quote" and _differs(name, old, new)
            ),
        )
    return tuple(
        _one(name, old.fact, new.fact, names, in_value=name in shown)
        for name in type(new.fact).model_fields
        if name != "quote" and _differs(name, old, new) and not _only_tells_the_rename(name, old, new)
    )


_SHARED = ("event", "said_by", "because", "note", "formerly")


def _differs(name: str, old: Statement, new: Statement) -> bool:
    return bool(getattr(old.fact, name, None) != getattr(new.fact, name, None))


def _only_tells_the_rename(name: str, old: Statement, new: Statement) -> bool:
    if name != "formerly" or old.id == new.id:
        return False
    one, other = (set(getattr(fact, name, None) or ()) for fact in (old.fact, new.fact))
    return other ^ one <= {old.id, new.id}


def _one(name: str, old: BaseModel, new: BaseModel, names: tuple[Names, Names], *, in_value: bool = False) -> Altered:
    before, after = getattr(old, name, None), getattr(new, name, None)
    kind = type(new) if name in type(new).model_fields else type(old)
    return _field(written_key(kind, name), name, before, after, names, in_value=in_value)


def _field(
    key: str, name: str, before: Any, after: Any, names: tuple[Names, Names], *, in_value: bool = False
) -> Altered:
    old, new = words.field_value(name, before, names[0]), words.field_value(name, after, names[1])
    label = key.replace("_", " ")
    if isinstance(before, tuple) and isinstance(after, tuple) and name not in ("quote", "who"):
        gone, come = ([one for one in ones if one not in others] for ones, others in ((before, after), (after, before)))
        said = [f"now also {words.field_value(name, tuple(come), names[1])}"] if come else []
        said += [f"no longer {words.field_value(name, tuple(gone), names[0])}"] if gone else []
        return Altered(key, old, new, f"{label}: {'; '.join(said) or f'now in the order {new}'}", in_value)
    if old == new:  # names that changed under one id, or an id under one name
        old, new = printable(str(before)), printable(str(after))
    return _altered(key, old, new, f"{label}: {old} → {new}", in_value=in_value)


def _altered(key: str, before: str, after: str, said: str, *, in_value: bool = False) -> Altered:
    return Altered(key, before, after, said, in_value)


# Articles


def _article(old: Source | None, new: Source | None) -> Change | None:
    shown = new or old
    assert shown is not None
    files = frozenset(one.document.path for one in (old, new) if one)
    place = f"{shown.document.path}:1"
    said = f"article {shown.id}"
    if old is None or new is None:
        how: How = "added" if old is None else "removed"
        value = _about(shown)
        before, after = (None, value) if old is None else (value, None)
        ids = (old.id if old else None, new.id if new else None)
        return Change(how, "articles", ids[0], ids[1], said, before, after, place, files)
    none = Names({}, {}), Names({}, {})
    fields = [
        _one(name, old.article, new.article, none)
        for name in type(new.article).model_fields
        if getattr(old.article, name) != getattr(new.article, name)
    ]
    lost, gained = _sentences_changed(old.text, new.text)
    if old.text != new.text:
        said_of_text = "the text of the article is another" if lost or gained else "white space of the article"
        fields = [field for field in fields if field.field != "sha256"]
        fields.append(_altered("text", _size(old.text), _size(new.text), said_of_text))
    if old.id == new.id and not fields:
        return None
    how = "changed" if old.id == new.id else "renamed"
    names = old.id, new.id
    return Change(
        how, "articles", *names, said, None, None, place, files, fields=tuple(fields), lost=lost, gained=gained
    )


def _size(text: str) -> str:
    return f"{len(text):,} characters"


def _about(source: Source) -> str:
    article = source.article
    known = [source.label, article.publisher, article.agency]
    known += [date_in_words(article.published)] if article.published else []
    return printable(", ".join(one for one in known if one))


def _sentences_changed(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of the one text that the other has not, after folding."""
    if old == new:
        return (), ()
    both = [{fold(text[span.start : span.end]).text: None for span in sentences(text)} for text in (old, new)]
    one, other = both
    return tuple(printable(text) for text in one if text not in other), tuple(
        printable(text) for text in other if text not in one
    )


def _without_sheet(before: State, after: State) -> Iterator[Change]:
    """Articles that wait for a sheet, in one state alone; one that is left out of the other has its sheet there."""
    old, new = set(before.corpus.unread), set(after.corpus.unread)
    sheeted = {source.article.file for state in (before, after) for source in state.corpus.sources.values()}
    for path in sorted((old ^ new) - sheeted):
        subject, what = f"article {printable(path)}", "there is no fact sheet for it"
        if path in new:
            yield Change("added", "articles", None, path, subject, None, what, path, frozenset())
        else:
            yield Change("removed", "articles", path, None, subject, what, None, path, frozenset())


# Actors, events, lists of words

_Known = Mapping[str, tuple[BaseModel, str]]


def _known(state: State, kind: str) -> _Known:
    entries: Mapping[str, BaseModel] = getattr(state.corpus, kind)
    homes = state.corpus.homes
    return {
        name: (entry, f"{homes[kind, name].path}:{homes[kind, name].place((name,), of_key=True)[0]}")
        for name, entry in entries.items()
    }


def _listed(state: State) -> _Known:
    path = next((path for path in state.sheets if path.endswith("/loaded-words.yml")), "loaded-words.yml")
    given = state.corpus.loaded_words
    return {
        f"{list_}/{name}": (entry, f"{path}:1")
        for list_, entries in (("loaded", given.loaded), ("allowed", given.allowed))
        for name, entry in entries.items()
    }


def _set_aside(state: State) -> _Known:
    found: dict[str, tuple[BaseModel, str]] = {}
    for source in state.corpus.sources.values():
        for name, entry in source.aside.items():
            line, _ = source.document.place((SET_ASIDE, name), of_key=True)
            found[f"{source.id}/{name}"] = (entry, f"{source.document.path}:{line}")
    return found


def _entries(kind: str, old: _Known, new: _Known, names: tuple[Names, Names]) -> Iterator[Change]:
    for was, now in paired(*({name: found[0] for name, found in known.items()} for known in (old, new))):
        one, other = old.get(was or ""), new.get(now or "")
        shown, place = other or one or (None, "")
        assert shown is not None
        fields = tuple(_altered_entry(one[0], other[0], names)) if one and other else ()
        if was == now and not fields:
            continue
        how: How = "added" if one is None else "removed" if other is None else "changed" if was == now else "renamed"
        title = getattr(shown, "name", None) or getattr(shown, "title", None) or now or was
        files = frozenset(found[1].rpartition(":")[0] for found in (one, other) if found)
        before = _entry_words(one[0], names[0]) if one and not other else None
        after = _entry_words(other[0], names[1]) if other and not one else None
        subject = f"{_SINGULAR[kind]} {printable(str(title))}"
        yield Change(how, kind, was, now, subject, before, after, place, files, fields=fields)


_SINGULAR = {"actors": "actor", "events": "event", "loaded words": "list of loaded words,", SET_ASIDE: "set aside:"}


def _flat(entry: BaseModel) -> dict[str, Any]:
    """The fields of an entry; each reason of an event is one by itself."""
    held = {name: getattr(entry, name) for name in type(entry).model_fields if name != "reasons"}
    if isinstance(entry, Event):
        for name, given in entry.reasons.items():
            parts = [given.question, given.why, given.article, *(f"“{quote}”" for quote in given.quote)]
            held[f"reason {name}"] = "; ".join([*parts, *([given.note] if given.note else [])])
    return held


def _altered_entry(old: BaseModel, new: BaseModel, names: tuple[Names, Names]) -> Iterator[Altered]:
    one, other = _flat(old), _flat(new)
    for name in dict.fromkeys((*one, *other)):
        if one.get(name) != other.get(name):
            yield _field(name, name, one.get(name), other.get(name), names)


def _entry_words(entry: BaseModel, names: Names) -> str:
    said = (f"{name}: {words.field_value(name, given, names)}" for name, given in _flat(entry).items() if given)
    return "; ".join(said) or NOTHING
