"""Every rule of the corpus, each a small function from corpus to problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator import neutrality
from generator.agreement import agree
from generator.corpus import Corpus, Source, Statement
from generator.coverage import coverage_of, found_aside
from generator.errors import UNREADABLE, Problem
from generator.model import ACTOR_FIELDS, EVENT_FIELDS, SET_ASIDE, Event, Fact, written_key
from generator.quotes import Absent, Altered, Ambiguous, Elsewhere, Evidence, Verbatim, Words, doubts, find, reason
from generator.sheets import Document
from generator.sheets.wording import shortened, shown, where
from generator.text import fold, line_and_column, printable, sentences

Check = Callable[[Corpus], Iterator[Problem]]
Keys = tuple[str | int, ...]


def check(corpus: Corpus) -> tuple[Problem, ...]:
    """Every problem of a corpus, those of loading included, sorted by place."""
    found = [replace(problem, rule=rule_id(rule)) for rule in CHECKS for problem in rule(corpus)]
    return tuple(sorted({*corpus.problems, *found}))


def rule_id(rule: Check) -> str:
    """The name under which programs know a rule; it stays as long as the rule does."""
    return rule.__name__.replace("_", "-")


def rules() -> dict[str, str]:
    """What each rule demands, in one sentence, by the `rule` of its problems."""
    told = {rule_id(rule): (rule.__doc__ or "").partition("\n")[0] for rule in CHECKS}
    return {UNREADABLE: "Every file, and every entry of it, can be read as what it should be.", **told}


def _problem(document: Document, keys: Keys, message: str, remedy: str, *, of_key: bool = False) -> Problem:
    if isinstance(keys[-1], int) and document.written(keys[:-1]) is not None:
        keys = keys[:-1]  # one value where a list might stand
    line, column = document.place(keys, of_key=of_key)
    return Problem(document.path, line, column, where(keys), message, remedy)


def quotes_stand(corpus: Corpus) -> Iterator[Problem]:
    """Every quote stands word for word, exactly once, in its article."""
    for statement in corpus.statements:
        several = len(statement.verdicts) > 1
        for number, verdict in enumerate(statement.verdicts):
            if not isinstance(verdict, Verbatim):
                keys: Keys = (*statement.keys, "quote", *([number] if several else []))
                message, remedy = _failed(verdict, statement.source)
                yield _problem(statement.source.document, keys, message, remedy)


def _failed(verdict: Absent | Ambiguous | Altered | Elsewhere, source: Source, what: str = "fact") -> tuple[str, str]:
    """The message and the remedy for a quote of `what`: a fact, a reason, or an entry of what is set aside."""
    file = source.article.file
    match verdict:
        case Ambiguous(spans):
            lines = ", ".join(str(line_and_column(source.text, span.start)[0]) for span in spans)
            message = f"the quote stands {len(spans)} times in {file} (lines {lines})"
            return message, "quote more words, so that it stands there once"
        case Altered(quoted, printed, span):
            line, column = line_and_column(source.text, span.start)
            message = f"the quote alters {file}:{line}:{column}: {_alteration(quoted, printed)}"
            return message, "quote the article as it stands"
        case Elsewhere(articles):
            return (
                f"the quote does not stand in {file} but in {', '.join(articles)}",
                f"quote this sheet's own article, or move the {what} to the other sheet",
            )
        case _:
            return f"the quote does not stand in {file}", f"quote the article as it stands, or remove the {what}"


def _alteration(quoted: str, printed: str) -> str:
    quoted, printed = (printable(words)[:80] for words in (quoted, printed))
    if not quoted:
        return f"it leaves out {printed!r}"
    if not printed:
        return f"it has {quoted!r}, which the article does not have there"
    return f"it has {quoted!r} where the article has {printed!r}"


def values_follow(corpus: Corpus) -> Iterator[Problem]:
    """Every actor, number, date and status follows from the quotes of its fact, or from its reason."""
    subjects = {name: Evidence(_own_names(event), corpus.names, None) for name, event in corpus.events.items()}
    named: dict[Hashable, set[str]] = {}
    for statement in corpus.statements:
        named.setdefault(_matter(statement), set()).update(getattr(statement.fact, "who", None) or ())
    for statement in corpus.statements:
        if len(statement.spans) < len(statement.verdicts):
            continue  # its quote is a problem already, and values cannot be read from it
        article = corpus.evidence[statement.source.id]
        because = statement.fact.because
        why = reason(because, corpus.names, article.published) if because else None
        beside, subject = frozenset(named[_matter(statement)]), subjects.get(statement.fact.event)
        words = Words(article, statement.spans, why, beside, subject)
        for doubt in doubts(statement.fact, words, corpus.actors):
            keys = (*statement.keys, doubt.field)
            yield _problem(statement.source.document, keys, doubt.message, doubt.remedy)


def _own_names(event: Event) -> str:
    """What an event is called, and where it is: a fact about it may say so without a quote that does."""
    return " / ".join((event.title, *event.also, event.place or ""))


def _matter(statement: Statement) -> Hashable:
    """What facts of one sheet that stand beside each other have in common."""
    return statement.source.id, statement.kind, statement.fact.event, getattr(statement.fact, "role", None)


def printed_as_stated(corpus: Corpus) -> Iterator[Problem]:
    """Title, publisher and agency are the article's own words."""
    for source in corpus.sources.values():
        for field in ("title", "publisher", "agency"):
            value = getattr(source.article, field)
            if value is not None and not _printed(value, source.text):
                message = f"{value!r} is not printed in {source.article.file}"
                remedy = "copy what the article prints, or write null"
                yield _problem(source.document, ("article", field), message, remedy)


