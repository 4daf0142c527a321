"""The cards of a list, as HTML. Visitors all get the same, so theirs are kept, by the very row that they show."""

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from careers.models import Career
from careers.prepared import Prepared
from careers.reading import CATEGORY_SHOWN, career_of
from careers.views.listing import PAGE_SIZE, Listing

SHOWN = ("id", "slug", "title", "summary", "education", "remote", "status", "published_on")
CATEGORY_CARD = tuple(column for column in CATEGORY_SHOWN if column != "category__soc_major_groups")
PLACES = [f"pk{place}" for place in range(PAGE_SIZE)]
MOST_KEPT = 20_000

ROWS = Prepared(
    lambda **pks: Career.objects.filter(pk__in=list(pks.values())).order_by().values_list(*SHOWN, *CATEGORY_CARD),
    **dict.fromkeys(PLACES, int),
)
kept: dict[tuple, SafeString] = {}


def cards_of(request: HttpRequest, listing: Listing) -> list[SafeString]:
    """The cards of this page, in order, in one query."""
    rows = ROWS.rows(**dict.fromkeys(PLACES, 0) | dict(zip(PLACES, listing.keys, strict=False)))
    visitor = settings.SESSION_COOKIE_NAME not in request.COOKIES
    cards = {row[0]: visitor_card(request, row) if visitor else card(request, row) for row in rows}
    return [cards[key] for key in listing.keys if key in cards]


def visitor_card(request: HttpRequest, row: tuple) -> SafeString:
    if row not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[row] = card(request, row)
    return kept[row]


def card(request: HttpRequest, row: tuple) -> SafeString:
    return get_template("careers/_career_card.html").render({"career": career_of(SHOWN, row)}, request)
