import io
import zipfile

import pytest

from careers.official.files import BadRelease, on_disk
from careers.official.workbooks import workbook_rows
from tests.careers.official.bls import declare, write_workbook


@pytest.fixture
def path(tmp_path):
    return tmp_path / "table.xlsx"


def test_rows_are_read_under_the_header_wherever_it_stands(path):
    write_workbook(path, ["Table 1", None], [], ["Code", "Jobs"], ["25-4031", 78.6], ["27-2011", 57.0])

    found = list(workbook_rows(on_disk(path), ["Code", "Jobs"]))

    assert [dict(row.cells) for row in found] == [
        {"Code": "25-4031", "Jobs": "78.6"},
        {"Code": "27-2011", "Jobs": "57"},
    ]
    assert [row.number for row in found] == [4, 5]


def test_names_of_columns_may_differ_in_capitals_and_line_breaks(path):
    write_workbook(path, ["occ_code", "Employment,\n2024"], ["25-4031", 1])

    assert next(workbook_rows(on_disk(path), ["OCC_CODE", "Employment, 2024"]))["OCC_CODE"] == "25-4031"


def test_rows_with_cells_left_out_or_beyond_the_table_are_read(path):
    write_workbook(path, ["Code", "Jobs"], ["25-4031"], ["27-2011", 2, None, "a note"])

    assert [row["Jobs"] for row in workbook_rows(on_disk(path), ["Code"])] == ["", "2"]


def test_a_workbook_without_the_columns_is_refused(path):
    write_workbook(path, ["Code", "Jobs"])

    with pytest.raises(BadRelease, match="No sheet has a row that names the columns “Code”, “Pay”"):
        list(workbook_rows(on_disk(path), ["Code", "Pay"]))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Code,Jobs\n"])
def test_what_is_no_workbook_is_refused(path, content):
    path.write_bytes(content)

    with pytest.raises(BadRelease, match=r"table\.xlsx: It is not a workbook"):
        list(workbook_rows(on_disk(path), ["Code"]))


def test_a_zip_that_holds_no_workbook_is_refused(path):
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    path.write_bytes(packed.getvalue())

    with pytest.raises(BadRelease, match="It is not a workbook"):
        list(workbook_rows(on_disk(path), ["Code"]))


def test_a_workbook_that_would_unpack_to_too_much_is_refused(path):
    write_workbook(path, ["Code"], ["25-4031"])

    with pytest.raises(BadRelease, match=r"table\.xlsx: It would unpack to [\d,]+ MB: no official table does"):
        list(workbook_rows(on_disk(declare(path)), ["Code"]))
