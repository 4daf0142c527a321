"""Six scores as a hexagon, in the units of its drawing: R at the top, the rest clockwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from careers.figures.people import INTERESTS
from careers.interests.answers import FULL_SCORE
from careers.interests.statements import LETTERS

MIDDLE_X, MIDDLE_Y, RADIUS, LABEL = 200, 150, 105, 122
RINGS = (0.25, 0.5, 0.75, 1)
LEAST_SEEN = 0.04  # a score of 0 is drawn as a point that can be seen


@dataclass(frozen=True)
class Corner:
    """Where the name of an interest stands, and which end of it is there."""

    x: float
    y: float
    anchor: str
    name: str
    score: int


@dataclass(frozen=True)
class Hexagon:
    scores: Sequence[int]

    @property
    def rings(self) -> list[str]:
        return [points([part] * len(LETTERS)) for part in RINGS]

    @property
    def shape(self) -> str:
        return points([max(score / FULL_SCORE, LEAST_SEEN) for score in self.scores])

    @property
    def corners(self) -> list[Corner]:
        return [self.corner(place) for place in range(len(LETTERS))]

    def corner(self, place: int) -> Corner:
        x, y = at(place, LABEL)
        anchor = "middle" if abs(x - MIDDLE_X) < 1 else "start" if x > MIDDLE_X else "end"
        return Corner(x, y, anchor, INTERESTS[LETTERS[place]][0], self.scores[place])


def points(parts: Sequence[float]) -> str:
    return " ".join("{:g},{:g}".format(*at(place, part * RADIUS)) for place, part in enumerate(parts))


def at(place: int, distance: float) -> tuple[float, float]:
    angle = place * pi / 3 - pi / 2
    return round(MIDDLE_X + distance * cos(angle), 1), round(MIDDLE_Y + distance * sin(angle), 1)
