"""What a profile says of official figures, and what it never says."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from careers.actions import content_changed, write_sections
from careers.figures.shown import figures_for
from careers.models import AreaKind, ElementKind, Pay, Projection, Rating, Source
from tests.careers.figures.conftest import CODE, rate, words_of
from tests.factories import AreaFactory, CareerFactory, PayFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words",
    [
        "Pay, a year $44,580 the median, May 2025, United States Washington: $62,570",
        "Outlook to 2034 Falls 78,600 jobs to 73,200, 2024–34, United States",
        "Preparation Medium preparation Job zone 3 of 5, July 2017",
        "One in ten earns at most $29,300 not published",
        "Half earn at most (median) $44,580 $62,570",
        "One in ten earns at least $63,080 not published",
        "Statistics, May 2025, U.S. Bureau of Labor Statistics. United States and Washington.",
        "About 1,850 people do this job in Washington: 5 in every 10,000 jobs there. It is about as common as",
        "Falls: 5,400 fewer jobs in 2034 than in 2024 (−7%).",
        "25,800 openings a year, for Library technicians and assistants together.",
        "Job zone 3 of 5: medium preparation",
        "CS: it suits people who like",
        "Bachelor’s degree 30%",
        "Reading Comprehension Important",
        "Customer and Personal Service Essential",
        "Excel in demand hot Koha",
    ],
)
def test_library_technicians_show_every_figure_with_its_source_and_date(read, technicians, words):
    assert words in read(technicians, "?area=WA")


def test_pay_is_drawn_at_the_top(client, technicians):
    facts = client.get(technicians.get_absolute_url()).text.partition('<dl class="facts">')[2].partition("</dl>")[0]

    assert facts.count('<svg class="pay-bar"') == 1


def test_a_state_alone_is_not_drawn_for_the_nation(client, technicians):
    Pay.objects.filter(area__kind=AreaKind.NATION).update(annual_p10=None, annual_median=None, annual_p90=None)
    content_changed(technicians)

    facts = client.get(f"{technicians.get_absolute_url()}?area=WA").text.partition("</dl>")[0]
    assert '<svg class="pay-bar"' not in facts


def test_the_writers_pay_is_marked_as_an_estimate(client, technicians):
    write_sections(career=technicians, texts={"salary": "About $30,000."})
    content_changed(technicians)

    page = words_of(client.get(technicians.get_absolute_url()).text)

    assert "Average Salary Range The writer’s estimate, not an official figure. About $30,000." in page


def test_the_contents_lead_to_every_figure(client, technicians):
    page = client.get(technicians.get_absolute_url()).text

    for key in ("interests", "tools", "preparation", "skills", "pay", "outlook"):
        assert f'<a href="#figures-{key}">' in page
        assert page.count(f'id="figures-{key}"') == 1


def test_pay_by_the_hour_is_in_the_address(read, technicians):
    page = read(technicians, "?pay=hour")

    assert "Pay, an hour $21.43" in page
    assert "Half earn at most (median) $21.43" in page


@pytest.mark.parametrize("query", ["?area=ATLANTIS", "?pay=week", "?area=<script>&pay=%00", "?area=" + "x" * 3000])
def test_what_is_unknown_gets_a_sentence_and_the_nation(client, technicians, query):
    page = client.get(technicians.get_absolute_url() + query).text

    assert "We know no place or unit “" in page
    assert "$44,580" in page
    assert "<script>&" not in page.lower()


def test_a_state_without_figures_says_so(read, technicians):
    assert "For Guam no figures on this job are published." in read(technicians, "?area=gu")


@pytest.mark.parametrize("code", ["", "99-9999.00"])
def test_a_career_that_nobody_publishes_anything_of_shows_no_headings(client, technicians, code):
    career = CareerFactory(title="Wizards", code=code)

    page = client.get(career.get_absolute_url()).text

    assert "figures-" not in page
    assert "Official figures" not in page


@pytest.mark.parametrize(
    ("kept", "there"), [(Pay, "pay"), (Projection, "outlook"), (Rating, "preparation")], ids=["pay", "outlook", "onet"]
)
def test_each_source_alone_shows_its_own_parts(client, technicians, kept, there):
    for model in {Pay, Projection, Rating} - {kept}:
        model.objects.all().delete()

    page = client.get(technicians.get_absolute_url()).text

    assert f'id="figures-{there}"' in page
    assert all(f'id="figures-{part}"' not in page for part in {"pay", "outlook", "preparation"} - {there})


def test_too_few_answers_and_old_ones_are_marked(read, technicians, time_machine):
    time_machine.move_to("2026-11-22")
    few = {"answers": 9, "collected": datetime.date(2021, 10, 1)}
    Rating.objects.filter(element__kind=ElementKind.KNOWLEDGE).update(**few)

    page = read(technicians)

    assert "Only 9 people answered: take it as a hint. Older data, from October 2021." in page
    assert "Older data, from July 2017." in page


def test_pay_above_all_that_is_published_is_said_in_words(read, with_pay):
    Pay.objects.update(annual_median=None, annual_p10=None, annual_p25=None, annual_p75=None, annual_p90=None)
    Pay.objects.update(marks={"annual_median": "#"})
    career = CareerFactory(title="Surgeons", code=CODE)

    assert "Pay in this job is more than the highest amount published." in read(career)


def test_old_pay_is_marked_too(read, technicians):
    Pay.objects.update(as_of=datetime.date(2015, 5, 1))

    assert "Older data, from May 2015." in read(technicians)


def test_five_years_are_not_old_yet(read, technicians, time_machine):
    time_machine.move_to("2026-11-22")
    Rating.objects.update(collected=datetime.date(2021, 11, 1))

    assert "Older data" not in read(technicians)


def test_what_onet_advises_against_is_left_out_and_said(read, technicians):
    rate("2.C.9.z", "Alchemy", 5, ElementKind.KNOWLEDGE, suppress=True)

    page = read(technicians)

    assert "Alchemy" not in page
    assert "1 value is left out: too few answers to trust." in page


def test_a_change_of_figures_is_seen_at_once(client, technicians, student_client):
    url = technicians.get_absolute_url()
    assert "$44,580" in student_client.get(url).text
    Pay.objects.update(annual_median=50000)
    Source.objects.update(token="00000000-0000-4000-8000-000000000001")

    assert "$50,000" in student_client.get(url).text


def test_figures_kept_cost_one_query(rf, technicians, django_assert_num_queries):
    request = rf.get("/")
    request.user = AnonymousUser()
    with django_assert_num_queries(5):
        first = figures_for(request, technicians)

    with django_assert_num_queries(1):
        assert figures_for(request, technicians) == first


def test_the_nation_is_shown_beside_a_remembered_state(technicians, read):
    client = Client()
    client.force_login(UserFactory(state="WA"))

    page = read(technicians, client=client)

    assert "Half earn at most (median) $44,580 $62,570" in page
    assert "Washington is remembered in your account." in page
    assert "$62,570" not in read(technicians, "?area=", client=client)


def test_only_somebody_signed_in_is_offered_to_remember(read, student_client, technicians):
    assert "Remember Washington" not in read(technicians, "?area=WA", client=Client())
    assert "Remember Washington" in read(technicians, "?area=WA", client=student_client)


def test_the_print_view_has_the_figures(client, technicians):
    page = words_of(client.get(technicians.get_absolute_url() + "view/?area=WA").text)

    assert "Half earn at most (median) $44,580 $62,570" in page
    assert "Job zone 3 of 5" in page


def test_a_metropolitan_area_is_no_state(read, technicians):
    seattle = AreaFactory(code="42660", kind=AreaKind.METRO, name="Seattle", state="WA")
    PayFactory(code=CODE[:7], title="Library Technicians", area=seattle, annual_median=70000)

    assert "$70,000" not in read(technicians, "?area=WA")
