"""What people type, and what careers say, as words an engine can take."""

import re
from collections.abc import Iterable

from django.db.models import prefetch_related_objects

LONGEST = 60
MOST = 12


def words(query: str) -> list[str]:
    """The first dozen words of a query, without marks: nothing an engine would read as an operator is left."""
    return [word[:LONGEST] for word in re.findall(r"[^\W_]+", query.casefold())[:MOST]]


def rows(careers: Iterable) -> list[tuple[int, str, str, str]]:
    """(key, title, alternate titles, summary) of each career."""
    careers = list(careers)
    prefetch_related_objects(careers, "alternate_titles")
    return [
        (career.pk, career.title, " · ".join(name.title for name in career.alternate_titles.all()), career.summary)
        for career in careers
    ]
