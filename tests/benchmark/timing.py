"""Timings: each load beside a fixed load of pure Python, so that a busy or slow machine changes the ratio little."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

CALIBRATION = "calibration: a fixed load of pure Python"


@dataclass(frozen=True)
class Load:
    """Something to time: `run` does it once."""

    name: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Timing:
    """The seconds of each run of a load, and of the calibration load right before it."""

    name: str
    seconds: tuple[float, ...]
    calibration: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Each run in units of the calibration load before it."""
        return tuple(own / unit for own, unit in zip(self.seconds, self.calibration, strict=True))


def calibrate() -> int:
    """The fixed load: about a tenth of a second of text, dictionary and number work in one process."""
    counts: dict[str, int] = {}
    total = 0
    for number in range(200_000):
        word = f"w{number * 7919 % 4093}"
        counts[word] = counts.get(word, 0) + len(word)
        total += number % 7 * counts[word] % 11
    return total + len("".join(sorted(counts)))


def measure(loads: Iterable[Load], runs: int, clock: Callable[[], float] = time.perf_counter) -> list[Timing]:
    """Run the loads in turn, `runs` times over, each behind a calibration; a turn before that warms up, uncounted."""
    waiting = list(loads)
    taken: dict[str, list[tuple[float, float]]] = {load.name: [] for load in waiting}
    for turn in range(runs + 1):
        for load in waiting:
            times = _seconds(calibrate, clock), _seconds(load.run, clock)
            if turn:
                taken[load.name].append(times)
    return [
        Timing(name, tuple(own for _, own in times), tuple(unit for unit, _ in times)) for name, times in taken.items()
    ]


def _seconds(run: Callable[[], object], clock: Callable[[], float]) -> float:
    gc.collect()
    start = clock()
    run()
    return clock() - start


def table(timings: Sequence[Timing]) -> str:
    """Medians with the least and the most of the ratios; the calibration load is the unit and stands first."""
    units = tuple(unit for timing in timings for unit in timing.calibration)
    rows = [Timing(CALIBRATION, units, (median(units),) * len(units)), *timings]
    width = max(len(row.name) for row in rows)
    lines = [f"{'':{width}} {'seconds':>8} {'ratio':>8}   least to most"]
    for row in rows:
        ratios = row.ratios
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        lines.append(f"{row.name:{width}} {median(row.seconds):>8.3f} {median(ratios):>8.2f}   {spread}")
    return "".join(f"{line}\n" for line in lines)
