import os
import sqlite3
import uuid
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from plans import actions
from plans.models import Goal
from tests.bench.servers import environment
from tests.factories import CareerFactory, UserFactory
from tests.plans.enduring.browser import Browser
from tests.plans.enduring.site import Site


@pytest.fixture
def secret(settings):
    """Sessions that the tests open are good at the site."""
    settings.SECRET_KEY = "made-for-one-test-and-thrown-away-after-it"
    return settings.SECRET_KEY


@pytest.fixture
def student(transactional_db):
    return UserFactory()


@pytest.fixture
def edited(student):
    """Four forms of the student's and the field of each that is written into."""
    words = {"text": "Begun.", "token": uuid.uuid4()}
    target = actions.save_career(user=student, career=CareerFactory())
    step = actions.add_step(user=student, due_on=None, target=None, **words)
    goal = actions.add_row(user=student, model=Goal, **words)
    return [
        (f"/plan/steps/{step.pk}/edit/", "text"),
        (f"/plan/goal/{goal.pk}/edit/", "why"),
        (f"/plan/careers/{target.pk}/notes/", "notes"),
        ("/plan/goals/", "in_work"),
    ]


@pytest.fixture
def session_of(secret):
    def session_of(user) -> str:
        client = Client()
        client.force_login(user)
        return client.cookies[django_settings.SESSION_COOKIE_NAME].value

    return session_of


@pytest.fixture
def start_site(secret, tmp_path):
    """Starts it with what the database holds now: a copy of it in a file, or on PostgreSQL the tests' own."""
    started = []

    def start_site() -> Site:
        more = {"SECRET_KEY": secret, "DATABASE_URL": database_url(tmp_path / "site.sqlite3")}
        site = Site(environment(tmp_path, DJANGO_SETTINGS_MODULE="tests.plans.enduring.settings", **more))
        started.append(site)
        return site

    yield start_site
    for site in started:
        site.close()


def database_url(path) -> str:
    if connection.vendor == "postgresql":
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    copy = sqlite3.connect(path)
    connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{path}"


@pytest.fixture
def person(student, edited, session_of, start_site):
    session = session_of(student)
    return Browser(start_site().port, session)
