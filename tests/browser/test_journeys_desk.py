"""A plan goes to and fro between its student and their counsellor, with scripts and without, on phone and desk."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Membership, User
from plans import actions
from plans.models import Plan, State
from tests.browser.test_keyboard import Keys
from tests.browser.ways import EVERYWHERE, press, sign_in, unfold

pytestmark = EVERYWHERE


@pytest.fixture
def sam(site) -> User:
    """The demo student, alone in the counsellor's group; the plan has steps, and nothing was said about it yet."""
    student = User.objects.get(username="student")
    Membership.objects.exclude(user=student).delete()
    for rows in (student.plan.goal_rows, student.plan.reviews, student.plan.comments):
        rows.all().delete()
    write_goal(student, "")
    return student


def write_goal(student: User, after_school: str) -> None:
    version = plan().goals_version
    actions.write_goals(user=student, after_school=after_school, in_work="Work with books.", version=version)


def plan() -> Plan:
    return Plan.objects.get(user__username="student")


def counsellor_at(open_browser):
    page = open_browser(reduced_motion="reduce").new_page()
    page.goto("/account/sign-in/?next=/desk/")
    sign_in(page, "counsellor")
    return page


def change(comment) -> None:
    """The student answers by changing the step that was spoken of."""
    step = plan().steps.get(token=comment.anchor)
    words = {"text": "Ask on Monday at four", "due_on": step.due_on, "target": step.target}
    actions.change_step(step=step, version=step.version, **words)


def test_a_plan_is_sent_back_changed_and_signed_off_by_keyboard_alone(page, become, open_browser, sam):
    actions.submit(user=sam)
    desk = counsellor_at(open_browser)

    desk.get_by_role("link", name="Review 1 plan").click()
    desk.get_by_role("link", name="Sam").click()
    first = desk.locator(".remark").first
    first.locator("summary").click()
    first.get_by_role("textbox").fill("Which day?")
    press(desk, desk.get_by_role("button", name="Send it back"))
    expect(desk.get_by_role("alert")).to_contain_text("Say what should change")
    expect(desk.locator(".remark textarea").first).to_have_value("Which day?")
    desk.get_by_label("To the student").fill("Add a day to your first step.")
    press(desk, desk.get_by_role("button", name="Send it back"))
    expect(desk.locator("#messages")).to_contain_text("The plan of Sam is sent back. No other plan waits for you.")

    become("student")
    page.goto("/plan/")
    expect(page.locator("#standing")).to_contain_text("Add a day to your first step.")
    expect(page.locator(".comment")).to_contain_text("Which day?")
    change(plan().comments.get())
    actions.submit(user=sam)

    keys = Keys(desk)
    desk.goto("/desk/review/")
    keys.to("^Sam$")
    keys.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Sam")
    keys.to("^Sign it off$")
    keys.press("Enter")
    expect(desk.locator("#messages")).to_contain_text("The plan of Sam is signed off.")
    assert plan().state == State.APPROVED

    write_goal(sam, "A library degree.")
    actions.submit(user=sam)
    desk.goto("/desk/")
    desk.get_by_role("link", name="Review 1 plan").click()
    expect(desk.locator(".waiting")).to_contain_text("Revision 2")
    desk.get_by_role("link", name="Sam").click()
    expect(desk.locator(".changes")).to_have_text(re.compile(r"^\s*Goal after school\s*Now\s*A library degree\.\s*$"))
    page.goto("/plan/")
    page.locator(".said").get_by_role("link", name="Revision 1").click()
    expect(page.locator("main")).to_contain_text("This is exactly what was signed off")
    expect(page.locator("main")).not_to_contain_text("A library degree.")


def test_a_student_reads_a_reminder_and_answers(page, become, open_browser, sam):
    desk = counsellor_at(open_browser)
    desk.get_by_role("checkbox", name="Choose Sam").check()
    desk.get_by_role("button", name="Send a reminder").click()
    desk.get_by_label("Your message").fill("Come and see me on Tuesday.")
    press(desk, desk.get_by_role("button", name="Send to 1 student"))
    expect(desk.locator("#messages")).to_contain_text("Your message stands on the plan of 1 student.")

    become("student")
    page.goto("/plan/")
    expect(page.locator(".comment")).to_contain_text("Come and see me on Tuesday.")
    page.get_by_role("link", name="Reply").click()
    page.get_by_label("What do you want to say?").fill("At four?")
    press(page, page.get_by_role("button", name="Send"))

    desk.get_by_role("link", name="Sam").first.click()
    expect(desk.locator("main")).to_contain_text("At four?")


def test_a_view_is_kept_and_a_step_given_to_the_group(page, open_browser, sam):
    desk = counsellor_at(open_browser)
    unfold(desk)
    desk.get_by_label("Steps overdue").check()
    desk.get_by_role("button", name="Show students").click()
    expect(desk).to_have_url(re.compile("needs=overdue"))
    unfold(desk)
    unfold(desk)
    desk.get_by_label("Keep this view as").fill("Late")
    press(desk, desk.get_by_role("button", name="Keep", exact=True))
    expect(desk.get_by_role("link", name="Late", exact=True)).to_have_attribute("aria-current", "true")

    desk.get_by_role("link", name="Steps given").click()
    desk.get_by_role("link", name="Give a group a step").click()
    desk.get_by_label("For which group?").select_option(label="10B, year 10")
    desk.get_by_label("What are they to do?").fill("Send the FAFSA")
    press(desk, desk.get_by_role("button", name="Give it to the group"))

    expect(desk.locator(".given")).to_contain_text("Done by 0 of 1.")
    assert plan().steps.filter(text="Send the FAFSA").count() == 1
