"""Where the number of jobs is going, in words: the change of an occupation beside the change of all occupations."""

from enum import StrEnum

# Growth of all occupations over the decade that begins in the year, in per cent, as the Bureau of Labor Statistics
# published it: for releases that come without their row of totals (00-0000).
AVERAGES = {2021: 5.3, 2024: 3.1}
LATEST_AVERAGE = AVERAGES[max(AVERAGES)]
ALL_OCCUPATIONS = "00-0000"


class Outlook(StrEnum):
    """From the fastest growth down; the value is what people read."""

    MUCH_FASTER = "Grows much faster than average"
    FASTER = "Grows faster than average"
    AVERAGE = "Grows about as fast as average"
    SLOWER = "Grows slower than average"
    LITTLE = "Little change"
    FALLS = "Falls"


def outlook(percent: float, average: float = LATEST_AVERAGE) -> Outlook:
    """``percent`` as published, which for many is rounded; the limits stand in docs/figures.md too."""
    if percent <= -1:
        return Outlook.FALLS
    if percent < 1:
        return Outlook.LITTLE
    if percent >= average + 3.5:
        return Outlook.MUCH_FASTER
    if percent >= average + 1.5:
        return Outlook.FASTER
    return Outlook.AVERAGE if percent > average - 1 else Outlook.SLOWER
