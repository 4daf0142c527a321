"""From a career's page into the plan: the star, and the items of a profile. Visitors are led through sign-up first."""

import re

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from careers.models import Career
from careers.sections import BY_KEY
from pathways.htmx import wants_part
from plans import actions
from plans.actions import Origin, Refused
from plans.models import Step, Target
from plans.views.answers import back, offer, offer_back, quoted, refusals_told

WISH = "wish"
ITEM = re.compile(r"(?P<section>[a-z-]{1,24})/(?P<item>[0-9a-z]{1,16})", re.ASCII)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def save(request, slug):
    career = get_object_or_404(Career.objects.visible_to(request.user), slug=slug)
    if not request.user.is_authenticated:
        return lead_through_sign_up(request, request.path, career)
    if request.method == "POST":
        return star_pressed(request, career)
    if wished(request, request.path):
        put_career(request, career)
        return redirect("plans:plan")
    return render(request, "plans/confirm_save.html", {"career": career})


def star_pressed(request, career):
    """Says which it shall be, saved or not, so that a double click is one click."""
    took_much = False
    if request.POST.get("saved") == "no":
        took_much = take_out(request, career)
    else:
        put_career(request, career)
    if wants_part(request):
        return star_anew(request, career, quiet=not took_much)
    # What is offered back stands at the head of the page.
    return redirect(back(request, elsewhere="" if took_much else f"star-{career.slug}"))


def put_career(request, career) -> None:
    with refusals_told(request):
        actions.save_career(user=request.user, career=career)
        messages.success(request, f"{quoted(career)} is in your plan.")


def take_out(request, career) -> bool:
    """Whether anything of the student's own went with it."""
    target = Target.objects.of(request.user).kept().filter(career=career).first()
    if target is None:
        return False
    actions.remove_target(target=target)
    offer_back(request, target)
    return bool(target.holdings)


def star_anew(request, career, *, quiet: bool):
    """The star for htmx; on the career's own page, all of it where its items now say something else."""
    items = Step.objects.of(request.user).kept().filter(career=career).exclude(item="")
    page = (request.htmx.current_url or "").partition("#")[0].partition("?")[0]
    if page.endswith(career.get_absolute_url()) and items.exists():
        return HttpResponseClientRefresh()
    return render(request, "plans/_starred.html", {"career": career, "quiet": quiet})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_item(request, slug):
    career = get_object_or_404(Career.objects.visible_to(request.user), slug=slug)
    sent = request.POST if request.method == "POST" else request.GET
    if wants_part(request) and not sent.keys() & {"item", "out"}:
        return HttpResponse(status=204)  # a second click, whose button the first had swapped away
    try:
        origin = origin_of(career, sent.get("out") or sent.get("item", ""))
        words = actions.item_words(origin)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseClientRefresh() if wants_part(request) else redirect(career)
    page = f"{request.path}?{urlencode({'item': f'{origin.section}/{origin.item}'})}"
    if not request.user.is_authenticated:
        return lead_through_sign_up(request, page, words)
    if request.method == "POST" or wished(request, page):
        return item_pressed(request, origin, words, out="out" in sent)
    return render(request, "plans/confirm_take.html", {"origin": origin, "words": words})


def origin_of(career, sent: str) -> Origin:
    """What a button of a profile says: ``section/item``."""
    match = ITEM.fullmatch(sent)
    if match is None or match["section"] not in BY_KEY:
        raise Refused("That did not say which item to put into your plan. Use the buttons beside them.")
    return Origin(career, match["section"], match["item"])


def item_pressed(request, origin: Origin, words: str, *, out: bool):
    step = actions.shown_step_of(request.user, origin)
    if step is None and not out:
        with refusals_told(request):
            actions.take_item(user=request.user, origin=origin)
            messages.success(request, f"{quoted(words)} is in your plan.")
    elif step is not None and out:
        actions.remove_step(step=step)
        offer(request, f"{quoted(step)} is out of your plan.", "step_restore", step.pk)
    elif step is not None:
        offer(request, f"{quoted(step)} is in your plan.", "step_remove", step.pk)
    if wants_part(request):
        return render(request, "plans/_taken.html", {"origin": origin, "offered": step is not None and not out})
    return redirect(f"{origin.career.get_absolute_url()}#{origin.section}-{origin.item}")


# The wish of a visitor


def lead_through_sign_up(request, page: str, wanted):
    """Remember what was wanted; ``page`` fulfils it once its visitor has an account."""
    request.session[WISH] = page
    messages.info(request, f"With an account, {quoted(wanted)} goes straight into your plan.")
    is_new = settings.SIGNUP_OPEN and request.method != "POST"  # who posts was signed in a while ago
    url = f"{reverse('account_signup' if is_new else 'account_login')}?{urlencode({'next': page})}"
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


def wished(request, page: str) -> bool:
    """Whether this browser came here by that wish; it is fulfilled once."""
    if request.session.get(WISH) != page:
        return False
    del request.session[WISH]
    return True
