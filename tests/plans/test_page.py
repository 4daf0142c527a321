import re

import pytest
from django.urls import reverse
from django.utils import timezone

from careers.models import Career, Status
from plans import actions
from plans.kinds import RECORDS
from plans.models import Goal, Plan, Target
from tests.factories import CareerFactory

PLAN = "/plan/"


def groups(response):
    return {str(group.target): [str(row.step) for row in group.rows] for group in response.context["board"].groups}


def test_a_new_student_is_told_what_to_do_first(student_client):
    response = student_client.get(PLAN)

    assert "Start with one career" in response.text
    assert f'href="{reverse("careers:list")}"' in response.text
    assert not Plan.objects.exists()


def test_the_plan_is_its_students_alone(client, stranger_client, target, add_step):
    add_step("A secret.", target=target)

    assert client.get(PLAN).url.startswith(reverse("account_login"))
    assert "A secret." not in stranger_client.get(PLAN).text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_can_only_be_read(student_client, method):
    assert getattr(student_client, method)(PLAN).status_code == 405


def test_steps_stand_under_their_careers_in_order_and_apart_from_any(student_client, student, target, add_step):
    actions.save_career(user=student, career=CareerFactory(title="Librarians"))
    add_step("First.", target=target)
    add_step("On its own.")
    add_step("Second.", target=target)

    response = student_client.get(PLAN)

    assert groups(response) == {"Library technicians": ["First.", "Second."], "Librarians": []}
    assert [str(row.step) for row in response.context["board"].alone.rows] == ["On its own."]


def test_a_step_without_any_career_shows_with_the_first_steps(student_client, step):
    html = student_client.get(PLAN).text

    assert "Visit a library." in html
    assert "Start with one career" in html


def test_what_was_taken_out_is_out_of_sight(student_client, target, step):
    actions.remove_target(target=target)
    actions.remove_step(step=step)

    response = student_client.get(PLAN)

    assert groups(response) == {}
    assert response.context["board"].rows == []


@pytest.mark.parametrize("gone", ["deleted", "unpublished"])
def test_a_career_that_is_gone_stays_by_its_title_without_a_link(student_client, target, technicians, gone):
    if gone == "deleted":
        technicians.delete()
    else:
        Career.objects.update(status=Status.DRAFT)

    html = student_client.get(PLAN).text

    assert "Library technicians" in html
    assert "not on the site any more" in html
    assert "/careers/library-technicians/" not in html


def test_a_step_of_a_career_that_is_gone_says_where_it_is_from_without_a_link(
    student_client, student, technicians, items
):
    actions.take_item(user=student, origin=actions.Origin(technicians, "get-started", items[0]))
    technicians.delete()

    html = student_client.get(PLAN).text

    assert re.search(r"from\s+How to Get Started", html)
    assert "/careers/library-technicians/" not in html


def test_progress_is_counted_for_each_career_and_in_all(student_client, target, add_step):
    done = add_step("Done.", target=target)
    add_step("Open.", target=target)
    add_step("On its own.")
    actions.set_done(step=done, done=True, today="2026-11-22")

    html = student_client.get(PLAN).text

    assert "1 of 3 steps done" in html
    assert re.search(r'<progress value="1" max="2" aria-label="Steps done for Library technicians">', html)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>bold</b>", "&lt;", "{{ 7|add:7 }}"])
def test_what_a_student_writes_is_shown_as_it_was_written(student_client, target, add_step, text):
    add_step(text, target=target)
    actions.write_notes(target=target, notes=text, version=0)

    html = student_client.get(PLAN).text

    assert html.count(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) == 2
    assert "<script>alert" not in html


def fill(student, count):
    """As many of everything as a plan shows, and as many of what was taken out."""
    for career in CareerFactory.create_batch(count):
        target = actions.save_career(user=student, career=career)
        plan, gone = target.plan, timezone.now()
        goal, _ = (Goal.objects.create(plan=plan, text="A goal.", removed_at=at) for at in (None, gone))
        step = plan.steps.create(
            text="Ask.", target=target, career=career, section="skills", item="a", due_on="2026-11-22"
        )
        plan.steps.create(text="Ask.", goal=goal)
        plan.steps.create(text="Gone.", removed_at=gone)
        for kind in RECORDS:
            words = {"year": 10} if kind.key == "course" else {}
            kind.model.objects.create(plan=plan, **{kind.form._meta.fields[0]: "Words."}, **words)
        for anchor in (step.token, goal.token, None):
            plan.comments.create(text="Ask.", author_name="Casey", by_staff=True, anchor=anchor)
        step.files.create(plan=plan, name="a.txt", kind="text/plain", size=1, digest="a", content=b"a", removed_at=gone)
        actions.remove_target(target=actions.save_career(user=student, career=CareerFactory()))


@pytest.mark.parametrize("count", [10, 100])
def test_the_plan_costs_the_same_queries_however_long(student_client, student, count, django_assert_num_queries):
    fill(student, count)

    with django_assert_num_queries(22):
        student_client.get(PLAN)

    assert Target.objects.kept().count() == count


def test_the_plan_is_kept_by_no_cache(student_client):
    assert student_client.get(PLAN).headers["Cache-Control"] == "private, no-store"


def test_saved_careers_can_be_compared_in_their_order(student_client, student):
    for title in ("Librarians", "Electricians", "Beekeepers"):
        actions.save_career(user=student, career=CareerFactory(title=title))
    Career.objects.filter(slug="electricians").update(status=Status.DRAFT)

    page = student_client.get(PLAN).text

    assert 'href="/compare/?career=librarians&amp;career=beekeepers">Compare my saved careers</a>' in page


def test_one_saved_career_is_not_compared(student_client, target):
    assert "Compare my saved careers" not in student_client.get(PLAN).text
