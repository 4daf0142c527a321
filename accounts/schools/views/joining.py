"""A student joins a group with a code, and leaves it again."""

from allauth.core import ratelimit
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.schools import actions
from accounts.schools.forms import JoinForm

TOO_OFTEN = "You tried many codes. Wait ten minutes, look at your slip again, or ask your counsellor."


@require_safe
def from_slip(request, code):
    """The address on a printed slip: the code stands in the form already, and joining is still the student's press."""
    return redirect(f"{reverse('accounts:join')}?{urlencode({'code': code[:40]})}")


@require_http_methods(["GET", "HEAD", "POST"])
def join(request):
    data = request.POST if request.method == "POST" else None
    form = JoinForm(data, initial={"join_code": request.GET.get("code", "").replace("\0", "")})
    if form.is_valid() and (cohort := joined(request, form)):
        messages.success(request, f"You are in {cohort} at {cohort.school} now.")
        return redirect("accounts:account")
    return render(request, "schools/join.html", {"form": form})


def joined(request, form):
    """Tries are counted by account: nobody finds a code by guessing."""
    if not ratelimit.consume(request, action="join", key=str(request.user.pk)):
        form.add_error("join_code", TOO_OFTEN)
        return None
    try:
        return actions.join(user=request.user, code=form.cleaned_data["join_code"])
    except actions.Refused as refused:
        form.add_error("join_code", str(refused))
        return None


@require_POST
def leave(request):
    if actions.leave(user=request.user):
        messages.success(request, "You left your group. Your plan stays yours, and nobody there sees it any more.")
    return redirect("accounts:account")
