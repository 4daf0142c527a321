"""Who looked at my plan: always there for the student."""

import pytest
from django.test import Client

from accounts.models import User
from plans.models import Access, Verb
from tests.factories import PlanFactory, UserFactory

pytestmark = pytest.mark.django_db
LOOKED = "/plan/looked/"


@pytest.fixture
def look(student):
    def look(actor=None, verb=Verb.READ, about="", number=None):
        numbers = {"student_number": student.pk, "actor_number": actor.pk if actor else number}
        return Access.objects.create(actor=actor, student=student, verb=verb, about=about, **numbers)

    return look


def test_nobody_looked_yet(student_client):
    assert "Nobody but you so far." in student_client.get(LOOKED).text


def test_it_says_who_and_what(student_client, look):
    look(UserFactory(name="Ms <b>Bell</b>"), Verb.COMMENTED, "step 12")

    page = " ".join(student_client.get(LOOKED).text.split())
    assert "<bdi>Ms &lt;b&gt;Bell&lt;/b&gt;</bdi></b> commented (step)" in page


def test_whoever_is_gone_has_no_name(student_client, look):
    look(UserFactory(name="Ms Bell"))
    User.objects.get(name="Ms Bell").delete()

    page = student_client.get(LOOKED).text
    assert "Somebody whose account is gone" in page
    assert "Ms Bell" not in page


def test_a_link_is_named_and_its_reader_is_not(student_client, look, student):
    link = PlanFactory(user=student).links.create(name="Grandma", digest="x", ends_on="2026-12-01")
    look(verb=Verb.OPENED, about=f"link {link.pk}")
    look(verb=Verb.OPENED, about="link 0")

    page = student_client.get(LOOKED).text
    assert "Whoever has the link for “Grandma”" in page
    assert "Whoever had a link of yours" in page


def test_nobody_sees_who_looked_at_somebody_elses_plan(stranger_client, look):
    look(UserFactory(name="Ms Bell"))

    assert "Ms Bell" not in stranger_client.get(LOOKED).text


def test_signed_out_nobody_sees_it(db):
    assert Client().get(LOOKED).status_code == 302


def test_it_only_shows(student_client):
    assert student_client.post(LOOKED).status_code == 405


@pytest.mark.parametrize(("page", "number"), [("1", 1), ("2", 2), ("99", 2), ("x", 1), ("-1", 2), ("", 1)])
def test_it_comes_in_pages(student_client, look, page, number):
    for _ in range(26):
        look()

    assert f"Page {number} of 2" in student_client.get(LOOKED, {"page": page}).text


def test_it_asks_as_often_for_one_line_as_for_many(student_client, look, django_assert_num_queries):
    for _ in range(25):
        look(UserFactory())

    with django_assert_num_queries(5):
        student_client.get(LOOKED)
