"""The lines of the caseload, put together here and not in a template: fifty of them have hundreds of cells."""

from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from plans.models import Plan, State
from plans.packs.standing import Checklist

LINE = """<tr role="row">
<th role="rowheader" scope="row">
<label class="tickable"><input class="tick" type="checkbox" name="student" value="{pk}" form="chosen">\
<span class="visually-hidden">Choose {called}</span></label>
<span class="who" dir="auto">{who}</span>
</th>
<td role="cell" data-label="Group">{group}</td>
<td role="cell" data-label="Plan">{plan}</td>
<td role="cell" data-label="Asked" class="asked">{asked}</td>
<td role="cell" data-label="Changed">{changed}</td>
<td role="cell" data-label="Overdue">{late}</td>
<td role="cell" data-label="Last word">{word}</td>
<td role="cell" data-label="Signed off">{approved}</td>
</tr>
"""
NO_PLAN = '<span class="soft">No plan yet</span>'
UPDATE_DUE = ' <span class="tag strong">Update due</span>'
NEVER_SIGNED_IN = " <small>Never signed in</small>"
NONE = "–"


def lines_of(rows) -> SafeString:
    """Rows of the caseload as those of a table; every word of a person's is escaped."""
    return mark_safe("".join(map(line_of, rows)))  # noqa: S308 — words are escaped in each


def line_of(row) -> str:
    student, plan = row.student, row.plan
    called = escape(str(student))
    return LINE.format(
        pk=student.pk,
        called=called,
        who=who(called, student, plan),
        group=escape(row.cohort.name) if row.cohort else NONE,
        plan=(state(plan) if plan else NO_PLAN) + ("" if student.last_login else NEVER_SIGNED_IN),
        asked=asked(row.asked),
        changed=day(plan.changed_at) if plan else NONE,
        late=f'<b class="late">{row.overdue}</b>' if row.overdue else NONE,
        word=word(row.silent_days),
        approved=day(plan.approved_at) if plan and plan.approved_at else NONE,
    )


def who(called: str, student, plan: Plan | None) -> str:
    address = page("student", plan.pk) if plan else page("newcomer", student.pk)
    named = f'<a href="{address}">{called}</a>'
    return f"{named} <small>{escape(student.username)}</small>" if student.name else named


def page(name: str, pk: int) -> str:
    return shape(name).replace("0", str(pk))


@cache
def shape(name: str) -> str:
    """An address whose only digit is the number of what it shows."""
    return reverse(f"desk:{name}", args=[0])


def asked(checklist: Checklist | None) -> str:
    if checklist is None:
        return NONE
    return f"Missing {len(checklist.open)}" if checklist.open else "Complete"


def state(plan: Plan) -> str:
    chip = f'<span class="state {plan.state}">{State(plan.state).label}</span>'
    return chip + UPDATE_DUE if plan.update_is_due() else chip


def word(days: int | None) -> str:
    if days is None:
        return "Never"
    return f"{days} day{'' if days == 1 else 's'} ago" if days else "Today"


def day(at) -> str:
    return date_format(timezone.localtime(at), "j M Y")
