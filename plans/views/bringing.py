"""Bringing in a plan that was taken along: a file is looked at first, and one press brings it in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from pathways.uploads import too_large
from plans import actions
from plans.document.coming import Coming
from plans.document.comparing import LISTS, TEXTS
from plans.document.reading import MOST_BYTES, Unreadable, read
from plans.models import Draft
from plans.sharing_forms import FileForm


def waiting(request):
    """The document that was looked at and not brought in yet, kept as drafts of forms are."""
    return Draft.objects.filter(user=request.user, form=reverse("plans:bring"))


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request):
    if request.method != "POST":
        return ask(request, FileForm())
    if request.POST.get("do") == "bring":
        return bring_in(request)
    if request.POST.get("do") == "leave":
        waiting(request).delete()
        messages.success(request, "Nothing was brought in.")
        return redirect("plans:bring")
    return look_at(request)


def ask(request, form, meanwhile=False):
    context = {"form": form, "meanwhile": meanwhile}
    draft = waiting(request).first()
    if draft and not form.is_bound:
        try:
            weighed = actions.weigh(user=request.user, document=draft.fields)
        except actions.Refused as refusal:
            draft.delete()
            messages.error(request, str(refusal))
        else:
            coming = Coming.of(weighed.changes, weighed.after)
            context |= {"coming": coming, "weighed": weighed, "count": entries(draft.fields)}
    return render(request, "plans/taking/bring.html", context)


def entries(document) -> int:
    return sum(len(document[name]) for name in LISTS) + sum(bool(document[name]) for name in TEXTS)


def look_at(request):
    form = FileForm(request.POST, request.FILES, too_large=too_large(request))
    if form.is_valid():
        try:
            # One byte more than there may be says enough: what is larger is not read.
            document = read(form.cleaned_data["file"].read(MOST_BYTES + 1))
            actions.weigh(user=request.user, document=document)
        except (Unreadable, actions.Refused) as fault:
            form.add_error("file", str(fault))
        else:
            values = {"fields": document, "version": "", "saved_at": timezone.now()}
            Draft.objects.update_or_create(user=request.user, form=reverse("plans:bring"), defaults=values)
            return redirect("plans:bring")
    return ask(request, form)


def bring_in(request):
    draft = waiting(request).first()
    if draft is None:
        messages.success(request, "No file is waiting: it is in your plan already, or you left it.")
        return redirect("plans:plan")
    theirs = request.POST.get("differing") == "file"
    try:
        if theirs and actions.weigh(user=request.user, document=draft.fields).digest != request.POST.get("seen"):
            return ask(request, FileForm(), meanwhile=True)
        came = actions.bring(user=request.user, document=draft.fields, theirs=theirs)
    except actions.Refused as refusal:
        messages.error(request, f"{refusal} Nothing was brought in.")
        return redirect("plans:bring")
    draft.delete()
    messages.success(request, "The file is in your plan." if came else "All of the file was in your plan already.")
    return redirect("plans:plan")
