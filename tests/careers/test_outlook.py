"""Growth in words: with an average of 3.1 per cent, whole numbers fall as docs/figures.md says."""

import pytest

from careers.outlook import Outlook, outlook


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (50, Outlook.MUCH_FASTER),
        (7, Outlook.MUCH_FASTER),
        (6, Outlook.FASTER),
        (5, Outlook.FASTER),
        (4, Outlook.AVERAGE),
        (3, Outlook.AVERAGE),
        (2, Outlook.SLOWER),
        (1, Outlook.SLOWER),
        (0.9, Outlook.LITTLE),
        (0, Outlook.LITTLE),
        (-0.9, Outlook.LITTLE),
        (-1, Outlook.FALLS),
        (-37, Outlook.FALLS),
    ],
)
def test_growth_in_words(percent, word):
    assert outlook(percent) is word


def test_the_average_is_the_yardstick():
    assert outlook(5, average=5.3) is Outlook.AVERAGE
