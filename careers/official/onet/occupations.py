"""Occupations, the names people have for them, what software they use, and which are alike."""

from collections.abc import Iterator, Mapping

from careers.models import Occupation, OccupationTitle, RelatedOccupation, Technology
from careers.official import store
from careers.official.cells import number, onet_code, text, yes
from careers.official.files import BadRelease, File, Row
from careers.official.onet.intake import CODE, Intake, lacking, words
from careers.official.store import Count, Tally

RELATED = "Related O*NET-SOC Code"
TITLES = {"Alternate Titles.txt": ("Alternate Title",), "Job Titles.txt": ("Job Title",)}
SOFTWARE = {
    "Technology Skills.txt": ("Example", "Commodity Title"),
    "Software Skills.txt": ("Workplace Example", "Element Name"),
}


def occupations(intake: Intake) -> Tally | str:
    file = intake.found.find("Occupation Data.txt")
    standing = Occupation.objects.all()
    if file is None and not standing.exists():
        raise BadRelease("It has no “Occupation Data.txt”, and no occupations are in yet.", file=str(intake.found.path))
    if file is None:
        return lacking("Occupation Data.txt", "occupations")
    count = Count()
    made = ((row, occupation(row)) for row in intake.rows(file, ["Title", "Description"], count))
    return store.put(made, standing, intake.source, "Occupations", count)


def occupation(row: Row) -> Occupation:
    return Occupation(
        code=onet_code(row, CODE), title=words(row, "Title", 160), description=words(row, "Description", 10_000)
    )


def titles(intake: Intake) -> Tally | str:
    file = intake.found.find(*TITLES)
    if file is None:
        return lacking("Alternate Titles.txt", "titles")
    (column,) = named(file, TITLES)
    count = Count()
    made = (
        (row, OccupationTitle(code=row[CODE], title=words(row, column, 160), short=text(row, "Short Title", 160)))
        for row in intake.known(file, [column, "Short Title"], count)
    )
    return store.put(made, OccupationTitle.objects.all(), intake.source, "Titles", count)


def technologies(intake: Intake) -> Tally | str:
    file = intake.found.find(*SOFTWARE)
    if file is None:
        return lacking("Technology Skills.txt", "technologies")
    name, group = named(file, SOFTWARE)
    count = Count()
    made = (
        (row, technology(row, name, group))
        for row in intake.known(file, [name, group, "Hot Technology", "In Demand"], count)
    )
    return store.put(made, Technology.objects.all(), intake.source, "Technologies", count)


def technology(row: Row, name: str, group: str) -> Technology:
    return Technology(
        code=row[CODE],
        name=words(row, name, 160),
        group=words(row, group, 160),
        hot=yes(row, "Hot Technology"),
        in_demand=yes(row, "In Demand"),
    )


def related(intake: Intake) -> Tally | str:
    file = intake.found.find("Related Occupations.txt")
    if file is None:
        return lacking("Related Occupations.txt", "related occupations")
    count = Count()
    made = related_rows(intake, file, count)
    return store.put(made, RelatedOccupation.objects.all(), intake.source, "Related occupations", count)


def related_rows(intake: Intake, file: File, count: Count) -> Iterator[tuple[Row, RelatedOccupation]]:
    for row in intake.known(file, [RELATED, "Relatedness Tier", "Index"], count):
        if onet_code(row, RELATED) not in intake.codes:
            count.unmatched["related to a code that “Occupation Data.txt” does not have"] += 1
            continue
        rank = number(row, "Index", int, least=1, most=1_000)
        tier = words(row, "Relatedness Tier", 20)
        yield row, RelatedOccupation(code=row[CODE], to_code=row[RELATED], tier=tier, rank=rank)


def named(file: File, columns: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the file with this name calls its columns, whatever the capitals of its name."""
    return next(column for name, column in columns.items() if name.casefold() == file.name.casefold())
