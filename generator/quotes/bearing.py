"""Does a quote bear out the value? Each actor, number and date of a fact must follow from its words.

The rules go by field, so that a kind of fact is checked by the fields that it has: a new kind that names
`who` or `when` needs nothing here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.dates import Edtf
from generator.model import ACTOR_FIELDS, Actor, ExcludedGroup, Fact, Mediator, written_key
from generator.quotes.doubt import Doubt, Rule
from generator.quotes.evidence import Words
from generator.quotes.sentences import holder_shown, sentence_follows
from generator.reading import attribution, cues
from generator.reading.dates import DateMention
from generator.reading.names import coordinated
from generator.reading.numbers import NumberMention
from generator.text import Span
from generator.wording import count_in_words


def doubts(fact: Fact, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    """Everything in the value of `fact` that follows neither from its quotes nor from its `because`.

    A reason counts only where it states the value itself, so that a changed value needs a changed reason.
    """
    for rule in _RULES:
        yield from rule(fact, words, actors)


def _denial_kept(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    """A quote does not begin just behind the "not" or "refused to" that denies it."""
    for span in words.spans:
        before = words.article.text[max(0, span.start - _BEFORE) : span.start]
        if fact.because is None and (denial := cues.denial_at_end(before)):
            yield Doubt(
                "quote",
                f"the article has {denial!r} just before the quote",
                "quote these words too, or give the reason in `because`",
            )


_BEFORE = 80
"""Characters; enough for a denial and the auxiliaries and adverbs behind it."""


def _actors_named(fact: Fact, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    """Each actor is named by the words, and in a part that fits: a speaker speaks, and others do more than that."""
    claimed = {actor for _, actor in _claims(fact)}
    others = sorted(words.settings.keys() - claimed)
    for field, actor in _claims(fact):
        if actor not in actors:
            continue
        name = f"{actors[actor].name} ({actor})"
        if actor not in words.settings and actor not in words.reasoned:
            hint = f"it names {_listed(others, actors)} instead: did you mean {others[0]}? Otherwise " if others else ""
            yield Doubt(
                field,
                f"the quote does not name {name}",
                f"{hint}quote the words that name {actor}, list the name used under `also` in actors.yml, "
                "or give the reason in `because`",
            )
        elif field == "said_by":
            yield from _speaks(actor, words, actors)
        elif field == "against":
            yield from _is_opposed(actor, words, actors)
        elif hasattr(fact, "says"):
            yield from holder_shown(actor, words, actors)
        elif as_what := _aside(fact, actor, words, state=actors[actor].kind == "state"):
            yield Doubt(
                field,
                f"{'the quote' if actor in words.settings else '`because`'} names {name} only as {as_what}",
                "quote the words that show its part, or give the reason in `because`",
            )


def _speaks(actor: str, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    quoted, reasoned = words.settings.get(actor, ()), words.reasoned.get(actor, ())
    if any(map(attribution.speaks, quoted)) or any(map(attribution.is_called_speaker, reasoned)):
        return
    name = actors[actor].name
    speakers = [other for other, found in sorted(words.settings.items()) if any(map(attribution.speaks, found))]
    hint = f"did you mean {speakers[0]}? Otherwise " if speakers else ""
    yield Doubt(
        "said_by",
        f"{'the quote' if quoted else '`because`'} names {name} ({actor}), but not as the one who says so",
        f"{hint}quote the words that show it, or write in `because` that the speaker is {name}",
    )


def _is_opposed(actor: str, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    if actor not in words.reasoned and not any(map(attribution.is_refused, words.settings.get(actor, ()))):
        yield Doubt(
            "against",
            f"the quote names {actors[actor].name} ({actor}), but not as the one whose presence is opposed",
            "quote the words that show it, correct it, or give the reason in `because`",
        )


def _aside(fact: Fact, actor: str, words: Words, *, state: bool) -> str | None:
    """As what the words name an actor, where they show it in no part that `who` or `for` could mean."""
    speaker = not attribution.has_pronoun(words.quoted)
    if actor in words.reasoned and not (speaker and actor == fact.said_by):
        return None
    found = [_aside_here(fact, setting, speaker=speaker, state=state) for setting in words.settings.get(actor, ())]
    return next(iter(found), "the one who speaks") if all(found) else None


def _aside_here(fact: Fact, setting: attribution.Setting, *, speaker: bool, state: bool) -> str | None:
    aside = attribution.stands_aside(setting, state=state)
    if aside and not (aside == attribution.BACKER and isinstance(fact, Mediator)):
        return aside
    if speaker and attribution.only_speaks(setting):
        return "the one who speaks"
    if _given(fact, "status") in ("opposed", "refused") and attribution.is_refused(setting):
        return "what another refuses"
    return None


def _speaker_stated(fact: Fact, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    """What the words attribute to somebody is not recorded as the article's own."""
    if fact.said_by is not None:
        return
    claimed = {actor for _, actor in _claims(fact)}
    # A name that several share, such as a family name, is that of the one who is claimed.
    theirs = {s for found in (words.settings, words.reasoned) for actor in claimed for s in found.get(actor, ())}
    quoted = (actor for actor, found in words.settings.items() if any(_says_this(fact, s) for s in {*found} - theirs))
    reasoned = (
        actor for actor, found in words.reasoned.items() if any(map(attribution.is_called_speaker, {*found} - theirs))
    )
    for actor in (*quoted, *reasoned):
        if actor in actors and actor not in claimed:
            message = f"the words are those of {actors[actor].name} ({actor}), and `said_by` is null"
            yield Doubt("said_by", message, f"write {actor}, or quote only what the article says itself")
            return


