"""The plan as its page shows it: steps under their saved careers, and what is due when, as of the student's today."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from careers.comparing.asking import MOST
from careers.models import Career
from plans.models import Plan, Step, Target


class When(StrEnum):
    DONE = "done"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    ANY_TIME = ""


def when(step: Step, today: date) -> When:
    """Soon is within seven days, of which today is the first."""
    if step.done_on:
        return When.DONE
    if step.due_on is None:
        return When.ANY_TIME
    if step.due_on < today:
        return When.OVERDUE
    if step.due_on == today:
        return When.TODAY
    return When.SOON if step.due_on < today + timedelta(days=7) else When.LATER


@dataclass(frozen=True)
class Row:
    step: Step
    when: When
    group: "Group" = field(repr=False)

    @property
    def is_first(self) -> bool:
        return self.group.rows[0] is self

    @property
    def is_last(self) -> bool:
        return self.group.rows[-1] is self


@dataclass(frozen=True)
class Group:
    """A saved career with its steps in the student's order; without a career, the steps on their own."""

    target: Target | None
    rows: list[Row] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(row.when is When.DONE for row in self.rows)


@dataclass(frozen=True)
class Board:
    groups: list[Group]
    alone: Group

    @classmethod
    def of(cls, user, today: date) -> "Board":
        """Three queries, however much there is."""
        plan = Plan.objects.filter(user=user).first()
        groups = {target.pk: Group(target) for target in targets(plan)}
        alone = Group(None)
        for step in steps(plan):
            group = groups.get(step.target_id, alone)
            group.rows.append(Row(step, when(step, today), group))
        return cls(list(groups.values()), alone)

    @property
    def comparable(self) -> list[Career]:
        """The first saved careers that are still on the site, as many as fit side by side."""
        return [group.target.career for group in self.groups if group.target.is_open][:MOST]

    @property
    def rows(self) -> list[Row]:
        return [row for group in (*self.groups, self.alone) for row in group.rows]

    @property
    def done(self) -> int:
        return sum(row.when is When.DONE for row in self.rows)

    @property
    def overdue(self) -> list[Row]:
        return self.due(When.OVERDUE)

    @property
    def next_days(self) -> list[Row]:
        return self.due(When.TODAY, When.SOON)

    def row_of(self, step: Step) -> Row | None:
        return next((row for row in self.rows if row.step == step), None)

    def due(self, *whens: When) -> list[Row]:
        """The rows that are due then, the earliest first."""
        return sorted((row for row in self.rows if row.when in whens), key=lambda row: row.step.due_on)


def targets(plan: Plan | None) -> Iterable[Target]:
    return plan.targets.kept().select_related("career__category") if plan else ()


def steps(plan: Plan | None) -> Iterable[Step]:
    return plan.steps.shown().select_related("career") if plan else ()
