"""Articles that nobody wrote: sentences of a small grammar, the same for the same number on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

WORDS = 500
"""Words of an article, give or take one sentence."""
_SENTENCES_OF_A_PARAGRAPH = 3

_HOLES = {
    "state": "Iceland|Uruguay|Fiji|Bhutan|Malta|Ruritania|Osterlich|Sylvania|Freedonia|Novistrana",
    "people": "Icelandic|Uruguayan|Fijian|Bhutanese|Maltese|Ruritanian|Sylvanian",
    "group": "Northern League|Iron Guard|River Brigades|Free Shepherds Front|Council of the Highlands",
    "city": "Zenda|Strelsau|Montevideo|Suva|Valletta|Reykjavik",
    "office": "Foreign Minister|Defence Minister|President|government spokesman|UN envoy|chief negotiator",
    "person": "Rufus Firefly|Gloria Teasdale|Black Michael|Antonia Flavia|Rupert Hentzau|Fritz Tarlen",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    "month": "January|March|April|June|September|October|December",
    "date": "3|8|12|17|21|28",
    "number": "14|27|at least 45|some 120|more than 300|nearly 1,200|about 2,500|between 40 and 60|twelve",
    "harm": "killed|wounded|displaced|detained",
    "talks": "talks|peace talks|negotiations|consultations",
    "deal": "ceasefire|truce|cessation of hostilities",
    "thing": "bridge|harbour|market|railway|school|dam|orchard|mountain pass",
}
"""What a hole of the sentences below may hold."""
_CHOICES: dict[str, tuple[str, ...]] = {hole: tuple(words.split("|")) for hole, words in _HOLES.items()}
_SENTENCES = (
    "{state} and {state} will meet in {city} on {month} {date} for a new round of {talks}.",
    "The {talks} were mediated by {state} and {state}, {office} {person} said on {day}.",
    "{state}, {state} and the {group} have agreed to a {deal} brokered by {state}.",
    "The {group} is excluded from the {deal}, according to the {people} government.",
    "{number} people were {harm} near the {thing} of {city} last week, officials said.",
    "{person}, the {office} of {state}, told reporters that the {thing} would be opened again next month.",
    "The {deal} has been in effect since late {month}, but both sides accuse each other of breaking it.",
    "“We have not been invited to {city},” {person} said in an interview on {day}.",
    "{state} has refused to attend the {talks} unless the {group} lays down its arms.",
    "Traders at the {thing} spoke of a quiet morning, and of prices that nobody could pay.",
    "At a conference in {city}, the U.N. called on {state} to keep the {thing} open in winter.",
    "{number} soldiers and {number} villagers have been {harm} since the fighting began in {month} last year.",
    "The first round, held in {city} on {date} {month}, ended without a result.",
    "A delegation of the {group}, led by {person}, arrived in {city} on {day} evening.",
    "In its Resolution 2254, which is older than the {deal}, the council asked for {talks} without conditions.",
    "It rained over the {thing} all day, and the road to {city} was closed to heavy vehicles.",
)
_HOLE = re.compile(r"\{([a-z]+)\}")


def article(number: int, words: int = WORDS) -> str:
    """The article of this number: a dateline and paragraphs of about so many words."""
    choose = _chooser(number)
    sentences = [f"{choose(_CHOICES['city']).upper()}, {choose(_CHOICES['month'])} {choose(_CHOICES['date'])}, 2031 -"]
    left = words - len(sentences[0].split())
    while left > 0:
        sentence = _filled(choose(_SENTENCES), choose)
        sentence = sentence[0].upper() + sentence[1:]
        sentences.append(sentence)
        left -= len(sentence.split())
    step = _SENTENCES_OF_A_PARAGRAPH
    paragraphs = [" ".join(sentences[at : at + step]) for at in range(0, len(sentences), step)]
    return "\n\n".join(paragraphs) + "\n"


def _filled(sentence: str, choose: Callable[[Sequence[str]], str]) -> str:
    """A sentence with every hole filled, no two of them with the same words."""
    while hole := _HOLE.search(sentence):
        free = [words for words in _CHOICES[hole[1]] if words not in sentence]
        sentence = sentence[: hole.start()] + choose(free) + sentence[hole.end() :]
    return sentence


def _chooser(number: int) -> Callable[[Sequence[str]], str]:
    """Choices that look arbitrary and are fixed by `number`: a linear congruential generator, Knuth's MMIX."""
    state = number

    def choose(choices: Sequence[str]) -> str:
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return choices[(state >> 33) % len(choices)]

    return choose