def _says_this(fact: Fact, setting: attribution.Setting) -> bool:
    if _given(fact, "what") == "said":
        return attribution.speaks(setting)
    return attribution.is_attributed(setting, count="measure" in vars(fact), wish="says" in vars(fact))


def _acts_for_another(fact: Fact, _words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    behalf = _given(fact, "for_")
    if behalf is not None and behalf in actors and behalf in (_given(fact, "who") or ()):
        yield Doubt("for", f"{actors[behalf].name} ({behalf}) is in `who` already", "write null, or whom it acts for")


def _claims(fact: Fact) -> Iterator[tuple[str, str]]:
    for field in ACTOR_FIELDS:
        value = _given(fact, field)
        for actor in (value,) if isinstance(value, str) else value or ():
            yield written_key(type(fact), field), actor


def _given(fact: Fact, field: str) -> Any:
    """The value of a field, None where the kind has no such field: a model itself takes long to say so."""
    return vars(fact).get(field)


def _listed(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return ", ".join(actors[actor].name for actor in ids if actor in actors)


def _sets_whole(fact: Fact, words: Words, actors: Mapping[str, Actor]) -> Iterator[Doubt]:
    """A list of names in a quote stands whole in a set, or in the facts beside it: no party is dropped in silence."""
    if not isinstance(fact, Mediator | ExcludedGroup):
        return
    mentions = words.within(words.article.actors)
    for chain in coordinated(words.article.text, mentions):
        if not any(set(mention.actors) & set(fact.who) for mention in chain):
            continue
        for mention in chain:
            if not set(mention.actors) & {*fact.who, *words.reasoned, *words.beside}:
                yield Doubt(
                    "who",
                    f"the quote lists {mention.written!r} beside the others, and it is left out",
                    f"add {mention.actors[0]}, or say in `because` why {actors[mention.actors[0]].name} is not meant",
                )


def _numbers_given(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    low, high, about = (_given(fact, field) for field in ("low", "high", "about"))
    if low is None and high is None:
        return
    mentions = [*_counting(fact, words), *(words.reason.numbers if words.reason else ())]
    if any((mention.low, mention.high, mention.about) == (low, high, about) for mention in mentions):
        return
    value = count_in_words(low, high, about=bool(about))
    given = ", ".join(map(_in_one_line, mentions))
    cut = words.cut(words.article.numbers)
    if cut:
        remedy = f"the article says {_in_one_line(cut[0])}: quote all of it and record that"
    else:
        remedy = "record the number with the bound or hedge that the words give it, or give the reason in `because`"
    found = f"gives {given} for this, not {value}" if given else f"gives no number such as {value}"
    yield Doubt("high" if low is None else "low", f"the quote {found}", remedy)


def _in_one_line(mention: NumberMention | DateMention) -> str:
    return repr(" ".join(mention.written.split()))


def _counting(fact: Fact, words: Words) -> list[NumberMention]:
    """The quoted numbers that belong to the fact's measure: those to which no other measure's word stands nearer."""
    mentions = words.within(words.article.numbers)
    places = {
        measure: inside for measure, found in words.article.measures.items() if (inside := _inside(found, words.spans))
    }
    own = places.get(_given(fact, "measure"))
    if own is None:
        return mentions
    return [
        mention
        for mention in mentions
        if _distance(mention.span, own) <= min(_distance(mention.span, found) for found in places.values())
    ]


def _inside(places: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """Those of `places`, which are in order, that lie wholly inside one of `spans`."""
    near = (places[bisect_left(places, (span.start, 0)) : bisect_left(places, (span.end, 0))] for span in spans)
    return sorted({place for span, found in zip(spans, near, strict=True) for place in found if span.holds(place)})


def _distance(span: Span, places: Sequence[Span]) -> int:
    """Characters between a span and the nearest of `places`, which are in order."""
    at = bisect_left(places, span)
    return min(max(place.start - span.end, span.start - place.end) for place in places[max(0, at - 1) : at + 1])


def _count_given(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    count = _given(fact, "count")
    if count is None:
        return
    mentions = [*words.within(words.article.numbers), *(words.reason.numbers if words.reason else ())]
    if not any(count in (mention.low, mention.high) for mention in mentions):
        yield Doubt("count", f"the quote gives no number {count:,}", "record the number that the quote gives, or null")


def _dates_given(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    mentions = [*words.within(words.article.dates), *(words.reason.dates if words.reason else ())]
    for field in ("when", "as_of", "period"):
        value = _given(fact, field)
        if value is None or any(
            value.without_doubt == read.without_doubt for mention in mentions for read in mention.values
        ):
            continue
        yield Doubt(field, *_wrong_date(value, mentions))


def _wrong_date(value: Edtf, mentions: Sequence[DateMention]) -> tuple[str, str]:
    if not mentions:
        return (
            f"the quote holds no date, so {value} does not follow from it",
            "quote the words that give the date, write null where there are none, or give the reason in `because`",
        )
    read = [f"{_in_one_line(m)} ({m.values[0] if m.values else 'not to be resolved'})" for m in mentions]
    remedy = "record the date at the precision of those words, or give the reason in `because`"
    if not any(mention.values for mention in mentions):
        remedy = "write null: the date of the article does not settle what these words mean"
    return f"the quote dates it by {', '.join(read)}, not {value}", remedy


def _standing_fits(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    """What is planned lies not before the article, and what is reported not after it."""
    standing, when, published = _given(fact, "standing"), _given(fact, "when"), words.article.published
    if when is None or published is None:
        return
    if standing == "planned" and when.last and published.first and when.last < published.first:
        yield Doubt("standing", f"{when} is planned, but lies before the article ({published})", "write reported")
    if standing == "reported" and when.first and published.last and when.first > published.last:
        yield Doubt("standing", f"{when} is reported, but lies after the article ({published})", "write planned")


_NEGATIVE = frozenset({"absent", "refused", "opposed"})


def _status_shown(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    status = _given(fact, "status")
    if status is None:
        return
    if status in _NEGATIVE and not cues.refuses(words.given):
        yield Doubt(
            "status",
            f"nothing in the quote denies, refuses or opposes, so {status!r} does not follow from it",
            "quote the words that show it, correct the status, or give the reason in `because`",
        )
    if status not in _NEGATIVE and cues.negated(words.given, cues.ATTENDANCE):
        yield Doubt(
            "status",
            f"the quote negates what {status!r} says",
            "correct the status (absent, refused or opposed), or give the reason in `because`",
        )
    elif status not in _NEGATIVE and cues.refuses(words.given) and not cues.affirmed(words.given, cues.ATTENDANCE):
        yield Doubt(
            "status",
            f"the quote denies, refuses or opposes, and nothing in it shows {status!r}",
            "quote the words that show it, correct the status, or give the reason in `because`",
        )


def _proposal_shown(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    """What somebody only wishes is `proposed`, and nothing else is."""
    proposed = getattr(fact, "proposed", None)
    if proposed and not cues.proposes(words.given):
        yield Doubt(
            "proposed",
            "nothing in the quote proposes, wishes or demands it",
            "quote the words that do, leave `proposed` out, or give the reason in `because`",
        )
    there = getattr(fact, "status", None) in ("invited", "attending")
    if proposed is False and there and cues.only_proposed(words.given, cues.ATTENDANCE):
        yield Doubt(
            "proposed",
            "the quote only says that it should be so",
            "write `proposed: true`, or quote the words that say that it is so",
        )


def _role_shown(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    if isinstance(fact, Mediator) and cues.negated(words.given, cues.ROLES):
        yield Doubt(
            "role",
            f"the quote negates what {fact.role!r} says",
            "remove the fact, or give the reason in `because`",
        )


def _exclusion_shown(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    if isinstance(fact, ExcludedGroup) and not cues.refuses(words.given):
        yield Doubt(
            "who",
            "nothing in the quote excludes anybody",
            "quote the words that exclude them, or give the reason in `because`",
        )


def _measure_shown(fact: Fact, words: Words, _: Mapping[str, Actor]) -> Iterator[Doubt]:
    measure = _given(fact, "measure")
    if measure is None:
        return
    shown = sorted(cues.measures_in(words.given))
    if shown and measure not in shown:
        yield Doubt(
            "measure",
            f"the quote speaks of {' and '.join(shown)}, not of {measure}",
            "correct the measure, or give the reason in `because`",
        )


_RULES: tuple[Rule, ...] = (
    _denial_kept,
    _actors_named,
    _speaker_stated,
    _acts_for_another,
    _sets_whole,
    _numbers_given,
    _count_given,
    _dates_given,
    _standing_fits,
    _status_shown,
    _proposal_shown,
    _role_shown,
    _exclusion_shown,
    _measure_shown,
    sentence_follows,
)
