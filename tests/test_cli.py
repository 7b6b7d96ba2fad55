"""The commands: what they print, what they write, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.corpus import load
from generator.exports import publish
from generator.pages import Settings
from generator.sheets import read_document, schema_line, schemas
from tests.building import BUILD, briefings, files_below, run
from tests.project import write_project, write_small_project
from tests.site_checks import problems_of

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project."""
    return write_small_project(tmp_path / "project")


def break_courier(project: Path) -> None:
    """Change one word of a quote."""
    sheet = project / "briefings" / "articles" / "courier.yml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Freedonia alone", "Sylvania alone"), encoding="utf-8")


PROBLEM = (
    "briefings/articles/courier.yml:17:12: mediators.mediator.quote: the quote alters seeds/courier.txt:2:1: "
    "it has 'Sylvania' where the article has 'Freedonia'; quote the article as it stands"
)


def test_check_of_a_sound_project(project: Path) -> None:
    """Nothing on standard output, a count on standard error, exit code 0."""
    result = briefings("check", "--project", project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "2 articles, 10 facts: 0 problems\n")


def test_check_of_a_broken_project(project: Path) -> None:
    """One problem a line with its place and remedy, exit code 1."""
    break_courier(project)
    result = briefings("check", "--project", project)
    assert (result.exit_code, result.stdout) == (1, f"{PROBLEM}\n")
    assert result.stderr == "2 articles, 10 facts: 1 problem\n"


def test_check_names_articles_without_a_sheet(project: Path) -> None:
    """An article that waits is no problem, and is not passed over."""
    (project / "seeds" / "later.txt").write_text("Later.", encoding="utf-8")
    result = briefings("check", "--project", project)
    assert result.exit_code == 0
    assert result.stderr == "2 articles, 10 facts: 0 problems\nseeds/later.txt has no fact sheet yet\n"


def test_check_in_json(project: Path) -> None:
    """Each problem by its fields, for other programs."""
    break_courier(project)
    result = briefings("check", "--format", "json", "--project", project)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "problems": [
            {
                "path": "briefings/articles/courier.yml",
                "line": 17,
                "column": 12,
                "where": "mediators.mediator.quote",
                "message": PROBLEM.split(": ", 2)[2].rsplit("; ", 1)[0],
                "remedy": "quote the article as it stands",
                "rule": "quotes-stand",
            }
        ]
    }


def test_check_for_github(project: Path) -> None:
    """A workflow command a problem, with what would end a field or a line escaped."""
    sheet = project / "briefings" / "articles" / "courier.yml"
    sheet.rename(sheet.with_name("a, 100%: b.yml"))
    break_here = sheet.with_name("a, 100%: b.yml")
    text = break_here.read_text(encoding="utf-8").replace("Freedonia alone", "Freedonia, 100% alone")
    break_here.write_text(text, encoding="utf-8")
    result = briefings("check", "--format", "github", "--project", project)
    assert result.exit_code == 1
    command, _, message = result.stdout.partition("::error ")[2].partition("::")
    assert command == ("file=briefings/articles/a%2C 100%25%3A b.yml,line=17,col=12,title=mediators.mediator.quote")
    assert "100 %25" in message
    assert message.count("\n") == 1


def test_check_of_a_folder_that_is_no_project(tmp_path: Path) -> None:
    """Nothing is sound in a folder that holds no sheets."""
    for command in ("check", "fmt", "schema", "export"):
        arguments = [command, "--project", tmp_path, *([tmp_path / "out"] if command == "export" else [])]
        result = briefings(*arguments)
        assert result.exit_code == 1
        assert result.stderr == (
            f"Error: there is no folder briefings/ in {tmp_path}; run this in a project, or give --project\n"
        )
    assert list(tmp_path.iterdir()) == []


def test_the_project_is_the_current_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless another is given."""
    monkeypatch.chdir(project)
    assert briefings("check").stderr == "2 articles, 10 facts: 0 problems\n"


def test_a_project_may_keep_its_sheets_elsewhere(project: Path) -> None:
    """The folder of the sheets is MkDocs' docs_dir."""
    (project / "briefings").rename(project / "papers")
    (project / "mkdocs.yml").write_text("docs_dir: papers\n", encoding="utf-8")
    assert briefings("check", "--project", project).exit_code == 0
    assert "papers/schema/sheet.json" in briefings("schema", "--project", project).stdout


def test_a_broken_mkdocs_yml_is_one_sentence(project: Path) -> None:
    """No traceback for what a person wrote."""
    (project / "mkdocs.yml").write_text("- a\n", encoding="utf-8")
    result = briefings("check", "--project", project)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {project}/mkdocs.yml holds no settings; write `site_name: …` into it\n"


UNTIDY = """\
mediators:
  mediator:
    # why this one
    role: mediator
    who: [ freedonia ]
    quote: 'The talks, mediated by Freedonia alone'
    event: zenda-talks
"""
TIDY = """\
mediators:
  mediator:
    event: zenda-talks
    who: [freedonia]
    # why this one
    role: mediator
    quote: The talks, mediated by Freedonia alone
"""


