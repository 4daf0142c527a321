"""Drafting careers for occupations that no career has, from what the importers brought in."""

import io

import pytest
from django.core.management import CommandError, call_command

from careers.models import (
    Career,
    Category,
    Education,
    Element,
    ElementKind,
    Family,
    Kind,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Status,
)
from careers.proposing import education_in, summary, title_of
from tests.factories import CareerFactory, CareerTypeFactory, CategoryFactory, ProjectionFactory, SourceFactory

pytestmark = pytest.mark.django_db

NURSES, AIDES, CHIEFS = "29-1141.00", "31-1121.00", "11-1011.00"
TYPES = ("growing-emerging-careers", "stable-careers", "changing-careers", "high-demand-careers")
WAYS = ("apprenticeship-trade-careers", "advanced-study-careers", "quick-start-careers")


def draft(**options):
    out, err = io.StringIO(), io.StringIO()
    call_command("draft_careers", "--from-onet", stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


@pytest.fixture
def onet(db):
    """Three occupations in two fields of work; the third has a code and a title and nothing else."""
    source = SourceFactory(family=Family.ONET, release="29.3", name="O*NET database")
    zone = Element.objects.create(key="zone", kind=ElementKind.ZONE, name="Job zone")
    CategoryFactory(name="Health & Medicine", slug="health", soc_major_groups=["29-0000", "31-0000"])
    CategoryFactory(name="Business", slug="business", soc_major_groups=["11-0000"])
    for slug in TYPES + WAYS:
        CareerTypeFactory(name=slug.replace("-", " ").capitalize(), slug=slug)
    for code, title in ((NURSES, "Registered Nurses"), (AIDES, "Home Health Aides"), (CHIEFS, "Chiefs, All Other")):
        Occupation.objects.create(code=code, title=title, description="Theirs, word for word.", source=source)
    for code, value in ((NURSES, 3), (AIDES, 2)):
        Rating.objects.create(code=code, element=zone, value=value, source=source)
    for title in ("Staff Nurse", "Registered Nurses", "Police", "Nurse", "Coordinator"):
        OccupationTitle.objects.create(code=NURSES, title=title, source=source)
    OccupationTitle.objects.create(code=AIDES, title="Coordinator", source=source)
    RelatedOccupation.objects.create(code=NURSES, to_code=AIDES, tier="Primary-Short", rank=1, source=source)
    RelatedOccupation.objects.create(code=NURSES, to_code=CHIEFS, tier="Primary-Short", rank=2, source=source)
    ProjectionFactory(code="29-1141", percent=5, openings=189_100, education="Bachelor's degree")
    ProjectionFactory(code="31-1120", percent=17, openings=765_800, openings_for="Home health and personal care aides")
    return source


def test_an_occupation_becomes_a_draft_of_facts(onet):
    draft()

    career = Career.objects.get(code=NURSES)
    assert (career.title, career.slug, career.category.slug) == ("Registered nurses", "registered-nurses", "health")
    assert (career.kind, career.status, career.education) == (Kind.FACTS_ONLY, Status.DRAFT, Education.BACHELOR)
    assert [str(title) for title in career.alternate_titles.all()] == ["Nurse", "Staff Nurse", "Police", "Coordinator"]
    assert career.summary == (
        "A job in Health & Medicine. You usually start with a bachelor’s degree. Also called Staff Nurse or Police."
    )


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        ([], "A job in Health."),
        (["Registered Nurse (RN)", "Staff Nurse (Nurse)"], "A job in Health. Also called Staff Nurse."),
        (["Medic", "Medic (M)", "Medics", "Carer", "Sitter"], "A job in Health. Also called Medic or Carer."),
        (["x" * 200], "A job in Health."),
    ],
)
def test_a_summary_names_what_says_something_new(titles, words):
    assert summary("Registered Nurses", Category(name="Health"), titles, None) == words


@pytest.mark.parametrize(
    ("scores", "liked"),
    [
        ((7, 1, 1, 1, 1, 1), "hands-on work"),
        ((5.5, 7, 1, 1, 1, 2), "finding things out, and hands-on work"),
        ((1, 1, 6, 5, 2, 2), "creative work and helping or teaching people"),
    ],
)
def test_a_summary_says_who_would_like_the_job(scores, liked):
    said = summary("Nurses", Category(name="Health"), ["Medic"], Education.BACHELOR, scores)

    assert said == f"A job for people who like {liked}. Also called Medic."


def test_a_name_that_is_the_title_in_the_singular_says_nothing_new():
    names = ["Actuary", "Pricing Actuary", "Pricing Actuaries"]

    assert summary("Actuaries", Category(name="Money"), names, None) == "A job in Money. Also called Pricing Actuary."


