"""What needs me: what a student finds in the weekly letter, with the things themselves."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.needs import waiting_for


@require_safe
def needs(request):
    waiting = waiting_for([request.user]).get(request.user.pk)
    return render(request, "plans/needs.html", {"needs": waiting.needs if waiting else []})
