"""The pages of a site: from a corpus, through the templates, to front matter, headings and HTML blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.corpus import Corpus
from generator.errors import Problem
from generator.history import NOTHING_KNOWN, History
from generator.pages.links import Addresses, faults, ids_in
from generator.pages.markup import Block, Heading, Page, filled
from generator.pages.rendering import Renderer, environment, source_page, template_folder
from generator.pages.settings import ConfigurationError, Settings, read_settings, settings
from generator.pages.views import Views

__all__ = [
    "HUBS",
    "Addresses",
    "Block",
    "ConfigurationError",
    "Heading",
    "Page",
    "Settings",
    "broken_page",
    "faults",
    "filled",
    "generate",
    "ids_in",
    "neighbours",
    "read_settings",
    "settings",
    "source_page",
    "template_folder",
]


HUBS: tuple[tuple[str, str, str], ...] = (
    ("index.md", "home.html", "Home"),
    ("events/index.md", "events.html", "Briefings"),
    ("timeline.md", "timeline.html", "Timeline"),
    ("participation.md", "participation.html", "Participation"),
    ("casualties.md", "casualties.html", "Casualty estimates"),
    ("differences.md", "differences.html", "Where sources differ"),
    ("names.md", "names.html", "Names used"),
    ("actors/index.md", "actors.html", "Actors"),
    ("sources/index.md", "sources.html", "Sources"),
    ("data/index.md", "data.html", "Data"),
    ("method.md", "method.html", "Method"),
)
"""The pages that stand in the navigation: path, template, title."""


def generate(corpus: Corpus, settings: Settings, history: History = NOTHING_KNOWN) -> tuple[Page, ...]:
    """Every page of the site, the hubs first; the corpus must be free of problems.

    Raises `ProblemsFound` where a template of the site's own fails.
    """
    return tuple(_pages(_renderer(corpus, settings, history), settings))


def _renderer(corpus: Corpus, settings: Settings, history: History = NOTHING_KNOWN) -> Renderer:
    return Renderer(Views(corpus), environment(settings.templates), settings, history)


def _pages(render: Renderer, settings: Settings) -> Iterator[Page]:
    views, homes = render.views, render.views.corpus.homes
    for path, template, title in HUBS:
        if path == "index.md":
            # A theme puts the site's name beside the title of every page but this one.
            yield render.page(path, template, None, settings.site_description or settings.site_name)
        else:
            yield render.page(path, template, title, title)
    for view in views.events.values():
        about = f"{view.event.title}: who, when, where, who mediates and who is left out, with sources"
        sheet = homes["events", view.id].path
        yield render.page(f"events/{view.id}.md", "event.html", view.event.title, about, view=view, sheet=sheet)
    for name, actor in views.actors.items():
        about = f"{actor.name}: events, roles, names used and statements, with sources"
        sheet = homes["actors", name].path
        yield render.page(f"actors/{name}.md", "actor.html", actor.name, about, id=name, actor=actor, sheet=sheet)
    for source in views.sources:
        about = "An article, with the sentences that this site cites from it"
        sheet = source.document.path
        yield render.page(source_page(source), "source.html", source.label, about, source=source, sheet=sheet)


def broken_page(problems: tuple[Problem, ...], settings: Settings) -> Page:
    """A page that shows problems, for a preview whose sheets or templates do not hold."""
    settings = replace(settings, templates=None)  # a template may be the problem
    empty = Corpus(Path(), {}, {}, {}, (), {}, (), ())
    return _renderer(empty, settings).page(
        "index.md", "problems.html", "Problems", "What keeps this site from being built", problems=problems
    )


def neighbours(paths: Iterable[str]) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Each page outside the navigation with its hub, its predecessor and its successor in the same folder; by path."""
    hubs = {path for path, _, _ in HUBS}
    folders: dict[str, list[str]] = {}
    for path in paths:
        if path not in hubs:
            folders.setdefault(path.split("/")[0], []).append(path)
    for folder, made in folders.items():
        around: list[str | None] = [None, *made, None]
        for place, path in enumerate(made, start=1):
            yield path, f"{folder}/index.md", around[place - 1], around[place + 1]
