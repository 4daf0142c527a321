"""Every page, arrived at once and looked at in every way there is. What else no page may do stands in watching.py."""

import pytest

from tests.browser.looking import found_by_axe, too_wide, unseen_stops
from tests.browser.pages import PLACES

# Of the admin, whose stops Django makes, two pages stand for all.
WITH_STOPS = {place for place in PLACES if not place.startswith("admin") or place in {"admin", "admin: careers"}}


@pytest.mark.parametrize("place", PLACES)
def test_a_page_fits_and_axe_finds_nothing_and_every_stop_is_seen(arrive, place):
    page = arrive(place)

    faults = too_wide(page) + found_by_axe(page)
    if place in WITH_STOPS:
        faults += unseen_stops(page)  # last, for Tab changes a page: what it offers goes away, what is left is saved
    assert not faults, "\n".join(faults)
