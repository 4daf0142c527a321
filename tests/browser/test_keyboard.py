"""The keyboard alone goes everywhere; where it is can be seen, and is never lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looking import IS_SEEN
from tests.browser.ways import ON_PHONE_AND_DESK, settle

NAME = "document.activeElement.innerText || document.activeElement.value || document.activeElement.ariaLabel || ''"


@pytest.fixture
def context(open_browser):
    """Nothing glides here: where the focus is must be in the window at once."""
    return open_browser(reduced_motion="reduce")


@pytest.fixture
def keys(page):
    return Keys(page)


class Keys:
    def __init__(self, page):
        self.page = page

    def tab(self) -> str:
        """To the next stop, which must show that it is one; its words."""
        self.page.keyboard.press("Tab")
        assert self.page.evaluate(IS_SEEN) == ""
        return " ".join(self.page.evaluate(NAME).split())

    def to(self, pattern, most=120):
        for _ in range(most):
            if re.search(pattern, self.tab()):
                return
        pytest.fail(f"Tab never came to {pattern}.")

    def press(self, key):
        self.page.keyboard.press(key)
        self.page.wait_for_load_state()
        settle(self.page)

    def type(self, words):
        self.page.keyboard.type(words)

    @property
    def at(self) -> str:
        return self.page.evaluate("document.activeElement.id || document.activeElement.tagName")


def at_the(page, selector):
    """Put the focus there as Tab would."""
    page.locator(selector).first.focus()
    return page.locator(selector).first.get_attribute("id")


@ON_PHONE_AND_DESK
def test_the_first_stop_skips_to_the_content(page, keys):
    page.goto("/careers/")

    assert keys.tab() == "Skip to the content"
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    keys.press("Enter")

    assert keys.at == "main"
    assert keys.tab() in {"", "Search"}


@ON_PHONE_AND_DESK
def test_from_the_first_page_to_a_step_done(page, keys):
    page.goto("/")
    keys.to("^$")
    keys.type("library")
    keys.press("Enter")
    expect(page).to_have_url(re.compile("q=library"))
    keys.to("^Library technicians$")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Library technicians")
    keys.to("Save")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Make an account")
    keys.to("^$")
    keys.type("marie")
    keys.tab()
    keys.type("three paper boats")
    keys.press("Enter")
    expect(page).to_have_url(re.compile("/plan/$"))
    keys.to("^Add a step for Library technicians$")
    keys.press("Enter")
    expect(page.get_by_label("What will you do?")).to_be_focused()
    keys.type("Ask at the library")
    keys.to("^Save$")
    keys.press("Enter")
    expect(page.locator(".steps li")).to_have_count(1)
    while keys.page.evaluate("document.activeElement.role") != "checkbox":
        keys.tab()
    keys.press("Space")

    expect(page.get_by_role("checkbox")).to_have_attribute("aria-checked", "true")
    assert keys.at.startswith("done-")


@ON_PHONE_AND_DESK
def test_filters_are_chosen_with_space_and_arrows(page, keys, width):
    page.goto("/careers/")
    if width == 360:
        keys.to("^Filters")
        keys.press("Enter")
    keys.to("education-training")
    keys.press("Space")
    expect(page).to_have_url(re.compile("category=education-training"))
    assert keys.at == "category-education-training"

    while keys.at != "education-any":
        keys.tab()
    keys.press("ArrowDown")
    expect(page).to_have_url(re.compile("education=none"))
    assert keys.at == "education-none"
    keys.press("ArrowDown")
    expect(page).to_have_url(re.compile("education=school"))

    assert keys.at == "education-school"


def test_the_contents_of_a_profile_are_reached(page, keys):
    page.goto("/careers/library-technicians/")
    keys.to("^How to Get Started$")
    keys.press("Enter")

    expect(page.locator("#get-started")).to_be_in_viewport()
    keys.to(r"^\+ Plan$", most=3)
    assert page.evaluate("document.activeElement.closest('section').id") == "get-started"


# What htmx swaps keeps the focus


@pytest.fixture
def plan(page, become):
    become("student")
    page.goto("/plan/")
    return page


@pytest.mark.parametrize("selector", [".steps .check", "[id^=down-step]", "[id^=down-career]", "[id^=up-step]"])
def test_a_change_of_the_plan_keeps_the_focus(plan, keys, selector):
    before = at_the(plan, selector)
    keys.press("Enter")

    assert keys.at == before


@pytest.mark.parametrize("button", ["Delete", "Take out"])
def test_what_is_taken_away_leads_to_undo_and_undo_leads_back(plan, keys, button):
    plan.get_by_role("button", name=button).first.focus()
    keys.press("Enter")
    assert plan.evaluate(NAME).startswith("Undo")
    keys.press("Enter")

    expect(plan).to_have_url(re.compile("#(step|career|goal)-"))
    keys.tab()
    assert plan.evaluate("document.activeElement.closest(location.hash) !== null")


@pytest.mark.parametrize(
    ("path", "selector"),
    [("/careers/", "[id^=star-]"), ("/careers/electricians/", "[id^=star-]"), ("/careers/electricians/", ".take")],
)
def test_saving_keeps_the_focus(page, become, keys, path, selector):
    become("student")
    page.goto(path)
    before = at_the(page, selector)
    for _ in range(2):
        keys.press("Enter")
        assert keys.at == before


def test_typing_words_keeps_the_focus(page, keys):
    page.goto("/careers/")
    page.get_by_label("Search careers").focus()
    keys.type("nurs")
    expect(page).to_have_url(re.compile("q=nurs"))
    settle(page)
    keys.type("es")

    assert keys.at == "q"
    expect(page.get_by_label("Search careers")).to_have_value("nurses")


@pytest.mark.parametrize("place", ["sign-up with errors", "new step with errors", "details with errors"])
def test_a_form_with_errors_says_so_where_the_reader_is(arrive, place):
    page = arrive(place)

    assert page.evaluate("document.activeElement.closest('form') !== null || document.activeElement.role === 'alert'")
    page.get_by_role("alert").get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.matches('input, textarea, select')")
