"""What a link shows to whoever has it."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plans import actions
from plans.access import record_link
from plans.actions.sharing import digest_of_secret
from plans.document.parts import parts_of
from plans.document.sheet import sheet_of
from plans.document.writing import document_of
from plans.models import Link, Verb
from plans.sharing_forms import AcknowledgeForm


def link_of(secret: str) -> Link:
    """An open link, on the student's own day, of somebody whose account is open; any other is not there."""
    links = Link.objects.filter(plan__user__is_active=True, plan__user__closed_at=None, revoked_at=None)
    link = links.filter(digest=digest_of_secret(secret)).select_related("plan__user").first()
    if link is None or link.ends_on < timezone.localdate(timezone=link.plan.user.zone()):
        raise Http404
    return link


def unlisted(view):
    """For nobody to keep and for no search engine to find."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"], response["X-Robots-Tag"] = "private, no-store", "noindex, nofollow"
        return response

    return wrapper


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@unlisted
def shared(request, secret):
    link = link_of(secret)
    form = AcknowledgeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if actions.acknowledge(link=link, name=form.cleaned_data["name"]):
            record_link(request, link, Verb.ACKNOWLEDGED)
        return redirect("shared:shared", secret)
    count(request, link)
    person = link.plan.user
    document = parts_of(document_of(link.plan), link.parts)
    sheet = sheet_of(document, name=str(person), on=timezone.localdate(timezone=person.zone()))
    return render(request, "plans/taking/shared.html", {"link": link, "sheet": sheet, "form": form})


def count(request, link: Link) -> None:
    """The student's own look does not count, nor does a program that asks for the head only."""
    if request.method == "GET" and request.user.pk != link.plan.user_id:
        actions.link_opened(link=link)
        record_link(request, link, Verb.OPENED)
