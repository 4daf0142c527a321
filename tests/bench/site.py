"""The product with its real careers and one student, for the browser; prints that student's session.

Run as ``python -m tests.bench.site`` with ``DATABASE_URL`` set.
"""

import sys
from datetime import date
from uuid import uuid4

import django


def prepare() -> str:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client

    for command in ("migrate", "createcachetable", "load_content"):
        call_command(command, verbosity=0)
    student = get_user_model().objects.create_user("bench")
    fill_plan(student)
    client = Client()
    client.force_login(student)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def fill_plan(student) -> None:
    """Three saved careers, each with two items taken from its profile, and a step that stands apart."""
    from careers.models import Career
    from plans.actions import Origin, add_step, save_career, take_item

    for career in Career.objects.published()[:3]:
        save_career(user=student, career=career)
        for item in career.sections.get(key="get-started").items[:2]:
            take_item(user=student, origin=Origin(career, "get-started", item["key"]))
    add_step(user=student, text="Ask at the library", due_on=date(2027, 1, 15), target=None, token=uuid4())


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(prepare())
