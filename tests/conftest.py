import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache

from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", "accounts.hashers.OneTimeHasher"]
    cache.clear()


@pytest.fixture
def student(db):
    return UserFactory()


@pytest.fixture
def student_client(client, student):
    client.force_login(student)
    return client


@pytest.fixture
def editor(db):
    """Whoever may see drafts."""
    user = UserFactory(username="an-editor", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_career"))
    return user
