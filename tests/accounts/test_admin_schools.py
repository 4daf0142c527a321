"""Administrators make schools, put people in post, and hold data; the rest is the school's own."""

import pytest

from accounts.models import Hold, Post, School
from tests.factories import CohortFactory, UserFactory, counsellor_of


def test_an_administrator_makes_a_school_and_its_head(administrator_client):
    UserFactory(username="harper")
    administrator_client.post(
        "/admin/accounts/school/add/", {"name": "Riverside", "keep_days": "365", "digest_day": "0"}
    )
    school = School.objects.get()

    administrator_client.post("/admin/accounts/post/add/", {"username": "Harper", "school": school.pk})

    assert School.objects.headed_by(Post.objects.get().user).get() == school


@pytest.mark.parametrize("username", ["nobody", "closed"])
def test_a_post_goes_to_somebody_who_can_sign_in(administrator_client, username):
    UserFactory(username="closed", is_active=False)
    cohort = CohortFactory()

    page = administrator_client.post("/admin/accounts/post/add/", {"username": username, "school": cohort.school_id})

    assert "errorlist" in page.text
    assert not Post.objects.exists()


def test_a_post_is_at_a_group_of_its_school_and_held_once(administrator_client):
    cohort, elsewhere = CohortFactory(), CohortFactory()
    counsellor_of(cohort, username="casey")
    sent = {"username": "casey", "school": cohort.school_id}

    there = administrator_client.post("/admin/accounts/post/add/", sent | {"cohort": elsewhere.pk})
    again = administrator_client.post("/admin/accounts/post/add/", sent | {"cohort": cohort.pk})

    assert "This group is at another school." in there.text
    assert "in this post already" in again.text


def test_ending_a_post_closes_the_door(administrator_client):
    casey = counsellor_of(CohortFactory())
    sent = {"action": "end", "_selected_action": casey.posts.get().pk}

    administrator_client.post("/admin/accounts/post/", sent)

    assert not casey.posts.current().exists()


def test_a_hold_says_why_and_who_and_is_lifted(administrator_client, administrator, ada):
    administrator_client.post("/admin/accounts/hold/add/", {"username": "ada", "reason": "A request of 3 March."})
    hold = Hold.objects.get()
    administrator_client.post("/admin/accounts/hold/", {"action": "lift", "_selected_action": hold.pk})

    assert (hold.user, hold.by, hold.reason) == (ada, administrator, "A request of 3 March.")
    assert not Hold.objects.current().exists()


def test_a_hold_needs_a_reason(administrator_client, ada):
    assert "errorlist" in administrator_client.post("/admin/accounts/hold/add/", {"username": "ada"}).text


@pytest.mark.parametrize("query", ["?q=ada%00", "?now=yes", "?now=x", "?q=" + "a" * 200])
@pytest.mark.parametrize("model", ["post", "hold"])
def test_lists_take_any_search(administrator_client, model, query):
    assert administrator_client.get(f"/admin/accounts/{model}/{query}").status_code in {200, 302}
