"""One page of careers in an order of its own, as ``cards_of`` takes them."""

from math import ceil

from django.http import QueryDict

from careers.facets import Facets
from careers.glance import Glance
from careers.views.listing import whole

PAGE_SIZE = 12


class Ordered:
    def __init__(self, data: QueryDict, ordered: list[int], *, index: Facets):
        self.data, self.ordered, self.index = data, ordered, index
        self.number = min(whole(data.get("page", "")), self.pages)

    @property
    def total(self) -> int:
        return len(self.ordered)

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / PAGE_SIZE))

    @property
    def keys(self) -> list[int]:
        return self.ordered[(self.number - 1) * PAGE_SIZE : self.number * PAGE_SIZE]

    def glance(self, key: int) -> Glance:
        return self.index.glances[self.index.places[key]]

    @property
    def previous_page(self) -> str:
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def next_page(self) -> str:
        return self.address(self.number + 1) if self.number < self.pages else ""

    def address(self, page: int) -> str:
        """The same choices on another page."""
        data = self.data.copy()
        data["page"] = str(page)
        return f"?{data.urlencode()}"
