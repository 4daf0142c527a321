"""What a cell says: numbers, marks in place of numbers, codes, months. What it cannot say is refused with its row."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TypeVar

from careers.official.files import Row

NOTHING = {"", "n/a", "N/A", "—", "-", "–"}
MARKS = {"#", "*", "**", "~"}
NO_NUMBER = NOTHING | MARKS
YES_OR_NO = NOTHING | {"Y", "N"}
ONET_CODE = re.compile(r"\d\d-\d{4}\.\d\d", re.ASCII)
SOC_CODE = re.compile(r"\d\d-\d{4}", re.ASCII)
MONTH = re.compile(r"(\d\d)/(\d{4})", re.ASCII)
Number = TypeVar("Number", int, float, Decimal)


def onet_code(row: Row, column: str) -> str:
    if not ONET_CODE.fullmatch(row[column]):
        raise row.wrong(f"“{row[column]}” in “{column}” is not an O*NET-SOC code such as 25-4031.00.")
    return row[column]


def soc_code(row: Row, column: str) -> str:
    """A SOC code, also where it is wrapped as a formula: ``="25-4031"``."""
    code = row[column].removeprefix("=").strip('"')
    if not SOC_CODE.fullmatch(code):
        raise row.wrong(f"“{row[column]}” in “{column}” is not a SOC code such as 25-4031.")
    return code


def number(row: Row, column: str, kind: Callable[[str], Number], *, least: float = 0, most: float = 1e10) -> Number:
    """A number between ``least`` and ``most``; commas between thousands are left out."""
    found = maybe(row, column, kind, least=least, most=most)
    if found is None:
        raise row.wrong(f"“{column}” is empty where a number belongs.")
    return found


def maybe(
    row: Row, column: str, kind: Callable[[str], Number], *, least: float = 0, most: float = 1e10
) -> Number | None:
    """The same, or ``None`` where the cell says that there is none, or holds a mark (see ``mark``)."""
    text = row[column]
    if text in NO_NUMBER:
        return None
    try:
        found = kind(text.replace(",", ""))
        within = least <= found <= most  # a Decimal that is no number refuses to be compared
    except (ValueError, InvalidOperation):
        raise row.wrong(f"“{text}” in “{column}” is not a number.") from None
    if not within:
        raise row.wrong(f"{text} in “{column}” is not between {least:g} and {most:g}.")
    return found


def mark(row: Row, column: str) -> str:
    """``#`` at least as much as the highest published, ``*`` or ``**`` not released; empty where there is no mark."""
    return row[column] if row[column] in MARKS else ""


def month(row: Row, column: str) -> date | None:
    """The first day of a month written as 07/2017."""
    if row[column] in NOTHING:
        return None
    found = first_day(row[column])
    if found is None:
        raise row.wrong(f"“{row[column]}” in “{column}” is not a month such as 07/2017.")
    return found


@cache
def first_day(text: str) -> date | None:
    found = MONTH.fullmatch(text)
    if not found or not 1 <= int(found[1]) <= 12 or not int(found[2]):
        return None
    return date(int(found[2]), int(found[1]), 1)


def yes(row: Row, column: str) -> bool:
    if row[column] not in YES_OR_NO:
        raise row.wrong(f"“{row[column]}” in “{column}” is neither Y nor N.")
    return row[column] == "Y"


def text(row: Row, column: str, most: int) -> str:
    """Words of at most so many characters; “n/a” is none."""
    found = "" if row[column] in NOTHING else row[column]
    if len(found) > most:
        raise row.wrong(f"“{column}” holds {len(found)} characters, more than {most}.")
    return found
