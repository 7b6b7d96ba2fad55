"""What a change of the sheets does to the site: agreements, voices, names, pages, and what articles hold unread."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from generator import agreement, neutrality
from generator.agreement import Answer, Outcome, Question, Voices
from generator.corpus import Corpus
from generator.coverage import coverages
from generator.pages import Block, Heading, Page
from generator.review import words
from generator.review.renaming import with_ids_of
from generator.review.states import State
from generator.review.words import Names
from generator.text import fold, printable


@dataclass(frozen=True)
class Effects:
    """What readers of the site will see, each in a sentence.

    `facts` tells of single facts, by their names, what has become of them among the others: `now superseded by …`.
    `pages` are None where one of the two states has no pages.
    """

    outcomes: tuple[str, ...]
    voices: tuple[str, ...]
    names: tuple[str, ...]
    loaded: tuple[str, ...]
    pages: tuple[str, ...] | None
    unread: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]


def effects(before: State, after: State) -> Effects:
    """What becomes of the site when it goes from one state to another."""
    old, new = _Told(with_ids_of(before.corpus, after.corpus)), _Told(after.corpus)
    return Effects(
        tuple(_outcomes(old, new)),
        (*_voices(old, new), *_joined(old, new)),
        (*_new_names(before.corpus, after.corpus),),
        tuple(_loaded(before.corpus, after.corpus)),
        None if before.pages is None or after.pages is None else tuple(_pages(before, after)),
        tuple(_unread(before.corpus, after.corpus)),
        _of_facts(old, new),
    )


_Matter = tuple[str, str, tuple[str, ...]]


class _Told:
    """What a corpus tells: its questions by what they ask, and its voices."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.names = Names.of(corpus)
        asked = agreement.agree(corpus.statements)
        self.questions: dict[_Matter, Question] = {(q.event, q.kind.section, q.key): q for q in asked}
        self.voices: Voices = agreement.voices_of(corpus.sources.values())

    def standing(self, matter: _Matter) -> str:
        """How the answers to a question stand; nothing where fewer than two articles speak to it."""
        question = self.questions.get(matter)
        if question is None or (len(question.answers) == 1 and len(question.sources) == 1):
            return ""
        return "agreeing" if question.outcome == "equal" else question.outcome

    def why(self, matter: _Matter) -> str:
        """Why they stand so."""
        question = self.questions[matter]
        if len(question.answers) == 1:
            return f"{len(question.sources)} articles give the same answer."
        one, other = agreement.decided_by(question) or question.answers[:2]
        facts = " and ".join(f"`{answer.statements[0].key}`" for answer in (one, other))
        return f"{agreement.why(question, self.names.actor)} ({facts})"


# Agreement


def _outcomes(old: _Told, new: _Told) -> Iterator[str]:
    for matter in sorted({*old.questions, *new.questions}):
        was, now = old.standing(matter), new.standing(matter)
        shown = new if matter in new.questions else old
        asked = words.asked(shown.questions[matter], shown.names)
        if was and not now:
            left = "one article is left" if matter in new.questions else "no article speaks to it any more"
            yield f"{asked}: no longer {was}; {left}"
        elif was != now:
            yield f"{asked}: now {now}{f', before {was}' if was else ''}. {printable(new.why(matter))}"
        elif now and (other := [*_answers(new, old, matter, "also"), *_answers(old, new, matter, "no longer")]):
            yield f"{asked}: still {now}; {'; '.join(other)}. {printable(new.why(matter))}"
        elif now not in ("", "agreeing") and old.why(matter) != new.why(matter):
            yield f"{asked}: still {now}, but otherwise. {printable(new.why(matter))}"


def _answers(these: _Told, those: _Told, matter: _Matter, how: str) -> Iterator[str]:
    """The answers to a question that the one state has, and the other has not."""
    known = {answer.value for answer in those.questions[matter].answers}
    for answer in these.questions[matter].answers:
        if answer.value not in known:
            yield f"{how} answered: {words.value(answer.statements[0], these.names)}"


def _of_facts(old: _Told, new: _Told) -> dict[str, tuple[str, ...]]:
    """For each fact whose standing among the others is another than it was: what it is now, and by which fact."""
    before, after = _standings(old), _standings(new)
    found = {name: tuple(one for one in said if one not in before.get(name, ())) for name, said in after.items()}
    return {name: said for name, said in found.items() if said}


def _standings(told: _Told) -> dict[str, list[str]]:
    """What each fact is beside another answer to its question: the one that it stands furthest from."""
    found: dict[str, list[str]] = {}
    for question in told.questions.values():
        if question.outcome not in ("superseded", "differing"):
            continue
        for one in question.answers:
            others = [other for other in question.answers if other is not one]
            outcome = agreement.worst(agreement.compare(question.kind, one, other) for other in others)
            far = next(other for other in others if agreement.compare(question.kind, one, other) == outcome)
            for statement in one.statements if outcome in ("superseded", "differing") else ():
                found.setdefault(statement.key, []).append(_said(outcome, one, far))
    return found


def _said(outcome: Outcome, one: Answer, other: Answer) -> str:
    key = other.statements[0].key
    if outcome == "differing":
        return f"now differing from `{key}`"
    earlier = agreement.order(one.sources[0]) < agreement.order(other.sources[0])
    return f"now superseded by `{key}`" if earlier else f"now supersedes `{key}`"


