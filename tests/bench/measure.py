"""Rounds of load, each line against the product and against the bare view in turn."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import cycle, islice
from statistics import median, quantiles

from tests.bench import processes
from tests.bench.lines import ONCE_MORE, Line
from tests.bench.load import Loader, page
from tests.bench.servers import Server

FEW, MANY = 2, 16
AWAKE = 0.0005


@dataclass
class Reading:
    """One round of one line on one server: milliseconds of CPU a request, requests a second, milliseconds waited."""

    requests: int = 0
    cpu: float = 0
    seconds: float = 0
    latencies: list[float] = field(default_factory=list, repr=False)

    @property
    def ms(self) -> float:
        return self.cpu / self.requests * 1000

    @property
    def rate(self) -> float:
        return self.requests / self.seconds

    @property
    def p50(self) -> float:
        return median(self.latencies) * 1000

    @property
    def p99(self) -> float:
        return quantiles(self.latencies, n=100)[98] * 1000


class Bench:
    """``products`` by number of careers; what was read stands in ``readings`` by line, server and connections."""

    def __init__(self, loader: Loader, database, products: dict[int, Server], requests: int):
        self.loader, self.database, self.products, self.requests = loader, database, products, requests
        self.readings: dict[tuple, list[Reading]] = defaultdict(list)

    def round(self, lines: tuple[Line, ...], bare: Server, size: int, number: int) -> None:
        """Every line once; odd rounds go the other way round, so that whatever drifts favours nobody."""
        for line in lines:
            turns = [(size, FEW), ("bare", FEW), (size, MANY), ("bare", MANY)]
            turns += [(other, FEW) for other in self.products if other != size and line.grows(other)]
            for who, connections in turns if number % 2 else reversed(turns):
                read = self.bare(line, bare, connections) if who == "bare" else self.product(line, who, connections)
                self.readings[line.name, who, connections].append(read)

    def bare(self, line: Line, server: Server, connections: int) -> Reading:
        reading = Reading()
        status = 304 if line.conditional else 200
        self.add(reading, server, [f"/{line.key}"] * self.requests, connections=connections, status=status)
        return reading

    def product(self, line: Line, size: int, connections: int) -> Reading:
        read = self.first_reads if line.first else self.repeated
        return read(line, self.products[size], line.addresses(size), connections)

    def repeated(self, line: Line, server: Server, addresses: list[str], connections: int) -> Reading:
        reading, path = Reading(), addresses[0]
        self.wake(server, path)
        condition = {"status": 304, "etag": page(server.port, path)[1]} if line.conditional else {}
        self.add(reading, server, [path] * self.requests, connections=connections, **condition)
        return reading

    def first_reads(self, line: Line, server: Server, addresses: list[str], connections: int) -> Reading:
        reading = Reading()
        while reading.requests < self.requests:
            self.database.bump(server.name)
            self.wake(server, ONCE_MORE)
            self.add(reading, server, addresses[: self.requests - reading.requests], connections=connections)
        return reading

    def add(self, reading: Reading, server: Server, paths: list[str], **how) -> None:
        before = self.settled(server)
        answer = self.loader.send(server.port, paths, **how)
        reading.cpu += processes.since(before, self.settled(server))
        reading.requests += len(paths)
        reading.seconds += answer["seconds"]
        reading.latencies += answer["latencies"]

    def wake(self, server: Server, path: str) -> None:
        """Ask until both workers have answered, so that neither has anything left to prepare."""
        before = processes.cpu(server.workers())
        while any(spent - before[pid] < AWAKE for pid, spent in processes.cpu(list(before)).items()):
            self.loader.send(server.port, [path] * 8, connections=4)

    def after_change(self, size: int, addresses: list[str], times: int) -> float:
        """Milliseconds of CPU for the very first request after a change of content, everything kept being stale."""
        server, spent = self.products[size], []
        for path in islice(cycle(addresses), times):
            self.database.bump(server.name)
            reading = Reading()
            self.add(reading, server, [path], connections=1)
            spent.append(reading.ms)
        return median(spent)

    def settled(self, server: Server) -> dict[int, float]:
        """CPU so far, the database's own included, once the workers have closed what they answered."""
        time.sleep(0.02)
        return processes.cpu([*server.all(), *(self.database.processes(server.name) if server.name else ())])
