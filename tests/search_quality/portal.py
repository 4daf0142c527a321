"""A portal with a career for each of O*NET's 1,016 occupations, to be asked."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from tests.bench.databases import PostgreSQL, SQLite

NAME = "search_quality"


def use(database: str) -> None:
    """Start Django on this database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pathways.settings")
    os.environ.setdefault("DEBUG", "true")
    os.environ["DATABASE_URL"] = database
    django.setup()


def build(stack: ExitStack, official: Path, server: str) -> None:
    """Make it of the releases in ``official``, in a temporary file or on a PostgreSQL server; gone with the stack."""
    if not (official / "onet").is_dir():
        raise SystemExit(f"{official} has no folder onet with a release of O*NET: name one with --official FOLDER.")
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="pathways-search-quality-")))
    database = PostgreSQL(server.rstrip("/")) if server else SQLite(folder)
    database.create(NAME)
    stack.callback(database.drop, NAME)
    use(database.url(NAME))
    stack.callback(close)
    fill(official)


def fill(official: Path) -> None:
    from django.core.management import call_command

    commands = ["migrate"], ["import_onet", official / "onet"], ["load_content"], ["draft_careers", "--from-onet"]
    for name, *arguments in commands:
        sys.stderr.write(f"{name} …\n")
        with Path(os.devnull).open("w") as nowhere:
            call_command(name, *map(str, arguments), verbosity=0, stdout=nowhere)


def close() -> None:
    from django.db import connections

    connections.close_all()
