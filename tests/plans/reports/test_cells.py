"""No text in a file is a formula to whatever spreadsheet opens it, and numbers stay numbers."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from plans.reports.base import Row
from plans.reports.cells import safe_cell, safe_text
from plans.reports.files import csv_parts, workbook

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n@SUM(A1)",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\u202e=1+1",
    "\x00=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    '=HYPERLINK("https://example.org/?"&A1,"Ada")',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    'Ada";=1+1;"',
    "Ada;=1+1",
    "Ada;\t-1",
    "Ada; @SUM(A1)",
    "--",
    "-",
    "=",
]
PLAIN = ["Ada", "", "O'Brien", "Zoë", "a=b", "1-2", "ada@example.org", "\u0639\u062f\u0646", "🦉 owl", "10B", "'=1"]
BEGINNINGS = "=+-@＝＋－＠"
INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u00ad"


def formulas(text: str) -> list[str]:
    """What some spreadsheet would take for formulas, wherever it splits the line."""
    parts = [part.lstrip().lstrip(INVISIBLE).lstrip() for part in text.replace("\n", ";").split(";")]
    return [part for part in parts if part.startswith(tuple(BEGINNINGS))]


def sheet_of(columns, batches):
    return load_workbook(io.BytesIO(workbook("Waiting", columns, batches))).active


@pytest.mark.parametrize("text", FORMULAS)
def test_an_apostrophe_stands_before_what_could_be_a_formula(text):
    assert formulas(text.replace("\x00", "")) or not text.strip()
    assert formulas(safe_text(text)) == []


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text):
    assert safe_text(text) == text


@given(st.text(alphabet=st.sampled_from("=+-@;\t\r\n '\"a1\ufeff\u200b＝") | st.characters(), max_size=20))
def test_nothing_anybody_types_is_a_formula_or_breaks_the_line(text):
    safe = safe_text(text)

    assert formulas(safe) == []
    assert safe.splitlines() in ([safe], [])
    assert isinstance(safe.encode(), bytes)


@pytest.mark.parametrize("cell", [-3, 0, Decimal("-1.5"), date(2026, 11, 16), None])
def test_numbers_days_and_nothing_are_not_text(cell):
    assert safe_cell(cell) is cell


@pytest.mark.parametrize("text", FORMULAS)
def test_files_hold_no_formula(text):
    rows = [[Row([text, -3, Decimal("-1.5")])]]

    lines = list(csv.reader(io.StringIO("".join(csv_parts(["=Name", "A", "B"], rows)).removeprefix("\ufeff"))))
    sheet = sheet_of(["=Name", "A", "B"], rows)

    assert [line[0] for line in lines] == ["'=Name", safe_text(text)]
    assert lines[1][1:] == ["-3", "-1.5"]
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows()] == [["s", "s", "s"], ["s", "n", "n"]]
    assert sheet["A2"].value == safe_text(text)


def test_the_file_tells_excel_that_it_is_utf_8():
    [heading, part] = csv_parts(["Name"], [[Row(["Zoë"]), Row([None])]])

    assert heading.encode().startswith(b"\xef\xbb\xbf")
    assert part == '"Zoë"\r\n""\r\n'


def test_a_cell_too_long_for_a_workbook_is_cut():
    sheet = sheet_of(["Name"], [[Row(["=" + "x" * 100_000])]])

    assert len(sheet["A2"].value) <= 32_767
