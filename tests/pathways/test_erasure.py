"""What is held about a person is in their download, and after they are erased it is nowhere: a canary in every field.

A word that stands nowhere else is put into every field that is about a person, by hand into each table and by the pages
themselves. After the erasure every column of every table is searched for them, every session, and what was logged.
"""

import base64
import logging
import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from reversion import get_registered_models

from accounts.actions import end_account
from accounts.held import held_about
from accounts.sessions import sessions_of
from pathways.classified import MODELS
from plans.models import Access, SavedView, Verb
from tests.factories import PASSWORD, CohortFactory, UserFactory, with_role
from tests.pathways.canaries import Nest, everything, models_about_people
from tests.pathways.lives import done, lived

pytestmark = pytest.mark.django_db
YEARS_LATER = timedelta(days=3_000)
OVERWRITTEN = {"step", "name in the list"}  # the student wrote something else there later


@pytest.fixture
def roles(db):
    call_command("setup_roles", verbosity=0)


@pytest.fixture
def heard(caplog):
    caplog.set_level(logging.INFO)
    return caplog


@pytest.fixture
def _counted_in_the_database(settings):
    """Limits and the like as in production: in a table, which is searched too."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "pathways_cache"}
    }
    call_command("createcachetable", verbosity=0)
    cache.clear()


def left(canaries) -> dict[str, set[str]]:
    """Where there is still a canary, and whose."""
    texts = everything() | {"in sessions": str([session.get_decoded() for session in Session.objects.all()])}
    return {place: found for place, text in texts.items() if (found := canaries.within(text))}


# A word in every field of every table


@pytest.fixture(params=["of their own", "of a school"])
def nest(request):
    school = CohortFactory(school__keep_days=30).school if request.param == "of a school" else None
    return Nest(other=UserFactory(), school=school)


def erase(person) -> None:
    """As whoever asks for it has it: at once, or when the time of the school's rule has come."""
    if not end_account(user=person):
        with time_machine.travel(timezone.now() + YEARS_LATER):
            call_command("purge_expired", verbosity=0)


STAYS = {
    "plans.access.about",  # a kind and a number
    "plans.assignment.text", "plans.assignment.why", "plans.assignment.by_name",  # what staff gave to whole groups
    "reversion.revision.comment",  # the history of our careers, which names nobody
}  # fmt: skip


def told() -> set[str]:
    return {f"{label}.{name}" for label, fields in MODELS.items() for name in fields.told()}


def test_the_nest_has_a_row_of_every_model_about_people(nest):
    empty = {model._meta.label for model in models_about_people() if not model._base_manager.exists()}

    assert empty == set()
    assert len(nest.canaries.words) > 60


def test_every_word_about_a_person_is_in_their_download(nest):
    found, held = nest.canaries.within(str(held_about(nest.person))), base64.b64decode(content_held(nest.person))
    found |= nest.canaries.within(held.decode())

    assert found == (set(nest.canaries.words.values()) & told()) | {"plans.assignment.text"}


def content_held(person) -> str:
    return held_about(person)["files"][0]["content as base64"]


def test_after_the_erasure_no_word_of_theirs_is_left(nest):
    assert set().union(*left(nest.canaries).values()) == set(nest.canaries.words.values())

    erase(nest.person)

    assert set().union(*left(nest.canaries).values()) == STAYS


# A life on the site


@pytest.fixture(params=[False, True], ids=["of their own", "of a school"])
def life(request, heard, roles, _counted_in_the_database):
    return lived(with_role("administrator", username="office"), of_a_school=request.param)


def ends(life) -> None:
    """The student asks for it; a school's account goes when its days are over. Then comes the night."""
    done(life.student.post("/account/delete/", {"password": PASSWORD}, follow=True))
    later = timedelta(days=31) if life.person_school else timedelta(hours=2)
    with time_machine.travel(timezone.now() + later):
        call_command("purge_expired", verbosity=0)


def test_of_a_whole_life_nothing_is_left(life, heard):
    person, life.person_school = life.person, life.person.school
    kept = left(life.canaries)
    assert set(life.canaries.words.values()) - OVERWRITTEN == set().union(*kept.values())
    assert {"django_admin_log", "plans_review", "accounts_user", "plans_evidence", "in sessions"} <= set(kept)

    ends(life)

    assert left(life.canaries) == {}
    assert life.canaries.within(heard.text) == set()
    assert list(sessions_of(person)) == []


def test_who_looked_stays_as_numbers_alone(life):
    life.person_school, number = life.person.school, life.person.pk

    ends(life)

    entries = Access.objects.filter(student_number=number)
    assert {Verb.READ, Verb.COMMENTED, Verb.NOTED, Verb.APPROVED, Verb.HELD} <= {entry.verb for entry in entries}
    assert {(entry.student, entry.plan, entry.address) for entry in entries} == {(None, None, None)}
    assert not [entry for entry in entries if re.search(r"[^a-z0-9 ,]", entry.about)]


def test_the_download_of_a_life_leaves_out_what_is_for_staff_alone(life):
    text = life.student.get("/account/download/").text
    text += "".join(file.content.decode() for file in life.plan.files.all() if base64_of(file) in text)

    assert set(life.canaries.words.values()) - OVERWRITTEN - life.canaries.within(text) == {
        "private note", "typed while signed out",
    }  # fmt: skip


def base64_of(file) -> str:
    return base64.b64encode(bytes(file.content)).decode()


def test_of_a_counsellor_who_goes_the_name_stays_at_what_they_said(roles):
    """Who signed a plan off must be known later: the name belongs to the student's record, and goes with it."""
    staff = UserFactory(username="kanari-staff", name="Kanari Casey", email="kanari@example.org")
    nest = Nest(other=UserFactory())
    for label in ("plans.review", "plans.comment", "plans.note", "plans.assignment"):
        row = nest.rows[label]
        type(row).objects.update(**{names_of(row): str(staff), "by" if hasattr(row, "by") else "author": staff})
    SavedView.objects.create(user=staff, name="Kanari", query="q=kanari")

    end_account(user=staff)

    places = {table for table, text in everything().items() if "kanari casey" in text.lower()}
    assert places == {"plans_review", "plans_comment", "plans_note", "plans_assignment"}
    assert not [table for table, text in everything().items() if "kanari-staff" in text or "kanari@" in text]


def names_of(row) -> str:
    return "by_name" if hasattr(row, "by_name") else "author_name"


def test_no_history_of_content_holds_anything_of_people():
    """Versions keep whole rows, for years: nothing of a person may be among what they keep."""
    models = {model._meta.label_lower for model in get_registered_models()}

    assert models
    assert {f"{label}.{name}" for label in models for name in MODELS[label].about_people()} == {
        "careers.career.changed_by"  # a number
    }
