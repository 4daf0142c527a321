"""What people see of a search: corrections, what it was found by, ways on from nothing, suggestions."""

import re

import pytest
from django.http import QueryDict

from careers import facets, search
from careers.marking import marked, shortened
from careers.models import Status
from careers.search import Found, Suggestion, Why
from careers.views.listing import Listing
from tests.factories import CareerFactory, CategoryFactory

pytestmark = pytest.mark.django_db
URL = "/careers/"
SUGGEST = "/careers/suggest/"


@pytest.fixture
def librarians(education):
    return CareerFactory(title="Librarians", summary="Help people find things.", category=education)


@pytest.fixture
def corrected(monkeypatch, librarians):
    """An engine that reads “liberian” as “librarian”, unless told not to."""

    def match(query, *, correct=True):
        right = Found(([librarians.pk],), "librarian", "librarian" if query != "librarian" else "")
        return right if correct or query == "librarian" else Found(([],), query)

    monkeypatch.setattr(search, "match", match)


@pytest.fixture
def found_by(monkeypatch, librarians):
    """An engine that gives this as the reason for every career."""

    def say(field, text, *spans):
        monkeypatch.setattr(search, "match", lambda query, correct=True: Found(([librarians.pk],), query))
        monkeypatch.setattr(search, "why", lambda found, pks: {pk: Why(field, text, list(spans)) for pk in pks})

    return say


def page(client, query="?q=librarian"):
    return " ".join(client.get(URL + query).content.decode().split())


def test_a_correction_says_so_and_offers_what_was_typed(client, corrected):
    content = page(client, "?q=liberian&education=bachelor")

    assert "Showing results for <b>librarian</b>." in content
    assert 'href="?q=liberian&amp;education=bachelor&amp;exact=1">Search instead for liberian</a>' in content


def test_what_was_typed_exactly_is_searched_for_and_can_be_forgiven(client, corrected):
    content = page(client, "?q=liberian&exact=1")

    assert "We found nothing for “liberian”." in content
    assert 'href="?q=liberian">Allow other spellings</a>' in content
    assert '<input type="hidden" name="exact" value="1">' in content


def test_exactness_stays_over_pages_and_goes_with_the_words(corrected):
    listing = Listing(QueryDict("q=librarian&exact=1&remote=none"), index=facets.current(), drafts=False)

    assert listing.address(page=2) == "?q=librarian&remote=none&exact=1&page=2"
    assert [chip.href for chip in listing.chips] == ["?remote=none", "?q=librarian&exact=1"]


def test_nothing_is_said_of_a_search_that_was_right(client, corrected):
    assert "Showing results for" not in page(client)


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        (("title", "Librarians", (0, 9)), "<mark>Librarian</mark>s</a></h3>"),
        (("summary", "Help people find things.", (5, 11)), '<p class="soft">Help <mark>people</mark> find things.</p>'),
        (("title-alternate", "Book <b>", (0, 4)), '<p class="why">Also called: <mark>Book</mark> &lt;b&gt;</p>'),
        (("section", "You shelve books.", (4, 10)), '<p class="why">On its page: You <mark>shelve</mark> books.</p>'),
        (("skill", "Reading", (0, 7)), '<p class="why">Skills and tools: <mark>Reading</mark></p>'),
    ],
)
def test_a_card_shows_what_it_was_found_by(client, found_by, why, expected):
    found_by(*why)

    assert expected in page(client)


def test_a_kept_card_shows_what_each_search_found_it_by(client, found_by):
    found_by("title", "Librarians", (0, 3))
    first = page(client, "?q=lib")
    found_by("title", "Librarians", (0, 6))
    second = page(client, "?q=librar")

    assert "<mark>Lib</mark>rarians" in first
    assert "<mark>Librar</mark>ians" in second
    assert "<mark>" not in page(client, "")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "a &lt; b"),
        ([(0, 1), (4, 5)], "<mark>a</mark> &lt; <mark>b</mark>"),
        ([(4, 99), (0, 3), (2, 3)], "<mark>a &lt;</mark> <mark>b</mark>"),
        ([(3, 3), (9, 12)], "a &lt; b"),
    ],
)
def test_places_are_marked_and_everything_is_escaped(spans, expected):
    assert marked("a < b", spans) == expected


