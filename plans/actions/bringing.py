"""A document read into a plan: rows are known by their ids, careers by their slugs, so that nothing comes in twice.

What is in both and differs stays as the plan has it, unless ``theirs`` says that the file's words are wanted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from careers.models import Career
from plans.actions.careers import MOST_RULED_OUT, MOST_TARGETS
from plans.actions.common import Refused, after, changed, lock
from plans.actions.rows import MOST_ROWS
from plans.actions.steps import MOST_STEPS
from plans.document.comparing import TEXTS, Changes, changes
from plans.document.writing import KINDS, Document, digest_of, document_of
from plans.models import Goal, Plan, PlanRow, Step, Target

STEP_WORDS = ("text", "state", "due_on", "done_on", "helper", "evidence", "evidence_link", "reflection")
STEP_FIELDS = {field.name: field for field in Step._meta.concrete_fields}


@dataclass(frozen=True)
class Weighed:
    """What a document would bring into a plan as it is now, what the plan would be then, and the digest of it now."""

    changes: Changes
    after: Document
    digest: str


@transaction.atomic
def bring(*, user, document: Document, theirs: bool) -> bool:
    """Whether anything came in. ``document`` has been through ``plans.document.reading``."""
    plan = lock(user)
    before = document_of(plan)
    bring_texts(plan, document, theirs)
    targets = bring_careers(plan, document["careers"], theirs)
    bring_ruled_out(plan, document["ruled_out"], theirs)
    for name, model in KINDS.items():
        bring_rows(plan, model, document[name], theirs)
    bring_steps(plan, document["steps"], targets, theirs)
    refuse_too_much(plan)
    if document_of(plan) == before:
        return False
    changed(plan)
    return True


def weigh(*, user, document: Document) -> Weighed:
    """Bring it in, look, and undo that: what is shown is what would happen."""
    with transaction.atomic():
        plan = lock(user)
        before = document_of(plan)
        bring(user=user, document=document, theirs=True)
        then = document_of(Plan.objects.get(pk=plan.pk))
        transaction.set_rollback(True)
    return Weighed(changes(before, then), then, digest_of(before))


def bring_texts(plan: Plan, document: Document, theirs: bool) -> None:
    words = {name: document[name] for name in TEXTS if document[name] and (theirs or not getattr(plan, name))}
    if any(getattr(plan, name) != text for name, text in words.items()):
        Plan.objects.filter(pk=plan.pk).update(**words, goals_version=F("goals_version") + 1)
        plan.refresh_from_db()


# Careers


def known(plan: Plan, rows: Iterable[dict]) -> dict[str, Career]:
    """Careers by slug: those the plan has, open or not, and those anybody may read."""
    slugs = {row["slug"] for row in rows if row["slug"]}
    asked = Career.objects.filter(slug__in=slugs)
    own = asked.filter(Q(pk__in=plan.targets.values("career")) | Q(pk__in=plan.ruled_out.values("career")))
    return {career.slug: career for career in [*asked.published(), *own]}


def bring_careers(plan: Plan, rows: list[dict], theirs: bool) -> dict[str, Target | None]:
    """The saved careers by the titles that the document's steps call them; None where one stays ruled out."""
    careers, there = known(plan, rows), list(plan.targets.select_related("career"))
    out = set(plan.ruled_out.exclude(career=None).values_list("career", flat=True))
    rank = after(plan.targets.all(), "rank")
    found: dict[str, Target | None] = {}
    for row in rows:
        career = careers.get(row["slug"])
        target = take(there, career, row["title"])
        if career and career.pk in out and not theirs and not (target and target.removed_at is None):
            found.setdefault(row["title"], None)
            continue
        if target is None:
            target = plan.targets.create(career=career, title=row["title"], notes=row["notes"], rank=rank)
            rank += 1
        plan.ruled_out.filter(career=career, career__isnull=False).delete()
        freshen(target, career, row["notes"], theirs)
        found.setdefault(row["title"], target)
    return found


def take(there: list, career: Career | None, title: str):
    """The plan's own row of this career, once; where one side does not know the career, the title tells."""
    same = [row for row in there if career and row.career_id == career.pk]
    same += [row for row in there if row.title == title and not (career and row.career_id)]
    if same:
        there.remove(same[0])
    return same[0] if same else None


