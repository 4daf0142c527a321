"""The files of OEWS as they are downloaded: which of them are tables, and of which release."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from careers.models import Family, Source
from careers.official.files import BadRelease, File, Release, Row, open_release
from careers.official.workbooks import workbook_rows

RELEASE = re.compile(r"(?:^|_)M_?(20\d\d)(?!\d)", re.ASCII)  # state_M2025_dl.xlsx, all_data_M_2025.xlsx
BYTES_A_ROW = 200  # of a workbook, which is packed


def open_all(paths: Iterable[Path]) -> Release:
    """Several files, zips and folders, also folders with zips in them, as one release."""
    paths = list(paths)
    zips = chain.from_iterable(sorted(path.rglob("*.zip")) for path in paths if path.is_dir())
    releases = [open_release(path) for path in (*paths, *zips)]
    counts = Counter(name for release in releases for name in release.files)
    files = {name: file for release in releases for name, file in release.files.items()}
    twice = {name for name in counts if counts[name] > 1}.union(*(release.twice for release in releases))
    return Release(paths[0], files, frozenset(twice))


def stated(found: Release, *, release: str, dated: date | None) -> Source:
    """The source by ``release`` and ``dated``, or else by the names of the files."""
    dated = dated or month_of(release or release_of(found), found)
    release = release or f"{calendar.month_name[dated.month]} {dated.year}"
    return Source(
        family=Family.OEWS,
        release=release,
        dated=dated,
        name=Family.OEWS.label,
        publisher="U.S. Bureau of Labor Statistics",
        licence="Public domain",
        attribution=f"U.S. Bureau of Labor Statistics, {Family.OEWS.label}, {release}.",
        address="https://www.bls.gov/oes/",
    )


def release_of(found: Release) -> str:
    years = sorted({match[1] for file in tables_in(found) if (match := RELEASE.search(file.name))})
    if len(years) > 1:
        raise BadRelease(f"Files of several years are here: {', '.join(years)}. Give one year.", file=str(found.path))
    if not years:
        fault = "No name says which release it is, as state_M2025_dl.xlsx does. Say it: --release “May 2025”."
        raise BadRelease(fault, file=str(found.path))
    return f"May {years[0]}"


def month_of(release: str, found: Release) -> date:
    """The month in words such as May 2025."""
    name, _, year = release.strip().partition(" ")
    months = [month.casefold() for month in calendar.month_name]
    if name.casefold() not in months[1:] or not re.fullmatch(r"20\d\d", year, re.ASCII):
        fault = f"“{release}” does not say the month. Write it as May 2025, or add --dated 2025-05."
        raise BadRelease(fault, file=str(found.path))
    return date(int(year), months.index(name.casefold()), 1)


def tables_in(found: Release) -> list[File]:
    """The tables: files named as such, or else all. Beside them lie descriptions of columns and the like."""
    files = [file for file in found.ending(".csv", ".xlsx") if not file.name.startswith((".", "~"))]
    if not files:
        raise BadRelease("There is no table here: neither a .csv nor an .xlsx file.", file=str(found.path))
    return [file for file in files if RELEASE.search(file.name)] or files


def rows_of(file: File, needed: Iterable[str]) -> Iterator[Row]:
    needed = list(needed)
    return workbook_rows(file, needed) if is_workbook(file) else file.commas(needed)


def about(file: File) -> int:
    """How many rows to expect, for the progress bar."""
    return len(file.read()) // BYTES_A_ROW if is_workbook(file) else file.lines()


def is_workbook(file: File) -> bool:
    return file.name.casefold().endswith(".xlsx")
