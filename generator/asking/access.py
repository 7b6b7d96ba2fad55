"""Which server answers for a model, read from the environment; its key is kept out of everything that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.errors import BriefingsError
from generator.text import printable

URL, KEY, TIMEOUT = "BRIEFINGS_MODEL_URL", "BRIEFINGS_MODEL_KEY", "BRIEFINGS_MODEL_TIMEOUT"
COMMON_URL, COMMON_KEY = "OPENAI_BASE_URL", "OPENAI_API_KEY"
_SECONDS = 300.0
"""For one question; a model on a machine without a graphics card takes minutes for a long article."""
_SECONDS_AT_MOST = 86_400.0
_SECRET_AT_LEAST = 6
"""Characters; a shorter text is no secret, and striking it out everywhere would garble the answers."""


class AskingError(BriefingsError):
    """A model cannot be asked, or gives no answer that can be used; the message says why and what to do."""


@dataclass(frozen=True)
class Access:
    """How to reach a server: its base URL, its key if it wants one, and how many seconds one question may take."""

    url: str
    key: str | None = field(repr=False)
    seconds: float = _SECONDS

    @property
    def place(self) -> str:
        """The server as messages name it: without a user, a password or a query that its URL may hold."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        return self.without_key(printable(f"{parts.scheme}://{parts.hostname}{port}{parts.path}"))

    def without_key(self, text: str) -> str:
        """A text in which the key is struck out."""
        return text.replace(self.key, "[key]") if self.key and len(self.key) >= _SECRET_AT_LEAST else text


def access_from(environment: Mapping[str, str]) -> Access:
    """The server that the environment names; raises `AskingError` where it names none.

    A key goes only to the server that is named beside it: that of one pair of variables never to that of the other.
    """
    name, key_name = (URL, KEY) if environment.get(URL) else (COMMON_URL, COMMON_KEY)
    url, key = environment.get(name, "").strip(), environment.get(key_name, "").strip()
    if not url:
        message = f"no server is named; set {URL}, such as http://localhost:11434/v1, and {KEY} where it wants a key"
        raise AskingError(message)
    if not _is_address(url):
        raise AskingError(f"{name} is no address of a server; write one such as http://localhost:11434/v1")
    if not (key.isascii() and key.isprintable()):
        raise AskingError(f"{key_name} holds characters that no key has; copy it again")
    return Access(url, key or None, _seconds(environment.get(TIMEOUT, "")))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError where it is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable()


def _seconds(written: str) -> float:
    if not written.strip():
        return _SECONDS
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _SECONDS_AT_MOST:
        raise AskingError(f"{TIMEOUT} is no number of seconds; write one such as 300")
    return seconds
