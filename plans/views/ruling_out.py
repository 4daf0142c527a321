"""Careers that a student decides against: why, and undoing it."""

from urllib.parse import urldefrag

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from careers.models import Career
from plans import actions
from plans.actions import Refused
from plans.forms import RuleOutForm
from plans.models import RuledOut
from plans.views.answers import back, changed, quoted


@require_http_methods(["GET", "HEAD", "POST"])
def rule_out(request, slug):
    career = get_object_or_404(Career.objects.visible_to(request.user), slug=slug)
    standing = RuledOut.objects.of(request.user).filter(career=career).first()
    form = RuleOutForm(request.POST if request.method == "POST" else None, instance=standing)
    if form.is_valid():
        try:
            actions.rule_out(user=request.user, career=career, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{quoted(career)} is ruled out. You can undo that here or in your plan.")
            return redirect(came_from(request, career))
    return render(request, "plans/rule_out.html", {"form": form, "career": career, "next": came_from(request, career)})


def came_from(request, career) -> str:
    """The page of ours with the match on it: what the form brought along, or where the browser came from."""
    asked = request.POST.get("next") or back(request)
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return f"{urldefrag(asked).url}#star-{career.slug}" if is_ours else back(request)


@require_POST
def ruled_out_undo(request, pk):
    row = get_object_or_404(RuledOut.objects.of(request.user).select_related("career"), pk=pk)
    actions.rule_in(ruled_out=row)
    messages.success(request, f"{quoted(row)} is not ruled out any more.")
    return changed(request, elsewhere=f"star-{row.career.slug}" if row.career else "")
