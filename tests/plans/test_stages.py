"""A way between two careers, saved to a plan as stages."""

import pytest
from django.urls import reverse

from careers.actions import content_changed
from careers.models import Education, LeadsTo, Status
from plans import actions, stages
from plans.models import Plan, Step, Target
from tests.factories import PASSWORD, CareerFactory

URL = "/plan/stages/"
WAY = {"way": "library-technicians,librarians"}


@pytest.fixture
def careers(db):
    technicians = CareerFactory(title="Library technicians")
    librarians = CareerFactory(title="Librarians", education=Education.MASTER)
    LeadsTo.objects.create(career=technicians, to_slug="librarians", needs="A master’s degree", years="2–3")
    content_changed(technicians)
    return technicians, librarians


def saved():
    return list(Target.objects.kept().values_list("title", flat=True))


def steps():
    return list(Step.objects.shown().values_list("target__title", "text"))


def test_a_way_becomes_saved_careers_in_order_and_steps_under_them(student_client, careers, said):
    response = student_client.post(URL, WAY, follow=True)

    assert saved() == ["Library technicians", "Librarians"]
    assert steps() == [("Librarians", "A master’s degree (2–3 years)")]
    assert said(response) == ["“Library technicians to Librarians” is in your plan, stage by stage."]


def test_saving_it_again_changes_nothing(student_client, careers, said):
    for _ in range(2):
        response = student_client.post(URL, WAY, follow=True)

    assert [len(saved()), len(steps())] == [2, 1]
    assert said(response) == ["“Library technicians to Librarians” was in your plan already."]


def test_undo_takes_out_what_came_in_and_nothing_else(student_client, student, careers):
    actions.save_career(user=student, career=careers[0])
    page = student_client.post(URL, WAY, follow=True).text
    undo = reverse("plans:stages_undo", args=[f"c{Target.objects.last().pk}-s{Step.objects.get().pk}"])

    assert f'action="{undo}"' in page
    student_client.post(undo)

    assert saved() == ["Library technicians"]
    assert steps() == []


def test_what_was_undone_can_be_saved_again(student_client, student, careers):
    added = stages.save_stages(user=student, stages=[stages.Stage(careers[0]), stages.Stage(careers[1], "Study.")])
    stages.remove_stages(user=student, added=added)

    again = stages.save_stages(user=student, stages=[stages.Stage(careers[0]), stages.Stage(careers[1], "Study.")])

    assert again == added
    assert steps() == [("Librarians", "Study.")]


def test_a_stranger_undoes_nothing(student, stranger_client, careers):
    added = stages.save_stages(user=student, stages=[stages.Stage(careers[0])])

    response = stranger_client.post(reverse("plans:stages_undo", args=[str(added)]))

    assert response.status_code == 302
    assert saved() == ["Library technicians"]


@pytest.mark.parametrize("rows", ["x", "c0", "c1--s2", "c" + "9" * 40])
def test_an_undo_that_says_nothing_is_refused(student_client, rows, said):
    response = student_client.post(reverse("plans:stages_undo", args=[rows]), follow=True)

    assert said(response) == ["That did not say what to take out of your plan."]


@pytest.mark.parametrize(
    "way",
    [
        "",
        "librarians",
        "librarians,library-technicians",
        "library-technicians,librarians,librarians",
        "library-technicians,nothing,librarians",
        "library-technicians,\x00",
        "library-technicians," * 5_000,
    ],
)
def test_a_way_that_is_not_on_the_site_is_refused(student_client, careers, way, said):
    response = student_client.post(URL, {"way": way}, follow=True)

    assert said(response) == ["That way is not on the site, or not any more. Look for it anew."]
    assert not Plan.objects.exists()


def test_a_draft_is_on_no_way(student_client, careers):
    type(careers[1]).objects.filter(pk=careers[1].pk).update(status=Status.DRAFT)
    content_changed(careers[1])

    assert student_client.post(URL, WAY).url == "/paths/"
    assert not Plan.objects.exists()


def test_a_plan_without_room_takes_none_of_it(student_client, careers, said, monkeypatch):
    monkeypatch.setattr("plans.actions.careers.MOST_TARGETS", 1)

    response = student_client.post(URL, WAY, follow=True)

    assert said(response) == ["A plan holds 1 careers. Take one out before you save another."]
    assert saved() == []


def test_asking_for_the_address_changes_nothing(student_client, careers):
    assert "Save this way to your plan?" in student_client.get(URL, WAY).text
    assert not Plan.objects.exists()


def test_a_visitors_way_is_kept_through_sign_up(client, careers, said):
    to_sign_up = client.get(URL, WAY, follow=True).redirect_chain[-1][0]
    sign_up = {"username": "newcomer", "password1": PASSWORD, "email": ""}
    response = client.post(to_sign_up, sign_up, follow=True)

    assert said(response) == ["“Library technicians to Librarians” is in your plan, stage by stage."]
    assert saved() == ["Library technicians", "Librarians"]


def test_the_page_of_a_way_offers_to_save_it(student_client, careers):
    page = student_client.get("/paths/?from=library-technicians&to=librarians").text

    assert f'action="{URL}"' in page
    assert 'name="way" value="library-technicians,librarians"' in page
