import pytest
from django.test import Client

from tests.factories import CohortFactory, counsellor_of, head_of


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def cohort(db):
    return CohortFactory(name="10B", year=10, school__name="Riverside")


@pytest.fixture
def counsellor(cohort):
    return counsellor_of(cohort, username="casey")


@pytest.fixture
def counsellor_client(counsellor):
    return signed_in(counsellor)


@pytest.fixture
def head_client(cohort):
    return signed_in(head_of(cohort.school, username="harper"))
