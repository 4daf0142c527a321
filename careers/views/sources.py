"""Where official figures come from."""

from collections import defaultdict

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career, Occupation, Pay, Projection, Source
from careers.official.crosswalk import codes_of
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def sources(request):
    used = uses()
    rows = [(source, used[source.pk]) for source in Source.objects.all()]
    return render(request, "careers/sources.html", {"sources": rows})


def uses() -> dict[int, int]:
    """How many published careers show figures of a source, by its key."""
    codes = Career.objects.published().exclude(code="").order_by().values_list("code", flat=True)
    careers = [set(codes_of(code)) - {""} for code in codes]
    wanted = set().union(*careers)
    found = defaultdict(set)
    for model in (Occupation, Pay, Projection):
        rows = model.objects.filter(code__in=wanted).order_by().values_list("source", "code").distinct()
        for source, code in rows:
            found[source].add(code)
    return defaultdict(int, {source: sum(bool(each & has) for each in careers) for source, has in found.items()})
