"""Addresses within a site: final, relative, and checked over every page."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_IDS = re.compile(r'\sid="([^"]*)"')
_LINKS = re.compile(r'\s(?:href|src)="([^"]*)"')


@dataclass(frozen=True)
class Addresses:
    """How the path of a page becomes its address: `events/x.md` is `events/x/`, or `events/x.html`."""

    directories: bool = True

    def of(self, path: str) -> str:
        """The address of a page or file, from the site's root; the home page has the empty one."""
        if not path.endswith(".md"):
            return quote(path)
        stem = path.removesuffix(".md")
        if not self.directories:
            return quote(f"{stem}.html")
        folder, name = posixpath.split(stem)
        return quote(f"{folder}/" if folder and name == "index" else "" if name == "index" else f"{stem}/")

    def between(self, page: str, target: str, fragment: str = "") -> str:
        """The link on `page` that leads to `target`, both given by path."""
        anchor = f"#{quote(fragment)}" if fragment else ""
        if page == target and anchor:
            return anchor
        here, there = self.of(page), self.of(target)
        relative = posixpath.relpath(f"/{there}", posixpath.dirname(f"/{here}"))
        return relative + ("/" if there.endswith("/") or not there else "") + anchor


def ids_in(block: str) -> list[str]:
    """The ids in a block of this project's own HTML, where every attribute stands in double quotes."""
    return [html.unescape(name) for name in _IDS.findall(block)]


def faults(
    blocks: Mapping[str, str], headings: Mapping[str, set[str]], files: set[str], addresses: Addresses
) -> Iterator[tuple[str, str]]:
    """Each page with a fault in its blocks: a link that leads nowhere, or an id that stands twice.

    `blocks` has the HTML of each generated page by path, `headings` the ids that Markdown has made on every page
    of the site, and `files` the addresses of everything else in it.
    """
    ids = {page: [*headings[page], *ids_in(blocks.get(page, ""))] for page in headings}
    anchors = {page: set(found) for page, found in ids.items()}
    pages = {addresses.of(path): path for path in anchors}
    for page, block in blocks.items():
        twice = sorted(name for name, count in Counter(ids[page]).items() if count > 1)
        yield from ((page, f"the id {name!r} stands twice") for name in twice)
        for link in sorted(set(_LINKS.findall(block))):
            if fault := _fault(html.unescape(link), page, addresses, pages.get, anchors, files):
                yield page, fault


def _fault(
    link: str,
    page: str,
    addresses: Addresses,
    page_at: Callable[[str], str | None],
    anchors: Mapping[str, set[str]],
    files: set[str],
) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    address = _resolved(addresses.of(page), parts.path)
    target = page_at(address)
    if target is None:
        return None if address in files else f"the link {link!r} leads to no page or file"
    fragment = unquote(parts.fragment)
    if fragment and fragment not in anchors[target]:
        return f"the link {link!r} leads to no anchor of {target}"
    return None


def _resolved(base: str, path: str) -> str:
    """The address that a relative path on the page at `base` leads to, from the site's root."""
    if not path:
        return base
    address = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{base}"), path)).lstrip("/")
    return f"{address}/" if address and path.endswith("/") else address
