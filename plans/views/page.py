from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.views.answers import plan_context


@require_safe
def plan(request):
    return render(request, "plans/plan.html", plan_context(request))
