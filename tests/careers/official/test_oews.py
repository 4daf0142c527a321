"""Pay and employment by place, as it is imported from OEWS."""

import gzip
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from careers.models import Area, AreaKind, Family, Occupation, Pay, Source
from tests.careers.official.bls import METRO, OEWS, STATE, TECHNICIANS, pay_row, write_oews, write_workbook

DATA = settings.BASE_DIR.parent / "shared" / "data" / "oews"
data_needed = pytest.mark.skipif(not DATA.exists(), reason="Official data stands beside a checkout, not in it.")
pytestmark = pytest.mark.django_db


@pytest.fixture
def nation(tmp_path):
    return write_oews(tmp_path / "national_M2025_dl.csv")


@pytest.fixture
def run(capsys):
    def say(*paths, **options):
        call_command("import_oews", *map(str, paths), **options)
        return capsys.readouterr().out

    return say


def in_place(code):
    return Pay.objects.get(area__code=code)


def test_a_row_goes_in_with_its_occupation_and_employment(nation, run):
    run(nation)

    pay = in_place("99")
    assert (pay.code, pay.title, pay.group) == ("25-4031", "Library Technicians", "detailed")
    assert pay.as_of == date(2025, 5, 1)
    assert (pay.employment, pay.employment_error, pay.mean_error) == (68690, 1.3, 0.5)
    assert (pay.jobs_per_1000, pay.location_quotient, pay.marks) == (None, None, {})


def test_a_row_goes_in_with_pay_by_hour_and_by_year(nation, run):
    run(nation)

    points = ("p10", "p25", "median", "p75", "p90", "mean")
    hourly, annual = ([getattr(in_place("99"), f"{unit}_{point}") for point in points] for unit in ("hourly", "annual"))
    assert hourly == [Decimal(cell) for cell in ("14.09", "17.18", "21.43", "25.21", "30.33", "21.88")]
    assert annual == [29300, 35740, 44580, 52430, 63080, 45500]


def test_its_source_names_release_licence_and_address(nation, run):
    run(nation)

    source = Source.objects.get()
    assert (source.release, source.dated, source.licence) == ("May 2025", date(2025, 5, 1), "Public domain")
    assert source.publisher == "U.S. Bureau of Labor Statistics"
    assert source.address == "https://www.bls.gov/oes/"


@pytest.mark.parametrize(
    ("column", "name"), [("A_PCT90", "annual_p90"), ("TOT_EMP", "employment"), ("H_MEAN", "hourly_mean")]
)
@pytest.mark.parametrize("mark", ["#", "*", "**"])
def test_what_is_not_published_is_null_and_says_why(tmp_path, run, column, name, mark):
    run(write_oews(tmp_path / "national_M2025_dl.csv", pay_row(**{column: mark})))

    assert getattr(in_place("99"), name) is None
    assert in_place("99").marks == {name: mark}


def test_places_have_their_kind_and_state(tmp_path, run):
    run(write_oews(tmp_path / "state_M2025_dl.csv", pay_row(), pay_row(**STATE), pay_row(**METRO)))

    assert list(Area.objects.values_list("code", "kind", "name", "state")) == [
        ("99", AreaKind.NATION, "U.S.", ""),
        ("53", AreaKind.STATE, "Washington", "WA"),
        ("42660", AreaKind.METRO, "Seattle-Tacoma-Bellevue, WA", "WA"),
    ]


def test_a_state_has_the_same_code_with_and_without_its_nought(tmp_path, run):
    run(write_oews(tmp_path / "state_M2025_dl.csv", pay_row(**STATE | {"AREA": "1"})))
    run(write_oews(tmp_path / "state_M2025_dl.csv", pay_row(**STATE | {"AREA": "01"})))

    assert list(Area.objects.values_list("code", flat=True)) == ["01"]


def test_the_rest_of_two_states_is_two_places(tmp_path, run):
    rest = [
        METRO | {"AREA": "00001", "AREA_TITLE": f"{state} nonmetropolitan area", "PRIM_STATE": state}
        for state in ("AL", "AZ")
    ]

    run(write_oews(tmp_path / "MSA_M2025_dl.csv", *(pay_row(**cells) for cells in rest)))

    assert list(Area.objects.values_list("code", "kind")) == [("AL00001", AreaKind.REST), ("AZ00001", AreaKind.REST)]


def test_twice_changes_nothing(nation, run):
    run(nation)
    before = Source.objects.get().token, list(Pay.objects.values())

    said = run(nation)

    assert (Source.objects.get().token, list(Pay.objects.values())) == before
    assert "0 added, 0 changed, 0 removed, 1 the same" in said
    assert "was in already. Nothing was changed." in said


def test_a_dry_run_says_what_would_change_and_changes_nothing(nation, run):
    said = run(nation, dry_run=True)

    assert "1 added" in said
    assert not Pay.objects.exists()
    assert not Area.objects.exists()


