"""One student: the whole plan to read, what was said and noted, and the copies that were signed off."""

import uuid

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from plans import actions
from plans.access import record
from plans.desk.door import for_staff, plan_of
from plans.desk.forms import CommentForm, NoteForm
from plans.desk.views.given import given_to
from plans.document.sheet import sheet_of
from plans.document.writing import document_of
from plans.forms import token_sent
from plans.models import WAITING, Assignment, Decision, Plan, Review, Verb
from plans.packs.standing import required_of
from plans.views.said import copy_context


@require_safe
@for_staff
def student(request, pk):
    plan = plan_of(request, pk)
    document = document_of(plan)
    if request.method == "GET":
        record(request, plan, Verb.READ)
    context = about(plan) | {
        "sheet": sheet_of(document, name=str(plan.user), on=timezone.localdate()),
        "comment_form": CommentForm(rows=rows_of(document)),
        "note_form": NoteForm(),
        "token": uuid.uuid4(),
        "waits": plan.state in WAITING,
    }
    return render(request, "desk/student.html", context)


@require_safe
@for_staff
def newcomer(request, pk):
    """Somebody who has no plan yet; where there is one by now, to it."""
    student = get_object_or_404(User.objects.students_of(request.user).select_related("plan"), pk=pk)
    if hasattr(student, "plan"):
        return redirect("desk:student", student.plan.pk)
    given = Assignment.objects.missing_from_plan_of(student)
    member = student.memberships.current().select_related("cohort").first()
    return render(request, "desk/newcomer.html", {"student": student, "member": member, "given": given})


def about(plan: Plan) -> dict:
    """What was said, noted, given and decided. A copy's document is read on its own page alone."""
    return {
        "plan": plan,
        "member": plan.user.memberships.current().select_related("cohort").first(),
        "comments": plan.comments.order_by("settled_at", "-at"),
        "notes": plan.staff_notes.all(),
        "given": given_rows(plan),
        "asked": required_of(plan.user),
        "reviews": plan.reviews.defer("document"),
        "today": timezone.localdate(),
    }


def given_rows(plan: Plan) -> list[dict]:
    steps = {step.assignment_id: step for step in plan.steps.kept().filter(assignment__isnull=False)}
    exemptions = {row.assignment_id: row for row in plan.exemptions.filter(assignment__isnull=False)}
    return [
        {"given": given, "step": steps.get(given.pk), "exemption": exemptions.get(given.pk)}
        for given in given_to(plan)
    ]  # fmt: skip


def rows_of(document: dict) -> list[tuple[str, str]]:
    """The goals and steps a comment can be anchored to."""
    return [(row["id"], row["text"]) for key in ("goals", "steps") for row in document[key]]


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def comment(request, pk):
    """The form names the goals and steps there are, so that to see it is to read of the plan."""
    plan = plan_of(request, pk)
    form = CommentForm(request.POST if request.method == "POST" else None, rows=rows_of(document_of(plan)))
    token = token_sent(request.POST)
    if form.is_valid():
        key, text = form.cleaned_data["about"], form.cleaned_data["text"]
        said = actions.Remark(text, uuid.UUID(key) if key else None, form.words.get(key, ""))
        with transaction.atomic():
            [saved] = actions.remark(plan=plan, staff=request.user, remarks=[said], token=token)
            record(request, plan, Verb.COMMENTED, f"comment {saved.pk}")
        messages.success(request, f"{plan.user} can read your comment now.")
        return redirect("desk:student", pk)
    if request.method != "HEAD":
        record(request, plan, Verb.READ, "comment form")
    return render(request, "desk/comment.html", {"form": form, "plan": plan, "token": token})


@require_POST
@for_staff
def settle(request, pk, said):
    """Nothing more to be said about it; or, with ``open``, there is."""
    plan = plan_of(request, pk)
    comment = get_object_or_404(plan.comments, pk=said)
    settled = "open" not in request.POST
    with transaction.atomic():
        actions.settle(comment=comment, settled=settled)
        record(request, plan, Verb.COMMENTED, f"comment {said} {'settled' if settled else 'opened again'}")
    return redirect("desk:student", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def note(request, pk):
    plan, token = plan_of(request, pk), token_sent(request.POST)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        text, private = form.cleaned_data["note"], form.cleaned_data["private"]
        with transaction.atomic():
            saved = actions.write_note(plan=plan, author=request.user, text=text, is_private=private, token=token)
            record(request, plan, Verb.NOTED, f"note {saved.pk}")
        who = "Only staff can read your note." if private else f"{plan.user} can read your note too."
        messages.success(request, f"Your note is saved. {who}")
        return redirect("desk:student", pk)
    return render(request, "desk/note.html", {"form": form, "plan": plan, "token": token})


@require_safe
@for_staff
def copy(request, pk):
    copies = Review.objects.filter(plan__in=Plan.objects.seen_by(request.user), decision=Decision.APPROVED)
    review = get_object_or_404(copies.select_related("plan__user"), pk=pk)
    if request.method == "GET":
        record(request, review.plan, Verb.READ_COPY, f"review {pk}")
    return render(request, "desk/copy.html", copy_context(review))
