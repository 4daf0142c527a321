"""A page put together is the page that the template makes."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.template.loader import render_to_string

from careers import skeleton
from careers.actions import write_sections
from careers.figures.shown import figures_for
from careers.models import AlternateTitle, Education, Kind, LeadsTo
from careers.reading import find_public, read_profile
from tests.factories import CareerFactory, PayFactory

pytestmark = pytest.mark.django_db
NASTY = "~~title~~ & “<script>alert(1)</script>” ~~body~~"


@pytest.fixture
def visit(rf):
    def visit(path):
        request = rf.get(path)
        request.user, request.session, request._messages = AnonymousUser(), SessionStore(), []
        return request

    return visit


def put_together_and_rendered(request, slug):
    profile = read_profile(find_public(slug))
    figures = figures_for(request, profile.career)
    rendered = render_to_string("careers/career_detail.html", vars(profile) | {"figures": figures}, request)
    return skeleton.page(request, profile, figures), rendered


def test_a_full_profile(visit, technicians):
    CareerFactory(title="Librarians", category=technicians.category)
    CareerFactory(title="Teachers", category=technicians.category)

    page, rendered = put_together_and_rendered(visit("/careers/library-technicians/"), "library-technicians")

    assert page == rendered
    assert "~~" not in page


def test_the_least_a_career_can_have(visit):
    CareerFactory(title="Bare", summary="Little is known.")

    page, rendered = put_together_and_rendered(visit("/careers/bare/"), "bare")

    assert page == rendered
    assert "still to be written" in page


@pytest.mark.parametrize("texts", [{}, {"salary": "About $30,000.", "tools": "- Koha."}])
def test_official_figures_with_and_without_texts(visit, education, texts):
    PayFactory(code="25-4031", title="~~title~~", annual_median=44580)
    career = CareerFactory(title="Figures", code="25-4031.00", category=education)
    write_sections(career=career, texts=texts)

    page, rendered = put_together_and_rendered(visit("/careers/figures/?area=WA"), "figures")

    assert page == rendered
    assert "$44,580" in page


@pytest.mark.parametrize("texts", [{}, {"related": "- Librarians"}])
def test_a_career_of_facts_only_says_so(visit, texts):
    career = CareerFactory(title="Bare", kind=Kind.FACTS_ONLY)
    write_sections(career=career, texts=texts)

    page, rendered = put_together_and_rendered(visit("/careers/bare/"), "bare")

    assert page == rendered
    assert "This page has facts only" in page
    assert "still to be written. What" not in page


def test_every_query_comes_back_after_signing_in(visit, technicians):
    path = "/careers/library-technicians/?from=list&q=a%20b"

    page, rendered = put_together_and_rendered(visit(path), "library-technicians")

    assert page == rendered
    assert "next=%2Fcareers%2Flibrary-technicians%2F%3Ffrom%3Dlist%26q%3Da%2520b" in page


def test_words_that_look_like_places_or_markup_stay_words(visit, education):
    career = CareerFactory(title=NASTY[:120], slug="nasty", summary=NASTY, category=education, subjects=[NASTY])
    AlternateTitle.objects.create(career=career, title=NASTY)
    write_sections(career=career, texts={"overview": NASTY, "skills": f"- {NASTY}"})

    page, rendered = put_together_and_rendered(visit("/careers/nasty/"), "nasty")

    assert page == rendered
    assert "<script>alert" not in page


@pytest.mark.parametrize(("needs", "years"), [("", ""), ("A degree", ""), ("", "2–3"), ("A degree", "2–3")])
def test_next_jobs_with_and_without_what_they_need(visit, technicians, needs, years):
    LeadsTo.objects.update(needs=needs, years=years)
    CareerFactory(title="Librarians")

    page, rendered = put_together_and_rendered(visit("/careers/library-technicians/"), "library-technicians")

    assert page == rendered
    assert '<a href="/careers/librarians/">Librarians</a>' in page


def test_a_job_that_others_lead_to(visit, technicians):
    CareerFactory(title="Librarians")
    LeadsTo.objects.create(career=CareerFactory(title=NASTY[:120], slug="nasty"), to_slug="librarians")

    page, rendered = put_together_and_rendered(visit("/careers/librarians/"), "librarians")

    assert page == rendered
    assert '<a href="/careers/library-technicians/">Library technicians</a>' in page


def test_careers_of_one_structure_share_their_skeleton(visit):
    skeleton.skeletons.clear()
    for title in ("One", "Two", "Three"):
        CareerFactory(title=title, education=Education.NONE)
        put_together_and_rendered(visit(f"/careers/{title.lower()}/"), title.lower())

    assert len(skeleton.skeletons) == 1
