"""How many jobs there are and how many are expected, in the nation."""

from dataclasses import dataclass

from careers.figures.growth import Growth, growth
from careers.figures.sourced import Origin

NO_ANSWER = {"", "None"}


@dataclass(frozen=True)
class JobsFigures:
    """``covers`` names the group where the figures are for several occupations; ``average`` is the yardstick."""

    covers: str
    year: int
    year_to: int
    jobs: int | None
    jobs_to: int | None
    change: int | None
    percent: float | None
    openings: int | None
    openings_for: str
    education: str
    experience: str
    training: str
    average: float
    origin: Origin

    @property
    def says_something(self) -> bool:
        return any(value is not None for value in (self.jobs, self.jobs_to, self.percent, self.openings))

    @property
    def words(self) -> Growth | None:
        return None if self.percent is None else growth(self.percent, self.average)

    @property
    def signed_percent(self) -> str:
        """“−7%”, with a sign that is no hyphen."""
        return "" if self.percent is None else f"{self.percent:+g}%".replace("-", "−")

    @property
    def entry(self) -> list[tuple[str, str]]:
        """What employers ask of somebody who starts, where it is stated."""
        asked = (("Schooling", self.education), ("Experience", self.experience), ("Training", self.training))
        return [(name, value) for name, value in asked if value not in NO_ANSWER]
