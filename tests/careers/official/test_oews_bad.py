"""Bad tables of pay: file, row, a sentence, and nothing changed."""

import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from careers.models import Area, Pay, Source
from careers.official import store
from tests.careers.official.bls import OEWS, STATE, declare, pay_row, write_oews, write_workbook

pytestmark = pytest.mark.django_db
SWAPPED = ["A_PCT90" if name == "A_PCT10" else "A_PCT10" if name == "A_PCT90" else name for name in OEWS]

BAD_ROWS = [
    (pay_row()[:-3], "It has 29 cells where the header has 32"),
    (pay_row(A_MEDIAN="many"), "“many” in “A_MEDIAN” is not a number"),
    (pay_row(H_MEDIAN="nan"), "“nan” in “H_MEDIAN” is not a number"),
    (pay_row(TOT_EMP="99999999999"), "99999999999 in “TOT_EMP” is not between 0 and 2e"),
    (pay_row(H_MEAN="-1"), "-1 in “H_MEAN” is not between"),
    (pay_row(OCC_CODE="Librarians"), "“Librarians” in “OCC_CODE” is not a SOC code"),
    (pay_row(OCC_CODE="25-4022", O_GROUP="some"), "“some” in “O_GROUP” is none of"),
    (pay_row(), "It is about the same as row 2: 25-4031\\."),
    (pay_row(**STATE | {"AREA_TYPE": "9"}), "“9” in “AREA_TYPE” is no kind of area"),
    (pay_row(**STATE | {"AREA": "WA"}), "“WA” in “AREA” is not the code of an area"),
]


@pytest.fixture
def nation(tmp_path):
    return tmp_path / "national_M2025_dl.csv"


def refused(*paths, **options):
    call_command("import_oews", *map(str, paths), **options)


def nothing_is_in():
    return not any(model.objects.exists() for model in (Pay, Area, Source))


def packed(folder):
    with zipfile.ZipFile(folder / "oesm25nat.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(write_workbook(folder / "a.xlsx", OEWS, pay_row()), "oesm25nat/national_M2025_dl.xlsx")
    return folder / "oesm25nat.zip"


def breaks_at_second(real, error):
    calls = []

    def insert(model, new):
        calls.append(model)
        if len(calls) == 2:
            raise error
        real(model, new)

    return insert


@pytest.mark.parametrize(("row", "sentence"), BAD_ROWS)
def test_a_bad_row_is_refused_by_file_and_row(nation, row, sentence):
    write_oews(nation, pay_row(), row)

    with pytest.raises(CommandError, match=rf"national_M2025_dl\.csv, row 3: {sentence}.* Nothing was changed"):
        refused(nation)

    assert nothing_is_in()


def test_swapped_columns_are_refused(nation):
    write_oews(nation, header=SWAPPED)

    with pytest.raises(CommandError, match=r"row 2: Its annual p10 is 63080, more than its annual p25 .* swapped"):
        refused(nation)

    assert nothing_is_in()


def test_a_missing_column_is_named(nation):
    write_oews(nation, header=["pay" if name == "A_MEDIAN" else name for name in OEWS])

    with pytest.raises(CommandError, match=r"national_M2025_dl\.csv: A column is missing: “A_MEDIAN”"):
        refused(nation)


def test_one_place_in_two_files_is_refused(tmp_path, nation):
    write_oews(nation)
    again = write_oews(tmp_path / "us_M2025_dl.csv")

    with pytest.raises(CommandError, match=r"us_M2025_dl\.csv, row 2: U\.S\. ended in national_M2025_dl\.csv, row 2"):
        refused(nation, again)

    assert nothing_is_in()


def test_two_years_at_once_are_refused(tmp_path, nation):
    old = write_oews(tmp_path / "state_M2024_dl.csv", pay_row(**STATE))

    with pytest.raises(CommandError, match="Files of several years are here: 2024, 2025"):
        refused(write_oews(nation), old)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [({}, "Say it: --release “May 2025”"), ({"release": "spring"}, "“spring” does not say the month")],
)
def test_a_table_without_a_release_is_refused(tmp_path, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        refused(write_oews(tmp_path / "pay.csv"), **options)


def test_a_folder_of_something_else_is_refused(tmp_path):
    (tmp_path / "Occupation Data.txt").write_text("Code\tTitle\n")

    with pytest.raises(CommandError, match=r"There is no table here: neither a \.csv nor an \.xlsx file"):
        refused(tmp_path)


def test_a_workbook_that_broke_off_is_refused(tmp_path):
    whole = write_workbook(tmp_path / "national_M2025_dl.xlsx", OEWS, pay_row())
    whole.write_bytes(whole.read_bytes()[:3000])

    with pytest.raises(CommandError, match=r"national_M2025_dl\.xlsx: It is not a workbook \(xlsx\) that can be read"):
        refused(whole)

    assert nothing_is_in()


def test_a_zip_that_climbs_out_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "oesm25nat.zip", "w") as archive:
        archive.writestr("../national_M2025_dl.xlsx", "")

    with pytest.raises(CommandError, match="points outside it"):
        refused(tmp_path / "oesm25nat.zip")


def test_a_zip_that_broke_off_is_refused(tmp_path):
    path = packed(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(CommandError, match=r"oesm25nat\.zip: It is not a whole zip file: perhaps the download broke"):
        refused(path)


def test_a_zip_that_would_unpack_to_gigabytes_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"oesm25nat\.zip: It would unpack to [\d,]+ MB: no official release does"):
        refused(declare(packed(tmp_path)))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OperationalError("database or disk is full"), "It could not be stored: database or disk is full"),
        (KeyboardInterrupt(), "It was stopped"),
    ],
)
def test_what_breaks_off_half_way_is_taken_back_and_the_next_run_works(nation, monkeypatch, error, sentence):
    write_oews(nation, pay_row(), pay_row(**STATE))
    with monkeypatch.context() as patched:
        patched.setattr(store, "insert", breaks_at_second(store.insert, error))
        with pytest.raises(CommandError, match=rf"{sentence}\. Nothing was changed"):
            refused(nation)
    assert nothing_is_in()

    refused(nation)

    assert Pay.objects.count() == 2


def test_a_bad_second_file_takes_the_first_back(tmp_path, nation):
    bad = write_oews(tmp_path / "state_M2025_dl.csv", pay_row(**STATE | {"A_MEAN": "x"}))

    with pytest.raises(CommandError, match=r"state_M2025_dl\.csv, row 2"):
        refused(write_oews(nation), bad)

    assert nothing_is_in()


def test_utf_16_is_read(nation):
    write_oews(nation)
    nation.write_bytes(nation.read_text(encoding="utf-8").encode("utf-16"))

    refused(nation)

    assert Pay.objects.count() == 1
