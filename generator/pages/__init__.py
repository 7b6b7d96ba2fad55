"""The pages of a site: from a corpus, through the templates, to front matter, headings and HTML blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.corpus import Corpus
from generator.errors import Problem
from generator.pages.links import Addresses, faults, ids_in
from generator.pages.markup import Block, Heading, Page, filled
from generator.pages.rendering import Renderer, environment, source_page, template_folder
from generator.pages.views import Views

__all__ = [
    "HUBS",
    "Addresses",
    "Block",
    "Heading",
    "Page",
    "Settings",
    "broken_page",
    "edited_at",
    "faults",
    "filled",
    "generate",
    "ids_in",
    "neighbours",
    "source_page",
    "template_folder",
]


@dataclass(frozen=True)
class Settings:
    """What a site says about itself: its name, how addresses look, where sheets are edited, its own templates."""

    site_name: str = "Briefings"
    site_description: str | None = None
    addresses: Addresses = field(default_factory=Addresses)
    edit_template: str | None = None
    docs: str = "briefings"
    templates: Path | None = None


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


def generate(corpus: Corpus, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site, the hubs first; the corpus must be free of problems."""
    return tuple(_pages(_renderer(corpus, settings), settings))


def _renderer(corpus: Corpus, settings: Settings) -> Renderer:
    return Renderer(
        Views(corpus),
        environment(settings.templates),
        settings.site_name,
        settings.site_description,
        settings.addresses,
        settings.edit_template,
        settings.docs,
    )


def _pages(render: Renderer, settings: Settings) -> Iterator[Page]:
    views = render.views
    for path, template, title in HUBS:
        yield render.page(path, template, settings.site_name if path == "index.md" else title, title)
    for view in views.events.values():
        about = f"{view.event.title}: who, when, where, who mediates and who is left out, with sources"
        yield render.page(f"events/{view.id}.md", "event.html", view.event.title, about, view=view)
    for name, actor in views.actors.items():
        about = f"{actor.name}: events, roles, names used and statements, with sources"
        yield render.page(f"actors/{name}.md", "actor.html", actor.name, about, id=name, actor=actor)
    for source in views.sources:
        about = "An article, with the sentences that this site cites from it"
        yield render.page(source_page(source), "source.html", source.label, about, source=source)


def broken_page(problems: tuple[Problem, ...], settings: Settings) -> Page:
    """A page that shows problems, for a preview whose sheets do not hold."""
    empty = Corpus(Path(), {}, {}, {}, (), {}, (), ())
    return _renderer(empty, settings).page(
        "index.md", "problems.html", "Problems", "What keeps this site from being built", problems=problems
    )


def neighbours(pages: tuple[Page, ...]) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Each page outside the navigation with its hub, its predecessor and its successor in the same folder."""
    hubs = {path for path, _, _ in HUBS}
    folders: dict[str, list[str]] = {}
    for page in pages:
        if page.path not in hubs:
            folders.setdefault(page.path.split("/")[0], []).append(page.path)
    for folder, paths in folders.items():
        around: list[str | None] = [None, *paths, None]
        for place, path in enumerate(paths, start=1):
            yield path, f"{folder}/index.md", around[place - 1], around[place + 1]


def edited_at(path: str) -> str | None:
    """The file, below the folder of the sheets, that a generated page is made from; None for a hub."""
    folder, _, name = path.partition("/")
    stem = name.removesuffix(".md")
    if not name or stem == "index" or folder not in ("events", "actors", "sources"):
        return None
    return f"articles/{stem}.yml" if folder == "sources" else f"{folder}.yml"
