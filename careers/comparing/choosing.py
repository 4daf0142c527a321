"""Careers chosen for comparing while somebody reads the list: they stand in its address, and nowhere else."""

from collections.abc import Sequence
from html import escape

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.http import urlencode

from careers.comparing.asking import MOST, SLUG
from careers.models import Career

ADD = (
    '<a class="button mini quiet" id="compare-{}" href="{}" rel="nofollow">Compare'
    '<span class="visually-hidden"> {}</span></a>'
)
CHOSEN = (
    '<a class="button mini" id="compare-{}" href="{}" rel="nofollow"><span aria-hidden="true">✓</span> Comparing'
    '<span class="visually-hidden"> {}. Leave it out</span></a>'
)


def chosen(data: QueryDict) -> list[str]:
    """What can be careers' addresses, once each, as many as fit side by side."""
    return [slug for slug in dict.fromkeys(data.getlist("compare")) if SLUG.fullmatch(slug)][:MOST]


class Links:
    """The link of each card of a list: into the comparison, out of it, or none where that is full."""

    def __init__(self, listing):
        self.listing = listing
        join = "&" if len(listing.here) > 1 else ""
        self.here = escape(f"{listing.here}{join}compare=")

    def adds(self, slug: str) -> bool:
        return len(self.listing.compared) < MOST and slug not in self.listing.compared

    def of(self, slug: str, title: str) -> str:
        if slug in self.listing.compared:
            address = self.listing.address(without=("compare", slug), page=self.listing.number)
            return format_html(CHOSEN, slug, f"{address}#compare-{slug}", title)
        return adding(slug, title, self.here) if self.adds(slug) else ""


def adding(slug: str, title: str, here: str) -> str:
    """``here`` is the address of the list, up to the slug, and escaped already."""
    named = escape(slug)
    return ADD.format(named, f"{here}{named}#compare-{named}", escape(title))


class Bar:
    """What is chosen so far, above the list."""

    def __init__(self, listing, careers: Sequence[Career]):
        self.careers = careers
        self.links = [
            (career.title, listing.address(without=("compare", career.slug), page=listing.number)) for career in careers
        ]
        self.address = "?" + urlencode([("career", career.slug) for career in careers])
        self.is_full = len(careers) == MOST
