"""The command line: a thin adapter over the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.errors import BriefingsError, ProblemsFound

# The rest takes longer to load than most commands run: each command imports what it needs.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.dates import Edtf
    from generator.pages import Settings

T = TypeVar("T")
FOLDER = click.Path(file_okay=False, path_type=Path)
PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder with seeds/ and briefings/; the current one unless given.",
)


@click.group()
@click.version_option(package_name="briefings", prog_name="briefings")
def main() -> None:
    """Make a site of briefings from news articles, with a source citation on every fact."""


@main.command()
@PROJECT
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
def check(project: Path, form: str) -> None:
    """Check every sheet against its article; exit 1 where anything is wrong."""
    from generator.checks import check as check_corpus
    from generator.corpus import load
    from generator.reporting import FORMATS

    corpus = load(project, _docs(project))
    problems = check_corpus(corpus)
    click.echo(FORMATS[form](problems), nl=False)
    articles, facts = len(corpus.sources), len(corpus.statements)
    click.echo(f"{_count(articles, 'article')}, {_count(facts, 'fact')}: {_count(len(problems), 'problem')}", err=True)
    _list_unread(corpus)
    sys.exit(1 if problems else 0)


def _list_unread(corpus: Corpus) -> None:
    for path in corpus.unread:
        click.echo(f"{path} has no fact sheet yet", err=True)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


@main.command()
@PROJECT
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where a file is not canonical.")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def fmt(project: Path, only_check: bool, paths: tuple[Path, ...]) -> None:
    """Put sheets into canonical form: order, wrapping and quoting; comments and meaning stay."""
    from generator.sheets import canonical

    failed = changed = 0
    for path in paths or sorted(_sheets(project)):
        raw = path.read_bytes()
        try:
            written = canonical(raw, _model_of(path), path.as_posix()).encode("utf-8")
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


def _sheets(project: Path) -> Iterable[Path]:
    docs = _docs(project)
    for pattern in ("actors.yml", "events.yml", "loaded-words.yml", "actors/*.yml", "events/*.yml", "articles/*.yml"):
        yield from (path for path in docs.glob(pattern) if not path.name.startswith("."))


def _model_of(path: Path) -> Any:
    from generator.model import ActorsFile, EventsFile, LoadedWordsFile, Sheet

    folder = path.resolve().parent.name
    models = {"actors": ActorsFile, "events": EventsFile, "loaded-words": LoadedWordsFile}
    return Sheet if folder == "articles" else models.get(folder) or models.get(path.stem) or Sheet


@main.command()
@PROJECT
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where a file is out of date.")
def schema(project: Path, only_check: bool) -> None:
    """Write the JSON Schema of sheets, actors, events and loaded words to briefings/schema/."""
    from generator.sheets import schema_text, schemas

    stale = 0
    docs = _docs(project)
    for name in schemas():
        path = docs / "schema" / f"{name}.json"
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
@click.option(
    "--published", metavar="EDTF", help="When the article was published; worked out from its words unless given."
)
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@click.option("--write", is_flag=True, help="Put the proposal into briefings/; what people wrote there stays.")
@click.option(
    "--explain", is_flag=True, help="Say for each fact which rule made it, and for each other sentence why none did."
)
@click.option("--model", metavar="NAME", help="Ask this model of the server at BRIEFINGS_MODEL_URL, not the rules.")
@click.option("--record", metavar="DIR", type=FOLDER, help="With --model: keep the server's answers in DIR.")
@click.option(
    "--replay", metavar="DIR", type=FOLDER, help="With --model: take the answers from DIR, not from a server."
)
@click.argument("articles", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
def derive(  # noqa: PLR0913 - one parameter for each option
    *,
    project: Path,
    published: str | None,
    form: str,
    write: bool,
    explain: bool,
    model: str | None,
    record: Path | None,
    replay: Path | None,
    articles: tuple[Path, ...],
) -> None:
    """Propose the fact sheet of each of ARTICLES, for a person to correct; every quote passes the checks."""
    from generator.dates import parse
    from generator.derive import batch, writing

    if (record or replay) and model is None:
        raise click.UsageError("--record and --replay are for answers of a model; name it with --model")
    complete = True
    try:
        site = batch.site_of(project, _docs(project) if write else project / "briefings")
        when = parse(published) if published else None
        if model is None and form == "yaml" and not (write or explain):
            sheets = _with_bar(batch.each(articles, site, when, writing.as_yaml), len(articles))
            click.echo("---\n".join(sheets), nl=False)
            return
        if model is None:
            made = _with_bar(batch.drafts(articles, site, when), len(articles))
        else:
            from generator.asking.batch import Source, asked

            answers = _with_bar(asked(articles, site, Source(model, record, replay), when), len(articles))
            made = [answer.draft for answer in answers if answer.draft is not None]
            complete = all(answer.complete for answer in answers)
            click.echo("".join(f"{report}\n" for answer in answers for report in answer.reports), nl=False, err=True)
        written = writing.write(made, site) if write else iter(())
        if write and model is None and any(draft.events for draft in made):
            # What the site lists now may bear out more, such as the parties to a war that it did not know.
            written = chain(written, _written_again(articles, project, when))
        for path in _each_once(written):
            click.echo(f"{path}: written")
    except BriefingsError as error:
        raise click.ClickException(str(error)) from error
    if explain:
        click.echo("".join(map(writing.explained, made)), nl=False)
    elif not write:
        click.echo(writing.as_json(made) if form == "json" else "---\n".join(map(writing.as_yaml, made)), nl=False)
    sys.exit(0 if complete else 1)


def _written_again(articles: Sequence[Path], project: Path, when: Edtf | None) -> Iterator[Path]:
    """The files that change where the same articles are read against what the site lists by then."""
    from generator.derive import batch, writing

    site = batch.site_of(project, _docs(project))
    yield from writing.write(batch.drafts(articles, site, when), site)


def _each_once(paths: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        if path not in seen:
            seen.add(path)
            yield path


def _with_bar(found: Iterable[T], length: int) -> list[T]:
    """All of them, with a progress bar while they come, if there are several."""
    with click.progressbar(found, length=length, file=sys.stderr, hidden=length == 1) as shown:
        return list(shown)


@main.command()
@PROJECT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--fail-under",
    metavar="PERCENT",
    type=click.IntRange(0, 100),
    default=0,
    help="Exit 1 where less of an article is cited or set aside.",
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
def coverage(project: Path, form: str, fail_under: int, articles: tuple[str, ...]) -> None:
    """Say what each ARTICLE's sentences are: cited by facts, set aside with a reason, or unread.

    An article goes by its path, by that of its sheet, or by the name of either; all of them unless given.
    """
    from generator import coverage
    from generator.corpus import load

    corpus = load(project, _docs(project))
    try:
        found = coverage.coverages(corpus, articles)
    except BriefingsError as error:
        raise click.ClickException(str(error)) from error
    click.echo(coverage.as_json(found) if form == "json" else coverage.as_text(found), nl=False)
    if corpus.problems:
        click.echo(f"{_count(len(corpus.problems), 'problem')} in the sheets; `briefings check` names them", err=True)
    if not articles:
        _list_unread(corpus)
    sys.exit(1 if any(one.read < fail_under for one in found) else 0)


@main.command()
@PROJECT
@click.option(
    "--use-directory-urls/--no-directory-urls",
    "directories",
    default=None,
    help="Whether the address of a page is a folder; as mkdocs.yml says unless given.",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(project: Path, directories: bool | None, folder: Path) -> None:
    """Write the pages as Markdown files with HTML blocks, and all other files, into FOLDER.

    Links within the blocks are final, so the generator that builds the pages must be told the same about
    addresses. One that moves links in HTML where addresses are folders, as Zensical does, needs
    --no-directory-urls.
    """
    from generator import exports
    from generator.corpus import load
    from generator.history import history_of
    from generator.pages import Addresses

    docs = _docs(project)
    if any(folder.resolve().is_relative_to(kept.resolve()) for kept in (docs, project / "seeds")):
        raise click.ClickException(f"{folder} is a folder of the project's own; choose one beside it")
    settings = _settings(project)
    if directories is not None:
        settings = replace(settings, addresses=Addresses(directories))
    try:
        corpus = load(project, docs)
        publication = exports.publish(corpus, settings, history_of(corpus))
        count = exports.write_markdown(publication, docs, folder)
    except ProblemsFound as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        raise _unwritten(error) from error
    click.echo(f"{_count(count, 'file')} in {folder}")


def _unwritten(error: OSError) -> click.ClickException:
    return click.ClickException(f"{error.filename} cannot be written: {error.strerror}; choose another folder")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Start a new site in FOLDER: it builds at once, and waits for its first article."""
    from generator.scaffold import create

    try:
        for path in create(folder):
            click.echo(f"{path}")
    except FileExistsError as error:
        raise click.ClickException(f"{error.filename} exists already; choose another folder") from error
    except OSError as error:
        raise _unwritten(error) from error


