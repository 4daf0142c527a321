"""Goals and records: every kind is written, changed, ordered, taken out and brought back in one way."""

import uuid

import pytest
from django.urls import reverse

from plans import actions
from plans.kinds import KINDS
from plans.models import Course, Experience, Goal, Plan, Skill, State
from tests.factories import UserFactory
from tests.plans.conftest import HTMX

SENT = {
    "goal": {"text": "Speak Spanish.", "kind": "skill", "state": "started", "due_on": "2027-06-11"},
    "course": {"name": "Spanish II", "year": "10", "state": "taking"},
    "experience": {"title": "Shelving", "kind": "volunteering", "hours": "12.5", "starts_on": "2026-09-12"},
    "skill": {"name": "Reading aloud", "state": "have"},
    "activity": {"name": "School newspaper", "kind": "activity"},
    "application": {"to": "Community college", "kind": "study", "state": "thinking"},
}
NAMES = {"goal": "text", "course": "name", "experience": "title", "skill": "name", "activity": "name",
         "application": "to"}  # fmt: skip
EACH = pytest.mark.parametrize("key", KINDS)


def new(key):
    return reverse("plans:row_new", args=[key])


def url(row, what):
    return reverse(f"plans:row_{what}", args=[type(row).__name__.lower(), row.pk])


@pytest.fixture
def add(student):
    """A row of a kind, as its form would make it."""

    def add(key, **words):
        form = KINDS[key].form(SENT[key] | words)
        assert form.is_valid(), form.errors
        return actions.add_row(user=student, model=KINDS[key].model, token=uuid.uuid4(), **form.cleaned_data)

    return add


@EACH
def test_each_kind_is_added_and_shown(student_client, key):
    assert student_client.get(new(key)).status_code == 200

    response = student_client.post(new(key), SENT[key])

    row = KINDS[key].model.objects.get()
    assert response.url == f"/plan/#{key}-{row.pk}"
    assert SENT[key][NAMES[key]] in student_client.get("/plan/").text


@EACH
def test_each_kind_is_changed(student_client, add, key):
    row = add(key)

    response = student_client.post(url(row, "edit"), SENT[key] | {NAMES[key]: "Another.", "version": 0})

    row.refresh_from_db()
    assert response.status_code == 302
    assert (str(row), row.version) == ("Another.", 1)


@EACH
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_each_kind_is_taken_out_and_brought_back(student_client, add, key, headers):
    row = add(key)
    student_client.post(url(row, "remove"), headers=headers)
    page = student_client.get("/plan/").text
    assert f'formaction="{url(row, "restore")}"' in page

    student_client.post(url(row, "restore"), headers=headers)

    row.refresh_from_db()
    assert row.removed_at is None


@EACH
def test_each_kind_is_deleted_for_good_once_it_is_out(student_client, said, add, key):
    row = add(key)
    refused = student_client.post(url(row, "erase"), follow=True)
    assert said(refused) == ["That is in your plan. Take it out before you delete it for good."]

    actions.remove_row(row=row)
    student_client.post(url(row, "erase"))

    assert not KINDS[key].model.objects.exists()


@EACH
def test_a_stranger_finds_nothing(stranger_client, add, key):
    row = add(key)

    assert stranger_client.get(url(row, "edit")).status_code == 404
    for what in ("edit", "move", "remove", "restore", "erase"):
        assert stranger_client.post(url(row, what)).status_code == 404


@pytest.mark.parametrize("what", ["move", "remove", "restore", "erase"])
def test_a_change_is_only_posted(student_client, add, what):
    assert student_client.get(url(add("goal"), what)).status_code == 405


@pytest.mark.parametrize("address", ["/plan/nonsense/new/", "/plan/step/1/edit/", "/plan/goal/0/edit/"])
def test_what_is_no_kind_is_no_page(student_client, address):
    assert student_client.get(address).status_code == 404


@EACH
@pytest.mark.parametrize("text", ["🎉" * 100, "مرحبا بالعالم", "\u202eabc", "a<script>alert(1)</script>"])
def test_any_words_are_kept_and_shown_as_they_were_written(student_client, key, text):
    student_client.post(new(key), SENT[key] | {NAMES[key]: text})

    assert str(KINDS[key].model.objects.get()) == text
    assert "<script>alert" not in student_client.get("/plan/").text


@EACH
@pytest.mark.parametrize("text", ["", " \n", "x" * 100_000, "a\0b"])
def test_what_cannot_be_kept_comes_back_with_a_sentence(student_client, key, text):
    response = student_client.post(new(key), SENT[key] | {NAMES[key]: text})

    assert response.status_code == 200
    assert response.context["form"].errors[NAMES[key]]
    assert text in response.text
    assert not KINDS[key].model.objects.exists()


