"""Beside the texts an editor writes stand the official facts to write from."""

import pytest

from careers.models import Element, ElementKind, Family, Occupation, Rating, RelatedOccupation, Technology
from tests.careers.admin_pages import change
from tests.factories import PayFactory, ProjectionFactory, SourceFactory

pytestmark = pytest.mark.django_db
CODE = "25-4031.00"


def chapters(response):
    """The words of the facts in each chapter."""
    return {name: str(options.get("description", "")) for name, options in response.context["adminform"].fieldsets}


@pytest.fixture
def figures(technicians):
    onet = SourceFactory(family=Family.ONET, release="29.3", name="O*NET database")
    for code, title in ((CODE, "Library Technicians"), ("25-4022.00", "Librarians")):
        Occupation.objects.create(code=code, title=title, source=onet)
    for key, kind, value in (("zone", ElementKind.ZONE, 3), ("Reading", ElementKind.SKILL, 3.5)):
        element = Element.objects.create(key=key, kind=kind, name=key)
        Rating.objects.create(code=CODE, element=element, value=value, source=onet)
    Technology.objects.create(code=CODE, name="Database software", source=onet)
    RelatedOccupation.objects.create(code=CODE, to_code="25-4022.00", tier="Primary-Short", rank=1, source=onet)
    PayFactory(code="25-4031", annual_median=44_580, annual_p10=29_300, annual_p90=63_080, employment=76_920)
    ProjectionFactory(code="25-4031", percent=-7, openings=25_800, openings_for="Clerical library assistants")
    technicians.code = CODE
    technicians.save()


@pytest.mark.parametrize(
    ("chapter", "words"),
    [
        ("The short version", ["Library Technicians", "O*NET database, 29.3"]),
        ("The work", ["Database software"]),
        ("Getting in", ["Job zone", "Reading"]),
        (
            "Pay and prospects",
            ["$44,580 a year", "$29,300 to $63,080", "-7%: shrinking", "25,800, together", "2025"],
        ),
        ("Moving on", ["Librarians"]),
    ],
)
def test_each_chapter_has_its_facts(as_editor, technicians, figures, chapter, words):
    said = chapters(as_editor.get(change(technicians)))[chapter]

    assert [word for word in words if word not in said] == []


def test_a_sample_that_is_too_small_is_left_out(as_editor, technicians, figures):
    Rating.objects.filter(element__key="Reading").update(suppress=True)

    assert "Reading" not in chapters(as_editor.get(change(technicians)))["Getting in"]


def test_a_career_without_a_code_has_no_facts(as_editor, technicians, figures):
    technicians.code = ""
    technicians.save()

    assert not any(chapters(as_editor.get(change(technicians))).values())
