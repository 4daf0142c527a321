"""What staff see of a plan and do to it, or to a student's account, leaves an entry that tells who, what and when.

Every route of staff has a row: what GET leaves, what POST leaves, and why where it leaves nothing. “-” is nothing.
"""

import re
from pathlib import Path

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.db.models import CharField, TextField
from django.urls import get_resolver, resolve
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import Hold, User
from accounts.schools import years
from accounts.schools.common import digest
from accounts.told import Deed
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Access, Plan, SavedView, Verb
from tests.factories import CohortFactory, PlanFactory, UserFactory, head_of, pupil_of, student_of, with_role
from tests.pathways.test_access import signed_in, walk

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]

STAFF = ("desk/", "schools/", "admin/accounts/")
TABLE = """
/desk/                                          -          -          states and dates of many, no word of a plan
/desk/views/                                    -          -          the counsellor's own
/desk/views/{view}/remove/                      -          -          the counsellor's own
/desk/remind/?student={student}                 -          reminded   names alone, until it is sent
/desk/assign/?student={student}                 -          assigned   names alone, until it is sent
/desk/given/                                    -          -          how many have done it
/desk/given/{assignment}/withdraw/              -          assigned
/desk/review/                                   -          -          states and dates of many, no word of a plan
/desk/plans/{plan}/                             read       -          shows, and takes nothing
/desk/plans/{plan}/review/                      read       approved
/desk/plans/{plan}/comment/                     read       commented
/desk/plans/{plan}/comments/{said}/settle/      -          commented
/desk/plans/{plan}/note/                        -          noted      a name and an empty form, until it is sent
/desk/plans/{plan}/given/{assignment}/exempt/   -          exempted   what the school gave, until it is sent
/desk/plans/{plan}/exemptions/{exemption}/end/  -          exempted
/desk/copies/{copy}/                            read-copy  -          shows, and takes nothing

/schools/                                       -          -          groups
/schools/{school}/                              -          -          groups, posts and closed accounts
/schools/{school}/groups/new/                   -          -          a group without students
/schools/{school}/posts/new/                    -          -          a post is a fact of its own, and ends as one
/schools/{school}/year/                         -          took-out   groups, until it is done
/schools/posts/{post}/end/                      -          -          a post is a fact of its own, and ends as one
/schools/accounts/{closed}/reopen/              -          reopened
/schools/groups/{group}/                        -          -          names and when they last signed in
/schools/groups/{group}/edit/                   -          -          the group's own name and year
/schools/groups/{group}/close/                  -          took-out   a question, until it is answered
/schools/groups/{group}/code/                   -          -          the group's code
/schools/groups/{group}/code/slip/              -          -          the group's code
/schools/groups/{group}/students/               -          password   takes three deeds; each has a test of its own
/schools/groups/{beside}/students/new/          -          moved      a form, until it is sent
/schools/groups/{group}/students/list/          -          -          a list that is looked at, and not written
/schools/groups/{beside}/students/list/{list}/  -          moved      a list that is looked at, until it is written
/schools/groups/{group}/slips/key/              -          -          what was told when the passwords were made

/admin/accounts/user/                           -          erased     names, and no plan
/admin/accounts/user/add/                       -          added,password  a form, until it is sent
/admin/accounts/user/{student}/                 -          -          leads to the account
/admin/accounts/user/{student}/change/          -          altered    the account, and no plan
/admin/accounts/user/{student}/history/         -          -          what administrators did
/admin/accounts/user/{student}/delete/          -          erased     a question, until it is answered
/admin/accounts/user/{student}/one-time-password/ -        password   a question, until it is answered
/admin/accounts/user/{student}/one-time-password/key/ -    -          what was told when the password was made
/admin/accounts/school/                         -          -          schools
/admin/accounts/school/add/                     -          -          schools
/admin/accounts/school/{school}/                -          -          leads to the school
/admin/accounts/school/{school}/change/         -          -          schools
/admin/accounts/school/{school}/history/        -          -          schools
/admin/accounts/school/{school}/delete/         -          -          nobody may
/admin/accounts/post/                           -          -          a post is a fact of its own, and ends as one
/admin/accounts/post/add/                       -          -          a post is a fact of its own, and ends as one
/admin/accounts/post/{post}/                    -          -          leads to the post
/admin/accounts/post/{post}/change/             -          -          shows, and takes nothing
/admin/accounts/post/{post}/history/            -          -          what administrators did
/admin/accounts/post/{post}/delete/             -          -          nobody may
/admin/accounts/hold/                           -          lifted     names and reasons, which their students read too
/admin/accounts/hold/add/                       -          held       a form, until it is sent
/admin/accounts/hold/{hold}/                    -          -          leads to the hold
/admin/accounts/hold/{hold}/change/             -          -          shows, and takes nothing
/admin/accounts/hold/{hold}/history/            -          -          what administrators did
/admin/accounts/hold/{hold}/delete/             -          -          nobody may
"""
LINES = [line.split() for line in TABLE.split("\n") if line]
ROWS = {row: (got, sent, " ".join(why)) for row, got, sent, *why in LINES}
SENT = {
    "/desk/views/": {"name": "Mine", "query": ""},
    "/desk/plans/{plan}/review/": {"decision": "approved", "note": "Well done.", "digest": "{digest}"},
    "/schools/{school}/groups/new/": {"name": "9Z", "year": "9"},
    "/schools/{school}/posts/new/": {"username": "harper", "cohort": "{group}"},
    "/schools/{school}/year/": {"group-{group}": "close", "digest": "{year}"},
    "/schools/groups/{beside}/students/list/{list}/": {"digest": "{list_shown}"},
    "/schools/groups/{group}/edit/": {"name": "9Z", "year": "9"},
    "/schools/groups/{group}/code/": {"do": "new"},
    "/schools/groups/{group}/students/": {"do": "passwords", "student": "{student}"},
    "/schools/groups/{beside}/students/new/": {"username": "ada"},
    "/admin/accounts/user/": {"action": "delete_selected", "_selected_action": "{student}", "post": "yes"},
    "/admin/accounts/user/add/": {"username": "somebody", "time_zone": "Europe/Dublin"},
    "/admin/accounts/user/{student}/change/": {
        "username": "ada", "time_zone": "Europe/Dublin", "roles": "student", "is_active": "on",
    },
    "/admin/accounts/user/{student}/delete/": {"post": "yes"},
    "/admin/accounts/hold/": {"action": "lift", "_selected_action": "{hold}"},
    "/admin/accounts/hold/add/": {"username": "ada", "reason": "A request."},
    "/admin/accounts/post/": {"action": "end", "_selected_action": "{post}"},
    "/admin/accounts/post/add/": {"username": "harper", "school": "{school}"},
}  # fmt: skip
FOR_ALL = {"text": "Send it.", "note": "Well done.", "reason": "New here."}


