"""Ratings from rows that each hold one scale: importance and level become one, of two scales of education one stays."""

from collections.abc import Iterator, Mapping

from careers.models import Rating
from careers.official.cells import maybe, month, number, text, yes
from careers.official.files import Row
from careers.official.onet.elements import KEY, Elements
from careers.official.onet.intake import CODE, words
from careers.official.onet.layout import EDUCATION, LEVEL, Table
from careers.official.store import Count

RANGES = {"IM": (1, 5), "WI": (-3, 3), "OI": (1, 7), "IH": (0, 6), "RL": (0, 100), "RQ": (0, 100), LEVEL: (0, 7)}
PASSED_OVER = {"RW", "PT", "OJ", "DR", "DS"} | RANGES.keys()
Made = tuple[Row, Rating]
Place = tuple[str, int, str]  # code, element, scale
Level = tuple[int, float | None, float | None, bool]  # row, level, its error, not relevant


class Scaled:
    """Reads one table; of each row it keeps the rating and its place, for there are many rows."""

    def __init__(self, table: Table, elements: Elements, count: Count, categories: Mapping[str, str]) -> None:
        self.table, self.elements, self.count, self.categories = table, elements, count, categories
        self.found: dict[Place, Made] = {}
        self.levels: dict[Place, Level] = {}
        self.numbers: dict[tuple[str, ...], int] = {}

    def read(self, rows: Iterator[Row]) -> Iterator[Made]:
        for row in rows:
            if scale_of(row) in self.table.kinds:
                self.take(row)
            else:
                self.count.unmatched[f"on scale {row['Scale ID']}, which is not shown"] += 1
        self.leave_out_second_scale()
        for place, (row, made) in self.found.items():
            if level := self.levels.pop(place, None):
                _, made.level, made.level_error, made.not_relevant = level
            yield row, made
        if self.levels:
            self.count.unmatched["a level without its importance"] += len(self.levels)

    def take(self, row: Row) -> None:
        scale = row["Scale ID"]
        least, most = RANGES[scale]
        value = number(row, "Data Value", float, least=least, most=most)
        element = self.element(row, scale)
        place = (row[CODE], element, "IM" if scale == LEVEL else scale)
        if scale == LEVEL:
            self.once(row, self.levels[place][0] if place in self.levels else 0)
            self.levels[place] = level(row, value)
        else:
            self.once(row, self.found[place][0].number if place in self.found else 0)
            self.found[place] = Row(row.file, row.number, {}), rating(row, element, value)

    def once(self, row: Row, before: int) -> None:
        if before:
            name, scale = row["Element Name"], row["Scale ID"]
            raise row.wrong(f"{row[CODE]} has “{name}” on scale {scale} already, in row {before}.")

    def element(self, row: Row, scale: str) -> int:
        """The primary key of its element; what a row calls it is looked at once."""
        spelt = (row["Element ID"], row["Element Name"], row["Category"], scale)
        if spelt not in self.numbers:
            self.numbers[spelt] = self.elements.number(row, self.table.kinds[scale], *self.named(row))
        return self.numbers[spelt]

    def named(self, row: Row) -> tuple[str, str]:
        """Key and name of the element; each level of education is one, such as 2.D.1/5."""
        key, name = row["Element ID"], words(row, "Element Name", 300)
        if not KEY.fullmatch(key):
            raise row.wrong(f"“{key}” in “Element ID” is not the ID of an element such as 2.A.1.a.")
        if self.table is not EDUCATION:
            return key, name
        key = f"{key}/{number(row, 'Category', int)}"
        if key not in self.categories:
            raise row.wrong(f"The level of education {key} is not in the file of categories.")
        return key, self.categories[key]

    def leave_out_second_scale(self) -> None:
        """Required education (RQ) gives way, occupation by occupation, to RL, of which there is more."""
        first = {code for code, _, scale in self.found if scale == "RL"}
        second = [place for place in self.found if place[2] == "RQ" and place[0] in first]
        for place in second:
            del self.found[place]
        if second:
            self.count.unmatched["on scale RQ where RL is there too"] += len(second)


def scale_of(row: Row) -> str:
    if row["Scale ID"] not in PASSED_OVER:
        raise row.wrong(f"“{row['Scale ID']}” in “Scale ID” is not a scale of this table.")
    return row["Scale ID"]


def rating(row: Row, element: int, value: float) -> Rating:
    """What all tables say alike; columns that a table does not have are empty."""
    return Rating(
        code=row[CODE],
        element_id=element,
        value=value,
        answers=maybe(row, "N", int),
        error=maybe(row, "Standard Error", float),
        suppress=yes(row, "Recommend Suppress"),
        collected=month(row, "Date"),
        by=text(row, "Domain Source", 60),
    )


def level(row: Row, value: float) -> Level:
    """One that O*NET advises against showing is left out: ``Rating.suppress`` speaks of the importance."""
    fit = not yes(row, "Recommend Suppress")
    return row.number, value if fit else None, maybe(row, "Standard Error", float), yes(row, "Not Relevant")
