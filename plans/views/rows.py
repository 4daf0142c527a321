"""Goals and records: one set of views for all kinds of rows that plans/kinds.py knows."""

import uuid
from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from plans import actions
from plans.actions import Refused
from plans.forms import beside, token_sent, version_sent
from plans.kinds import Kind
from plans.models import PlanRow
from plans.views.answers import brought_back, changed, erased, offer, quoted, refusals_told, speak, way_of
from plans.views.typing import begin, render_form


def own_row(request, kind: Kind, pk) -> PlanRow:
    """One that was deleted is found too: what was typed in another tab must have somewhere to go."""
    return get_object_or_404(kind.model.objects.of(request.user), pk=pk)


def answer(request, kind: Kind, row: PlanRow, **context):
    """The plan at the row; for htmx with its fold left open."""
    return changed(request, at=f"{kind}-{row.pk}", unfolded=str(kind), **context)


@require_http_methods(["GET", "HEAD", "POST"])
def row_new(request, kind):
    form, draft = begin(request, kind.form)
    token = token_sent(request.POST) if form.is_bound else draft.token or uuid.uuid4()
    if form.is_valid():
        try:
            # Who goes back after saving and writes something else with the same form means another row.
            own = uuid.uuid5(token, repr(sorted(form.cleaned_data.items())))
            row = actions.add_row(user=request.user, model=kind.model, token=own, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            draft.clear()
            messages.success(request, f"{quoted(row)} is in your plan.")
            return answer(request, kind, row)
    return render_form(request, "plans/row.html", form, draft, kind=kind, token=token)


@require_http_methods(["GET", "HEAD", "POST"])
def row_edit(request, kind, pk):
    row, saved = own_row(request, kind, pk), None
    form, draft = begin(request, kind.form, instance=row)
    version = version_sent(request.POST) if form.is_bound else draft.version_of(row.version)
    if form.is_valid():
        try:
            actions.change_row(row=row, version=version, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            saved = own_row(request, kind, pk)
            version = saved.version
        else:
            draft.clear()
            return row_saved(request, kind, row)
    meanwhile = beside(form, saved) if saved else None
    return render_form(request, "plans/row.html", form, draft, kind=kind, row=row, saved=meanwhile, version=version)


def row_saved(request, kind, row):
    if row.removed_at:
        sentence = f"Your words are saved, but this {kind.one} was deleted from your plan meanwhile."
        offer(request, sentence, "row_restore", kind, row.pk)
    else:
        messages.success(request, f"Your {kind.one} is saved.")
    return answer(request, kind, row)


@require_POST
def row_move(request, kind, pk):
    row = own_row(request, kind, pk)
    with refusals_told(request):
        place = actions.move_row(row=row, way=way_of(request))
        speak(request, f"{quoted(row)} is number {place} now.")
    return answer(request, kind, row)


@require_POST
def row_remove(request, kind, pk):
    row = own_row(request, kind, pk)
    actions.remove_row(row=row)
    offer(request, f"{quoted(row)} is deleted.", "row_restore", kind, pk)
    return changed(request, unfolded=str(kind))


@require_POST
def row_restore(request, kind, pk):
    row = own_row(request, kind, pk)
    restore = partial(actions.restore_row, row=row)
    return brought_back(request, row, restore, at=f"{kind}-{pk}", unfolded=str(kind))


@require_POST
def row_erase(request, kind, pk):
    row = own_row(request, kind, pk)
    return erased(request, row, partial(actions.erase_row, row=row))
