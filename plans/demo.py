"""A demo school: one group with a counsellor, a head of guidance, and students whose plans are in different states."""

import uuid
from datetime import timedelta

from django.utils import timezone

from accounts.models import Cohort, Membership, Post, School, User
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Decision, Plan
from plans.packs.examples import SIMPLE

NAME = "Riverside High School"
COHORT, YEAR = "10B", 10
# What is called, in which state the plan is (none: no plan yet), and how many days ago it was last changed.
STUDENTS = {
    "ava": ("Ava Nguyen", "draft", 3),
    "ben": ("Ben Okafor", "submitted", 9),
    "chloe": ("Chloé Martin", "submitted", 2),
    "dev": ("Dev Patel", "in-review", 1),
    "elena": ("Elena Rossi", "changes-asked", 12),
    "farid": ("Farid Haddad", "approved", 30),
    "grace": ("Grace Kim", "approved", 400),
    "hugo": ("Hugo Silva", "new-revision", 5),
    "imani": ("Imani Brown", "draft", 120),
    "jonas": ("Jonas Weber", "", 0),
}
GOALS = {"after_school": "A two-year college near home.", "in_work": "A job with people, and not at a desk all day."}
STEPS = ("Visit the open day at the college.", "Talk to somebody who does this work.", "Ask about Saturday jobs.")
NOTE = "Good start. Add one step about paying for the certificate before we sign this off."
REMARK = "Shall I ask whether you can go during a lesson?"
ABOUT = "Spend half a day with a technician"
TOKEN = uuid.UUID("2f0d3c1e-7d9d-4b3e-9a64-8f8f0f6e2c11")


def make_school(make_student) -> bool:
    """Whether there was none yet. ``make_student`` makes a demo person of a user name and a name."""
    school, made = School.objects.get_or_create(name=NAME)
    if not made:
        return False
    actions.use_pack(pack=actions.start_pack(school=school, name=SIMPLE.name, about=SIMPLE.about, asked=SIMPLE.asked))
    cohort = Cohort.objects.create(school=school, name=COHORT, year=YEAR)
    staff = {user.username: user for user in User.objects.filter(username__in=["counsellor", "head"])}
    Post.objects.create(user=staff["counsellor"], school=school, cohort=cohort)
    Post.objects.create(user=staff["head"], school=school)
    enrol(User.objects.get(username="student"), cohort)
    for username, (name, state, days) in STUDENTS.items():
        student = make_student(username, name)
        User.objects.filter(pk=student.pk).update(school=school)
        enrol(student, cohort)
        if state:
            write_plan(student, state, staff["counsellor"], days)
    return True


def enrol(student: User, cohort: Cohort) -> None:
    if not student.memberships.current().exists():
        Membership.objects.create(user=student, cohort=cohort)


def write_plan(student: User, state: str, counsellor: User, days: int) -> None:
    """By the actions a student and a counsellor would take, and then put back by so many days."""
    plan = actions.write_goals(user=student, version=0, **GOALS)
    today = timezone.localdate()
    for number, text in enumerate(STEPS):
        actions.create_step(plan, text=text, due_on=today + timedelta(days=30 * number - 20))
    if state != "draft":
        plan = actions.submit(user=student)
    if state == "in-review":
        actions.begin_review(plan=plan)
    if state == "changes-asked":
        decide(plan, counsellor, Decision.RETURNED, "Which college do you mean? Write down what it asks for.")
    if state in {"approved", "new-revision"}:
        decide(plan, counsellor, Decision.APPROVED, "A clear plan. Well done.")
    if state == "new-revision":
        actions.create_step(Plan.objects.get(pk=plan.pk), text="Find out about the bus to the college.")
    put_back(Plan.objects.get(pk=plan.pk), timedelta(days=days))


def decide(plan: Plan, counsellor: User, decision: Decision, note: str) -> None:
    digest = digest_of(document_of(plan))
    actions.decide(plan=plan, staff=counsellor, decision=decision, note=note, digest=digest)


def put_back(plan: Plan, by: timedelta) -> None:
    for name in ("changed_at", "submitted_at", "approved_at", "spoken_at", "created_at"):
        if at := getattr(plan, name):
            setattr(plan, name, at - by)
    plan.save()
    for review in plan.reviews.all():
        type(review).objects.filter(pk=review.pk).update(at=review.at - by)


def demo_talk(plan: Plan, counsellor: User) -> None:
    """The plan was sent, and came back with a note and a question at one step."""
    plan = actions.submit(user=plan.user)
    step = plan.steps.filter(text__startswith=ABOUT).first()
    actions.comment(
        plan=plan, author=counsellor, by_staff=True, text=REMARK, anchor=step and step.token,
        words=step.text if step else "", token=TOKEN,
    )  # fmt: skip
    decide(plan, counsellor, Decision.RETURNED, NOTE)
    Plan.objects.filter(pk=plan.pk).update(confirmed_on=timezone.localdate())
