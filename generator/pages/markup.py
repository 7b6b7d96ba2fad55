"""A page as it is handed on: headings for Markdown, HTML blocks between them, and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml
from markupsafe import Markup, escape

from generator.errors import BriefingsError
from generator.pages.links import ids_in

_MARK = re.compile("\0(\\d)\0([^\0]*)\0")
_EDGE = re.compile(r"(</(?:th|td|dt|dd|li|p|div|small)>|<br>)(?=\S)")
"""Where two blocks touch; the search index would run their words together."""
_BLANK = re.compile(r"[\r\n]\s*[\r\n]")
_FIXED_WORDS = re.compile(r"[\w ,'’()/–-]+")
_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), "\ufffd")


@dataclass(frozen=True)
class Heading:
    """A section heading: fixed words of a template, so Markdown may see them."""

    level: int
    words: str


@dataclass(frozen=True)
class Block:
    """A stretch of finished HTML, which Markdown never sees."""

    html: str


@dataclass(frozen=True)
class Page:
    """One generated page: `path` like `events/x.md`, a plain-text title and description, and its parts.

    The home page has no title: it goes by the site's name. `sheet` is the file below the folder of the sheets
    that the page is made from, where it is one file.
    """

    path: str
    title: str | None
    description: str
    parts: tuple[Heading | Block, ...]
    sheet: str | None = None

    @property
    def blocks(self) -> tuple[str, ...]:
        """The HTML blocks in order."""
        return tuple(part.html for part in self.parts if isinstance(part, Block))

    @property
    def ids(self) -> set[str]:
        """The anchors within the blocks; those of the headings belong to Markdown."""
        return {name for block in self.blocks for name in ids_in(block)}

    def outline(self) -> str:
        """The page for MkDocs: front matter, headings, and a placeholder for each block."""
        return self._written([placeholder(number) for number in range(len(self.blocks))])

    def whole(self) -> str:
        """The page for any generator: front matter, headings and blocks."""
        return self._written(self.blocks)

    def _written(self, blocks: Iterable[str]) -> str:
        following = iter(blocks)
        written = [
            f"{'#' * part.level} {part.words}" if isinstance(part, Heading) else next(following) for part in self.parts
        ]
        return "\n\n".join([self._front_matter(), *written]) + "\n"

    def _front_matter(self) -> str:
        # No theme escapes a title from front matter, so it is escaped here, for all of them.
        meta = {} if self.title is None else {"title": _escaped(self.title)}
        meta["description"] = _escaped(self.description)
        text = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{text}---"


def _escaped(text: str) -> str:
    # Themes put titles into text and double quotes only, and search finds "Ja'afari" by no "Ja&#39;afari".
    return str(escape(text)).replace("&#39;", "'")


def placeholder(number: int) -> str:
    """What stands for block `number` while Markdown reads the headings."""
    return f'<div data-briefings-block="{number}"></div>'


def filled(content: str, page: Page) -> str:
    """Rendered Markdown with the blocks of `page` in the place of their placeholders."""
    for number, block in enumerate(page.blocks):
        before, mark, after = content.partition(placeholder(number))
        if not mark:
            raise BriefingsError(f"{page.path}: a Markdown extension or another plugin has changed the page's blocks")
        content = before + block + after
    # The notes stay out of the search index, so their heading has nothing to find below it.
    return content.replace('<h2 id="notes">', '<h2 id="notes" data-search-exclude>')


def shown(value: object) -> object:
    """A value as a template writes it: in plain text, control characters become U+FFFD.

    So no text of a sheet or an article can hold the mark of a heading.
    """
    return value.translate(_CONTROLS) if isinstance(value, str) and not isinstance(value, Markup) else value


def heading(words: str, level: int = 2) -> Markup:
    """What a template calls to place a heading; `parts` finds it again in the rendered text.

    Raises `ValueError` for words that Markdown could take for more than words.
    """
    if not _FIXED_WORDS.fullmatch(words):
        raise ValueError(f"{words!r} is no heading of plain words; text of a sheet goes into the HTML below it")
    return Markup(f"\0{level}\0{words}\0")  # noqa: S704 - templates pass fixed words


def parts(rendered: str) -> tuple[Heading | Block, ...]:
    """Cut the output of a template at its headings.

    Blank lines go, so that every block is one HTML block to any Markdown reader (CommonMark 0.31, §4.6).
    """
    pieces = _MARK.split(rendered)
    found: list[Heading | Block] = _block(pieces[0])
    for level, words, html in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        found += [Heading(int(level), words), *_block(html)]
    return tuple(found)


def _block(html: str) -> list[Heading | Block]:
    text = _EDGE.sub(r"\1 ", _BLANK.sub("\n", html)).strip()
    return [Block(f'<div class="briefing">\n{text}\n</div>')] if text else []
