"""Growth in words, as docs/figures.md says."""

import pytest

from careers.figures.growth import Growth, average_of, growth


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (50, Growth.MUCH_FASTER),
        (6.5, Growth.MUCH_FASTER),
        (6, Growth.FASTER),
        (4.5, Growth.FASTER),
        (4, Growth.AVERAGE),
        (2.5, Growth.AVERAGE),
        (2, Growth.SLOWER),
        (0.5, Growth.SLOWER),
        (0.4, Growth.LITTLE),
        (-0.5, Growth.LITTLE),
        (-0.6, Growth.FALLS),
        (-37, Growth.FALLS),
    ],
)
def test_growth_in_words(percent, word):
    assert growth(percent, average_of(2024)) is word


def test_the_average_of_the_same_decade_is_the_yardstick():
    assert growth(5, average_of(2021)) is Growth.AVERAGE


def test_a_decade_we_know_nothing_of_is_measured_by_the_latest():
    assert average_of(2034) == average_of(2024)
