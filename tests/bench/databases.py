"""Where the generated careers stand: an SQLite file each in a temporary folder, or a PostgreSQL database each."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from tests.bench import processes


@dataclass(frozen=True)
class SQLite:
    folder: Path
    serves: ClassVar[bool] = False

    def url(self, name: str) -> str:
        return f"sqlite:///{self.folder}/{name}.sqlite3"

    def create(self, name: str) -> None:
        """SQLite makes its file itself."""

    def drop(self, name: str) -> None:
        """The file goes with its folder."""

    def bump(self, name: str) -> None:
        """Say that the content changed, as ``ContentVersion.bump`` does, from outside the servers."""
        connection = sqlite3.connect(self.folder / f"{name}.sqlite3", timeout=10)
        with connection:
            connection.execute("UPDATE careers_contentversion SET token = lower(hex(randomblob(16)))")
        connection.close()

    def processes(self, name: str) -> list[int]:
        """None of its own: what SQLite does is done in the workers."""
        return []

    def sizes(self, name: str) -> dict[str, float]:
        """MB of each part of the search index and of everything; nothing where this SQLite does not count pages."""
        connection = sqlite3.connect(self.folder / f"{name}.sqlite3", timeout=10)
        try:
            counted = dict(connection.execute("SELECT name, sum(pgsize) / 1e6 FROM dbstat GROUP BY name"))
        except sqlite3.OperationalError:
            return {}
        finally:
            connection.close()
        titles = sum(size for table, size in counted.items() if table.startswith("careers_search_title"))
        search = sum(size for table, size in counted.items() if table.startswith("careers_search"))
        return {"Titles": titles, "All that is said": search - titles, "The whole database": sum(counted.values())}


@dataclass(frozen=True)
class PostgreSQL:
    """``server`` is an address such as ``postgresql://user:password@host:5432``; its databases go at the end."""

    server: str
    serves: ClassVar[bool] = True

    def url(self, name: str) -> str:
        return f"{self.server}/pathways_{name}"

    def create(self, name: str) -> None:
        self.drop(name)
        self.run("postgres", f"CREATE DATABASE pathways_{name}")

    def drop(self, name: str) -> None:
        self.run("postgres", f"DROP DATABASE IF EXISTS pathways_{name} WITH (FORCE)")

    def bump(self, name: str) -> None:
        self.run(f"pathways_{name}", "UPDATE careers_contentversion SET token = gen_random_uuid()")

    def processes(self, name: str) -> list[int]:
        """Its backends for this database; a server on another computer cannot be measured."""
        return processes.backends(self.postmaster, f"pathways_{name}")

    @cached_property
    def postmaster(self) -> int:
        found = self.run("postgres", "SELECT pg_backend_pid()", alone=processes.parent)
        if not found or "postgres" not in processes.title(found):
            raise SystemExit("This PostgreSQL runs on another computer, so its CPU cannot be counted.")
        return found

    def sizes(self, name: str) -> dict[str, float]:
        """MB of each part of the search index, and of everything."""
        parts = {"Titles": "careers_search_title", "All that is said": "careers_search"}
        sizes = {part: f"SELECT pg_total_relation_size('{table}')" for part, table in parts.items()}
        sizes["The whole database"] = "SELECT pg_database_size(current_database())"
        return {part: self.run(f"pathways_{name}", query, alone=float) / 1e6 for part, query in sizes.items()}

    def run(self, database: str, statement: str, alone: Callable | None = None):
        """``alone`` is given the only value that comes back, while the connection stands."""
        import psycopg

        with psycopg.connect(f"{self.server}/{database}", autocommit=True) as connection:
            cursor = connection.execute(statement)
            return alone(cursor.fetchone()[0]) if alone else None
