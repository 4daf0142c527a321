"""A file that shows what was done: what it is says its content, never its name or its sender."""

import io
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath

from django import forms

from plans.models.files import MOST_BYTES

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ENDINGS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
    DOCX: ".docx",
    ODT: ".odt",
}
OTHER_ENDINGS = {"image/jpeg": {".jpeg", ".jpe"}}
BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
MARKUP = re.compile(r"\A\s*<|<(!doctype|html|svg|script|body|iframe|\?xml)\b", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
LONGEST_NAME = 120
TOO_LARGE = "That file has more than 5 MB. Make it smaller, or give a link to it instead."
NO_KIND = (
    "That is not a kind of file we keep. A PDF, a picture (PNG or JPEG), plain text or a DOCX or ODT document will do."
)


def kind_of(content: bytes) -> str | None:
    """The media type of a file, by what is in it; None for what we do not keep."""
    for beginning, kind in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    return document_kind(content) if content.startswith(b"PK\x03\x04") else text_kind(content)


def document_kind(content: bytes) -> str | None:
    """A written document without macros; nothing of it is unpacked but the line with which an ODT says what it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parcel:
            names = set(parcel.namelist())
            if "mimetype" in names:
                return ODT if parcel.open("mimetype").read(100) == ODT.encode() else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return None
    is_word = {"[Content_Types].xml", "word/document.xml"} <= names
    return DOCX if is_word and not any("vbaproject" in name.lower() for name in names) else None


def text_kind(content: bytes) -> str | None:
    """Text that no browser would take for a page."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if CONTROLS.search(text) or MARKUP.search(text) else "text/plain"


def clean_name(name: str, kind: str) -> str:
    """The last part of a name, in letters that show, with the ending of what the file is."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    base = "".join(letter for letter in base if unicodedata.category(letter)[0] != "C").strip(" .")
    path, ending = PurePosixPath(base or "file"), ENDINGS[kind]
    if path.suffix.lower() in {ending, *OTHER_ENDINGS.get(kind, ())}:
        ending = path.suffix
    return f"{path.stem.strip(' .')[: LONGEST_NAME - len(ending)] or 'file'}{ending}"


class FileField(forms.FileField):
    """Leaves ``kind``, ``clean_name`` and ``read_content`` on the file it accepts."""

    widget = forms.FileInput(attrs={"accept": ",".join([*ENDINGS.values(), ".jpeg"]), "data-most": str(MOST_BYTES)})
    default_error_messages = {"empty": "That file is empty.", "invalid": "Choose a file with the button."}

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        file.read_content = file.read()
        file.kind = kind_of(file.read_content)
        if file.kind is None:
            raise forms.ValidationError(NO_KIND)
        file.clean_name = clean_name(file.name, file.kind)
        return file
