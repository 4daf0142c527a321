"""A document as people read it: sections of entries, all in words. Pages, print and PDF are made of this one shape."""

from collections.abc import Iterable
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
    """``facts`` are short and stand in one line; ``texts`` are (what it is, the words), which may be long."""

    title: str
    facts: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    link: str = ""
    done: bool = False
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


def sheet_of(document: Document, *, name: str, on: date) -> Sheet:
    """``name`` is whose plan it is, ``on`` the day it is read; sections with nothing in them are left out."""
    makers = (wishes, goals, careers, alone, courses, experience, skills, activities, applications, ruled_out)
    sections = [make(document) for make in makers]
    return Sheet(name, in_words(on.isoformat()), [section for section in sections if section.entries])


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


# Goals, careers and their steps


def step(row: Row) -> Entry:
    done = row["state"] == Progress.DONE
    state = f"done on {in_words(row['done_on'])}" if done else label(Step, "state", row["state"]).lower()
    link = row["evidence_link"]
    opens = link.startswith(("https://", "http://"))
    entry = Entry(row["text"], link=link if opens else "", done=done)
    entry.facts = facts(state, None if done else due(row), row["helper"] and f"with the help of {row['helper']}")
    entry.facts += [f"file: {file['name']}" for file in row["files"]]
    entry.texts = texts(("What shows it", row["evidence"]), ("Link", "" if opens else link))
    entry.texts += texts(("Looking back", row["reflection"]))
    return entry


def steps(rows: Iterable[Row], *, say_career: bool = False) -> list[Entry]:
    found = []
    for row in rows:
        found.append(step(row))
        if say_career and row["career"]:
            found[-1].facts.append(f"for {row['career']}")
    return found


def wishes(document: Document) -> Section:
    said = (("After school", document["after_school"]), ("In work", document["in_work"]))
    return Section("wishes", "Where I want to be", [Entry(what, texts=[("", words)]) for what, words in said if words])


def goals(document: Document) -> Section:
    section = Section("goals", "Goals")
    for row in document["goals"]:
        entry = Entry(row["text"], texts=texts(("Why it matters", row["why"])), done=row["state"] == "reached")
        state = label(KINDS["goals"], "state", row["state"]).lower()
        entry.facts = facts(label(KINDS["goals"], "kind", row["kind"]), state, due(row, "by"))
        entry.steps = steps([each for each in document["steps"] if each["goal"] == row["id"]], say_career=True)
        section.entries.append(entry)
    return section


def careers(document: Document) -> Section:
    section = Section("careers", "Careers I aim for")
    rows = [row for row in document["steps"] if row["goal"] is None]
    seen: set[str] = set()
    for career in document["careers"]:
        entry = Entry(career["title"], texts=texts(("", career["notes"])))
        if career["title"] not in seen:
            entry.steps = steps([row for row in rows if row["career"] == career["title"]])
        seen.add(career["title"])
        section.entries.append(entry)
    return section


def alone(document: Document) -> Section:
    titles = {career["title"] for career in document["careers"]}
    rows = [row for row in document["steps"] if row["goal"] is None and row["career"] not in titles]
    return Section("alone", "Other steps", steps(rows))


def ruled_out(document: Document) -> Section:
    entries = [Entry(row["title"], texts=[("", row["reason"])]) for row in document["ruled_out"]]
    return Section("ruled-out", "Careers I ruled out", entries)


# Records


def courses(document: Document) -> Section:
    section = Section("courses", "Courses")
    for row in document["courses"]:
        state = label(KINDS["courses"], "state", row["state"]).lower()
        entry = Entry(row["name"], facts(f"Year {row['year']}", state, row["result"]), texts(("", row["notes"])))
        section.entries.append(entry)
    return section


def experience(document: Document) -> Section:
    section = Section("experience", "Work-based learning")
    for row in document["experience"]:
        entry = Entry(row["title"], texts=texts(("What I think of it", row["reflection"])))
        kind, hours = label(KINDS["experience"], "kind", row["kind"]), row["hours"]
        contact = row["contact"] and f"contact: {row['contact']}"
        entry.facts = facts(kind, row["place"], span(row), f"{hours} hours" if hours != "0" else None, contact)
        section.entries.append(entry)
    total = sum(Decimal(row["hours"]) for row in document["experience"])
    section.note = f"{total:f} hours in all" if total else ""
    return section


def span(row: Row) -> str | None:
    first, last = (in_words(row[name]) if row[name] else "" for name in ("starts_on", "ends_on"))
    if first and last:
        return f"on {first}" if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else None


def skills(document: Document) -> Section:
    section = Section("skills", "Skills")
    for row in document["skills"]:
        entry = Entry(row["name"], facts(label(KINDS["skills"], "state", row["state"])), texts(("", row["how"])))
        section.entries.append(entry)
    return section


def activities(document: Document) -> Section:
    section = Section("activities", "Activities and awards")
    for row in document["activities"]:
        kind = label(KINDS["activities"], "kind", row["kind"])
        section.entries.append(Entry(row["name"], facts(kind, row["when"]), texts(("", row["details"]))))
    return section


def applications(document: Document) -> Section:
    section = Section("applications", "Applications and money")
    for row in document["applications"]:
        model = KINDS["applications"]
        entry = Entry(row["to"], texts=texts(("", row["notes"])))
        costs, payer = row["cost"] and f"costs {row['cost']}", row["payer"] and f"paid by {row['payer']}"
        kind, state = label(model, "kind", row["kind"]), label(model, "state", row["state"]).lower()
        entry.facts = facts(kind, state, due(row, "deadline"), costs, payer)
        section.entries.append(entry)
    return section
