"""How well six scores agree with six others: Pearson’s correlation, and what it rests on in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from careers.figures.people import INTERESTS
from careers.interests.statements import LETTERS

Six = tuple[float, float, float, float, float, float]
LITTLE = 0.1  # a letter's part in the correlation that is worth a word
WORDS = ((0.75, "Very alike"), (0.5, "Alike"), (0.2, "A little alike"), (-0.2, "Neither alike nor unlike"))
UNLIKE = "Unlike"


def direction(scores: Sequence[float]) -> Six | None:
    """How far each score is above or below their mean, as a vector of length 1; ``None`` where all are the same.

    The correlation of two sets of scores is the product of their directions, part by part, added up.
    """
    mean = sum(scores) / len(scores)
    length = sqrt(sum((score - mean) ** 2 for score in scores))
    if length < 1e-9:
        return None
    r, i, a, s, e, c = ((score - mean) / length for score in scores)
    return r, i, a, s, e, c


def correlations(one: Six, others: Iterable[Six]) -> list[float]:
    """With each of the others, −1 to 1. Spelt out, since it is asked of every career for every reader."""
    a, b, c, d, e, f = one
    return [a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in others]


def in_words(value: float) -> str:
    return next((words for least, words in WORDS if value >= least), UNLIKE)


@dataclass(frozen=True)
class Why:
    """The names of interests: what both are high on, what both are low on, and where they part."""

    high: list[str]
    low: list[str]
    job_only: list[str]
    you_only: list[str]

    def __str__(self):
        both = [f"{lead} on {listed(names)}" for lead, names in (("high", self.high), ("low", self.low)) if names]
        alike = [f"You both score {' and '.join(both)}."] if both else []
        more = [f"The job scores higher on {listed(self.job_only)} than you do."] if self.job_only else []
        less = [f"You score higher on {listed(self.you_only)} than the job does."] if self.you_only else []
        return " ".join(alike + more + less)


def why(person: Six, job: Six) -> Why:
    """At most two interests of each kind, those that count most first."""
    parts = sorted(zip(person, job, LETTERS, strict=True), key=lambda part: -abs(part[0] * part[1]))
    telling = [(you, it, INTERESTS[letter][0]) for you, it, letter in parts if abs(you * it) >= LITTLE / 2]
    return Why(
        high=[name for you, it, name in telling if you > 0 and it > 0][:2],
        low=[name for you, it, name in telling if you < 0 and it < 0][:2],
        job_only=[name for you, it, name in telling if you < 0 < it and -you * it >= LITTLE][:1],
        you_only=[name for you, it, name in telling if it < 0 < you and -you * it >= LITTLE][:1],
    )


def listed(names: Sequence[str]) -> str:
    return " and ".join(names)
