"""Where the generated careers stand: an SQLite file each in a temporary folder, or a PostgreSQL database each."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SQLite:
    folder: Path

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


@dataclass(frozen=True)
class PostgreSQL:
    """``server`` is an address such as ``postgresql://user:password@host:5432``; its databases go at the end."""

    server: str

    def url(self, name: str) -> str:
        return f"{self.server}/pathways_{name}"

    def create(self, name: str) -> None:
        self.drop(name)
        self.run("postgres", f"CREATE DATABASE pathways_{name}")

    def drop(self, name: str) -> None:
        self.run("postgres", f"DROP DATABASE IF EXISTS pathways_{name} WITH (FORCE)")

    def bump(self, name: str) -> None:
        self.run(f"pathways_{name}", "UPDATE careers_contentversion SET token = gen_random_uuid()")

    def run(self, database: str, statement: str) -> None:
        import psycopg

        with psycopg.connect(f"{self.server}/{database}", autocommit=True) as connection:
            connection.execute(statement)
