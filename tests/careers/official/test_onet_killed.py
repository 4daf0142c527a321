"""The command as an operator runs it: its exit status, and what a kill leaves."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.careers.official.onet_release import CHIEF, OLD

MANY = 40_000
TITLES = [OLD["Alternate Titles.txt"][0], *([CHIEF, f"Chief {number}", "n/a", "08"] for number in range(MANY))]


@pytest.fixture
def start(tmp_path):
    """Starts a command on a database of its own, in a file."""
    environment = os.environ | {"DEBUG": "true", "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}

    def start(*words):
        command = [sys.executable, "manage.py", *map(str, words)]
        return subprocess.Popen(
            command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    with start("migrate", "-v0") as migrating:
        assert migrating.wait(timeout=120) == 0
    return start


def titles_in(path):
    with sqlite3.connect(path) as database:
        (found,) = database.execute("SELECT count(*) FROM careers_occupationtitle").fetchone()
    database.close()
    return found


def wait_for_writing(path, process):
    """Until the transaction has begun to write: into a journal or a log beside the database."""
    beside = [Path(f"{path}-journal"), Path(f"{path}-wal")]
    while process.poll() is None and not any(each.exists() and each.stat().st_size > 100_000 for each in beside):
        time.sleep(0.005)


def test_killed_half_way_it_leaves_all_or_nothing_and_the_next_run_works(tmp_path, start, release):
    path, database = release(**{"Alternate Titles": TITLES}), tmp_path / "db.sqlite3"
    with start("import_onet", path) as process:
        wait_for_writing(database, process)
        process.kill()
    assert process.returncode == -9
    assert titles_in(database) in {0, MANY}  # all of them where the kill came a moment after the commit

    with start("import_onet", path) as process:
        printed, _ = process.communicate(timeout=120)

    assert process.returncode == 0, printed
    assert titles_in(database) == MANY


def test_bad_input_ends_with_exit_status_1(start, release):
    with start("import_onet", release(**{"Job Zones": "Job Zone\r\n"})) as process:
        printed, _ = process.communicate(timeout=120)

    assert process.returncode == 1
    assert printed == (
        "CommandError: Job Zones.txt: A column is missing: “O*NET-SOC Code”, “Date”, “Domain Source”. "
        "Nothing was changed.\n"
    )
