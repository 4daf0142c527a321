"""The content security policy stands on every answer, and allows what comes from here and nothing else."""

import pytest
from django.core.management import call_command
from django.test import Client

from careers import facets
from tests.factories import CareerFactory, with_role

pytestmark = pytest.mark.django_db
ADMIN = ("/admin/", "/admin/careers/career/", "/admin/careers/career/add/", "/admin/jsi18n/", "/admin/accounts/user/")


def policy(response) -> dict[str, list[str]]:
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


def is_strict(response) -> bool:
    found = policy(response)
    allowed = {source for sources in found.values() for source in sources}
    from_here = all(found[name] == ["'self'"] for name in ("script-src", "style-src", "form-action", "connect-src"))
    closed = all(found[name] == ["'none'"] for name in ("default-src", "base-uri", "frame-ancestors"))
    return from_here and closed and allowed == {"'self'", "'none'"}


@pytest.fixture
def administrator(db):
    call_command("setup_roles", verbosity=0)
    client = Client(raise_request_exception=False)
    client.force_login(with_role("administrator"))
    return client


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/careers/", 200),
        ("/careers/nurses/", 200),
        ("/careers/nurses/view/", 200),
        ("/account/sign-in/", 200),
        ("/account/deleted/", 200),
        ("/privacy/", 200),
        ("/plan/", 302),
        ("/careers/no-such-career/", 404),
        ("/no-such-page/", 404),
        ("/robots.txt", 200),
        ("/sitemap.xml", 200),
        ("/healthz", 200),
    ],
)
def test_what_visitors_get_has_a_strict_policy(client, path, status):
    CareerFactory(title="Nurses")

    first, again = client.get(path), client.get(path)

    assert (first.status_code, again.status_code) == (status, status)
    assert is_strict(first)
    assert is_strict(again)


@pytest.mark.parametrize("path", [*ADMIN, "/plan/", "/plan/steps/new/", "/account/", "/account/details/"])
def test_what_people_get_has_a_strict_policy(administrator, path):
    response = administrator.get(path)

    assert response.status_code == 200
    assert is_strict(response)


def test_a_refusal_has_it_too(student_client):
    response = student_client.get("/admin/login/")

    assert response.status_code == 403
    assert is_strict(response)


def test_a_form_without_its_token_has_it_too():
    response = Client(enforce_csrf_checks=True).post("/account/sign-in/")

    assert response.status_code == 403
    assert is_strict(response)


@pytest.mark.parametrize("method", ["put", "post"])
def test_a_method_we_do_not_know_has_it_too(client, method):
    response = getattr(client, method)("/privacy/")

    assert response.status_code == 405
    assert is_strict(response)


def test_a_page_that_breaks_has_it_too(administrator, monkeypatch):
    monkeypatch.setattr(facets, "current", lambda: 1 / 0)

    response = administrator.get("/careers/")

    assert response.status_code == 500
    assert is_strict(response)


def test_a_conditional_answer_has_it_too(client):
    etag = client.get("/").headers["ETag"]

    response = client.get("/", headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert is_strict(response)


@pytest.mark.parametrize(
    "header",
    [
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'",
        "default-src 'none'; script-src *; style-src 'self'",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:",
    ],
)
def test_a_policy_with_a_hole_is_found(client, header):
    response = client.get("/privacy/")
    rest = "; form-action 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    response.headers["Content-Security-Policy"] = header + rest

    assert not is_strict(response)
