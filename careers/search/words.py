"""What people type, and what careers say, as words an engine can take."""

import re
from collections.abc import Iterable, Iterator

from careers.models import AlternateTitle, Career

LONGEST = 60
MOST = 12


def words(query: str) -> list[str]:
    """The first dozen words of a query, without marks: nothing an engine would read as an operator is left."""
    return [word[:LONGEST] for word in re.findall(r"[^\W_]+", query.casefold())[:MOST]]


def rows(careers: Iterable[Career]) -> Iterator[tuple[int, str, str, str]]:
    """(key, title, alternate titles, summary) of each; the titles as they stand now, whatever the caller holds."""
    by_key = {career.pk: career for career in careers}
    titles: dict[int, list[str]] = {key: [] for key in by_key}
    for key, title in AlternateTitle.objects.filter(career_id__in=list(by_key)).values_list("career_id", "title"):
        titles[key].append(title)
    for key, career in by_key.items():
        yield key, career.title, " · ".join(titles[key]), career.summary
