import pytest
from django.core.management import call_command
from django.test import Client

from careers.actions import write_sections
from careers.models import AlternateTitle, CareerType, Education, LeadsTo, Remote
from careers.views.visitors import shelf
from tests.factories import CareerFactory, CategoryFactory, with_role

RELATED = "- Librarian. Close.\n- Beekeeper. Not here."


@pytest.fixture(autouse=True)
def _empty_shelf():
    shelf.pages.clear()
    shelf.held, shelf.stamp = 0, None


@pytest.fixture
def education(db):
    return CategoryFactory(name="Education & Training", slug="education-training")


@pytest.fixture
def stable(db):
    return CareerType.objects.create(name="Stable Careers", slug="stable-careers", description="Steady.")


@pytest.fixture
def technicians(education, stable):
    """A full profile in small: facts, two texts, a name people use, and a next job."""
    career = CareerFactory(
        title="Library technicians",
        category=education,
        types=[stable],
        summary="Keep a collection in order.",
        education=Education.ASSOCIATE,
        remote=Remote.LIMITED,
        subjects=["English"],
    )
    write_sections(career=career, texts={"overview": "You **help**.", "related": RELATED})
    AlternateTitle.objects.create(career=career, title="Book shelver")
    LeadsTo.objects.create(career=career, to_slug="librarians", needs="A master’s degree", years="2–3")
    return career


@pytest.fixture
def roles(db):
    call_command("setup_roles", verbosity=0)


@pytest.fixture
def as_editor(client, roles):
    client.force_login(with_role("editor", username="edda"))
    return client


@pytest.fixture
def as_counsellor(roles):
    client = Client()
    client.force_login(with_role("counsellor", username="coco"))
    return client
