"""Words to careers: one interface, an engine for each database."""

from collections.abc import Iterable
from itertools import islice

from django.db import connection, transaction

from careers.search import postgresql, sqlite
from careers.search.answers import Found, Suggestion, Why

__all__ = ["Found", "Suggestion", "Why", "forget", "index", "match", "near", "rebuild", "suggest", "why"]
BATCH = 500


def engine():
    return postgresql if connection.vendor == "postgresql" else sqlite


def match(query: str, *, correct: bool = True) -> Found:
    """The careers that fit what was typed, the best first; what is misspelt is corrected unless told not to."""
    return Found(engine().match(query), query)


def why(found: Found, pks: Iterable[int]) -> dict[int, Why]:
    """What each of these careers was found by: a title or a sentence, and which of its letters to mark."""
    return {}


def suggest(query: str, limit: int = 8) -> list[Suggestion]:
    """What somebody who has typed so much may mean: published careers, other names for them, and categories."""
    return []


def near(query: str, limit: int) -> list[int]:
    """Careers with the titles that are written most alike, for a query that found nothing at all."""
    return []


def index(careers: Iterable) -> None:
    """Write these careers' words anew, in the caller's transaction."""
    engine().index(careers)


def forget(pks: Iterable[int]) -> None:
    """Take these careers' words out."""
    engine().forget(pks)


@transaction.atomic
def rebuild(careers: Iterable) -> None:
    """Make the whole index anew from these careers; readers see the old one until it is done."""
    engine().clear()
    careers = iter(careers)
    while batch := list(islice(careers, BATCH)):
        engine().index(batch)
