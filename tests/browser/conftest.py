"""A real browser at a real server: content from the fixtures, people as `make run` has them, a database for each test.

The database is made once a process and copied for each test. A page that says anything on the console, breaks the
content security policy, fails in a script or asks another host for anything fails its test, whatever the test is about.
"""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connections
from django.test import Client, override_settings
from pytest_django.live_server_helper import LiveServer

from accounts.actions import make_person
from tests.browser.pages import PLACES
from tests.browser.watching import Watch
from tests.browser.ways import PASSWORD

CHROMIUM = "/usr/bin/chromium"
QUIET = ("no-first-run", "disable-background-networking", "disable-component-update", "disable-sync")
MD5 = ["django.contrib.auth.hashers.MD5PasswordHasher", "accounts.hashers.OneTimeHasher"]
PATIENCE = 15_000  # milliseconds, on a machine that does much else

# Playwright runs an event loop in the thread of the tests, and Django would take that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    if not os.access(CHROMIUM, os.X_OK):
        pytest.fail(f"These tests need Chromium at {CHROMIUM}: apt-get install chromium.", pytrace=False)
    arguments = ("no-sandbox", "disable-gpu", "disable-quic", *QUIET)
    return {"executable_path": CHROMIUM, "args": [f"--{argument}" for argument in arguments]}


# The site


@contextmanager
def database_at(path):
    """What this process and its server read and write meanwhile; nothing of it has to outlive a power cut."""
    connections["default"].close()
    before, database = connections["default"], django_settings.DATABASES["default"]
    kept, options = database.copy(), database["OPTIONS"]
    pragmas = f"{options['init_command']}PRAGMA synchronous=OFF;"
    database |= {"NAME": str(path), "OPTIONS": options | {"init_command": pragmas}}
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = before
        database |= kept


@pytest.fixture(scope="session")
def filled_database(django_db_setup, django_db_blocker, tmp_path_factory):
    """A file with the careers of the fixtures and the demo people."""
    path = tmp_path_factory.mktemp("site") / "filled.sqlite3"
    with django_db_blocker.unblock(), database_at(path), override_settings(DEBUG=True, PASSWORD_HASHERS=MD5):
        for command in ("migrate", "createcachetable", "setup_roles", "load_content", "create_demo"):
            call_command(command, verbosity=0)
    return path


@pytest.fixture(scope="session")
def server(filled_database, django_db_blocker):
    with django_db_blocker.unblock(), database_at(filled_database):
        server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def base_url(server):
    return server.url


@pytest.fixture
def site(server, filled_database, django_db_blocker, tmp_path, settings):
    """The address of a site that is this test's own."""
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    path = shutil.copy(filled_database, tmp_path / "site.sqlite3")
    with django_db_blocker.unblock(), database_at(path):
        yield server.url


# The browser


@pytest.fixture
def width():
    return 1280


@pytest.fixture
def javascript():
    return True


@pytest.fixture
def watch(site):
    watch = Watch(site)
    yield watch
    assert watch.troubles == []


@pytest.fixture
def open_browser(new_context, site, watch, width, javascript):
    """A browser that nobody has used yet."""

    def open_browser(**kwargs):
        options = {"viewport": {"width": width, "height": 800}, "java_script_enabled": javascript}
        context = new_context(**options | kwargs)
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        return context

    return open_browser


@pytest.fixture
def context(open_browser):
    return open_browser()


@pytest.fixture
def become(context, site):
    """Be somebody in this browser, without the sign-in page."""

    def become(username):
        person = make_person(username=username, password=PASSWORD, roles=["student"])
        client = Client()
        client.force_login(person)
        name = django_settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
        return person

    return become


@pytest.fixture
def arrive(page, become, watch, settings):
    """Open one of the places of pages.py."""

    def arrive(name):
        place = PLACES[name]
        settings.DEBUG = place.path == "/style/"
        watch.expect(place.expects)
        if place.who:
            become(place.who)
        place.open(page)
        return page

    return arrive
