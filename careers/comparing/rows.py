"""What stands side by side: a row for each thing that is compared, a cell for each career."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from careers.charts import PayBar, pay_bars
from careers.comparing.reading import Compared
from careers.figures.jobs import JobsFigures
from careers.figures.pay import HOUR, YEAR, PlacePay
from careers.glance import TOP_PAY
from careers.sections import Entry

NO_FIGURE, NOT_STATED, NOT_WRITTEN = "No figure", "Not stated", "Not written yet"


@dataclass(frozen=True)
class Cell:
    """``words`` say it, ``more`` adds to it, ``items`` are a list; ``html`` is a text of the profile. All may be empty.

    ``mark`` says that it is the most of its row, ``of`` is the career's title.
    """

    words: str = ""
    more: str = ""
    items: tuple[str, ...] = ()
    html: str = ""
    mark: str = ""
    bar: PayBar | None = None
    of: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.items or self.html)


@dataclass(frozen=True)
class Row:
    """``none`` stands where a cell says nothing."""

    label: str
    cells: list[Cell]
    none: str = NO_FIGURE

    @property
    def differs(self) -> bool:
        return len({(cell.words, cell.items, cell.html) for cell in self.cells}) > 1

    def named(self, titles: Sequence[str]) -> "Row":
        """With each career's title in its cell: on a phone the cells stand beneath one another."""
        return replace(self, cells=[replace(cell, of=of) for cell, of in zip(self.cells, titles, strict=True)])


def rows_of(careers: Sequence[Compared]) -> list[Row]:
    return [
        pay_row(careers),
        row("What you usually need", careers, lambda each: Cell(each.career.education_label), NOT_STATED),
        row("Preparation", careers, zone),
        row("Schooling that people in the job name most", careers, schooling),
        marked(row("Outlook", careers, outlook), [percent(each) for each in careers], "best outlook"),
        marked(row("Openings a year", careers, openings), [opened(each) for each in careers], "most"),
        row("Remote work", careers, lambda each: Cell(each.career.remote_label), NOT_STATED),
        row("Interests it suits", careers, interests),
        *list_rows("skills", "Skills", careers),
        *list_rows("knowledge", "Knowledge", careers),
        row("School subjects that help", careers, lambda each: Cell(items=tuple(each.career.subjects)), NOT_STATED),
        row("Career Category", careers, lambda each: Cell(each.career.category.name), NOT_STATED),
        row("Career Type", careers, lambda each: Cell(items=tuple(each.types)), NOT_STATED),
    ]


def text_rows(careers: Sequence[Compared], sections: Sequence[Entry]) -> list[Row]:
    return [
        row(entry.label, careers, lambda each, key=entry.key: Cell(html=each.texts.get(key, "")), NOT_WRITTEN)
        for entry in sections
    ]


def row(label: str, careers: Sequence[Compared], cell: Callable[[Compared], Cell], none: str = NO_FIGURE) -> Row:
    return Row(label, [cell(each) for each in careers], none)


def marked(row: Row, values: Sequence[float | None], mark: str) -> Row:
    """With a mark at the greatest of several values, where one is ahead of all others."""
    known = [value for value in values if value is not None]
    if len(known) < 2 or known.count(max(known)) > 1:
        return row
    cells = [
        replace(cell, mark=mark) if value == max(known) else cell for cell, value in zip(row.cells, values, strict=True)
    ]
    return replace(row, cells=cells)


def pay_row(careers: Sequence[Compared]) -> Row:
    """All lines on one scale that begins at $0."""
    paid = [replace(each.figures.pay, place=str(number)) for number, each in enumerate(careers) if each.figures.pay]
    bars = {bar.place: bar for bar in pay_bars(paid, YEAR)}
    cells = [replace(pay(each.figures.pay), bar=bars.get(str(number))) for number, each in enumerate(careers)]
    row = Row("Median pay", cells)
    return marked(row, [each.figures.median for each in careers], "highest")


def pay(place: PlacePay | None) -> Cell:
    if place is None:
        return Cell()
    year, hour = place.at(YEAR), place.at(HOUR)["median"]
    median, about = year["median"], f"For {place.covers}, together" if place.covers else ""
    if median.over:
        return Cell(f"${TOP_PAY:,} a year or more", about)
    if median.value is None:
        return Cell(f"{hour} an hour" if hour.value else "", "Published by the hour only" if hour.value else "")
    low, high = year["p10"], year["p90"]
    ends = f"Most earn from {low} to {high}" if low.value and high.value else ""
    return Cell(f"{median} a year", ". ".join(words for words in (ends, about) if words))


def zone(each: Compared) -> Cell:
    figures = each.figures
    return Cell(figures.zone_name.capitalize(), f"Job zone {figures.zone} of 5") if figures.zone else Cell()


def schooling(each: Compared) -> Cell:
    return Cell(items=tuple(f"{level.label}: {level.percent}" for level in each.figures.schooling))


def outlook(each: Compared) -> Cell:
    jobs = each.figures.jobs
    if not jobs or not jobs.words:
        return Cell()
    return Cell(f"{jobs.words} ({jobs.signed_percent})", of_group(jobs, f"Until {jobs.year_to}"))


def openings(each: Compared) -> Cell:
    jobs = each.figures.jobs
    if not jobs or jobs.openings is None:
        return Cell()
    return Cell(f"{jobs.openings:,}", f"For {jobs.openings_for}, together" if jobs.openings_for else of_group(jobs))


def of_group(jobs: JobsFigures, words: str = "") -> str:
    group = f"For {jobs.covers}, together" if jobs.covers else ""
    return ". ".join(part for part in (words, group) if part)


def percent(each: Compared) -> float | None:
    return each.figures.jobs.percent if each.figures.jobs else None


def opened(each: Compared) -> int | None:
    return each.figures.jobs.openings if each.figures.jobs else None


def interests(each: Compared) -> Cell:
    return Cell(items=tuple(interest.name for interest in each.figures.interests))


def list_rows(name: str, label: str, careers: Sequence[Compared]) -> list[Row]:
    """What all have that have any, and what only some have."""
    lists = [getattr(each.figures, name) for each in careers]
    some = [set(items) for items in lists if items]
    if len(some) < 2:
        return [Row(f"{label} that matter most", [Cell(items=items) for items in lists])]
    shared = set.intersection(*some)
    both = tuple(item for item in next(items for items in lists if items) if item in shared)
    rest = [tuple(item for item in items if item not in shared) for items in lists]
    same = [Cell(items=both) if items else Cell() for items in lists]
    return [Row(f"{label} they share", same)] * bool(both) + [
        Row(f"{label} they do not share", [alone(items, own) for items, own in zip(lists, rest, strict=True)])
    ]


def alone(items: tuple[str, ...], own: tuple[str, ...]) -> Cell:
    return Cell(items=own) if own or not items else Cell("Nothing beyond what they share")
