"""Saved careers: rank, notes, taking out and bringing back."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from plans import actions
from plans.forms import NotesForm, version_sent
from plans.models import Target
from plans.views.answers import brought_back, changed, erased, offer, offer_back, quoted, refusals_told, speak, way_of
from plans.views.typing import begin, render_form


def own_target(request, pk) -> Target:
    """One that was taken out is found too: what was typed in another tab must have somewhere to go."""
    return get_object_or_404(Target.objects.of(request.user).select_related("career"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def target_notes(request, pk):
    target, saved = own_target(request, pk), None
    form, draft = begin(request, NotesForm, instance=target)
    version = version_sent(request.POST) if form.is_bound else draft.version_of(target.version)
    if form.is_valid():
        try:
            actions.write_notes(target=target, notes=form.cleaned_data["notes"], version=version)
        except actions.ChangedMeanwhile:
            saved = own_target(request, pk)
            version = saved.version
        else:
            draft.clear()
            return notes_saved(request, target)
    return render_form(request, "plans/notes.html", form, draft, target=target, saved=saved, version=version)


def notes_saved(request, target):
    if target.removed_at:
        sentence = f"Your notes are saved, but {quoted(target)} was taken out of your plan meanwhile."
        offer(request, sentence, "target_restore", target.pk)
    else:
        messages.success(request, f"Your notes on {quoted(target)} are saved.")
    return changed(request, at=f"career-{target.pk}")


@require_POST
def target_move(request, pk):
    target = own_target(request, pk)
    with refusals_told(request):
        place = actions.move_target(target=target, way=way_of(request))
        speak(request, f"{quoted(target)} is number {place} now.")
    return changed(request, at=f"rank-{pk}")


@require_POST
def target_remove(request, pk):
    target = own_target(request, pk)
    actions.remove_target(target=target)
    offer_back(request, target)
    return changed(request)


@require_POST
def target_restore(request, pk):
    target = own_target(request, pk)
    return brought_back(request, target, partial(actions.restore_target, target=target), at=f"career-{pk}")


@require_POST
def target_erase(request, pk):
    target = own_target(request, pk)
    return erased(request, target, partial(actions.erase_target, target=target))
