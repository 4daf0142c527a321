"""Between a student and their counsellor: sent, taken back, what was said, and whether it is still right."""

import datetime
import uuid

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Comment, Decision, Goal, Plan, State
from tests.factories import CohortFactory, counsellor_of, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return student_of(CohortFactory())


@pytest.fixture
def counsellor(sam):
    return counsellor_of(sam.memberships.get().cohort, name="Casey")


@pytest.fixture
def sams(sam):
    client = Client()
    client.force_login(sam)
    return client


@pytest.fixture
def decide(sam, counsellor):
    def decide(decision, note=""):
        plan = actions.submit(user=sam)
        digest = digest_of(document_of(plan))
        return actions.decide(plan=plan, staff=counsellor, decision=decision, note=note, digest=digest)

    return decide


@pytest.fixture
def remark(sam, counsellor):
    def remark(anchor=None, words=""):
        return actions.comment(
            plan=sam.plan, author=counsellor, by_staff=True, text="Which day?", anchor=anchor, words=words,
            token=uuid.uuid4(),
        )  # fmt: skip

    return remark


def state(sam):
    return Plan.objects.get(user=sam).state


def test_a_plan_is_sent_and_taken_back(sams, sam):
    assert sams.post("/plan/send/").url == "/plan/#standing"
    assert state(sam) == State.SUBMITTED
    assert "Take it back" in sams.get("/plan/").text

    sams.post("/plan/take-back/")

    assert state(sam) == State.DRAFT
    assert "Send for review" in sams.get("/plan/").text


def test_a_plan_without_a_goal_says_what_is_missing(sams, sam, said):
    Plan.objects.update(in_work="")

    assert "Write where you want to be, and you can send" in sams.get("/plan/").text
    assert said(sams.post("/plan/send/", follow=True))[0].startswith("Write a goal first")
    assert state(sam) == State.DRAFT


def test_who_has_no_school_has_nobody_to_send_to(student_client, student, said):
    actions.write_goals(user=student, after_school="College.", in_work="", version=0)

    assert "Send for review" not in student_client.get("/plan/").text
    assert "Nobody at a school looks after your plan yet" in said(student_client.post("/plan/send/", follow=True))[0]
    assert state(student) == State.DRAFT


def test_what_the_counsellor_asked_for_is_shown_until_it_is_sent_again(sams, sam, decide):
    decide(Decision.RETURNED, "Add a date, <b>please</b>.")

    html = sams.get("/plan/").text
    assert "Sent back with questions" in html
    assert "Casey" in html
    assert "Add a date, &lt;b&gt;please&lt;/b&gt;." in html
    sams.post("/plan/send/")
    assert "Add a date" not in sams.get("/plan/").text


def test_a_change_after_signing_off_is_said(sams, sam, decide):
    decide(Decision.APPROVED)
    assert "Signed off" in sams.get("/plan/").text

    actions.add_row(user=sam, model=Goal, token=uuid.uuid4(), text="Speak Spanish.")

    assert "You changed it since it was signed off" in sams.get("/plan/").text


@pytest.mark.parametrize("address", ["/plan/send/", "/plan/take-back/", "/plan/confirm/"])
def test_these_are_only_posted(sams, address):
    assert sams.get(address).status_code == 405


def test_a_remark_stands_at_its_step(sams, sam, remark):
    step = actions.add_step(user=sam, text="Visit.", due_on=None, target=None, token=uuid.uuid4())
    remark(step.token, step.text)

    (row,) = sams.get("/plan/").context["board"].alone.rows
    assert [str(comment.text) for comment in row.thread.open] == ["Which day?"]


def test_a_remark_at_what_is_gone_is_not_lost(sams, remark):
    remark(uuid.uuid4(), "Visit a library.")

    html = sams.get("/plan/").text
    assert "Which day?" in html
    assert "Visit a library." in html


def test_the_student_replies_where_it_was_said(sams, remark):
    first = remark(uuid.uuid4(), "Visit.")

    page = sams.get(f"/plan/say/{first.anchor}/")
    sent = {"text": "On Saturday.", "token": page.context["token"]}
    for _ in range(2):
        sams.post(f"/plan/say/{first.anchor}/", sent)

    reply = Comment.objects.get(by_staff=False)
    assert "Which day?" in page.text
    assert (reply.text, reply.anchor, reply.anchor_words) == ("On Saturday.", first.anchor, "Visit.")


def test_a_word_about_the_whole_plan(sams):
    sams.post("/plan/say/", {"text": "Can we talk?"})

    assert Comment.objects.get().anchor is None
    assert "Can we talk?" in sams.get("/plan/").text


@pytest.mark.parametrize("text", ["", " ", "x" * 100_000, "a\0b"])
def test_what_cannot_be_said_comes_back(sams, text):
    response = sams.post("/plan/say/", {"text": text})

    assert response.context["form"].errors
    assert not Comment.objects.exists()


@pytest.mark.parametrize("anchor", [uuid.UUID(int=0), "nonsense"])
def test_a_place_there_is_not_is_no_page(sams, anchor):
    assert sams.get(f"/plan/say/{anchor}/").status_code == 404


def test_who_has_no_plan_has_nothing_to_speak_of(student_client):
    assert student_client.get("/plan/say/").status_code == 404


@pytest.mark.parametrize(("sent", "is_settled"), [({}, True), ({"settled": "yes"}, True), ({"settled": "no"}, False)])
def test_a_remark_is_settled_and_opened_again(sams, remark, sent, is_settled):
    comment = remark()

    sams.post(f"/plan/said/{comment.pk}/settle/", sent)

    comment.refresh_from_db()
    assert (comment.settled_at is not None) == is_settled


def test_a_stranger_settles_nothing(stranger_client, remark):
    assert stranger_client.post(f"/plan/said/{remark().pk}/settle/").status_code == 404


@pytest.mark.parametrize(("days", "asks"), [(299, False), (302, True)])
def test_long_after_it_was_confirmed_the_plan_asks_whether_it_is_right(sams, sam, days, asks):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
        sams.force_login(sam)
        assert ("Is this still right" in sams.get("/plan/").text) == asks


def test_confirming_carries_everything_on(sams, sam):
    Plan.objects.update(created_at="2024-11-01T12:00Z")

    sams.post("/plan/confirm/")

    plan = Plan.objects.get()
    assert (plan.confirmed_on, plan.revision, plan.in_work) == (timezone.localdate(), 1, "Work with books.")
    assert "Is this still right" not in sams.get("/plan/").text
