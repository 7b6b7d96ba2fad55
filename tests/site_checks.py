"""A built site held against its promise, with no code of the project: every fact cited, every link sound.

Pages are read with the standard library's parser, and links followed as a browser would.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
ROOT = "https://site.test/"
LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "use": ("href", "xlink:href"),
}


LOADED_LINKS = frozenset("stylesheet icon preload preconnect dns-prefetch modulepreload manifest".split())


@dataclass
class Element:
    """An element of a page with what it holds: texts and elements, in order."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """This element and all within it, in the order of the page."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [one for one in reversed(element.content) if isinstance(one, Element)]

    @property
    def text(self) -> str:
        """All text within it, with white space as one space."""
        return " ".join("".join(one for element in self._texts() for one in element).split())

    def _texts(self) -> Iterator[str]:
        for one in self.content:
            if isinstance(one, str):
                yield one
            else:
                yield from one._texts()

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements within it of a tag, or of any for `*`, that have these attributes."""
        wanted = {name.replace("_", "-").strip("-"): value for name, value in attributes.items()}
        return [
            element
            for element in self
            if tag in ("*", element.tag)
            and all(element.attributes.get(name) == value for name, value in wanted.items())
        ]

    @property
    def links(self) -> list[str]:
        """Where the links within it lead."""
        return [link.attributes["href"] for link in self.all("a") if "href" in link.attributes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = self.root
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.content.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.tag != tag:
            line, _ = self.getpos()
            self.faults.append(f"</{tag}> closes <{self.open.tag}> in line {line}")
        element: Element | None = self.open
        while element is not None and element.tag != tag:
            element = element.parent
        if element is not None and element.parent is not None:
            self.open = element.parent

    def handle_data(self, data: str) -> None:
        self.open.content.append(data)


@dataclass(frozen=True)
class Page:
    """One page of a site: its address from the root, and what its HTML holds."""

    address: str
    html: Element
    faults: tuple[str, ...]

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The elements with an id."""
        return {element.attributes["id"]: element for element in self.html if element.attributes.get("id")}

    @cached_property
    def article(self) -> Element:
        """What the page says, without the theme around it."""
        (article,) = self.html.all("article")
        return article

    def follow(self, link: str) -> tuple[str, str] | None:
        """The path and the fragment that a link on this page leads to; None where it leaves the site."""
        url = urlsplit(urljoin(ROOT + self.address, link))
        if f"{url.scheme}://{url.netloc}/" != ROOT:
            return None
        return unquote(url.path).lstrip("/"), unquote(url.fragment)


def read_page(text: str, address: str = "") -> Page:
    """A page from its HTML."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Page(address, reader.root, tuple(reader.faults))


def read_site(site: Path) -> dict[str, Page]:
    """Every page of a built site by its path."""
    return {
        path.relative_to(site).as_posix(): read_page(
            path.read_text(encoding="utf-8"), quote(path.relative_to(site).as_posix().removesuffix("index.html"))
        )
        for path in sorted(site.rglob("*.html"))
    }


def problems_of(project: Path, site: Path | None = None) -> list[str]:
    """Everything in which a built site breaks its promise, page by page."""
    site = site or project / "site"
    pages = read_site(site)
    data = json.loads((site / "data" / "facts.json").read_text(encoding="utf-8"))
    facts = {fact["id"]: fact for fact in data["facts"]}
    found = [problem for fact in facts.values() for problem in _of_fact(fact, project)]
    rendered = set()
    for name, page in pages.items():
        found += [f"{name}: {fault}" for fault in page.faults]
        found += [f"{name}: {problem}" for problem in _of_links(page, pages, site)]
        for element in page.html:
            if (key := element.attributes.get("data-fact")) is not None:
                rendered.add((key, name))
                if key not in facts:
                    found.append(f"{name}: {key} is no fact of facts.json")
                elif not _cited(element, key, page, pages):
                    found.append(f"{name}: {key} stands without a citation that leads to its source")
    for key, fact in facts.items():
        place, _, fragment = str(fact["url"]).partition("#")
        path = _file(unquote(place), site)
        if (key, path) not in rendered or unquote(fragment) not in pages[str(path)].ids:
            found.append(f"{key}: its url {fact['url']} does not show it")
    return found


def _file(path: str, site: Path) -> str | None:
    """The file that a server sends for a path."""
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path if (site / path).is_file() else None


def _of_links(page: Page, pages: dict[str, Page], site: Path) -> Iterator[str]:
    for address in _loaded(page):
        if page.follow(address) is None:
            yield f"loads {address} from another host"
    for link in page.html.links:
        if (target := page.follow(link)) is None:
            continue
        path = _file(target[0], site)
        if path is None:
            yield f"the link {link} leads nowhere"
        elif target[1] and path in pages and target[1] not in pages[path].ids:
            yield f"the link {link} leads to no anchor"


def _loaded(page: Page) -> Iterator[str]:
    """The addresses of everything that a browser asks for to show the page."""
    for element in page.html:
        for attribute in LOADING.get(element.tag, ()):
            yield from (one.split()[0] for one in element.attributes.get(attribute, "").split(",") if one.strip())
        if element.tag == "link" and element.attributes.get("rel") in LOADED_LINKS:
            yield element.attributes["href"]
        yield from re.findall(r"url\(['\"]?([^'\")]+)", element.attributes.get("style", ""))


def _cited(element: Element, key: str, page: Page, pages: dict[str, Page]) -> bool:
    """Whether an element holds a link to its fact's sentence, or to a note on its page that holds one."""
    article, _, name = key.rpartition("/")
    notes = [
        page.ids[unquote(link[1:])] for link in element.links if link.startswith("#") and unquote(link[1:]) in page.ids
    ]
    for link in [*element.links, *(link for note in notes for link in note.links)]:
        target = page.follow(link)
        if target is None or target[1] != name:
            continue
        path = next((path for path in (target[0], f"{target[0]}index.html") if path in pages), None)
        if path is not None and article in path and pages[path].ids[name].attributes.get("data-fact") == key:
            return True
    return False


def _of_fact(fact: dict[str, Any], project: Path) -> Iterator[str]:
    text = (project / fact["file"]).read_bytes().decode("utf-8")
    quotes, starts, ends = (
        value if isinstance(value, list) else [value] for value in (fact[key] for key in ("quote", "start", "end"))
    )
    for words, start, end in zip(quotes, starts, ends, strict=True):
        if plain(text[start:end]) != plain(words):
            yield f"{fact['id']}: characters {start} to {end} of {fact['file']} are not its quote"
        if plain(text).count(plain(words)) != 1:
            yield f"{fact['id']}: its quote does not stand once in {fact['file']}"


def plain(text: str) -> str:
    """A text with plain quotation marks, dashes and spaces."""
    for pattern, mark in (("[‘’ʼ‚‛]", "'"), ("[“”„‟]", '"'), ("[‐-―]", "-"), (r"\s+", " ")):
        text = re.sub(pattern, mark, unicodedata.normalize("NFC", text))
    return text.strip()
