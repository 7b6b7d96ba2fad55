"""Which server is asked, with which key, and what is never shown of it."""

from __future__ import annotations

import pytest

from generator.asking.access import Access, AskingError, access_from

EXAMPLE = "http://localhost:11434/v1"
NO_SERVER = (
    f"no server is named; set BRIEFINGS_MODEL_URL, such as {EXAMPLE}, and BRIEFINGS_MODEL_KEY where it wants a key"
)


def test_the_projects_own_variables_come_first() -> None:
    """Both pairs of names are understood."""
    common = {"OPENAI_BASE_URL": "https://far.example/v1", "OPENAI_API_KEY": "far-key"}
    assert access_from(common) == Access("https://far.example/v1", "far-key")
    own = {"BRIEFINGS_MODEL_URL": "http://localhost:1/v1", "BRIEFINGS_MODEL_KEY": "near-key"}
    assert access_from({**common, **own, "BRIEFINGS_MODEL_TIMEOUT": "5"}) == Access(
        "http://localhost:1/v1", "near-key", 5
    )


def test_a_key_goes_only_to_the_server_named_beside_it() -> None:
    """A key that was set for one server is not sent to another."""
    access = access_from({"BRIEFINGS_MODEL_URL": "http://localhost:1/v1", "OPENAI_API_KEY": "far-key"})
    assert access.key is None


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        (
            {"OPENAI_API_KEY": "far-key"},
            NO_SERVER,
        ),
        *(
            (
                {"BRIEFINGS_MODEL_URL": url},
                f"BRIEFINGS_MODEL_URL is no address of a server; write one such as {EXAMPLE}",
            )
            for url in (
                "localhost:11434",
                "file:///etc/passwd",
                "http://",
                "http://[::1",
                "http://a:99999",
                "http://a\nb",
            )
        ),
        (
            {"BRIEFINGS_MODEL_URL": "http://a/v1", "BRIEFINGS_MODEL_KEY": "sk\n1"},
            "BRIEFINGS_MODEL_KEY holds characters that no key has; copy it again",
        ),
        *(
            (
                {"BRIEFINGS_MODEL_URL": "http://a/v1", "BRIEFINGS_MODEL_TIMEOUT": seconds},
                "BRIEFINGS_MODEL_TIMEOUT is no number of seconds; write one such as 300",
            )
            for seconds in ("soon", "0", "-1", "inf", "nan")
        ),
    ],
)
def test_settings_that_cannot_be_used(environment: dict[str, str], message: str) -> None:
    """Each says which variable and what to write."""
    with pytest.raises(AskingError) as caught:
        access_from(environment)
    assert str(caught.value) == message


def test_the_place_shows_no_secret() -> None:
    """Neither the key nor what a URL may hold of one."""
    access = Access("https://user:pass@far.example:8443/sk-0123456/v1?token=x", "sk-0123456")
    assert access.place == "https://far.example:8443/[key]/v1"
    assert "sk-0123456" not in repr(Access("https://far.example/v1", "sk-0123456"))
