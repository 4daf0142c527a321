"""Reports for those who look after students: on the screen, as CSV and as a workbook.

A new report is an entry in ``REPORTS``; its page, its files and its place in the list follow.
"""

from plans.reports import asked, counts, staff, students
from plans.reports.base import Report, Row, Scope

REPORTS = {
    report.key: report
    for report in (
        asked.BY_GROUP, asked.BY_COUNSELLOR, asked.MISSING, asked.TRANSCRIPT, students.WAIT, students.NOT_UPDATED,
        students.NOT_BEGUN, students.HOURS, counts.CAREERS, counts.FIELDS, staff.ACTIVITY,
    )
}  # fmt: skip

__all__ = ["REPORTS", "Report", "ReportConverter", "Row", "Scope"]


class ReportConverter:
    """A report in an address: anything else is no page."""

    regex = "|".join(REPORTS)

    def to_python(self, value: str) -> Report:
        return REPORTS[value]

    def to_url(self, value: Report | str) -> str:
        return str(value)
