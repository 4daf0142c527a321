"""``python -m tests.bench``: start the servers, measure, print, stop."""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import browser, imports, lighthouse, official, plans, processes, report
from tests.bench.databases import PostgreSQL, SQLite
from tests.bench.lines import LINES, pages, profiles
from tests.bench.load import loader, page
from tests.bench.measure import Bench
from tests.bench.servers import ROOT, Server, environment, manage, serve

SIZE, SIZES = 1000, (100, 1000, 10_000)


def main() -> None:
    options = arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    started, load = time.monotonic(), os.getloadavg()[0]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pathways-bench-")))
        manage("django", "collectstatic", "--noinput", env=environment(folder))
        rows = list(server_rows(stack, folder, options)) if "server" in options.only else []
        rows += plan_rows(stack, folder, options) if "plans" in options.only else []
        rows += browser_rows(stack, folder, options) if "browser" in options.only else []
    say("\n".join(report.table(rows)))
    say(f"\nTaken in {time.monotonic() - started:.0f} seconds; {other_work(load)}")
    taken = datetime.now(UTC).isoformat(timespec="seconds")
    report.keep(rows, ROOT / "var" / "bench.json", taken=taken, quick=options.quick, load_before=load)


def other_work(load: float) -> str:
    """What else ran when it began: beside other work the product loses more than the bare view, whose code is small."""
    busy = f"load average {load:.1f} on {os.cpu_count()} processors before it began"
    return f"{busy}: too busy for its ratios to be trusted." if load > (os.cpu_count() or 1) / 2 else f"{busy}."


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="What a request costs: docs/speed.md.")
    parser.add_argument("--quick", action="store_true", help=f"{SIZE:,} careers only, and fewer rounds")
    parser.add_argument(
        "--only", choices=["server", "plans", "browser"], default="server plans browser", help="a part of it"
    )
    parser.add_argument("--line", action="append", help="only the lines whose name begins so, such as “Profile”; again")
    parser.add_argument(
        "--official", type=Path, metavar="FOLDER", help="official releases in onet/, oews/ and projections/, to import"
    )
    parser.add_argument("--database", metavar="postgresql://user:password@host:port", help="instead of SQLite")
    options = parser.parse_args()
    options.line = options.line or [""]
    return options


def server_rows(stack: ExitStack, folder: Path, options: argparse.Namespace):
    database = database_of(folder, options)
    sizes = (SIZE,) if options.quick else SIZES
    products = {size: product(stack, folder, database, size) for size in sizes}
    lines = tuple(line for line in LINES if line.asked(options.line))
    bench = measured(stack, folder, database, products, lines, SIZE, quick=options.quick)
    yield from report.costs(bench, lines, SIZE)
    yield from report.growth(bench, lines)
    yield from report.tails(bench, lines, SIZE)
    yield from report.sizes(bench)
    yield from after_change(bench)
    yield from memory(bench)
    if options.official:
        yield from official_rows(stack, folder, database, options)


def database_of(folder: Path, options: argparse.Namespace):
    return PostgreSQL(options.database.rstrip("/")) if options.database else SQLite(folder)


def plan_rows(stack: ExitStack, folder: Path, options: argparse.Namespace):
    """What people ask for who are signed in, at schools of two sizes."""
    database, school, products = database_of(folder, options), plans.School(), {}
    for size in plans.SIZES:
        say(f"Writing a school of {size:,} students …")
        env = created(stack, folder, database, name := f"bench_school_{size}")
        school.people[size] = json.loads(manage("tests.bench.school", str(size), env=env))
        products[size] = stack.enter_context(serve("pathways.wsgi", name=name, env=env))
    lines = tuple(line for line in school.lines() if line.asked(options.line))
    bodies(folder, products[plans.SIZES[-1]], lines, plans.SIZES[-1])
    bare = stack.enter_context(serve("tests.bench.bare:application", name="", env=environment(folder)))
    bench = plans.SchoolBench(stack.enter_context(loader()), database, products, requests=30 if options.quick else 60)
    first = list(plans.first_look(bench, lines))
    for number in range(1, (rounds := 3 if options.quick else 5) + 1):
        say(f"Round {number} of {rounds} …")
        bench.round(lines, bare, plans.SIZES[-1], number)
    yield from plans.rows(bench, lines, school)
    yield from first