@main.command()
@PROJECT
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
@click.argument("base")
@click.argument("head", required=False)
def diff(project: Path, form: str, base: str, head: str | None) -> None:
    """Say what changed in the facts from BASE to HEAD, and what it does to the site.

    Both are git revisions or folders; HEAD is the working tree unless given. Exit 0 where nothing changed, 1 where
    something did, 2 where they cannot be compared.
    """
    from generator import review

    try:
        comparison = review.compare(project, base, head)
    except BriefingsError as error:
        raise _NotCompared(str(error)) from error
    write = {"text": review.as_text, "md": review.as_markdown, "json": review.as_json}[form]
    click.echo(write(comparison), nl=False)
    sys.exit(1 if comparison else 0)


class _NotCompared(click.ClickException):
    exit_code = 2


def _docs(project: Path) -> Path:
    """The folder of the sheets; a command never passes in silence over a folder that is no project."""
    docs = project / _settings(project).docs
    if not docs.is_dir():
        message = f"there is no folder {docs.name}/ in {project}; run this in a project, or give --project"
        raise click.ClickException(message)
    return docs


def _settings(project: Path) -> Settings:
    from generator.pages import ConfigurationError, read_settings

    try:
        return read_settings(project)
    except ConfigurationError as error:
        raise click.ClickException(str(error)) from error
