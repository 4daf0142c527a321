"""A school from its first group to its students, with scripts and without, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Cohort, User
from plans.models import Plan
from tests.browser.ways import EVERYWHERE, press, sign_in

pytestmark = EVERYWHERE
LIST = "First name;Last name\nZoë;Adams\nBo;Li\n".encode("utf-8-sig")


def button(page, name):
    press(page, page.get_by_role("button", name=name, exact=True))


@pytest.fixture
def group(page, become):
    """A group that the head made, as its address; its head is signed in."""
    become("head")
    page.goto("/schools/")
    page.get_by_role("link", name="Riverside High School").click()
    page.get_by_role("link", name="Make a group").click()
    page.get_by_label("Name of the group").fill("9A")
    page.get_by_label("Year or grade").fill("9")
    button(page, "Save")
    return page.url


def test_a_head_makes_a_group_and_adds_a_list_and_a_student_signs_in_with_a_slip(page, group, open_browser):
    page.get_by_role("link", name="Add a list").click()
    page.locator("input[type=file]").set_input_files({"name": "9A.csv", "mimeType": "text/csv", "buffer": LIST})
    button(page, "Look at it")
    expect(page.locator("table.rows")).to_contain_text("zoe.adams")
    button(page, "Write all of it")
    password = page.locator(".slips li", has_text="Zoë Adams").locator("dd.code").last.inner_text()

    theirs = open_browser().new_page()
    theirs.goto("/account/sign-in/")
    sign_in(theirs, "zoe.adams", password)
    theirs.get_by_label("New password", exact=True).fill("three purple otters")
    button(theirs, "Save the new password")

    theirs.goto("/account/")
    expect(theirs.locator("main")).to_contain_text("You are in 9A, year 9 at Riverside High School.")


def test_a_student_joins_by_the_slip_with_the_code_and_leaves(page, group, become):
    code = Cohort.objects.get(name="9A").code
    head = User.objects.get(username="head")
    newcomer = become("newcomer")
    Plan.objects.get_or_create(user=newcomer)
    page.goto(f"/join/{code}/")
    button(page, "Join")
    expect(page.locator("main")).to_contain_text("Your plan can be read by Harper.")
    assert Plan.objects.seen_by(head).filter(user=newcomer).exists()

    button(page, "Leave the group")

    expect(page).to_have_url(re.compile("/account/$"))
    assert not Plan.objects.seen_by(head).filter(user=newcomer).exists()
