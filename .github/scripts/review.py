"""What a change does to facts and site, as the summary of a workflow's run and as a file for the comment.

    python3 .github/scripts/review.py BASE HEAD FILE

Asks `briefings diff`, which ends with 0 where nothing changed, 1 where something did, 2 where it cannot tell. Writes
its Markdown to FILE and to the summary of the run, and `changed` to the outputs of the step; ends with 1 where
there is none. Needs the standard library alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path


def main(base: str, head: str, file: str) -> int:
    """Compare, and put the answer where the workflow and its readers find it."""
    command = ["briefings", "diff", base, head, "--format", "md"]
    # S603: an argument list, without a shell.
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603
    # Python too ends with 1 where it fails, but then without an answer.
    told = done.returncode in (0, 1) and bool(done.stdout.strip())
    text = done.stdout if told else failure(done.stderr)
    Path(file).write_text(text, encoding="utf-8")
    append("GITHUB_STEP_SUMMARY", text)
    append("GITHUB_OUTPUT", f"changed={'false' if told and done.returncode == 0 else 'true'}\n")
    sys.stderr.write(done.stderr)
    return 0 if told else 1


def failure(message: str) -> str:
    """Markdown that shows why there is no answer; nothing in the message ends its block."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", message)), default=0))
    return f"The change could not be reviewed.\n\n{fence}text\n{message[-20_000:].strip()}\n{fence}\n"


def append(variable: str, text: str) -> None:
    """Add to the file that the runner names in a variable; without a runner there is none."""
    if path := os.environ.get(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
