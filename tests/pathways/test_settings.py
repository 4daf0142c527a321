"""The settings as the environment makes them, read anew for each test; and the start of a site that lacks one."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "pathways" / "settings.py"
PRODUCTION = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "pathways.example.org", "DATABASE_URL": "sqlite:///:memory:"}


def names() -> list[str]:
    """Every variable of the environment that the settings read."""
    calls = [node for node in ast.walk(ast.parse(SETTINGS.read_text())) if isinstance(node, ast.Call)]
    return [call.args[0].value for call in calls if ast.unparse(call.func).startswith("env.")]


@pytest.fixture
def read(monkeypatch):
    """The settings under production's environment with these differences; ``None`` takes a variable away."""

    def read(**differences):
        for name in names():
            monkeypatch.delenv(name, raising=False)
        for name, value in (PRODUCTION | differences).items():
            if value is not None:
                monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return read


@pytest.mark.parametrize(
    ("differences", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": " "}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "only-for-development-never-for-a-school"}, "SECRET_KEY is missing"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is empty"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS is empty"),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL cannot be read"),
        ({"TIME_ZONE": "Mars"}, "TIME_ZONE is “Mars”"),
        ({"HTTPS": "perhaps"}, "HTTPS is “perhaps”"),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is “smtp”"),
    ],
)
def test_production_refuses_to_start_in_one_sentence(read, differences, sentence):
    with pytest.raises(ImproperlyConfigured, match=f"^{sentence}") as refused:
        read(**differences)

    assert "\n" not in str(refused.value)


def test_production_is_closed_by_default(read):
    settings = read()

    assert settings["DEBUG"] is False
    assert (
        settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is settings["SECURE_SSL_REDIRECT"] is True
    )
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert "Manifest" in settings["STORAGES"]["staticfiles"]["BACKEND"]


def test_development_needs_nothing_set(read):
    settings = read(DEBUG="true", SECRET_KEY=None, ALLOWED_HOSTS=None, DATABASE_URL=None)

    assert settings["SECRET_KEY"]
    assert "127.0.0.1" in settings["ALLOWED_HOSTS"]
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["DATABASES"]["default"]["NAME"] == str(ROOT / "var" / "pathways.sqlite3")


def test_without_https_nothing_insists_on_it(read):
    settings = read(HTTPS="false")

    assert settings["SESSION_COOKIE_SECURE"] is settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_a_forwarded_scheme_is_believed_only_behind_a_proxy(read):
    assert read()["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert read(TRUSTED_PROXIES="0")["SECURE_PROXY_SSL_HEADER"] is None


def test_what_limits_guessing_is_shared_by_all_workers(read):
    assert "DatabaseCache" in read()["CACHES"]["default"]["BACKEND"]
    assert "RedisCache" in read(REDIS_URL="redis://127.0.0.1:6379/0")["CACHES"]["default"]["BACKEND"]


@pytest.mark.parametrize(
    ("port", "by_ssl", "by_tls"), [("587", False, True), ("465", True, False), ("25", False, True)]
)
def test_mail_goes_by_one_kind_of_encryption(read, port, by_ssl, by_tls):
    settings = read(EMAIL_HOST="mail.example.org", EMAIL_PORT=port)

    assert settings["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    assert (settings["EMAIL_USE_SSL"], settings["EMAIL_USE_TLS"]) == (by_ssl, by_tls)


def test_without_a_mail_server_no_letter_reaches_the_log_of_production(read):
    assert read()["EMAIL_BACKEND"].endswith("dummy.EmailBackend")
    assert read(DEBUG="true")["EMAIL_BACKEND"].endswith("console.EmailBackend")


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "https://pathways.example.org"),
        ({"HTTPS": "false"}, "http://pathways.example.org"),
        ({"SITE_ADDRESS": "https://careers.example.org/"}, "https://careers.example.org"),
    ],
)
def test_letters_lead_to_the_first_name_of_the_site(read, changes, address):
    assert read(**changes)["SITE_ADDRESS"] == address


def test_every_setting_is_explained_in_running_md():
    text = (ROOT / "docs" / "running.md").read_text()

    assert [name for name in names() if f"`{name}`" not in text] == []


def run(*command, **environment):
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_command_says_its_one_sentence_without_a_traceback():
    ended = run("manage.py", "migrate", ALLOWED_HOSTS="pathways.example.org")

    assert ended.returncode == 1
    assert ended.stderr.startswith("Pathways cannot start: SECRET_KEY is missing")
    assert ended.stderr.count("\n") == 1


def test_the_server_says_its_one_sentence_and_stops():
    ended = run("-m", "gunicorn", "--bind", "127.0.0.1:0", SECRET_KEY="k" * 60)

    assert ended.returncode != 0
    assert "Pathways cannot start: ALLOWED_HOSTS is empty" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="These are SQLite's.")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000), ("cache_size", -16_000), ("secure_delete", 1)],
)
def test_sqlite_is_opened_for_the_web(pragma, value):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_file_of_sqlite_is_written_ahead_and_locked_at_once(read):
    options = read()["DATABASES"]["default"]["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
