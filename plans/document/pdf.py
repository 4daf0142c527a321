"""A sheet as a PDF that screen readers can read. Words go to the template as data, so that none of them is markup."""

import json
import re
import unicodedata
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from plans.document.sheet import Sheet

TEMPLATE = Path(__file__).with_name("plan.typ").read_bytes()
# Characters that draw nothing of their own, and change how the picture before them looks.
SHAPERS = re.compile("[\ufe00-\ufe0f\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
# What no font shows at all: controls, halves of characters, and places where there will never be one.
NOTHING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# As much of a word as fits into a line with room to spare.
LONG = re.compile(r"\S{28}(?=\S)")
ACCESSIBLE = "ua-1"


def pdf_of(sheet: Sheet, *, paper: str) -> bytes:
    """``paper`` is "a4" or "us-letter".

    Accessible in every respect (PDF/UA-1) where the fonts have every character. Where they lack pictures, those are
    told in words; where they lack a script, the page shows boxes, and screen readers still find the words.
    """
    words = json.dumps(shown(asdict(sheet)), ensure_ascii=False)
    for said, standard in ((words, ACCESSIBLE), (told(words), ACCESSIBLE)):
        try:
            return compiled(said, paper, [standard])
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
    return compiled(told(words), paper, [])


def compiled(words: str, paper: str, standards: list) -> bytes:
    compiler = typst.Compiler(TEMPLATE, font_paths=fonts(), ignore_system_fonts=True)
    made = compiler.compile(format="pdf", sys_inputs={"plan": words, "paper": paper}, pdf_standards=standards)
    if not isinstance(made, bytes):
        raise TypeError
    return made


@cache
def fonts() -> typst.Fonts:
    """Those that come with typst, so that a plan looks alike on every machine."""
    return typst.Fonts(include_system_fonts=False)


def shown(value):
    """The same without what nobody can see, and with places where a long word may break. Addresses stay whole."""
    if isinstance(value, dict):
        return {name: each if name == "link" else shown(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [shown(each) for each in value]
    return LONG.sub("\\g<0>\u200b", NOTHING.sub("", value)) if isinstance(value, str) else value


def told(words: str) -> str:
    """Pictures by their names: “🚀” is “(rocket)”."""
    return "".join(map(named, SHAPERS.sub("", words)))


def named(character: str) -> str:
    if character < "\u2190" or unicodedata.category(character) not in {"So", "Cn", "Co"}:
        return character
    return f"({unicodedata.name(character, 'picture').lower()})"
