"""Who comes to a school's pages, and what they find there: nothing, where they have no relation to it."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import Cohort, Post, School


def for_staff(view):
    """For whoever looks after students now."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not Post.objects.current().filter(user=request.user).exists():
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


def school_headed(request, pk) -> School:
    return get_object_or_404(School.objects.headed_by(request.user), pk=pk)


def cohort_seen(request, pk) -> Cohort:
    """An open cohort whose students this person looks after, as its counsellor or as head of its school."""
    cohorts = Cohort.objects.open().of_staff(request.user).select_related("school")
    return get_object_or_404(cohorts, pk=pk)


def cohort_headed(request, pk) -> Cohort:
    cohorts = Cohort.objects.open().headed_by(request.user).select_related("school")
    return get_object_or_404(cohorts, pk=pk)
