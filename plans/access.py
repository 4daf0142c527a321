"""Writing down who looked at a plan or changed something about it."""

from collections.abc import Collection, Iterable

from django.utils import timezone

from accounts.told import Deed
from plans.models import Access, Link, Plan, Verb

AT_ONCE = 200


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
    entry(actor, address_of(request), plan.user_id, plan, verb, about).save()


def record_all(request, plans: Iterable[Plan], verb: Verb, about: str = "") -> None:
    """The same for many plans at once, in one go."""
    address = address_of(request)
    rows = [entry(request.user, address, plan.user_id, plan, verb, about) for plan in plans]
    Access.objects.bulk_create(rows, batch_size=AT_ONCE)


def record_once_a_day(request, plans: Collection[Plan], verb: Verb, about: str) -> None:
    """The same, but for those of whom today's entries say so already. One query, and another where any are new."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    told = Access.objects.filter(actor=request.user, at__gte=today, verb=verb, about=about, plan__in=plans)
    known = set(told.order_by().values_list("plan", flat=True))
    record_all(request, [plan for plan in plans if plan.pk not in known], verb, about)


def record_people(request, people: Collection[int], deed: Deed) -> None:
    """What staff did to these accounts, by their numbers, whether there is a plan or not."""
    address, numbers = address_of(request), [number for number in people if number != request.user.pk]
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        plans = {plan.user_id: plan for plan in Plan.objects.filter(user__in=some)}
        rows = [entry(request.user, address, number, plans.get(number), Verb(deed.value)) for number in some]
        Access.objects.bulk_create(rows)


def entry(actor, address: str | None, student: int, plan: Plan | None, verb: Verb, about: str = "") -> Access:
    return Access(
        actor=actor,
        actor_number=actor.pk if actor else None,
        student_id=student,
        student_number=student,
        plan=plan,
        verb=verb,
        about=about,
        address=address,
    )


def address_of(request) -> str | None:
    return request.META.get("REMOTE_ADDR") or None
