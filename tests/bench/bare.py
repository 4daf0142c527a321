"""The baseline: one Django view that returns bytes it read when it started, and no middleware."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, HttpResponseNotModified
from django.urls import path

settings.configure(
    DEBUG=False, SECRET_KEY="bare", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[], DATABASES={}
)
BODIES = {file.name: file.read_bytes() for file in Path(os.environ["BENCH_BODIES"]).iterdir()}


def bare(request, name):
    """The length is stated, as the product's middleware does: gunicorn would send chunks, which cost more."""
    body = BODIES[name]
    return HttpResponse(body, headers={"Content-Length": len(body)}) if body else HttpResponseNotModified()


urlpatterns = [path("<str:name>", bare)]
application = get_wsgi_application()
