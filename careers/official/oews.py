"""Occupational Employment and Wage Statistics (OEWS): pay and employment by occupation and place.

A table has one row an occupation and place, and says in AREA_TYPE what kind of place. Together the tables stand for
all places of the kinds that are in them: what else there is of those kinds goes. One place is read and stored at a
time, so that a table of any length needs little memory.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from operator import attrgetter

from careers.models import Area, AreaKind, Pay, Source
from careers.official import cells, crosswalk, store
from careers.official.files import Release, Row
from careers.official.oews_files import about, rows_of, tables_in
from careers.official.store import Count, Progress, Tally

GROUPS = {"total", "major", "minor", "broad", "detailed"}
DIGITS = {AreaKind.METRO: 5, AreaKind.REST: 7}  # of the code of an area; the others have two
TWIN = "groups that say the same as their only occupation"


def cents(text: str) -> Decimal:
    """Dollars and cents: workbooks have numbers such as 21.880000000000003."""
    return Decimal(text).quantize(Decimal("0.01"))


POINTS = {"PCT10": "p10", "PCT25": "p25", "MEDIAN": "median", "PCT75": "p75", "PCT90": "p90", "MEAN": "mean"}
MEASURES: dict[str, tuple[str, Callable, float]] = {  # column: field, type, largest
    "TOT_EMP": ("employment", int, 2e9),
    "EMP_PRSE": ("employment_error", float, 1e4),
    "JOBS_1000": ("jobs_per_1000", float, 1000),
    "LOC_QUOTIENT": ("location_quotient", float, 1e6),
    "MEAN_PRSE": ("mean_error", float, 1e4),
    **{f"H_{point}": (f"hourly_{name}", cents, 99_999) for point, name in POINTS.items()},
    **{f"A_{point}": (f"annual_{name}", int, 2e9) for point, name in POINTS.items()},
}
RISING = [[f"{unit}_{name}" for name in POINTS.values() if name != "mean"] for unit in ("hourly", "annual")]
PLACE = ("AREA", "AREA_TYPE", "AREA_TITLE", "PRIM_STATE")
NEEDED = (*PLACE, "NAICS", "OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", *MEASURES)


def put_in(found: Release, source: Source, progress: Progress) -> Iterator[Tally | str]:
    """Store every table of ``found``, place by place; say what became of it by kind of place."""
    places = Places(source)
    for file in tables_in(found):
        rows = progress(rows_of(file, NEEDED), f"Importing {file.name}", about(file))
        for _, lines in groupby(filter(places.is_wanted, rows), key=place_of):
            places.put(list(lines))
    yield from places.ended()


def place_of(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in PLACE)


class Places:
    """The places that have been stored so far, and what became of their rows."""

    def __init__(self, source: Source):
        self.source = source
        self.areas = {area.code: area for area in Area.objects.all()}
        self.reached = crosswalk.reached()
        self.last_rows: dict[str, Row] = {}
        self.tallies: dict[AreaKind, list[Tally]] = defaultdict(list)
        self.left_out = 0

    def is_wanted(self, row: Row) -> bool:
        """Whether it is about all industries and owners together."""
        wanted = not row["NAICS"].strip("0") and row["OWN_CODE"] == "1235"
        self.left_out += not wanted
        return wanted

    def put(self, rows: list[Row]) -> None:
        """The rows of one place."""
        area = area_of(rows[0])
        if area.code in self.last_rows:
            last = self.last_rows[area.code]
            fault = f"{area} ended in {last.file}, row {last.number}, and begins again. All its rows must be together."
            raise rows[0].wrong(fault)
        self.last_rows[area.code] = rows[-1]
        area = self.saved(area)
        count = Count()
        made = (
            (row, pay(row, area, self.source.dated)) for row in self.chosen(count.counted(rows), twins(rows), count)
        )
        self.replace(area, made, count)

    def replace(self, area: Area, made: Iterable[tuple[Row, Pay]], count: Count) -> None:
        standing = Pay.objects.filter(area=area)
        kind = AreaKind(area.kind)
        self.tallies[kind].append(store.put(made, standing, self.source, f"Pay, {kind.label}", count))

    def chosen(self, rows: Iterable[Row], twice: set[str], count: Count) -> Iterator[Row]:
        """Rows to store. Workbooks give a group with one occupation under the same code twice."""
        for row in rows:
            code = cells.soc_code(row, "OCC_CODE")
            if code in twice and row["O_GROUP"] != "detailed":
                count.unmatched[TWIN] += 1
                continue
            if why := crosswalk.why_unmatched(code, self.reached):
                count.unmatched[why] += 1
            yield row

    def saved(self, area: Area) -> Area:
        """The area as it stands in the database, brought up to date."""
        known = self.areas.get(area.code)
        if known:
            area.pk = known.pk
        if not known or any(getattr(known, name) != getattr(area, name) for name in ("kind", "name", "state")):
            area.save()
        return area

    def ended(self) -> Iterator[Tally | str]:
        """Take away the places that are gone, and say what became of all."""
        gone = [area for area in self.areas.values() if area.kind in self.tallies and area.code not in self.last_rows]
        for area in gone:
            self.replace(area, [], Count())
            area.delete()
        for kind in sorted(self.tallies):
            yield together(self.tallies[kind])
        if self.left_out:
            yield f"Rows left out because they are about one industry or one kind of owner: {self.left_out:,}."


def together(tallies: list[Tally]) -> Tally:
    numbers = ("read", "added", "changed", "removed", "same", "moved")
    sums = {name: sum(map(attrgetter(name), tallies)) for name in numbers}
    unmatched: Counter[str] = sum((Counter(tally.unmatched) for tally in tallies), Counter())
    return Tally(tallies[0].table, **sums, unmatched=unmatched)


def twins(rows: Iterable[Row]) -> set[str]:
    """Codes of the occupations among the rows."""
    return {row["OCC_CODE"] for row in rows if row["O_GROUP"] == "detailed"}


def area_of(row: Row) -> Area:
    if row["AREA_TYPE"] not in map(str, AreaKind.values):
        raise row.wrong(f"“{row['AREA_TYPE']}” in “AREA_TYPE” is no kind of area: they are 1, 2, 3, 4 and 6.")
    if not (row["AREA"].isascii() and row["AREA"].isdigit() and len(row["AREA"]) <= 7):
        raise row.wrong(f"“{row['AREA']}” in “AREA” is not the code of an area such as 53 or 10180.")
    kind = AreaKind(int(row["AREA_TYPE"]))
    state = "" if kind == AreaKind.NATION else cells.text(row, "PRIM_STATE", 2)
    code = row["AREA"].zfill(DIGITS.get(kind, 2))
    if kind == AreaKind.METRO and int(code) < 10_000:
        # Tables made from the time series number the rest of each state from 1 and call it metropolitan.
        kind, code = AreaKind.REST, state + code
    return Area(code=code, kind=kind, name=cells.text(row, "AREA_TITLE", 120), state=state)


def pay(row: Row, area: Area, as_of: date) -> Pay:
    if row["O_GROUP"] not in GROUPS:
        raise row.wrong(f"“{row['O_GROUP']}” in “O_GROUP” is none of {', '.join(sorted(GROUPS))}.")
    values = {name: cells.maybe(row, column, kind, most=most) for column, (name, kind, most) in MEASURES.items()}
    check_rising(row, values)
    return Pay(
        code=row["OCC_CODE"],
        area_id=area.pk,
        title=cells.text(row, "OCC_TITLE", 160),
        group=row["O_GROUP"],
        as_of=as_of,
        marks={name: row[column] for column, (name, _, _) in MEASURES.items() if cells.mark(row, column)},
        **values,
    )


def check_rising(row: Row, values: dict) -> None:
    """Percentiles that fall are columns that were swapped."""
    for names in RISING:
        known = [name for name in names if values[name] is not None]
        for lower, higher in pairwise(known):
            if values[lower] > values[higher]:
                fault = f"Its {lower} is {values[lower]}, more than its {higher} of {values[higher]}."
                raise row.wrong(f"{fault.replace('_', ' ')} Were columns swapped?")
