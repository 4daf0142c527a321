"""Writing down who looked at a plan or changed something about it."""

from collections.abc import Collection, Iterable

from django.utils import timezone

from plans.models import Access, Link, Plan, Verb


def record(request, plan: Plan, verb: Verb, about: str = "") -> None:
    """One entry for what this member of staff did. Students' own doings are not written down."""
    actor = request.user if request.user.is_authenticated else None
    if actor is not None and actor.pk == plan.user_id:
        return
    write(request, plan, verb, about, actor)


def record_link(request, link: Link, verb: Verb) -> None:
    """Somebody did this through a link. Who it was nobody asks, even of somebody who is signed in."""
    write(request, link.plan, verb, f"link {link.pk}", None)


def write(request, plan: Plan, verb: Verb, about: str, actor) -> None:
    Access.objects.create(
        actor=actor,
        actor_number=actor.pk if actor else None,
        student_id=plan.user_id,
        student_number=plan.user_id,
        plan=plan,
        verb=verb,
        about=about,
        address=request.META.get("REMOTE_ADDR") or None,
    )


def record_all(request, plans: Iterable[Plan], verb: Verb, about: str = "") -> None:
    """The same for many plans at once, in one go."""
    actor, address = request.user, request.META.get("REMOTE_ADDR") or None
    rows = [
        Access(
            actor=actor, actor_number=actor.pk, student_id=plan.user_id, student_number=plan.user_id, plan=plan,
            verb=verb, about=about, address=address,
        )
        for plan in plans
    ]  # fmt: skip
    Access.objects.bulk_create(rows, batch_size=200)


def record_once_a_day(request, plans: Collection[Plan], verb: Verb, about: str) -> None:
    """The same, but for those of whom today's entries say so already. One query, and another where any are new."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    told = Access.objects.filter(actor=request.user, at__gte=today, verb=verb, about=about, plan__in=plans)
    known = set(told.order_by().values_list("plan", flat=True))
    record_all(request, [plan for plan in plans if plan.pk not in known], verb, about)
