from plans.desk.views.bulk import assign, remind
from plans.desk.views.caseload import caseload, needs, view_remove, view_save
from plans.desk.views.given import exempt, exempt_required, exemption_end, given, given_withdraw
from plans.desk.views.reports import report, report_csv, report_xlsx, reports
from plans.desk.views.reviewing import queue, review
from plans.desk.views.student import comment, copy, newcomer, note, settle, student

__all__ = [
    "assign",
    "caseload",
    "comment",
    "copy",
    "exempt",
    "exempt_required",
    "exemption_end",
    "given",
    "given_withdraw",
    "needs",
    "newcomer",
    "note",
    "queue",
    "remind",
    "report",
    "report_csv",
    "report_xlsx",
    "reports",
    "review",
    "settle",
    "student",
    "view_remove",
    "view_save",
]
