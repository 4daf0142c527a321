"""What a plan keeps beside careers and steps, as its page shows it: the rows of each kind, and those deleted lately."""

from dataclasses import dataclass
from decimal import Decimal

from careers.prepared import PreparedModels
from plans.deleted import Deleted, since
from plans.kinds import KINDS, RECORDS, Kind
from plans.models import Plan, PlanRow


@dataclass(frozen=True)
class Shelf:
    """The rows of one kind, in their order."""

    kind: Kind
    rows: list[PlanRow]

    @property
    def hours(self) -> Decimal | None:
        """Of work-based learning, in all."""
        return sum((row.hours for row in self.rows), Decimal(0)) if self.kind.key == "experience" else None

    @property
    def about(self) -> str:
        """The first part of the id of a row's words."""
        return f"{self.kind.key}-text"

    @property
    def template(self) -> str:
        return f"plans/records/_{self.kind.key}.html"


@dataclass(frozen=True)
class Records:
    goals: Shelf
    shelves: list[Shelf]
    deleted: list[Deleted]

    @classmethod
    def of(cls, plan: Plan | None) -> "Records":
        """A query for each kind, which reads with it what was deleted lately."""
        rows = {kind.key: read(kind, plan) for kind in KINDS.values()}
        shelves = {key: Shelf(KINDS[key], [row for row in found if not row.removed_at]) for key, found in rows.items()}
        deleted = [Deleted(key, row) for key, found in rows.items() for row in found if row.removed_at]
        return cls(shelves["goal"], [shelves[kind.key] for kind in RECORDS], deleted)


def read(kind: Kind, plan: Plan | None) -> list[PlanRow]:
    """Those deleted long ago are few, and go with the next night."""
    if plan is None:
        return []
    lately = since()
    return [row for row in ROWS[kind.key].all(plan=plan.pk) if not row.removed_at or row.removed_at > lately]


def rows_of(kind: Kind) -> PreparedModels:
    return PreparedModels(lambda plan: kind.model.objects.filter(plan=plan), plan=int)


ROWS = {key: rows_of(kind) for key, kind in KINDS.items()}
