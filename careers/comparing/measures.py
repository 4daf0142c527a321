"""What can be weighed, and the points from 0 to 1 that each career gets for it; ``None`` where nothing is known.

docs/compare.md says the same in words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import correlation

from careers.comparing.reading import Compared
from careers.models import Education

# Years of study after school that each level usually takes.
YEARS = {
    Education.NONE: 0,
    Education.SCHOOL: 0,
    Education.CERTIFICATE: 1,
    Education.ASSOCIATE: 2,
    Education.BACHELOR: 4,
    Education.MASTER: 6,
    Education.DOCTORATE: 8,
}
MOST_YEARS = 8
MOST_REMOTE = 3
# A fall or growth of the number of jobs by so many per cent, or more, gets no points or all of them.
STEEP = 10

Points = list[float | None]
Likes = tuple[float, ...]


@dataclass(frozen=True)
class Measure:
    """``more`` and ``less`` finish the sentence “It comes first because …” on a career far from the others."""

    key: str
    label: str
    more: str
    less: str
    points: Callable[[Sequence[Compared], Likes], Points]


def pay(careers: Sequence[Compared], likes: Likes) -> Points:
    return shares([each.figures.median for each in careers])


def study(careers: Sequence[Compared], likes: Likes) -> Points:
    levels = [each.career.education for each in careers]
    return [None if level is None else 1 - YEARS[Education(level)] / MOST_YEARS for level in levels]


def remote(careers: Sequence[Compared], likes: Likes) -> Points:
    levels = [each.career.remote for each in careers]
    return [None if level is None else level / MOST_REMOTE for level in levels]


def security(careers: Sequence[Compared], likes: Likes) -> Points:
    """Half for where the number of jobs is going, half for how many places open each year; one where one is known."""
    jobs = [each.figures.jobs for each in careers]
    growth = [None if each is None or each.percent is None else growing(each.percent) for each in jobs]
    openings = shares([each.openings if each else None for each in jobs])
    return [mean_of_known(pair) for pair in zip(growth, openings, strict=True)]


def interests(careers: Sequence[Compared], likes: Likes) -> Points:
    return [alike(likes, each.figures.profile) for each in careers]


def shares(values: Sequence[float | None]) -> Points:
    """Of the greatest among them."""
    most = max((float(value) for value in values if value), default=0)
    return [None if value is None else float(value) / most if most else 0 for value in values]


def growing(percent: float) -> float:
    return (min(max(percent, -STEEP), STEEP) + STEEP) / (2 * STEEP)


def mean_of_known(pair: tuple[float | None, ...]) -> float | None:
    known = [points for points in pair if points is not None]
    return sum(known) / len(known) if known else None


def alike(likes: Likes, profile: tuple[float, ...]) -> float | None:
    """The correlation of two sets of six, from −1 to 1, as points. One that is the same all over agrees with none."""
    if len(set(likes)) < 2 or len(set(profile)) < 2:
        return None
    return (correlation(likes, profile) + 1) / 2


MEASURES = (
    Measure("pay", "Pay", "it pays more", "it pays less", pay),
    Measure("study", "A short time of study", "it takes less study", "it takes more study", study),
    Measure("remote", "Remote work", "more of it can be done remotely", "less of it can be done remotely", remote),
    Measure("security", "Job security", "its jobs look more secure", "its jobs look less secure", security),
    Measure("interests", "My interests", "it fits your interests better", "it fits your interests less", interests),
)
