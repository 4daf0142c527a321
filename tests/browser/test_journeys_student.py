"""A student saves careers and plans, with scripts and without, on a phone and at a desk."""

import datetime
import json
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.ways import EVERYWHERE, press, sign_in

pytestmark = EVERYWHERE
ADVICE = "#get-started li"


@pytest.fixture
def newcomer(become):
    return become("newcomer")


@pytest.fixture
def sam(become):
    """The demo student, with three careers and nine steps."""
    return become("student")


def star(page, title):
    return page.locator("form.star, a.star").filter(has_text=title).first


def steps(page) -> list[str]:
    return page.locator(".group").first.locator(".steps p[id^=text-]").all_inner_texts()


def careers(page) -> list[str]:
    return page.locator(".aims h3").all_inner_texts()


def step(page, words):
    return page.locator(".steps li", has_text=words)


def say(page, sentence):
    expect(page.locator("#messages")).to_contain_text(sentence)


# Saving


def test_a_star_pressed_before_sign_up_is_not_lost(page):
    page.goto("/careers/")
    star(page, "Librarians").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Make an account")
    say(page, "“Librarians” goes straight into your plan")
    page.get_by_label("User name").fill("Marie.99")
    page.get_by_label("Password", exact=True).fill("three paper boats")
    page.get_by_role("button", name="Make my account").click()

    expect(page).to_have_url(re.compile("/plan/$"))
    assert careers(page) == ["Librarians"]


def test_a_star_pressed_before_signing_in_is_not_lost(page):
    page.goto("/careers/electricians/")
    star(page, "Electricians").click()
    page.get_by_role("link", name="Sign in").last.click()
    sign_in(page, "student")

    expect(page).to_have_url(re.compile("/plan/$"))
    assert careers(page)[-1] == "Electricians"


def test_a_star_saves_from_the_list_and_a_second_press_takes_it_back(page, newcomer):
    page.goto("/careers/")
    press(page, star(page, "Electricians").get_by_role("button"))
    expect(star(page, "Electricians")).to_contain_text("Saved")
    say(page, "“Electricians” is in your plan.")

    press(page, star(page, "Electricians").get_by_role("button"))
    expect(star(page, "Electricians")).to_contain_text("Save")
    say(page, "“Electricians” is out of your plan.")
    page.goto("/plan/")
    assert careers(page) == []


def test_a_career_taken_out_comes_back_with_everything_in_it(page, sam):
    page.goto("/plan/")
    before = steps(page)
    press(page, page.get_by_role("button", name="Take out Library technicians"))
    assert careers(page) == ["Librarians", "Registered nurses"]

    press(page, page.get_by_role("button", name="Undo"))

    assert careers(page) == ["Library technicians", "Librarians", "Registered nurses"]
    assert steps(page) == before


# Steps


def test_an_item_of_a_profile_becomes_a_step(page, newcomer):
    page.goto("/careers/electricians/")
    words = page.locator(ADVICE).first.inner_text().removesuffix("+ Plan").strip()
    press(page, page.locator(f"{ADVICE} button").first)
    expect(page.locator(f"{ADVICE} button").first).to_have_text("✓ In plan")
    say(page, "is in your plan.")

    page.get_by_role("link", name="My plan").click()

    assert careers(page) == ["Electricians"]
    assert [" ".join(text.split()) for text in steps(page)] == [" ".join(words.split())]
    page.get_by_role("link", name="How to Get Started").click()
    expect(page.locator(f"{ADVICE} button").first).to_have_text("✓ In plan")


def test_an_item_wanted_before_sign_up_is_not_lost(page):
    page.goto("/careers/electricians/")
    page.locator(f"{ADVICE} button").first.click()
    page.get_by_label("User name").fill("marie")
    page.get_by_label("Password", exact=True).fill("three paper boats")
    page.get_by_role("button", name="Make my account").click()

    expect(page.locator(f"{ADVICE} button").first).to_have_text("✓ In plan")


def test_an_own_step_with_a_day_is_due_and_then_done(page, newcomer):
    today = datetime.date.today()
    page.goto("/plan/")
    page.get_by_role("link", name="Add a step").first.click()
    page.get_by_label("What will you do?").fill("Ask at the library about Saturdays")
    page.get_by_label("By when?").fill((today - datetime.timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".agenda")).to_contain_text("Overdue")
    expect(page.locator(".agenda")).to_contain_text("Ask at the library")

    press(page, page.get_by_role("checkbox", name="Ask at the library"))

    expect(page.get_by_role("checkbox", name="Ask at the library")).to_have_attribute("aria-checked", "true")
    expect(page.locator("#tally")).to_have_text("1 of 1 step done")
    expect(page.locator(".agenda")).not_to_contain_text("Overdue")


def test_a_step_that_says_nothing_is_not_saved(page, sam):
    page.goto("/plan/steps/new/")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("Write what you will do.")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("What will you do?")).to_be_focused()


