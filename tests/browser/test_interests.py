"""The finder in a real browser: by keyboard to a kept and a ruled-out match, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.ways import ON_PHONE_AND_DESK, press

SOCIAL = {"S": "5", "A": "4"}


def answer_by_keyboard(page):
    """Somebody who loves helping people: the first answer of each page goes to what comes first there."""
    for number, letters in enumerate(("RSIEAC", "IACRES", "ECSARI", "ARICSE", "CERSAI"), start=1):
        expect(page.get_by_text(f"Page {number} of 5")).to_be_visible()
        page.wait_for_load_state()
        for letter in letters:
            page.keyboard.press(SOCIAL.get(letter, "1"))
        page.keyboard.press("Enter")
    page.wait_for_url("**/interests/result/**")


def test_by_keyboard_to_a_kept_and_a_ruled_out_match(page, become):
    become("newcomer")
    page.goto("/interests/")
    answer_by_keyboard(page)

    expect(page.locator(".match h3").first).to_have_text("Nursing assistants")
    page.get_by_role("button", name="Save Nursing assistants").press("Enter")
    expect(page.locator(".match").first).to_contain_text("Saved")

    page.get_by_role("link", name="rule out Electricians").press("Enter")
    page.get_by_label("Why is it not for you?").fill("I do not like heights.")
    page.keyboard.press("Enter")
    expect(page.locator(".is-out")).to_contain_text("“I do not like heights.”")


@ON_PHONE_AND_DESK
@pytest.mark.parametrize("javascript", [False])
def test_without_javascript_answers_go_along_and_gaps_are_said(page):
    page.goto("/interests/")
    page.get_by_label("Love it").first.check()
    press(page, page.get_by_role("button", name="Next page"))
    press(page, page.get_by_role("button", name="Back"))
    expect(page.get_by_label("Love it").first).to_be_checked()

    page.goto(page.url.replace("page=1", "page=5"))
    press(page, page.get_by_role("button", name="See my result"))
    expect(page.get_by_role("alert")).to_contain_text("29 statements have no answer yet.")


@ON_PHONE_AND_DESK
def test_a_touch_answers_and_nothing_jumps_out_of_the_page(page):
    page.goto("/interests/")

    page.locator(".face").nth(4).click()

    expect(page.get_by_label("Love it").first).to_be_checked()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
