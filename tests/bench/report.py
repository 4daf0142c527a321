"""What was read, as rows with goals, printed as one table and kept as JSON."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tests.bench.lines import TENFOLD, Line
from tests.bench.measure import FEW, MANY, Bench

TAIL = 1.5
RESIDENT = 250


@dataclass(frozen=True)
class Row:
    """``goal`` is the most that ``measured`` may be, ``None`` where it stands for orientation."""

    part: str
    line: str
    measured: float
    goal: float | None = None
    unit: str = ""
    beside: str = ""
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        # Judged as it is printed, so that nobody reads “5.00, over 5”.
        shown = float(figure(self.measured))
        return "ok" if (shown >= self.goal if self.at_least else shown <= self.goal) else "over"


def figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def ratio(bench: Bench, line: Line, over: tuple, under: tuple, what: Callable) -> float:
    """The median of the rounds' ratios: what drifts from round to round is in both halves of each."""
    rounds = zip(bench.readings[line.name, *over], bench.readings[line.name, *under], strict=True)
    return median(what(a) / what(b) for a, b in rounds)


def costs(bench: Bench, lines: tuple[Line, ...], size: int) -> Iterator[Row]:
    part = f"Server CPU a request with {size:,} careers, in bare views of the same bytes"
    for line in lines:
        cost = ratio(bench, line, (size, FEW), ("bare", FEW), lambda reading: reading.ms)
        goal = line.served if bench.database.serves and line.served else line.goal
        yield Row(part, line.name, cost, goal, beside=beside(bench, line, size))


def beside(bench: Bench, line: Line, size: int) -> str:
    def middle(who, connections, what):
        return median(getattr(reading, what) for reading in bench.readings[line.name, who, connections])

    speeds = (
        f"{connections}: {middle(size, connections, 'rate'):.0f}/s {middle(size, connections, 'p50'):.1f} "
        f"{middle(size, connections, 'p99'):.1f} ms (bare {middle('bare', connections, 'rate'):.0f}/s)"
        for connections in (FEW, MANY)
    )
    return f"{middle(size, FEW, 'ms'):.2f} ms, bare {middle('bare', FEW, 'ms'):.2f} | " + " | ".join(speeds)


def tails(bench: Bench, lines: tuple[Line, ...], size: int) -> Iterator[Row]:
    part = "p99/p50, in those of the bare view"
    for connections in (FEW, MANY):
        for line in lines:
            over, under = (size, connections), ("bare", connections)
            tail = ratio(bench, line, over, under, lambda reading: reading.p99 / reading.p50)
            yield Row(part, f"{line.name}, {connections} connections", tail, TAIL)


def growth(bench: Bench, lines: tuple[Line, ...]) -> Iterator[Row]:
    smallest, largest = min(bench.products), max(bench.products)
    goals = {(smallest, largest): lambda line: line.growth, TENFOLD: lambda line: line.tenfold}
    for (few, many), goal_of in goals.items():
        part = f"Server CPU a request, {many:,} careers over {few:,}"
        for line in lines:
            if goal_of(line) and few < many and {few, many} <= bench.products.keys():
                grown = ratio(bench, line, (many, FEW), (few, FEW), lambda reading: reading.ms)
                yield Row(part, line.name, grown, goal_of(line))


def sizes(bench: Bench) -> Iterator[Row]:
    for size, server in bench.products.items():
        for part, megabytes in bench.database.sizes(server.name).items():
            yield Row(f"Search index with {size:,} careers", part, megabytes, unit="MB")


def table(rows: list[Row]) -> Iterator[str]:
    """A heading for each part, then line, measured, goal, verdict and what stands beside it, aligned."""
    width, part = max(len(row.line) for row in rows), ""
    for row in rows:
        if row.part != part:
            part = row.part
            yield f"\n{part}\n{'':{width}}  measured      goal"
        goal = "" if row.goal is None else f"{'≥' if row.at_least else '≤'} {row.goal:g}"
        unit = f" {row.unit}" if row.unit else ""
        yield f"{row.line:{width}}  {figure(row.measured):>8}  {goal:>8}  {row.verdict:4}{unit}  {row.beside}".rstrip()


def keep(rows: list[Row], path: Path, **about) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    found = about | {"rows": [asdict(row) | {"verdict": row.verdict} for row in rows]}
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
