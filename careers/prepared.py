"""Queries whose SQL is compiled once a process: building it anew costs the ORM several times what running it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

Value = int | str | date
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Slot:
    """The place of a parameter that is given with each call."""

    name: str


@dataclass(frozen=True)
class Compiled:
    sql: str
    params: tuple[Any, ...]
    compiler: Any
    converters: dict[int, Any]


class Prepared:
    """``Prepared(lambda pk: Career.objects.filter(pk=pk).values_list("title"), pk=int)``, then ``.rows(pk=3)``.

    The queryset is built once, with a stand-in for each named value; a call puts the real ones in their places, and
    must give every one. It must be a ``values_list``; its columns are converted as the ORM does.
    """

    def __init__(self, build: Callable[..., QuerySet], **kinds: type):
        self.build = build
        self.kinds = kinds

    @cached_property
    def compiled(self) -> Compiled:
        stand_ins = {name: stand_in(kind, place) for place, (name, kind) in enumerate(self.kinds.items())}
        slots: dict[Any, Slot] = {plain(value): Slot(name) for name, value in stand_ins.items()}
        compiler = self.build(**stand_ins).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        return Compiled(sql, tuple(slots.get(plain(param), param) for param in params), compiler, converters)

    def rows(self, **values: Value) -> list[tuple]:
        query = self.compiled
        params = [plain(values[param.name]) if isinstance(param, Slot) else param for param in query.params]
        with connection.cursor() as cursor:
            cursor.execute(query.sql, params)
            found = cursor.fetchall()
        if query.converters:
            return [tuple(row) for row in query.compiler.apply_converters(found, query.converters)]
        return found


class PreparedModels(Generic[Row]):
    """``PreparedModels(lambda plan: Goal.objects.filter(plan=plan), plan=int)``, then ``.all(plan=3)``: whole rows.

    The queryset reads one table: what ``select_related`` and ``annotate`` add is not there.
    """

    def __init__(self, build: Callable[..., QuerySet[Row]], **kinds: type):
        self.build = build
        self.columns = Prepared(lambda **values: build(**values).values_list(*self.names), **kinds)

    @cached_property
    def model(self) -> type[Row]:
        return self.build(**dict.fromkeys(self.columns.kinds)).model

    @cached_property
    def names(self) -> list[str]:
        return [field.attname for field in self.model._meta.concrete_fields]

    def all(self, **values: Value) -> list[Row]:
        return [self.model.from_db(DEFAULT_DB_ALIAS, self.names, row) for row in self.columns.rows(**values)]


def stand_in(kind: type, place: int) -> Value:
    """A value that no other parameter is."""
    if kind is int:
        return -7_000_000_001 - place
    return date(1, 1, 1 + place) if kind is date else f"stand-in {place}"


def plain(value: Any) -> Any:
    """Dates as the text that every database reads."""
    return value.isoformat() if isinstance(value, date) else value
