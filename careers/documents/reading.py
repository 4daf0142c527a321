"""Files to documents: which files, in which encoding, in which format."""

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
        found |= dict.fromkeys(in_folder(path) if path.is_dir() else [path])
    return list(found)


def in_folder(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in FORMATS and path.is_file())
    if not files:
        raise DocumentError("There is no .md or .txt document in this folder.", name=str(folder))
    return files


def read(path: Path) -> CareerDocument:
    try:
        return replace(read_format(path)(decode(read_bytes(path))), source=str(path))
    except DocumentError as error:
        raise DocumentError(error.message, error.line, str(path)) from None


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
    except UnicodeDecodeError:
        text = decode_windows(data)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_windows(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError("It is neither UTF-8 nor Windows-1252.", line) from None
