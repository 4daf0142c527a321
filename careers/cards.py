"""The cards of a list, as HTML. Visitors all get the same, so theirs are kept, by the very words that they show."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString

from careers.comparing.choosing import Links, adding
from careers.glance import Glance
from careers.marking import words_of
from careers.models import Career
from careers.prepared import Prepared
from careers.reading import CATEGORY_SHOWN, career_of
from careers.search import Why
from careers.shapes import Shape, place
from careers.views.listing import PAGE_SIZE, Listing

SHOWN = ("id", "slug", "title", "summary", "education", "remote", "status", "published_on")
CATEGORY_CARD = tuple(column for column in CATEGORY_SHOWN if column != "category__soc_major_groups")
PLACES = [f"pk{place}" for place in range(PAGE_SIZE)]
MOST_KEPT = 20_000

ROWS = Prepared(
    lambda **pks: Career.objects.filter(pk__in=list(pks.values())).order_by().values_list(*SHOWN, *CATEGORY_CARD),
    **dict.fromkeys(PLACES, int),
)
SLOTS = {name: place(name) for name in ("title", "summary", "why", "compare")}
HERE = "here"


class Plain(NamedTuple):
    """A card of a list where nothing was searched for: its words stand in it, and round the address its link."""

    before: str
    link: str
    end: str
    after: str


kept: dict[tuple, Shape] = {}
kept_plain: dict[tuple, Plain] = {}


class Shown(Protocol):
    """Any page of careers: their keys in order, and the figures on each."""

    @property
    def keys(self) -> list[int]: ...

    def glance(self, key: int) -> Glance: ...


def cards_of(request: HttpRequest, listing: Listing, keys: Sequence[int] | None = None) -> list[SafeString]:
    """The cards of this page, or of some two dozen other careers, in order, in one query."""
    keys, why = (listing.keys, listing.why) if keys is None else (keys, {})
    return list(cards_by_key(request, listing, keys=keys, why=why, compare=listing).values())


def cards_by_key(
    request: HttpRequest,
    listing: Shown,
    *,
    keys: Sequence[int] | None = None,
    why: Mapping[int, Why] = MappingProxyType({}),
    compare: Listing | None = None,
) -> dict[int, SafeString]:
    """The same by the key of the career, for who says something of each; a career that just went has none.

    ``why`` is what a search found each by. ``compare`` is the list that gathers careers to compare: without one, the
    cards do not offer it.
    """
    keys = listing.keys if keys is None else keys
    rows = ROWS.rows(**dict.fromkeys(PLACES, 0) | dict(zip(PLACES, keys, strict=False)))
    visitor = settings.SESSION_COOKIE_NAME not in request.COOKIES
    make = visitor_card if visitor else card
    links = Links(compare) if compare else None
    html = {}
    for row in rows:
        look, reason = listing.glance(row[0]), why.get(row[0])
        if visitor and reason is None:
            html[row[0]] = with_link(plain_card(request, row, look), row, links)
        else:
            html[row[0]] = filled(make(request, row, look), row, reason, links)
    return {key: html[key] for key in keys if key in html}


def with_link(card: Plain, row: tuple, links: Links | None) -> SafeString:
    if links and links.adds(row[1]):
        return SafeString(f"{card.before}{card.link}{links.here}{card.end}{card.after}")
    link = links.of(row[1], row[2]) if links else ""
    return SafeString(card.before + link + card.after)


def filled(shape: Shape, row: tuple, why: Why | None, links: Links | None) -> SafeString:
    """The card with its own words, those marked that a search found it by, and its link."""
    said = words_of(title=row[2], summary=row[3], why=why)._asdict()
    return shape.filled(said | {"compare": links.of(row[1], row[2]) if links else ""})


def plain_card(request: HttpRequest, row: tuple, glance: Glance) -> Plain:
    """The card of a visitor, kept."""
    shown = (*row, glance.pay_words, glance.outlook_words)
    if shown not in kept_plain:
        if len(kept_plain) >= MOST_KEPT:
            kept_plain.clear()
        said = words_of(title=row[2], summary=row[3], why=None)._asdict() | {"compare": place("compare")}
        before, _, after = Shape(card(request, row, glance).filled(said)).parts
        link, _, end = Shape(adding(row[1], row[2], place(HERE))).parts
        kept_plain[shown] = Plain(before, link, end, after)
    return kept_plain[shown]


def visitor_card(request: HttpRequest, row: tuple, glance: Glance) -> Shape:
    """The same with places for what a search found it by."""
    shown = (*row, glance.pay_words, glance.outlook_words)
    if shown not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[shown] = card(request, row, glance)
    return kept[shown]


def card(request: HttpRequest, row: tuple, glance: Glance) -> Shape:
    """A card with places for what ``filled`` puts in."""
    context = {"career": career_of(SHOWN, row), "glance": glance, "slots": SLOTS}
    return Shape(get_template("careers/_career_card.html").render(context, request))
