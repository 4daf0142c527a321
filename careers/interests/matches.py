"""The careers that agree best with a person's answers, narrowed by education and pay, and why."""

from functools import cached_property
from heapq import nlargest
from operator import itemgetter

from django.http import QueryDict

from careers.bands import PAY
from careers.facets import Facets
from careers.interests import profiles
from careers.interests.agreement import Six, correlations, in_words, why
from careers.interests.pages import PAGE_SIZE, Ordered
from careers.models import Education
from careers.views.listing import Group, Option

FILTERS = {"education": ("You need no more than", Education), "pay": ("Median pay a year", PAY)}


class Matches(Ordered):
    """One page of the ranking. ``person`` is the direction of their six scores."""

    def __init__(self, data: QueryDict, person: Six, *, index: Facets):
        self.person = person
        self.profiles = profiles.current(index)
        self.chosen = {key: [slug for slug in slugs(key) if slug in data.getlist(key)] for key in FILTERS}
        self.unknown = [each for key in FILTERS for each in data.getlist(key) if each and each not in slugs(key)]
        self.selection = index.select(self.chosen, tiers=(list(self.profiles.directions),))
        super().__init__(data, list(self.selection.ordered), index=index)

    @cached_property
    def shown(self) -> list[tuple[float, int]]:
        """The careers of this page: correlation and key, the best first; of equals the first title."""
        directions = self.profiles.directions
        rated = zip(correlations(self.person, [directions[key] for key in self.ordered]), self.ordered, strict=True)
        best = nlargest(self.number * PAGE_SIZE, rated, key=itemgetter(0))
        return best[(self.number - 1) * PAGE_SIZE :]

    @cached_property
    def keys(self) -> list[int]:
        return [key for _, key in self.shown]

    @cached_property
    def reasons(self) -> dict[int, tuple[str, str]]:
        """For each career of this page, how alike it is and why."""
        directions = self.profiles.directions
        return {key: (in_words(value), str(why(self.person, directions[key]))) for value, key in self.shown}

    @property
    def groups(self) -> list[Group]:
        return [Group(key, label, self.options(key, levels)) for key, (label, levels) in FILTERS.items()]

    def options(self, key: str, levels) -> list[Option]:
        counts, chosen = self.selection.counts[key], self.chosen[key]
        return [Option(each.slug, each.label, counts[each.slug], each.slug in chosen) for each in levels]


def slugs(key: str) -> list[str]:
    return [each.slug for each in FILTERS[key][1]]