def _printed(value: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(fold(value).text)}(?!\w)", fold(text).text))


def references_resolve(corpus: Corpus) -> Iterator[Problem]:
    """Every id that a fact, an actor or an event refers to exists, be it with a problem of its own."""
    actors, events = ([name for kind, name in corpus.homes if kind == stem] for stem in ("actors", "events"))
    for statement in corpus.statements:
        fact, document = statement.fact, statement.source.document
        for fields, what, known in ((ACTOR_FIELDS, _ACTOR, actors), (EVENT_FIELDS, _EVENT, events)):
            for field in (field for field in fields if field in statement.kind.model_fields):
                keys = (*statement.keys, written_key(statement.kind, field))
                yield from _dangling(document, keys, getattr(fact, field), what, known)
    for name, actor in corpus.actors.items():
        yield from _dangling(corpus.homes["actors", name], (name, "represents"), actor.represents, _ACTOR, actors)
    for name, event in corpus.events.items():
        for field in ("part_of", "after"):
            yield from _dangling(corpus.homes["events", name], (name, field), getattr(event, field), _EVENT, events)


_ACTOR, _EVENT = "actor in actors.yml", "event in events.yml"


def _dangling(
    document: Document, keys: Keys, value: str | tuple[str, ...] | None, what: str, known: Sequence[str]
) -> Iterator[Problem]:
    for number, name in enumerate(_ids(value)):
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]!r}? Otherwise add it" if close else "correct it, or add it"
            place = keys if isinstance(value, str) else (*keys, number)
            yield _problem(document, place, f"{name!r} is no {what}", hint)


def nothing_unused(corpus: Corpus) -> Iterator[Problem]:
    """Every actor and event is spoken of by a fact, or by an actor or event that is."""
    facts = [statement.fact for statement in corpus.statements]
    graphs = _graphs(corpus)
    actors = _closure(_named(facts, *ACTOR_FIELDS), graphs["represents"])
    events = _closure(_named(facts, *EVENT_FIELDS), graphs["part_of"], graphs["after"])
    if any(problem.path.split("/")[-2:-1] == ["articles"] for problem in corpus.problems):
        return  # facts that could not be loaded may be the ones that use them
    for kind, known, used in (("actors", corpus.actors, actors), ("events", corpus.events, events)):
        for name in known:
            if name not in used:
                message, remedy = f"no fact speaks of {name}", "remove the entry, or correct the id where it is meant"
                yield _problem(corpus.homes[kind, name], (name,), message, remedy, of_key=True)


