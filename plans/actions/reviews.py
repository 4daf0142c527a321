"""A plan between its student and their counsellor: sent, read, sent back, signed off."""

import uuid
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from plans.actions.common import ChangedMeanwhile, Refused, lock
from plans.document.writing import digest_of, document_of
from plans.models import WAITING, Comment, Decision, Plan, Review, State


@transaction.atomic
def submit(*, user) -> Plan:
    """Send the plan for review; one that waits already goes on waiting since then."""
    plan = lock(user)
    if plan.state in WAITING:
        return plan
    if plan.state == State.APPROVED:
        raise Refused("Your plan is signed off, and nothing in it has changed since.")
    if not (plan.after_school or plan.in_work):
        raise Refused("Write a goal first: where you want to be after school, or in work.")
    return moved(plan, State.SUBMITTED, submitted_at=timezone.now())


@transaction.atomic
def withdraw(*, user) -> Plan:
    """Take it back before it is decided on."""
    plan = lock(user)
    return moved(plan, State.DRAFT) if plan.state in WAITING else plan


@transaction.atomic
def confirm(*, user) -> Plan:
    """The student has looked through it, and all of it still holds."""
    plan = lock(user)
    return moved(plan, State(plan.state), confirmed_on=timezone.localdate())


@transaction.atomic
def begin_review(*, plan: Plan) -> Plan:
    """A counsellor has opened it; the student sees that it is being read."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    return moved(plan, State.IN_REVIEW) if plan.state == State.SUBMITTED else plan


@transaction.atomic
def decide(*, plan: Plan, staff, decision: Decision, note: str, digest: str, sent=None) -> Review:
    """Freeze what the counsellor read, and sign it off or send it back.

    ``digest`` is that of the document they read. Raises ``ChangedMeanwhile`` where the plan is another by now, and
    ``Refused`` where somebody decided already. ``sent`` is called with the review once it is saved.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.state not in WAITING:
        raise Refused("Somebody has decided on this plan already, or its student took it back.")
    document = document_of(plan)
    if digest_of(document) != digest:
        raise ChangedMeanwhile
    if decision == Decision.RETURNED and not note.strip():
        raise Refused("Say what should change before you send it back.")
    review = plan.reviews.create(
        revision=plan.revision, decision=decision, note=note, by=staff, by_name=str(staff), document=document,
        digest=digest,
    )  # fmt: skip
    follow(plan, review)
    if sent:
        transaction.on_commit(partial(sent, review), robust=True)
    return review


def follow(plan: Plan, review: Review) -> None:
    if review.decision == Decision.APPROVED:
        moved(plan, State.APPROVED, approved_at=review.at, spoken_at=review.at, confirmed_on=timezone.localdate())
    else:
        moved(plan, State.CHANGES_ASKED, spoken_at=review.at)


def moved(plan: Plan, state: State, **values) -> Plan:
    values["state"] = state
    Plan.objects.filter(pk=plan.pk).update(**values)
    for name, value in values.items():
        setattr(plan, name, value)
    return plan


@transaction.atomic
def comment(*, plan: Plan, author, by_staff: bool, text: str, anchor: uuid.UUID | None, words: str, token: uuid.UUID):
    """Say something at the plan, or at the row of this token; sent twice it is said once."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    said = plan.comments.filter(token=token).first()
    if said is not None:
        return said
    Plan.objects.filter(pk=plan.pk).update(spoken_at=timezone.now())
    return plan.comments.create(
        author=author, author_name=str(author), by_staff=by_staff, text=text, anchor=anchor,
        anchor_words=words[:120], token=token,
    )  # fmt: skip


class Remark(NamedTuple):
    """Words at a row of the plan, which is named by its token and by its own words; at the whole plan without."""

    text: str
    anchor: uuid.UUID | None = None
    words: str = ""


@transaction.atomic
def remark(*, plan: Plan, staff, remarks: Iterable[Remark], token: uuid.UUID) -> list[Comment]:
    """All that a counsellor says in one form; ``token`` is the form's."""
    return [
        comment(
            plan=plan, author=staff, by_staff=True, text=each.text, anchor=each.anchor, words=each.words,
            token=uuid.uuid5(token, f"{each.anchor}|{each.text}"),
        )
        for each in remarks
    ]  # fmt: skip


@transaction.atomic
def settle(*, comment: Comment, settled: bool = True) -> None:
    Comment.objects.filter(pk=comment.pk).update(settled_at=timezone.now() if settled else None)
