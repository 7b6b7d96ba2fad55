"""A comparison as JSON, for other tools."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from generator.review import told
from generator.review.changes import Change
from generator.review.comparing import Comparison, Side
from generator.review.quoted import Passage
from generator.review.risk import Risk


def as_json(comparison: Comparison) -> str:
    """Everything that is told, as one object; `risk` is `removed`, `value`, `quote`, `new` or `wording`."""
    made = comparison.effects
    said = {
        "base": _side(comparison.base),
        "head": _side(comparison.head),
        "changes": [_change(rank, change, made.facts.get(change.new or "", ())) for rank, change in comparison.changes],
        "formatting": [{"path": one.path, "what": one.what} for one in comparison.rewritten],
        "effects": {
            "agreement": made.outcomes,
            "voices": made.voices,
            "names": made.names,
            "loaded_words": made.loaded,
            "pages": made.pages,
            "unread_sentences": made.unread,
        },
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "unreadable": side.unreadable,
        "problems": [asdict(problem) for problem in side.problems],
    }


def _change(rank: Risk, change: Change, now: tuple[str, ...]) -> dict[str, Any]:
    return {
        "risk": rank.name.lower(),
        "how": change.how,
        "kind": change.kind,
        "event": change.event,
        "old": change.old,
        "new": change.new,
        "says": told.headline(change, now),
        "place": change.place,
        "before": change.before,
        "after": change.after,
        "fields": [{"field": one.field, "before": one.before, "after": one.after} for one in change.fields],
        "now": now,
        "old_quotes": [_passage(passage) for passage in change.old_quotes],
        "new_quotes": [_passage(passage) for passage in change.new_quotes],
        "sentences_lost": change.lost,
        "sentences_gained": change.gained,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    pieces = [{"text": text, "quoted": marked} for text, marked in passage.pieces]
    return {"article": passage.article, "line": passage.line, "pieces": pieces}
