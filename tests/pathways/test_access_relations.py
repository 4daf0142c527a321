"""Who may do what with what is a student's, by their relation to the student. The cells are those of test_access.py.

own      the student themselves           mate     another student of the group
couns.   the group's counsellor           other    the counsellor of another group of the school
head     the head of the school           away     the head of another school
former   who was the group's counsellor

Two more have no column: whoever looks after the group that the student was in before stands as “other” does, and an
administrator, who is in no post, as “former” does.

What is not on the desk, and is reached by a key of the student's, is the student's alone: its rows are made of those of
test_access.py, and hold for all these people too.
"""

import pytest
from django.core.management import call_command
from django.urls import get_resolver, resolve
from django.utils import timezone

from accounts.models import Membership
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Assignment, Pack, Plan, SavedView
from tests.factories import CohortFactory, UserFactory, counsellor_of, head_of, student_of, with_role
from tests.pathways import test_access as access
from tests.pathways import test_access_schools as schools
from tests.pathways.test_access import asked, desk_of, signed_in, walk

pytestmark = pytest.mark.django_db

PEOPLE = ("own", "mate", "couns", "other", "head", "away", "former")
TABLE = """
address                                         own      mate     couns.   other    head     away     former

/desk/                                          404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/needs/                                    404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/views/                                    405/404  405/404  405/go   405/go   405/go   405/go   405/404
/desk/views/{view}/remove/                      405/404  405/404  405/go   405/404  405/404  405/404  405/404
/desk/remind/                                   404/404  404/404  go/go    go/go    go/go    go/go    404/404
/desk/remind/?student={student}                 404/404  404/404  200/go   go/go    200/go   go/go    404/404
/desk/assign/                                   404/404  404/404  200/200  200/200  200/200  200/200  404/404
/desk/assign/?student={student}                 404/404  404/404  200/go   200/200  200/go   200/200  404/404
/desk/given/                                    404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/given/{assignment}/withdraw/              405/404  405/404  405/go   405/404  405/go   405/404  405/404
/desk/review/                                   404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/students/{student}/                       404/405  404/405  go/405   404/405  go/405   404/405  404/405
/desk/reports/                                  404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/reports/missing/                          404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/reports/missing.csv                       404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/reports/missing.xlsx                      404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/plans/{plan}/                             404/405  404/405  200/405  404/405  200/405  404/405  404/405
/desk/plans/{plan}/review/                      404/404  404/404  200/go   404/404  200/go   404/404  404/404
/desk/plans/{plan}/comment/                     404/404  404/404  200/go   404/404  200/go   404/404  404/404
/desk/plans/{plan}/comments/{said}/settle/      405/404  405/404  405/go   405/404  405/go   405/404  405/404
/desk/plans/{plan}/note/                        404/404  404/404  200/go   404/404  200/go   404/404  404/404
/desk/plans/{plan}/given/{assignment}/exempt/   404/404  404/404  200/go   404/404  200/go   404/404  404/404
/desk/plans/{plan}/asked/{requirement}/exempt/  404/404  404/404  200/go   404/404  200/go   404/404  404/404
/desk/plans/{plan}/exemptions/{exemption}/end/  405/404  405/404  405/go   405/404  405/go   405/404  405/404
/desk/copies/{copy}/                            404/405  404/405  200/405  404/405  200/405  404/405  404/405
/desk/requirements/schools/{asking}/            404/405  404/405  404/405  404/405  200/405  404/405  404/405
/desk/requirements/schools/{asking}/new/        404/404  404/404  404/404  404/404  200/go   404/404  404/404
/desk/requirements/{pack}/                      404/405  404/405  404/405  404/405  200/405  404/405  404/405
/desk/requirements/{pack}/edit/                 404/404  404/404  404/404  404/404  200/go   404/404  404/404
/desk/requirements/{pack}/use/                  405/404  405/404  405/404  405/404  405/go   405/404  405/404
/desk/requirements/{pack}/delete/               404/404  404/404  404/404  404/404  200/go   404/404  404/404
/desk/requirements/{pack}/new/                  404/404  404/404  404/404  404/404  200/go   404/404  404/404
/desk/requirements/rows/{requirement}/edit/     404/404  404/404  404/404  404/404  200/go   404/404  404/404
/desk/requirements/rows/{requirement}/move/     405/404  405/404  405/404  405/404  405/go   405/404  405/404
/desk/requirements/rows/{requirement}/remove/   404/404  404/404  404/404  404/404  200/go   404/404  404/404
"""
ROWS = {
    address: dict(zip(PEOPLE, cells, strict=True)) | {"before": cells[3], "admin": cells[6]}
    for line in TABLE.strip().splitlines()[1:]
    if line
    for address, *cells in [line.split()]
}
OWN = [
    row
    for row in access.ROWS
    if "{" in row and row.startswith(("/plan/", "/shared/", "/account/", "/join/", "/admin/accounts/"))
    if "{career}" not in row and "{draft}" not in row
]
# Routes with a key, of content and not of a student.
CONTENT = (
    "careers/", "subjects/", "plan/save/", "plan/take/", "plan/rule-out/", "plan/<kind:kind>/new/", "admin/careers/",
    "admin/r/", "admin/(?P<", "account/password/new/",
)  # fmt: skip
SENT = {"text": "Send it.", "note": "Well done.", "reason": "New here.", "name": "Mine", "decision": "approved"}
SENT |= {"start": "simple", "measure": "skills", "amount": "2", "words": "Two skills", "way": "up"}


