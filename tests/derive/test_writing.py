"""A draft as YAML, as JSON, and in a site's files, where what people wrote stays as it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks import check
from generator.cli import main
from generator.corpus import load
from generator.derive.batch import Site, UnreadableArticleError, drafts, read_article
from generator.derive.writing import as_records, as_yaml, explained, missing, with_facts
from generator.errors import ProblemsFound
from tests.project import sha256

ARTICLE = """\
Peace talks between Ruritania and the Northern Liberation Front will be held on 12 May 2031.

Norway and Ghana brokered the ceasefire. "We will attend the talks," Foreign Minister Anna Berg of Ruritania said.
The weather was fine.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site with one article and no sheet."""
    run("init", str(tmp_path / "site"))
    (tmp_path / "site" / "seeds").mkdir(exist_ok=True)
    (tmp_path / "site" / "seeds" / "lake.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "site"


def run(*arguments: str) -> Result:
    """One command, in process."""
    return CliRunner().invoke(main, list(arguments))


def derive(site: Path, *options: str) -> Result:
    """`briefings derive` on the article of the site."""
    return run("derive", "--project", str(site), *options, str(site / "seeds" / "lake.txt"))


def test_yaml_is_a_sheet_in_canonical_form(site: Path) -> None:
    """It names the article with its sum, leaves unknown what is unknown, and has the editor's line."""
    lines = derive(site, "--published", "2031-05-08").output.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schema/sheet.json"
    assert lines[2:11] == [
        "article:",
        "  file: seeds/lake.txt",
        f"  sha256: {sha256(ARTICLE)}",
        "  title: null",
        "  publisher: null",
        "  agency: null",
        "  published: 2031-05-08",
        "  url: null",
        "  language: en",
    ]


def test_json_gives_each_fact_with_its_place(site: Path) -> None:
    """Each fact is one object; who is given as written, and the offsets are those of the file."""
    made = json.loads(derive(site, "--format", "json").output)
    assert made["file"] == "seeds/lake.txt"
    (mediators,) = [fact for fact in made["facts"] if fact["category"] == "mediators"]
    assert mediators["who"] == [{"id": "norway", "as_written": "Norway"}, {"id": "ghana", "as_written": "Ghana"}]
    assert ARTICLE[mediators["start"] : mediators["end"]] == mediators["quote"]
    assert mediators["role"] == "broker"


def test_written_drafts_pass_the_check_and_are_written_once(site: Path) -> None:
    """Sheet, actors and events are written; a second time there is nothing to add."""
    written = derive(site, "--write", "--published", "2031-05-08")
    assert [line.rsplit("/", 1)[1] for line in written.output.splitlines()] == [
        "lake.yml: written",
        "actors.yml: written",
        "events.yml: written",
    ]
    assert check(load(site)) == ()
    assert run("fmt", "--check", "--project", str(site)).exit_code == 0
    assert derive(site, "--write", "--published", "2031-05-08").output == ""


def test_what_people_wrote_stays(site: Path) -> None:
    """A fact that a person corrected is not proposed again beside it, and comments stay; what lacks is added."""
    derive(site, "--write", "--published", "2031-05-08")
    path = site / "briefings" / "articles" / "lake.yml"
    sheet = path.read_text(encoding="utf-8").replace("norway-ghana-broker:", "brokers:  # by hand")
    start = sheet.index("dates:")
    path.write_text(sheet[:start], encoding="utf-8")
    derive(site, "--write", "--published", "2031-05-08")
    after = path.read_text(encoding="utf-8")
    assert "brokers:  # by hand" in after
    assert "norway-ghana-broker" not in after
    assert after.replace("brokers:  # by hand", "norway-ghana-broker:") == sheet.replace(
        "brokers:  # by hand", "norway-ghana-broker:"
    )


def test_new_facts_go_to_the_end_of_their_section(site: Path) -> None:
    """The order of what people wrote stays."""
    derive(site, "--write", "--published", "2031-05-08")
    path = site / "briefings" / "articles" / "lake.yml"
    whole = path.read_text(encoding="utf-8")
    made = read_article(site / "seeds" / "lake.txt", Site(site, site / "briefings", {}, {}), None)
    keep = (
        "dates:\n  own:\n    event: talks\n    what: said\n    when: 2031-05-12\n    standing: planned\n"
        "    quote: on 12 May 2031\n"
    )
    shorter = whole[: whole.index("dates:")] + keep
    longer = with_facts(shorter, missing(shorter, made, "lake.yml"), "lake.yml")
    assert keep in longer
    assert longer.index("  own:") < longer.index("held-2031-05-12")


def test_what_a_new_event_bears_out_is_written_at_once(site: Path) -> None:
    """Parties to a war are proposed where the site lists the war: also one that the same run proposes."""
    text = "At least 300 people have been killed in the war in Norway. Norway has been fighting Ghana.\n"
    (site / "seeds" / "lake.txt").write_text(text, encoding="utf-8")
    told = derive(site, "--write", "--published", "2031-05-08").output.splitlines()
    assert len(told) == len(set(told))
    sheet = (site / "briefings" / "articles" / "lake.yml").read_text(encoding="utf-8")
    assert "role: party to the fighting" in sheet
    assert derive(site, "--write", "--published", "2031-05-08").output == ""


def test_only_actors_and_events_of_facts_that_are_added_are_proposed(site: Path) -> None:
    """An actor of a fact that the sheet has under another name is not listed for nothing."""
    made = read_article(site / "seeds" / "lake.txt", Site(site, site / "briefings", {}, {}), None)
    dates = [drafted for drafted in made.facts if drafted.kind.section == "dates"]
    part = made.only(dates)
    assert part.facts == tuple(dates)
    assert made.actors
    assert set(part.actors) < set(made.actors)
    assert set(part.events) == {drafted.fact.event for drafted in dates}


