"""Every page, at the widths of a phone, a tablet and a desk. What else no page may do stands in watching.py."""

import pytest

from tests.browser.pages import PLACES

WIDTHS = (360, 768, 1280)
OVERFLOW = """
() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5 && each.checkVisibility())
  .map((each) => each.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_wider_than_the_window(arrive, place):
    page = arrive(place)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(OVERFLOW), f"at {width} pixels"
