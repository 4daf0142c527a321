from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans import actions
from plans.views.answers import plan_context


@require_safe
def plan(request):
    actions.take_up(user=request.user)
    return render(request, "plans/plan.html", plan_context(request))