def _named(facts: Iterable[Fact], *fields: str) -> set[str]:
    return {name for fact in facts for field in fields for name in _ids(getattr(fact, field, None))}


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


def ids_unique(corpus: Corpus) -> Iterator[Problem]:
    """A fact's id stands once in its sheet, over all sections; an article has one sheet."""
    seen: dict[str, Statement] = {}
    for statement in corpus.statements:
        first = seen.setdefault(statement.key, statement)
        if first is not statement:
            message = f"the id {statement.id!r} is taken by {first.kind.section} in line {first.line}"
            yield _problem(statement.source.document, statement.keys, message, "give it an id of its own", of_key=True)
    files: dict[str, Source] = {}
    for source in corpus.sources.values():
        one = files.setdefault(source.article.sha256, source)
        if one is not source:
            message = f"{source.article.file} has the same content as the article of {one.document.path}"
            yield _problem(source.document, ("article", "file"), message, "keep one sheet for one article")


def former_ids_free(corpus: Corpus) -> Iterator[Problem]:
    """What a fact was called before leads to it alone: no fact of its sheet has that id now, nor had another before."""
    now = {statement.key: statement for statement in corpus.statements}
    before: dict[str, Statement] = {}
    for statement in corpus.statements:
        for number, name in enumerate(statement.fact.formerly or ()):
            document, key = statement.source.document, f"{statement.source.id}/{name}"
            keys: Keys = (*statement.keys, "formerly", number)
            if (other := now.get(key)) is not None:
                message = f"{name!r} is the id of {_named_in(other)}"
                yield _problem(document, keys, message, "an id that is in use leads to its own fact: remove it here")
            elif (other := before.setdefault(key, statement)) is not statement:
                message = f"{name!r} stands already under formerly in {_named_in(other)}"
                yield _problem(document, keys, message, "keep it with the fact that its links are to lead to")


def _named_in(statement: Statement) -> str:
    return f"{where(statement.keys)}, line {statement.line}"


def set_aside_stands(corpus: Corpus) -> Iterator[Problem]:
    """What is set aside stands in its article as quotes do, or once as whole sentences."""
    texts = {source.id: source.text for source in corpus.sources.values()}
    for source in (source for source in corpus.sources.values() if source.aside):
        found = sentences(source.text)
        for name, entry in source.aside.items():
            for number, quote in enumerate(entry.quote):
                verdict = found_aside(quote, source, found, texts)
                if not isinstance(verdict, Verbatim):
                    keys: Keys = (SET_ASIDE, name, "quote", number)
                    yield _problem(source.document, keys, *_failed(verdict, source, "entry"))


def set_aside_is_not_used(corpus: Corpus) -> Iterator[Problem]:
    """A sentence is set aside for one reason, and no fact quotes it."""
    stated: dict[str, list[Statement]] = {name: [] for name in corpus.sources}
    for statement in corpus.statements:
        stated[statement.source.id].append(statement)
    for source in (source for source in corpus.sources.values() if source.aside):
        for sentence in coverage_of(source, stated[source.id]).sentences:
            here = f"the sentence that starts in {source.article.file}:{sentence.line} is set aside"
            if sentence.facts:
                message = f"{here}, and {_named_in(sentence.facts[0])}, quotes it"
                remedy, names = "leave it out here, or remove the fact", sentence.aside
            else:
                message = f"{here} under {', '.join(sentence.aside[:1])} as well"
                remedy, names = "keep it under one reason", sentence.aside[1:]
            for name in names:
                yield _problem(source.document, (SET_ASIDE, name, "quote"), message, remedy)


