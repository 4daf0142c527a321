"""The demo student's school, their counsellor, and what the two have said to each other."""

import uuid

from django.utils import timezone

from accounts.models import Cohort, Membership, Post, School, User
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Decision, Plan

NOTE = "Good start. Add one step about paying for the certificate before we sign this off."
REMARK = "Shall I ask whether you can go during a lesson?"
ABOUT = "Spend half a day with a technician"
TOKEN = uuid.UUID("2f0d3c1e-7d9d-4b3e-9a64-8f8f0f6e2c11")


def demo_school(student: User, counsellor: User) -> None:
    """A school with one group, where there is none of that name; the student's place in it, and the counsellor's."""
    school, _ = School.objects.get_or_create(name="Riverside High")
    cohort, _ = Cohort.objects.get_or_create(school=school, name="10 A", year=10)
    if not student.memberships.exists():
        Membership.objects.create(user=student, cohort=cohort)
    if not counsellor.posts.exists():
        Post.objects.create(user=counsellor, school=school, cohort=cohort)


def demo_talk(plan: Plan, counsellor: User) -> None:
    """The plan was sent, and came back with a note and a question at one step."""
    plan = actions.submit(user=plan.user)
    step = plan.steps.filter(text__startswith=ABOUT).first()
    actions.comment(
        plan=plan, author=counsellor, by_staff=True, text=REMARK, anchor=step and step.token,
        words=step.text if step else "", token=TOKEN,
    )  # fmt: skip
    digest = digest_of(document_of(plan))
    actions.decide(plan=plan, staff=counsellor, decision=Decision.RETURNED, note=NOTE, digest=digest)
    Plan.objects.filter(pk=plan.pk).update(confirmed_on=timezone.localdate())
