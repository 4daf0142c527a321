"""How often careers and fields of work are saved, without telling of the few.

A count below ``FEWEST`` is not shown. Nor can it be worked out from what is shown:

- there is no total, and none of these reports can be narrowed to a group, so that there is nothing to subtract from;
- a field of work counts students, each once, however many of its careers they saved; and it is not shown while those
  who saved its hidden careers are fewer than ``FEWEST`` in all: what is left of a field when its shown careers are
  taken away is never about fewer;
- counts are kept for ``KEPT`` seconds, so that two looks just before and after one student's change say the same.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Count

from plans.models import Target
from plans.reports.base import Report, Row, Scope, kept

FEWEST = 5
KEPT = 60 * 60
HIDDEN = "hidden"
Line = tuple[str, str, int | None]  # what it is, something about it, and how many students; none where that is hidden


def saved(scope: Scope):
    """Every career that a student of theirs has in the plan."""
    plans = scope.members().order_by().values("user__plan")
    return Target.objects.kept().filter(plan__in=plans, career__isnull=False).order_by()


def count_careers(scope: Scope) -> list[Line]:
    """The most saved first; those whose counts are hidden by their names, which say nothing of how often."""
    rows = saved(scope).values_list("career__title", "career__category__name").annotate(Count("plan"))
    return in_order((title, field, count if count >= FEWEST else None) for title, field, count in rows)


def count_fields(scope: Scope) -> list[Line]:
    rows = saved(scope)
    few = [career for career, count in rows.values_list("career").annotate(Count("plan")) if count < FEWEST]
    left_over = savers(rows.filter(career__in=few))
    return in_order(
        (field, "", count if count >= FEWEST and left_over.get(field, FEWEST) >= FEWEST else None)
        for field, count in savers(rows).items()
    )


def savers(rows) -> dict[str, int]:
    """How many students saved something in each field of work."""
    return dict(rows.values_list("career__category__name").annotate(Count("plan", distinct=True)))


def in_order(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-(line[2] or 0), line[0].casefold()))


def careers(scope: Scope) -> list[Line]:
    return kept("careers", scope, scope.cohorts, KEPT, lambda: count_careers(scope))


def fields(scope: Scope) -> list[Line]:
    return kept("fields", scope, scope.cohorts, KEPT, lambda: count_fields(scope))


def career_rows(lines: Sequence[Line], scope: Scope) -> list[Row]:
    return [Row([title, field, count or HIDDEN]) for title, field, count in lines]


def field_rows(lines: Sequence[Line], scope: Scope) -> list[Row]:
    return [Row([field, count or HIDDEN]) for field, _, count in lines]


NOTE = (
    f"Counts below {FEWEST} are hidden, and so is a field of work from which one could be worked out. "
    "Counted at most once an hour."
)
CAREERS = Report(
    "careers", "Careers saved", "Which careers do students save, and how many of them?",
    ("Career", "Field of work", "Students"), careers, career_rows, by_group=False, note=NOTE,
)  # fmt: skip
FIELDS = Report(
    "fields", "Fields of work saved", "In which fields do students save careers, and how many of them?",
    ("Field of work", "Students"), fields, field_rows, by_group=False, note=NOTE,
)  # fmt: skip
