"""A prepared query says what its queryset says, without building it again."""

import datetime

import pytest

from careers.models import Career, Status
from careers.prepared import Prepared, PreparedModels
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db
TITLES = Prepared(lambda kind: Career.objects.filter(kind=kind).values_list("title"), kind=str)
DATES = Prepared(
    lambda day, pk: Career.objects.published(on=day).filter(pk__gt=pk).values_list("title", "published_on", "subjects"),
    day=datetime.date,
    pk=int,
)


def test_each_call_takes_its_own_values():
    CareerFactory(title="Full", kind="full")
    CareerFactory(title="Facts", kind="facts-only")

    assert TITLES.rows(kind="full") == [("Full",)]
    assert TITLES.rows(kind="facts-only") == [("Facts",)]
    assert TITLES.rows(kind="' OR 1=1 --") == []


def test_columns_are_what_the_orm_makes_of_them():
    career = CareerFactory(published_on=datetime.date(2026, 1, 2), subjects=["English", "Art"])

    expected = [(career.title, datetime.date(2026, 1, 2), ["English", "Art"])]
    assert DATES.rows(day=datetime.date(2026, 1, 2), pk=0) == expected
    assert DATES.rows(day=datetime.date(2026, 1, 1), pk=0) == []
    assert DATES.rows(day=datetime.date(2026, 1, 2), pk=career.pk) == []


def test_a_forgotten_value_is_an_error():
    with pytest.raises(KeyError):
        TITLES.rows()


def test_fixed_values_stay_in_their_places():
    CareerFactory(status=Status.DRAFT)

    assert DATES.rows(day=datetime.date(2100, 1, 1), pk=0) == []


def test_whole_rows_are_what_the_orm_makes_of_them(django_assert_num_queries):
    career = CareerFactory(published_on=datetime.date(2026, 1, 2), subjects=["English", "Art"])
    rows = PreparedModels(lambda kind: Career.objects.filter(kind=kind), kind=str)

    with django_assert_num_queries(1):
        (found,) = rows.all(kind=career.kind)

    assert found == career
    assert not found._state.adding
    assert (found.published_on, found.subjects) == (datetime.date(2026, 1, 2), ["English", "Art"])
    assert rows.all(kind="another") == []
