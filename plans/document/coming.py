"""What a file would bring into a plan, in words: what is new, and what both have in other words."""

from dataclasses import dataclass
from typing import Any

from plans.document.comparing import Change, Changes
from plans.document.sheet import label
from plans.document.writing import KINDS, Document
from plans.models import Plan, Step, Target

MODELS = KINDS | {"steps": Step, "careers": Target}
NAMES = {"ruled_out": "career ruled out"}


@dataclass(frozen=True)
class Line:
    """``pairs`` are (what it is, as the plan has it, as the file has it)."""

    name: str
    kind: str
    pairs: list[tuple[str, Any, Any]]


@dataclass(frozen=True)
class Coming:
    new: list[Line]
    differing: list[Line]

    @classmethod
    def of(cls, changes: Changes, after: Document) -> "Coming":
        """A career that the file has saved and the plan has ruled out is not new: it is something to choose about."""
        out = {change.key: change for change in changes.rows if change.kind == "gone"}
        goals = {row["id"]: row["text"] for row in after["goals"]}
        new = [Line(text(name), "", []) for name, before, _ in changes.texts if not before]
        differing = [Line(text(name), "", [("", before, then)]) for name, before, then in changes.texts if before]
        for change in changes.rows:
            if change.kind == "changed":
                differing.append(Line(change.name, kind(change), in_words(change, goals)))
            elif change.kind == "new" and change.list == "careers" and change.key in out:
                reason = (out[change.key].before or {})["reason"]
                differing.append(Line(change.name, kind(change), [("", f"ruled out: {reason}", "saved")]))
            elif change.kind == "new":
                new.append(Line(change.name, kind(change), []))
        return cls(new, differing)


def text(name: str) -> str:
    words = str(Plan._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return words[:1].upper() + words[1:]


def kind(change: Change) -> str:
    return NAMES.get(change.list) or str(MODELS[change.list]._meta.verbose_name)


def in_words(change: Change, goals: dict[str, str]) -> list[tuple[str, Any, Any]]:
    return [(what(change, name), *(said(change, name, each, goals) for each in pair)) for name, *pair in change.pairs]


def what(change: Change, name: str) -> str:
    if change.list not in MODELS or name == "career":
        return name
    words = str(MODELS[change.list]._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return words[:1].upper() + words[1:]


def said(change: Change, name: str, value: Any, goals: dict[str, str]) -> Any:
    if name == "goal":
        return goals.get(value, "")
    if change.list not in MODELS or name == "career" or value is None:
        return value
    return label(MODELS[change.list], name, value)
