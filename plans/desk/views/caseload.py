"""The caseload, and views of it that are kept under a name."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plans.desk.caseload import Caseload
from plans.desk.door import for_staff
from plans.desk.forms import SaveViewForm
from plans.desk.needs import needs_of_staff
from plans.desk.queue import waiting
from plans.models import SavedView

MOST_VIEWS = 50


@require_safe
@for_staff
def caseload(request):
    context = {
        "caseload": Caseload(request.user, request.GET),
        "saved_views": SavedView.objects.filter(user=request.user),
        "waiting": waiting(request.user).order_by().count(),
        "save_form": SaveViewForm(),
    }
    return render(request, "desk/caseload.html", context)


@require_safe
@for_staff
def needs(request):
    return render(request, "desk/needs.html", {"needs": needs_of_staff(request.user)})


def caseload_url(query: str) -> str:
    return reverse("desk:caseload") + (f"?{query}" if query else "")


@require_POST
@for_staff
def view_save(request):
    """Under the name of one that is there already it takes that one's place."""
    load = Caseload(request.user, QueryDict(request.POST.get("query", "")[:2_000]))
    form, query = SaveViewForm(request.POST), load.filter.query
    views = SavedView.objects.filter(user=request.user)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["name"]))
    elif len(query) > 500 or views.exclude(name=form.cleaned_data["name"]).count() >= MOST_VIEWS:
        messages.error(request, f"That view is too long, or you have {MOST_VIEWS} already. Remove one first.")
    else:
        views.update_or_create(user=request.user, name=form.cleaned_data["name"], defaults={"query": query})
        messages.success(request, f"This view is kept as “{form.cleaned_data['name']}”.")
    return redirect(caseload_url(query))


@require_POST
@for_staff
def view_remove(request, pk):
    view = get_object_or_404(SavedView, user=request.user, pk=pk)
    view.delete()
    messages.success(request, f"The view “{view}” is removed. Nothing else is changed.")
    return redirect(caseload_url(view.query))
