"""Files to documents: which files, in which encoding, in which format."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from careers.documents import career_document, text_view
from careers.documents.document import CareerDocument, DocumentError

LARGEST = 2_000_000
FORMATS = {".md": career_document.read, ".txt": text_view.read}


def find(paths: Iterable[Path]) -> list[Path]:
    """The documents among these files and in these folders, each once, in order."""
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(in_folder(path) if is_folder(path) else [path])
    return list(found)


def is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise DocumentError(f"It cannot be read: {error.strerror}.", name=shown(path)) from None


def shown(path: Path) -> str:
    """A path as it can be printed and stored, whatever bytes are in it."""
    return os.fsencode(path).decode(errors="replace")


def in_folder(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in FORMATS and path.is_file())
    if not files:
        raise DocumentError("There is no .md or .txt document in this folder.", name=shown(folder))
    return files


def read(path: Path) -> CareerDocument:
    try:
        return replace(read_format(path)(decode(read_bytes(path))), source=shown(path))
    except DocumentError as error:
        raise DocumentError(error.message, error.line, shown(path)) from None


def read_format(path: Path):
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise DocumentError("A document's name ends in .md or .txt.") from None


def read_bytes(path: Path) -> bytes:
    """Everything in a file, which is looked at before it is read: nobody's memory is filled."""
    try:
        if not path.is_file():
            raise DocumentError("There is no such file." if not path.exists() else "It is no ordinary file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1) if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise DocumentError(f"It cannot be read: {error.strerror}.") from None
    if data is None or len(data) > LARGEST:
        raise DocumentError(f"It is larger than {LARGEST // 1_000_000} MB.")
    return data


def decode(data: bytes) -> str:
    """UTF-8, with or without a byte-order mark, else Windows-1252; lines end in ``\\n``."""
    if b"\0" in data:
        raise DocumentError("It holds a NUL byte: this is no text.", data.count(b"\n", 0, data.index(b"\0")) + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = decode_other(data, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_other(data: bytes, fault: int) -> str:
    """What is no UTF-8 from ``fault`` on: UTF-8 that was cut off inside a character, or Windows-1252."""
    line = data.count(b"\n", 0, fault) + 1
    if data[:fault].removeprefix(BOM_UTF8).isascii():
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
    elif len(data) - fault < 4:
        return data[:fault].decode("utf-8-sig")
    raise DocumentError("It is neither UTF-8 nor Windows-1252.", line)
