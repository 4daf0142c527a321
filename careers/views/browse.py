"""Ways in: the home page, and the list with its filters."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers import facets, missed, skeleton
from careers.cards import cards_of
from careers.comparing.choosing import Bar
from careers.comparing.reading import find
from careers.views.listing import Listing
from careers.views.visitors import is_visitor, visitor_page
from pathways.htmx import wants_part


@login_not_required
@require_safe
@visitor_page
def home(request):
    index = facets.current()
    counts = index.select({}).counts
    categories = [(category, counts["category"][category.slug]) for category in index.categories]
    types = [(type_, counts["type"][type_.slug]) for type_ in index.types]
    return render(request, "careers/home.html", {"categories": categories, "types": types})


@login_not_required
@require_safe
@visitor_page
def career_list(request):
    drafts = request.user.has_perm("careers.view_career")
    listing = Listing(request.GET, index=facets.current(), drafts=drafts)
    nearest = cards_of(request, listing, listing.nothing.nearest) if not listing.total else []
    bar = Bar(listing, find(listing.compared, request.user)) if listing.compared else None
    context = {"listing": listing, "nearest": nearest, "bar": bar, "part": wants_part(request)}
    response = shown(request, context | {"cards": cards_of(request, listing)})
    response.counted = listing.missed
    if listing.missed and not drafts and was_sent(request):
        missed.count(listing.words, corrected=listing.found.corrected)
    return response


def shown(request, context) -> HttpResponse:
    if context["part"]:
        return render(request, "careers/career_list.html#results", context)
    if is_visitor(request):
        return HttpResponse(skeleton.list_page(request, context))
    return render(request, "careers/career_list.html", context)


def was_sent(request) -> bool:
    """Whether these words were sent, rather than looked for while somebody was still typing them."""
    return request.method == "GET" and (not wants_part(request) or "X-Submitted" in request.headers)
