"""Workbooks (xlsx) as the Bureau of Labor Statistics publishes them: perhaps a title, then a row of column names."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from careers.official.files import MOST_BYTES, BadRelease, File, Row, rows, spelled

HEADER_WITHIN = 12
Line = list[str]


def workbook_rows(file: File, needed: Sequence[str]) -> Iterator[Row]:
    """Rows of the first sheet that has these columns."""
    content = file.read()
    check_size(file.name, content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            lines = ([as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
            number, header = find_header(lines, needed)
            if header:
                yield from rows(file.name, chain([header], trimmed(lines, len(header))), needed, number)
                return
    except (zipfile.BadZipFile, ParseError, KeyError, ValueError, OSError):
        raise BadRelease("It is not a workbook (xlsx) that can be read.", file=file.name) from None
    columns = ", ".join(f"“{column}”" for column in needed)
    raise BadRelease(f"No sheet has a row that names the columns {columns}.", file=file.name)


def find_header(lines: Iterator[Line], needed: Sequence[str]) -> tuple[int, Line]:
    """The first of the first rows that names every needed column, and its number; empty cells at its end cut off."""
    for number, line in zip(range(1, HEADER_WITHIN + 1), lines, strict=False):
        header = spelled([" ".join(cell.split()) for cell in line], needed)
        if set(needed) <= set(header):
            return number, header[: max(place for place, cell in enumerate(header, 1) if cell)]
    return 0, []


def trimmed(lines: Iterator[Line], width: int) -> Iterator[Line]:
    """Sheets leave cells out at the end of a row, or have empty ones beyond the last column."""
    return ((line + [""] * width)[:width] for line in lines)


def as_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def check_size(name: str, content: bytes) -> None:
    """A workbook is a zip: refuse what it says it would unpack to before anything does."""
    try:
        declared = sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except zipfile.BadZipFile:
        raise BadRelease("It is not a workbook (xlsx) that can be read.", file=name) from None
    if declared > MOST_BYTES:
        raise BadRelease(f"It would unpack to {declared // 2**20:,} MB: no official table does.", file=name)
