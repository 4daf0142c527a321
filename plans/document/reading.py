"""A file read as a document of a plan, strictly: whatever is not as docs/plan-format.md says is told with its place.

What comes out is safe to write into a plan: of the right types, within every limit, and whole in itself.
"""

import json
from typing import Any

from careers.models import Career
from plans.actions.careers import MOST_RULED_OUT, MOST_TARGETS
from plans.actions.rows import MOST_ROWS
from plans.actions.steps import MOST_STEPS
from plans.document import FORMAT, VERSION
from plans.document.comparing import LISTS, TEXTS
from plans.document.fields import Check, Wrong, identity, of_field, optional, truth
from plans.document.writing import KINDS, Document
from plans.models import Evidence, Plan, PlanRow, Progress, RuledOut, Step, Target

MOST_BYTES = 5 * 2**20
QUOTES = "\"'"
MOST = {"careers": MOST_TARGETS, "ruled_out": MOST_RULED_OUT, "steps": MOST_STEPS}


class Unreadable(Exception):
    """A file that is no plan; its text is a sentence that says where and why."""


def fields_of(model, *names: str) -> dict[str, Check]:
    return {name: of_field(model._meta.get_field(name)) for name in names}


def written(model: type[PlanRow]) -> dict[str, Check]:
    return {"id": identity} | {field.name: of_field(field) for field in model.written()}


SLUG = {"slug": optional(of_field(Career._meta.get_field("slug")))}
ORIGIN = {"career": SLUG["slug"]} | fields_of(Step, "section", "item")
FILE = fields_of(Evidence, "name", "digest")


TOO_LARGE = "This file is larger than 5 MB. A plan is much smaller: is it the right file?"


def read(data: bytes) -> Document:
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Unreadable(
            "This file is not JSON, or not all of it. Choose the file called plan.json that you took along."
        ) from None
    return checked(document)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def checked(document: Any) -> Document:
    check_format(document)
    for name, most in ((name, MOST.get(name, MOST_ROWS)) for name in LISTS):
        check_list(name, document.get(name), most)
    try:
        check_fields(document, dict.fromkeys(("format", "version", *LISTS), let_be) | fields_of(Plan, *TEXTS))
    except Wrong as wrong:
        raise Unreadable(f"The plan itself: {wrong}.") from None
    check_links(document)
    return document


def check_format(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Unreadable("This file is not a plan of Pathways. Choose the file called plan.json that you took along.")
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise Unreadable("This file does not say which version of the format it has.")
    if version > VERSION:
        raise Unreadable(
            f"This file was written by a newer Pathways; this one reads version {VERSION} of the format. "
            "Ask the people who run this site to renew it."
        )


def check_list(name: str, rows: Any, most: int) -> None:
    if not isinstance(rows, list):
        raise Unreadable(f"{name}: this is not a list.")
    if len(rows) > most:
        raise Unreadable(f"{name}: a plan holds {most:,} of these, and this file has {len(rows):,}.")
    for number, row in enumerate(rows, 1):
        try:
            check_fields(row, CHECKS[name])
        except Wrong as wrong:
            raise Unreadable(f"{name}, number {number}: {wrong}.") from None


def check_fields(row: Any, checks: dict[str, Check]) -> None:
    """Every field is there, fits, and no other is."""
    if not isinstance(row, dict):
        raise Wrong("this is not an object with fields")
    for name in row:
        if name not in checks:
            raise Wrong(f"“{ascii(name)[1:40].rstrip(QUOTES)}” is no field that is known here")
    for name, check in checks.items():
        if name not in row:
            raise Wrong(f"“{name}” is missing")
        try:
            check(row[name])
        except Wrong as wrong:
            raise Wrong(f"“{name}” {wrong}") from None


def let_be(value: Any) -> None:
    """Looked at elsewhere."""


def check_origin(value: Any) -> None:
    check_part(value, ORIGIN)
    if not value["section"] or not value["item"]:
        raise Wrong("names no section or no item")


def check_files(value: Any) -> None:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        raise Wrong("is not a list of files")
    for file in value:
        check_part(file, FILE)


def check_part(value: Any, checks: dict[str, Check]) -> None:
    try:
        check_fields(value, checks)
    except Wrong as wrong:
        raise Wrong(f"is not right: {wrong}") from None


STEP = {"id": identity, "career": optional(of_field(Target._meta.get_field("title"))), "goal": optional(identity)}
STEP |= {"from": optional(check_origin), "given": truth, "files": check_files}
STEP |= fields_of(Step, "text", "state", "due_on", "done_on", "helper", "evidence", "evidence_link", "reflection")
CHECKS = {name: written(model) for name, model in KINDS.items()}
CHECKS |= {"careers": SLUG | fields_of(Target, "title", "notes"), "steps": STEP}
CHECKS |= {"ruled_out": SLUG | fields_of(RuledOut, "title", "reason")}


# What rows say of each other


def check_links(document: Document) -> None:
    for name in LISTS:
        twice(name, [row.get("id", row.get("slug")) for row in document[name]], "this is here twice")
    origins = [row["from"] and tuple(row["from"].values()) for row in document["steps"]]
    twice("steps", [origin if origin and origin[0] else None for origin in origins], "this item is a step already")
    titles = {row["title"] for row in document["careers"]}
    goals = {row["id"] for row in document["goals"]}
    for number, row in enumerate(document["steps"], 1):
        if fault := fault_of_step(row, titles, goals):
            raise Unreadable(f"steps, number {number}: {fault}.")
    for number, row in enumerate(document["experience"], 1):
        if row["starts_on"] and row["ends_on"] and row["starts_on"] > row["ends_on"]:
            raise Unreadable(f"experience, number {number}: the last day is before the first.")


def twice(name: str, keys: list, fault: str) -> None:
    seen = set()
    for number, key in enumerate(keys, 1):
        if key is not None and key in seen:
            raise Unreadable(f"{name}, number {number}: {fault}.")
        seen.add(key)


def fault_of_step(row: dict, titles: set[str], goals: set[str]) -> str:
    if row["career"] is not None and row["career"] not in titles:
        return "the career it stands under is not in this file"
    if row["goal"] is not None and row["goal"] not in goals:
        return "the goal it stands under is not in this file"
    if (row["state"] == Progress.DONE) != (row["done_on"] is not None):
        return "a step that is done has the day it was done on, and no other has one"
    return ""
