"""The judged list that make search-quality asks."""

from collections import Counter

import pytest
from django.conf import settings

from careers.official.cells import ONET_CODE
from tests.search_quality.judged import KINDS, Query, read

OCCUPATIONS = settings.BASE_DIR.parent / "shared" / "data" / "onet" / "Occupation Data.txt"
MAJOR_GROUPS = 23


@pytest.fixture(scope="module")
def queries():
    return read()


def test_enough_queries_are_judged_each_once(queries):
    assert len(queries) >= 330
    assert not [text for text, times in Counter(query.text.casefold() for query in queries).items() if times > 1]


def test_every_query_has_words_and_codes(queries):
    assert all(query.text.strip() == query.text != "" for query in queries)
    assert all(query.codes and all(map(ONET_CODE.fullmatch, query.codes)) for query in queries)


def test_each_kind_has_its_share(queries):
    kinds = Counter(query.kind for query in queries)

    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 0.05 * len(queries)


def test_at_least_fifteen_in_a_hundred_are_hard(queries):
    assert sum(query.hard for query in queries) >= 0.15 * len(queries)


def test_every_major_group_is_asked_for(queries):
    assert len({code[:2] for query in queries for code in query.codes}) == MAJOR_GROUPS


def test_about_a_third_is_kept_apart_by_the_words_alone(queries):
    assert 0.28 < sum(query.kept for query in queries) / len(queries) < 0.39
    assert Query("cop", "task", frozenset(), hard=True).kept == Query("cop", "near", frozenset(), hard=False).kept


@pytest.mark.skipif(not OCCUPATIONS.exists(), reason="The official files stand beside a checkout, not in it.")
def test_every_code_is_an_occupation(queries):
    known = {line.split("\t")[0] for line in OCCUPATIONS.read_text(encoding="utf-8").splitlines()}

    assert not {code for query in queries for code in query.codes} - known
