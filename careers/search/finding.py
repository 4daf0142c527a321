"""Which careers have the words, in tiers, and in which order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, log1p, sqrt

from careers.search import correcting
from careers.search.engines import engine
from careers.search.query import Term
from careers.search.rows import read_key

TITLES = 400  # titles read of one query: a career's own come first, then the shortest
TEXTS = 1_000  # careers of one query
OWN, OTHER, EACH = 1.2, 1.0, 0.15  # what a whole title counts, and each further one
STEM, OTHERWISE = 0.8, 0.6  # what a word counts that is found by its stem; by its beginning, or by what it means
ENOUGH = 5  # careers by whole words: where there are fewer, the beginning of the last word is enough


@dataclass(slots=True)
class Score:
    """How well a career's titles fit: the best of its own and of the others, and how many do; ``key`` is the first."""

    key: int
    own: float = 0
    other: float = 0
    titles: int = 0

    @property
    def best(self) -> float:
        return max(self.own, self.other)

    @property
    def fit(self) -> float:
        return max(self.own * OWN, self.other * OTHER)

    @property
    def total(self) -> float:
        return self.fit + EACH * log1p(self.titles)


@dataclass(frozen=True)
class Hits:
    """Careers whose own title has all the terms; another title; all that is said of them.

    ``scores`` are those of the titles, and ``all_titles`` says whether no others have all the terms.
    """

    own: list[int]
    other: list[int]
    said: list[int]
    scores: dict[int, Score]
    all_titles: bool = True

    @property
    def tiers(self) -> tuple[list[int], ...]:
        return self.own, self.other, self.said

    @property
    def named(self) -> bool:
        """Whether any title has all the terms."""
        return bool(self.scores)

    @property
    def best(self) -> float:
        return max((score.best for score in self.scores.values()), default=0)

    @property
    def titles(self) -> dict[int, int]:
        """The key of the first title that each career was found by."""
        return {pk: score.key for pk, score in self.scores.items()}


NONE = Hits([], [], [], {})


def find(terms: Sequence[Term]) -> Hits:
    """By whole words; where few careers have them, the beginning of the last one is enough for those that follow."""
    if not terms:
        return NONE
    tried = [replace(term, last=False) for term in terms]
    scores, every = by_titles(tried)
    own, other = parted(scores)
    if len(scores) < ENOUGH and tried != terms:
        tried = list(terms)
        begun, every = by_titles(tried)
        more, others = parted({pk: score for pk, score in begun.items() if pk not in scores})
        own, other = ([*own, *other, *more], others) if more else (own, [*other, *others])
        scores = begun | scores
    said = engine().texts(terms, TEXTS, ranked=len(scores) < 24)
    return Hits(own, other, said, scores, every and (tried[-1].last or not tried[-1].word))


def parted(scores: Mapping[int, Score]) -> tuple[list[int], list[int]]:
    """The best first: careers whose own title fits, and those of which another does."""
    ranked = order(scores)
    return [pk for pk in ranked if scores[pk].own], [pk for pk in ranked if not scores[pk].own]


def order(scores: Mapping[int, Score]) -> list[int]:
    """The best first."""
    return [pk for _, pk in sorted((-score.total, pk) for pk, score in scores.items())]


def by_titles(terms: Sequence[Term]) -> tuple[dict[int, Score], bool]:
    """The careers that have such titles, and whether all those titles were read."""
    scores: dict[int, Score] = {}
    found = engine().titles(terms, TITLES)
    for key, tokens in found:
        own, size, career = read_key(key)
        fit = share(terms, tokens) / size
        score = scores.get(career) or scores.setdefault(career, Score(key))
        score.titles += 1
        if own:
            score.own = min(1, fit)
        elif fit > score.other:
            score.other = min(1, fit)
    return scores, len(found) < TITLES


def share(terms: Sequence[Term], tokens: str) -> float:
    """How many words of a title the terms are: those as typed count whole."""
    padded, found = f" {tokens} ", 0.0
    for term in terms:
        if term.exact in padded:
            found += len(term.words)
        elif term.stemmed and term.stemmed in padded:
            found += STEM
        else:
            found += OTHERWISE
    return found


def most(terms: Sequence[Term], limit: int) -> list[int]:
    """Careers with most of the words, where no title has them all: rare words weigh more, and so do those of titles.

    Some careers have hundreds of titles and so a bit of everything: what counts is how many of its titles have a word.
    """
    weights: dict[int, float] = defaultdict(float)
    sizes = correcting.current().sizes
    for term in terms:
        scores, _ = by_titles([term])
        said = {*engine().texts([term], TEXTS, ranked=False), *scores}
        rare = log(1 + TEXTS / (len(said) or 1))
        for pk in said:
            weights[pk] += rare
        for pk, score in scores.items():
            weights[pk] += rare * (score.fit + score.titles / sqrt(sizes.get(pk, score.titles)))
    return sorted(weights, key=lambda pk: (-weights[pk], pk))[:limit]
