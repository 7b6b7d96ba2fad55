"""Every fact of the five sheets, changed in one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks import check, quotes_stand, values_follow
from generator.corpus import Corpus, Statement, load
from generator.model import Fact
from generator.quotes import find
from tests.mutations import VALUES, actors_changed, quotes_changed

ROOT = Path(__file__).parent.parent

@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The five sheets, articles and all."""
    return load(ROOT)


def accepted(corpus: Corpus, mutants: Iterable[tuple[str, Statement, dict]]) -> tuple[list[tuple[str, Statement]], int]:
    texts = {source.id: source.text for source in corpus.sources.values()}
    changed = {}
    for n, (what, statement, fields) in enumerate(mutants):
        fact = statement.fact.model_copy(update=fields)
        verdicts = statement.verdicts if "quote" not in fields else tuple(find(q, statement.source.text, texts) for q in fact.quote)
        changed[f"m{n}"] = (what, replace(statement, id=f"m{n}", fact=fact, verdicts=verdicts), fields)
    mutated = replace(corpus, statements=tuple(s for _, s, _ in changed.values()))
    refused = {p.where.split(".")[1] for rule in (quotes_stand, values_follow) for p in rule(mutated)}
    return [(what, s, f) for name, (what, s, f) in changed.items() if name not in refused], len(changed)

def main():
    import time
    c = load(ROOT)
    print(check(c))
    house = {a: e.name for a, e in c.actors.items()}
    ids = {s.id + s.source.id: s for s in c.statements}
    t = time.time()
    acc, n = accepted(c, ((w, s, f) for s in c.statements for w, f in quotes_changed(s.fact, c.names, house)))
    print("quotes", n, len(acc), time.time() - t)
    for w, s, f in acc: print("   ", w, f)
    t = time.time()
    acc, n = accepted(c, ((w, s, f) for s in c.statements for r in VALUES for w, f in r(s.fact)))
    print("values", n, len(acc), time.time() - t)
    for w, s, f in acc: print("   ", w, f, s.source.id[:3], s.fact.quote)
    def named(s):
        text = s.source.text
        return {a for m in c.names.read(" … ".join(text[x.start:x.end] for x in s.spans)) for a in m.actors}
    for inside in (False, True):
        t = time.time()
        acc, n = accepted(c, ((w, s, f) for s in c.statements for w, a, f in actors_changed(s.fact, list(c.actors)) if (a in named(s)) == inside))
        print("actors named" if inside else "actors", n, len(acc), time.time() - t, Counter(w for w, _, _ in acc))
        for w, s, f in acc: print("   ", w, f, s.source.id[:3], s.kind.section, s.id, s.fact.quote, s.fact.because)
main()
