"""Official figures in a real browser: without JavaScript, by keyboard, and readable on a phone."""

import pytest

from tests.browser.looking import LOOKS, findings
from tests.browser.pages import PROFILE

WIDER_THAN_THE_PAGE = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("javascript", [False])
def test_a_visitor_compares_a_state_without_javascript(page, site):
    page.goto(PROFILE)

    page.get_by_label("Compare with a state").select_option("Washington")
    page.get_by_role("button", name="Show").click()

    page.wait_for_url(f"**{PROFILE}?area=WA&pay=year#figures-pay")
    assert page.get_by_role("row", name="Half earn at most").inner_text().split("\t")[1:] == ["$44,580", "$62,570"]


def test_a_student_has_a_state_remembered_by_keyboard(page, site, become):
    person = become("student")
    page.goto(f"{PROFILE}?area=WA")

    page.get_by_role("button", name="Remember Washington").press("Enter")
    page.get_by_text("Washington is remembered.").wait_for()

    person.refresh_from_db()
    assert person.state == "WA"


@pytest.mark.parametrize("path", [f"{PROFILE}?area=WA", f"{PROFILE}view/?area=WA", "/sources/"])
def test_axe_finds_nothing_in_figures_and_they_fit(page, site, path):
    page.goto(path)
    for details in page.locator(".figure details > summary").all():
        details.click()

    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert findings(page) == [], f"at {width} pixels, {scheme}"
        assert page.evaluate(WIDER_THAN_THE_PAGE) <= 0
