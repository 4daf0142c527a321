import sqlite3

import pytest
from django.core.checks import INFO

from pathways import checks


class Database:
    def __init__(self, vendor):
        self.vendor = vendor


@pytest.fixture
def on_sqlite(monkeypatch):
    monkeypatch.setattr(checks, "connection", Database("sqlite"))


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


def test_of_another_database_nothing_is_said(monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(checks, "connection", Database("postgresql"))

    assert checks.sqlite_is_sound(None) == []
