import datetime

import factory
from django.contrib.auth.models import Group

from accounts.models import Cohort, Membership, Post, School, User
from careers.actions import content_changed, stamp
from careers.models import (
    Area,
    AreaKind,
    Career,
    CareerType,
    Category,
    Element,
    Family,
    Kind,
    Pay,
    Projection,
    Rating,
    Source,
    Status,
    Typing,
)
from careers.models.pay import NATION
from plans.models import Pack, Plan

PASSWORD = "correct horse battery"


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence(lambda number: f"student{number}")
    password = factory.django.Password(PASSWORD)

    class Meta:
        model = User
        skip_postgeneration_save = True


class CategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Field {number}")
    slug = factory.Sequence(lambda number: f"field-{number}")
    description = "A field of work."

    class Meta:
        model = Category


class CareerTypeFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Kind {number} Careers")
    slug = factory.Sequence(lambda number: f"kind-{number}-careers")
    description = "A kind of prospect."

    class Meta:
        model = CareerType


class CareerFactory(factory.django.DjangoModelFactory):
    """A published career; its words are in the search index and its content version is new."""

    title = factory.Sequence(lambda number: f"Career {number}")
    slug = factory.LazyAttribute(lambda career: career.title.lower().replace(" ", "-"))
    category = factory.SubFactory(CategoryFactory)
    summary = "Does a job well."
    kind = Kind.FULL
    status = Status.PUBLISHED

    class Meta:
        model = Career
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class, *args, types=(), **kwargs):
        career = model_class(*args, **kwargs)
        stamp(career=career)
        career.save()
        for position, type_ in enumerate(types):
            Typing.objects.create(career=career, type=type_, position=position)
        content_changed(career)
        return career


class SourceFactory(factory.django.DjangoModelFactory):
    """A release of official data; the newest of pay unless said otherwise."""

    family = Family.OEWS
    release = "May 2025"
    dated = datetime.date(2025, 5, 1)
    name = factory.LazyAttribute(lambda source: Family(source.family).label)
    publisher = "U.S. Bureau of Labor Statistics"
    licence = "Public domain"
    address = "https://www.bls.gov/"

    class Meta:
        model = Source
        django_get_or_create = ("family", "release")


class AreaFactory(factory.django.DjangoModelFactory):
    code = NATION
    kind = AreaKind.NATION
    name = "United States"

    class Meta:
        model = Area
        django_get_or_create = ("code",)


class PayFactory(factory.django.DjangoModelFactory):
    """National pay of a SOC code."""

    source = factory.SubFactory(SourceFactory)
    area = factory.SubFactory(AreaFactory)
    group = "detailed"
    as_of = datetime.date(2025, 5, 1)

    class Meta:
        model = Pay


class ProjectionFactory(factory.django.DjangoModelFactory):
    source = factory.SubFactory(SourceFactory, family=Family.PROJECTIONS, release="2024–34")
    year = 2024
    year_to = 2034

    class Meta:
        model = Projection


class ElementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Element
        django_get_or_create = ("key",)


class RatingFactory(factory.django.DjangoModelFactory):
    source = factory.SubFactory(SourceFactory, family=Family.ONET, release="29.3")
    element = factory.SubFactory(ElementFactory)

    class Meta:
        model = Rating


class SchoolFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"School {number}")

    class Meta:
        model = School


class CohortFactory(factory.django.DjangoModelFactory):
    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda number: f"Group {number}")
    year = 10

    class Meta:
        model = Cohort


class PlanFactory(factory.django.DjangoModelFactory):
    """The plan of a student of their own, with a goal."""

    user = factory.SubFactory(UserFactory)
    in_work = "Work with books."

    class Meta:
        model = Plan


def counsellor_of(*cohorts, **kwargs) -> User:
    """Somebody who looks after these cohorts; they hold no role in the admin."""
    user = UserFactory(**kwargs)
    for cohort in cohorts:
        Post.objects.create(user=user, school=cohort.school, cohort=cohort)
    return user


def head_of(school, **kwargs) -> User:
    """Somebody who looks after a whole school."""
    user = UserFactory(**kwargs)
    Post.objects.create(user=user, school=school)
    return user


def student_of(cohort, **kwargs) -> User:
    """A student in a cohort, with a plan that has a goal."""
    user = UserFactory(**kwargs)
    Membership.objects.create(cohort=cohort, user=user)
    PlanFactory(user=user)
    return user


def pupil_of(cohort, **kwargs) -> User:
    """A student in a cohort with an account that the school made."""
    user = UserFactory(school=cohort.school, **kwargs)
    Membership.objects.create(cohort=cohort, user=user)
    return user


def with_role(role: str, **kwargs) -> User:
    """A person who holds a role; the roles must have been set up."""
    user = UserFactory(is_staff=role != "student", **kwargs)
    user.groups.add(Group.objects.get(name=role))
    return user


def pack_of(school, *asked, is_used=True, name="What we ask", **kwargs) -> Pack:
    """A set that asks for (measure, amount) or (measure, amount, years)."""
    pack = Pack.objects.create(school=school, name=name, is_used=is_used, **kwargs)
    for position, (measure, amount, *years) in enumerate(asked):
        words = f"{amount} of {measure}"
        pack.requirements.create(
            measure=measure, amount=amount, years=years[0] if years else [], words=words, position=position
        )
    return pack
