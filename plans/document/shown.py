"""A document as people read it: parts with lines, and facts in words. Pages of all kinds show these."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.utils.dateformat import format as date_format

from plans.document.comparing import NAMES, UNSEEN, Change, changes, key_of, name_of
from plans.document.writing import KINDS, Document
from plans.models import Progress

TITLES = {
    "goals": "Goals",
    "careers": "Saved careers",
    "steps": "Steps",
    "courses": "Courses",
    "experience": "Work-based learning",
    "skills": "Skills",
    "activities": "Activities and awards",
    "applications": "Applications and money",
    "ruled_out": "Careers ruled out",
}
TEXTS = {"after_school": "Goal after school", "in_work": "Goal in work"}
STEP_LABELS = {
    "text": "Step", "state": "How far it is", "due_on": "By when", "done_on": "Done on", "career": "For career",
    "goal": "For goal", "helper": "Who helps", "evidence": "What shows it", "evidence_link": "Link to it",
    "reflection": "Looking back", "files": "Files",
}  # fmt: skip
OTHER_LABELS = {"title": "Career", "notes": "Notes", "reason": "Why not"}
NOTHING = (None, "", "0", [])


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    link: bool = False


@dataclass(frozen=True)
class Line:
    """One row of a list. ``key`` is what comments are anchored to, where its rows have one."""

    list: str
    key: str
    name: str
    facts: list[Fact]
    is_done: bool = False
    is_given: bool = False
    steps: list["Line"] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Reading:
    """The two goals of the whole plan, and its lists without the empty ones; steps stand under what they are for."""

    texts: list[Fact]
    parts: list[Part]

    def __bool__(self):
        return bool(self.texts or self.parts)


def reading_of(document: Document) -> Reading:
    texts = [Fact(label, document[key]) for key, label in TEXTS.items() if document.get(key)]
    goals = {key_of(row): row.get("text", "") for row in document.get("goals", [])}
    groups = {key: lines_of(key, document.get(key, []), goals) for key in TITLES}
    groups["steps"] = put_under(groups, document.get("steps", []))
    titles = TITLES | ({"steps": "Other steps"} if groups["goals"] or groups["careers"] else {})
    return Reading(texts, [Part(key, titles[key], lines) for key, lines in groups.items() if lines])


def put_under(groups: dict[str, list[Line]], steps: list[dict]) -> list[Line]:
    """Move each step under its goal, or else under its career; the rest is left."""
    places = {line.name: line for line in groups["careers"]} | {line.key: line for line in groups["goals"]}
    alone = []
    for row, line in zip(steps, groups["steps"], strict=True):
        place = places.get(row.get("goal") or "") or places.get(row.get("career") or "")
        (place.steps if place else alone).append(line)
    return alone


def lines_of(key: str, rows: Iterable[dict], goals: dict[str, str]) -> list[Line]:
    return [line_of(key, row, goals) for row in rows]


def line_of(key: str, row: dict, goals: dict[str, str]) -> Line:
    hidden = {*UNSEEN, *NAMES, *(("state", "goal", "career") if key == "steps" else ())}
    facts = [fact(key, name, value, goals) for name, value in row.items() if name not in hidden]
    if key == "steps" and row.get("state") in {Progress.STARTED, Progress.NOT_NEEDED}:
        facts.insert(0, fact(key, "state", row["state"], goals))
    done = key == "steps" and row.get("state") == Progress.DONE
    found = [each for each in facts if each.value]
    return Line(key, str(row.get("id") or ""), name_of(row), found, done, bool(row.get("given")))


def fact(key: str, name: str, value: Any, goals: dict[str, str]) -> Fact:
    label, choices = labels(key).get(name, (name.replace("_", " ").capitalize(), {}))
    link = name == "evidence_link" and str(value).startswith(("https://", "http://"))
    return Fact(label, words(name, value, choices, goals), link)


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


# What changed


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass
class LineChanged:
    """``kind`` is new, changed or gone. ``box`` is a field for a remark, where the page has one."""

    kind: str
    line: Line
    differences: list[Difference]
    box: Any = None


@dataclass(frozen=True)
class PartChanged:
    key: str
    title: str
    lines: list[LineChanged]


@dataclass(frozen=True)
class ChangesRead:
    texts: list[Difference]
    parts: list[PartChanged]

    def __bool__(self):
        return bool(self.texts or self.parts)

    @property
    def lines(self) -> list[LineChanged]:
        """Those that can be spoken of: they stand in the plan, and have a key."""
        return [each for part in self.parts for each in part.lines if each.kind != "gone" and each.line.key]


def changes_read(before: Document | None, after: Document) -> ChangesRead:
    found = changes(before, after)
    goals = {key_of(row): row.get("text", "") for each in (before or {}, after) for row in each.get("goals", [])}
    texts = [Difference(TEXTS[key], old, new) for key, old, new in found.texts]
    rows = {key: [changed(each, goals) for each in found.rows if each.list == key] for key in TITLES}
    return ChangesRead(texts, [PartChanged(key, TITLES[key], lines) for key, lines in rows.items() if lines])


def changed(change: Change, goals: dict[str, str]) -> LineChanged:
    line = line_of(change.list, change.after or change.before or {}, goals)
    pairs = [
        Difference(old.label, old.value, new.value)
        for name, before, after in change.pairs
        for old, new in [(fact(change.list, name, before, goals), fact(change.list, name, after, goals))]
    ]
    return LineChanged(change.kind, line, pairs)
