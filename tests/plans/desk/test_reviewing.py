"""The queue, and a plan under review."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from plans import actions
from plans.models import Access, Comment, Decision, Goal, Plan, Review, State, Verb
from tests.factories import CohortFactory, counsellor_of, student_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of, digest, sign_off

QUEUE = "/desk/review/"
pytestmark = pytest.mark.django_db


def address(plan) -> str:
    return reverse("desk:review", args=[plan.pk])


def decide(client, plan, decision="approved", **sent):
    return client.post(address(plan), {"decision": decision, "digest": digest(plan), "note": ""} | sent)


def waits(cohort, username) -> Plan:
    return actions.submit(user=student_of(cohort, username=username))


# The queue


def test_the_longest_waiting_comes_first_and_strangers_do_not(desk, sent, cohort):
    waits(cohort, "bo")
    waits(CohortFactory(school=cohort.school), "elsewhere")
    student_of(cohort, username="draft")

    assert [plan.user.username for plan in desk.get(QUEUE).context["page"]] == ["ada", "bo"]


def test_the_queue_is_closed_to_strangers_and_read_only(desk, sent, strangers):
    for who in ("former", "student", "an administrator"):
        assert client_of(strangers[who]).get(QUEUE).status_code == 404
    assert desk.post(QUEUE).status_code == 405


def test_an_empty_queue_says_so(desk):
    assert "No plan waits for you." in desk.get(QUEUE).text


@pytest.mark.parametrize("count", [10, 200])
def test_the_queue_costs_the_same_for_ten_and_for_two_hundred(desk, cohort, count, django_assert_num_queries):
    for number in range(count):
        waits(cohort, f"s{number}")

    with django_assert_num_queries(5):
        assert desk.get(QUEUE).status_code == 200


# Reading


def test_opening_it_tells_that_it_is_read_and_leaves_an_entry(desk, sent, counsellor):
    desk.get(address(sent))

    sent.refresh_from_db()
    assert sent.state == State.IN_REVIEW
    entry = Access.objects.get()
    assert (entry.actor, entry.student, entry.verb, entry.about) == (counsellor, sent.user, Verb.READ, "review")


def test_asking_for_the_head_alone_opens_nothing(desk, sent):
    desk.head(address(sent))

    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED


def test_it_shows_only_what_changed_since_the_last_copy(desk, sent, counsellor):
    sign_off(sent, counsellor)
    actions.add_row(user=sent.user, model=Goal, token=uuid.uuid4(), text="Learn to catalogue.")
    actions.submit(user=sent.user)

    text, _, whole = desk.get(address(sent)).text.partition("The whole plan")

    assert "Learn to catalogue." in text
    assert "Visit a library." not in text
    assert "Visit a library." in whole


def test_each_kind_of_change_is_marked(desk, sent, counsellor):
    sign_off(sent, counsellor)
    step = sent.steps.get()
    actions.change_step(step=step, text="Visit two.", due_on=None, target=None, version=step.version)
    actions.write_goals(user=sent.user, after_school="", in_work="Heal animals.", version=0)
    actions.submit(user=sent.user)

    text = desk.get(address(sent)).text

    assert '<del class="as-typed" dir="auto">Visit a library.</del>' in text
    assert '<ins class="as-typed" dir="auto">Visit two.</ins>' in text
    assert '<ins class="as-typed" dir="auto">Heal animals.</ins>' in text


def test_a_plan_that_does_not_wait_leads_to_its_page(desk, plan):
    assert desk.get(address(plan)).url == reverse("desk:student", args=[plan.pk])


def test_strangers_find_no_plan_to_review(sent, strangers):
    for stranger in strangers.values():
        client = client_of(stranger)
        assert client.get(address(sent)).status_code == 404
        assert decide(client, sent).status_code == 404
    assert not Review.objects.exists()
    assert not Access.objects.exists()


def test_other_methods_are_refused(desk, sent):
    assert desk.put(address(sent)).status_code == 405


@pytest.mark.parametrize("count", [1, 200])
def test_reading_costs_the_same_for_one_step_and_for_many(desk, sent, cohort, count, django_assert_max_num_queries):
    for number in range(count):
        sent.steps.create(text=f"Step {number}")
        Comment.objects.create(plan=sent, author_name="Casey", by_staff=True, text="So.")

    with django_assert_max_num_queries(32):
        assert desk.get(address(sent)).status_code == 200


# Deciding


def test_signing_off_leads_to_the_next_one(desk, sent, cohort):
    following = waits(cohort, "bo")

    response = decide(desk, sent, note="Well done.")

    assert response.url == address(following)
    review = Review.objects.get()
    assert (review.decision, review.note, review.by_name) == (Decision.APPROVED, "Well done.", "Casey")
    assert Access.objects.filter(verb=Verb.APPROVED, about=f"review {review.pk}").exists()


def test_after_the_last_comes_the_queue(desk, sent):
    assert decide(desk, sent).url == QUEUE


def test_sending_back_needs_a_reason_and_keeps_what_was_typed(desk, sent):
    key = str(sent.steps.get().token)

    response = decide(desk, sent, "returned", **{f"at-{key}": "Which day?"})

    assert "Say what should change before you send it back." in response.text
    assert "Which day?</textarea>" in response.text
    assert not Review.objects.exists()


def test_sending_back_with_a_comment_at_a_step(desk, sent):
    step = sent.steps.get()

    decide(desk, sent, "returned", note="Add a date.", **{f"at-{step.token}": "Which day?"})

    sent.refresh_from_db()
    comment = Comment.objects.get()
    assert sent.state == State.CHANGES_ASKED
    assert (comment.anchor, comment.anchor_words, comment.text) == (step.token, step.text, "Which day?")


def test_comments_alone_decide_nothing(desk, sent):
    response = decide(desk, sent, "", note="Which library?")

    assert response.url == address(sent)
    assert Comment.objects.get().text == "Which library?"
    assert not Review.objects.exists()


def test_nothing_at_all_is_not_sent(desk, sent):
    assert "Write a comment first." in decide(desk, sent, "").text


def test_a_double_click_decides_and_comments_once(desk, sent):
    sent_twice = {"note": "Fine.", "token": "5" * 32, f"at-{sent.steps.get().token}": "Good.", "digest": digest(sent)}

    for _ in range(2):
        decide(desk, sent, **sent_twice)

    assert (Review.objects.count(), Comment.objects.count()) == (1, 1)


# What changed meanwhile


def test_a_plan_changed_while_it_was_read_is_not_decided_and_nothing_typed_is_lost(desk, sent):
    read, step = digest(sent), sent.steps.get()
    actions.remove_step(step=step)

    response = decide(desk, sent, note="Well done.", digest=read, **{f"at-{step.token}": EMOJI})

    assert "changed the plan while you were reading" in response.text
    assert "Well done.</textarea>" in response.text
    assert "Go on 🦉 עברית &lt;b&gt;so&lt;/b&gt;</textarea>" in response.text
    assert not Review.objects.exists()


def test_having_looked_again_the_counsellor_decides(desk, sent):
    read = digest(sent)
    actions.write_goals(user=sent.user, after_school="", in_work="Heal animals.", version=0)
    again = decide(desk, sent, digest=read).context["opened"].digest

    assert decide(desk, sent, digest=again).status_code == 302


def test_the_second_of_two_counsellors_is_told_and_loses_nothing(desk, sent, cohort):
    sign_off(sent, counsellor_of(cohort, name="Robin"))

    response = decide(desk, sent, "returned", note="Add a date.")

    assert "Somebody has decided on this plan already" in response.text
    assert "Add a date.</textarea>" in response.text
    assert "Sign it off" not in response.text
    assert Review.objects.get().by_name == "Robin"


def test_a_plan_taken_back_while_it_was_read_is_not_decided(desk, sent):
    actions.withdraw(user=sent.user)

    assert "its student took it back" in decide(desk, sent).text


def test_a_post_that_ended_ends_the_review(desk, sent, counsellor):
    counsellor.posts.update(until=timezone.now())

    assert decide(desk, sent).status_code == 404


@pytest.mark.parametrize("field", ["note", "at"])
@pytest.mark.parametrize("value", [LONG, "\x00"])
def test_words_that_cannot_be_kept_come_back(desk, sent, field, value):
    name = f"at-{sent.steps.get().token}" if field == "at" else field

    response = decide(desk, sent, **{name: value})

    assert "Please look at this again" in response.text
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    "sent_value", [{"digest": LONG}, {"digest": ""}, {"token": LONG}, {"decision": LONG}, {"at-x": "1"}]
)
def test_a_form_tampered_with_breaks_nothing(desk, sent, sent_value):
    assert decide(desk, sent, **sent_value).status_code in {200, 302}
