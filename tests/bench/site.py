"""The product with its real careers and one student, for the browser; prints that student's session.

Run as ``python -m tests.bench.site`` with ``DATABASE_URL`` set.
"""

import sys

import django


def prepare() -> str:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client

    for command in ("migrate", "createcachetable", "load_content"):
        call_command(command, verbosity=0)
    client = Client()
    client.force_login(get_user_model().objects.create_user("bench"))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(prepare())
