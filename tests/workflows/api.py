"""The part of GitHub's API that the comment needs, played on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = "github-actions[bot]"
TOKEN = "token-of-the-run"  # noqa: S105 - of no server but this one
REPOSITORY = "zenda/papers"


@dataclass
class Thread:
    """The comments of pull request 7, what was asked, and whether the token may write."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refusal: int = 0
    """The status that each request to write gets; 0 where it is obeyed."""
    url: str = ""

    def add(self, body: str, author: str | None = BOT) -> int:
        """Put a comment there; without an author, of an account that is gone."""
        number = 1000 + len(self.comments)
        self.comments.append({"id": number, "body": body, "user": author and {"login": author}})
        return number

    def answer(self, method: str, target: str, body: dict[str, str]) -> tuple[int, Any]:
        """The status of one request and the value that comes back."""
        address = urlsplit(target)
        self.asked.append(f"{method} {address.path}")
        if method == "GET" and address.path == f"/repos/{REPOSITORY}/issues/7/comments":
            query = parse_qs(address.query)
            size, page = (int(query[name][0]) for name in ("per_page", "page"))
            return 200, self.comments[(page - 1) * size : page * size]
        if self.refusal:
            return self.refusal, {"message": "Resource not accessible by integration"}
        if method == "POST" and address.path == f"/repos/{REPOSITORY}/issues/7/comments":
            return 201, {"id": self.add(body["body"])}
        for comment in self.comments:
            if method == "PATCH" and address.path == f"/repos/{REPOSITORY}/issues/comments/{comment['id']}":
                comment["body"] = body["body"]
                return 200, comment
        return 404, {"message": "Not Found"}


@contextmanager
def serving(thread: Thread) -> Iterator[Thread]:
    """The API at `thread.url`, while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers["Content-Length"] or 0)
            body = json.loads(self.rfile.read(length)) if length else {}
            status, value = 401, None
            if self.headers["Authorization"] == f"Bearer {TOKEN}":
                status, value = thread.answer(self.command, self.path, body)
            data = json.dumps(value).encode()
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", f"{thread.url}/elsewhere")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_PATCH = do_POST = do_GET  # noqa: N815 - the server looks for these names

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread.url = f"http://127.0.0.1:{server.server_address[1]}"
        worker = threading.Thread(target=server.serve_forever, daemon=True)
        worker.start()
        try:
            yield thread
        finally:
            server.shutdown()
            worker.join()
