"""The list put together from kept shapes is the list that its templates make, whatever its address says."""

from random import Random
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.template.loader import render_to_string

from careers import facets, list_parts, shapes
from careers.cards import cards_of
from careers.comparing.choosing import Bar
from careers.comparing.reading import find
from careers.filters import SORTS
from careers.models import Education, Remote, Status
from careers.views.listing import Listing
from tests.factories import CareerFactory, CareerTypeFactory, CategoryFactory, PayFactory

pytestmark = pytest.mark.django_db
NASTY = "~words~ & “<script>alert(1)</script>” {{ parts }} [[count/category/x]]"
WORDS = ["job", "librarain", "nothing at all", NASTY, "é" * 120, "cafe\u0301"]


@pytest.fixture
def many():
    PayFactory(code="25-4031", annual_median=44_580)
    categories = [CategoryFactory(name=f"{NASTY[:50]} {number}", slug=f"field-{number}") for number in range(4)]
    types = [CareerTypeFactory(slug=f"kind-{number}") for number in range(3)]
    for number in range(60):
        CareerFactory(
            title=f"Job {number} {NASTY if number % 9 == 0 else ''}".strip()[:120],
            slug=f"job-{number}",
            code="25-4031.00" if number % 2 else "",
            category=categories[number % 3],
            types=types[: number % 3],
            education=number % 7,
            remote=number % 4,
            subjects=[NASTY, "Biology"][: number % 3],
            status=Status.DRAFT if number % 10 == 9 else Status.PUBLISHED,
        )


def some_address(random: Random) -> str:
    """Any state of the filters: some of each group, words, order, page, comparison, and what nobody knows."""
    named = {"category": ["field-0", "field-1", "field-3"], "type": ["kind-0", "kind-1"], "subject": ["biology"]}
    named |= {"education": [each.slug for each in Education], "remote": [each.slug for each in Remote]}
    named |= {"pay": ["35-50", "over-100"], "zone": ["1"], "compare": [f"job-{number}" for number in range(6)]}
    named |= {"q": WORDS, "sort": list(SORTS), "page": ["1", "2", "3", "99"], "exact": ["1"]}
    named |= {"outlook": ["no-such-thing", NASTY, "x" * 90, "1", "2"], "interest": ["social"]}
    asked = {key: random.sample(each, random.randint(1, len(each))) for key, each in named.items()}
    return urlencode({key: each for key, each in asked.items() if random.random() < 0.3}, doseq=True)


def made_of(request):
    """The listing, and what else its parts are about, as the view has them."""
    listing = Listing(request.GET, index=facets.current(), drafts=False)
    bar = Bar(listing, find(listing.compared, request.user)) if listing.compared else None
    nearest = cards_of(request, listing, listing.nothing.nearest) if not listing.total else []
    return listing, {"bar": bar, "nearest": nearest}


def visit(rf, path):
    request = rf.get(path)
    request.user, request.session, request._messages = AnonymousUser(), SessionStore(), []
    return request


@pytest.mark.parametrize("seed", range(12))
def test_each_part_is_what_its_template_makes(rf, many, seed):
    random = Random(seed)
    for _ in range(20):
        request = visit(rf, f"/careers/?{some_address(random)}")
        listing, more = made_of(request)

        for name, part in list_parts.parts(listing, **more).items():
            assert part.html == part.rendered, (name, request.get_full_path())


@pytest.mark.parametrize("seed", range(4))
def test_page_and_swap_are_what_their_templates_make(rf, many, seed):
    random = Random(f"page {seed}")
    for _ in range(10):
        request = visit(rf, f"/careers/?{some_address(random)}")
        listing, more = made_of(request)
        said = list_parts.said(listing, cards_of(request, listing), **more)

        assert list_parts.whole_page(request, said) == render_to_string(list_parts.PAGE, {"parts": said}, request)
        swap = {"parts": said, "part": True}
        assert list_parts.results(said) == render_to_string(list_parts.RESULTS, swap, request)


@pytest.mark.parametrize(
    "query", ["", "?q=job&category=field-0&sort=pay", "?compare=job-1&page=2", "?category=field-3"]
)
def test_no_place_is_left_and_no_words_become_markup(client, many, query):
    page = client.get(f"/careers/{query}").text

    assert shapes.MARK not in page
    assert "<script>alert" not in page


def test_drafts_are_counted_for_nobody_without_leave(client, many):
    page = client.get("/careers/").text

    assert '<h2 id="found">54 careers</h2>' in page
    assert 'class="chip draft"' not in page


def test_rare_shapes_are_not_kept(client, many):
    shapes.kept.clear()
    client.get("/careers/?" + "&".join(f"category=unknown-{number}" for number in range(50)))

    assert not any(template == "careers/_found.html" for template, _ in shapes.kept)