@pytest.fixture
def cohort():
    return CohortFactory()


@pytest.fixture
def clients(cohort):
    call_command("setup_roles", verbosity=0)
    former = counsellor_of(cohort)
    former.posts.update(until=timezone.now())
    before = CohortFactory(school=cohort.school)
    people = {
        "own": UserFactory(),
        "mate": student_of(cohort),
        "couns": counsellor_of(cohort),
        "other": counsellor_of(CohortFactory(school=cohort.school)),
        "head": head_of(cohort.school),
        "away": head_of(CohortFactory().school),
        "former": former,
        "before": counsellor_of(before),
        "admin": with_role("administrator"),
    }
    Membership.objects.create(cohort=before, user=people["own"], until=timezone.now())
    return {name: signed_in(person) for name, person in people.items()}


@pytest.fixture
def values(clients, cohort):
    student = clients["own"].person
    found = access.content() | access.school_of_others() | access.plan_of(student) | desk_of(student)
    Plan.objects.filter(user=student).update(in_work="Work with books.")
    Membership.objects.filter(user=student, until=None).update(cohort=cohort)
    Assignment.objects.update(cohort=cohort)
    Pack.objects.update(school=cohort.school)
    SavedView.objects.update(user=clients["couns"].person)
    student.plan.reviews.update(revision=9)
    actions.submit(user=student)
    found |= {"student": student.pk, "other": student.pk, "typed": access.typed_by(clients["own"])}
    return found | {"asking": cohort.school_id, "digest": digest_of(document_of(Plan.objects.get(user=student)))}


def routes_of(rows, values) -> set[str]:
    return {resolve(row.format(**values).partition("?")[0]).route for row in rows}


def test_every_route_of_the_desk_has_a_row(values):
    assert routes_of(ROWS, values) == {route for route in walk(get_resolver()) if route.startswith("desk/")}


def test_every_route_with_a_key_of_a_student_is_tried_by_relation(values):
    """Also those of schools, whose relations have a table of their own."""
    keyed = {route for route in walk(get_resolver()) if "<" in route and not route.startswith(CONTENT)}
    of_schools = {route for route in walk(get_resolver()) if route.startswith("schools/")}
    named = values | {"closed": values["pupil"]}

    assert keyed - of_schools - routes_of([*ROWS, *OWN], values) == set()
    assert of_schools == routes_of([row for row in schools.ROWS if row.startswith("/schools/")], named)


@pytest.mark.parametrize("row", ROWS)
def test_everybody_gets_what_their_relation_allows(row, clients, values):
    address, sent = row.format(**values), SENT | {"digest": values["digest"]}

    gets = {name: asked(client, "GET", address) for name, client in clients.items()}
    posts = {name: asked(client, "POST", address, sent) for name, client in clients.items()}

    assert {name: f"{gets[name]}/{posts[name]}" for name in clients} == ROWS[row]
    assert {name: asked(client, "HEAD", address) for name, client in clients.items()} == gets


@pytest.mark.parametrize("row", OWN)
def test_what_is_a_students_own_is_nobody_elses(row, clients, values):
    address, cells = row.format(**values), access.ROWS[row]
    sent = {name: value.format(**values) for name, value in access.SENT.get(row, {}).items()}

    gets = {name: asked(client, "GET", address) for name, client in clients.items()}
    posts = {name: asked(client, "POST", address, sent) for name, client in clients.items()}

    expected = dict.fromkeys(clients, cells["other"])
    expected |= {"own": cells["student"]} | ({"admin": cells["administrator"]} if "/admin/" in row else {})
    assert {name: f"{gets[name]}/{posts[name]}" for name in clients} == expected
