"""School subjects: what profiles name, and what official data says where they name none."""

import pytest

from careers.interests.subjects import KNOWLEDGE, TAUGHT
from careers.models import ElementKind
from tests.careers.figures.conftest import words_of
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db

CODE = "29-1141.00"
BIOLOGY = "2.C.4.d"


@pytest.fixture
def biology(rate):
    def biology(value, code=CODE, **rest):
        rate(code, BIOLOGY, value, kind=ElementKind.KNOWLEDGE, name="Biology", **rest)

    return biology


def test_the_table_names_each_subject_once():
    assert len({each.subject for each in TAUGHT}) == len(TAUGHT)
    assert len(KNOWLEDGE) == sum(len(each.knowledge) for each in TAUGHT)


def test_a_subject_lists_those_that_name_it_then_those_of_official_data(client, biology):
    biology(4.6)
    CareerFactory(title="Vets", code="29-1131.00", subjects=["biology", "Biology"])
    CareerFactory(title="Nurses", code=CODE)

    page = words_of(client.get("/subjects/biology/").text)

    assert page.index("Vets") < page.index("Its profile names biology") < page.index("Nurses")
    assert "By official data. Knowledge that people in the job need: Biology: essential (4.6 of 5)." in page
    assert "2 careers" in page


@pytest.mark.parametrize(("value", "rest"), [(3.4, {}), (4.6, {"suppress": True}), (4.6, {"not_relevant": True})])
def test_weak_official_data_places_nothing(client, biology, value, rest):
    biology(value, **rest)
    CareerFactory(code=CODE)

    assert client.get("/subjects/biology/").status_code == 404


def test_what_a_profile_says_is_not_added_to(client, biology):
    biology(4.6)
    CareerFactory(code=CODE, subjects=["Latin"])

    assert client.get("/subjects/biology/").status_code == 404
    assert client.get("/subjects/latin/").status_code == 200


def test_the_page_says_how_many_careers_each_way_covers(client, biology):
    biology(4.6)
    CareerFactory(code=CODE)
    CareerFactory(subjects=["Art"])
    CareerFactory()

    page = words_of(client.get("/subjects/").text)

    assert "1 profile says which subjects help. For 1 that does not" in page
    assert "1 career has neither" in page


def test_without_subjects_it_says_so(client):
    assert "No career says yet which subjects help" in client.get("/subjects/").text
