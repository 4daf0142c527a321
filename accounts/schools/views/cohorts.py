"""A group: its students, its name, its code."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Cohort, Post, User
from accounts.schools import actions
from accounts.schools.door import cohort_headed, cohort_seen, school_headed
from accounts.schools.forms import CohortForm
from accounts.told import Deed, done_to


@require_safe
def cohort(request, pk):
    cohort = cohort_seen(request, pk)
    members = User.objects.filter(memberships__cohort=cohort, memberships__until=None).order_by("name", "username")
    context = {
        "cohort": cohort,
        "heads": Cohort.objects.headed_by(request.user).filter(pk=cohort.pk).exists(),
        "students": members.filter(closed_at=None).exclude(pk=request.user.pk),
        "closed": members.filter(closed_at__isnull=False, school=cohort.school_id),
        "posts": Post.objects.seeing(cohort).select_related("user"),
    }
    return render(request, "schools/cohort.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_new(request, pk):
    school = school_headed(request, pk)
    form = CohortForm(request.POST if request.method == "POST" else None, school=school)
    if form.is_valid():
        cohort = form.save()
        messages.success(request, f"{cohort} is made. Add its students, or hand out its code.")
        return redirect("schools:cohort", cohort.pk)
    return render(request, "schools/cohort_form.html", {"form": form, "school": school})


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_edit(request, pk):
    cohort = cohort_headed(request, pk)
    form = CohortForm(request.POST if request.method == "POST" else None, instance=cohort, school=cohort.school)
    if form.is_valid():
        form.save()
        messages.success(request, "The group is saved.")
        return redirect("schools:cohort", cohort.pk)
    title = str(Cohort.objects.get(pk=cohort.pk))
    return render(
        request, "schools/cohort_form.html", {"form": form, "school": cohort.school, "cohort": cohort, "title": title}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_close(request, pk):
    cohort = cohort_headed(request, pk)
    if request.method == "POST":
        with transaction.atomic():
            done_to.tell(request, actions.close_cohort(cohort=cohort), Deed.TOOK_OUT)
        messages.success(request, f"{cohort} is closed.")
        return redirect("schools:school", cohort.school_id)
    return render(request, "schools/cohort_close.html", {"cohort": cohort})


@require_POST
def cohort_code(request, pk):
    """A new code, or the one there is opened or closed."""
    cohort = cohort_headed(request, pk)
    what = request.POST.get("do")
    if what == "new":
        actions.new_code(cohort=cohort)
        messages.success(request, f"The new code is {cohort.code}. The one before leads nowhere any more.")
    elif what in {"open", "close"}:
        actions.open_code(cohort=cohort, is_open=what == "open")
        messages.success(request, f"The code is {'open' if cohort.code_open else 'closed'}.")
    return redirect("schools:cohort", cohort.pk)


@require_safe
def code_slip(request, pk):
    """To be printed and cut: the code and where to type it."""
    cohort = cohort_seen(request, pk)
    address = request.build_absolute_uri(reverse("join_slip", args=[cohort.code]))
    return render(request, "schools/code_slip.html", {"cohort": cohort, "address": address, "slips": range(8)})
