"""The page of sources: each with what it is, and how many careers use it."""

import pytest

from careers.models import Family, Status
from tests.careers.figures.conftest import words_of
from tests.factories import CareerFactory, PayFactory, ProjectionFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_source_says_what_it_is_and_who_uses_it(client):
    source = SourceFactory(attribution="Numbers by the Bureau.")
    PayFactory(code="25-4031", source=source, annual_median=44580)
    for title, code, status in [
        ("One", "25-4031.00", "published"),
        ("Two", "25-4031.00", "draft"),
        ("Three", "", "published"),
    ]:
        CareerFactory(title=title, code=code, status=Status(status))

    page = words_of(client.get("/sources/").text)

    for words in [
        "Release May 2025",
        "Used by 1 career Licence Public domain",
        "Numbers by the Bureau.",
        "https://www.bls.gov/",
    ]:
        assert words in page


def test_a_career_uses_the_figures_of_its_group(client):
    ProjectionFactory(code="25-9045")
    CareerFactory(title="Teaching assistants", code="25-9042.00")

    assert "Used by 1 career" in words_of(client.get("/sources/").text)


def test_a_source_that_no_career_uses_stands_there_too(client):
    SourceFactory(family=Family.ONET, release="29.3")

    assert "Used by 0 careers" in words_of(client.get("/sources/").text)


def test_without_sources_it_says_so(client):
    assert "No official figures have been brought in" in client.get("/sources/").text


def test_every_page_links_to_it(client):
    assert '<a href="/sources/">Sources</a>' in client.get("/").text
    assert "/sources/</loc>" in client.get("/sitemap.xml").text


def test_it_costs_few_queries_however_many_careers(client, django_assert_max_num_queries):
    for number in range(5):
        PayFactory(code=f"25-403{number}", annual_median=1)
        CareerFactory(code=f"25-403{number}.00")

    with django_assert_max_num_queries(6):
        client.get("/sources/")
