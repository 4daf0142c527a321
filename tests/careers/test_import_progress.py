import io

import pytest
from rich.console import Console

from careers.management import progress


@pytest.fixture
def terminal(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "Console", lambda **kwargs: Console(file=screen, force_terminal=True))
    return screen


def test_a_person_who_waits_sees_how_far_it_is(terminal):
    assert list(progress.watched(range(30), "Reading", 30)) == list(range(30))

    assert "Reading" in terminal.getvalue()


def test_little_work_shows_no_bar(terminal):
    assert list(progress.watched(range(20), "Reading", 20)) == list(range(20))

    assert terminal.getvalue() == ""


def test_without_a_terminal_there_is_no_bar(capsys):
    assert list(progress.watched(range(30), "Reading", 30)) == list(range(30))

    assert capsys.readouterr().err == ""
