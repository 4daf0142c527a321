import pytest
from django.core.management import call_command
from django.test import Client

from tests.factories import UserFactory, with_role


@pytest.fixture
def roles(db):
    call_command("setup_roles", verbosity=0)


@pytest.fixture
def administrator(roles):
    return with_role("administrator", username="head")


@pytest.fixture
def administrator_client(administrator):
    client = Client()
    client.force_login(administrator)
    return client


@pytest.fixture
def ada(db):
    return UserFactory(username="ada", email="ada@example.org")
