"""The finder's pages: nothing is stored, an address says it all."""

import pytest

from careers import facets
from careers.interests.matches import Matches
from careers.models import Education, Status
from tests.careers.figures.conftest import words_of
from tests.careers.interests.test_answers import code_of
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db

SOCIAL = code_of(S=5, A=4, R=1)
HELPER, MAKER, HALF = "29-1141.00", "47-2111.00", "25-4031.00"


@pytest.fixture
def careers(profile):
    profile(HELPER, 1, 2, 3, 7, 2, 2)
    profile(MAKER, 7, 3, 1, 1, 2, 3)
    profile(HALF, 4, 4)
    return [
        CareerFactory(title="Nurses", code=HELPER, education=Education.BACHELOR),
        CareerFactory(title="Electricians", code=MAKER, education=Education.SCHOOL),
        CareerFactory(title="Librarians", code=HALF),
        CareerFactory(title="Sailors"),
    ]


def result(client, code=SOCIAL, **choices):
    return client.get("/interests/result/", {"a": code} | choices)


def test_the_first_page_asks_six_things(client):
    page = client.get("/interests/").text

    assert page.count("<fieldset") == 6
    assert page.count('type="radio"') == 30
    assert "checked" not in page


def test_what_was_answered_goes_along_to_the_next_page_and_back(client):
    forth = client.get("/interests/", {"a": "", "s0": "4", "s5": "2", "go": "2"})
    back = client.get("/interests/", {"a": "400002", "s6": "5", "go": "1"})

    assert forth.url == f"/interests/?a={'400002'.ljust(30, '0')}&page=2"
    assert 'name="s0" value="4" checked' in client.get(back.url).text


def test_a_page_that_there_is_not_is_the_last(client):
    assert "Page 5 of 5" in client.get("/interests/?page=99").text
    assert client.get("/interests/?go=99").url.endswith("page=5")


@pytest.mark.parametrize("path", ["/interests/", "/interests/result/"])
@pytest.mark.parametrize("code", ["9", "x" * 10_000, "\x00", "١٢"])
def test_an_address_tampered_with_is_answered_with_a_sentence(client, path, code):
    response = client.get(path, {"a": code})

    assert response.status_code == 200
    assert "The answers in this address cannot be read" in response.text


def test_a_result_with_gaps_leads_to_the_first(client):
    response = client.get("/interests/result/", {"a": "1" * 29}, follow=True)

    assert response.redirect_chain[0][0].endswith("page=5&left=1")
    assert "1 statement has no answer yet" in response.text


def test_the_result_ranks_what_has_data_and_counts_what_has_not(client, careers):
    page = words_of(result(client).text)

    assert page.index("Nurses") < page.index("Electricians")
    assert "2 careers, the most alike first" in page
    assert "2 careers without interest data are left out" in page
    assert "Very alike. You both score high on Social" in page


def test_the_result_tells_scores_in_words(client, careers):
    page = words_of(result(client).text)

    assert "You like most: Social" in page
    assert "Realistic 0, Investigative 0, Artistic 15, Social 20, Enterprising 0, Conventional 0, each of 20." in page
    assert "It is not a validated test" in page


def test_equal_answers_are_not_ranked(client, careers):
    page = words_of(result(client, "3" * 30).text)

    assert "All six of your scores are the same" in page
    assert "Nurses" not in page


def test_filters_narrow_the_ranking_and_count(client, careers):
    page = words_of(result(client, education="school", pay="x").text)

    assert "1 career, the most alike first" in page
    assert "Nurses" not in page
    assert "We do not know “x”" in page


def test_drafts_and_what_is_published_later_stay_out(client, careers):
    type(careers[0]).objects.filter(title="Nurses").update(status=Status.DRAFT)

    assert "Nurses" not in result(client).text


def test_equals_stand_in_the_order_of_titles(client, careers, rf):
    first, later = CareerFactory(title="Aunts", code=HELPER), CareerFactory(title="Zoo nurses", code=HELPER)

    shown = Matches(rf.get("/").GET, (-1, 0, 0, 1, 0, 0), index=facets.current()).keys

    assert shown[:3] == [first.pk, careers[0].pk, later.pk]


def test_pages_keep_the_answers(client, profile):
    profile(HELPER, 1, 2, 3, 7, 2, 2)
    for number in range(13):
        CareerFactory(title=f"Helpers {number:02}", code=HELPER)

    assert f"?a={SOCIAL}&amp;page=2" in result(client).text
    assert "Helpers 12" in result(client, page="99").text


def test_a_visitors_result_is_public_and_sets_no_cookie(client, careers):
    response = result(client)

    assert response["Cache-Control"].startswith("public")
    assert not response.cookies


def test_a_result_costs_few_queries_however_many_match(client, profile, django_assert_max_num_queries):
    profile(HELPER, 1, 2, 3, 7, 2, 2)
    for number in range(30):
        CareerFactory(title=f"Helpers {number:02}", code=HELPER)
    facets.current()

    with django_assert_max_num_queries(8):
        result(client)


def test_a_student_is_offered_to_rule_a_match_out(student_client, careers):
    assert "/plan/rule-out/nurses/" in result(student_client).text


@pytest.mark.parametrize("path", ["/", "/careers/"])
def test_who_does_not_know_what_to_search_for_is_led_here(client, db, path):
    ways_in = client.get(path).text.partition("Not sure what to search for?")[2]

    for address in ("/interests/", "/subjects/", "/skills/", "/paths/"):
        assert f'href="{address}"' in ways_in
    assert "/interests/</loc>" in client.get("/sitemap.xml").text
