"""A release as it is downloaded (a folder, the official zip, a file) and its tables, row by row.

Nothing is unpacked to disk. What is wrong raises ``BadRelease``, with file, row and a sentence.
"""

import csv
import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

MOST_BYTES = 600 * 2**20  # of one table, unpacked; the largest official one has 250 MB
MOST_CELL = 100_000


class BadRelease(Exception):
    """What is wrong with a file, and in which row of it, the header being row 1."""

    def __init__(self, message: str, *, file: str = "", row: int = 0):
        super().__init__(message)
        self.file, self.row = file, row

    def __str__(self):
        place = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{place}: {self.args[0]}" if place else str(self.args[0])


@dataclass(slots=True)
class Row:
    """The cells of a row by the names of its columns, stripped of blanks; empty where there is no such column."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def wrong(self, message: str) -> BadRelease:
        return BadRelease(message, file=self.file, row=self.number)


@dataclass(frozen=True)
class File:
    """One file of a release, by its bare name; ``open`` begins at its start each time and stops at ``MOST_BYTES``."""

    name: str
    open: Callable[[], AbstractContextManager[IO[bytes] | gzip.GzipFile]]

    def text(self) -> str:
        return decode(self.read(), self.name)

    def read(self) -> bytes:
        try:
            with self.open() as stream:
                content = stream.read(MOST_BYTES + 1)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError) as error:
            raise BadRelease(f"It cannot be read: {reason(error)}.", file=self.name) from None
        if len(content) > MOST_BYTES:
            raise BadRelease(f"It is larger than {MOST_BYTES // 2**20} MB, which no official table is.", file=self.name)
        return content

    def lines(self) -> int:
        """About how many rows it has, for a progress bar."""
        return self.read().count(b"\n")

    def tabbed(self, needed: Sequence[str]) -> Iterator[Row]:
        """Rows of a table as O*NET writes it: tabs between cells, no quoting."""
        lines = self.text().split("\n")  # and nowhere else: cells may hold other separators
        return rows(self.name, (line.split("\t") for line in lines), needed)

    def commas(self, needed: Sequence[str]) -> Iterator[Row]:
        """Rows of a CSV file."""
        return rows(self.name, csv_cells(self), needed)


def rows(file: str, lines: Iterator[list[str]], needed: Sequence[str], first: int = 1) -> Iterator[Row]:
    """``lines`` under the names in the first of them; all of ``needed`` must be among those."""
    header = spelled([cell.strip() for cell in next(lines, [])], needed)
    check_header(file, header, needed)
    for number, cells in enumerate(lines, first + 1):
        if not any(map(str.strip, cells)):
            continue
        if len(cells) != len(header):
            fault = f"It has {len(cells)} cells where the header has {len(header)}."
            raise BadRelease(fault, file=file, row=number)
        yield Row(file, number, dict(zip(header, map(str.strip, cells), strict=True)))


def spelled(header: Sequence[str], needed: Sequence[str]) -> list[str]:
    """The names of columns as ``needed`` has them: releases differ in capitals."""
    ours = {name.casefold(): name for name in needed}
    return [ours.get(cell.casefold(), cell) for cell in header]


def check_header(file: str, header: Sequence[str], needed: Sequence[str]) -> None:
    missing = [column for column in needed if column not in header]
    if missing:
        names = ", ".join(f"“{column}”" for column in missing)
        raise BadRelease(f"A column is missing: {names}.", file=file)
    twice = {column for column in header if column and header.count(column) > 1}
    if twice:
        raise BadRelease(f"The column “{min(twice)}” is there twice.", file=file)


def csv_cells(file: File) -> Iterator[list[str]]:
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(file.text(), newline=""), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise BadRelease(f"It is not a proper CSV file: {error}.", file=file.name, row=reader.line_num) from None


def decode(content: bytes, name: str) -> str:
    """UTF-8, UTF-16 where its mark says so, else Windows-1252."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise BadRelease("It is not a text file that can be read: neither UTF-8, UTF-16 nor Windows-1252.", file=name)


@dataclass(frozen=True)
class Release:
    """The files of a release, by their bare names without folders."""

    path: Path
    files: Mapping[str, File]
    twice: frozenset[str] = frozenset()

    def find(self, *names: str) -> File | None:
        """The first of these names that is there, whatever its capitals."""
        known = {name.casefold(): name for name in self.files}
        return next((self.only(known[name.casefold()]) for name in names if name.casefold() in known), None)

    def ending(self, *endings: str) -> list[File]:
        return [self.only(name) for name in sorted(self.files) if name.casefold().endswith(endings)]

    def only(self, name: str) -> File:
        if name in self.twice:
            raise BadRelease(f"“{name}” is there more than once: give the folder of one release.", file=str(self.path))
        return self.files[name]


def open_release(path: Path) -> Release:
    """A folder, a zip or a single file (also ``.gz``) as a release."""
    try:
        if path.is_dir():
            found = [on_disk(each) for each in sorted(path.rglob("*")) if each.is_file()]
        elif path.suffix.casefold() == ".zip":
            found = in_zip(path)
        elif path.is_file():
            found = [on_disk(path)]
        else:
            raise BadRelease("There is no such file or folder.", file=str(path))
    except OSError as error:
        raise BadRelease(f"It cannot be read: {reason(error)}.", file=str(path)) from None
    counts = Counter(file.name for file in found)
    return Release(path, {file.name: file for file in found}, frozenset(name for name in counts if counts[name] > 1))


def on_disk(path: Path) -> File:
    if path.suffix.casefold() == ".gz":
        return File(path.name.removesuffix(path.suffix), lambda: gzip.open(path))
    return File(path.name, lambda: path.open("rb"))


def in_zip(path: Path) -> list[File]:
    """Every file in it; refused whole where a name would climb out or what it declares is too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise BadRelease("It is not a whole zip file: perhaps the download broke off.", file=path.name) from None
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or any(":" in part for part in name.parts[:1]):
            raise BadRelease(f"It holds “{member.filename}”, which points outside it.", file=path.name)
    declared = sum(member.file_size for member in members)
    if declared > 2 * MOST_BYTES:
        raise BadRelease(f"It would unpack to {declared // 2**20:,} MB: no official release does.", file=path.name)
    return [File(PurePosixPath(member.filename).name, partial(inside, path, member.filename)) for member in members]


@contextmanager
def inside(path: Path, member: str) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
        yield stream


def reason(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    text = " ".join(text.split())
    return text[:1].lower() + text[1:].rstrip(".")
