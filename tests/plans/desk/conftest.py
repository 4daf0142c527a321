import uuid

import pytest
from django.test import Client
from django.utils import timezone

from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Decision, Plan
from tests.factories import CohortFactory, UserFactory, counsellor_of, head_of, student_of

LONG = "x" * 100_000
EMOJI = "Go on 🦉 עברית <b>so</b>"


@pytest.fixture
def cohort(db):
    return CohortFactory(name="10B")


@pytest.fixture
def counsellor(cohort):
    return counsellor_of(cohort, username="casey", name="Casey")


@pytest.fixture
def desk(counsellor):
    """The counsellor's browser, which has asked for a page before: the first one stamps the session of staff."""
    client = client_of(counsellor)
    client.get("/privacy/")
    return client


@pytest.fixture
def ada(cohort):
    return student_of(cohort, username="ada", name="Ada")


@pytest.fixture
def plan(ada):
    """With a step, and not sent yet."""
    actions.add_step(user=ada, text="Visit a library.", due_on=None, target=None, token=uuid.uuid4())
    return Plan.objects.get(user=ada)


@pytest.fixture
def sent(plan):
    return actions.submit(user=plan.user)


@pytest.fixture
def strangers(cohort, ada):
    """Who must not find this student: each with a reason."""
    former = counsellor_of(cohort)
    former.posts.update(until=timezone.now())
    return {
        "of another cohort": counsellor_of(CohortFactory(school=cohort.school)),
        "head of another school": head_of(CohortFactory().school),
        "former": former,
        "student": student_of(cohort),
        "the student themselves": ada,
        "an administrator": UserFactory(is_superuser=True, is_staff=True),
    }


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def digest(plan) -> str:
    return digest_of(document_of(plan))


def sign_off(plan, staff):
    return actions.decide(plan=plan, staff=staff, decision=Decision.APPROVED, note="", digest=digest(plan))
