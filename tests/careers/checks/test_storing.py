"""What is known beside a career, and what is kept of its findings."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.actions import save_career, set_status
from careers.checks import known, storing
from careers.checks.findings import Evidence
from careers.models import (
    Area,
    AreaKind,
    Career,
    Element,
    ElementKind,
    Finding,
    Kind,
    Pay,
    Projection,
    Rating,
    Source,
    Status,
    Wording,
)  # fmt: skip
from tests.factories import CareerFactory

SENTENCE = "You mend the spines of old books in a quiet room."


@pytest.fixture
def figures(db):
    """Pay and outlook of library technicians in small; pay and outlook by SOC code, the job zone by O*NET's."""
    source = Source.objects.create(family="oews", release="May 2025", name="Pay", dated=timezone.localdate())
    nation = Area.objects.create(code="99", kind=AreaKind.NATION, name="United States")
    state = Area.objects.create(code="53", kind=AreaKind.STATE, name="Washington")
    stated = {"code": "25-4031", "source": source, "title": "Library Technicians"}
    pay = {"group": "detailed", "as_of": timezone.localdate()} | stated
    Pay.objects.create(area=nation, annual_p10=29_300, annual_median=44_580, **pay)
    Pay.objects.create(area=state, annual_p10=50_310, **pay)
    Projection.objects.create(year=2024, year_to=2034, percent=-7, education="Postsecondary nondegree award", **stated)
    zone = Element.objects.create(key="zone", kind=ElementKind.ZONE, name="Job zone")
    Rating.objects.create(code="25-4031.00", element=zone, value=3, source=source)


def kept(career):
    return list(career.findings.values_list("check_key", "severity", "reason"))


def test_evidence_is_what_the_nation_pays_by_the_careers_code(figures):
    assert known.evidence_of({"25-4031.00", "", "47-2111.00"}) == {
        "25-4031.00": Evidence({10: 29_300, 50: 44_580}, "Pay, May 2025", -7, 2034, "Postsecondary nondegree award", 3),
        "": Evidence(),
        "47-2111.00": Evidence(),
    }


def test_a_save_keeps_what_is_found_and_what_was_found_before_goes(figures, stable):
    career = CareerFactory(kind=Kind.FACTS_ONLY, code="25-4031.00", types=[stable])
    save_career(career=career)
    assert kept(career) == [("type-falling", 1, "")]

    career.accepted = [{"check": "type-falling", "reason": "Many retire."}]
    save_career(career=career)

    assert kept(career) == [("type-falling", 1, "Many retire.")]
    assert career.findings.get().places == [{"name": "types", "excerpt": "Stable Careers"}]


def test_a_change_of_status_is_a_reason_to_look_again(db):
    career = CareerFactory(status=Status.DRAFT)
    save_career(career=career)
    assert "unchecked" not in [key for key, *_ in kept(career)]

    set_status(careers=[career], status=Status.PUBLISHED)

    assert "unchecked" in [key for key, *_ in kept(career)]


def test_the_same_sentence_is_found_in_another_career_and_not_in_its_own(db):
    one, other = CareerFactory(title="Binders"), CareerFactory(title="Curators")
    for career in (one, one, other):
        save_career(career=career, texts={"overview": SENTENCE})

    assert Wording.objects.count() == 2
    assert "same-sentence" not in [key for key, *_ in kept(one)]
    assert other.findings.get(check_key="same-sentence").sentence == "“Binders” says the same sentence."

    save_career(career=one, texts={"overview": ""})
    storing.refresh([other.pk])

    assert not other.findings.filter(check_key="same-sentence").exists()


def test_many_careers_take_as_many_queries_as_a_few(figures):
    CareerFactory.create_batch(30, code="25-4031.00", kind=Kind.FACTS_ONLY)
    pks = list(Career.objects.values_list("pk", flat=True))

    costs = []
    for chosen in (pks[:2], pks):
        with CaptureQueriesContext(connection) as queries:
            storing.refresh(chosen)
        costs.append(len(queries))

    assert costs[0] == costs[1] <= 20


def test_a_career_takes_its_findings_along(db):
    career = CareerFactory()
    save_career(career=career)
    assert Finding.objects.exists()

    career.delete()

    assert not Finding.objects.exists()
