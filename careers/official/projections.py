"""Employment projections: the official CSV, the official workbook (Table 1.2), and tables made from the Occupational
Outlook Handbook.

One description of the columns fits all three; the years are read from their names. Official tables count in thousands,
those made from the handbook in people: there openings and education are those of a profile, which can cover several
codes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from careers.models import Family, Projection, Source
from careers.official import cells, crosswalk
from careers.official.files import BadRelease, File, Release, Row, open_release
from careers.official.store import Count
from careers.official.workbooks import workbook_rows

YEARS = r"\d{4}\D\d\d(?:\d\d)?"
EMPLOYMENT = re.compile(r"(?:projected_)?employment(?:,? |_)(\d{4})", re.I | re.ASCII)
COLUMNS = {
    "title": r"occupation[ _]title|\d{4} national employment matrix title",
    "code": r"occupation code|soc_code|\d{4} national employment matrix code",
    "change": rf"employment change, (?:numeric, )?{YEARS}|change_{YEARS}_numeric",
    "percent": rf"employment (?:percent change|change, percent), {YEARS}|change_{YEARS}_percent",
    "openings": rf"occupational openings, {YEARS} annual average|profile_annual_openings_{YEARS}",
    "education": r"typical entry-level education|typical education needed for entry|profile_entry_education",
    "experience": r"work experience in a related occupation|profile_work_experience",
    "training": r"typical on-the-job training.*|profile_ojt",
}
OPTIONAL = {"kind": r"occupation type", "profile": r"ooh_slug"}
IN_WORKBOOK = ("Occupation type", "Typical education needed for entry")
NO_CODE = "groups without a code"
TWIN = "groups that say the same as their only occupation"
NO_ANSWER = "See How to Become One"
MOST_PEOPLE = 2_000_000_000
MOST_ROUNDED = 200  # people by which rounded numbers may miss their sum


@dataclass(frozen=True)
class Table:
    """The rows of a release, and which of its columns says what."""

    rows: list[Row]
    columns: Mapping[str, str]
    year: int
    year_to: int

    @property
    def unit(self) -> int:
        return 1 if "profile" in self.columns else 1000

    def cell(self, row: Row, name: str) -> str:
        return row[self.columns[name]] if name in self.columns else ""

    def people(self, row: Row, name: str) -> int | None:
        """A number of people, or ``None``; only a change can be below zero."""
        most = MOST_PEOPLE / self.unit
        found = cells.maybe(row, self.columns[name], Decimal, least=-most if name == "change" else 0, most=most)
        return None if found is None else int((found * self.unit).to_integral_value())

    def words(self, row: Row, name: str) -> str:
        found = cells.text(row, self.columns[name], 80)
        return "" if found == NO_ANSWER else found


def stated(table: Table, *, release: str, dated: date | None) -> Source:
    """The source as the years of the columns say it, or as ``release`` and ``dated`` do."""
    release = release or f"{table.year}–{table.year_to % 100:02}"
    return Source(
        family=Family.PROJECTIONS,
        release=release,
        dated=dated or date(table.year, 1, 1),
        name=Family.PROJECTIONS.label,
        publisher="U.S. Bureau of Labor Statistics",
        licence="Public domain",
        attribution=f"U.S. Bureau of Labor Statistics, {Family.PROJECTIONS.label}, {release}.",
        address="https://www.bls.gov/emp/",
    )


def open_table(path: Path) -> Table:
    file = table_in(open_release(path))
    rows = list(rows_of(file))
    if not rows:
        raise BadRelease("It holds no rows.", file=file.name)
    header = list(rows[0].cells)
    years = {int(match[1]): name for name in header if (match := EMPLOYMENT.fullmatch(name))}
    if len(years) != 2:
        fault = "It is no table of projections: two columns must name employment in a year, such as “Employment, 2024”."
        raise BadRelease(fault, file=file.name)
    columns = named(file, header, COLUMNS) | named(file, header, OPTIONAL, needed=False)
    year, year_to = sorted(years)
    return Table(rows, columns | {"jobs": years[year], "jobs_to": years[year_to]}, year, year_to)


def table_in(found: Release) -> File:
    files = [file for file in found.ending(".csv", ".xlsx") if not file.name.startswith((".", "~"))]
    if len(files) != 1:
        names = ", ".join(file.name for file in files) or "none"
        raise BadRelease(f"One table (.csv or .xlsx) belongs here; there is: {names}.", file=str(found.path))
    return files[0]


def rows_of(file: File) -> Iterator[Row]:
    """A workbook has notes under its table, in the first column."""
    if not file.name.casefold().endswith(".xlsx"):
        return file.commas(())
    rows = workbook_rows(file, IN_WORKBOOK)
    return (row for row in rows if sum(map(bool, row.cells.values())) > 1)


def named(file: File, header: list[str], patterns: Mapping[str, str], *, needed: bool = True) -> dict[str, str]:
    """The columns that these patterns describe, by their keys."""
    found = {}
    for name, pattern in patterns.items():
        fits = [column for column in header if re.fullmatch(pattern, column, re.I | re.ASCII)]
        if len(fits) > 1:
            raise BadRelease(f"Two columns could be the {name}: “{fits[0]}” and “{fits[1]}”.", file=file.name)
        if fits:
            found[name] = fits[0]
        elif needed:
            raise BadRelease(f"A column is missing: the {name}. There are: {', '.join(header)}.", file=file.name)
    return found


def projections(table: Table, rows: Iterator[Row], count: Count) -> Iterator[tuple[Row, Projection]]:
    """What every row says that has a code; ``count`` gets those that no occupation can use."""
    groups, occupations, reached = headings(table), line_items(table), crosswalk.reached()
    for row in rows:
        if not table.cell(row, "code") and table.cell(row, "profile"):
            count.unmatched[NO_CODE] += 1
            continue
        code = cells.soc_code(row, table.columns["code"])
        if code in occupations and table.cell(row, "kind").casefold() == "summary":
            count.unmatched[TWIN] += 1
            continue
        if why := crosswalk.why_unmatched(code, reached):
            count.unmatched[why] += 1
        title = title_of(table, row)
        group = groups.get(table.cell(row, "profile"), title)
        yield row, projection(table, row, code, title, "" if group == title else group)


def headings(table: Table) -> dict[str, str]:
    """The name of each profile of several rows: its first row is their sum."""
    counts = Counter(table.cell(row, "profile") for row in table.rows)
    several = [row for row in table.rows if counts[table.cell(row, "profile")] > 1 and table.cell(row, "profile")]
    return {table.cell(row, "profile"): title_of(table, row) for row in reversed(several)}


def line_items(table: Table) -> set[str]:
    """Codes of occupations in a table that says what are groups; some groups have the code of their only occupation."""
    return {table.cell(row, "code") for row in table.rows if table.cell(row, "kind").casefold() == "line item"}


def title_of(table: Table, row: Row) -> str:
    """Official titles have a tail: “Actors    * Actress* Voice-Over Artist”."""
    title = table.cell(row, "title").partition(" *")[0].strip()
    if not title or len(title) > 160:
        raise row.wrong(f"“{table.columns['title']}” holds {len(title)} characters; a title has 1 to 160.")
    return title


def projection(table: Table, row: Row, code: str, title: str, group: str) -> Projection:
    jobs, jobs_to, change = (table.people(row, name) for name in ("jobs", "jobs_to", "change"))
    check_sum(row, jobs, jobs_to, change)
    return Projection(
        code=code,
        title=title,
        year=table.year,
        year_to=table.year_to,
        jobs=jobs,
        jobs_to=jobs_to,
        change=change,
        percent=cells.maybe(row, table.columns["percent"], float, least=-100, most=1e5),
        openings=table.people(row, "openings"),
        openings_for=group,
        **{name: table.words(row, name) for name in ("education", "experience", "training")},
    )


def check_sum(row: Row, jobs: int | None, jobs_to: int | None, change: int | None) -> None:
    """What does not add up are columns that were swapped."""
    if jobs is None or jobs_to is None or change is None:
        return
    if abs(jobs + change - jobs_to) > MOST_ROUNDED:
        raise row.wrong(f"{jobs:,} jobs and a change of {change:,} do not make {jobs_to:,}. Were columns swapped?")
