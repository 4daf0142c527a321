"""Rows of a release in the place of those that stood there."""

from datetime import date

import pytest

from careers.models import Family, OccupationTitle, Source, Technology
from careers.official import store
from careers.official.files import BadRelease, Row
from careers.official.onet import MODELS
from careers.official.onet.release import source

ROW = Row("a.txt", 7, {})


def saved(release, year):
    return store.source(source(release, date(year, 5, 1)), force=False)


def technology(name, **values):
    return ROW, Technology(code="11-1011.00", name=name, **values)


def put(release, *made):
    return store.put(made, Technology.objects.all(), release, "Technologies")


@pytest.fixture
def standing(db):
    release = saved("29.3", 2025)
    put(release, technology("Excel"), technology("Word"), technology("Lotus"))
    return release


def test_each_row_is_counted_once(standing):
    word = Technology.objects.get(name="Word").pk

    tally = put(standing, technology("Excel", hot=True), technology("Word"), technology("Python"))

    assert (tally.read, tally.added, tally.changed, tally.removed, tally.same) == (3, 1, 1, 1, 1)
    assert set(Technology.objects.values_list("name", "hot")) == {("Excel", True), ("Word", False), ("Python", False)}
    assert Technology.objects.get(name="Word").pk == word


def test_a_row_that_comes_twice_is_refused(standing):
    with pytest.raises(BadRelease, match=r"a\.txt, row 7: It is about the same as row 7: 11-1011\.00, Word\."):
        put(standing, technology("Word"), technology("Word"))


def test_rows_that_stay_move_to_the_new_release(standing):
    tally = put(saved("30.0", 2026), technology("Excel"), technology("Word"), technology("Lotus"))

    assert (tally.same, tally.moved, tally.differs) == (3, 3, True)
    assert set(Technology.objects.values_list("source__release", flat=True)) == {"30.0"}


def test_nothing_new_is_no_difference(standing):
    assert not put(standing, technology("Excel"), technology("Word"), technology("Lotus")).differs


def test_rows_of_another_table_are_let_alone(standing):
    OccupationTitle.objects.create(code="11-1011.00", title="Chief", source=standing)

    put(standing)

    assert (Technology.objects.count(), OccupationTitle.objects.count()) == (0, 1)


def test_a_thousand_rows_go(standing):
    put(standing, *(technology(f"Tool {number}") for number in range(1_200)))

    assert put(standing).removed == 1_200
    assert not Technology.objects.exists()


def test_an_older_release_needs_force(standing):
    older = source("28.0", date(2023, 8, 1))

    with pytest.raises(BadRelease, match=r"is in already, and 28\.0 is older\. Say --force"):
        store.source(older, force=False)
    assert store.source(older, force=True).release == "28.0"


def test_a_release_is_one_row_and_keeps_its_token(standing):
    again = saved("29.3", 2025)

    assert (again.pk, again.token) == (standing.pk, standing.token)
    assert Source.objects.count() == 1


def test_a_release_of_which_nothing_is_left_is_forgotten(standing):
    other = Source.objects.create(family=Family.OEWS, release="May 2025", dated=date(2025, 5, 1), name="OEWS")
    newer = saved("30.0", 2026)
    put(newer, technology("Excel"))

    store.forget_unused(Family.ONET, MODELS)

    assert set(Source.objects.all()) == {newer, other}
