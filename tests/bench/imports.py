"""What importing official releases takes: seconds and memory of each command, and the portal that comes of it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import report
from tests.bench.servers import ROOT

SECONDS, RESIDENT = 60, 500
PART = "Importing official releases into an empty SQLite database"


@dataclass(frozen=True)
class Run:
    seconds: float
    resident: float  # MB at the most


def commands(folder: Path) -> dict[str, list[str]]:
    """The import commands with the files that ``folder`` has for them in ``onet/``, ``oews/`` and ``projections/``."""
    pay = [str(path) for pattern in ("national*", "state*") for path in sorted((folder / "oews").glob(pattern))]
    newest = sorted((folder / "projections").glob("*2024-34*"))
    return {
        "O*NET": ["import_onet", str(folder / "onet")],
        "OEWS, nation and states": ["import_oews", *pay],
        "Projections": ["import_projections", str(newest[0])],
    }


def rows(folder: Path, env: dict[str, str]) -> Iterator[report.Row]:
    run(["migrate", "--verbosity", "0"], env)
    first = {name: run(command, env) for name, command in commands(folder).items()}
    again = {name: run(command, env) for name, command in commands(folder).items()}
    for name, taken in first.items():
        yield report.Row(PART, name, taken.seconds, unit="s", beside=f"{taken.resident:.0f} MB")
    yield report.Row(PART, "All together", seconds(first), SECONDS, unit="s")
    yield report.Row(
        PART, "All together, most memory", max(run.resident for run in first.values()), RESIDENT, unit="MB"
    )
    yield report.Row(PART, "All together, once more", seconds(again), unit="s")


def seconds(runs: dict[str, Run]) -> float:
    return sum(run.seconds for run in runs.values())


def run(command: list[str], env: dict[str, str]) -> Run:
    """One management command in a process of its own."""
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "manage.py", *command], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"manage.py {' '.join(command)} failed.")
    return Run(time.monotonic() - started, used.ru_maxrss / 1024)
