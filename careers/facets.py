"""Which careers a choice of filters leaves, and how many each further choice would.

Every process keeps one small index of the careers: for each option of each group, the set of careers that have it, as
the bits of one integer. Counting all options is then some eighty ANDs, at a cost that hardly grows with the number of
careers. The index is made anew when the content version or the date has changed; what it takes of the official figures
is read when an import changed them. ``CareerFilter`` says the same in SQL, and a test holds the two together.
"""

import datetime
import json
import uuid
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate, chain, compress, islice
from math import inf
from operator import and_, or_
from typing import Any, NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast

from careers import by_code
from careers.bands import OUTLOOK, PAY, Band
from careers.by_code import Said
from careers.glance import Glance, Glances
from careers.models import Career, CareerType, Category, ContentVersion, Education, Remote, Typing
from careers.models.career import today
from careers.prepared import Prepared
from careers.subjects import slug_of, subjects_by_slug
from careers.traits import INTEREST_CHOICES, ZONE_CHOICES, Choice

GROUPS = ("category", "type", "education", "remote", "pay", "outlook", "zone", "subject", "interest")
Choices = Mapping[str, Iterable[str]]
AS_NUMBERS = bytes.maketrans(b"01", b"\0\1")


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
            return (self.keys[place] for place in self.orders[sort] if wanted[place])
        if tiers is None:
            return compress(self.keys, wanted)
        found = dict.fromkeys(chain.from_iterable(tiers))
        return (key for key in found if key in self.places and wanted[self.places[key]])

    def mask(self, keys: Iterable[int]) -> int:
        return mask_of([self.places[key] for key in keys if key in self.places])


def bits(mask: int, length: int) -> bytes:
    """The mask as ``length`` bytes of 0 or 1, place 0 first."""
    return format(mask, f"0{length}b")[::-1].encode().translate(AS_NUMBERS) if length else b""


class Columns(NamedTuple):
    """What the index holds of every career, a sequence each, in title order; ``subjects`` as the JSON they are in."""

    keys: Sequence[int] = ()
    titles: Sequence[str] = ()
    categories: Sequence[int] = ()
    education: Sequence[int | None] = ()
    remote: Sequence[int | None] = ()
    published_on: Sequence[datetime.date | None] = ()
    codes: Sequence[str] = ()
    subjects: Sequence[str] = ()


ROWS = Prepared(
    lambda: Career.objects.order_by().values_list(
        "pk", "title", "category_id", "education", "remote", "published_on", "code", Cast("subjects", TextField())
    )
)
PUBLISHED = Prepared(lambda day: Career.objects.published(on=day).order_by().values_list("pk"), day=datetime.date)
TYPINGS = Prepared(lambda: Typing.objects.order_by().values_list("career_id", "type_id"))


def build() -> Facets:
    """Read what the index holds: a few short columns of every career. Figures are read where an import changed them."""
    columns = Columns(*zip(*sorted(ROWS.rows(), key=lambda row: (row[1].casefold(), row[0])), strict=True))
    places = {key: place for place, key in enumerate(columns.keys)}
    categories, types = list(Category.objects.all()), list(CareerType.objects.all())
    known = by_code.current()
    said = [known.of(code) for code in columns.codes]
    glances = [each.glance for each in said]
    subjects = subjects_by_slug(map(named, set(columns.subjects)))
    options = own_options(columns, categories, subjects) | official_options(said)
    options["type"] = type_options(places, types)
    published = masks((places[key], True) for (key,) in PUBLISHED.rows(day=today()) if key in places).get(True, 0)
    order = orders(columns) | figure_orders(glances)
    in_order = {group: options[group] for group in GROUPS}
    keys = list(columns.keys)
    return Facets(keys, places, published, in_order, order, categories, types, subjects, glances, known.figures)


@lru_cache(maxsize=10_000)
def named(subjects: str) -> tuple[str, ...]:
    return tuple(json.loads(subjects))


def masks(pairs: Iterable[tuple[int, Hashable]]) -> dict[Any, int]:
    """Pairs of a place and what the career there has, as a mask for each thing that any of them has."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for place, value in pairs:
        places[value].append(place)
    return {value: mask_of(at) for value, at in places.items()}


def mask_of(places: list[int]) -> int:
    buffer = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        buffer[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(buffer, "little")


def own_options(columns: Columns, categories: list[Category], subjects: dict[str, str]) -> dict[str, dict[str, int]]:
    """Those of what editors state."""
    of_category = masks(enumerate(columns.categories))
    education, remote = masks(enumerate(columns.education)), masks(enumerate(columns.remote))
    no_more = accumulate((education.get(level, 0) for level in Education), or_)
    of_subject = masks((place, slug) for place, said in enumerate(columns.subjects) for slug in slugs(said))
    return {
        "category": {category.slug: of_category.get(category.pk, 0) for category in categories},
        "education": {level.slug: mask for level, mask in zip(Education, no_more, strict=True)},
        "remote": {level.slug: remote.get(level, 0) for level in Remote},
        "subject": {slug: of_subject[slug] for slug in subjects},
    }


@lru_cache(maxsize=10_000)
def slugs(subjects: str) -> frozenset[str]:
    return frozenset(slug for name in named(subjects) if (slug := slug_of(name)))


def official_options(said: list[Said]) -> dict[str, dict[str, int]]:
    """Those of what the official figures say of a career's code."""
    choices: dict[str, Sequence[Band | Choice]] = {"pay": PAY, "outlook": OUTLOOK}
    choices |= {"zone": ZONE_CHOICES, "interest": INTEREST_CHOICES}
    found = {group: masks((place, getattr(each, group)) for place, each in enumerate(said)) for group in choices}
    return {group: {each.slug: found[group].get(each.slug, 0) for each in all_} for group, all_ in choices.items()}


def type_options(places: dict[int, int], types: list[CareerType]) -> dict[str, int]:
    found = masks((places[career], type_) for career, type_ in TYPINGS.rows() if career in places)
    return {type_.slug: found.get(type_.pk, 0) for type_ in types}


def orders(columns: Columns) -> dict[str, list[int]]:
    """Places in each order but the title's own; what a career does not state comes last."""
    places, education, dates = range(len(columns.keys)), columns.education, columns.published_on
    return {
        "-title": list(reversed(places)),
        "education": sorted(places, key=lambda place: (education[place] is None, education[place])),
        "newest": sorted(places, key=lambda place: dates[place] or datetime.date.min, reverse=True),
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
