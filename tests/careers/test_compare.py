"""Careers side by side: what the address asks for, what differs, and which comes first and why."""

import re

import pytest
from django.utils.http import urlencode

from careers.actions import write_sections
from careers.models import Education, ElementKind, Remote, Status
from careers.views.visitors import shelf
from tests.careers.figures.conftest import rate, words_of
from tests.factories import CareerFactory, CategoryFactory, PayFactory, ProjectionFactory

pytestmark = pytest.mark.django_db
URL = "/compare/"


def address(*slugs, **choices):
    return f"{URL}?{urlencode([('career', slug) for slug in slugs] + list(choices.items()))}"


@pytest.fixture
def see(client):
    """What the page says."""

    def see(*slugs, client=client, **choices):
        response = client.get(address(*slugs, **choices))
        assert response.status_code == 200
        return words_of(response.text.partition("<main")[2])

    return see


def order(client, *slugs, **choices):
    page = client.get(address(*slugs, **choices)).text
    return re.findall(r'<a class="name" href="/careers/([^/]+)/">', page)


def rows(client, *slugs, **choices):
    """The words of each row's cells, by its label."""
    page = client.get(address(*slugs, **choices)).text
    found = re.findall(r'<th role="rowheader" scope="row">(.*?)</th>(.*?)</tr>', page, re.DOTALL)
    return {label: [words_of(cell) for cell in re.findall(r"<td.*?</td>", cells, re.DOTALL)] for label, cells in found}


@pytest.fixture
def electricians(db):
    PayFactory(code="47-2111", title="Electricians", annual_p10=42640, annual_median=63190, annual_p90=108510)
    ProjectionFactory(code="47-2111", title="Electricians", percent=9, openings=81000)
    rate("2.A.1.a", "Reading Comprehension", 3, ElementKind.SKILL, code="47-2111.00")
    rate("2.A.2.b", "Repairing", 4, ElementKind.SKILL, code="47-2111.00")
    return CareerFactory(
        title="Electricians", code="47-2111.00", education=Education.SCHOOL, remote=Remote.NONE, subjects=["Physics"]
    )


@pytest.fixture
def librarians(electricians):
    PayFactory(code="25-4022", title="Librarians", annual_p10=43660, annual_median=68270, annual_p90=103990)
    ProjectionFactory(code="25-4022", title="Librarians", percent=2, openings=13500)
    rate("2.A.1.a", "Reading Comprehension", 4, ElementKind.SKILL, code="25-4022.00")
    for place, (letter, value) in enumerate(zip("RIASEC", (2, 4, 3, 4, 3, 6), strict=True)):
        rate(f"1.B.1.{place}", f"{letter}…", value, ElementKind.INTEREST, code="25-4022.00")
    return CareerFactory(
        title="Librarians", code="25-4022.00", education=Education.MASTER, remote=Remote.SOME, subjects=["English"]
    )


@pytest.fixture
def beekeepers(db):
    """Of whom no figure is known, and little else."""
    return CareerFactory(title="Beekeepers")


BOTH = ("electricians", "librarians")


# What the address asks for


def test_the_order_of_the_address_is_kept(client, librarians):
    assert order(client, "librarians", "electricians") == ["librarians", "electricians"]
    assert order(client, "electricians", "librarians") == ["electricians", "librarians"]


def test_without_careers_it_says_what_it_is_for(see):
    page = see()

    assert "Put up to four careers side by side" in page
    assert "Find the first career" in page


def test_one_career_is_shown_and_another_asked_for(see, librarians):
    page = see("librarians")

    assert "With one career alone there is nothing to compare yet." in page
    assert "Where they differ" not in page
    assert "What matters to you?" not in page


def test_the_table_of_one_career_is_not_laid_out_as_a_profiles_facts(client, librarians):
    assert '<tbody role="rowgroup" class="known">' in client.get(address("librarians")).text


def test_of_five_the_first_four_are_shown(client, see):
    for number in range(5):
        CareerFactory(title=f"Job {number}")
    slugs = [f"job-{number}" for number in range(5)]

    assert order(client, *slugs) == slugs[:4]
    assert "Four careers fit side by side. Left out: “job-4”." in see(*slugs)


def test_the_same_twice_stands_there_once(client, see, librarians):
    assert order(client, "librarians", "electricians", "librarians") == ["librarians", "electricians"]
    assert "You asked for “librarians” more than once." in see("librarians", "librarians")


def test_an_unknown_career_is_named_and_takes_nobodys_place(client, see, librarians):
    assert order(client, "wizards", *BOTH) == list(BOTH)
    assert "We do not know “wizards”, so it is left out." in see("wizards", *BOTH)


@pytest.mark.parametrize("slug", ["x" * 10_000, "nul\x00", "مهندس", "<b>", "a/b", "%"])
def test_what_cannot_be_a_career_is_said_in_short(see, slug):
    page = see(slug)

    assert "We do not know “" in page
    assert len(page) < 1_000


def test_a_thousand_careers_are_a_sentence(see, librarians):
    page = see(*(f"job-{number}" for number in range(900)))

    assert "We do not know “job-0”, “job-1”, “job-2” and 5 more" in page
    assert "and 889 more." in page


def test_a_draft_is_unknown_to_all_but_who_edits(see, client, student_client, librarians, editor):
    CareerFactory(title="Dreamers", status=Status.DRAFT)

    assert "We do not know “dreamers”" in see("dreamers", *BOTH)
    assert "We do not know “dreamers”" in see("dreamers", *BOTH, client=student_client)
    client.force_login(editor)
    assert "Dreamers Draft" in see("dreamers", *BOTH)


