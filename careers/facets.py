"""Which careers a choice of filters leaves, and how many each further choice would.

Every process keeps one small index of the careers: for each option of each group, the set of careers that have it, as
the bits of one integer. Counting all options is then some thirty ANDs, at a cost that hardly grows with the number of
careers. The index is made anew when the content version or the date has changed. ``CareerFilter`` says the same in SQL,
and a test holds the two together.
"""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, compress, islice
from math import inf
from operator import and_, or_
from typing import Any

from careers import glance, traits
from careers.bands import OUTLOOK, PAY, Band, band_of
from careers.glance import Glance, Glances
from careers.models import Career, CareerType, Category, ContentVersion, Education, Remote, Typing
from careers.models.career import today
from careers.subjects import slug_of, subjects_by_slug

GROUPS = ("category", "type", "education", "remote", "pay", "outlook", "zone", "subject", "interest")
COLUMNS = ("pk", "title", "category_id", "education", "remote", "published_on", "code", "subjects")
Choices = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Selection:
    """What a choice leaves: how many in all, how many at each option were it its group's only choice, and which."""

    total: int
    counts: dict[str, dict[str, int]]
    ordered: Iterator[int]

    def page(self, number: int, size: int) -> list[int]:
        """Keys of the careers on a page (1-based), in order."""
        return list(islice(self.ordered, (number - 1) * size, number * size))


