"""Visitors' pages: no cookie, kept while the content stands, answered with 304 where nothing changed."""

import gzip
from types import SimpleNamespace

import brotli
import pytest
from django.http import HttpResponse

from careers.actions import content_changed
from careers.models import Career
from careers.views import visitors
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "url", ["/", "/careers/", "/careers/library-technicians/", "/careers/library-technicians/view/"]
)
def test_a_visitor_gets_no_cookie_and_any_cache_may_keep_the_page(client, technicians, url):
    response = client.get(url)

    assert not response.cookies
    assert response["Cache-Control"].startswith("public")
    assert {"Cookie", "HX-Request"} <= set(response["Vary"].split(", "))


def test_a_signed_in_page_is_private(student_client, technicians):
    response = student_client.get(technicians.get_absolute_url())

    assert response["Cache-Control"] == "private, no-store"
    assert "Cookie" in response["Vary"]


def test_a_kept_page_costs_one_query(client, technicians, django_assert_num_queries):
    first = client.get(technicians.get_absolute_url()).content

    with django_assert_num_queries(1):
        assert client.get(technicians.get_absolute_url()).content == first


def test_a_change_is_seen_at_once(client, technicians):
    client.get(technicians.get_absolute_url())
    Career.objects.update(summary="Something new.")
    content_changed(technicians)

    assert "Something new." in client.get(technicians.get_absolute_url()).content.decode()


def test_nothing_changed_is_304(client, technicians):
    etag = client.get(technicians.get_absolute_url())["ETag"]

    response = client.get(technicians.get_absolute_url(), headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert not response.content


def test_a_change_is_not_304(client, technicians):
    etag = client.get(technicians.get_absolute_url())["ETag"]
    Career.objects.update(summary="Something new.")
    content_changed(technicians)

    assert client.get(technicians.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding", "decompress"),
    [("gzip, deflate", "gzip", gzip.decompress), ("gzip, deflate, br, zstd", "br", brotli.decompress)],
)
def test_compressed_and_plain_say_the_same(client, technicians, accepted, encoding, decompress):
    plain = client.get(technicians.get_absolute_url())
    squeezed = client.get(technicians.get_absolute_url(), headers={"Accept-Encoding": accepted})

    assert squeezed["Content-Encoding"] == encoding
    assert decompress(squeezed.content) == plain.content
    assert "Accept-Encoding" in plain["Vary"]


def test_a_signed_in_page_never_reaches_a_visitor(client, student, technicians):
    client.force_login(student)
    client.get(technicians.get_absolute_url())
    client.logout()

    assert "My account" not in client.get(technicians.get_absolute_url()).content.decode()


def test_the_shelf_forgets_the_oldest():
    shelf = visitors.Shelf(most=100)
    for name in "abc":
        shelf.put(name, None, visitors.Page(b"x" * 20, {}))

    assert list(shelf.pages) == ["b", "c"]
    assert shelf.held == 80


def test_what_was_read_before_a_change_is_not_kept_after_it():
    shelf = visitors.Shelf(most=100)
    shelf.get("a", ("new", None))

    shelf.put("a", ("old", None), visitors.Page(b"stale", {}))

    assert shelf.get("a", ("new", None)) is None


def test_a_kept_page_has_every_header_of_a_fresh_one(client, technicians):
    fresh, kept = (client.get(technicians.get_absolute_url()) for _ in range(2))

    assert dict(kept.headers) == dict(fresh.headers)
    assert kept["X-Frame-Options"] == "DENY"
    assert "script-src 'self'" in kept["Content-Security-Policy"]


def test_a_kept_page_is_for_our_own_host_only(client, technicians, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.get(technicians.get_absolute_url())

    assert client.get(technicians.get_absolute_url(), headers={"Host": "elsewhere.example"}).status_code == 400


def test_head_gets_the_headers_alone(client, technicians):
    response = client.head(technicians.get_absolute_url())

    assert (response.status_code, response.content) == (200, b"")
    assert int(response["Content-Length"]) > 1000


def test_a_missing_page_is_not_kept(client, db):
    assert client.get("/careers/nurses/").status_code == 404
    CareerFactory(title="Nurses")

    assert client.get("/careers/nurses/").status_code == 200


def test_a_page_is_the_same_for_whoever_carries_other_cookies(client, technicians):
    page = client.get(technicians.get_absolute_url()).content
    visitors.shelf.pages.clear()
    client.cookies["messages"] = client.cookies["csrftoken"] = "a" * 32

    assert client.get(technicians.get_absolute_url()).content == page


def test_a_view_that_needs_a_sign_in_is_never_asked_past_it(rf, monkeypatch):
    view = visitors.visitor_page(lambda request: HttpResponse("For me alone."))
    monkeypatch.setattr(visitors, "resolve", lambda path: SimpleNamespace(func=view, args=(), kwargs={}))

    assert visitors.ask(rf.get("/")) is None
    view.login_required = False
    assert visitors.ask(rf.get("/")).text == "For me alone."
