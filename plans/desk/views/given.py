"""Steps given to groups: how far they are, withdrawing them, and exempting a student."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Membership
from plans import actions
from plans.access import record, record_all
from plans.actions.desk import tally
from plans.desk.door import for_staff, plan_of
from plans.desk.forms import ExemptForm
from plans.models import Assignment, Plan, Progress, Verb
from plans.packs.standing import required_of

PER_PAGE = 50


@require_safe
@for_staff
def given(request):
    rows = Assignment.objects.seen_by(request.user).select_related("cohort")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    counts = tally(list(page.object_list))
    for row in page.object_list:
        states = counts.get(row.pk, {})
        row.in_plans, row.done = sum(states.values()), states.get(Progress.DONE, 0)
        row.needless = states.get(Progress.NOT_NEEDED, 0)
    return render(request, "desk/given.html", {"page": page})


@require_POST
@for_staff
def given_withdraw(request, pk):
    assignment = get_object_or_404(Assignment.objects.seen_by(request.user), pk=pk)
    with transaction.atomic():
        plans = list(Plan.objects.filter(steps__assignment=assignment))
        if assignment.withdrawn_at is None:
            record_all(request, plans, Verb.ASSIGNED, f"withdrew given step {pk}")
        actions.withdraw_assignment(assignment=assignment)
    messages.success(request, "The step is withdrawn. Where a student had begun it, it stays as their own.")
    return redirect("desk:given")


def given_to(plan: Plan):
    """What stands in this plan because it was given, and what waits for its student to look."""
    cohorts = Membership.objects.current().filter(user=plan.user_id).values("cohort")
    waits = Q(cohort__in=cohorts, for_all=True, withdrawn_at=None)
    in_plan = Q(pk__in=plan.steps.kept().filter(assignment__isnull=False).values("assignment"))
    exempt = Q(pk__in=plan.exemptions.filter(assignment__isnull=False).values("assignment"))
    return Assignment.objects.filter(waits | in_plan | exempt)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def exempt(request, pk, assignment):
    plan = plan_of(request, pk)
    assignment = get_object_or_404(given_to(plan), pk=assignment)
    form = ExemptForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            actions.exempt(plan=plan, assignment=assignment, staff=request.user, **form.cleaned_data)
            record(request, plan, Verb.EXEMPTED, f"given step {assignment.pk}")
        messages.success(request, f"{plan.user} need not do that.")
        return redirect("desk:student", pk)
    return render(request, "desk/exempt.html", {"form": form, "plan": plan, "words": assignment.text})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def exempt_required(request, pk, requirement):
    """From what the school asks of this student now, whether it is there or not."""
    plan = plan_of(request, pk)
    asked = required_of(plan.user)
    row = asked.row_of(requirement) if asked else None
    if row is None:
        raise Http404
    form = ExemptForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            actions.exempt_required(plan=plan, requirement=row.requirement, staff=request.user, **form.cleaned_data)
            record(request, plan, Verb.EXEMPTED, f"requirement {requirement}")
        messages.success(request, f"{plan.user} need not do that.")
        return redirect("desk:student", pk)
    return render(request, "desk/exempt.html", {"form": form, "plan": plan, "words": row.requirement.words})


@require_POST
@for_staff
def exemption_end(request, pk, exemption):
    plan = plan_of(request, pk)
    exemption = get_object_or_404(plan.exemptions, pk=exemption)
    about = (
        f"given step {exemption.assignment_id}"
        if exemption.assignment_id
        else f"requirement {exemption.requirement_id}"
    )
    with transaction.atomic():
        actions.end_exemption(exemption=exemption)
        record(request, plan, Verb.EXEMPTED, f"{about}, no more")
    messages.success(request, f"{plan.user} is to do that again.")
    return redirect("desk:student", pk)
