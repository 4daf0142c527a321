"""The cards of a list, as HTML. Visitors all get the same, so theirs are kept, by the very words that they show."""

from typing import Protocol

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from careers.comparing.choosing import with_link
from careers.glance import Glance
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


class Shown(Protocol):
    """Any page of careers: their keys in order, and the figures on each."""

    @property
    def keys(self) -> list[int]: ...

    def glance(self, key: int) -> Glance: ...


def cards_of(request: HttpRequest, listing: Listing) -> list[SafeString]:
    """The cards of this page, in order, in one query."""
    return list(cards_by_key(request, listing, compare=listing).values())


def cards_by_key(request: HttpRequest, listing: Shown, *, compare: Listing | None = None) -> dict[int, SafeString]:
    """The same by the key of the career, for who says something of each; a career that just went has none.

    ``compare`` is the list that gathers careers to compare: without one, the cards do not offer it.
    """
    rows = ROWS.rows(**dict.fromkeys(PLACES, 0) | dict(zip(PLACES, listing.keys, strict=False)))
    visitor = settings.SESSION_COOKIE_NAME not in request.COOKIES
    make = visitor_card if visitor else card
    cards = {row[0]: make(request, row, listing.glance(row[0])) for row in rows}
    named = {row[0]: row[1:3] for row in rows}
    return {key: with_link(cards[key], compare, *named[key]) for key in listing.keys if key in cards}


def visitor_card(request: HttpRequest, row: tuple, glance: Glance) -> SafeString:
    shown = (*row, glance.pay_words, glance.outlook_words)
    if shown not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[shown] = card(request, row, glance)
    return kept[shown]


def card(request: HttpRequest, row: tuple, glance: Glance) -> SafeString:
    context = {"career": career_of(SHOWN, row), "glance": glance}
    return get_template("careers/_career_card.html").render(context, request)
