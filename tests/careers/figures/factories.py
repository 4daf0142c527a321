"""What O*NET says of an occupation, for tests."""

import datetime

import factory

from careers.models import Element, ElementKind, Family, Rating, Technology
from tests.factories import SourceFactory


class OnetFactory(SourceFactory):
    family = Family.ONET
    release = "29.3"


class ElementFactory(factory.django.DjangoModelFactory):
    key = factory.Sequence(lambda number: f"2.A.{number}")
    kind = ElementKind.SKILL
    name = factory.LazyAttribute(lambda element: f"Element {element.key}")

    class Meta:
        model = Element
        django_get_or_create = ("key",)


class RatingFactory(factory.django.DjangoModelFactory):
    code = "25-4031.00"
    source = factory.SubFactory(OnetFactory)
    element = factory.SubFactory(ElementFactory)
    value = 3
    answers = 28
    collected = datetime.date(2025, 5, 1)
    by = "Incumbent"

    class Meta:
        model = Rating


class TechnologyFactory(factory.django.DjangoModelFactory):
    code = "25-4031.00"
    source = factory.SubFactory(OnetFactory)
    name = factory.Sequence(lambda number: f"Program {number}")

    class Meta:
        model = Technology
