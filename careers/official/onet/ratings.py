"""Ratings: job zones, interests, skills, knowledge, work styles and education, each from a file or two."""

from collections.abc import Iterator, Mapping, Sequence

from careers.models import ElementKind, Rating
from careers.official import store
from careers.official.cells import number
from careers.official.files import File, Row
from careers.official.onet.elements import Elements
from careers.official.onet.intake import Intake, words
from careers.official.onet.layout import EDUCATION, SCALED, ZONES, Table
from careers.official.onet.scales import Made, Scaled, rating
from careers.official.store import Count, Tally


def tables(intake: Intake, elements: Elements) -> Iterator[Tally | str]:
    for table in (ZONES, *SCALED, EDUCATION):
        files = table.find(intake.found)
        yield put(intake, table, files, elements) if files else table.lacking(intake.found)


def put(intake: Intake, table: Table, files: Sequence[File], elements: Elements) -> Tally:
    count = Count()
    names: Mapping[str, str] = {}
    if table is EDUCATION:
        names, files = categories(files[-1]), files[:-1]
    rows = (row for file in files for row in intake.known(file, table.columns, count))
    made = zones(rows, elements) if table is ZONES else Scaled(table, elements, count, names).read(rows)
    standing = Rating.objects.filter(element__kind__in=set(table.kinds.values()))
    return store.put(made, standing, intake.source, table.name, count)


def zones(rows: Iterator[Row], elements: Elements) -> Iterator[Made]:
    for row in rows:
        value = number(row, "Job Zone", int, least=1, most=5)
        yield row, rating(row, elements.number(row, ElementKind.ZONE, "zone", "Job zone"), value)


def categories(file: File) -> Mapping[str, str]:
    """Names of the levels of education by element and category, such as 2.D.1/5."""
    rows = file.tabbed(["Element ID", "Scale ID", "Category", "Category Description"])
    return {
        f"{row['Element ID']}/{number(row, 'Category', int)}": words(row, "Category Description", 300)
        for row in rows
        if row["Scale ID"] in EDUCATION.kinds
    }
