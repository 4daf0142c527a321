"""The pages of a school, for its head and its counsellors."""

import pytest
from django.contrib.auth import get_user_model

from accounts.models import Cohort, Post
from tests.accounts.schools.conftest import signed_in
from tests.factories import PASSWORD, CohortFactory, UserFactory, counsellor_of, head_of, pupil_of, student_of


def group(cohort, rest=""):
    return f"/schools/groups/{cohort.pk}/{rest}"


def school(cohort, rest=""):
    return f"/schools/{cohort.school_id}/{rest}"


def act(client, cohort, what, *students):
    sent = {"do": what, "student": [student.pk for student in students]}
    return client.post(group(cohort, "students/"), sent, follow=True)


def test_a_counsellor_finds_their_groups_and_no_others(counsellor_client, cohort):
    CohortFactory(school=cohort.school, name="10C")

    response = counsellor_client.get("/schools/")

    assert [each.name for each in response.context["cohorts"]] == ["10B"]


def test_a_head_makes_a_group(head_client, cohort):
    response = head_client.post(school(cohort, "groups/new/"), {"name": "9A", "year": "9"}, follow=True)

    assert "9A, year 9 is made" in response.text
    assert Cohort.objects.get(name="9A").school == cohort.school


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"name": "10B", "year": "10"}, "has a group of this name"),
        ({"name": "", "year": "10"}, "Give the group a name"),
        ({"name": "9A", "year": "15"}, "from 1 to 14"),
        ({"name": "9A", "year": "x"}, "whole number"),
    ],
)
def test_a_group_that_cannot_be_is_a_sentence(head_client, cohort, sent, sentence):
    assert sentence in head_client.post(school(cohort, "groups/new/"), sent).text
    assert Cohort.objects.count() == 1


def test_a_head_renames_a_group(head_client, cohort):
    head_client.post(group(cohort, "edit/"), {"name": "10Z", "year": "10"})

    cohort.refresh_from_db()
    assert cohort.name == "10Z"


def test_closing_a_group_ends_memberships_and_posts(head_client, cohort, counsellor):
    student = student_of(cohort)

    head_client.post(group(cohort, "close/"))

    assert not student.memberships.filter(until=None).exists()
    assert not Post.objects.current().filter(user=counsellor).exists()
    assert head_client.get(group(cohort)).status_code == 404


def test_a_new_code_ends_the_one_before(head_client, cohort):
    head_client.post(group(cohort, "code/"), {"do": "new"})

    assert not Cohort.objects.filter(code=cohort.code).exists()


def test_a_code_is_closed_and_opened(head_client, cohort):
    assert "The code is closed" in head_client.post(group(cohort, "code/"), {"do": "close"}, follow=True).text
    assert "The code is open" in head_client.post(group(cohort, "code/"), {"do": "open"}, follow=True).text
    head_client.post(group(cohort, "code/"), {"do": "nonsense"})
    cohort.refresh_from_db()
    assert cohort.code_open


def test_a_head_gives_a_counsellor_a_group_and_ends_it(head_client, cohort):
    other = CohortFactory(school=cohort.school)
    sam = UserFactory(username="sam")

    for _ in range(2):
        head_client.post(school(cohort, "posts/new/"), {"username": "SAM", "cohort": other.pk})

    post = sam.posts.get()
    assert post.cohort == other
    assert "does not look after" in head_client.post(f"/schools/posts/{post.pk}/end/", follow=True).text
    assert not sam.posts.current().exists()


def test_a_post_that_cannot_be_is_a_sentence(head_client, cohort):
    UserFactory(username="gone", is_active=False)
    elsewhere = CohortFactory()
    address = school(cohort, "posts/new/")

    assert "Nobody here has" in head_client.post(address, {"username": "nobody", "cohort": cohort.pk}).text
    assert "account is closed" in head_client.post(address, {"username": "gone", "cohort": cohort.pk}).text
    assert "valid choice" in head_client.post(address, {"username": "gone", "cohort": elsewhere.pk}).text


def test_a_head_ends_no_heads_post_and_none_elsewhere(head_client, cohort):
    elsewhere = counsellor_of(CohortFactory()).posts.get()
    own = Post.objects.get(cohort=None)

    assert {head_client.post(f"/schools/posts/{post.pk}/end/").status_code for post in (own, elsewhere)} == {404}


def test_a_student_is_added_by_hand(counsellor_client, cohort):
    response = counsellor_client.post(group(cohort, "students/new/"), {"name": "Zoë Adams"}, follow=True)

    (slip,) = response.context["slips"]
    assert slip[0] == "zoe.adams"
    assert get_user_model().objects.get(username="zoe.adams").check_password(slip[2])


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"name": "", "username": ""}, "neither a name nor a user name here"),
        ({"name": "Ada", "username": ""}, "in this group already, as ada"),
        ({"name": "Bo", "username": "casey"}, "Somebody else has this user name"),
        ({"name": "Bo", "username": "b o"}, "no spaces"),
    ],
)
def test_a_student_who_cannot_be_added_is_a_sentence(counsellor_client, cohort, sent, sentence):
    pupil_of(cohort, username="ada", name="Ada")

    assert sentence in counsellor_client.post(group(cohort, "students/new/"), sent).text


