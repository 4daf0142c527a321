"""Reports: a list of them, each on the screen, as CSV and as a workbook."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.html import escape, format_html_join
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from plans.access import record_all, record_once_a_day
from plans.desk.caseload import is_number
from plans.desk.door import for_staff
from plans.models import Verb
from plans.reports import REPORTS, Report, Row, Scope
from plans.reports.base import COUNTED, Cell
from plans.reports.files import csv_parts, workbook

LAST_PAGE = 10_000
CELL = '<td role="cell" data-label="{}">{}</td>'
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def scope_of(request, report: Report) -> Scope:
    return Scope.of(request.user, request.GET.get("group", "") if report.by_group else "")


@require_safe
@for_staff
def reports(request):
    return render(request, "desk/reports.html", {"reports": REPORTS.values()})


@require_safe
@for_staff
def report(request, report):
    scope = scope_of(request, report)
    page = report.page(scope, page_number(request.GET.get("page", "")))
    if request.method == "GET" and report.names_students:
        record_once_a_day(request, plans_in(page.rows), Verb.REPORTED, f"{report.key}, on the screen")
    context = {
        "report": report,
        "page": page,
        "rows": shown(page.rows, report.columns),
        "count": count_in_words(page.count, "student" if report.names_students else "line"),
        "groups": group_choices(scope) if report.by_group and len(scope.cohorts) > 1 else "",
        "query": urlencode({"group": scope.chosen.pk}) if scope.chosen else "",
    }
    return render(request, "desk/report.html", context)


def shown(rows: Sequence[Row], columns: Sequence[str]) -> list[dict]:
    """Rows in words, each cell beside the name of its column: on a phone they stand one under the other.

    Put together here and not in a template: there are hundreds of cells.
    """
    labels = [escape(name) for name in columns[1:]]
    return [
        {
            "head": in_words(row.cells[0]),
            "address": reverse("desk:student", args=[row.plan.pk]) if row.plan else "",
            "cells": format_html_join("", CELL, zip(labels, map(in_words, row.cells[1:]), strict=True)),
        }
        for row in rows
    ]


def group_choices(scope: Scope) -> str:
    """The groups as choices; a head has hundreds."""
    chosen = scope.chosen.pk if scope.chosen else None
    options = [("selected " if key == chosen else "", key, name) for key, name in scope.group_names.items()]
    return format_html_join("", '<option {}value="{}">{}</option>', options)


def in_words(cell: Cell) -> str:
    if cell is None or cell == "":
        return "–"
    if isinstance(cell, date):
        return date_format(cell, "j M Y")
    return cell if isinstance(cell, str) else f"{cell:,}"


def page_number(typed: str) -> int:
    return min(max(int(typed), 1), LAST_PAGE) if is_number(typed) else 1


def count_in_words(count: int, what: str) -> str:
    if count > COUNTED:
        return f"More than {COUNTED:,} {what}s"
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def plans_in(rows: list[Row]) -> list:
    return [row.plan for row in rows if row.plan]


@require_safe
@for_staff
def report_csv(request, report):
    parts = csv_parts(report.columns, taken(request, report, "as CSV"))
    response = StreamingHttpResponse(parts, content_type="text/csv; charset=utf-8")
    return attached(response, report, "csv")


@require_safe
@for_staff
def report_xlsx(request, report):
    made = workbook(report.name, report.columns, taken(request, report, "as XLSX"))
    return attached(HttpResponse(made, content_type=EXCEL), report, "xlsx")


def taken(request, report: Report, how: str) -> Iterator[list[Row]]:
    """The rows for a file. It is written down whose plan is in them before they leave."""
    if request.method == "HEAD":
        return
    for rows in report.batches(scope_of(request, report)):
        if report.names_students:
            record_all(request, plans_in(rows), Verb.REPORTED, f"{report.key}, {how}")
        yield rows


def attached(response, report: Report, ending: str):
    response["Content-Disposition"] = f'attachment; filename="{report.key}.{ending}"'
    return response
