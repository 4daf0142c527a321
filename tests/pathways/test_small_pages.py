import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.factories import UserFactory


def test_a_page_that_is_not_there_helps_on(client, db):
    response = client.get("/no/such/page/")

    assert response.status_code == 404
    assert "This page is not here" in response.text
    assert 'action="/careers/"' in response.text


def test_a_strange_address_is_shown_nowhere(client, db):
    assert "<script>" not in client.get("/<script>alert(1)</script>/").text


def test_a_forbidden_page_says_who_is_signed_in(client, db):
    client.force_login(UserFactory(username="ada"))

    response = client.get("/admin/login/")

    assert response.status_code == 403
    assert "signed in as <bdi>ada</bdi>" in response.text


def test_a_fault_of_ours_is_answered_without_the_database(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("pathways.views.render", fail)
    response = Client(raise_request_exception=False).get("/privacy/")

    assert response.status_code == 500
    assert "It is our fault, not yours" in response.text


@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_pages_for_the_worst_need_no_context(name):
    page = render_to_string(name)

    assert '<html lang="en-GB">' in page
    assert "<script" not in page
    assert "style=" not in page


def test_what_is_far_too_long_is_refused_with_a_page(client, settings, db):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    response = client.post("/account/sign-in/", {"login": "x" * 2000})

    assert response.status_code == 400
    assert "We could not read this" in response.text


@pytest.mark.parametrize("path", ["/privacy/", "/accessibility/"])
def test_visitors_read_what_the_site_does(client, db, settings, path):
    settings.CONTACT = "Ms <Lee>, room 12"

    response = client.get(path)

    assert response.status_code == 200
    assert "Ms &lt;Lee&gt;, room 12" in response.text
    assert not response.cookies


def test_privacy_says_who_sees_a_plan(client, db):
    assert "its counsellors and the head of guidance at its school read it too" in client.get("/privacy/").text
