"""Steps: writing, changing, ticking off, ordering, deleting and bringing back."""

import uuid

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from pathways.htmx import wants_part
from plans import actions
from plans.actions import Refused
from plans.board import Board
from plans.forms import StepForm, token_sent, version_sent
from plans.models import Step, Target
from plans.views.answers import changed, offer, quoted, refusals_told, speak, way_of


def own_step(request, pk) -> Step:
    """One that was deleted is found too: what was typed in another tab must have somewhere to go."""
    return get_object_or_404(Step.objects.of(request.user).select_related("target", "career"), pk=pk)


def own_targets(request):
    return Target.objects.of(request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def step_new(request):
    data = request.POST if request.method == "POST" else None
    form = StepForm(data, targets=own_targets(request).kept(), initial={"target": asked_for(request)})
    token = token_sent(request.POST) if form.is_bound else uuid.uuid4()
    if form.is_valid():
        try:
            step = actions.add_step(user=request.user, token=token, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            over = " That day is already over." if step.due_on and step.due_on < timezone.localdate() else ""
            messages.success(request, f"{quoted(step)} is in your plan.{over}")
            return changed(request, at=f"step-{step.pk}")
    return render(request, "plans/step.html", {"form": form, "token": token})


def asked_for(request) -> int | None:
    """The saved career a new step is meant for: ``?target=``, where it is one of the person's own."""
    asked = request.GET.get("target", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        return None
    return own_targets(request).kept().filter(pk=asked).values_list("pk", flat=True).first()


@require_http_methods(["GET", "HEAD", "POST"])
def step_edit(request, pk):
    step, saved = own_step(request, pk), None
    targets = own_targets(request).kept() | own_targets(request).filter(pk=step.target_id)
    form = StepForm(request.POST if request.method == "POST" else None, instance=step, targets=targets)
    version = version_sent(request.POST) if form.is_bound else step.version
    if form.is_valid():
        try:
            actions.change_step(step=step, version=version, **form.cleaned_data)
        except actions.ChangedMeanwhile:
            saved = own_step(request, pk)
            version = saved.version
        else:
            return step_saved(request, step)
    return render(request, "plans/step.html", {"form": form, "step": step, "saved": saved, "version": version})


def step_saved(request, step):
    if step.removed_at:
        sentence = "Your words are saved, but this step was deleted from your plan meanwhile."
        offer(request, sentence, "step_restore", step.pk)
    else:
        messages.success(request, "Your step is saved.")
    return changed(request, at=f"step-{step.pk}")


@require_POST
def step_done(request, pk):
    """Done, or with ``done=no`` not done after all."""
    step, today = own_step(request, pk), timezone.localdate()
    actions.set_done(step=step, done=request.POST.get("done") != "no", today=today)
    board = Board.of(request.user, today)
    row = board.row_of(step)
    if row is None:
        offer(request, f"{quoted(step)} was deleted from your plan meanwhile.", "step_restore", pk)
    elif wants_part(request):
        return render(request, "plans/_ticked.html", {"row": row, "board": board, "swap": True})
    return changed(request, at=f"step-{pk}")


@require_POST
def step_move(request, pk):
    step = own_step(request, pk)
    with refusals_told(request):
        place = actions.move_step(step=step, way=way_of(request))
        speak(request, f"{quoted(step)} is number {place} now.")
    return changed(request, at=f"step-{pk}")


@require_POST
def step_remove(request, pk):
    step = own_step(request, pk)
    actions.remove_step(step=step)
    offer(request, f"{quoted(step)} is deleted.", "step_restore", pk)
    return changed(request, elsewhere=item_id(step))


@require_POST
def step_restore(request, pk):
    step = own_step(request, pk)
    with refusals_told(request):
        actions.restore_step(step=step)
        messages.success(request, f"{quoted(step)} is back in your plan.")
    return changed(request, at=f"step-{pk}", elsewhere=item_id(step))


@require_POST
def step_erase(request, pk):
    step = own_step(request, pk)
    with refusals_told(request):
        actions.erase_step(step=step)
        messages.success(request, f"{quoted(step)} is deleted for good.")
    return changed(request, at="deleted-rows", unfolded=True)


def item_id(step) -> str:
    """Where a profile's page shows the item it was taken from."""
    return f"{step.section}-{step.item}" if step.item else ""
