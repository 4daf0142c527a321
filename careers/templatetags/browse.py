"""The parts of the list that are the same for many requests: made once, and filled in with what differs."""

import re

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.views.listing import Group, Listing, Option

register = template.Library()
SLOT = re.compile(r"\[\[(count|none|checked|open)/([a-z]+)/([\w-]*)\]\]")


@register.simple_tag
def fieldsets(listing: Listing):
    """The filters' options. Their frame lives as long as the facet index; counts and ticks are put in here."""
    kept = listing.index.kept
    if "fieldsets" not in kept:
        kept["fieldsets"] = render_to_string("careers/_fieldsets.html", {"groups": listing.groups})
    groups = {group.key: group for group in listing.groups}
    options = {(group.key, option.slug): option for group in listing.groups for option in group.options}
    return mark_safe(SLOT.sub(lambda slot: fill(slot, groups, options), kept["fieldsets"]))  # noqa: S308 — our frame


@register.simple_tag
def figures_from(listing: Listing):
    """Where the cards' figures are from: one sentence as long as the facet index lives."""
    kept = listing.index.kept
    if "figures from" not in kept:
        kept["figures from"] = render_to_string("careers/_figures_from.html", {"figures": listing.index.figures})
    return kept["figures from"]


def fill(slot: re.Match, groups: dict[str, Group], options: dict[tuple[str, str], Option]) -> str:
    what, group, slug = slot.groups()
    if what == "open":
        return " open" if groups[group].any_chosen else ""
    if not slug:
        return "" if groups[group].any_chosen else " checked"
    option = options[group, slug]
    if what == "count":
        return str(option.count)
    if what == "none":
        return "" if option.count else " none"
    return " checked" if option.chosen else ""
