"""The parts of the list's page that differ from address to address, and the page put together from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from careers.shapes import Part, kept_shape, place
from careers.views.listing import NONE, OPEN, TICK, Group, Link, Listing
from pathways.context import addresses

PAGE = "careers/career_list.html"
RESULTS = f"{PAGE}#results"
LONGEST_CHIP, LONGEST_UNKNOWN = 48, 60  # letters; the template says the same
OF_OPTION = ("none", "tick", "count")
MOST_CHIPS, MOST_UNKNOWN = 30, 3
NAMES = (
    *("words", "carried", "chosen", "groups", "bar", "found", "corrected", "cards", "nothing", "pages", "figures"),
    "told",
)


def said(listing: Listing, cards: Iterable[str], **more: Any) -> dict[str, str]:
    """All parts as HTML, by their names."""
    html = {name: part.html for name, part in parts(listing, **more).items()}
    words = {"words": SafeString(escape(listing.words)), "cards": SafeString("".join(cards)), "told": listing.told}
    return dict.fromkeys(NAMES, "") | html | words


def whole_page(request: HttpRequest, parts: Mapping[str, str]) -> str:
    """The list as every visitor gets it."""
    shape = kept_shape((PAGE, None), lambda: render_to_string(PAGE, places() | {"here": place("here")}, request))
    return shape.filled(parts | {"here": quote(request.get_full_path(), safe="")})


def results(parts: Mapping[str, str]) -> str:
    """What a swap gets, whoever asks: whose buttons a card has is in the card."""
    return kept_shape((RESULTS, None), lambda: render_to_string(RESULTS, places() | {"part": True})).filled(parts)


def places() -> dict[str, Any]:
    return {"parts": {name: place(name) for name in NAMES}}


def parts(listing: Listing, *, bar=None, nearest: Iterable[str] = ()) -> dict[str, Part]:
    """Those that this page has."""
    context = {"listing": listing, "at": addresses()}
    found = {
        "carried": carried(listing, context),
        "chosen": Part("careers/_chosen.html", context, listing.filtered),
        "groups": groups(listing),
        "found": heading(listing, context),
        "corrected": Part("careers/_corrected.html", context, None if says_how(listing) else "nothing to say"),
        "pages": pages(listing, context),
    }
    if bar and bar.careers:
        found["bar"] = Part("careers/compare/_bar.html", context | {"bar": bar})
    if listing.total:
        figures = listing.index.figures
        shape = (figures.pay_from, figures.outlook_from)
        return found | {"figures": Part("careers/_figures_from.html", {"figures": figures}, shape)}
    nothing = {"nothing": listing.nothing, "nearest": nearest}
    return found | {"nothing": Part("careers/_nothing_found.html", context | nothing)}


def says_how(listing: Listing) -> bool:
    """Whether there is something to say of how the words were taken."""
    return listing.exact or bool(listing.found and listing.found.corrected)


def carried(listing: Listing, context: dict[str, Any]) -> Part:
    names = [f"compare{number}" for number in range(len(listing.compared))]
    sort = listing.chosen["sort"]

    def stand_in():
        compared = [place(name) for name in names]
        return {"listing": SimpleNamespace(compared=compared, exact=listing.exact, chosen={"sort": sort})}

    words = dict(zip(names, map(escape, listing.compared), strict=True))
    return Part("careers/_carried.html", context, (len(names), listing.exact, sort), stand_in, words)


def pages(listing: Listing, context: dict[str, Any]) -> Part:
    before, after = listing.previous_page, listing.next_page

    def stand_in():
        hrefs = {"previous_page": before and place("before"), "next_page": after and place("after")}
        return {"listing": SimpleNamespace(number=place("number"), pages=place("pages"), **hrefs)}

    words = {"before": escape(before), "after": escape(after), "number": str(listing.number)}
    shape = (bool(before), bool(after))
    return Part("careers/_pages.html", context, shape, stand_in, words | {"pages": str(listing.pages)})


def heading(listing: Listing, context: dict[str, Any]) -> Part:
    chips, sorts, unknown = listing.chips, listing.sorts, listing.unknown

    def stand_in():
        shown = SimpleNamespace(
            told=place("told"),
            chips=[Link(place(f"chip{number}"), place(f"without{number}")) for number in range(len(chips))],
            sorts=[link._replace(href=place(f"sort{number}")) for number, link in enumerate(sorts)],
            unknown=[place(f"unknown{number}") for number in range(len(unknown))],
        )
        return context | {"listing": shown}

    words = {"told": listing.told}
    for number, link in enumerate(chips):
        words |= {f"chip{number}": short(link.name), f"without{number}": escape(link.href)}
    words |= {f"sort{number}": escape(link.href) for number, link in enumerate(sorts)}
    if len(chips) > MOST_CHIPS or len(unknown) > MOST_UNKNOWN:
        return Part("careers/_found.html", context)
    words |= {
        f"unknown{number}": escape(Truncator(value).chars(LONGEST_UNKNOWN)) for number, value in enumerate(unknown)
    }
    shape = (len(chips), len(unknown), bool(listing.words), listing.chosen["sort"])
    return Part("careers/_found.html", context, shape, stand_in, words)


def groups(listing: Listing) -> Part:
    """The options of the filters. Which there are changes with the content alone."""
    choices = listing.choices

    def stand_in():
        return {"listing": SimpleNamespace(groups=[group(*each) for each in choices])}

    return Part("careers/_fieldsets.html", {"listing": listing}, choices, stand_in, ticks(listing))


def group(key: str, label: str, named: Iterable[tuple[str, str]]) -> SimpleNamespace:
    shown = Group(key, label, [])
    options = [
        SimpleNamespace(
            slug=slug, name=name, **{what: place(f"{what}/{key}/{slug}") for what in ("none", "tick", "count")}
        )
        for slug, name in named
    ]
    words = {"open": place(f"open/{key}"), "tick": place(f"tick/{key}")}
    return SimpleNamespace(key=key, label=label, single=shown.single, folded=shown.folded, options=options, **words)


def ticks(listing: Listing) -> Mapping[str, str]:
    """Counts and ticks, as ``Option`` and ``Group`` say them; what is not in here is empty."""
    words: dict[str, str] = defaultdict(str)
    for key, counts in listing.selection.counts.items():
        for slug, count in counts.items():
            words[f"count/{key}/{slug}"] = str(count)
            if not count:
                words[f"none/{key}/{slug}"] = NONE
    for key, slugs in listing.picked.items():
        words |= dict.fromkeys((f"tick/{key}/{slug}" for slug in slugs), TICK)
        words |= {f"open/{key}": OPEN} if slugs else {f"tick/{key}": TICK}
    return words


@lru_cache(maxsize=1_000)
def short(name: str) -> str:
    """The name of a chip, as its template shortens it."""
    return escape(Truncator(name).chars(LONGEST_CHIP))