@pytest.mark.parametrize("weight", ["4", "-1", "lots", "9" * 5000, "²"])
def test_a_weight_we_do_not_have_counts_as_nothing(see, client, librarians, weight):
    assert "counts as 0." in see(*BOTH, pay=weight)
    assert order(client, *BOTH, pay=weight) == list(BOTH)


def test_an_unknown_section_is_said(see, librarians):
    assert "There is no section “category”, so it is left out." in see(*BOTH, section="category")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_can_only_be_read(client, method):
    assert getattr(client, method)(URL).status_code == 405


# What stands side by side


def test_figures_stand_side_by_side(client, librarians):
    found = rows(client, *BOTH)

    assert found["Median pay"] == [
        "Electricians $63,190 a year Most earn from $42,640 to $108,510",
        "Librarians $68,270 a year highest Most earn from $43,660 to $103,990",
    ]
    assert found["Openings a year"] == ["Electricians 81,000 most", "Librarians 13,500"]
    assert found["Outlook"][1] == "Librarians Grows slower than average (+2%) Until 2034"


def test_pay_is_drawn_on_one_scale(client, librarians):
    medians = re.findall(r'<line class="median" x1="([\d.]+)%"', client.get(address(*BOTH)).text)

    assert float(medians[1]) / float(medians[0]) == pytest.approx(68270 / 63190, abs=0.01)


def test_what_is_the_same_is_said_once_and_apart(client, see, librarians):
    CareerFactory(title="Plumbers", category=CategoryFactory(name="Building"), education=Education.SCHOOL)

    assert rows(client, "electricians", "plumbers")["What you usually need"] == ["All High school diploma"]
    page = see("electricians", "plumbers")
    assert page.index("Where they differ") < page.index("Career Category") < page.index("Where they are the same")
    assert page.index("Where they are the same") < page.index("What you usually need")


def test_skills_are_parted_into_those_they_share_and_not(client, librarians):
    found = rows(client, *BOTH)

    assert found["Skills they share"] == ["All Reading Comprehension"]
    assert found["Skills they do not share"] == ["Electricians Repairing", "Librarians Nothing beyond what they share"]


def test_a_career_without_figures_says_so(client, beekeepers, librarians):
    found = rows(client, "librarians", "beekeepers")

    assert found["Median pay"][1] == "Beekeepers No figure"
    assert found["Remote work"][1] == "Beekeepers Not stated"


def test_pay_by_the_hour_alone_is_not_taken_for_pay_a_year(client, librarians, beekeepers):
    PayFactory(code="27-2011", title="Actors", hourly_median="29.05")
    CareerFactory(title="Actors", code="27-2011.00")

    cell = rows(client, "actors", "librarians")["Median pay"][0]
    assert cell == "Actors $29.05 an hour Published by the hour only"


def test_chosen_sections_stand_side_by_side(client, librarians, electricians):
    write_sections(career=librarians, texts={"skills": "- **Patience.** Every day."})

    found = rows(client, *BOTH, section="skills")["Required Skills"]
    assert found == ["Electricians Not written yet", "Librarians Patience. Every day."]
    assert ' id="skills-' not in client.get(address(*BOTH, section="skills")).text


def test_the_sources_are_named(see, librarians):
    page = see(*BOTH)

    assert "Source of the figures, for the United States: Occupational Employment and Wage Statistics, May 2025" in page
    assert "Employment Projections, 2024–34" in page


# What matters


def test_weights_change_the_order_and_each_says_why(client, see, librarians):
    assert order(client, *BOTH, pay=1) == ["librarians", "electricians"]
    assert order(client, *BOTH, pay=1, security=3) == ["electricians", "librarians"]
    page = see(*BOTH, pay=1, security=3)
    assert "Comes first because its jobs look more secure, and that weighs most with you." in page
    assert "Comes second because its jobs look less secure, though it pays more." in page


def test_less_study_and_more_remote_work_count(client, librarians):
    assert order(client, "librarians", "electricians", study=1) == ["electricians", "librarians"]
    assert order(client, *BOTH, remote=1) == ["librarians", "electricians"]


def test_interests_count_once_something_is_liked(client, see, librarians):
    nothing_liked = see(*BOTH, interests=2)
    assert "Tick what you like" in nothing_liked
    assert "Comes" not in nothing_liked.replace("How the order comes about", "")
    assert order(client, *BOTH, interests=2, like="C") == ["librarians", "electricians"]
    assert order(client, "librarians", "electricians", interests=2, like="R") == ["electricians", "librarians"]


def test_what_is_not_known_counts_as_half_and_says_so(see, beekeepers, librarians):
    page = see("beekeepers", *BOTH, pay=3)

    assert "Comes third: what you weigh does not set it apart" not in page
    assert "Not known here, so it counts as half: pay." in page


def test_careers_that_are_as_good_come_equal(see, librarians):
    CareerFactory(title="Plumbers", education=Education.SCHOOL)

    assert see("electricians", "plumbers", study=3).count("Comes equal first") == 2


def test_taking_one_out_keeps_the_rest_of_the_address(client, librarians):
    page = client.get(address(*BOTH, pay=3, like="C", section="skills")).text

    assert 'href="?career=librarians&amp;pay=3&amp;like=C&amp;section=skills"' in page


# Cost, and being kept


def test_it_is_a_visitors_page_of_few_queries(client, librarians, django_assert_max_num_queries):
    client.get(address(*BOTH))
    shelf.pages.clear()

    with django_assert_max_num_queries(5):
        response = client.get(address(*BOTH))

    assert not response.cookies
    assert response["Cache-Control"].startswith("public")
