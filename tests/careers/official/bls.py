"""Tables as the Bureau of Labor Statistics lays them out, in small."""

import csv

from openpyxl import Workbook


def cells(text):
    return next(csv.reader([text]))


OEWS = cells(
    "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,EMP_PRSE,"
    "JOBS_1000,LOC_QUOTIENT,PCT_TOTAL,PCT_RPT,H_MEAN,A_MEAN,MEAN_PRSE,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,"
    "A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY"
)
NATION = cells(
    "99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,25-4031,Library Technicians,detailed,68690,1.3,,,,,"
    "21.88,45500,0.5,14.09,17.18,21.43,25.21,30.33,29300,35740,44580,52430,63080,,"
)
TECHNICIANS = dict(zip(OEWS, NATION, strict=True))
STATE = {"AREA": "53", "AREA_TITLE": "Washington", "AREA_TYPE": "2", "PRIM_STATE": "WA"}
METRO = {"AREA": "42660", "AREA_TITLE": "Seattle-Tacoma-Bellevue, WA", "AREA_TYPE": "4", "PRIM_STATE": "WA"}

OFFICIAL_CSV = cells(
    'Occupation Title,Occupation Code,Employment 2021,Employment 2031,"Employment Change, 2021-2031",'
    '"Employment Percent Change, 2021-2031","Occupational Openings, 2021-2031 Annual Average",'
    "Median Annual Wage 2021,Typical Entry-Level Education,Education Code,Work Experience in a Related Occupation,"
    "Workex Code,Typical on-the-job Training,trCode"
)
HANDBOOK = cells(
    "ooh_slug,ooh_category,occupation_title,soc_code,employment_2024,projected_employment_2034,"
    "change_2024_34_percent,change_2024_34_numeric,profile_row,profile_annual_openings_2024_34,"
    "profile_entry_education,profile_work_experience,profile_ojt,profile_median_pay_annual_may2024"
)
MATRIX = cells(
    "2024 National Employment Matrix title,2024 National Employment Matrix code,Occupation type,"
    '"Employment, 2024","Employment, 2034","Employment distribution, percent, 2024",'
    '"Employment change, numeric, 2024–34","Employment change, percent, 2024–34",'
    '"Occupational openings, 2024–34 annual average",Typical education needed for entry,'
    "Work experience in a related occupation,"
    "Typical on-the-job training needed to attain competency in the occupation"
)


def pay_row(**changed):
    """The cells of library technicians in the nation, but for these."""
    return list({**TECHNICIANS, **changed}.values())


def write_csv(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def write_oews(path, *rows, header=OEWS):
    return write_csv(path, header, *(rows or [pay_row()]))


def write_workbook(path, *rows):
    """A workbook whose second sheet holds the rows; the first says what the columns mean."""
    book = Workbook()
    book.active.append(["What the columns mean"])
    sheet = book.create_sheet("Data")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def declare(path, size=2**32 - 16):
    """Make a zip say that each of its files has this size unpacked."""
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 24 : at + 28] = size.to_bytes(4, "little")
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(content)
    return path
