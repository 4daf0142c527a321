"""A visitor finds a career, with scripts and without, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.ways import EVERYWHERE, choose, unfold

pytestmark = EVERYWHERE


def found(page):
    return page.locator("#found")


def count_beside(page, option) -> int:
    unfold(page)
    return int(page.locator("label.option", has_text=option).locator("span").inner_text())


def chosen(page) -> list[str]:
    return page.locator(".found a.chip").evaluate_all("(chips) => chips.map((chip) => chip.firstChild.data.trim())")


@pytest.fixture
def filtered(page):
    """The list, narrowed by a category and a type."""
    page.goto("/careers/")
    choose(page, "Education & Training")
    choose(page, "Stable Careers")
    expect(page).to_have_url(re.compile("type=stable-careers"))
    return page


def test_a_search_at_home_leads_to_the_list(page):
    page.goto("/")
    page.get_by_label("Search careers").fill("library")
    page.get_by_role("button", name="Search").click()

    expect(page).to_have_url(re.compile(r"/careers/\?q=library"))
    expect(page.locator(".card h3").first).to_have_text("Library technicians")
    assert chosen(page) == ["“library”"]


def test_a_count_is_what_the_choice_leaves(page):
    page.goto("/careers/")
    count = count_beside(page, "Health & Medicine")
    choose(page, "Health & Medicine")

    expect(page).to_have_url(re.compile("category=health-medicine"))
    expect(found(page)).to_have_text(f"{count} careers")
    assert page.locator(".grid article").count() == count


def test_a_category_and_a_type_together_narrow_the_list_and_a_chip_widens_it(filtered):
    page = filtered
    expect(found(page)).to_have_text(f"{count_beside(page, 'Stable Careers')} careers")

    page.get_by_role("link", name="Education & Training : take this filter away").click()

    expect(page).to_have_url(re.compile(r"\?type=stable-careers$"))
    expect(found(page)).to_have_text(f"{count_beside(page, 'Stable Careers')} careers")
    assert chosen(page) == ["Stable Careers"]


def test_back_from_a_profile_restores_the_list(filtered):
    page = filtered
    count = found(page).inner_text()
    page.get_by_role("link", name="Librarians", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Librarians")

    page.get_by_role("link", name="Print view").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Librarians")
    expect(page.locator("section.prose")).to_have_count(28)
    page.go_back()
    page.go_back()

    expect(found(page)).to_have_text(count)
    assert chosen(page) == ["Education & Training", "Stable Careers"]
    expect(page.get_by_label("Stable Careers")).to_be_checked()


def test_back_through_the_filters_undoes_them_one_by_one(filtered):
    page = filtered

    page.go_back()
    expect(page).to_have_url(re.compile(r"category=education-training(?!.*stable)"))
    expect(page.locator(".found a.chip")).to_have_count(1)
    expect(page.get_by_label("Stable Careers")).not_to_be_checked()
    expect(page.get_by_label("Education & Training")).to_be_checked()
    page.go_back()

    expect(page.locator(".found a.chip")).to_have_count(0)
    expect(page.get_by_label("Education & Training")).not_to_be_checked()


def test_a_shared_address_shows_the_same_list_to_somebody_else(filtered, open_browser):
    other = open_browser().new_page()
    other.goto(filtered.url)

    assert other.locator("#found").inner_text() == found(filtered).inner_text()
    assert chosen(other) == chosen(filtered)


def test_nothing_found_offers_ways_out(page):
    page.goto("/careers/?category=health-medicine&q=library")
    page.get_by_role("link", name="Without Health & Medicine").click()

    expect(page.locator(".grid article").first).to_be_visible()
    assert chosen(page) == ["“library”"]


def test_the_contents_lead_to_their_sections(page):
    page.goto("/careers/library-technicians/")
    unfold(page)
    page.locator(".contents").get_by_role("link", name="How to Get Started").click()

    expect(page).to_have_url(re.compile("#get-started$"))
    expect(page.locator("#get-started")).to_be_in_viewport()


def test_next_and_previous_walk_through_a_category(page):
    page.goto("/careers/librarians/")
    page.locator("a[rel=next]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Library technicians")
    page.locator("a[rel=prev]").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Librarians")


def test_words_typed_narrow_the_list_and_back_takes_them_away(page, javascript):
    page.goto("/careers/")
    page.get_by_label("Search careers").press_sequentially("nurs", delay=20)
    if not javascript:
        page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("q=nurs"))
    expect(found(page)).not_to_have_text("12 careers")
    expect(page.get_by_label("Search careers")).to_have_value("nurs")
    page.go_back()

    expect(found(page)).to_have_text("12 careers")
    expect(page.get_by_label("Search careers")).to_have_value("")


def test_a_filter_ticked_leaves_the_filters_as_they_were(page, javascript):
    if not javascript:
        return
    page.goto("/careers/")
    choose(page, "Health & Medicine")

    expect(page.get_by_label("Health & Medicine")).to_be_visible()
    expect(page.get_by_label("Health & Medicine")).to_be_focused()
