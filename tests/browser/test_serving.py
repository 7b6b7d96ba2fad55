"""The browser tests themselves: they say what they lack."""

from __future__ import annotations

import pytest

from tests.browser.serving import chromium


def test_a_missing_browser_fails_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without chromium the tests fail, and say how to get it; they are not skipped."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"), chromium():
        pass
