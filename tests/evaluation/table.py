"""The outcome in words: one table, and where wished every fact that was missed or is too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import KINDS
from tests.evaluation.scoring import Comparison, Score, Tally, tally

_HEAD = f"{'':20} {'precision':>9} {'recall':>7} {'F1':>6} {'found':>6} {'missed':>7} {'extra':>6}"


def report(title: str, comparisons: Sequence[Comparison], *, listed: bool = False) -> str:
    """The table of one folder, with what stands below it; `listed` puts missed and extra facts before it."""
    sums = tally(comparisons)
    lines = [*(_list(comparisons) if listed else ()), f"{title}: {_counted(len(comparisons), 'article')}", _HEAD]
    lines += [_row(kind.section, sums.score(kind.section)) for kind in KINDS]
    lines += [_row("all", sums.score()), *_below(sums, comparisons)]
    return "".join(f"{line}\n" for line in lines)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _row(name: str, score: Score) -> str:
    rates = f"{score.precision:>9.3f} {score.recall:>7.3f} {score.f1:>6.3f}"
    return f"{name:20} {rates} {score.found:>6} {score.missed:>7} {score.extra:>6}"


def _below(sums: Tally, comparisons: Sequence[Comparison]) -> Iterator[str]:
    found, read = sums.found["dates"], sums.found["dates"] + sums.dates_misread
    share = f", {found / read:.3f}" if read else ""
    yearless = f"; {sums.yearless} of the others lack only the year" if sums.yearless else ""
    yield f"Dates read at the right value: {found} of {read}{share}{yearless}"
    for kind in KINDS:
        agreeing = [f"{key} {count}" for (section, key), count in sums.agreeing.items() if section == kind.section]
        if agreeing:
            yield f"Of {sums.found[kind.section]} {kind.section} found, right in: {', '.join(agreeing)}"
    if any(one.set_aside for one in comparisons):
        yield f"Proposals on words left unscored: {sum(len(one.set_aside) for one in comparisons)}"
    yield f"Quotes that do not stand in their article: {sum(len(one.unplaced) for one in comparisons)}"


def _list(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """Every missed and every extra fact with its quote, article by article."""
    for one in comparisons:
        for word, claims in (("missed", one.missed), ("extra", one.extra)):
            for claim in claims:
                quotes = " … ".join(" ".join(quote.split()) for quote in claim.quotes)
                yield f"{word:6} {one.case} {claim.section}: {claim.shown} | {quotes}"
        for quote in one.unplaced:
            yield f"quote  {one.case}: not in the article | {quote}"
