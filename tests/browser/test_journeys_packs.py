"""What plans must contain, from the head who asks for it to the student who adds it and the counsellor who looks."""

from playwright.sync_api import expect

from tests.browser.ways import EVERYWHERE, press

pytestmark = EVERYWHERE


def button(page, name):
    press(page, page.get_by_role("button", name=name, exact=True))


def test_a_head_asks_for_something_and_a_student_adds_it(page, become):
    become("head")
    page.goto("/schools/1/")
    page.get_by_role("link", name="What plans must contain").click()
    page.get_by_role("link", name="Make a set").click()
    page.get_by_label("Nothing: I write my own").check()
    page.get_by_label("Name of the set").fill("For year 10")
    button(page, "Make the set")
    page.get_by_role("link", name="Ask for something").click()
    page.get_by_label("What is counted?").select_option("Skills")
    page.get_by_label("How many?").fill("3")
    page.get_by_label("In which words do you ask for it?").fill("Three skills")
    page.get_by_label("10", exact=True).check()
    button(page, "Save")
    button(page, "Put it in use")
    expect(page.locator("main")).to_contain_text("in use")

    become("student")
    page.goto("/plan/")
    expect(page.locator("#asked")).to_contain_text("Three skills 2 of 3")
    page.locator("#asked").get_by_role("link", name="Add a skill").click()
    page.get_by_label("Which skill?").fill("Listening")
    button(page, "Save")
    expect(page.locator("#asked")).to_contain_text("All of it is here.")

    become("counsellor")
    page.goto("/desk/?needs=incomplete")
    expect(page.locator(".students")).to_contain_text("Ava Nguyen")
    expect(page.locator(".students")).not_to_contain_text("Sam")
