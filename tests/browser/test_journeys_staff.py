"""Counsellors, editors and administrators at their work, with scripts and without, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import expect

from careers.actions import set_status
from careers.models import Career, Status
from tests.browser.ways import EVERYWHERE, press, sign_in

pytestmark = EVERYWHERE
CAREERS, CATEGORIES = "/admin/careers/career/", "/admin/careers/category/"


@pytest.fixture
def draft(site):
    """Electricians, taken off the site."""
    set_status(careers=Career.objects.filter(slug="electricians"), status=Status.DRAFT)


def save(page, name="Save"):
    press(page, page.get_by_role("button", name=name, exact=True).first)


def said(page, sentence):
    expect(page.locator(".messagelist")).to_contain_text(sentence)


def choose_in_list(page, title, action):
    page.get_by_role("checkbox", name=f"Select this object for an action - {title}").check()
    page.locator("select[name=action]").select_option(label=action)
    press(page, page.get_by_role("button", name="Go"))


def areas(page) -> list[str]:
    return page.get_by_role("navigation", name="Areas").get_by_role("link").all_inner_texts()


# The counsellor


def test_a_counsellor_signs_in_and_finds_what_is_about_careers(page):
    page.goto("/admin/")
    sign_in(page, "counsellor")

    expect(page).to_have_url(re.compile("/admin/$"))
    assert areas(page) == ["Careers", "Findings", "Searches that found nothing"]


def test_a_counsellor_sees_neither_accounts_nor_the_taxonomy(page, become, watch):
    become("counsellor")
    watch.expect("status of 403")
    for path in ("/admin/accounts/user/", CATEGORIES, "/admin/careers/careertype/"):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_have_text("This page is not open to you")


def test_a_counsellor_edits_a_text_looks_at_it_and_sees_it_on_the_site(page, become, javascript):
    become("counsellor")
    page.goto(CAREERS)
    page.get_by_role("link", name="Electricians").click()
    page.get_by_label("Overview", exact=True).fill("Electricians **wire** homes.\n\nAnd they test what they wired.")
    assert preview(page, "Overview", javascript) == "Electricians wire homes.\n\nAnd they test what they wired."
    save(page, "Save and view on site")

    expect(page).to_have_url(re.compile("/careers/electricians/$"))
    expect(page.locator("#overview strong")).to_have_text("wire")


def preview(page, label, javascript) -> str:
    """Under the box, or without scripts in a tab of its own."""
    button = page.locator("[data-preview]", has_text=re.compile(f"review of {label}$"))
    if javascript:
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        return page.locator(".preview:not([hidden])").inner_text().strip()
    with page.context.expect_page() as tab:
        button.click()
    words = tab.value.locator(".preview").inner_text().strip()
    tab.value.close()
    return words


def test_a_draft_is_published_and_then_everybody_sees_it(page, become, draft, open_browser, watch):
    become("counsellor")
    watch.expect("status of 404")
    visitor = open_browser().new_page()
    assert visitor.goto("/careers/electricians/").status == 404
    page.goto("/careers/electricians/")
    expect(page.locator(".band .note")).to_have_text("This is a draft: students do not see it yet.")

    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Status").select_option(label="Published")
    save(page)

    said(page, "Electricians")
    assert visitor.goto("/careers/electricians/").status == 200
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Electricians")


def test_a_counsellor_cannot_delete(page, become):
    become("counsellor")
    page.goto(CAREERS)
    assert "Delete" not in page.locator("select[name=action]").inner_text()
    page.get_by_role("link", name="Electricians").click()

    expect(page.get_by_role("link", name="Delete")).to_have_count(0)


# The editor


def test_an_editor_adds_a_category_and_a_career_in_it(page, become, javascript):
    become("editor")
    page.goto(f"{CATEGORIES}add/")
    page.get_by_label("Name").press_sequentially("Sea & Shore", delay=10)
    page.get_by_label("Description").fill("Work on the water and beside it.")
    page.get_by_label("Icon").fill("anchor")
    expect(page.get_by_label("Slug")).to_have_value("sea-shore" if javascript else "")
    save(page)
    said(page, "Sea & Shore")

    page.goto(f"{CAREERS}add/")
    page.get_by_label("Title", exact=False).first.press_sequentially("Harbour pilots", delay=10)
    page.get_by_label("Category").select_option(label="Sea & Shore")
    save(page, "Save and view on site")
    expect(page).to_have_url(re.compile("/careers/harbour-pilots/$"))
    expect(page.locator(".crumbs")).to_contain_text("Sea & Shore")
    expect(page.locator(".band .note")).to_contain_text("draft")


def test_an_editor_renames_a_category_and_every_page_knows(page, become):
    become("editor")
    page.goto(CATEGORIES)
    page.get_by_role("link", name="Health & Medicine").click()
    page.get_by_label("Name").fill("Health & Care")
    save(page)
    said(page, "Health & Care")

    page.goto("/careers/registered-nurses/")
    expect(page.locator(".crumbs")).to_contain_text("Health & Care")


def test_an_editor_publishes_in_bulk(page, become, draft):
    become("editor")
    page.goto(f"{CAREERS}?status=draft")
    choose_in_list(page, "Electricians", "Publish the chosen careers")
    said(page, "1 career published.")

    page.goto("/careers/electricians/")
    expect(page.locator(".band .note")).to_have_count(0)


def test_an_editor_brings_a_former_version_back(page, become):
    become("editor")
    page.goto("/careers/electricians/")
    before = page.locator(".lede").inner_text()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Summary").fill("Something else altogether.")
    save(page)
    page.get_by_role("link", name="Electricians").first.click()
    page.get_by_role("link", name="History").click()
    page.locator("#change-history a").last.click()
    expect(page.get_by_label("Summary")).to_have_value(before)
    save(page, "Bring this version back")

    page.goto("/careers/electricians/")
    expect(page.locator(".lede")).to_have_text(before)


def test_an_editor_deletes_a_career_and_brings_it_back(page, become, watch):
    become("editor")
    watch.expect("status of 404")
    page.goto(CAREERS)
    choose_in_list(page, "Electricians", "Delete selected careers")
    press(page, page.get_by_role("button", name="Yes, delete them"))
    assert page.goto("/careers/electricians/").status == 404

    page.goto(CAREERS)
    page.get_by_role("link", name="Deleted careers").click()
    page.get_by_role("link", name="Electricians").click()
    save(page, "Bring this version back")

    assert page.goto("/careers/electricians/").status == 200
    expect(page.locator("section.prose")).not_to_have_count(0)


def test_two_editors_do_not_overwrite_each_other(page, become):
    become("editor")
    page.goto(CAREERS)
    page.get_by_role("link", name="Electricians").click()
    tabs = [page, page.context.new_page()]
    tabs[1].goto(page.url)
    for tab, words in zip(tabs, ("The first summary.", "The second summary."), strict=True):
        tab.get_by_label("Summary").fill(words)
        save(tab)

    expect(tabs[1].locator(".errornote, .errorlist").first).to_be_visible()
    expect(tabs[1].get_by_label("Summary")).to_have_value("The second summary.")
    expect(tabs[1].locator("main")).to_contain_text("saved this career")


# The administrator


def test_a_pupil_gets_a_one_time_password_and_must_choose_their_own(page, become, open_browser):
    become("admin")
    page.goto("/admin/accounts/user/")
    page.get_by_role("link", name="student", exact=True).click()
    page.get_by_role("link", name="Give a one-time password").click()
    press(page, page.get_by_role("button", name="Give a one-time password"))
    password = page.locator("p", has_text="One-time password:").locator("strong").inner_text()

    pupil = open_browser().new_page()
    pupil.goto("/plan/")
    sign_in(pupil, "student", password)
    expect(pupil.get_by_role("heading", level=1)).to_have_text("Choose a new password")
    pupil.goto("/account/")
    expect(pupil.get_by_role("heading", level=1)).to_have_text("Choose a new password")
    pupil.get_by_label("New password", exact=True).fill("three paper boats")
    pupil.get_by_role("button", name="Save the new password").click()
    pupil.goto("/plan/")
    expect(pupil.get_by_role("heading", level=1)).to_have_text("My plan")


def test_an_administrator_makes_an_account_and_sees_nobodys_plan(page, become):
    become("admin")
    page.goto("/admin/accounts/user/add/")
    page.get_by_label("User name").fill("new.pupil")
    save(page)
    expect(page.locator("main")).to_contain_text("One-time password:")

    page.goto("/admin/")
    about_people = {"Accounts", "Schools", "Posts", "Holds"}
    about_careers = {"Careers", "Categories", "Findings", "Searches that found nothing", "Types"}
    assert set(areas(page)) == about_people | about_careers
    expect(page.locator("main")).not_to_contain_text(re.compile("plan", re.IGNORECASE))
