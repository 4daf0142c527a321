import uuid

import pytest
from django.test import Client

from careers.actions import write_sections
from plans import actions
from tests.factories import CareerFactory, UserFactory

STARTED = "1. **Ask the branch.** Offer two hours a week.\n2. **Learn Dewey.** All ten classes."
HTMX = {"HX-Request": "true"}


@pytest.fixture
def technicians(db):
    career = CareerFactory(title="Library technicians", slug="library-technicians")
    write_sections(career=career, texts={"get-started": STARTED})
    return career


@pytest.fixture
def items(technicians):
    """The keys of the two items."""
    return [item["key"] for item in technicians.sections.get(key="get-started").items]


@pytest.fixture
def target(student, technicians):
    return actions.save_career(user=student, career=technicians)


@pytest.fixture
def add_step(student):
    def add(text="Visit a library.", *, due_on=None, target=None):
        return actions.add_step(user=student, text=text, due_on=due_on, target=target, token=uuid.uuid4())

    return add


@pytest.fixture
def step(add_step):
    return add_step()


@pytest.fixture
def stranger_client(db):
    client = Client()
    client.force_login(UserFactory(username="stranger"))
    return client


@pytest.fixture
def said():
    """What a response says to its reader, as sentences."""

    def said(response):
        return [str(message) for message in response.context["messages"]]

    return said
