"""Ways in: the home page, and the list with its filters."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers import facets, list_parts, missed
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
    drafts = not is_visitor(request) and request.user.has_perm("careers.view_career")
    listing = Listing(request.GET, index=facets.current(), drafts=drafts)
    nearest = cards_of(request, listing, listing.nothing.nearest) if not listing.total else []
    bar = Bar(listing, find(listing.compared, request.user)) if listing.compared else None
    response = shown(request, list_parts.said(listing, cards_of(request, listing), bar=bar, nearest=nearest))
    response.counted = listing.missed
    if listing.missed and not drafts and was_sent(request):
        missed.count(listing.words, corrected=listing.found.corrected)
    return response


def shown(request, parts) -> HttpResponse:
    if wants_part(request):
        return HttpResponse(list_parts.results(parts))
    if is_visitor(request):
        return HttpResponse(list_parts.whole_page(request, parts))
    return render(request, list_parts.PAGE, {"parts": parts})


def was_sent(request) -> bool:
    """Whether these words were sent, rather than looked for while somebody was still typing them."""
    return request.method == "GET" and (not wants_part(request) or "X-Submitted" in request.headers)