# Voices

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _voices(old: _Told, new: _Told) -> Iterator[str]:
    before, after = _counted(old), _counted(new)
    for given, (count, said) in after.items():
        was = before.get(given, (0, ""))[0]
        if was and count > was:
            ordinal = _ORDINALS[count] if count < len(_ORDINALS) else "further"
            yield f"{ordinal} voice for {said}"
    for given, (count, said) in before.items():
        now = after.get(given, (0, ""))[0]
        if now and count > now:
            yield f"one voice fewer for {said}: {now} left" if count - now == 1 else f"{now} voices left for {said}"


def _counted(told: _Told) -> dict[tuple[_Matter, Hashable], tuple[int, str]]:
    """How many voices give each answer, and the answer in words."""
    return {
        (matter, answer.value): (
            told.voices.count(answer.sources),
            f"{words.asked(question, told.names)}: {words.value(answer.statements[0], told.names)}",
        )
        for matter, question in told.questions.items()
        for answer in question.answers
    }


def _joined(old: _Told, new: _Told) -> Iterator[str]:
    """Articles that are one voice now, or are no longer."""
    both = [{frozenset((link.one.id, link.other.id)): link for link in told.voices.links} for told in (old, new)]
    for pair, link in both[1].items():
        if pair not in both[0]:
            reason = f"both name {printable(link.agency)}" if link.agency else f"{link.containment:.0%} shared text"
            yield f"articles {link.one.id} and {link.other.id} are one voice: {reason}"
    for pair, link in both[0].items():
        if pair not in both[1] and {link.one.id, link.other.id} <= set(new.corpus.sources):
            yield f"articles {link.one.id} and {link.other.id} are no longer one voice"


# Names and words


def _new_names(before: Corpus, after: Corpus) -> Iterator[str]:
    for name in sorted(after.actors):
        actor, known = after.actors[name], before.actors.get(name)
        if known is None and actor not in before.actors.values():
            yield f"new actor: {printable(actor.name)} ({name})"
        elif known is not None:
            for also in actor.names:
                if also not in known.names:
                    judging = ", a name that judges" if also in actor.loaded else ""
                    yield f"new name of {printable(actor.name)}: {printable(also)}{judging}"


def _loaded(before: Corpus, after: Corpus) -> Iterator[str]:
    """Loaded words that a quote, or our own prose, holds now and did not before."""
    old, new = _quoted_words(before), _quoted_words(after)
    for word, facts in new.items():
        fresh = [name for name in facts if name not in old.get(word, ())]
        if fresh and (word not in old or len(facts) > len(old[word])):
            yield f"“{printable(word)}” in the quotes of {', '.join(fresh)}"
    known = {(own.path, own.keys, own.written) for own in neutrality.own_words(before)}
    for own in neutrality.own_words(after):
        if (own.path, own.keys, own.written) not in known:
            yield f"“{printable(own.written)}” in our own words at {own.path}:{own.line}"


def _quoted_words(corpus: Corpus) -> dict[str, list[str]]:
    reader = neutrality.listed(corpus)
    judging = {name: "a name that judges" for actor in corpus.actors.values() for name in actor.loaded}
    of_actors = neutrality.LoadedWords(judging)
    found: dict[str, list[str]] = {}
    for statement in corpus.statements:
        held = {
            mention.written.casefold()
            for quote in statement.fact.quote
            for one in (reader, of_actors)
            for mention in one.read(quote)
        }
        for word in sorted(held):
            found.setdefault(word, []).append(statement.key)
    return found


# Pages and sentences


def _pages(before: State, after: State) -> Iterator[str]:
    old, new = before.pages or {}, after.pages or {}
    for path in sorted({*old, *new}):
        if path not in old:
            yield f"added: {path}"
        elif path not in new:
            yield f"removed: {path}"
        elif old[path] != new[path]:
            yield f"changed: {path} ({', '.join(_sections(old[path], new[path]))})"
    texts = before.corpus.written, after.corpus.written
    for path in sorted({*texts[0], *texts[1]}):
        one, other = (text.get(path) for text in texts)
        if one != other:
            yield f"{'added' if one is None else 'removed' if other is None else 'changed'}: {path} (hand-written)"


def _sections(old: Page, new: Page) -> list[str]:
    """The headings below which two pages are not the same; the head of the page goes by that name."""
    one, other = _by_heading(old), _by_heading(new)
    found = [words for words in dict.fromkeys((*other, *one)) if one.get(words) != other.get(words)]
    # The notes repeat what the sections cite.
    found = [words for words in found if words != "Notes"] or found
    return found or [
        "title or description" if (old.title, old.description) != (new.title, new.description) else "order"
    ]


def _by_heading(page: Page) -> dict[str, str]:
    found, heading = {"head": ""}, "head"
    for part in page.parts:
        if isinstance(part, Heading):
            heading = part.words
            found.setdefault(heading, "")
        elif isinstance(part, Block):
            found[heading] += part.html
    return found


def _unread(before: Corpus, after: Corpus) -> Iterator[str]:
    """Sentences that the sheets neither cite nor set aside, and that the earlier state has not in this way."""
    old = {one.source.id: {fold(one.words(sentence)).text for sentence in one.unread} for one in coverages(before)}
    for one in coverages(after):
        for sentence in one.unread:
            said = one.words(sentence)
            if fold(said).text not in old.get(one.source.id, ()):
                yield f"{one.source.article.file}:{sentence.line}: {said}"
