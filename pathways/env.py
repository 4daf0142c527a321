"""Typed reading of the environment: every fault is one sentence that names the variable."""

import os
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, str(default)).lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is “{value}”: write true or false.")
    return value in TRUE


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is “{value}”: write a whole number.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def zone(name: str, default: str) -> str:
    """A time zone's name, such as ``Europe/Dublin``."""
    value = text(name, default)
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ImproperlyConfigured(f"{name} is “{value}”: write a time zone such as Europe/Dublin.") from None


def database(name: str, default: str, *, base: Path) -> dict:
    """Django's settings for an address; a relative SQLite path starts at ``base``, wherever the command was called."""
    try:
        parts = urlsplit(text(name, default))
        port = parts.port
    except ValueError:  # a port that is no number, a broken IPv6 address
        raise ImproperlyConfigured(unreadable(name)) from None
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        return sqlite(name, unquote(parts.path[1:]), base)
    if parts.scheme in {"postgres", "postgresql"} and len(parts.path) > 1:
        return postgresql(parts, port)
    raise ImproperlyConfigured(unreadable(name))


def unreadable(name: str) -> str:
    """Say so without repeating the address: it may hold a password."""
    return f"{name} cannot be read: write postgresql://user:password@host:5432/name or sqlite:////path/to/file."


def sqlite(name: str, path: str, base: Path) -> dict:
    """SQLite opened for the web: readers beside a writer, no acknowledged save lost to a power cut, and what is deleted
    is overwritten."""
    if path != ":memory:":
        path = str(base / path)
        make_folder(name, Path(path).parent)
    pragmas = (
        "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "cache_size=-16000",
        "secure_delete=ON",
    )  # fmt: skip
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
    }


def make_folder(name: str, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} needs the folder {folder}: {error.strerror}.") from None


def postgresql(parts: SplitResult, port: int | None) -> dict:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