def test_fmt(tmp_path: Path) -> None:
    """Order, wrapping and quoting become canonical, comments stay, and a second run changes nothing."""
    root = write_project(tmp_path, sheets={"a": "article: {}\n"}, actors="", events="")
    sheet = root / "briefings" / "articles" / "a.yml"
    sheet.write_text(UNTIDY, encoding="utf-8")
    checked = briefings("fmt", "--check", "--project", root)
    assert (checked.exit_code, sheet.read_text(encoding="utf-8")) == (1, UNTIDY)
    assert checked.stdout == f"{sheet}: is not in canonical form; run `briefings fmt`\n"
    formatted = briefings("fmt", "--project", root)
    assert (formatted.exit_code, formatted.stdout) == (0, f"{sheet}: formatted\n")
    assert sheet.read_text(encoding="utf-8") == TIDY
    for arguments in (["--check"], []):
        again = briefings("fmt", *arguments, "--project", root)
        assert (again.exit_code, again.output) == (0, "")


def test_fmt_of_single_files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read as what its folder or its name says that it is."""
    docs = project / "briefings"
    before = files_below(docs)
    assert set(briefings("fmt", docs / "actors.yml", docs / "events.yml").stdout.splitlines()) == {
        f"{docs / 'actors.yml'}: formatted",
        f"{docs / 'events.yml'}: formatted",
    }
    assert files_below(docs).keys() == before.keys()
    (docs / "articles" / "actors.yml").write_text(UNTIDY, encoding="utf-8")
    monkeypatch.chdir(docs / "articles")
    assert briefings("fmt", "actors.yml").stdout == "actors.yml: formatted\n"
    assert (docs / "articles" / "actors.yml").read_text(encoding="utf-8") == TIDY
    (docs / "events").mkdir()
    more = docs / "events" / "more.yml"
    more.write_text("talks:\n  kind: talks\n  title: Talks\n", encoding="utf-8")
    assert briefings("fmt", "--project", project).stdout == f"{more}: formatted\n"
    assert more.read_text(encoding="utf-8") == "talks:\n  title: Talks\n  kind: talks\n"


def test_fmt_says_what_cannot_be_read(project: Path) -> None:
    """A file that is no sheet stays as it is, with its problem; the others are formatted."""
    docs = project / "briefings"
    (docs / "actors.yml").write_text("ruritania: [\n", encoding="utf-8")
    (docs / ".#actors.yml").symlink_to(docs / "nowhere")
    result = briefings("fmt", "--project", project)
    assert result.exit_code == 1
    assert f"{docs / 'actors.yml'}:2:1: " in result.stderr
    assert result.stdout == f"{docs / 'events.yml'}: formatted\n"
    assert (docs / "actors.yml").read_text(encoding="utf-8") == "ruritania: [\n"


def test_schema(project: Path) -> None:
    """The schemas are written where the first line of a file leads an editor, and compared by --check."""
    folder = project / "briefings" / "schema"
    missing = briefings("schema", "--check", "--project", project)
    assert missing.exit_code == 1
    assert missing.stdout == "".join(
        f"{folder / name}.json: is out of date; run `briefings schema`\n" for name in schemas()
    )
    assert not folder.exists()
    assert briefings("schema", "--project", project).stdout == "".join(
        f"{folder / name}.json: written\n" for name in schemas()
    )
    for arguments in (["--check"], []):
        again = briefings("schema", *arguments, "--project", project)
        assert (again.exit_code, again.output) == (0, "")
    (folder / "actors.json").write_text("{}", encoding="utf-8")
    assert briefings("schema", "--check", "--project", project).exit_code == 1
    for name, place in (("sheet", "articles"), ("actors", "."), ("events", ".")):
        named = schema_line(name).partition("$schema=")[2]
        assert (project / "briefings" / place / named).resolve() == (folder / f"{name}.json").resolve()


def test_the_sheets_of_this_repository_name_their_schema(tmp_path: Path) -> None:
    """The first line of each file leads an editor to a file that is there; so it is in a new site."""
    briefings("init", tmp_path)
    for docs in (ROOT / "briefings", tmp_path / "briefings"):
        sheets = [*docs.glob("*.yml"), *docs.glob("*/*.yml")]
        assert len(sheets) >= 2
        for sheet in sheets:
            first = sheet.read_text(encoding="utf-8").splitlines()[0]
            assert (sheet.parent / first.removeprefix("# yaml-language-server: $schema=")).is_file(), sheet


def test_schema_accepts_the_sheets(project: Path) -> None:
    """What the commands take, an editor takes too."""
    briefings("schema", "--project", project)
    docs = project / "briefings"
    for name, paths in {"sheet": docs.glob("articles/*.yml"), "actors": [docs / "actors.yml"]}.items():
        schema = json.loads((docs / "schema" / f"{name}.json").read_text(encoding="utf-8"))
        for path in paths:
            document, _ = read_document(path.name, path.read_bytes())
            assert document is not None
            assert list(Draft202012Validator(schema).iter_errors(document.data)) == []


def test_export(project: Path, tmp_path: Path) -> None:
    """The pages as Markdown, the other files, and what people wrote, as mkdocs.yml says."""
    (project / "mkdocs.yml").write_text("site_name: Zenda papers\nuse_directory_urls: false\n", encoding="utf-8")
    (project / "briefings" / "about.md").write_text("# About\n", encoding="utf-8")
    out = tmp_path / "out"
    result = briefings("export", "--project", project, out)
    files = files_below(out)
    assert (result.exit_code, result.output) == (0, f"{len(files)} files in {out}\n")
    publication = publish(load(project), Settings("Zenda papers"))
    assert files.keys() == {page.path for page in publication.pages} | publication.files.keys() | {"about.md"}
    assert b"<h1>Zenda papers</h1>" in files["index.md"]
    assert b'href="../events/zenda-talks.html"' in files["sources/gazette.md"]


def test_export_of_a_broken_project(project: Path, tmp_path: Path) -> None:
    """Nothing is written while anything is wrong."""
    break_courier(project)
    result = briefings("export", "--project", project, tmp_path / "out")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{PROBLEM}\n")
    assert not (tmp_path / "out").exists()


def test_export_with_a_broken_template(project: Path, tmp_path: Path) -> None:
    """A template of the site's own that fails is a problem as well."""
    (project / "templates").mkdir()
    (project / "templates" / "method.html").write_text("{{ nothing }}", encoding="utf-8")
    result = briefings("export", "--project", project, tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == (
        "templates/method.html:1:1: method.md: the template fails: 'nothing' is undefined; mend the template\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("folder", ["briefings", "briefings/out", "seeds"])
def test_export_keeps_out_of_the_project_s_own_folders(project: Path, folder: str) -> None:
    """A page written among the sheets would be taken for a hand-written one."""
    before = files_below(project)
    result = briefings("export", "--project", project, project / folder)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {project / folder} is a folder of the project's own; choose one beside it\n"
    assert files_below(project) == before


def test_a_folder_that_cannot_be_written(project: Path, tmp_path: Path) -> None:
    """One sentence for what the file system refuses."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for arguments in (["export", "--project", project], ["init"]):
        result = briefings(*arguments, tmp_path / "file" / "below")
        assert result.exit_code == 1
        assert result.stderr.endswith(" cannot be written: Not a directory; choose another folder\n")


def test_init_makes_a_site_that_builds(tmp_path: Path) -> None:
    """A new site builds strictly at once, without an article, and names each file that it made."""
    site = tmp_path / "new"
    result = briefings("init", site)
    assert result.exit_code == 0
    made = set(files_below(site))
    assert {(site / name).as_posix() for name in made} == set(result.output.splitlines())
    assert {"mkdocs.yml", ".gitattributes", "briefings/actors.yml", "briefings/schema/sheet.json"} <= made
    assert (site / "seeds").is_dir()
    assert (site / "briefings" / "articles").is_dir()
    built = run(*BUILD, cwd=site)
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    assert problems_of(site) == []
    assert briefings("check", "--project", site).stderr == "0 articles, 0 facts: 0 problems\n"
    assert briefings("fmt", "--check", "--project", site).output == ""
    assert briefings("schema", "--check", "--project", site).output == ""


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """Where one of its files is there already, none is written."""
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "events.yml").write_text("mine", encoding="utf-8")
    result = briefings("init", tmp_path)
    assert result.exit_code == 1
    assert result.output == f"Error: {tmp_path}/briefings/events.yml exists already; choose another folder\n"
    assert files_below(tmp_path) == {"briefings/events.yml": b"mine"}


def test_a_first_article_in_a_new_site(tmp_path: Path) -> None:
    """An article, a sheet, its actors and its events make a site with facts."""
    briefings("init", tmp_path)
    write_small_project(tmp_path)
    assert briefings("check", "--project", tmp_path).stderr == "2 articles, 10 facts: 0 problems\n"


def test_help_names_every_command() -> None:
    """And the version is that of the package."""
    text = briefings("--help").output
    assert all(f"\n  {command} " in text for command in ("check", "export", "fmt", "init", "schema"))
    assert briefings("--version").output.startswith("briefings, version ")


@pytest.mark.parametrize(
    ("option", "link"),
    [("--use-directory-urls", "../../events/zenda-talks/"), ("--no-directory-urls", "../events/zenda-talks.html")],
)
def test_export_for_either_style_of_addresses(project: Path, tmp_path: Path, option: str, link: str) -> None:
    """Links in blocks are final, so they are written for the generator that builds the pages."""
    assert briefings("export", "--project", project, option, tmp_path / "out").exit_code == 0
    assert f'href="{link}"' in (tmp_path / "out" / "sources" / "gazette.md").read_text(encoding="utf-8")