def freshen(target: Target, career: Career | None, notes: str, theirs: bool) -> None:
    words: dict[str, Any] = {"removed_at": None, "career": target.career or career}
    if notes and notes != target.notes and (theirs or target.removed_at or not target.notes):
        words |= {"notes": notes, "version": F("version") + 1}
    Target.objects.filter(pk=target.pk).update(**words)
    target.removed_at = None


def bring_ruled_out(plan: Plan, rows: list[dict], theirs: bool) -> None:
    """What the plan has saved is not ruled out by a file."""
    careers, there = known(plan, rows), list(plan.ruled_out.all())
    saved = set(plan.targets.kept().values_list("career", flat=True))
    for row in rows:
        career = careers.get(row["slug"])
        standing = take(there, career, row["title"])
        if standing is None and not (career and career.pk in saved):
            plan.ruled_out.create(career=career, title=row["title"], reason=row["reason"])
        elif standing is not None and theirs:
            plan.ruled_out.filter(pk=standing.pk).update(reason=row["reason"])


# Rows


def bring_rows(plan: Plan, model: type[PlanRow], rows: list[dict], theirs: bool) -> None:
    there = {str(row.token): row for row in model.objects.filter(plan=plan)}
    position = after(model.objects.filter(plan=plan), "position")
    new: list[PlanRow] = []
    for row in rows:
        words = {field.name: field.to_python(row[field.name]) for field in model.written()}
        standing = there.get(row["id"])
        if standing is None:
            new.append(model(plan=plan, token=row["id"], position=position + len(new), **words))
        elif standing.removed_at or (theirs and differ(standing, words)):
            write(standing, words)
    model.objects.bulk_create(new)


def bring_steps(plan: Plan, rows: list[dict], targets: dict[str, Target | None], theirs: bool) -> None:
    there = list(plan.steps.select_related("target", "career"))
    by_id = {str(step.token): step for step in there}
    by_item = {(step.career_id, step.section, step.item): step for step in there if step.career_id and step.item}
    goals = {str(goal.token): goal for goal in Goal.objects.filter(plan=plan)}
    careers = known(plan, [{"slug": row["from"]["career"]} for row in rows if row["from"]])
    position = after(plan.steps.all(), "position")
    new: list[Step] = []
    for row in rows:
        words = step_words(row, targets, goals)
        origin = origin_of(row, careers)
        standing = by_id.get(row["id"]) or by_item.get(tuple(origin.values()))
        if standing is None:
            new.append(Step(plan=plan, token=row["id"], position=position + len(new), **words, **origin))
        elif is_out(standing, targets) or (theirs and differ(standing, words)):
            write(standing, words)
    Step.objects.bulk_create(new)


def step_words(row: dict, targets: dict[str, Target | None], goals: dict[str, Goal]) -> dict[str, Any]:
    words = {name: STEP_FIELDS[name].to_python(row[name]) for name in STEP_WORDS}
    return words | {"target": targets.get(row["career"]), "goal": goals.get(row["goal"])}


def origin_of(row: dict, careers: dict[str, Career]) -> dict[str, Any]:
    """The item of a profile a step was taken from, as the table of steps has it."""
    if not row["from"]:
        return {}
    career = careers.get(row["from"]["career"])
    return {"career_id": career and career.pk, "section": row["from"]["section"], "item": row["from"]["item"]}


def is_out(step: Step, targets: dict[str, Target | None]) -> bool:
    """Taken out, or out of sight with its career, which did not come back with this file."""
    back = {target.pk for target in targets.values() if target}
    return bool(step.removed_at or (step.target and step.target.removed_at and step.target_id not in back))


def differ(row, words: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in words.items())


def write(row, words: dict[str, Any]) -> None:
    type(row).objects.filter(pk=row.pk).update(**words, removed_at=None, version=F("version") + 1)


def refuse_too_much(plan: Plan) -> None:
    """A plan holds no more after a file than it could hold without."""
    counts = [(plan.targets.kept(), MOST_TARGETS, "careers"), (plan.ruled_out, MOST_RULED_OUT, "careers ruled out")]
    counts += [(plan.steps.kept(), MOST_STEPS, "steps")]
    counts += [(model.objects.filter(plan=plan).kept(), MOST_ROWS, name) for name, model in KINDS.items()]
    for rows, most, name in counts:
        if (count := rows.count()) > most:
            raise Refused(f"With this file your plan would hold {count:,} {name}, and {most:,} is the most.")