def test_a_long_sentence_is_cut_between_words_round_what_was_found():
    text = "word " * 40 + "animals " + "word " * 40

    short, [(start, end)] = shortened(text, [(200, 207)])

    assert short[start:end] == "animals"
    assert re.fullmatch(r"… (word )+animals (word )*word …", short)
    assert len(short) < 160


@pytest.fixture
def nothing(monkeypatch, librarians):
    """An engine that knows “book” alone, and titles that look alike, one of them a draft."""
    draft = CareerFactory(title="Liberators", status=Status.DRAFT)
    monkeypatch.setattr(
        search, "match", lambda query, correct=True: Found(([librarians.pk] if query == "book" else [],), query)
    )
    monkeypatch.setattr(search, "near", lambda query, limit: [draft.pk, librarians.pk])


def test_nothing_found_shows_the_nearest_titles_fewer_words_and_categories(client, nothing):
    content = page(client, "?q=zzz+book")

    assert "We found nothing for “zzz book”." in content
    assert re.findall(r'<h3><a href="[^"]+">(\w+)', content) == ["Librarians"]
    assert '<a class="chip" href="?q=book">book <span>1</span></a>' in content
    assert 'href="/careers/?category=education-training">Education &amp; Training <span>1</span></a>' in content


def test_filters_that_leave_nothing_are_to_be_taken_away_first(client, nothing):
    CategoryFactory(slug="health-medicine", name="Health")
    content = page(client, "?q=book&category=health-medicine")

    assert "No careers match all of that." in content
    assert "Without Health" in content
    assert "Did you mean" not in content


def test_suggestions_say_where_they_lead(client, monkeypatch):
    offered = [
        Suggestion("career", "Librarians", "librarians"),
        Suggestion("title", "Book shelver", "library-technicians", "Library technicians"),
        Suggestion("category", "Arts & Media", "arts-media"),
    ]
    monkeypatch.setattr(search, "suggest", lambda query, limit: offered)

    assert client.get(SUGGEST, {"q": "li"}).json()["suggestions"] == [
        {"text": "Librarians", "about": "", "href": "/careers/librarians/"},
        {"text": "Book shelver", "about": "Library technicians", "href": "/careers/library-technicians/"},
        {"text": "Arts & Media", "about": "Category", "href": "/careers/?category=arts-media"},
    ]


def test_suggestions_are_a_visitors_page(client):
    response = client.get(SUGGEST, {"q": "li"})

    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


@pytest.mark.parametrize("typed", ["", "l", " l ", "\x00", "l\x00"])
def test_nothing_is_suggested_under_two_letters(client, monkeypatch, typed):
    monkeypatch.setattr(search, "suggest", lambda query, limit: pytest.fail("It was asked."))

    assert client.get(SUGGEST, {"q": typed}).json() == {"suggestions": []}


@pytest.mark.parametrize("path", [URL, SUGGEST])
@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "* OR NOT ( \" ' -", '""""', "%_%", "مهندس", "a\x00b", "𝔘𝔫𝔦", "~" * 50]
)
@pytest.mark.parametrize("exact", ["1", "2", "\x00"])
def test_any_text_is_answered(client, librarians, path, typed, exact):
    assert client.get(path, {"q": typed, "exact": exact}).status_code == 200


def test_the_boxes_are_plain_forms_that_a_script_may_better(client, librarians):
    for address in ("/", URL):
        assert 'data-suggest="/careers/suggest/"' in client.get(address).content.decode()


def test_groups_that_fewer_people_use_are_folded_unless_chosen(client, librarians):
    plain, chosen = page(client, ""), page(client, "?zone=3")

    assert '<details class="more-filters" id="more-zone"><summary>How much preparation</summary>' in plain
    assert '<details class="more-filters" id="more-zone" open>' in chosen
    assert "more-category" not in plain


@pytest.mark.parametrize(("query", "count"), [("?q=librarian", ""), ("?q=librarian&zone=3&education=school", "2")])
def test_filters_are_counted_without_the_words(client, librarians, query, count):
    counted = re.findall(r'<span class="count">(\d+)</span>', page(client, query))

    assert counted == [count] * bool(count)
