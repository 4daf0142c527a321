"""The career document (``.md``): YAML front matter, and one ``## Label`` heading a section."""

import math
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

import yaml

from careers.documents import front_matter, labels, limits
from careers.documents.document import CareerDocument, DocumentError, Step
from careers.sections import TEXTS, Entry, Kind

FENCE = "---"
HEAD = re.compile(r"##(?!#)")
SHIFTED_HEAD = re.compile(r"( *)(?=##(?!#))")


def read(text: str) -> CareerDocument:
    lines = text.split("\n")
    end = end_of_front_matter(lines)
    values, places = front_matter.read("\n".join(lines[1:end]), 1)
    sections = {}
    for line, entry, content in split(lines, end + 1):
        if entry.label in places:
            raise DocumentError(f"“{entry.label}” stands here a second time.", line)
        places[entry.label] = line
        sections[entry.key] = limits.section(content, line + 1, unshift)
    return CareerDocument(**values, sections=sections, lines=places)


def end_of_front_matter(lines: list[str]) -> int:
    if lines[0].rstrip() != FENCE:
        raise DocumentError(f"A career document begins with a line “{FENCE}” and its front matter.", 1)
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return index
    raise DocumentError(f"The front matter that begins here is not closed by a line “{FENCE}”.", 1)


def split(lines: list[str], start: int) -> Iterator[tuple[int, Entry, list[str]]]:
    """Each section: its heading's line (1-based), its entry, and the lines below it."""
    heads = [index for index in range(start, len(lines)) if HEAD.match(lines[index])]
    ends = [*heads, len(lines)]
    for index in range(start, ends[0]):
        if lines[index].strip():
            raise DocumentError("This text stands before the first “## Label”.", index + 1)
    for index, end in zip(heads, ends[1:], strict=True):
        yield index + 1, entry_of(lines[index], index + 1), lines[index + 1 : end]


def entry_of(head: str, line: int) -> Entry:
    label = head.strip("# \t")
    entry = labels.find(label)
    if entry is None:
        known = (text.label for text in TEXTS)
        raise DocumentError(f"The label “{label[:80]}” is unknown. {labels.nearest(label, known)}", line)
    if entry.kind is Kind.FACT:
        raise DocumentError(f"“{entry.label}” is stated in the front matter, not as a section.", line)
    return entry


def write(document: CareerDocument) -> str:
    sections = (
        f"## {entry.label}\n\n{shift(document.sections[entry.key])}\n"
        for entry in TEXTS
        if entry.key in document.sections
    )
    return f"{FENCE}\n{write_front_matter(document)}{FENCE}\n" + "\n".join(sections)


def write_front_matter(document: CareerDocument) -> str:
    stated = {field.name: getattr(document, field.name) for field in fields(document) if field.compare}
    del stated["sections"]
    return "".join(row(name, as_yaml(value)) for name, value in stated.items() if value is not None)


def row(name: str, value: Any) -> str:
    """A key on a line of its own, with its list behind it."""
    style = None if isinstance(value, list) else False
    return yaml.safe_dump({name: value}, allow_unicode=True, default_flow_style=style, width=math.inf)


def as_yaml(value: Any) -> Any:
    """A step or a finding as the mapping of what it states, a tuple as a list."""
    if isinstance(value, tuple):
        return [as_yaml(item) for item in value]
    if isinstance(value, Step):
        return {name: text for name, text in asdict(value).items() if text}
    return value


def shift(text: str) -> str:
    """A ``##`` heading inside a text, one space to the right: still a heading, but no label."""
    return "\n".join(f" {line}" if SHIFTED_HEAD.match(line) else line for line in text.split("\n"))


def unshift(lines: list[str]) -> str:
    return "\n".join(line[1:] if line.startswith(" ") and SHIFTED_HEAD.match(line) else line for line in lines).strip()
