"""Bad tables of the outlook: file, row, a sentence, and nothing changed."""

import pytest
from django.core.management import CommandError, call_command

from careers.models import Projection, Source
from tests.careers.official.bls import HANDBOOK, MATRIX, OEWS, OFFICIAL_CSV, pay_row, write_csv, write_workbook
from tests.careers.official.test_projections import ACTORS, ITEM, NOTES, OLD, TITLE

pytestmark = pytest.mark.django_db


def changed(column, cell, row=OLD):
    return [*row[:column], cell, *row[column + 1 :]]


BAD_ROWS = [
    (OLD[:-1], "It has 13 cells where the header has 14"),
    (changed(1, "Actors"), "“Actors” in “Occupation Code” is not a SOC code"),
    (changed(1, ""), "“” in “Occupation Code” is not a SOC code"),
    (changed(0, ""), "“Occupation Title” holds 0 characters"),
    (changed(2, "few"), "“few” in “Employment 2021” is not a number"),
    (changed(2, "nan"), "“nan” in “Employment 2021” is not a number"),
    (changed(6, "-1"), "-1 in “Occupational Openings, 2021-2031 Annual Average” is not between"),
    (changed(8, "a" * 81), "“Typical Entry-Level Education” holds 81 characters, more than 80"),
    (changed(4, "3.3"), "78,200 jobs and a change of 3,300 do not make 74,900. Were columns swapped"),
    (OLD, "It is about the same as row 2: 25-4031\\."),
]


def refused(path):
    call_command("import_projections", str(path))


def nothing_is_in():
    return not Projection.objects.exists() and not Source.objects.exists()


@pytest.mark.parametrize(("row", "sentence"), BAD_ROWS)
def test_a_bad_row_is_refused_by_file_and_row(tmp_path, row, sentence):
    path = write_csv(tmp_path / "ep.csv", OFFICIAL_CSV, OLD, row)

    with pytest.raises(CommandError, match=rf"ep\.csv, row 3: {sentence}.* Nothing was changed"):
        refused(path)

    assert nothing_is_in()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([OFFICIAL_CSV], "It holds no rows"),
        ([OEWS, pay_row()], "It is no table of projections: two columns must name employment in a year"),
        ([changed(1, "Code", OFFICIAL_CSV), OLD], r"A column is missing: the code\. There are: Occupation Title, Code"),
        (
            [changed(9, "soc_code", OFFICIAL_CSV), OLD],
            "Two columns could be the code: “Occupation Code” and “soc_code”",
        ),
        ([changed(4, "Occupation Code", OFFICIAL_CSV), OLD], "The column “Occupation Code” is there twice"),
    ],
)
def test_a_table_of_another_layout_is_refused(tmp_path, rows, sentence):
    with pytest.raises(CommandError, match=rf"ep\.csv: {sentence}"):
        refused(write_csv(tmp_path / "ep.csv", *rows))


def test_swapped_columns_are_refused(tmp_path):
    swapped = [
        HANDBOOK[5] if name == HANDBOOK[4] else HANDBOOK[4] if name == HANDBOOK[5] else name for name in HANDBOOK
    ]
    falling = changed(7, "-900", changed(5, "56100", ACTORS))

    with pytest.raises(CommandError, match=r"row 2: 56,100 jobs and a change of -900 do not make 57,000"):
        refused(write_csv(tmp_path / "ep.csv", swapped, falling))


def test_a_bad_code_in_a_workbook_is_refused_by_its_row(tmp_path):
    path = write_workbook(tmp_path / "occupation.xlsx", TITLE, MATRIX, ITEM, changed(1, "Actors", ITEM), *NOTES)

    with pytest.raises(CommandError, match=r"occupation\.xlsx, row 4: “Actors” in “2024 National"):
        refused(path)

    assert nothing_is_in()


def test_a_folder_of_several_tables_is_refused(tmp_path):
    for name in ("a.csv", "b.csv"):
        write_csv(tmp_path / name, OFFICIAL_CSV, OLD)

    with pytest.raises(CommandError, match=r"One table .* belongs here; there is: a\.csv, b\.csv"):
        refused(tmp_path)