@pytest.fixture
def cohort(db):
    return CohortFactory()


@pytest.fixture
def head(cohort):
    """Who may do all of it at the school."""
    client = signed_in(head_of(cohort.school, username="harper"))
    client.get("/privacy/")
    return client


@pytest.fixture
def office(db):
    call_command("setup_roles", verbosity=0)
    return signed_in(with_role("administrator"))


@pytest.fixture
def student(cohort):
    student = pupil_of(cohort, username="ada")
    plan = PlanFactory(user=student)
    plan.steps.create(text="Visit a ward.")
    return student


@pytest.fixture
def values(cohort, head, office, student):
    """What stands in the places of addresses, all of it about one student."""
    beside, closed = CohortFactory(school=cohort.school), pupil_of(cohort)
    User.objects.filter(pk=closed.pk).update(is_active=False, closed_at=timezone.now())
    found = about(student, cohort, head.person) | listed(head, beside)
    found |= {"school": cohort.school_id, "group": cohort.pk, "beside": beside.pk, "closed": closed.pk}
    found["year"] = digest([move.as_shown() for move in years.moves(cohort.school, {cohort.pk: years.CLOSE})])
    return found | {"student": student.pk, "post": head.person.posts.get().pk}


def about(student, cohort, staff) -> dict:
    plan = Plan.objects.get(user=student)
    given = cohort.assignments.create(text="Send the FAFSA.")
    plan.steps.create(text=given.text, assignment=given)
    said = plan.comments.create(author_name="Casey", by_staff=True, text="Which ward?")
    shown = document_of(plan)
    copy = plan.reviews.create(revision=9, decision="approved", by_name="Casey", document=shown, digest="a")
    other = cohort.assignments.create(text="Send the CSS profile.")
    exemption = plan.exemptions.create(assignment=other, reason="New here.")
    hold = Hold.objects.create(user=UserFactory(), reason="A request.")
    actions.submit(user=student)
    return {
        "plan": plan.pk, "assignment": given.pk, "said": said.pk, "copy": copy.pk, "exemption": exemption.pk,
        "view": SavedView.objects.create(user=staff, name="Hers").pk, "digest": digest_of(shown), "hold": hold.pk,
    }  # fmt: skip


def listed(head, beside) -> dict:
    """A list that waits for the press that writes it, with the student in it."""
    file = SimpleUploadedFile("list.csv", b"Name,User name\nAda,ada\n")
    page = head.post(f"/schools/groups/{beside.pk}/students/list/", {"file": file}, follow=True)
    return {"list": page.wsgi_request.path.split("/")[-2], "list_shown": page.context["digest"]}


def test_every_route_of_staff_has_a_row_and_a_reason_where_it_leaves_nothing(values):
    covered = {resolve(row.format(**values).partition("?")[0]).route for row in ROWS}

    assert covered == {route for route in walk(get_resolver()) if route.startswith(STAFF)}
    assert [row for row, (got, sent, why) in ROWS.items() if got == sent == "-" and not why] == []


