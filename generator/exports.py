"""What leaves the project: the facts as JSON and CSV, and the whole site as pages and files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.agreement import chronology
from generator.checks import check
from generator.corpus import Corpus, Statement
from generator.errors import ProblemsFound
from generator.history import NOTHING_KNOWN, History
from generator.model import KINDS
from generator.pages import Addresses, Page, Settings, generate, source_page, template_folder
from generator.sheets import schema_text, schemas

_FIRST = ("id", "category", "article", "file", "event", "quote", "start", "end", "url", "since", "commit")


STYLESHEET = "assets/briefings.css"
"""The site's style sheet, by its path below the site's root and below `templates/`."""


@dataclass(frozen=True)
class Publication:
    """A site before a generator has put its theme around it: pages, and other files by path."""

    pages: tuple[Page, ...]
    files: Mapping[str, str]


def publish(corpus: Corpus, settings: Settings, history: History = NOTHING_KNOWN) -> Publication:
    """Everything that a site of this corpus holds; raises `ProblemsFound` with all that is wrong in it."""
    if problems := check(corpus):
        raise ProblemsFound(problems)
    data = data_files(corpus, settings.addresses, history)
    return Publication(generate(corpus, settings, history), {**data, **assets(settings)})


def assets(settings: Settings) -> dict[str, str]:
    """The files that the pages load: a site's own version where it has one."""
    folders = [folder for folder in (settings.templates, template_folder()) if folder is not None]
    found = next(path for folder in folders if (path := folder / Path(STYLESHEET)).is_file())
    return {STYLESHEET: found.read_text(encoding="utf-8")}


SHEETS = re.compile(r"(?:actors|events|loaded-words|(?:actors|articles|events)/[^/]+)\.yml|schema/[^/]+\.json")
"""What people write in the folder of the sheets and a site does not publish as it stands, by path in that folder."""


def is_sheet(path: str) -> bool:
    """Whether a file, given from the folder of the sheets, is a sheet or a schema and no page or file of the site."""
    return SHEETS.fullmatch(path) is not None


def write_markdown(publication: Publication, docs: Path, folder: Path) -> int:
    """Write a site below `folder` as Markdown pages with HTML blocks, and its other files; returns how many.

    What is hand-written in `docs` comes along; as in the build, it stands in the place of what is generated.
    """
    everything = {name: text.encode() for name, text in publication.files.items()}
    everything |= {page.path: page.whole().encode() for page in publication.pages}
    everything |= {name: path.read_bytes() for name, path in _written(docs)}
    for name, content in everything.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(everything)


def _written(docs: Path) -> Iterator[tuple[str, Path]]:
    """The pages and other files that people keep beside the sheets; names that begin with a dot are not for a site."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and not is_sheet(name) and not any(part.startswith(".") for part in name.split("/")):
            # README.md is the page of its folder, as MkDocs has it.
            yield re.sub(r"(^|/)README\.md$", r"\1index.md", name), path


def data_files(corpus: Corpus, addresses: Addresses, history: History = NOTHING_KNOWN) -> dict[str, str]:
    """The data files of a site by path."""
    records = [record(statement, addresses, history) for statement in sorted(corpus.statements, key=chronology)]
    made = {f"data/schema/{name}.json": schema_text(name) for name in schemas()}
    return {"data/facts.json": facts_json(records), "data/facts.csv": facts_csv(records), **made}


def record(statement: Statement, addresses: Addresses, history: History) -> dict[str, Any]:
    """One fact: its place, its quote with offsets in characters of the article file, and its own fields.

    `event` is there for every kind, by whatever key its sheet names it; `quote`, `start` and `end` are lists where
    the quote is one; `who` is a list of actor ids wherever the kind has it; dates are EDTF; `url` is the permalink,
    relative to the root of the site; `since` and `commit` tell the last change of the fact, and are None where it is
    not known.
    """
    fields = statement.fact.model_dump(mode="json", by_alias=True)
    fields.pop("event", None)
    quotes, spans = fields.pop("quote"), statement.spans
    several, change = len(quotes) > 1, history.get(statement.key)
    return {
        "id": statement.key,
        "category": statement.kind.section,
        "article": statement.source.id,
        "file": statement.source.article.file,
        "event": statement.fact.event,
        "quote": quotes if several else quotes[0],
        "start": [span.start for span in spans] if several else spans[0].start,
        "end": [span.end for span in spans] if several else spans[0].end,
        "url": f"{addresses.of(source_page(statement.source))}#{statement.id}",
        "since": change and change.day.isoformat(),
        "commit": change and change.commit,
        **fields,
    }


def facts_json(records: Iterable[dict[str, Any]]) -> str:
    """All facts as one JSON object with the key `facts`."""
    return json.dumps({"facts": list(records)}, ensure_ascii=False, indent=1) + "\n"


def facts_csv(records: Iterable[dict[str, Any]]) -> str:
    """All facts as CSV (RFC 4180), one a row; several values in one cell are separated by ` | `."""
    own = (field.alias or name for kind in KINDS for name, field in kind.model_fields.items())
    columns = tuple(dict.fromkeys((*_FIRST, *own)))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    for fact in records:
        writer.writerow({key: _cell(value) for key, value in fact.items()})
    return out.getvalue()


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = " | ".join(str(one) for one in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA):
        # A spreadsheet would run it as a formula (OWASP, "CSV injection").
        return f"'{value}"
    return "" if value is None else value
