"""Templates to pages: the Jinja environment, and what a template can call on its page."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from generator import dates
from generator.corpus import Source, Statement
from generator.coverage import in_lines
from generator.errors import Problem, ProblemsFound
from generator.history import Change, History
from generator.pages import pictures
from generator.pages.markup import Page, heading, parts, shown
from generator.pages.notes import Note, Notes
from generator.pages.settings import Settings
from generator.pages.views import SECTIONS, Views
from generator.quotes import Words
from generator.text import printable, printable_piece
from generator.wording import count_in_words, label

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
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["date"] = dates.in_words
    env.filters["plain"] = printable
    env.filters["plain_piece"] = printable_piece
    env.filters["label"] = label
    env.filters["in_lines"] = in_lines
    env.filters["thousands"] = lambda number: f"{number:,}"
    env.globals.update(heading=heading, sections=SECTIONS, pictures=pictures, count_in_words=count_in_words)
    return env


@dataclass
class OpenPage:
    """The page that is being rendered: its place in the site, and the notes that it has cited so far."""

    path: str
    settings: Settings
    notes: Notes = field(default_factory=Notes)

    def href(self, target: str, fragment: str = "") -> str:
        """The link to another page or file of the site, given by its path."""
        return self.settings.addresses.between(self.path, target, fragment)

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
        return self.settings.edited(statement.source.document.path, statement.line)

    def commit(self, change: Change) -> str | None:
        """Where a commit can be seen; None where the site does not say."""
        return self.settings.commit_url(change.commit)


def source_page(source: Source) -> str:
    """The path of an article's page."""
    return f"sources/{source.id}.md"


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one corpus for one site."""

    views: Views
    env: Environment
    settings: Settings
    history: History

    def page(self, path: str, template: str, title: str | None, description: str, **values: Any) -> Page:
        """One page from one template; `sheet` among the values is the path of the file that it is made from.

        A template of the site's own that fails raises `ProblemsFound`, which names its line and the page.
        """
        try:
            rendered = self.env.get_template(template).render(
                page=OpenPage(path, self.settings),
                views=self.views,
                corpus=self.views.corpus,
                history=self.history,
                site_name=self.settings.site_name,
                site_description=self.settings.site_description,
                title=title,
                spoken=self.spoken,
                **values,
            )
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise ProblemsFound([self._fault(error, path)]) from error
        sheet = values.get("sheet")
        return Page(
            path,
            None if title is None else printable(title),
            printable(description),
            parts(rendered),
            None if sheet is None else self.settings.below_docs(sheet),
        )

    def _fault(self, error: Exception, page: str) -> Problem:
        """What failed, at the line of the template where it failed."""
        file, line = "templates", 1
        folders = [folder for folder in (self.settings.templates, template_folder()) if folder is not None]
        for frame in traceback.extract_tb(error.__traceback__):
            if any(Path(frame.filename).is_relative_to(folder) for folder in folders):
                file, line = frame.filename, frame.lineno or 1
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or file, error.lineno
        root = self.views.corpus.root
        path = Path(file).relative_to(root) if Path(file).is_relative_to(root) else Path(file)
        return Problem(path.as_posix(), line, 1, page, f"the template fails: {error}", "mend the template")

    def spoken(self, statement: Statement) -> Sequence[str]:
        """The numbers that a statement's quotes hold, as the article writes them: `some 20`, `twelve`."""
        words = Words(self.views.corpus.evidence[statement.source.id], statement.spans, None)
        return [printable(mention.written) for mention in words.within(words.article.numbers)]
