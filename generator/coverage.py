"""What of an article is read: each sentence is cited by facts, set aside with a reason, or unread.

Sentences are those of `text`, without those that hold no letter or digit. Headings, captions and links count as
well: that a page prints them is no fact, and a sheet says so.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import PurePath, PurePosixPath
from typing import Any, Literal

from generator.corpus import Corpus, Source, Statement
from generator.errors import BriefingsError
from generator.quotes import Ambiguous, Verbatim, Verdict, find
from generator.text import Span, printable, sentences

State = Literal["cited", "set aside", "unread"]
SHOWN_AT_MOST = 300
"""Characters of one sentence in a report for people."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of an article, with its place among them and its line, both from 1, and what the sheet says of it.

    `facts` are those that quote it, wholly or in part; `aside` holds ids of the sheet's section `set_aside`. In a sheet
    that passes the checks a sentence has one such id at most, and none beside facts.
    """

    span: Span
    number: int
    line: int
    facts: tuple[Statement, ...]
    aside: tuple[str, ...]

    @property
    def state(self) -> State:
        """Whether it is cited, set aside or unread; cited comes first."""
        return "cited" if self.facts else "set aside" if self.aside else "unread"


@dataclass(frozen=True, eq=False)
class Coverage:
    """An article in sentences, in order."""

    source: Source
    sentences: tuple[Sentence, ...]

    def of(self, state: State) -> tuple[Sentence, ...]:
        """The sentences in one state, in order."""
        return tuple(sentence for sentence in self.sentences if sentence.state == state)

    @cached_property
    def cited(self) -> tuple[Sentence, ...]:
        """The sentences that facts quote, wholly or in part."""
        return self.of("cited")

    @cached_property
    def set_aside(self) -> Mapping[str, tuple[Sentence, ...]]:
        """The sentences that are set aside, by the reason, in the order in which the reasons come first."""
        found: dict[str, list[Sentence]] = {}
        for sentence in self.of("set aside"):
            found.setdefault(self.source.aside[sentence.aside[0]].reason, []).append(sentence)
        return {reason: tuple(held) for reason, held in found.items()}

    def notes(self, reason: str) -> tuple[str, ...]:
        """The notes that people wrote beside a reason, in the order of the sheet."""
        return tuple(entry.note for entry in self.source.aside.values() if entry.reason == reason and entry.note)

    @cached_property
    def unread(self) -> tuple[Sentence, ...]:
        """The sentences that the sheet says nothing of."""
        return self.of("unread")

    def percent(self, *states: State) -> int:
        """How much of the article is in these states, rounded down: 100 is all of it; so is an empty article."""
        held = sum(sentence.state in states for sentence in self.sentences)
        return 100 * held // len(self.sentences) if self.sentences else 100

    @property
    def read(self) -> int:
        """How much of the article is cited or set aside, in percent, rounded down."""
        return self.percent("cited", "set aside")

    def words(self, sentence: Sentence) -> str:
        """The words of one of its sentences, fit for a line."""
        return printable(self.source.text[sentence.span.start : sentence.span.end])


def coverage_of(source: Source, statements: Iterable[Statement]) -> Coverage:
    """The coverage of an article by its statements, those of other articles left out, and by what its sheet sets aside.

    A quote that does not stand in the article covers nothing.
    """
    found = [span for span in sentences(source.text) if any(map(str.isalnum, source.text[span.start : span.end]))]
    facts: list[dict[Statement, None]] = [{} for _ in found]
    aside: list[dict[str, None]] = [{} for _ in found]
    for statement in (one for one in statements if one.source.id == source.id):
        for place in _places(found, statement.spans):
            facts[place][statement] = None
    for name, entry in source.aside.items():
        verdicts = (found_aside(quote, source, found) for quote in entry.quote)
        for place in _places(found, [verdict.span for verdict in verdicts if isinstance(verdict, Verbatim)]):
            aside[place][name] = None
    lines = _lines(source.text, found)
    made = zip(found, count(1), lines, map(tuple, facts), map(tuple, aside), strict=False)
    return Coverage(source, tuple(Sentence(*parts) for parts in made))


def found_aside(quote: str, source: Source, found: Sequence[Span], others: Mapping[str, str] | None = None) -> Verdict:
    """Where words that are set aside stand in their article, whose sentences are `found`; as `find` tells it of quotes.

    One thing is different. A caption may be no more than a name that the text has again: words that stand several
    times are those of the one place where they are whole sentences.
    """
    verdict = find(quote, source.text, others)
    if isinstance(verdict, Ambiguous):
        whole = [span for span in verdict.spans if _is_whole(span, found)]
        return Verbatim(whole[0]) if len(whole) == 1 else verdict
    return verdict


def _is_whole(span: Span, found: Sequence[Span]) -> bool:
    held = touched(found, span)
    return bool(held) and span == Span(found[held.start].start, found[held.stop - 1].end)


class UnknownArticleError(BriefingsError):
    """An article is named that no sheet is about."""


def coverages(corpus: Corpus, names: Sequence[str] = ()) -> list[Coverage]:
    """The coverage of the articles named, in the order given, or of all that have a sheet, in the order of the sheets.

    A name is the path of an article or its sheet, or the last part of one with or without its ending. Raises
    `UnknownArticleError`.
    """
    by_article = {PurePosixPath(source.article.file).stem: source for source in corpus.sources.values()}
    by_name = {**by_article, **corpus.sources}
    wanted: dict[str, Source] = {} if names else dict(corpus.sources)
    for name in names:
        source = by_name.get(name) or by_name.get(PurePath(name).stem)
        if source is None:
            raise UnknownArticleError(f"{name} has no fact sheet; name an article that has one, or its sheet")
        wanted[source.id] = source
    stated: dict[str, list[Statement]] = {name: [] for name in wanted}
    for statement in corpus.statements:
        if statement.source.id in stated:
            stated[statement.source.id].append(statement)
    return [coverage_of(source, stated[name]) for name, source in wanted.items()]


def touched(found: Sequence[Span], span: Span) -> range:
    """Which of a text's sentences, given in order, a stretch of it lies in."""
    first = bisect_right(found, span.start, key=lambda sentence: sentence.end)
    return range(first, bisect_left(found, span.end, key=lambda sentence: sentence.start))


