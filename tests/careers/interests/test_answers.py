"""The answers in an address, the scores they make, and how scores are compared. No database."""

from collections import Counter
from statistics import correlation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.interests.agreement import correlations, direction, in_words, why
from careers.interests.answers import Answers, Unreadable
from careers.interests.hexagon import Hexagon
from careers.interests.result import Result
from careers.interests.statements import LETTERS, PAGES, STATEMENTS, on_page

codes = st.text(alphabet="012345", max_size=30)
scores = st.lists(st.integers(0, 20), min_size=6, max_size=6)


def code_of(**answers):
    """The address of somebody who answers every statement of a letter the same; 1 where none is said."""
    return "".join(str(answers.get(each.letter, 1)) for each in STATEMENTS)


def test_there_are_five_statements_of_each_letter_and_one_of_each_on_a_page():
    assert Counter(each.letter for each in STATEMENTS) == dict.fromkeys(LETTERS, 5)
    assert all({each.letter for each in on_page(page)} == set(LETTERS) for page in range(1, PAGES + 1))


def test_no_two_pages_have_the_same_order():
    orders = {"".join(each.letter for each in on_page(page)) for page in range(1, PAGES + 1)}

    assert len(orders) == PAGES


@given(codes)
def test_an_address_is_read_and_written_alike(code):
    answers = Answers.read(code)

    assert answers.code.startswith(code)
    assert Answers.read(answers.code) == answers
    assert answers.given + answers.missing == 30


@pytest.mark.parametrize("code", ["6", "-1", "1" * 31, "1 2", "a", "٣", "1\n", "\x00", "1" * 10_000])
def test_what_is_no_answer_is_refused_with_a_sentence(code):
    with pytest.raises(Unreadable, match="cannot be read"):
        Answers.read(code)


def test_a_form_changes_what_it_says_and_nothing_else():
    merged = Answers.read("31").merged({"s0": "5", "s2": "4", "s3": "6", "s4": "", "s30": "1"})

    assert merged == Answers.read("514")


def test_scores_count_what_is_above_no_way():
    assert Answers.read(code_of(R=5, S=3, C=2)).scores == (20, 0, 0, 10, 0, 5)


def test_the_first_page_to_do_has_the_first_gap():
    assert Answers.read("1" * 17).first_page_to_do == 3
    assert Answers.read("1" * 30).first_page_to_do == PAGES


@given(scores, scores)
def test_agreement_is_pearsons_correlation(one, other):
    if len(set(one)) == 1 or len(set(other)) == 1:
        return

    assert correlations(direction(one), [direction(other)])[0] == pytest.approx(correlation(one, other))


def test_equal_scores_have_no_direction():
    assert direction([7] * 6) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [(1, "Very alike"), (0.75, "Very alike"), (0.5, "Alike"), (0, "Neither alike nor unlike"), (-1, "Unlike")],
)
def test_agreement_has_words(value, words):
    assert in_words(value) == words


def test_why_says_what_both_have_and_where_they_part():
    person, job = direction([0, 10, 4, 20, 18, 2]), direction([1, 4, 3, 7, 1, 6])

    assert str(why(person, job)) == (
        "You both score high on Social and low on Realistic. "
        "The job scores higher on Conventional than you do. You score higher on Enterprising than the job does."
    )


def test_the_top_is_above_the_mean_and_keeps_equals():
    assert [each.letter for each in Result((20, 0, 15, 15, 15, 0)).top] == ["R", "A", "S", "E"]
    assert Result((5,) * 6).top == []


def test_close_scores_are_called_so():
    assert Result((9, 10, 10, 10, 10, 12)).is_flat
    assert not Result((8, 10, 10, 10, 10, 12)).is_flat


def test_the_hexagon_goes_from_the_top_round():
    hexagon = Hexagon((20, 0, 0, 0, 0, 0))

    assert hexagon.shape.split()[0] == "200,45"
    assert [corner.anchor for corner in hexagon.corners] == ["middle", "start", "start", "middle", "end", "end"]
