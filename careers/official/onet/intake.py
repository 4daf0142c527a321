"""One release on its way in: which of its files to read, and their rows on occupations that there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careers.models import Source
from careers.official.cells import ONET_CODE, onet_code, text
from careers.official.files import File, Release, Row
from careers.official.store import Count, Progress

CODE = "O*NET-SOC Code"


@dataclass(frozen=True)
class Intake:
    found: Release
    source: Source
    progress: Progress
    codes: frozenset[str] = frozenset()

    def rows(self, file: File, columns: Sequence[str], count: Count) -> Iterator[Row]:
        lines = file.tabbed([CODE, *columns])
        yield from count.counted(self.progress(lines, f"Reading {file.name}", file.lines()))

    def known(self, file: File, columns: Sequence[str], count: Count) -> Iterator[Row]:
        """The rows on occupations that there are; the others are counted."""
        for row in self.rows(file, columns, count):
            if row[CODE] in self.codes:
                yield row
            elif onet_code(row, CODE):
                count.unmatched["on a code that “Occupation Data.txt” does not have"] += 1


def lacking(name: str, what: str) -> str:
    return f"“{name}” is not in the release: {what} stay as they are."


def words(row: Row, column: str, most: int) -> str:
    """Words that must be there, and are not a code or a number in the wrong column."""
    found = text(row, column, most)
    if not found:
        raise row.wrong(f"“{column}” is empty where words belong.")
    if ONET_CODE.fullmatch(found) or not any(map(str.isalpha, found)):
        raise row.wrong(f"“{found}” in “{column}” stands where words belong: are two columns swapped?")
    return found