@dataclass(frozen=True)
class Facets:
    """Bit ``n`` of every mask is the career at place ``n`` in title order; ``glances`` are in that order too.

    ``kept`` is for what others make of the same content, and may keep as long as it stands.
    """

    keys: list[int]
    places: dict[int, int]
    published: int
    options: dict[str, dict[str, int]]
    orders: dict[str, list[int]]
    categories: list[Category]
    types: list[CareerType]
    subjects: dict[str, str]
    glances: list[Glance]
    figures: Glances
    kept: dict[str, Any] = field(default_factory=dict)

    def select(
        self, chosen: Choices, *, drafts: bool = False, tiers: tuple[list[int], ...] | None = None, sort: str = ""
    ) -> Selection:
        """``tiers`` are keys found by words, the best first; ``None`` where nothing was asked for by words."""
        base = (1 << len(self.keys)) - 1 if drafts else self.published
        if tiers is not None:
            base &= self.mask(chain.from_iterable(tiers))
        groups = {group: self.group(group, chosen.get(group, ())) for group in GROUPS}
        left = reduce(and_, groups.values(), base)
        return Selection(left.bit_count(), self.counts(groups, base), self.ordered(left, tiers, sort))

    def counts(self, groups: dict[str, int], base: int) -> dict[str, dict[str, int]]:
        counts = {}
        for group, options in self.options.items():
            others = reduce(and_, (mask for other, mask in groups.items() if other != group), base)
            counts[group] = {slug: (mask & others).bit_count() for slug, mask in options.items()}
        return counts

    def group(self, group: str, slugs: Iterable[str]) -> int:
        """The careers that match any of these options; all careers where none is chosen."""
        masks = [self.options[group].get(slug, 0) for slug in slugs]
        return reduce(or_, masks) if masks else -1

    def ordered(self, left: int, tiers: tuple[list[int], ...] | None, sort: str) -> Iterator[int]:
        wanted = bits(left, len(self.keys))
        if sort in self.orders:
            return (self.keys[place] for place in self.orders[sort] if wanted[place] == "1")
        if tiers is None:
            return compress(self.keys, map(int, wanted))
        found = dict.fromkeys(chain.from_iterable(tiers))
        return (key for key in found if key in self.places and wanted[self.places[key]] == "1")

    def mask(self, keys: Iterable[int]) -> int:
        buffer = bytearray(len(self.keys) // 8 + 1)
        for place in map(self.places.get, keys):
            if place is not None:
                buffer[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(buffer, "little")


def bits(mask: int, length: int) -> str:
    """The mask as ``length`` digits, place 0 first."""
    return format(mask, f"0{length}b")[::-1] if length else ""


def build() -> Facets:
    """Read what the index holds: a few short columns of every career, and of the figures on it."""
    rows = list(Career.objects.values_list(*COLUMNS))
    rows.sort(key=lambda row: (row[1].casefold(), row[0]))
    places = {row[0]: place for place, row in enumerate(rows)}
    categories, types = list(Category.objects.all()), list(CareerType.objects.all())
    figures = glance.read()
    glances = [figures.of(row[6]) for row in rows]
    order = orders(rows) | figure_orders(glances)
    subjects = subjects_by_slug(row[7] for row in rows)
    facets = Facets([row[0] for row in rows], places, 0, {}, order, categories, types, subjects, glances, figures)
    facets.options.update(own_options(facets, rows) | official_options(facets, [row[6] for row in rows]))
    published = facets.mask(Career.objects.published().values_list("pk", flat=True).order_by())
    return Facets(**vars(facets) | {"published": published})


def own_options(facets: Facets, rows: list[tuple]) -> dict[str, dict[str, int]]:
    """Those of what editors state."""
    return {
        "category": {
            category.slug: facets.mask(row[0] for row in rows if row[2] == category.pk)
            for category in facets.categories
        },
        "type": type_options(facets, facets.types),
        "education": {
            level.slug: facets.mask(row[0] for row in rows if row[3] is not None and row[3] <= level)
            for level in Education
        },
        "remote": {level.slug: facets.mask(row[0] for row in rows if row[4] == level) for level in Remote},
        "subject": subject_options(facets, rows),
    }


def subject_options(facets: Facets, rows: list[tuple]) -> dict[str, int]:
    careers_of: dict[str, list[int]] = {slug: [] for slug in facets.subjects}
    for row in rows:
        for slug in {slug_of(name) for name in row[7]} & careers_of.keys():
            careers_of[slug].append(row[0])
    return {slug: facets.mask(keys) for slug, keys in careers_of.items()}


def official_options(facets: Facets, codes: list[str]) -> dict[str, dict[str, int]]:
    """Those of what the official figures say of a career's code."""
    said = traits.read()
    of_careers = [said.get(code, traits.NOTHING) for code in codes]
    return {
        "pay": band_options(facets, PAY, [each.pay for each in facets.glances]),
        "outlook": band_options(facets, OUTLOOK, [each.percent for each in facets.glances]),
        "zone": value_options(facets, traits.ZONE_CHOICES, [each.zone for each in of_careers]),
        "interest": value_options(facets, traits.INTEREST_CHOICES, [each.interest for each in of_careers]),
    }


def band_options(facets: Facets, bands: Sequence[Band], values: Sequence[float | None]) -> dict[str, int]:
    careers_in: dict[str, list[int]] = {band.slug: [] for band in bands}
    for key, value in zip(facets.keys, values, strict=True):
        if band := band_of(value, bands):
            careers_in[band.slug].append(key)
    return {slug: facets.mask(keys) for slug, keys in careers_in.items()}


def value_options(facets: Facets, choices: Sequence[traits.Choice], values: Sequence[str]) -> dict[str, int]:
    careers = list(zip(facets.keys, values, strict=True))
    return {choice.slug: facets.mask(key for key, value in careers if value == choice.slug) for choice in choices}


def type_options(facets: Facets, types: list[CareerType]) -> dict[str, int]:
    careers_of: dict[int, list[int]] = {type_.pk: [] for type_ in types}
    for career, type_ in Typing.objects.order_by().values_list("career_id", "type_id"):
        careers_of[type_].append(career)
    return {type_.slug: facets.mask(careers_of[type_.pk]) for type_ in types}


def orders(rows: list[tuple]) -> dict[str, list[int]]:
    """Places in each order but the title's own; what a career does not state comes last."""
    places = range(len(rows))
    return {
        "-title": list(reversed(places)),
        "education": sorted(places, key=lambda place: (rows[place][3] is None, rows[place][3])),
        "newest": sorted(places, key=lambda place: rows[place][5] or datetime.date.min, reverse=True),
    }


def figure_orders(glances: list[Glance]) -> dict[str, list[int]]:
    """Places by official figures, the greatest first; a career without the figure comes last."""
    return {
        "pay": falling([each.pay for each in glances]),
        "openings": falling([each.openings for each in glances]),
        "growth": falling([each.percent for each in glances]),
    }


def falling(values: Sequence[float | None]) -> list[int]:
    return sorted(range(len(values)), key=lambda place: inf if (value := values[place]) is None else -value)


_kept: tuple[tuple[uuid.UUID | None, datetime.date], Facets] | None = None


def current() -> Facets:
    """The index as of now: one query where nothing has changed."""
    global _kept
    stamp = (ContentVersion.current(), today())
    if _kept is None or _kept[0] != stamp:
        _kept = (stamp, build())
    return _kept[1]
