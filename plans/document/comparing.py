"""What changed between two documents of one plan."""

from dataclasses import dataclass, field
from typing import Any

from plans.document.writing import Document

LISTS = ("careers", "ruled_out", "goals", "steps", "courses", "experience", "skills", "activities", "applications")
TEXTS = ("after_school", "in_work")
# What is said of a row besides its words, and what its name is.
NAMES = ("text", "title", "name", "to")
Pairs = list[tuple[str, Any, Any]]
UNSEEN = {"id", "slug", "from", "given"}


@dataclass(frozen=True)
class Change:
    """One row, as it was and as it is; None where it was not there. ``fields`` are those that differ."""

    list: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def name(self) -> str:
        return name_of(self.after or self.before or {})

    @property
    def key(self) -> str:
        return key_of(self.after or self.before or {})

    @property
    def pairs(self) -> Pairs:
        """(field, before, after) of what differs."""
        return [(name, (self.before or {}).get(name), (self.after or {}).get(name)) for name in self.fields]


@dataclass(frozen=True)
class Changes:
    rows: list[Change] = field(default_factory=list)
    texts: list[tuple[str, str, str]] = field(default_factory=list)

    def __bool__(self):
        return bool(self.rows or self.texts)

    def of(self, key: str) -> Change | None:
        """What changed of the row with this id."""
        return next((change for change in self.rows if change.key == key), None)


def changes(before: Document | None, after: Document) -> Changes:
    """Everything is new where there is nothing to compare with."""
    old = before or {}
    texts = [(name, old.get(name, ""), after[name]) for name in TEXTS if old.get(name, "") != after[name]]
    return Changes([change for name in LISTS for change in of_list(name, old.get(name, []), after[name])], texts)


def of_list(name: str, before: list[dict], after: list[dict]) -> list[Change]:
    old, new = ({key_of(row): row for row in rows} for rows in (before, after))
    found = [Change(name, old.get(key), row, differing(old.get(key), row)) for key, row in new.items()]
    found = [change for change in found if change.before is None or change.fields]
    return found + [Change(name, row, None) for key, row in old.items() if key not in new]


def differing(before: dict | None, after: dict) -> tuple[str, ...]:
    if before is None:
        return ()
    return tuple(name for name in after if name not in UNSEEN and before.get(name) != after[name])


def key_of(row: dict) -> str:
    return row.get("id") or row.get("slug") or row.get("title") or ""


def name_of(row: dict) -> str:
    return next((row[name] for name in NAMES if row.get(name)), "")
