"""Words to careers: one interface, an engine for each database."""

from collections.abc import Iterable
from itertools import islice

from django.db import connection, transaction

from careers.search import postgresql, sqlite

BATCH = 500


def engine():
    return postgresql if connection.vendor == "postgresql" else sqlite


def match(query: str) -> tuple[list[int], ...]:
    """Keys of the careers in which every word occurs, as a word's beginning (a letter alone: whole), in tiers.

    First those whose title has them all, then those whose alternate titles have, then all; one may stand in several
    tiers. No word, no tier.
    """
    return engine().match(query)


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
