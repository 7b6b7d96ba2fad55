"""`briefings derive --model`: answers of every sort become a draft of checked facts, or a clear report."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.checks import check
from generator.cli import main
from generator.corpus import load
from tests.asking.server import KEY, Reply, completion, facts, failure, played

MEDIATORS = {
    "quote": ["The talks are mediated by Freedonia and Sylvania"],
    "said_by": None,
    "who": ["Freedonia", "Sylvania"],
    "role": "mediator",
}
REFUSAL = {
    "quote": ["Osterlich has refused to attend"],
    "said_by": None,
    "who": ["Osterlich"],
    "status": "refused",
    "role": None,
    "for": None,
    "count": None,
}
KILLED = {
    "quote": ["At least 1,200 people have been killed in the border war since March 2031, according to Rufus Firefly"],
    "said_by": "Rufus Firefly",
    "measure": "killed",
    "low": 1200,
    "high": None,
    "about": False,
    "as_of": None,
    "period": None,
}
TALKS = {
    "quote": ["will meet in Zenda on May 12"],
    "said_by": None,
    "what": "held",
    "when": "2031-05-12",
    "standing": "planned",
}
EXCLUDED = {"quote": ["The Iron Guard is excluded from the talks"], "said_by": None, "who": ["Iron Guard"]}
GOOD = facts(
    participants=[REFUSAL],
    mediators=[MEDIATORS],
    dates=[TALKS],
    casualty_estimates=[KILLED],
    excluded_groups=[EXCLUDED],
)
GAZETTE = "seeds/gazette.txt"

pytestmark = pytest.mark.usefixtures("project")


def ask(monkeypatch: pytest.MonkeyPatch, replies: Sequence[Reply], *arguments: str) -> tuple[Result, list[str]]:
    """The outcome of `briefings derive --model parrot`, with what the server was asked."""
    with played(*replies) as server:
        monkeypatch.setenv("BRIEFINGS_MODEL_URL", server.url)
        monkeypatch.setenv("BRIEFINGS_MODEL_KEY", KEY)
        result = derive(*arguments)
    assert KEY not in result.output
    return result, server.prompts()


def derive(*arguments: str) -> Result:
    """The outcome of `briefings derive --model parrot`, which never ends in a traceback."""
    result = CliRunner().invoke(main, ["derive", "--model", "parrot", "--published", "2031-05-08", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def proposed(result: Result) -> list[dict[str, Any]]:
    """The facts of a draft that was asked for as JSON."""
    found: list[dict[str, Any]] = json.loads(result.stdout)["facts"]
    return found


def test_an_answer_becomes_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are those of the site's actors, facts go to its events, ids say what they are; nothing is sent back."""
    result, prompts = ask(monkeypatch, [GOOD], "--format", "json", GAZETTE)
    assert (result.exit_code, result.stderr, len(prompts)) == (0, "", 1)
    assert [(fact["id"], fact["event"]) for fact in proposed(result)] == [
        ("osterlich-refused", "zenda-talks"),
        ("freedonia-sylvania-mediator", "zenda-talks"),
        ("zenda-talks-held-2031-05-12", "zenda-talks"),
        ("killed-1200", "border-war"),
        ("iron-guard-excluded", "zenda-talks"),
    ]
    assert proposed(result)[1]["who"] == [
        {"id": "freedonia", "as_written": "Freedonia"},
        {"id": "sylvania", "as_written": "Sylvania"},
    ]


