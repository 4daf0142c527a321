"""Links that let somebody without an account read parts of a plan: as their student sees them."""

import uuid
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from plans import actions
from plans.actions import Refused
from plans.forms import token_sent
from plans.models import Link
from plans.sharing_forms import LinkForm
from plans.views.answers import quoted

USUALLY = timedelta(days=30)


@require_http_methods(["GET", "HEAD", "POST"])
def links(request):
    """Those there are, and a form for another. The address of a new one is shown by the answer to its form, once."""
    initial = {"ends_on": timezone.localdate() + USUALLY, "parts": ["goals", "careers"]}
    form = LinkForm(request.POST if request.method == "POST" else None, initial=initial)
    token = token_sent(request.POST) if form.is_bound else uuid.uuid4()
    if form.is_valid():
        try:
            link, secret = actions.make_link(user=request.user, token=str(token), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            address = request.build_absolute_uri(reverse("shared:shared", args=[secret]))
            return render(request, "plans/taking/link_made.html", {"link": link, "address": address})
    found = Link.objects.of(request.user)
    context = {"form": form, "token": token, "links": found, "today": timezone.localdate()}
    return render(request, "plans/taking/links.html", context)


@require_POST
def link_revoke(request, pk):
    link = get_object_or_404(Link.objects.of(request.user), pk=pk)
    actions.revoke_link(link=link)
    messages.success(request, f"The link for {quoted(link)} leads nowhere now.")
    return redirect("plans:links")
