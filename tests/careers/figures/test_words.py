"""Numbers in words."""

import datetime
from decimal import Decimal

import pytest

from careers.figures.pay import HOUR, YEAR, Amount, PayFigures, PlacePay, common
from careers.figures.people import EDUCATION, INTERESTS, LETTERS, ZONES, OnetFigures, Rated, Score
from careers.figures.sourced import Origin, Survey
from careers.models import ElementKind

ORIGIN = Origin(1, "A source", "A publisher", "1.0")
SURVEY = Survey("Incumbent", 30, None)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(44580), "$44,580"),
        (Amount(Decimal("9.50")), "$9.50"),
        (Amount(None), "not published"),
        (Amount(None, over=True), "more than the highest amount published"),
    ],
)
def test_an_amount_is_never_0_for_what_is_unknown(amount, words):
    assert str(amount) == words


@pytest.mark.parametrize(
    ("quotient", "words"),
    [
        (0.3, "much less"),
        (0.7, "less common"),
        (1.18, "about as"),
        (1.3, "more common"),
        (2.2, "about twice"),
        (3.2, "about 3 times"),
    ],
)
def test_how_common_a_job_is_there(quotient, words):
    assert common(quotient).startswith(words)


def pay(**amounts):
    every = {
        f"{unit}_{point}": Amount(None)
        for unit in ("annual", "hourly")
        for point in ("p10", "p25", "median", "p75", "p90")
    }
    place = PlacePay("Utah", 1, "", datetime.date(2025, 5, 1), None, None, None, every | amounts, ORIGIN)
    return PayFigures(place, None)


def test_pay_is_shown_in_the_unit_that_is_published():
    assert pay(hourly_median=Amount(29)).unit(YEAR) == HOUR
    assert pay(annual_median=Amount(29)).unit(HOUR) == YEAR
    assert pay(hourly_median=Amount(1), annual_median=Amount(2)).unit(HOUR) == HOUR
    assert pay().unit(YEAR) == YEAR


def score(name, value, kind=ElementKind.INTEREST, key="1.B.1.a", **kwargs):
    return Score(key, kind, name, value, 30, False, kwargs.get("not_relevant", False), None, "Incumbent")


def test_interests_come_from_the_ratings_where_there_are_no_high_points():
    scores = [score("Realistic", 3.9), score("Social", 6), score("Conventional", 4.5)]
    onet = OnetFigures({ElementKind.INTEREST: Rated(scores, SURVEY, ORIGIN)}, [])

    assert onet.riasec == "SC"


def test_what_plays_no_part_is_no_skill_that_matters():
    scores = [score("Writing", 3), score("Magic", 5, not_relevant=True), score("Chess", 1.9)]
    kept = Rated([*scores, *(score(f"Skill {number}", 4) for number in range(9))], SURVEY, ORIGIN).best

    assert len(kept) == 8
    assert {each.name for each in kept} <= {f"Skill {number}" for number in range(9)}


@pytest.mark.parametrize(("value", "words"), [(1.2, "Hardly"), (2.4, "Somewhat"), (2.5, "Important"), (4.4, "Very")])
def test_importance_in_words(value, words):
    assert score("Writing", value).importance.startswith(words)


def test_every_letter_zone_and_level_has_words():
    assert set(INTERESTS) == set(LETTERS)
    assert list(ZONES) == [1, 2, 3, 4, 5]
    assert list(EDUCATION) == list(range(1, 13))
