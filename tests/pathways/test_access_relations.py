"""Who may do what on the counsellor's desk, by their relation to the student. The cells are those of test_access.py.

own      the student themselves           mate     another student of the group
couns.   the group's counsellor           other    the counsellor of another group of the school
head     the head of the school           away     the head of another school
former   who was the group's counsellor
"""

import pytest
from django.urls import get_resolver, resolve
from django.utils import timezone

from accounts.models import Membership
from plans import actions
from plans.document.writing import digest_of, document_of
from plans.models import Assignment, Pack, SavedView
from tests.factories import CohortFactory, counsellor_of, head_of, student_of
from tests.pathways.test_access import asked, desk_of, signed_in, walk

pytestmark = pytest.mark.django_db

PEOPLE = ("own", "mate", "couns", "other", "head", "away", "former")
TABLE = """
address                                         own      mate     couns.   other    head     away     former

/desk/                                          404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/views/                                    405/404  405/404  405/go   405/go   405/go   405/go   405/404
/desk/views/{view}/remove/                      405/404  405/404  405/go   405/404  405/404  405/404  405/404
/desk/remind/                                   404/404  404/404  go/go    go/go    go/go    go/go    404/404
/desk/remind/?student={student}                 404/404  404/404  200/go   go/go    200/go   go/go    404/404
/desk/assign/                                   404/404  404/404  200/200  200/200  200/200  200/200  404/404
/desk/assign/?student={student}                 404/404  404/404  200/go   200/200  200/go   200/200  404/404
/desk/given/                                    404/405  404/405  200/405  200/405  200/405  200/405  404/405
/desk/given/{assignment}/withdraw/              405/404  405/404  405/go   405/404  405/go   405/404  405/404
/desk/review/                                   404/405  404/405  200/405  200/405  200/405  200/405  404/405
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
    address: dict(zip(PEOPLE, cells, strict=True))
    for line in TABLE.strip().splitlines()[1:]
    if line
    for address, *cells in [line.split()]
}
SENT = {"text": "Send it.", "note": "Well done.", "reason": "New here.", "name": "Mine", "decision": "approved"}
SENT |= {"start": "simple", "measure": "skills", "amount": "2", "words": "Two skills", "way": "up"}


@pytest.fixture
def cohort():
    return CohortFactory()


@pytest.fixture
def clients(cohort):
    former = counsellor_of(cohort)
    former.posts.update(until=timezone.now())
    people = {
        "own": student_of(cohort),
        "mate": student_of(cohort),
        "couns": counsellor_of(cohort),
        "other": counsellor_of(CohortFactory(school=cohort.school)),
        "head": head_of(cohort.school),
        "away": head_of(CohortFactory().school),
        "former": former,
    }
    return {name: signed_in(person) for name, person in people.items()}


@pytest.fixture
def values(clients, cohort):
    student = clients["own"].person
    Membership.objects.filter(user=student).delete()
    found = desk_of(student)
    Membership.objects.filter(user=student).update(cohort=cohort)
    Assignment.objects.update(cohort=cohort)
    Pack.objects.update(school=cohort.school)
    SavedView.objects.update(user=clients["couns"].person)
    student.plan.reviews.update(revision=9)
    actions.submit(user=student)
    return found | {"asking": cohort.school_id, "student": student.pk, "digest": digest_of(document_of(student.plan))}


def test_every_route_of_the_desk_has_a_row(values):
    covered = {resolve(row.format(**values).partition("?")[0]).route for row in ROWS}

    assert covered == {route for route in walk(get_resolver()) if route.startswith("desk/")}


@pytest.mark.parametrize("row", ROWS)
def test_everybody_gets_what_their_relation_allows(row, clients, values):
    address, sent = row.format(**values), SENT | {"digest": values["digest"]}

    gets = {name: asked(client, "GET", address) for name, client in clients.items()}
    posts = {name: asked(client, "POST", address, sent) for name, client in clients.items()}

    assert {name: f"{gets[name]}/{posts[name]}" for name in PEOPLE} == ROWS[row]
    assert {name: asked(client, "HEAD", address) for name, client in clients.items()} == gets
