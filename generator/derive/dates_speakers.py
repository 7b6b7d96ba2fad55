"""Who is said to say what a quote states, and the quote with the words that show it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.derive.dates_clauses import LONGEST, Sentence, shortest, stands_once
from generator.derive.proposals import Reading
from generator.reading import attribution
from generator.reading.roster import ActorMention
from generator.text import Span

_NEAR = 90
"""Characters by which one quote may grow to hold its speaker too; beyond that a second quote is shorter to read."""
_FEW = 5
_REACH = 400
"""Characters on each side of a quote in which its speaker is sought."""
_TOLD = re.compile(r"t(?:old|ells?|elling)\b", re.IGNORECASE)
_WHAT = re.compile(r"\s+(?:that|\d|at\s+least|more\s+than|some|about|nearly|up\s+to)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according to|citing|quoting|estimat\w*|report(?:s|ed|ing)?"
    r"|add(?:s|ed|ing)|stat(?:es|ed|ing)|announc\w+|warn\w*|spoke|speak(?:s|ing)|confirm(?:s|ed)|claim(?:s|ed)|put|counted|counts|recorded"
    r"|documented|insist\w*|declar\w+|accus\w+|stress\w*|wrote|tweeted|not(?:es|ed|ing)|interview|statement|:)(?!\w)",
    re.IGNORECASE,
)


def within(reading: Reading, span: Span) -> list[ActorMention]:
    """The mentions of actors that lie wholly inside a span."""
    actors = reading.actors
    first = bisect_left(actors, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(actors, span.end, key=lambda mention: mention.span.start)
    return [mention for mention in actors[first:last] if span.holds(mention.span)]


def speaker(reading: Reading, spans: Sequence[Span], *, said: bool = False, count: bool = False) -> str | None:
    """The actor whose words the quotes themselves show these to be; `said` where the fact is a statement."""
    for span in spans:
        mentions = within(reading, span)
        for mention in mentions:
            setting = _setting(reading, span, mention, mentions)
            if attribution.speaks(setting) if said else attribution.is_attributed(setting, count=count):
                return mention.actor
    return None


def _setting(
    reading: Reading, span: Span, mention: ActorMention, mentions: Sequence[ActorMention]
) -> attribution.Setting:
    return attribution.setting(reading.text, span, mention.span, [other.span for other in mentions])


def _window(sentence: Sentence, place: Span) -> Span:
    """The part of a sentence round a place in which its speaker may be named."""
    return Span(max(sentence.span.start, place.start - _REACH), min(sentence.span.end, place.end + _REACH))


def with_speaker(
    reading: Reading, sentence: Sentence, quote: Span, *, said: bool = False, count: bool = False
) -> tuple[tuple[Span, ...], str | None]:
    """The quotes and who says so: the quote made longer, or a second one, where the sentence names a speaker."""
    here = speaker(reading, [quote], said=said, count=count)
    if here is not None:
        return (quote,), here
    if not sentence.span.holds(quote):
        return (quote,), None
    mentions = within(reading, _window(sentence, quote))
    for mention in sorted(mentions, key=lambda mention: sentence.distance(mention.span, quote)):
        setting = _setting(reading, _window(sentence, mention.span), mention, mentions)
        attributed = attribution.speaks(setting) if said else attribution.is_attributed(setting, count=count)
        if not attributed or _only_near_words(sentence, mention) or _beyond_relative(sentence, quote, mention):
            continue
        for spans in _quotes_with(reading, sentence, quote, mention):
            if speaker(reading, spans, said=said, count=count) == mention.actor:
                return spans, mention.actor
    return (quote,), None


def _quotes_with(reading: Reading, sentence: Sentence, quote: Span, mention: ActorMention) -> list[tuple[Span, ...]]:
    """The quote drawn out over the speaker, the shortest first; then the two apart."""
    words = _words_of_saying(sentence, mention)
    joint = Span(min(quote.start, words.start), max(quote.end, words.end))
    whole = shortest(reading, sentence, joint, exactly=True) if joint.end - joint.start <= LONGEST else None
    apart = shortest(reading, sentence, words, exactly=True)
    quotes: list[tuple[Span, ...]] = [(whole,)] if whole else []
    if apart and not apart.overlaps(quote) and stands_once(reading.text, apart):
        near = whole is not None and whole.end - whole.start - (quote.end - quote.start) <= _NEAR
        quotes.insert(len(quotes) if near else 0, tuple(sorted((quote, apart))))
    return quotes


def _beyond_relative(sentence: Sentence, quote: Span, mention: ActorMention) -> bool:
    """Whether the speaker speaks of something else behind the quote: `a truce - which the rebels say is broken`."""
    between = sentence.between(quote.end, mention.span.start)
    return bool(re.search(r"\b(?:which|who|whom|whose)\b", between, re.IGNORECASE))


def _only_near_words(sentence: Sentence, mention: ActorMention) -> bool:
    """Whether the words of saying are another's: `told X`, `denied X's charge and said`, `X claimed an attack`."""
    words = _words_of_saying(sentence, mention)
    before = sentence.between(words.start, mention.span.start)
    after = sentence.between(mention.span.end, words.end)
    if _TOLD.match(before) or (before and sentence.distance(Span(words.start, words.start), mention.span) > _FEW):
        return True
    claims = after.lower().endswith(("claimed", "claims")) and not _WHAT.match(sentence.after(words.end))
    return claims or (after.startswith("'s") and " and " in after.lower())


def _words_of_saying(sentence: Sentence, mention: ActorMention) -> Span:
    """The speaker's name with the verb or noun of saying beside it."""
    window = _window(sentence, mention.span)
    places = [
        Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        for match in _SAYING.finditer(
            sentence.text, window.start - sentence.span.start, window.end - sentence.span.start
        )
    ]
    nearest = min(places, key=lambda place: (sentence.distance(place, mention.span), place), default=mention.span)
    return Span(min(nearest.start, mention.span.start), max(nearest.end, mention.span.end))
