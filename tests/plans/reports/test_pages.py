"""The pages and files of reports: for whom, how far, at what cost, and what is written down."""

import gc
import tracemalloc

import pytest
from django.utils import timezone

from accounts.models import Membership, User
from plans.models import Access, Plan, State, Verb
from plans.reports import REPORTS, Scope
from tests.factories import CohortFactory, counsellor_of, head_of, student_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of
from tests.plans.reports.conftest import as_csv, as_workbook

pytestmark = pytest.mark.django_db
NAMING = [key for key, report in REPORTS.items() if report.names_students]
ADDRESSES = ["/desk/reports/", *(f"/desk/reports/{key}{end}" for key in REPORTS for end in ("/", ".csv", ".xlsx"))]


@pytest.fixture
def cohort():
    return CohortFactory(name="10B")


@pytest.fixture
def counsellor(cohort):
    return counsellor_of(cohort, username="casey", name="Casey")


@pytest.fixture
def desk(counsellor):
    client = client_of(counsellor)
    client.get("/privacy/")
    return client


@pytest.fixture
def ada(cohort):
    """In every report that names students."""
    ada = student_of(cohort, username="ada", name="Ada")
    waiting(ada.plan)
    return ada


def waiting(*plans: Plan) -> None:
    long_ago = timezone.now() - timezone.timedelta(days=800)
    keys = [plan.pk for plan in plans]
    Plan.objects.filter(pk__in=keys).update(state=State.SUBMITTED, submitted_at=long_ago, changed_at=long_ago)


def many(cohort, count: int, first: int = 0) -> list[Plan]:
    """So many students of the group, each in every report that names students."""
    numbers = range(first, first + count)
    users = User.objects.bulk_create([User(username=f"s{number:05}", name=f"S {number:05}") for number in numbers])
    Membership.objects.bulk_create([Membership(user=user, cohort=cohort) for user in users])
    plans = Plan.objects.bulk_create([Plan(user=user) for user in users])
    for start in range(0, count, 500):
        waiting(*plans[start : start + 500])
    return plans


def names(client, key, query="") -> list[str]:
    return [row["head"] for row in client.get(f"/desk/reports/{key}/{query}").context["rows"]]


@pytest.mark.parametrize("key", NAMING)
def test_a_counsellor_sees_their_own_groups_alone(desk, ada, cohort, key):
    other = student_of(CohortFactory(school=cohort.school), username="elsewhere")
    left, closed = student_of(cohort, username="left"), student_of(cohort, username="gone", closed_at=timezone.now())
    left.memberships.update(until=timezone.now())
    waiting(other.plan, left.plan, closed.plan)

    assert names(desk, key) == ["Ada"]
    assert [line[0] for line in as_csv(desk, key)] == ["Ada"]
    assert [line[0] for line in as_workbook(desk, key)[1:]] == ["Ada"]


def test_a_report_is_about_the_students_of_the_caseload(counsellor, ada, cohort):
    Membership.objects.create(user=counsellor, cohort=cohort)
    student_of(cohort, closed_at=timezone.now())
    members = Scope.of(counsellor).members()

    assert {member.user for member in members} == set(User.objects.students_of(counsellor)) == {ada}


@pytest.mark.parametrize("key", REPORTS)
def test_another_school_is_in_none(ada, cohort, key):
    away = client_of(head_of(CohortFactory().school, username="zora"))

    assert "ada" not in str(as_csv(away, key)).lower()
    assert names(away, key, f"?group={cohort.pk}") == names(away, key)
    assert "10B" not in away.get(f"/desk/reports/{key}/").text


@pytest.mark.parametrize("address", ADDRESSES)
def test_former_staff_and_students_find_no_report(counsellor, ada, cohort, address):
    client = client_of(counsellor)
    assert client.get(address).status_code == 200

    counsellor.posts.update(until=timezone.now())

    assert client.get(address).status_code == 404
    assert client_of(ada).get(address).status_code == 404
    assert client.post(address).status_code == 405


def test_a_group_is_chosen(cohort, ada):
    other = CohortFactory(school=cohort.school, name="10C")
    student_of(other, username="zed")
    head = client_of(head_of(cohort.school))

    assert names(head, "hours") == ["Ada", "zed"]
    assert names(head, "hours", f"?group={other.pk}") == ["zed"]
    assert [line[0] for line in as_csv(head, "hours", f"?group={other.pk}")] == ["zed"]
    assert f"hours.csv?group={other.pk}" in head.get(f"/desk/reports/hours/?group={other.pk}").text


@pytest.mark.parametrize("key", ["careers", "fields"])
def test_hidden_counts_cannot_be_had_by_choosing_groups(cohort, ada, key):
    """The same, and kept, whatever is chosen."""
    page = client_of(head_of(cohort.school)).get(f"/desk/reports/{key}/?group={cohort.pk}")

    assert not REPORTS[key].by_group
    assert page.context["query"] == page.context["groups"] == ""


@pytest.mark.parametrize("value", [LONG[:3_000], EMOJI, "", "\x00", "-1", "9" * 30, "²", "0", "1e3"])
def test_an_address_that_says_nonsense_still_shows_a_report(desk, ada, value):
    for key in REPORTS:
        assert desk.get(f"/desk/reports/{key}/", {"group": value, "page": value}).status_code == 200
        assert desk.get(f"/desk/reports/{key}.csv", {"group": value}).status_code == 200


def test_no_such_report_is_no_page(desk):
    assert desk.get("/desk/reports/grades/").status_code == 404
    assert desk.get("/desk/reports/hours.pdf").status_code == 404


