"""A built site on the loopback interface, and a browser to read it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = (
    "--no-sandbox",  # a container has no user namespaces, and the pages are our own
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Site:
    """A site that is being served: its folder and its address, which ends with a slash."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]:
        """The address of every page, relative to the site, in order; the home page is the empty one."""
        found = (path.relative_to(self.folder).parent.as_posix() for path in self.folder.rglob("index.html"))
        return sorted("" if path == "." else f"{path}/" for path in found)


def build(project: Path) -> Path:
    """Build the project with MkDocs' strict mode; returns the folder of the site, or fails with what was printed."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(f"the site could not be built:\n{done.stdout}{done.stderr}", pytrace=False)
    return project / "site"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word on standard error."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder until the end of the block."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's chromium, headless; fails where there is none, because a reader's view would go untested."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail(
            "chromium is not on PATH, and the browser tests need it; on Debian and Ubuntu: apt-get install chromium",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
