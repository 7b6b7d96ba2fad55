"""The items of an answer as facts: those that pass the project's own checks, and the others with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from generator.asking.naming import Named, UnknownNameError
from generator.asking.questions import FORMS, PEOPLE, SECTIONS, Answer, free_words
from generator.checks import quotes_stand, values_follow
from generator.corpus import Corpus, Source, Statement
from generator.derive.drafting import Drafted, Opened, fact_id, judged_words, sayings
from generator.errors import Problem, ProblemsFound
from generator.model import Actor, Article, Fact, Sheet, written_key
from generator.quotes import Ambiguous, Verbatim, find
from generator.sheets import from_data, read_document, validate
from generator.sheets.wording import listed, shown
from generator.text import Span, printable

FACTS_AT_MOST = 300
"""Facts of one answer; no news article states as many, and each costs a check."""

_TEXTS_AT_MOST, _CHARACTERS_AT_MOST = 100, 5000
"""As in a sheet; looked at first, because to look for a text in the article takes time."""


@dataclass(frozen=True)
class Refused:
    """An item that is no fact: its key in the answer, the item as answered, and the reason in the project's words."""

    key: str
    item: Any
    reason: str

    @property
    def words(self) -> str:
        """What to call it in a report: its kind and the beginning of its quote."""
        quote = self.item.get("quote") if isinstance(self.item, dict) else self.item
        words = printable(str(quote[0] if isinstance(quote, list) and quote else quote)[:400])
        return f"{self.key}, {shown(words)}"


@dataclass(frozen=True)
class _Item:
    """An item that is a fact in form: what of it is still to be checked is whether the article bears it out."""

    key: str
    item: Any
    statement: Statement


@dataclass
class Judge:
    """The facts accepted for one article so far, and the rules that the next ones are held to."""

    file: str
    sha256: str
    opened: Opened
    rule: str
    named: Named = field(init=False)
    accepted: list[_Item] = field(default_factory=list)
    _source: Source = field(init=False)
    _numbers: int = 0

    def __post_init__(self) -> None:
        self.named = Named(self.opened)
        reading = self.opened.reading
        article = Article(file=self.file, sha256=self.sha256, published=None).model_copy(
            update={"published": reading.published}
        )
        document, _ = read_document("answer", "")
        assert document is not None
        self._source = Source("answer", document, article, reading.text)

    def hear(self, answer: Answer) -> tuple[list[Refused], int]:
        """Accept what passes the checks; the answer is what was refused, and how many items were too many to read."""
        self.named.tell(islice(getattr(answer, PEOPLE), FACTS_AT_MOST))
        items = [(key, item) for key, item in answer.items() if key != PEOPLE]
        refused = []
        for key, item in items[:FACTS_AT_MOST]:
            outcome = self._in_form(key, item)
            if isinstance(outcome, Refused):
                refused.append(outcome)
            else:
                self.accepted.append(outcome)
        return [*refused, *self.withdrawn(self.named.people)], max(0, len(items) - FACTS_AT_MOST)

    def facts(self) -> list[Drafted]:
        """The accepted facts, each said once, with ids that say what they are."""
        facts: list[Drafted] = []
        seen: set[Any] = set()
        taken: set[str] = set()
        for kind in SECTIONS.values():
            for statement in (one.statement for one in self.accepted if one.statement.kind is kind):
                said = set(sayings(kind, statement.fact))
                if not said <= seen:
                    seen |= said
                    name = fact_id(statement.fact, taken, kind.section.replace("_", "-"))
                    taken.add(name)
                    facts.append(Drafted(name, kind, statement.fact, statement.spans, self.rule, ()))
        return facts

    def _in_form(self, key: str, item: Any) -> _Item | Refused:
        """An item as a statement of the article, if the sheet has a place for each of its values."""
        self._numbers += 1
        name = f"fact-{self._numbers}"
        kind = SECTIONS[key]
        try:
            data = self._as_in_a_sheet(kind, item)
            fact = _valid(kind, name, data)
        except (_WrongFormError, UnknownNameError, ProblemsFound) as error:
            return Refused(key, item, _reason(error))
        if judging := next(judged_words(fact, self.opened.people), None):
            return Refused(key, item, f"it would have us say {judging!r}, which judges; write plain words")
        verdicts = tuple(find(quote, self.opened.reading.text) for quote in fact.quote)
        return _Item(key, item, Statement(name, kind, fact, self._source, verdicts))

    def _as_in_a_sheet(self, kind: type[Fact], item: Any) -> dict[str, Any]:
        """An item with ids for its names and with the event that its words speak of."""
        if not isinstance(item, dict):
            raise _WrongFormError("it is no object; write one as the schema says")
        known = tuple(FORMS[kind.section].model_fields)
        if unknown := next((key for key in item if key not in known), None):
            raise _WrongFormError(
                f"there is no key {shown(str(unknown))} here; the keys here are {listed(known, 'and')}"
            )
        data = {key: value for key, value in item.items() if value is not None}
        quotes = data["quote"] = [printable(quote) for quote in _texts("quote", data.get("quote"))]
        found = [find(quote, self.opened.reading.text) for quote in quotes]
        spans = [verdict.span for verdict in found if isinstance(verdict, Verbatim)]
        if "who" in data:
            data["who"] = list(dict.fromkeys(self.named.actor(name, spans) for name in _texts("who", data["who"])))
        for key in ("for", "said_by"):
            if key in data:
                data[key] = self.named.actor(_text(key, data[key]), spans)
        for key in free_words(kind):
            if key in data and not any(_holds(quote, _text(key, data[key])) for quote in quotes):
                raise _WrongFormError(f"{key}: the quote does not hold these words; write words of the quote, or null")
        data[written_key(kind, "event")] = self._event(kind, spans)
        return data

    def _event(self, kind: type[Fact], spans: Sequence[Span]) -> str:
        return self.opened.settings.event_of(kind, spans)

    def withdrawn(self, actors: Mapping[str, Actor]) -> list[Refused]:
        """Withdraw what the checks of a site with these actors refuse, until all that is left passes together."""
        refused: list[Refused] = []
        while problems := self._problems(actors):
            kept = []
            for one in self.accepted:
                if one.statement.id in problems:
                    refused.append(Refused(one.key, one.item, problems[one.statement.id]))
                else:
                    kept.append(one)
            self.accepted = kept
        return refused

    def _problems(self, actors: Mapping[str, Actor]) -> dict[str, str]:
        """What the checks of a site with these actors say of the accepted facts, by id."""
        corpus = Corpus(
            root=Path(),
            sources={self._source.id: self._source},
            actors=actors,
            events=self.opened.settings.known,
            statements=tuple(one.statement for one in self.accepted),
            homes={},
            unread=(),
            problems=(),
        )
        found: dict[str, list[Problem]] = {}
        for rule in (quotes_stand, values_follow):
            for problem in rule(corpus):
                found.setdefault(problem.where.split(".")[1], []).append(problem)
        return {name: "; ".join(map(_in_words, problems)) for name, problems in found.items()}