def lists_keep_their_places(corpus: Corpus) -> Iterator[Problem]:
    """No event, actor or article takes the address of the page that lists them all."""
    for (kind, name), document in corpus.homes.items():
        if name == "index":
            message = f"index is the page that lists all {kind}"
            yield _problem(document, (name,), message, "give it another id", of_key=True)
    for source in corpus.sources.values():
        if source.id in ("index", "README"):
            message = f"{source.id} is the page that lists all sources"
            yield Problem(source.document.path, 1, 1, "file", message, "rename the file")


Graph = Mapping[str, tuple[str, ...]]


def _graphs(corpus: Corpus) -> dict[str, Graph]:
    """Which actors and events each actor and event refers to, by field."""
    return {
        "represents": {name: _ids(actor.represents) for name, actor in corpus.actors.items()},
        "part_of": {name: _ids(event.part_of) for name, event in corpus.events.items()},
        "after": {name: _ids(event.after) for name, event in corpus.events.items()},
    }


def _closure(names: Iterable[str], *graphs: Graph) -> set[str]:
    """The names, and all that they lead to."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [other for graph in graphs for other in graph.get(name, ())]
    return reached


def no_circles(corpus: Corpus) -> Iterator[Problem]:
    """No event is part of itself or follows from itself, and no actor represents itself."""
    for field, graph in _graphs(corpus).items():
        for name, others in graph.items():
            if name in _closure(others, graph):
                document = corpus.homes["actors" if field == "represents" else "events", name]
                yield _problem(document, (name, field), f"{field} leads from {name} back to {name}", "break the circle")


def reasons_hold(corpus: Corpus) -> Iterator[Problem]:
    """A reason for a difference stands where articles still answer a question differently, in words of one of them."""
    questions = {(q.event, q.name): q for q in agree(corpus.statements) if len(q.answers) > 1}
    texts = {source.id: source.text for source in corpus.sources.values()}
    for event, entry in corpus.events.items():
        for name, given in entry.reasons.items():
            document, keys = corpus.homes["events", event], (event, "reasons", name)
            question = questions.get((event, given.question))
            if question is None:
                known = [asked for about, asked in questions if about == event]
                close = get_close_matches(given.question, known, n=1)
                remedy = f"did you mean {close[0]!r}? Otherwise remove the reason" if close else "remove the reason"
                message = f"the articles do not answer {given.question!r} in different ways"
                yield _problem(document, (*keys, "question"), message, remedy)
                continue
            source = corpus.sources.get(given.article)
            if source is None or source not in question.sources:
                speaking = ", ".join(source.id for source in question.sources)
                message = f"{given.article!r} is no article that speaks to {given.question!r}"
                yield _problem(document, (*keys, "article"), message, f"name one of them: {speaking}")
                continue
            for number, quote in enumerate(given.quote):
                verdict = find(quote, source.text, texts)
                if not isinstance(verdict, Verbatim):
                    message, remedy = _failed(verdict, source)
                    yield _problem(document, (*keys, "quote", number), message, remedy)


def own_prose_neutral(corpus: Corpus) -> Iterator[Problem]:
    """No loaded word stands outside quotation marks in what people write in the site's own voice."""
    for word in neutrality.own_words(corpus):
        message = f"{shown(word.written)} is a loaded word: {shortened(word.reason.rstrip('.'), 200)}"
        remedy = "say it in plain words, quote it, or, as a proper name, list it under allowed in loaded-words.yml"
        yield Problem(word.path, word.line, word.column, where(word.keys), message, remedy)


CHECKS: tuple[Check, ...] = (
    quotes_stand,
    values_follow,
    printed_as_stated,
    references_resolve,
    nothing_unused,
    ids_unique,
    former_ids_free,
    set_aside_stands,
    set_aside_is_not_used,
    lists_keep_their_places,
    no_circles,
    reasons_hold,
    own_prose_neutral,
)
