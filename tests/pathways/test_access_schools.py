"""Who may do what at a school, by what they are to it: the second table of access. The first one is test_access.py.

member: a student of the group            mate: a student of another group of the school
counsellor: of the group                  other: counsellor of another group of the school
head: of this school's guidance           away: head of another school's
former: was the group's counsellor        admin: an administrator without a post
"""

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from tests.factories import CohortFactory, counsellor_of, head_of, pupil_of, student_of, with_role
from tests.pathways.test_access import asked, signed_in

pytestmark = pytest.mark.django_db

PEOPLE = ("member", "mate", "counsellor", "other", "head", "away", "former", "admin")
TABLE = """
address                                    member   mate     couns.   other    head     away     former   admin

/schools/                                  404/405  404/405  200/405  200/405  200/405  200/405  404/405  404/405
/schools/{school}/                         404/405  404/405  404/405  404/405  200/405  404/405  404/405  404/405
/schools/{school}/groups/new/              404/404  404/404  404/404  404/404  200/go   404/404  404/404  404/404
/schools/{school}/posts/new/               404/404  404/404  404/404  404/404  200/go   404/404  404/404  404/404
/schools/{school}/year/                    404/404  404/404  404/404  404/404  200/200  404/404  404/404  404/404
/schools/posts/{post}/end/                 405/404  405/404  405/404  405/404  405/go   405/404  405/404  405/404
/schools/accounts/{closed}/reopen/         405/404  405/404  405/go   405/404  405/go   405/404  405/404  405/404
/schools/accounts/{pupil}/reopen/          405/404  405/404  405/404  405/404  405/404  405/404  405/404  405/404
/schools/groups/{group}/                   404/405  404/405  200/405  404/405  200/405  404/405  404/405  404/405
/schools/groups/{group}/edit/              404/404  404/404  404/404  404/404  200/go   404/404  404/404  404/404
/schools/groups/{group}/close/             404/404  404/404  404/404  404/404  200/go   404/404  404/404  404/404
/schools/groups/{group}/code/              405/404  405/404  405/404  405/404  405/go   405/404  405/404  405/404
/schools/groups/{group}/code/slip/         404/405  404/405  200/405  404/405  200/405  404/405  404/405  404/405
/schools/groups/{group}/students/          405/404  405/404  405/go   405/404  405/go   405/404  405/404  405/404
/schools/groups/{group}/students/new/      404/404  404/404  200/go   404/404  200/go   404/404  404/404  404/404
/schools/groups/{group}/students/list/     404/404  404/404  200/200  404/404  200/200  404/404  404/404  404/404
/schools/groups/{group}/students/list/key/ 404/404  404/404  404/404  404/404  404/404  404/404  404/404  404/404
/schools/groups/{group}/slips/key/         404/405  404/405  200/405  404/405  200/405  404/405  404/405  404/405
/desk/                                     404/405  404/405  200/405  200/405  200/405  200/405  404/405  404/405
"""
ROWS = {
    address: dict(zip(PEOPLE, cells, strict=True))
    for line in TABLE.strip().splitlines()[1:]
    if line
    for address, *cells in [line.split()]
}
SENT = {
    "/schools/{school}/groups/new/": {"name": "9A", "year": "9"},
    "/schools/{school}/posts/new/": {"username": "away", "cohort": "{group}"},
    "/schools/groups/{group}/edit/": {"name": "9A", "year": "9"},
    "/schools/groups/{group}/code/": {"do": "new"},
    "/schools/groups/{group}/students/": {"do": "take-out", "student": "{pupil}"},
    "/schools/groups/{group}/students/new/": {"name": "Zoë Adams"},
}


@pytest.fixture
def cohort(db):
    return CohortFactory()


@pytest.fixture
def clients(cohort):
    call_command("setup_roles", verbosity=0)
    beside = CohortFactory(school=cohort.school)
    former = counsellor_of(cohort)
    former.posts.update(until=timezone.now())
    people = {
        "member": student_of(cohort),
        "mate": student_of(beside),
        "counsellor": counsellor_of(cohort),
        "other": counsellor_of(beside),
        "head": head_of(cohort.school),
        "away": head_of(CohortFactory().school, username="away"),
        "former": former,
        "admin": with_role("administrator"),
    }
    return {name: signed_in(person) for name, person in people.items()}


@pytest.fixture
def values(cohort, clients):
    closed = pupil_of(cohort)
    User.objects.filter(pk=closed.pk).update(is_active=False, closed_at=timezone.now())
    post = clients["counsellor"].person.posts.get()
    group = {"school": cohort.school_id, "group": cohort.pk}
    return group | {"post": post.pk, "closed": closed.pk, "pupil": pupil_of(cohort).pk}


@pytest.mark.parametrize("row", ROWS)
def test_everybody_gets_what_the_table_says(row, clients, values):
    address = row.format(**values)
    sent = {name: value.format(**values) for name, value in SENT.get(row, {}).items()}

    gets = {name: asked(client, "GET", address) for name, client in clients.items()}
    posts = {name: asked(client, "POST", address, sent) for name, client in clients.items()}

    assert {name: f"{gets[name]}/{posts[name]}" for name in PEOPLE} == ROWS[row]
