"""What a report is: rows in columns, about what its reader may see and nothing else."""

import hashlib
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

from django.core.cache import cache
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.models import Cohort, Membership, School, User
from plans.models import Plan
from plans.timeline import year_end

COUNTED = 500
T = TypeVar("T")
Cell = str | int | Decimal | date | None


@dataclass(frozen=True)
class Row:
    """``plan`` is the one that its first cell leads to, and whose student is told of the look."""

    cells: Sequence[Cell]
    plan: Plan | None = None


@dataclass(frozen=True)
class Scope:
    """What one reader may see: the groups they look after now, or the one of them they chose."""

    staff: User
    cohorts: list[Cohort]
    chosen: Cohort | None
    today: date

    @classmethod
    def of(cls, staff: User, group: str = "") -> "Scope":
        """One query. A group that is not theirs, or is none, chooses nothing."""
        cohorts = list(Cohort.objects.open().of_staff(staff))
        chosen = next((cohort for cohort in cohorts if str(cohort.pk) == group), None)
        return cls(staff, cohorts, chosen, timezone.localdate())

    @property
    def groups(self) -> list[Cohort]:
        return [self.chosen] if self.chosen else self.cohorts

    @cached_property
    def schools(self) -> set[int]:
        return {cohort.school_id for cohort in self.cohorts}

    @cached_property
    def group_names(self) -> dict[int, str]:
        """By key, with the school's where there are several."""
        if len(self.schools) < 2:
            return {each.pk: str(each) for each in self.cohorts}
        schools = School.objects.in_bulk(self.schools)
        return {each.pk: f"{schools[each.school_id]}: {each}" for each in self.cohorts}

    @property
    def year_began(self) -> date:
        """The first day of the school year."""
        end = year_end(self.today)
        return end.replace(year=end.year - 1) + timedelta(days=1)

    @property
    def since(self) -> datetime:
        """The moment at which it began, where the reader is."""
        return timezone.make_aware(datetime.combine(self.year_began, time.min))

    def members(self) -> QuerySet[Membership]:
        """The students, group by group and then by name: an index goes along with it, so that a first page is quick."""
        called = Lower(Coalesce(NullIf("user__name", Value("")), "user__username"))
        rows = Membership.objects.students_in(self.groups, self.staff).select_related("user__plan")
        return rows.order_by(F("cohort_id").asc(), called.asc(), "pk")


@dataclass(frozen=True)
class Report:
    """``key`` stands in addresses. ``listed`` says about what there is a row, in order; ``rows`` makes the rows of some
    of them, in a number of queries that does not depend on how many they are.

    ``by_group`` says whether it can be narrowed to a group; ``batch``, how many rows are made at once for a file.
    """

    key: str
    name: str
    answers: str
    columns: tuple[str, ...]
    listed: Callable[[Scope], QuerySet | list]
    rows: Callable[[Sequence, Scope], list[Row]]
    names_students: bool = False
    by_group: bool = True
    per_page: int = 50
    batch: int = 500
    note: str = ""

    def __str__(self):
        return self.key

    def page(self, scope: Scope, number: int) -> "Page":
        """The first page is 1."""
        listed, start = self.listed(scope), (number - 1) * self.per_page
        found = list(listed[start : start + self.per_page + 1])
        has_next = len(found) > self.per_page
        count = start + len(found) if found and not has_next else counted(listed)
        return Page(number, self.rows(found[: self.per_page], scope), has_next, count)

    def batches(self, scope: Scope) -> Iterator[list[Row]]:
        """All of it, some rows at a time. Who left before their turn comes is left out."""
        listed, size = self.listed(scope), self.batch
        if isinstance(listed, list):
            yield from (self.rows(listed[at : at + size], scope) for at in range(0, len(listed), size))
            return
        keys = array("q", listed.values_list("pk", flat=True).iterator())
        for at in range(0, len(keys), size):
            found = {each.pk: each for each in listed.order_by().filter(pk__in=keys[at : at + size])}
            yield self.rows([found[key] for key in keys[at : at + size] if key in found], scope)


@dataclass(frozen=True)
class Page:
    """``count`` is of all pages, and COUNTED + 1 where it is more than that."""

    number: int
    rows: list[Row]
    has_next: bool
    count: int


def counted(listed: QuerySet | list) -> int:
    """Nobody waits for a count of twenty thousand."""
    return len(listed) if isinstance(listed, list) else listed.order_by()[: COUNTED + 1].count()


def kept(name: str, scope: Scope, cohorts: Collection[Cohort], seconds: int, count: Callable[[], T]) -> T:
    """What was counted about these very groups, for the same reader, so many seconds ago at most."""
    keys = ",".join(str(pk) for pk in sorted(cohort.pk for cohort in cohorts))
    key = hashlib.sha256(f"{name} {scope.staff.pk} {keys}".encode()).hexdigest()
    return cache.get_or_set(f"reports:{key}", count, seconds)


STUDENT = ("Student", "User name", "Group")


def plan_of(member: Membership) -> Plan | None:
    return getattr(member.user, "plan", None)


def student_row(member: Membership, scope: Scope, *cells: Cell) -> Row:
    user = member.user
    return Row([str(user), user.username, scope.group_names.get(member.cohort_id, ""), *cells], plan_of(member))


def day(at) -> date | None:
    """The day of a moment, where the reader is."""
    return timezone.localdate(at) if at else None
