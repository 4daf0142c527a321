from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.desk.door import for_staff
from plans.models import Plan


@require_safe
@for_staff
def caseload(request):
    plans = Plan.objects.seen_by(request.user).select_related("user").order_by("user__username")
    return render(request, "desk/caseload.html", {"plans": plans})
