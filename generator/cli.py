"""The command line: a thin adapter over the rest."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import yaml

from generator import exports
from generator.checks import check as check_corpus
from generator.corpus import Corpus, load
from generator.errors import Problem, ProblemsFound
from generator.model import ActorsFile, EventsFile, Sheet
from generator.pages import Addresses, Settings
from generator.scaffold import create
from generator.sheets import canonical, read_document, schema_text, schemas

PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder with seeds/ and briefings/; the current one unless given.",
)


@click.group()
@click.version_option(package_name="briefings")
def main() -> None:
    """Make a site of briefings from news articles, with a source citation on every fact."""


@main.command()
@PROJECT
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(project: Path, form: str) -> None:
    """Check every sheet against its article; exit 1 where anything is wrong."""
    corpus = _loaded(project)
    problems = check_corpus(corpus)
    click.echo(_WRITERS[form](problems), nl=False)
    articles, facts = len(corpus.sources), len(corpus.statements)
    click.echo(f"{_count(articles, 'article')}, {_count(facts, 'fact')}: {_count(len(problems), 'problem')}", err=True)
    for path in corpus.unread:
        click.echo(f"{path} has no fact sheet yet", err=True)
    sys.exit(1 if problems else 0)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _text(problems: Iterable[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _json(problems: Iterable[Problem]) -> str:
    return json.dumps({"problems": [asdict(problem) for problem in problems]}, ensure_ascii=False, indent=1) + "\n"


def _github(problems: Iterable[Problem]) -> str:
    """Workflow commands of GitHub Actions, which show each problem at its line."""
    return "".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column},title={_property(p.where)}"
        f"::{_data(f'{p.message}; {p.remedy}')}\n"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_WRITERS = {"text": _text, "json": _json, "github": _github}


@main.command()
@PROJECT
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where a file is not canonical.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def fmt(project: Path, only_check: bool, paths: tuple[Path, ...]) -> None:
    """Put sheets into canonical form: order, wrapping and quoting; comments and meaning stay."""
    failed = changed = 0
    for path in paths or sorted(_sheets(project)):
        raw = path.read_bytes()
        try:
            written = _canonical(path, raw)
        except ProblemsFound as error:
            click.echo(str(error), err=True)
            failed += 1
            continue
        if written != raw:
            changed += 1
            click.echo(f"{path}: {'is not in canonical form; run `briefings fmt`' if only_check else 'formatted'}")
            if not only_check:
                path.write_bytes(written)
    sys.exit(1 if failed or (changed and only_check) else 0)


def _canonical(path: Path, raw: bytes) -> bytes:
    document, problems = read_document(path.as_posix(), raw)
    if document is None:
        raise ProblemsFound(problems)
    return canonical(raw.decode("utf-8"), _model_of(path), path.as_posix()).encode("utf-8")


def _sheets(project: Path) -> Iterable[Path]:
    docs = project / "briefings"
    for pattern in ("actors.yml", "events.yml", "actors/*.yml", "events/*.yml", "articles/*.yml"):
        yield from docs.glob(pattern)


def _model_of(path: Path) -> Any:
    for stem, model in (("actors", ActorsFile), ("events", EventsFile)):
        if stem in (path.stem, path.parent.name):
            return model
    return Sheet


@main.command()
@PROJECT
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where a file is out of date.")
def schema(project: Path, only_check: bool) -> None:
    """Write the JSON Schema of sheets, actors and events to briefings/schema/."""
    stale = 0
    for name in schemas():
        path = project / "briefings" / "schema" / f"{name}.json"
        if path.is_file() and path.read_text(encoding="utf-8") == schema_text(name):
            continue
        stale += 1
        click.echo(f"{path}: {'is out of date; run `briefings schema`' if only_check else 'written'}")
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(schema_text(name), encoding="utf-8", newline="\n")
    sys.exit(1 if stale and only_check else 0)


@main.command()
@PROJECT
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(project: Path, folder: Path) -> None:
    """Write the pages as Markdown files with HTML blocks, and all other files, into FOLDER."""
    corpus = _loaded(project)
    problems = check_corpus(corpus)
    if problems:
        click.echo(_text(problems), nl=False, err=True)
        sys.exit(1)
    count = exports.write_markdown(exports.publish(corpus, _settings(project)), project / "briefings", folder)
    click.echo(f"{_count(count, 'file')} in {folder}")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a new site in FOLDER: it builds at once, and waits for its first article."""
    try:
        for path in create(folder):
            click.echo(f"{path}")
    except FileExistsError as error:
        raise click.ClickException(f"{error.filename} exists already; choose another folder") from error


def _loaded(project: Path) -> Corpus:
    if not (project / "briefings").is_dir():
        message = f"there is no folder briefings/ in {project}; run this in a project, or give --project"
        raise click.ClickException(message)
    return load(project)


class _Lenient(yaml.SafeLoader):
    """Reads an mkdocs.yml without running the tags that MkDocs and its extensions define."""


def _ignored(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    """What stands for a value whose tag is not ours to run."""


_Lenient.add_multi_constructor("", _ignored)


def _settings(project: Path) -> Settings:
    """What mkdocs.yml says about the site, where there is one."""
    path = project / "mkdocs.yml"
    said = yaml.load(path.read_text(encoding="utf-8"), _Lenient) if path.is_file() else {}  # noqa: S506 - a SafeLoader
    own = project / "templates"
    return Settings(
        site_name=str(said.get("site_name", "Briefings")),
        site_description=said.get("site_description"),
        addresses=Addresses(bool(said.get("use_directory_urls", True))),
        edit_template=said.get("edit_uri_template"),
        templates=own if own.is_dir() else None,
    )
