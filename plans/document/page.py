"""A sheet as one HTML page that needs nothing else: no script, no picture, no request."""

from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from plans.document.sheet import Sheet


def page_of(sheet: Sheet) -> str:
    return render_to_string("plans/taking/file.html", {"sheet": sheet, "style": style()})


@cache
def style() -> SafeString:
    """Inline, for the page is read where none of our files are; on the site the policy would forbid it."""
    css = Path(__file__).with_name("plan.css").read_text()
    return mark_safe(f"<style>\n{css}</style>")  # noqa: S308 — our own file
