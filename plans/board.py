"""The plan as its page shows it: steps under their saved careers and goals, and what is due when, as of the student's
today."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from careers.comparing.asking import MOST
from careers.models import Career
from plans.models import Goal, Plan, Progress, Step, Target
from plans.threads import Thread, threads_of


class When(StrEnum):
    DONE = "done"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    ANY_TIME = ""
    NOT_NEEDED = "not-needed"


def when(step: Step, today: date) -> When:
    """Soon is within seven days, of which today is the first."""
    if step.done_on:
        return When.DONE
    if step.state == Progress.NOT_NEEDED:
        return When.NOT_NEEDED
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
    thread: Thread | None = None

    @property
    def is_first(self) -> bool:
        return self.group.rows[0] is self

    @property
    def is_last(self) -> bool:
        return self.group.rows[-1] is self


class Counted:
    """Counts of ``rows``; what does not apply counts nowhere."""

    rows: list[Row]

    @property
    def done(self) -> int:
        return sum(row.when is When.DONE for row in self.rows)

    @property
    def count(self) -> int:
        return sum(row.when is not When.NOT_NEEDED for row in self.rows)


@dataclass(frozen=True)
class Group(Counted):
    """A saved career, or a goal, with its steps in the student's order; without either, the steps on their own.

    ``others`` are the steps towards a goal that stand under their careers.
    """

    target: Target | None = None
    goal: Goal | None = None
    thread: Thread | None = None
    rows: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Board(Counted):
    plan: Plan | None
    groups: list[Group]
    goals: list[Group]
    alone: Group
    remarks: list[Thread]

    @classmethod
    def of(cls, plan: Plan | None, today: date, goals: Iterable[Goal] | None = None) -> "Board":
        """Three queries, and one for the goals where they were not read before, however much there is."""
        threads = threads_of(plan)
        groups = {target.pk: Group(target) for target in targets(plan)}
        aims = {goal.pk: Group(goal=goal, thread=threads.get(goal.token)) for goal in goals_of(plan, goals)}
        alone = Group()
        shown = {goal.goal.token for goal in aims.values() if goal.goal}
        for step in steps(plan):
            aim = aims.get(step.goal_id)
            group = groups.get(step.target_id) or aim or alone
            row = Row(step, when(step, today), group, threads.get(step.token))
            group.rows.append(row)
            if aim is not None and aim is not group:
                aim.others.append(row)
            shown.add(step.token)
        return cls(plan, list(groups.values()), list(aims.values()), alone, elsewhere(threads, shown))

    @property
    def comparable(self) -> list[Career]:
        """The first saved careers that are still on the site, as many as fit side by side."""
        return [group.target.career for group in self.groups if group.target.is_open][:MOST]

    @property
    def rows(self) -> list[Row]:
        return [row for group in (*self.goals, *self.groups, self.alone) for row in group.rows]

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


def goals_of(plan: Plan | None, goals: Iterable[Goal] | None) -> Iterable[Goal]:
    if goals is not None or plan is None:
        return goals or ()
    return Goal.objects.filter(plan=plan).kept()


def steps(plan: Plan | None) -> Iterable[Step]:
    return plan.steps.shown().select_related("career") if plan else ()


def elsewhere(threads: dict[UUID | None, Thread], shown: set[UUID]) -> list[Thread]:
    """What is said of the plan as a whole, and of what is not in it any more."""
    return [thread for anchor, thread in threads.items() if anchor not in shown]
