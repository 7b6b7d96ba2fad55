"""The MkDocs plugin: a thin adapter over `checks`, `pages` and `exports`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator import pages
from generator.corpus import load
from generator.errors import BriefingsError, Problem, ProblemsFound
from generator.exports import Publication, publish
from generator.history import history_of
from generator.places import Places, complete
from generator.staging import Staging

log = get_plugin_logger("briefings")


class BriefingsConfig(Config):
    """Options of the plugin in `mkdocs.yml`."""

    templates = Type(str, default="templates")
    """The folder with the site's own templates, relative to `mkdocs.yml`; it need not exist."""


class BriefingsPlugin(BasePlugin[BriefingsConfig]):
    """Turns articles and fact sheets into the pages of a site, in memory.

    `mkdocs build` fails with every problem at once, and leaves the last good site alone. `mkdocs serve`
    shows the problems at the head of the last good pages until the sheets hold again.
    """

    def __init__(self) -> None:
        self.command = ""
        self.publication = Publication((), {})
        self.pages: dict[str, pages.Page] = {}
        self.staging = Staging()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview; having this method also keeps the plugin between its rebuilds."""
        self.command = command
        self.publication = Publication((), {})

    def on_config(self, config: MkDocsConfig) -> None:
        """Load, check and render everything before MkDocs touches the last good site."""
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            self.settings = pages.settings(config, self.root, self.config.templates)
        except pages.ConfigurationError as error:
            raise PluginError(str(error)) from error
        self.pages = {page.path: page for page in self._shown(self._publish())}
        complete(config)

    def _publish(self) -> tuple[Problem, ...]:
        """Make the site anew where nothing is wrong, and say what is; anything but a preview fails."""
        try:
            corpus = load(self.root, self.root / self.settings.docs)
            self.publication = publish(corpus, self.settings, history_of(corpus))
        except ProblemsFound as error:
            if self.command == "serve":
                return tuple(error.problems)
            count = "1 problem" if len(error.problems) == 1 else f"{len(error.problems)} problems"
            raise PluginError(f"{count}; the site was not built:\n{error}") from error
        return ()

    def _shown(self, problems: tuple[Problem, ...]) -> tuple[pages.Page, ...]:
        """The pages, each with the problems at its head where there are any."""
        if not problems:
            return self.publication.pages
        broken = pages.broken_page(problems, self.settings)
        return tuple(replace(page, parts=broken.parts + page.parts) for page in self.publication.pages) or (broken,)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build beside the last good site, which stands until this one is whole."""
        if self.command == "build":
            self.staging.begin(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the sheets out, and put the generated pages and files in."""
        self.places = Places(self.pages, files, config)
        self.places.fill(self.publication, self.settings)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the pages outside the navigation their hub as parent, and their neighbours."""
        self.places.relate(nav)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Mark the escaped title as safe, so that no template escapes it twice."""
        if page.file.src_uri in self.pages and "title" in page.meta:
            page.meta["title"] = Markup(page.meta["title"])  # noqa: S704 - pages.Page escapes it
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the HTML blocks in the place of their placeholders."""
        made = self.pages.get(page.file.src_uri)
        try:
            return pages.filled(html, made) if made else html
        except BriefingsError as error:
            raise PluginError(str(error)) from error

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Check every link and anchor of every generated page, which MkDocs cannot see, and tell it of the anchors."""
        faults = self.places.faults(self.settings.addresses)
        if faults and self.command != "serve":
            raise PluginError("\n".join(faults))
        for fault in faults:
            log.info(fault)
        self.places.tell_anchors()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Every page is written; warnings of a strict build may still refuse it."""
        self.staging.complete()

    def on_build_error(self, *, error: Exception) -> None:
        """Keep the last good site."""
        self.staging.drop()

    def on_shutdown(self) -> None:
        """Put the new site in the place of the old one, now that nothing has failed."""
        self.staging.finish()
        self.command = ""

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """Rebuild on a change of an article or a template too; `mkdocs serve --clean` starts as a build."""
        self.command = "serve"
        self.staging.finish()
        for folder in (self.root / "seeds", self.root / self.config.templates, pages.template_folder()):
            if folder.is_dir():
                server.watch(str(folder))
