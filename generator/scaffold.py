"""A new site: the files that it starts with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.pages import template_folder
from generator.sheets import schema_text, schemas

_NAMES = {"gitattributes": ".gitattributes"}


def create(folder: Path) -> Iterator[Path]:
    """Write a new site into `folder` and name each file; raises `FileExistsError` before overwriting any."""
    new = template_folder() / "new-site"
    files = {
        folder / _NAMES.get(path.name, path.relative_to(new).as_posix()): path.read_text(encoding="utf-8")
        for path in sorted(new.rglob("*"))
        if path.is_file()
    }
    files |= {folder / "briefings" / "schema" / f"{name}.json": schema_text(name) for name in schemas()}
    for path in files:
        if path.exists():
            raise FileExistsError(17, "exists", str(path))
    for empty in (folder / "seeds", folder / "briefings" / "articles"):
        empty.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path
