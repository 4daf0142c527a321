"""A student builds a plan from two profiles and sends it; nothing typed is lost on the way."""

import pytest
from playwright.sync_api import expect

from accounts.models import Cohort, Membership
from tests.browser.ways import ON_PHONE_AND_DESK, WITH_AND_WITHOUT_SCRIPTS, press

ADVICE = "#get-started li"


@pytest.fixture
def newcomer(become):
    """Somebody of the demo school who has no plan yet."""
    person = become("newcomer")
    Membership.objects.create(user=person, cohort=Cohort.objects.get(name="10B"))
    return person


@pytest.fixture
def sam(become):
    return become("student")


def save(page, **typed):
    for name, words in typed.items():
        field = page.locator(f"[name={name}]")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=words)
        else:
            field.fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()


def say(page, sentence):
    expect(page.locator("#messages")).to_contain_text(sentence)


def take_from(page, slug):
    page.goto(f"/careers/{slug}/")
    press(page, page.locator(f"{ADVICE} button").first)


def write_goals(page):
    page.get_by_role("link", name="Write where you want to be").click()
    save(page, after_school="An apprenticeship.", in_work="With my hands.")
    page.get_by_role("link", name="Add a goal").click()
    save(page, text="Wire a lamp safely", kind="A skill")
    page.get_by_role("link", name="Add a step towards Wire a lamp safely").click()
    save(page, text="Ask Mr Diaz for a lamp")


@ON_PHONE_AND_DESK
@WITH_AND_WITHOUT_SCRIPTS
def test_a_plan_is_built_from_two_profiles_and_sent(page, newcomer):
    for slug in ("electricians", "librarians"):
        take_from(page, slug)
    page.goto("/plan/")
    write_goals(page)
    expect(page.locator(".goal")).to_contain_text("Ask Mr Diaz for a lamp")
    page.locator("#course-rows summary").click()
    page.get_by_role("link", name="Add a course").click()
    save(page, name="Physics", year="10", state="Taking it now")
    say(page, "“Physics” is in your plan.")

    press(page, page.get_by_role("button", name="Send for review"))

    expect(page.locator(".plan-head .chip")).to_have_text("Waiting for review")
    assert page.locator(".aims h3").all_inner_texts() == ["Electricians", "Librarians"]
    press(page, page.get_by_role("button", name="Take it back"))
    expect(page.locator(".plan-head .chip")).to_have_text("Being written")


@WITH_AND_WITHOUT_SCRIPTS
def test_what_the_counsellor_asked_is_answered_and_settled(page, sam):
    page.goto("/plan/")
    expect(page.locator("#standing")).to_contain_text("paying for the certificate")
    page.get_by_role("link", name="Reply").click()
    expect(page.locator("main")).to_contain_text("Shall I ask")
    page.locator("[name=text]").fill("Yes please, on a Friday.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".thread")).to_contain_text("Yes please, on a Friday.")

    press(page, page.locator(".thread").get_by_role("button", name="Settled").first)

    expect(page.locator(".thread summary")).to_have_text("1 settled")


@WITH_AND_WITHOUT_SCRIPTS
def test_a_file_shows_what_was_done_and_comes_back_as_it_was(page, sam):
    page.goto("/plan/timeline/")
    page.get_by_role("link", name="Learn the ten Dewey classes").click()
    page.locator(".steps li", has_text="Learn the ten Dewey classes").get_by_role("link", name="Edit").click()
    address = page.url
    proof = {"name": "../../shelf.txt", "mimeType": "text/html", "buffer": b"000 to 999, all ten."}
    page.locator("[name=file]").set_input_files(proof)
    save(page, state="Done", reflection="641.5 is cooking.")
    expect(page.locator(".steps li", has_text="641.5 is cooking.").get_by_role("checkbox")).to_be_checked()
    page.goto(address)

    with page.expect_download() as download:
        page.get_by_role("link", name="shelf.txt").click()

    assert download.value.suggested_filename == "shelf.txt"
    assert download.value.path().read_bytes() == b"000 to 999, all ten."


@WITH_AND_WITHOUT_SCRIPTS
def test_a_goal_deleted_comes_back_with_its_step(page, sam):
    page.goto("/plan/")
    goal = page.locator(".goal", has_text="Speak Spanish")
    press(page, goal.get_by_role("button", name="Delete").first)
    expect(page.locator("#alone")).to_contain_text("Read one picture book")

    press(page, page.get_by_role("button", name="Undo"))

    expect(goal).to_contain_text("Read one picture book")


@WITH_AND_WITHOUT_SCRIPTS
def test_two_tabs_do_not_overwrite_each_others_goal(page, context, sam):
    page.goto("/plan/")
    page.locator(".goal").first.get_by_role("link", name="Edit").first.click()
    second = context.new_page()
    second.goto(page.url)
    save(page, text="From the first tab")
    save(second, text="From the second tab")

    expect(second.get_by_role("alert")).to_contain_text("From the first tab")
    second.get_by_role("button", name="Save mine instead").click()
    expect(second.locator(".goal").first).to_contain_text("From the second tab")


def test_what_is_typed_and_left_is_offered_again_and_gone_once_saved(page, sam):
    page.goto("/plan/goal/new/")
    with page.expect_response("**/plan/drafts/") as kept:
        page.locator("[name=text]").fill("Speak Spanish 🎉")
    assert kept.value.status == 204
    expect(page.locator("form.panel")).to_contain_text("is kept, and not saved yet")

    page.goto("/plan/goal/new/")
    page.get_by_role("link", name="Use it").click()
    expect(page.locator("[name=text]")).to_have_value("Speak Spanish 🎉")
    save(page)
    page.goto("/plan/goal/new/")
    expect(page.get_by_role("link", name="Use it")).to_have_count(0)


def test_what_is_typed_is_kept_when_the_page_is_left_at_once(page, sam):
    page.goto("/plan/goals/")
    page.locator("[name=in_work]").fill("On a boat.")
    page.goto("/plan/")
    page.goto("/plan/goals/")

    page.get_by_role("button", name="Throw it away").click()

    expect(page.locator("[name=in_work]")).not_to_have_value("On a boat.")
    expect(page.get_by_role("button", name="Throw it away")).to_have_count(0)


def test_a_file_too_large_is_refused_before_it_is_sent(page, sam):
    page.goto("/plan/")
    page.locator(".steps").first.get_by_role("link", name="Edit").first.click()
    large = {"name": "film.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-" + b"x" * 6 * 2**20}

    page.locator("[name=file]").set_input_files(large)

    expect(page.locator(".form-row", has=page.locator("[name=file]"))).to_contain_text("more than 5 MB")
    expect(page.locator("[name=file]")).to_have_value("")
