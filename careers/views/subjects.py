"""From a school subject to careers."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers import facets
from careers.cards import cards_by_key
from careers.interests import subjects as read
from careers.interests.pages import Ordered
from careers.views.visitors import visitor_page


@login_not_required
@require_safe
@visitor_page
def subjects(request):
    return render(request, "careers/interests/subjects.html", {"subjects": read.current(facets.current())})


@login_not_required
@require_safe
@visitor_page
def subject(request, slug):
    index = facets.current()
    found = read.current(index).by_slug.get(slug)
    if found is None:
        raise Http404(f"No career is listed under “{slug}”.")
    listing = Ordered(request.GET, found.keys, index=index)
    rows = [(card, found.official.get(key)) for key, card in cards_by_key(request, listing).items()]
    return render(request, "careers/interests/subject.html", {"subject": found, "listing": listing, "rows": rows})
