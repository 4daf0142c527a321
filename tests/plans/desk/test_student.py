"""A student's page, comments, notes and copies."""

import pytest
from django.urls import reverse

from plans import actions
from plans.models import Access, Comment, Note, Review, Verb
from tests.factories import counsellor_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of, sign_off

pytestmark = pytest.mark.django_db


def at(name, *args) -> str:
    return reverse(f"desk:{name}", args=args)


@pytest.fixture
def address(plan):
    return at("student", plan.pk)


def test_the_whole_plan_is_read_and_an_entry_left(desk, plan, address, counsellor):
    text = desk.get(address).text

    assert "Visit a library." in text
    assert "Work with books." in text
    entry = Access.objects.get()
    assert (entry.actor, entry.student, entry.verb) == (counsellor, plan.user, Verb.READ)
    assert "library" not in entry.about


def test_what_was_taken_out_is_not_shown(desk, plan, address):
    actions.remove_step(step=plan.steps.get())

    assert "Visit a library." not in desk.get(address).text


@pytest.mark.parametrize("route", ["student", "comment", "note"])
def test_strangers_find_nothing_and_leave_nothing(plan, strangers, route):
    for stranger in strangers.values():
        client = client_of(stranger)
        assert client.get(at(route, plan.pk)).status_code == 404
        assert client.post(at(route, plan.pk), {"text": "Hm.", "note": "Hm."}).status_code in {404, 405}
    assert [model.objects.count() for model in (Access, Comment, Note)] == [0, 0, 0]


def test_the_page_is_read_only(desk, address):
    assert desk.post(address).status_code == 405


@pytest.mark.parametrize("count", [10, 200])
def test_it_costs_the_same_queries_for_ten_of_all_and_for_two_hundred(
    desk, plan, address, count, django_assert_num_queries
):
    for number in range(count):
        plan.steps.create(text=f"Step {number}")
        Comment.objects.create(plan=plan, author_name="Casey", by_staff=True, text="So.")
        Note.objects.create(plan=plan, author_name="Casey", text="So.")

    with django_assert_num_queries(22):
        assert desk.get(address).status_code == 200


# Comments


def comment(client, plan, **sent):
    return client.post(at("comment", plan.pk), {"about": "", "text": EMOJI, "token": "5" * 32} | sent)


def test_a_comment_at_a_step_is_read_by_the_student(desk, plan, ada):
    comment(desk, plan, about=str(plan.steps.get().token))

    text = client_of(ada).get("/plan/").text
    assert "Casey, " in text
    assert "Go on 🦉 עברית &lt;b&gt;so&lt;/b&gt;" in text
    assert Access.objects.filter(verb=Verb.COMMENTED).count() == 1


def test_sent_twice_it_is_said_once(desk, plan):
    for _ in range(2):
        comment(desk, plan)

    assert Comment.objects.count() == 1


@pytest.mark.parametrize("sent", [{"text": ""}, {"text": LONG}, {"text": "\x00"}, {"about": LONG}, {"about": "x"}])
def test_a_comment_that_cannot_be_kept_comes_back(desk, plan, sent):
    assert "Please look at this again" in comment(desk, plan, **sent).text
    assert not Comment.objects.exists()


def test_a_comment_is_settled_and_opened_again(desk, plan):
    comment(desk, plan)
    said = Comment.objects.get()
    address = at("settle", plan.pk, said.pk)

    desk.post(address)
    said.refresh_from_db()
    assert said.settled_at
    desk.post(address, {"open": "1"})
    said.refresh_from_db()
    assert said.settled_at is None
    assert desk.get(address).status_code == 405


def test_a_stranger_settles_nothing(desk, plan, strangers):
    comment(desk, plan)

    for stranger in strangers.values():
        assert client_of(stranger).post(at("settle", plan.pk, Comment.objects.get().pk)).status_code == 404


# Notes


def note(client, plan, **sent):
    return client.post(at("note", plan.pk), {"note": "We talked.", "token": "5" * 32} | sent)


def test_a_shared_note_is_read_by_the_student_and_a_private_one_is_not(desk, plan, ada):
    note(desk, plan)
    note(desk, plan, note="Her mother called.", private="on", token="6" * 32)

    theirs, ours = client_of(ada).get("/plan/").text, desk.get(at("student", plan.pk)).text

    assert "We talked." in theirs
    assert "Her mother called." not in theirs
    assert "Her mother called." in ours
    assert "Who may ever read a private note?" in ours


def test_a_colleague_of_the_same_cohort_reads_private_notes(desk, plan, cohort):
    note(desk, plan, private="on")

    assert "We talked." in client_of(counsellor_of(cohort)).get(at("student", plan.pk)).text


@pytest.mark.parametrize("words", ["", " ", LONG, "\x00"])
def test_a_note_that_cannot_be_kept_comes_back(desk, plan, words):
    assert "Please look at this again" in note(desk, plan, note=words).text
    assert not Note.objects.exists()


def test_a_note_sent_twice_is_noted_once(desk, plan):
    for _ in range(2):
        note(desk, plan)

    assert Note.objects.count() == 1
    assert Access.objects.filter(verb=Verb.NOTED).exists()


# Copies


@pytest.fixture
def copy(sent, counsellor):
    return sign_off(sent, counsellor)


def test_a_copy_says_that_it_is_what_was_signed_off(desk, copy):
    text = desk.get(at("copy", copy.pk)).text

    assert "This is exactly what was signed off" in text
    assert copy.digest in text
    assert Access.objects.get().verb == Verb.READ_COPY


def test_a_copy_that_somebody_changed_says_so(desk, copy):
    Review.objects.update(document=copy.document | {"in_work": "Steal books."})

    assert "This copy does not fit its hash." in desk.get(at("copy", copy.pk)).text


def test_a_copy_stands_while_the_plan_goes_on(desk, copy, ada):
    actions.write_goals(user=ada, after_school="", in_work="Heal animals.", version=0)

    text = desk.get(at("copy", copy.pk)).text
    assert "Work with books." in text
    assert "Heal animals." not in text


def test_strangers_find_no_copy(copy, strangers):
    for stranger in strangers.values():
        assert client_of(stranger).get(at("copy", copy.pk)).status_code == 404


def test_students_read_their_own_copies_and_nobody_elses(copy, ada, strangers):
    address = reverse("plans:copy", args=[copy.pk])

    assert "This is exactly what was signed off" in client_of(ada).get(address).text
    assert f'href="{address}"' in client_of(ada).get("/plan/").text
    assert client_of(strangers["student"]).get(address).status_code == 404
    assert not Access.objects.exists()


# The student answers


def test_a_student_answers_and_the_counsellor_reads_it(desk, plan, ada):
    client_of(ada).post(reverse("plans:say"), {"text": EMOJI})

    plan.refresh_from_db()
    assert plan.spoken_at
    assert "Go on 🦉 עברית" in desk.get(at("student", plan.pk)).text
