"""Sending a file to whoever may have it. Callers find the file: ``of(student)`` or ``seen_by(staff)``."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from plans.models import Evidence


def download(file: Evidence) -> HttpResponse:
    """To be saved, never shown on our pages: whatever is in it runs nowhere."""
    headers = {
        "Content-Disposition": content_disposition_header(True, file.name),
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(bytes(file.content), content_type=file.kind, headers=headers)
