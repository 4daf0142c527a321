"""A student takes the plan along, brings it in elsewhere, and lets others read it."""

import json

import pytest
from playwright.sync_api import expect

from plans.document.writing import document_of
from plans.models import Link, Plan
from tests.browser.pages import PLAN_FILE, choose_file
from tests.browser.ways import EVERYWHERE, press

pytestmark = EVERYWHERE


@pytest.fixture
def sam(become):
    """The demo student, with three careers and nine steps."""
    return become("student")


def download(page, name) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("link", name=name).click()
    return found.value.path().read_bytes()


def plan_of(username) -> dict:
    return document_of(Plan.objects.get(user__username=username))


def say(page, sentence):
    expect(page.locator("#messages")).to_contain_text(sentence)


def test_the_plan_goes_along_and_comes_into_an_empty_account_unchanged(page, sam, become):
    page.goto("/plan/")
    page.get_by_role("link", name="Take it along").click()
    assert download(page, "Download the PDF").startswith(b"%PDF-")
    assert b"Library technicians" in download(page, "Download the page")
    taken = json.loads(download(page, "Download the JSON"))
    assert taken == plan_of("student")

    become("newcomer")
    page.goto("/plan/bring/")
    choose_file(page, taken)
    expect(page.get_by_role("heading", name="What would come in")).to_be_visible()
    press(page, page.get_by_role("button", name="Bring it in"))
    say(page, "The file is in your plan.")
    assert plan_of("newcomer") == taken


def test_the_page_that_was_taken_along_is_read_without_us(page, sam, tmp_path, open_browser):
    page.goto("/plan/take-along/")
    file = tmp_path / "plan.html"
    file.write_bytes(download(page, "Download the page"))

    alone = open_browser(offline=True).new_page()
    alone.set_content(file.read_text())
    expect(alone.get_by_role("heading", name="Library technicians")).to_be_visible()
    assert alone.evaluate("() => getComputedStyle(document.querySelector('h2')).borderBottomStyle") == "solid"


def test_a_file_of_another_kind_is_told(page, sam):
    page.goto("/plan/bring/")
    choose_file(page, PLAN_FILE | {"version": 2})

    expect(page.get_by_role("alert")).to_contain_text("newer Pathways")


def test_a_link_is_opened_signed_out_until_it_is_taken_back(page, sam, open_browser, watch):
    page.goto("/plan/links/")
    page.get_by_label("For whom is it?").fill("Grandma")
    page.get_by_label("Let my family say they read it").check()
    press(page, page.get_by_role("button", name="Make the link"))
    address = page.locator(".address").inner_text()

    other = open_browser().new_page()
    other.goto(address)
    expect(other.get_by_role("heading", level=1)).to_have_text("The plan of Sam")
    other.get_by_label("Your name").fill("Ada")
    press(other, other.get_by_role("button", name="We read it"))
    expect(other.get_by_text("Ada said on")).to_be_visible()

    page.goto("/plan/links/")
    expect(page.get_by_text("Opened 2 times")).to_be_visible()
    press(page, page.get_by_role("button", name="Take it back"))
    say(page, "The link for “Grandma” leads nowhere now.")
    watch.expect("status of 404")
    assert other.goto(address).status == 404


def test_who_looked_is_there_for_the_student(page, sam, open_browser):
    page.goto("/plan/links/")
    page.get_by_label("For whom is it?").fill("Grandma")
    press(page, page.get_by_role("button", name="Make the link"))
    open_browser().new_page().goto(page.locator(".address").inner_text())
    assert Link.objects.get().opened == 1

    page.goto("/account/")
    page.get_by_role("link", name="Who looked at my plan").click()
    expect(page.get_by_role("listitem").filter(has_text="Grandma")).to_contain_text("opened a link")


def test_a_calendar_follows_the_plan_until_it_is_taken_back(page, sam, open_browser):
    page.goto("/plan/take-along/")
    press(page, page.get_by_role("button", name="Make an address"))
    address = page.locator(".address").inner_text()
    request = open_browser().request
    assert "BEGIN:VEVENT" in request.get(address).text()

    press(page, page.get_by_role("button", name="Take the address back"))
    assert request.get(address).status == 404
