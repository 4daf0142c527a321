"""A plan between its student and their counsellor."""

import uuid

import pytest

from plans import actions
from plans.document.comparing import changes
from plans.document.writing import digest_of, document_of
from plans.models import Decision, Goal, Plan, State
from tests.factories import CohortFactory, counsellor_of, student_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def counsellor():
    return counsellor_of(CohortFactory())


@pytest.fixture
def plan(counsellor):
    student = student_of(counsellor.posts.get().cohort)
    actions.add_step(user=student, text="Visit a library.", due_on=None, target=None, token=uuid.uuid4())
    return actions.submit(user=student)


def decide(plan, staff, decision=Decision.APPROVED, note="", digest=None):
    digest = digest or digest_of(document_of(plan))
    return actions.decide(plan=plan, staff=staff, decision=decision, note=note, digest=digest)


def test_a_plan_without_a_goal_is_not_sent(plan):
    Plan.objects.update(in_work="", state=State.DRAFT)

    with pytest.raises(actions.Refused, match="Write a goal first"):
        actions.submit(user=plan.user)


def test_signing_off_freezes_what_was_read(plan, counsellor):
    review = decide(plan, counsellor)

    plan.refresh_from_db()
    assert (plan.state, plan.approved_at) == (State.APPROVED, review.at)
    assert review.document["steps"][0]["text"] == "Visit a library."
    assert digest_of(review.document) == review.digest


def test_a_plan_that_changed_while_it_was_read_is_not_signed_off(plan, counsellor):
    read = digest_of(document_of(plan))
    actions.write_goals(user=plan.user, after_school="", in_work="Heal animals.", version=0)

    with pytest.raises(actions.ChangedMeanwhile):
        decide(plan, counsellor, digest=read)
    assert not plan.reviews.exists()


def test_the_second_of_two_decisions_is_refused(plan, counsellor):
    decide(plan, counsellor, Decision.RETURNED, "Add a date.")

    with pytest.raises(actions.Refused, match="decided on this plan already"):
        decide(plan, counsellor)
    assert plan.reviews.count() == 1


def test_sending_back_needs_a_reason(plan, counsellor):
    with pytest.raises(actions.Refused, match="Say what should change"):
        decide(plan, counsellor, Decision.RETURNED, "  ")


def test_a_change_after_signing_off_begins_a_revision_and_the_copy_stands(plan, counsellor):
    review = decide(plan, counsellor)

    actions.add_row(user=plan.user, model=Goal, token=uuid.uuid4(), text="Learn to catalogue.")

    plan.refresh_from_db()
    assert (plan.state, plan.revision) == (State.DRAFT, 2)
    assert [change.name for change in changes(review.document, document_of(plan)).rows] == ["Learn to catalogue."]
    assert plan.reviews.get() == review


def test_ticking_a_step_off_leaves_the_plan_signed_off(plan, counsellor):
    decide(plan, counsellor)

    actions.set_done(step=plan.steps.get(), done=True, today=plan.created_at.date())

    plan.refresh_from_db()
    assert (plan.state, plan.revision) == (State.APPROVED, 1)
