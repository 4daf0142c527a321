"""Words between student and counsellor, at the plan or at one of its goals and steps."""

import uuid

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from plans import actions
from plans.forms import CommentForm, token_sent
from plans.models import Comment, Goal, Plan
from plans.views.answers import changed
from plans.views.typing import begin, render_form


@require_http_methods(["GET", "HEAD", "POST"])
def say(request, anchor=None):
    """At the row of this token; without one, at the plan as a whole."""
    plan = get_object_or_404(Plan, user=request.user)
    words = words_at(plan, anchor)
    form, draft = begin(request, CommentForm)
    token = token_sent(request.POST) if form.is_bound else draft.token or uuid.uuid4()
    if form.is_valid():
        said = form.cleaned_data["text"]
        actions.comment(
            plan=plan, author=request.user, by_staff=False, text=said, anchor=anchor, words=words,
            token=uuid.uuid5(token, f"{anchor}|{said}"),
        )  # fmt: skip
        draft.clear()
        messages.success(request, "Your counsellor can read that now.")
        return changed(request, at=f"thread-{anchor or 'plan'}")
    thread = plan.comments.filter(anchor=anchor)
    return render_form(request, "plans/say.html", form, draft, thread=thread, words=words, token=token)


def words_at(plan: Plan, anchor: uuid.UUID | None) -> str:
    """What a goal or step says, or said when it was last spoken of; where neither was ever there, it is no place."""
    if anchor is None:
        return ""
    for rows in (plan.steps.all(), Goal.objects.filter(plan=plan)):
        if (row := rows.filter(token=anchor).first()) is not None:
            return row.text
    return get_object_or_404(plan.comments.filter(anchor=anchor).order_by("-pk")[:1]).anchor_words


@require_POST
def settle(request, pk):
    """Settled, or with ``settled=no`` not after all."""
    comment = get_object_or_404(Comment.objects.filter(plan__user=request.user), pk=pk)
    is_settled = request.POST.get("settled") != "no"
    actions.settle(comment=comment, settled=is_settled)
    messages.success(request, "That is settled." if is_settled else "That is open again.")
    return changed(request, at=f"thread-{comment.anchor or 'plan'}")
