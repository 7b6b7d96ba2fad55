"""Templates to pages: the Jinja environment, and what a template can call on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from generator import dates
from generator.corpus import Source, Statement
from generator.pages.links import Addresses
from generator.pages.markup import Page, heading, parts
from generator.pages.notes import Note, Notes
from generator.pages.views import SECTIONS, Views
from generator.quotes import Words
from generator.text import printable, printable_piece

BUILT_IN = "built-in"
"""The prefix under which a site's own template reaches the one that it overrides."""


def template_folder() -> Path:
    """The folder of the built-in templates: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def environment(own: Path | None = None) -> Environment:
    """The Jinja environment; templates in the folder `own` come before the built-in ones.

    A template of a site may take the place of a built-in one, or extend it (`{% extends
    "built-in/event.html" %}`) and override single blocks.
    """
    built_in = FileSystemLoader(template_folder())
    loaders: list[BaseLoader] = [built_in, PrefixLoader({BUILT_IN: built_in})]
    if own is not None and own.resolve() != template_folder():
        loaders.insert(0, FileSystemLoader(own))
    env = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["date"] = dates.in_words
    env.filters["plain"] = printable
    env.filters["plain_piece"] = printable_piece
    env.filters["label"] = _label
    env.filters["thousands"] = lambda number: f"{number:,}"
    env.globals.update(heading=heading, sections=SECTIONS)
    return env


def _label(word: str) -> str:
    """A word of a vocabulary as people write it."""
    return word.replace("_", " ").replace("-", " ")


@dataclass
class OpenPage:
    """The page that is being rendered: its place in the site, and the notes that it has cited so far."""

    path: str
    addresses: Addresses
    edit_template: str | None
    docs: str
    notes: Notes = field(default_factory=Notes)

    def href(self, target: str, fragment: str = "") -> str:
        """The link to another page or file of the site, given by its path."""
        return self.addresses.between(self.path, target, fragment)

    def event(self, name: str) -> str:
        """The link to an event's page."""
        return self.href(f"events/{name}.md")

    def actor(self, name: str) -> str:
        """The link to an actor's page."""
        return self.href(f"actors/{name}.md")

    def source(self, source: Source) -> str:
        """The link to an article's page."""
        return self.href(source_page(source))

    def permalink(self, statement: Statement) -> str:
        """The link to a statement on its article's page."""
        return self.href(source_page(statement.source), statement.id)

    def cite(self, statement: Statement) -> Note:
        """Cite a statement here: its note, with this reference added."""
        return self.notes.cite(statement)

    def edit(self, statement: Statement) -> str | None:
        """Where the sheet of a statement can be edited, at its line; None where the site does not say."""
        if self.edit_template is None:
            return None
        path = statement.source.document.path.removeprefix(f"{self.docs}/")
        stem = path.rsplit(".", 1)[0]
        return f"{self.edit_template.format(path=path, path_noext=stem)}#L{statement.line}"


def source_page(source: Source) -> str:
    """The path of an article's page."""
    return f"sources/{source.id}.md"


@dataclass(frozen=True)
class Renderer:
    """Renders pages of one corpus: `site_name` and the addresses are the site's, `docs` the folder of its sheets."""

    views: Views
    env: Environment
    site_name: str
    site_description: str | None
    addresses: Addresses
    edit_template: str | None
    docs: str

    def page(self, path: str, template: str, title: str, description: str, **values: Any) -> Page:
        """One page from one template; a template that fails says which page it was rendering."""
        opened = OpenPage(path, self.addresses, self.edit_template, self.docs)
        rendered = self.env.get_template(template).render(
            page=opened,
            views=self.views,
            corpus=self.views.corpus,
            site_name=self.site_name,
            site_description=self.site_description,
            title=title,
            spoken=self.spoken,
            **values,
        )
        return Page(path, printable(title), printable(description), parts(rendered))

    def spoken(self, statement: Statement) -> Sequence[str]:
        """The numbers that a statement's quotes hold, as the article writes them: `some 20`, `twelve`."""
        words = Words(self.views.corpus.evidence[statement.source.id], statement.spans, None)
        return [printable(mention.written) for mention in words.within(words.article.numbers)]
