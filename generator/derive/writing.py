"""A draft as text: YAML to review, JSON for programs, and into files without touching what people wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.agreement import RULES
from generator.derive.batch import Site, UnreadableArticleError
from generator.derive.drafting import Draft, Drafted
from generator.errors import ProblemsFound
from generator.model import KINDS, Actor, ActorsFile, Event, EventsFile, Fact, Position, Sections, Sheet
from generator.sheets import canonical, from_data, read_document, schema_line, validate
from generator.text import Span, fold, printable


def as_yaml(draft: Draft) -> str:
    """The draft as a fact sheet in canonical form."""
    data: dict[str, Any] = {
        "article": {
            "file": draft.file,
            "sha256": draft.sha256,
            "title": None,
            "publisher": None,
            "agency": None,
            "published": None if draft.published is None else str(draft.published),
            **({"published_basis": draft.published_basis} if draft.published_basis else {}),
            "url": None,
            "language": "en",
        }
    }
    for kind in KINDS:
        facts = {drafted.id: _written(drafted.fact) for drafted in draft.facts if drafted.kind is kind}
        if facts:
            data[kind.section] = facts
    return f"{schema_line('sheet')}\n\n{from_data(data, Sheet)}"


def _of_all_names(one: Actor, other: Actor) -> Actor:
    """An actor that two articles propose, under every name that either uses."""
    also = tuple(name for name in dict.fromkeys((*one.names, *other.names)) if name != one.name)
    return one.model_copy(update={"also": also})


_ONE_OR_MANY = ("who", "against", "from", "quote")


def _written(entry: Fact | Actor | Event) -> dict[str, Any]:
    """An entry as people write it: without what is left to its default, one value where one is enough."""
    fields = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 and key in _ONE_OR_MANY else value
        for key, value in fields.items()
    }


def as_records(draft: Draft) -> list[dict[str, Any]]:
    """Each fact as one object: its fields, `category`, `id`, `start` and `end`; each `who` is `{id, as_written}`."""
    return [_record(draft, drafted) for drafted in draft.facts]


def _record(draft: Draft, drafted: Drafted) -> dict[str, Any]:
    fields = drafted.fact.model_dump(mode="json", by_alias=True)
    several = len(drafted.spans) > 1
    quotes, starts, ends = fields.pop("quote"), *zip(*((s.start, s.end) for s in drafted.spans), strict=True)
    if fields.get("who"):
        fields["who"] = [{"id": name, "as_written": _as_written(draft, drafted, name)} for name in fields["who"]]
    return {
        "category": drafted.kind.section,
        "id": drafted.id,
        "event": drafted.fact.event,
        **fields,
        "quote": quotes if several else quotes[0],
        "start": list(starts) if several else starts[0],
        "end": list(ends) if several else ends[0],
    }


def _as_written(draft: Draft, drafted: Drafted, actor: str) -> str | None:
    named = (mention for mention in draft.reading.actors if mention.actor == actor)
    inside = (mention for mention in named if any(span.holds(mention.span) for span in drafted.spans))
    mention = next(inside, None)
    return None if mention is None else printable(mention.written)


def as_json(drafts: Sequence[Draft]) -> str:
    """A draft as one JSON object with the key `facts`; several as a list of such objects."""
    objects = [
        {
            "file": draft.file,
            "published": None if draft.published is None else str(draft.published),
            "facts": as_records(draft),
        }
        for draft in drafts
    ]
    return json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=1) + "\n"


def write(drafts: Iterable[Draft], site: Site) -> Iterator[Path]:
    """Put drafts into a site's folder of sheets, and name each file that changed.

    A new article gets a sheet. In a sheet that is there, only what it lacks is added. Actors and events that
    the site lacks are added to their files. Raises `UnreadableArticleError` for an article outside `seeds/`.
    """
    actors: dict[str, Actor] = {}
    events: dict[str, Event] = {}
    for draft in drafts:
        if not draft.file.startswith("seeds/"):
            raise UnreadableArticleError(f"{draft.file} lies outside seeds/; store the article there first")
        path = site.docs / "articles" / f"{Path(draft.file).stem}.yml"
        old = path.read_text(encoding="utf-8") if path.is_file() else None
        name = path.relative_to(site.root).as_posix()
        wanted = draft if old is None else draft.only(missing(old, draft, name))
        new = as_yaml(draft) if old is None else with_facts(old, wanted.facts, name)
        if new != old:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new, encoding="utf-8", newline="\n")
            yield path
        for id_, actor in wanted.actors.items():
            actors[id_] = _of_all_names(actors.get(id_, actor), actor)
        events |= wanted.events
    lacking: tuple[tuple[str, Mapping[str, Actor | Event], type[ActorsFile | EventsFile]], ...] = (
        ("actors", actors, ActorsFile),
        ("events", events, EventsFile),
    )
    for name, entries, model in lacking:
        if entries:
            path = site.docs / f"{name}.yml"
            old = path.read_text(encoding="utf-8") if path.is_file() else f"{schema_line(name)}\n"
            path.write_text(with_new(old, entries, model), encoding="utf-8", newline="\n")
            yield path


def missing(sheet: str, draft: Draft, path: str) -> list[Drafted]:
    """The facts of a draft that an existing sheet lacks.

    A fact is lacking where the sheet has none of its kind that answers the same question in the same way, and for a
    sentence of ours none with the same words of the article.
    Raises `ProblemsFound` where the sheet cannot be read.
    """
    written = _read(sheet, path).facts()
    there = {answer for kind, _, fact in written for answer in _answers(kind, fact)}
    return [
        drafted
        for drafted in draft.facts
        if not there & set(_answers(drafted.kind, drafted.fact))
        and not any(_in_other_words(drafted.fact, fact) for kind, _, fact in written if kind is drafted.kind)
    ]


def with_facts(sheet: str, facts: Sequence[Drafted], path: str) -> str:
    """An existing sheet with more facts, under ids that are free; what people wrote stays as it is.

    Raises `ProblemsFound` where the sheet cannot be read.
    """
    taken = {id_ for _, name, fact in _read(sheet, path).facts() for id_ in (name, *(fact.formerly or ()))}
    for kind in KINDS:
        entries = {_free(drafted.id, taken): _written(drafted.fact) for drafted in facts if drafted.kind is kind}
        if entries:
            sheet = _inserted(sheet, kind.section, from_data({kind.section: entries}, Sheet))
    return canonical(sheet, Sheet, path)


def _read(sheet: str, path: str) -> Sections:
    document, problems = read_document(path, sheet)
    if document is None or problems:
        raise ProblemsFound(problems)
    written, problems = validate(document, Sheet)
    if written is None:
        raise ProblemsFound(problems)
    return written


def _answers(kind: type[Fact], fact: Fact) -> Iterable[tuple[Any, ...]]:
    """What a fact says, its event aside: which event it belongs to is for people to judge."""
    return [(kind, key, value) for _, key, value in RULES[kind].asks(fact)]


def _in_other_words(drafted: Fact, written: Fact) -> bool:
    """Whether people have put into a sentence of their own what is drafted from the same words."""
    if not (isinstance(drafted, Position) and isinstance(written, Position) and {*drafted.who} & {*written.who}):
        return False
    quotes = [[fold(quote).text for quote in fact.quote] for fact in (drafted, written)]
    return any(one in other or other in one for one in quotes[0] for other in quotes[1])


def _free(name: str, taken: set[str]) -> str:
    free = next(one for one in (name, *(f"{name}-{number}" for number in range(2, 1000))) if one not in taken)
    taken.add(free)
    return free


def _inserted(sheet: str, section: str, block: str) -> str:
    """The sheet with a block `section:` merged at the end of its own section, or at the end of the file."""
    lines = sheet.splitlines()
    start = next((place for place, line in enumerate(lines) if line.startswith(f"{section}:")), None)
    if start is None:
        return f"{sheet.rstrip()}\n\n{block}"
    end = next((at for at in range(start + 1, len(lines)) if lines[at][:1] not in ("", " ", "\t")), len(lines))
    while not lines[end - 1].strip():
        end -= 1
    body = block.splitlines()[1:]
    return "\n".join([*lines[:end], "", *body, *lines[end:]]) + "\n"


def with_new(file: str, entries: Mapping[str, Actor | Event], model: type[ActorsFile | EventsFile]) -> str:
    """actors.yml or events.yml with proposed entries at its end."""
    if not entries:
        return file
    block = from_data({name: _written(entry) for name, entry in entries.items()}, model)
    return canonical(f"{file.rstrip()}\n\n{block}", model)


def explained(draft: Draft) -> str:
    """For each fact the rule and the words it went by, and for each sentence without a fact why."""
    facts = [
        f"{drafted.kind.section}.{drafted.id}: rule {drafted.rule}, by {_spans_in_words(draft, drafted.used)}"
        for drafted in draft.facts
    ]
    refused = [
        f"refused, {proposal.kind.section} by {proposal.rule}: {why}: {_spans_in_words(draft, proposal.spans)}"
        for proposal, why in draft.refused
    ]
    quoted = [span for drafted in draft.facts for span in drafted.spans]
    others = [
        f"no fact: {_why_none(draft, sentence)}: {_words(draft, sentence)}"
        for sentence in draft.reading.sentences
        if not any(sentence.overlaps(span) for span in quoted)
    ]
    return "".join(f"{line}\n" for line in (*facts, *refused, *others))


def _spans_in_words(draft: Draft, spans: Iterable[Span]) -> str:
    return " | ".join(_words(draft, span) for span in spans) or "its quote"


def _words(draft: Draft, span: Span) -> str:
    words = printable(draft.reading.text[span.start : span.end])
    return words if len(words) <= 90 else f"{words[:89]}…"


def _why_none(draft: Draft, sentence: Span) -> str:
    if any(sentence.overlaps(span) for proposal, _ in draft.refused for span in proposal.spans):
        return "what was proposed from it was refused, or says what another fact says"
    found = [
        word
        for word, mentions in (
            ("actors", draft.reading.actors),
            ("dates", draft.reading.dates),
            ("numbers", draft.reading.numbers),
        )
        if any(sentence.holds(mention.span) for mention in mentions)
    ]
    return f"no rule fits, though it has {' and '.join(found)}" if found else "it names no actor, date or number"
