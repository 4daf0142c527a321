"""What a search answers with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """``tiers`` are keys of careers, the best tier first and the best of a tier first; one may stand in several.

    ``words`` are what was searched for, and ``corrected`` is the same where it is not what was typed, else empty.
    """

    tiers: tuple[list[int], ...]
    words: str = ""
    corrected: str = ""


@dataclass(frozen=True)
class Why:
    """What a career was found by. ``field`` is “title”, “title-alternate”, “summary”, “section” or “skill”.

    ``spans`` are the places in ``text`` to mark, each from its first letter to after its last.
    """

    field: str
    text: str
    spans: list[tuple[int, int]]


@dataclass(frozen=True)
class Suggestion:
    """``kind`` is “career”, “title” or “category”; ``of`` is the career that an alternate title means."""

    kind: str
    text: str
    slug: str
    of: str = ""
