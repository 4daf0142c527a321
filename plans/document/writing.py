"""A plan written as a document, in a fixed number of queries, and the hash that stands for it."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from plans.document import FORMAT, VERSION
from plans.models import (
    Activity,
    Application,
    Course,
    Evidence,
    Experience,
    Goal,
    Plan,
    PlanRow,
    Skill,
    Step,
    Target,
)

# The lists of a document whose rows all read alike, in their order.
KINDS: dict[str, type[PlanRow]] = {
    "goals": Goal,
    "courses": Course,
    "experience": Experience,
    "skills": Skill,
    "activities": Activity,
    "applications": Application,
}
Document = dict[str, Any]


def document_of(plan: Plan) -> Document:
    """All that the student wrote and has not taken out. What others said of it, and who they are, is not in it."""
    document: Document = {"format": FORMAT, "version": VERSION}
    document |= {"after_school": plan.after_school, "in_work": plan.in_work}
    document["careers"] = [career(target) for target in plan.targets.kept().select_related("career")]
    ruled_out = plan.ruled_out.select_related("career").order_by("ruled_out_at", "pk")
    document["ruled_out"] = [{"slug": slug_of(row), "title": row.title, "reason": row.reason} for row in ruled_out]
    for key, model in KINDS.items():
        document[key] = [written(row) for row in model.objects.filter(plan=plan).kept()]
    document["steps"] = [step(row) for row in steps_of(plan)]
    return document


def empty_document() -> Document:
    """That of somebody who has no plan yet."""
    lists = ("careers", "ruled_out", *KINDS, "steps")
    return {"format": FORMAT, "version": VERSION, "after_school": "", "in_work": ""} | {name: [] for name in lists}


def digest_of(document: Document) -> str:
    """SHA-256 of the document as JSON in its one canonical form: sorted keys, no blanks, UTF-8."""
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def steps_of(plan: Plan) -> Iterable[Step]:
    related = ("target__career", "goal", "career")
    files = Prefetch("files", Evidence.objects.light())
    return plan.steps.shown().select_related(*related).prefetch_related(files)


def slug_of(row) -> str | None:
    return row.career.slug if row.career else None


def career(target: Target) -> dict[str, Any]:
    return {"slug": slug_of(target), "title": target.title, "notes": target.notes}


def written(row: PlanRow) -> dict[str, Any]:
    fields = {field.name: plain(getattr(row, field.name)) for field in row.written()}
    return {"id": str(row.token)} | fields


def step(row: Step) -> dict[str, Any]:
    return {
        "id": str(row.token),
        "text": row.text,
        "state": row.state,
        "due_on": plain(row.due_on),
        "done_on": plain(row.done_on),
        "career": row.target.title if row.target else None,
        "goal": str(row.goal.token) if row.goal and row.goal.removed_at is None else None,
        "from": {"career": slug_of(row), "section": row.section, "item": row.item} if row.item else None,
        "given": row.assignment_id is not None,
        "helper": row.helper,
        "evidence": row.evidence,
        "evidence_link": row.evidence_link,
        "reflection": row.reflection,
        "files": [{"name": file.name, "digest": file.digest} for file in row.files.all() if file.removed_at is None],
    }


def plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    # Never as 1E+2, which is what a normalised hundred calls itself.
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
