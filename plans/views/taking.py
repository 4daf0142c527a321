"""Taking a plan along: as JSON, as a page, as a PDF, as a calendar, and on paper."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans.document.calendar import calendar_of
from plans.document.page import page_of
from plans.document.pdf import pdf_of
from plans.document.sheet import Sheet, sheet_of
from plans.document.writing import document_of, empty_document
from plans.models import Plan
from plans.views.calendar import feed_address


@require_safe
def take_along(request):
    return render(request, "plans/taking/take_along.html", {"feed": feed_address(request)})


def plan_of(request) -> Plan:
    """The person's own plan; an empty one, not saved, where they have none yet."""
    return Plan.objects.filter(user=request.user).first() or Plan(user=request.user)


def own_document(request) -> dict:
    plan = plan_of(request)
    return document_of(plan) if plan.pk else empty_document()


def own_sheet(request) -> Sheet:
    return sheet_of(own_document(request), name=str(request.user), on=timezone.localdate())


def attached(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def take_json(request):
    options = {"indent": 1, "ensure_ascii": False}
    return attached(JsonResponse(own_document(request), json_dumps_params=options), "plan.json")


@require_safe
def take_page(request):
    return attached(HttpResponse(page_of(own_sheet(request))), "plan.html")


@require_safe
def take_pdf(request):
    paper = "us-letter" if request.user.zone().key.startswith(("America/", "US/")) else "a4"
    made = pdf_of(own_sheet(request), paper=paper)
    return attached(HttpResponse(made, content_type="application/pdf"), "plan.pdf")


@require_safe
def take_calendar(request):
    made = calendar_of(own_document(request), name=f"{request.user}: my plan", at=plan_of(request).changed_at)
    return attached(HttpResponse(made, content_type="text/calendar; charset=utf-8"), "plan.ics")


@require_safe
def print_view(request):
    return render(request, "plans/taking/print.html", {"sheet": own_sheet(request)})
