"""Does a quote bear out a sentence of ours? Whoever holds it, and every actor, number, date and denial in it, must."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from itertools import chain

from generator.dates import Edtf
from generator.model import Actor, Fact
from generator.quotes.doubt import Doubt
from generator.quotes.evidence import Evidence, Words
from generator.reading import attribution, cues
from generator.text import Span, fold

_YEAR = re.compile(r"\b\d{4}\b")
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|once|twice)\b",
    re.IGNORECASE,
)


def holder_shown(actor: str, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    """Who is said to want something speaks in the words, or is the subject of a verb of wanting."""
    if actor in words.reasoned or any(map(attribution.holds, words.settings.get(actor, ()))):
        return
    holders = [other for other, found in sorted(words.settings.items()) if any(map(attribution.holds, found))]
    hint = f"did you mean {holders[0]}? Otherwise " if holders else ""
    yield Doubt(
        "who",
        f"the quote names {actors[actor].name} ({actor}), but not as the one who wants, offers, refuses or expects it",
        f"{hint}quote the words that show it, or give the reason in `because`",
    )


def sentence_follows(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    """What `says` names or denies stands in the words, or belongs to the fact's own actors and event."""
    says: str | None = getattr(fact, "says", None)
    if says is None:
        return
    own = Evidence(says, words.article.names, words.article.published)
    yield from _speaker_needed(fact)
    yield from _actors_follow(fact, own, words)
    yield from _dates_follow(own, words)
    yield from _numbers_follow(own, words)
    yield from _denial_follows(own, words)


def _speaker_needed(fact: Fact) -> Iterator[Doubt]:
    if fact.said_by is not None and fact.said_by in (getattr(fact, "who", None) or ()):
        message = f"{fact.said_by} speaks for itself: it is in `who` already"
        yield Doubt("said_by", message, "leave it out, or write who reports it")


def _actors_follow(fact: Fact, own: Evidence, words: Words) -> Iterator[Doubt]:
    given = {*words.settings, *words.reasoned, *(getattr(fact, "who", None) or ())}
    if words.subject:
        given |= {actor for mention in words.subject.actors for actor in mention.actors}
    for mention in own.actors:
        if not given & {*mention.actors}:
            yield _unshown(f"the actor {' '.join(mention.written.split())!r}")


def _folded(text: str) -> str:
    return fold(text).text


def _dates_follow(own: Evidence, words: Words) -> Iterator[Doubt]:
    sources = [found for found in (words.reason, words.subject) if found]
    given = [*words.within(words.article.dates), *chain.from_iterable(found.dates for found in sources)]
    written = {_folded(mention.written).casefold() for mention in given}
    for mention in own.dates:
        # Without the tense of the article's sentence, a date that names no year may be read into another.
        key = _days if _YEAR.search(mention.written) else _days_of_any_year
        dated = {key(value) for other in given for value in other.values}
        same = any(key(value) in dated for value in mention.values)
        if not same and _folded(mention.written).casefold() not in written:
            yield _unshown(f"the date {mention.written!r}")


def _days(value: Edtf) -> Hashable:
    return value.without_doubt


def _days_of_any_year(value: Edtf) -> Hashable:
    return tuple(point and (point.month, point.day) for point in (value.start, value.end))


def _numbers_follow(own: Evidence, words: Words) -> Iterator[Doubt]:
    sources = [found for found in (words.reason, words.subject) if found]
    given = [*words.within(words.article.numbers), *chain.from_iterable(found.numbers for found in sources)]
    values = {(mention.low, mention.high, mention.about) for mention in given}
    written = " ".join((words.quoted, *(found.text for found in sources)))
    figures = {figure.lower() for figure in _FIGURE.findall(written)}
    wrong = [mention for mention in own.numbers if (mention.low, mention.high, mention.about) not in values]
    yield from (_unshown(f"the number {mention.written!r}") for mention in wrong)
    told = [*(mention.span for mention in wrong), *(mention.span for mention in own.dates)]
    for match in _FIGURE.finditer(own.text):
        if match[0].lower() not in figures and not any(span.holds(Span(*match.span())) for span in told):
            yield _unshown(f"the number {match[0]!r}")


def _denial_follows(own: Evidence, words: Words) -> Iterator[Doubt]:
    denied = cues.refusals(own.nameless)
    if denied > cues.refusals(words.given):
        yield Doubt(
            "says",
            "it denies or refuses more than the quote does",
            "quote the words that do, correct the sentence, or give the reason in `because`",
        )
    if not denied and cues.denies(words.quoted_nameless):
        yield Doubt(
            "says",
            "the quote denies or refuses, and the sentence does not",
            "keep the denial in the sentence, or quote fewer words",
        )


def _unshown(what: str) -> Doubt:
    return Doubt(
        "says",
        f"the quote does not show {what}",
        "quote the words that do, leave it out, or give the reason in `because`",
    )
