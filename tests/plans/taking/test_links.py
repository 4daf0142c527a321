"""Links as their student sees them."""

import datetime

import pytest
from django.utils import timezone

from plans import actions
from plans.actions.sharing import digest_of_secret
from plans.models import PARTS, Link
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LINKS = "/plan/links/"
TOKEN = "6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11"


def words(**changes) -> dict:
    today = timezone.localdate()
    return {"name": "Grandma", "parts": ["goals"], "ends_on": str(today), "token": TOKEN} | changes


@pytest.fixture
def make(student_client):
    return lambda **changes: student_client.post(LINKS, words(**changes))


def test_the_address_is_shown_once_and_not_kept(make, student_client):
    response = make()

    address = response.context["address"]
    secret = address.split("/")[-2]
    assert address in response.text
    assert len(secret) == 43
    assert Link.objects.get().digest == digest_of_secret(secret)
    assert secret not in student_client.get(LINKS).text


def test_a_double_click_makes_one_link(make):
    assert make().context["address"] == make().context["address"]
    assert Link.objects.count() == 1


def test_the_same_token_is_another_secret_for_somebody_else(student, db):
    assert actions.sharing.secret_of(student, TOKEN) != actions.sharing.secret_of(UserFactory(), TOKEN)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "Say for whom the link is."),
        ({"name": "x" * 81}, "Keep it to 80 characters."),
        ({"name": "a\0b"}, "Null characters are not allowed."),
        ({"parts": []}, "Choose at least one part."),
        ({"parts": ["notes"]}, "Choose from these parts only."),
        ({"ends_on": ""}, "Choose a last day."),
        ({"ends_on": "soon"}, "Write the day as"),
        ({"ends_on": str(timezone.localdate() - datetime.timedelta(days=2))}, "at most a year from now"),
        ({"ends_on": "9999-12-31"}, "at most a year from now"),
    ],
)
def test_what_does_not_fit_is_told(make, changes, sentence):
    response = make(**changes)

    assert sentence in response.text
    assert not Link.objects.exists()


def test_fifty_links_are_enough(make, student):
    plan = actions.lock(student)
    for number in range(50):
        plan.links.create(name="X", digest=str(number), ends_on=timezone.localdate())

    assert "Take one back before you make another." in make().text


def test_the_list_says_how_it_stands(make, student_client):
    make(parts=list(PARTS), for_family="on")
    Link.objects.update(opened=2, opened_at=timezone.now())

    page = student_client.get(LINKS).text
    for sentence in ("Opened 2 times", "Works until", "Applications and money", "The family may say"):
        assert sentence in page


def test_a_link_is_taken_back_by_its_student_only(make, student_client, stranger_client):
    make()
    link = Link.objects.get()
    address = f"{LINKS}{link.pk}/revoke/"

    assert stranger_client.post(address).status_code == 404
    assert student_client.get(address).status_code == 405
    student_client.post(address)
    assert Link.objects.get().revoked_at
    assert "Taken back on" in student_client.get(LINKS).text


def test_the_list_asks_as_often_for_one_link_as_for_twenty(student, student_client, django_assert_num_queries):
    plan = actions.lock(student)
    for number in range(20):
        plan.links.create(name="X", digest=str(number), parts=["goals"], ends_on=timezone.localdate())

    with django_assert_num_queries(3):
        student_client.get(LINKS)
