"""What the list page answers. Drafts are asked as well: which occupations a school publishes is not search's doing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.http import urlencode

from careers import facets
from careers.models import Career
from careers.views.listing import Listing
from tests.search_quality.judged import Query

DEPTH = 10


@dataclass(frozen=True)
class Answer:
    """The first ten careers, as (code, title)."""

    query: Query
    careers: list[tuple[str, str]]

    @property
    def place(self) -> int | None:
        """Where the first right career stands, from 1; none in the first ten is ``None``."""
        places = (place for place, (code, _) in enumerate(self.careers, 1) if code in self.query.codes)
        return next(places, None)


def without_career(queries: Iterable[Query]) -> set[str]:
    """Right codes that no career of this portal has, so that it cannot be measured."""
    return {code for query in queries for code in query.codes} - set(Career.objects.values_list("code", flat=True))


def ask(queries: Iterable[Query]) -> list[Answer]:
    careers = {key: (code, title) for key, code, title in Career.objects.values_list("pk", "code", "title")}
    return [Answer(query, [careers[key] for key in found(query.text)]) for query in queries]


def found(text: str) -> list[int]:
    data = QueryDict(urlencode({"q": text}))
    return Listing(data, index=facets.current(), drafts=True).selection.page(1, DEPTH)
