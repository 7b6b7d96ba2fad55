"""What a run of the tests tells at its end, beside what failed."""

from __future__ import annotations

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print every rate that tests recorded as `rate: <name>`, added up; reports carry it from xdist's workers."""
    reached: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for report in (report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])):
        for name, value in report.user_properties:
            if name.startswith("rate: "):
                reached[name] += value[0]
                of[name] += value[1]
    for name in reached:
        terminalreporter.write_line(f"{name.removeprefix('rate: ')}: {reached[name]} of {of[name]}")