@pytest.mark.parametrize(
    ("key", "sent", "sentence"),
    [
        ("goal", {"due_on": "2201-01-01"}, "Choose a day between 1900 and 2200."),
        ("goal", {"due_on": "soon"}, "Write the day as 2026-11-30"),
        ("goal", {"kind": "nonsense"}, "Choose one of the list."),
        ("goal", {"why": "x" * 2_001}, "Keep it to 2000 characters; this has 2001."),
        ("course", {"year": "15"}, "A year or grade is a number from 1 to 14."),
        ("course", {"year": ""}, "Write the year or grade as a number from 1 to 14."),
        ("course", {"year": "²"}, "Write the year or grade as a number from 1 to 14."),
        ("experience", {"hours": "many"}, "Write the hours as a number"),
        ("experience", {"hours": "NaN"}, "Write the hours as a number"),
        ("experience", {"hours": "-1"}, "The least is 0."),
        ("experience", {"hours": "5001"}, "The most is 5000."),
        ("experience", {"hours": "1.25"}, "One digit after the point is enough."),
        ("experience", {"hours": "9" * 5_000}, "That number is too long."),
        ("experience", {"ends_on": "2026-09-11"}, "The last day cannot be before the first."),
    ],
)
def test_each_fault_has_its_sentence(student_client, key, sent, sentence):
    assert sentence in student_client.post(new(key), SENT[key] | sent).text


def test_hours_may_be_left_empty(student_client):
    student_client.post(new("experience"), SENT["experience"] | {"hours": ""})

    assert Experience.objects.get().hours == 0


@EACH
def test_a_form_sent_twice_makes_one_row(student_client, key):
    sent = SENT[key] | {"token": student_client.get(new(key)).context["token"]}
    for _ in range(2):
        student_client.post(new(key), sent)

    assert KINDS[key].model.objects.count() == 1


def test_who_goes_back_and_writes_something_else_loses_neither(student_client):
    token = student_client.get(new("skill")).context["token"]
    for name in ("Reading aloud", "Juggling"):
        student_client.post(new("skill"), {"name": name, "state": "have", "token": token})

    assert set(Skill.objects.values_list("name", flat=True)) == {"Reading aloud", "Juggling"}


@EACH
def test_two_tabs_see_both_texts(student_client, add, key):
    row, name = add(key), NAMES[key]
    student_client.post(url(row, "edit"), SENT[key] | {name: "From tab one.", "version": 0})

    seen = student_client.post(url(row, "edit"), SENT[key] | {name: "From tab two.", "version": 0})

    row.refresh_from_db()
    assert str(row) == "From tab one."
    assert "changed meanwhile" in seen.text
    assert "From tab one." in seen.text
    assert "From tab two." in seen.text
    student_client.post(url(row, "edit"), SENT[key] | {name: "Both.", "version": seen.context["version"]})
    row.refresh_from_db()
    assert str(row) == "Both."


def test_words_typed_while_the_row_was_deleted_are_kept(student_client, add, said):
    goal = add("goal")
    actions.remove_row(row=goal)

    response = student_client.post(url(goal, "edit"), SENT["goal"] | {"text": "Mine.", "version": 0}, follow=True)

    assert said(response) == ["Your words are saved, but this goal was deleted from your plan meanwhile."]
    assert f'action="{url(goal, "restore")}"' in response.text


def test_rows_are_ordered(student_client, add):
    first, second = add("skill"), add("skill", name="Juggling")

    student_client.post(url(second, "move"), {"way": "up"})

    assert list(Skill.objects.order_by("position")) == [second, first]


@pytest.mark.parametrize("way", ["", "sideways", "x" * 100_000])
def test_no_way_to_move_says_so(student_client, add, said, way):
    response = student_client.post(url(add("goal"), "move"), {"way": way}, follow=True)

    assert said(response) == ["That did not say which way to move it: up or down."]


def test_a_full_plan_gives_the_words_back(student_client, monkeypatch):
    monkeypatch.setattr("plans.actions.rows.MOST_ROWS", 0)

    response = student_client.post(new("course"), SENT["course"])

    assert "A plan holds 0 courses." in response.text
    assert "Spanish II" in response.text
    assert not Course.objects.exists()


def test_htmx_leaves_the_fold_open_in_which_something_changed(student_client, add):
    response = student_client.post(url(add("course"), "remove"), headers=HTMX)

    assert '<details id="course-rows" open>' in response.text


def test_a_new_row_begins_a_revision_of_a_plan_that_was_signed_off(student_client, student):
    Plan.objects.create(user=student, state=State.APPROVED, approved_at="2026-11-01T12:00Z")

    student_client.post(new("goal"), SENT["goal"])

    assert (Plan.objects.get().state, Plan.objects.get().revision) == (State.DRAFT, 2)


def test_a_goal_of_a_stranger_is_no_choice_for_a_step(student_client, add):
    theirs = actions.add_row(user=UserFactory(), model=Goal, token=uuid.uuid4(), text="Theirs.")
    add("goal")

    response = student_client.post("/plan/steps/new/", {"text": "Ask.", "goal": theirs.pk})

    assert "That goal is not in your plan any more." in response.text


def test_work_based_hours_are_added_up(student_client, add):
    add("experience")
    add("experience", hours="2")

    assert "14.5 hours" in student_client.get("/plan/").text
