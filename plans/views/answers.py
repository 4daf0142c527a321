"""What a change of the plan answers: where the browser goes on, and what is said."""

from collections.abc import Callable
from contextlib import contextmanager
from urllib.parse import urldefrag, urlsplit

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import Truncator
from django_htmx.http import reswap, retarget

from pathways.htmx import wants_part
from plans.actions import Refused
from plans.board import Board
from plans.deleted import recently_deleted
from plans.models import Plan, RuledOut
from plans.packs.standing import required_of
from plans.records import Records
from plans.standing import Standing

WAYS = ("up", "down")


def plan_context(request) -> dict:
    today, plan = timezone.localdate(), Plan.objects.filter(user=request.user).first()
    records = Records.of(plan)
    return {
        "plan": plan,
        "board": Board.of(plan, today, records.goals.rows),
        "records": records.shelves,
        "asked": required_of(request.user),
        "standing": Standing.of(request.user, plan, today),
        "deleted": recently_deleted(request.user, records.deleted),
        "ruled_out": RuledOut.objects.of(request.user).select_related("career"),
    }


def plan_part(request, **context):
    """The plan as htmx swaps it, with what there is to say."""
    response = render(request, "plans/plan.html#plan", plan_context(request) | {"part": True} | context)
    return retarget(reswap(response, "innerHTML"), "#plan")


def changed(request, *, at: str = "", elsewhere: str = "", **context):
    """The plan anew for htmx; else back to the plan ``at`` what changed, or to the page it was changed from."""
    if wants_part(request):
        return plan_part(request, **context)
    return redirect(back(request, at=at, elsewhere=elsewhere))


def back(request, *, at: str = "", elsewhere: str = "") -> str:
    """The page of ours the browser says it came from; the plan where it says none. Both are ids on that page."""
    plan, account = reverse("plans:plan"), reverse("accounts:account")
    came_from = urldefrag(request.headers.get("Referer", "")).url
    is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    if not is_ours or urlsplit(came_from).path.startswith((plan, account)):  # an account keeps what could not be sent
        return f"{plan}#{at}" if at else plan
    return f"{came_from}#{elsewhere}" if elsewhere else came_from


@contextmanager
def refusals_told(request):
    """A change that cannot be made is said in a message, and nothing else happens."""
    try:
        yield
    except Refused as refusal:
        messages.error(request, str(refusal))


def offer(request, sentence: str, view: str, *address: int | str) -> None:
    """A message with a button that posts to ``view``; plans/_offer.html shows it."""
    messages.success(request, sentence, extra_tags=" ".join(["offer", view, *map(str, address)]))


def offer_back(request, target) -> None:
    """Say that a career was taken out, and what went with it."""
    rest = f", with {target.holdings}" if target.holdings else ""
    offer(request, f"{quoted(target)} is out of your plan{rest}.", "target_restore", target.pk)


def brought_back(request, row, restore: Callable[[], None], *, to: str = "in your plan", **back):
    """``back`` says where it stands then, as for ``changed``."""
    with refusals_told(request):
        restore()
        messages.success(request, f"{quoted(row)} is back {to}.")
    return changed(request, **back)


def erased(request, row, erase: Callable[[], None]):
    with refusals_told(request):
        erase()
        messages.success(request, f"{quoted(row)} is deleted for good.")
    return changed(request, at="deleted-rows", unfolded="deleted")


def speak(request, sentence: str) -> None:
    """A message for those who do not see what happened."""
    messages.success(request, sentence, extra_tags="spoken")


def quoted(words) -> str:
    return f"“{Truncator(words).chars(80)}”"


def way_of(request) -> str:
    """``up`` or ``down``."""
    way = request.POST.get("way")
    if way not in WAYS:
        raise Refused("That did not say which way to move it: up or down.")
    return way
