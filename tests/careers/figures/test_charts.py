"""Where the lines and words of a chart stand."""

import datetime

import pytest

from careers.charts import bars, pay_bars
from careers.figures.pay import POINTS, YEAR, Amount, PlacePay
from careers.figures.sourced import Origin

ORIGIN = Origin(1, "OEWS", "BLS", "May 2025")


def place(name="United States", over=(), **values):
    amounts = {f"annual_{point}": Amount(values.get(point), over=point in over) for point in POINTS}
    return PlacePay(name, 1, "", datetime.date(2025, 5, 1), None, None, None, amounts, ORIGIN)


def test_two_places_share_one_scale_that_begins_at_nothing():
    nation, state = pay_bars([place(p10=20_000, median=40_000, p90=80_000), place("Utah", median=80_000)], YEAR)

    assert nation.median.x * 2 == pytest.approx(state.median.x, abs=0.2)
    assert nation.whole.x == pytest.approx(nation.median.x / 2, abs=0.1)
    assert nation.whole.x + nation.whole.width < 100


def test_the_middle_half_needs_both_its_ends():
    assert pay_bars([place(p10=1, p25=2, median=3, p90=9)], YEAR)[0].middle is None
    assert pay_bars([place(p25=2, p75=4)], YEAR)[0].middle.width > 0


def test_more_than_is_published_goes_to_the_end_and_has_no_number():
    bar = pay_bars([place(p10=50_000, median=100_000, over=["p75", "p90"])], YEAR)[0]

    assert bar.whole.x + bar.whole.width == pytest.approx(100, abs=0.1)
    assert [end.words for end in bar.ends] == ["$50,000"]


@pytest.mark.parametrize("over", [[], list(POINTS)])
def test_nothing_is_drawn_without_an_amount(over):
    assert pay_bars([place(over=over)], YEAR) == []


def test_a_place_that_is_all_over_the_top_has_no_line_of_its_own():
    drawn = pay_bars([place(median=400_000), place("Washington", over=list(POINTS))], YEAR)

    assert [bar.place for bar in drawn] == ["United States"]


def test_the_words_of_a_narrow_range_stand_outside_it():
    narrow = pay_bars([place(p10=50_000, p90=60_000)], YEAR)[0]
    broad = pay_bars([place(p10=10_000, p90=90_000)], YEAR)[0]

    assert [end.anchor for end in narrow.ends] == ["end", "start"]
    assert [end.anchor for end in broad.ends] == ["start", "end"]


def test_bars_are_as_long_as_their_values():
    assert [bar.width for bar in bars([("a", "", 4), ("b", "", 1), ("c", "", 0)])] == [100, 25, 0.5]
    assert [bar.width for bar in bars([("a", "", 30)], most=100)] == [30]
    assert bars([]) == []
