"""``python -m tests.search_quality``: build a portal of every occupation, ask, print."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from tests.search_quality import judged, portal

OFFICIAL = Path(__file__).resolve().parents[3] / "shared" / "data"


def main() -> None:
    options = arguments()
    with ExitStack() as stack:
        if options.database:
            portal.use(options.database)
        else:
            portal.build(stack, options.official, options.server)
        say(options.misses)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.search_quality",
        description="How often search finds a right career: docs/search-quality.md.",
    )
    parser.add_argument(
        "--official", type=Path, default=OFFICIAL, metavar="FOLDER", help="with O*NET's text database in onet/"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--server", default="", metavar="postgresql://user:password@host:port", help="not SQLite")
    where.add_argument("--database", metavar="URL", help="one that has every occupation's career already, as it is")
    parser.add_argument("--misses", action="store_true", help="what came instead, for the part tuned on")
    return parser.parse_args()


def say(with_misses: bool) -> None:
    from tests.search_quality import asking, report

    queries = judged.read()
    if missing := asking.without_career(queries):
        raise SystemExit(f"{len(missing)} right codes have no career in this database, such as {min(missing)}.")
    answers = asking.ask(queries)
    for line in report.table(answers):
        sys.stdout.write(f"{line}\n")
    if with_misses:
        sys.stdout.write("\n" + "".join(f"{line}\n" for line in report.misses(answers)))


if __name__ == "__main__":
    main()
