"""One career: its page in chapters, and the view in the owner's order."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from careers import skeleton
from careers.figures.shown import figures_for
from careers.models import Career
from careers.reading import find_public, read_profile
from careers.sections import ENTRIES
from careers.views.visitors import is_visitor, visitor_page


@login_not_required
@require_safe
@visitor_page
def career_detail(request, slug):
    profile = read_profile(visible_career(request, slug))
    figures = figures_for(request, profile.career)
    if is_visitor(request):
        return HttpResponse(skeleton.page(request, profile, figures))
    return render(request, "careers/career_detail.html", vars(profile) | {"figures": figures})


@login_not_required
@require_safe
@visitor_page
def career_print(request, slug):
    profile = read_profile(visible_career(request, slug))
    entries = [(entry, profile.texts.get(entry.key)) for entry in ENTRIES]
    context = vars(profile) | {"entries": entries, "figures": figures_for(request, profile.career)}
    return render(request, "careers/career_print.html", context)


def visible_career(request, slug) -> Career:
    """What this person may read at this address: for nearly all, and fast, what is published."""
    career = find_public(slug)
    if career is None:
        careers = Career.objects.visible_to(request.user).select_related("category")
        career = get_object_or_404(careers, slug=slug)
    return career
