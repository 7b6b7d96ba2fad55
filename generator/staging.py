"""Building beside the last good site: it stands until a new one is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

_BUILDING = ".building"


class Staging:
    """Redirects one build into a folder within `site_dir`, and moves it up when the build has succeeded.

    The folder lies inside `site_dir`, so that nothing is written outside it. Its name begins with a
    dot: MkDocs leaves such names alone when it cleans.
    """

    def __init__(self) -> None:
        self._site: Path | None = None
        self._made_site = False
        self._whole = False

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs write into the folder instead of the site."""
        self._site = Path(config.site_dir)
        self._made_site = not self._site.exists()
        shutil.rmtree(self._building, ignore_errors=True)
        config.site_dir = str(self._building)
        self._whole = False

    def complete(self) -> None:
        """Say that every page has been written; an interrupted build never gets here."""
        self._whole = True

    def drop(self) -> None:
        """Forget the build; the last good site stands."""
        if self._site is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            if self._made_site and self._site.is_dir() and not any(self._site.iterdir()):
                self._site.rmdir()
            self._site = None

    def finish(self) -> None:
        """Put the built site in the place of the old one; nothing happens where no build is under way."""
        if not self._whole:
            self.drop()
        if self._site is None or not self._building.is_dir():
            return
        made = {new.name for new in self._building.iterdir()}
        for name in sorted(made):
            _remove(self._site / name)
            (self._building / name).rename(self._site / name)
        for old in self._site.iterdir():
            if old.name not in made and not old.name.startswith("."):
                _remove(old)
        self._building.rmdir()
        self._site = None

    @property
    def _building(self) -> Path:
        assert self._site is not None
        return self._site / _BUILDING


def _remove(path: Path) -> None:
    """Remove what stands at a path, if anything does; of a link, the link."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
