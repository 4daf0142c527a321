"""Steps: writing, changing, ticking off, ordering, deleting and bringing back."""

import uuid
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from pathways.htmx import wants_part
from pathways.uploads import too_large
from plans import actions
from plans.actions import Refused
from plans.board import Board
from plans.forms import NewStepForm, StepForm, beside, token_sent, version_sent
from plans.models import Goal, Step, Target
from plans.packs.standing import required_of
from plans.views.answers import brought_back, changed, erased, offer, quoted, refusals_told, speak, way_of
from plans.views.typing import begin, render_form

SHOWN = ("target", "career", "goal", "plan", "assignment")


def own_step(request, pk) -> Step:
    """One that was deleted is found too: what was typed in another tab must have somewhere to go."""
    return get_object_or_404(Step.objects.of(request.user).select_related(*SHOWN), pk=pk)


def own_targets(request):
    return Target.objects.of(request.user)


def own_goals(request):
    return Goal.objects.of(request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def step_new(request):
    initial = {"target": asked_for(request, "target", own_targets), "goal": asked_for(request, "goal", own_goals)}
    choices = {"targets": own_targets(request).kept(), "goals": own_goals(request).kept()}
    form, draft = begin(request, NewStepForm, initial=initial, **choices)
    token = token_sent(request.POST) if form.is_bound else draft.token or uuid.uuid4()
    if form.is_valid():
        try:
            step = actions.add_step(user=request.user, token=token, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            draft.clear()
            over = " That day is already over." if step.due_on and step.due_on < timezone.localdate() else ""
            messages.success(request, f"{quoted(step)} is in your plan.{over}")
            return changed(request, at=f"step-{step.pk}")
    return render_form(request, "plans/step.html", form, draft, token=token)


def asked_for(request, name: str, own) -> int | None:
    """The saved career, or the goal, a new step is meant for: ``?target=``, where it is one of the person's own."""
    asked = request.GET.get(name, "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        return None
    return own(request).kept().filter(pk=asked).values_list("pk", flat=True).first()


@require_http_methods(["GET", "HEAD", "POST"])
def step_edit(request, pk):
    step, saved = own_step(request, pk), None
    form, draft = begin(request, StepForm, instance=step, **choices_of(request, step))
    version = version_sent(request.POST) if form.is_bound else draft.version_of(step.version)
    if form.is_valid():
        try:
            save_step(step, form, version)
        except actions.ChangedMeanwhile:
            saved = own_step(request, pk)
            version = saved.version
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            draft.clear()
            return step_saved(request, step)
    context = {"saved": beside(form, saved) if saved else None, "version": version, "files": step.files.kept().light()}
    return render_form(request, "plans/step.html", form, draft, step=step, **context)


def choices_of(request, step) -> dict:
    """The careers and goals it can stand under; the one it stands under stays a choice, taken out or not."""
    targets, goals = own_targets(request), own_goals(request)
    return {
        "targets": targets.kept() | targets.filter(pk=step.target_id),
        "goals": goals.kept() | goals.filter(pk=step.goal_id),
        "too_large": request.method == "POST" and too_large(request),
    }


@transaction.atomic
def save_step(step, form, version) -> None:
    """All of what the page says, or nothing of it."""
    actions.change_step(step=step, version=version, **form.words)
    if form.state_chosen:
        actions.set_state(step=step, state=form.state_chosen, today=timezone.localdate())
    if file := form.cleaned_data.get("file"):
        actions.add_file(step=step, name=file.clean_name, kind=file.kind, content=file.read_content)


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
    board = Board.of(step.plan, today)
    row = board.row_of(step)
    if row is None:
        offer(request, f"{quoted(step)} was deleted from your plan meanwhile.", "step_restore", pk)
    elif wants_part(request):
        context = {"row": row, "board": board, "asked": required_of(request.user), "swap": True}
        return render(request, "plans/_ticked.html", context)
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
    restore = partial(actions.restore_step, step=step)
    return brought_back(request, step, restore, at=f"step-{pk}", elsewhere=item_id(step))


@require_POST
def step_erase(request, pk):
    step = own_step(request, pk)
    return erased(request, step, partial(actions.erase_step, step=step))


def item_id(step) -> str:
    """Where a profile's page shows the item it was taken from."""
    return f"{step.section}-{step.item}" if step.item else ""
