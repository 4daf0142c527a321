import datetime
import uuid

import pytest
from django.urls import reverse

from plans import actions
from plans.document.writing import document_of
from plans.models import Activity, Application, Course, Experience, Goal, Plan, Progress, Skill
from tests.factories import CareerFactory, UserFactory

RUDE = "<script>alert(1)</script> #strong[x] \U0001f680 مرحبا"
DAY = datetime.date(2027, 3, 1)


def row(user, model, **words):
    return actions.add_row(user=user, model=model, token=uuid.uuid4(), **words)


def fill(user) -> Plan:
    """A plan with something in every list, and rude words in it."""
    nurses, vets, roofers = (CareerFactory(title=title) for title in ("Nurses", "Vets", "Roofers"))
    target = actions.save_career(user=user, career=nurses)
    actions.write_notes(target=target, notes=f"Ask Dina.\n{RUDE}", version=0)
    actions.save_career(user=user, career=vets)
    actions.rule_out(user=user, career=roofers, reason="Heights.")
    actions.write_goals(user=user, after_school="College.", in_work=RUDE, version=0)
    goal = row(user, Goal, text="Learn first aid", why="It helps.", due_on=DAY, kind="skill", state="started")
    row(user, Course, name="Biology", year=10, state="taking", result="B", notes="Hard.")
    place = {"place": "City hospital", "contact": "Ms Bell, 555 0100", "starts_on": DAY, "ends_on": DAY}
    row(user, Experience, title="A day on a ward", kind="shadowing", hours="100", reflection="Tiring.", **place)
    row(user, Skill, name="Listening", state="have", how="Friends say so.")
    row(user, Activity, name="Red Cross", when="since year 9", details="Youth group.")
    row(user, Application, to="Community college", due_on=DAY, cost="$45", payer="My aunt", notes="Essay.")
    fill_steps(user, target, goal)
    return Plan.objects.get(user=user)


def fill_steps(user, target, goal) -> None:
    words = {"target": target, "goal": goal, "due_on": DAY, "helper": "Dina", "reflection": "I liked it."}
    words |= {"evidence": "A certificate.", "evidence_link": "https://example.org/x", "state": Progress.STARTED}
    actions.create_step(user.plan, text=RUDE, token=uuid.uuid4(), **words)
    done = {"state": Progress.DONE, "done_on": DAY, "career": target.career, "section": "get-started", "item": "a1"}
    actions.create_step(user.plan, text="Visit a ward.", token=uuid.uuid4(), target=target, **done)
    actions.create_step(user.plan, text="Write a CV.", token=uuid.uuid4())


@pytest.fixture
def plan(student):
    return fill(student)


@pytest.fixture
def document(plan):
    return document_of(plan)


@pytest.fixture
def newcomer(db):
    return UserFactory(username="newcomer")


@pytest.fixture
def get(student_client):
    def get(name, *args):
        return student_client.get(reverse(f"plans:{name}", args=args))

    return get
