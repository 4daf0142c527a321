"""What a search answers with."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """``tiers`` are keys of careers, the best tier first and the best of a tier first; one may stand in several.

    ``words`` are what was searched for, and ``corrected`` is the same where it is not what was typed, else empty.
    ``titles`` are keys of the titles that careers were found by, and ``all_titles`` says whether no others have all
    the words.
    """

    tiers: tuple[list[int], ...]
    words: str = ""
    corrected: str = ""
    titles: dict[int, int] = field(default_factory=dict, compare=False, repr=False)
    all_titles: bool = field(default=False, compare=False, repr=False)


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
