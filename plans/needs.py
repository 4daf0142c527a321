"""What needs a student: what waits, is late or comes soon. Their page shows the rows, the weekly letter how many."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, UUIDField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from plans.models import Comment, Link, Plan, State
from plans.standing import Standing
from plans.timeline import Entry, open_entries

SOON = timedelta(days=14)
NOWHERE = Value(UUID(int=0), UUIDField())  # instead of NULL, which equals nothing


@dataclass(frozen=True)
class Row:
    words: str
    address: str
    on: date | None = None


@dataclass(frozen=True)
class Need:
    """One kind of thing that waits. ``words`` name nobody and nothing of a plan, for they go into letters too."""

    words: str
    address: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Waiting:
    """What waits in one plan, on its student's ``today``."""

    plan: Plan
    today: date
    comments: list[Comment]
    entries: list[Entry]
    links: list[Link]

    @property
    def needs(self) -> list[Need]:
        found = (self.sent_back, self.to_answer, self.overdue, self.soon, self.to_confirm, self.ending)
        return [need for need in (make() for make in found) if need]

    def sent_back(self) -> Need | None:
        is_back = self.plan.state == State.CHANGES_ASKED
        return Need("Your plan was sent back: change it and send it again", at("standing")) if is_back else None

    def to_answer(self) -> Need | None:
        rows = [Row(said.text, say_address(said)) for said in self.comments]
        return counted(rows, "remark of your counsellor to answer", "remarks of your counsellor to answer")

    def overdue(self) -> Need | None:
        rows = [row_of(entry) for entry in self.entries if entry.row.due_on < self.today]
        return counted(rows, "thing overdue", "things overdue")

    def soon(self) -> Need | None:
        rows = [row_of(entry) for entry in self.entries if self.today <= entry.row.due_on <= self.today + SOON]
        return counted(rows, "thing due within two weeks", "things due within two weeks")

    def to_confirm(self) -> Need | None:
        asks = Standing(self.plan, has_school=False, review=None, today=self.today).asks_whether_right
        is_due = asks or self.plan.update_is_due()
        return Need("Your plan is a year old: is it still right?", at("aims-of-plan")) if is_due else None

    def ending(self) -> Need | None:
        links = [link for link in self.links if self.today <= link.ends_on <= self.today + SOON]
        rows = [Row(link.name, reverse("plans:links"), link.ends_on) for link in links]
        return counted(rows, "link to your plan ends within two weeks", "links to your plan end within two weeks")


def waiting_for(students: Collection[User]) -> dict[int, Waiting]:
    """By the key of each who has a plan. Six queries, however many they are."""
    people = {student.pk: student for student in students}
    plans = list(Plan.objects.filter(user__in=people))
    until = timezone.localdate() + SOON + timedelta(days=1)  # somewhere it is tomorrow already
    said = by_plan((row.plan_id, row) for row in unanswered().filter(plan__in=plans))
    due = by_plan((entry.row.plan_id, entry) for entry in due_by(until, plans))
    links = Link.objects.open(timezone.localdate() - timedelta(days=1)).filter(plan__in=plans, ends_on__lte=until)
    ending = by_plan((link.plan_id, link) for link in links)
    return {
        plan.user_id: Waiting(plan, today_of(people[plan.user_id]), said[plan.pk], due[plan.pk], ending[plan.pk])
        for plan in plans
    }


def unanswered() -> QuerySet[Comment]:
    """What staff said and is not settled, where the student has said nothing since."""
    placed = Comment.objects.annotate(place=Coalesce("anchor", NOWHERE))
    since = placed.filter(plan=OuterRef("plan"), place=OuterRef("place"), by_staff=False, pk__gt=OuterRef("pk"))
    return placed.filter(by_staff=True, settled_at=None).exclude(Exists(since))


def due_by(day: date, plans: Collection[Plan]) -> list[Entry]:
    found = [
        Entry(what, row)
        for what, rows in open_entries().items()
        for row in rows.filter(plan__in=plans, due_on__lte=day)
    ]
    return sorted(found, key=lambda entry: entry.row.due_on)


def row_of(entry: Entry) -> Row:
    return Row(str(entry.row), entry.address, entry.due_on)


def by_plan(pairs: Iterable[tuple]) -> dict[int, list]:
    found = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return found


def today_of(person: User) -> date:
    return timezone.localdate(timezone=person.zone())


def counted(rows: list[Row], one: str, many: str) -> Need | None:
    return Need(f"{len(rows)} {one if len(rows) == 1 else many}", rows[0].address, rows) if rows else None


def at(place: str) -> str:
    return f"{reverse('plans:plan')}#{place}"


def say_address(said: Comment) -> str:
    return reverse("plans:say", args=[said.anchor] if said.anchor else [])