class _WrongFormError(ValueError):
    """An item has not the form asked for; the message says what is wrong, and after a semicolon what to do."""


def _texts(key: str, value: object) -> list[str]:
    """One text or a list of them, as a list; raises `_WrongFormError` for anything else."""
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise _WrongFormError(f"{key}: is no list of texts; write at least one text")
    if len(texts) > _TEXTS_AT_MOST or any(len(text) > _CHARACTERS_AT_MOST for text in texts):
        raise _WrongFormError(f"{key}: is longer than any fact needs; write only what carries the fact")
    return texts


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongFormError(f"{key}: is no text; write one text, or null")
    return value


def _holds(quote: str, words: str) -> bool:
    return isinstance(find(words, quote), Verbatim | Ambiguous)


def _valid(kind: type[Fact], name: str, data: dict[str, Any]) -> Fact:
    """The fact that a sheet would hold; raises `ProblemsFound` where a sheet may not hold it."""
    head = {"file": "answer", "sha256": "0" * 64}
    written = from_data({"article": head, kind.section: {name: data}}, Sheet)
    document, problems = read_document("answer", written)
    if document is None or problems:
        raise ProblemsFound(problems)
    sheet, problems = validate(document, Sheet)
    if sheet is None:
        raise ProblemsFound(problems)
    ((_, _, fact),) = sheet.facts()
    return fact


def _reason(error: _WrongFormError | UnknownNameError | ProblemsFound) -> str:
    return "; ".join(map(_in_words, error.problems)) if isinstance(error, ProblemsFound) else str(error)


def _in_words(problem: Problem) -> str:
    """A problem without its place in a file: the field, what is wrong, what to do."""
    _, _, field = problem.where.partition(".fact-")
    _, _, field = field.partition(".")
    return f"{field}: {problem.message}; {problem.remedy}" if field else f"{problem.message}; {problem.remedy}"
