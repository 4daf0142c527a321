"""Plans that wait for a counsellor, the longest first."""

from django.db.models import Q

from accounts.models import User
from plans.models import Plan


def waiting(staff: User):
    return Plan.objects.seen_by(staff).waiting().select_related("user")


def following(staff: User, plan: Plan) -> Plan | None:
    """The one to read after this one: the next that came later, or else the oldest of the others."""
    others = waiting(staff).exclude(pk=plan.pk)
    if plan.submitted_at:
        later = Q(submitted_at=plan.submitted_at, pk__gt=plan.pk) | Q(submitted_at__gt=plan.submitted_at)
        found = others.filter(later).first()
        if found is not None:
            return found
    return others.first()
