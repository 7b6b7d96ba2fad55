"""A real client against a real server on loopback, which plays good answers and bad ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.asking.access import Access, AskingError
from generator.asking.recording import recording
from generator.asking.server import Conversation
from tests.asking.server import KEY, Reply, completion, facts, failure, played

SPENT = "Exceeded maximum output retries (2)"
LOST = [{"quote": ["a"], "who": 5}]


def test_a_question_is_asked_without_tools_and_with_the_schema() -> None:
    """One request: the key in its header, the article in a message of the user, the form of the answer, no tools."""
    with played(facts(dates=[{"when": None}])) as server:
        answer = Conversation("parrot", Access(server.url, KEY)).ask("What does it say?")
    assert answer.items() == [("dates", {"when": None})]
    ((headers, body),) = server.requests
    assert headers["authorization"] == f"Bearer {KEY}"
    assert [(message["role"], message["content"][:9]) for message in body["messages"]] == [
        ("system", "You read "),
        ("user", "What does"),
    ]
    assert body["model"] == "parrot"
    assert body["response_format"]["type"] == "json_schema"
    assert "tools" not in body


def test_the_second_question_comes_after_the_first_answer() -> None:
    """A model sees what it has said."""
    with played(facts(), facts()) as server:
        conversation = Conversation("parrot", Access(server.url, None))
        conversation.ask("First?")
        conversation.ask("Second?")
    roles = [message["role"] for message in server.requests[1][1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]


@pytest.mark.parametrize(
    "bad",
    [
        completion("Here you are: {"),
        completion('{"dates": 5}'),
        completion(""),
        completion(None),
        completion("[" * 5000),
        failure(500, "out of memory"),
        failure(429, "slow down"),
    ],
    ids=["no JSON", "wrong form", "empty", "nothing", "deep", "500", "429"],
)
def test_one_bad_answer_is_made_good_by_the_next(bad: Reply) -> None:
    """What has not the form asked for goes back to the model; what fails for now is tried again."""
    with played(bad, facts(mediators=LOST)) as server:
        answer = Conversation("parrot", Access(server.url, KEY)).ask("What?")
    assert answer.items() == [("mediators", LOST[0])]
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("bad", "requests", "message"),
    [
        (
            failure(401, f"bad key {KEY}"),
            1,
            "AT does not accept the key (401); correct BRIEFINGS_MODEL_KEY or OPENAI_API_KEY",
        ),
        (
            failure(404, "no such model"),
            1,
            "AT knows no model parrot (404: no such model); name one that it has, or correct URL, often …/v1",
        ),
        (
            failure(429, "slow down"),
            3,
            "AT takes no more requests now (429: slow down); wait, or look at the account's limits",
        ),
        (failure(500, f"\x1b[2J{KEY}\n"), 3, "AT fails (500: \ufffd[2J[key]); try again later, or look into its log"),
        (
            failure(400, "too long"),
            1,
            "AT refuses the request (400: too long); the article may be too long for parrot: try another model",
        ),
        (Reply(b"<html>502", 502), 3, "AT fails (502: <html>502); try again later, or look into its log"),
        (
            Reply(b"<html>hello</html>"),
            1,
            "AT does not answer as an OpenAI-compatible server does; correct URL, often …/v1",
        ),
        (
            completion("I would rather not."),
            3,
            f"parrot gives no answer that can be used ({SPENT}); try again, or another model",
        ),
    ],
    ids=["401", "404", "429", "500", "400", "502", "no API", "no JSON"],
)
def test_failures_say_what_to_do(bad: Reply, requests: int, message: str) -> None:
    """Each is one clear error, tried again only where that may help; the key is never in it.

    In `message`, AT stands for the server and URL for the variable that names it.
    """
    with played(bad) as server, pytest.raises(AskingError) as caught:
        Conversation("parrot", Access(server.url, KEY)).ask("What?")
    assert str(caught.value) == message.replace("AT ", f"{server.url} ").replace(" URL,", " BRIEFINGS_MODEL_URL,")
    assert len(server.requests) == requests


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b'{"choices": null}', b'{"choices": []}', b"", b"\xff\xfe", b'"\\ud800"']
)
def test_nonsense_is_an_error(body: bytes) -> None:
    """Whatever a server says with status 200."""
    with played(Reply(body)) as server, pytest.raises(AskingError, match=r"OpenAI-compatible|can be used"):
        Conversation("parrot", Access(server.url, KEY)).ask("What?")


def test_half_characters_in_an_answer_are_an_error_or_sent_back() -> None:
    """JSON can hold half a character; nothing falls over it."""
    with (
        played(completion('{"dates": [{"quote": ["\ud800"]}]}')) as server,
        pytest.raises(AskingError, match="can be used"),
    ):
        Conversation("parrot", Access(server.url, KEY)).ask("What?")


def test_a_call_of_a_tool_is_no_answer() -> None:
    """No tools are offered, so that whatever a model calls does nothing."""
    call = {"id": "1", "type": "function", "function": {"name": "delete_sheets", "arguments": "{}"}}
    body = json.loads(completion(None).body)
    body["choices"][0]["message"]["tool_calls"] = [call]
    with played(Reply(json.dumps(body).encode())) as server, pytest.raises(AskingError, match="can be used"):
        Conversation("parrot", Access(server.url, KEY)).ask("What?")


def test_a_slow_server_is_given_up() -> None:
    """After the seconds that the environment allows."""
    slow = Reply(facts().body, delay=1.0)
    with played(slow) as server, pytest.raises(AskingError) as caught:
        Conversation("parrot", Access(server.url, KEY, 0.2)).ask("What?")
    expected = f"{server.url} has not answered within 0.2 seconds; set BRIEFINGS_MODEL_TIMEOUT to more"
    assert str(caught.value) == expected


def test_no_server_is_an_error() -> None:
    """The address is named, with what to do."""
    with played(facts()) as server:
        pass
    with pytest.raises(AskingError) as caught:
        Conversation("parrot", Access(server.url, KEY)).ask("What?")
    assert str(caught.value) == f"{server.url} cannot be reached; start the server, or correct BRIEFINGS_MODEL_URL"


def test_a_recording_answers_as_the_server_did(tmp_path: Path) -> None:
    """The bad answer before the good one included; without any request."""
    with played(completion("well…"), facts(mediators=LOST)) as server:
        said = Conversation("parrot", Access(server.url, KEY)).ask("What?", recording(tmp_path, "parrot", "0", "What?"))
    again = Conversation("parrot", None).ask("What?", recording(tmp_path, "parrot", "0", "What?").read())
    assert again == said
    assert len(server.requests) == 2


def test_a_recording_without_a_good_answer_is_named(tmp_path: Path) -> None:
    """A recording that ends too early is not padded out."""
    cut = recording(tmp_path, "parrot", "0", "What?")
    cut.answers.append(completion("well…").body.decode())
    with pytest.raises(AskingError) as caught:
        Conversation("parrot", None).ask("What?", cut)
    assert str(caught.value) == f"{cut.path} does not hold an answer that can be used; make it anew with --record"
