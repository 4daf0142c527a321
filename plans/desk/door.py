"""Who may come to the desk, and which plans they find there."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from plans.models import Plan


def for_staff(view):
    """For whoever looks after students now; nobody else is told that there is a desk."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.in_post:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


def plan_of(request, pk) -> Plan:
    """The plan of a student this person looks after now; a stranger's is not there."""
    return get_object_or_404(Plan.objects.seen_by(request.user).select_related("user"), pk=pk)
