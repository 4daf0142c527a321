"""The student's side of the desk: answering, ticking a remark off, and reading one's signed-off copies."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans import actions
from plans.document.shown import reading_of
from plans.document.writing import digest_of
from plans.forms import ReplyForm, token_sent
from plans.models import Comment, Decision, Plan, Review


@require_http_methods(["GET", "HEAD", "POST"])
def reply(request):
    """An answer to one's counsellor; there is nobody to answer before there is a plan."""
    plan = Plan.objects.filter(user=request.user).first()
    if plan is None:
        raise Http404
    form, token = ReplyForm(request.POST if request.method == "POST" else None), token_sent(request.POST)
    if form.is_valid():
        actions.comment(
            plan=plan, author=request.user, by_staff=False, text=form.cleaned_data["reply"], anchor=None, words="",
            token=token,
        )  # fmt: skip
        messages.success(request, "Your counsellor can read your answer now.")
        return redirect("plans:plan")
    return render(request, "plans/reply.html", {"form": form, "token": token})


@require_POST
def settle(request, pk):
    comment = get_object_or_404(Comment, plan__user=request.user, pk=pk)
    actions.settle(comment=comment, settled="open" not in request.POST)
    return redirect("plans:plan")


@require_safe
def copy(request, pk):
    review = get_object_or_404(Review, plan__user=request.user, decision=Decision.APPROVED, pk=pk)
    context = {"reading": reading_of(review.document), "is_genuine": digest_of(review.document) == review.digest}
    return render(request, "plans/copy.html", {"review": review, **context})
