"""Which engine the database has."""

from types import ModuleType

from django.db import connection

from careers.search import postgresql, sqlite


def engine() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite
