import sqlite3
import sys

import pytest
from django.core.checks import INFO

from pathways import checks


class Database:
    def __init__(self, vendor):
        self.vendor = vendor


@pytest.fixture
def on_sqlite(monkeypatch):
    monkeypatch.setattr(checks, "connection", Database("sqlite"))
    monkeypatch.setattr(sys, "argv", ["manage.py", "check"])


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
@pytest.mark.usefixtures("on_sqlite")
def test_an_old_sqlite_is_named_for_information(monkeypatch, version):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)

    [message] = checks.sqlite_is_sound(None)

    assert (message.id, message.level) == ("pathways.I001", INFO)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (4, 0, 0)])
@pytest.mark.usefixtures("on_sqlite")
def test_of_a_sound_sqlite_nothing_is_said(monkeypatch, version):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)

    assert checks.sqlite_is_sound(None) == []


@pytest.mark.parametrize(
    ("command", "messages"), [("runserver", 1), ("start", 1), ("import_careers", 0), ("migrate", 0)]
)
@pytest.mark.usefixtures("on_sqlite")
def test_it_is_said_where_the_site_starts_and_in_no_other_command(monkeypatch, command, messages):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(sys, "argv", ["manage.py", command, "--help"])

    assert len(checks.sqlite_is_sound(None)) == messages


@pytest.mark.usefixtures("on_sqlite")
def test_of_another_database_nothing_is_said(monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(checks, "connection", Database("postgresql"))

    assert checks.sqlite_is_sound(None) == []
