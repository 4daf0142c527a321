"""The facet index says what the filterset says in SQL, for any content and any choice."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers import facets
from careers.bands import OUTLOOK, PAY, band_of
from careers.filters import CareerFilter
from careers.models import Career, Education, ElementKind, Remote, Status
from careers.traits import INTEREST_CHOICES, ZONE_CHOICES
from tests.factories import (
    CareerFactory,
    CareerTypeFactory,
    CategoryFactory,
    ElementFactory,
    PayFactory,
    ProjectionFactory,
    RatingFactory,
)

pytestmark = pytest.mark.django_db

EDUCATION = [level.slug for level in Education]
REMOTE = [level.slug for level in Remote]
# SOC code, dollars a year, mark in their place, change in per cent, openings a year. The last but two is a group that
# stands for 31-1121 and 31-1122; 31-1121 has pay of its own as well.
FIGURES = [
    ("11-1011", None, "#", 4, 100),
    ("25-4031", 44_580, "", -7, 25_800),
    ("29-1141", 100_000, "", 5, 190_000),
    ("31-1120", 34_999, "", 17, 700_000),
    ("31-1121", 35_000, "", None, None),
    ("47-2231", None, "*", 0, None),
]
CODES = ["", "11-1011.00", "25-4031.00", "29-1141.01", "31-1121.00", "31-1122.00", "47-2231.00", "99-9999.00"]


@pytest.fixture
def figures(db):
    for code, annual, mark, percent, openings in FIGURES:
        PayFactory(code=code, annual_median=annual, marks={"annual_median": mark} if mark else {})
        if percent is not None:
            ProjectionFactory(code=code, percent=percent, openings=openings)


ZONE, FIRST, SECOND = (
    ("zone", ElementKind.ZONE),
    ("1.B.1.g", ElementKind.HIGH_POINT),
    ("1.B.1.h", ElementKind.HIGH_POINT),
)
MAKING, SOCIAL = ("1.B.1.a", ElementKind.INTEREST, "Realistic"), ("1.B.1.d", ElementKind.INTEREST, "Social")
# O*NET-SOC code, what is rated, how much, and whether O*NET would not show it.
RATINGS = [
    ("25-4031.00", ZONE, 3, False),
    ("25-4031.00", FIRST, 6, False),
    ("25-4031.00", SECOND, 4, False),
    ("25-4031.00", SOCIAL, 6.5, False),
    ("29-1141.01", ZONE, 4, False),
    ("29-1141.01", FIRST, 0, False),
    ("29-1141.01", MAKING, 5.5, False),
    ("29-1141.01", SOCIAL, 6.5, False),
    ("31-1121.00", ZONE, 2, True),
    ("31-1121.00", SOCIAL, 6, True),
    ("31-1122.00", SOCIAL, 3.9, False),
    ("47-2231.00", FIRST, 1, False),
]
SUBJECTS = [[], ["Biology"], ["Biology", "Design & Technology"], ["biology", "Musique à l’école"]]
SUBJECT_SLUGS = ["biology", "design-technology", "musique-à-lécole"]


@pytest.fixture
def ratings(db):
    for code, (key, kind, *name), value, suppress in RATINGS:
        element = ElementFactory(key=key, kind=kind, name=name[0] if name else key)
        RatingFactory(code=code, element=element, value=value, suppress=suppress)


@pytest.fixture
def catalogue(figures, ratings):
    """Thirty careers spread over three categories, three types and all levels, some of them drafts."""
    categories = [CategoryFactory(slug=f"field-{letter}") for letter in "abc"]
    types = [CareerTypeFactory(slug=f"kind-{letter}") for letter in "xyz"]
    for number in range(30):
        CareerFactory(
            title=f"Career {number:02}",
            code=CODES[number % len(CODES)],
            category=categories[number % 3],
            types=[type_ for place, type_ in enumerate(types) if number >> place & 1],
            education=None if number % 8 == 7 else number % 8,
            remote=None if number % 5 == 4 else number % 5,
            subjects=SUBJECTS[number % len(SUBJECTS)],
            status=Status.DRAFT if number % 6 == 5 else Status.PUBLISHED,
        )


choices = st.fixed_dictionaries(
    {
        "category": st.lists(st.sampled_from(["field-a", "field-b", "field-c"]), unique=True),
        "type": st.lists(st.sampled_from(["kind-x", "kind-y", "kind-z"]), unique=True),
        "education": st.lists(st.sampled_from(EDUCATION), max_size=1),
        "remote": st.lists(st.sampled_from(REMOTE), unique=True),
        "pay": st.lists(st.sampled_from([band.slug for band in PAY]), unique=True),
        "outlook": st.lists(st.sampled_from([band.slug for band in OUTLOOK]), unique=True),
        "zone": st.lists(st.sampled_from([zone.slug for zone in ZONE_CHOICES]), unique=True, max_size=2),
        "interest": st.lists(
            st.sampled_from([interest.slug for interest in INTEREST_CHOICES]), unique=True, max_size=2
        ),
        "subject": st.lists(
            st.sampled_from(["biology", "design-technology", "musique-à-lécole"]), unique=True, max_size=2
        ),
    }
)


def in_sql(chosen) -> set[int]:
    data = QueryDict(mutable=True)
    for key, values in chosen.items():
        data.setlist(key, values)
    filterset = CareerFilter(data, Career.objects.published(), index=facets.current())
    return set(filterset.qs.values_list("pk", flat=True))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=choices)
def test_the_index_selects_what_sql_selects(catalogue, chosen):
    selection = facets.current().select(chosen)

    assert set(selection.page(1, 100)) == in_sql(chosen)
    assert selection.total == len(in_sql(chosen))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=choices)
def test_a_count_is_the_list_with_that_choice_alone_in_its_group(catalogue, chosen):
    counts = facets.current().select(chosen).counts

    for group, options in counts.items():
        for slug, count in options.items():
            assert count == len(in_sql(chosen | {group: [slug]})), (group, slug)


def test_pages_follow_each_other_without_gap_or_repeat(catalogue):
    whole = facets.current().select({}).page(1, 100)

    pages = [facets.current().select({}).page(number, 7) for number in range(1, 6)]

    assert [key for page in pages for key in page] == whole
    assert whole == list(Career.objects.published().order_by("title").values_list("pk", flat=True))


@pytest.mark.parametrize(("sort", "order"), [("", "title"), ("-title", "-title"), ("newest", "-published_on")])
def test_sorting(catalogue, sort, order):
    found = facets.current().select({}, sort=sort).page(1, 100)

    assert found == list(Career.objects.published().order_by(order, "title").values_list("pk", flat=True))


def test_sorting_by_education_puts_the_unstated_last(catalogue):
    found = facets.current().select({}, sort="education").page(1, 100)

    levels = dict(Career.objects.values_list("pk", "education"))
    stated = [levels[key] for key in found if levels[key] is not None]
    assert stated == sorted(stated)
    assert [levels[key] for key in found[: len(stated)]] == stated


@pytest.mark.parametrize(
    ("sort", "codes"),
    [
        ("pay", ["11-1011.00", "29-1141.01", "25-4031.00", "31-1121.00", "31-1122.00"]),
        ("openings", ["31-1121.00", "31-1122.00", "29-1141.01", "25-4031.00", "11-1011.00"]),
        ("growth", ["31-1121.00", "31-1122.00", "29-1141.01", "11-1011.00", "47-2231.00", "25-4031.00"]),
    ],
)
def test_sorting_by_a_figure_puts_the_greatest_first_and_those_without_last(figures, sort, codes):
    careers = {CareerFactory(code=code).pk: code for code in CODES}

    found = [careers[key] for key in facets.current().select({}, sort=sort).page(1, 100)]

    assert found == codes + [code for code in CODES if code not in codes]


def test_a_career_without_figures_is_hidden_by_a_choice_alone(figures):
    CareerFactory(code="99-9999.00")

    everything = facets.current().select({}, sort="pay").total
    chosen = facets.current().select({"pay": [band.slug for band in PAY]}).total

    assert (everything, chosen) == (1, 0)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("zone", {"3": ["25-4031.00"], "4": ["29-1141.01"]}),
        ("interest", {"conventional": ["25-4031.00"], "social": ["29-1141.01"], "realistic": ["47-2231.00"]}),
    ],
)
def test_the_strongest_interest_and_the_zone_are_those_that_may_be_shown(ratings, group, expected):
    codes = {CareerFactory(code=code).pk: code for code in CODES}

    index = facets.current()
    found = {slug: index.select({group: [slug]}).page(1, 99) for slug in index.options[group]}

    assert {slug: [codes[key] for key in keys] for slug, keys in found.items() if keys} == expected


def test_two_spellings_of_a_subject_are_one(db):
    CareerFactory(subjects=["Design & Technology"])
    CareerFactory(subjects=["design & technology"])

    assert facets.current().select({}).counts["subject"] == {"design-technology": 2}


def test_no_number_falls_between_two_bands():
    for bands in (PAY, tuple(reversed(OUTLOOK))):
        assert [band.below for band in bands[:-1]] == [band.least for band in bands[1:]]


@pytest.mark.parametrize(
    ("percent", "slug"),
    [(5, "growing-fast"), (4, "growing"), (1, "growing"), (0.4, "about-the-same"), (-0.5, "about-the-same"),
     (-1, "shrinking")],
)  # fmt: skip
def test_the_bands_of_outlook_are_those_of_its_words(percent, slug):
    assert band_of(percent, OUTLOOK).slug == slug


def test_tiers_come_in_their_order_and_each_career_once(catalogue):
    keys = facets.current().select({}).page(1, 100)

    found = facets.current().select({}, tiers=([keys[5]], [keys[2], keys[5]], keys[:8])).page(1, 100)

    assert found == [keys[5], keys[2], keys[0], keys[1], keys[3], keys[4], keys[6], keys[7]]


def test_drafts_are_in_it_for_those_who_may_see_them(catalogue):
    assert facets.current().select({}).total == Career.objects.published().count()
    assert facets.current().select({}, drafts=True).total == Career.objects.count()


def test_it_is_made_anew_when_content_changes(catalogue):
    before = facets.current()

    assert facets.current() is before
    CareerFactory(title="A new one")

    assert facets.current() is not before
    assert facets.current().select({}).total == before.select({}).total + 1


def test_it_is_made_anew_when_a_publishing_date_arrives(time_machine):
    time_machine.move_to("2026-11-22 12:00")
    CareerFactory(published_on="2026-11-24")
    today = facets.current().select({}).total

    time_machine.move_to("2026-11-24 12:00")

    assert (today, facets.current().select({}).total) == (0, 1)


def test_an_empty_portal_has_an_index(db):
    assert facets.current().select({"category": ["nothing"]}).total == 0


def test_it_is_made_in_a_few_queries_however_many_careers(catalogue, django_assert_num_queries):
    with django_assert_num_queries(9):
        facets.build()


def test_figures_are_read_again_only_after_an_import(catalogue, django_assert_num_queries):
    facets.build()

    with django_assert_num_queries(6):
        facets.build()


def test_its_queries_do_not_grow(catalogue, django_assert_num_queries):
    facets.current()

    with django_assert_num_queries(1):
        facets.current().select({"category": ["field-a"]}).page(1, 24)
