"""Reading a list of students as spreadsheets save it: CSV, in whichever encoding and with whichever separator."""

import csv
import io
from dataclasses import dataclass

MOST_BYTES, MOST_ROWS = 2 * 2**20, 20_000
HEADINGS = {
    "name": {"name", "fullname", "student", "studentname", "pupil", "pupilname"},
    "first": {"firstname", "forename", "givenname"},
    "last": {"lastname", "surname", "familyname"},
    "username": {"username", "user", "login", "signin"},
}
WORKBOOK = b"PK\x03\x04"


class Unreadable(Exception):
    """A file that is no list; its text is a sentence that says what to do."""


@dataclass(frozen=True)
class Line:
    """A student as the list gives them. ``number`` is that of the row in a spreadsheet, the headings being row 1."""

    number: int
    name: str
    username: str
    is_short: bool = True  # no more cells than there are headings


def read(data: bytes) -> list[Line]:
    if len(data) > MOST_BYTES:
        raise Unreadable(f"This file is larger than {MOST_BYTES // 2**20} MB. Send the list in parts.")
    rows = [(number, row) for number, row in enumerate(records(decoded(data)), 1) if says_something(row)]
    if not rows:
        raise Unreadable("This file is empty.")
    (_, headings), *rest = rows
    columns = columns_of(headings)
    if not rest:
        raise Unreadable("There are headings in this file, and no student below them.")
    if len(rest) > MOST_ROWS:
        raise Unreadable(f"This file has {len(rest):,} rows. Send at most {MOST_ROWS:,} at once.")
    return [line(number, row, columns, len(headings)) for number, row in rest]


def says_something(row: list[str]) -> bool:
    """An empty row is passed over, and what tells Excel the separator too."""
    return any(row) and not row[0].lower().startswith("sep=")


def decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 with its mark, UTF-8 without, and else what Windows writes in western Europe and America."""
    if data.startswith(WORKBOOK):
        raise Unreadable("This is a workbook. Open it and save it as CSV first.")
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise Unreadable("This file holds characters that no text has. Save it again as “CSV UTF-8”.")


def records(text: str) -> list[list[str]]:
    """The rows, their cells without the space around them."""
    heading = text.lstrip().partition("\n")[0]
    separator = heading[4:5] if heading.lower().startswith("sep=") else max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or ",", strict=True)
    rows = []
    try:
        for row in reader:
            rows.append([cell.strip() for cell in row])
    except csv.Error:
        fault = f"Row {len(rows) + 1} cannot be read: look for a quotation mark that stands alone."
        raise Unreadable(fault) from None
    return rows


def columns_of(headings: list[str]) -> dict[str, int]:
    """Which column holds what; raises ``Unreadable`` where none holds a name or a user name."""
    plain = ["".join(letter for letter in heading.casefold() if letter.isalnum()) for heading in headings]
    found = {what: plain.index(word) for what, words in HEADINGS.items() for word in plain if word in words}
    if not found:
        raise Unreadable("The first row names no column we know: call one “Name”, or “First name” and “Last name”.")
    return found


def line(number: int, row: list[str], columns: dict[str, int], width: int) -> Line:
    cells = {what: row[column] if column < len(row) else "" for what, column in columns.items()}
    name = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    return Line(number, name, cells.get("username", ""), is_short=not any(row[width:]))
