"""What a site says about itself in `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

import posixpath
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import yaml

from generator.errors import BriefingsError
from generator.pages.links import Addresses


class ConfigurationError(BriefingsError):
    """What `mkdocs.yml` says cannot be read or followed."""


@dataclass(frozen=True)
class Settings:
    """What a site says about itself: its name, how addresses look, where sheets are edited, its own templates.

    `docs` is the folder of the sheets, relative to the root; `commits` is the address of a commit, without its hash.
    """

    site_name: str = "Briefings"
    site_description: str | None = None
    addresses: Addresses = field(default_factory=Addresses)
    edit_template: str | None = None
    docs: str = "briefings"
    templates: Path | None = None
    commits: str | None = None

    def below_docs(self, path: str) -> str:
        """A path from the project's root as a path from the folder of the sheets."""
        return path.removeprefix(f"{self.docs}/")

    def edited(self, path: str, line: int) -> str | None:
        """Where a file, given from the project's root, can be edited at a line; None where the site does not say."""
        if self.edit_template is None:
            return None
        path = self.below_docs(path)
        stem, _ = posixpath.splitext(path)
        return f"{_Template().format(self.edit_template, path=path, path_noext=stem)}#L{line}"

    def commit_url(self, commit: str) -> str | None:
        """Where a commit can be seen, given its hash; None where the site does not say."""
        return None if self.commits is None else f"{self.commits}{commit}"


class _Template(string.Formatter):
    """As MkDocs fills in `edit_uri_template`: `{path!q}` is the path, quoted whole."""

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """A value as it is written into the address."""
        return quote(value, safe="") if conversion == "q" else super().convert_field(value, conversion)


def read_settings(project: Path) -> Settings:
    """What `mkdocs.yml` says; raises `ConfigurationError` where it cannot be read."""
    path = project / "mkdocs.yml"
    said = _read(path) if path.is_file() else {}
    made = settings({"docs_dir": "briefings", **said}, project, _option(said.get("plugins"), "templates", "templates"))
    try:
        made.edited("", 1)
    except (LookupError, ValueError, AttributeError) as error:
        raise ConfigurationError(f"{path}: edit_uri_template is no template with {{path}} in it: {error}") from error
    return made


def settings(said: Mapping[str, Any], root: Path, templates: str) -> Settings:
    """The settings of the site at `root`, from the keys of `mkdocs.yml` and the folder of its own templates.

    Raises `ConfigurationError` where its sheets would lie outside it.
    """
    root = root.resolve()
    own, docs = root / templates, (root / str(said["docs_dir"])).resolve()
    if not docs.is_relative_to(root):
        raise ConfigurationError(f"docs_dir {docs} lies outside {root}; keep it beside mkdocs.yml")
    return Settings(
        site_name=str(said.get("site_name") or "Briefings"),
        site_description=said.get("site_description"),
        addresses=Addresses(said.get("use_directory_urls") is not False),
        edit_template=_edit_template(*(said.get(key) for key in ("repo_url", "edit_uri", "edit_uri_template"))),
        docs=docs.relative_to(root).as_posix(),
        templates=own if own.is_dir() else None,
        commits=_commits(str(said.get("repo_url") or "")),
    )


def _edit_template(repo_url: str | None, edit_uri: str | None, template: object) -> str | None:
    """The template of edit addresses that MkDocs makes of these three settings, with `{path}` and `{path_noext}`."""
    made = str(template or "")
    if not made and edit_uri:
        made = f"{edit_uri.rstrip('/')}/".replace("{", "{{").replace("}", "}}") + "{path}"
    if not made or not repo_url:
        return made or None
    return urljoin(repo_url if made.startswith(("?", "#")) else f"{repo_url.rstrip('/')}/", made)


_FORGES = frozenset({"codeberg", "forgejo", "gitea", "github", "gitlab"})
_REPOSITORY = re.compile(r"https?://([\w.-]+)(?::\d+)?(?:/[\w.~-]+){2,}", re.ASCII)


def _commits(repo_url: str) -> str | None:
    """Where a repository shows its commits, on a forge that its host names: `github.com`, `gitlab.zenda.org`."""
    address = repo_url.rstrip("/").removesuffix(".git")
    repository = _REPOSITORY.fullmatch(address)
    forge = repository[1].lower().removeprefix("www.").split(".")[0] if repository else ""
    # GitLab keeps the addresses of its own pages apart from those of groups and projects by a hyphen.
    return f"{address}/{'-/' if forge == 'gitlab' else ''}commit/" if forge in _FORGES else None


class _Lenient(yaml.SafeLoader):
    """Reads an mkdocs.yml without running the tags that MkDocs and its extensions define."""


def _ignored(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    """What stands for a value whose tag is not ours to run."""


_Lenient.add_multi_constructor("", _ignored)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        said = yaml.load(path.read_bytes(), _Lenient)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is no YAML that can be read: {error}") from error
    if not isinstance(said or {}, dict):
        raise ConfigurationError(f"{path} holds no settings; write `site_name: …` into it")
    return said or {}


def _option(plugins: object, key: str, default: str) -> str:
    """An option of this project's plugin; plugins are a list or a mapping, each with or without options."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("briefings") if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(options.get(key), str):
            return str(options[key])
    return default