def _places(found: Sequence[Span], spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from touched(found, span)


def _lines(text: str, found: Iterable[Span]) -> Iterator[int]:
    """The line of each sentence, counted once through the text."""
    line, place = 1, 0
    for span in found:
        line += text.count("\n", place, span.start)
        place = span.start
        yield line


def as_text(coverages: Iterable[Coverage]) -> str:
    """For each article a line of counts, a line for each reason, and each unread sentence at its line."""
    return "".join(f"{line}\n" for coverage in coverages for line in _report(coverage))


def _report(coverage: Coverage) -> Iterator[str]:
    file, total = coverage.source.article.file, len(coverage.sentences)
    states: tuple[State, ...] = ("cited", "set aside", "unread")
    counts = ", ".join(f"{len(coverage.of(state))} {state}" for state in states)
    yield f"{file}: {total} {'sentence' if total == 1 else 'sentences'}, {coverage.read}% read: {counts}"
    for reason, held in coverage.set_aside.items():
        yield f"{file}: set aside, {reason}: {in_lines(held)}"
    for sentence in coverage.unread:
        words = coverage.words(sentence)
        yield f"{file}:{sentence.line}: unread: {words if len(words) <= SHOWN_AT_MOST else words[:SHOWN_AT_MOST] + '…'}"


def in_lines(held: Sequence[Sentence]) -> str:
    """Where sentences start: `line 3`, `lines 3, 7–11`, where no sentence of another sort stands between 7 and 11."""
    runs: list[list[Sentence]] = []
    for sentence in held:
        if runs and sentence.number == runs[-1][-1].number + 1:
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    ends = [dict.fromkeys((run[0].line, run[-1].line)) for run in runs]
    named = ", ".join(dict.fromkeys("–".join(map(str, pair)) for pair in ends))
    return f"line {named}" if named.isdecimal() else f"lines {named}"


def as_json(coverages: Iterable[Coverage]) -> str:
    """One object with the key `articles`: each with its counts and all its sentences; offsets count characters."""
    return json.dumps({"articles": list(map(_record, coverages))}, ensure_ascii=False, indent=1) + "\n"


def _record(coverage: Coverage) -> dict[str, Any]:
    source = coverage.source
    return {
        "article": source.id,
        "file": source.article.file,
        "sheet": source.document.path,
        "percent_read": coverage.read,
        "cited": len(coverage.cited),
        "set_aside": {reason: len(held) for reason, held in coverage.set_aside.items()},
        "unread": len(coverage.unread),
        "sentences": [
            {
                "state": sentence.state,
                "line": sentence.line,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": source.text[sentence.span.start : sentence.span.end],
                "facts": [statement.key for statement in sentence.facts],
                "set_aside": list(sentence.aside),
            }
            for sentence in coverage.sentences
        ],
    }
