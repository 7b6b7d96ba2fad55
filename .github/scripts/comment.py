"""The one comment of the review on a pull request: written once, then kept up to date in its place.

    python3 .github/scripts/comment.py FILE

Takes the pull request from the event of the workflow (GITHUB_EVENT_PATH) and speaks to GITHUB_API_URL with
GITHUB_TOKEN. The comment is known by a hidden marker in its first line and by its author. With CHANGED=false none is
begun, though one that stands is kept true. Where the token may not comment, as on a pull request from a fork, the
summary of the run stands alone, and that is no failure. Needs the standard library alone.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARKER = "<!-- briefings: the review of this pull request -->"
AUTHOR = "github-actions[bot]"
LIMIT = 65_536
"""How long a comment may be: GitHub counts characters; bytes are never fewer."""
PAGE = 100
PAGES = 100
REFUSALS = (401, 403, 404, 429)
"""What the API answers to a token that may not do this, or not now."""


class NoRedirects(HTTPRedirectHandler):
    """Sends the token nowhere but to the address that the runner gave."""

    def redirect_request(self, *_: object) -> None:
        """Follow none."""


def main(file: str) -> int:
    """Write the comment or bring it up to date; 0 also where that is not allowed."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    repository = f"/repos/{event['repository']['full_name']}"
    thread = f"{repository}/issues/{int(event['pull_request']['number'])}/comments"
    body = {"body": comment(Path(file).read_text(encoding="utf-8"))}
    try:
        standing = find(thread)
        if standing is not None:
            ask("PATCH", f"{repository}/issues/comments/{standing}", body)
        elif os.environ.get("CHANGED") != "false":
            ask("POST", thread, body)
    except HTTPError as error:
        if error.code in REFUSALS:
            print(
                f"::notice::The API refuses the comment ({error.code}); the review stands in the summary of this run."
            )
            return 0
        print(f"::error::The API answers {error.code}; the review stands in the summary of this run.")
        return 1
    except (URLError, HTTPException, TimeoutError, ValueError) as error:
        print(
            f"::error::The API cannot be used ({type(error).__name__}); the review stands in the summary of this run."
        )
        return 1
    return 0


def comment(text: str) -> str:
    """The comment with its marker; what is too long for one is named and linked, not cut."""
    whole = f"{MARKER}\n{text}"
    if len(whole.encode()) <= LIMIT:
        return whole
    server, repository, run = (os.environ[f"GITHUB_{name}"] for name in ("SERVER_URL", "REPOSITORY", "RUN_ID"))
    link = f"[the summary of the run]({server}/{repository}/actions/runs/{run})"
    return f"{MARKER}\nThe review is longer than a comment may be. It stands in {link}.\n"


def find(thread: str) -> int | None:
    """The comment that an earlier run wrote, if there is one; a stranger's with the same marker is not it."""
    for one in comments(thread):
        if one["user"] and one["user"]["login"] == AUTHOR and (one["body"] or "").startswith(MARKER):
            return int(one["id"])
    return None


def comments(thread: str) -> Iterator[dict[str, Any]]:
    """Every comment, page by page."""
    for page in range(1, PAGES + 1):
        found = ask("GET", f"{thread}?per_page={PAGE}&page={page}")
        yield from found
        if len(found) < PAGE:
            return


def ask(method: str, path: str, value: object = None) -> Any:
    """One request to the API, and what it answers."""
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}",
        "Content-Type": "application/json",
        "User-Agent": "briefings",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    data = None if value is None else json.dumps(value).encode()
    # S310: the address is the runner's own, and redirects are not followed.
    request = Request(os.environ["GITHUB_API_URL"] + path, data, headers, method=method)  # noqa: S310
    with build_opener(NoRedirects).open(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
