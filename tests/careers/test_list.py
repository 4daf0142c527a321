"""The list: its address holds its whole state."""

import re
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest

from careers.actions import content_changed
from careers.models import Education, Pay, Remote, Source, Status
from tests.factories import (
    CareerFactory,
    CareerTypeFactory,
    CategoryFactory,
    PayFactory,
    ProjectionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
URL = "/careers/"


def titles(response):
    """Without the marks round the words that a search found."""
    content = re.sub("</?mark>", "", response.content.decode())
    return re.findall(r"<h3><a href=\"[^\"]+\">(.+?)</a></h3>", content)


def counts(response, key):
    options = re.findall(rf'id="{key}-([\w-]+)"[^>]*>[^<]+<span>(\d+)</span>', response.text)
    return {slug: int(count) for slug, count in options}


def chips(response):
    """The name of each filter that is set, and the address without it."""
    found = re.findall(r'<a class="chip" href="([^"]+)">(.+?) <span aria-hidden="true">✕', response.text)
    return {unescape(name): unescape(href) for href, name in found}


@pytest.fixture
def three(education, stable):
    health = CategoryFactory(name="Health & Medicine", slug="health-medicine")
    growing = CareerTypeFactory(name="Growing Careers", slug="growing-careers")
    CareerFactory(
        title="Librarians", category=education, types=[stable], education=Education.MASTER, remote=Remote.SOME
    )
    CareerFactory(
        title="Library technicians", category=education, types=[growing, stable], education=Education.ASSOCIATE
    )
    CareerFactory(title="Nurses", category=health, types=[growing], education=Education.BACHELOR, remote=Remote.NONE)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Librarians", "Library technicians", "Nurses"]),
        ("?category=health-medicine", ["Nurses"]),
        ("?category=health-medicine&category=education-training", ["Librarians", "Library technicians", "Nurses"]),
        ("?category=education-training&type=growing-careers", ["Library technicians"]),
        ("?education=bachelor", ["Library technicians", "Nurses"]),
        ("?remote=some&remote=none", ["Librarians", "Nurses"]),
        ("?q=librar", ["Librarians", "Library technicians"]),
        ("?q=technicians+library", ["Library technicians"]),
        ("?sort=-title", ["Nurses", "Library technicians", "Librarians"]),
        ("?sort=education", ["Library technicians", "Nurses", "Librarians"]),
        ("?page=99", ["Librarians", "Library technicians", "Nurses"]),
        ("?category=no-such-thing", ["Librarians", "Library technicians", "Nurses"]),
        ("?q=!!!", []),
    ],
)
def test_the_address_says_what_is_listed(client, three, query, expected):
    assert titles(client.get(URL + query)) == expected


def test_counts_tell_how_many_would_remain(client, three):
    response = client.get(URL + "?category=education-training&type=stable-careers")

    assert '<h2 id="found">2 careers</h2>' in response.text
    assert counts(response, "category") == {"education-training": 2, "health-medicine": 0}
    assert counts(response, "type") == {"stable-careers": 2, "growing-careers": 1}


@pytest.fixture
def paid(education):
    """Library technicians with official figures, authors with pay by the hour alone, and a career without any."""
    PayFactory(code="25-4031", annual_median=44_580)
    ProjectionFactory(code="25-4031", percent=-7, openings=25_800)
    PayFactory(code="27-2011", hourly_median=Decimal("25.5"), marks={"annual_median": "*"})
    CareerFactory(title="Actors", code="27-2011.00", category=education)
    CareerFactory(title="Library technicians", code="25-4031.00", category=education)
    CareerFactory(title="Wizards", category=education)


def test_cards_show_median_pay_and_outlook_and_the_page_their_source_once(client, paid):
    content = client.get(URL).content.decode()

    assert "<b>$44,580 a year</b> (median)" in content
    assert "Jobs: shrinking" in content
    assert "<b>$25.50 an hour</b> (median)" in content
    assert content.count("Source: U.S. Bureau of Labor Statistics") == 1
    assert content.count("(median)") == 2


def test_a_card_is_made_anew_when_the_pay_changes(client, paid):
    client.get(URL)
    Pay.objects.filter(code="25-4031").update(annual_median=50_000)
    Source.objects.update(token=uuid4())  # as every import does, which alone writes figures
    content_changed()

    assert "<b>$50,000 a year</b>" in client.get(URL).content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Actors", "Library technicians", "Wizards"]),
        ("?pay=35-50&pay=over-100", ["Library technicians"]),
        ("?outlook=shrinking", ["Library technicians"]),
        ("?pay=under-35", []),
        ("?sort=pay", ["Library technicians", "Actors", "Wizards"]),
    ],
)
def test_pay_and_outlook_narrow_and_sort_the_list(client, paid, query, expected):
    assert titles(client.get(URL + query)) == expected


