"""What a link shows to whoever has it, and to nobody else."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from plans import actions
from plans.models import PARTS, Access, Link, Plan, Verb

pytestmark = pytest.mark.django_db
# Words of the plan in conftest, by the part they belong to.
WORDS = {
    "goals": ["College.", "Learn first aid", "It helps.", "A certificate.", "Visit a ward.", "I liked it.", "Dina"],
    "careers": ["Nurses", "Vets"],
    "courses": ["Biology", "Hard."],
    "experience": ["A day on a ward", "City hospital", "Tiring."],
    "skills": ["Listening", "Friends say so.", "Red Cross", "Youth group."],
    "applications": ["Community college", "$45", "My aunt", "Essay."],
}
NEVER = ["Ask Dina.", "Roofers", "Heights.", "Ms Bell", "555 0100"]


@pytest.fixture
def share(plan):
    def share(*parts, **words):
        words = {"ends_on": timezone.localdate(), "for_family": False} | words
        made = actions.make_link(user=plan.user, token="a", name="Grandma", parts=list(parts or PARTS), **words)
        return f"/shared/{made[1]}/"

    return share


@pytest.mark.parametrize("part", PARTS)
def test_a_link_shows_its_part_and_no_other(share, part):
    page = Client().get(share(part)).text

    others = [word for other, words in WORDS.items() if other != part for word in words]
    assert [word for word in WORDS[part] if word not in page] == []
    assert [word for word in (*others, *NEVER) if word in page] == []


def test_a_link_to_everything_keeps_back_what_is_for_the_student_alone(share):
    page = Client().get(share()).text

    assert [word for words in WORDS.values() for word in words if word not in page] == []
    assert [word for word in NEVER if word in page] == []
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_nobody_keeps_the_page_and_no_search_engine_finds_it(share):
    response = Client().get(share())

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


def test_opening_is_counted_and_written_down_without_a_name(share, stranger_client):
    address = share()
    stranger_client.get(address)
    Client().get(address)
    Client().head(address)

    link = Link.objects.get()
    assert (link.opened, link.opened_at is not None) == (2, True)
    rows = Access.objects.values_list("verb", "actor", "actor_number", "about")
    assert list(rows) == [(Verb.OPENED, None, None, f"link {link.pk}")] * 2


def test_the_students_own_look_is_not_counted(share, student_client):
    assert student_client.get(share()).status_code == 200
    assert (Link.objects.get().opened, Access.objects.count()) == (0, 0)


def test_a_link_ends_with_its_last_day_where_the_student_lives(share, student):
    type(student).objects.update(time_zone="Pacific/Auckland")
    with time_machine.travel("2026-11-27T12:00Z", tick=False):  # the 28th in Auckland
        address = share(ends_on=datetime.date(2026, 11, 28))
        assert Client().get(address).status_code == 200
    with time_machine.travel("2026-11-28T12:00Z", tick=False):
        assert Client().get(address).status_code == 404


def test_a_link_that_was_taken_back_leads_nowhere(share):
    address = share()
    actions.revoke_link(link=Link.objects.get())

    assert Client().get(address).status_code == Client().post(address, {"name": "Ada"}).status_code == 404


@pytest.mark.parametrize("state", [{"is_active": False}, {"closed_at": "2026-11-27T12:00Z"}])
def test_a_closed_account_shares_nothing(share, student, state):
    address = share()
    type(student).objects.filter(pk=student.pk).update(**state)

    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("secret", ["x", "a" * 43, "a" * 3_000])
def test_a_guess_finds_nothing(share, secret):
    share()

    assert Client().get(f"/shared/{secret}/").status_code == 404


def test_the_hash_is_no_secret(share):
    share()

    assert Client().get(f"/shared/{Link.objects.get().digest}/").status_code == 404


def test_a_family_says_that_it_read(share):
    address = share(for_family=True)

    response = Client().post(address, {"name": "Ada <b>Bell</b>"}, follow=True)

    link = Link.objects.get()
    assert (link.acknowledged_by, link.acknowledged_at is not None) == ("Ada <b>Bell</b>", True)
    assert "Ada &lt;b&gt;Bell&lt;/b&gt;" in response.text
    assert "We read it" not in response.text
    assert Access.objects.filter(verb=Verb.ACKNOWLEDGED, actor=None).count() == 1


def test_the_first_name_stands(share):
    address = share(for_family=True)
    for name in ("Ada", "Bo"):
        Client().post(address, {"name": name})

    assert Link.objects.get().acknowledged_by == "Ada"
    assert Access.objects.filter(verb=Verb.ACKNOWLEDGED).count() == 1


@pytest.mark.parametrize("name", ["", " ", "x" * 81, "a\0b"])
def test_a_name_that_does_not_fit_is_told(share, name):
    response = Client().post(share(for_family=True), {"name": name})

    assert "errorlist" in response.text or 'role="alert"' in response.text
    assert Link.objects.get().acknowledged_at is None


def test_a_link_that_is_not_for_a_family_takes_no_name(share):
    address = share()

    assert "We read it" not in Client().get(address).text
    Client().post(address, {"name": "Ada"})
    assert Link.objects.get().acknowledged_at is None


def test_acknowledging_is_no_change_of_the_plan(share, plan):
    before = Plan.objects.values().get()
    Client().post(share(for_family=True), {"name": "Ada"})

    assert Plan.objects.values().get() == before
