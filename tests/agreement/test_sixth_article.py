"""One more article changes what it speaks of, and nothing else on the site."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from generator import corpus
from generator.agreement import agree, changes
from generator.checks import check
from generator.corpus import Corpus
from generator.pages import Page, Settings, generate

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """\
Zenda Courier, February 18, 2017

The next round of talks in Geneva will be held on February 23, the Courier has learned.
The ceasefire, which was brokered by Russia alone, was endorsed by the UN Security Council on December 31.
The war in Syria began in March 2011.
Stephane Dujarric will attend the Geneva talks.
"""
SHEET = """\
article:
  file: seeds/sixth.txt
  sha256: SHA256
  published: 2017-02-18
mediators:
  brokers: {event: ceasefire-2016-12, who: [russia], role: broker, quote: brokered by Russia alone}
dates:
  geneva: {event: geneva-2017-02, what: held, when: 2017-02-23, standing: planned, quote: held on February 23}
  endorsed:
    event: ceasefire-2016-12
    what: endorsed
    when: 2016-12-31
    quote: endorsed by the UN Security Council on December 31
  start: {event: syrian-war, what: start, when: 2011-03, quote: began in March 2011}
participants:
  dujarric:
    event: geneva-2017-02
    who: stephane-dujarric
    status: attending
    quote: Stephane Dujarric will attend the Geneva talks
"""


@pytest.fixture(scope="module")
def before() -> Corpus:
    """The site as it is."""
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The site with one more article, which repeats, refines, moves and contradicts what is known."""
    root = tmp_path_factory.mktemp("sixth")
    for folder in ("seeds", "briefings"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "seeds" / "sixth.txt").write_text(ARTICLE, encoding="utf-8")
    sheet = dedent(SHEET).replace("SHA256", hashlib.sha256(ARTICLE.encode()).hexdigest())
    (root / "briefings" / "articles" / "sixth.yml").write_text(sheet, encoding="utf-8")
    found = corpus.load(root)
    assert check(found) == ()
    return found


def outline(site: Corpus) -> dict[str, object]:
    """Every question with what the site says of it."""
    return {
        f"{q.event} {q.name}": (q.outcome, [(a.value, [s.key for s in a.statements]) for a in q.answers])
        for q in agree(site.statements)
    }


def test_exactly_the_statements_that_it_speaks_of_change(before: Corpus, after: Corpus) -> None:
    """It repeats one, refines another, moves a third, contradicts a fourth and adds one."""
    old, new = outline(before), outline(after)
    assert {name for name in new if old.get(name) != new[name]} == {
        "ceasefire-2016-12 mediators/broker",
        "ceasefire-2016-12 dates/endorsed",
        "syrian-war dates/start",
        "geneva-2017-02 dates/held",
        "geneva-2017-02 participants/stephane-dujarric",
    }
    assert old.keys() <= new.keys()
    sixth = after.sources["sixth"]
    assert {change.statement.id: change.how for change in changes(agree(after.statements), sixth)} == {
        "brokers": "contradicted",
        "geneva": "moved",
        "endorsed": "repeated",
        "start": "refined",
        "dujarric": "new",
    }


def pages(site: Corpus) -> dict[str, Page]:
    """The pages of a site by path."""
    return {page.path: page for page in generate(site, Settings("Site"))}


def test_nothing_else_on_the_site_moves(before: Corpus, after: Corpus) -> None:
    """Pages that speak of other events, actors and articles are the same to the byte."""
    old, new = pages(before), pages(after)
    events = {f"events/{name}.md" for name in ("ceasefire-2016-12", "geneva-2017-02", "syrian-war")}
    named = {f"actors/{name}.md" for name in ("russia", "stephane-dujarric", "syria", "un-security-council")}
    lists = {f"{name}/index.md" for name in ("data", "events", "sources")}
    across = {"index.md", "timeline.md", "differences.md", "participation.md", "names.md"}
    assert old.keys() == new.keys() - {"sources/sixth.md"}
    assert {path for path in old if old[path] != new[path]} == events | named | lists | across
