"""What sessions keep of people for a while, and how it goes."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts import passwords, typed
from accounts.actions import delete_people
from accounts.sessions import KEPT_FOR, LIST, forget_waiting, sessions_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOW, LONG_AGO = time.time(), time.time() - KEPT_FOR - 60


@pytest.fixture
def casey():
    return UserFactory(username="casey")


@pytest.fixture
def client(casey):
    client = Client()
    client.force_login(casey)
    return client


def keeps(client, **data):
    session = client.session
    session.update({name.replace("list", LIST): value for name, value in data.items()})
    session.save()


def listing(*names, at=NOW) -> dict:
    return {"key": "k", "cohort": 1, "rows": [[2, name, name.lower(), True] for name in names], "at": at}


@pytest.mark.parametrize(("listed", "stays"), [("Ada", False), ("Adam", True)])
def test_a_list_that_names_who_is_erased_goes_out_of_others_sessions(client, listed, stays):
    keeps(client, list=listing("Bo", listed))

    delete_people(UserFactory(username="ada", name="Ada"))

    assert (LIST in client.session) is stays
    assert "_auth_user_id" in client.session


def test_slips_that_name_them_go_too(client):
    session = client.session
    passwords.put_by(session, [("ada", "", "maple-river-otter-plum-47")])
    session.save()

    delete_people(UserFactory(username="ada"))

    assert passwords.SESSION_KEY not in client.session


def test_the_sessions_of_who_is_erased_end_also_those_that_are_over(client, casey):
    Session.objects.update(expire_date="2020-01-01T00:00Z")

    delete_people(casey)

    assert not Session.objects.exists()


def test_what_nobody_came_back_to_goes_after_an_hour(client):
    old, new = ({"at": at, "action": "/plan/", "fields": [["text", "So."]]} for at in (LONG_AGO, NOW))
    keeps(client, list=listing("Bo", at=LONG_AGO), **{typed.SESSION_KEY: {"old": old, "new": new}})

    assert [forget_waiting(), forget_waiting()] == [1, 0]
    assert LIST not in client.session
    assert list(client.session[typed.SESSION_KEY]) == ["new"]


def test_what_is_not_old_stays(client):
    keeps(client, list=listing("Bo"))

    assert forget_waiting() == 0
    assert LIST in client.session


def test_a_session_is_found_by_whose_it_is(client, casey):
    Client().force_login(UserFactory())

    assert [session.pk for session in sessions_of(casey)] == [client.session.session_key]
