"""The page of sources: each with what it is, and how many careers use it."""

import pytest

from careers.models import Family, Status
from tests.careers.figures.conftest import words_of
from tests.factories import CareerFactory, PayFactory, ProjectionFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_source_says_what_it_is(client):
    SourceFactory(attribution="Numbers by the Bureau.")

    page = words_of(client.get("/sources/").text)

    for words in ["Release May 2025", "Licence Public domain", "Numbers by the Bureau.", "https://www.bls.gov/"]:
        assert words in page


def test_only_published_careers_with_figures_use_a_source(client):
    PayFactory(code="25-4031", annual_median=44580)
    CareerFactory(code="25-4031.00")
    CareerFactory(code="25-4031.00", status=Status.DRAFT)
    CareerFactory(code="11-1011.00")
    CareerFactory(code="")

    assert "Used by 1 career Licence" in words_of(client.get("/sources/").text)


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
