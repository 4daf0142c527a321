"""Who looked at my plan: always there for its student, whoever it was."""

import re

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.models import Access, Link

AT_ONCE = 25
ABOUT_LINK = re.compile(r"link (\d{1,18})", re.ASCII)


@require_safe
def looked(request):
    rows = Access.objects.of(request.user).select_related("actor")
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    links = {str(pk): name for pk, name in Link.objects.of(request.user).values_list("pk", "name")}
    entries = [{"row": row, "who": who(row, links), "about": about(row)} for row in page]
    return render(request, "plans/taking/looked.html", {"page": page, "entries": entries})


def who(row: Access, links: dict[str, str]) -> str:
    if row.actor:
        return str(row.actor)
    found = ABOUT_LINK.fullmatch(row.about)
    if found and row.actor_number is None:
        name = links.get(found[1])
        return f"Whoever has the link for “{name}”" if name else "Whoever had a link of yours"
    return "Somebody whose account is gone"


def about(row: Access) -> str:
    """“step” and the like: the number means nothing to people."""
    return "" if ABOUT_LINK.fullmatch(row.about) else re.sub(r"\s*\d+$", "", row.about)