@pytest.mark.parametrize(
    ("key", "good", "change", "reason"),
    [
        (
            "mediators",
            MEDIATORS,
            {"quote": ["The talks were mediated by Freedonia and Sylvania"]},
            f"quote: the quote alters {GAZETTE}:4:1: it has 'were' where the article has 'are'; quote the article as",
        ),
        ("mediators", MEDIATORS, {"who": ["Freedonia"]}, "who: the quote lists 'Sylvania' beside"),
        ("participants", REFUSAL, {"who": ["Ruritania"]}, "who: the quote does not name Ruritania (ruritania)"),
        ("participants", REFUSAL, {"status": "attending"}, "status: the quote negates what 'attending' says"),
        ("participants", REFUSAL, {"status": "went"}, "status: 'went' is not one of the words for 'status'"),
        ("participants", REFUSAL, {"role": "aggressor"}, "role: the quote does not hold these words"),
        ("participants", REFUSAL, {"who": None}, "says of nobody that they take part"),
        ("participants", REFUSAL, {"who": ["they"]}, "'they' is no name; write a name that the article prints"),
        ("participants", REFUSAL, {"who": ["Graustark"]}, "the article does not print the name 'Graustark'"),
        ("participants", REFUSAL, {"who": {"id": "osterlich"}}, "who: is no list of texts; write at least one text"),
        ("participants", REFUSAL, {"for": ["Osterlich"]}, "for: is no text; write one text, or null"),
        ("participants", REFUSAL, {"count": 40}, "count: the quote gives no number 40"),
        ("participants", REFUSAL, {"count": "40"}, "count: '40' is not a whole number"),
        ("dates", TALKS, {"when": "2031-05-13"}, "when: the quote dates it by 'May 12' (2031-05-12), not 2031-05-13"),
        ("dates", TALKS, {"when": "soon"}, "when: "),
        ("dates", TALKS, {"standing": "reported"}, "standing: 2031-05-12 is reported, but lies after the article"),
        ("dates", TALKS, {"quote": []}, "quote: is no list of texts; write at least one text"),
        ("dates", TALKS, {"quote": ["May 12"] * 101}, "quote: is longer than any fact needs"),
        ("dates", TALKS, {"because": "The talks are in May."}, "there is no key 'because' here; the keys here are"),
        ("dates", TALKS, {"event": "border-war"}, "there is no key 'event' here; the keys here are"),
        ("casualty_estimates", KILLED, {"low": 12000}, "low: the quote gives 'At least 1,200' for this, not"),
        ("casualty_estimates", KILLED, {"said_by": None}, "said_by: the words are those of Rufus Firefly"),
        ("casualty_estimates", KILLED, {"low": None}, "gives no number"),
        ("excluded_groups", EXCLUDED, {"quote": ["The Iron Guard"]}, "who: nothing in the quote excludes anybody"),
    ],
)  # fmt: skip
def test_what_fails_a_check_is_sent_back_once(
    monkeypatch: pytest.MonkeyPatch, key: str, good: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    """With the reason in the project's words; wrong again, it is dropped and reported."""
    bad = facts(**{key: [{**good, **change}]})
    result, prompts = ask(monkeypatch, [bad], "--format", "json", GAZETTE)
    assert (result.exit_code, proposed(result), len(prompts)) == (0, [], 2)
    (sent,) = json.loads(prompts[1][prompts[1].index("[\n") :])
    assert sent["refused_because"].startswith(reason)
    assert sent["item"] == {**good, **change}
    assert [line.partition(": ")[2][:12] for line in result.stderr.splitlines()] == [
        "sent back: " + key[:1],
        "refused agai",
        "1 of its fac",
        "parrot state",
    ]
    assert reason in result.stderr


def test_it_asks_where_a_loop_runs_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a notebook: the caller's event loop is not its own."""

    async def called() -> Result:
        return ask(monkeypatch, [facts(mediators=[MEDIATORS])], GAZETTE)[0]

    with ThreadPoolExecutor(max_workers=1) as thread:  # a browser's loop may run in this one
        result = thread.submit(lambda: asyncio.run(called())).result()
    assert "freedonia-sylvania-mediator:" in result.output


def test_what_comes_back_right_is_a_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside what was right from the start, and with a report of what was wrong with it."""
    first = facts(mediators=[MEDIATORS], dates=[{**TALKS, "when": "2031-05-13"}])
    result, _ = ask(monkeypatch, [first, facts(dates=[TALKS])], "--format", "json", GAZETTE)
    assert [fact["id"] for fact in proposed(result)] == ["freedonia-sylvania-mediator", "zenda-talks-held-2031-05-12"]
    assert result.stderr == (
        f"{GAZETTE}: sent back: dates, 'will meet in Zenda on May 12': when: the quote dates it by 'May 12' "
        "(2031-05-12), not 2031-05-13; record the date at the precision of those words, or give the reason in `because`"
        f"\n{GAZETTE}: 1 of its facts were sent back, 1 came back right; the others are dropped\n"
    )


def test_facts_that_say_the_same_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a model repeats itself."""
    result, _ = ask(monkeypatch, [facts(mediators=[MEDIATORS] * 5)], "--format", "json", GAZETTE)
    assert len(proposed(result)) == 1


def test_more_facts_than_any_article_states_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a report of how many there were."""
    many = facts(excluded_groups=[EXCLUDED] * 5000, actors=[{"name": "x", "kind": "state"}] * 5000)
    result, _ = ask(monkeypatch, [many], "--format", "json", GAZETTE)
    assert len(proposed(result)) == 1
    assert result.stderr == f"{GAZETTE}: parrot gives 5,000 facts; the first 300 were read\n"


def test_an_answer_without_facts_is_said_to_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The draft is there all the same, for a person to fill in."""
    result, _ = ask(monkeypatch, [facts()], GAZETTE)
    assert result.exit_code == 0
    assert "article:\n  file: seeds/gazette.txt\n" in result.stdout
    assert result.stderr == f"{GAZETTE}: parrot states no fact that passes the checks\n"


NEWCOMERS = (
    "The talks in Zenda are mediated by the Pax Nova centre. The Guard was killed. Old eLutha hosts the talks.\n"
)


def test_a_name_that_nobody_knows_is_a_new_actor(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the kind that the model gives it; a site to which the draft is written passes the check."""
    (project / "seeds" / "bulletin.txt").write_text(NEWCOMERS)
    host = {"quote": ["eLutha hosts the talks"], "said_by": None, "who": ["eLutha"], "role": "host"}
    answer = facts(mediators=[host], actors=[{"name": "eLutha", "kind": "organisation"}, {"name": 5}, "x"])
    result, _ = ask(monkeypatch, [answer], "--write", "seeds/bulletin.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    corpus = load(project)
    assert check(corpus) == ()
    actor = corpus.actors["elutha"]
    assert (actor.name, actor.kind) == ("eLutha", "organisation")


def test_a_new_name_without_a_kind_is_sent_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody is cannot be guessed."""
    (project / "seeds" / "bulletin.txt").write_text(NEWCOMERS)
    host = {"quote": ["eLutha hosts the talks"], "said_by": None, "who": ["eLutha"], "role": "host"}
    result, _ = ask(monkeypatch, [facts(mediators=[host])], "--format", "json", "seeds/bulletin.txt")
    assert proposed(result) == []
    assert "'eLutha' is known to nobody; say under 'actors' what it is" in result.stderr


def test_a_name_that_several_share_is_sent_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whom it means is not guessed."""
    with (project / "briefings" / "actors.yml").open("a") as actors:
        actors.write("hentzau:\n  name: Hentzau\n  kind: person\n  also: [Grand Vizier]\n")
        actors.write("zapt:\n  name: Zapt\n  kind: person\n  also: [Grand Vizier]\n")
    (project / "seeds" / "bulletin.txt").write_text("The Grand Vizier hosts the talks in Zenda.\n")
    host = {"quote": ["The Grand Vizier hosts the talks"], "said_by": None, "who": ["Grand Vizier"], "role": "host"}
    result, _ = ask(monkeypatch, [facts(mediators=[host])], "--format", "json", "seeds/bulletin.txt")
    assert proposed(result) == []
    assert "'Grand Vizier' is the name of several (hentzau, zapt); write the full name" in result.stderr


def test_a_new_actor_takes_no_id_that_is_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not from the site, and not from the list of the world's states and organisations."""
    (project / "seeds" / "bulletin.txt").write_text("The talks in Zenda are hosted by eFreedonia and eLutha.\n")
    (project / "briefings" / "actors.yml").write_text("elutha:\n  name: Lutha Online\n  kind: organisation\n")
    host = {
        "quote": ["hosted by eFreedonia and eLutha"],
        "said_by": None,
        "who": ["eLutha", "eFreedonia"],
        "role": "host",
    }
    kinds = [{"name": name, "kind": "organisation"} for name in ("eLutha", "eFreedonia")]
    answer = facts(mediators=[host], actors=kinds)
    result, _ = ask(monkeypatch, [answer], "--format", "json", "seeds/bulletin.txt")
    (fact,) = proposed(result)
    assert [one["id"] for one in fact["who"]] == ["elutha-2", "efreedonia"]


def test_a_draft_says_by_which_model_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one asks for explanations."""
    result, _ = ask(monkeypatch, [facts(mediators=[MEDIATORS])], "--explain", GAZETTE)
    first, *_ = result.stdout.splitlines()
    assert first == "mediators.freedonia-sylvania-mediator: rule model parrot, by its quote"


def test_one_article_takes_nothing_from_the_others(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that cannot be read and answers that do not come are reported; what there is, is printed; exit 1."""
    (project / "seeds" / "latin.txt").write_bytes(b"caf\xe9")
    articles = ["seeds/none.txt", GAZETTE, "seeds/latin.txt", "seeds/courier.txt"]
    replies = [GOOD, *[failure(500, "out of memory")] * 3]
    result, _ = ask(monkeypatch, replies, *articles)
    assert result.exit_code == 1
    assert result.stdout.count("article:\n") == 1
    assert "freedonia-sylvania-mediator:" in result.stdout
    assert [
        line.split("; ")[0].partition(" fails")[0][:30] for line in result.stderr.splitlines() if "seeds" in line
    ] == [
        "seeds/none.txt cannot be read:",
        "seeds/latin.txt is not UTF-8: ",
        "seeds/courier.txt: http://127.",
    ]


def test_a_correction_that_fails_leaves_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was right stays; the exit code says that something was not answered."""
    first = facts(mediators=[MEDIATORS], dates=[{**TALKS, "when": "2031-05-13"}])
    result, _ = ask(monkeypatch, [first, failure(401, "expired")], "--format", "json", GAZETTE)
    assert (result.exit_code, len(proposed(result))) == (1, 1)
    assert "what was sent back got no answer: http" in result.stderr


def test_the_key_stands_nowhere(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in recordings, not in errors, even where the server repeats it; `ask` looks at the output."""
    echo = facts(mediators=[{**MEDIATORS, "role": KEY}])
    recorded, _ = ask(monkeypatch, [echo], "--record", "kept", GAZETTE)
    ask(monkeypatch, [failure(400, f"your key is {KEY}")], "--record", "kept", "seeds/courier.txt")
    kept = [path.read_text(encoding="utf-8") for path in (project / "kept").iterdir()]
    assert len(kept) == 2
    assert not any(KEY in text for text in kept)
    assert derive("--replay", "kept", GAZETTE).output == recorded.output


def test_the_same_replay_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a server: bad answers, corrections and reports included, as often as one likes."""
    first = facts(mediators=[MEDIATORS], dates=[{**TALKS, "when": "2031-05-13"}])
    replies = [completion("Sure!"), first, facts(dates=[TALKS])]
    recorded, _ = ask(monkeypatch, replies, "--record", "kept", GAZETTE)
    monkeypatch.delenv("BRIEFINGS_MODEL_URL")
    monkeypatch.delenv("BRIEFINGS_MODEL_KEY")
    assert recorded.exit_code == 0
    for _ in range(2):
        again = derive("--replay", "kept", GAZETTE)
        assert (again.exit_code, again.stdout_bytes, again.stderr) == (0, recorded.stdout_bytes, recorded.stderr)


def test_a_missing_recording_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other articles are replayed all the same."""
    ask(monkeypatch, [GOOD], "--record", "kept", GAZETTE)
    result = derive("--replay", "kept", GAZETTE, "seeds/courier.txt")
    assert result.exit_code == 1
    assert result.stdout.count("article:\n") == 1
    assert "seeds/courier.txt: there is no recording kept/" in result.stderr


def test_commands_of_the_readme_work(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As printed there, against a server at another address; the replay prints the same without one."""
    readme = Path(__file__).parents[2] / "README.md"
    commands = re.findall(
        r"^\$ briefings (.* seeds/river-talks\.txt)$", readme.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [command.split()[3] for command in commands] == ["--record", "--replay"]
    (project / "seeds" / "river-talks.txt").write_text("The talks are mediated by Freedonia and Sylvania.\n")
    with played(facts(mediators=[MEDIATORS])) as server:
        monkeypatch.setenv("BRIEFINGS_MODEL_URL", server.url)
        recorded = CliRunner().invoke(main, shlex.split(commands[0]))
    replayed = CliRunner().invoke(main, shlex.split(commands[1]))
    assert "freedonia-sylvania-mediator:" in recorded.output
    assert replayed.output == recorded.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--model", "parrot"], "no server is named; set BRIEFINGS_MODEL_URL, such as"),
        (["--model", "parrot", "--record", "a", "--replay", "b"], "leave out --record or --replay"),
        (["--record", "a"], "--record and --replay are for answers of a model; name it with --model"),
    ],
    ids=["no server", "both", "no model"],
)
def test_options_that_do_not_fit(arguments: list[str], message: str) -> None:
    """Each is one clear error."""
    result = CliRunner().invoke(main, ["derive", *arguments, GAZETTE])
    assert result.exit_code in (1, 2)
    assert message in result.stderr


@pytest.mark.parametrize("there", [None, ModuleType("pydantic_ai")], ids=["missing", "too old"])
def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, there: ModuleType | None) -> None:
    """The rules work without it."""
    monkeypatch.delitem(sys.modules, "generator.asking.server", raising=False)
    monkeypatch.setitem(sys.modules, "pydantic_ai", there)
    result = derive(GAZETTE)
    assert (result.exit_code, result.stdout) == (1, "")
    remedy = "asking a model needs a client that is not here, or too old; run: pip install 'briefings[llm]'"
    assert result.stderr == f"Error: {remedy}\n"
    assert CliRunner().invoke(main, ["derive", GAZETTE]).exit_code == 0
