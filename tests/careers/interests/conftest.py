import datetime

import pytest

from careers.models import Element, ElementKind, Family, Rating
from tests.factories import SourceFactory

SIX = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


@pytest.fixture
def onet(db):
    return SourceFactory(family=Family.ONET, release="29.3", dated=datetime.date(2025, 5, 1))


@pytest.fixture
def rate(onet):
    """Rate an occupation on one element."""

    def rate(code, key, value, *, kind=ElementKind.SKILL, name="", **rest):
        element, _ = Element.objects.get_or_create(key=key, defaults={"kind": kind, "name": name or key})
        Rating.objects.create(code=code, element=element, value=value, source=onet, **rest)

    return rate


@pytest.fixture
def profile(rate):
    """Give an occupation six interests, in the order of RIASEC."""

    def profile(code, *values):
        for letter, name, value in zip("abcdef", SIX, values, strict=False):
            rate(code, f"1.B.1.{letter}", value, kind=ElementKind.INTEREST, name=name)

    return profile
