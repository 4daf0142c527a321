"""The plan as a whole: its page and its timeline, its two goals, and what goes to the counsellor and back."""

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import Membership
from plans import actions
from plans.forms import GoalsForm, beside, version_sent
from plans.models import Plan
from plans.timeline import Timeline
from plans.views.answers import changed, plan_context, refusals_told
from plans.views.typing import begin, render_form


@require_safe
def plan(request):
    actions.take_up(user=request.user)
    return render(request, "plans/plan.html", plan_context(request))


@require_safe
def timeline(request):
    plan = Plan.objects.filter(user=request.user).first()
    return render(request, "plans/timeline.html", {"timeline": Timeline.of(plan, timezone.localdate())})


def own_plan(request) -> Plan:
    """One that is not saved where there is none yet."""
    return Plan.objects.filter(user=request.user).first() or Plan(user=request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def goals(request):
    plan, saved = own_plan(request), None
    form, draft = begin(request, GoalsForm, instance=plan)
    version = version_sent(request.POST) if form.is_bound else draft.version_of(plan.goals_version)
    if form.is_valid():
        try:
            actions.write_goals(user=request.user, version=version, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            saved = own_plan(request)
            version = saved.goals_version
        else:
            draft.clear()
            messages.success(request, "Your goals are saved.")
            return changed(request, at="aims-of-plan")
    meanwhile = beside(form, saved) if saved else None
    return render_form(request, "plans/goals.html", form, draft, saved=meanwhile, version=version)


@require_POST
def send(request):
    with refusals_told(request):
        if not Membership.objects.current().filter(user=request.user).exists():
            raise actions.Refused("Nobody at a school looks after your plan yet, so there is nobody to send it to.")
        actions.submit(user=request.user)
        messages.success(request, "Your plan is with your counsellor for review. You can go on with it meanwhile.")
    return changed(request, at="standing")


@require_POST
def take_back(request):
    actions.withdraw(user=request.user)
    messages.success(request, "Your plan is not waiting for review any more. Send it again when it is ready.")
    return changed(request, at="standing")


@require_POST
def confirm(request):
    actions.confirm(user=request.user)
    messages.success(request, "Good: all of it is carried on. Change a word whenever you think otherwise.")
    return changed(request)
