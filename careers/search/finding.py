"""Which careers have the words, in tiers, and in which order."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, log1p

from careers.search.engines import engine
from careers.search.query import Term
from careers.search.rows import read_key
from careers.search.words import stem

TITLES = 400  # titles read of one query: a career's own come first, then the shortest
TEXTS = 1_000  # careers of one query
OWN, OTHER, EACH = 1.2, 1.0, 0.15  # what a whole title counts, and each further one
STEM, OTHERWISE = 0.8, 0.6  # what a word counts that is found by its stem; by its beginning, or by what it means
ENOUGH = 5  # careers by whole words: where there are fewer, the beginning of the last word is enough


@dataclass
class Score:
    """How well a career's titles fit: the best of its own and of the others, and how many do."""

    own: float = 0
    other: float = 0
    titles: int = 0

    @property
    def total(self) -> float:
        return max(self.own * OWN, self.other * OTHER) + EACH * log1p(self.titles)


@dataclass(frozen=True)
class Hits:
    """Careers whose own title has all the terms; another title; all that is said of them."""

    own: list[int]
    other: list[int]
    said: list[int]
    best: float

    @property
    def tiers(self) -> tuple[list[int], ...]:
        return self.own, self.other, self.said

    @property
    def named(self) -> bool:
        """Whether any title has all the terms."""
        return bool(self.own or self.other)


NONE = Hits([], [], [], 0)


def find(terms: Sequence[Term]) -> Hits:
    if not terms:
        return NONE
    whole = [replace(term, last=False) for term in terms]
    scores = by_titles(whole)
    if len(scores) < ENOUGH and whole != terms:
        scores = by_titles(terms)
    ranked = sorted(scores, key=lambda pk: (-scores[pk].total, pk))
    own, other = [pk for pk in ranked if scores[pk].own], [pk for pk in ranked if not scores[pk].own]
    said = engine().texts(terms, TEXTS, ranked=len(ranked) < 24)
    best = max((max(score.own, score.other) for score in scores.values()), default=0)
    return Hits(own, other, said, best)


def by_titles(terms: Sequence[Term]) -> dict[int, Score]:
    scores: dict[int, Score] = defaultdict(Score)
    for key, tokens in engine().titles(terms, TITLES):
        own, size, career = read_key(key)
        fit = min(1, share(terms, tokens) / size)
        score = scores[career]
        score.titles += 1
        if own:
            score.own = max(score.own, fit)
        else:
            score.other = max(score.other, fit)
    return scores


def share(terms: Sequence[Term], tokens: str) -> float:
    """How many words of a title the terms are: those as typed count whole."""
    padded = f" {tokens} "
    return sum(worth(term, padded) for term in terms)


def worth(term: Term, padded: str) -> float:
    if f" {' '.join(term.words)} " in padded:
        return len(term.words)
    return STEM if term.word and f" {stem(term.word)} " in padded else OTHERWISE


def most(terms: Sequence[Term], limit: int) -> list[int]:
    """Careers with most of the words, where no title has them all: rare words weigh more, and so do those of titles."""
    weights: dict[int, float] = defaultdict(float)
    for term in terms:
        scores = by_titles([term])
        said = {*engine().texts([term], TEXTS, ranked=False), *scores}
        rare = log(1 + TEXTS / (len(said) or 1))
        for pk in said:
            weights[pk] += rare * (1 + (scores[pk].total if pk in scores else 0))
    return sorted(weights, key=lambda pk: (-weights[pk], pk))[:limit]
