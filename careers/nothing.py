"""Ways on from a search that found nothing: other words, titles that look alike, and the categories."""

from functools import cached_property
from typing import NamedTuple

from django.utils.http import urlencode

from careers import facets, search
from careers.models import Category
from careers.search.words import words as words_in

NEAREST = 6
MOST_WORDS = 6


class Way(NamedTuple):
    name: str
    href: str
    count: int


class Nothing:
    def __init__(self, words: str, found: search.Found | None, *, index: facets.Facets, drafts: bool):
        self.words, self.found, self.index, self.drafts = words, found, index, drafts

    @property
    def by_words(self) -> bool:
        """Whether the words alone find nothing, whatever the filters."""
        return self.found is not None and not any(self.found.tiers)

    @cached_property
    def nearest(self) -> list[int]:
        """Careers whose titles are written much like it, that this reader may see."""
        near = search.near(self.words, NEAREST) if self.by_words else []
        seen = set(self.index.select({}, drafts=self.drafts, tiers=(near,)).page(1, NEAREST))
        return [key for key in near if key in seen]

    @cached_property
    def fewer(self) -> list[Way]:
        """Each word alone, where it finds something."""
        words = list(dict.fromkeys(words_in(self.words)))[:MOST_WORDS] if self.by_words else []
        ways = [Way(word, "?" + urlencode({"q": word}), self.count(word)) for word in words if len(words) > 1]
        return [way for way in ways if way.count]

    def count(self, word: str) -> int:
        return self.index.select({}, drafts=self.drafts, tiers=search.match(word, correct=False).tiers).total

    @cached_property
    def categories(self) -> list[tuple[Category, int]]:
        counts = self.index.select({}, drafts=self.drafts).counts["category"]
        return [(each, counts[each.slug]) for each in self.index.categories if counts[each.slug]]
