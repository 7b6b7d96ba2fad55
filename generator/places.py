"""Where generated pages and files stand among MkDocs' own, and what a site's configuration lacks for them."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator import pages
from generator.exports import STYLESHEET, Publication, assets, is_sheet


class Places:
    """The generated pages of one build, by path, and the file that stands at the place of each.

    A hand-written page of the same address stands in the place of a generated one, which then drops out.
    """

    def __init__(self, generated: dict[str, pages.Page], files: Files, config: MkDocsConfig) -> None:
        self.pages = generated
        self.files = files
        self.config = config
        self.at: dict[str, File] = {}

    def fill(self, publication: Publication, settings: pages.Settings) -> None:
        """Take the sheets out, put pages and files in, and make a navigation where the site gives none."""
        for file in [file for file in self.files if is_sheet(file.src_uri)]:
            self.files.remove(file)
        if not publication.pages:
            # A preview that starts with a broken sheet: links to the pages that are to come would end a strict one.
            for file in [*self.files.documentation_pages()]:
                self.files.remove(file)
            self.config.nav = None
        written = {file.dest_uri: file for file in self.files if file.inclusion.is_included()}
        for made in (*self._pages(written), *self._others(publication.files or assets(settings))):
            if made.dest_uri not in written:
                if (excluded := self.files.get_file_from_path(made.src_uri)) is not None:
                    self.files.remove(excluded)
                self.files.append(made)
        self.config.nav = self._nav() if self.config.nav is None else self.config.nav

    def _pages(self, written: Mapping[str, File]) -> list[File]:
        for page in tuple(self.pages.values()):
            level = InclusionLevel.NOT_IN_NAV
            made = File.generated(self.config, page.path, content=page.outline(), inclusion=level)
            made.edit_uri = page.sheet
            self.at[page.path] = written.get(made.dest_uri, made)
            if made.dest_uri in written:
                del self.pages[page.path]
        return list(self.at.values())

    def _others(self, texts: Mapping[str, str]) -> list[File]:
        level = InclusionLevel.INCLUDED
        return [File.generated(self.config, name, content=text, inclusion=level) for name, text in texts.items()]

    def _nav(self) -> list[str | dict[str, str]]:
        """The hubs by their titles, then the hand-written pages by their own."""
        hubs = {path: title for path, _, title in pages.HUBS if path in self.at}
        for path in hubs.keys() & self.pages.keys():
            self.at[path].inclusion = InclusionLevel.INCLUDED
        others = {file.src_uri for file in self.files.documentation_pages() if file.inclusion.is_in_nav()}
        others -= {file.src_uri for file in self.at.values()}
        titled = [{hubs[path]: path} if path in self.pages else self.at[path].src_uri for path in hubs]
        return [*titled, *sorted(others)]

    def relate(self, nav: Navigation) -> None:
        """Give the pages outside the navigation their hub as parent, and their neighbours."""
        made = {path: file.page for path, file in self.at.items()}
        for path, hub, before, after in pages.neighbours(made):
            page = made[path]
            if page is not None and page not in nav.pages:
                page.parent = made.get(hub)  # type: ignore[assignment]  # a page has all that a parent needs
                page.previous_page, page.next_page = (made.get(other or "") for other in (before, after))

    def faults(self, addresses: pages.Addresses) -> list[str]:
        """Each link or anchor of a generated page that leads nowhere, with its page."""
        found = {file.src_uri: file.page for file in self.files if file.page is not None}
        anchors = {path: page.present_anchor_ids or set() for path, page in found.items()}
        others = {file.url for file in self.files if file.page is None and file.inclusion.is_included()}
        blocks = {path: "\n".join(page.blocks) for path, page in self.pages.items()}
        return [": ".join(fault) for fault in pages.faults(blocks, anchors, others, addresses)]

    def tell_anchors(self) -> None:
        """Tell MkDocs of the anchors within the blocks, so that hand-written pages may link to them."""
        for path, page in self.pages.items():
            rendered = self.at[path].page
            assert rendered is not None
            rendered.present_anchor_ids = (rendered.present_anchor_ids or set()) | page.ids


def complete(config: MkDocsConfig) -> None:
    """Set what the pages rely on, so that a site need not say it."""
    if STYLESHEET not in config.extra_css:
        config.extra_css.append(STYLESHEET)
    if config.theme.name == "material":
        features = config.theme.setdefault("features", [])
        if "content.footnote.tooltips" not in features:
            features.append("content.footnote.tooltips")
        config.theme["font"] = False  # web fonts come from another host
