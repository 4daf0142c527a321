"""A document as people read it: sections of entries, all in words. Pages, print and PDF are made of this one shape."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.dateformat import format as date_format

from plans.document.writing import KINDS, Document
from plans.models import Progress, Step

Row = dict[str, Any]


@dataclass
class Entry:
    """``facts`` are short and stand in one line; ``texts`` are (what it is, the words), which may be long.

    ``key`` is what comments are anchored to, where its row has one.
    """

    title: str
    facts: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    link: str = ""
    done: bool = False
    key: str = ""
    steps: list["Entry"] = field(default_factory=list)


@dataclass
class Section:
    key: str
    title: str
    entries: list[Entry] = field(default_factory=list)
    note: str = ""


@dataclass
class Sheet:
    name: str
    on: str
    sections: list[Section]


TITLES = {
    "wishes": "Where I want to be",
    "goals": "Goals",
    "careers": "Careers I aim for",
    "alone": "Other steps",
    "courses": "Courses",
    "experience": "Work-based learning",
    "skills": "Skills",
    "activities": "Activities and awards",
    "applications": "Applications and money",
    "ruled-out": "Careers I ruled out",
}


def sheet_of(document: Document, *, name: str, on: date) -> Sheet:
    """``name`` is whose plan it is, ``on`` the day it is read; sections with nothing in them are left out."""
    entries = {key: [entry_of(key, row) for row in document[key]] for key in ENTRIES if key != "steps"}
    entries |= {"wishes": wishes(document), "ruled-out": entries["ruled_out"]}
    entries["alone"] = put_under(entries, document)
    notes = {"experience": hours_in_all(document)}
    sections = [Section(key, title, entries[key], notes.get(key, "")) for key, title in TITLES.items() if entries[key]]
    return Sheet(name, in_words(on.isoformat()), sections)


def entry_of(key: str, row: Row) -> Entry:
    """One row of a list of the document."""
    entry = ENTRIES[key](row)
    entry.key = row.get("id", "")
    return entry


def put_under(entries: dict[str, list[Entry]], document: Document) -> list[Entry]:
    """Put each step under its goal, or else under its career; the rest is returned."""
    goals = {entry.key: entry for entry in entries["goals"]}
    careers = {entry.title: entry for entry in reversed(entries["careers"])}
    alone = []
    for row in document["steps"]:
        goal, career, entry = goals.get(row["goal"]), careers.get(row["career"]), entry_of("steps", row)
        if row["career"] and (goal or not career):
            entry.facts.append(f"for {row['career']}")
        place = goal or career
        (place.steps if place else alone).append(entry)
    return alone


def in_words(day: str) -> str:
    return date_format(date.fromisoformat(day), "j F Y")


def label(model: type[models.Model], name: str, value: Any) -> str:
    """What the site calls a choice; the value itself where it is none that is known today."""
    choices = dict(model._meta.get_field(name).choices or [])  # type: ignore[union-attr]
    return str(choices.get(value, value))


def facts(*found: str | None) -> list[str]:
    return [fact for fact in found if fact]


def texts(*found: tuple[str, str]) -> list[tuple[str, str]]:
    return [(what, words) for what, words in found if words]


def due(row: Row, what: str = "due") -> str | None:
    return f"{what} {in_words(row['due_on'])}" if row.get("due_on") else None


# Goals, careers and steps


def wishes(document: Document) -> list[Entry]:
    said = (("After school", document["after_school"]), ("In work", document["in_work"]))
    return [Entry(what, texts=[("", words)]) for what, words in said if words]


def goal(row: Row) -> Entry:
    entry = Entry(row["text"], texts=texts(("Why it matters", row["why"])), done=row["state"] == "reached")
    state = label(KINDS["goals"], "state", row["state"]).lower()
    entry.facts = facts(label(KINDS["goals"], "kind", row["kind"]), state, due(row, "by"))
    return entry


def career(row: Row) -> Entry:
    return Entry(row["title"], texts=texts(("", row["notes"])))


def step(row: Row) -> Entry:
    done = row["state"] == Progress.DONE
    state = f"done on {in_words(row['done_on'])}" if done else label(Step, "state", row["state"]).lower()
    link = row["evidence_link"]
    opens = link.startswith(("https://", "http://"))
    entry = Entry(row["text"], link=link if opens else "", done=done)
    entry.facts = facts(state, None if done else due(row), row["helper"] and f"with the help of {row['helper']}")
    entry.facts += facts("given by the school" if row["given"] else None)
    entry.facts += [f"file: {file['name']}" for file in row["files"]]
    entry.texts = texts(("What shows it", row["evidence"]), ("Link", "" if opens else link))
    entry.texts += texts(("Looking back", row["reflection"]))
    return entry


def ruled_out(row: Row) -> Entry:
    return Entry(row["title"], texts=[("", row["reason"])])


# Records


def course(row: Row) -> Entry:
    state = label(KINDS["courses"], "state", row["state"]).lower()
    return Entry(row["name"], facts(f"Year {row['year']}", state, row["result"]), texts(("", row["notes"])))


def experience(row: Row) -> Entry:
    entry = Entry(row["title"], texts=texts(("What I think of it", row["reflection"])))
    kind, hours = label(KINDS["experience"], "kind", row["kind"]), row["hours"]
    contact = row["contact"] and f"contact: {row['contact']}"
    entry.facts = facts(kind, row["place"], span(row), f"{hours} hours" if hours != "0" else None, contact)
    return entry


def hours_in_all(document: Document) -> str:
    total = sum(Decimal(row["hours"]) for row in document["experience"])
    return f"{total:f} hours in all" if total else ""


def span(row: Row) -> str | None:
    first, last = (in_words(row[name]) if row[name] else "" for name in ("starts_on", "ends_on"))
    if first and last:
        return f"on {first}" if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else None


def skill(row: Row) -> Entry:
    return Entry(row["name"], facts(label(KINDS["skills"], "state", row["state"])), texts(("", row["how"])))


def activity(row: Row) -> Entry:
    kind = label(KINDS["activities"], "kind", row["kind"])
    return Entry(row["name"], facts(kind, row["when"]), texts(("", row["details"])))


def application(row: Row) -> Entry:
    model, entry = KINDS["applications"], Entry(row["to"], texts=texts(("", row["notes"])))
    costs, payer = row["cost"] and f"costs {row['cost']}", row["payer"] and f"paid by {row['payer']}"
    kind, state = label(model, "kind", row["kind"]), label(model, "state", row["state"]).lower()
    entry.facts = facts(kind, state, due(row, "deadline"), costs, payer)
    return entry


# What makes an entry of a row, by the list of the document it stands in.
ENTRIES: dict[str, Callable[[Row], Entry]] = {
    "goals": goal,
    "careers": career,
    "steps": step,
    "courses": course,
    "experience": experience,
    "skills": skill,
    "activities": activity,
    "applications": application,
    "ruled_out": ruled_out,
}
