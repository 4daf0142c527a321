"""The body of a section: as the view prints it, and as Markdown."""

import re
from collections.abc import Iterable

from careers.sections import Entry, Kind

ITEM = re.compile(r"(?P<mark>[–•*+-]|\d{1,9}(?P<end>[.)]))(?=\s+\S)")
VIEW_BULLET = re.compile(r"^(\s*)[–•](?=\s+\S)")
BULLET = re.compile(r"^(\s*)[*+-](?=\s+\S)")
RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*$")
REALITY = re.compile(r"\s*(?:\*\*)?reality\b", re.IGNORECASE)


def to_markdown(lines: Iterable[str], entry: Entry) -> str:
    """Markdown of a view's lines: a paragraph of each, but for items and what belongs to one."""
    rows: list[str] = []
    open_list, width = "", 0
    for line in filter(str.strip, lines):
        if open_list and belongs_to_item(line, entry):
            pair = entry.kind is Kind.PAIRS and REALITY.match(line)
            rows.append(" " * width + line.strip() if pair else bullets(line).rstrip())
            continue
        row = bullets(line.strip())
        item = ITEM.match(row)
        this_list = (item["end"] or item["mark"]) if item else ""
        if rows and (not item or this_list != open_list):
            rows.append("")
        rows.append(row)
        open_list, width = this_list, len(item["mark"]) + 1 if item else 0
    return "\n".join(rows)


def belongs_to_item(line: str, entry: Entry) -> bool:
    """Whether a line below an item is part of it: set in by two columns, or the reality of a misconception."""
    return line.startswith(("  ", "\t")) or bool(entry.kind is Kind.PAIRS and REALITY.match(line))


def bullets(line: str) -> str:
    return VIEW_BULLET.sub(r"\1-", line)


def from_markdown(text: str, entry: Entry) -> str:
    """A view's lines of Markdown: no blank ones, so that no words of a body can be taken for a label."""
    return "\n".join(view_row(line, entry) for line in text.split("\n") if line.strip())


def view_row(line: str, entry: Entry) -> str:
    if entry.kind is Kind.PAIRS and REALITY.match(line):
        return line.strip()
    return line.rstrip() if RULE.match(line) else BULLET.sub(r"\1–", line).rstrip()


def held(text: str, entry: Entry) -> str:
    """What is left of a text once a view has held it: by it, two texts that a view cannot tell apart are equal."""
    return to_markdown(from_markdown(text, entry).split("\n"), entry)
