"""What is to come, by when: steps, goals and applications of a plan as of the student's today."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from plans.models import Application, Goal, Plan, Progress, Step

TERM_ENDS = ((4, 30), (7, 31), (12, 31))
YEAR_ENDS = (7, 31)
OPEN_STEPS = (Progress.NOT_STARTED, Progress.STARTED)
OPEN_GOALS = (Goal.State.NOT_STARTED, Goal.State.STARTED)
OPEN_APPLICATIONS = (Application.State.THINKING, Application.State.STARTED)


@dataclass(frozen=True)
class Entry:
    """``what`` is step, goal or application."""

    what: str
    row: Step | Goal | Application

    @property
    def due_on(self) -> date | None:
        return self.row.due_on

    @property
    def done_on(self) -> date | None:
        return self.row.done_on if isinstance(self.row, Step) else None

    @property
    def address(self) -> str:
        return f"{reverse('plans:plan')}#{self.what}-{self.row.pk}"

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


@dataclass(frozen=True)
class Part:
    """``until`` is its last day, where it has one."""

    key: str
    title: str
    until: date | None = None
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Timeline:
    parts: list[Part]
    done: list[Entry]
    count: int

    @classmethod
    def of(cls, plan: Plan | None, today: date) -> "Timeline":
        """Three queries, however much there is. ``done`` and ``count`` are of steps."""
        entries = list(entries_of(plan)) if plan else []
        done = [entry for entry in entries if entry.is_done]
        done.sort(key=lambda entry: entry.done_on or today, reverse=True)
        parts = {part.key: part for part in parts_from(today)}
        for entry in sorted((each for each in entries if not each.is_done), key=lambda each: each.due_on or date.max):
            parts[place(entry.due_on, today)].entries.append(entry)
        return cls(list(parts.values()), done, sum(entry.what == "step" for entry in entries))


def open_entries() -> dict[str, QuerySet]:
    """What there still is to do in plans, by what it is."""
    return {
        "step": Step.objects.shown().filter(state__in=OPEN_STEPS),
        "goal": Goal.objects.filter(state__in=OPEN_GOALS).kept(),
        "application": Application.objects.filter(state__in=OPEN_APPLICATIONS).kept(),
    }


def entries_of(plan: Plan) -> Iterator[Entry]:
    for step in plan.steps.shown().exclude(state=Progress.NOT_NEEDED).select_related("target__career"):
        yield Entry("step", step)
    for what in ("goal", "application"):
        for row in open_entries()[what].filter(plan=plan):
            yield Entry(what, row)


def parts_from(today: date) -> list[Part]:
    return [
        Part("overdue", "Overdue"),
        Part("term", "This term", term_end(today)),
        Part("year", "This school year", year_end(today)),
        Part("later", "Later"),
        Part("any", "No date yet"),
    ]


def place(due_on: date | None, today: date) -> str:
    if due_on is None:
        return "any"
    if due_on < today:
        return "overdue"
    if due_on <= term_end(today):
        return "term"
    return "year" if due_on <= year_end(today) else "later"


def term_end(today: date) -> date:
    """Terms are taken to end in April, July and December, as near as holds for most schools."""
    return next(day for day in (date(today.year, *end) for end in TERM_ENDS) if day >= today)


def year_end(today: date) -> date:
    this = date(today.year, *YEAR_ENDS)
    return this if today <= this else date(today.year + 1, *YEAR_ENDS)
