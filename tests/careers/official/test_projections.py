"""The outlook of occupations, from the three layouts that it comes in."""

from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from careers.models import Family, Occupation, Projection, Source
from tests.careers.official.bls import HANDBOOK, MATRIX, OFFICIAL_CSV, cells, write_csv, write_workbook

DATA = settings.BASE_DIR.parent / "shared" / "data" / "projections"
data_needed = pytest.mark.skipif(not DATA.exists(), reason="Official data stands beside a checkout, not in it.")
pytestmark = pytest.mark.django_db

OLD = cells(
    'Library technicians    * Library Aide* Page,"=""25-4031""",78.2,74.9,-3.3,-4.2,11.9,"37,310",'
    "Postsecondary nondegree award,5,None,4,None,6"
)
PROFILE = [
    cells("library,education,Library workers,,163100,152100,-7,-11000,Y,25800,See How to Become One,None,None,37540"),
    cells(
        "library,education,Library technicians,25-4031,78600,73200,-7,-5400,N,25800,See How to Become One,None,None,1"
    ),
]
ACTORS = cells('actors,media,Actors,27-2011,57000,57100,0,200,Y,6300,"Some college, no degree",None,None,1')
ITEM = [
    "Library technicians",
    "25-4031",
    "Line item",
    78.6,
    73.2,
    0.1,
    -5.4,
    -6.9,
    11.2,
    "Bachelor's degree",
    "None",
    "—",
]
TITLE = ["Table 1.2 Occupational projections, 2024–34"]
NOTES = [[], ["[1] Data are from the survey."], ["Source: Employment Projections program."]]


@pytest.fixture
def old(tmp_path):
    return write_csv(tmp_path / "Employment Projections.csv", OFFICIAL_CSV, OLD)


@pytest.fixture
def new(tmp_path):
    return write_csv(tmp_path / "handbook.csv", HANDBOOK, *PROFILE, ACTORS)


@pytest.fixture
def run(capsys):
    def say(path, **options):
        call_command("import_projections", str(path), **options)
        return capsys.readouterr().out

    return say


def figures(code="25-4031"):
    found = Projection.objects.get(code=code)
    return (found.year, found.jobs, found.year_to, found.jobs_to, found.change, found.percent, found.openings)


def test_the_official_csv_goes_in_by_people_under_its_bare_title(old, run):
    run(old)

    found = Projection.objects.get()
    assert figures() == (2021, 78200, 2031, 74900, -3300, -4.2, 11900)
    assert (found.title, found.openings_for) == ("Library technicians", "")
    assert (found.education, found.experience, found.training) == ("Postsecondary nondegree award", "None", "None")


def test_its_source_names_its_years(old, run):
    run(old)

    source = Source.objects.get()
    assert (source.release, source.dated) == ("2021–31", date(2021, 1, 1))
    assert source.address == "https://www.bls.gov/emp/"


def test_openings_of_several_codes_stand_with_the_name_of_their_group(new, run):
    run(new)

    assert figures() == (2024, 78600, 2034, 73200, -5400, -7, 25800)
    assert Projection.objects.get(code="25-4031").openings_for == "Library workers"
    assert Projection.objects.get(code="27-2011").openings_for == ""


def test_what_the_handbook_leaves_to_its_text_is_no_education(new, run):
    run(new)

    assert Projection.objects.get(code="25-4031").education == ""
    assert Projection.objects.get(code="27-2011").education == "Some college, no degree"


def test_the_workbook_goes_in_between_its_title_and_its_notes(tmp_path, run):
    total = ["Total, all occupations", "00-0000", "Summary", 170000.5, 175000.5, 100, 5000, 2.9, 18800.1, "—", "—", "—"]

    said = run(write_workbook(tmp_path / "occupation.xlsx", TITLE, MATRIX, total, ITEM, *NOTES))

    assert figures() == (2024, 78600, 2034, 73200, -5400, -6.9, 11200)
    assert figures("00-0000") == (2024, 170000500, 2034, 175000500, 5000000, 2.9, 18800100)
    assert "2 read, 1 matched, unmatched 1 totals or groups of occupations" in said
    assert Projection.objects.get(code="25-4031").training == ""


def test_a_group_with_one_occupation_is_the_occupation(tmp_path, run):
    group, item = ([f"Aides, {kind}", "31-1120", kind, *ITEM[3:]] for kind in ("Summary", "Line item"))

    run(write_workbook(tmp_path / "occupation.xlsx", TITLE, MATRIX, group, item))

    assert Projection.objects.get().title == "Aides, Line item"


def test_rows_without_a_code_or_an_occupation_are_counted(new, run):
    onet = Source.objects.create(family=Family.ONET, release="30", dated="2025-05-01")
    Occupation.objects.create(code="25-4031.00", title="Library technicians", source=onet)

    said = run(new)

    assert "3 read, 1 matched, unmatched 1 groups without a code; 1 with a code that no occupation has" in said


def test_a_newer_release_takes_the_place_of_an_older_and_twice_changes_nothing(old, new, run):
    run(old)

    assert "1 added, 1 changed, 0 removed, 0 the same" in run(new)
    assert "0 added, 0 changed, 0 removed, 2 the same" in run(new)
    assert [source.release for source in Source.objects.all()] == ["2024–34"]


def test_an_older_release_needs_force(old, new, run):
    run(new)

    with pytest.raises(CommandError, match="2024–34 is in already, and 2021–31 is older"):
        run(old)
    assert figures()[0] == 2024

    run(old, force=True)
    assert figures()[0] == 2021


def test_a_dry_run_changes_nothing(old, run):
    assert "1 added" in run(old, dry_run=True)

    assert not Projection.objects.exists()


@data_needed
def test_the_official_tables_go_in_one_after_the_other(run):
    run(DATA / "Employment Projections.2021-31.official.csv")
    assert Projection.objects.count() == 832

    said = run(DATA / "ep_2024-34.from_OOH_tables.csv")

    assert "702 read, 603 matched" in said
    assert "48 added, 603 changed, 229 removed, 0 the same" in said
    assert figures() == (2024, 78600, 2034, 73200, -5400, -7, 25800)
