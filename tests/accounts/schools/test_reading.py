"""Lists of students as spreadsheets save them, good and bad."""

import pytest

from accounts.schools.reading import MOST_BYTES, Unreadable, read

LIST = "Name,User name\nZoë Adams,zoe\nBo Li,\n"


def names(data: bytes) -> list[tuple[int, str, str]]:
    return [(line.number, line.name, line.username) for line in read(data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_is_read_however_it_was_saved(encoding, separator, end):
    data = LIST.replace(",", separator).replace("\n", end).encode(encoding)

    assert names(data) == [(2, "Zoë Adams", "zoe"), (3, "Bo Li", "")]


def test_what_tells_excel_the_separator_is_no_heading():
    assert names(b"sep=;\nName;User name\nBo;bo\n") == [(3, "Bo", "bo")]


def test_first_and_last_names_are_put_together():
    assert names(b"Last name,First name,Class\nLi,Bo,10B\n") == [(2, "Bo Li", "")]


def test_rows_are_numbered_as_in_the_spreadsheet():
    assert names(b'Name\nBo\n\n,\n"Zo\n"\n') == [(2, "Bo", ""), (5, "Zo", "")]


def test_a_formula_stays_text():
    assert names(b"Name\n=cmd|' /C calc'!A0\n") == [(2, "=cmd|' /C calc'!A0", "")]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"Name,User name\n", "no student below"),
        (b"Bo Li,bo\n", "names no column we know"),
        (b"Name\nBo\0\n", "characters that no text has"),
        ("Name\nBo\n".encode("utf-16-le"), "characters that no text has"),
        (b"Name\n\x81\x8d\n", "characters that no text has"),
        (b"PK\x03\x04workbook", "is a workbook"),
        (b'Name\nBo\n"Zo\n', "Row 3 cannot be read"),
        (b"x" * (MOST_BYTES + 1), "larger than 2 MB"),
        (b"Name\n" + b"Bo\n" * 20_001, "20,001 rows"),
        (b"Name\n" + b"x" * 200_000, "Row 2 cannot be read"),
    ],
)
def test_a_file_that_is_no_list_is_answered_with_a_sentence(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(data)
