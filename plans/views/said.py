"""A student's own signed-off copies."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.document.sheet import sheet_of
from plans.document.writing import digest_of
from plans.models import Decision, Review


@require_safe
def copy(request, pk):
    copies = Review.objects.filter(plan__user=request.user, decision=Decision.APPROVED).select_related("plan__user")
    return render(request, "plans/copy.html", copy_context(get_object_or_404(copies, pk=pk)))


def copy_context(review: Review) -> dict:
    """A signed-off copy, and whether it is still what was signed off."""
    sheet = sheet_of(review.document, name=str(review.plan.user), on=timezone.localdate(review.at))
    return {"review": review, "sheet": sheet, "is_genuine": digest_of(review.document) == review.digest}
