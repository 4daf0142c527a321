"""What six scores say of a person, in words: the strongest interests, and how far they can be told apart."""

from dataclasses import dataclass

from careers.figures.people import INTERESTS
from careers.interests.answers import FULL_SCORE
from careers.interests.statements import LETTERS

MOST_TOP = 3
FLAT = FULL_SCORE / 5  # between the highest and the lowest score: with less, the order says little


@dataclass(frozen=True)
class Scored:
    letter: str
    score: int

    @property
    def name(self) -> str:
        return INTERESTS[self.letter][0]

    @property
    def meaning(self) -> str:
        return INTERESTS[self.letter][1]

    @property
    def label(self) -> str:
        return self.name

    @property
    def words(self) -> str:
        return f"{self.score} of {FULL_SCORE}"

    @property
    def width(self) -> int:
        return 100 * self.score // FULL_SCORE


@dataclass(frozen=True)
class Result:
    scores: tuple[int, ...]

    @property
    def ranked(self) -> list[Scored]:
        """The strongest first; of equals the first in R, I, A, S, E, C."""
        pairs = zip(LETTERS, self.scores, strict=True)
        return sorted((Scored(*pair) for pair in pairs), key=lambda each: -each.score)

    @property
    def top(self) -> list[Scored]:
        """Those above the mean: three at most, or more where the third has equals."""
        above = [each for each in self.ranked if each.score * len(self.scores) > sum(self.scores)]
        return [each for each in above if each.score >= above[:MOST_TOP][-1].score]

    @property
    def is_flat(self) -> bool:
        return max(self.scores) - min(self.scores) < FLAT
