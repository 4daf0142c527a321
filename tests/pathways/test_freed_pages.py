"""After an erasure the bytes of SQLite's own files hold nothing of it either."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import User
from plans.models import Plan
from tests.factories import UserFactory

ROOT = Path(__file__).resolve().parents[2]
WORD = "kanari-in-the-bytes"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL's files are its own."),
]


@pytest.fixture
def path(tmp_path):
    """A site's database in a file, with somebody who closed their account and is due."""
    user = UserFactory(username="ada", name=WORD, closed_at=timezone.now(), is_active=False)
    plan = Plan.objects.create(user=user, in_work=f"{WORD} " * 90)
    for number in range(300):
        plan.steps.create(text=f"{WORD} {number}", reflection="Long. " * 100)
    path = tmp_path / "site.sqlite3"
    with sqlite3.connect(path) as file:
        connection.connection.backup(file)
        file.execute("PRAGMA journal_mode=WAL")
    file.close()
    return path


def run(path, *command):
    environment = os.environ | {"DATABASE_URL": f"sqlite:////{path}", "DEBUG": "true"}
    return subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


def found_in(folder) -> list[str]:
    """Read by another process: whoever opens and closes a file of SQLite's ends the locks its own process has on it."""
    found = subprocess.run(["grep", "-lrF", WORD, "."], cwd=folder, capture_output=True, text=True, check=False).stdout
    return sorted(name.removeprefix("./") for name in found.split())


def test_what_is_erased_is_overwritten(path):
    with sqlite3.connect(path) as other:  # a worker that stays connected, so that the log is not taken away at the end
        other.execute("UPDATE plans_plan SET after_school = ?", [WORD])
        other.commit()
        assert found_in(path.parent) == ["site.sqlite3", "site.sqlite3-wal"]

        assert "1 closed accounts were erased." in run(path, "purge_expired")

        assert other.execute("SELECT count(*) FROM accounts_user").fetchone() == (0,)
        assert found_in(path.parent) == []
        assert (path.parent / "site.sqlite3-wal").stat().st_size == 0
    other.close()


def test_without_it_the_bytes_would_still_be_there(path):
    """So the test above has eyes."""
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA secure_delete=OFF")
        file.execute("DELETE FROM plans_step")
        file.execute("UPDATE accounts_user SET name = ''")
    file.close()

    assert found_in(path.parent) == ["site.sqlite3"]
    assert User.objects.exists()