def test_pay_and_outlook_have_counts_and_chips(client, paid):
    response = client.get(URL + "?pay=35-50")

    assert counts(response, "pay") == {"under-35": 0, "35-50": 1, "50-75": 0, "75-100": 0, "over-100": 0}
    assert counts(response, "outlook")["shrinking"] == 1
    assert list(chips(response)) == ["Pay: $35,000 to $50,000"]


def test_a_list_without_figures_names_no_source(client, three):
    assert "Bureau" not in client.get(URL).content.decode()


def test_a_chip_takes_its_filter_away(client, three):
    response = client.get(URL + "?category=education-training&category=health-medicine&education=bachelor&q=lib")

    hrefs = chips(response)
    assert hrefs["Health & Medicine"] == "?q=lib&category=education-training&education=bachelor"
    assert hrefs["“lib”"] == "?category=education-training&category=health-medicine&education=bachelor"
    assert "No more than: Bachelor’s degree" in hrefs


def test_an_unknown_choice_is_named_and_left_out(client, three):
    assert "We do not know “no-such-thing”" in client.get(URL + "?type=no-such-thing").content.decode()


def test_nothing_found_offers_a_way_out(client, three):
    content = client.get(URL + "?category=health-medicine&q=library").content.decode()

    assert "No careers match all of that." in content
    assert "Without Health &amp; Medicine" in content


def test_an_alternate_title_finds_its_career(client, technicians):
    content_changed(technicians)

    assert titles(client.get(URL + "?q=shelver")) == ["Library technicians"]


def test_best_match_puts_titles_before_summaries(client, education):
    CareerFactory(title="Authors", summary="Write for library shelves.", category=education)
    CareerFactory(title="Library technicians", category=education)

    assert titles(client.get(URL + "?q=library")) == ["Library technicians", "Authors"]


def test_pages_hold_24_and_link_to_each_other(client, education):
    for number in range(30):
        CareerFactory(title=f"Career {number:02}", category=education)

    first, second = client.get(URL), client.get(URL + "?page=2")

    assert (len(titles(first)), len(titles(second))) == (24, 6)
    assert 'rel="next" href="?page=2"' in first.content.decode()
    assert 'rel="prev" href="?"' in second.content.decode()


def test_a_swap_gets_the_part_and_everything_else_the_page(client, three):
    part = client.get(URL, headers={"HX-Request": "true"})
    boosted = client.get(URL, headers={"HX-Request": "true", "HX-Boosted": "true"})
    restored = client.get(URL, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert part.content.decode().lstrip().startswith('<section id="results"')
    assert all(response.content.startswith(b"<!doctype html>") for response in (boosted, restored, client.get(URL)))
    assert "HX-Request" in part["Vary"]


def test_drafts_are_listed_for_editors_only_and_marked(client, three, editor):
    CareerFactory(title="A draft", status=Status.DRAFT)

    assert "A draft" not in titles(client.get(URL))
    client.force_login(editor)
    response = client.get(URL)
    assert "A draft" in titles(response)
    assert 'class="chip draft"' in response.content.decode()


def test_queries_do_not_grow_with_the_careers(client, education, stable, django_assert_max_num_queries):
    for number in range(24):
        CareerFactory(title=f"Career {number}", category=education, types=[stable])
    client.get(URL + "?sort=newest")

    with django_assert_max_num_queries(8):
        client.get(URL + "?category=education-training")


@pytest.mark.parametrize(
    "key",
    [
        "q",
        "category",
        "type",
        "education",
        "remote",
        "pay",
        "outlook",
        "zone",
        "subject",
        "interest",
        "exact",
        "sort",
        "page",
        "nonsense",
    ],
)
@pytest.mark.parametrize(
    "value", ["", "\x00", "x" * 100_000, "🦉", "עברית", "'\"--;DROP", "<script>", "%", "-1", "1e9", "٣"]
)
def test_every_parameter_takes_any_text(client, three, key, value):
    assert client.get(URL, {key: value}).status_code == 200


def test_post_is_refused(client):
    client.force_login(UserFactory())

    assert client.post(URL).status_code == 405
