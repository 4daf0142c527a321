"""Put the rows of a release in the place of those that stood there, and count what that changed.

The caller holds the transaction. Figures that stay the same are not written again; what a release no longer has goes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter, itemgetter
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

from careers.models import Source
from careers.official.files import BadRelease, Row

STATED = ("family", "release", "dated", "name", "publisher", "licence", "attribution", "address")
NOT_COMPARED = {"id", "source_id"}
Progress = Callable[[Iterable, str, int], Iterable]  # items, what they are, how many


@dataclass
class Count:
    """Rows as they are read from a file, and why some of them are not used: handed to ``put`` with what was made."""

    read: int = 0
    unmatched: Counter[str] = field(default_factory=Counter)

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.read += 1
            yield row


@dataclass(frozen=True)
class Tally:
    """What became of one table: rows read, those not used by reason, and what happened to those that stand.

    ``moved`` say the same as they did, and now from this release.
    """

    table: str
    read: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0
    moved: int = 0
    unmatched: Mapping[str, int] = field(default_factory=dict)

    @property
    def matched(self) -> int:
        return self.read - sum(self.unmatched.values())

    @property
    def differs(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.moved)

    def __str__(self):
        unmatched = "; ".join(f"{number:,} {why}" for why, number in self.unmatched.items())
        return (
            f"{self.table}: {self.read:,} read, {self.matched:,} matched"
            f"{f', unmatched {unmatched}' if unmatched else ''}. "
            f"{self.added:,} added, {self.changed:,} changed, {self.removed:,} removed, {self.same:,} the same."
        )


def source(stated: Source, *, force: bool) -> Source:
    """The row of this release, made or brought up to date; refused where a newer one is in, unless forced."""
    newest = Source.objects.filter(family=stated.family).order_by("-dated").first()
    if newest and newest.dated > stated.dated and not force:
        raise BadRelease(
            f"{newest} is in already, and {stated.release} is older. Say --force to put it in the newer one’s place."
        )
    values = {name: getattr(stated, name) for name in STATED}
    release, _ = Source.objects.update_or_create(family=stated.family, release=stated.release, defaults=values)
    return release


def put(
    made: Iterable[tuple[Row, Model]], standing: QuerySet, release: Source, table: str, count: Count | None = None
) -> Tally:
    """Make ``standing`` (the rows that this table stands for) hold exactly the rows in ``made``, from this release.

    Rows are told apart by the model's unique constraint. ``count`` has the rows that ``made`` is read from.
    """
    fields = [field.attname for field in standing.model._meta.concrete_fields if field.attname not in NOT_COMPARED]
    values_of, key_of = attrgetter(*fields), itemgetter(*map(fields.index, key_fields(standing.model)))
    known = {key_of(row): row for row in standing.values_list(*fields, "pk").iterator()}
    new: list[Model] = []
    stale: list[Any] = []
    seen: dict[Any, int] = {}
    for row, instance in made:
        values = values_of(instance)
        key = key_of(values)
        once(seen, key, row)
        *old, pk = known.get(key, [None])
        if old != list(values):
            new.append(instance)
            stale += [pk] if pk else []
    gone = [row[-1] for key, row in known.items() if key not in seen]
    moved = replace(standing, [*stale, *gone], new, release)
    count, added, same = count or Count(len(seen)), len(new) - len(stale), len(seen) - len(new)
    return Tally(table, count.read, added, len(stale), len(gone), same, moved, dict(count.unmatched))


def once(seen: dict[Any, int], key: Any, row: Row) -> None:
    """Refuse a key that was seen; what it says of it is in the file, the rest being numbers of rows here."""
    if key in seen:
        said = key if isinstance(key, str) else ", ".join(part for part in key if isinstance(part, str) and part)
        raise row.wrong(f"It is about the same as row {seen[key]}: {said}.")
    seen[key] = row.number


def replace(standing: QuerySet, old: Iterable[Any], new: Sequence[Model], release: Source) -> int:
    """Write the new rows, and give those that stay the release they now come from: how many that were."""
    delete(standing.model, old)
    for instance in new:
        instance.source_id = release.pk  # type: ignore[attr-defined]
    insert(standing.model, new)
    return standing.exclude(source=release).update(source=release)


def insert(model: type[Model], new: Sequence[Model]) -> None:
    """What bulk_create does in four times the time, for it writes SQL for every value: a release has 200,000 rows."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    prepared = [(field.attname, field.get_db_prep_save) for field in fields]
    rows = [[prepare(getattr(each, name), connection) for name, prepare in prepared] for each in new]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quoted(model._meta.db_table)} ({columns}) VALUES ({marks})", rows)  # noqa: S608


def key_fields(model: type[Model]) -> list[str]:
    """The columns of the model's unique constraint."""
    names: Sequence[str] = model._meta.total_unique_constraints[0].fields
    return [model._meta.get_field(name).attname for name in names]  # type: ignore[union-attr]


def delete(model: type[Model], keys: Iterable[Any]) -> None:
    left = iter(keys)
    while batch := list(islice(left, 500)):
        model._default_manager.filter(pk__in=batch).delete()


def forget_unused(family: str, models: Iterable[type[Model]]) -> None:
    """Releases of which nothing is left go too."""
    used = {pk for model in models for pk in model._default_manager.values_list("source", flat=True).distinct()}
    Source.objects.filter(family=family).exclude(pk__in=used).delete()
