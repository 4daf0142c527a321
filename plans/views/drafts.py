"""What is typed, sent by static/js/autosave.js every few seconds; and thrown away by whoever does not want it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from plans import actions, drafts
from plans.actions import Refused


@require_POST
def draft_keep(request):
    try:
        form, fields = drafts.form_named(request.POST.get("form", "")), drafts.fields_sent(request.POST)
    except Refused as refusal:
        return HttpResponse(str(refusal), status=400, content_type="text/plain")
    version = request.POST.get("version", "")[:40].replace("\0", "")
    actions.keep_draft(user=request.user, form=form, fields=fields, version=version)
    return HttpResponse(status=204)


@require_POST
def draft_erase(request, pk):
    draft = get_object_or_404(request.user.drafts, pk=pk)
    draft.delete()
    return redirect(draft.form)
