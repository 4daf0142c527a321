"""Which careers read most alike: by the runs of five words that both have."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careers.checks.texts import WORD, Profile
from careers.documents.document import CareerDocument

RUN = 5
MOST_WHOLE = 100
SAMPLE = 16
MOST_SHARED = 50


@dataclass(frozen=True)
class Pair:
    """Two careers, and how much of their runs of words is the same: 0 for nothing, 1 for everything."""

    one: str
    other: str
    likeness: float


def nearest(documents: Sequence[CareerDocument], most: int = 10) -> list[Pair]:
    """The pairs that are most alike. Of many careers, one in sixteen runs is compared: as good, and far less."""
    sample = 1 if len(documents) <= MOST_WHOLE else SAMPLE
    runs = {document.address(): runs_of(document, sample) for document in documents}
    counts = shared(runs)
    pairs = [
        Pair(one, other, count / (len(runs[one]) + len(runs[other]) - count)) for (one, other), count in counts.items()
    ]
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other))[:most]


def shared(runs: Mapping[str, set[int]]) -> Counter[tuple[str, str]]:
    """How many runs two careers share; what more than fifty careers say is nobody's own."""
    by_run: dict[int, list[str]] = defaultdict(list)
    for slug in sorted(runs):
        for run in runs[slug]:
            by_run[run].append(slug)
    counts: Counter[tuple[str, str]] = Counter()
    for slugs in by_run.values():
        if 1 < len(slugs) <= MOST_SHARED:
            counts.update(combinations(slugs, 2))
    return counts


def runs_of(document: CareerDocument, sample: int) -> set[int]:
    words = [word for sentence in Profile(document).sentences for word in WORD.findall(sentence.whole.casefold())]
    found = (zlib.crc32(" ".join(words[place : place + RUN]).encode()) for place in range(len(words) - RUN + 1))
    return {run for run in found if run % sample == 0}
