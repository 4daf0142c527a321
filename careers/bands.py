"""Figures in the bands that lists are filtered by, each from ``least`` up to but without ``below``."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from careers.figures.growth import AVERAGES, FASTER_BY, whole

AVERAGE = whole(AVERAGES[max(AVERAGES)])


@dataclass(frozen=True)
class Band:
    slug: str
    label: str
    least: float
    below: float

    def holds(self, value: float) -> bool:
        return self.least <= value < self.below


def band_of(value: float | None, bands: Sequence[Band]) -> Band | None:
    if value is not None:
        for band in bands:
            if band.holds(value):
                return band
    return None


# Median pay in dollars a year.
PAY = (
    Band("under-35", "Under $35,000", -inf, 35_000),
    Band("35-50", "$35,000 to $50,000", 35_000, 50_000),
    Band("50-75", "$50,000 to $75,000", 50_000, 75_000),
    Band("75-100", "$75,000 to $100,000", 75_000, 100_000),
    Band("over-100", "$100,000 and more", 100_000, inf),
)
# Change in the number of jobs over ten years, in per cent: the words of ``careers.figures.growth``, two or three to a
# band, with its limits, which are those of whole per cents.
LITTLE, FAST = 0.5, FASTER_BY + AVERAGE - 0.5
OUTLOOK = (
    Band("growing-fast", "Growing fast", FAST, inf),
    Band("growing", "Growing", LITTLE, FAST),
    Band("about-the-same", "About the same", -LITTLE, LITTLE),
    Band("shrinking", "Shrinking", -inf, -LITTLE),
)
