"""The cards of a list, as HTML. Visitors all get the same, so theirs are kept as long as the facet index."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from careers.models import Career
from careers.views.listing import Listing


def cards_of(request: HttpRequest, listing: Listing) -> list[SafeString]:
    """The cards of this page, in order: one query for those that are not kept."""
    kept = {} if settings.SESSION_COOKIE_NAME in request.COOKIES else listing.index.kept.setdefault("cards", {})
    missing = [key for key in listing.keys if key not in kept]
    if missing:
        template = get_template("careers/_career_card.html")
        for career in Career.objects.select_related("category").filter(pk__in=missing):
            kept[career.pk] = template.render({"career": career}, request)
    return [kept[key] for key in listing.keys if key in kept]
