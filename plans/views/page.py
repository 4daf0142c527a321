from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.board import Board


@require_safe
def plan(request):
    return render(request, "plans/plan.html", {"board": Board.of(request.user, timezone.localdate())})
