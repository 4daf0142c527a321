"""Files under a step: for their student to have again, to take out and to bring back."""

from functools import partial

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from plans import actions
from plans.files import download
from plans.models import Evidence
from plans.views.answers import brought_back, erased, offer, quoted


def own_file(request, pk) -> Evidence:
    return get_object_or_404(Evidence.objects.of(request.user).light().select_related("plan"), pk=pk)


@require_safe
def file(request, pk):
    return download(get_object_or_404(Evidence.objects.of(request.user).kept(), pk=pk))


@require_POST
def file_remove(request, pk):
    file = own_file(request, pk)
    actions.remove_file(file=file)
    offer(request, f"{quoted(file)} is deleted.", "file_restore", pk)
    return redirect("plans:step_edit", file.step_id)


@require_POST
def file_restore(request, pk):
    file = own_file(request, pk)
    restore = partial(actions.restore_file, file=file)
    return brought_back(request, file, restore, to="under its step", at=f"step-{file.step_id}")


@require_POST
def file_erase(request, pk):
    file = own_file(request, pk)
    return erased(request, file, partial(actions.erase_file, file=file))
