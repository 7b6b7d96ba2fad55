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
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator import pages
from generator.checks import check
from generator.corpus import load
from generator.errors import Problem, ProblemsFound
from generator.exports import STYLESHEET, Publication, publish
from generator.staging import Staging

SHEETS = ("articles/", "actors.yml", "actors/", "events.yml", "events/", "schema/")
"""What people write in `docs_dir` and the site does not publish as it stands."""


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

    def on_config(self, config: MkDocsConfig) -> None:
        """Load, check and render everything before MkDocs touches the last good site."""
        self.root = Path(config.config_file_path).parent
        self.settings = pages.Settings(
            site_name=config.site_name,
            site_description=config.site_description,
            addresses=pages.Addresses(config.use_directory_urls),
            edit_template=config.edit_uri_template,
            docs=Path(config.docs_dir).relative_to(self.root).as_posix(),
            templates=own if (own := self.root / self.config.templates).is_dir() else None,
        )
        corpus = load(self.root, Path(config.docs_dir))
        problems = check(corpus)
        if problems and self.command != "serve":
            raise PluginError(_report(problems))
        if not problems:
            self.publication = publish(corpus, self.settings)
        self.pages = {page.path: page for page in self._shown(problems)}
        _complete(config)

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
        """Take the sheets out, put the generated pages and files in; a hand-written page of the same path stays."""
        for file in [file for file in files if file.src_uri.startswith(SHEETS)]:
            files.remove(file)
        written = [file.src_uri for file in files.documentation_pages()]
        hubs = [path for path, _, _ in pages.HUBS if path in self.pages or path in written]
        for name in written:
            self.pages.pop(name, None)
        for page in self.pages.values():
            level = InclusionLevel.INCLUDED if page.path in hubs else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.path, content=page.outline(), inclusion=level)
            file.edit_uri = pages.edited_at(page.path)
            files.append(file)
        for name, text in self.publication.files.items():
            if files.get_file_from_path(name) is None:
                files.append(File.generated(config, name, content=text))
        if config.nav is None:
            titles = {path: title for path, _, title in pages.HUBS if path in self.pages}
            config.nav = [{titles[path]: path} if path in titles else path for path in hubs]
            config.nav += sorted(name for name in written if name not in hubs)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give the pages outside the navigation their hub as parent, and their neighbours."""
        made = {name: _page(files, name, config) for name in self.pages}
        for name, hub, before, after in pages.neighbours(tuple(self.pages.values())):
            page = made[name]
            page.parent = made.get(hub)  # type: ignore[assignment]  # a page can be a parent: it has all that is used
            page.previous_page, page.next_page = (made.get(other) if other else None for other in (before, after))
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Mark the escaped title as safe, so that no template escapes it twice."""
        if page.file.src_uri in self.pages:
            page.meta["title"] = Markup(page.meta["title"])  # noqa: S704 - pages.Page escapes it
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put the HTML blocks in the place of their placeholders, and tell MkDocs of their anchors."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return html
        page.present_anchor_ids = (page.present_anchor_ids or set()) | made.ids
        return pages.filled(html, made)

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Check every link and anchor of every generated page, which MkDocs cannot see."""
        anchors = {file.src_uri: file.page.present_anchor_ids or set() for file in files if file.page is not None}
        addresses = {file.url for file in files if file.page is None}
        blocks = {name: "\n".join(page.blocks) for name, page in self.pages.items()}
        faults = list(pages.faults(blocks, anchors, addresses, self.settings.addresses))
        if faults and self.command != "serve":
            raise PluginError("\n".join(f"{page}: {fault}" for page, fault in faults))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Every page is written; warnings of a strict build may still refuse it."""
        self.staging.complete()

    def on_build_error(self, *, error: Exception) -> None:
        """Keep the last good site."""
        self.staging.drop()

    def on_shutdown(self) -> None:
        """Put the new site in the place of the old one, now that nothing has failed."""
        self.staging.finish()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """Rebuild on a change of an article or a template too."""
        for folder in (self.root / "seeds", self.root / self.config.templates, pages.template_folder()):
            if folder.is_dir():
                server.watch(str(folder))


def _page(files: Files, name: str, config: MkDocsConfig) -> MkDocsPage:
    file = files.get_file_from_path(name)
    assert file is not None
    return file.page or MkDocsPage(None, file, config)


def _report(problems: tuple[Problem, ...]) -> str:
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return f"{count} in the fact sheets; the site was not built:\n{ProblemsFound(problems)}"


def _complete(config: MkDocsConfig) -> None:
    """Set what the pages rely on, so that a site need not say it."""
    if STYLESHEET not in config.extra_css:
        config.extra_css.append(STYLESHEET)
    if config.theme.name == "material":
        features = config.theme.setdefault("features", [])
        if "content.footnote.tooltips" not in features:
            features.append("content.footnote.tooltips")
        config.theme["font"] = False  # web fonts come from another host
