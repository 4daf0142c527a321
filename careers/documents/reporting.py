"""What became of a career, in lines for a person to read."""

from collections.abc import Iterator
from difflib import unified_diff
from textwrap import shorten
from typing import Any

from careers.documents.applying import Change
from careers.documents.document import Step
from careers.sections import TEXTS

WIDE = 100
AT_ONCE = "published: students see this at once"
LABELS = {entry.label for entry in TEXTS}


def lines(change: Change) -> Iterator[str]:
    """The career and the names of what differs."""
    names = f" ({', '.join(change.fields)})" * bool(change.fields)
    yield f"{change.career.slug}: {change.outcome}{names}" + f", {AT_ONCE}" * change.seen_at_once


def details(change: Change) -> Iterator[str]:
    """The career, and what stands now and what would stand in each field that differs."""
    yield f"{change.career.slug}: {change.outcome}" + f", {AT_ONCE}" * change.seen_at_once
    for name, (before, after) in change.fields.items():
        if name in LABELS:
            yield f"  {name}:"
            yield from (f"    {line}" for line in diff(before, after))
        else:
            yield f"  {name}: {shown(before)} → {shown(after)}"


def diff(before: str, after: str) -> Iterator[str]:
    """The lines that go and the lines that come."""
    rows = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return (
        f"{row[0]} {shorten(row[1:], WIDE, placeholder=' …')}" for row in list(rows)[2:] if row[0] in "+-" and row[1:]
    )


def shown(value: Any) -> str:
    if isinstance(value, Step):
        return " · ".join(filter(None, (value.career, value.needs, value.years)))
    if isinstance(value, tuple):
        return f"[{'; '.join(shown(item) for item in value)}]"
    return "nothing" if value in (None, "") else f"“{value}”"
