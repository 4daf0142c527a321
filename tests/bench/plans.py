"""Plans and the desk: what is asked for by people who are signed in, each request by another of them."""

import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import gettempdir

from tests.bench import processes, report
from tests.bench.lines import Line
from tests.bench.load import TOKEN, fetch, message_of
from tests.bench.measure import FEW, Bench, Reading
from tests.bench.servers import Server, environment, manage

SIZES = (1_000, 20_000)
PAGE, TICK, GROWTH = 30, 15, 1.5
PDF, TIMES = 0.5, 10  # seconds
REPORT = "Report of the whole school: "
CSV_MORE = 10  # MB that a file of twenty times as many rows may take beside the first


class School:
    """Who is signed in at each size, as ``tests.bench.school`` printed it."""

    def __init__(self):
        self.people: dict[int, dict[str, list]] = {}

    def of(self, who: str, path: str) -> Callable[[int], list]:
        return lambda size: [[path, person["session"], ""] for person in self.people[size][who]]

    def own_students(self, size: int) -> list:
        """Two students of each counsellor."""
        return [
            [f"/desk/plans/{plan}/", person["session"], ""]
            for person in self.people[size]["counsellors"]
            for plan in person["plans"]
        ]

    def ticks(self, size: int) -> list:
        """A step of each student done, and then all of them not done after all."""
        return [
            [f"/plan/steps/{person['step']}/done/", person["session"], f"csrfmiddlewaretoken={TOKEN}&done={done}"]
            for done in ("yes", "no")
            for person in self.people[size]["students"]
        ]

    def lines(self) -> tuple[Line, ...]:
        lines = (
            Line("A student's plan", self.of("students", "/plan/"), PAGE, growth=GROWTH),
            Line("A student's timeline", self.of("students", "/plan/timeline/"), PAGE, growth=GROWTH),
            Line("A step ticked", self.ticks, TICK, growth=GROWTH),
            Line("Caseload of 200", self.of("counsellors", "/desk/"), PAGE, growth=GROWTH),
            Line("Caseload of the whole school", self.of("heads", "/desk/"), PAGE, growth=GROWTH),
            Line("Review queue of 200", self.of("counsellors", "/desk/review/"), PAGE, growth=GROWTH),
            Line("Review queue of the whole school", self.of("heads", "/desk/review/"), PAGE, growth=GROWTH),
            Line("A student at the desk", self.own_students, PAGE, growth=GROWTH),
        )
        reports = (
            Line(f"{REPORT}{key}", self.of("heads", f"/desk/reports/{key}/"), PAGE, growth=GROWTH)
            for key in report_keys()
        )
        return (*lines, *reports)


class SchoolBench(Bench):
    """Goes on where the round before ended, so that a tick is one each time."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.going_on = cache(lambda line, size: cycle(line.addresses(size)))

    def round(self, lines: tuple[Line, ...], bare: Server, size: int, number: int) -> None:
        """At few connections alone: these pages are measured for what they cost."""
        turns = ["bare", *self.products]
        for line in lines:
            for who in turns if number % 2 else reversed(turns):
                read = self.bare(line, bare, FEW) if who == "bare" else self.product(line, who, FEW)
                self.readings[line.name, who, FEW].append(read)

    def product(self, line: Line, size: int, connections: int) -> Reading:
        reading, asks = Reading(), list(islice(self.going_on(line, size), self.requests))
        self.add(reading, self.products[size], asks, connections=connections)
        return reading


@cache
def report_keys() -> list[str]:
    """Read in a process of its own; none where this product has no reports."""
    return sorted(manage("tests.bench.school", "--reports", env=environment(Path(gettempdir()))).split())


def rows(bench: SchoolBench, lines: tuple[Line, ...], school: School) -> Iterator[report.Row]:
    yield from costs(bench, lines)
    yield from growth(bench, lines)
    yield from pdf(bench, school)
    yield from csv(bench, school)


def costs(bench: SchoolBench, lines: tuple[Line, ...]) -> Iterator[report.Row]:
    size = max(bench.products)
    part = f"Server CPU a request with {size:,} students, in bare views of the same bytes"
    for line in lines:
        cost = report.ratio(bench, line, (size, FEW), ("bare", FEW), ms)
        middle = (median(map(ms, bench.readings[line.name, who, FEW])) for who in (size, "bare"))
        yield report.Row(part, line.name, cost, line.goal, beside="{:.2f} ms, bare {:.2f}".format(*middle))


def growth(bench: SchoolBench, lines: tuple[Line, ...]) -> Iterator[report.Row]:
    few, many = min(bench.products), max(bench.products)
    for line in lines:
        grown = report.ratio(bench, line, (many, FEW), (few, FEW), ms)
        yield report.Row(f"Server CPU a request, {many:,} students over {few:,}", line.name, grown, line.growth)


def ms(reading: Reading) -> float:
    return reading.ms


def first_look(bench: SchoolBench, lines: tuple[Line, ...]) -> Iterator[report.Row]:
    """Before the rounds: what is counted once in a while and kept is counted now."""
    for size, server in bench.products.items():
        for line in (line for line in lines if line.name.startswith(REPORT)):
            reading = Reading()
            bench.add(reading, server, line.addresses(size)[-1:], connections=1)  # the first one's page was read before
            part = f"A report's very first look, {size:,} students, in ms of CPU"
            yield report.Row(part, line.name, reading.ms, unit="ms")


def pdf(bench: SchoolBench, school: School):
    for size in bench.products:
        asks = islice(cycle(school.of("students", "/plan/take-along/plan.pdf")(size)), TIMES)
        readings = [Reading() for _ in range(TIMES)]
        for ask, reading in zip(asks, readings, strict=True):
            bench.add(reading, bench.products[size], [ask], connections=1)
        spent, waited = (median(getattr(each, what) for each in readings) for what in ("cpu", "seconds"))
        yield report.Row(
            "A plan as PDF, seconds of CPU", f"{size:,} students", spent, PDF, "s", f"waited {waited:.2f} s"
        )


def csv(bench: SchoolBench, school: School):
    """The highest that either worker rose while a CSV was taken, above what it held before; not the first time."""
    for key in report_keys():
        rows = [
            taken(bench.products[size], school.of("heads", f"/desk/reports/{key}.csv")(size)) for size in bench.products
        ]
        for size, (more, lines, seconds) in zip(bench.products, rows, strict=True):
            part, beside = (
                "Memory of a worker while a CSV is taken, above what it held before",
                f"{lines:,} lines on the wire in {seconds:.1f} s",
            )
            yield report.Row(part, f"{key}.csv, {size:,} students", more, CSV_MORE, "MB", beside)


def taken(server: Server, asks: list) -> tuple[float, int, float]:
    """MB, lines and seconds."""
    for ask in asks:
        fetch(server.port, message_of(ask))
    before = processes.peaks_anew(server.workers())
    started = time.perf_counter()
    body = fetch(server.port, message_of(asks[0])).partition(b"\r\n\r\n")[2]
    seconds = time.perf_counter() - started
    return max(processes.peak(pid) - held for pid, held in before.items()), body.count(b"\r\n"), seconds
