"""The ways to a comparison: from a profile, and over the list, whose address holds what is chosen."""

import pytest

from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def librarians(db):
    CareerFactory(title="Electricians")
    return CareerFactory(title="Librarians")


def test_the_profile_leads_to_it(client, librarians):
    assert 'href="/compare/?career=librarians"' in client.get(librarians.get_absolute_url()).text


def test_a_card_adds_to_the_list_s_address_and_keeps_the_filters(client, librarians):
    page = client.get("/careers/?q=electricians&compare=librarians").text

    assert 'href="?q=electricians&amp;compare=librarians&amp;compare=electricians#compare-electricians"' in page
    assert '<input type="hidden" name="compare" value="librarians">' in page
    assert 'href="/compare/?career=librarians"' in page


def test_a_chosen_card_can_be_left_out_again(client, librarians):
    page = client.get("/careers/?compare=librarians&compare=electricians").text

    assert 'id="compare-librarians" href="?compare=electricians#compare-librarians"' in page
    assert "Compare these 2" in page


def test_with_four_chosen_no_card_offers_a_fifth(client):
    for number in range(5):
        CareerFactory(title=f"Job {number}")

    page = client.get("/careers/?" + "&".join(f"compare=job-{number}" for number in range(4))).text
    assert 'id="compare-job-3"' in page
    assert 'id="compare-job-4"' not in page


@pytest.mark.parametrize("query", ["compare=%00", "compare=wizards", "compare=" + "x" * 10_000, "compare=&compare="])
def test_the_list_bears_any_choice(client, librarians, query):
    response = client.get(f"/careers/?{query}")

    assert response.status_code == 200
    assert "compare-bar" not in response.text
