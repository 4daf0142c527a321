import csv
import io

import pytest
import time_machine
from openpyxl import load_workbook

from tests.plans.reports import school as hand_made


@pytest.fixture
def school(db):
    """The school of 40, on its day."""
    with time_machine.travel(hand_made.NOW, tick=False):
        yield hand_made.build()


def as_csv(client, key: str, query: str = "") -> list[list[str]]:
    """The lines of a report's CSV, without its names of columns."""
    response = client.get(f"/desk/reports/{key}.csv{query}")
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))[1:]


def as_workbook(client, key: str) -> list[list]:
    """The lines of a report's workbook, with its names of columns."""
    response = client.get(f"/desk/reports/{key}.xlsx")
    [sheet] = load_workbook(io.BytesIO(response.getvalue())).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
