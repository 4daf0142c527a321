"""Searching with the keyboard, the mouse and a screen reader: suggestions, corrections, filters that fold."""

import re

import pytest
from playwright.sync_api import expect

from careers import search
from careers.models import Career
from careers.search import Found, Suggestion
from tests.browser.ways import ON_PHONE_AND_DESK, runs_scripts, settle

OFFERED = [
    Suggestion("career", "Library technicians", "library-technicians"),
    Suggestion("title", "Book librarian", "librarians", "Librarians"),
    Suggestion("category", "Education & Training", "education-training"),
]
BOTH_BOXES = pytest.mark.parametrize("path", ["/", "/careers/"])


@pytest.fixture
def asked(monkeypatch):
    """What the site was asked to suggest for; it offers three things for whatever begins with “lib”."""
    asked = []

    def suggest(query, limit=8):
        asked.append(query)
        return OFFERED if query.startswith("lib") else []

    monkeypatch.setattr(search, "suggest", suggest)
    return asked


@pytest.fixture
def corrected(monkeypatch):
    """An engine that reads “liberian” as “librarian”, unless told not to."""

    def match(query, *, correct=True):
        keys = list(Career.objects.filter(slug="librarians").values_list("pk", flat=True))
        return Found((keys,), "librarian", "librarian") if correct else Found(([],), query)

    monkeypatch.setattr(search, "match", match)


def box(page):
    return page.get_by_role("combobox", name="Search careers")


def offers(page):
    return page.get_by_role("option")


def type_in(page, path, words="lib"):
    page.goto(path)
    box(page).press_sequentially(words, delay=20)
    return page


def active(page):
    """The words of the option that a screen reader is on."""
    chosen = box(page).get_attribute("aria-activedescendant")
    return page.locator(f"#{chosen}[aria-selected=true]").inner_text() if chosen else ""


@BOTH_BOXES
def test_the_arrows_walk_through_what_is_suggested_and_enter_goes_there(page, asked, path):
    type_in(page, path)
    expect(offers(page)).to_have_count(3)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert active(page) == ""

    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(active(page).split()[:1])
    page.keyboard.press("Enter")

    assert seen == [["Library"], ["Book"], ["Education"], [], ["Education"], ["Book"]]
    expect(page).to_have_url(re.compile("/careers/librarians/$"))


@BOTH_BOXES
def test_escape_closes_the_list_and_leaves_the_words(page, asked, path):
    type_in(page, path)
    expect(offers(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("lib")
    expect(box(page)).to_be_focused()
    assert box(page).get_attribute("aria-activedescendant") is None


def test_enter_without_a_choice_searches_for_the_words(page, asked):
    type_in(page, "/")
    expect(offers(page)).to_have_count(3)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/careers/\?q=lib$"))


@ON_PHONE_AND_DESK
@BOTH_BOXES
def test_a_suggestion_is_chosen_by_touch_and_stays_in_the_window(page, asked, path, width):
    type_in(page, path)
    option = offers(page).filter(has_text="Education")
    expect(option).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    option.click()

    expect(page).to_have_url(re.compile(r"/careers/\?category=education-training$"))


def test_what_there_is_is_said_and_going_on_closes_it(page, asked):
    type_in(page, "/")
    expect(page.locator(".suggesting [role=status]")).to_have_text("3 suggestions. Use the arrow keys to choose.")
    page.keyboard.press("Tab")

    expect(page.get_by_role("listbox")).to_have_count(0)


def test_back_leaves_a_box_that_suggests(page, asked):
    page.goto("/careers/")
    page.get_by_label("Health & Medicine").check()
    expect(page).to_have_url(re.compile("category=health-medicine"))
    settle(page)
    page.go_back()
    expect(page.get_by_label("Health & Medicine")).not_to_be_checked()

    box(page).press_sequentially("lib", delay=20)

    expect(offers(page)).to_have_count(3)
    expect(page.locator(".suggestions")).to_have_count(1)


def test_only_a_pause_is_asked_about_and_nothing_under_two_letters(page, asked):
    type_in(page, "/", "l")
    page.wait_for_timeout(400)
    assert asked == []

    box(page).press_sequentially("ibrar", delay=20)
    expect(offers(page)).to_have_count(3)
    assert asked == ["librar"]


@pytest.mark.parametrize("javascript", [False])
def test_without_scripts_the_box_is_a_plain_form(page, asked, corrected):
    page.goto("/")
    page.get_by_role("searchbox", name="Search careers").fill("liberian")
    page.get_by_role("button", name="Search").click()

    expect(page.get_by_text("Showing results for librarian.")).to_be_visible()
    page.get_by_role("link", name="Search instead for liberian").click()
    expect(page.get_by_role("heading", name="We found nothing for “liberian”.")).to_be_visible()


def test_other_letters_are_no_longer_meant_exactly(page, asked, corrected):
    page.goto("/careers/?q=liberian&exact=1")
    box(page).press_sequentially("s", delay=20)

    expect(page).to_have_url(re.compile(r"q=sliberian(?!.*exact)"))
    expect(page.get_by_text("Showing results for librarian.")).to_be_visible()


def test_a_group_of_filters_stays_open_while_others_are_chosen(page):
    page.goto("/careers/")
    assert runs_scripts(page)
    page.locator("#more-subject > summary").click()
    page.get_by_label("Health & Medicine").check()
    expect(page).to_have_url(re.compile("category=health-medicine"))
    settle(page)

    expect(page.locator("#more-subject")).to_have_attribute("open", "")
    page.get_by_label("Biology").check()
    expect(page).to_have_url(re.compile("subject=biology"))
    expect(page.get_by_label("Biology")).to_be_focused()
