"""A school's sets of requirements, for whoever heads it; nobody else finds them."""

from contextlib import contextmanager

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import School
from plans import actions
from plans.actions import Refused
from plans.models import Exemption, Pack, Requirement
from plans.packs.forms import PackForm, RequirementForm, StartForm
from plans.views.answers import quoted, refusals_told, way_of


def pack_headed(request, pk) -> Pack:
    return get_object_or_404(Pack.objects.headed_by(request.user).select_related("school"), pk=pk)


def requirement_headed(request, pk) -> Requirement:
    rows = Requirement.objects.filter(pack__in=Pack.objects.headed_by(request.user))
    return get_object_or_404(rows.select_related("pack__school"), pk=pk)


def sent(request):
    return request.POST if request.method == "POST" else None


@contextmanager
def refusals_in(form, field=None):
    """A change that cannot be made is said at the form, with all that was typed."""
    try:
        yield
    except Refused as refusal:
        form.add_error(field, str(refusal))


@require_safe
def packs(request, pk):
    school = get_object_or_404(School.objects.headed_by(request.user), pk=pk)
    rows = school.packs.annotate(count=Count("requirements")).order_by("-is_used", "name", "pk")
    return render(request, "packs/packs.html", {"school": school, "packs": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def pack_new(request, pk):
    school = get_object_or_404(School.objects.headed_by(request.user), pk=pk)
    form = StartForm(sent(request))
    if form.is_valid():
        with refusals_in(form, "name"):
            pack = actions.start_pack(school=school, **form.chosen())
            messages.success(request, f"{quoted(pack)} is made. Look it through, then put it in use.")
            return redirect("packs:pack", pack.pk)
    return render(request, "packs/pack_form.html", {"form": form, "school": school})


@require_safe
def pack(request, pk):
    pack = pack_headed(request, pk)
    return render(request, "packs/pack.html", {"pack": pack, "rows": pack.requirements.all()})


@require_http_methods(["GET", "HEAD", "POST"])
def pack_edit(request, pk):
    pack = pack_headed(request, pk)
    form = PackForm(sent(request), instance=pack)
    if form.is_valid():
        with refusals_in(form, "name"):
            actions.save_pack(pack=form.instance)
            messages.success(request, "The set is saved.")
            return redirect("packs:pack", pk)
    return render(
        request, "packs/pack_form.html", {"form": form, "school": pack.school, "pack": pack_headed(request, pk)}
    )


@require_POST
def pack_use(request, pk):
    """What the school asks from now on; with ``rest`` it is not any more."""
    pack = pack_headed(request, pk)
    with refusals_told(request):
        if "rest" in request.POST:
            actions.rest_pack(pack=pack)
            messages.success(request, f"{quoted(pack)} is not in use any more. Your school asks nothing of plans now.")
        else:
            actions.use_pack(pack=pack)
            messages.success(request, f"{quoted(pack)} is in use. Students and counsellors see it from now on.")
    return redirect("packs:pack", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pack_delete(request, pk):
    pack = pack_headed(request, pk)
    if request.method == "POST":
        pack.delete()
        messages.success(request, f"{quoted(pack)} is deleted.")
        return redirect("packs:packs", pack.school_id)
    exempt = Exemption.objects.filter(requirement__pack=pack).count()
    return render(request, "packs/delete.html", {"pack": pack, "exempt": exempt})


@require_http_methods(["GET", "HEAD", "POST"])
def requirement_new(request, pk):
    pack = pack_headed(request, pk)
    form = RequirementForm(sent(request))
    if form.is_valid():
        with refusals_in(form):
            actions.add_requirement(pack=pack, requirement=form.instance)
            messages.success(request, f"{quoted(form.instance)} is asked for.")
            return redirect("packs:pack", pk)
    return render(request, "packs/requirement_form.html", {"form": form, "pack": pack})


@require_http_methods(["GET", "HEAD", "POST"])
def requirement_edit(request, pk):
    row = requirement_headed(request, pk)
    form = RequirementForm(sent(request), instance=row)
    if form.is_valid():
        form.save()
        messages.success(request, f"{quoted(row)} is saved.")
        return redirect("packs:pack", row.pack_id)
    return render(request, "packs/requirement_form.html", {"form": form, "pack": row.pack, "row": row})


@require_POST
def requirement_move(request, pk):
    row = requirement_headed(request, pk)
    with refusals_told(request):
        place = actions.move_requirement(requirement=row, way=way_of(request))
        messages.success(request, f"{quoted(row)} is number {place} now.")
    return redirect("packs:pack", row.pack_id)


@require_http_methods(["GET", "HEAD", "POST"])
def requirement_remove(request, pk):
    row = requirement_headed(request, pk)
    if request.method == "POST":
        row.delete()
        messages.success(request, f"{quoted(row)} is not asked for any more.")
        return redirect("packs:pack", row.pack_id)
    exempt = Exemption.objects.filter(requirement=row).count()
    return render(request, "packs/delete.html", {"pack": row.pack, "row": row, "exempt": exempt})
