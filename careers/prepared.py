"""Queries whose SQL is compiled once a process: building it anew costs the ORM several times what running it does."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Value = int | str | date


class Prepared:
    """``Prepared(lambda pk: Career.objects.filter(pk=pk).values_list("title"), pk=int)``, then ``.rows(pk=3)``.

    The queryset is built once with a stand-in for each named value; a call puts the real ones in their places. Every call
    must give every name. The queryset must be a ``values_list`` whose columns need no conversion (text, numbers).
    """

    def __init__(self, build: Callable[..., QuerySet], **kinds: type):
        self.build = build
        self.kinds = kinds

    @cached_property
    def compiled(self) -> tuple[str, tuple[Any, ...]]:
        """The SQL, and its parameters with a ``Slot`` for each that is given later."""
        stand_ins = {name: stand_in(kind, place) for place, (name, kind) in enumerate(self.kinds.items())}
        sql, params = self.build(**stand_ins).query.sql_with_params()
        slots = {plain(value): Slot(name) for name, value in stand_ins.items()}
        return sql, tuple(slots.get(plain(param), param) for param in params)

    def rows(self, **values: Value) -> list[tuple]:
        sql, params = self.compiled
        with connection.cursor() as cursor:
            cursor.execute(sql, [plain(values[param.name]) if isinstance(param, Slot) else param for param in params])
            return cursor.fetchall()


class Slot:
    def __init__(self, name: str):
        self.name = name


def stand_in(kind: type, place: int) -> Value:
    """A value that no row has and no other parameter is."""
    if kind is int:
        return -7_000_000_001 - place
    return date(1, 1, 1 + place) if kind is date else f"stand-in {place}"


def plain(value: Any) -> Any:
    """Dates as the text that every database reads."""
    return value.isoformat() if isinstance(value, date) else value
