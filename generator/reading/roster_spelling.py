"""How names and roles are written: in plain case where the article shouts, and in the short forms that follow."""

from __future__ import annotations

import re

from generator.reading.roster_words import FUNCTION_WORDS, PARTICLES, TITLE_WORDS, TITLES

_SMALL = PARTICLES - {"el", "la", "al", "abu"} | {"of", "for", "the", "and"}


def plain_case(name: str) -> str:
    """A name as it is written in running text; only names in capitals change."""
    if not name.isupper() or (" " not in name and len(name) < 6):
        return name
    return " ".join(word.lower() if word.lower() in _SMALL else _titled_word(word) for word in name.split())


def _titled_word(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], word)


def plain_role(role: str) -> str:
    """A role in plain case; acronyms stay."""
    if not role.isupper():
        return role
    common = TITLES | TITLE_WORDS | FUNCTION_WORDS
    words = [
        word.lower() if word.lower() in common else word if len(word) < 6 else _titled_word(word)
        for word in role.split()
    ]
    return " ".join(words)


def short_forms(name: str) -> tuple[str, ...]:
    """The shorter forms that may follow a full name: its last words, with particles and without."""
    words = name.split()
    forms = [name]
    for first in range(1, len(words)):
        if words[first].lower() in PARTICLES and words[first].islower():
            forms.append(" ".join([words[first].capitalize(), *words[first + 1 :]]))
        forms.append(" ".join(words[first:]))
    last = words[-1]
    if "-" in last and last.split("-")[0].lower() in PARTICLES:
        forms.append(last.split("-", 1)[1])
    if len(words) > 1 and words[0].lower() in PARTICLES and len(words) == 2:
        forms.append(words[1])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 2))
