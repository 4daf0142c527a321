"""What changed between two documents, as people read it: rows as a sheet shows them, and fields before and after."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.utils.dateformat import format as date_format

from plans.document.comparing import Change, changes, key_of
from plans.document.sheet import TITLES, Entry, entry_of
from plans.document.writing import KINDS, Document
from plans.models import Progress

# In the order of a sheet, where steps stand under other things and these do not.
LISTS = {"steps" if key == "alone" else key.replace("-", "_"): TITLES[key] for key in TITLES} | {"steps": "Steps"}
TEXTS = {"after_school": "Goal after school", "in_work": "Goal in work"}
STEP_LABELS = {
    "text": "Step", "state": "How far it is", "due_on": "By when", "done_on": "Done on", "career": "For career",
    "goal": "For goal", "helper": "Who helps", "evidence": "What shows it", "evidence_link": "Link to it",
    "reflection": "Looking back", "files": "Files",
}  # fmt: skip
OTHER_LABELS = {"title": "Career", "notes": "Notes", "reason": "Why not"}
NOTHING = (None, "", "0", [])


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass
class EntryChanged:
    """``kind`` is new, changed or gone. ``box`` is a field for a remark, where the page has one."""

    kind: str
    entry: Entry
    differences: list[Difference]
    box: Any = None


@dataclass(frozen=True)
class PartChanged:
    key: str
    title: str
    entries: list[EntryChanged]


@dataclass(frozen=True)
class ChangesRead:
    texts: list[Difference]
    parts: list[PartChanged]

    def __bool__(self):
        return bool(self.texts or self.parts)

    @property
    def entries(self) -> list[EntryChanged]:
        """Those that can be spoken of: they stand in the plan, and have a key."""
        return [each for part in self.parts for each in part.entries if each.kind != "gone" and each.entry.key]


def changes_read(before: Document | None, after: Document) -> ChangesRead:
    found = changes(before, after)
    goals = {key_of(row): row.get("text", "") for each in (before or {}, after) for row in each.get("goals", [])}
    texts = [Difference(TEXTS[key], old, new) for key, old, new in found.texts]
    rows = {key: [changed(each, goals) for each in found.rows if each.list == key] for key in LISTS}
    return ChangesRead(texts, [PartChanged(key, LISTS[key], entries) for key, entries in rows.items() if entries])


def changed(change: Change, goals: dict[str, str]) -> EntryChanged:
    row = change.after or change.before or {}
    entry = entry_of(change.list, row)
    if row.get("career"):
        entry.facts.append(f"for {row['career']}")
    return EntryChanged(change.kind, entry, [difference(change.list, *pair, goals) for pair in change.pairs])


def difference(key: str, name: str, before: Any, after: Any, goals: dict[str, str]) -> Difference:
    label, choices = labels(key).get(name, (name.replace("_", " ").capitalize(), {}))
    return Difference(label, *(words(name, value, choices, goals) for value in (before, after)))


def words(name: str, value: Any, choices: dict[str, str], goals: dict[str, str]) -> str:
    """What a value says; nothing where there is none."""
    if value in NOTHING:
        return ""
    if name == "files":
        return ", ".join(file["name"] for file in value)
    if name == "goal":
        return goals.get(value, "")
    if name.endswith("_on"):
        return date_format(date.fromisoformat(value), "j M Y")
    return str(choices.get(value, value))


@cache
def labels(key: str) -> dict[str, tuple[str, dict[str, str]]]:
    """The label of each field of a list, and the words of its choices."""
    if key == "steps":
        return {name: (label, dict(Progress.choices) if name == "state" else {}) for name, label in STEP_LABELS.items()}
    if key not in KINDS:
        return {name: (label, {}) for name, label in OTHER_LABELS.items()}
    fields = KINDS[key].written()
    return {each.name: (str(each.verbose_name).capitalize(), dict(each.flatchoices)) for each in fields}
