"""One page of the career list, and all that its filters say: choices, counts, chips, pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import NamedTuple

from django.http import QueryDict
from django.utils.http import urlencode

from careers import facets, search
from careers.bands import OUTLOOK, PAY
from careers.comparing import choosing
from careers.filters import SORTS, CareerFilter
from careers.glance import Glance
from careers.models import Education, Remote
from careers.nothing import Nothing
from careers.traits import INTEREST_CHOICES, ZONE_CHOICES

PAGE_SIZE = 24
GROUPS = (
    ("category", "Category"),
    ("type", "Type"),
    ("education", "You need no more than"),
    ("pay", "Median pay a year"),
    ("outlook", "Number of jobs"),
    ("remote", "Remote work"),
    ("zone", "How much preparation"),
    ("interest", "What you like doing"),
    ("subject", "School subject"),
)
FOLDED = {"outlook", "remote", "zone", "interest", "subject"}
# What an option's mark-up says of it, empty where it does not.
NONE, TICK, OPEN = " none", " checked", " open"
LEADS = {"education": "No more than: ", "pay": "Pay: ", "outlook": "Jobs: ", "zone": "Preparation "}
LEVELS = {
    "education": Education,
    "remote": Remote,
    "pay": PAY,
    "outlook": OUTLOOK,
    "zone": ZONE_CHOICES,
    "interest": INTEREST_CHOICES,
}


@dataclass(frozen=True)
class Option:
    slug: str
    name: str
    count: int
    chosen: bool

    @property
    def none(self) -> str:
        return "" if self.count else NONE

    @property
    def tick(self) -> str:
        return TICK if self.chosen else ""


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    options: list[Option]

    @property
    def any_chosen(self) -> bool:
        return any(option.chosen for option in self.options)

    @property
    def open(self) -> str:
        return OPEN if self.any_chosen else ""

    @property
    def tick(self) -> str:
        """Of the choice of any, where there is one."""
        return "" if self.any_chosen else TICK

    @property
    def single(self) -> bool:
        return self.key == "education"

    @property
    def folded(self) -> bool:
        """Whether it is among those that fewer people use, which a click opens."""
        return self.key in FOLDED


class Link(NamedTuple):
    name: str
    href: str
    current: bool = False


Choices = tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


class Listing:
    def __init__(self, data: QueryDict, *, index: facets.Facets, drafts: bool):
        self.index = index
        self.chosen, self.unknown = CareerFilter.read(data, index)
        self.words = self.chosen["q"]
        self.compared = choosing.chosen(data)
        self.exact = bool(self.words) and data.get("exact") == "1"
        self.drafts = drafts
        self.found = search.match(self.words, correct=not self.exact) if self.words else None
        tiers = self.found.tiers if self.found else None
        self.selection = index.select(self.picked, drafts=drafts, tiers=tiers, sort=self.chosen["sort"])
        self.number = min(whole(data.get("page", "")), self.pages)

    @cached_property
    def picked(self) -> dict[str, list[str]]:
        """What is chosen in each group: slugs, none or one or several."""
        return {key: as_list(self.chosen[key]) for key, _ in GROUPS}

    @property
    def total(self) -> int:
        return self.selection.total

    @property
    def told(self) -> str:
        return f"{self.total} career{'' if self.total == 1 else 's'}"

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / PAGE_SIZE))

    @cached_property
    def keys(self) -> list[int]:
        """Of the careers of this page, in order."""
        return self.selection.page(self.number, PAGE_SIZE)

    def glance(self, key: int) -> Glance:
        """The figures on a career of this page."""
        return self.index.glances[self.index.places[key]]

    @cached_property
    def why(self) -> dict[int, search.Why]:
        """What each career of this page was found by, where words were asked for."""
        return search.why(self.found, self.keys) if self.found else {}

    @cached_property
    def nothing(self) -> Nothing:
        """Ways on from a list that is empty."""
        return Nothing(self.words, self.found, index=self.index, drafts=self.drafts)

    @property
    def missed(self) -> bool:
        """Whether words alone were asked for, and nothing has them as they were typed."""
        plain = self.number == 1 and not self.exact and not self.chosen["sort"] and not any(self.picked.values())
        return plain and self.found is not None and (bool(self.found.corrected) or not any(self.found.tiers))

    @property
    def as_typed(self) -> str:
        """The address of what was typed, letter for letter."""
        return self.address(exact=True)

    @property
    def forgiving(self) -> str:
        return self.address(exact=False)

    @property
    def choices(self) -> Choices:
        """The groups that have options, and the slug and name of each; kept as long as the content stands."""
        kept = self.index.kept
        if "choices" not in kept:
            kept["choices"] = tuple(
                (key, label, tuple(self.names(key))) for key, label in GROUPS if self.index.options[key]
            )
        return kept["choices"]

    @cached_property
    def groups(self) -> list[Group]:
        return [Group(key, label, self.options(key, named)) for key, label, named in self.choices]

    def options(self, key: str, named: Iterable[tuple[str, str]]) -> list[Option]:
        counts, picked = self.selection.counts[key], set(self.picked[key])
        return [Option(slug, name, counts[slug], slug in picked) for slug, name in named]

    def names(self, key: str) -> list[tuple[str, str]]:
        if key == "subject":
            return list(self.index.subjects.items())
        if key in {"category", "type"}:
            terms = self.index.categories if key == "category" else self.index.types
            return [(term.slug, term.name) for term in terms]
        return [(level.slug, level.label) for level in LEVELS[key]]

    @cached_property
    def chips(self) -> list[Link]:
        """What is chosen, each with the address of the list without it."""
        chips = [Link(f"“{self.words}”", self.address(without=("q", self.words)))] if self.words else []
        for key, _, named in self.choices:
            if picked := self.picked[key]:
                lead = LEADS.get(key, "")
                chips += [
                    Link(lead + name, self.address(without=(key, slug))) for slug, name in named if slug in picked
                ]
        return chips

    @property
    def filtered(self) -> int:
        """How many filters are set, the words beside them left out."""
        return len(self.chips) - bool(self.words)

    @cached_property
    def sorts(self) -> list[Link]:
        names = SORTS | ({"": "Best match"} if self.words else {})
        return [Link(name, self.address(sort=slug), slug == self.chosen["sort"]) for slug, name in names.items()]

    @property
    def previous_page(self) -> str:
        return self.address(page=self.number - 1) if self.number > 1 else ""

    @property
    def next_page(self) -> str:
        return self.address(page=self.number + 1) if self.number < self.pages else ""

    @cached_property
    def here(self) -> str:
        """The address of this very page."""
        return self.address(page=self.number)

    def address(
        self, *, without: tuple[str, str] = ("", ""), page: int = 1, sort: str | None = None, exact: bool | None = None
    ) -> str:
        """The list's own address, tidied, with one thing changed; a change of filters goes back to page 1."""
        sort = self.chosen["sort"] if sort is None else sort
        exact = self.exact and without[0] != "q" if exact is None else exact
        pairs = [written for pair, written in self.pairs.items() if pair != without]
        pairs += ["exact=1"] if exact else []
        pairs += [f"sort={sort}"] if sort else []
        pairs += [f"page={page}"] if page > 1 else []
        return "?" + "&".join(pairs)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], str]:
        """The filters that are set, and how the address writes each: written once, for a page has dozens of links."""
        groups = [(key, slug) for key, slugs in self.picked.items() for slug in slugs]
        groups += [("compare", slug) for slug in self.compared]
        return {pair: urlencode([pair]) for pair in ([("q", self.words), *groups] if self.words else groups)}


def as_list(chosen: str | list[str]) -> list[str]:
    """What a field of one choice holds, like that of a field of several."""
    if isinstance(chosen, str):
        return [chosen] if chosen else []
    return chosen


def whole(text: str) -> int:
    """A page number, 1 where it is none."""
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1