def test_pages_of_fifty_keep_the_group(desk, cohort):
    many(cohort, 51)

    first = desk.get(f"/desk/reports/hours/?group={cohort.pk}")
    second = desk.get(f"/desk/reports/hours/?group={cohort.pk}&page=2")

    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 1)
    assert f"?group={cohort.pk}&amp;page=2" in first.text
    assert "51 students" in first.text
    assert "There is no such page." in desk.get("/desk/reports/hours/?page=3").text


@pytest.mark.parametrize("key", REPORTS)
def test_a_page_costs_the_same_queries_for_ten_students_and_for_a_thousand(
    desk, cohort, key, django_assert_max_num_queries
):
    address = f"/desk/reports/{key}/"
    many(cohort, 10)
    with django_assert_max_num_queries(40) as ten:
        desk.get(address)

    many(cohort, 990, first=10)
    Access.objects.all().delete()
    with django_assert_max_num_queries(40) as thousand:
        desk.get(address)

    assert len(thousand) <= len(ten) + 1  # the count, where there is another page


# Files


@pytest.mark.parametrize("key", REPORTS)
def test_files_have_plain_names_and_their_own_types(desk, ada, key):
    for ending, kind in [("csv", "text/csv; charset=utf-8"), ("xlsx", "application/vnd.openxmlformats-office")]:
        response = desk.get(f"/desk/reports/{key}.{ending}")

        assert response["Content-Disposition"] == f'attachment; filename="{key}.{ending}"'
        assert response["Content-Type"].startswith(kind)
        assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_has_everybody_once_in_the_order_of_the_page(desk, cohort):
    many(cohort, 1_100)

    found = [line[1] for line in as_csv(desk, "hours")]

    assert found == [f"s{number:05}" for number in range(1_100)]


def test_who_leaves_while_a_file_is_sent_is_not_in_its_rest(desk, cohort):
    many(cohort, 600)
    parts = desk.get("/desk/reports/waiting.csv").streaming_content
    start = [next(parts), next(parts)]

    Membership.objects.update(until=timezone.now())

    assert start[1].count(b"\r\n") == 500
    assert [part.count(b"\r\n") for part in parts] == [0]


def most_memory(response) -> int:
    """The most bytes that were in use while it was sent; what is no longer needed goes after each part."""
    tracemalloc.start()
    for _ in response.streaming_content:
        gc.collect()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_csv_is_sent_in_parts_and_kept_nowhere(desk, cohort):
    many(cohort, 1_000)
    few = most_memory(desk.get("/desk/reports/transcript.csv"))

    many(cohort, 4_000, first=1_000)

    assert most_memory(desk.get("/desk/reports/transcript.csv")) < few * 1.2


# What is written down


@pytest.mark.parametrize("key", NAMING)
def test_a_look_is_written_down_once_a_day_and_a_file_each_time(desk, ada, counsellor, key):
    for _ in range(2):
        desk.get(f"/desk/reports/{key}/")
        as_csv(desk, key)
    as_workbook(desk, key)

    rows = Access.objects.filter(student=ada, actor=counsellor, verb=Verb.REPORTED, plan=ada.plan)
    assert sorted(row.about for row in rows) == [
        *[f"{key}, as CSV"] * 2, f"{key}, as XLSX", f"{key}, on the screen"
    ]  # fmt: skip
    assert len(Access.objects.all()) == 4


@pytest.mark.parametrize("key", [key for key in REPORTS if key not in NAMING])
def test_counts_name_nobody(desk, ada, key):
    assert "ada" not in desk.get(f"/desk/reports/{key}/").text.lower().replace("adapt", "")
    as_csv(desk, key)

    assert not Access.objects.exists()


@pytest.mark.parametrize("address", ADDRESSES)
def test_asking_for_the_head_writes_nothing_down(desk, ada, address):
    response = desk.head(address)

    assert response.status_code == 200
    assert response.getvalue() == b""
    assert not Access.objects.exists()


def test_only_those_on_the_page_are_written_down(desk, cohort):
    many(cohort, 60)

    desk.get("/desk/reports/hours/?page=2")

    assert Access.objects.count() == 10


def test_its_student_reads_that_it_was_taken_into_a_report(desk, ada):
    as_csv(desk, "hours")

    assert "took it into a report (hours, as CSV)" in client_of(ada).get("/plan/looked/").text


@pytest.mark.parametrize("key", REPORTS)
def test_no_words_of_a_plan_or_a_note_are_in_any(desk, ada, cohort, key):
    Plan.objects.filter(user=ada).update(after_school="CANARY", in_work="CANARY")
    for rows in (ada.plan.steps, ada.plan.goal_rows):
        rows.create(text="CANARY")
    ada.plan.staff_notes.create(author_name="Casey", text="CANARY", is_private=True)
    ada.plan.comments.create(author_name="Casey", by_staff=True, text="CANARY")
    ada.plan.experience_rows.create(title="CANARY", place="CANARY", reflection="CANARY", hours=3)

    assert "CANARY" not in desk.get(f"/desk/reports/{key}/").text
    assert "CANARY" not in str(as_csv(desk, key))


def test_a_name_that_is_a_formula_is_text_in_every_file(desk, cohort):
    student_of(cohort, username="bad", name='=HYPERLINK("https://example.org","Ada")')

    assert (
        as_csv(desk, "hours")[0][0] == as_workbook(desk, "hours")[1][0] == '\'=HYPERLINK("https://example.org","Ada")'
    )
