"""What moving up a year would do to each group."""

import re
from dataclasses import dataclass, field

from accounts.models import Cohort, School

UP, CLOSE, STAY = "up", "close", "stay"
LAST_YEAR = 14


@dataclass
class Move:
    """``out`` has the numbers of the students of a group that was closed."""

    cohort: Cohort
    choice: str
    fault: str = ""
    out: list[int] = field(default_factory=list)

    @property
    def year(self) -> int:
        return self.cohort.year + (self.choice == UP)

    @property
    def name(self) -> str:
        """10B is 11B a year later; a name without the year stays."""
        if self.choice != UP:
            return self.cohort.name
        return re.sub(rf"^{self.cohort.year}(?!\d)", str(self.year), self.cohort.name)

    def as_shown(self) -> list:
        return [self.cohort.pk, self.cohort.year, self.cohort.name, self.choice, self.fault]


def moves(school: School, choices: dict[int, str]) -> list[Move]:
    """One for each open group, in its order, with a sentence where it cannot be."""
    cohorts = school.cohorts.open().order_by("year", "name", "pk")
    found = [Move(cohort, choices.get(cohort.pk, STAY)) for cohort in cohorts]
    places = [(move.year, move.name) for move in found if move.choice != CLOSE]
    for move in found:
        move.fault = fault(move, places)
    return found


def fault(move: Move, places: list[tuple[int, str]]) -> str:
    if move.choice == UP and move.year > LAST_YEAR:
        return f"There is no year {move.year}: close this group, or leave it."
    if move.choice != CLOSE and places.count((move.year, move.name)) > 1:
        return f"Two groups would be called {move.name} in year {move.year}: rename one of them first."
    return ""
