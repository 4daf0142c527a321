"""Cells of files that spreadsheets open: text is never a formula, and a number stays one."""

import re
from datetime import date
from decimal import Decimal

# What spreadsheets take for the beginning of a formula, ASCII and full width, and what they may skip before it.
FORMULA = r"(?=[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠])"
# At the beginning of a cell; and after a semicolon, at which many countries' spreadsheets split, in spite of quotes.
BEGINS_FORMULA = re.compile(rf"(^|;){FORMULA}")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
MOST = 32_000


def safe_text(text: str) -> str:
    """One line that no spreadsheet takes for a formula: where it could, an apostrophe stands before it.

    Tabs, line ends and other controls become spaces. A workbook's cell holds 32,767 letters.
    """
    return BEGINS_FORMULA.sub(r"\1'", CONTROLS.sub(" ", text[:MOST]))


def safe_cell(cell: str | int | Decimal | date | None) -> str | int | Decimal | date | None:
    return safe_text(cell) if isinstance(cell, str) else cell
