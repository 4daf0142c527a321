"""Where the number of jobs is going, in words: the change of an occupation beside the change of all occupations."""

from enum import StrEnum
from math import floor

# Growth of all occupations over the decade that begins in the year, in per cent, as the Bureau of Labor Statistics
# published it: for releases that come without their row of totals.
AVERAGES = {2021: 5.3, 2024: 3.1}
ALL_OCCUPATIONS = "00-0000"
FASTER_BY, MUCH_FASTER_BY = 2, 4  # per cent over all occupations


class Growth(StrEnum):
    """From the fastest down; the value is what people read."""

    MUCH_FASTER = "Grows much faster than average"
    FASTER = "Grows faster than average"
    AVERAGE = "Grows about as fast as average"
    SLOWER = "Grows slower than average"
    LITTLE = "Little or no change"
    FALLS = "Falls"


def growth(percent: float, average: float) -> Growth:
    """Both are taken as whole per cents, which is how many are published; docs/figures.md has the limits as a table."""
    change = whole(percent)
    ahead = change - whole(average)
    if change <= 0:
        return Growth.FALLS if change else Growth.LITTLE
    if ahead >= FASTER_BY:
        return Growth.MUCH_FASTER if ahead >= MUCH_FASTER_BY else Growth.FASTER
    return Growth.AVERAGE if ahead >= 0 else Growth.SLOWER


def average_of(year: int) -> float:
    """Of the decade that begins in this year; of the latest known where we know none."""
    return AVERAGES.get(year, AVERAGES[max(AVERAGES)])


def whole(percent: float) -> int:
    return floor(percent + 0.5)
