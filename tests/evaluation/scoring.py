"""Scoring: what was proposed against what people wrote, article by article, and the sums by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.evaluation.cases import Case
from tests.evaluation.claims import Claim, Value, same_value, share_words


@dataclass(frozen=True)
class Comparison:
    """One article: pairs of wanted and proposed claims that agree, and what is left on either side.

    `set_aside` are proposals on words that the annotation leaves open; `unplaced` quotes that the article lacks.
    """

    case: str
    found: Sequence[tuple[Claim, Claim]]
    missed: Sequence[Claim]
    extra: Sequence[Claim]
    set_aside: Sequence[Claim]
    unplaced: Sequence[str]


@dataclass(frozen=True)
class Score:
    """Counts, and the rates that follow from them; a rate of nothing is 0."""

    found: int
    missed: int
    extra: int

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right."""
        return self.found / max(1, self.found + self.extra)

    @property
    def recall(self) -> float:
        """The share of what is wanted that was proposed."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.found / max(1, 2 * self.found + self.missed + self.extra)


@dataclass
class Tally:
    """The sums over articles: counts by kind, and how often the fields of what was found agree."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    agreeing: Counter[tuple[str, str]] = field(default_factory=Counter)
    dates_misread: int = 0
    yearless: int = 0

    def score(self, section: str | None = None) -> Score:
        """The score of one kind, or over all of them."""
        if section is None:
            return Score(self.found.total(), self.missed.total(), self.extra.total())
        return Score(self.found[section], self.missed[section], self.extra[section])


def compared(case: Case) -> Comparison:
    """Derive one article and hold the outcome against what people wrote."""
    found = case.derived()
    text = " ".join(case.raw.decode("utf-8").split())
    quotes = [" ".join(quote.split()) for made in found.facts for quote in made.fact.quote]
    unplaced = [quote for quote in quotes if quote not in text]
    given = case.claims(found)
    if case.annotated:
        return as_sets(case.name, case.wanted, given, case.unscored, unplaced)
    return one_to_one(case.name, case.wanted, given, unplaced)


def as_sets(
    name: str, wanted: Iterable[Claim], given: Iterable[Claim], unscored: Sequence[Claim], unplaced: Sequence[str] = ()
) -> Comparison:
    """The measure of annotated articles: each value once in each kind, and what is left open does not count."""
    left: list[Claim] = []
    for claim in given:
        if claim.value and not any((claim.section, claim.value) == (one.section, one.value) for one in left):
            left.append(claim)
    found, missed = [], []
    dates: set[Value] = set()
    for claim in wanted:
        if isinstance(claim.value, str):
            if claim.value in dates:
                continue
            dates.add(claim.value)
        hits = [one for one in left if one.section == claim.section and same_value(one, claim)]
        left = [one for one in left if one not in hits]
        if hits:
            found.append((claim, hits[0]))
        else:
            missed.append(claim)
    aside = [one for one in left if any(one.section == u.section and share_words(one, u) for u in unscored)]
    return Comparison(name, found, missed, [one for one in left if one not in aside], aside, unplaced)


def one_to_one(name: str, wanted: Sequence[Claim], given: Sequence[Claim], unplaced: Sequence[str] = ()) -> Comparison:
    """The measure of sheets: each claim of the sheet answers at most one proposal, the likest of those that fit."""
    fits = [
        (-_likeness(claim, one), at, place)
        for at, claim in enumerate(wanted)
        for place, one in enumerate(given)
        if claim.section == one.section and _fits(claim, one)
    ]
    pairs: dict[int, int] = {}
    for _, at, place in sorted(fits):
        if at not in pairs and place not in pairs.values():
            pairs[at] = place
    return Comparison(
        name,
        [(wanted[at], given[place]) for at, place in sorted(pairs.items())],
        [claim for at, claim in enumerate(wanted) if at not in pairs],
        [one for place, one in enumerate(given) if place not in pairs.values()],
        (),
        unplaced,
    )


def _fits(claim: Claim, one: Claim) -> bool:
    """Whether both say the same; where both name nobody or settle no date, whether they say it of the same words."""
    if not claim.value or not one.value:
        return claim.value == one.value and share_words(claim, one)
    return same_value(claim, one)


def _likeness(claim: Claim, one: Claim) -> int:
    return 2 * len(agreeing_fields(claim, one)) + share_words(claim, one)


def agreeing_fields(claim: Claim, one: Claim) -> list[str]:
    """The judged fields in which two claims agree."""
    return [key for key, value in claim.judged.items() if one.judged.get(key) == value]


def tally(comparisons: Iterable[Comparison]) -> Tally:
    """The sums over articles."""
    sums = Tally()
    for one in comparisons:
        sums.found.update(claim.section for claim, _ in one.found)
        sums.missed.update(claim.section for claim in one.missed)
        sums.extra.update(claim.section for claim in one.extra)
        wrong = misread(one)
        sums.dates_misread += len(wrong)
        sums.yearless += sum(any(_lacks_the_year(claim, given) for given in read) for claim, read in wrong)
        for claim, given in one.found:
            agreeing = agreeing_fields(claim, given)
            for key in claim.judged:
                sums.agreeing[claim.section, key] += key in agreeing
    return sums


def misread(one: Comparison) -> list[tuple[Claim, list[Claim]]]:
    """The wanted dates that were missed although proposed dates that are left over quote the same words, and these."""
    left = [claim for claim in (*one.extra, *one.set_aside) if claim.section == "dates"]
    dates = [claim for claim in one.missed if claim.section == "dates"]
    read = [(claim, [given for given in left if share_words(claim, given)]) for claim in dates]
    return [(claim, given) for claim, given in read if given]


def _lacks_the_year(claim: Claim, given: Claim) -> bool:
    wanted, read = str(claim.value), str(given.value)
    return read.startswith("XXXX-") and wanted[4:] == read[4:]
