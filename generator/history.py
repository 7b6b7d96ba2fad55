"""Since when each fact stands in its present form: read from git, where the sheets are in a checkout.

A fact is compared as data from commit to commit: other lines, another order of facts or keys and other comments are no
change, and a fact that was renamed, with `formerly`, is still the same. Nothing but the commits is asked, so
that every complete clone of one commit gives the same answer; where git cannot answer, there is none.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.corpus import Corpus
from generator.dates import Edtf, from_day
from generator.sheets import read_document
from generator.sheets.source import BYTES_AT_MOST

_HASH_SHOWN = 12
_UNIX_EPOCH = date(1970, 1, 1).toordinal()
_SECONDS_IN_A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Change:
    """The commit that gave a fact its present form: its full hash, and the UTC day on which it was committed."""

    commit: str
    day: date

    @property
    def since(self) -> Edtf:
        """The day, as pages write dates."""
        return from_day(self.day)

    @property
    def short(self) -> str:
        """The hash as pages show it."""
        return self.commit[:_HASH_SHOWN]


History = Mapping[str, Change]
"""The last change of each fact, by the key of its statement; those of which it is not known are not in it."""
NOTHING_KNOWN: History = MappingProxyType({})


def history_of(corpus: Corpus) -> History:
    """The last change of each fact of which the commits of a git checkout around the corpus tell it.

    Of facts that are not committed as they stand, and of those that a shallow clone may have had before, nothing is
    said; nor of any where there is no checkout, or no git. Never raises.
    """
    paths = tuple(sorted({source.document.path for source in corpus.sources.values()}))
    try:
        committed = _committed(_checkout(corpus.root), paths) if paths else {}
    except (_NoAnswerError, OSError, LookupError, ValueError):
        return {}
    found: dict[str, Change] = {}
    for statement in corpus.statements:
        document = statement.source.document
        section, name = statement.keys
        form, change = committed.get((document.path, section, name), (None, None))
        if change is not None and form == _form(document.data[section][name]):
            found[statement.key] = change
    return found


class _NoAnswerError(Exception):
    """There is no checkout, no git, or no commit; or git cannot read what is there."""


@dataclass(frozen=True)
class _Checkout:
    """A commit that is checked out, seen from the folder `root`, which stands at `prefix` in its tree.

    `cut` are the commits of a shallow clone whose parents are missing.
    """

    git: str
    root: Path
    prefix: bytes
    head: str
    cut: frozenset[str]

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        return _run(self.git, self.root, arguments, given)


_ALONE = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # a partial clone would fetch what it lacks, by programs that its configuration names
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,  # grafts and replacements are of one clone, not of its commits
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


def _run(git: str, folder: Path, arguments: Iterable[str], given: bytes) -> bytes:
    """What a git command writes: only commands that run no program which the repository or the machine names."""
    command = [git, *_ALONE, *arguments]
    # No time limit: what a page says must not depend on how fast a machine is.
    done = subprocess.run(  # noqa: S603 - an argument list, without a shell
        command,
        cwd=folder,
        env=_ENVIRONMENT,
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise _NoAnswerError(arguments)
    return done.stdout


def _checkout(root: Path) -> _Checkout:
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():  # a relative PATH could find a program of the repository's own
        raise _NoAnswerError(git)
    asked = _run(git, root, ("rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD^{commit}"), b"")
    shallow, rest = asked.split(b"\n", 1)
    prefix, head, _ = rest.rsplit(b"\n", 2)
    cut: list[str] = []
    if shallow != b"false":
        file = _run(git, root, ("rev-parse", "--git-path", "shallow"), b"").removesuffix(b"\n")
        cut = (root / os.fsdecode(file)).read_text(encoding="ascii").split()
    return _Checkout(git, root, prefix, head.decode(), frozenset(cut))


_Fact = tuple[str, str]
"""Section and id of a fact."""
_Forms = Mapping[_Fact, str]


def _form(fact: object) -> str:
    """What a fact says, as one text; the names that it had before are no part of it."""
    said = {key: value for key, value in fact.items() if key != "formerly"} if isinstance(fact, dict) else fact
    return json.dumps(said, sort_keys=True)


def _facts(sheet: bytes) -> Iterator[tuple[_Fact, Any]]:
    """The facts of a sheet of any time, whatever is wrong with it."""
    document, _ = read_document("sheet", sheet)
    for section, facts in document.data.items() if document is not None else ():
        if isinstance(facts, dict):
            yield from (((section, name), fact) for name, fact in facts.items())


@dataclass(frozen=True)
class _Graph:
    """The commits that changed a set of files, children first: the time and the parents of each.

    Between them they changed nothing in those files. `blobs` are the versions in the first one, `changed` those that
    differ in a parent, which are None where the file is missing there: by path in the tree.
    """

    commits: Mapping[str, tuple[int, tuple[str, ...]]]
    blobs: Mapping[bytes, str]
    changed: Mapping[tuple[str, str], Mapping[bytes, str | None]]


@lru_cache(maxsize=4)
def _committed(checkout: _Checkout, paths: tuple[str, ...]) -> Mapping[tuple[str, str, str], tuple[str, Change | None]]:
    """What each fact of the sheets at `paths` says in the commit, and since when: by path, section and id."""
    sheets = {checkout.prefix + os.fsencode(path): path for path in paths}
    graph = _graph(checkout, paths)
    earlier = (old.get(sheet) for old in graph.changed.values() for sheet in sheets.keys() & old.keys())
    versions = {blob for blob in (*map(graph.blobs.get, sheets), *earlier) if blob is not None}
    contents = _contents(checkout, sorted(versions))

    @cache
    def forms(blob: str) -> _Forms:
        return {fact: _form(said) for fact, said in _facts(contents.get(blob, b""))}

    found: dict[tuple[str, str, str], tuple[str, Change | None]] = {}
    for sheet in sheets.keys() & graph.blobs.keys():
        blob = graph.blobs[sheet]
        facts = [_Followed(fact, said) for fact, said in _facts(contents.get(blob, b""))]
        for followed, commit in _since(graph, sheet, facts, forms):
            day = _day(graph.commits[commit][0])
            change = None if commit in checkout.cut or day is None else Change(commit, day)
            found[sheets[sheet], *followed.fact] = followed.form, change
    return found


class _Followed:
    """A fact on its way back through the commits: what it says, and the names under which it may be found."""

    def __init__(self, fact: _Fact, said: Any) -> None:
        section, name = fact
        formerly = said.get("formerly") if isinstance(said, dict) else None
        self.fact, self.form = fact, _form(said)
        former = formerly if isinstance(formerly, list) else [formerly] if isinstance(formerly, str) else []
        self.names = [(section, str(one)) for one in (name, *former)]

    def stands_in(self, forms: _Forms) -> bool:
        return any(forms.get(name) == self.form for name in self.names)


def _since(
    graph: _Graph, sheet: bytes, facts: list[_Followed], forms: Callable[[str], _Forms]
) -> Iterator[tuple[_Followed, str]]:
    """Each fact of a sheet with the oldest commit from which on it says the same, back along the first such parent."""
    at: dict[str, list[_Followed]] = {next(iter(graph.commits), ""): facts}
    for commit, (_, parents) in graph.commits.items():
        left = at.pop(commit, [])
        # As in git's own blame, a parent with the very same file answers for all of it.
        for parent in sorted(parents, key=lambda parent: sheet in graph.changed[commit, parent]):
            if not left:
                break
            here, left = _split(left, sheet, graph.changed[commit, parent], forms)
            at.setdefault(parent, []).extend(here)
        yield from ((fact, commit) for fact in left)
        if not at:
            return


def _split(
    facts: list[_Followed], sheet: bytes, changed: Mapping[bytes, str | None], forms: Callable[[str], _Forms]
) -> tuple[list[_Followed], list[_Followed]]:
    """The facts that a parent has as well, and the others."""
    if sheet not in changed:
        return facts, []
    blob = changed[sheet]
    there = forms(blob) if blob is not None else {}
    return [fact for fact in facts if fact.stands_in(there)], [fact for fact in facts if not fact.stands_in(there)]


def _day(seconds: int) -> date | None:
    """The UTC day of a time since 1970; None where no calendar has it."""
    try:
        return date.fromordinal(_UNIX_EPOCH + seconds // _SECONDS_IN_A_DAY)
    except (ValueError, OverflowError):
        return None


def _graph(checkout: _Checkout, paths: Iterable[str]) -> _Graph:
    """The history of the files at `paths`, without the commits that left their folders alone."""
    folders = sorted({path.rpartition("/")[0] for path in paths})
    listed = checkout.run("rev-list", "--topo-order", "--parents", "--timestamp", checkout.head, "--", *folders)
    lines = [line.split() for line in listed.decode("ascii").splitlines()]
    commits = {commit: (int(time), tuple(parents)) for time, commit, *parents in lines}
    pairs = [(commit, parent) for commit, (_, parents) in commits.items() for parent in parents]
    return _Graph(commits, _blobs(checkout, folders), _changed(checkout, pairs, folders))


def _blobs(checkout: _Checkout, folders: Iterable[str]) -> dict[bytes, str]:
    """The files of folders in the commit that is checked out."""
    below = [f"{os.fsdecode(checkout.prefix)}{folder}/" for folder in folders]
    listed = checkout.run("ls-tree", "-r", "-z", "--full-tree", checkout.head, "--", *below)
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0")[:-1])
    return {path: head.split()[2].decode() for head, _, path in entries}


def _changed(
    checkout: _Checkout, pairs: list[tuple[str, str]], folders: Iterable[str]
) -> dict[tuple[str, str], dict[bytes, str | None]]:
    """For each commit and parent, the files of folders that differ, as they were in the parent."""
    given = "".join(f"{commit} {parent}\n" for commit, parent in pairs).encode()
    options = ("--stdin", "--always", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff")
    tokens = iter(checkout.run("diff-tree", *options, "--", *folders, given=given).split(b"\0")[:-1])
    made: list[dict[bytes, str | None]] = []
    for token in tokens:
        if not token.startswith(b":"):  # the hash of the commit, once for each line of input
            made.append({})
            continue
        old = token.split()[2].decode()
        made[-1][next(tokens)] = old if old.strip("0") else None
    return dict(zip(pairs, made, strict=True))


def _contents(checkout: _Checkout, blobs: Iterable[str]) -> dict[str, bytes]:
    """What files hold, by hash; without those that are too large for a sheet."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    sizes = (line.split() for line in checkout.run("cat-file", "--batch-check", given=asked).splitlines())
    fit = [blob for blob, kind, *size in sizes if kind == b"blob" and int(size[0]) <= BYTES_AT_MOST]
    given = b"".join(blob + b"\n" for blob in fit)
    written = checkout.run("cat-file", "--batch", given=given) if fit else b""
    found, at = {}, 0
    while at < len(written):
        start = written.index(b"\n", at) + 1
        blob, _, size = written[at:start].split()
        found[blob.decode()] = written[start : start + int(size)]
        at = start + int(size) + 1
    return found
