"""Which codes stand for one another, against the official lists."""

import csv

import pytest
from django.conf import settings

from careers.models import Family, Occupation, Source
from careers.official import crosswalk

DATA = settings.BASE_DIR.parent / "shared" / "data"
data_needed = pytest.mark.skipif(not DATA.exists(), reason="Official data stands beside a checkout, not in it.")


def column(path, name):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row[name].strip('="') for row in csv.DictReader(stream)}


@pytest.fixture
def soc():
    return column(DATA / "crosswalks" / "soc2018_6digit.csv", "soc2018_code")


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("25-9042.00", ("25-9042.00", "25-9042", "25-9045")),
        ("25-4031.00", ("25-4031.00", "25-4031", "")),
        ("31-1122.00", ("31-1122.00", "31-1122", "31-1120")),
    ],
)
def test_a_code_is_found_by_itself_its_soc_code_and_its_group(code, codes):
    assert crosswalk.codes_of(code) == codes


def test_there_are_twelve_groups_of_which_each_code_is_in_one():
    assert len(crosswalk.members()) == 12
    assert sum(map(len, crosswalk.members().values())) == len(crosswalk.groups()) == 28


def test_every_row_says_where_it_is_from():
    assert all(column(crosswalk.HYBRIDS, "source"))


@pytest.mark.parametrize(
    ("code", "known", "why"),
    [
        ("25-4031", {"25-4031"}, ""),
        ("25-4031", {"25-4022"}, crosswalk.UNKNOWN),
        ("25-4031", set(), ""),
        ("25-9045", set(), ""),
        ("31-1120", set(), ""),
        ("25-4000", set(), crosswalk.GROUP),
    ],
)
def test_a_code_is_unmatched_for_a_reason(code, known, why):
    assert crosswalk.why_unmatched(code, known) == why


@pytest.mark.django_db
def test_occupations_reach_their_own_code_and_that_of_their_group():
    source = Source.objects.create(family=Family.ONET, release="30", dated="2025-05-01")
    Occupation.objects.create(code="25-9043.00", title="Teaching assistants", source=source)

    assert crosswalk.reached() == {"25-9043", "25-9045"}


@data_needed
def test_members_are_codes_of_the_classification_and_groups_are_not(soc):
    assert set(crosswalk.groups()) <= soc
    assert not set(crosswalk.members()) & soc


@data_needed
def test_the_table_has_every_code_that_pay_and_the_old_outlook_make_up(soc):
    oews = column(next((DATA / "oews").glob("national_*.csv")), "OCC_CODE")
    projections = column(DATA / "projections" / "Employment Projections.2021-31.official.csv", "Occupation Code")

    assert projections - soc == set(crosswalk.members())
    assert {code for code in oews - soc if crosswalk.is_detailed(code)} == set(crosswalk.members())
    assert not set(crosswalk.groups()) & (oews | projections)


@data_needed
def test_every_other_code_of_the_new_outlook_is_a_group_whose_codes_are_there_too(soc):
    codes = column(DATA / "projections" / "ep_2024-34.from_OOH_tables.csv", "soc_code") - {""}

    groups = codes - soc - set(crosswalk.members())

    for group in groups:
        below = {code for code in soc if code.startswith(group.rstrip("0"))}
        assert below
        assert below <= codes | {code for code, hybrid in crosswalk.groups().items() if hybrid in codes}
