"""One state of a project, to be compared with another: a folder, or what a git revision holds of it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.checks import check
from generator.corpus import Corpus, load
from generator.errors import BriefingsError, Problem, ProblemsFound
from generator.exports import is_sheet
from generator.pages import ConfigurationError, Page, Settings, generate, read_settings, template_folder

_FILES_AT_MOST = 100_000
_LINK, _FILES = "120000", ("100644", "100755")


class StateError(BriefingsError):
    """What was named is no state of a project."""


@dataclass(frozen=True, eq=False)
class State:
    """A project as it stood: `name` is what it was asked for by, `problems` all that is wrong in it.

    `unreadable` says why the configuration or the folder of the sheets could not be read, where that is so; the
    state then holds what can be read without it. `pages` are None where there are problems.
    """

    name: str
    corpus: Corpus
    problems: tuple[Problem, ...]
    unreadable: str | None
    pages: dict[str, Page] | None
    sheets: dict[str, bytes]


@contextmanager
def opened(project: Path, name: str | None) -> Iterator[State]:
    """The state called `name`: a git revision, or else a folder; None is the working tree at `project`.

    A name with a dot at its beginning or a slash at its end is a folder, also where a revision has the same name.
    Raises `StateError` where it is neither, or is no project.
    """
    if name is None:
        yield _state("the working tree", project)
        return
    revision = None if name.startswith(".") or name.endswith("/") else _commit(project, name)
    if revision is not None:
        with tempfile.TemporaryDirectory(prefix="briefings-") as folder:
            _check_out(project, revision, Path(folder))
            yield _state(name, Path(folder), of_revision=True, stand_in=_has_package_templates(project))
    elif name and Path(name).is_dir():
        yield _state(name, Path(name))
    else:
        message = f"{name!r} is neither a git revision of {project} nor a folder"
        raise StateError(f"{message}; correct it, or fetch it first where the clone is a shallow one")


def _has_package_templates(project: Path) -> bool:
    """Whether the templates of a project are those of this package: its own repository."""
    try:
        own = read_settings(project).templates
    except ConfigurationError:
        return False
    return own is not None and own.resolve() == template_folder()


def _state(name: str, root: Path, *, of_revision: bool = False, stand_in: bool = False) -> State:
    unreadable = None
    try:
        settings = read_settings(root)
    except ConfigurationError as error:
        settings, unreadable = Settings(), str(error).replace(f"{root}/", "")
    docs = root / settings.docs
    if not docs.is_dir():
        if not of_revision and unreadable is None:
            raise StateError(f"there is no folder {settings.docs}/ in {root}; name a folder or revision of a project")
        unreadable = unreadable or f"there is no folder {settings.docs}/"
    corpus = load(root, docs)
    problems = check(corpus)
    pages, more = (None, ()) if problems or unreadable else _pages(corpus, settings, stand_in=stand_in)
    return State(name, corpus, (*problems, *more), unreadable, pages, _sheets(corpus.root, docs.resolve()))


def _pages(corpus: Corpus, settings: Settings, *, stand_in: bool) -> tuple[dict[str, Page] | None, tuple[Problem, ...]]:
    """The pages by path, without the links that tell in which line a sheet has a fact: those move with every edit.

    With `stand_in`, templates that fail are replaced: an earlier state of this package's own may not fit its code.
    """
    settings = replace(settings, edit_template=None)
    try:
        return {page.path: page for page in generate(corpus, settings)}, ()
    except ProblemsFound as error:
        if stand_in and settings.templates is not None:
            return _pages(corpus, replace(settings, templates=None), stand_in=False)[0], tuple(error.problems)
        return None, tuple(error.problems)


def _sheets(root: Path, docs: Path) -> dict[str, bytes]:
    """The bytes of every sheet by its path from the root."""
    named = ((path, path.relative_to(docs).as_posix()) for path in sorted(docs.rglob("*.yml")))
    inside = (path for path, name in named if is_sheet(name) and path.resolve().is_relative_to(docs) and path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in inside}


def _commit(project: Path, name: str) -> str | None:
    """The commit that a revision names; None where there is none, or no repository."""
    if "\0" in name:
        return None
    done = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return done.stdout.decode().strip() or None if done is not None and done.returncode == 0 else None


def _git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments; a name from outside stands after --end-of-options
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is where the PATH has it
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None


@dataclass(frozen=True)
class _Entry:
    """A file of a revision: how it is kept, the id of its content, its path from the project's root."""

    mode: str
    blob: str
    path: str


def _check_out(project: Path, revision: str, folder: Path) -> None:
    """Write into `folder` what a site is made of, byte for byte as the revision has it."""
    entries = list(_entries(project, revision))
    for parent in {str(PurePosixPath(entry.path).parent) for entry in entries}:
        (folder / parent).mkdir(parents=True, exist_ok=True)
    _write(project, [entry for entry in entries if entry.path == "mkdocs.yml"], folder)
    try:
        settings = read_settings(folder)
    except ConfigurationError:
        settings = Settings(templates=folder / "templates")
    kept = [PurePosixPath("seeds"), PurePosixPath(settings.docs)]
    if settings.templates is not None:
        kept.append(PurePosixPath(settings.templates.resolve().relative_to(folder.resolve()).as_posix()))
    _write(project, [entry for entry in entries if any(map(PurePosixPath(entry.path).is_relative_to, kept))], folder)


def _entries(project: Path, revision: str) -> Iterator[_Entry]:
    """Every file of a revision below the project's root."""
    done = _git(project, "ls-tree", "-r", "-z", revision)
    if done is None or done.returncode:
        raise StateError(f"git cannot list the files of {revision}; look at it with `git ls-tree`")
    for number, line in enumerate(done.stdout.split(b"\0")):
        if number > _FILES_AT_MOST:
            raise StateError(
                f"{revision} holds more than {_FILES_AT_MOST:,} files; name a folder that holds the project"
            )
        head, tab, raw = line.partition(b"\t")
        path = raw.decode("utf-8", errors="replace")
        if tab and "\0" not in path and not {"", ".", "..", ".git"} & set(path.split("/")):
            mode, _, blob = head.decode().split()
            yield _Entry(mode, blob, path)


def _write(project: Path, entries: Sequence[_Entry], folder: Path) -> None:
    entries = [entry for entry in entries if entry.mode in (*_FILES, _LINK)]
    done = _git(project, "cat-file", "--batch", given="".join(f"{entry.blob}\n" for entry in entries).encode())
    if done is None or done.returncode:
        raise StateError("git cannot read the files of a revision; run `git fsck`")
    place = 0
    for entry in entries:
        end = done.stdout.index(b"\n", place)
        header = done.stdout[place:end].split()
        if len(header) != 3:
            raise StateError(f"git has no content of {entry.path}; fetch it first where the clone is a partial one")
        place = end + 1 + int(header[2])
        content = done.stdout[end + 1 : place]
        place += 1
        path = folder / entry.path
        if entry.mode != _LINK:
            path.write_bytes(content)
        elif _stays_inside(path, content, folder):
            path.symlink_to(content.decode())


def _stays_inside(path: Path, target: bytes, folder: Path) -> bool:
    """Whether a symbolic link leads to a place below `folder`."""
    try:
        return (path.parent / target.decode()).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False
