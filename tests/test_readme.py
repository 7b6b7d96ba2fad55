"""The documents keep their word: commands run, examples are the real ones, and nothing is left undocumented."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import click
import pytest
import yaml

from generator import model
from generator.cli import main
from generator.corpus import load
from generator.exports import data_files
from generator.pages import Addresses
from generator.sheets import read_document, validate

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE_SHEET = "briefings/articles/001_376577d849411580.yml"
SUM = "the sum of step 1"

FENCED = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


class Fenced(NamedTuple):
    """One fenced block of a document."""

    language: str
    text: str


def fenced(text: str) -> Iterator[Fenced]:
    """The fenced blocks in order, without the indentation of the list that they stand in."""
    for _, language, body in FENCED.findall(text):
        yield Fenced(language, dedent(body))


def example(language: str, words: str) -> str:
    """The one block of the README in `language` that holds `words`."""
    (found,) = (block.text for block in fenced(README) if block.language == language and words in block.text)
    return found


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the commands work on, under git, with `make site` behind it and an article in Downloads."""
    copy = tmp_path / "project"
    for folder in ("seeds", "briefings", "templates"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    activate = copy / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.touch()
    downloads = tmp_path / "home" / "Downloads"
    downloads.mkdir(parents=True)
    (downloads / "river-talks.txt").write_text("Ruritania and Osterlich will meet on the river.\n", encoding="utf-8")
    run("git init --quiet && git add seeds briefings && git commit --quiet --message Start", copy)
    return copy


def run(script: str, folder: Path) -> str:
    """Run a shell script there as a person would after `make site`; its output, or a failure that shows it."""
    env = (
        os.environ
        | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder.parent / "home"),
            "NO_MKDOCS_2_WARNING": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        | {f"GIT_{who}_{what}": "reader@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    )
    done = subprocess.run(
        ["sh", "-euc", script],
        check=False,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}"
    return done.stdout


def test_commands_of_the_readme_run_in_its_order(checkout: Path) -> None:
    """Every command in a `sh` block works as printed, and the sheet between them is one that passes."""
    printed = ""
    for language, text in fenced(README):
        if language == "yaml" and SUM in text:
            (path,) = set(re.findall(r"Write `(briefings/\S+\.yml)`", README))
            digest = run(f"sha256sum {yaml.safe_load(text)['article']['file']}", checkout).split()[0]
            (checkout / path).write_text(text.replace(SUM, digest), encoding="utf-8")
        elif language == "sh":
            printed += run(text, checkout)
    assert "seeds/river-talks.txt has no fact sheet yet" in printed
    assert run("git log -1 --format=%s", checkout).strip() == "Add the article on the river talks"
    assert run("git status --porcelain seeds briefings", checkout) == ""
    assert (checkout.parent / "river-talks" / "site" / "index.html").is_file()
    assert (checkout.parent / "pages" / "index.md").is_file()


def test_template_of_the_readme_overrides_one_block(checkout: Path) -> None:
    """A site's own template leaves out the section that the README says, and nothing else."""
    shutil.rmtree(checkout / "templates")
    run("briefings export whole", checkout)
    own = checkout / "templates" / "event.html"
    own.parent.mkdir()
    own.write_text(example("html", "built-in/event.html"), encoding="utf-8")
    run("briefings export less", checkout)
    whole, less = (
        {path.name: headings(path) for path in (checkout / folder / "events").glob("*.md")}
        for folder in ("whole", "less")
    )
    assert any("How it changed" in titles for titles in whole.values())
    assert less == {name: [title for title in titles if title != "How it changed"] for name, titles in whole.items()}


def headings(path: Path) -> list[str]:
    """The section headings of an exported page."""
    return re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_example_sheet_is_verbatim_and_loads() -> None:
    """Each paragraph of the example stands in the committed sheet, and the example is a valid sheet."""
    text = example("yaml", "ceasefire-brokers")
    sheet = (ROOT / EXAMPLE_SHEET).read_text(encoding="utf-8")
    missing = [piece for piece in text.strip("\n").split("\n\n") if f"{piece}\n" not in sheet]
    assert missing == []
    document, problems = read_document("README.md", text.encode())
    assert document is not None
    assert not problems
    value, problems = validate(document, model.Sheet)
    assert value is not None
    assert not problems


def test_example_of_what_is_set_aside_is_in_a_committed_sheet() -> None:
    """The entry shown stands in a sheet as it is shown."""
    entry = example("yaml", "set_aside:").partition("\n")[2]
    assert any(entry in path.read_text(encoding="utf-8") for path in (ROOT / "briefings" / "articles").glob("*.yml"))


def test_example_of_a_review_is_verbatim() -> None:
    """The fact that CONTRIBUTING reviews stands in the sheet that it names, to the letter."""
    text = texts()["CONTRIBUTING.md"]
    (fact,) = re.findall(r"from \[`\S+`\]\(\S+\):\n\n```yaml\n(.*?)```", text, re.DOTALL)
    assert f"\n{fact}" in (ROOT / EXAMPLE_SHEET).read_text(encoding="utf-8")
    assert f"from [`{EXAMPLE_SHEET}`]({EXAMPLE_SHEET}):" in text


def test_example_hooks_are_those_of_the_repository() -> None:
    """What another repository is told to use is what this one offers."""
    shown = yaml.safe_load(example("yaml", "repos:"))["repos"][0]["hooks"]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in shown] == [hook["id"] for hook in offered]


def test_example_list_of_loaded_words_is_valid() -> None:
    """The list shown is one that the check reads."""
    document, problems = read_document("README.md", example("yaml", "allowed:").encode())
    assert document is not None
    assert not problems
    value, problems = validate(document, model.LoadedWordsFile)
    assert value is not None
    assert not problems


def test_example_configuration_is_the_sites_own() -> None:
    """The line that a site needs is the line that this site has."""
    assert example("yaml", "plugins:") in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def test_example_record_is_in_the_data() -> None:
    """The object shown from facts.json is one that the site publishes, key by key and in order."""
    shown = json.loads(example("json", "ceasefire-brokers"))
    published = json.loads(data_files(load(ROOT), Addresses(True))["data/facts.json"])
    (record,) = (fact for fact in published["facts"] if fact["id"] == shown["id"])
    assert list(shown.items()) == list(record.items())


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_is_documented(name: str) -> None:
    """The table of interfaces names each command of `briefings --help`, and the README each option."""
    assert f"| `briefings {name}` |" in README
    options = [
        option for param in main.commands[name].params if isinstance(param, click.Option) for option in param.opts
    ]
    assert [option for option in options if f"`{option}`" not in README] == []


def test_every_documented_command_exists() -> None:
    """No document speaks of a `briefings` command that is not there."""
    spoken = {name for text in texts().values() for name in re.findall(r"`(?:[^`\n]* )?briefings ([a-z]+)", text)}
    assert spoken - set(main.commands) == set()


def test_every_make_target_is_documented_and_exists() -> None:
    """The README names every target that `make` lists, and no document another."""
    listed = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    spoken = {name: set(re.findall(r"`make ([a-z]+)", text)) for name, text in texts().items()}
    assert spoken["README.md"] | {"help"} == listed | {"help"}
    assert set().union(*spoken.values()) <= listed


def test_every_key_and_word_of_a_sheet_is_documented() -> None:
    """The README names each key of an article and of a fact, and each word of their vocabularies."""
    models: tuple[type[model.Entry], ...] = (model.Article, model.SetAside, *model.KINDS)
    keys = {field.alias or name for entry in models for name, field in entry.model_fields.items()}
    vocabularies = (model.Status, model.Role, model.DateKind, model.Standing, model.Measure, model.AsideReason)
    words = {word for literal in vocabularies for word in model.vocabulary(literal)}
    assert sorted(word for word in keys | words if f"`{word}`" not in README) == []


def test_tree_of_the_readme_is_there() -> None:
    """Each path under "Where things are" exists."""
    tree = example("text", "pyproject.toml")
    assert [path for path in re.findall(r"^\S+", tree, re.MULTILINE) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """Each relative link and picture of a document exists, and each anchor is a heading there."""
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", texts()[name]):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        file = ROOT / (path or name)
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def anchors(file: Path) -> set[str]:
    """The anchors that a forge gives to the headings of a document."""
    titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}


def texts() -> dict[str, str]:
    """The documents by name."""
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
