"""Writing down who looked at a plan or changed something about it."""

from plans.models import Access, Plan, Verb


def record(request, plan: Plan, verb: Verb, about: str = "") -> None:
    """One entry for what this member of staff did. Students' own doings are not written down."""
    actor = request.user if request.user.is_authenticated else None
    if actor is not None and actor.pk == plan.user_id:
        return
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
