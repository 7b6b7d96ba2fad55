"""What the rules of bearing find in one fact of a made-up article."""

from __future__ import annotations

from typing import Any

from generator.dates import parse
from generator.model import Actor, Fact
from generator.quotes import Evidence, Verbatim, Words, doubts, find, reason
from generator.reading.names import Names

ACTORS = {
    "ruritania": Actor(name="Ruritania", kind="state", also=("Ruritanian", "Strelsau")),
    "freedonia": Actor(name="Freedonia", kind="state", also=("Freedonian",)),
    "sylvania": Actor(name="Sylvania", kind="state"),
    "league": Actor(name="Northern League", kind="coalition", also=("armed opposition", "rebels")),
    "iron-guard": Actor(name="Iron Guard", kind="armed-group", also=("masked men",)),
    "black-hand": Actor(name="Black Hand", kind="armed-group", also=("masked men",)),
    "firefly": Actor(name="Rufus Firefly", kind="person", represents="freedonia", also=("Firefly",)),
    "zog": Actor(name="Karim O'Zog", kind="person", represents="league"),
}


def doubts_of(
    kind: type[Fact], text: str, *, published: str | None = "2031-05-08", subject: str | None = None, **fields: Any
) -> list[str]:
    """Every doubt as `field: message; remedy`; the quote is the whole text unless `quote` is among the fields.

    `subject` is what the fact's event is called.
    """
    fact = kind.model_validate({"event": "talks", "quote": text.strip(), **fields}, strict=False)
    verdicts = [find(quote, text) for quote in fact.quote]
    date = parse(published) if published else None
    names = Names({actor: entry.names for actor, entry in ACTORS.items()})
    words = Words(
        Evidence(text, names, date),
        [verdict.span for verdict in verdicts if isinstance(verdict, Verbatim)],
        reason(fact.because, names, date) if fact.because else None,
        subject=Evidence(subject, names, None) if subject else None,
    )
    assert len(words.spans) == len(verdicts), "a quote of the test does not stand in its text"
    return [f"{doubt.field}: {doubt.message}; {doubt.remedy}" for doubt in doubts(fact, words, ACTORS)]