def test_what_people_say_in_a_sentence_of_their_own_is_not_said_again(site: Path) -> None:
    """A position stays as a person has put it, where it rests on the same words."""
    (site / "seeds" / "lake.txt").write_text("Norway rejected the truce. Ghana wants talks.\n", encoding="utf-8")
    derive(site, "--write", "--published", "2031-05-08")
    path = site / "briefings" / "articles" / "lake.yml"
    sheet = path.read_text(encoding="utf-8")
    own = sheet.replace("says: Rejects the truce", "says: Abhors the truce")
    assert own != sheet
    path.write_text(own, encoding="utf-8")
    assert derive(site, "--write", "--published", "2031-05-08").output == ""
    start = own.index("  norway-rejects-the-truce")
    end = own.index("  ghana-wants-talks")
    path.write_text(own[:start] + own[end:], encoding="utf-8")
    derive(site, "--write", "--published", "2031-05-08")
    assert "says: Rejects the truce" in path.read_text(encoding="utf-8")


def test_a_position_names_its_event_in_the_sheet_and_in_json(site: Path) -> None:
    """In the sheet under `on`; JSON has `event` for every kind as well."""
    (site / "seeds" / "lake.txt").write_text("Norway rejected the truce.\n", encoding="utf-8")
    assert "    on: ceasefire\n    who: norway\n    says: Rejects the truce\n" in derive(site).output
    made = json.loads(derive(site, "--format", "json").output)["facts"]
    (fact,) = [fact for fact in made if fact["category"] == "positions"]
    assert (fact["event"], fact["on"]) == ("ceasefire", "ceasefire")


def test_a_sheet_that_cannot_be_read_is_left_alone(site: Path) -> None:
    """The problem is told, and nothing is written."""
    path = site / "briefings" / "articles" / "lake.yml"
    path.write_text("article: [", encoding="utf-8")
    result = derive(site, "--write")
    assert result.exit_code == 1
    assert "Error: briefings/articles/lake.yml:2:1: " in result.output
    assert path.read_text(encoding="utf-8") == "article: ["
    made = read_article(site / "seeds" / "lake.txt", Site(site, site / "briefings", {}, {}), None)
    with pytest.raises(ProblemsFound):
        missing("article: {}\n", made, "lake.yml")


def test_an_explanation_accounts_for_every_sentence(site: Path) -> None:
    """Each fact has its rule, each other sentence its reason."""
    text = derive(site, "--explain", "--published", "2031-05-08").output
    assert "mediators.norway-ghana-broker: rule " in text
    assert "no fact: it names no actor, date or number: The weather was fine." in text


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read"), (b"\xff", "is not UTF-8: byte 1 cannot be read"), (b"a" * 2_200_000, "is larger than")],
)
def test_an_article_that_cannot_be_read_says_why(site: Path, content: bytes | None, message: str) -> None:
    """With the remedy."""
    path = site / "seeds" / "lake.txt"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    result = derive(site)
    assert result.exit_code == 1
    assert message in result.output


def test_only_articles_of_the_site_get_a_sheet(site: Path, tmp_path: Path) -> None:
    """The sheet's path must lead to the article."""
    (tmp_path / "elsewhere.txt").write_text(ARTICLE, encoding="utf-8")
    result = run("derive", "--project", str(site), "--write", str(tmp_path / "elsewhere.txt"))
    assert result.exit_code == 1
    assert "lies outside seeds/" in result.output


def test_a_site_whose_actors_cannot_be_read_is_a_problem(site: Path) -> None:
    """The names of its actors are needed."""
    (site / "briefings" / "actors.yml").write_text("a: 1\n", encoding="utf-8")
    result = derive(site)
    assert result.exit_code == 1
    assert "actors.yml:1:" in result.output


def test_a_date_that_is_none_is_told(site: Path) -> None:
    """With what a date looks like."""
    result = derive(site, "--published", "yesterday")
    assert result.exit_code == 1
    assert "'yesterday' is not a date" in result.output


def test_many_articles_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    """Processes share nothing."""
    paths = []
    for number in range(10):
        path = tmp_path / f"a{number}.txt"
        path.write_text(ARTICLE.replace("12 May", f"{number + 1} May"), encoding="utf-8")
        paths.append(path)
    site = Site(tmp_path, tmp_path / "briefings", {}, {})
    forwards = [as_yaml(draft) for draft in drafts(paths, site)]
    backwards = [as_yaml(draft) for draft in drafts(paths[::-1], site)]
    assert forwards == backwards[::-1]
    assert as_records(read_article(paths[3], site, None)) == as_records(list(drafts(paths, site))[3])
    with pytest.raises(UnreadableArticleError):
        list(drafts([tmp_path / "none.txt"], site))
    assert explained(read_article(paths[0], site, None))


def test_a_new_actor_goes_by_every_name_of_the_articles_that_propose_it(site: Path) -> None:
    """Two articles that name one state differently propose it once."""
    other = ARTICLE.replace("Norway and Ghana", "Oslo and Accra").replace("Northern", "Southern")
    (site / "seeds" / "other.txt").write_text(other, encoding="utf-8")
    both = [str(path) for path in sorted((site / "seeds").glob("*.txt"))]
    result = run("derive", "--project", str(site), "--write", "--published", "2031-05-08", *both)
    assert result.exit_code == 0, result.output
    assert load(site).actors["norway"].also == ("Oslo",)
    assert check(load(site)) == ()


def test_the_rules_load_only_when_they_are_needed() -> None:
    """`briefings check` does not wait for them."""
    code = "import sys, generator.cli; sys.exit('generator.derive' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
