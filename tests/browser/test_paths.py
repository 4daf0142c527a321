"""Where a job leads, in a real browser: a way found and saved as stages, branches unfolded by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from plans.models import Step, Target
from tests.browser.looking import LOOKS, findings
from tests.browser.pages import PROFILE
from tests.browser.ways import ON_PHONE_AND_DESK, WITH_AND_WITHOUT_SCRIPTS

NEEDS = "A bachelor’s degree, then a master’s in library science (4–6 years)"


def find_the_way(page):
    page.goto(PROFILE)
    page.get_by_role("link", name="What leads here, and where it leads").click()
    page.get_by_label("The way from Library technicians to").fill("librarian")
    page.get_by_role("button", name="Find the way").click()


@ON_PHONE_AND_DESK
@WITH_AND_WITHOUT_SCRIPTS
def test_from_library_technician_to_librarian_saved_as_stages(page, become):
    become("newcomer")
    find_the_way(page)
    page.get_by_role("button", name="Save as stages").first.click()

    expect(page.locator(".aims h3")).to_have_text(["Library technicians", "Librarians"])
    expect(page.locator(".group", has_text="Librarians").locator(".steps p").first).to_contain_text(NEEDS)

    page.get_by_role("button", name=re.compile("^Undo")).click()
    expect(page.locator("#messages")).to_contain_text("Those stages are out of your plan.")
    assert not Target.objects.kept().filter(plan__user__username="newcomer").exists()


def test_a_visitors_stages_are_not_lost_on_the_way_through_sign_up(page):
    find_the_way(page)
    page.get_by_role("link", name="Save as stages").first.click()
    page.get_by_label("User name").fill("Marie.99")
    page.get_by_label("Password", exact=True).fill("three paper boats")
    page.get_by_role("button", name="Make my account").click()

    expect(page.locator(".aims h3")).to_have_text(["Library technicians", "Librarians"])
    assert Step.objects.shown().filter(plan__user__username="marie.99").count() == 1


@pytest.mark.parametrize("javascript", [False])
def test_a_branch_is_unfolded_and_followed_by_keyboard(page, site):
    page.goto(f"{PROFILE}paths/")
    further = page.locator("summary", has_text="Where it goes on from Computer support specialists")
    further.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Information security analysts")


@ON_PHONE_AND_DESK
def test_the_drawing_shows_where_there_is_room_for_it(page, site, width):
    page.goto(f"{PROFILE}paths/")

    expect(page.locator(".paths-drawing")).to_be_visible(visible=width > 1_000)
    expect(page.get_by_role("heading", name="Where it leads", exact=True)).to_be_visible()


def test_axe_finds_nothing_with_all_branches_unfolded(page, site):
    page.goto(f"{PROFILE}paths/")
    for summary in page.locator("summary").all():
        summary.click()

    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert findings(page) == []
