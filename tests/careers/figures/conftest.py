"""Library technicians with every official figure there can be, and pages in words."""

import datetime
import re
from html import unescape

import pytest

from careers.models import AreaKind, ElementKind
from tests.careers.figures.factories import ElementFactory, RatingFactory, TechnologyFactory
from tests.factories import AreaFactory, CareerFactory, PayFactory, ProjectionFactory

CODE = "25-4031.00"
NATION = {"annual_p10": 29300, "annual_p25": 35740, "annual_median": 44580, "annual_p75": 52430, "annual_p90": 63080}
HOURLY = {"hourly_p10": "14.09", "hourly_median": "21.43", "hourly_p90": "30.33"}
WASHINGTON = {"annual_median": 62570, "employment": 1850, "jobs_per_1000": 0.521, "location_quotient": 1.18}
EDUCATION = {2: 15.02, 3: 17.05, 5: 27.66, 6: 29.62, 7: 0}
JULY_2017 = datetime.date(2017, 7, 1)


def rate(key, name, value, kind, **kwargs):
    return RatingFactory(element=ElementFactory(key=key, name=name, kind=kind), value=value, **kwargs)


def words_of(html: str) -> str:
    """What a page says, without its markup."""
    return (
        " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
        .replace(" .", ".")
        .replace(" :", ":")
        .replace(" ,", ",")
    )


@pytest.fixture
def washington(db):
    return AreaFactory(code="53", kind=AreaKind.STATE, name="Washington", state="WA")


@pytest.fixture
def with_pay(washington):
    PayFactory(code="25-4031", title="Library Technicians", **NATION, **HOURLY)
    PayFactory(code="25-4031", title="Library Technicians", area=washington, **WASHINGTON)


@pytest.fixture
def with_jobs(db):
    ProjectionFactory(
        code="25-4031",
        title="Library technicians",
        jobs=78600,
        jobs_to=73200,
        change=-5400,
        percent=-7,
        openings=25800,
        openings_for="Library technicians and assistants",
    )


@pytest.fixture
def with_onet(db):
    rate("zone", "Job Zone", 3, ElementKind.ZONE, collected=JULY_2017, by="Analyst", answers=None)
    rate("1.B.1.g", "First Interest High-Point", 6, ElementKind.HIGH_POINT, by="Machine Learning", answers=None)
    rate("1.B.1.h", "Second Interest High-Point", 4, ElementKind.HIGH_POINT, by="Machine Learning", answers=None)
    rate("1.B.1.i", "Third Interest High-Point", 0, ElementKind.HIGH_POINT, by="Machine Learning", answers=None)
    rate("2.A.1.a", "Reading Comprehension", 3.38, ElementKind.SKILL, by="Analyst", answers=8)
    rate("2.C.1.e", "Customer and Personal Service", 4.6, ElementKind.KNOWLEDGE)
    for category, share in EDUCATION.items():
        rate(f"2.D.1/{category}", "A level", share, ElementKind.EDUCATION, collected=JULY_2017)
    TechnologyFactory(name="Koha")
    TechnologyFactory(name="Excel", hot=True, in_demand=True)


@pytest.fixture
def technicians(with_pay, with_jobs, with_onet):
    return CareerFactory(title="Library technicians", code=CODE, published_on=datetime.date(2025, 1, 1))


@pytest.fixture
def read(client):
    """What the page at an address of a career says."""

    def read(career, query="", client=client):
        response = client.get(career.get_absolute_url() + query)
        assert response.status_code == 200
        return words_of(response.text)

    return read
