"""A server on loopback that speaks as an OpenAI-compatible one and plays the answers that a test gives it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-loopback-0123456789"


@dataclass(frozen=True)
class Reply:
    """What the server says to one request: a status, the bytes of the body, and seconds that it waits before."""

    body: bytes
    status: int = 200
    delay: float = 0.0


def completion(content: str | None) -> Reply:
    """A reply as such servers give it, with what the model wrote."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "parrot", "choices": [choice]}
    return Reply(json.dumps(body).encode())


def facts(**sections: Sequence[Any]) -> Reply:
    """A reply whose content is an answer with these sections."""
    return completion(json.dumps(sections))


def failure(status: int, message: str) -> Reply:
    """A reply that reports an error."""
    return Reply(json.dumps({"error": {"message": message, "type": "error"}}).encode(), status)


@dataclass
class Played:
    """A running server: its URL, and the requests that it has had, each with its headers and its JSON."""

    url: str
    replies: Sequence[Reply]
    requests: list[tuple[dict[str, str], Any]] = field(default_factory=list)

    def prompts(self) -> list[str]:
        """The last message of each request."""
        return [body["messages"][-1]["content"] for _, body in self.requests]


@contextmanager
def played(*replies: Reply) -> Iterator[Played]:
    """A server that gives these replies in turn, the last one again and again, and stops afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            play.requests.append(({key.lower(): value for key, value in self.headers.items()}, body))
            reply = replies[min(len(play.requests), len(replies)) - 1]
            time.sleep(reply.delay)
            try:
                self.send_response(reply.status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(reply.body)))
                self.send_header("retry-after-ms", "1")
                self.end_headers()
                self.wfile.write(reply.body)
            except OSError:
                pass  # the client has given up waiting

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the base class gives
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    play = Played(f"http://127.0.0.1:{server.server_port}/v1", replies)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield play
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
