"""Every part of a spread major group goes to a category that there is."""

import re

import pytest
from django.conf import settings

from careers.documents import fixtures
from careers.official.placing import PLACES, category_of


@pytest.fixture(scope="module")
def categories():
    return fixtures.taxonomy(settings.BASE_DIR / "seeds" / "taxonomy.yaml")[0]


def test_every_place_names_a_category_and_beginnings_of_codes(categories):
    beginnings = [beginning for listed in PLACES.values() for beginning in listed.split()]

    assert set(PLACES) <= {category.slug for category in categories}
    assert len(beginnings) == len(set(beginnings))
    assert all(re.fullmatch(r"\d\d-\d{1,4}", beginning) for beginning in beginnings)


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("13-2011.00", "finance-insurance"),
        ("13-2081.00", "government-public-service"),
        ("13-1071.00", "business-administration"),
        ("43-5052.00", "government-public-service"),
        ("43-5071.00", "transport-logistics"),
        ("39-2021.00", "agriculture-animals-environment"),
        ("39-9011.01", "human-community-services"),
        ("25-4031.00", "education-training"),
        ("55-3016.00", "law-safety-defence"),
    ],
)
def test_the_longest_beginning_counts(categories, code, slug):
    assert category_of(code, categories).slug == slug


def test_where_a_site_lacks_the_category_the_major_group_decides(categories):
    own = [category for category in categories if category.slug != "finance-insurance"]

    assert category_of("13-2011.00", own).slug == "business-administration"


def test_our_own_careers_stand_where_their_codes_would_place_them(categories):
    careers = [
        document
        for path in sorted((settings.BASE_DIR / "seeds" / "careers").glob("*.md"))
        for document in [fixtures.reading.read(path)]
    ]

    assert [c.slug for c in careers if category_of(c.code, categories).name != c.category] == []
