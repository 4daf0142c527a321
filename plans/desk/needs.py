"""What needs a member of staff: counts over everybody they look after, each with the page that shows whom."""

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from plans.desk.caseload import longer_than, needs_of
from plans.models import WAITING
from plans.needs import Need

SILENT = 60  # days


def needs_of_staff(staff: User) -> list[Need]:
    """In one query. Who they look after only ``students_of`` says, so that many staff are many queries."""
    asks = needs_of(staff)
    counts = User.objects.students_of(staff).aggregate(
        waiting=Count("pk", filter=Q(plan__state__in=WAITING)),
        since=Min("plan__submitted_at", filter=Q(plan__state__in=WAITING)),
        silent=Count("pk", filter=longer_than("plan__spoken_at", SILENT)),
        **{need: Count("pk", filter=asks[need]) for need in ("replied", "overdue", "update")},
    )
    found = (
        need(counts["waiting"], "plan{} to review" + oldest(counts["since"]), reverse("desk:queue")),
        need(counts["replied"], "student{} wrote since you looked", those("needs=replied")),
        need(counts["overdue"], "student{} with steps overdue", those("needs=overdue")),
        need(counts["update"], "plan{} to update, a year after the sign-off", those("needs=update")),
        need(counts["silent"], f"student{{}} without a word for {SILENT} days", those(f"silent={SILENT}")),
    )
    return [each for each in found if each]


def need(count: int, words: str, address: str) -> Need | None:
    return Need(f"{count:,} {words.format('' if count == 1 else 's')}", address) if count else None


def oldest(since) -> str:
    days = (timezone.now() - since).days if since else 0
    return f", the oldest for {days} day{'' if days == 1 else 's'}" if days else ""


def those(query: str) -> str:
    return f"{reverse('desk:caseload')}?{query}"
