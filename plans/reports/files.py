"""Reports as files: CSV as it is read from the database, and workbooks."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from plans.reports.base import Row
from plans.reports.cells import safe_cell, safe_text

BOM = "\ufeff"


class Echo:
    """What is written to it is what writing returns."""

    def write(self, text: str) -> str:
        return text


def csv_parts(columns: Sequence[str], batches: Iterable[list[Row]]) -> Iterator[str]:
    """A part for each batch, never more than that in memory. The mark at the beginning tells Excel that it is UTF-8."""
    writer = csv.writer(Echo(), quoting=csv.QUOTE_NONNUMERIC)
    yield BOM + writer.writerow([safe_text(name) for name in columns])
    for rows in batches:
        yield "".join(writer.writerow(["" if cell is None else safe_cell(cell) for cell in row.cells]) for row in rows)


def workbook(title: str, columns: Sequence[str], batches: Iterable[list[Row]]) -> bytes:
    """Rows go into a temporary file as they come; what is kept in memory is the packed file, 1 MB for 20,000."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for place, name in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(14, min(len(name) + 4, 40))
    sheet.append([heading(sheet, name) for name in columns])
    for rows in batches:
        for row in rows:
            sheet.append([safe_cell(cell) for cell in row.cells])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def heading(sheet, name: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, safe_text(name))
    cell.font = Font(bold=True)
    return cell
