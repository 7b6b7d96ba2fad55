"""Tiny projects for tests: a few lines of article, a few lines of sheet, written into a temporary folder."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

PUBLISHED = "2031-05-08"
"""The date of an article unless a test says otherwise: a Thursday."""


def write_project(
    root: Path,
    *,
    articles: Mapping[str, str | bytes] | None = None,
    sheets: Mapping[str, str] | None = None,
    actors: str = "",
    events: str = "",
    files: Mapping[str, str | bytes] | None = None,
) -> Path:
    """Write a project below `root` and return `root`; YAML and `files` are dedented, and a first line break is dropped.

    `articles` go to `seeds/<name>.txt`, byte for byte; `sheets` to `briefings/articles/<name>.yml`; `files` to the
    paths that they name. A sheet without `article:` gets one at its end, so that its lines count from those of the
    test, for the article of the same name, published on `PUBLISHED`. In a sheet, `SHA256` stands for the sum.
    """
    articles, sheets = articles or {}, sheets or {}
    for name, text in articles.items():
        _write(root / "seeds" / f"{name}.txt", text)
    for name, text in sheets.items():
        _write(root / "briefings" / "articles" / f"{name}.yml", _sheet(name, text, articles.get(name, "")))
    _write(root / "briefings" / "actors.yml", _plain(actors))
    _write(root / "briefings" / "events.yml", _plain(events))
    for path, text in (files or {}).items():
        _write(root / path, _plain(text) if isinstance(text, str) else text)
    return root


def sha256(text: str | bytes) -> str:
    """The sum that a sheet records for an article of this text."""
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


def _sheet(name: str, text: str, article: str | bytes) -> str:
    text = _plain(text)
    if not text.startswith("article:") and "\narticle:" not in text:
        text += f"article:\n  file: seeds/{name}.txt\n  sha256: SHA256\n  published: {PUBLISHED}\n"
    return text.replace("SHA256", sha256(article))


def _plain(text: str) -> str:
    return dedent(text).removeprefix("\n")


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def write_small_project(root: Path) -> Path:
    """Write a sound project: two articles of made-up countries that partly differ, with a fact of every kind."""
    return write_project(
        root,
        articles={"gazette": GAZETTE, "courier": COURIER},
        sheets={"gazette": GAZETTE_SHEET, "courier": COURIER_SHEET},
        actors=ACTORS,
        events=EVENTS,
    )


GAZETTE = """\
Strelsau Gazette, May 8, 2031

Ruritania and the Northern League will meet in Zenda on May 12, the mediator said on Wednesday.
The talks are mediated by Freedonia and Sylvania. The Iron Guard is excluded from the talks.
At least 1,200 people have been killed in the border war since March 2031, according to Rufus Firefly.
Osterlich has refused to attend.
"""

COURIER = """\
Both sides of the border war are expected in Zenda next week.
The talks, mediated by Freedonia alone, will start on 13 May, said Rufus Firefly.
Some 1,500 people have died. Osterlich wants another round of talks.
"""

ACTORS = """\
ruritania:
  name: Ruritania
  kind: state
  also: [Ruritanian, Strelsau]
northern-league:
  name: Northern League
  kind: coalition
  loaded: [northern bandits]
freedonia:
  name: Freedonia
  kind: state
sylvania:
  name: Sylvania
  kind: state
osterlich:
  name: Osterlich
  kind: state
iron-guard:
  name: Iron Guard
  kind: armed-group
rufus-firefly:
  name: Rufus Firefly
  kind: person
  role: Envoy of Freedonia
  represents: freedonia
"""

EVENTS = """\
border-war:
  title: Border war
  kind: war
zenda-talks:
  title: Zenda talks
  kind: talks
  place: Zenda, Ruritania
  part_of: border-war
"""

GAZETTE_SHEET = """\
article:
  file: seeds/gazette.txt
  sha256: SHA256
  title: null
  publisher: Strelsau Gazette
  agency: null
  published: 2031-05-08
  published_basis: null
  url: null
  language: en

participants:
  parties:
    event: zenda-talks
    who: [ruritania, northern-league]
    status: attending
    quote: Ruritania and the Northern League will meet in Zenda

  osterlich-refuses:
    event: zenda-talks
    who: osterlich
    status: refused
    quote: Osterlich has refused to attend

mediators:
  mediators:
    event: zenda-talks
    who: [freedonia, sylvania]
    role: mediator
    quote: The talks are mediated by Freedonia and Sylvania

dates:
  talks-12-may:
    event: zenda-talks
    what: held
    when: 2031-05-12
    standing: planned
    quote: will meet in Zenda on May 12

casualty_estimates:
  killed-since-march:
    event: border-war
    measure: killed
    low: 1200
    said_by: rufus-firefly
    quote: >-
      At least 1,200 people have been killed in the border war since March 2031, according to Rufus
      Firefly

excluded_groups:
  iron-guard-excluded:
    event: zenda-talks
    who: iron-guard
    quote: The Iron Guard is excluded from the talks
"""

COURIER_SHEET = """\
article:
  file: seeds/courier.txt
  sha256: SHA256
  title: null
  publisher: null
  agency: null
  published: 2031-05-08?
  published_basis: '"next week", before talks on 13 May'
  url: null
  language: en

mediators:
  mediator:
    event: zenda-talks
    who: freedonia
    role: mediator
    quote: The talks, mediated by Freedonia alone

dates:
  talks-start-13-may:
    event: zenda-talks
    what: start
    when: 2031-05-13
    standing: planned
    said_by: rufus-firefly
    quote: will start on 13 May, said Rufus Firefly

casualty_estimates:
  died:
    event: border-war
    measure: killed
    low: 1500
    high: 1500
    about: true
    quote: Some 1,500 people have died

positions:
  osterlich-wants-another-round:
    on: zenda-talks
    who: osterlich
    says: Wants another round of talks
    quote: Osterlich wants another round of talks
"""
