"""Files under a step: for their student to have again, to take out and to bring back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from plans import actions
from plans.files import download
from plans.models import Evidence
from plans.views.answers import changed, offer, quoted, refusals_told


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
    with refusals_told(request):
        actions.restore_file(file=file)
        messages.success(request, f"{quoted(file)} is back under its step.")
    return changed(request, at=f"step-{file.step_id}")


@require_POST
def file_erase(request, pk):
    file = own_file(request, pk)
    with refusals_told(request):
        actions.erase_file(file=file)
        messages.success(request, f"{quoted(file)} is deleted for good.")
    return changed(request, at="deleted-rows", unfolded="deleted")
