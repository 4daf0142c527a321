import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command

from accounts.models import User
from plans.demo import STUDENTS
from plans.management.commands.create_demo import PEOPLE
from plans.models import Plan, State, Step, Target
from plans.packs.standing import required_of
from tests.factories import CareerFactory

FIXTURE = Path(project.BASE_DIR, "fixtures", "demo", "plan.json")
ROWS = json.loads(FIXTURE.read_text())


@pytest.fixture
def careers(db):
    slugs = {row["fields"]["career"][0] for row in ROWS if row["fields"].get("career")}
    return [CareerFactory(slug=slug) for slug in slugs]


@pytest.fixture
def create(settings):
    settings.DEBUG = True

    def create():
        out = StringIO()
        call_command("create_demo", stdout=out)
        return out.getvalue()

    return create


def test_demo_people_are_made_once(create, careers):
    assert create() == "5 of 5 demo people made. Their school is made. The student's plan is loaded.\n"
    assert create() == "0 of 5 demo people made. Their school stays. The student's plan stays as it is.\n"


def test_the_counsellor_looks_after_the_students_of_one_group(create, careers):
    for _ in range(2):
        create()

    counsellor = User.objects.get(username="counsellor")
    found = {student.username for student in User.objects.students_of(counsellor)}
    assert found == {"student", *STUDENTS}
    assert counsellor.posts.count() == 1


def test_each_has_the_role_of_their_name(create, careers):
    create()

    roles = {
        user.username: [group.name for group in user.groups.all()] for user in User.objects.filter(username__in=PEOPLE)
    }
    assert roles == {
        "student": ["student"],
        "counsellor": ["counsellor"],
        "head": ["student"],
        "editor": ["editor"],
        "admin": ["administrator"],
    }
    assert all(user.check_password("pathways-demo") for user in User.objects.all())


def test_the_counsellor_looks_after_a_group_with_plans_in_every_state(create, careers):
    create()

    counsellor = User.objects.get(username="counsellor")
    seen = Plan.objects.seen_by(counsellor)
    assert User.objects.students_of(counsellor).count() == 11
    assert set(seen.values_list("state", flat=True)) == {*State.values} - {State.ARCHIVED}
    assert any(plan.update_is_due() for plan in seen)


def test_their_school_asks_for_a_simple_plan(create, careers):
    create()

    asked = required_of(User.objects.get(username="student"))
    assert asked.pack.name == "A simple plan"
    assert 0 < len(asked.open) < len(asked.rows)


def test_nothing_a_person_changed_is_overwritten(create, careers):
    create()
    User.objects.filter(username="student").update(name="Robin")
    Step.objects.update(text="Mine.")
    Target.objects.all().delete()

    create()

    assert User.objects.get(username="student").name == "Robin"
    assert not Target.objects.exists()
    assert set(Step.objects.values_list("text", flat=True)) == {"Mine."}


def test_the_demo_plan_looks_the_same_on_any_day(create, careers, client):
    create()
    client.force_login(User.objects.get(username="student"))

    board = client.get("/plan/").context["board"]

    assert (len(board.groups), len(board.overdue), board.done) == (3, 1, 2)
    assert any(row.when == "today" for row in board.rows)


def test_without_careers_there_is_no_plan_yet(create, db):
    assert "load the careers first" in create()
    assert not Plan.objects.filter(user__username="student").exists()


def test_only_development_has_demo_people(db, settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="for development only"):
        call_command("create_demo")

    assert not User.objects.exists()


def test_loading_the_fixture_twice_makes_one_plan(create, careers):
    create()

    call_command("loaddata", "demo/plan.json", verbosity=0)

    plans = Plan.objects.filter(user__username="student")
    assert (plans.count(), Step.objects.filter(plan__in=plans).count()) == (
        1,
        sum(row["model"] == "plans.step" for row in ROWS),
    )


def test_no_password_is_in_the_fixture():
    assert "password" not in FIXTURE.read_text()


def test_a_dump_with_natural_keys_can_be_loaded_again(create, careers, tmp_path):
    create()
    dump = tmp_path / "plans.json"
    before = Step.objects.shown().count()
    call_command("dumpdata", "plans", natural_foreign=True, natural_primary=True, output=str(dump), verbosity=0)
    Plan.objects.all().delete()

    call_command("loaddata", str(dump), verbosity=0)

    assert Step.objects.shown().count() == before
