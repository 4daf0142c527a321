"""Where a figure comes from, and how far it can be trusted: what stands under every figure."""

from dataclasses import dataclass
from datetime import date

FEW = 10  # answers: with fewer the page says so
OLD = 5  # years: what was collected earlier is marked
PEOPLE_IN_THE_JOB = "Incumbent"
PROGRAM = "Machine Learning"
SOURCE_FIELDS = ("source", "source__name", "source__publisher", "source__release")


@dataclass(frozen=True)
class Origin:
    """A release, as a line under a figure names it."""

    pk: int
    name: str
    publisher: str
    release: str


@dataclass(frozen=True)
class Survey:
    """How ratings were come by; ``collected`` is the first day of the month."""

    by: str
    answers: int | None
    collected: date | None
    suppressed: int = 0

    @property
    def from_the_job(self) -> bool:
        """Asked of people who do the work, whose number says how much weight the answers have."""
        return self.by == PEOPLE_IN_THE_JOB

    @property
    def by_program(self) -> bool:
        return self.by.startswith(PROGRAM)

    @property
    def few(self) -> bool:
        return self.from_the_job and self.answers is not None and self.answers < FEW

    def is_old(self, today: date) -> bool:
        return self.collected is not None and is_old(self.collected, today)


def is_old(collected: date, today: date) -> bool:
    return (collected.year + OLD, collected.month) < (today.year, today.month)


def old_from(collected: date) -> date:
    """The first day on which it counts as old."""
    years, month = divmod(collected.month, 12)
    return date(collected.year + OLD + years, month + 1, 1)