def test_only_the_kinds_of_place_in_the_file_are_replaced(tmp_path, nation, run):
    oregon = STATE | {"AREA": "41", "AREA_TITLE": "Oregon", "PRIM_STATE": "OR"}
    run(nation, write_oews(tmp_path / "state_M2025_dl.csv", pay_row(**STATE), pay_row(**oregon)))

    said = run(write_oews(tmp_path / "state_M2025_dl.csv", pay_row(**oregon | {"A_MEDIAN": "49000"})))

    assert "Pay, state: 1 read, 1 matched. 0 added, 1 changed, 1 removed, 0 the same." in said
    assert list(Area.objects.values_list("code", flat=True)) == ["99", "41"]
    assert in_place("99").annual_median == 44580


def test_a_newer_release_takes_the_place_of_an_older(tmp_path, run):
    run(write_oews(tmp_path / "national_M2024_dl.csv", pay_row(A_MEDIAN="43000")))

    said = run(write_oews(tmp_path / "national_M2025_dl.csv"))

    assert "1 changed" in said
    assert [str(source) for source in Source.objects.all()] == ["Occupational Employment and Wage Statistics, May 2025"]


def test_an_older_release_needs_force(tmp_path, nation, run):
    run(nation)
    old = write_oews(tmp_path / "national_M2024_dl.csv", pay_row(A_MEDIAN="43000"))

    with pytest.raises(CommandError, match=r"May 2025 is in already, and May 2024 is older.*Nothing was changed"):
        run(old)
    assert in_place("99").annual_median == 44580

    run(old, force=True)
    assert in_place("99").annual_median == 43000


def test_the_release_may_be_said(tmp_path, run):
    run(write_oews(tmp_path / "pay.csv"), release="May 2023")

    assert Source.objects.get().dated == date(2023, 5, 1)


def test_rows_that_no_occupation_reaches_go_in_and_are_counted(tmp_path, nation, run):
    onet = Source.objects.create(family=Family.ONET, release="30", dated="2025-05-01")
    Occupation.objects.create(code="25-9042.00", title="Teaching assistants", source=onet)
    codes = [("00-0000", "total"), ("25-9045", "detailed"), ("25-4031", "detailed")]

    said = run(write_oews(nation, *(pay_row(OCC_CODE=code, O_GROUP=group) for code, group in codes)))

    assert (
        "3 read, 1 matched, unmatched 1 totals or groups of occupations; 1 with a code that no occupation has" in said
    )
    assert Pay.objects.count() == 3


def test_the_official_workbook_goes_in(tmp_path, run):
    small = [name.lower() for name in OEWS]
    values = [int(cell) if cell.isdigit() and name != "NAICS" else cell for name, cell in TECHNICIANS.items()]

    run(write_workbook(tmp_path / "national_M2025_dl.xlsx", small, values))

    assert (in_place("99").annual_median, in_place("99").hourly_p10) == (44580, Decimal("14.09"))


def test_a_number_that_a_workbook_holds_inexactly_is_in_cents(tmp_path, run):
    path = write_workbook(tmp_path / "national_M2025_dl.xlsx", OEWS, pay_row(H_MEAN=21.880000000000003))

    run(path)

    assert in_place("99").hourly_mean == Decimal("21.88")
    assert "1 the same" in run(path)


def test_a_group_with_one_occupation_is_the_occupation(tmp_path, run):
    both = [pay_row(OCC_CODE="31-1120", O_GROUP=group) for group in ("broad", "detailed")]

    said = run(write_workbook(tmp_path / "national_M2025_dl.xlsx", OEWS, *both))

    assert in_place("99").group == "detailed"
    assert "2 read, 1 matched, unmatched 1 groups that say the same as their only occupation" in said


def test_rows_on_one_industry_are_left_out_and_counted(tmp_path, run, capsys):
    hospitals = pay_row(NAICS="622000", I_GROUP="3-digit", A_MEDIAN="1")

    call_command("import_oews", str(write_oews(tmp_path / "all_data_M_2025.csv", pay_row(), hospitals)))

    assert in_place("99").annual_median == 44580
    assert "one industry or one kind of owner: 1." in capsys.readouterr().err


def test_a_folder_with_a_zip_and_a_packed_table_goes_in(tmp_path, nation, run):
    state = write_workbook(tmp_path / "state_M2025_dl.xlsx", OEWS, pay_row(**STATE))
    with zipfile.ZipFile(tmp_path / "oesm25st.zip", "w") as archive:
        archive.write(state, "oesm25st/state_M2025_dl.xlsx")
        archive.writestr("oesm25st/field_descriptions.xlsx", b"not a table")
    state.unlink()
    (tmp_path / "national_M2025_dl.csv.gz").write_bytes(gzip.compress(nation.read_bytes()))
    nation.unlink()

    said = run(tmp_path)

    assert "Pay, nation: 1 read" in said
    assert "Pay, state: 1 read" in said


@data_needed
def test_the_official_national_table_goes_in(run):
    said = run(*DATA.glob("national_*.csv"))

    technicians = Pay.objects.get(code="25-4031")
    assert "Pay, nation: 1,104 read, 830 matched, unmatched 274 totals or groups" in said
    assert (technicians.annual_p10, technicians.annual_median, technicians.annual_p90) == (29300, 44580, 63080)
