"""A student's own signed-off copies."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from plans.document.shown import reading_of
from plans.document.writing import digest_of
from plans.models import Decision, Review


@require_safe
def copy(request, pk):
    review = get_object_or_404(Review, plan__user=request.user, decision=Decision.APPROVED, pk=pk)
    context = {"reading": reading_of(review.document), "is_genuine": digest_of(review.document) == review.digest}
    return render(request, "plans/copy.html", {"review": review, **context})