def test_new_passwords_are_for_accounts_of_the_school_alone(counsellor_client, cohort):
    pupil, own = pupil_of(cohort), student_of(cohort)

    response = act(counsellor_client, cohort, "passwords", pupil, own)

    assert [slip[0] for slip in response.context["slips"]] == [pupil.username]
    own.refresh_from_db()
    assert own.check_password(PASSWORD)
    assert "look after it themselves" in act(counsellor_client, cohort, "passwords", own).text


def test_no_counsellor_gets_the_password_of_staff(head_client, cohort):
    pupil = pupil_of(cohort, is_staff=True)

    act(head_client, cohort, "passwords", pupil)
    act(head_client, cohort, "close", pupil)

    pupil.refresh_from_db()
    assert pupil.check_password(PASSWORD)
    assert pupil.is_active


def test_who_is_taken_out_is_seen_no_more(counsellor_client, counsellor, cohort):
    student = student_of(cohort)

    assert "1 student is out of" in act(counsellor_client, cohort, "take-out", student).text
    assert not get_user_model().objects.students_of(counsellor).exists()


def test_closing_an_account_is_at_once_and_can_be_undone(counsellor_client, cohort):
    pupil = pupil_of(cohort)
    theirs = signed_in(pupil)

    assert "1 account is closed" in act(counsellor_client, cohort, "close", pupil).text
    assert theirs.get("/account/").url.startswith("/account/sign-in/")
    assert "is open again" in counsellor_client.post(f"/schools/accounts/{pupil.pk}/reopen/", follow=True).text
    pupil.refresh_from_db()
    assert (pupil.is_active, pupil.closed_at) == (True, None)


def test_a_head_reopens_who_is_in_no_group(head_client, cohort):
    pupil = pupil_of(cohort)
    act(head_client, cohort, "close", pupil)
    pupil.memberships.all().delete()

    assert "is open again" in head_client.post(f"/schools/accounts/{pupil.pk}/reopen/", follow=True).text


@pytest.mark.parametrize("what", ["passwords", "take-out", "close", "nonsense", ""])
def test_nothing_is_done_to_students_of_others(counsellor_client, cohort, what):
    stranger = pupil_of(CohortFactory(school=cohort.school))

    response = act(counsellor_client, cohort, what, stranger)

    stranger.refresh_from_db()
    assert "Choose students first" in response.text
    assert (stranger.is_active, stranger.check_password(PASSWORD)) == (True, True)
    assert stranger.memberships.current().exists()


def test_numbers_that_are_none_are_passed_over(counsellor_client, cohort):
    sent = {"do": "close", "student": ["x", "²", "9" * 30, "-1"]}

    assert "Choose students" in counsellor_client.post(group(cohort, "students/"), sent, follow=True).text


def test_slips_with_the_code_say_where_to_go(counsellor_client, cohort):
    assert f"http://testserver/join/{cohort.code}/" in counsellor_client.get(group(cohort, "code/slip/")).text


@pytest.mark.parametrize("number", [10, 100])
def test_a_group_asks_the_database_as_often_for_100_students(client, cohort, django_assert_max_num_queries, number):
    client.force_login(head_of(cohort.school))
    for _ in range(number):
        pupil_of(cohort)
    for address in (group(cohort), school(cohort), "/schools/"):
        client.get(address)
        with django_assert_max_num_queries(10):
            client.get(address)


def test_moving_up_takes_each_group_a_year_further(head_client, cohort):
    CohortFactory(school=cohort.school, name="11B", year=11)
    last = CohortFactory(school=cohort.school, name="Leavers", year=14)
    address, student = school(cohort, "year/"), student_of(cohort)
    choices = {f"group-{each.pk}": "up" for each in Cohort.objects.all()} | {f"group-{last.pk}": "close"}

    shown = head_client.post(address, choices)
    head_client.post(address, choices | {"digest": shown.context["digest"]})

    assert list(Cohort.objects.open().values_list("name", "year")) == [("11B", 11), ("12B", 12)]
    assert student.memberships.current().get().cohort.name == "11B"


def test_nothing_moves_before_it_was_shown(head_client, cohort):
    address, choices = school(cohort, "year/"), {f"group-{cohort.pk}": "up"}
    digest = head_client.post(address, choices).context["digest"]

    head_client.post(address, choices | {"digest": digest})
    again = head_client.post(address, choices | {"digest": digest})

    assert "not as they were" in again.text
    cohort.refresh_from_db()
    assert cohort.year == 11


def test_a_year_that_cannot_be_is_a_sentence(head_client, cohort):
    last = CohortFactory(school=cohort.school, name="14Z", year=14)
    CohortFactory(school=cohort.school, name="11B", year=11)
    choices = {f"group-{cohort.pk}": "up", f"group-{last.pk}": "up"}

    shown = head_client.post(school(cohort, "year/"), choices)
    refused = head_client.post(school(cohort, "year/"), choices | {"digest": shown.context["digest"]})

    assert "There is no year 15" in shown.text
    assert "Two groups would be called 11B" in shown.text
    assert "Mend what is marked" in refused.text
    assert Cohort.objects.get(pk=cohort.pk).year == 10
