"""The view as text (``.txt``): what the owner's site prints, and what its exports look like in practice.

A body is Markdown but for two things, which are turned on the way in and back on the way out: each line is a paragraph
of its own, and ``–`` begins an item. So blank lines are put between paragraphs when reading, and none are written.
HTML in a body stays as it is: it is shown as text, never run.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from careers.documents import labels, limits
from careers.documents.document import CareerDocument, DocumentError
from careers.documents.text_body import bullets, from_markdown, held, to_markdown
from careers.sections import ENTRIES, Entry, Kind

HEADER = "Career Pathways View"
TITLE = re.compile(r"\s*career list[\s:](.*)", re.IGNORECASE)
MARK = re.compile(r"\s*(?:[–•*+-]|\d{1,9}[.)])\s+")


def read(text: str) -> CareerDocument:
    lines = text.split("\n")
    title, start = read_title(lines)
    stated: dict[str, Any] = {}
    sections: dict[str, str] = {}
    places = {"title": start}
    for line, entry, content in parts(lines, start):
        if entry.label in places:
            raise DocumentError(f"“{entry.label}” stands here a second time.", line)
        places[entry.label] = line
        if entry.kind is Kind.FACT:
            stated |= fact(entry, content, line)
            places["category" if entry.key == "category" else "types"] = line + first_filled(content) + 1
        else:
            sections[entry.key] = limits.section([*map(bullets, content)], line + 1, partial(to_markdown, entry=entry))
    return CareerDocument(title=title, **stated, sections=sections, lines=places, held=held)


def read_title(lines: list[str]) -> tuple[str, int]:
    """The title, and the number of its line (1-based): the first line but for the site's own header."""
    for number, line in enumerate(lines, 1):
        if (match := TITLE.match(line)) and match.group(1).strip():
            return limits.text(match.group(1), "title", number, limits.field("title")), number
        if line.strip() and labels.plain(line) != labels.plain(HEADER):
            raise DocumentError("A view begins with “Career List” and the career's title.", number)
    raise DocumentError("It has no title: a view begins with “Career List” and the career's title.")


def parts(lines: list[str], start: int) -> Iterator[tuple[int, Entry, list[str]]]:
    """Each entry: its label's line (1-based), the entry, and what stands below it; ``start`` lines are skipped."""
    found = [(index, entry) for index in range(start, len(lines)) if (entry := label_at(lines, index, start))]
    ends = [index for index, _ in found] + [len(lines)]
    for index in range(start, ends[0]):
        if lines[index].strip():
            raise DocumentError("This text stands before the first label.", index + 1)
    for (index, entry), end in zip(found, ends[1:], strict=True):
        yield index + 1, entry, lines[index + 1 : end]


def label_at(lines: list[str], index: int, start: int) -> Entry | None:
    """The entry whose label stands alone on this line: between blank lines, or right below the title."""
    alone_above = index == start or not lines[index - 1].strip()
    alone_below = index + 1 == len(lines) or not lines[index + 1].strip()
    return labels.find(lines[index]) if alone_above and alone_below and lines[index].strip() else None


def first_filled(lines: list[str]) -> int:
    return next((place for place, line in enumerate(lines) if line.strip()), 0)


def fact(entry: Entry, content: list[str], line: int) -> dict[str, Any]:
    """The category, or the types one a line or separated by commas; nothing where nothing is said."""
    values = [" ".join(MARK.sub("", value, count=1).split()) for value in content if value.strip()]
    if entry.key == "type":
        values = [name for value in values for name in re.split(r"\s*[,;]\s*", value) if name]
        return {"types": tuple(values)} if values else {}
    if len(values) > 1:
        raise DocumentError("A career has one category, and more than one line stands here.", line)
    return {"category": values[0]} if values else {}


def write(document: CareerDocument) -> str:
    blocks = [f"{label}\n\n{text}\n" for label, text in stated(document)]
    return f"{HEADER}\n\nCareer List {document.title}\n" + "\n".join(blocks)


def stated(document: CareerDocument) -> Iterator[tuple[str, str]]:
    """Label and text of each entry that is stated, in the owner's order."""
    facts = {"category": document.category, "type": "\n".join(document.types or ()) or None}
    for entry in ENTRIES:
        if (text := document.sections.get(entry.key)) is not None:
            if labels.find(text):
                raise document.error(
                    entry.label, f"“{entry.label}” says just “{text}”, which a view takes for a label."
                )
            yield entry.label, from_markdown(text, entry)
        elif fact := facts.get(entry.key):
            yield entry.label, fact