@pytest.mark.parametrize("row", ROWS)
def test_what_staff_see_and_do_leaves_its_entry(row, values, head, office):
    client = office if row.startswith("/admin/") else head
    sent = {name.format(**values): text.format(**values) for name, text in (FOR_ALL | SENT.get(row, {})).items()}
    address = row.format(**values)

    left = [entries_of(client, "GET", address) or "-", entries_of(client, "POST", address, sent) or "-"]

    assert left == list(ROWS[row][:2])
    assert entries_of(client, "HEAD", address) == ""


def entries_of(client, method, address, sent=()) -> str:
    """The deeds that one request left an entry of; whatever it did is undone."""
    with transaction.atomic():
        before = set(Access.objects.values_list("pk", flat=True))
        client.generic(method, address, urlencode(dict(sent)), "application/x-www-form-urlencoded")
        new = Access.objects.exclude(pk__in=before)
        found = ",".join(sorted(set(new.values_list("verb", flat=True))))
        assert not new.exclude(actor=client.person, actor_number=client.person.pk).exists()
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(("do", "verb"), [("passwords", "password"), ("take-out", "took-out"), ("close", "closed")])
def test_each_deed_to_chosen_students_leaves_its_own(do, verb, head, cohort, student):
    address, sent = f"/schools/groups/{cohort.pk}/students/", {"do": do, "student": student.pk}

    assert entries_of(head, "POST", address, sent) == verb


def test_what_is_not_done_leaves_nothing(head, cohort):
    """Students who made their account themselves are closed by nobody here."""
    own = student_of(cohort)

    sent = {"do": "close", "student": own.pk}

    assert entries_of(head, "POST", f"/schools/groups/{cohort.pk}/students/", sent) == ""


@pytest.mark.parametrize(("ticked", "verb"), [("on", "reopened"), ("", "closed")])
def test_an_administrator_who_closes_or_opens_an_account_is_written_down(office, student, ticked, verb):
    User.objects.filter(pk=student.pk).update(is_active=not ticked)
    sent = {"username": "ada", "time_zone": "Europe/Dublin", "roles": "student"} | (
        {"is_active": "on"} if ticked else {}
    )

    assert entries_of(office, "POST", f"/admin/accounts/user/{student.pk}/change/", sent) == f"altered,{verb}"


def test_a_second_factor_taken_away_is_written_down(office, student):
    sent = {"action": "forget_second_factor", "_selected_action": student.pk}

    assert entries_of(office, "POST", "/admin/accounts/user/", sent) == "altered"


def test_an_account_made_by_a_school_says_who_made_it(head, cohort):
    assert entries_of(head, "POST", f"/schools/groups/{cohort.pk}/students/new/", {"name": "Zoë"}) == "added"


def test_what_a_student_does_leaves_no_entry(student, cohort):
    client = signed_in(student)

    assert entries_of(client, "POST", "/account/leave/") == ""
    assert entries_of(client, "POST", "/account/join/", {"join_code": cohort.code}) == ""
    assert entries_of(client, "GET", "/plan/") == ""


def test_the_student_reads_it_in_words(head, cohort, student):
    head.post(f"/schools/groups/{cohort.pk}/students/", {"do": "take-out", "student": student.pk})

    assert "took the student out of a group" in signed_in(student).get("/plan/looked/").text


def test_an_entry_says_who_what_whose_when_and_from_where(head, cohort, student):
    head.post(f"/schools/groups/{cohort.pk}/students/", {"do": "take-out", "student": student.pk})

    entry = Access.objects.get()
    assert (entry.actor, entry.verb, entry.student, entry.plan) == (head.person, "took-out", student, student.plan)
    assert (entry.address, entry.at.date()) == ("127.0.0.1", timezone.now().date())


def test_every_deed_has_its_words():
    assert {deed.value for deed in Deed} <= set(Verb.values)


# Nobody edits an entry on the site


def test_entries_have_no_admin():
    assert Access not in admin.site._registry


def test_no_code_changes_an_entry_but_what_takes_addresses_out_of_it():
    """Entries are made in plans/access.py, and read elsewhere."""
    changes = re.compile(r"\b(Access|accesses)\b.*\.(update|delete|bulk_update|save|update_or_create)\(")
    found = {
        (path.name, line.strip())
        for app in ("accounts", "careers", "plans", "pathways")
        for path in (ROOT / app).rglob("*.py")
        for line in path.read_text().splitlines()
        if changes.search(line)
    }

    assert found == {("erasing.py", next(line for _, line in found if "address=None" in line))}


def test_an_entry_has_no_room_for_words_of_a_plan():
    texts = [field for field in Access._meta.concrete_fields if isinstance(field, TextField | CharField)]

    assert {field.name: field.max_length for field in texts if not field.choices} == {"about": 40}
