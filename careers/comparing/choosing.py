"""Careers chosen for comparing while somebody reads the list: they stand in its address, and nowhere else."""

from collections.abc import Sequence

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from careers.comparing.asking import MOST, SLUG
from careers.models import Career

# Stands in a card, which is kept, for the link that differs from address to address.
SLOT = "<!--compare-->"
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


def with_link(card: SafeString, listing, slug: str, title: str) -> SafeString:
    """A card with its link: into the comparison, out of it, or none where that is full or no list gathers any."""
    if listing is None:
        link = mark_safe("")
    elif slug in listing.compared:
        address = listing.address(without=("compare", slug), page=listing.number)
        link = format_html(CHOSEN, slug, f"{address}#compare-{slug}", title)
    elif len(listing.compared) < MOST:
        join = "&" if len(listing.here) > 1 else ""
        link = format_html(ADD, slug, f"{listing.here}{join}compare={slug}#compare-{slug}", title)
    else:
        link = mark_safe("")
    return mark_safe(card.replace(SLOT, link))  # noqa: S308 — both are escaped


class Bar:
    """What is chosen so far, above the list."""

    def __init__(self, listing, careers: Sequence[Career]):
        self.careers = careers
        self.links = [
            (career.title, listing.address(without=("compare", career.slug), page=listing.number)) for career in careers
        ]
        self.address = "?" + urlencode([("career", career.slug) for career in careers])
        self.is_full = len(careers) == MOST
