"""What make search-quality counts."""

import pytest

from tests.factories import CareerFactory
from tests.search_quality.asking import Answer, ask, without_career
from tests.search_quality.judged import Query
from tests.search_quality.report import misses, shares

NURSE, CLERK = "29-1141.00", "43-9061.00"


def query(text="nurse", right=NURSE):
    return Query(text, "near", frozenset({right}), hard=False)


def answer(*codes, **asked):
    return Answer(query(**asked), [(code, f"Career {code}") for code in codes])


@pytest.mark.parametrize(("codes", "place"), [([NURSE, CLERK], 1), ([CLERK, NURSE], 2), ([CLERK], None), ([], None)])
def test_the_first_right_career_counts(codes, place):
    assert answer(*codes).place == place


def test_shares_are_of_all_queries():
    answers = [answer(NURSE), answer(CLERK, NURSE), answer(CLERK, CLERK, CLERK, NURSE), answer()]

    assert shares(answers) == [25, 50, 75]


def test_misses_say_what_came_instead_and_leave_out_the_part_kept_apart():
    words = ["cop", "spy", "hospital", "zoo", "vet", "rn"]
    tuned = [text for text in words if not query(text).kept]

    said = list(misses([answer(CLERK, text=text) for text in words]))

    assert 0 < len(tuned) < len(words)
    assert said == [f"  –  near: {text} → Career {CLERK}" for text in tuned]


def test_what_is_asked_is_the_list_page(db):
    CareerFactory(title="Nurse", code=NURSE)
    CareerFactory(title="Office clerk", code=CLERK, summary="Works beside a nurse.")

    assert ask([query()]) == [Answer(query(), [(NURSE, "Nurse"), (CLERK, "Office clerk")])]


def test_a_right_code_without_a_career_is_noticed(db):
    CareerFactory(title="Nurse", code=NURSE)

    assert without_career([query(), query(right=CLERK)]) == {CLERK}
