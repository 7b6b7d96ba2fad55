"""Scratch repositories: a project under git, and commits whose sums depend on nothing but their content."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = os.environ | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "Reviewer" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "reviewer@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def git(folder: Path, *arguments: str) -> str:
    """What a git command prints there."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, env=ENVIRONMENT, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit(folder: Path, message: str) -> None:
    """Put everything as it stands into a commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def repository(folder: Path) -> Path:
    """Put a folder under git, with all that is in it."""
    git(folder, "init", "--quiet")
    commit(folder, "Start")
    return folder