def official_rows(stack: ExitStack, folder: Path, database, options: argparse.Namespace):
    """What the import takes, and what a portal costs that has a page for every occupation there is."""
    say("Importing official releases …")
    env = created(stack, folder, database, "bench_official")
    yield from imports.rows(options.official, env)
    careers = json.loads(manage("tests.bench.official", env=env))
    products = {official.SIZE: stack.enter_context(serve("pathways.wsgi", name="bench_official", env=env))}
    for lines in (official.lines(careers), official.searches_of_all(careers)):
        if lines[0].name.startswith(official.IN_FULL):
            manage("tests.bench.official", "--sections", env=env)
        asked = tuple(line for line in lines if line.asked(options.line))
        bench = measured(stack, folder, database, products, asked, official.SIZE, quick=options.quick)
        yield from report.costs(bench, asked, official.SIZE)
    yield from report.sizes(bench)


def measured(stack: ExitStack, folder: Path, database, products: dict[int, Server], lines, size: int, *, quick: bool):
    """A bench that has gone its rounds, with a bare view that returns the bodies of these very lines."""
    bodies(folder, products[size], lines, size)
    bare = stack.enter_context(serve("tests.bench.bare:application", name="", env=environment(folder)))
    bench = Bench(stack.enter_context(loader()), database, products, requests=120 if quick else 300)
    rounds = 3 if quick else 7
    for number in range(1, rounds + 1):
        say(f"Round {number} of {rounds} …")
        bench.round(lines, bare, size, number)
    return bench


def browser_rows(stack: ExitStack, folder: Path, options: argparse.Namespace):
    """Without HTTPS, which no browser speaks to this address."""
    say("Visiting in the browser …")
    env = environment(folder, DATABASE_URL=SQLite(folder).url("site"), HTTPS="false")
    session = manage("tests.bench.site", env=env).strip().splitlines()[-1]
    server = stack.enter_context(serve("pathways.wsgi", name="site", env=env))
    yield from browser.rows(server.address, visits=3 if options.quick else 7)
    yield from lighthouse.rows(folder, server.address, session, runs=1 if options.quick else 3)


def product(stack: ExitStack, folder: Path, database, size: int) -> Server:
    say(f"Writing {size:,} careers …")
    name = f"bench_{size}"
    env = created(stack, folder, database, name)
    manage("tests.bench.generate", str(size), env=env)
    return stack.enter_context(serve("pathways.wsgi", name=name, env=env))


def created(stack: ExitStack, folder: Path, database, name: str) -> dict[str, str]:
    """An empty database, dropped in the end, and the environment that names it."""
    database.create(name)
    stack.callback(database.drop, name)
    return environment(folder, DATABASE_URL=database.url(name))


def bodies(folder: Path, server: Server, lines, size: int) -> None:
    """What the bare view is to return: the very pages, and nothing where the product answers “not modified”."""
    for line in lines:
        body = b"" if line.conditional else page(server.port, line.addresses(size)[0])[0]
        (folder / "bodies" / line.key).write_bytes(body)


def after_change(bench: Bench):
    part = "The first request of all after a change of content, on one worker, in ms of CPU"
    for size in bench.products:
        list_, profile = bench.after_change(size, pages(size), 10), bench.after_change(size, profiles(size), 10)
        yield report.Row(part, f"List, the index of facets made anew, {size:,} careers", list_, unit="ms")
        yield report.Row(part, f"Profile, {size:,} careers", profile, unit="ms")


def memory(bench: Bench):
    for size, server in bench.products.items():
        for kind in ("Rss", "Pss"):
            held = processes.memory(server.workers(), kind)
            goal = report.RESIDENT if kind == "Rss" else None
            yield report.Row("Memory of both workers after the run", f"{kind}, {size:,} careers", held, goal, unit="MB")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