@pytest.mark.parametrize(
    ("official", "title"),
    [
        ("Helpers--Electricians", "Helpers: electricians"),
        ("First-Line Supervisors of Driver/Sales Workers", "First-line supervisors of driver/sales workers"),
        ("English Language Teachers, Postsecondary", "English language teachers, postsecondary"),
        ("Instructors of English and GIS", "Instructors of English and GIS"),
    ],
)
def test_titles_are_written_as_ours_are(official, title):
    assert title_of(official) == title


def test_at_most_thirty_names_are_taken(onet):
    titles = [OccupationTitle(code=NURSES, title=f"Nurse {number}", source=onet) for number in range(40)]
    OccupationTitle.objects.bulk_create(titles)
    draft()

    assert Career.objects.get(code=NURSES).alternate_titles.count() == 30


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({}, None),
        ({2: 30, 3: 19, 6: 51}, Education.BACHELOR),
        ({1: 50, 6: 50}, Education.NONE),
        ({5: 10, 9: 45, 11: 45}, Education.MASTER),
    ],
)
def test_education_is_what_half_of_those_asked_say_is_enough(answers, level):
    assert education_in(answers) == level


def test_education_comes_from_those_asked_where_the_projections_state_none(onet):
    key = Element.objects.create(key="2.D.1/5", kind=ElementKind.EDUCATION, name="Associate’s degree")
    Rating.objects.create(code=AIDES, element=key, value=90, source=onet)
    draft()

    assert Career.objects.get(code=AIDES).education == Education.ASSOCIATE


def test_types_are_proposed_from_the_figures(onet):
    draft()

    types = {code: [str(each.type.slug) for each in Career.objects.get(code=code).typings.all()] for code in (
        NURSES, AIDES, CHIEFS)}  # fmt: skip
    assert types == {
        NURSES: ["growing-emerging-careers", "high-demand-careers"],
        AIDES: ["growing-emerging-careers", "quick-start-careers"],
        CHIEFS: [],
    }


def test_related_careers_go_by_the_titles_they_have_here(onet):
    CareerFactory(title="Carers at home", code=AIDES)
    draft()

    section = Career.objects.get(code=NURSES).sections.get()
    assert (section.key, section.text) == ("related", "- **Carers at home**\n- **Chiefs, all other**")
    assert [item["text"] for item in section.items] == ["Carers at home", "Chiefs, all other"]


def test_doing_it_twice_changes_nothing(onet):
    draft()
    before = list(Career.objects.order_by("pk").values())

    assert draft()[0] == "0 careers drafted, 0 of them published.\n"
    assert list(Career.objects.order_by("pk").values()) == before


def test_careers_that_are_there_stay_as_they_are(onet):
    CareerFactory(title="Nurses of our own", code=NURSES, summary="Ours.")
    CareerFactory(title="Home health aides", code="", summary="Ours too.")
    out, err = draft()

    assert set(Career.objects.values_list("summary", flat=True)) == {"Ours.", "Ours too.", "A job in Business."}
    assert "Home Health Aides: not drafted, “Home health aides” has its address, and another code." in err
    assert out.endswith("1 careers drafted, 0 of them published.\n")


def test_a_category_alone(onet):
    out, _ = draft(category=["health"])

    assert out == "Health & Medicine: 2\n2 careers drafted, 0 of them published.\n"
    assert not Career.objects.filter(code=CHIEFS).exists()


def test_publishing_leaves_what_lacks_a_type_a_draft(onet, client):
    out, _ = draft(publish=True)

    assert "3 careers drafted, 2 of them published. 1 stay drafts: no figures propose a type" in out
    assert set(Career.objects.published().values_list("code", flat=True)) == {NURSES, AIDES}
    assert "This page has facts only" in client.get("/careers/registered-nurses/").content.decode()
    assert "registered-nurses" in client.get("/sitemap.xml").content.decode()
    assert "Registered nurses" in client.get("/careers/?q=staff+nurse").content.decode()


def test_a_dry_run_says_what_would_be_and_writes_nothing(onet):
    out, _ = draft(dry_run=True)

    assert out.endswith("3 careers drafted, 0 of them published. This was a dry run: nothing was written.\n")
    assert not Career.objects.exists()


def test_an_occupation_without_a_category_is_named(onet):
    Occupation.objects.create(code="99-1011.00", title="Wizards", source=onet)

    assert "99-1011.00 Wizards: not drafted, no category covers the major group 99-0000." in draft()[1]


def test_an_unknown_category_is_named_and_nothing_drafted(onet):
    with pytest.raises(CommandError, match=r"There is no category nonsense\. There are: business, health\."):
        draft(category=["nonsense"])

    assert not Career.objects.exists()


def test_without_occupations_it_says_what_to_do_first(db):
    with pytest.raises(CommandError, match="run import_onet first"):
        draft()


def test_the_official_description_is_not_copied(onet):
    draft()

    assert not Career.objects.filter(summary__contains="word for word").exists()
