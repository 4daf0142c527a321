"""The pages of 21 careers say what the official files say: imported from an extract in the official layouts."""

import json

import pytest
from django.conf import settings
from django.core.management import call_command

from careers.models import ElementKind
from tests.careers.figures.conftest import rate
from tests.careers.figures.make_extract import EXTRACT, extract
from tests.careers.official.bls import HANDBOOK, OEWS, STATE, pay_row, write_csv, write_oews
from tests.factories import CareerFactory

OCCUPATIONS = json.loads(EXTRACT.read_text(encoding="utf-8"))["occupations"]
SHARED = settings.BASE_DIR.parent / "shared" / "data"
LEFT_OUT = dict.fromkeys([name for name in OEWS if name.startswith(("H_", "A_"))], "*") | {"ANNUAL": "", "HOURLY": ""}


def oews(occupation):
    rows = [pay_row(**LEFT_OUT | occupation["nation"])]
    return rows + ([pay_row(**LEFT_OUT | occupation["washington"] | STATE)] if occupation["washington"] else [])


def handbook(code, occupation):
    return [{"soc_code": code, **occupation["jobs"]}.get(column, "") for column in HANDBOOK]


@pytest.fixture
def show(read, db, tmp_path):
    """What the page of a career says once the extract's rows of its code are imported."""

    def show(code, query="?area=WA"):
        occupation = OCCUPATIONS[code]
        call_command("import_oews", write_oews(tmp_path / "national_M2025.csv", *oews(occupation)), verbosity=0)
        if occupation["jobs"]:
            path = write_csv(tmp_path / "ep_2024-34.csv", HANDBOOK, handbook(code, occupation))
            call_command("import_projections", path, verbosity=0)
        return read(CareerFactory(title="The job", code=f"{code}.00"), query)

    return show


def dollars(amount: str) -> str:
    if amount == "#":
        return "above the limit"
    return "not published" if amount == "*" else f"${float(amount):,.0f}"


@pytest.mark.parametrize("code", OCCUPATIONS)
def test_yearly_pay_is_what_the_files_say(show, code):
    places = [OCCUPATIONS[code][place] for place in ("nation", "washington") if OCCUPATIONS[code][place]]

    page = show(code)

    if all(place["A_MEDIAN"] == "*" for place in places):
        assert "For this job pay is published by the hour only." in page
    else:
        assert f"Half earn at most (median) {' '.join(dollars(place['A_MEDIAN']) for place in places)}" in page
        assert f"One in ten earns at most {' '.join(dollars(place['A_PCT10']) for place in places)}" in page
        assert f"One in ten earns at least {' '.join(dollars(place['A_PCT90']) for place in places)}" in page
    assert "$0" not in page.replace("begins at $0", "")


@pytest.mark.parametrize("code", [code for code, each in OCCUPATIONS.items() if each["jobs"]])
def test_jobs_are_what_the_files_say(show, code):
    jobs = OCCUPATIONS[code]["jobs"]

    page = show(code)

    assert f"2024 {int(jobs['employment_2024']):,} jobs" in page
    assert f"2034 {int(jobs['projected_employment_2034']):,} jobs" in page
    assert f"{int(jobs['profile_annual_openings_2024_34']):,} openings a year" in page


@pytest.mark.parametrize("code", [code for code, each in OCCUPATIONS.items() if each["zone"]])
def test_zone_and_interests_are_what_the_files_say(show, code):
    occupation = OCCUPATIONS[code]
    rate("zone", "Job Zone", occupation["zone"], ElementKind.ZONE, code=f"{code}.00")
    for place, letter in enumerate(occupation["riasec"]):
        key, value = f"1.B.1.{'ghi'[place]}", "RIASEC".index(letter) + 1
        rate(key, f"High-Point {place}", value, ElementKind.HIGH_POINT, code=f"{code}.00")

    page = show(code)

    assert f"Job zone {occupation['zone']} of 5" in page
    assert f"{occupation['riasec']}: it suits people who like" in page


def test_the_group_is_named_where_pay_is_for_several(show):
    page = show("25-9042")

    assert "the median for Teaching Assistants, Except Postsecondary, May 2025, United States" in page
    assert "United States and Washington: for Teaching Assistants, Except Postsecondary, together." in page


@pytest.mark.skipif(not SHARED.exists(), reason="the official files are not here")
def test_the_extract_is_what_the_official_files_say():
    assert extract(SHARED)["occupations"] == OCCUPATIONS
