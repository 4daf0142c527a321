"""Files as students have them, and as nobody should."""

import io
import zipfile

from plans.forms.files import ODT

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1"
TEXT = "I shelved 40 books. Größe: 641,5 \N{BOOKS}\n".encode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"


def parcel(**files: str) -> bytes:
    """A zip of these files; two underscores stand for a slash, one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


def word(**more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in ({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"} | more).items():
            zipped.writestr(name, text)
    return out.getvalue()


DOCX_FILE, ODT_FILE = word(), parcel(mimetype=ODT)
DOCX_WITH_MACROS = word(**{"word/vbaProject.bin": "x"})
EXECUTABLES = {"windows": b"MZ\x90\0\3\0\0\0", "linux": b"\x7fELF\2\1\1\0", "script": b"#!/bin/sh\0rm"}
