"""What goes wrong at the worst moment loses nothing that was typed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.ways import EVERYWHERE, settle, sign_in

pytestmark = EVERYWHERE
WORDS = "Ask Ms Okafor, “quietly”.\n\nThen <b>write</b> it down 🦉"


@pytest.fixture
def typing(page, become):
    """The student has typed notes and not sent them yet."""
    become("student")
    page.goto("/plan/")
    page.get_by_role("link", name="Add notes on Librarians").click()
    page.get_by_label("Your notes").fill(WORDS)
    return page


def send(page):
    page.get_by_role("button", name="Save", exact=True).click()


def is_saved(page):
    expect(page.locator("#messages")).to_contain_text("Your notes on “Librarians” are saved.")
    assert page.locator(".group", has_text="Librarians").locator("p.as-typed").first.inner_text() == WORDS


def test_a_session_that_ended_while_typing(typing):
    page = typing
    page.context.clear_cookies(name="sessionid")
    send(page)
    expect(page.locator("main")).to_contain_text("What you typed is kept")
    sign_in(page, "student")
    expect(page.get_by_label("Notes")).to_have_value(WORDS)
    page.get_by_role("button", name="Send again").click()

    is_saved(page)


def test_somebody_else_who_signs_in_instead_saves_nothing(typing, become, watch):
    page = typing
    become("newcomer")
    page.context.clear_cookies(name="sessionid")
    send(page)
    sign_in(page, "newcomer")
    watch.expect("status of 404")
    page.get_by_role("button", name="Send again").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("not here")


def test_a_token_that_no_longer_holds(typing, watch):
    watch.expect("status of 403")
    page = typing
    page.context.clear_cookies(name="csrftoken")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("This page was open for too long")
    expect(page.get_by_label("Notes")).to_have_value(WORDS)
    page.get_by_role("button", name="Send again").click()

    is_saved(page)


def test_a_step_ticked_after_the_session_ended(page, become):
    become("student")
    page.goto("/plan/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("checkbox", name="Spend half a day").click()
    expect(page).to_have_url(re.compile("/account/sign-in/"))
    sign_in(page, "student")
    page.get_by_role("button", name="Send again").click()

    expect(page.get_by_role("checkbox", name="Spend half a day")).to_have_attribute("aria-checked", "true")


def test_a_career_saved_after_the_session_ended(page, become):
    become("student")
    page.goto("/careers/electricians/")
    page.context.clear_cookies(name="sessionid")
    page.locator("form.star button").first.click()
    expect(page).to_have_url(re.compile("/account/sign-in/"))
    sign_in(page, "student")

    page.goto("/plan/")
    settle(page)
    expect(page.locator(".aims")).to_contain_text("Electricians")