def test_steps_are_put_in_another_order(page, sam):
    page.goto("/plan/")
    first, second, *rest = steps(page)
    press(page, step(page, second).get_by_role("button", name="Move up"))
    assert steps(page) == [second, first, *rest]

    page.reload()
    press(page, step(page, second).get_by_role("button", name="Move down"))
    assert steps(page) == [first, second, *rest]


def test_a_step_deleted_comes_back_where_it_stood(page, sam):
    page.goto("/plan/")
    before = steps(page)
    press(page, step(page, before[1]).get_by_role("button", name="Delete"))
    assert steps(page) == [before[0], *before[2:]]

    press(page, page.get_by_role("button", name="Undo"))

    assert steps(page) == before


def test_a_step_is_written_anew(page, sam):
    page.goto("/plan/")
    words = steps(page)[1]
    step(page, words).get_by_role("link", name="Edit").click()
    expect(page.get_by_label("What will you do?")).to_have_value(words)
    page.get_by_label("What will you do?").fill("Something quite different")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(step(page, "Something quite different")).to_be_visible()
    assert words not in steps(page)


# Rank and notes


def test_careers_are_ranked(page, sam):
    page.goto("/plan/")
    press(page, page.locator(".aims li").nth(1).get_by_role("button", name="Move up"))

    assert careers(page) == ["Librarians", "Library technicians", "Registered nurses"]
    expect(page.locator(".aims li").first).to_contain_text("Aiming for")


def test_notes_are_kept_as_they_were_typed(page, sam):
    words = "Ask Ms Okafor.\n\n<b>Not bold</b> & “quoted” 🦉 עברית"
    page.goto("/plan/")
    page.get_by_role("link", name="Add notes on Librarians").click()
    page.get_by_label("Your notes").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    say(page, "Your notes on “Librarians” are saved.")

    assert page.locator(".group", has_text="Librarians").locator("p.as-typed").first.inner_text() == words


def test_two_tabs_do_not_overwrite_each_others_notes(page, context, sam):
    page.goto("/plan/")
    address = page.get_by_role("link", name="Edit notes on Library technicians").get_attribute("href")
    tabs = [page, context.new_page()]
    for tab in tabs:
        tab.goto(address)
    for tab, words in zip(tabs, ("From the first tab", "From the second tab"), strict=True):
        tab.get_by_label("Your notes").fill(words)
        tab.get_by_role("button", name="Save", exact=True).click()

    second = tabs[1]
    expect(second.get_by_role("alert")).to_contain_text("changed meanwhile")
    expect(second.get_by_role("alert")).to_contain_text("From the first tab")
    expect(second.get_by_label("Your notes")).to_have_value("From the second tab")
    second.get_by_role("button", name="Save mine instead").click()
    expect(second.locator("[id^=career-] > p.as-typed").first).to_have_text("From the second tab")


# The account


def live_in(page, zone):
    page.goto("/account/")
    page.get_by_role("link", name="Change details").click()
    page.get_by_label("Time zone").select_option(zone)
    page.get_by_role("button", name="Save", exact=True).click()
    say(page, "Your details are saved.")


def test_details_are_changed(page, sam):
    page.goto("/account/details/")
    page.get_by_label("What we call you").fill("Sammy")
    page.get_by_role("button", name="Save", exact=True).click()

    say(page, "Your details are saved.")
    expect(page.locator("dl")).to_contain_text("Sammy")


def test_today_is_the_students_own(page, newcomer):
    """These two places never have the same date."""
    live_in(page, "Pacific/Kiritimati")
    page.goto("/plan/steps/new/")
    page.get_by_label("What will you do?").fill("Ask at the library")
    page.get_by_label("By when?").fill(datetime.datetime.now(ZoneInfo("Pacific/Kiritimati")).date().isoformat())
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".steps li")).to_contain_text("today")

    live_in(page, "Pacific/Pago_Pago")
    page.goto("/plan/")
    expect(page.locator(".steps li")).not_to_contain_text("today")


def test_a_password_is_changed(page):
    page.goto("/account/sign-in/")
    sign_in(page, "student")
    page.goto("/account/password/")
    page.get_by_label("Password now").fill("pathways-demo")
    page.get_by_label("New password", exact=True).fill("three paper boats")
    page.get_by_role("button", name="Save the new password").click()
    expect(page).to_have_url(re.compile("/account/$"))
    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/sign-in/")

    sign_in(page, "student", "pathways-demo")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
    sign_in(page, "student", "three paper boats")
    expect(page).to_have_url(re.compile("/plan/$"))


def test_everything_held_comes_as_a_file(page, sam):
    page.goto("/account/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()

    held = json.loads(download.value.path().read_text())
    assert download.value.suggested_filename == "my-account.json"
    assert held["saved careers"][0]["career"] == "Library technicians"


def test_an_account_is_deleted_with_everything_in_it(page):
    page.goto("/account/sign-in/")
    sign_in(page, "student")
    page.goto("/account/")
    page.get_by_role("link", name="Delete my account").click()
    page.get_by_label("Password", exact=True).fill("pathways-demo")
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is deleted")

    page.goto("/account/sign-in/")
    sign_in(page, "student")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
