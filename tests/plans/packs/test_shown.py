"""What a school asks, as student and counsellor see it; and exempting one student from it."""

import pytest
from django.urls import reverse

from accounts.models import Membership, User
from plans import actions
from plans.models import Access, Exemption, Goal, Measure, Plan, Verb
from tests.factories import CohortFactory, UserFactory, counsellor_of, pack_of, student_of
from tests.plans.conftest import HTMX
from tests.plans.desk.conftest import EMOJI, LONG, client_of

pytestmark = pytest.mark.django_db
ASKED = "What <bdi>{}</bdi> asks"


@pytest.fixture
def cohort():
    return CohortFactory(year=10)


@pytest.fixture
def pack(cohort):
    return pack_of(cohort.school, (Measure.GOAL_IN_WORK, 1), (Measure.GOALS, 2), (Measure.STEPS_DONE, 1))


@pytest.fixture
def ada(cohort):
    return student_of(cohort, username="ada", name="Ada")


@pytest.fixture
def desk(cohort):
    client = client_of(counsellor_of(cohort, username="casey", name="Casey"))
    client.get("/privacy/")
    return client


@pytest.fixture
def goals(pack):
    return pack.requirements.get(measure=Measure.GOALS)


def address(ada, requirement) -> str:
    return reverse("desk:exempt_required", args=[ada.plan.pk, requirement.pk])


# The student


def test_the_plan_says_what_is_there_and_where_the_rest_can_be_added(ada, pack, cohort):
    Goal.objects.create(plan=ada.plan, text="Be let in.")

    text = client_of(ada).get("/plan/").text

    assert ASKED.format(cohort.school) in text
    assert "1 of 3 here so far." in text
    assert "<small>1 of 2</small>" in text
    assert 'href="/plan/goal/new/"' in text


def test_a_plan_of_whom_nothing_is_asked_says_nothing(ada):
    assert 'id="asked"' not in client_of(ada).get("/plan/").text


def test_somebody_without_a_plan_reads_what_is_asked(pack, cohort):
    new = UserFactory()
    Membership.objects.create(user=new, cohort=cohort)

    assert "0 of 3 here so far." in client_of(new).get("/plan/").text


def test_ticking_a_step_off_says_so_at_once(ada, pack):
    step = actions.create_step(ada.plan, text="Visit.")

    text = client_of(ada).post(reverse("plans:step_done", args=[step.pk]), headers=HTMX).text

    assert 'id="asked" class="asked" aria-labelledby="asked-head" hx-swap-oob="true"' in text
    assert "2 of 3 here so far." in text


def test_all_of_it_there_is_said_once(ada, cohort):
    pack_of(cohort.school, (Measure.GOAL_IN_WORK, 1))

    assert "All of it is here." in client_of(ada).get("/plan/").text


def test_words_of_a_school_are_words(ada, pack):
    pack.requirements.update(words=EMOJI)

    text = client_of(ada).get("/plan/").text

    assert "&lt;b&gt;so&lt;/b&gt;" in text
    assert "<b>so</b>" not in text


# The counsellor


def test_the_desk_says_what_is_there_and_what_is_missing(desk, ada, pack):
    text = desk.get(reverse("desk:student", args=[ada.plan.pk])).text

    assert "2 of 3 missing." in text
    assert '<b class="met">There</b>' in text
    assert "<b>Missing</b>: 0 of 2 are there" in text


def test_the_review_says_it_too(desk, ada, pack):
    actions.submit(user=ada)

    assert "What the school asks: 2 of 3 missing" in desk.get(reverse("desk:review", args=[ada.plan.pk])).text


def test_a_student_is_exempt_with_a_reason_and_no_more(desk, ada, goals):
    desk.post(address(ada, goals), {"reason": EMOJI})
    exemption = Exemption.objects.get()
    theirs = client_of(ada).get("/plan/").text
    desk.post(reverse("desk:exemption_end", args=[ada.plan.pk, exemption.pk]))

    assert (exemption.plan, exemption.requirement, exemption.reason) == (ada.plan, goals, EMOJI)
    assert "You need not:" in theirs
    assert not Exemption.objects.exists()
    entries = Access.objects.filter(verb=Verb.EXEMPTED).order_by("pk").values_list("about", flat=True)
    assert list(entries) == [f"requirement {goals.pk}", f"requirement {goals.pk}, no more"]


def test_exempting_twice_keeps_the_first_reason(desk, ada, goals):
    for reason in ("Came in May", "Again"):
        desk.post(address(ada, goals), {"reason": reason})

    assert Exemption.objects.get().reason == "Came in May"


@pytest.mark.parametrize("reason", ["", "   ", LONG])
def test_a_bad_reason_gets_a_sentence_and_is_kept(desk, ada, goals, reason):
    response = desk.post(address(ada, goals), {"reason": reason})

    assert response.status_code == 200
    assert response.context["form"].errors["reason"]
    assert not Exemption.objects.exists()


def test_only_what_is_asked_of_this_student_can_be_exempt_from(desk, ada, pack):
    elsewhere = pack_of(CohortFactory().school, (Measure.GOALS, 1)).requirements.get()
    of_year_11 = pack.requirements.create(measure=Measure.SKILLS, words="Skills", years=[11])

    answers = {desk.post(address(ada, each), {"reason": "So."}).status_code for each in (elsewhere, of_year_11)}

    assert answers == {404}
    assert not Exemption.objects.exists()


def test_strangers_find_nothing(ada, goals, cohort):
    people = [counsellor_of(CohortFactory(school=cohort.school)), student_of(cohort), ada]

    assert {client_of(each).post(address(ada, goals), {"reason": "So."}).status_code for each in people} == {404}


# The caseload


def names(client, query="") -> list[str]:
    return [row.student.username for row in client.get(f"/desk/?{query}").context["caseload"].rows]


def test_the_caseload_says_who_is_complete(desk, ada, cohort, pack):
    pack.requirements.exclude(measure=Measure.GOAL_IN_WORK).delete()
    bo = student_of(cohort, username="bo")
    bo.plan.delete()

    text = desk.get("/desk/").text

    assert '<td role="cell" data-label="Asked" class="asked">Complete</td>' in text
    assert '<td role="cell" data-label="Asked" class="asked">Missing 1</td>' in text
    assert names(desk, "needs=incomplete") == ["bo"]
    assert names(desk, "needs=incomplete&needs=never") == ["ada", "bo"]


def test_where_nothing_is_asked_nobody_is_incomplete(desk, ada):
    assert names(desk, "needs=incomplete") == []
    assert '<td role="cell" data-label="Asked" class="asked">–</td>' in desk.get("/desk/").text


@pytest.mark.parametrize("count", [10, 200])
def test_it_costs_the_same_queries_for_ten_and_for_two_hundred(desk, pack, cohort, count, django_assert_num_queries):
    users = User.objects.bulk_create(User(username=f"pupil{number}") for number in range(count))
    Membership.objects.bulk_create(Membership(cohort=cohort, user=user) for user in users)
    Plan.objects.bulk_create(Plan(user=user) for user in users)

    with django_assert_num_queries(23):
        desk.get("/desk/?needs=incomplete")
