"""The calendar's private address: whoever has it reads the days of the plan, until it is made anew or taken back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plans import actions
from plans.document.calendar import calendar_of
from plans.document.writing import document_of
from plans.models import Plan


def feed_address(request) -> str | None:
    """In full, as calendars want it; None where there is none."""
    secret = Plan.objects.filter(user=request.user).values_list("feed", flat=True).first()
    return request.build_absolute_uri(reverse("plans:calendar", args=[secret])) if secret else None


@require_POST
def feed_change(request):
    """Make the address, or make it anew; with ``do=stop`` take it back."""
    if request.POST.get("do") == "stop":
        actions.revoke_feed(user=request.user)
        messages.success(request, "The calendar’s address leads nowhere now.")
    else:
        actions.make_feed(user=request.user)
        messages.success(request, "Here is your calendar’s address. One that you had before leads nowhere now.")
    return redirect(f"{reverse('plans:take_along')}#calendar")


@login_not_required
@require_safe
def calendar(request, secret):
    plans = Plan.objects.filter(user__is_active=True, user__closed_at=None).select_related("user")
    plan = get_object_or_404(plans, feed=secret)
    made = calendar_of(document_of(plan), name=f"{plan.user}: my plan", at=plan.changed_at)
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)
